/* app/account/account_acts_gate.c: verbs of the room that also write a link or a mail: inviting, welcoming again. */
#include <string.h>

#include "app/account/account_crypto.h"
#include "app/account/account_gate.h"
#include "app/account/account_password.h"
#include "app/account/account_store.h"
#include "app/mails.h"
#include "app/urls.h"
#include "data/steward.h"

static enum result welcome_send(struct request *r, gebruiker_id id)
{
    struct steward *s = job_steward(r->job);
    struct gate_user u;
    char token[44], until[40];
    TRY(gate_user_by_id(s, r->arena, id, &u));
    TRY(gate_link_new(s, id, "welkom", r->now, token));
    datum_to_long(datum_plus_days(r->today, WELCOME_DAYS), until, sizeof(until));
    return mail_send(
        r->job, r->site->config, r->arena, MAIL_WELKOM, (struct mail_to){id, u.email, u.naam, u.reply_to}, "gebruiker",
        id.id, url_welcome(token),
        (struct mail_view){.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam),
                           .organisatie = u.organisatie_naam,
                           .until = until});
}

enum result account_invite(struct request *r, const struct invitation *who, const char *email_field, gebruiker_id *out)
{
    char *key = arena_alloc(r->arena, 255);
    email_key(who->email, key, 255);
    enum result ended = account_insert(r->job, who, key, out);
    if (ended == INVALID)
        problem_add(&r->problems, email_field, "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){.wat = "account.uitnodigen", .soort = "gebruiker", .rij = out->id, .na = who->naam});
    return welcome_send(r, *out);
}

enum result account_welcome_again_post(struct request *r)
{
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    struct gate_user u;
    TRY(gate_user_by_id(job_steward(r->job), r->arena, id, &u));
    if (strcmp(u.staat, "uitgenodigd") != 0)
        return reply_redirect_said(
            r, url_account(id),
            "Dit account is al geactiveerd. Een nieuw wachtwoord maakt de gebruiker zelf met ‘Wachtwoord vergeten’.");
    TRY(welcome_send(r, id));
    job_audit(r->job, (struct audit_line){.wat = "account.welkom_opnieuw", .soort = "gebruiker", .rij = id.id});
    return reply_redirect_said(r, url_account(id), "De welkomstmail is opnieuw verstuurd.");
}

enum result account_reset_2fa_post(struct request *r)
{
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    const struct reset_2fa_input *in = r->input;
    struct steward *s = job_steward(r->job);
    struct gate_user u;
    TRY(account_twee_factor_off(r->job, id));
    TRY(gate_user_by_id(s, r->arena, id, &u));
    job_audit(r->job, (struct audit_line){.wat = "account.twee_factor_reset",
                                          .soort = "gebruiker",
                                          .rij = id.id,
                                          .na = arena_printf(r->arena, "identiteit: %s%s%s", in->vastgesteld,
                                                             in->toelichting ? "; " : "",
                                                             in->toelichting ? in->toelichting : "")});
    TRY(mail_send(
        r->job, r->site->config, r->arena, MAIL_TWEE_FACTOR_GERESET, (struct mail_to){id, u.email, u.naam, u.reply_to},
        "gebruiker", id.id, url_forgotten(),
        (struct mail_view){.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam)}));
    return reply_redirect_said(
        r, url_account(id),
        "De twee-factor is gereset en alle sessies zijn beëindigd. De gebruiker krijgt een mail met uitleg.");
}

struct password_verdict {
    bool good;
    const char *refused, *compared;
    char hash[128];
};

/* Slow lane: the present password verified, the new one judged and hashed. */
enum result password_change_hash(struct request *r)
{
    const struct password_change_input *in = r->input;
    struct password_verdict *v = ARENA_NEW(r->arena, struct password_verdict);
    struct gate_user u;
    r->slow_result = v;
    TRY(gate_user_by_id(r->gate, r->arena, r->viewer->gebruiker, &u));
    TRY(password_verify(in->huidig, u.wachtwoord, &v->good));
    v->compared = u.wachtwoord;
    const char *context[] = {u.naam, u.email, u.organisatie_naam, NULL};
    v->refused = password_refused(r->arena, in->nieuw, context, r->site->config->breach_list);
    return v->refused || !v->good ? OK : password_hash(in->nieuw, v->hash);
}

