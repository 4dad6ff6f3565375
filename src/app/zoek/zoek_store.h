/* app/zoek/zoek_store.h: SQL of the room. Private to it. */
#ifndef ZOEK_STORE_H
#define ZOEK_STORE_H

#include "app/zoek/zoek_view.h"
#include "data/reader.h"

enum { ZOEK_MOST = 25 }; /* of each group */
/* pattern: of list_pattern. cp: organisaties lead to their own page, else to the projects they are on. */
MUST enum result zoek_projecten(struct reader *db, struct arena *a, const char *pattern, struct gevonden_lijst *out);
MUST enum result zoek_organisaties(struct reader *db, struct arena *a, const char *pattern, const char *kvk, bool cp,
                                   struct gevonden_lijst *out);
MUST enum result
zoek_teksten(struct reader *db, struct arena *a, const char *pattern,
             struct gevonden_lijst *out); /* beleid, nieuws, informatie, vragen, as the viewer reads them today */
MUST enum result zoek_kandidaat(struct reader *db, struct arena *a, kandidaat_id k, struct gevonden_lijst *out);

#endif
