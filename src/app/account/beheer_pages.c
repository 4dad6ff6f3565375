/* app/account/beheer_pages.c: the coordinatiepunt's accounts: find, look, reset two-factor, welcome again. */
#include <string.h>

#include "app/account/account_store.h"
#include "app/account/account.h"
#include "app/organisatie/organisatie.h"
#include "app/overdracht/overdracht.h"
#include "app/urls.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "naam", .label = "Naam"},
    {.key = "email", .label = "E-mailadres"},
    {.key = "organisatie", .label = "Organisatie"},
    {.key = "staat", .label = "Staat"},
    {.key = "laatst", .label = "Laatst ingelogd", .no_filter = true},
};
enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

enum result accounts_page(struct request *r)
{
    struct colleagues_view v = {.page = layout_page(r, "Accounts")};
    struct list_query q = list_query_read(r, columns, N_COLUMNS, "naam");
    int64_t total;
    TRY(account_list(r->db, r->arena, &q, &total, &v.n_rows, &v.rows));
    v.list = list_view_new(r, columns, N_COLUMNS, &q, "/beheer/accounts", total);
    struct html o = page_begin(r);
    account_list_page(&o, &v);
    return OK;
}

typedef enum result choices_fill(struct request *r, struct account_view *v);

static enum result account_show(struct request *r, const char *title, const struct field *form, choices_fill *fill,
                                void (*show)(struct html *, const struct account_view *))
{
    struct account_view v = {.page = layout_page(r, title), .who = ARENA_NEW(r->arena, struct colleague_row)};
    TRY(account_one(r->db, r->arena, request_id(r, "gebruiker", gebruiker_id), v.who));
    v.is_invited = strcmp(v.who->staat, "uitgenodigd") == 0;
    v.is_blocked = strcmp(v.who->staat, "geblokkeerd") == 0;
    v.is_self = v.who->id.id == r->viewer->gebruiker.id;
    v.heeft_werk = strcmp(v.who->soort, "coordinatiepunt") != 0;
    TRY(overdracht_stand(r->db, r->arena, v.who->id, &v.stand));
    layout_back(v.page, url_accounts(), "Accounts");
    if (form) {
        v.form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0);
        if (fill)
            TRY(fill(r, &v));
        layout_form(v.page, v.form);
        layout_back(v.page, url_account(v.who->id), "Account");
    }
    struct html o = page_begin(r);
    show(&o, &v);
    return OK;
}

enum result account_page(struct request *r)
{
    return account_show(r, "Account", NULL, NULL, account_one_page);
}

enum result account_reset_2fa_page(struct request *r)
{
    return account_show(r, "Twee-factor resetten", reset_2fa_form, NULL, account_reset_confirm);
}

/* who can take over: nobody to choose where there is nothing to hand over */
static enum result successors_fill(struct request *r, struct account_view *v)
{
    if (v->stand.projecten > 0)
        TRY(overdracht_keuzes(r, v->who->id, v->form, "opvolger", &v->n_collegas));
    form_field(v->form, "opvolger")->is_button = v->n_collegas == 0;
    return OK;
}

enum result account_block_page(struct request *r)
{
    return account_show(r, "Account blokkeren", blokkeren_form, successors_fill, account_block_confirm);
}

enum result account_blokkeren(struct request *r, gebruiker_id id, const char *reden)
{
    TRY(account_staat_set(r->job, id, "geblokkeerd"));
    job_audit(
        r->job,
        (struct audit_line){
            .wat = "account.blokkeren", .soort = "gebruiker", .rij = id.id, .regio = r->viewer->regio, .na = reden});
    return OK;
}

enum result account_block_post(struct request *r)
{
    const struct blokkeren_input *in = r->input;
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    int64_t moved = 0;
    if (in->opvolger.id != 0) {
        TRY(overdracht_doen(r, id, in->opvolger, true, "opvolger", &moved));
        job_audit(r->job, (struct audit_line){.wat = "account.blokkeren",
                                              .soort = "gebruiker",
                                              .rij = id.id,
                                              .regio = r->viewer->regio,
                                              .na = in->reden});
    } else {
        enum result ended = account_blokkeren(r, id, in->reden);
        if (ended == INVALID)
            problem_add(&r->problems, "opvolger", "%s", job_problem(r->job));
        TRY(ended);
    }
    return reply_redirect_said(r, url_account(id), "Het account is geblokkeerd en alle sessies zijn beëindigd.%s",
                               moved > 0 ? " Het werk is overgedragen." : "");
}

enum result account_unblock_post(struct request *r)
{
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    TRY(account_staat_set(r->job, id, "actief"));
    job_audit(r->job, (struct audit_line){
                          .wat = "account.deblokkeren", .soort = "gebruiker", .rij = id.id, .regio = r->viewer->regio});
    struct colleague_row
        who; /* an opdrachtnemer without a project of this regio is no longer this coordinatiepunt's to see */
    return reply_redirect_said(r, account_one(r->db, r->arena, id, &who) == OK ? url_account(id) : url_accounts(),
                               "Het account is niet meer geblokkeerd.");
}

/* ---- to another organisatie ---- */

/* Organisaties of the same kind: those of the regio; an opdrachtnemer or intermediair that works here or nowhere yet.
 */
static enum result organisaties_fill(struct request *r, struct account_view *v)
{
    size_t n;
    struct organisatie_choice *rows;
    TRY(verplaats_choices(r->db, r->arena, v->who->soort, &n, &rows));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){
            arena_printf(r->arena, "%lld", (long long)rows[i].id.id),
            arena_printf(r->arena, "%s%s%s", rows[i].naam, rows[i].plaats[0] ? ", " : "", rows[i].plaats), false};
    form_choices(v->form, r->arena, "organisatie", choices, n);
    return OK;
}

enum result account_move_page(struct request *r)
{
    return account_show(r, "Account verplaatsen", verplaatsen_form, organisaties_fill, account_move);
}
