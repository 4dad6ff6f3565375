/* app/register/geheimhouding_store.c: versions of the confidentiality statement and who accepted them. */
#include "app/register/register_store.h"
#include "data/reader.h"

#define TEKST                                                                                                          \
    "SELECT id, nr, tekst, geldt_vanaf, op, wie, geldt, akkoorden, (SELECT count(*) FROM geheimhouding_wie w WHERE w.geheimhouding_id = geheimhouding.id AND w.op IS NULL) AS open FROM geheimhouding"
SQL(teksten, TEKST " ORDER BY nr DESC LIMIT 100");
SQL(tekst_een, TEKST " WHERE id = :id");
SQL(tekst_nr, "SELECT coalesce(max(nr), 0) + 1 AS nr FROM geheimhouding");
SQL(tekst_maken, "INSERT INTO nieuw_geheimhouding (nr, tekst, geldt_vanaf) VALUES (:nr, :tekst, :vanaf)");
#define FILTERS                                                                                                        \
    " FROM geheimhouding_wie WHERE geheimhouding_id = :id AND vouw(naam) LIKE :naam ESCAPE '\\' AND vouw(organisatie) LIKE :organisatie ESCAPE '\\' AND (:stand = 0 OR (op IS NOT NULL) = (:stand = 1))"
SQL(akkoorden_tel, "SELECT count(*) AS n" FILTERS);
SQL(akkoorden_lijst, "SELECT naam, organisatie, staat, op" FILTERS
                     " ORDER BY op IS NOT NULL, naam_sleutel, gebruiker_id LIMIT :most OFFSET :over");

enum { TEKSTEN_MOST = 100 };

static struct verklaring_row text_of(struct query *q, datum today)
{
    struct verklaring_row t = {.id = row_int(q, "id"),
                               .nr = row_int(q, "nr"),
                               .akkoorden = row_int(q, "akkoorden"),
                               .open = row_int(q, "open"),
                               .tekst = row_text(q, "tekst"),
                               .wie = row_text(q, "wie"),
                               .geldt_vanaf = row_datum(q, "geldt_vanaf"),
                               .op = row_tijdstip(q, "op"),
                               .geldt = row_bool(q, "geldt")};
    t.komt = t.geldt_vanaf.dag > today.dag;
    return t;
}

enum result verklaringen_read(struct reader *db, struct arena *a, datum today, size_t *n, struct verklaring_row **out)
{
    *out = ARENA_ARRAY(a, struct verklaring_row, TEKSTEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, teksten, BIND_NONE);
    while (*n < TEKSTEN_MOST && next_row(&q))
        (*out)[(*n)++] = text_of(&q, today);
    return query_result(&q);
}

enum result verklaring_read(struct reader *db, struct arena *a, int64_t id, datum today, struct verklaring_row *out)
{
    struct query q CLEAN = query(db, a, tekst_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = text_of(&q, today);
    return OK;
}

enum result verklaring_volgende(struct reader *db, struct arena *a, int64_t *nr)
{
    struct query q CLEAN = query(db, a, tekst_nr, BIND_NONE);
    TRY(one_row(&q));
    *nr = row_int(&q, "nr");
    return OK;
}

enum result akkoorden_count(struct reader *db, struct arena *a, int64_t tekst, const struct akkoord_filter *f,
                            int64_t *total)
{
    struct query q CLEAN =
        query(db, a, akkoorden_tel,
              BIND(B("id", tekst), B("naam", f->naam), B("organisatie", f->organisatie), B("stand", f->stand)));
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    return OK;
}

enum result akkoorden_read(struct reader *db, struct arena *a, int64_t tekst, const struct akkoord_filter *f, size_t *n,
                           struct ondertekenaar_row **out)
{
    *out = ARENA_ARRAY(a, struct ondertekenaar_row, (size_t)f->per_page);
    *n = 0;
    struct query q CLEAN =
        query(db, a, akkoorden_lijst,
              BIND(B("id", tekst), B("naam", f->naam), B("organisatie", f->organisatie), B("stand", f->stand),
                   B("most", f->per_page), B("over", (f->page - 1) * f->per_page)));
    while (*n < (size_t)f->per_page && next_row(&q))
        (*out)[(*n)++] = (struct ondertekenaar_row){row_text(&q, "naam"), row_text(&q, "organisatie"),
                                                    row_text(&q, "staat"), row_tijdstip(&q, "op")};
    return query_result(&q);
}

enum result verklaring_insert(struct desk_job *job, const struct geheimhouding_input *in)
{
    return job_insert(job, tekst_maken, BIND(B("nr", in->nr), B("tekst", in->tekst), B("vanaf", in->geldt_vanaf)),
                      NULL);
}
