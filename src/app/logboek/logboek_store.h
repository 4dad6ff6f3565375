/* app/logboek/logboek_store.h: SQL of the room. Private to it. */
#ifndef LOGBOEK_STORE_H
#define LOGBOEK_STORE_H

#include "app/logboek/logboek_view.h"
#include "data/reader.h"

/* van, tot: moments [van, tot); patterns of list_like. */
struct logboek_filter {
    tijdstip van, tot;
    const char *wie, *wat, *project;
    int64_t per_page, page;
};
MUST enum result logboek_count(struct reader *db, struct arena *a, const struct logboek_filter *f, int64_t *total);
MUST enum result logboek_read(struct reader *db, struct arena *a, const struct logboek_filter *f, size_t *n,
                              struct logboek_row **out);
/* The newest `most` lines with a number below `voor`, the newest first. */
MUST enum result logboek_read_before(struct reader *db, struct arena *a, const struct logboek_filter *f, int64_t voor,
                                     int most, size_t *n, struct logboek_row **out);

#endif
