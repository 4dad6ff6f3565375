/* app/rapportage/rapportage_store.h: reading the lines of a report through the viewer's views: today's from the stored
 * sums, those of a past day computed again from what is kept (verantwoording.h). Private to the room. */
#ifndef RAPPORTAGE_STORE_H
#define RAPPORTAGE_STORE_H

#include "app/rapportage/rapportage_rules.h"
#include "app/verantwoording/verantwoording.h"
#include "data/reader.h"

/* Reading that may take several turns. a: lives as long as the table. */
struct rapport_lezer {
    struct arena *a;
    datum peil;
    size_t n_projecten, volgende;
    project_id *projecten;
    struct rapport_tabel tabel;
};
/* peil DATUM_GEEN: as it is now. */
MUST enum result rapport_lezer_begin(struct request *r, struct arena *a, const struct rapport *p, datum peil,
                                     struct rapport_lezer *out);
/* Goes on until the monotonic moment `tot` (0 = to the end); *klaar when all is read. */
MUST enum result rapport_lezer_stap(struct request *r, struct rapport_lezer *l, int64_t tot, bool *klaar);

/* The ids of all projects the viewer sees, in the arena. */
MUST enum result rapport_projecten_ids(struct reader *db, struct arena *a, size_t *n, project_id **out);
/* When the oldest inzet began: for the view by year. GEEN when there is none. */
MUST enum result rapport_eerste_dag(struct reader *db, struct arena *a, datum *out);
MUST enum result rapport_code(struct reader *db, struct arena *a, project_id id,
                              const char **code); /* of the akkoordverklaring; NULL when there is none */

/* Detailoverzicht: the rows as the pages of the project show them. */
struct detail_project {
    const char *naam, *projectgroep, *opdrachtgever, *wsp, *extra_wsp, *opdrachtnemer, *kvk, *intermediair, *plaats,
        *sector, *afspraak, *methodiek, *regio, *toelichting, *goedgekeurd_wie, *afgerond_wie;
    datum start, eind, som_dag;
    geld opdrachtwaarde, bruto, korting, netto, actueel, prognose, ingediend;
    basispunt sr_bp;
    bool verlengbaar;
    tijdstip goedgekeurd_op, afgerond_op;
    const char *voortgang;
};
struct detail_periode {
    datum start, eind;
    geld geschat, vastgesteld, omzet_verwacht, omzet;
    basispunt bp;
};
struct detail_verlenging {
    datum van, tm;
    geld bedrag;
    tijdstip op;
};
struct detail_contact {
    const char *naam, *organisatie, *soort, *functie, *telefoon, *email;
};
struct detail_historie {
    tijdstip op;
    const char *wie, *organisatie, *wat, *voor, *na;
};
MUST enum result detail_project_read(struct reader *db, struct arena *a, project_id id, struct detail_project *out);
MUST enum result detail_perioden_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                      struct detail_periode **out);
MUST enum result detail_verlengingen_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                          struct detail_verlenging **out);
MUST enum result detail_contacten_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                       struct detail_contact **out);
MUST enum result detail_historie_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                      struct detail_historie **out);
/* The inzet of one project as the reports know it, by its id ascending. */
MUST enum result detail_inzet_read(struct reader *db, struct arena *a, project_id id, size_t *n,
                                   struct rapport_feit **out);

#endif
