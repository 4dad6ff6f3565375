/* app/eindoordeel/eindoordeel_pages.c: the page of the final evaluation: what was recorded, and for the accountmanager
 * the form; settling a measure is a page of its own. */
#include <string.h>

#include "app/eindoordeel/eindoordeel.h"
#include "app/eindoordeel/eindoordeel_rules.h"
#include "app/eindoordeel/eindoordeel_store.h"
#include "app/eindoordeel/eindoordeel_view.h"
#include "app/labels.h"
#include "app/urls.h"
#include "templates.h"

enum { TOLD = SOORT_OG | SOORT_ON | SOORT_IM };

static bool to_settle(const struct eindoordeel_view *v)
{
    return v->n_rows > 0 && !geld_is_none(v->rows[0].maatregel_bedrag) && datum_is_none(v->rows[0].afgewikkeld_dag);
}

static const char *why_not(struct request *r, const struct project_head *h, bool mag)
{
    if (mag)
        return NULL;
    if (geld_is_none(h->netto) || h->netto.cent == 0)
        return "Dit project heeft geen SR verplichting in euro’s: er is geen eindoordeel nodig.";
    if (h->afgerond)
        return "Het project is afgerond: er kan niets meer worden vastgelegd.";
    if (r->viewer->soort != SOORT_AM)
        return "De accountmanager van dit project legt het eindoordeel vast, vanaf de laatste dag.";
    return "U kunt het eindoordeel vastleggen vanaf de laatste dag van het project.";
}

static enum result view_fill(struct request *r, struct project_head **h, struct eindoordeel_view *v)
{
    bool mag;
    TRY(project_head_of(r, h));
    TRY(eindoordelen_read(r->db, r->arena, (*h)->id, &v->n_rows, &v->rows));
    TRY(eindoordeel_mag(r->db, r->arena, (*h)->id, &mag));
    v->tekort = tekort_van((*h)->netto, (*h)->actueel);
    v->waarom_niet = why_not(r, *h, mag);
    v->mag_afwikkelen = mag && to_settle(v);
    return OK;
}

enum result eindoordeel_page(struct request *r)
{
    struct project_head *h;
    struct eindoordeel_view *v = ARENA_NEW(r->arena, struct eindoordeel_view);
    TRY(view_fill(r, &h, v));
    v->page = project_layout(r, h, "Eindoordeel");
    v->frame = project_frame_new(r, h, "");
    layout_back(v->page, url_project(h->id), h->naam);
    bool needed = v->tekort.cent > 0 || v->n_rows > 0;
    if (!v->waarom_niet && !needed)
        v->waarom_niet =
            "De SR verplichting is gehaald: een eindoordeel is niet nodig. U kunt de SR verantwoording goedkeuren.";
    if (!v->waarom_niet) {
        struct eindoordeel_input in = {
            .tekort = v->tekort, .bedrag = GELD_GEEN, .dag = DATUM_GEEN, .nr = v->n_rows > 0 ? v->rows[0].nr + 1 : 1};
        v->form = form_view_new(r->arena, eindoordeel_form, &r->typed, &in, &r->problems, 0);
        layout_form(v->page, v->form);
    }
    struct html o = page_begin(r);
    eindoordeel_show(&o, v);
    return OK;
}

static enum result stored(struct request *r, const struct project_head *h, const struct eindoordeel *e, const char *wat,
                          const char *na)
{
    enum result ended = eindoordeel_insert(r->job, h->id, e);
    if (ended == CONFLICT) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft intussen een eindoordeel vastgelegd. Bekijk het hieronder en controleer wat u invult.");
        return INVALID;
    }
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){
                  .wat = wat, .soort = "project", .rij = h->id.id, .project = h->id, .regio = h->regio, .na = na});
    return OK;
}

static const char *money(struct arena *a, geld g)
{
    char s[48];
    geld_to_text(g, s, sizeof(s));
    return arena_strdup(a, s);
}

