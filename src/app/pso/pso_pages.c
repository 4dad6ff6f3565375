/* app/pso/pso_pages.c: the certificates of one opdrachtnemer: list, add, correct, remove. Each change shows its trace
 * and refreshes the obligations. */
#include "app/labels.h"
#include "app/pso/pso_rules.h"
#include "app/pso/pso_store.h"
#include "app/urls.h"
#include "templates.h"

static const char said[] = "De SR verplichting van de lopende projecten is opnieuw berekend.";

static enum result houder_of(struct request *r, struct pso_houder **out)
{
    *out = ARENA_NEW(r->arena, struct pso_houder);
    return pso_houder_read(r->db, r->arena, request_id(r, "organisatie", organisatie_id), *out);
}

static const char *certificate_words(struct arena *a, const char *trede, datum van, datum tm)
{
    char from[11], until[11];
    datum_to_text(van, from);
    datum_to_text(tm, until);
    return arena_printf(a, "%s van %s t/m %s", label_trede(trede), from, until);
}

static void stand_say(struct arena *a, struct pso_row *c, datum today)
{
    const struct pso_rij rij = {c->id, c->trede, c->van, c->tm};
    int days = c->tm.dag - today.dag;
    switch (pso_stand(&rij, today)) {
    case PSO_VERLOPEN:
        c->stand = "verlopen";
        break;
    case PSO_NOG_NIET:
        c->stand = "nog niet begonnen";
        break;
    case PSO_LOOPT_AF:
        c->signaal = "let_op";
        c->stand =
            days == 0 ? "loopt vandaag af" : arena_printf(a, "loopt over %d %s af", days, days == 1 ? "dag" : "dagen");
        break;
    default:
        c->signaal = "voldaan";
        c->stand = "geldig";
    }
}

enum result pso_page(struct request *r)
{
    struct pso_houder *h;
    size_t n;
    struct pso_row *all;
    TRY(houder_of(r, &h));
    TRY(pso_rows_read(r->db, r->arena, h->id, &n, &all));
    struct pso_view v = {.page = layout_page(r, "PSO-certificaten"),
                         .houder = h,
                         .eigen = r->viewer->soort == SOORT_ON,
                         .rows = ARENA_ARRAY(r->arena, struct pso_row, n + 1),
                         .vervallen = ARENA_ARRAY(r->arena, struct pso_row, n + 1)};
    for (size_t i = 0; i < n; i++) {
        stand_say(r->arena, &all[i], r->today);
        if (all[i].vervallen_op.sec == 0)
            v.rows[v.n_rows++] = all[i];
        else
            v.vervallen[v.n_vervallen++] = all[i];
    }
    if (h->mag_wijzigen) {
        v.form = form_view_new(r->arena, pso_form, &r->typed, NULL, &r->problems, 0);
        layout_form(v.page, v.form);
    }
    if (!v.eigen)
        layout_back(v.page, url_organisatie(h->id), h->naam);
    struct html o = page_begin(r);
    pso_list(&o, &v);
    return OK;
}

/* Can it stand beside the others? corrected: the row it takes the place of, 0 = none. */
static enum result judge(struct request *r, const struct pso_houder *h, const struct pso_input *in, pso_id corrected)
{
    size_t n, n_count = 0;
    struct pso_row *all;
    TRY(pso_rows_read(r->db, r->arena, h->id, &n, &all));
    struct pso_rij *count = ARENA_ARRAY(r->arena, struct pso_rij, n + 1);
    for (size_t i = 0; i < n; i++)
        if (all[i].vervallen_op.sec == 0)
            count[n_count++] = (struct pso_rij){all[i].id, all[i].trede, all[i].van, all[i].tm};
    const struct pso_rij nieuw = {corrected, in->trede, in->van, in->tm};
    const char *field, *why = pso_oordeel(r->arena, &nieuw, n_count, count, r->today, &field);
    if (!why)
        return OK;
    problem_add(&r->problems, field, "%s", why);
    return INVALID;
}

enum result pso_new_post(struct request *r)
{
    const struct pso_input *in = r->input;
    struct pso_houder *h;
    pso_id made;
    TRY(houder_of(r, &h));
    TRY(judge(r, h, in, (pso_id){0}));
    TRY(pso_insert(r->job, h->id, in, (pso_id){0}, &made));
    const char *what = certificate_words(r->arena, in->trede, in->van, in->tm);
    job_audit(r->job, (struct audit_line){.wat = "pso.toevoegen",
                                          .soort = "pso",
                                          .rij = made.id,
                                          .na = arena_printf(r->arena, "%s: %s", h->naam, what)});
    TRY(pso_sums_after(r, h->id));
    return reply_redirect_said(r, url_pso(h->id), "Het certificaat %s is toegevoegd. %s", what, said);
}

