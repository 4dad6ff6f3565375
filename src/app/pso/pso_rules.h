/* app/pso/pso_rules.h: which certificates can stand beside each other. Pure. */
#ifndef PSO_RULES_H
#define PSO_RULES_H

#include <stddef.h>

#include "core/arena.h"
#include "core/values.h"

struct pso_rij {
    pso_id id;
    const char *trede;
    datum van, tm;
}; /* tm: the last day */
enum { PSO_JAREN_MOST = 5, PSO_MOST = 60, PSO_VERLOOPT_DAGEN = 60 };

int pso_hoogte(const char *trede); /* aspirant 0, 1, 2, 3, 30+ 4; -1 = no step */
/* NULL when `nieuw` can stand beside the n that count, else why not, and at which field. A row with the same id is the
 * one that is corrected. Two may only overlap when the one that begins later has the higher step: then it replaces the
 * other. */
const char *pso_oordeel(struct arena *a, const struct pso_rij *nieuw, size_t n, const struct pso_rij *geldig,
                        datum today, const char **field);
enum pso_stand { PSO_GELDIG, PSO_LOOPT_AF, PSO_VERLOPEN, PSO_NOG_NIET };
enum pso_stand pso_stand(const struct pso_rij *c, datum today); /* PSO_LOOPT_AF: within 60 days */

#endif
