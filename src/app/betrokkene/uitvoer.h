/* app/betrokkene/uitvoer.h: all that is held of one person as JSON (AVG art. 20: structured, commonly used, machine
 * readable). Private to the room. */
#ifndef UITVOER_H
#define UITVOER_H

#include "app/betrokkene/betrokkene_view.h"

/* UTF-8, in the arena; *n its length. NULL when it is larger than any person's can be (4 MB). Dates as JJJJ-MM-DD,
 * amounts in euro with two decimals. */
const char *vastgelegd_json(struct arena *a, const struct vastgelegd *v, tijdstip now, size_t *n);

#endif
