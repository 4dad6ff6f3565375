/* app/mails.h: every mail of the house once: its kind, its templates, to whom it goes and whether its receiver may
 * switch it off. A room calls mail_send with the fields its template shows; nothing of a kandidaat is ever among them.
 */
#ifndef APP_MAILS_H
#define APP_MAILS_H

#include "core/config.h"
#include "core/result.h"
#include "data/desk.h"
#include "out/html.h"

enum mail_kind {
    MAIL_WELKOM,
    MAIL_LINK,
    MAIL_TWEE_FACTOR_GERESET,
    MAIL_NIEUW_APPARAAT,
    MAIL_WACHTWOORD_GEWIJZIGD,
    MAIL_TOEGEVOEGD,
    MAIL_HULPVRAAG,
    MAIL_HULPVRAAG_BEVESTIGING,
    MAIL_HERINNERING,
    MAIL_MEETMOMENT_25,
    MAIL_MEETMOMENT_50,
    MAIL_MEETMOMENT_75,
    MAIL_PERIODE_EINDE,
    MAIL_VERLENGEN_MOGELIJK,
    MAIL_LOOPT_AF,
    MAIL_SIGNAAL_BEOORDELING,
    MAIL_SIGNAAL_AFRONDEN,
    MAIL_ONTBREEKT,
    MAIL_EINDOORDEEL,
    MAIL_AFGEROND,
    MAIL_OVEREENKOMST_LOOPT_AF,
    MAIL_PSO_VERLOOPT,
    MAIL_PLAN_INGEDIEND,
    MAIL_PLAN_BEOORDEELD,
    MAIL_INZET_BEOORDEELD,
    MAIL_TE_BEOORDELEN,
    MAIL_HULPVRAAG_ANTWOORD,
    MAIL_HULPVRAAG_REACTIE,
    MAIL_BEWAARTERMIJN,
    MAIL_OVERGEDRAGEN,
    MAIL_WERK_WEG,
    MAIL_WAARNEMEN,
    MAIL_WAARGENOMEN,
    MAIL_VERPLAATST,
    MAIL_VERBETERD,
    MAIL_BETROKKENE,
    MAIL_STEEKPROEF,
    MAIL_STEEKPROEF_HERINNERING,
    MAIL_BEWAARTERMIJN_STUKKEN,
    MAIL_SAMENGEVOEGD,
    MAIL_SAMENVOEGEN_GEVRAAGD,
    MAIL_SAMENVOEGEN_BESLOTEN,
    MAIL_TOEGANG,
    MAIL_KINDS
};

struct mail_view { /* what the mail templates may show */
    const char *to_name;
    const char *by;      /* who caused it: name and organisatie */
    const char *project; /* name of the project */
    const char *organisatie;
    const char *what;   /* a sentence or a question, plain text */
    const char *until;  /* "7 december 2026 om 14:05" */
    const char *device; /* of a new login */
    datum dag, tot;     /* the day it is about, and the last one of a range */
    geld netto, verwacht, actueel, prognose;
    const char *signaal; /* "op koers" */
    const char *trede;   /* "PSO trede 2" */
    int percent, aantal;
    own_path link; /* absolute address of the very page */
    const char *regio, *regio_email, *regio_phone;
    const char *product;
};
struct mail_to {
    gebruiker_id user;
    const char *email, *name, *reply_to;
};
struct steward;
/* Renders text and HTML, adds the outbox row in the job's transaction. path: of our own, made absolute with base_url.
 * Nothing is added for who has switched this kind off. The answer goes to the coordinatiepunt of the regio unless `to`
 * names another address. */
MUST enum result mail_send(struct desk_job *job, const struct config *c, struct arena *a, enum mail_kind kind,
                           struct mail_to to, const char *subject_kind, int64_t subject, url link,
                           struct mail_view view);
MUST enum result mail_send_steward(struct steward *s, const struct config *c, struct arena *a, enum mail_kind kind,
                                   struct mail_to to, const char *subject_kind, int64_t subject, url link,
                                   struct mail_view view, tijdstip now);
const char *mail_kind_name(enum mail_kind kind);
const char *mail_kind_subject(enum mail_kind kind); /* the line a receiver sees, without the project's name */
int mail_kind_roles(enum mail_kind kind); /* SOORT_… of the project's contacts who get it; 0 = not a project's mail */

/* The word in a user's mail_uit that stops this kind (spec 2, profile): NULL for what belongs to the procedure or to
 * security. */
const char *mail_kind_choice(enum mail_kind kind);

/* ---- mails that a day brings: found by pure functions of (database, day), run by the planner ---- */
struct due {
    enum mail_kind kind;
    const char *over; /* with over_id and dag: unique in the outbox for each receiver */
    int64_t over_id;
    datum dag;                    /* due day */
    organisatie_id opdrachtnemer; /* where no project is named: its own contacts on all projects it has running on that
                                     day, each once */
    project_id project;           /* whose contacts get it, unless: */
    struct mail_to to;            /* this one person (user.id > 0) */
    url link;
    struct mail_view view;
};
struct due_list {
    struct arena *arena;
    size_t n, room;
    struct due *rows;
};
void due_add(struct due_list *l, struct due d);
/* Everything due from `van` up to and including `tm`, by all due rules of the house. Reads only. `tm` is also the day
 * the state is judged on. */
MUST enum result mails_due(struct steward *s, struct due_list *out, datum van, datum tm);
/* One due mail to one receiver. A second one with the same kind, subject, receiver and day does nothing. */
MUST enum result mail_send_due(struct steward *s, const struct config *c, struct arena *a, const struct due *d,
                               struct mail_to to, tijdstip now);

#endif
