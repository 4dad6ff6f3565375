/* app/verantwoording/versie_gate.h: new versions of inzet that nobody types: another set (herwaarderen_gate.c), another
 * age (leeftijd_gate.c). Private to the room. */
#ifndef VERSIE_GATE_H
#define VERSIE_GATE_H

#include "app/verantwoording/verantwoording.h"

/* Adds version `new` of an inzet as a copy of version `old`, with the block of the same code in `set`. Which version
 * counts is left to the caller. *row: of the new one. */
MUST enum result inzet_version_copy(struct request *r, bouwblokkenset_id set, const char *reden, inzet_id inzet,
                                    int64_t old, int64_t new, int64_t *row);
/* The age at the start follows the birth date, wherever this person has an overeenkomst whose age changes with it: a
 * new version, judged again, sums and audit line in the same transaction. What is approved as a whole or afgerond stays
 * as it was closed (vast); what was withdrawn stays withdrawn. *out: each of them, in the arena. At the desk. */
MUST enum result leeftijd_volgt(struct request *r, kandidaat_id who, datum geboren, size_t *n,
                                struct kandidaat_gevolg **out);

#endif
