#include "app/home/home_store.h"

#include "data/reader.h"
#include "data/viewer.h"

SQL(waits_periods, "SELECT p.id, p.naam, max(t.eind) AS sinds FROM periode t JOIN project p ON p.id = t.project_id WHERE t.vastgesteld_cent IS NULL AND t.eind < :dag AND p.afgerond_op IS NULL"
                   " GROUP BY p.id ORDER BY sinds DESC LIMIT 20");
SQL(waits_ended, "SELECT id, naam, eind AS sinds FROM project WHERE afgerond_op IS NULL AND eind < :dag AND (goedgekeurd_op IS NOT NULL) = :goedgekeurd ORDER BY eind DESC LIMIT 20");
SQL(waits_behind, "SELECT id, naam, som_dag AS sinds FROM project WHERE afgerond_op IS NULL AND signaal = 'loopt_achter' AND eind >= :dag ORDER BY eind LIMIT 20");
SQL(waits_sent_back, "SELECT p.id, p.naam, p.som_dag AS sinds FROM project p WHERE p.afgerond_op IS NULL AND EXISTS (SELECT 1 FROM inzet i WHERE i.project_id = p.id AND i.status = 'teruggestuurd') LIMIT 20");
SQL(waits_assess, "SELECT p.id, p.naam, p.som_dag AS sinds FROM project p WHERE p.afgerond_op IS NULL AND EXISTS (SELECT 1 FROM inzet i WHERE i.project_id = p.id AND i.status = 'ingediend') LIMIT 20");
SQL(figures, "SELECT count(*) AS n, coalesce(sum(signaal = 'loopt_achter'), 0) AS achter, coalesce(sum(signaal = 'let_op'), 0) AS let_op, coalesce(sum(netto_cent), 0) AS netto,"
             " coalesce(sum(CASE WHEN netto_cent IS NOT NULL THEN actueel_cent END), 0) AS actueel, coalesce(sum(CASE WHEN netto_cent IS NOT NULL THEN prognose_cent END), 0) AS prognose"
             " FROM project WHERE afgerond_op IS NULL");
SQL(contact_lines, "SELECT naam, cp_email FROM regio_contact ORDER BY naam");

enum { WAITS_MOST = 60 };

static enum result waits_add(struct query *q, const char *wat, struct home_view *v)
{
    while (v->n_rows < WAITS_MOST && next_row(q))
        v->rows[v->n_rows++] = (struct wait_row){row_id(q, "id", project_id), row_text(q, "naam"), wat, row_datum(q, "sinds")};
    return query_result(q);
}

static enum result waits_of_official(struct reader *db, struct arena *a, datum today, int soort, struct home_view *v)
{
    if (soort == SOORT_OG || soort == SOORT_CP) {
        struct query q CLEAN = query(db, a, waits_periods, BIND(B("dag", today)));
        TRY(waits_add(&q, "vul het vastgestelde bedrag van de afgelopen periode in", v));
        struct query e CLEAN = query(db, a, waits_ended, BIND(B("dag", today), B("goedgekeurd", true)));
        TRY(waits_add(&e, "is goedgekeurd en kan worden afgerond", v));
    }
    if (soort == SOORT_AM) {
        struct query e CLEAN = query(db, a, waits_ended, BIND(B("dag", today), B("goedgekeurd", false)));
        TRY(waits_add(&e, "is afgelopen: is de SR verplichting nagekomen?", v));
        struct query w CLEAN = query(db, a, waits_assess, BIND_NONE);
        TRY(waits_add(&w, "heeft inzet die wacht op beoordeling", v));
    }
    return OK;
}

enum result home_waits(struct reader *db, struct arena *a, datum today, int soort, struct home_view *v)
{
    v->rows = ARENA_ARRAY(a, struct wait_row, WAITS_MOST);
    TRY(waits_of_official(db, a, today, soort, v));
    if (soort == SOORT_ON || soort == SOORT_IM) {
        struct query t CLEAN = query(db, a, waits_sent_back, BIND_NONE);
        TRY(waits_add(&t, "heeft inzet die is teruggestuurd", v));
    }
    struct query b CLEAN = query(db, a, waits_behind, BIND(B("dag", today)));
    return waits_add(&b, "loopt achter op de verwachting", v);
}

enum result home_figures(struct reader *db, struct arena *a, struct home_view *v)
{
    struct query q CLEAN = query(db, a, figures, BIND_NONE);
    TRY(one_row(&q));
    v->projecten = row_int(&q, "n");
    v->achter = row_int(&q, "achter");
    v->let_op = row_int(&q, "let_op");
    v->netto = row_geld(&q, "netto");
    v->actueel = row_geld(&q, "actueel");
    v->prognose = row_geld(&q, "prognose");
    return OK;
}

enum result home_contacts(struct reader *db, struct arena *a, struct text_view *v)
{
    v->rows = ARENA_ARRAY(a, struct contact_view, WAITS_MOST);
    struct query q CLEAN = query(db, a, contact_lines, BIND_NONE);
    while (v->n_rows < WAITS_MOST && next_row(&q))
        v->rows[v->n_rows++] = (struct contact_view){row_text(&q, "naam"), row_text(&q, "cp_email")};
    return query_result(&q);
}
