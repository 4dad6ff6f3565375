/* app/rapportage/detail_store.c: one project with all that belongs to it, as its pages show it to this viewer. */
#include "app/labels.h"
#include "app/rapportage/rapportage_store.h"

SQL(detail_project,
    "SELECT l.naam, l.projectgroep, l.opdrachtgever, l.wsp, l.extra_wsp, l.opdrachtnemer, l.kvk, l.intermediair, l.plaats, l.sector, l.afspraak, l.set_naam || ' ' || l.set_versie AS methodiek, l.regio,"
    " l.signaal, l.start, l.eind, l.som_dag, l.bruto_cent, l.korting_cent, l.netto_cent, l.actueel_cent, l.prognose_cent, l.ingediend_cent, p.toelichting, p.opdrachtwaarde_cent, p.sr_bp, p.verlengbaar,"
    " p.goedgekeurd_op, p.goedgekeurd_wie, p.afgerond_op, p.afgerond_wie FROM project p JOIN project_lijst l ON l.id = p.id WHERE p.id = :id");
SQL(detail_perioden,
    "SELECT start, eind, geschat_cent, vastgesteld_cent, omzet_verwacht_cent, omzet_cent, bp FROM periode WHERE project_id = :id ORDER BY start LIMIT 100");
SQL(detail_verlengingen,
    "SELECT van, tm, bedrag_cent, op FROM verlenging WHERE project_id = :id ORDER BY van LIMIT 100");
SQL(detail_contacten,
    "SELECT naam, organisatie, organisatie_soort, functie, telefoon, email FROM koppeling WHERE project_id = :id"
    " ORDER BY CASE organisatie_soort WHEN 'opdrachtgever' THEN 1 WHEN 'opdrachtnemer' THEN 2 WHEN 'intermediair' THEN 3 ELSE 4 END, naam_sleutel LIMIT 500");
SQL(detail_historie,
    "SELECT op, wie, organisatie, wat, voor, na FROM historie WHERE project_id = :id ORDER BY id DESC LIMIT 5000");

enum { PERIODEN_MOST = 100, CONTACTEN_MOST = 500, HISTORIE_MOST = 5000 };

enum result detail_project_read(struct reader *db, struct arena *a, project_id id, struct detail_project *d)
{
    struct query q CLEAN = query(db, a, detail_project, BIND(B("id", id)));
    TRY(one_row(&q));
    *d = (struct detail_project){
        .naam = row_text(&q, "naam"),
        .projectgroep = row_text(&q, "projectgroep"),
        .opdrachtgever = row_text(&q, "opdrachtgever"),
        .wsp = row_text(&q, "wsp"),
        .extra_wsp = row_text(&q, "extra_wsp"),
        .opdrachtnemer = row_text(&q, "opdrachtnemer"),
        .kvk = row_text(&q, "kvk"),
        .intermediair = row_text(&q, "intermediair"),
        .plaats = row_text(&q, "plaats"),
        .sector = label_sector(row_text(&q, "sector")),
        .afspraak = label_afspraak(row_text(&q, "afspraak")),
        .methodiek = row_text(&q, "methodiek"),
        .regio = row_text(&q, "regio"),
        .toelichting = row_text(&q, "toelichting"),
        .goedgekeurd_wie = row_text(&q, "goedgekeurd_wie"),
        .afgerond_wie = row_text(&q, "afgerond_wie"),
        .voortgang = label_signaal(row_text(&q, "signaal")),
        .start = row_datum(&q, "start"),
        .eind = row_datum(&q, "eind"),
        .som_dag = row_datum(&q, "som_dag"),
        .opdrachtwaarde = row_geld(&q, "opdrachtwaarde_cent"),
        .bruto = row_geld(&q, "bruto_cent"),
        .korting = row_geld(&q, "korting_cent"),
        .netto = row_geld(&q, "netto_cent"),
        .actueel = row_geld(&q, "actueel_cent"),
        .prognose = row_geld(&q, "prognose_cent"),
        .ingediend = row_geld(&q, "ingediend_cent"),
        .sr_bp = row_is_null(&q, "sr_bp") ? BP_GEEN : row_bp(&q, "sr_bp"),
        .verlengbaar = row_bool(&q, "verlengbaar"),
        .goedgekeurd_op = row_tijdstip(&q, "goedgekeurd_op"),
        .afgerond_op = row_tijdstip(&q, "afgerond_op"),
    };
    return OK;
}

enum result detail_perioden_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                 struct detail_periode **out)
{
    *out = ARENA_ARRAY(a, struct detail_periode, PERIODEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, detail_perioden, BIND(B("id", id)));
    while (*n < PERIODEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct detail_periode){row_datum(&q, "start"),
                                                 row_datum(&q, "eind"),
                                                 row_geld(&q, "geschat_cent"),
                                                 row_geld(&q, "vastgesteld_cent"),
                                                 row_geld(&q, "omzet_verwacht_cent"),
                                                 row_geld(&q, "omzet_cent"),
                                                 row_is_null(&q, "bp") ? BP_GEEN : row_bp(&q, "bp")};
    return query_result(&q);
}

enum result detail_verlengingen_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                     struct detail_verlenging **out)
{
    *out = ARENA_ARRAY(a, struct detail_verlenging, PERIODEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, detail_verlengingen, BIND(B("id", id)));
    while (*n < PERIODEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct detail_verlenging){row_datum(&q, "van"), row_datum(&q, "tm"),
                                                    row_geld(&q, "bedrag_cent"), row_tijdstip(&q, "op")};
    return query_result(&q);
}

enum result detail_contacten_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                  struct detail_contact **out)
{
    *out = ARENA_ARRAY(a, struct detail_contact, CONTACTEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, detail_contacten, BIND(B("id", id)));
    while (*n < CONTACTEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct detail_contact){
            row_text(&q, "naam"),    row_text(&q, "organisatie"), label_soort(row_text(&q, "organisatie_soort")),
            row_text(&q, "functie"), row_text(&q, "telefoon"),    row_text(&q, "email")};
    return query_result(&q);
}

enum result detail_historie_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                 struct detail_historie **out)
{
    *out = ARENA_ARRAY(a, struct detail_historie, HISTORIE_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, detail_historie, BIND(B("id", id)));
    while (*n < HISTORIE_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct detail_historie){row_tijdstip(&q, "op"),         row_text(&q, "wie"),  row_text(&q, "organisatie"),
                                     label_wat(row_text(&q, "wat")), row_text(&q, "voor"), row_text(&q, "na")};
    return query_result(&q);
}
