/* app/project/einde_pages.c: the end of a project: the two switches, in order, what is missing, and opening it again.
 * Each act has its page and says what happens. */
#include "app/akkoord/akkoord.h"
#include "app/eindoordeel/eindoordeel.h"
#include "app/project/project_acts.h"
#include "app/urls.h"
#include "app/verantwoording/verantwoording.h"
#include "templates.h"

enum { PARTIES = SOORT_OG | SOORT_ON | SOORT_IM | SOORT_AM };

static enum result act_page(struct request *r, const char *title, const struct project_head *h, struct act_view *v,
                            const struct field *form)
{
    v->page = layout_page(r, title);
    v->head = h;
    if (form) {
        v->form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0);
        layout_form(v->page, v->form);
    }
    layout_back(v->page, url_project(h->id), h->naam);
    struct html o = page_begin(r);
    project_act(&o, v);
    return OK;
}

static void audit_end(struct request *r, const struct project_head *h, const char *wat, const char *na)
{
    job_audit(r->job,
              (struct audit_line){
                  .wat = wat, .soort = "project", .rij = h->id.id, .project = h->id, .regio = h->regio, .na = na});
}

/* ---- SR verantwoording goedgekeurd ---- */

enum result goedkeuren_post(struct request *r)
{
    struct project_head *h;
    const char *wait;
    TRY(project_head_of(r, &h));
    TRY(eindoordeel_wacht(r, h->id, h->netto, h->actueel, &wait));
    if (wait) {
        job_unlogged(r->job, "goedkeuren wacht");
        return reply_redirect_said(r, url_project_part(h->id, "eindoordeel"), "%s", wait);
    }
    TRY(project_goedgekeurd_set(r->job, h->id, true));
    TRY(project_sums_after(r, h->id));
    audit_end(r, h, "project.goedkeuren", NULL);
    TRY(project_mail(r, h, SOORT_OG, (gebruiker_id){0}, MAIL_SIGNAAL_AFRONDEN, url_project(h->id),
                     (struct mail_view){.dag = h->eind}));
    return reply_redirect_said(r, url_project(h->id),
                               "De SR verantwoording is goedgekeurd. De opdrachtgever krijgt een mail.");
}

enum result intrekken_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct act_view v = {
        .what =
            "De switch ‘SR verantwoording goedgekeurd’ gaat weer uit. De opdrachtgever kan het project dan niet afronden.",
        .button = "Goedkeuring intrekken",
        .danger = true};
    return act_page(r, "Goedkeuring intrekken", h, &v, intrekken_form);
}

enum result intrekken_post(struct request *r)
{
    const struct reden_input *in = r->input;
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(project_goedgekeurd_set(r->job, h->id, false));
    TRY(project_sums_after(r, h->id));
    audit_end(r, h, "project.intrekken", in->reden);
    return reply_redirect_said(r, url_project(h->id), "De goedkeuring is ingetrokken.");
}

enum result ontbreekt_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct act_view v = {
        .what =
            "De contactpersonen van de opdrachtnemer en de opdrachtgever krijgen een mail met een link. Wat u hier invult, lezen zij op de pagina van het project.",
        .button = "Verstuur"};
    return act_page(r, "Er ontbreekt nog iets", h, &v, ontbreekt_form);
}

enum result ontbreekt_post(struct request *r)
{
    const struct reden_input *in = r->input;
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(ontbreekt_insert(r->job, h->id, in->reden));
    audit_end(r, h, "project.ontbreekt", in->reden);
    TRY(project_mail(r, h, SOORT_ON | SOORT_IM | SOORT_OG, (gebruiker_id){0}, MAIL_ONTBREEKT, url_project(h->id),
                     (struct mail_view){.dag = h->eind}));
    return reply_redirect_said(r, url_project(h->id), "De opdrachtnemer en de opdrachtgever krijgen een mail.");
}

/* ---- Project afgerond ---- */

/* What is still open is said, not forbidden: an estimated amount may be the final one. */
static enum result open_ends(struct request *r, const struct project_head *h, struct act_view *v)
{
    size_t n;
    struct periode_stored *p;
    TRY(perioden_read(r->db, r->arena, h->id, &n, &p));
    v->lines = ARENA_ARRAY(r->arena, const char *, n + 4);
    for (size_t i = 0; i < n; i++)
        if (geld_is_none(p[i].is.vastgesteld))
            v->lines[v->n_lines++] = arena_printf(
                r->arena, "De periode %s t/m %s heeft nog geen vastgesteld bedrag. Het geschatte bedrag telt: %s.",
                act_day(r->arena, p[i].is.start), act_day(r->arena, p[i].is.eind), act_money(r->arena, p[i].is.bedrag));
    if (!geld_is_none(h->netto) && h->actueel.cent < h->netto.cent)
        v->lines[v->n_lines++] = arena_printf(r->arena, "De SR verplichting is %s; SR actueel is %s.",
                                              act_money(r->arena, h->netto), act_money(r->arena, h->actueel));
    if (h->ingediend.cent > 0)
        v->lines[v->n_lines++] =
            arena_printf(r->arena, "Er is nog voor %s aan inzet niet beoordeeld. Die telt niet mee.",
                         act_money(r->arena, h->ingediend));
    struct eindoordeel e;
    enum result found = eindoordeel_newest(r->db, r->arena, h->id, DATUM_GEEN, &e);
    if (found == OK && !geld_is_none(e.maatregel_bedrag) && datum_is_none(e.afgewikkeld_dag))
        v->lines[v->n_lines++] =
            "De maatregel uit het eindoordeel is nog niet afgewikkeld. Na het afronden kan dat niet meer worden vastgelegd.";
    return found == NOT_FOUND ? OK : found;
}

enum result afronden_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct act_view v = {
        .what =
            "Het project komt in de lijst Afgeronde projecten. Niemand kan er daarna nog iets aan wijzigen. Alle contactpersonen krijgen een mail. Alleen het coördinatiepunt kan het weer openen.",
        .button = "Ja, project afgerond",
        .danger = true};
    TRY(open_ends(r, h, &v));
    return act_page(r, "Project afgerond", h, &v, NULL);
}

enum result afronden_post(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(project_sums_after(r, h->id)); /* the figures of the last day, before everything stands still */
    TRY(project_afgerond_set(r->job, h->id, true));
    TRY(akkoord_make(r, h->id));
    audit_end(r, h, "project.afronden", NULL);
    TRY(project_mail(r, h, PARTIES, (gebruiker_id){0}, MAIL_AFGEROND, url_project(h->id),
                     (struct mail_view){.dag = r->today}));
    return reply_redirect_said(r, url_project(h->id),
                               "Het project is afgerond. Alle contactpersonen krijgen een mail.");
}

enum result heropenen_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct act_view v = {
        .what =
            "Het project kan daarna weer worden gewijzigd. De accountmanager moet de SR verantwoording opnieuw goedkeuren en de opdrachtgever moet het project opnieuw afronden. De reden staat in de historie.",
        .button = "Heropenen"};
    return act_page(r, "Project heropenen", h, &v, heropenen_form);
}

enum result heropenen_post(struct request *r)
{
    const struct reden_input *in = r->input;
    struct project_head *h;
    TRY(project_head_of(r, &h));
    TRY(project_afgerond_set(r->job, h->id, false));
    TRY(akkoord_end(r, h->id));
    TRY(project_sums_after(r, h->id));
    audit_end(r, h, "project.heropenen", in->reden);
    return reply_redirect_said(r, url_project(h->id), "Het project is heropend.");
}
