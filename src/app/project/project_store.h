/* app/project/project_store.h: SQL of the room. Private to it. */
#ifndef PROJECT_STORE_H
#define PROJECT_STORE_H

#include "app/project/project_rules.h"
#include "app/project/project_view.h"
#include "app/regio/regio.h"
#include "data/desk.h"

MUST enum result project_list_read(struct reader *db, struct arena *a, const struct list_query *q,
                                   struct project_list_view *v, int64_t *total);
extern const struct list_column project_columns[];
enum { PROJECT_COLUMNS = 10 };
void project_filters_unknown(struct arena *a, const struct list_query *q, struct list_view *v);

/* Running projects whose prognose is below the obligation; today: of the days left. */
enum { WERKLIJST_COLUMNS = 9 };
extern const struct list_column werklijst_columns[WERKLIJST_COLUMNS];
MUST enum result werklijst_read(struct reader *db, struct arena *a, datum today, const struct list_query *q,
                                struct werklijst_view *v, int64_t *total);

MUST enum result project_detail_read(struct reader *db, struct arena *a, project_id id, struct project_detail *out);
MUST enum result project_verlengingen(struct reader *db, struct arena *a, project_id id, size_t *n,
                                      struct verlenging_row **out);
MUST enum result project_insert(struct desk_job *job, const struct project_input *in, bouwblokkenset_id set,
                                project_id *out);
MUST enum result project_update(struct desk_job *job, project_id id, const struct project_input *in);
MUST enum result project_update_extra_wsp(struct desk_job *job, project_id id, int64_t versie, organisatie_id wsp);
MUST enum result project_update_intermediair(struct desk_job *job, project_id id, int64_t versie, organisatie_id im);

struct periode_stored {
    periode_id id;
    struct periode_rij is;
};
MUST enum result perioden_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                               struct periode_stored **out);
MUST enum result periode_insert(struct desk_job *job, project_id project, const struct periode_rij *p);
MUST enum result periode_update(struct desk_job *job, periode_id id, const struct periode_rij *p);
MUST enum result periode_delete(struct desk_job *job, periode_id id);
/* Periods are saved as one: NOT_FOUND when the project is no longer of that versie. */
MUST enum result project_versie_next(struct desk_job *job, project_id id, int64_t versie);

struct verlenging_new {
    datum tot;
    geld bedrag;
    const char *naam, *projectgroep, *plaats, *sector, *toelichting;
    bool verlengbaar;
    int64_t versie;
};
MUST enum result verlenging_insert(struct desk_job *job, project_id id, const struct verlenging_new *v);
MUST enum result project_goedgekeurd_set(struct desk_job *job, project_id id, bool on);
MUST enum result project_afgerond_set(struct desk_job *job, project_id id, bool on);
MUST enum result ontbreekt_insert(struct desk_job *job, project_id id, const char *tekst);
MUST enum result ontbreekt_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                struct ontbreekt_row **out);

MUST enum result koppeling_insert(struct desk_job *job, project_id project, gebruiker_id who);
MUST enum result koppeling_delete(struct desk_job *job, project_id project, gebruiker_id who);
MUST enum result contacten_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                struct contact_row_view **out);
MUST enum result historie_read(struct reader *db, struct arena *a, project_id id, size_t *n, struct historie_row **out);

struct party_row {
    organisatie_id id;
    const char *naam, *soort;
};
MUST enum result project_parties(struct reader *db, struct arena *a, project_id id, size_t *n, struct party_row **out);

struct own_org {
    organisatie_id id, wsp;
    const char *naam, *wsp_naam;
};
MUST enum result project_own_org(struct reader *db, struct arena *a, organisatie_id id, struct own_org *out);
MUST enum result project_herinnering(struct reader *db, struct arena *a, regio_id id, struct herinnering *out);
struct regio_hint {
    regio_id id;
    const char *naam;
    geld drempel;
    basispunt standaard;
};
MUST enum result project_regio_hint(struct reader *db, struct arena *a, regio_id id, struct regio_hint *out);

#endif
