/* app/project/project_pages.c: the lists, the detail, periods, contacts, history. Registering and changing: project_edit_pages.c. */
#include <string.h>

#include "app/labels.h"
#include "app/organisatie/organisatie.h"
#include "app/project/project_acts.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "out/svg.h"
#include "templates.h"

static enum result list_show(struct request *r, const char *title, const char *path, bool afgerond)
{
    struct project_list_view v = {.page = layout_page(r, title), .afgerond = afgerond, .mag_toevoegen = !afgerond && (r->viewer->soort == SOORT_OG || r->viewer->soort == SOORT_CP)};
    struct list_query q = list_query_read(r, project_columns, PROJECT_COLUMNS, "naam");
    int64_t total;
    TRY(project_list_read(r->db, r->arena, &q, &v, &total));
    v.list = list_view_new(r, project_columns, PROJECT_COLUMNS, &q, path, total);
    project_filters_unknown(r->arena, &q, v.list);
    for (size_t i = 0; i < v.n_rows; i++) {
        struct project_row *row = &v.rows[i];
        int actueel = percent_bp(row->actueel, row->netto), prognose = percent_bp(row->prognose, row->netto);
        row->percent = actueel < 0 ? "–" : arena_printf(r->arena, "%d %% / %d %%", actueel / 100, prognose / 100);
        if (actueel >= 0)
            row->bar = svg_bar(r->arena, actueel, prognose, arena_printf(r->arena, "SR actueel %d %%, SR prognose %d %% van de verplichting", actueel / 100, prognose / 100));
    }
    struct html o = page_begin(r);
    project_list_page(&o, &v);
    return OK;
}

enum result projects_page(struct request *r)
{
    return list_show(r, "Projecten", "/projecten", false);
}

enum result projects_done_page(struct request *r)
{
    return list_show(r, "Afgeronde projecten", "/projecten/afgerond", true);
}

static enum result head_of(struct request *r, struct project_head **out)
{
    *out = ARENA_NEW(r->arena, struct project_head);
    return project_head_read(r->db, r->arena, request_id(r, "project", project_id), *out);
}

static struct page *project_page_frame(struct request *r, const struct project_head *h, const char *part)
{
    struct page *p = layout_page(r, *part ? arena_printf(r->arena, "%s – %s", part, h->naam) : h->naam);
    p->heading = h->naam;
    layout_back(p, h->afgerond ? url_projects_done() : url_projects(), h->afgerond ? "Afgeronde projecten" : "Projecten");
    return p;
}

enum result project_page(struct request *r)
{
    struct project_head *h;
    TRY(head_of(r, &h));
    struct project_page_view v = {.page = project_page_frame(r, h, ""), .frame = project_frame_new(r, h, ""), .detail = ARENA_NEW(r->arena, struct project_detail)};
    TRY(project_detail_read(r->db, r->arena, h->id, v.detail));
    TRY(project_verlengingen(r->db, r->arena, h->id, &v.n_verlengingen, &v.verlengingen));
    struct html o = page_begin(r);
    project_detail_page(&o, &v);
    return OK;
}

/* ---- periods ---- */

enum result perioden_page(struct request *r)
{
    struct project_head *h;
    size_t n;
    struct periode_stored *stored;
    TRY(head_of(r, &h));
    TRY(perioden_read(r->db, r->arena, h->id, &n, &stored));
    struct perioden_view v = {.page = project_page_frame(r, h, "Perioden"), .frame = project_frame_new(r, h, "perioden"), .rows = ARENA_ARRAY(r->arena, struct periode_row, n + 1), .n_rows = n, .totaal = h->bruto};
    struct perioden_input in = {.versie = h->versie};
    for (size_t i = 0; i < PROJECT_PERIODEN_MAX; i++) {
        in.start[i] = i < n ? stored[i].start : DATUM_GEEN;
        in.eind[i] = i < n ? stored[i].eind : DATUM_GEEN;
        in.bedrag[i] = i < n ? stored[i].geschat : GELD_GEEN;
    }
    for (size_t i = 0; i < n; i++)
        v.rows[i] = (struct periode_row){stored[i].start, stored[i].eind, stored[i].geschat, stored[i].vastgesteld};
    if (h->mag_perioden) {
        v.form = form_view_new(r->arena, perioden_form, &r->typed, &in, &r->problems, (int)n + 1);
        layout_form(v.page, v.form);
    }
    struct html o = page_begin(r);
    project_perioden_page(&o, &v);
    return OK;
}

enum result perioden_post(struct request *r)
{
    const struct perioden_input *in = r->input;
    project_id id = request_id(r, "project", project_id);
    struct periode_rij rows[PROJECT_PERIODEN_MAX];
    struct project_head h;
    if (r->problems.n > 0)
        return INVALID;
    TRY(project_head_read(r->db, r->arena, id, &h));
    if (h.versie != in->versie) {
        problem_add(&r->problems, "", "Iemand anders heeft dit project intussen gewijzigd. Controleer de perioden en sla opnieuw op.");
        return INVALID;
    }
    size_t n = perioden_typed(in->start, in->eind, in->bedrag, rows);
    TRY(perioden_change(r, id, n, rows));
    return reply_redirect_said(r, url_project_part(id, "perioden"), "De perioden zijn opgeslagen.");
}

