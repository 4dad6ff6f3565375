#include "commands/demo_steekproef_store.h"

#include "data/steward.h"

STEWARD_SQL(
    demo_populatie_rows,
    "SELECT i.id, max(0, CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END) AS cent FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id"
    " JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie WHERE p.regio_id = :regio AND p.afgerond_op IS NULL AND i.soort = 'kandidaat' AND i.status <> 'teruggestuurd' AND v.start <= :dag"
    " AND (:on IS NULL OR p.opdrachtnemer_id = :on) AND (:am IS NULL OR EXISTS (SELECT 1 FROM alle_koppeling k WHERE k.project_id = p.id AND k.gebruiker_id = :am)) ORDER BY i.id LIMIT 20000");
STEWARD_SQL(
    demo_steekproef_row,
    "INSERT INTO alle_steekproef (regio_id, filter, weging, gevraagd, omvang, populatie, populatie_aantal, populatie_cent, populatie_sha256, zaad, deadline, toelichting, op, door, gesloten_op,"
    " gesloten_door, conclusie) VALUES (:regio, :filter, :weging, :gevraagd, :omvang, :populatie, :aantal, :cent, :sha256, :zaad, :deadline, :toelichting, :op, :door, :gesloten,"
    " CASE WHEN :gesloten IS NOT NULL THEN :door END, :conclusie)");
STEWARD_SQL(
    demo_item_row,
    "INSERT INTO alle_steekproef_item (steekproef_id, nr, inzet_id, toen, waarde_cent, antwoord, antwoord_op, antwoord_door, uitkomst, opmerking, vervolg, beoordeeld_op, beoordeeld_door)"
    " SELECT :id, :nr, i.id, i.versie, CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END, coalesce(:antwoord, ''), CASE WHEN :antwoord IS NOT NULL THEN :antwoord_op END,"
    " CASE WHEN :antwoord IS NOT NULL THEN (SELECT g.id FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.organisatie_id = p.opdrachtnemer_id ORDER BY g.id LIMIT 1) END,"
    " :uitkomst, coalesce(:opmerking, ''), :vervolg, CASE WHEN :uitkomst IS NOT NULL THEN :beoordeeld_op END, CASE WHEN :uitkomst IS NOT NULL THEN :door END"
    " FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.id = :inzet");
STEWARD_SQL(
    demo_gezien_row,
    "INSERT INTO alle_gezien (item_id, soort, dag, op, door) VALUES (:id, :soort, :dag, CAST(strftime('%s', :dag, '+10 hours') AS INTEGER), :door)");
STEWARD_SQL(
    demo_bewijs_row,
    "INSERT INTO alle_bewijs (inzet_id, soort, dag, sha256, op, door) SELECT i.id, :soort, :dag, :sha256, :op, i.ingevoerd_door FROM alle_inzet i WHERE i.id = :inzet AND i.ingevoerd_door IS NOT NULL");
STEWARD_SQL(
    demo_item_projects,
    "SELECT i.project_id, count(*) AS n FROM alle_steekproef_item t JOIN alle_inzet i ON i.id = t.inzet_id WHERE t.steekproef_id = :id GROUP BY i.project_id ORDER BY i.project_id");

enum result demo_populatie(struct steward *s, struct arena *a, regio_id regio, gebruiker_id am, organisatie_id on,
                           datum dag, size_t *n, struct trekbaar **out, int64_t *som)
{
    *out = ARENA_ARRAY(a, struct trekbaar, POPULATIE_MOST);
    *n = 0;
    *som = 0;
    struct query q CLEAN =
        query(s, a, demo_populatie_rows, BIND(B("regio", regio), B("am", am), B("on", on), B("dag", dag)));
    while (*n < POPULATIE_MOST && next_row(&q)) {
        (*out)[*n] = (struct trekbaar){row_int(&q, "id"), row_int(&q, "cent")};
        *som += (*out)[(*n)++].cent;
    }
    return query_result(&q);
}

enum result demo_steekproef_insert(struct steward *s, const struct demo_steekproef *d, steekproef_id *out)
{
    return steward_insert(
        s, demo_steekproef_row,
        BIND(B("regio", d->regio), B("filter", d->filter), B("weging", d->weging), B("gevraagd", d->gevraagd),
             B("omvang", d->omvang), B("populatie", d->populatie), B("aantal", d->aantal), B("cent", d->cent),
             B("sha256", d->sha256), B("zaad", d->zaad), B("deadline", d->deadline), B("toelichting", d->toelichting),
             B("op", d->op), B("door", d->door), bind_nullable("gesloten", d->gesloten_op.sec == 0, d->gesloten_op.sec),
             B("conclusie", d->conclusie)),
        &out->id);
}

enum result demo_item_insert(struct steward *s, steekproef_id id, const struct demo_item *i, steekproef_item_id *out)
{
    return steward_insert(s, demo_item_row,
                          BIND(B("id", id), B("nr", i->nr), B("inzet", i->inzet), B("antwoord", i->antwoord),
                               B("antwoord_op", i->antwoord_op), B("uitkomst", i->uitkomst),
                               B("opmerking", i->opmerking), B("vervolg", i->vervolg),
                               B("beoordeeld_op", i->beoordeeld_op), B("door", i->door)),
                          &out->id);
}

enum result demo_gezien_insert(struct steward *s, steekproef_item_id id, const char *soort, datum dag,
                               gebruiker_id door)
{
    return steward_write(s, demo_gezien_row, BIND(B("id", id), B("soort", soort), B("dag", dag), B("door", door)),
                         NULL);
}

enum result demo_bewijs_insert(struct steward *s, inzet_id id, const char *soort, datum dag, const char *sha256,
                               tijdstip op)
{
    return steward_write(s, demo_bewijs_row,
                         BIND(B("inzet", id), B("soort", soort), B("dag", dag), B("sha256", sha256), B("op", op)),
                         NULL);
}

enum result demo_steekproef_audit(struct steward *s, struct arena *a, steekproef_id id, gebruiker_id door,
                                  regio_id regio)
{
    struct query q CLEAN = query(s, a, demo_item_projects, BIND(B("id", id)));
    while (next_row(&q))
        TRY(steward_audit(s, (struct audit_line){.wat = "steekproef.getrokken",
                                                 .soort = "steekproef",
                                                 .rij = id.id,
                                                 .project = row_id(&q, "project_id", project_id),
                                                 .regio = regio,
                                                 .wie = door,
                                                 .na = arena_printf(a, "steekproef %lld: %lld keer inzet",
                                                                    (long long)id.id, (long long)row_int(&q, "n"))}));
    return query_result(&q);
}
