/* app/steekproef/steekproef_store.h: SQL of the room. Private to it. */
#ifndef STEEKPROEF_STORE_H
#define STEEKPROEF_STORE_H

#include "app/steekproef/steekproef_rules.h"
#include "app/steekproef/steekproef_view.h"
#include "data/desk.h"

/* What the viewer may draw from by this filter, by number; *som: their value. TOO_LARGE beyond POPULATIE_MOST. */
MUST enum result populatie_read(struct reader *db, struct arena *a, const struct steekproef_input *in, size_t *n,
                                struct trekbaar **out, int64_t *som);
MUST enum result steekproeven_count(struct reader *db, struct arena *a, const struct list_query *q, datum today,
                                    int64_t *total);
MUST enum result steekproeven_read(struct reader *db, struct arena *a, const struct list_query *q, datum today,
                                   int page, size_t *n, struct steekproef_row **out);
MUST enum result steekproef_read(struct reader *db, struct arena *a, steekproef_id id, datum today,
                                 struct steekproef_row *out);
MUST enum result steekproef_populatie_read(struct reader *db, struct arena *a, steekproef_id id, const char **out);
MUST enum result items_read(struct reader *db, struct arena *a, steekproef_id id, size_t *n, struct item_row **out);
/* Also says whether the inzet may be sent back by the viewer now. */
MUST enum result item_read(struct reader *db, struct arena *a, steekproef_item_id id, struct item_row *out,
                           bool *mag_terugsturen);
MUST enum result gezien_read(struct reader *db, struct arena *a, steekproef_item_id id, size_t *n,
                             struct gezien_row **out, const char ***codes);
MUST enum result bewijzen_read(struct reader *db, struct arena *a, inzet_id id, tijdstip getrokken, size_t *n,
                               struct bewijs_row **out, const char ***codes);
struct bewijs_inzet {
    project_id project;
    regio_id regio;
    const char *soort, *overeenkomst, *blok;
    bool mag;
};
MUST enum result bewijs_inzet_read(struct reader *db, struct arena *a, inzet_id id, struct bewijs_inzet *out);

struct steekproef_nieuw {
    const char *filter, *weging, *gevraagd, *populatie, *sha256, *zaad, *toelichting;
    int64_t omvang, aantal, cent;
    datum deadline;
};
MUST enum result steekproef_insert(struct desk_job *job, const struct steekproef_nieuw *n, steekproef_id *out);
MUST enum result item_insert(struct desk_job *job, steekproef_id id, int64_t nr, inzet_id inzet);
MUST enum result steekproef_close(struct desk_job *job, steekproef_id id, bool vervallen, const char *conclusie);
MUST enum result antwoord_write(struct desk_job *job, steekproef_item_id id, int64_t versie, const char *antwoord);
MUST enum result oordeel_write(struct desk_job *job, steekproef_item_id id, const struct oordeel_input *in);
MUST enum result gezien_insert(struct desk_job *job, steekproef_item_id id, const struct gezien_input *in,
                               const char *sha256, gezien_id *out);
MUST enum result gezien_withdraw(struct desk_job *job, gezien_id id);
MUST enum result bewijs_insert(struct desk_job *job, inzet_id id, const struct bewijs_input *in, const char *sha256,
                               bewijs_id *out);
MUST enum result bewijs_withdraw(struct desk_job *job, bewijs_id id, const char *reden);
/* Who is told, each with how many of the items are on a project of theirs. */
struct ontvanger {
    gebruiker_id id;
    const char *email, *naam;
    int64_t items;
};
MUST enum result ontvangers_read(struct reader *db, struct arena *a, size_t n_items, const struct item_row *items,
                                 size_t *n, struct ontvanger **out);

#endif
