/* app/plan/plan_show.h: one submitted version as it is shown, on the page of the plan and where it is assessed. Private
 * to the room. */
#ifndef PLAN_SHOW_H
#define PLAN_SHOW_H

#include "app/plan/plan_store.h"

MUST enum result plan_show_make(struct request *r, const struct plan_row *p, struct plan_show **out);

#endif
