/* app/project/project_edit_pages.c: registering and changing a project. What was typed survives every button: new
 * opdrachtnemer, new contact, divide, conflict. */
#include <string.h>

#include "app/labels.h"
#include "app/organisatie/organisatie.h"
#include "app/project/project_acts.h"
#include "app/urls.h"
#include "app/waardering/waardering.h"
#include "templates.h"

static const char *id_text(struct arena *a, int64_t id)
{
    return arena_printf(a, "%lld", (long long)id);
}

static enum result organisatie_select(struct request *r, struct form_view *f, const char *field, const char *soort)
{
    size_t n;
    struct organisatie_choice *list;
    TRY(organisatie_choices(r->db, r->arena, soort, &n, &list));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 2);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){
            id_text(r->arena, list[i].id.id),
            list[i].kvk ? arena_printf(r->arena, "%s (KvK %s)", list[i].naam, list[i].kvk) : list[i].naam, false};
    if (strcmp(field, "opdrachtnemer") == 0)
        choices[n++] = (struct choice){FORM_NEW, "Nieuwe opdrachtnemer toevoegen…", false};
    form_choices(f, r->arena, field, choices, n);
    return OK;
}

static enum result contact_select(struct request *r, struct form_view *f)
{
    int64_t on = 0;
    size_t n = 0;
    struct gebruiker_choice *people = NULL;
    const char *typed = typed_value(&r->typed, "opdrachtnemer");
    if (typed && int_parse(typed, &on) && on > 0)
        TRY(gebruiker_choices(r->db, r->arena, (organisatie_id){on}, &n, &people));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 2);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){
            id_text(r->arena, people[i].id.id),
            people[i].functie[0] ? arena_printf(r->arena, "%s, %s", people[i].naam, people[i].functie) : people[i].naam,
            false};
    if (on > 0)
        choices[n++] = (struct choice){FORM_NEW, "Nieuwe contactpersoon toevoegen…", false};
    form_choices(f, r->arena, "contact", choices, n);
    return OK;
}

/* What is filled is shown, not typed: the opdrachtgever and its wsp, and the methodiek of the start date. */
static enum result filled_fields(struct request *r, struct project_form_view *v)
{
    struct regio_hint hint;
    if (r->viewer->soort == SOORT_CP) {
        TRY(organisatie_select(r, v->form, "opdrachtgever", "opdrachtgever"));
    } else {
        struct own_org own;
        TRY(project_own_org(r->db, r->arena, r->viewer->organisatie, &own));
        form_readonly(v->form, r->arena, "opdrachtgever", arena_printf(r->arena, "%s · %s", own.naam, own.wsp_naam));
    }
    TRY(project_regio_hint(r->db, r->arena, r->viewer->regio, &hint));
    char threshold[48], percent[24];
    geld_to_text(hint.drempel, threshold, sizeof(threshold));
    bp_to_text(hint.standaard, percent, sizeof(percent));
    v->hint_bedrag =
        arena_printf(r->arena, "Regio %s: social return bij opdrachten vanaf %s, meestal %s van de opdrachtwaarde.",
                     hint.naam, threshold, percent);
    datum start;
    const char *typed = typed_value(&r->typed, "start");
    bouwblokkenset_id set;
    const char *naam, *versie;
    datum day = typed && datum_parse(typed, &start) ? start : r->today;
    enum result found = waardering_set_for(r->db, r->arena, r->viewer->regio, day, &set, &naam, &versie);
    v->methodiek = found == OK ? arena_printf(r->arena, "%s %s", naam, versie) : "geen bouwblokkenset op deze datum";
    return found == NOT_FOUND ? OK : found;
}

