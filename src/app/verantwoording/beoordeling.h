/* app/verantwoording/beoordeling.h: assessing inzet: what waits, over projects; approve or send back, one or several.
 * Private to the room. */
#ifndef BEOORDELING_H
#define BEOORDELING_H

#include "app/verantwoording/verantwoording_view.h"
#include "data/desk.h"

enum { BEOORDELING_COLUMNS = 6 };
extern const struct list_column beoordeling_columns[BEOORDELING_COLUMNS];
MUST enum result beoordeling_list(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total,
                                  geld *sum, size_t *n, struct beoordeling_row **out);
/* One that waits for this viewer. NOT_FOUND when it may not be seen or does not wait (any more). */
MUST enum result beoordeling_read(struct reader *db, struct arena *a, inzet_id id, struct beoordeling_row *out);
/* NOT_FOUND when the newest version is no longer `versie`: what was not seen is not judged. */
MUST enum result beoordeling_write(struct desk_job *job, inzet_id id, int64_t versie, const char *status,
                                   const char *reden);

#endif
