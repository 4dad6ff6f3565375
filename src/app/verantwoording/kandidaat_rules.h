/* app/verantwoording/kandidaat_rules.h: pure rules about a person: age, age class, search key. */
#ifndef APP_KANDIDAAT_RULES_H
#define APP_KANDIDAAT_RULES_H

#include "core/arena.h"
#include "app/waardering/waardering_rules.h"
#include "core/values.h"
#include "data/sql.h"

struct seal;

int kandidaat_leeftijd(datum geboren, datum on); /* whole years; born on 29-2: a year older on 1-3 */
const char *
kandidaat_leeftijdsklasse(datum geboren,
                          datum on); /* "tot 27", "27-49", "50-54", "55+", "onbekend" without a birth date */

/* ---- one person, several placements (pure) ---- */
/* "More than a full-time week in total over overlapping overeenkomsten is a warning to ON and AM"; so is the same
 * person twice in one period (spec 1), but for the shares of one placement. own: the placement looked at, in parts with
 * their own hours; others: the person's other ones. Returns how many sentences. */
enum { WAARSCHUWINGEN_MOST = 2 };
size_t plaatsing_waarschuwingen(struct arena *a, uren fte, size_t n_own, const struct plaatsing *own, size_t n_other,
                                const struct plaatsing *other, const char *out[WAARSCHUWINGEN_MOST]);
/* Shares of one placement are at most 100 % on any day (spec 3, "Sharing"). False: *dag is the first day that is too
 * much. Whole placements do not count here. */
bool plaatsing_aandelen_passen(struct arena *a, size_t n_own, const struct plaatsing *own, size_t n_other,
                               const struct plaatsing *other, datum *dag);
/* A share of a placement: what tells which others are of the same one. weken: its parts with their own hours, of which
 * van and week are read. */
struct plaatsing_deel {
    inzet_id inzet;   /* 0 = not stored yet: then it comes last */
    const char *code; /* of the bouwblok */
    datum start, tot, uit_dienst_tot;
    basispunt aandeel;
    size_t n_weken;
    const struct plaatsing *weken;
};
enum { DELEN_MOST = 32 };
/* All shares of the placement that `own` is one of, in the order in which they were entered: the same person, bouwblok,
 * dates and hours, and 100 % together. The last takes what rounding leaves (spec 3, "Sharing"). *deel: which of them is
 * own. 0 when it is no share, or when they are not 100 % together: then each is rounded by itself. */
size_t plaatsing_delen(struct arena *a, const struct plaatsing_deel *own, size_t n, const struct plaatsing_deel *others,
                       const basispunt **delen, size_t *deel);

#endif
