/* app/overdracht/overdracht_pages.c: the own work, or that of an account (CP): what it is, handing it over, having it
 * done by a colleague between two dates. */
#include "app/overdracht/overdracht.h"

#include "app/mails.h"
#include "app/overdracht/overdracht_store.h"
#include "app/overdracht/overdracht_view.h"
#include "app/urls.h"
#include "templates.h"

enum { WAARNEMEN_MOST_DAYS = 366 };

/* Of whom this page is: the account in the address (CP), or the viewer. */
static gebruiker_id whose(const struct request *r)
{
    return r->route->who == SOORT_CP ? request_id(r, "gebruiker", gebruiker_id) : r->viewer->gebruiker;
}

static url work_url(const struct request *r, const char *part)
{
    return r->route->who == SOORT_CP ? url_account_werk(whose(r), part) : url_werk(part);
}

static enum result work_view(struct request *r, const char *title, struct werk_view **out)
{
    struct werk_view *v = ARENA_NEW(r->arena, struct werk_view);
    struct werk_van van;
    TRY(werk_van_read(r->db, r->arena, whose(r), &van));
    *v = (struct werk_view){.page = layout_page(r, title),
                            .van = van.naam,
                            .zelf = van.id.id == r->viewer->gebruiker.id,
                            .overdragen = work_url(r, "/overdragen"),
                            .waarnemen = work_url(r, "/waarnemen"),
                            .terug = work_url(r, "")};
    TRY(werk_projecten(r->db, r->arena, van.id, &v->n_rows, &v->rows));
    for (size_t i = 0; i < v->n_rows; i++)
        v->laatste += v->rows[i].laatste;
    *out = v;
    return OK;
}

enum result werk_page(struct request *r)
{
    struct werk_view *v;
    TRY(work_view(r, r->route->who == SOORT_CP ? "Werk van een account" : "Mijn werk", &v));
    TRY(waarnemingen_read(r->db, r->arena, whose(r), &v->n_waarnemingen, &v->waarnemingen));
    if (v->zelf)
        layout_back(v->page, url_profile(), "Mijn gegevens");
    else
        layout_back(v->page, url_account(whose(r)), "Account");
    struct html o = page_begin(r);
    overdracht_werk(&o, v);
    return OK;
}

static enum result form_show(struct request *r, const char *title, const struct field *form, const void *values,
                             void (*show)(struct html *, const struct werk_view *))
{
    struct werk_view *v;
    TRY(work_view(r, title, &v));
    v->form = form_view_new(r->arena, form, &r->typed, values, &r->problems, 0);
    TRY(overdracht_keuzes(r, whose(r), v->form, "naar", &v->n_collegas));
    layout_form(v->page, v->form);
    layout_back(v->page, v->terug, v->zelf ? "Mijn werk" : v->van);
    struct html o = page_begin(r);
    show(&o, v);
    return OK;
}

enum result overdragen_page(struct request *r)
{
    struct overdracht_stand stand;
    TRY(overdracht_stand(r->db, r->arena, whose(r), &stand));
    return form_show(r, "Werk overdragen", overdragen_form, &(struct overdragen_input){.kenmerk = stand.kenmerk},
                     overdracht_overdragen);
}

enum result waarnemen_page(struct request *r)
{
    return form_show(r, "Laten waarnemen", waarnemen_form, &(struct waarnemen_input){.van = r->today, .tm = DATUM_GEEN},
                     overdracht_waarnemen);
}

enum result overdracht_keuzes(struct request *r, gebruiker_id van, struct form_view *form, const char *field, size_t *n)
{
    struct werk_collega *people;
    TRY(werk_collegas(r->db, r->arena, van, n, &people));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, *n + 1);
    for (size_t i = 0; i < *n; i++)
        choices[i] = (struct choice){
            arena_printf(r->arena, "%lld", (long long)people[i].id.id),
            arena_printf(r->arena, "%s%s%s", people[i].naam, people[i].functie[0] ? ", " : "", people[i].functie),
            false};
    form_choices(form, r->arena, field, choices, *n);
    return OK;
}

static enum result collega_find(struct request *r, gebruiker_id van, gebruiker_id who, struct werk_collega *out)
{
    size_t n;
    struct werk_collega *people;
    TRY(werk_collegas(r->db, r->arena, van, &n, &people));
    for (size_t i = 0; i < n; i++)
        if (people[i].id.id == who.id) {
            *out = people[i];
            return OK;
        }
    return NOT_FOUND;
}

/* A mail to one person about the work; link: where that person looks. */
static enum result told(struct request *r, enum mail_kind kind, gebruiker_id to, const char *email, const char *naam,
                        url link, struct mail_view view)
{
    view.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam);
    return mail_send(r->job, r->site->config, r->arena, kind, (struct mail_to){to, email, naam, NULL}, "gebruiker",
                     to.id, link, view);
}

static enum result refused(struct request *r, const char *field, enum result ended)
{
    if (ended == INVALID)
        problem_add(&r->problems, field, "%s", job_problem(r->job));
    return ended;
}

