/* app/huisstijl/huisstijl_store.h: SQL of the room. Private to it. */
#ifndef HUISSTIJL_STORE_H
#define HUISSTIJL_STORE_H

#include "app/huisstijl/huisstijl_view.h"
#include "data/desk.h"

/* staat: concept or gepubliceerd. NOT_FOUND: there is none. */
MUST enum result huisstijl_read(struct reader *db, struct arena *a, const char *staat, struct huisstijl_row *out);
MUST enum result huisstijl_logo_read(struct reader *db, struct arena *a, huisstijl_id id, struct blob *out);
/* A whole concept in place of the one before. CONFLICT when there is a newer one than was seen (basis - 1). */
MUST enum result huisstijl_insert(struct desk_job *job, int64_t basis, const struct huisstijl_row *row,
                                  struct blob logo, huisstijl_id *out);
MUST enum result huisstijl_publish(struct desk_job *job, huisstijl_id id);
MUST enum result huisstijl_delete(struct desk_job *job, huisstijl_id id);
MUST enum result huisstijl_thema_find(struct reader *db, struct arena *a, const char *kenmerk, const char **out);
MUST enum result huisstijl_logo_find(struct reader *db, struct arena *a, const char *kenmerk, const char **soort,
                                     struct blob *out);

#endif
