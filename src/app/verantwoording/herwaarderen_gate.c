/* app/verantwoording/herwaarderen_gate.c: a running project goes over to another set of its regio. Versions are append
 * only, so each inzet gets a new one with the block of the same code; which version counts stays as it was. Uses the
 * steward: it is the regio's act on inzet that only ON and IM may write. */
#include "app/verantwoording/versie_gate.h"
#include "data/steward.h"

STEWARD_SQL(
    herwaardeer_inzet,
    "SELECT i.id, i.versie, i.geldend FROM alle_inzet i WHERE i.project_id = :project AND i.id > :na ORDER BY i.id LIMIT 1");
STEWARD_SQL(
    herwaardeer_versie,
    "INSERT INTO alle_inzet_versie (inzet_id, versie, bouwblok_id, start, eind, uit_dienst, uit_dienst_reden, overeenkomst, functie, cap_eind, aandeel_bp, bedrag_cent, nummer, leverancier, uren, personen,"
    " onderaannemer, toelichting, document_id, op, door, reden)"
    " SELECT v.inzet_id, :nieuw, n.id, v.start, v.eind, v.uit_dienst, v.uit_dienst_reden, v.overeenkomst, v.functie, v.cap_eind, v.aandeel_bp, v.bedrag_cent, v.nummer, v.leverancier, v.uren, v.personen,"
    " v.onderaannemer, v.toelichting, v.document_id, :op, :door, :reden"
    " FROM alle_inzet_versie v JOIN alle_bouwblok b ON b.id = v.bouwblok_id JOIN alle_bouwblok n ON n.set_id = :set AND n.code = b.code WHERE v.inzet_id = :inzet AND v.versie = :oud");
STEWARD_SQL(
    herwaardeer_uren,
    "INSERT INTO alle_inzet_uren (versie_id, vanaf, uren) SELECT :nieuw, u.vanaf, u.uren FROM alle_inzet_versie v JOIN alle_inzet_uren u ON u.versie_id = v.id"
    " WHERE v.inzet_id = :inzet AND v.versie = :oud");
STEWARD_SQL(
    herwaardeer_antwoorden,
    "INSERT INTO alle_inzet_antwoord (versie_id, attribuut, waarde) SELECT :nieuw, w.attribuut, w.waarde FROM alle_inzet_versie v JOIN alle_inzet_antwoord w ON w.versie_id = v.id"
    " WHERE v.inzet_id = :inzet AND v.versie = :oud");
STEWARD_SQL(herwaardeer_geldt, "UPDATE alle_inzet SET versie = :versie, geldend = :geldend WHERE id = :inzet");
STEWARD_SQL(
    herwaardeer_project,
    "UPDATE alle_project SET set_id = :set, versie = versie + 1 WHERE id = :project AND afgerond_op IS NULL AND goedgekeurd_op IS NULL");
STEWARD_SQL(
    herwaardeer_plan,
    "UPDATE alle_plan_regel SET bouwblok_id = (SELECT n.id FROM alle_bouwblok b JOIN alle_bouwblok n ON n.set_id = :set AND n.code = b.code WHERE b.id = alle_plan_regel.bouwblok_id)"
    " WHERE plan_id IN (SELECT l.id FROM alle_plan l WHERE l.project_id = :project AND l.status = 'concept')"
    " AND EXISTS (SELECT 1 FROM alle_bouwblok b JOIN alle_bouwblok n ON n.set_id = :set AND n.code = b.code WHERE b.id = alle_plan_regel.bouwblok_id)");
STEWARD_SQL(
    herwaardeer_plan_rest,
    "DELETE FROM alle_plan_regel WHERE plan_id IN (SELECT l.id FROM alle_plan l WHERE l.project_id = :project AND l.status = 'concept')"
    " AND bouwblok_id NOT IN (SELECT b.id FROM alle_bouwblok b WHERE b.set_id = :set)");

struct going {
    struct request *r;
    struct steward *s;
    bouwblokkenset_id set;
    const char *reden;
};

enum result inzet_version_copy(struct request *r, bouwblokkenset_id set, const char *reden, inzet_id inzet, int64_t old,
                               int64_t new, int64_t *row)
{
    struct steward *s = job_steward(r->job);
    TRY(steward_insert(s, herwaardeer_versie,
                       BIND(B("inzet", inzet), B("oud", old), B("nieuw", new), B("set", set), B("op", r->now),
                            B("door", r->viewer->gebruiker), B("reden", reden)),
                       row));
    TRY(steward_write(s, herwaardeer_uren, BIND(B("inzet", inzet), B("oud", old), B("nieuw", *row)), NULL));
    return steward_write(s, herwaardeer_antwoorden, BIND(B("inzet", inzet), B("oud", old), B("nieuw", *row)), NULL);
}

static enum result version_copy(const struct going *g, inzet_id inzet, int64_t old, int64_t new)
{
    int64_t row;
    return inzet_version_copy(g->r, g->set, g->reden, inzet, old, new, &row);
}

/* What is approved and counts while a newer version waits is copied too, before it. */
static enum result inzet_over(const struct going *g, inzet_id inzet, int64_t newest, int64_t counts)
{
    int64_t next = newest + 1;
    if (counts != 0 && counts != newest)
        TRY(version_copy(g, inzet, counts, next++));
    TRY(version_copy(g, inzet, newest, next));
    int64_t approved = counts == 0 ? 0 : counts == newest ? next : newest + 1;
    return steward_write(g->s, herwaardeer_geldt,
                         BIND(B("inzet", inzet), B("versie", next), bind_nullable("geldend", approved == 0, approved)),
                         NULL);
}

static enum result next_inzet(const struct going *g, project_id project, inzet_id *inzet, int64_t *newest,
                              int64_t *counts)
{
    struct query q CLEAN = query(g->s, g->r->arena, herwaardeer_inzet, BIND(B("project", project), B("na", inzet->id)));
    TRY(one_row(&q));
    *inzet = row_id(&q, "id", inzet_id);
    *newest = row_int(&q, "versie");
    *counts = row_int(&q, "geldend"); /* NULL reads as 0 */
    return OK;
}

enum result project_herwaarderen(struct request *r, project_id id, bouwblokkenset_id set, const char *reden)
{
    struct going g = {r, job_steward(r->job), set, reden};
    inzet_id inzet = {0};
    int64_t newest, counts;
    int changed;
    TRY(steward_write(g.s, herwaardeer_project, BIND(B("project", id), B("set", set)), &changed));
    if (changed != 1)
        return CONFLICT;
    for (;;) {
        enum result found = next_inzet(&g, id, &inzet, &newest, &counts);
        if (found == NOT_FOUND)
            break;
        TRY(found);
        TRY(inzet_over(&g, inzet, newest, counts));
    }
    TRY(steward_write(g.s, herwaardeer_plan, BIND(B("project", id), B("set", set)), NULL));
    TRY(steward_write(g.s, herwaardeer_plan_rest, BIND(B("project", id), B("set", set)), NULL));
    return project_sums_after(r, id);
}
