/* app/regio/regio_store.h: SQL of the room, and its gate. Private to it. */
#ifndef REGIO_STORE_H
#define REGIO_STORE_H

#include "app/regio/regio.h"
#include "app/regio/regio_view.h"
#include "data/desk.h"
#include "data/reader.h"

/* As they stand; herinnering in its stored words (herinnering_lees). */
MUST enum result regio_read(struct reader *db, struct arena *a, regio_id id, struct regio_input *out);
/* in->herinnering: the stored words. CONFLICT when another saved meanwhile. */
MUST enum result regio_write(struct desk_job *job, regio_id id, const struct regio_input *in);
MUST enum result regio_active(struct reader *db, struct arena *a,
                              int64_t *n); /* how many projects of the regio are not afgerond */
MUST enum result regio_changes(struct reader *db, struct arena *a, size_t *n, struct regio_change **out);

/* regio_gate.c: the stored sums of every active project of the regio, in this job; each whose figures change gets an
 * audit line (its Historie). */
MUST enum result regio_sums_after(struct request *r, regio_id id, const char *why);

#endif
