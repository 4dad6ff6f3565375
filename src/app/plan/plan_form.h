/* app/plan/plan_form.h: the words of the plan's form. Private to the room. */
#ifndef PLAN_FORM_H
#define PLAN_FORM_H

#include "app/plan/plan.h"

extern const struct choice plan_doelgroepen[PLAN_DOELGROEPEN + 1];
const char *plan_status_woord(const char *status);
const char *plan_pso_woord(const char *trede); /* "Trede 2"; "" for NULL */

#endif
