/* app/plan/plan_acts.h: the verbs of the room: rules, store, audit and mails in one transaction. Private to it. */
#ifndef PLAN_ACTS_H
#define PLAN_ACTS_H

#include "app/plan/plan_lijnen.h"
#include "app/plan/plan_store.h"

/* Where the plan of a project stands for who writes it. */
struct plan_stand_van {
    size_t n;
    struct plan_row *rows;             /* newest first */
    const struct plan_row *concept;    /* NULL = none */
    const struct plan_row *ingestuurd; /* the newest submitted version; NULL = none */
    const struct plan_row *akkoord;    /* the newest one agreed; NULL = none */
    int64_t nr;                        /* of the concept, or of the next version */
    int64_t stempel;                   /* changes with every save: what a form says it has read */
};
MUST enum result plan_stand_read(struct request *r, project_id project, struct plan_stand_van *out);

/* Saves the concept; indienen: submits it too, when it is complete, and tells the accountmanagers. INVALID with
 * problems. */
MUST enum result plan_bewaar(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                             const struct plan_input *in, bool indienen);
/* The accountmanager's judgement of the version that waits. INVALID with problems. */
MUST enum result plan_beoordeel(struct request *r, const struct project_head *h, const struct plan_oordeel_input *in);

#endif
