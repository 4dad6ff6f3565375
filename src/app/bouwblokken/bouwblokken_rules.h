/* app/bouwblokken/bouwblokken_rules.h: what differs between two sets, and a block in words. Pure. */
#ifndef BOUWBLOKKEN_RULES_H
#define BOUWBLOKKEN_RULES_H

#include "app/waardering/waardering_rules.h"

/* One line of the difference: a setting of the set (code "") or a block; voor "" = added, na "" = removed. */
struct set_verschil {
    const char *code, *wat, *voor, *na;
};
/* In the order of the new set; what is gone stands last. Returns how many; the lines are in the arena. */
size_t set_verschillen(struct arena *a, const struct bouwblokkenset *was, const struct bouwblokkenset *is,
                       struct set_verschil **out);
/* "€ 40.000,00 per jaar, naar uren, telt 24 maanden mee" */
const char *blok_in_woorden(struct arena *a, const struct bouwblok *b);
/* "leeftijd minstens 50; register is ja (waarschuwing)" */
const char *condities_in_woorden(struct arena *a, const struct bouwblok *b);

#endif
