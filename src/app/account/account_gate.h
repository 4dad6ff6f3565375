/* app/account/account_gate.h: what of an account is read and written before there is a viewer: sessions, logging in,
 * links, two-factor. The only place of this room that uses the steward; private to the room. */
#ifndef ACCOUNT_GATE_H
#define ACCOUNT_GATE_H

#include "app/account/account.h"
#include "data/seal.h"

struct steward;

/* What is read and written without a viewer in this request: at the desk the job's own transaction, else a read-only
 * connection. */
struct steward *gate_of(const struct request *r);

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
MUST enum result gate_user_by_email(struct steward *s, struct arena *a, const char *email,
                                    struct gate_user *out); /* NOT_FOUND */
MUST enum result gate_user_by_id(struct steward *s, struct arena *a, gebruiker_id id, struct gate_user *out);

/* A failed or a good attempt; failing sets the moment before which nothing is judged. */
MUST enum result gate_failed(struct steward *s, gebruiker_id id, int fouten, tijdstip now);
MUST enum result gate_calm(struct steward *s, gebruiker_id id, tijdstip now); /* counters to nought, last login */
MUST enum result gate_calm_counters(struct steward *s,
                                    gebruiker_id id); /* by possession of the mail box: the link was used */
/* An attempt that changes no account costs a write all the same: whether an account exists does not show in the time
 * (libraries 2.4). */
MUST enum result gate_nobody(struct steward *s, tijdstip now);

MUST enum result gate_session_new(struct steward *s, const struct request *r, gebruiker_id id, const char *stap,
                                  char token[44]);
MUST enum result gate_session_end(struct steward *s, const char *token);
MUST enum result gate_sessions_end_all(struct steward *s, gebruiker_id id, const char *but_token);
MUST enum result gate_session_kenmerk(const char *token, struct arena *a, struct blob *out);
/* One step passes once: true for the first. */
MUST enum result gate_totp_use(struct steward *s, gebruiker_id id, int64_t step, bool *first);
/* device: the token in the browser's own cookie. */
MUST enum result gate_device_seen(struct steward *s, struct seal *seal, gebruiker_id id, const char *device,
                                  tijdstip now, bool *new_one, bool *any_before);

struct gate_link {
    gebruiker_id gebruiker;
    const char *soort;
    tijdstip verloopt_op, gebruikt_op;
};
MUST enum result gate_link_new(struct steward *s, gebruiker_id id, const char *soort, tijdstip now, char token[44]);
/* How many links of this kind were asked for since then: a mail box is not flooded by who only knows its address. */
MUST enum result gate_links_since(struct steward *s, struct arena *a, gebruiker_id id, const char *soort,
                                  tijdstip since, int *out);
MUST enum result gate_link_find(struct steward *s, struct arena *a, const char *token,
                                struct gate_link *out); /* NOT_FOUND */
MUST enum result gate_link_use(struct steward *s, const char *token, tijdstip now);

MUST enum result gate_password_set(struct steward *s, gebruiker_id id, const char *hash);
MUST enum result gate_totp_propose(
    struct steward *s, struct seal *seal, struct arena *a,
    gebruiker_id id); /* a fresh secret, not yet in force: one that an older link showed is worth nothing any more */
MUST enum result gate_totp_confirm(struct steward *s, gebruiker_id id,
                                   int64_t step); /* CONFLICT when one is in force already */
MUST enum result gate_totp_open(struct seal *seal, struct arena *a, gebruiker_id id, struct blob sealed,
                                struct blob *secret);

#endif
