/* app/bewaren/bewaren_store.h: SQL of the room. Private to it. */
#ifndef BEWAREN_STORE_H
#define BEWAREN_STORE_H

#include "app/bewaren/bewaren_view.h"
#include "data/desk.h"

/* Whose term ends up to and including `tot`, the first to end first, at most 500 rows; *voorbij: over today and not held, *aantal: all of them. */
MUST enum result bewaren_read(struct reader *db, struct arena *a, datum today, datum tot, struct bewaren_view *v);
MUST enum result lijsten_read(struct reader *db, struct arena *a, struct bewaren_view *v);
MUST enum result lijst_read(struct reader *db, struct arena *a, vernietiging_id id, struct lijst_row *out);
MUST enum result lijst_regels(struct reader *db, struct arena *a, vernietiging_id id, size_t *n, struct lijst_regel **out);
MUST enum result bewaar_jaren(struct reader *db, struct arena *a, int64_t *jaren);
MUST enum result uitstel_insert(struct desk_job *job, kandidaat_id who, datum tot, const char *reden);
/* INVALID when there is one already, or nobody to put on it. */
MUST enum result lijst_insert(struct desk_job *job, const char *grond, vernietiging_id *out);
MUST enum result lijst_besluit(struct desk_job *job, vernietiging_id id, bool akkoord, const char *reden);

#endif
