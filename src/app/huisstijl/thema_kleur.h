/* app/huisstijl/thema_kleur.h: what a theme makes of our sheet: colours and sizes measured. Private to the room. */
#ifndef THEMA_KLEUR_H
#define THEMA_KLEUR_H

#include "core/arena.h"

struct thema_token {
    const char *naam, *waarde;
};
struct thema_lijst {
    size_t n;
    struct thema_token *rows;
};
const char *thema_zoek(const struct thema_lijst *l,
                       const char *naam); /* its value; NULL when the theme does not give it */
/* What would be unreadable or unusable, in words; the number of them, at most `most`. */
size_t thema_meet(struct arena *a, const struct thema_lijst *l, const char **problems, size_t most);

#endif
