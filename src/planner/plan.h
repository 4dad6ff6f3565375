/* planner/plan.h: the mails a day brings, from the due rules of the sheet to rows of the outbox. Which days were
 * planned stands in the database, so that a server that was away, was killed or runs twice sends what was missed, once.
 */
#ifndef PLANNER_PLAN_H
#define PLANNER_PLAN_H

#include "app/mails.h"

struct steward;

enum {
    PLAN_HOUR = 8,
    PLAN_GAP_MOST = 40
}; /* mails leave on or after 08:00; a longer gap than 40 days is a clock that is wrong, until an operator says it is
      not */

/* The days to plan today: from the day after the last one that was planned. False when there is none (planned already,
 * or the clock stands back). Without a last day: today alone. */
MUST enum result plan_window(struct steward *s, struct arena *a, datum today, datum *van, bool *some);
/* The contacts of the project who get this mail, and whom it reaches: one row each. Blocked accounts get nothing. */
struct plan_receiver {
    gebruiker_id id;
    const char *email, *naam;
};
MUST enum result plan_receivers(struct steward *s, struct arena *a, const struct due *d, size_t *n,
                                struct plan_receiver **out);
/* Would this one go out: not in the outbox yet, and not switched off by the receiver? */
MUST enum result plan_is_new(struct steward *s, struct arena *a, const struct due *d, const struct plan_receiver *to,
                             bool *is_new);
/* Writes the mails of these dues into the outbox, in the transaction of s. */
MUST enum result plan_store(struct steward *s, const struct config *c, struct arena *a, const struct due *rows,
                            size_t n, tijdstip now);
MUST enum result plan_done(struct steward *s, datum today);

#endif
