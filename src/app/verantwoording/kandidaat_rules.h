/* app/verantwoording/kandidaat_rules.h: pure rules about a person: age, age class, search key. */
#ifndef APP_KANDIDAAT_RULES_H
#define APP_KANDIDAAT_RULES_H

#include "core/arena.h"
#include "core/values.h"
#include "data/sql.h"

struct seal;

int kandidaat_leeftijd(datum geboren, datum on);                        /* whole years; born on 29-2: a year older on 1-3 */
const char *kandidaat_leeftijdsklasse(datum geboren, datum on);         /* "tot 27", "27-49", "50-54", "55+", "onbekend" without a birth date */
/* Keyed hash of the folded name (or initials) and the birth date: finds the same person without opening anybody. In the arena. */
struct blob kandidaat_zoek(struct seal *seal, struct arena *a, const char *naam, datum geboren);

#endif
