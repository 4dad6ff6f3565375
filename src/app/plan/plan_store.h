/* app/plan/plan_store.h: SQL of the room. Private to it. */
#ifndef PLAN_STORE_H
#define PLAN_STORE_H

#include "app/plan/plan_view.h"
#include "data/desk.h"

MUST enum result plan_feiten_read(struct reader *db, struct arena *a, project_id project, struct plan_feiten *out);
/* Contacts of the project's opdrachtnemer and SR-intermediair. */
MUST enum result plan_contacten(struct reader *db, struct arena *a, project_id project, size_t *n,
                                struct plan_contact **out);

/* One row of alle_plan as the viewer sees it. */
struct plan_row {
    plan_id id;
    project_id project;
    int64_t nr, versie;
    const char *status, *gewijzigd_wie, *ingediend_wie, *beoordeeld_wie;
    struct plan_input in;      /* without lines and doelgroepen */
    struct plan_feiten feiten; /* of a submitted version */
    struct plan_contact contact;
    bouwblokkenset_id set;
    geld netto;
    tijdstip gewijzigd_op, ingediend_op, beoordeeld_op;
    const char *opmerkingen, *prestatieafspraken;
    datum termijn;
};
enum { PLAN_VERSIES_MOST = 200 };
/* Newest first; a concept, which only its authors see, is the first. */
MUST enum result plan_rows(struct reader *db, struct arena *a, project_id project, size_t *n, struct plan_row **out);
MUST enum result plan_row_read(struct reader *db, struct arena *a, plan_id id, struct plan_row *out);
/* The lines of a version; blocks from `set`. */
MUST enum result plan_regels_read(struct reader *db, struct arena *a, plan_id id, const struct bouwblokkenset *set,
                                  size_t *n, struct plan_regel **out);
MUST enum result plan_doelgroepen_read(struct reader *db, struct arena *a, plan_id id, int64_t out[PLAN_DOELGROEPEN]);
/* What was accounted on the project, by block (a bonus with its basis), from the stored sums. */
MUST enum result plan_realisatie_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                                      struct plan_realisatie **out);

MUST enum result plan_insert(struct desk_job *job, project_id project, int64_t nr, plan_id *out);
MUST enum result plan_update(struct desk_job *job, plan_id id, const struct plan_input *in);
MUST enum result plan_lijnen_replace(struct desk_job *job, plan_id id, size_t n, const struct plan_regel *regels,
                                     const int64_t doelgroep[PLAN_DOELGROEPEN]);
MUST enum result plan_submit(struct desk_job *job, plan_id id);
MUST enum result plan_assess(struct desk_job *job, plan_id id, const struct plan_oordeel_input *in);

struct simulator_regio {
    regio_id id;
    const char *naam, *slug;
};
MUST enum result simulator_regios(struct reader *db, struct arena *a, size_t *n, struct simulator_regio **out);

#endif