enum result project_new_page(struct request *r)
{
    struct project_form_view v = {.page = layout_page(r, "Project toevoegen"), .cancel = {"/projecten"}};
    struct project_input none = {.start = DATUM_GEEN,
                                 .eind = DATUM_GEEN,
                                 .opdrachtwaarde = GELD_GEEN,
                                 .verplichting = GELD_GEEN,
                                 .sr_bp = BP_GEEN};
    for (int i = 0; i < PROJECT_PERIODEN_MAX; i++) {
        none.periode_start[i] = none.periode_eind[i] = DATUM_GEEN;
        none.periode_bedrag[i] = GELD_GEEN;
    }
    v.form = form_view_new(r->arena, project_new_form, &r->typed, &none, &r->problems, 1);
    const char *afspraak = typed_value(&r->typed, "afspraak");
    v.raam = afspraak && strcmp(afspraak, "raamovereenkomst") == 0;
    if (!v.raam)
        v.form->n_tables = 0; /* periods belong to a raamovereenkomst; the button shows them */
    TRY(organisatie_select(r, v.form, "opdrachtnemer", "opdrachtnemer"));
    TRY(contact_select(r, v.form));
    TRY(filled_fields(r, &v));
    layout_form(v.page, v.form);
    layout_back(v.page, url_projects(), "Projecten");
    struct html o = page_begin(r);
    project_new_view(&o, &v);
    return OK;
}

void periods_fill(struct request *r, datum start, datum eind, geld amount)
{
    struct periode_deel parts[PROJECT_PERIODEN_MAX];
    char s[48];
    if (datum_is_none(start) || datum_is_none(eind) || geld_is_none(amount) || eind.dag < start.dag)
        return;
    size_t n = periode_verdeel(start, datum_plus_days(eind, 1), amount, parts, PROJECT_PERIODEN_MAX);
    for (size_t i = 0; i < PROJECT_PERIODEN_MAX; i++) {
        bool some = i < n;
        datum_to_text(some ? parts[i].van : DATUM_GEEN, s);
        typed_put(r, arena_printf(r->arena, "p_start.%zu", i), arena_strdup(r->arena, s));
        datum_to_text(some ? datum_plus_days(parts[i].tot, -1) : DATUM_GEEN, s);
        typed_put(r, arena_printf(r->arena, "p_eind.%zu", i), arena_strdup(r->arena, s));
        geld_to_input(some ? parts[i].bedrag : GELD_GEEN, s, sizeof(s));
        typed_put(r, arena_printf(r->arena, "p_bedrag.%zu", i), arena_strdup(r->arena, s));
    }
}

/* A button that only helps filling in: the page again, without judging what is not yet filled. */
static enum result helped(struct request *r)
{
    r->problems.n = 0;
    TRY(project_new_page(r));
    TRY(form_again(r));
    r->reply.status = 200; /* nothing was wrong */
    r->reply.title_error = NULL;
    return OK;
}

static enum result to_new(struct request *r, url where)
{
    concept_id draft;
    TRY(draft_keep(r, "/projecten/nieuw", &draft));
    return reply_redirect(r, url_with(where, arena_printf(r->arena, "concept=%lld", (long long)draft.id)));
}

enum result project_new_post(struct request *r)
{
    struct project_input *in = r->input;
    project_id id;
    const char *actie = in->actie ? in->actie : "opslaan";
    if (in->opdrachtnemer.id == FORM_NEW_ID)
        return to_new(r, url_opdrachtnemer_new());
    if (in->contact.id == FORM_NEW_ID && in->opdrachtnemer.id > 0)
        return to_new(r, url_contact_new(in->opdrachtnemer));
    if (strcmp(actie, "contacten") == 0)
        return helped(r);
    if (strcmp(actie, "perioden") == 0) {
        if (geld_is_none(in->verplichting) && !geld_is_none(in->opdrachtwaarde) && !bp_is_none(in->sr_bp))
            in->verplichting = omzet_verplichting(in->opdrachtwaarde, in->sr_bp);
        periods_fill(r, in->start, in->eind, in->verplichting);
        return helped(r);
    }
    if (r->viewer->soort != SOORT_CP)
        in->opdrachtgever = r->viewer->organisatie;
    if (in->opdrachtgever.id <= 0)
        problem_add(&r->problems, "opdrachtgever", "Kies de opdrachtgever");
    project_judge(r, in);
    if (r->problems.n > 0)
        return INVALID;
    TRY(project_register(r, in, &id));
    return reply_redirect_said(r, url_project(id), "Het project “%s” is geregistreerd.", in->naam);
}

