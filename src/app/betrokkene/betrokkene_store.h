/* app/betrokkene/betrokkene_store.h: SQL of the room. Private to it. */
#ifndef BETROKKENE_STORE_H
#define BETROKKENE_STORE_H

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/betrokkene_view.h"
#include "app/project/project.h"
#include "data/desk.h"

/* Open ones first, the nearest term first. termijn: the last day, a month after receipt, three when it was made longer
 * (AVG art. 12 lid 3). */
MUST enum result verzoeken_read(struct reader *db, struct arena *a, datum today, size_t *n, struct verzoek_row **out);
MUST enum result verzoek_read(struct reader *db, struct arena *a, datum today, verzoek_id id, struct verzoek_row *out);
MUST enum result verzoek_personen(struct reader *db, struct arena *a, verzoek_id id, size_t *n,
                                  struct persoon_row **out);
MUST enum result verzoek_persoon_read(struct reader *db, struct arena *a, verzoek_id id, kandidaat_id who,
                                      struct persoon_row *out);
MUST enum result verzoek_daden(struct reader *db, struct arena *a, verzoek_id id, size_t *n, struct daad_row **out);
/* Of this regio: with this search key, or with this number. */
MUST enum result persoon_zoeken(struct reader *db, struct arena *a, struct blob zoek, kandidaat_id nummer, size_t *n,
                                struct persoon_row **out);

MUST enum result verzoek_insert(struct desk_job *job, const struct verzoek_input *in, verzoek_id *out);
MUST enum result verzoek_persoon_insert(struct desk_job *job, verzoek_id id, kandidaat_id who);
MUST enum result verzoek_daad_insert(struct desk_job *job, verzoek_id id, kandidaat_id who, const char *wat,
                                     const char *reden);
MUST enum result verzoek_verlengd_set(struct desk_job *job, verzoek_id id, const char *reden);
MUST enum result verzoek_sluit(struct desk_job *job, verzoek_id id, const char *uitkomst);
MUST enum result verzoek_blokkeer(struct desk_job *job, verzoek_id id, kandidaat_id who, bool on);

/* What the person wrote, opened. NULL where nothing was written, or it is gone. */
struct seal;
MUST enum result verzoek_bericht_read(struct reader *db, struct seal *seal, struct arena *a, verzoek_id id,
                                      struct bericht_view *out);
/* What the regio of this coordinatiepunt asks of who a kandidaat is: only regio and identiteit are filled. */
MUST enum result regio_vraagt_read(struct reader *db, struct arena *a, struct project_head *out);
MUST enum result project_naam_read(struct reader *db, struct arena *a, project_id id, const char **out); /* NOT_FOUND */

/* Everything of one person that the viewer may see; who it is is left to the caller. */
MUST enum result vastgelegd_read(struct reader *db, struct arena *a, kandidaat_id who, struct vastgelegd *out);

#endif
