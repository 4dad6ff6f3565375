/* app/verantwoording/verantwoording.h: door of the room verantwoording: kandidaat and overeenkomst enter and correct,
 * the value with its explanation. The only room that opens who a kandidaat is; never for an OG. */
#ifndef APP_VERANTWOORDING_H
#define APP_VERANTWOORDING_H

#include "app/waardering/waardering_rules.h"
#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "data/desk.h"
#include "web/request.h"
#include "web/route.h"

struct steward;

/* Recomputes and stores the sums of one project (obligation, korting, actueel, prognose, ingediend, signal, per inzet
 * too) as of `today`, in the same transaction as the change. inzet_sums.c: reads base tables, because a person's cap
 * counts over projects the viewer may not see. */
MUST enum result project_sums_refresh(struct steward *s, struct arena *a, project_id id, datum today);
/* The same at the desk, after a change of the project or of several inzet; and of the running projects that share a
 * person with it. */
MUST enum result project_sums_after(struct request *r, project_id id);
/* After a change of one inzet: only the projects where this person is count with it; kandidaat 0 = nobody's, then none.
 */
MUST enum result project_sums_after_inzet(struct request *r, project_id id, kandidaat_id kandidaat);
/* After a correction by which somebody turned out to be another kandidaat of the same contractor too: the running
 * projects of both. Those whose figures change say so in their Historie. */
MUST enum result project_sums_of_person(struct request *r, kandidaat_id who);
/* The same for every active project whose stored day is older than today; returns how many. One desk job per call of at
 * most `most` projects. */
MUST enum result project_sums_refresh_due(struct steward *s, struct arena *a, datum today, int most, int *done);
/* For `check`: recomputes every project and reports each difference; FAILED when there is one. */
MUST enum result project_sums_check(struct steward *s, struct arena *a, struct text *report, int *projects);

/* Which certificates of the opdrachtnemer fall in the project and what each takes off the obligation; the lines are the
 * stored korting to the cent. Of an afgerond project: as it was closed. For who sees the project: the caller has read
 * its head. */
struct korting_certificaat {
    const char *trede;
    datum van, tm;
    basispunt korting;
};
struct korting_uitleg_regel {
    const char *trede;
    datum cert_van, cert_tm, van, tm;
    basispunt korting;
    const char *berekening;
    geld bedrag;
};
struct korting_uitleg {
    bool hele_looptijd; /* the regio asks that one holds during the whole contract */
    size_t n_certificaten, n_regels;
    struct korting_certificaat *certificaten;
    struct korting_uitleg_regel *regels;
    geld korting;
};
MUST enum result project_korting_uitleg(struct request *r, project_id id, struct korting_uitleg *out);

/* ---- another set on a running project (issue: "simulation on running projects", "herwaarderen"; besluiten 0015) ----
 */
struct bouwblokkenset;
struct inzet_anders {
    inzet_id id;
    const char *nummer, *code;
    geld was, is;
}; /* nummer: "K-000012" or the kind of inzet */
struct project_anders {
    geld netto_was, netto_is, was, is; /* was, is: SR prognose; the sum of the inzet lines */
    const char *waarom;                /* why this project cannot go over to the set; NULL = it can */
    size_t n;
    struct inzet_anders *inzet;
};
/* What the project would be worth by the set: blocks are matched by code. Nothing is stored. The caller has looked
 * whose project it is. */
MUST enum result project_anders_read(struct steward *s, struct arena *a, project_id id,
                                     const struct bouwblokkenset *set, struct project_anders *out);
/* The project takes the set: each inzet gets a new version with the block of the same code, what was approved stays
 * approved, a concept of the plan van aanpak follows, the sums too. At the desk; project_anders_read has said that it
 * can. */
MUST enum result project_herwaarderen(struct request *r, project_id id, bouwblokkenset_id set, const char *reden);

/* Due rule of the sheet of mails: overeenkomsten that end in 30 days. Nothing of the kandidaat is in it, only the page.
 */
