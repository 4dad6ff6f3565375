/* app/account/account_store.h: SQL of the room through the viewer's views. Private to the room. */
#ifndef ACCOUNT_STORE_H
#define ACCOUNT_STORE_H

#include "app/account/account_view.h"
#include "app/account/account.h"
#include "data/desk.h"

struct reader;

struct mijn {
    const char *naam, *email, *telefoon, *functie, *mail_uit;
    tijdstip laatst_in, geheimhouding_op;
    int64_t geheimhouding, versie;
};
MUST enum result account_mijn(struct reader *db, struct arena *a, struct mijn *out);
MUST enum result account_mijn_write(struct desk_job *job, gebruiker_id id, const struct profile_input *in,
                                    const char *mail_uit);
MUST enum result account_statement_accept(struct desk_job *job, gebruiker_id id, int versie);
/* those that are still open: idle_sec = how long one may be unused */
MUST enum result account_sessions(struct reader *db, struct arena *a, struct blob this_one, int64_t idle_sec, size_t *n,
                                  struct session_row **out);
MUST enum result account_session_delete(struct desk_job *job, struct blob kenmerk);
MUST enum result account_colleagues(struct reader *db, struct arena *a, organisatie_id organisatie, size_t *n,
                                    struct colleague_row **out);
MUST enum result account_list(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, size_t *n,
                              struct colleague_row **out);
MUST enum result account_one(struct reader *db, struct arena *a, gebruiker_id id, struct colleague_row *out);
MUST enum result account_insert(struct desk_job *job, const struct invitation *who, const char *key, gebruiker_id *out);
/* Blocked, or as it was: "actief" is uitgenodigd again for who never chose a password. All sessions end. */
MUST enum result account_staat_set(struct desk_job *job, gebruiker_id id, const char *staat);
/* To another organisatie of the same kind: the links end, and all sessions. INVALID says why not. */
MUST enum result account_organisatie_set(struct desk_job *job, gebruiker_id id, organisatie_id organisatie);
MUST enum result account_twee_factor_off(struct desk_job *job, gebruiker_id id);
MUST enum result account_contacts(struct reader *db, struct arena *a, size_t *n, struct contact_row **out);
struct help_regio {
    regio_id id;
    const char *naam, *email;
};
MUST enum result account_help_regios(struct reader *db, struct arena *a, size_t *n,
                                     struct help_regio **out); /* whose coordinatiepunt answers this viewer */
MUST enum result account_hulpvraag_insert(struct desk_job *job, regio_id regio, const struct help_input *in,
                                          int64_t *out);

/* The texts of regios in force for the viewer; akkoord_op none = not accepted yet. */
MUST enum result account_teksten(struct reader *db, struct arena *a, size_t *n, struct statement_text **out);
MUST enum result account_tekst_accept(struct desk_job *job, int64_t id);

#endif