enum result overdracht_doen(struct request *r, gebruiker_id van, gebruiker_id naar, bool blokkeer, const char *field,
                            int64_t *moved)
{
    struct werk_van who;
    struct werk_collega to;
    struct werk_project *rows;
    size_t n;
    TRY(werk_van_read(r->db, r->arena, van, &who));
    TRY(werk_projecten(r->db, r->arena, van, &n, &rows));
    if (collega_find(r, van, naar, &to) != OK) {
        problem_add(&r->problems, field, "Kies een collega van dezelfde organisatie.");
        return INVALID;
    }
    TRY(refused(r, field, overdracht_insert(r->job, van, naar, blokkeer)));
    for (size_t i = 0; i < n; i++)
        job_audit(r->job, (struct audit_line){.wat = "project.overdragen",
                                              .soort = "project",
                                              .rij = rows[i].id.id,
                                              .project = rows[i].id,
                                              .voor = who.naam,
                                              .na = to.naam});
    job_audit(r->job, (struct audit_line){.wat = "account.overdragen",
                                          .soort = "gebruiker",
                                          .rij = van.id,
                                          .na = arena_printf(r->arena, "%zu projecten naar %s", n, to.naam)});
    *moved = (int64_t)n;
    TRY(told(r, MAIL_OVERGEDRAGEN, to.id, to.email, to.naam, url_projects(),
             (struct mail_view){.what = who.naam, .aantal = (int)n}));
    if (van.id != r->viewer->gebruiker.id)
        TRY(told(r, MAIL_WERK_WEG, van, who.email, who.naam, url_werk(""),
                 (struct mail_view){.what = to.naam, .aantal = (int)n}));
    return OK;
}

/* An account that stands on no project of the regio any more is no longer this coordinatiepunt's to see. */
static url after_url(struct request *r)
{
    struct werk_van who;
    return werk_van_read(r->db, r->arena, whose(r), &who) == OK ? work_url(r, "") : url_accounts();
}

enum result overdragen_post(struct request *r)
{
    const struct overdragen_input *in = r->input;
    struct overdracht_stand stand;
    int64_t n;
    TRY(overdracht_stand(r->db, r->arena, whose(r), &stand));
    if (stand.kenmerk != in->kenmerk) {
        typed_put(r, "kenmerk", arena_printf(r->arena, "%lld", (long long)stand.kenmerk));
        problem_add(&r->problems, "", "De lijst van projecten is intussen veranderd. Bekijk hem hieronder opnieuw.");
        return INVALID;
    }
    TRY(overdracht_doen(r, whose(r), in->naar, false, "naar", &n));
    return reply_redirect_said(r, after_url(r), "%lld %s overgedragen. De collega krijgt een mail.", (long long)n,
                               n == 1 ? "project is" : "projecten zijn");
}

static bool days_are_right(struct request *r, const struct waarnemen_input *in)
{
    if (in->van.dag < r->today.dag)
        problem_add(&r->problems, "van", "De eerste dag is vandaag of later");
    if (in->tm.dag < in->van.dag)
        problem_add(&r->problems, "tm", "De laatste dag ligt niet voor de eerste");
    if (in->tm.dag - in->van.dag > WAARNEMEN_MOST_DAYS)
        problem_add(&r->problems, "tm", "Waarnemen kan hoogstens een jaar. Duurt het langer, draag het werk dan over.");
    return r->problems.n == 0;
}

enum result waarnemen_post(struct request *r)
{
    const struct waarnemen_input *in = r->input;
    struct werk_van who;
    struct werk_collega to;
    waarneming_id made;
    TRY(werk_van_read(r->db, r->arena, whose(r), &who));
    if (!days_are_right(r, in))
        return INVALID;
    if (collega_find(r, who.id, in->naar, &to) != OK) {
        problem_add(&r->problems, "naar", "Kies een collega van dezelfde organisatie.");
        return INVALID;
    }
    TRY(refused(r, "van", waarneming_insert(r->job, who.id, in, &made)));
    char van[11], tm[11];
    datum_to_text(in->van, van);
    datum_to_text(in->tm, tm);
    job_audit(r->job, (struct audit_line){.wat = "account.waarnemen",
                                          .soort = "gebruiker",
                                          .rij = who.id.id,
                                          .na = arena_printf(r->arena, "%s, %s t/m %s", to.naam, van, tm)});
    struct mail_view view = {.what = who.naam, .dag = in->van, .tot = in->tm};
    TRY(told(r, MAIL_WAARNEMEN, to.id, to.email, to.naam, url_projects(), view));
    if (who.id.id != r->viewer->gebruiker.id) {
        view.what = to.naam;
        TRY(told(r, MAIL_WAARGENOMEN, who.id, who.email, who.naam, url_werk(""), view));
    }
    return reply_redirect_said(r, work_url(r, ""), "%s neemt waar van %s t/m %s en krijgt een mail.", to.naam, van, tm);
}

enum result waarneming_eind_post(struct request *r)
{
    waarneming_id id = request_id(r, "waarneming", waarneming_id);
    struct waarneming_wie wie;
    TRY(waarneming_one(r->db, r->arena, id, &wie));
    TRY(waarneming_end(r->job, id));
    job_audit(r->job, (struct audit_line){.wat = "account.waarnemen_eind", .soort = "gebruiker", .rij = wie.van.id});
    url back = r->viewer->soort == SOORT_CP ? url_account_werk(wie.van, "") : url_werk("");
    return reply_redirect_said(r, back,
                               "De waarneming is beëindigd. De collega ziet deze projecten vanaf nu niet meer.");
}
