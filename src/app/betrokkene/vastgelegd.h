/* app/betrokkene/vastgelegd.h: all that is held of one person, from whoever may ask: the coordinatiepunt through its
 * views, the person itself through a gate. Private to the room. */
#ifndef VASTGELEGD_H
#define VASTGELEGD_H

#include "app/betrokkene/betrokkene_view.h"
#include "data/reader.h"

/* Each question gives the columns that vastgelegd.c reads; id is of the person, the inzet or the version it is about.
 */
enum vastgelegd_vraag {
    VRAAG_WIE,
    VRAAG_INZET,
    VRAAG_VERSIES,
    VRAAG_UREN,
    VRAAG_ANTWOORDEN,
    VRAAG_LEZINGEN,
    VRAAG_CONTROLES,
    VRAGEN
};
typedef struct query asked_rows; /* struct query ( … ) would be the macro */
struct vastgelegd_bron {
    asked_rows (*ask)(const struct vastgelegd_bron *b, struct arena *a, enum vastgelegd_vraag what, int64_t id);
    void *db; /* a reader or a steward: `ask` knows */
};
/* Who it is is left to the caller. NOT_FOUND when there is no such person. */
MUST enum result vastgelegd_fill(const struct vastgelegd_bron *b, struct arena *a, kandidaat_id who,
                                 struct vastgelegd *out);

#endif
