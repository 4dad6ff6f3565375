/* app/account/account_pages.c: getting in: login in two steps, logging out, the confidentiality statement (spec 2,
 * "Getting in"). */
#include <string.h>

#include "app/account/account_gate.h"
#include "app/account/account_password.h"
#include "app/account/account_store.h"
#include "app/account/account_view.h"
#include "app/mails.h"
#include "app/urls.h"
#include "core/rnd.h"
#include "templates.h"

/* One sentence for every cause: which part was wrong, or whether the account exists, is not told. */
static const char login_wrong[] =
    "Het e-mailadres en wachtwoord kloppen niet samen. Na vijf keer fout moet u tussen twee pogingen steeds langer wachten.";
static const char code_wrong[] =
    "De code klopt niet, of is al gebruikt. Wacht op een nieuwe code en controleer of de klok van uw telefoon gelijk loopt.";

static const char *verder_of(struct request *r, const char *typed)
{
    const char *to = typed && *typed ? typed : request_query(r, "verder");
    return path_is_local(to) ? to : "/";
}

enum result login_page(struct request *r)
{
    struct login_input in = {.verder = verder_of(r, NULL)};
    struct form_page_view v = {.page = layout_page(r, "Inloggen"),
                               .form = form_view_new(r->arena, login_form, &r->typed, &in, &r->problems, 0),
                               .button = "Verder"};
    v.page->narrow = true;
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_login(&o, &v);
    return OK;
}

struct login_verdict {
    gebruiker_id id;
    bool good;
    const char *hash;
}; /* the hash that was compared with: it may change in the queue */

enum result login_hash(struct request *r)
{
    const struct login_input *in = r->input;
    struct login_verdict *v = ARENA_NEW(r->arena, struct login_verdict);
    struct gate_user u;
    enum result found = gate_user_by_email(r->gate, r->arena, in->email, &u);
    if (found != OK && found != NOT_FOUND)
        return found;
    TRY(password_verify(in->wachtwoord, found == OK ? u.wachtwoord : NULL, &v->good));
    v->id = found == OK ? u.id : (gebruiker_id){0};
    v->hash = found == OK && u.wachtwoord ? u.wachtwoord : "";
    r->slow_result = v;
    return OK;
}

/* Shows the form again and keeps what was counted. */
static enum result wrong_but_kept(struct request *r, const char *sentence)
{
    problem_add(&r->problems, "", "%s", sentence);
    job_unlogged(r->job, "mislukte poging");
    TRY(r->route->form_page(r));
    r->reply.status = 422;
    return OK;
}

enum result login_post(struct request *r)
{
    const struct login_input *in = r->input;
    const struct login_verdict *v = r->slow_result;
    struct steward *s = gate_of(r);
    struct gate_user u = {.id = v->id};
    char token[44];
    if (v->id.id != 0)
        TRY(gate_user_by_id(s, r->arena, v->id, &u));
    if (v->id.id == 0 || r->now.sec < u.wacht_tot.sec) {
        TRY(gate_nobody(s, r->now));
        return wrong_but_kept(r, login_wrong);
    }
    if (!v->good || strcmp(u.staat, "actief") != 0 || strcmp(u.wachtwoord, v->hash) != 0) {
        TRY(gate_failed(s, u.id, u.fouten + 1, r->now));
        return wrong_but_kept(r, login_wrong);
    }
    if (r->session_token)
        TRY(gate_session_end(s, r->session_token));
    TRY(gate_session_new(s, r, u.id, "half", token));
    job_audit(r->job,
              (struct audit_line){.wat = "inloggen.wachtwoord", .soort = "gebruiker", .rij = u.id.id, .wie = u.id});
    request_cookie(r, token);
    const char *verder = verder_of(r, in->verder);
    return reply_redirect_text(r, arena_printf(r->arena, "/inloggen/code?verder=%s", percent_encode(r->arena, verder)));
}

enum result login_code_page(struct request *r)
{
    struct code_input in = {.verder = verder_of(r, NULL)};
    struct form_page_view v = {
        .page = layout_page(r, "Code invoeren"),
        .form = form_view_new(r->arena, code_form, &r->typed, &in, &r->problems, 0),
        .button = "Login",
        .intro = "Open de authenticator-app op uw telefoon en vul de code van de Social Return Monitor in."};
    v.page->narrow = true;
    v.page->logged_in = false;
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_login_code(&o, &v);
    return OK;
}

static enum result device_mail(struct request *r, const struct gate_user *u)
{
    bool new_one, any_before;
    char fresh[44];
    rnd_token(fresh);
    const char *device = r->device_token ? r->device_token : arena_strdup(r->arena, fresh);
    TRY(gate_device_seen(gate_of(r), r->seal, u->id, device, r->now, &new_one, &any_before));
    request_device_cookie(r, device);
    if (!new_one || !any_before || strstr(u->mail_uit, "nieuw_apparaat"))
        return OK;
    return mail_send(r->job, r->site->config, r->arena, MAIL_NIEUW_APPARAAT,
                     (struct mail_to){u->id, u->email, u->naam, u->reply_to}, "gebruiker", u->id.id, url_sessions(),
                     (struct mail_view){.device = r->user_agent ? r->user_agent : "onbekend"});
}

