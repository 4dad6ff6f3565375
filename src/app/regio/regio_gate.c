/* app/regio/regio_gate.c: after a setting that decides what counts: the stored sums of every active project of the
 * regio. The only file of this room that uses the steward. */
#include "app/regio/regio_store.h"
#include "app/verantwoording/verantwoording.h"
#include "data/steward.h"

STEWARD_SQL(
    regio_projecten,
    "SELECT id FROM alle_project WHERE regio_id = :regio AND afgerond_op IS NULL AND id > :na ORDER BY id LIMIT 1");
STEWARD_SQL(regio_bedragen, "SELECT netto_cent, actueel_cent, prognose_cent FROM alle_project WHERE id = :id");

struct bedragen {
    geld netto, actueel, prognose;
};

static enum result amounts_read(struct steward *s, struct arena *a, project_id id, struct bedragen *out)
{
    struct query q CLEAN = query(s, a, regio_bedragen, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct bedragen){row_geld(&q, "netto_cent"), row_geld(&q, "actueel_cent"), row_geld(&q, "prognose_cent")};
    return OK;
}

static const char *words(struct arena *a, const struct bedragen *b)
{
    char netto[48] = "–", actueel[48], prognose[48];
    if (!geld_is_none(b->netto))
        geld_to_text(b->netto, netto, sizeof(netto));
    geld_to_text(b->actueel, actueel, sizeof(actueel));
    geld_to_text(b->prognose, prognose, sizeof(prognose));
    return arena_printf(a, "SR verplichting: %s; actueel: %s; prognose: %s", netto, actueel, prognose);
}

static enum result one_project(struct request *r, struct steward *s, regio_id regio, project_id id, const char *why)
{
    struct bedragen was, is;
    struct arena *one = arena_new(); /* a project's memory goes with it */
    enum result ended = amounts_read(s, one, id, &was);
    if (ended == OK)
        ended = project_sums_refresh(s, one, id, r->today);
    if (ended == OK)
        ended = amounts_read(s, one, id, &is);
    arena_free(one);
    TRY(ended);
    if (was.netto.cent != is.netto.cent || was.actueel.cent != is.actueel.cent || was.prognose.cent != is.prognose.cent)
        job_audit(r->job, (struct audit_line){.wat = "project.regio",
                                              .soort = "project",
                                              .rij = id.id,
                                              .project = id,
                                              .regio = regio,
                                              .voor = words(r->arena, &was),
                                              .na = arena_printf(r->arena, "%s (%s)", words(r->arena, &is), why)});
    return OK;
}

static enum result next_project(struct steward *s, struct arena *a, regio_id regio, project_id after, project_id *out)
{
    struct query q CLEAN = query(s, a, regio_projecten, BIND(B("regio", regio), B("na", after.id)));
    TRY(one_row(&q));
    *out = row_id(&q, "id", project_id);
    return OK;
}

enum result regio_sums_after(struct request *r, regio_id regio, const char *why)
{
    struct steward *s = job_steward(r->job);
    project_id id = {0};
    for (;;) {
        enum result found = next_project(s, r->arena, regio, id, &id);
        if (found == NOT_FOUND)
            return OK;
        TRY(found);
        TRY(one_project(r, s, regio, id, why));
    }
}
