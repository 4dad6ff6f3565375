/* app/project/project_rules.h: pure decisions of the room: periods that join up, filters on dates and amounts, what may be changed. */
#ifndef PROJECT_RULES_H
#define PROJECT_RULES_H

#include "core/arena.h"
#include "core/values.h"

struct periode_rij { datum start, eind; geld bedrag; };
/* Sorted or not, the periods must join up and cover start..eind (both days included). NULL when they do, else a Dutch sentence; *nr the row (from 0) it is about. */
const char *perioden_oordeel(struct arena *a, size_t n, const struct periode_rij *p, datum start, datum eind, int *nr);

/* A filter on a column of dates or amounts: ">=1000", "<5000", "2025", "01-2025..06-2025", "31-12-2026", "1.000..2.000". Bounds included; none = GEEN. */
struct datum_bereik { datum van, tm; };
struct geld_bereik { geld van, tm; };
bool filter_datum(const char *typed, struct datum_bereik *out);
bool filter_geld(const char *typed, struct geld_bereik *out);

#endif
