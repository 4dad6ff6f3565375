/* app/regio/regio.h: door of the room regio: the settings of a regio (Beheer › Regio-instellingen), and what other
 * rooms ask of them. */
#ifndef APP_REGIO_H
#define APP_REGIO_H

#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct regio_input {
    const char *cp_naam, *cp_email, *cp_telefoon, *cp_tijden, *cp_website;
    const char *telt, *identiteit, *herinnering, *herinnering_procent, *herinnering_dag, *grondslag, *privacytekst,
        *verantwoordelijke, *fg;
    int64_t herinnering_mnd, bewaar_jaren, lees_grens;
    geld drempel;
    basispunt standaard;
    bool toestemming, pso_hele_looptijd, bevestigd;
    int64_t versie;
};
extern const struct field regio_form[];

enum result regio_page(struct request *r), regio_post(struct request *r); /* CP */

/* ---- when the contractors of a regio are reminded (spec 4; issue: "every n months or at percentages or on a yearly
 * date"). Pure. ---- */
enum herinnering_soort { HERINNERING_MAANDEN, HERINNERING_PROCENT, HERINNERING_JAARLIJKS };
enum { HERINNERING_PROCENTEN = 10, HERINNERING_MAANDEN_MOST = 24 };
struct herinnering {
    enum herinnering_soort soort;
    int maanden;                           /* 1..24 */
    int n, procent[HERINNERING_PROCENTEN]; /* 1..99, ascending */
    int maand, dag;                        /* 29-02 is 01-03 where it does not exist */
};
/* Of the stored words: "maanden 3", "procent 25,50,75", "jaarlijks 12-01". false when it is none of these. */
bool herinnering_lees(const char *stored, struct herinnering *out);
/* And back. In the arena. */
const char *herinnering_words(struct arena *a, const struct herinnering *h);
/* For who reads it: "om de 3 maanden", "na 25, 50 en 75 % van de looptijd", "elk jaar op 1-12". In the arena. */
const char *herinnering_uitleg(struct arena *a, const struct herinnering *h);
/* "25, 50 en 75", "25,50": ascending, each once, 1 to 99. false when not understood. */
bool herinnering_procenten(const char *typed, struct herinnering *out);
/* "1-12", "01-12": day and month. */
bool herinnering_dag_lees(const char *typed, struct herinnering *out);
/* The newest day of the reminder within van..tm, or DATUM_GEEN. start, eind: first and last day of the project; never
 * on or before the start. */
datum herinnering_dag(const struct herinnering *h, datum start, datum eind, datum van, datum tm);
/* The first one after `na`, or DATUM_GEEN when there is none up to and including tm: for who lists them all. */
datum herinnering_volgende(const struct herinnering *h, datum start, datum eind, datum na, datum tm);
/* The day on which that percentage of the project's days has passed. */
datum meetmoment_dag(datum start, datum eind, int percent);

#endif