struct due_list;
MUST enum result overeenkomsten_due(struct steward *s, struct due_list *out, datum van, datum tm);
/* One mail a day to each accountmanager with what waits for assessment on own projects. */
MUST enum result te_beoordelen_due(struct steward *s, struct due_list *out, datum van, datum tm);

/* ---- figures of a past day (inzet_toen_gate.c): as they stood at the end of `dag`, from what is kept of before
 * (besluiten/0016). For who sees the project today: the caller has read its id through the viewer's views. Nothing of
 * who a kandidaat is. ---- */
enum { STAND_DAGEN_MOST = 16 };
struct inzet_stand {
    inzet_id id;
    kandidaat_id kandidaat;
    const char *soort, *status, *blok, *klasse, *overeenkomst, *leverancier, *nummer;
    datum start, eind;
    uren week, uren;
    geld bedrag, actueel, prognose, ingediend;
    geld op[STAND_DAGEN_MOST]; /* actueel on each of the days asked for, the first = the first of them */
};
struct project_stand {
    project_id id;
    const char *naam, *opdrachtgever, *opdrachtnemer, *plaats, *sector, *afspraak, *signaal, *projectgroep, *kvk,
        *methodiek;
    datum start, eind, dag; /* dag: as of which actueel is; of an afgerond project the day it was closed */
    bool afgerond, goedgekeurd;
    geld bruto, korting, netto, actueel, prognose,
        ingediend; /* bruto and netto GELD_GEEN for an inspanningsverplichting */
    size_t n_inzet;
    struct inzet_stand *inzet; /* NULL unless asked for */
};
/* NOT_FOUND when the project did not exist yet. inzet: with its entries; dagen: on which days each entry's actueel is
 * also wanted. */
MUST enum result project_stand_read(struct request *r, struct arena *a, project_id id, datum dag, bool inzet,
                                    size_t n_dagen, const datum *dagen, struct project_stand *out);

/* The difference between the ends of two days, part by part: van + the parts = tot, to the cent. */
enum verschil {
    VERSCHIL_NIEUW,
    VERSCHIL_BEEINDIGD,
    VERSCHIL_GECORRIGEERD,
    VERSCHIL_BEOORDEELD,
    VERSCHIL_VASTGESTELD,
    VERSCHIL_VERLENGD,
    VERSCHIL_PSO,
    VERSCHIL_TIJD,
    VERSCHILLEN
};
enum maat { MAAT_ACTUEEL, MAAT_PROGNOSE, MAAT_NETTO, MATEN };
struct project_verschil {
    project_id id;
    const char *naam, *opdrachtnemer;
    bool nieuw;
    struct {
        geld van, tot, deel[VERSCHILLEN];
    } maat[MATEN];
};
/* NOT_FOUND when there was no such project on the later day. van before tm. */
MUST enum result project_verschil_read(struct request *r, struct arena *a, project_id id, datum van, datum tm,
                                       struct project_verschil *out);

/* Every inzet of a project with its calculation, newest first, as inzet_page shows one: for a file with all of them. Of
 * a changed one that waits also the version that counts until then. */
struct inzet_regels {
    inzet_id inzet;
    int64_t versie;
    bool nieuwste, telt, wacht;
    struct waarde actueel, prognose;
};
MUST enum result project_regels_read(struct request *r, project_id id, size_t *n, struct inzet_regels **out);

/* Who a kandidaat is. */
struct wie_view {
    const char *naam, *initialen, *adres, *postcode, *plaats;
    datum geboren, geinformeerd, toestemming;
};
/* Opened. NOT_FOUND for who may not see it, and when it was erased. */
MUST enum result kandidaat_open(struct reader *db, struct seal *seal, struct arena *a, kandidaat_id id,
                                struct wie_view *out);
