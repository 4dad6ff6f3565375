/* app/project/project_rules.h: pure decisions of the room: periods that join up, filters on dates and amounts, what may
 * be changed. */
#ifndef PROJECT_RULES_H
#define PROJECT_RULES_H

#include "core/arena.h"
#include "core/values.h"

/* One period as typed or stored. bedrag: the estimated amount (geschat). What is not there is GEEN: make one with
 * periode_van. */
struct periode_rij {
    datum start, eind;
    geld bedrag, vastgesteld, omzet_verwacht, omzet;
    basispunt bp;
};
struct periode_rij periode_van(datum start, datum eind, geld bedrag);
/* "A period may instead be given as turnover × percentage (expected turnover → geschat, real turnover → vastgesteld)"
 * (spec 1). Fills the amounts of *p. was: as it is stored now, or NULL: an amount that was typed anew and differs from
 * the product is a mistake. NULL when all is well, else a Dutch sentence about period nr (from 1). */
const char *periode_bereken(struct arena *a, struct periode_rij *p, const struct periode_rij *was, size_t nr);
bool periode_gelijk(const struct periode_rij *x, const struct periode_rij *y);
/* Sorted or not, the periods must join up and cover start..eind (both days included). NULL when they do, else a Dutch
 * sentence; *nr the row (from 0) it is about. */
const char *perioden_oordeel(struct arena *a, size_t n, const struct periode_rij *p, datum start, datum eind, int *nr);

/* A filter on a column of dates or amounts: ">=1000", "<5000", "2025", "01-2025..06-2025", "31-12-2026",
 * "1.000..2.000". Bounds included; none = GEEN. */
struct datum_bereik {
    datum van, tm;
};
struct geld_bereik {
    geld van, tm;
};
bool filter_datum(const char *typed, struct datum_bereik *out);
bool filter_geld(const char *typed, struct geld_bereik *out);

/* May this project be extended on that day (spec 1, "Extending")? NULL, or why not. Only after the rights were asked:
 * this is about time. */
enum { VERLENGEN_DAGEN = 90 };
const char *verlengen_oordeel(struct arena *a, bool verlengbaar, bool goedgekeurd, datum eind, datum today);

#endif
