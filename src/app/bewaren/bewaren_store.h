/* app/bewaren/bewaren_store.h: SQL of the room. Private to it. */
#ifndef BEWAREN_STORE_H
#define BEWAREN_STORE_H

#include "app/bewaren/bewaren.h"
#include "app/bewaren/bewaren_view.h"
#include "data/desk.h"

/* Whose term ends up to and including `tot`, the first to end first, at most 500 rows; *voorbij: over today and not
 * held, *aantal: all of them. */
MUST enum result bewaren_read(struct reader *db, struct arena *a, datum today, datum tot, struct bewaren_view *v);
/* The same of papers, notes and requests; te_doen: the kinds of which something is over and not held, with how many. */
MUST enum result stukken_read(struct reader *db, struct arena *a, datum today, datum tot, struct bewaren_view *v);
MUST enum result lijsten_read(struct reader *db, struct arena *a, struct bewaren_view *v);
MUST enum result lijst_read(struct reader *db, struct arena *a, vernietiging_id id, struct lijst_row *out);
MUST enum result lijst_regels(struct reader *db, struct arena *a, vernietiging_id id, size_t *n,
                              struct lijst_regel **out);
MUST enum result lijst_stukken(struct reader *db, struct arena *a, vernietiging_id id, size_t *n,
                               struct lijst_stuk **out);
MUST enum result uitstel_insert(struct desk_job *job, kandidaat_id who, datum tot, const char *reden);
MUST enum result project_uitstel_insert(struct desk_job *job, project_id id, datum tot, const char *reden);
/* INVALID when there is one already, or nothing to put on it. */
MUST enum result lijst_insert(struct desk_job *job, const char *soort, const char *grond, vernietiging_id *out);
MUST enum result lijst_besluit(struct desk_job *job, vernietiging_id id, bool akkoord, const char *reden);

/* klassen_store.c: the retention classes. NOT_FOUND for a kind that is none. */
MUST enum result klassen_read(struct reader *db, struct arena *a, size_t *n, struct bewaarklasse **out);
MUST enum result klasse_read(struct reader *db, struct arena *a, const char *soort, struct bewaarklasse *out);
MUST enum result termijnen_read(struct reader *db, struct arena *a, struct termijnen_input *out);
/* NOT_FOUND when somebody saved in between. */
MUST enum result termijnen_write(struct desk_job *job, const struct termijnen_input *in);

/* stukken_gate.c: what one row of a list destroys, in this job; *stuks: how many things. */
MUST enum result stuk_vernietigen(struct desk_job *job, const char *soort, int64_t rij, int64_t *stuks);

#endif
