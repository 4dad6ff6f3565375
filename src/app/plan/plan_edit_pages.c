/* app/plan/plan_edit_pages.c: writing the plan (concept, "Bereken", "Indienen") and assessing it. */
#include <string.h>

#include "app/plan/plan_acts.h"
#include "app/plan/plan_show.h"
#include "app/urls.h"
#include "app/waardering/waardering.h"
#include "templates.h"

struct editing {
    struct project_head *head;
    struct bouwblokkenset *set;
    struct plan_feiten feiten;
    struct plan_stand_van stand;
};

static enum result editing_read(struct request *r, struct editing *e)
{
    TRY(project_head_of(r, &e->head));
    TRY(waardering_set_read(r->db, r->arena, e->head->set, &e->set));
    TRY(plan_feiten_read(r->db, r->arena, e->head->id, &e->feiten));
    return plan_stand_read(r, e->head->id, &e->stand);
}

/* What the form opens with: the concept, else the newest submitted version, else what is known. */
static enum result stored_input(struct request *r, const struct editing *e, size_t n_contacts,
                                const struct plan_contact *contacts, struct plan_input *in)
{
    const struct plan_row *from = e->stand.concept ? e->stand.concept : e->stand.ingestuurd;
    size_t n;
    struct plan_regel *regels;
    *in = (struct plan_input){.opdrachtwaarde = GELD_GEEN, .sr_bp = BP_GEEN};
    plan_lijnen_leeg(&in->lijnen);
    for (size_t i = 0; i < n_contacts; i++)
        if (i == 0 || contacts[i].id.id == r->viewer->gebruiker.id)
            in->contact = contacts[i].id;
    if (from) {
        *in = from->in;
        struct bouwblokkenset *set = e->set;
        if (from->set.id != 0 &&
            from->set.id != e->set->id.id) /* sent under an earlier set: its blocks go on by their codes */
            TRY(waardering_set_read(r->db, r->arena, from->set, &set));
        TRY(plan_regels_read(r->db, r->arena, from->id, set, &n, &regels));
        plan_lijnen_schrijf(&in->lijnen, n, regels);
        TRY(plan_doelgroepen_read(r->db, r->arena, from->id, in->doelgroep));
    }
    in->versie = e->stand.stempel;
    return OK;
}

/* What is known is shown, not typed. */
static void known_hide(struct form_view *f, const struct plan_feiten *feiten)
{
    form_field(f, "opdrachtwaarde")->is_button = !geld_is_none(feiten->opdrachtwaarde);
    form_field(f, "sr_bp")->is_button = !bp_is_none(feiten->sr_bp);
    form_field(f, "pso_trede")->is_button = feiten->pso_trede != NULL;
}

static void contact_select(struct request *r, struct form_view *f, size_t n, const struct plan_contact *contacts)
{
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct plan_contact *c = &contacts[i];
        const char *functie = c->functie[0] ? arena_printf(r->arena, ", %s", c->functie) : "";
        choices[i] = (struct choice){arena_printf(r->arena, "%lld", (long long)c->id.id),
                                     arena_printf(r->arena, "%s%s (%s)", c->naam, functie, c->organisatie), false};
    }
    form_choices(f, r->arena, "contact", choices, n);
}

/* The contact that stands in the form: its address and telephone are shown, not typed. */
static struct plan_contact *contact_chosen(struct form_view *f, size_t n, struct plan_contact *contacts)
{
    int64_t id;
    for (size_t i = 0; i < n; i++)
        if (int_parse(form_field(f, "contact")->value, &id) && contacts[i].id.id == id)
            return &contacts[i];
    return NULL;
}

static enum result edit_show(struct request *r, const struct editing *e, struct schatting_view *schatting)
{
    size_t n;
    struct plan_contact *contacts;
    struct plan_input in;
    TRY(plan_contacten(r->db, r->arena, e->head->id, &n, &contacts));
    TRY(stored_input(r, e, n, contacts, &in));
    if (r->typed.n > 0) /* who was told that somebody saved in between, may save again */
        typed_put(r, "versie", arena_printf(r->arena, "%lld", (long long)e->stand.stempel));
    struct plan_edit_view v = {
        .page = layout_page(r, arena_printf(r->arena, "Plan van aanpak invullen – %s", e->head->naam)),
        .head = e->head,
        .feiten = ARENA_NEW(r->arena, struct plan_feiten),
        .form = form_view_new(r->arena, plan_form, &r->typed, &in, &r->problems, 0),
        .fte = uren_woord(r->arena, e->set->fte),
        .project = e->head->id};
    *v.feiten = e->feiten;
    known_hide(v.form, &e->feiten);
    contact_select(r, v.form, n, contacts);
    v.contact = contact_chosen(v.form, n, contacts);
    v.pso = plan_pso_woord(e->feiten.pso_trede);
    plan_lijnen_keuzes(r->arena, v.form, e->set);
    for (size_t i = 0; i < PLAN_DOELGROEPEN; i++)
        form_field(v.form, arena_printf(r->arena, "dg_%s", plan_doelgroepen[i].value))->label =
            plan_doelgroepen[i].label;
    v.algemeen = form_deel(v.form, "contact", "pso_trede");
    v.soorten = form_deel(v.form, "vacatures", "meerwaarde");
    v.doelgroepen = form_deel(v.form, "dg_pw_kort", "dg_nug");
    v.woorden = form_deel(v.form, "werkzaamheden", "versie");
    if (e->stand.ingestuurd && strcmp(e->stand.ingestuurd->status, "aanpassen") == 0)
        v.opmerkingen = e->stand.ingestuurd->opmerkingen;
    v.schatting = schatting;
    v.page->heading = "Plan van aanpak";
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_part(e->head->id, "plan"), "Plan van aanpak");
    struct html o = page_begin(r);
    plan_edit_view(&o, &v);
    return OK;
}

