/* app/bericht/bericht_store.h: SQL of the room. Private to it. */
#ifndef BERICHT_STORE_H
#define BERICHT_STORE_H

#include "app/bericht/bericht_view.h"
#include "data/desk.h"

/* Newest first; status "" = all; the other filters are LIKE patterns (list_like). */
struct bericht_filter {
    const char *status, *aan, *onderwerp;
    int per_page, page;
};
MUST enum result berichten_count(struct reader *db, struct arena *a, const struct bericht_filter *f, int64_t *total,
                                 int64_t *mislukt);
MUST enum result berichten_read(struct reader *db, struct arena *a, const struct bericht_filter *f, size_t *n,
                                struct bericht_row **out);
MUST enum result bericht_again(struct desk_job *job, bericht_id id);

#endif
