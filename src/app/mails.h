/* app/mails.h: every mail of the house once: its kind, its templates and whether its receiver may switch it off.
 * A room calls mail_send with the fields its template shows; nothing of a kandidaat is ever among them. */
#ifndef APP_MAILS_H
#define APP_MAILS_H

#include "core/config.h"
#include "core/result.h"
#include "data/desk.h"
#include "out/html.h"

enum mail_kind { MAIL_WELKOM, MAIL_LINK, MAIL_TWEE_FACTOR_GERESET, MAIL_NIEUW_APPARAAT, MAIL_WACHTWOORD_GEWIJZIGD, MAIL_TOEGEVOEGD, MAIL_HULPVRAAG,
                 MAIL_HULPVRAAG_BEVESTIGING, MAIL_KINDS };

struct mail_view {                  /* what the mail templates may show */
    const char *to_name;
    const char *by;                 /* who caused it: name and organisatie */
    const char *project;            /* name of the project */
    const char *organisatie;
    const char *what;               /* a sentence or a question, plain text */
    const char *until;              /* "7 december 2026 om 14:05" */
    const char *device;             /* of a new login */
    own_path link;                  /* absolute address of the very page */
    const char *regio, *regio_email, *regio_phone;
    const char *product;
};
struct mail_to { gebruiker_id user; const char *email, *name, *reply_to; };
struct steward;
/* Renders text and HTML, adds the outbox row in the job's transaction. path: of our own, made absolute with base_url. */
MUST enum result mail_send(struct desk_job *job, const struct config *c, struct arena *a, enum mail_kind kind, struct mail_to to,
                           const char *subject_kind, int64_t subject, url link, struct mail_view view);
MUST enum result mail_send_steward(struct steward *s, const struct config *c, struct arena *a, enum mail_kind kind, struct mail_to to,
                                   const char *subject_kind, int64_t subject, url link, struct mail_view view, tijdstip now);
const char *mail_kind_name(enum mail_kind kind);

#endif
