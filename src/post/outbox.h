/* post/outbox.h: mails are rows of the outbox, written in the same transaction as their cause; the sender thread sends
 * them. Never a kandidaat's data in a mail. */
#ifndef POST_OUTBOX_H
#define POST_OUTBOX_H

#include "core/arena.h"
#include "core/config.h"
#include "core/result.h"
#include "core/values.h"
#include "data/desk.h"

struct steward;

struct mail_row {
    const char *kind;         /* of the sheet app/mails.c: "welkom", "link", "toegevoegd" … */
    const char *subject_kind; /* "project", "gebruiker": what it is about */
    int64_t subject;
    datum due;            /* for scheduled mails; DATUM_GEEN for mails caused by an act */
    gebruiker_id to_user; /* 0 when only an address is known */
    const char *to, *to_name, *reply_to;
    const char *choice; /* what the receiver may have switched off on the profile page; NULL = it always goes */
    const char *subject_line, *text, *html;
};

/* Adds one mail in the job's transaction. Scheduled mails are unique by (kind, subject_kind, subject, to, due): a
 * second one is OK and does nothing. */
/* The steward of a job, for who may only write mails with it (app/mails.c). */
struct steward *outbox_steward(struct desk_job *job);
MUST enum result outbox_add(struct desk_job *job, const struct config *c, struct arena *a, const struct mail_row *m);
MUST enum result outbox_add_steward(struct steward *s, const struct config *c, struct arena *a,
                                    const struct mail_row *m, tijdstip now);

/* When to try again after the n-th failure (n from 1): 1, 5, 15, 60 minutes, then every 4 hours; 0 = give up (3 days
 * after creation). Pure. */
int64_t outbox_retry_sec(int failures, int64_t age_sec);

#endif
