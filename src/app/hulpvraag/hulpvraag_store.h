/* app/hulpvraag/hulpvraag_store.h: SQL of the room. Private to it. */
#ifndef HULPVRAAG_STORE_H
#define HULPVRAAG_STORE_H

#include "app/hulpvraag/hulpvraag_view.h"
#include "data/desk.h"

MUST enum result hulpvragen_read(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total,
                                 size_t *n, struct hulpvraag_row **out);
MUST enum result hulpvragen_waiting(struct reader *db, struct arena *a, int64_t *open, int64_t *in_behandeling);
MUST enum result hulpvragen_own(struct reader *db, struct arena *a, gebruiker_id who, size_t *n,
                                struct hulpvraag_row **out); /* newest first */
MUST enum result hulpvraag_read(struct reader *db, struct arena *a, hulpvraag_id id, struct hulpvraag_row *out);
/* notes: the internal ones too, where the viewer may read them */
MUST enum result hulpvraag_regels(struct reader *db, struct arena *a, hulpvraag_id id, bool notes, size_t *n,
                                  struct hulpvraag_regel **out);
/* CONFLICT when somebody else came in between. soort: antwoord, reactie, notitie. */
MUST enum result hulpvraag_regel_insert(struct desk_job *job, hulpvraag_id id, const char *soort,
                                        const struct hulpvraag_regel_input *in);
MUST enum result hulpvraag_staat_set(struct desk_job *job, hulpvraag_id id, const char *staat, int64_t versie);

#endif
