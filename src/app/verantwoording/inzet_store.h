/* app/verantwoording/inzet_store.h: SQL of the room through the viewer's views. Private to it. */
#ifndef INZET_STORE_H
#define INZET_STORE_H

#include "app/verantwoording/verantwoording_view.h"
#include "data/desk.h"
#include "data/seal.h"

MUST enum result inzet_list(struct reader *db, struct arena *a, project_id project, size_t *n, struct inzet_row **out);
MUST enum result inzet_row_read(struct reader *db, struct arena *a, project_id project, inzet_id id,
                                struct inzet_row *out, bool *mag_inzet, int64_t *versie, const char **reden);
void inzet_version_none(struct inzet_version *v);
MUST enum result inzet_version_read(struct reader *db, struct arena *a, inzet_id id, int64_t versie,
                                    struct inzet_version *out);
struct known {
    kandidaat_id id;
    const char *label;
};
MUST enum result kandidaat_known(struct reader *db, struct seal *seal, struct arena *a, organisatie_id opdrachtnemer,
                                 size_t *n, struct known **out);
/* Who it is, sealed with this key, and the search key. Needs no desk. */
struct kandidaat_sealed {
    int64_t sleutel;
    struct blob naam, initialen, adres, postcode, plaats, geboren, zoek;
};
MUST enum result kandidaat_seal(struct seal *seal, struct arena *a, int64_t key, const struct kandidaat_input *in,
                                struct kandidaat_sealed *out);
MUST enum result kandidaat_insert(struct desk_job *job, project_id project, const struct kandidaat_input *in,
                                  const struct kandidaat_sealed *s, kandidaat_id *out);
/* The person of this opdrachtnemer with this search key, among those the viewer may see. NOT_FOUND when there is none.
 */
MUST enum result kandidaat_by_zoek(struct reader *db, struct arena *a, organisatie_id opdrachtnemer, struct blob zoek,
                                   kandidaat_id *out);
/* What a file brought, sealed, between checking and storing: one for each user and project, a quarter of a day. */
struct inlezing_row {
    const char *soort;
    struct blob inhoud;
    int64_t nr;
};
MUST enum result inlezing_put(struct desk_job *job, project_id project, const char *soort, struct blob inhoud);
MUST enum result inlezing_get(struct reader *db, struct arena *a, project_id project, struct inlezing_row *out);
MUST enum result inlezing_drop(struct desk_job *job, project_id project);
/* in->versie: of the kandidaat; in->start none: the age class stays */
MUST enum result kandidaat_update(struct desk_job *job, struct seal *seal, struct arena *a, kandidaat_id id,
                                  const struct kandidaat_input *in);
/* Withdraws the inzet of which the viewer saw this version. NOT_FOUND when there is a newer one; FORBIDDEN when it was
 * ever approved or is withdrawn already. */
MUST enum result inzet_withdraw(struct desk_job *job, inzet_id id, int64_t versie, const char *reden);
MUST enum result inzet_insert(struct desk_job *job, project_id project, const char *soort, kandidaat_id kandidaat,
                              inzet_id *out);
/* Adds this version. CONFLICT when it is not the next one. */
MUST enum result inzet_version_write(struct desk_job *job, inzet_id id, int64_t versie, const struct inzet_version *v,
                                     const char *reden);
MUST enum result inzet_versions(struct reader *db, struct arena *a, inzet_id id, size_t *n,
                                struct versie_row **out); /* newest first */
MUST enum result inzet_newest(struct reader *db, struct arena *a, inzet_id id, project_id *project, int64_t *versie);
MUST enum result
kandidaat_start(struct reader *db, struct arena *a, kandidaat_id id,
                datum *out); /* of the overeenkomst that was entered first, among those the viewer sees */
MUST enum result factuur_known(struct reader *db, struct arena *a, project_id project, const char *leverancier,
                               const char *nummer, inzet_id but, bool *known);
MUST enum result kandidaten_read(struct reader *db, struct seal *seal, struct arena *a, size_t *n,
                                 struct kandidaat_row **out);
MUST enum result start_read(struct reader *db, struct arena *a, struct start_view *v);

#endif
