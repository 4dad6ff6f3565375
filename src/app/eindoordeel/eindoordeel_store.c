#include "app/eindoordeel/eindoordeel_store.h"

#include "data/reader.h"

#define KOLOMMEN                                                                                                                                                                                 \
    "SELECT e.nr, e.oordeel, e.netto_cent, e.actueel_cent, e.tekort_cent, e.tekort_reden, e.maatregel, e.maatregel_cent, e.maatregel_dag, e.toelichting, e.afgewikkeld_dag, e.afgewikkeld_cent," \
    " e.afgewikkeld_kenmerk, e.op, e.wie FROM eindoordeel e"
SQL(eindoordelen, KOLOMMEN " WHERE e.project_id = :id ORDER BY e.nr DESC LIMIT 50");
SQL(eindoordeel_op, KOLOMMEN " WHERE e.project_id = :id AND e.op < :tot ORDER BY e.nr DESC LIMIT 1");
SQL(eindoordeel_mag_nu, "SELECT mag_eindoordeel AS mag FROM project WHERE id = :id");
SQL(eindoordeel_maken,
    "INSERT INTO nieuw_eindoordeel (project_id, nr, oordeel, netto_cent, actueel_cent, tekort_cent, tekort_reden, maatregel, maatregel_cent, maatregel_dag, toelichting, afgewikkeld_dag,"
    " afgewikkeld_cent, afgewikkeld_kenmerk) VALUES (:id, :nr, :oordeel, :netto, :actueel, :tekort, :tekort_reden, :maatregel, :bedrag, :dag, :toelichting, :afgewikkeld, :afgewikkeld_bedrag, :kenmerk)");

enum { MOST = 50 };

static struct eindoordeel row_read(struct query *q)
{
    return (struct eindoordeel){.nr = row_int(q, "nr"),
                                .oordeel = row_text(q, "oordeel"),
                                .maatregel = row_text(q, "maatregel"),
                                .tekort_reden = row_text_or(q, "tekort_reden", ""),
                                .toelichting = row_text(q, "toelichting"),
                                .kenmerk = row_text_or(q, "afgewikkeld_kenmerk", ""),
                                .wie = row_text_or(q, "wie", ""),
                                .netto = row_geld(q, "netto_cent"),
                                .actueel = row_geld(q, "actueel_cent"),
                                .tekort = row_geld(q, "tekort_cent"),
                                .maatregel_bedrag = row_geld(q, "maatregel_cent"),
                                .afgewikkeld_bedrag = row_geld(q, "afgewikkeld_cent"),
                                .maatregel_dag = row_datum(q, "maatregel_dag"),
                                .afgewikkeld_dag = row_datum(q, "afgewikkeld_dag"),
                                .op = row_tijdstip(q, "op")};
}

enum result eindoordelen_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                              struct eindoordeel **out)
{
    *out = ARENA_ARRAY(a, struct eindoordeel, MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, eindoordelen, BIND(B("id", project)));
    while (*n < MOST && next_row(&q))
        (*out)[(*n)++] = row_read(&q);
    return query_result(&q);
}

enum result eindoordeel_newest(struct reader *db, struct arena *a, project_id project, datum peil,
                               struct eindoordeel *out)
{
    tijdstip tot = datum_is_none(peil) ? (tijdstip){INT64_MAX} : tijdstip_at(datum_plus_days(peil, 1), 0, 0);
    struct query q CLEAN = query(db, a, eindoordeel_op, BIND(B("id", project), B("tot", tot)));
    TRY(one_row(&q));
    *out = row_read(&q);
    return OK;
}

enum result eindoordeel_mag(struct reader *db, struct arena *a, project_id project, bool *mag)
{
    struct query q CLEAN = query(db, a, eindoordeel_mag_nu, BIND(B("id", project)));
    TRY(one_row(&q));
    *mag = row_bool(&q, "mag");
    return OK;
}

enum result eindoordeel_insert(struct desk_job *job, project_id project, const struct eindoordeel *e)
{
    return job_insert(job, eindoordeel_maken,
                      BIND(B("id", project), B("nr", e->nr), B("oordeel", e->oordeel), B("netto", e->netto),
                           B("actueel", e->actueel), B("tekort", e->tekort), B("tekort_reden", e->tekort_reden),
                           B("maatregel", e->maatregel), B("bedrag", e->maatregel_bedrag), B("dag", e->maatregel_dag),
                           B("toelichting", e->toelichting), B("afgewikkeld", e->afgewikkeld_dag),
                           B("afgewikkeld_bedrag", e->afgewikkeld_bedrag), B("kenmerk", e->kenmerk)),
                      NULL);
}
