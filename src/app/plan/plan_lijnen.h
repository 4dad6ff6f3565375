/* app/plan/plan_lijnen.h: typed lines to lines that can be valued and back; shared by the plan and the simulator.
 * Private to the room. */
#ifndef PLAN_LIJNEN_H
#define PLAN_LIJNEN_H

#include "app/plan/plan_view.h"

/* Lines with a block, in the order of the tables; empty rows are skipped. With `geheel` only lines that can be valued,
 * and a problem for each that cannot; without it (a concept) only the block is demanded. A row whose typed value was
 * not understood has its problem already and is left out. */
size_t plan_lijnen_lees(struct request *r, const struct plan_lijnen *in, const struct plan_kader *k, bool geheel,
                        struct plan_regel out[PLAN_REGELS]);
void plan_lijnen_leeg(struct plan_lijnen *out);
void plan_lijnen_schrijf(struct plan_lijnen *out, size_t n, const struct plan_regel *regels);
/* The blocks of each of the three tables as choices. */
void plan_lijnen_keuzes(struct arena *a, struct form_view *f, const struct bouwblokkenset *set);
/* Against netto (GELD_GEEN = no obligation). */
struct schatting_view *schatting_maak(struct arena *a, const struct plan_schatting *s, geld netto);
/* The fields from `first` up to and including `last`: the form in parts. */
struct form_part form_deel(const struct form_view *f, const char *first, const char *last);
const char *uren_woord(struct arena *a, uren u);

#endif