/* ---- changing ---- */

static void only_fields(struct form_view *f, bool data, bool extra_wsp, bool intermediair)
{
    static const char *const fields[] = {"naam",         "projectgroep", "plaats",         "start",
                                         "eind",         "sector",       "opdrachtwaarde", "sr_bp",
                                         "verplichting", "verlengbaar",  "toelichting"};
    for (size_t i = 0; !data && i < sizeof(fields) / sizeof(fields[0]); i++) {
        form_field(f, fields[i])->is_button = true; /* not shown to who may not change it */
        form_field(f, fields[i])->fieldset = NULL;
    }
    form_field(f, "extra_wsp")->is_button = !extra_wsp;
    form_field(f, "intermediair")->is_button = !intermediair;
}

static void change_add(struct project_form_view *v, struct request *r, const char *field, const char *label,
                       const char *now)
{
    const char *typed = typed_value(&r->typed, field);
    if (typed && strcmp(typed, now ? now : "") != 0)
        v->changes[v->n_changes++] =
            (struct change_row){label, now && *now ? now : "(leeg)", *typed ? typed : "(leeg)"};
}

/* Somebody saved in between: who, when, and what stands there now beside what was typed. The next Opslaan is then a
 * decision. */
static enum result conflict_show(struct request *r, struct project_form_view *v, const struct project_head *h,
                                 const struct project_detail *d)
{
    int64_t typed_versie;
    const char *typed = typed_value(&r->typed, "versie");
    size_t n;
    struct historie_row *rows;
    if (!typed || !int_parse(typed, &typed_versie) || typed_versie == h->versie)
        return OK;
    TRY(historie_read(r->db, r->arena, h->id, &n, &rows));
    char when[20] = "";
    if (n > 0)
        tijdstip_to_text(rows[0].op, when, sizeof(when));
    v->conflict = n > 0 ? arena_printf(r->arena, "%s (%s) heeft dit project op %s uur gewijzigd terwijl u bezig was.",
                                       rows[0].wie, rows[0].organisatie, when)
                        : "Iemand anders heeft dit project gewijzigd terwijl u bezig was.";
    v->changes = ARENA_ARRAY(r->arena, struct change_row, 10);
    char start[11], eind[11], bedrag[48];
    datum_to_text(h->start, start);
    datum_to_text(h->eind, eind);
    geld_to_input(d->verplichting, bedrag, sizeof(bedrag));
    change_add(v, r, "naam", "Projectnaam", h->naam);
    change_add(v, r, "plaats", "Plaats project", d->plaats);
    change_add(v, r, "start", "Startdatum", arena_strdup(r->arena, start));
    change_add(v, r, "eind", "Einddatum", arena_strdup(r->arena, eind));
    change_add(v, r, "verplichting", "SR verplichting", arena_strdup(r->arena, bedrag));
    change_add(v, r, "toelichting", "Toelichting", d->toelichting);
    typed_put(r, "versie", arena_printf(r->arena, "%lld", (long long)h->versie));
    return OK;
}

