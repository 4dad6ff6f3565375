/* app/toegang/toegang_store.h: SQL of the room. Private to it. */
#ifndef TOEGANG_STORE_H
#define TOEGANG_STORE_H

#include "app/toegang/toegang.h"
#include "app/toegang/toegang_view.h"
#include "data/desk.h"

MUST enum result toegangen_read(struct reader *db, struct arena *a, struct toegangen_view *v);
MUST enum result toegang_read(struct reader *db, struct arena *a, toegang_id id, struct toegang_row *out);
extern const struct list_column toegang_columns[];
enum { TOEGANG_COLUMNS = 8 };
MUST enum result toegang_regels(struct reader *db, struct arena *a, toegang_id id, const struct list_query *q,
                                int64_t *total, size_t *n, struct toegang_regel **out);
/* Who the verdict says to block and is not yet. */
MUST enum result toegang_te_blokkeren(struct reader *db, struct arena *a, toegang_id id, size_t *n,
                                      struct toegang_regel **out);
MUST enum result toegang_insert(struct desk_job *job, toegang_id *out);
/* NOT_FOUND when that account is not in this review; INVALID says why not. */
MUST enum result toegang_oordeel_set(struct desk_job *job, toegang_id id, gebruiker_id who, const char *oordeel);
MUST enum result toegang_sluit(struct desk_job *job, toegang_id id, const char *opmerking);

#endif
