/* app/betrokkene/brief_store.h: SQL of the kandidatenbrief through the viewer's views. Private to the room. */
#ifndef BRIEF_STORE_H
#define BRIEF_STORE_H

#include "app/betrokkene/brief_view.h"
#include "data/desk.h"

/* What the letter says beside who it is and the code: the regio of the newest project for which the viewer may make
 * one. NOT_FOUND when there is none. */
MUST enum result brief_read(struct reader *db, struct arena *a, kandidaat_id who, struct brief_letter *out);
/* Of an inzet of the viewer. NOT_FOUND. */
MUST enum result brief_kandidaat(struct reader *db, struct arena *a, project_id project, inzet_id inzet,
                                 kandidaat_id *out);
/* Who may get a letter from this viewer: those without one first. Names are not filled. *meer: there are more than
 * `most`. */
MUST enum result brief_keuze_read(struct reader *db, struct arena *a, size_t most, size_t *n,
                                  struct brief_keuze_row **out, bool *meer);
/* The code of an earlier letter ends. code: its keyed hash. */
MUST enum result brief_insert(struct desk_job *job, kandidaat_id who, regio_id regio, struct blob code,
                              tijdstip verloopt, int64_t *id);

#endif
