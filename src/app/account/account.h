/* app/account/account.h: door of the room account: getting in, staying in, one's own data, colleagues; for the
 * coordinatiepunt the accounts of its regio. Never decides what of a project may be seen: that is scope.sql. */
#ifndef APP_ACCOUNT_H
#define APP_ACCOUNT_H

#include "core/arena.h"
#include "core/config.h"
#include "core/result.h"
#include "core/values.h"
#include "data/desk.h"
#include "web/request.h"
#include "web/route.h"

struct statement_input {
    const char *gezien;
}; /* the texts of regios that the page showed: "3,8" */
extern const struct field statement_form[];
enum { GEHEIMHOUDING_VERSIE = 1 }; /* of the confidentiality statement in templates/account/geheimhouding.html */

/* ---- for main: the site's callbacks (account_gate.c) ---- */
enum result account_session_find(struct steward *gate, struct arena *a, const char *token, tijdstip now,
                                 const struct config *c, struct session_found *out);
enum result account_session_touch(struct steward *gate, const char *token, tijdstip now);

/* ---- for other rooms ---- */
struct invitation {
    organisatie_id organisatie;
    const char *email, *naam, *telefoon, *functie;
};
/* Makes the account (state uitgenodigd) and queues its welkomstmail, in the job's transaction. INVALID with a problem
 * at field `email_field` when the address has an account already. The rights are those of nieuw_gebruiker (scope.sql).
 */
MUST enum result account_invite(struct request *r, const struct invitation *who, const char *email_field,
                                gebruiker_id *out);

/* ---- for commands: without a viewer ---- */
struct account_seed {
    organisatie_id organisatie;
    const char *email, *naam, *functie, *telefoon;
    const char *hash; /* of the password, by password_hash; NULL = invited only */
    const char *totp_base32;
};
/* hash and totp given: an active account (demo). Else the welkomstmail is queued and *link (in the arena) gets the
 * activation address to print. */
MUST enum result account_add(struct steward *s, struct seal *seal, const struct config *c, struct arena *a,
                             const struct account_seed *who, tijdstip now, gebruiker_id *out, const char **link);
MUST enum result account_reset_2fa(struct steward *s, const struct config *c, struct arena *a, const char *email,
                                   tijdstip now);

/* ---- pages ---- */
struct login_input {
    const char *email, *wachtwoord, *verder;
};
struct code_input {
    const char *code, *verder;
};
struct forgotten_input {
    const char *email;
};
struct password_set_input {
    const char *wachtwoord;
    bool ongewijzigd;
};
struct help_input {
    const char *vraag, *pagina;
};
struct profile_input {
    const char *naam, *telefoon, *functie;
    bool mail_inlog, mail_meetmoment, mail_overeenkomst, mail_te_beoordelen;
    int64_t versie;
};
struct password_change_input {
    const char *huidig, *nieuw, *code;
};
struct reset_2fa_input {
    const char *vastgesteld, *toelichting;
};
struct blokkeren_input {
    const char *reden;
    gebruiker_id opvolger;
};
struct verplaatsen_input {
    organisatie_id organisatie;
    const char *reden;
};
struct colleague_input {
    const char *naam, *email, *telefoon, *functie;
};
extern const struct field login_form[], code_form[], forgotten_form[], password_set_form[], hulpvraag_form[],
    profile_form[], password_change_form[], colleague_form[], session_end_form[], reset_2fa_form[], blokkeren_form[],
    verplaatsen_form[];
struct session_end_input {
    const char *sessie;
};

enum result login_page(struct request *r), login_post(struct request *r), login_hash(struct request *r);
enum result login_code_page(struct request *r), login_code_post(struct request *r);
enum result logout_post(struct request *r);
enum result forgotten_page(struct request *r),
    forgotten_post(struct request *r);        /* also the page behind the welkomstmail */
enum result welcome_page(struct request *r);  /* /welkom/:token: explains an expired link */
enum result activate_page(struct request *r); /* /activeren/:token → cookie, then a clean address */
enum result activate_password_page(struct request *r), activate_password_post(struct request *r),
    activate_password_hash(struct request *r);
enum result activate_code_page(struct request *r), activate_code_post(struct request *r);
enum result statement_page(struct request *r), statement_post(struct request *r);
enum result help_page(struct request *r);
enum result hulpvraag_page(struct request *r), hulpvraag_post(struct request *r);
enum result profile_page(struct request *r), profile_post(struct request *r);
enum result password_change_page(struct request *r), password_change_post(struct request *r),
    password_change_hash(struct request *r);
enum result sessions_page(struct request *r), session_end_post(struct request *r),
    sessions_end_others_post(struct request *r);
enum result colleagues_page(struct request *r), colleague_new_page(struct request *r),
    colleague_new_post(struct request *r);
enum result accounts_page(struct request *r), account_page(struct request *r); /* CP */
enum result account_reset_2fa_page(struct request *r), account_reset_2fa_post(struct request *r);
enum result account_block_page(struct request *r), account_block_post(struct request *r),
    account_unblock_post(struct request *r); /* CP; never oneself */
/* Blocks the account, with its audit line. INVALID says why not (job_problem): the last contact of a running project.
 */
MUST enum result account_blokkeren(struct request *r, gebruiker_id id, const char *reden);
enum result account_move_page(struct request *r),
    account_move_post(struct request *r);                 /* CP: to another organisatie of the same kind */
enum result account_sessions_end_post(struct request *r); /* CP: all of that user */
enum result account_welcome_again_post(struct request *r);

#endif
