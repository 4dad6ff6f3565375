/* app/pso/pso_gate.c: after a change of a certificate: the stored obligation of every active project of the
 * opdrachtnemer. The only file of this room that uses the steward: a certificate counts on projects the viewer may not
 * see. */
#include "app/pso/pso_store.h"
#include "app/verantwoording/verantwoording.h"
#include "data/steward.h"

STEWARD_SQL(pso_projecten,
            "SELECT id FROM alle_project WHERE opdrachtnemer_id = :on AND afgerond_op IS NULL ORDER BY id");
STEWARD_SQL(pso_project, "SELECT regio_id, bruto_cent, korting_cent, netto_cent FROM alle_project WHERE id = :id");

enum { PROJECTS_MOST = 5000 };
struct obligation {
    regio_id regio;
    geld bruto, korting, netto;
};

static enum result obligation_read(struct steward *s, struct arena *a, project_id id, struct obligation *out)
{
    struct query q CLEAN = query(s, a, pso_project, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct obligation){row_id(&q, "regio_id", regio_id), row_geld(&q, "bruto_cent"),
                               row_geld(&q, "korting_cent"), row_geld(&q, "netto_cent")};
    return OK;
}

static const char *words(struct arena *a, const struct obligation *o)
{
    char korting[48], netto[48];
    geld_to_text(o->korting, korting, sizeof(korting));
    geld_to_text(o->netto, netto, sizeof(netto));
    return arena_printf(a, "korting: %s; SR verplichting: %s", korting, netto);
}

static enum result one_project(struct request *r, struct steward *s, project_id id)
{
    struct obligation was, is;
    struct arena *one = arena_new(); /* a project's memory goes with it */
    enum result ended = obligation_read(s, one, id, &was);
    if (ended == OK)
        ended = project_sums_refresh(s, one, id, r->today);
    if (ended == OK)
        ended = obligation_read(s, one, id, &is);
    arena_free(one);
    TRY(ended);
    if (was.korting.cent != is.korting.cent)
        job_audit(r->job, (struct audit_line){.wat = "project.pso",
                                              .soort = "project",
                                              .rij = id.id,
                                              .project = id,
                                              .regio = is.regio,
                                              .voor = words(r->arena, &was),
                                              .na = words(r->arena, &is)});
    return OK;
}

enum result pso_sums_after(struct request *r, organisatie_id id)
{
    struct steward *s = job_steward(r->job);
    project_id *ids = ARENA_ARRAY(r->arena, project_id, PROJECTS_MOST);
    size_t n = 0;
    {
        struct query q CLEAN = query(s, r->arena, pso_projecten, BIND(B("on", id)));
        while (n < PROJECTS_MOST && next_row(&q))
            ids[n++] = row_id(&q, "id", project_id);
        TRY(query_result(&q));
    }
    for (size_t i = 0; i < n; i++)
        TRY(one_project(r, s, ids[i]));
    return OK;
}