/* The same of a row with the sealed columns of a person, for the gate of the person itself. */
struct query;
MUST enum result kandidaat_wie(struct query *q, struct seal *seal, struct wie_view *out);
/* The newest kandidatenbrief of a person; er: there is one. werkt: its code still opens. */
struct brief_stand {
    bool er, werkt;
    tijdstip op, verloopt, gebruikt;
    const char *wie, *einde;
};
MUST enum result kandidaat_brief(struct reader *db, struct arena *a, kandidaat_id id, tijdstip now,
                                 struct brief_stand *out);
/* The search key of a person: keyed hash of the folded name (or initials) and the birth date. In the arena. */
struct blob kandidaat_zoek(struct seal *seal, struct arena *a, const char *naam, datum geboren);

enum { INZET_UREN_MAX = 6 };
struct kandidaat_input {
    const char *kandidaat; /* "" = new, else the id of a known person of this opdrachtnemer */
    const char *naam, *initialen, *adres, *postcode, *plaats;
    datum geboortedatum, geinformeerd_op, toestemming_op;
    bouwblok_id bouwblok;
    const char *overeenkomst, *functie;
    datum start, eind, cap_eind;
    uren week;                        /* hours a week from the start */
    datum uren_vanaf[INZET_UREN_MAX]; /* hours changed from a date: further rows */
    uren uren_later[INZET_UREN_MAX];
    struct answers antwoorden; /* attr_… as the block's conditions ask */
    basispunt aandeel;         /* share of this project; BP_GEEN = all */
    const char *onderaannemer, *reden;
    const char *actie; /* which button */
    int64_t versie;
};
struct overig_input { /* inkoop, activiteit, fonds */
    bouwblok_id bouwblok;
    const char *leverancier, *nummer, *onderaannemer, *toelichting, *actie, *reden;
    datum datum, tot;
    geld bedrag;
    uren uren;
    int64_t personen, versie;
    struct answers antwoorden;
};
extern const struct field inkoop_form[], activiteit_form[], fonds_form[], inkoop_wijzigen_form[],
    activiteit_wijzigen_form[], fonds_wijzigen_form[];
enum { BEOORDELEN_MOST = 100 }; /* as many as one page of the list shows */
struct beoordelen_input {
    bool kies[BEOORDELEN_MOST];
    inzet_id inzet[BEOORDELEN_MOST];
    int64_t versie[BEOORDELEN_MOST];
};
struct terugsturen_input {
    const char *reden;
    int64_t versie;
};
struct versie_input {
    int64_t versie;
};
struct overeenkomst_verlengen_input {
    datum eind;
    int64_t versie;
};
struct uit_dienst_input {
    datum laatste;
    const char *reden;
    int64_t versie;
};
struct uren_input {
    datum vanaf;
    uren week;
    int64_t versie;
};
extern const struct field overeenkomst_verlengen_form[], uit_dienst_form[], inzet_intrekken_form[], uren_form[],
    kandidaat_data_form[];
enum { INLEZEN_MAX = 4194304 }; /* bytes of a file that is read in */
struct inlezen_input {
    const char *soort;
};
struct inlezen_nr_input {
    int64_t nr;
};
extern const struct field inlezen_form[], inlezen_nr_form[];
/* ---- correcting who a kandidaat is: one act, for the contractor and for the coordinatiepunt in a request of the
 * person ---- */
enum { VERBETER_MOST = 20 };
struct kandidaat_verbeter_input {
    struct kandidaat_input wie; /* who it is; not when informed, not the overeenkomst */
    bool ook[VERBETER_MOST];    /* the same person at another contractor */
    kandidaat_id ook_id[VERBETER_MOST];
    int64_t ook_versie[VERBETER_MOST];
    const char *reden;
    bool zeker;
};
extern const struct field kandidaat_verbeter_form[];
/* An overeenkomst whose age at the start changes. vast: approved as a whole or afgerond, so it stays as it is. */
struct kandidaat_gevolg {
    inzet_id inzet;
    project_id project;
    const char *doelgroep;
    int64_t was, is;
    geld waarde_was, waarde_is;
    bool vast;
};
struct kandidaat_gecorrigeerd {
    const char *velden;
    size_t n;
    struct kandidaat_gevolg *gevolgen;
}; /* velden: "naam, geboortedatum", "" when nothing differs */
struct project_head;
/* Seals who it is anew with a new search key; the age at the start follows the birth date. h: what the regio asks
 * (identiteit, toestemming); what it does not ask stays. in->versie is of the kandidaat. INVALID with a problem when
 * somebody saved in between; the caller has judged the input and writes the audit line. At the desk. */