enum result password_change_post(struct request *r)
{
    const struct password_change_input *in = r->input;
    const struct password_verdict *v = r->slow_result;
    struct steward *s = job_steward(r->job);
    struct gate_user u;
    struct blob secret;
    int64_t step;
    bool first = false;
    TRY(gate_user_by_id(s, r->arena, r->viewer->gebruiker, &u));
    if (v->refused) {
        problem_add(&r->problems, "nieuw", "%s", v->refused);
        return INVALID;
    }
    TRY(gate_totp_open(r->seal, r->arena, u.id, u.totp, &secret));
    bool waits = r->now.sec < u.wacht_tot.sec;
    bool same =
        u.wachtwoord && v->compared && strcmp(u.wachtwoord, v->compared) == 0; /* it may have changed in the queue */
    if (!waits && v->good && same && totp_fits(secret.p, secret.n, in->code, r->now, u.totp_stap, &step))
        TRY(gate_totp_use(s, u.id, step, &first));
    if (!first) {
        TRY(waits ? gate_nobody(s, r->now) : gate_failed(s, u.id, u.fouten + 1, r->now));
        job_unlogged(r->job, "mislukte poging");
        problem_add(
            &r->problems, "",
            "Het huidige wachtwoord of de code klopt niet. Een code werkt één keer: wacht zo nodig op een nieuwe.");
        TRY(password_change_page(r));
        r->reply.status = 422;
        return OK;
    }
    char token[44];
    TRY(gate_password_set(s, u.id, v->hash));
    TRY(gate_calm_counters(s, u.id));
    TRY(gate_sessions_end_all(s, u.id, NULL));
    TRY(gate_session_new(s, r, u.id, "vol", token)); /* a new token at each change of rights */
    request_cookie(r, token);
    job_audit(r->job, (struct audit_line){
                          .wat = "account.wachtwoord", .soort = "gebruiker", .rij = u.id.id, .na = "nieuw wachtwoord"});
    TRY(mail_send(r->job, r->site->config, r->arena, MAIL_WACHTWOORD_GEWIJZIGD,
                  (struct mail_to){u.id, u.email, u.naam, u.reply_to}, "gebruiker", u.id.id, url_forgotten(),
                  (struct mail_view){.by = u.naam}));
    return reply_redirect_said(r, url_profile(), "Uw wachtwoord is gewijzigd. Andere sessies zijn beëindigd.");
}

enum result sessions_end_others_post(struct request *r)
{
    TRY(gate_sessions_end_all(job_steward(r->job), r->viewer->gebruiker, r->session_token));
    job_audit(r->job, (struct audit_line){
                          .wat = "sessie.andere_beeindigd", .soort = "gebruiker", .rij = r->viewer->gebruiker.id});
    return reply_redirect_said(r, url_sessions(), "Uw andere sessies zijn beëindigd.");
}

enum result account_sessions_end_post(struct request *r)
{
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    TRY(gate_sessions_end_all(job_steward(r->job), id, NULL));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "account.sessies_beeindigen", .soort = "gebruiker", .rij = id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_account(id), "Alle sessies van deze gebruiker zijn beëindigd.");
}

enum result account_move_post(struct request *r)
{
    const struct verplaatsen_input *in = r->input;
    gebruiker_id id = request_id(r, "gebruiker", gebruiker_id);
    struct steward *s = job_steward(r->job);
    struct gate_user before, after;
    TRY(gate_user_by_id(s, r->arena, id, &before));
    if (before.organisatie.id == in->organisatie.id) {
        problem_add(&r->problems, "organisatie", "Dit account hoort al bij deze organisatie");
        return INVALID;
    }
    enum result ended = account_organisatie_set(r->job, id, in->organisatie);
    if (ended == INVALID || ended == FORBIDDEN) {
        problem_add(&r->problems, "organisatie", "%s",
                    ended == INVALID ? job_problem(r->job) : "Kies een organisatie uit de lijst");
        return INVALID;
    }
    TRY(ended);
    TRY(gate_user_by_id(s, r->arena, id, &after));
    job_audit(r->job, (struct audit_line){.wat = "account.verplaatsen",
                                          .soort = "gebruiker",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .voor = before.organisatie_naam,
                                          .na = arena_printf(r->arena, "%s; %s", after.organisatie_naam, in->reden)});
    TRY(mail_send(
        r->job, r->site->config, r->arena, MAIL_VERPLAATST,
        (struct mail_to){id, after.email, after.naam, after.reply_to}, "gebruiker", id.id, url_login(),
        (struct mail_view){.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam),
                           .organisatie = after.organisatie_naam}));
    /* an opdrachtnemer without a project of this regio is no longer this coordinatiepunt's to see */
    return reply_redirect_said(r, url_accounts(), "Het account van %s hoort nu bij %s. Alle sessies zijn beëindigd.",
                               after.naam, after.organisatie_naam);
}
