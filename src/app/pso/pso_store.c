#include "app/pso/pso_store.h"

#include "data/reader.h"

#define PSO_COLUMNS                                                                                                    \
    "SELECT id, organisatie_id, trede, van, tm, op, wie, organisatie, vervallen_op, vervallen_wie, vervallen_organisatie, vervallen_reden, vervangen, mag_wijzigen FROM pso"
SQL(pso_houder_row, "SELECT id, naam, kvk, mag_wijzigen FROM pso_houder WHERE id = :id");
SQL(pso_alle_rijen, PSO_COLUMNS " WHERE organisatie_id = :id ORDER BY van DESC, id DESC LIMIT 500");
SQL(pso_een, PSO_COLUMNS " WHERE id = :id");
SQL(pso_maken,
    "INSERT INTO nieuw_pso (organisatie_id, trede, van, tm, vervangt, reden) VALUES (:organisatie, :trede, :van, :tm, :vervangt, :reden)");
SQL(pso_weg, "UPDATE pso SET vervallen_reden = :reden WHERE id = :id RETURNING 1");

enum { ROWS_MOST = 500 };

enum result pso_houder_read(struct reader *db, struct arena *a, organisatie_id id, struct pso_houder *out)
{
    struct query q CLEAN = query(db, a, pso_houder_row, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct pso_houder){id, row_text(&q, "naam"), row_text(&q, "kvk"), row_bool(&q, "mag_wijzigen")};
    return OK;
}

static struct pso_row row_of(struct query *q)
{
    return (struct pso_row){
        .id = row_id(q, "id", pso_id),
        .organisatie_id = row_id(q, "organisatie_id", organisatie_id),
        .trede = row_text(q, "trede"),
        .van = row_datum(q, "van"),
        .tm = row_datum(q, "tm"),
        .op = row_tijdstip(q, "op"),
        .wie = row_text_or(q, "wie", ""),
        .organisatie = row_text_or(q, "organisatie", ""),
        .vervallen_op = row_tijdstip(q, "vervallen_op"),
        .vervallen_wie = row_text_or(q, "vervallen_wie", ""),
        .vervallen_organisatie = row_text_or(q, "vervallen_organisatie", ""),
        .vervallen_reden = row_text_or(q, "vervallen_reden", ""),
        .vervangen = row_bool(q, "vervangen"),
        .mag_wijzigen = row_bool(q, "mag_wijzigen"),
    };
}

enum result pso_rows_read(struct reader *db, struct arena *a, organisatie_id id, size_t *n, struct pso_row **out)
{
    *out = ARENA_ARRAY(a, struct pso_row, ROWS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, pso_alle_rijen, BIND(B("id", id)));
    while (*n < ROWS_MOST && next_row(&q))
        (*out)[(*n)++] = row_of(&q);
    return query_result(&q);
}

enum result pso_row_read(struct reader *db, struct arena *a, pso_id id, struct pso_row *out)
{
    struct query q CLEAN = query(db, a, pso_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result pso_insert(struct desk_job *job, organisatie_id id, const struct pso_input *in, pso_id vervangt,
                       pso_id *out)
{
    return job_insert(job, pso_maken,
                      BIND(B("organisatie", id), B("trede", in->trede), B("van", in->van), B("tm", in->tm),
                           B("vervangt", vervangt), B("reden", in->reden)),
                      &out->id);
}

enum result pso_end(struct desk_job *job, pso_id id, const char *reden)
{
    return job_write(job, pso_weg, BIND(B("id", id), B("reden", reden)));
}