enum result eindoordeel_post(struct request *r)
{
    const struct eindoordeel_input *in = r->input;
    struct project_head *h;
    TRY(project_head_of(r, &h));
    eindoordeel_judge(in, h->netto, h->actueel, r->today, &r->problems);
    if (r->problems.n > 0)
        return INVALID;
    bool met = strcmp(in->oordeel, "voldaan") == 0;
    struct eindoordeel e = {.nr = in->nr,
                            .oordeel = in->oordeel,
                            .maatregel = in->maatregel,
                            .tekort_reden = !met && in->tekort_reden ? in->tekort_reden : "",
                            .toelichting = in->toelichting,
                            .kenmerk = "",
                            .netto = h->netto,
                            .actueel = h->actueel,
                            .tekort = met ? (geld){0} : in->tekort,
                            .maatregel_bedrag = in->bedrag,
                            .maatregel_dag = in->dag,
                            .afgewikkeld_bedrag = GELD_GEEN,
                            .afgewikkeld_dag = DATUM_GEEN};
    TRY(stored(r, h, &e, "project.eindoordeel",
               arena_printf(r->arena, "%s; tekort: %s; maatregel: %s", label_oordeel(e.oordeel),
                            money(r->arena, e.tekort), label_maatregel(e.maatregel))));
    TRY(project_mail(r, h, TOLD, (gebruiker_id){0}, MAIL_EINDOORDEEL, url_project_part(h->id, "eindoordeel"),
                     (struct mail_view){.dag = h->eind}));
    return reply_redirect_said(r, url_project_part(h->id, "eindoordeel"),
                               "Het eindoordeel is vastgelegd. De opdrachtgever en de opdrachtnemer krijgen een mail.");
}

/* ---- settling ---- */

enum result afwikkelen_page(struct request *r)
{
    struct project_head *h;
    struct eindoordeel_view v = {.page = layout_page(r, "Maatregel afwikkelen")};
    TRY(view_fill(r, &h, &v));
    layout_back(v.page, url_project_part(h->id, "eindoordeel"), "Eindoordeel");
    if (!v.mag_afwikkelen)
        return FORBIDDEN;
    v.n_nieuwste = 1;
    struct afwikkelen_input in = {.dag = r->today, .bedrag = v.rows[0].maatregel_bedrag, .nr = v.rows[0].nr + 1};
    v.frame = project_frame_new(r, h, "");
    v.form = form_view_new(r->arena, afwikkelen_form, &r->typed, &in, &r->problems, 0);
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    eindoordeel_afwikkelen(&o, &v);
    return OK;
}

enum result afwikkelen_post(struct request *r)
{
    const struct afwikkelen_input *in = r->input;
    struct project_head *h;
    struct eindoordeel_view v = {.page = NULL};
    TRY(view_fill(r, &h, &v));
    if (r->problems.n > 0)
        return INVALID;
    if (!v.mag_afwikkelen)
        return CONFLICT;
    struct eindoordeel e = v.rows[0]; /* the same, and how it ended */
    e.nr = in->nr;
    e.afgewikkeld_dag = in->dag;
    e.afgewikkeld_bedrag = in->bedrag;
    e.kenmerk = in->kenmerk ? in->kenmerk : "";
    TRY(stored(
        r, h, &e, "project.afwikkelen",
        arena_printf(r->arena, "%s: %s betaald", label_maatregel(e.maatregel), money(r->arena, e.afgewikkeld_bedrag))));
    return reply_redirect_said(r, url_project_part(h->id, "eindoordeel"), "De maatregel is afgewikkeld.");
}

/* ---- for the other rooms ---- */

enum result eindoordeel_wacht(struct request *r, project_id project, geld netto, geld actueel, const char **why)
{
    struct eindoordeel e;
    enum result found = eindoordeel_newest(r->db, r->arena, project, DATUM_GEEN, &e);
    if (found != OK && found != NOT_FOUND)
        return found;
    *why = goedkeuren_wacht_op(r->arena, netto, actueel, found == OK ? &e : NULL, r->today);
    return OK;
}