enum result project_edit_page(struct request *r)
{
    struct project_head h;
    struct project_detail d;
    project_id id = request_id(r, "project", project_id);
    TRY(project_head_read(r->db, r->arena, id, &h));
    TRY(project_detail_read(r->db, r->arena, id, &d));
    struct project_form_view v = {
        .page = layout_page(r, arena_printf(r->arena, "Wijzigen – %s", h.naam)),
        .cancel = {arena_printf(r->arena, "/projecten/%lld", (long long)id.id)},
        .intro =
            strcmp(h.afspraak, "raamovereenkomst") == 0 && h.mag_wijzigen
                ? "Bij een raamovereenkomst is de verplichting de som van de perioden. Bedragen wijzigt u bij Perioden."
                : NULL};
    struct project_input in = {.naam = h.naam,
                               .projectgroep = d.projectgroep,
                               .plaats = d.plaats,
                               .sector = d.sector,
                               .toelichting = d.toelichting,
                               .extra_wsp = d.extra_wsp_id,
                               .intermediair = d.intermediair_id,
                               .start = h.start,
                               .eind = h.eind,
                               .opdrachtwaarde = d.opdrachtwaarde,
                               .verplichting = d.verplichting,
                               .sr_bp = d.sr_bp,
                               .verlengbaar = d.verlengbaar,
                               .versie = h.versie};
    TRY(conflict_show(r, &v, &h, &d));
    v.form = form_view_new(r->arena, project_edit_form, &r->typed, &in, &r->problems, 0);
    only_fields(v.form, h.mag_wijzigen, h.mag_extra_wsp, h.mag_intermediair);
    if (strcmp(h.afspraak, "raamovereenkomst") == 0)
        form_field(v.form, "verplichting")->is_button = true;
    if (h.mag_extra_wsp)
        TRY(organisatie_select(r, v.form, "extra_wsp", "wsp"));
    if (h.mag_intermediair)
        TRY(organisatie_select(r, v.form, "intermediair", "intermediair"));
    v.page->heading = h.naam;
    layout_form(v.page, v.form);
    layout_back(v.page, url_project(id), "Project");
    struct html o = page_begin(r);
    project_edit_view(&o, &v);
    return OK;
}

static enum result party_changed(struct request *r, project_id id, const char *wat, organisatie_id was,
                                 organisatie_id is)
{
    job_audit(r->job, (struct audit_line){
                          .wat = wat,
                          .soort = "project",
                          .rij = id.id,
                          .project = id,
                          .voor = was.id ? arena_printf(r->arena, "organisatie %lld", (long long)was.id) : "geen",
                          .na = is.id ? arena_printf(r->arena, "organisatie %lld", (long long)is.id) : "geen"});
    return OK;
}

enum result project_edit_post(struct request *r)
{
    struct project_input *in = r->input;
    struct project_head h;
    struct project_detail d;
    project_id id = request_id(r, "project", project_id);
    TRY(project_head_read(r->db, r->arena, id, &h));
    TRY(project_detail_read(r->db, r->arena, id, &d));
    if (in->versie != h.versie) {
        problem_add(
            &r->problems, "",
            "Intussen is dit project gewijzigd. Uw invoer is bewaard; vergelijk hieronder en sla zo nodig opnieuw op.");
        return INVALID;
    }
    int64_t versie = h.versie;
    if (h.mag_wijzigen) {
        if (r->problems.n > 0)
            return INVALID;
        if (strcmp(h.afspraak, "raamovereenkomst") == 0)
            in->verplichting = d.verplichting;
        TRY(project_change(r, id, in));
        versie++;
    }
    if (h.mag_extra_wsp && in->extra_wsp.id != d.extra_wsp_id.id) {
        TRY(project_update_extra_wsp(r->job, id, versie++, in->extra_wsp));
        TRY(party_changed(r, id, "project.extra_wsp", d.extra_wsp_id, in->extra_wsp));
    }
    if (h.mag_intermediair && in->intermediair.id != d.intermediair_id.id) {
        TRY(project_update_intermediair(r->job, id, versie, in->intermediair));
        TRY(party_changed(r, id, "project.intermediair", d.intermediair_id, in->intermediair));
    }
    return reply_redirect_said(r, url_project(id), "De projectgegevens zijn opgeslagen.");
}
