/* app/account/activate_pages.c: forgotten password and activation. The link's token is exchanged for a cookie at once;
 * the link is used up when the last step is done. It never gets past the second factor and never logs in by itself. */
#include <liboath/oath.h>
#include <stdlib.h>
#include <string.h>

#include "app/account/account_crypto.h"
#include "app/account/account_gate.h"
#include "app/account/account_password.h"
#include "app/account/account_view.h"
#include "app/mails.h"
#include "app/urls.h"
#include "out/svg.h"
#include "templates.h"

static enum result form_show(struct request *r, const char *title, const struct field *form, const void *values,
                             const char *intro, const char *button)
{
    struct form_page_view v = {.page = layout_page(r, title),
                               .form = form_view_new(r->arena, form, &r->typed, values, &r->problems, 0),
                               .intro = intro,
                               .button = button};
    v.page->narrow = true;
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_form_page(&o, &v);
    return OK;
}

enum result forgotten_page(struct request *r)
{
    return form_show(
        r, "Account activeren of wachtwoord vergeten", forgotten_form, NULL,
        "Vul uw e-mailadres in. U krijgt een e-mail met een persoonlijke link. Die werkt één keer, 24 uur lang.",
        "Verstuur");
}

enum result forgotten_post(struct request *r)
{
    const struct forgotten_input *in = r->input;
    struct steward *s = gate_of(r);
    struct gate_user u;
    char token[44];
    enum result found = gate_user_by_email(s, r->arena, in->email, &u);
    if (found != OK && found != NOT_FOUND)
        return found;
    int asked = 0;
    if (found == OK)
        TRY(gate_links_since(s, r->arena, u.id, "herstel", (tijdstip){r->now.sec - 3600}, &asked));
    if (found == OK && strcmp(u.staat, "geblokkeerd") != 0 && asked < LINKS_AN_HOUR) {
        TRY(gate_link_new(s, u.id, "herstel", r->now, token));
        TRY(mail_send(r->job, r->site->config, r->arena, MAIL_LINK, (struct mail_to){u.id, u.email, u.naam, u.reply_to},
                      "gebruiker", u.id.id, url_activate(token), (struct mail_view){.until = "24 uur"}));
        job_audit(r->job, (struct audit_line){
                              .wat = "account.link_gevraagd", .soort = "gebruiker", .rij = u.id.id, .wie = u.id});
    } else {
        TRY(gate_nobody(s, r->now));
        job_unlogged(r->job, "geen link");
    }
    return reply_redirect_said(r, url_login(),
                               "Als dit adres bekend is, is er een e-mail onderweg. Kijk ook bij ongewenste mail.");
}

enum result welcome_page(struct request *r)
{
    struct gate_link l;
    enum result found = gate_link_find(r->gate, r->arena, r->token, &l);
    bool fresh = found == OK && strcmp(l.soort, "welkom") == 0 && r->now.sec < l.verloopt_op.sec;
    struct link_view v = {
        .page = layout_page(r, "Welkom bij de Social Return Monitor"),
        .form = form_view_new(r->arena, forgotten_form, NULL, NULL, NULL, 0),
        .message =
            fresh
                ? NULL
                : "Deze welkomstlink is verlopen of klopt niet. Dat is niet erg: vul hieronder uw e-mailadres in, dan krijgt u een nieuwe link."};
    v.page->narrow = true;
    struct html o = page_begin(r);
    account_welcome(&o, &v);
    return OK;
}

static enum result link_bad(struct request *r)
{
    struct link_view v = {
        .page = layout_page(r, "Deze link werkt niet meer"),
        .form = form_view_new(r->arena, forgotten_form, NULL, NULL, NULL, 0),
        .message =
            "Een persoonlijke link werkt één keer en 24 uur lang. Vul uw e-mailadres in, dan sturen wij u een nieuwe."};
    v.page->narrow = true;
    struct html o = page_begin(r);
    account_welcome(&o, &v);
    return OK;
}

