#include "app/bewaren/bewaren_store.h"

#include <string.h>

#include "data/reader.h"

SQL(bewaren_lijst,
    "SELECT kandidaat_id, opdrachtnemer, afgerond, vervalt, uitstel_tot, uitstel_reden FROM bewaren WHERE vervalt <= :tot ORDER BY vervalt, kandidaat_id LIMIT 500");
SQL(bewaren_tel,
    "SELECT count(*) AS n, coalesce(sum(vervalt <= :dag AND coalesce(uitstel_tot, '') < :dag), 0) AS voorbij FROM bewaren WHERE vervalt <= :tot");
#define LIJST                                                                                                          \
    "SELECT id, soort, stuks, grond, op, besloten_op, akkoord, reden, klaar_op, wie, besloten_wie, aantal, gewist, overgeslagen, mag_besluiten, mag_weigeren FROM vernietiging"
SQL(lijsten, LIJST " ORDER BY id DESC LIMIT 100");
SQL(lijst_een, LIJST " WHERE id = :id");
SQL(lijst_personen,
    "SELECT kandidaat_id, vervalt, uitkomst FROM vernietiging_regel WHERE vernietiging_id = :id ORDER BY kandidaat_id LIMIT 20000");
SQL(lijst_dingen,
    "SELECT project_id, naam, vervalt, stuks, uitkomst FROM vernietiging_stuk WHERE vernietiging_id = :id ORDER BY rij LIMIT 20000");
SQL(stukken_lijst,
    "SELECT soort, project_id, naam, stuks, vanaf, vervalt, uitstel_tot, uitstel_reden FROM bewaren_stuk WHERE vervalt <= :tot ORDER BY vervalt, soort, rij LIMIT 500");
SQL(stukken_tel,
    "SELECT k.soort, k.naam, count(*) AS n, coalesce(sum(b.vervalt <= :dag AND coalesce(b.uitstel_tot, '') < :dag), 0) AS voorbij,"
    " (SELECT count(*) FROM vernietiging v WHERE v.soort = k.soort AND v.besloten_op IS NULL) AS open FROM bewaarklasse k JOIN bewaren_stuk b ON b.soort = k.soort"
    " WHERE b.vervalt <= :tot GROUP BY k.soort ORDER BY k.volgorde");
SQL(project_uitstel_maken, "INSERT INTO nieuw_project_uitstel (project_id, tot, reden) VALUES (:id, :tot, :reden)");
SQL(uitstel_maken, "INSERT INTO nieuw_uitstel (kandidaat_id, tot, reden) VALUES (:id, :tot, :reden)");
SQL(lijst_maken, "INSERT INTO nieuw_vernietiging (soort, grond) VALUES (:soort, :grond)");
SQL(besluiten, "UPDATE vernietiging SET akkoord = :akkoord, reden = :reden WHERE id = :id RETURNING 1");

enum { ROWS_MOST = 500, LIJSTEN_MOST = 100, REGELS_MOST = 20000 };

enum result bewaren_read(struct reader *db, struct arena *a, datum today, datum tot, struct bewaren_view *v)
{
    {
        struct query n CLEAN = query(db, a, bewaren_tel, BIND(B("dag", today), B("tot", tot)));
        TRY(one_row(&n));
        v->aantal = row_int(&n, "n");
        v->voorbij = row_int(&n, "voorbij");
    }
    v->rows = ARENA_ARRAY(a, struct bewaar_row, ROWS_MOST);
    struct query q CLEAN = query(db, a, bewaren_lijst, BIND(B("tot", tot)));
    while (v->n_rows < ROWS_MOST && next_row(&q)) {
        struct bewaar_row *row = &v->rows[v->n_rows++];
        *row = (struct bewaar_row){.id = row_id(&q, "kandidaat_id", kandidaat_id),
                                   .opdrachtnemer = row_text(&q, "opdrachtnemer"),
                                   .uitstel_reden = row_text_or(&q, "uitstel_reden", ""),
                                   .afgerond = row_datum(&q, "afgerond"),
                                   .vervalt = row_datum(&q, "vervalt"),
                                   .uitstel_tot = row_datum(&q, "uitstel_tot")};
        row->voorbij = row->vervalt.dag <= today.dag;
        row->uitgesteld = !datum_is_none(row->uitstel_tot) && row->uitstel_tot.dag >= today.dag;
    }
    return query_result(&q);
}

static struct lijst_row lijst_of(struct query *q)
{
    return (struct lijst_row){.id = row_id(q, "id", vernietiging_id),
                              .soort = row_text(q, "soort"),
                              .stuks = row_int(q, "stuks"),
                              .personen = strcmp(row_text(q, "soort"), "kandidaat") == 0,
                              .grond = row_text(q, "grond"),
                              .wie = row_text(q, "wie"),
                              .besloten_wie = row_text_or(q, "besloten_wie", ""),
                              .reden = row_text_or(q, "reden", ""),
                              .op = row_tijdstip(q, "op"),
                              .besloten_op = row_tijdstip(q, "besloten_op"),
                              .klaar_op = row_tijdstip(q, "klaar_op"),
                              .aantal = row_int(q, "aantal"),
                              .gewist = row_int(q, "gewist"),
                              .overgeslagen = row_int(q, "overgeslagen"),
                              .besloten = !row_is_null(q, "besloten_op"),
                              .akkoord = row_bool(q, "akkoord"),
                              .klaar = !row_is_null(q, "klaar_op"),
                              .mag_besluiten = row_bool(q, "mag_besluiten"),
                              .mag_weigeren = row_bool(q, "mag_weigeren")};
}

