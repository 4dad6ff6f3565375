/* app/eindoordeel/eindoordeel_rules.h: what a verdict may say, and when the SR verantwoording may be approved. Pure. */
#ifndef EINDOORDEEL_RULES_H
#define EINDOORDEEL_RULES_H

#include "app/eindoordeel/eindoordeel.h"
#include "web/form.h"

/* The part of the net obligation that was not met, in cents; 0 when it was, or when there is none. */
geld tekort_van(geld netto, geld actueel);
/* Judges what was typed against the figures of the day; problems stand at their fields. */
void eindoordeel_judge(const struct eindoordeel_input *in, geld netto, geld actueel, datum today,
                       struct problems *problems);
/* Why the approval has to wait for the accountmanager's own verdict (spec: decisions are human), or NULL when it may go
 * on. newest: NULL = none yet. In the arena. */
const char *goedkeuren_wacht_op(struct arena *a, geld netto, geld actueel, const struct eindoordeel *newest,
                                datum today);

#endif
