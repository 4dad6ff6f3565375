/* app/waardering/waardering.h: door of the room waardering: published sets of bouwblokken, read and loaded. What an
 * inzet is worth is computed by waardering_rules.h (pure); this door never computes. */
#ifndef APP_WAARDERING_H
#define APP_WAARDERING_H

#include "app/waardering/waardering_csv.h" /* a set as its file: part of this door */
#include "app/waardering/waardering_rules.h"
#include "core/arena.h"
#include "core/result.h"
#include "core/text.h"
#include "core/values.h"

struct reader;
struct steward;

/* A whole set with its blocks, conditions and attributes, in the arena. NOT_FOUND when it is not published. */
MUST enum result waardering_set_read(struct reader *db, struct arena *a, bouwblokkenset_id id,
                                     struct bouwblokkenset **out);
MUST enum result waardering_set_read_steward(struct steward *s, struct arena *a, bouwblokkenset_id id,
                                             struct bouwblokkenset **out);
/* The set of a regio in force on a day; NOT_FOUND when there is none. */
MUST enum result waardering_set_for(struct reader *db, struct arena *a, regio_id regio, datum on,
                                    bouwblokkenset_id *out, const char **naam, const char **versie);
/* Loads a CSV (data of spec 3) as a published set in force from `van`; an older set of the regio that is in force then
 * ends the day before. All or nothing: INVALID with "line: what" lines in problems. Used by `regio blokken` and the
 * demo: the operator publishes by loading. */
MUST enum result waardering_set_import(struct steward *s, struct arena *a, regio_id regio, datum van, const char *csv,
                                       size_t n, tijdstip now, struct text *problems, bouwblokkenset_id *out);
/* Reading rows of a set: one place for both kinds of connection. */
struct query;
MUST enum result waardering_row_set(struct query *q, struct bouwblokkenset *s);
MUST enum result waardering_rows_blokken(struct query *q, struct arena *a, struct bouwblokkenset *s);
MUST enum result waardering_rows_condities(struct query *q, struct arena *a, struct bouwblokkenset *s);
MUST enum result waardering_rows_attributen(struct query *q, struct arena *a, size_t *n, struct attribuut **out);

#endif