enum result lijsten_read(struct reader *db, struct arena *a, struct bewaren_view *v)
{
    v->lijsten = ARENA_ARRAY(a, struct lijst_row, LIJSTEN_MOST);
    struct query q CLEAN = query(db, a, lijsten, BIND_NONE);
    while (v->n_lijsten < LIJSTEN_MOST && next_row(&q)) {
        v->lijsten[v->n_lijsten] = lijst_of(&q);
        v->open_lijst |= v->lijsten[v->n_lijsten].personen && !v->lijsten[v->n_lijsten].besloten;
        v->n_lijsten++;
    }
    return query_result(&q);
}

enum result lijst_read(struct reader *db, struct arena *a, vernietiging_id id, struct lijst_row *out)
{
    struct query q CLEAN = query(db, a, lijst_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = lijst_of(&q);
    return OK;
}

enum result lijst_regels(struct reader *db, struct arena *a, vernietiging_id id, size_t *n, struct lijst_regel **out)
{
    *out = ARENA_ARRAY(a, struct lijst_regel, REGELS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, lijst_personen, BIND(B("id", id)));
    while (*n < REGELS_MOST && next_row(&q))
        (*out)[(*n)++] = (struct lijst_regel){row_id(&q, "kandidaat_id", kandidaat_id), row_datum(&q, "vervalt"),
                                              row_text_or(&q, "uitkomst", "")};
    return query_result(&q);
}

enum result lijst_stukken(struct reader *db, struct arena *a, vernietiging_id id, size_t *n, struct lijst_stuk **out)
{
    *out = ARENA_ARRAY(a, struct lijst_stuk, REGELS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, lijst_dingen, BIND(B("id", id)));
    while (*n < REGELS_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct lijst_stuk){row_id(&q, "project_id", project_id), row_text(&q, "naam"),
                                row_text_or(&q, "uitkomst", ""), row_datum(&q, "vervalt"), row_int(&q, "stuks")};
    return query_result(&q);
}

static enum result kinds_read(struct reader *db, struct arena *a, datum today, datum tot, struct bewaren_view *v)
{
    enum { KINDS = 8 };
    v->te_doen = ARENA_ARRAY(a, struct stuk_voorbij, KINDS);
    struct query q CLEAN = query(db, a, stukken_tel, BIND(B("dag", today), B("tot", tot)));
    while (v->n_voorbij < KINDS && next_row(&q)) {
        v->stukken_aantal += row_int(&q, "n");
        if (row_int(&q, "voorbij") > 0 && row_int(&q, "open") == 0)
            v->te_doen[v->n_voorbij++] =
                (struct stuk_voorbij){row_text(&q, "soort"), row_text(&q, "naam"), row_int(&q, "voorbij")};
    }
    return query_result(&q);
}

enum result stukken_read(struct reader *db, struct arena *a, datum today, datum tot, struct bewaren_view *v)
{
    TRY(kinds_read(db, a, today, tot, v));
    v->stukken = ARENA_ARRAY(a, struct stuk_row, ROWS_MOST);
    struct query q CLEAN = query(db, a, stukken_lijst, BIND(B("tot", tot)));
    while (v->n_stukken < ROWS_MOST && next_row(&q)) {
        struct stuk_row *row = &v->stukken[v->n_stukken++];
        *row = (struct stuk_row){.soort = row_text(&q, "soort"),
                                 .naam = row_text(&q, "naam"),
                                 .uitstel_reden = row_text_or(&q, "uitstel_reden", ""),
                                 .project = row_id(&q, "project_id", project_id),
                                 .stuks = row_int(&q, "stuks"),
                                 .vanaf = row_datum(&q, "vanaf"),
                                 .vervalt = row_datum(&q, "vervalt"),
                                 .uitstel_tot = row_datum(&q, "uitstel_tot")};
        row->voorbij = row->vervalt.dag <= today.dag;
        row->uitgesteld = !datum_is_none(row->uitstel_tot) && row->uitstel_tot.dag >= today.dag;
    }
    return query_result(&q);
}

enum result uitstel_insert(struct desk_job *job, kandidaat_id who, datum tot, const char *reden)
{
    return job_insert(job, uitstel_maken, BIND(B("id", who), B("tot", tot), B("reden", reden)), NULL);
}

enum result project_uitstel_insert(struct desk_job *job, project_id id, datum tot, const char *reden)
{
    return job_insert(job, project_uitstel_maken, BIND(B("id", id), B("tot", tot), B("reden", reden)), NULL);
}

enum result lijst_insert(struct desk_job *job, const char *soort, const char *grond, vernietiging_id *out)
{
    return job_insert(job, lijst_maken, BIND(B("soort", soort), B("grond", grond)), &out->id);
}

enum result lijst_besluit(struct desk_job *job, vernietiging_id id, bool akkoord, const char *reden)
{
    return job_write(job, besluiten, BIND(B("akkoord", akkoord ? 1 : 0), B("reden", reden), B("id", id)));
}
