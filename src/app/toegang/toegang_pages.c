/* app/toegang/toegang_pages.c: Beheer › Wie heeft toegang: the reviews, one of them with its verdicts, blocking who
 * should not stay, and closing it. */
#include <string.h>

#include "app/account/account.h"
#include "app/toegang/toegang_store.h"
#include "app/urls.h"
#include "templates.h"

enum result toegangen_page(struct request *r)
{
    struct toegangen_view v = {.page = layout_page(r, "Wie heeft toegang")};
    TRY(toegangen_read(r->db, r->arena, &v));
    struct html o = page_begin(r);
    toegang_lijst(&o, &v);
    return OK;
}

static enum result said(struct request *r, enum result ended)
{
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    return ended;
}

enum result toegang_new_post(struct request *r)
{
    toegang_id id;
    TRY(said(r, toegang_insert(r->job, &id)));
    job_audit(r->job, (struct audit_line){
                          .wat = "toegang.beginnen", .soort = "toegang", .rij = id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_toegang(id), "De controle is begonnen. Geef ieder account een oordeel.");
}

/* This page with the filters it had. */
static url here(struct request *r)
{
    url self = url_toegang(request_id(r, "toegang", toegang_id));
    return r->query_string && *r->query_string ? url_with(self, r->query_string) : self;
}

enum result toegang_page(struct request *r)
{
    toegang_id id = request_id(r, "toegang", toegang_id);
    struct toegang_view v = {.page = layout_page(r, "Controle van de toegang"),
                             .t = ARENA_NEW(r->arena, struct toegang_row)};
    struct list_query q = list_query_read(r, toegang_columns, TOEGANG_COLUMNS, "naam");
    int64_t total;
    TRY(toegang_read(r->db, r->arena, id, v.t));
    TRY(toegang_regels(r->db, r->arena, id, &q, &total, &v.n_rows, &v.rows));
    v.list =
        list_view_new(r, toegang_columns, TOEGANG_COLUMNS, &q, arena_strdup(r->arena, url_toegang(id).path), total);
    url to = url_toegang_part(id, "oordeel");
    v.action = (own_path){
        arena_strdup(r->arena, r->query_string && *r->query_string ? url_with(to, r->query_string).path : to.path)};
    if (r->problems.n > 0) {
        v.problem = r->problems.list[0].text;
        v.page->has_errors = false;
    }
    layout_back(v.page, url_toegangen(), "Wie heeft toegang");
    struct html o = page_begin(r);
    toegang_een_page(&o, &v);
    return OK;
}

enum result toegang_oordeel_post(struct request *r)
{
    const struct toegang_oordeel_input *in = r->input;
    toegang_id id = request_id(r, "toegang", toegang_id);
    bool alle = strcmp(in->oordeel, "alle_blijven") == 0;
    const char *oordeel = alle ? "blijft" : in->oordeel;
    int n = 0;
    for (int i = 0; i < TOEGANG_MOST; i++) {
        if (in->account[i].id <= 0 || !(alle || in->kies[i]))
            continue;
        TRY(said(r, toegang_oordeel_set(r->job, id, in->account[i], oordeel)));
        job_audit(r->job, (struct audit_line){.wat = "toegang.oordeel",
                                              .soort = "gebruiker",
                                              .rij = in->account[i].id,
                                              .regio = r->viewer->regio,
                                              .na = oordeel});
        n++;
    }
    if (n == 0) {
        problem_add(&r->problems, "", "Vink eerst accounts aan.");
        return INVALID;
    }
    return reply_redirect_said(
        r, here(r),
        strcmp(oordeel, "blijft") == 0 ? "%d %s."
                                       : "%d %s. Er is nog niemand geblokkeerd: dat doet u hieronder in één keer.",
        n,
        strcmp(oordeel, "blijft") == 0
            ? (n == 1 ? "account blijft" : "accounts blijven")
            : (n == 1 ? "account staat op de lijst om te blokkeren" : "accounts staan op de lijst om te blokkeren"));
}

static enum result act_view(struct request *r, const char *title, struct toegang_view *v)
{
    toegang_id id = request_id(r, "toegang", toegang_id);
    *v = (struct toegang_view){.page = layout_page(r, title), .t = ARENA_NEW(r->arena, struct toegang_row)};
    TRY(toegang_read(r->db, r->arena, id, v->t));
    TRY(toegang_te_blokkeren(r->db, r->arena, id, &v->n_rows, &v->rows));
    for (size_t i = 0; i < v->n_rows; i++)
        v->kan_niet += v->rows[i].laatste > 0;
    layout_back(v->page, url_toegang(id), "Controle van de toegang");
    return OK;
}

enum result toegang_blokkeren_page(struct request *r)
{
    struct toegang_view v;
    TRY(act_view(r, "Accounts blokkeren", &v));
    struct html o = page_begin(r);
    toegang_blokkeren(&o, &v);
    return OK;
}

enum result toegang_blokkeren_post(struct request *r)
{
    toegang_id id = request_id(r, "toegang", toegang_id);
    struct toegang_regel *rows;
    size_t n;
    int done = 0;
    TRY(toegang_te_blokkeren(r->db, r->arena, id, &n, &rows));
    for (size_t i = 0; i < n; i++) {
        if (rows[i].laatste > 0 || rows[i].zelf)
            continue;
        TRY(said(r, account_blokkeren(r, rows[i].id, "controle van de toegang")));
        done++;
    }
    if (done == 0) {
        problem_add(&r->problems, "", "Er is niemand geblokkeerd: draag eerst het werk over.");
        return INVALID;
    }
    return reply_redirect_said(r, url_toegang(id), "%d %s geblokkeerd. Hun sessies zijn meteen beëindigd.", done,
                               done == 1 ? "account is" : "accounts zijn");
}

enum result toegang_sluiten_page(struct request *r)
{
    struct toegang_view v;
    TRY(act_view(r, "Controle sluiten", &v));
    v.form = form_view_new(r->arena, toegang_sluiten_form, &r->typed, NULL, &r->problems, 0);
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    toegang_sluiten_page_html(&o, &v);
    return OK;
}

enum result toegang_sluiten_post(struct request *r)
{
    const struct toegang_sluiten_input *in = r->input;
    toegang_id id = request_id(r, "toegang", toegang_id);
    struct toegang_row t;
    TRY(said(r, toegang_sluit(r->job, id, in->opmerking)));
    TRY(toegang_read(job_reader(r->job), r->arena, id, &t));
    job_audit(r->job, (struct audit_line){.wat = "toegang.sluiten",
                                          .soort = "toegang",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "%lld accounts: %lld blijven, %lld geblokkeerd",
                                                             (long long)t.aantal, (long long)t.blijft,
                                                             (long long)t.geblokkeerd)});
    return reply_redirect_said(
        r, url_toegang(id), "De controle is gesloten en blijft te lezen. Over een jaar vraagt de monitor er weer om.");
}
