/* planner/sleutels_gate.h: keys that are to be unreadable for good, and keys that nobody uses. */
#ifndef PLANNER_SLEUTELS_GATE_H
#define PLANNER_SLEUTELS_GATE_H

#include "core/result.h"

struct desk;
struct seal;
struct steward;

/* Destroys the keys on the list in the key store and then takes them off it: whoever is killed in between destroys
 * again, which changes nothing. Cheap when the list is empty. */
MUST enum result sleutels_vernietigen(struct steward *s, struct desk *desk, struct seal *seal);
/* Once a day: keys without a person (an entry that failed after its key was made). Only those older than a day by the
 * database's own newest person: an older backup that is put back for a while must not cost the persons that came after
 * it their keys. */
MUST enum result sleutels_vegen(struct steward *s, struct seal *seal, int *swept);

#endif
