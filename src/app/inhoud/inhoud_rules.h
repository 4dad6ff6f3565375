/* app/inhoud/inhoud_rules.h: pure rules of the room: what differs between two versions of a text, line by line; a time
 * of day as typed. */
#ifndef INHOUD_RULES_H
#define INHOUD_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct tekst_verschil_regel {
    bool weg, bij, gat;
    const char *tekst;
}; /* taken away, added, lines left out because they are the same; none of them: the same */
struct tekst_verschil {
    size_t n;
    struct tekst_verschil_regel *rows;
    bool gelijk;
    bool te_groot;
};

enum {
    VERSCHIL_MOST = 1200 /* lines of a side, beside what is the same at both ends */,
    VERSCHIL_ROND = 2 /* same lines shown around a difference */
};

/* The shortest way from one text to the other in whole lines (longest common subsequence). te_groot: more than
 * VERSCHIL_MOST lines differ; then there are no rows. */
struct tekst_verschil verschil_maak(struct arena *a, const char *oud, const char *nieuw);

/* "9:30", "09.30", "9", "9:30 uur" → hour and minute; false when it is no time of day. */
bool tijd_lees(const char *typed, int *hour, int *minute);

#endif
