/* app/account/account_gate.h: what of an account is read and written before there is a viewer: sessions, logging in, links, two-factor. The only place of this
 * room that uses the steward; private to the room. */
#ifndef ACCOUNT_GATE_H
#define ACCOUNT_GATE_H

#include "app/account/account.h"
#include "data/seal.h"

struct steward;

struct gate_user {
    gebruiker_id id;
    organisatie_id organisatie;
    const char *email, *naam, *organisatie_naam, *wachtwoord, *staat, *reply_to, *mail_uit;
    regio_id regio;
    struct blob totp, totp_nieuw;
    int64_t totp_stap;
    int fouten;
    tijdstip wacht_tot;
};
MUST enum result gate_user_by_email(struct steward *s, struct arena *a, const char *email, struct gate_user *out);  /* NOT_FOUND */
MUST enum result gate_user_by_id(struct steward *s, struct arena *a, gebruiker_id id, struct gate_user *out);

/* A failed or a good attempt; failing sets the moment before which nothing is judged. */
MUST enum result gate_failed(struct steward *s, gebruiker_id id, int fouten, tijdstip now);
MUST enum result gate_calm(struct steward *s, gebruiker_id id, tijdstip now);       /* counters to nought, last login */
MUST enum result gate_calm_counters(struct steward *s, gebruiker_id id);            /* by possession of the mail box */

MUST enum result gate_session_new(struct steward *s, const struct request *r, gebruiker_id id, const char *stap, char token[44]);
MUST enum result gate_session_end(struct steward *s, const char *token);
MUST enum result gate_sessions_end_all(struct steward *s, gebruiker_id id, const char *but_token);
MUST enum result gate_session_kenmerk(const char *token, struct arena *a, struct blob *out);
/* One step passes once: true for the first. */
MUST enum result gate_totp_use(struct steward *s, gebruiker_id id, int64_t step, bool *first);
MUST enum result gate_device_seen(struct steward *s, struct seal *seal, gebruiker_id id, const char *user_agent, tijdstip now, bool *new_one, bool *any_before);

struct gate_link { gebruiker_id gebruiker; const char *soort; tijdstip verloopt_op, gebruikt_op; };
MUST enum result gate_link_new(struct steward *s, gebruiker_id id, const char *soort, tijdstip now, char token[44]);
MUST enum result gate_link_find(struct steward *s, struct arena *a, const char *token, struct gate_link *out);       /* NOT_FOUND */
MUST enum result gate_link_use(struct steward *s, const char *token, tijdstip now);

MUST enum result gate_password_set(struct steward *s, gebruiker_id id, const char *hash);
MUST enum result gate_totp_propose(struct steward *s, struct seal *seal, struct arena *a, gebruiker_id id);         /* a fresh secret, not yet in force; none when there is one */
MUST enum result gate_totp_confirm(struct steward *s, gebruiker_id id, int64_t step);
MUST enum result gate_totp_open(struct seal *seal, struct arena *a, gebruiker_id id, struct blob sealed, struct blob *secret);

#endif
