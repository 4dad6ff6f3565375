/* app/eindoordeel/eindoordeel.h: door of the room eindoordeel: at the end of a project whose net obligation was not met
 * the accountmanager records the verdict, the shortfall, the agreed measure and its settlement. The contractor, the
 * opdrachtgever and the coordinatiepunt read it; it stands in the reports and in the akkoordverklaring. */
#ifndef APP_EINDOORDEEL_H
#define APP_EINDOORDEEL_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct reader;

struct eindoordeel {
    int64_t nr;                      /* the how-manieth of the project; the newest holds */
    const char *oordeel, *maatregel; /* 'niet_voldaan' …, 'hersteltermijn' … */
    const char *tekort_reden, *toelichting, *kenmerk, *wie;
    geld netto, actueel, tekort;               /* netto, actueel: on the day it was recorded */
    geld maatregel_bedrag, afgewikkeld_bedrag; /* GELD_GEEN where there is none */
    datum maatregel_dag, afgewikkeld_dag;
    tijdstip op;
};
/* The newest of a project the viewer sees, as it was at the end of that day (DATUM_GEEN: now). NOT_FOUND when there is
 * none. */
MUST enum result eindoordeel_newest(struct reader *db, struct arena *a, project_id project, datum peil,
                                    struct eindoordeel *out);
/* Why the SR verantwoording cannot be approved yet, or NULL. Reads the newest verdict. */
MUST enum result eindoordeel_wacht(struct request *r, project_id project, geld netto, geld actueel, const char **why);

/* nr: the number this one gets: the next of the project when the page was shown */
struct eindoordeel_input {
    const char *oordeel, *tekort_reden, *maatregel, *toelichting;
    geld tekort, bedrag;
    datum dag;
    int64_t nr;
};
struct afwikkelen_input {
    datum dag;
    geld bedrag;
    const char *kenmerk;
    int64_t nr;
};
extern const struct field eindoordeel_form[], afwikkelen_form[];

enum result eindoordeel_page(struct request *r),
    eindoordeel_post(struct request *r); /* read by who sees the project; recorded by the AM */
enum result afwikkelen_page(struct request *r), afwikkelen_post(struct request *r); /* AM */

#endif
