/* app/verantwoording/verantwoording.h: door of the room verantwoording: kandidaat and overeenkomst enter and correct, the value with its explanation.
 * The only room that opens who a kandidaat is; never for an OG. */
#ifndef APP_VERANTWOORDING_H
#define APP_VERANTWOORDING_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "data/desk.h"
#include "web/request.h"
#include "web/route.h"

struct steward;

/* Recomputes and stores the sums of one project (obligation, korting, actueel, prognose, ingediend, signal, per inzet too) as of `today`, in the same
 * transaction as the change. inzet_sums.c: reads base tables, because a person's cap counts over projects the viewer may not see. */
MUST enum result project_sums_refresh(struct steward *s, struct arena *a, project_id id, datum today);
/* The same at the desk, after a change of dates, amounts, periods or inzet. */
MUST enum result project_sums_after(struct request *r, project_id id);
/* The same for every active project whose stored day is older than today; returns how many. One desk job per call of at most `most` projects. */
MUST enum result project_sums_refresh_due(struct steward *s, struct arena *a, datum today, int most, int *done);
/* For `check`: recomputes every project and reports each difference; FAILED when there is one. */
MUST enum result project_sums_check(struct steward *s, struct arena *a, struct text *report, int *projects);

/* Which certificates of the opdrachtnemer fall in the project and what each takes off the obligation; the lines are the stored korting to the cent. Of an afgerond
 * project: as it was closed. For who sees the project: the caller has read its head. */
struct korting_certificaat { const char *trede; datum van, tm; basispunt korting; };
struct korting_uitleg_regel { const char *trede; datum cert_van, cert_tm, van, tm; basispunt korting; const char *berekening; geld bedrag; };
struct korting_uitleg {
    bool hele_looptijd;             /* the regio asks that one holds during the whole contract */
    size_t n_certificaten, n_regels;
    struct korting_certificaat *certificaten;
    struct korting_uitleg_regel *regels;
    geld korting;
};
MUST enum result project_korting_uitleg(struct request *r, project_id id, struct korting_uitleg *out);

/* Due rule of the sheet of mails: overeenkomsten that end in 30 days. Nothing of the kandidaat is in it, only the page. */
struct due_list;
MUST enum result overeenkomsten_due(struct steward *s, struct due_list *out, datum van, datum tm);

enum { INZET_UREN_MAX = 6 };
struct kandidaat_input {
    const char *kandidaat;          /* "" = new, else the id of a known person of this opdrachtnemer */
    const char *naam, *initialen, *adres, *postcode, *plaats;
    datum geboortedatum, geinformeerd_op, toestemming_op;
    bouwblok_id bouwblok;
    const char *overeenkomst, *functie;
    datum start, eind, cap_eind;
    uren week;                      /* hours a week from the start */
    datum uren_vanaf[INZET_UREN_MAX];   /* hours changed from a date: further rows */
    uren uren_later[INZET_UREN_MAX];
    struct answers antwoorden;      /* attr_… as the block's conditions ask */
    const char *onderaannemer, *reden;
    const char *actie;              /* which button */
    int64_t versie;
};
extern const struct field kandidaat_new_form[], inzet_correct_form[];

enum result verantwoording_start_page(struct request *r);                                       /* /verantwoording: ON, IM */
enum result verantwoording_page(struct request *r);                                             /* /projecten/:project/verantwoording */
enum result kandidaat_new_page(struct request *r), kandidaat_new_post(struct request *r);       /* buttons: voorbeeld, opslaan, opslaan_nog */
enum result inzet_page(struct request *r);                                                      /* the calculation, line by line; who it is where one may */
enum result inzet_wie_post(struct request *r);                                                  /* AM, CP: who it is; each view is logged */
enum result inzet_correct_page(struct request *r), inzet_correct_post(struct request *r);

#endif
