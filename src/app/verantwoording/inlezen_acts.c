/* app/verantwoording/inlezen_acts.c: storing what a file brought: all rows in one transaction, one refresh of the sums,
 * one audit line. */
#include "app/verantwoording/inlezen.h"

#include <string.h>

/* The rule that needs the rows before it, a share of a placement, is said with its line. */
static enum result said(struct request *r, int nr, enum result ended)
{
    if (ended == INVALID && r->problems.n > 0)
        problem_add(&r->problems, "", "Het gaat om regel %d. Er is niets ingelezen.", nr);
    return ended;
}

static enum result person_store(struct request *r, const struct inlezing *x, size_t i, kandidaat_id *ids)
{
    const struct inlees_rij *rij = &x->rijen[i];
    enum result found = NOT_FOUND;
    ids[i] = rij->who.id > 0 ? rij->who : ids[rij->zelfde];
    if (rij->who.id > 0 || rij->zelfde != i)
        return OK;
    /* somebody else may have brought the same person while this file waited for the desk */
    if (rij->zoek.p)
        found = kandidaat_by_zoek(r->db, r->arena, x->head.opdrachtnemer_id, rij->zoek, &ids[i]);
    if (found == NOT_FOUND)
        TRY(kandidaat_insert(r->job, x->head.id, &rij->in.kandidaat, rij->wie, &ids[i]));
    return found == NOT_FOUND ? OK : found;
}

/* Judged a moment ago, before the queue: what the rows were judged by must still stand. */
static enum result still_stands(struct request *r, const struct inlezing *x)
{
    struct project_head now;
    TRY(project_head_read(r->db, r->arena, x->head.id, &now));
    if (now.versie == x->head.versie && now.set.id == x->head.set.id && now.toestemming == x->head.toestemming &&
        strcmp(now.identiteit, x->head.identiteit) == 0)
        return OK;
    problem_add(&r->problems, "",
                "Het project is intussen gewijzigd. Er is niets ingelezen. Kies het bestand opnieuw.");
    return INVALID;
}

static enum result invoice_store(struct request *r, const struct inlezing *x, const struct inlees_rij *rij,
                                 inzet_id *id)
{
    const struct overig_input *in = &rij->in.factuur;
    bool known;
    TRY(factuur_known(r->db, r->arena, x->head.id, in->leverancier, in->nummer, (inzet_id){0}, &known));
    if (known) {
        problem_add(&r->problems, "", "Een factuur uit dit bestand staat intussen al bij dit project.");
        return INVALID;
    }
    return overig_store(r, &x->head, &overig_inkoop, x->set, in, id);
}

enum result inlezing_verzegel(struct request *r, struct inlezing *x)
{
    int64_t *keys = ARENA_ARRAY(r->arena, int64_t, x->n_nieuw + 1);
    size_t made = 0;
    /* keys first, persons after: a key without a person is harmless and swept up */
    TRY(seal_keys_new(r->seal, x->n_nieuw, keys));
    for (size_t i = 0; i < x->n; i++) {
        struct inlees_rij *rij = &x->rijen[i];
        if (x->facturen || rij->who.id > 0 || rij->zelfde != i)
            continue;
        rij->wie = ARENA_NEW(r->arena, struct kandidaat_sealed);
        TRY(kandidaat_seal(r->seal, r->arena, keys[made++], &rij->in.kandidaat, rij->wie));
    }
    return OK;
}

enum result inlezing_bewaar(struct request *r, const struct inlezing *x)
{
    kandidaat_id *ids = ARENA_ARRAY(r->arena, kandidaat_id, x->n + 1);
    inzet_id id, first = {0};
    TRY(still_stands(r, x));
    for (size_t i = 0; i < x->n; i++) {
        const struct inlees_rij *rij = &x->rijen[i];
        if (x->facturen) {
            TRY(said(r, rij->nr, invoice_store(r, x, rij, &id)));
        } else {
            TRY(person_store(r, x, i, ids));
            TRY(said(r, rij->nr, kandidaat_store(r, &x->head, x->set, &rij->in.kandidaat, ids[i], rij->geboren, &id)));
        }
        if (i == 0)
            first = id;
    }
    TRY(project_sums_after(r, x->head.id));
    job_audit(r->job, (struct audit_line){
                          .wat = "inzet.inlezen",
                          .soort = "inzet",
                          .rij = first.id,
                          .project = x->head.id,
                          .regio = x->head.regio,
                          .na = arena_printf(r->arena, "%zu %s", x->n, x->facturen ? "facturen" : "overeenkomsten")});
    return OK;
}