MUST enum result kandidaat_corrigeren(struct request *r, kandidaat_id who, const struct project_head *h,
                                      struct kandidaat_input *in, struct kandidaat_gecorrigeerd *out);
/* What the regio asks of who it is: naw or initialen, birth date, the date of informing. Adds problems. */
void kandidaat_person_judge(struct request *r, const struct project_head *h, const struct kandidaat_input *in);
/* What the regio does not ask is not shown (inzet_pages.c). */
void kandidaat_identity_fields(struct form_view *f, const struct project_head *h);
MUST enum result kandidaat_versie(struct reader *db, struct arena *a, kandidaat_id id, int64_t *versie);
/* Why the age of this overeenkomst does not fit its doelgroep, "" when it does. NOT_FOUND when the viewer does not see
 * it. */
MUST enum result kandidaat_twijfel(struct request *r, inzet_id id, const char **out);
extern const struct field kandidaat_new_form[], inzet_correct_form[], beoordelen_form[], terugsturen_form[],
    versie_form[];

enum result verantwoording_start_page(struct request *r); /* /verantwoording: ON, IM */
enum result verantwoording_page(struct request *r);       /* /projecten/:project/verantwoording */
enum result kandidaat_new_page(struct request *r),
    kandidaat_new_post(struct request *r); /* buttons: voorbeeld, opslaan, opslaan_nog */
enum result inlezen_page(struct request *r), inlezen_voorbeeld_page(struct request *r),
    inlezen_check(struct request *r), inlezen_post(struct request *r); /* from a CSV file */
enum result inlezen_controle_page(struct request *r), inlezen_again(struct request *r),
    inlezen_bevestig_post(struct request *r);
enum result inzet_page(struct request *r);     /* the calculation, line by line; who it is where one may */
enum result inzet_wie_post(struct request *r); /* AM, CP: who it is; each view is logged */
enum result inkoop_new_page(struct request *r), activiteit_new_page(struct request *r),
    fonds_new_page(struct request *r);
enum result inkoop_new_post(struct request *r), activiteit_new_post(struct request *r),
    fonds_new_post(struct request *r);
enum result overig_check(struct request *r); /* slow lane: the PDF, when there is one */
enum result inkoop_edit_page(struct request *r), activiteit_edit_page(struct request *r),
    fonds_edit_page(struct request *r);
enum result inkoop_edit_post(struct request *r), activiteit_edit_post(struct request *r),
    fonds_edit_post(struct request *r);
enum result overeenkomst_verlengen_page(struct request *r), overeenkomst_verlengen_post(struct request *r);
enum result uit_dienst_page(struct request *r), uit_dienst_post(struct request *r);
enum result inzet_intrekken_page(struct request *r), inzet_intrekken_post(struct request *r);
enum result uren_page(struct request *r), uren_post(struct request *r); /* other hours from a date */
enum result kandidaat_data_page(struct request *r),
    kandidaat_data_post(struct request *r);     /* who it is, for all overeenkomsten of the person */
enum result kandidaten_page(struct request *r); /* ON, IM: own kandidaten over projects */
enum result te_beoordelen_page(struct request *r),
    te_beoordelen_post(struct request *r); /* AM: the list; several at once are asked once more */
enum result te_beoordelen_goedkeuren_post(struct request *r);
enum result inzet_goedkeuren_post(struct request *r); /* AM: the one on its page */
enum result inzet_terugsturen_page(struct request *r), inzet_terugsturen_post(struct request *r);
enum result inzet_correct_page(struct request *r), inzet_correct_post(struct request *r);

#endif
