/* app/account/beheer_pages.c: the coordinatiepunt's accounts: find, look, reset two-factor, welcome again. */
#include <string.h>

#include "app/account/account_store.h"
#include "app/account/account.h"
#include "app/urls.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "naam", .label = "Naam"}, {.key = "email", .label = "E-mailadres"}, {.key = "organisatie", .label = "Organisatie"}, {.key = "staat", .label = "Staat"},
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

static enum result account_show(struct request *r, const char *title, const struct field *form, void (*show)(struct html *, const struct account_view *))
{
    struct account_view v = {.page = layout_page(r, title), .who = ARENA_NEW(r->arena, struct colleague_row)};
    TRY(account_one(r->db, r->arena, request_id(r, "gebruiker", gebruiker_id), v.who));
    v.is_invited = strcmp(v.who->staat, "uitgenodigd") == 0;
    v.is_blocked = strcmp(v.who->staat, "geblokkeerd") == 0;
    v.is_self = v.who->id.id == r->viewer->gebruiker.id;
    TRY(account_alone(r->db, r->arena, v.who->id, &v.alleen));
    layout_back(v.page, url_accounts(), "Accounts");
    if (form) {
        v.form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0);
        layout_form(v.page, v.form);
        layout_back(v.page, url_account(v.who->id), "Account");
    }
    struct html o = page_begin(r);
    show(&o, &v);
    return OK;
}

enum result account_page(struct request *r)
{
    return account_show(r, "Account", NULL, account_one_page);
}

enum result account_reset_2fa_page(struct request *r)
{
    return account_show(r, "Twee-factor resetten", reset_2fa_form, account_reset_confirm);
}

enum result account_block_page(struct request *r)
{
    return account_show(r, "Account blokkeren", blokkeren_form, account_block_confirm);
}

enum result account_block_post(struct request *r)
{
    const struct blokkeren_input *in = r->input;
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    TRY(account_staat_set(r->job, id, "geblokkeerd"));
    job_audit(r->job, (struct audit_line){.wat = "account.blokkeren", .soort = "gebruiker", .rij = id.id, .regio = r->viewer->regio, .na = in->reden});
    return reply_redirect_said(r, url_account(id), "Het account is geblokkeerd en alle sessies zijn beëindigd.");
}

enum result account_unblock_post(struct request *r)
{
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    TRY(account_staat_set(r->job, id, "actief"));
    job_audit(r->job, (struct audit_line){.wat = "account.deblokkeren", .soort = "gebruiker", .rij = id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_account(id), "Het account is niet meer geblokkeerd.");
}
