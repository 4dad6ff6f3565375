/* app/project/contact_pages.c: contactpersonen: who is linked, adding somebody known, inviting somebody new, removing.
 * A link is the only thing that makes a project visible. */
#include "app/account/account.h"
#include "app/organisatie/organisatie.h"
#include "app/project/project_acts.h"
#include "app/urls.h"
#include "templates.h"

enum { PARTIES_MOST = 5 };

/* The organisaties whose people this viewer may link ("link contacts to a project"): OG own and ON, ON own and IM, IM
 * and AM own, CP all. */
static enum result own_parties(struct request *r, const struct project_head *h, organisatie_id out[PARTIES_MOST],
                               size_t *n)
{
    struct project_detail d;
    TRY(project_detail_read(r->db, r->arena, h->id, &d));
    const organisatie_id parties[] = {d.opdrachtgever_id, h->opdrachtnemer_id, d.intermediair_id, d.wsp_id,
                                      d.extra_wsp_id};
    *n = 0;
    for (size_t i = 0; i < PARTIES_MOST; i++) {
        bool own = parties[i].id == r->viewer->organisatie.id || r->viewer->soort == SOORT_CP;
        bool other = (r->viewer->soort == SOORT_OG && i == 1) || (r->viewer->soort == SOORT_ON && i == 2);
        if (parties[i].id != 0 && (own || other))
            out[(*n)++] = parties[i];
    }
    return OK;
}

static bool is_linked(const struct contacten_view *v, gebruiker_id who)
{
    for (size_t i = 0; i < v->n_rows; i++)
        if (v->rows[i].id.id == who.id)
            return true;
    return false;
}

/* Whom this viewer may link: people of those parties who are not linked yet. */
static enum result contact_choices(struct request *r, const struct project_head *h, const struct contacten_view *v,
                                   size_t *n_out, struct choice **out)
{
    enum { MOST = 1000 };
    organisatie_id parties[PARTIES_MOST];
    size_t n_parties;
    TRY(own_parties(r, h, parties, &n_parties));
    *out = ARENA_ARRAY(r->arena, struct choice, MOST);
    *n_out = 0;
    for (size_t p = 0; p < n_parties; p++) {
        size_t n;
        struct gebruiker_choice *people;
        TRY(gebruiker_choices(r->db, r->arena, parties[p], &n, &people));
        for (size_t i = 0; i < n && *n_out < MOST; i++)
            if (!is_linked(v, people[i].id))
                (*out)[(*n_out)++] = (struct choice){arena_printf(r->arena, "%lld", (long long)people[i].id.id),
                                                     arena_printf(r->arena, "%s%s%s", people[i].naam,
                                                                  people[i].functie[0] ? ", " : "", people[i].functie),
                                                     false};
    }
    return OK;
}

enum result contacten_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct contacten_view v = {.page = project_layout(r, h, "Contactpersonen"),
                               .frame = project_frame_new(r, h, "contactpersonen"),
                               .id = h->id};
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
    return reply_redirect_said(r, url_project_part(id, "contactpersonen"),
                               "De contactpersoon is toegevoegd en krijgt een mail.");
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
    TRY(project_head_of(r, &h));
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
    if (ended == INVALID) /* the last one of its organisatie: the trigger says so; the page of the form says it again */
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "project.contact_verwijderen",
                                          .soort = "project",
                                          .rij = id.id,
                                          .project = id,
                                          .voor = arena_printf(r->arena, "%s (%s)", who->naam, who->organisatie)});
    bool self = who->id.id == r->viewer->gebruiker.id;
    return reply_redirect_said(r, self ? url_projects() : url_project_part(id, "contactpersonen"),
                               "%s is niet meer aan dit project gekoppeld.", who->naam);
}

/* ---- somebody who has no account yet ---- */

static enum result organisatie_choices_of(struct request *r, const struct project_head *h, struct form_view *f)
{
    organisatie_id parties[PARTIES_MOST];
    size_t n, n_rows;
    struct party_row *rows;
    TRY(own_parties(r, h, parties, &n));
    TRY(project_parties(r->db, r->arena, h->id, &n_rows, &rows));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n_rows && k < n; j++)
            if (rows[j].id.id == parties[i].id)
                choices[k++] =
                    (struct choice){arena_printf(r->arena, "%lld", (long long)rows[j].id.id), rows[j].naam, false};
    form_choices(f, r->arena, "organisatie", choices, k);
    return OK;
}

enum result contact_invite_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct act_view v = {
        .page = layout_page(r, "Nieuwe contactpersoon"),
        .head = h,
        .button = "Opslaan",
        .what = "Deze persoon krijgt een account en een welkomstmail, en wordt meteen contactpersoon van dit project.",
        .form = form_view_new(r->arena, contact_invite_form, &r->typed, NULL, &r->problems, 0)};
    TRY(organisatie_choices_of(r, h, v.form));
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_part(h->id, "contactpersonen"), "Contactpersonen");
    struct html o = page_begin(r);
    project_act(&o, &v);
    return OK;
}

enum result contact_invite_post(struct request *r)
{
    const struct contact_invite_input *in = r->input;
    struct project_head *h;
    organisatie_id parties[PARTIES_MOST];
    size_t n;
    bool own = false;
    gebruiker_id made;
    TRY(project_head_of(r, &h));
    TRY(own_parties(r, h, parties, &n));
    for (size_t i = 0; i < n; i++)
        own = own || parties[i].id == in->organisatie.id;
    if (!own) {
        problem_add(&r->problems, "organisatie", "Kies een organisatie uit de lijst");
        return INVALID;
    }
    struct invitation who = {in->organisatie, in->email, in->naam, in->telefoon, in->functie};
    TRY(account_invite(r, &who, "email", &made));
    TRY(contact_link(r, h->id, made));
    return reply_redirect_said(r, url_project_part(h->id, "contactpersonen"),
                               "%s is toegevoegd en krijgt een welkomstmail.", in->naam);
}
