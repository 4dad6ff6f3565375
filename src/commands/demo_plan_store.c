#include "commands/demo_plan_store.h"

#include "data/steward.h"

STEWARD_SQL(
    demo_plan_row,
    "INSERT INTO alle_plan (project_id, nr, status, contact_id, verlengingsopties, vacatures, leerwerkplekken, inkopen, meerwaarde, werkzaamheden, toelichting, gewijzigd_op, gewijzigd_door, contract,"
    " opdrachtnemer, kvk, adres, postcode, plaats, contact_naam, contact_functie, contact_email, contact_telefoon, start, eind, verlengbaar, opdrachtwaarde_cent, sr_bp, set_id, netto_cent, ingediend_op,"
    " ingediend_door, beoordeeld_op, beoordeeld_door, opmerkingen, prestatieafspraken, termijn)"
    " SELECT p.id, :nr, :status, g.id, CASE WHEN p.verlengbaar THEN 'Twee keer 1 jaar' ELSE '' END, 1, 1, 1, 1, :werk, :toelichting, :op, g.id, p.naam, n.naam, n.kvk, n.adres, n.postcode, n.plaats, g.naam,"
    " g.functie, g.email, g.telefoon, p.start, p.eind, p.verlengbaar, p.opdrachtwaarde_cent, p.sr_bp, p.set_id, p.verplichting_cent, CASE WHEN :status <> 'concept' THEN :op END,"
    " CASE WHEN :status <> 'concept' THEN g.id END, CASE WHEN :am IS NOT NULL THEN :op + 172800 END, :am, :opmerkingen, :afspraken, :termijn"
    " FROM alle_project p JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id JOIN alle_gebruiker g ON g.id = :door WHERE p.id = :project");
STEWARD_SQL(
    demo_plan_regel_row,
    "INSERT INTO alle_plan_regel (plan_id, nr, bouwblok_id, personen, uren, maanden, bedrag_cent, aantal_uren) VALUES (:plan, :nr, :blok, :personen, :uren, :maanden, :bedrag, :aantal)");
STEWARD_SQL(demo_plan_doelgroep_row,
            "INSERT INTO alle_plan_doelgroep (plan_id, doelgroep, aantal) VALUES (:plan, :doelgroep, :aantal)");
STEWARD_SQL(
    demo_plan_project_rows,
    "SELECT p.id, p.verplichting_cent, p.afgerond_op IS NOT NULL AS afgerond, p.start, p.eind, p.set_id,"
    " (SELECT g.id FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.organisatie_id = p.opdrachtnemer_id ORDER BY g.id LIMIT 1) AS on_id,"
    " (SELECT g.id FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.organisatie_id = p.wsp_id ORDER BY g.id LIMIT 1) AS am_id,"
    " (SELECT count(*) FROM alle_inzet i WHERE i.project_id = p.id) AS n_inzet,"
    " EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE k.project_id = p.id AND o.soort = 'opdrachtnemer'"
    "         AND g.email LIKE 'on.%' OR k.project_id = p.id AND g.email = 'on@example.nl') AS team"
    " FROM alle_project p ORDER BY p.id");

enum result demo_plan_insert(struct steward *s, const struct demo_plan *p, plan_id *out)
{
    return steward_insert(s, demo_plan_row,
                          BIND(B("project", p->project), B("nr", p->nr), B("status", p->status),
                               B("werk", p->werkzaamheden), B("toelichting", p->toelichting), bind_int("op", p->op.sec),
                               B("door", p->door), B("am", p->beoordelaar), B("opmerkingen", p->opmerkingen),
                               B("afspraken", p->prestatieafspraken), B("termijn", p->termijn)),
                          &out->id);
}

enum result demo_plan_regel_insert(struct steward *s, plan_id plan, int nr, const struct demo_plan_regel *r)
{
    return steward_write(s, demo_plan_regel_row,
                         BIND(B("plan", plan), B("nr", nr), B("blok", r->blok),
                              bind_nullable("personen", r->personen == 0, r->personen), B("uren", r->week),
                              bind_nullable("maanden", r->maanden == 0, r->maanden), B("bedrag", r->bedrag),
                              B("aantal", r->aantal)),
                         NULL);
}

enum result demo_plan_doelgroep_insert(struct steward *s, plan_id plan, const char *doelgroep, int64_t aantal)
{
    return steward_write(s, demo_plan_doelgroep_row,
                         BIND(B("plan", plan), B("doelgroep", doelgroep), B("aantal", aantal)), NULL);
}

enum result demo_plan_projects(struct steward *s, struct arena *a, size_t *n, struct demo_plan_project **out)
{
    struct demo_plan_project most = {.id = {0}};
    int64_t most_inzet = -1;
    *out = ARENA_ARRAY(a, struct demo_plan_project, DEMO_PLANS_MOST + 2);
    *n = 0;
    struct query q CLEAN = query(s, a, demo_plan_project_rows, BIND_NONE);
    struct demo_plan_project largest = {.id = {0}, .verplichting = {-1}};
    while (next_row(&q)) {
        struct demo_plan_project p = {.id = row_id(&q, "id", project_id),
                                      .verplichting = row_geld(&q, "verplichting_cent"),
                                      .afgerond = row_bool(&q, "afgerond"),
                                      .start = row_datum(&q, "start"),
                                      .eind = row_datum(&q, "eind"),
                                      .on = row_id(&q, "on_id", gebruiker_id),
                                      .am = row_id(&q, "am_id", gebruiker_id),
                                      .set = row_id(&q, "set_id", bouwblokkenset_id)};
        if (row_int(&q, "n_inzet") > most_inzet) {
            most_inzet = row_int(&q, "n_inzet");
            most = p;
        }
        if (!geld_is_none(p.verplichting) && p.verplichting.cent > largest.verplichting.cent)
            largest = p;
        if (*n < DEMO_PLANS_MOST && row_bool(&q, "team"))
            (*out)[2 + (*n)++] = p;
    }
    (*out)[0] = largest;
    (*out)[1] = most;
    *n += 2;
    return query_result(&q);
}