static struct schatting_view *estimate_typed(struct request *r, const struct editing *e,
                                             const struct plan_lijnen *lijnen)
{
    struct plan_regel regels[PLAN_REGELS];
    struct plan_kader k = {e->set, e->head->start, datum_plus_days(e->head->eind, 1)};
    size_t n = plan_lijnen_lees(r, lijnen, &k, true, regels);
    struct plan_schatting s = plan_schat(r->arena, &k, n, regels);
    return schatting_maak(r->arena, &s, e->head->netto);
}

enum result plan_edit_page(struct request *r)
{
    struct editing e;
    struct schatting_view *schatting = NULL;
    TRY(editing_read(r, &e));
    const struct plan_row *from = e.stand.concept ? e.stand.concept : e.stand.ingestuurd;
    if (from && r->typed.n == 0) { /* lines that are already there are valued at once */
        struct plan_input in;
        size_t before = r->problems.n;
        if (!r->problems.arena)
            r->problems.arena = r->arena;
        TRY(stored_input(r, &e, 0, NULL, &in));
        schatting = estimate_typed(r, &e, &in.lijnen);
        r->problems.n = before; /* a concept may be unfinished */
    }
    return edit_show(r, &e, schatting);
}

/* The page again with the estimate; nothing is saved. */
static enum result previewed(struct request *r, const struct editing *e, const struct plan_input *in)
{
    struct schatting_view *schatting = estimate_typed(r, e, &in->lijnen);
    bool wrong = r->problems.n > 0;
    TRY(edit_show(r, e, schatting));
    TRY(form_again(r));
    if (!wrong) {
        r->reply.status = 200;
        r->reply.title_error = NULL;
    }
    return OK;
}

enum result plan_edit_post(struct request *r)
{
    struct plan_input *in = r->input;
    struct editing e;
    TRY(editing_read(r, &e));
    bool indienen = in->actie && strcmp(in->actie, "indienen") == 0;
    if (in->actie && strcmp(in->actie, "bereken") == 0)
        return previewed(r, &e, in);
    TRY(plan_bewaar(r, e.head, e.set, in, indienen));
    return reply_redirect_said(
        r, url_project_part(e.head->id, "plan"), "%s",
        indienen ? "Het plan van aanpak is ingediend. De accountmanagers krijgen een mail."
                 : "Het concept is opgeslagen. De accountmanager ziet het plan nadat u het heeft ingediend.");
}

/* ---- assessing ---- */

enum result plan_beoordelen_page(struct request *r)
{
    struct project_head *h;
    struct plan_stand_van s;
    TRY(project_head_of(r, &h));
    TRY(plan_stand_read(r, h->id, &s));
    if (!s.ingestuurd)
        return NOT_FOUND;
    struct plan_oordeel_input in = {.termijn = DATUM_GEEN, .versie = s.ingestuurd->nr};
    struct plan_beoordelen_view v = {
        .page = layout_page(r, arena_printf(r->arena, "Plan van aanpak beoordelen – %s", h->naam)),
        .project = h->id,
        .form = form_view_new(r->arena, plan_oordeel_form, &r->typed, &in, &r->problems, 0)};
    v.page->heading = "Plan van aanpak beoordelen";
    TRY(plan_show_make(r, s.ingestuurd, &v.plan));
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_part(h->id, "plan"), "Plan van aanpak");
    struct html o = page_begin(r);
    plan_beoordelen_view(&o, &v);
    return OK;
}

enum result plan_beoordelen_post(struct request *r)
{
    const struct plan_oordeel_input *in = r->input;
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(plan_beoordeel(r, h, in));
    return reply_redirect_said(r, url_project_part(h->id, "plan"), "%s",
                               strcmp(in->oordeel, "akkoord") == 0
                                   ? "Het plan is akkoord. De opdrachtnemer krijgt een mail."
                                   : "De opdrachtnemer krijgt een mail dat het plan moet worden aangepast.");
}