/* The certificate of the address, when it belongs to the opdrachtnemer of the address. What counts no more cannot be
 * changed; after a POST its form is shown all the same, so that what was typed is kept. */
static enum result certificate_of(struct request *r, struct pso_row **out)
{
    struct pso_row *c = *out = ARENA_NEW(r->arena, struct pso_row);
    TRY(pso_row_read(r->db, r->arena, request_id(r, "pso", pso_id), c));
    if (c->organisatie_id.id != request_object(r, "organisatie"))
        return NOT_FOUND;
    if (c->mag_wijzigen || r->problems.n > 0)
        return OK;
    r->problems.arena = r->arena;
    problem_add(
        &r->problems, "",
        "%s (%s) heeft dit certificaat intussen %s. Ga terug naar de PSO-certificaten om te zien wat er nu staat.",
        c->vervallen_wie, c->vervallen_organisatie, c->vervangen ? "gewijzigd" : "verwijderd");
    return r->job ? INVALID : FORBIDDEN;
}

static enum result act_show(struct request *r, const char *title, const struct field *form, const void *values,
                            void (*template)(struct html *, const struct pso_act_view *), struct pso_act_view *v)
{
    TRY(houder_of(r, &v->houder));
    v->page = layout_page(r, title);
    v->form = form_view_new(r->arena, form, &r->typed, values, &r->problems, 0);
    layout_form(v->page, v->form);
    layout_back(v->page, url_pso(v->houder->id), "PSO-certificaten");
    struct html o = page_begin(r);
    template(&o, v);
    return OK;
}

enum result pso_edit_page(struct request *r)
{
    struct pso_act_view v = {.page = NULL};
    TRY(certificate_of(r, &v.row));
    struct pso_input in = {v.row->trede, v.row->van, v.row->tm, NULL};
    return act_show(r, "PSO-certificaat wijzigen", pso_edit_form, &in, pso_edit, &v);
}

enum result pso_edit_post(struct request *r)
{
    const struct pso_input *in = r->input;
    struct pso_houder *h;
    struct pso_row *c;
    pso_id made;
    TRY(houder_of(r, &h));
    TRY(certificate_of(r, &c));
    if (r->problems.n > 0)
        return INVALID;
    TRY(judge(r, h, in, c->id));
    TRY(pso_insert(r->job, h->id, in, c->id, &made));
    const char *was = certificate_words(r->arena, c->trede, c->van, c->tm),
               *is = certificate_words(r->arena, in->trede, in->van, in->tm);
    job_audit(r->job, (struct audit_line){.wat = "pso.wijzigen",
                                          .soort = "pso",
                                          .rij = made.id,
                                          .voor = arena_printf(r->arena, "%s: %s", h->naam, was),
                                          .na = arena_printf(r->arena, "%s: %s; reden: %s", h->naam, is, in->reden)});
    TRY(pso_sums_after(r, h->id));
    return reply_redirect_said(r, url_pso(h->id), "Het certificaat is nu %s. %s", is, said);
}

enum result pso_remove_page(struct request *r)
{
    struct pso_act_view v = {.page = NULL};
    TRY(certificate_of(r, &v.row));
    return act_show(r, "PSO-certificaat verwijderen", pso_remove_form, NULL, pso_remove, &v);
}

enum result pso_remove_post(struct request *r)
{
    const struct pso_remove_input *in = r->input;
    struct pso_houder *h;
    struct pso_row *c;
    TRY(houder_of(r, &h));
    TRY(certificate_of(r, &c));
    if (r->problems.n > 0)
        return INVALID;
    TRY(pso_end(r->job, c->id, in->reden));
    const char *was = certificate_words(r->arena, c->trede, c->van, c->tm);
    job_audit(r->job, (struct audit_line){.wat = "pso.verwijderen",
                                          .soort = "pso",
                                          .rij = c->id.id,
                                          .voor = arena_printf(r->arena, "%s: %s", h->naam, was),
                                          .na = arena_printf(r->arena, "reden: %s", in->reden)});
    TRY(pso_sums_after(r, h->id));
    return reply_redirect_said(r, url_pso(h->id), "Het certificaat %s is verwijderd. %s", was, said);
}
