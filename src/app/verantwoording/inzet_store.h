/* app/verantwoording/inzet_store.h: SQL of the room through the viewer's views. Private to it. */
#ifndef INZET_STORE_H
#define INZET_STORE_H

#include "app/verantwoording/verantwoording_view.h"
#include "data/desk.h"
#include "data/seal.h"

MUST enum result inzet_list(struct reader *db, struct arena *a, project_id project, size_t *n, struct inzet_row **out);
MUST enum result inzet_row_read(struct reader *db, struct arena *a, project_id project, inzet_id id, struct inzet_row *out, bool *mag_inzet, int64_t *versie, const char **reden);
struct inzet_version { bouwblok_id bouwblok; datum start, eind, cap_eind; const char *overeenkomst, *functie, *onderaannemer; size_t n_uren; struct uren_row *uren; size_t n_antwoorden; struct answer *antwoorden; };
MUST enum result inzet_version_read(struct reader *db, struct arena *a, inzet_id id, int64_t versie, struct inzet_version *out);
/* Who it is, opened. NOT_FOUND for who may not see it. */
MUST enum result kandidaat_open(struct reader *db, struct seal *seal, struct arena *a, kandidaat_id id, struct wie_view *out);
struct known { kandidaat_id id; const char *label; };
MUST enum result kandidaat_known(struct reader *db, struct seal *seal, struct arena *a, organisatie_id opdrachtnemer, size_t *n, struct known **out);
MUST enum result kandidaat_insert(struct desk_job *job, struct seal *seal, struct arena *a, project_id project, const struct kandidaat_input *in, kandidaat_id *out);
MUST enum result inzet_insert(struct desk_job *job, project_id project, kandidaat_id kandidaat, inzet_id *out);
MUST enum result inzet_version_insert(struct desk_job *job, inzet_id id, int64_t versie, const struct kandidaat_input *in, size_t n, const struct answer *antwoorden);
MUST enum result start_read(struct reader *db, struct arena *a, struct start_view *v);

#endif
