/* app/verantwoording/inlezen_acts.c: storing what a file brought: all rows in one transaction, one refresh of the sums, one audit line. */
#include "app/verantwoording/inlezen.h"

/* The rule that needs the rows before it, a share of a placement, is said with its line. */
static enum result said(struct request *r, int nr, enum result ended)
{
    if (ended == INVALID && r->problems.n > 0)
        problem_add(&r->problems, "", "Het gaat om regel %d. Er is niets ingelezen.", nr);
    return ended;
}

static enum result person_store(struct request *r, const struct inlezing *x, size_t i, size_t *made, kandidaat_id *ids)
{
    const struct inlees_rij *rij = &x->rijen[i];
    if (rij->who.id > 0)
        ids[i] = rij->who;
    else if (rij->zelfde != i)
        ids[i] = ids[rij->zelfde];
    else
        TRY(kandidaat_insert(r->job, r->seal, r->arena, x->head.id, &rij->in.kandidaat, x->sleutels[(*made)++], &ids[i]));
    return OK;
}

enum result inlezing_bewaar(struct request *r, const struct inlezing *x)
{
    kandidaat_id *ids = ARENA_ARRAY(r->arena, kandidaat_id, x->n + 1);
    size_t made = 0;
    inzet_id id, first = {0};
    for (size_t i = 0; i < x->n; i++) {
        const struct inlees_rij *rij = &x->rijen[i];
        if (x->facturen) {
            TRY(said(r, rij->nr, overig_store(r, &x->head, &overig_inkoop, x->set, &rij->in.factuur, &id)));
        } else {
            TRY(person_store(r, x, i, &made, ids));
            TRY(said(r, rij->nr, kandidaat_store(r, &x->head, x->set, &rij->in.kandidaat, ids[i], rij->geboren, &id)));
        }
        if (i == 0)
            first = id;
    }
    TRY(project_sums_after(r, x->head.id));
    job_audit(r->job, (struct audit_line){.wat = "inzet.inlezen", .soort = "inzet", .rij = first.id, .project = x->head.id, .regio = x->head.regio,
                                          .na = arena_printf(r->arena, "%zu %s", x->n, x->facturen ? "facturen" : "overeenkomsten")});
    return OK;
}