/* The link that somebody is activating with, from the cookie. NOT_FOUND when it is used, expired or unknown. */
static enum result link_now(struct request *r, struct steward *s, struct gate_user *u)
{
    struct gate_link l;
    if (!r->activation_token)
        return NOT_FOUND;
    TRY(gate_link_find(s, r->arena, r->activation_token, &l));
    if (strcmp(l.soort, "herstel") != 0 || l.gebruikt_op.sec != 0 || r->now.sec >= l.verloopt_op.sec)
        return NOT_FOUND;
    return gate_user_by_id(s, r->arena, l.gebruiker, u);
}

enum result activate_page(struct request *r)
{
    struct gate_user u;
    r->activation_token = r->token;
    enum result found = link_now(r, r->gate, &u);
    if (found == NOT_FOUND)
        return link_bad(r);
    TRY(found);
    r->reply.set_cookie =
        arena_printf(r->arena, "__Host-sr-activeer=%s; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax", r->token);
    return reply_redirect(r, url_activate_step("wachtwoord"));
}

enum result activate_password_page(struct request *r)
{
    struct gate_user u;
    enum result found = link_now(r, r->gate, &u);
    if (found == NOT_FOUND)
        return link_bad(r);
    TRY(found);
    bool reset = u.wachtwoord && !u.totp.p;
    struct form_page_view v = {
        .page = layout_page(r, "Wachtwoord maken"),
        .form = form_view_new(r->arena, password_set_form, &r->typed, NULL, &r->problems, 0),
        .button = "Verder",
        .intro =
            reset
                ? "Uw twee-factor is opnieuw in te stellen. Uw wachtwoord kunt u houden: vink dan ‘Wachtwoord ongewijzigd laten’ aan."
                : NULL};
    form_field(v.form, "ongewijzigd")->is_button = !reset; /* only after a reset of the second factor */
    v.page->narrow = true;
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_form_page(&o, &v);
    return OK;
}

struct new_password {
    const char *refused;
    char hash[128];
};

enum result activate_password_hash(struct request *r)
{
    const struct password_set_input *in = r->input;
    struct new_password *p = ARENA_NEW(r->arena, struct new_password);
    struct gate_user u;
    r->slow_result = p;
    enum result found = link_now(r, r->gate, &u);
    if (found != OK || in->ongewijzigd)
        return found == NOT_FOUND ? OK : found;
    const char *context[] = {u.naam, u.email, u.organisatie_naam, NULL};
    p->refused = password_refused(r->arena, in->wachtwoord, context, r->site->config->breach_list);
    return p->refused ? OK : password_hash(in->wachtwoord, p->hash);
}

/* The last step: the link is used up, other sessions end, and the user logs in. */
static enum result activate_done(struct request *r, const struct gate_user *u, const char *said)
{
    struct steward *s = gate_of(r);
    TRY(gate_link_use(s, r->activation_token, r->now));
    TRY(gate_sessions_end_all(s, u->id, NULL));
    r->reply.set_cookie = "__Host-sr-activeer=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";
    return reply_redirect_said(r, url_login(), "%s", said);
}

static enum result password_keep(struct request *r, const struct gate_user *u, const char *hash)
{
    struct steward *s = gate_of(r);
    TRY(gate_password_set(s, u->id, hash));
    job_audit(r->job, (struct audit_line){.wat = "account.wachtwoord",
                                          .soort = "gebruiker",
                                          .rij = u->id.id,
                                          .wie = u->id,
                                          .na = hash ? "nieuw wachtwoord" : "ongewijzigd"});
    if (hash && u->wachtwoord)
        TRY(mail_send(r->job, r->site->config, r->arena, MAIL_WACHTWOORD_GEWIJZIGD,
                      (struct mail_to){u->id, u->email, u->naam, u->reply_to}, "gebruiker", u->id.id, url_forgotten(),
                      (struct mail_view){.by = u->naam}));
    if (u->totp.p)
        return activate_done(r, u, "Uw nieuwe wachtwoord is opgeslagen. Log ermee in.");
    TRY(gate_totp_propose(s, r->seal, r->arena, u->id));
    return reply_redirect(r, url_activate_step("code"));
}

