/* app/bouwblokken/bouwblokken_gate.h: what running projects would be worth by a set. Private to the room. */
#ifndef BOUWBLOKKEN_GATE_H
#define BOUWBLOKKEN_GATE_H

#include "app/bouwblokken/bouwblokken_view.h"
#include "app/verantwoording/verantwoording.h"

/* Of projects of the viewer's own regio only: the caller read their rows through its views. Fills the amounts and why
 * it cannot; inzet may be NULL (not asked). */
MUST enum result doorrekenen(struct request *r, const struct bouwblokkenset *set, struct doorgerekend_row *row,
                             struct project_anders *inzet);

#endif
