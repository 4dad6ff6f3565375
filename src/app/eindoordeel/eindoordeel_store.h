/* app/eindoordeel/eindoordeel_store.h: SQL of the room. Private to it. */
#ifndef EINDOORDEEL_STORE_H
#define EINDOORDEEL_STORE_H

#include "app/eindoordeel/eindoordeel.h"
#include "data/desk.h"

/* All of a project, the newest first. */
MUST enum result eindoordelen_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                                   struct eindoordeel **out);
/* As number e->nr; op and wie are filled by the house. CONFLICT when it is not the next one. */
MUST enum result eindoordeel_insert(struct desk_job *job, project_id project, const struct eindoordeel *e);
/* Whether the viewer may record one now. */
MUST enum result eindoordeel_mag(struct reader *db, struct arena *a, project_id project, bool *mag);

#endif