/* ---- contacts ---- */

/* Whom this viewer may link: people of the parties the permission table gives it, who are not linked yet. */
static enum result contact_choices(struct request *r, const struct project_head *h, const struct contacten_view *v, size_t *n_out, struct choice **out)
{
    struct project_detail d;
    TRY(project_detail_read(r->db, r->arena, h->id, &d));
    const organisatie_id parties[] = {d.opdrachtgever_id, h->opdrachtnemer_id, d.intermediair_id, d.wsp_id, d.extra_wsp_id};
    enum { MOST = 1000 };
    *out = ARENA_ARRAY(r->arena, struct choice, MOST);
    *n_out = 0;
    for (size_t p = 0; p < sizeof(parties) / sizeof(parties[0]); p++) {
        size_t n;
        struct gebruiker_choice *people;
        if (parties[p].id == 0)
            continue;
        TRY(gebruiker_choices(r->db, r->arena, parties[p], &n, &people));
        for (size_t i = 0; i < n && *n_out < MOST; i++) {
            bool linked = false;
            for (size_t k = 0; k < v->n_rows && !linked; k++)
                linked = v->rows[k].id.id == people[i].id.id;
            if (!linked)
                (*out)[(*n_out)++] = (struct choice){arena_printf(r->arena, "%lld", (long long)people[i].id.id), arena_printf(r->arena, "%s%s%s", people[i].naam, people[i].functie[0] ? ", " : "", people[i].functie), false};
        }
    }
    return OK;
}

enum result contacten_page(struct request *r)
{
    struct project_head *h;
    TRY(head_of(r, &h));
    struct contacten_view v = {.page = project_page_frame(r, h, "Contactpersonen"), .frame = project_frame_new(r, h, "contactpersonen"), .opdrachtnemer = h->opdrachtnemer_id,
                               .mag_nieuw = h->mag_contact && (r->viewer->soort == SOORT_OG || r->viewer->soort == SOORT_CP)};
    TRY(contacten_read(r->db, r->arena, h->id, &v.n_rows, &v.rows));
    if (h->mag_contact) {
        size_t n;
        struct choice *choices;
        TRY(contact_choices(r, h, &v, &n, &choices));
        v.form = form_view_new(r->arena, contact_add_form, &r->typed, NULL, &r->problems, 0);
        form_choices(v.form, r->arena, "gebruiker", choices, n);
        layout_form(v.page, v.form);
    }
    struct html o = page_begin(r);
    project_contacten_page(&o, &v);
    return OK;
}

enum result contact_add_post(struct request *r)
{
    const struct contact_add_input *in = r->input;
    project_id id = request_id(r, "project", project_id);
    enum result ended = contact_link(r, id, in->gebruiker);
    if (ended == FORBIDDEN) {
        problem_add(&r->problems, "gebruiker", "Deze persoon kunt u niet aan dit project koppelen");
        return INVALID;
    }
    TRY(ended);
    return reply_redirect_said(r, url_project_part(id, "contactpersonen"), "De contactpersoon is toegevoegd en krijgt een mail.");
}

/* The contact of the address, who must be linked to this very project. */
static enum result contact_of(struct request *r, struct contact_row_view **out)
{
    size_t n;
    struct contact_row_view *rows;
    TRY(contacten_read(r->db, r->arena, request_id(r, "project", project_id), &n, &rows));
    for (size_t i = 0; i < n; i++)
        if (rows[i].id.id == request_object(r, "gebruiker")) {
            *out = &rows[i];
            return rows[i].mag_verwijderen ? OK : FORBIDDEN;
        }
    return NOT_FOUND;
}

enum result contact_remove_page(struct request *r)
{
    struct project_head *h;
    TRY(head_of(r, &h));
    struct contact_remove_view v = {.page = layout_page(r, "Contactpersoon verwijderen"), .head = h};
    TRY(contact_of(r, &v.who));
    v.problem = r->problems.n > 0 ? r->problems.list[0].text : NULL;
    layout_back(v.page, url_project_part(h->id, "contactpersonen"), "Contactpersonen");
    struct html o = page_begin(r);
    project_contact_remove(&o, &v);
    return OK;
}

enum result contact_remove_post(struct request *r)
{
    project_id id = request_id(r, "project", project_id);
    struct contact_row_view *who;
    TRY(contact_of(r, &who));
    enum result ended = koppeling_delete(r->job, id, who->id);
    if (ended == INVALID)       /* the last one of its organisatie: the trigger says so; the page of the form says it again */
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "project.contact_verwijderen", .soort = "project", .rij = id.id, .project = id, .voor = arena_printf(r->arena, "%s (%s)", who->naam, who->organisatie)});
    bool self = who->id.id == r->viewer->gebruiker.id;
    return reply_redirect_said(r, self ? url_projects() : url_project_part(id, "contactpersonen"), "%s is niet meer aan dit project gekoppeld.", who->naam);
}

enum result historie_page(struct request *r)
{
    struct project_head *h;
    TRY(head_of(r, &h));
    struct historie_view v = {.page = project_page_frame(r, h, "Historie"), .frame = project_frame_new(r, h, "historie")};
    TRY(historie_read(r->db, r->arena, h->id, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    project_historie_page(&o, &v);
    return OK;
}
