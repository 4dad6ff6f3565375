#include "app/plan/plan_store.h"

#include <string.h>

#include "data/reader.h"

SQL(feiten_row,
    "SELECT contract, opdrachtnemer, kvk, adres, postcode, plaats, pso_trede, start, eind, verlengbaar, opdrachtwaarde_cent, sr_bp, mag_plan, mag_plan_beoordelen FROM plan_feiten WHERE project_id = :project");
SQL(contact_rows,
    "SELECT gebruiker_id, naam, functie, email, telefoon, organisatie FROM koppeling WHERE project_id = :project AND voor IS NULL AND organisatie_soort IN ('opdrachtnemer', 'intermediair') AND staat <> 'geblokkeerd'"
    " ORDER BY organisatie_soort DESC, naam_sleutel LIMIT 200");
#define PLAN_ROW                                                                                                                                                                                      \
    "SELECT id, project_id, nr, status, versie, contact_id, opdrachtwaarde_cent, sr_bp, verlengingsopties, vacatures, leerwerkplekken, begeleiding, inkopen, meerwaarde, werkzaamheden, toelichting," \
    " pso_trede, aanvullend, gewijzigd_op, contract, opdrachtnemer, kvk, adres, postcode, plaats, contact_naam, contact_functie, contact_email, contact_telefoon, start, eind, verlengbaar, set_id,"  \
    " netto_cent, ingediend_op, beoordeeld_op, opmerkingen, prestatieafspraken, termijn, gewijzigd_wie, ingediend_wie, beoordeeld_wie FROM plan"
SQL(plan_of_project, PLAN_ROW " WHERE project_id = :project ORDER BY nr DESC LIMIT 200");
SQL(plan_one, PLAN_ROW " WHERE id = :id");
SQL(regel_rows,
    "SELECT bouwblok_id, personen, uren, maanden, van, bedrag_cent, aantal_uren FROM plan_regel WHERE plan_id = :id ORDER BY nr LIMIT 100");
SQL(doelgroep_rows, "SELECT doelgroep, aantal FROM plan_doelgroep WHERE plan_id = :id LIMIT 40");
SQL(realisatie_rows,
    "SELECT b.code, sum(i.actueel_cent) AS actueel, sum(i.prognose_cent) AS prognose FROM inzet i JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = coalesce(i.geldend, i.versie)"
    " JOIN bouwblok b ON b.id = v.bouwblok_id WHERE i.project_id = :project GROUP BY b.code LIMIT 300");
SQL(plan_maken, "INSERT INTO nieuw_plan (project_id, nr) VALUES (:project, :nr)");
SQL(plan_invullen,
    "UPDATE plan SET contact_id = :contact, opdrachtwaarde_cent = :waarde, sr_bp = :bp, verlengingsopties = :opties, vacatures = :vacatures, leerwerkplekken = :leerwerk, begeleiding = :begeleiding,"
    " inkopen = :inkopen, meerwaarde = :meerwaarde, werkzaamheden = :werk, toelichting = :toelichting, pso_trede = :pso, aanvullend = :aanvullend WHERE id = :id RETURNING 1");
SQL(regels_weg, "DELETE FROM plan_regel WHERE plan_id = :id");
SQL(doelgroepen_weg, "DELETE FROM plan_doelgroep WHERE plan_id = :id");
SQL(regel_maken,
    "INSERT INTO nieuw_plan_regel (plan_id, nr, bouwblok_id, personen, uren, maanden, van, bedrag_cent, aantal_uren) VALUES (:id, :nr, :blok, :personen, :uren, :maanden, :van, :bedrag, :aantal)");
SQL(doelgroep_maken, "INSERT INTO nieuw_plan_doelgroep (plan_id, doelgroep, aantal) VALUES (:id, :doelgroep, :aantal)");
SQL(plan_insturen, "UPDATE plan SET status = 'ingediend' WHERE id = :id RETURNING 1");
SQL(plan_oordelen,
    "UPDATE plan SET oordeel = :oordeel, opmerkingen = :opmerkingen, prestatieafspraken = :afspraken, termijn = :termijn WHERE id = :id RETURNING 1");
SQL(regio_rows, "SELECT id, naam, slug FROM regio_contact ORDER BY naam LIMIT 100");

enum { CONTACTS_MOST = 200, REALISATIE_MOST = 300, REGIOS_MOST = 100, REGELS_MOST = 100 };

/* The columns that a view of facts and a submitted version have in common. */
static struct plan_feiten feiten_of(struct query *q)
{
    return (struct plan_feiten){.contract = row_text_or(q, "contract", ""),
                                .opdrachtnemer = row_text_or(q, "opdrachtnemer", ""),
                                .kvk = row_text_or(q, "kvk", ""),
                                .adres = row_text_or(q, "adres", ""),
                                .postcode = row_text_or(q, "postcode", ""),
                                .plaats = row_text_or(q, "plaats", ""),
                                .pso_trede = row_text(q, "pso_trede"),
                                .start = row_datum(q, "start"),
                                .eind = row_datum(q, "eind"),
                                .verlengbaar = row_bool(q, "verlengbaar"),
                                .opdrachtwaarde = row_geld(q, "opdrachtwaarde_cent"),
                                .sr_bp = row_bp(q, "sr_bp")};
}

