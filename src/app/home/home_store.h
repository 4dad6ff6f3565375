/* app/home/home_store.h: SQL of the first page. Private to the room. */
#ifndef HOME_STORE_H
#define HOME_STORE_H

#include "app/home/home_view.h"
#include "core/result.h"

struct reader;
MUST enum result home_waits(struct reader *db, struct arena *a, datum today, int soort, struct home_view *v);
MUST enum result home_behind(struct reader *db, struct arena *a, datum today, struct home_view *v);
MUST enum result home_figures(struct reader *db, struct arena *a, struct home_view *v);
MUST enum result home_contacts(struct reader *db, struct arena *a, struct text_view *v);

#endif