enum result activate_password_post(struct request *r)
{
    const struct password_set_input *in = r->input;
    const struct new_password *p = r->slow_result;
    struct gate_user u;
    enum result found = link_now(r, gate_of(r), &u);
    if (found == NOT_FOUND)
        return link_bad(r);
    TRY(found);
    if (in->ongewijzigd && u.wachtwoord && !u.totp.p)
        return password_keep(r, &u, NULL);
    if (p->refused || in->ongewijzigd || !p->hash[0]) {
        problem_add(&r->problems, "wachtwoord", "%s", p->refused ? p->refused : "Vul een nieuw wachtwoord in");
        return INVALID;
    }
    return password_keep(r, &u, p->hash);
}

/* In groups of four, to type over. */
static const char *key_shown(struct arena *a, const char *base32)
{
    struct text t;
    text_init(&t, 200);
    for (size_t i = 0; base32[i] && base32[i] != '='; i++) {
        if (i > 0 && i % 4 == 0)
            text_char(&t, ' ');
        text_char(&t, base32[i]);
    }
    return text_take(&t, a, NULL);
}

enum result activate_code_page(struct request *r)
{
    struct gate_user u;
    struct blob secret;
    char *base32 = NULL, clock[20];
    enum result found = link_now(r, r->gate, &u);
    if (found == NOT_FOUND || (found == OK && !u.totp_nieuw.p))
        return link_bad(r);
    TRY(found);
    TRY(gate_totp_open(r->seal, r->arena, u.id, u.totp_nieuw, &secret));
    if (oath_base32_encode(secret.p, secret.n, &base32, NULL) != OATH_OK)
        return fail("the TOTP secret does not encode");
    const char *uri = arena_printf(
        r->arena, "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30",
        "Social%20Return%20Monitor", percent_encode(r->arena, u.email), base32, "Social%20Return%20Monitor");
    tijdstip_to_text(r->now, clock, sizeof(clock));
    struct totp_view v = {.page = layout_page(r, "Twee-factor instellen"),
                          .form = form_view_new(r->arena, code_form, &r->typed, NULL, &r->problems, 0),
                          .qr = svg_qr(r->arena, uri, "QR-code om te scannen met uw authenticator-app"),
                          .key = key_shown(r->arena, base32),
                          .clock = arena_strdup(r->arena, clock)};
    free(base32);
    v.page->narrow = true;
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_totp(&o, &v);
    return OK;
}

enum result activate_code_post(struct request *r)
{
    const struct code_input *in = r->input;
    struct steward *s = gate_of(r);
    struct gate_user u;
    struct blob secret;
    int64_t step;
    enum result found = link_now(r, s, &u);
    if (found == NOT_FOUND || (found == OK && !u.totp_nieuw.p))
        return link_bad(r);
    TRY(found);
    TRY(gate_totp_open(r->seal, r->arena, u.id, u.totp_nieuw, &secret));
    bool waits = r->now.sec < u.wacht_tot.sec;
    if (waits || !totp_fits(secret.p, secret.n, in->code, r->now, 0, &step)) {
        TRY(waits ? gate_nobody(s, r->now) : gate_failed(s, u.id, u.fouten + 1, r->now));
        job_unlogged(r->job, "mislukte poging");
        problem_add(
            &r->problems, "code",
            "De code klopt niet. Wacht op een nieuwe code en controleer of de klok van uw telefoon gelijk loopt met de tijd hieronder.");
        TRY(activate_code_page(r));
        r->reply.status = 422;
        return OK;
    }
    TRY(gate_totp_confirm(s, u.id, step));
    TRY(gate_calm_counters(s, u.id));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "account.twee_factor", .soort = "gebruiker", .rij = u.id.id, .wie = u.id, .na = "ingesteld"});
    return activate_done(r, &u, "Uw account is klaar. Log nu in met uw e-mailadres, wachtwoord en de code uit uw app.");
}
