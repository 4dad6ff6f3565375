/* app/project/looptijd_pages.c: Verleng project, in two steps: date and amount, then the project's form to check. */
#include <string.h>

#include "app/project/project_acts.h"
#include "app/urls.h"
#include "templates.h"

/* 403 with the reason, before and after the time in which extending is possible. */
static enum result in_time(struct request *r, const struct project_head *h)
{
    const char *why = verlengen_oordeel(r->arena, h->verlengbaar, h->goedgekeurd, h->eind, r->today);
    if (!why)
        return OK;
    r->problems.arena = r->arena;
    problem_add(&r->problems, "", "%s", why);
    return FORBIDDEN;
}

enum result verlengen_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(in_time(r, h));
    struct verlengen_input none = {DATUM_GEEN, GELD_GEEN};
    struct verlengen_view v = {.page = layout_page(r, "Verleng project"),
                               .head = h,
                               .form = form_view_new(r->arena, verlengen_form, &r->typed, &none, &r->problems, 0)};
    if (strcmp(h->afspraak, "inspanningsverplichting") == 0)
        form_field(v.form, "bedrag")->is_button = true;
    layout_form(v.page, v.form);
    layout_back(v.page, url_project(h->id), h->naam);
    struct html o = page_begin(r);
    project_verlengen(&o, &v);
    return OK;
}

enum result verlengen_post(struct request *r)
{
    const struct verlengen_input *in = r->input;
    struct project_head *h;
    concept_id draft;
    TRY(project_head_of(r, &h));
    TRY(in_time(r, h));
    if (in->tot.dag <= h->eind.dag)
        problem_add(&r->problems, "tot", "De nieuwe einddatum moet na %s liggen", act_day(r->arena, h->eind));
    if (strcmp(h->afspraak, "inspanningsverplichting") != 0 && geld_is_none(in->bedrag))
        problem_add(&r->problems, "bedrag",
                    "Vul in met welk bedrag de SR verplichting hoger wordt. Is dat niets, vul dan 0 in");
    if (r->problems.n > 0)
        return INVALID;
    url check = url_project_part(h->id, "verlengen/controleren");
    TRY(draft_keep(r, check.path, &draft));
    return reply_redirect(r, url_with(check, arena_printf(r->arena, "concept=%lld", (long long)draft.id)));
}

/* What is known is filled, unless the user has typed over it. */
static void fill(struct request *r, const char *name, const char *value)
{
    if (!typed_value(&r->typed, name))
        typed_put(r, name, value ? value : "");
}

static void form_fill(struct request *r, const struct project_head *h, const struct project_detail *d)
{
    datum tot;
    geld bedrag = GELD_GEEN;
    const char *typed_tot = typed_value(&r->typed, "tot"), *typed_bedrag = typed_value(&r->typed, "bedrag");
    bool first = !typed_value(&r->typed, "naam");
    fill(r, "naam", h->naam);
    fill(r, "projectgroep", d->projectgroep);
    fill(r, "plaats", d->plaats);
    fill(r, "sector", d->sector);
    fill(r, "toelichting", d->toelichting);
    fill(r, "versie", arena_printf(r->arena, "%lld", (long long)h->versie));
    if (first && d->verlengbaar)
        fill(r, "verlengbaar", "ja");
    if (first && typed_tot && typed_bedrag && datum_parse(typed_tot, &tot) &&
        geld_parse(typed_bedrag, &bedrag) == PARSE_OK)
        periods_fill(r, datum_plus_days(h->eind, 1), tot, bedrag);
}

enum result verlengen_controle_page(struct request *r)
{
    struct project_head *h;
    struct project_detail d;
    TRY(project_head_of(r, &h));
    TRY(in_time(r, h));
    if (!typed_value(&r->typed, "tot")) /* without the first step there is nothing to check */
        return reply_redirect(r, url_project_part(h->id, "verlengen"));
    TRY(project_detail_read(r->db, r->arena, h->id, &d));
    form_fill(r, h, &d);
    struct verlengen_view v = {.page = layout_page(r, "Verlenging controleren"),
                               .head = h,
                               .raam = strcmp(h->afspraak, "raamovereenkomst") == 0};
    v.form = form_view_new(r->arena, verlengen_controle_form, &r->typed, NULL, &r->problems, 1);
    if (!v.raam)
        v.form->n_tables = 0;
    if (strcmp(h->afspraak, "inspanningsverplichting") == 0)
        form_field(v.form, "bedrag")->is_button = true;
    TRY(contacten_read(r->db, r->arena, h->id, &v.n_contacten, &v.contacten));
    v.page->from_draft = false; /* the page itself says that nothing is changed yet */
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_part(h->id, "verlengen"), "Verleng project");
    struct html o = page_begin(r);
    project_verlengen_controle(&o, &v);
    return OK;
}

enum result verlengen_controle_post(struct request *r)
{
    const struct verlengen_controle_input *in = r->input;
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(in_time(r, h));
    if (in->actie && strcmp(in->actie, "perioden") == 0) {
        periods_fill(r, datum_plus_days(h->eind, 1), in->tot, in->bedrag);
        r->problems.n = 0;
        TRY(verlengen_controle_page(r));
        TRY(form_again(r));
        r->reply.status = 200;
        r->reply.title_error = NULL;
        return OK;
    }
    if (r->problems.n > 0)
        return INVALID;
    TRY(project_extend(r, h, in));
    return reply_redirect_said(r, url_project(h->id), "Het project is verlengd tot en met %s.",
                               act_day(r->arena, in->tot));
}
