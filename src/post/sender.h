/* post/sender.h: one pass over the outbox; the planner's thread calls it. */
#ifndef POST_SENDER_H
#define POST_SENDER_H

#include <stdatomic.h>

#include "core/config.h"
#include "core/result.h"

struct steward;
struct desk;

/* Sends what is due now (at most 20) and writes the receipts. sent + failed is how many were tried. stop ends it. */
MUST enum result sender_pass(struct steward *s, struct desk *desk, const struct config *c, const _Atomic bool *stop,
                             int *sent, int *failed);

#endif