enum result plan_feiten_read(struct reader *db, struct arena *a, project_id project, struct plan_feiten *out)
{
    struct query q CLEAN = query(db, a, feiten_row, BIND(B("project", project)));
    TRY(one_row(&q));
    *out = feiten_of(&q);
    out->mag_plan = row_bool(&q, "mag_plan");
    out->mag_plan_beoordelen = row_bool(&q, "mag_plan_beoordelen");
    return OK;
}

enum result plan_contacten(struct reader *db, struct arena *a, project_id project, size_t *n, struct plan_contact **out)
{
    *out = ARENA_ARRAY(a, struct plan_contact, CONTACTS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, contact_rows, BIND(B("project", project)));
    while (*n < CONTACTS_MOST && next_row(&q))
        (*out)[(*n)++] = (struct plan_contact){row_id(&q, "gebruiker_id", gebruiker_id), row_text(&q, "naam"),
                                               row_text_or(&q, "functie", ""),           row_text(&q, "email"),
                                               row_text_or(&q, "telefoon", ""),          row_text(&q, "organisatie")};
    return query_result(&q);
}

static struct plan_row row_of(struct query *q)
{
    struct plan_row p = {.id = row_id(q, "id", plan_id),
                         .project = row_id(q, "project_id", project_id),
                         .nr = row_int(q, "nr"),
                         .versie = row_int(q, "versie"),
                         .status = row_text(q, "status"),
                         .gewijzigd_wie = row_text_or(q, "gewijzigd_wie", ""),
                         .ingediend_wie = row_text_or(q, "ingediend_wie", ""),
                         .beoordeeld_wie = row_text_or(q, "beoordeeld_wie", ""),
                         .feiten = feiten_of(q),
                         .set = row_id(q, "set_id", bouwblokkenset_id),
                         .netto = row_geld(q, "netto_cent"),
                         .gewijzigd_op = row_tijdstip(q, "gewijzigd_op"),
                         .ingediend_op = row_tijdstip(q, "ingediend_op"),
                         .beoordeeld_op = row_tijdstip(q, "beoordeeld_op"),
                         .opmerkingen = row_text_or(q, "opmerkingen", ""),
                         .prestatieafspraken = row_text_or(q, "prestatieafspraken", ""),
                         .termijn = row_datum(q, "termijn")};
    p.contact = (struct plan_contact){row_id(q, "contact_id", gebruiker_id),  row_text(q, "contact_naam"),
                                      row_text_or(q, "contact_functie", ""),  row_text_or(q, "contact_email", ""),
                                      row_text_or(q, "contact_telefoon", ""), ""};
    p.in = (struct plan_input){.contact = p.contact.id,
                               .opdrachtwaarde = p.feiten.opdrachtwaarde,
                               .sr_bp = p.feiten.sr_bp,
                               .verlengingsopties = row_text(q, "verlengingsopties"),
                               .werkzaamheden = row_text(q, "werkzaamheden"),
                               .toelichting = row_text(q, "toelichting"),
                               .pso_trede = p.feiten.pso_trede,
                               .aanvullend = row_text(q, "aanvullend"),
                               .vacatures = row_bool(q, "vacatures"),
                               .leerwerkplekken = row_bool(q, "leerwerkplekken"),
                               .begeleiding = row_bool(q, "begeleiding"),
                               .inkopen = row_bool(q, "inkopen"),
                               .meerwaarde = row_bool(q, "meerwaarde")};
    return p;
}

enum result plan_rows(struct reader *db, struct arena *a, project_id project, size_t *n, struct plan_row **out)
{
    *out = ARENA_ARRAY(a, struct plan_row, PLAN_VERSIES_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, plan_of_project, BIND(B("project", project)));
    while (*n < PLAN_VERSIES_MOST && next_row(&q))
        (*out)[(*n)++] = row_of(&q);
    return query_result(&q);
}

