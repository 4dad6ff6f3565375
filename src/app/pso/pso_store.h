/* app/pso/pso_store.h: SQL of the room, and its gate. Private to it. */
#ifndef PSO_STORE_H
#define PSO_STORE_H

#include "app/pso/pso.h"
#include "app/pso/pso_view.h"
#include "data/desk.h"

MUST enum result pso_houder_read(struct reader *db, struct arena *a, organisatie_id id,
                                 struct pso_houder *out); /* NOT_FOUND */
/* All of one opdrachtnemer, newest first; also what was replaced or removed. */
MUST enum result pso_rows_read(struct reader *db, struct arena *a, organisatie_id id, size_t *n, struct pso_row **out);
MUST enum result pso_row_read(struct reader *db, struct arena *a, pso_id id, struct pso_row *out);
/* vervangt 0 = a new one. CONFLICT when the one it corrects was corrected or removed meanwhile. */
MUST enum result pso_insert(struct desk_job *job, organisatie_id id, const struct pso_input *in, pso_id vervangt,
                            pso_id *out);
MUST enum result pso_end(struct desk_job *job, pso_id id, const char *reden);

/* pso_gate.c: the stored sums of every active project of this opdrachtnemer, in this job; also of projects the viewer
 * may not see: the certificate counts there too. Each project whose obligation changes gets an audit line (its
 * Historie). Says nothing to the viewer. */
MUST enum result pso_sums_after(struct request *r, organisatie_id id);

#endif
