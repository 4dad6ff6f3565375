#include "app/verantwoording/inzet_life.h"

#include <string.h>

#include "app/verantwoording/kandidaat_rules.h"

enum result inzet_whole_read(struct request *r, struct inzet_whole *w)
{
    w->id = request_id(r, "inzet", inzet_id);
    TRY(project_head_read(r->db, r->arena, request_id(r, "project", project_id), &w->head));
    TRY(inzet_row_read(r->db, r->arena, w->head.id, w->id, &w->row, &w->may, &w->versie, &w->reden));
    return inzet_version_read(r->db, r->arena, w->id, w->versie, &w->version);
}

enum result inzet_whole_store(struct request *r, const struct inzet_whole *w, int64_t typed_versie, const char *wat,
                              const char *reden)
{
    enum result ended = inzet_version_write(r->job, w->id, typed_versie + 1, &w->version, reden);
    if (ended == CONFLICT || ended == INVALID)
        problem_add(
            &r->problems, "", "%s",
            ended == CONFLICT
                ? "Iemand anders heeft deze inzet intussen gewijzigd. Ga terug, bekijk de nieuwe stand en probeer het opnieuw."
                : job_problem(r->job));
    if (ended == CONFLICT)
        return INVALID;
    TRY(ended);
    TRY(project_sums_after_inzet(r, w->head.id, w->row.kandidaat));
    job_audit(
        r->job,
        (struct audit_line){
            .wat = wat, .soort = "inzet", .rij = w->id.id, .project = w->head.id, .regio = w->head.regio, .na = reden});
    return OK;
}

/* The end that counts: out of service, the agreed end, or the project's. */
static datum end_of(const struct project_head *h, const struct inzet_version *v)
{
    datum last = !datum_is_none(v->uit_dienst) ? v->uit_dienst : !datum_is_none(v->eind) ? v->eind : h->eind;
    return datum_plus_days(last, 1);
}

enum result naast_elkaar_read(struct request *r, const struct project_head *h, const struct inzet_version *v,
                              kandidaat_id who, inzet_id but, struct naast_elkaar *out)
{
    datum tot = end_of(h, v);
    out->own = ARENA_ARRAY(r->arena, struct plaatsing, v->n_uren + 1);
    out->n_own = 0;
    for (size_t i = 0; i < v->n_uren; i++) {
        datum until = i + 1 < v->n_uren && v->uren[i + 1].vanaf.dag < tot.dag ? v->uren[i + 1].vanaf : tot;
        out->own[out->n_own++] = (struct plaatsing){v->uren[i].vanaf, until, v->uren[i].week, v->aandeel, v->start};
    }
    return inzet_plaatsingen(r, h->id, who, but, &out->n_other, &out->other);
}
