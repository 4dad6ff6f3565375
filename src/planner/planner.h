/* planner/planner.h: the scheduler thread: sends the mails, refreshes the stored sums just after midnight, sweeps what
 * has expired. */
#ifndef PLANNER_PLANNER_H
#define PLANNER_PLANNER_H

#include "core/config.h"
#include "core/result.h"
#include "core/values.h"

struct database;
struct desk;
struct planner;
struct seal;

MUST enum result planner_start(struct database *base, struct desk *desk, struct seal *seal, const struct config *config,
                               struct planner **out);
/* For the command and for tests: the work of one day, once, on the calling thread: sums, planning (also after a long
 * gap), and what is due in the outbox. */
MUST enum result planner_once(struct database *base, struct desk *desk, struct seal *seal, const struct config *config,
                              datum today, int *sent, int *failed);
void planner_stop(struct planner *p); /* ends a transfer under way */

#endif
