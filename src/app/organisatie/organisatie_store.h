/* app/organisatie/organisatie_store.h: SQL of the room. Private to it. */
#ifndef ORGANISATIE_STORE_H
#define ORGANISATIE_STORE_H

#include "app/organisatie/organisatie.h"
#include "app/organisatie/organisatie_view.h"
#include "data/desk.h"

struct organisatie_new {
    const char *soort, *naam, *kvk, *og_soort, *adres, *postcode, *plaats;
    regio_id regio;
    organisatie_id wsp;
};
MUST enum result organisatie_insert(struct desk_job *job, const struct organisatie_new *n, organisatie_id *out);
MUST enum result organisatie_lookalikes(struct reader *db, struct arena *a, const char *kvk, const char *naam,
                                        size_t *n, struct lookalike **out);
MUST enum result organisatie_list(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total,
                                  size_t *n, struct organisatie_row **out);
struct organisatie {
    organisatie_id id;
    const char *soort, *naam, *kvk, *adres, *postcode, *plaats, *met_naam;
    organisatie_id met;
    tijdstip met_op;
    bool mag_wijzigen;
    int64_t versie;
}; /* met: merged into; 0 = not */
MUST enum result organisatie_read(struct reader *db, struct arena *a, organisatie_id id, struct organisatie *out);
MUST enum result organisatie_write(struct desk_job *job, organisatie_id id, const struct organisatie_input *in);
MUST enum result organisatie_name(struct reader *db, struct arena *a, organisatie_id id,
                                  const char **out); /* of one that may be chosen */

#endif