enum result plan_row_read(struct reader *db, struct arena *a, plan_id id, struct plan_row *out)
{
    struct query q CLEAN = query(db, a, plan_one, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result plan_regels_read(struct reader *db, struct arena *a, plan_id id, const struct bouwblokkenset *set,
                             size_t *n, struct plan_regel **out)
{
    *out = ARENA_ARRAY(a, struct plan_regel, REGELS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, regel_rows, BIND(B("id", id)));
    while (*n < REGELS_MOST && next_row(&q)) {
        const struct bouwblok *b = blok_find(set, row_id(&q, "bouwblok_id", bouwblok_id));
        if (b)
            (*out)[(*n)++] = (struct plan_regel){.blok = b,
                                                 .personen = row_int(&q, "personen"),
                                                 .maanden = row_int(&q, "maanden"),
                                                 .week = row_uren(&q, "uren"),
                                                 .van = row_datum(&q, "van"),
                                                 .bedrag = row_geld(&q, "bedrag_cent"),
                                                 .aantal = row_uren(&q, "aantal_uren")};
    }
    return query_result(&q);
}

enum result plan_doelgroepen_read(struct reader *db, struct arena *a, plan_id id, int64_t out[PLAN_DOELGROEPEN])
{
    memset(out, 0, PLAN_DOELGROEPEN * sizeof(*out));
    struct query q CLEAN = query(db, a, doelgroep_rows, BIND(B("id", id)));
    while (next_row(&q))
        for (size_t i = 0; i < PLAN_DOELGROEPEN; i++)
            if (strcmp(plan_doelgroepen[i].value, row_text(&q, "doelgroep")) == 0)
                out[i] = row_int(&q, "aantal");
    return query_result(&q);
}

enum result plan_realisatie_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                                 struct plan_realisatie **out)
{
    *out = ARENA_ARRAY(a, struct plan_realisatie, REALISATIE_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, realisatie_rows, BIND(B("project", project)));
    while (*n < REALISATIE_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct plan_realisatie){row_text(&q, "code"), row_geld(&q, "actueel"), row_geld(&q, "prognose")};
    return query_result(&q);
}

/* ---- writing ---- */

enum result plan_insert(struct desk_job *job, project_id project, int64_t nr, plan_id *out)
{
    return job_insert(job, plan_maken, BIND(B("project", project), B("nr", nr)), &out->id);
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

enum result plan_update(struct desk_job *job, plan_id id, const struct plan_input *in)
{
    return job_write(job, plan_invullen,
                     BIND(B("id", id), B("contact", in->contact), B("waarde", in->opdrachtwaarde), B("bp", in->sr_bp),
                          B("opties", or_empty(in->verlengingsopties)), B("vacatures", in->vacatures),
                          B("leerwerk", in->leerwerkplekken), B("begeleiding", in->begeleiding),
                          B("inkopen", in->inkopen), B("meerwaarde", in->meerwaarde),
                          B("werk", or_empty(in->werkzaamheden)), B("toelichting", or_empty(in->toelichting)),
                          B("pso", in->pso_trede), B("aanvullend", or_empty(in->aanvullend))));
}

static enum result regel_insert(struct desk_job *job, plan_id id, int nr, const struct plan_regel *r)
{
    return job_insert(job, regel_maken,
                      BIND(B("id", id), B("nr", nr), B("blok", r->blok->id),
                           bind_nullable("personen", r->personen == 0, r->personen), B("uren", r->week),
                           bind_nullable("maanden", r->maanden == 0, r->maanden), B("van", r->van),
                           B("bedrag", r->bedrag), B("aantal", r->aantal)),
                      NULL);
}

enum result plan_lijnen_replace(struct desk_job *job, plan_id id, size_t n, const struct plan_regel *regels,
                                const int64_t doelgroep[PLAN_DOELGROEPEN])
{
    int gone;
    TRY(job_write_many(job, regels_weg, BIND(B("id", id)), &gone));
    TRY(job_write_many(job, doelgroepen_weg, BIND(B("id", id)), &gone));
    for (size_t i = 0; i < n; i++)
        TRY(regel_insert(job, id, (int)i + 1, &regels[i]));
    for (size_t i = 0; i < PLAN_DOELGROEPEN; i++)
        if (doelgroep[i] > 0)
            TRY(job_insert(job, doelgroep_maken,
                           BIND(B("id", id), B("doelgroep", plan_doelgroepen[i].value), B("aantal", doelgroep[i])),
                           NULL));
    return OK;
}

enum result plan_submit(struct desk_job *job, plan_id id)
{
    return job_write(job, plan_insturen, BIND(B("id", id)));
}

enum result plan_assess(struct desk_job *job, plan_id id, const struct plan_oordeel_input *in)
{
    return job_write(job, plan_oordelen,
                     BIND(B("id", id), B("oordeel", in->oordeel), B("opmerkingen", or_empty(in->opmerkingen)),
                          B("afspraken", or_empty(in->prestatieafspraken)), B("termijn", in->termijn)));
}

enum result simulator_regios(struct reader *db, struct arena *a, size_t *n, struct simulator_regio **out)
{
    *out = ARENA_ARRAY(a, struct simulator_regio, REGIOS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, regio_rows, BIND_NONE);
    while (*n < REGIOS_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct simulator_regio){row_id(&q, "id", regio_id), row_text(&q, "naam"), row_text(&q, "slug")};
    return query_result(&q);
}
