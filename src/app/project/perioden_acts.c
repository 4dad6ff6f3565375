/* app/project/perioden_acts.c: the periods of a raamovereenkomst, saved as one. The obligation follows from them. */
#include <string.h>

#include "app/project/project_acts.h"
#include "app/verantwoording/verantwoording.h"

static const char *words(struct arena *a, size_t n, const struct periode_rij *p)
{
    struct text t;
    text_init(&t, 20000);
    for (size_t i = 0; i < n; i++) {
        text_printf(&t, "%s%s t/m %s: geschat %s", i ? "; " : "", act_day(a, p[i].start), act_day(a, p[i].eind),
                    act_money(a, p[i].bedrag));
        if (!geld_is_none(p[i].vastgesteld))
            text_printf(&t, ", vastgesteld %s", act_money(a, p[i].vastgesteld));
    }
    return text_take(&t, a, NULL);
}

static const struct periode_stored *same_start(size_t n, const struct periode_stored *p, datum start)
{
    for (size_t i = 0; i < n; i++)
        if (p[i].is.start.dag == start.dag)
            return &p[i];
    return NULL;
}

static bool still_there(const struct periode_stored *p, size_t n, const struct periode_rij *rows)
{
    for (size_t i = 0; i < n; i++)
        if (rows[i].start.dag == p->is.start.dag)
            return true;
    return false;
}

static enum result rows_judge(struct request *r, const struct project_head *h, size_t n_was,
                              const struct periode_stored *was, size_t n, struct periode_rij *rows)
{
    int nr = 0;
    const char *why = NULL;
    for (size_t i = 0; !why && i < n; i++) {
        const struct periode_stored *s = same_start(n_was, was, rows[i].start);
        why = periode_bereken(r->arena, &rows[i], s ? &s->is : NULL, i + 1);
        nr = (int)i;
    }
    const char *field = "p_bp";
    if (!why) {
        why = perioden_oordeel(r->arena, n, rows, h->start, h->eind, &nr);
        field = "p_start";
    }
    if (!why)
        return OK;
    problem_add(&r->problems, arena_printf(r->arena, "%s.%d", field, nr), "%s", why);
    return INVALID;
}

/* Removed ones first, so that a start that moved to another row is free again. */
static enum result rows_store(struct request *r, project_id id, size_t n_was, const struct periode_stored *was,
                              size_t n, const struct periode_rij *rows)
{
    for (size_t i = 0; i < n_was; i++)
        if (!still_there(&was[i], n, rows))
            TRY(act_refused(r, periode_delete(r->job, was[i].id)));
    for (size_t i = 0; i < n; i++) {
        const struct periode_stored *s = same_start(n_was, was, rows[i].start);
        if (s && !periode_gelijk(&s->is, &rows[i]))
            TRY(act_refused(r, periode_update(r->job, s->id, &rows[i])));
        if (!s)
            TRY(act_refused(r, periode_insert(r->job, id, &rows[i])));
    }
    return OK;
}

enum result perioden_change(struct request *r, project_id id, int64_t versie, size_t n, struct periode_rij *rows)
{
    struct project_head h;
    size_t n_was;
    struct periode_stored *was;
    TRY(project_head_read(r->db, r->arena, id, &h));
    TRY(perioden_read(r->db, r->arena, id, &n_was, &was));
    TRY(rows_judge(r, &h, n_was, was, n, rows));
    enum result ended = project_versie_next(r->job, id, versie);
    if (ended == NOT_FOUND) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft dit project intussen gewijzigd. Uw invoer staat er nog. Vergelijk de perioden en sla zo nodig opnieuw op.");
        return INVALID;
    }
    TRY(ended);
    TRY(rows_store(r, id, n_was, was, n, rows));
    TRY(project_sums_after(r, id));
    struct periode_rij *before = ARENA_ARRAY(r->arena, struct periode_rij, n_was + 1);
    for (size_t i = 0; i < n_was; i++)
        before[i] = was[i].is;
    job_audit(r->job, (struct audit_line){.wat = "project.perioden",
                                          .soort = "project",
                                          .rij = id.id,
                                          .project = id,
                                          .regio = h.regio,
                                          .voor = words(r->arena, n_was, before),
                                          .na = words(r->arena, n, rows)});
    return OK;
}