static enum result logged_in(struct request *r, const struct gate_user *u)
{
    const struct code_input *in = r->input;
    struct steward *s = gate_of(r);
    char token[44];
    TRY(gate_session_end(s, r->session_token));
    TRY(gate_session_new(s, r, u->id, "vol", token));
    TRY(gate_calm(s, u->id, r->now));
    TRY(device_mail(r, u));
    job_audit(r->job, (struct audit_line){.wat = "inloggen", .soort = "gebruiker", .rij = u->id.id, .wie = u->id});
    request_cookie(r, token);
    return reply_redirect_text(r, verder_of(r, in->verder));
}

enum result login_code_post(struct request *r)
{
    const struct code_input *in = r->input;
    struct steward *s = gate_of(r);
    struct gate_user u;
    struct blob secret;
    int64_t step;
    bool first = false;
    TRY(gate_user_by_id(s, r->arena, r->viewer->gebruiker, &u));
    if (!u.totp.p)
        return wrong_but_kept(
            r,
            "Uw twee-factor is nog niet ingesteld. Kies op de inlogpagina ‘Wachtwoord vergeten’; de link in de mail helpt u verder.");
    if (r->now.sec < u.wacht_tot.sec)
        return wrong_but_kept(r, code_wrong);
    TRY(gate_totp_open(r->seal, r->arena, u.id, u.totp, &secret));
    if (totp_fits(secret.p, secret.n, in->code, r->now, u.totp_stap, &step))
        TRY(gate_totp_use(s, u.id, step, &first));
    if (first)
        return logged_in(r, &u);
    TRY(gate_failed(s, u.id, u.fouten + 1, r->now));
    return wrong_but_kept(r, code_wrong);
}

enum result logout_post(struct request *r)
{
    TRY(gate_session_end(gate_of(r), r->session_token));
    job_audit(r->job, (struct audit_line){.wat = "uitloggen",
                                          .soort = "gebruiker",
                                          .rij = r->viewer->gebruiker.id,
                                          .wie = r->viewer->gebruiker});
    request_cookie(r, NULL);
    r->reply.clear_site_data = true;
    return reply_redirect_said(r, url_login(), "U bent uitgelogd.");
}

/* The texts that are open, by number: what the button is about. */
static const char *open_texts(struct arena *a, const struct statement_view *v)
{
    const char *list = "";
    for (size_t i = 0; i < v->n_rows; i++)
        if (v->rows[i].akkoord_op.sec == 0)
            list = arena_printf(a, "%s%s%lld", list, *list ? "," : "", (long long)v->rows[i].id);
    return list;
}

static enum result statement_read(struct request *r, struct statement_view *v)
{
    struct mijn m;
    TRY(account_mijn(r->db, r->arena, &m));
    TRY(account_teksten(r->db, r->arena, &v->n_rows, &v->rows));
    v->accepted = m.geheimhouding >= GEHEIMHOUDING_VERSIE;
    v->accepted_on = m.geheimhouding_op;
    v->all = v->accepted && !*open_texts(r->arena, v);
    return OK;
}

enum result statement_page(struct request *r)
{
    struct statement_view v = {.page = layout_page(r, "Geheimhouding")};
    TRY(statement_read(r, &v));
    struct statement_input in = {.gezien = open_texts(r->arena, &v)};
    v.form = form_view_new(r->arena, statement_form, NULL, &in, &r->problems, 0);
    layout_form(v.page, v.form);
    v.page->narrow = true;
    struct html o = page_begin(r);
    account_statement(&o, &v);
    return OK;
}

enum result statement_post(struct request *r)
{
    const struct statement_input *in = r->input;
    struct statement_view v = {.page = NULL};
    TRY(statement_read(r, &v));
    if (strcmp(in->gezien ? in->gezien : "", open_texts(r->arena, &v)) != 0) {
        problem_add(&r->problems, "",
                    "De tekst is intussen gewijzigd. Lees hem nog eens en kies dan opnieuw ‘Ik ga akkoord’.");
        return INVALID;
    }
    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].akkoord_op.sec == 0) {
            TRY(account_tekst_accept(r->job, v.rows[i].id));
            job_audit(r->job, (struct audit_line){.wat = "geheimhouding.akkoord",
                                                  .soort = "gebruiker",
                                                  .rij = r->viewer->gebruiker.id,
                                                  .na = arena_printf(r->arena, "%s, versie %lld", v.rows[i].regio,
                                                                     (long long)v.rows[i].nr)});
        }
    if (v.accepted)
        return reply_redirect(r, url_home());
    TRY(account_statement_accept(r->job, r->viewer->gebruiker, GEHEIMHOUDING_VERSIE));
    job_audit(r->job, (struct audit_line){.wat = "geheimhouding.akkoord",
                                          .soort = "gebruiker",
                                          .rij = r->viewer->gebruiker.id,
                                          .na = arena_printf(r->arena, "versie %d", (int)GEHEIMHOUDING_VERSIE)});
    return reply_redirect(r, url_home());
}
