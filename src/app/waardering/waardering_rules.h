/* app/waardering/waardering_rules.h: what an inzet is worth and why. Pure: no database, no clock, no allocation but the
 * arena given. Exact integers to the cent (spec 3). No rule here knows a regio, a doelgroep or an amount: those are
 * rows of a bouwblokkenset. Dates: `van` is the first day, `tot` the first day that no longer counts (what a user typed
 * as "t/m", plus one). */
#ifndef APP_WAARDERING_RULES_H
#define APP_WAARDERING_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/values.h"

/* ---- the data of a set ---- */
enum rubriek {
    RUBRIEK_ARBEID,
    RUBRIEK_LEREN,
    RUBRIEK_INKOOP,
    RUBRIEK_ACTIVITEIT,
    RUBRIEK_FONDS,
    RUBRIEK_MAATWERK,
    RUBRIEKEN
};
enum blok_soort { BLOK_BASIS, BLOK_BONUS, BLOK_KORTING, BLOK_SOORTEN };
enum eenheid { PER_PERIODE, PER_STUK, PER_UUR, PROCENT, BEDRAG, EENHEDEN };
enum cap_veld { CAP_VELD_GEEN, CAP_VELD_OPLEIDING, CAP_VELD_LKS, CAP_VELDEN };
enum opbouw { OPBOUW_GEEN, OPBOUW_LINEAIR, OPBOUW_START, OPBOUW_EINDE, OPBOUWEN };
enum cap_basis { CAP_KALENDER, CAP_GEPLAATST, CAP_FTE, CAP_BASES };
enum operator_ { OP_GELIJK, OP_ONGELIJK, OP_KLEINER, OP_HOOGSTENS, OP_GROTER, OP_MINSTENS, OP_IN, OPERATOREN };

struct conditie {
    const char *attribuut;
    enum operator_ op;
    const char *waarde;
    bool waarschuwing;
};
struct attribuut {
    const char *naam, *type, *vraag, *hint, *keuzes;
    bool afgeleid;
};
struct bouwblok {
    bouwblok_id id;
    const char *code, *label, *toelichting;
    int volgorde;
    enum rubriek rubriek;
    enum blok_soort soort;
    enum eenheid eenheid;
    int64_t tarief;  /* cents, 0 .. TARIEF_MOST; basis points for PROCENT */
    int periode_mnd; /* 12 or 1 for PER_PERIODE */
    bool naar_uren;
    int cap_mnd; /* 0 = none */
    enum cap_veld cap_veld;
    geld dagmax; /* GELD_GEEN = none */
    enum opbouw opbouw;
    const char *groep; /* "" = none */
    size_t n_condities;
    struct conditie *condities;
};
struct bouwblokkenset {
    bouwblokkenset_id id;
    const char *naam, *versie, *bron, *peil, *doelgroep_peil;
    uren fte, min_uren;
    int aanloop_mnd;
    bool binnen_project;
    enum cap_basis cap_basis;
    int onderbreking_mnd;
    size_t n_blokken;
    struct bouwblok *blokken;
    size_t n_attributen;
    struct attribuut *attributen;
};
#define TARIEF_MOST INT64_C(1000000000) /* ten million euro: see the bounds in waardering_units.c */

extern const char *const rubriek_codes[RUBRIEKEN],
    *const blok_soort_codes[BLOK_SOORTEN],
        *const eenheid_codes[EENHEDEN], *const cap_veld_codes[CAP_VELDEN], *const opbouw_codes[OPBOUWEN],
                                                                               *const cap_basis_codes[CAP_BASES],
                                                                                   *const operator_codes[OPERATOREN];
int code_find(const char *const *codes, int n, const char *code); /* -1 when it is none of them */

/* ---- time in exact fractions (waardering_units.c) ---- */
enum { Q_JAAR = 133590 /* 365·366 */, Q_MAAND = 377580 /* lcm of 28..31 */ };
/* u(s, x): how long after s the day x lies, in Q-ths of a period of p months (12 or 1); x >= s; exact: u(s, A(s, p·n))
 * = n·Q. */
int64_t tijd_u(datum s, datum x, int p);
int64_t deel_half_up(
    int64_t tarief, int64_t teller,
    int64_t noemer); /* tarief · teller / noemer, half up; 0 <= tarief <= TARIEF_MOST; bounds in waardering_units.c */
#define GELD_MOST       INT64_C(10000000000000) /* 10^13 cents, a hundred billion euro: larger amounts are taken as this */
#define UREN_SAMEN_MOST INT64_C(100000000)      /* 10^8 hundredths, a million hours of one activity: likewise */

/* ---- one entry ---- */
struct uren_deel {
    datum vanaf;
    uren week;
};
enum { PLAATSINGEN_MOST = 256 }; /* others of one person that are looked at; more are ignored */
/* Another placement of the person, or a part of one with its own hours. tot DATUM_GEEN = still running. week UREN_GEEN
 * = full time. aandeel is the share when one placement is divided over projects (BP_GEEN = whole): week and aandeel
 * matter by FTE only. begin: start of the placement that this is a part of, which its months are measured from;
 * DATUM_GEEN = van. */
struct plaatsing {
    datum van, tot;
    uren week;
    basispunt aandeel;
    datum begin;
};
struct antwoord {
    const char *naam, *waarde;
};
struct inzet_invoer {
    const struct bouwblokkenset *set;
    const struct bouwblok *blok; /* the basis */
    datum start, tot;            /* tot DATUM_GEEN = open-ended: runs to the project's end or the cap */
    datum uit_dienst_tot;        /* day after the last one served, when it ended early; else DATUM_GEEN */
    datum project_start, project_tot;
    size_t n_uren;
    const struct uren_deel *uren; /* in order of date, the first on the start; none = full time */
    datum cap_veld_tot;           /* day after the training or wage-cost subsidy ends; DATUM_GEEN = not given */
    geld bedrag;                  /* PROCENT, BEDRAG */
    uren aantal;                  /* hours of an activity */
    int personen;                 /* 0 reads as 1 */
    size_t n_antwoorden;
    const struct antwoord *antwoorden;
    size_t n_eerder;
    const struct plaatsing *eerder; /* the person's other placements in the regio (not those sent back), any order */
    basispunt aandeel;              /* share of this project; BP_GEEN = all */
    size_t n_delen, deel;   /* where one placement is divided: all its shares and which one is this, so that the last
                               takes the rest; */
    const basispunt *delen; /* n_delen 0 = only `aandeel` is known: half up by itself */
    bool goedgekeurd;
};
struct waarde_regel {
    const struct bouwblok *blok;
    datum van, tot;         /* what counted; equal when nothing did */
    datum telt_tot;         /* end of counting by the cap; DATUM_GEEN = no cap */
    const char *telt_tm;    /* "31-12-2027", or "" */
    const char *berekening; /* "€ 40.000,00 per jaar × 24/36 uur × (1 + 182/365) jaar" */
    /* The same in numbers: blok->tarief · teller / noemer, half up, is the amount before share, dagmax and what is not
     * due yet. BEDRAG has no tarief: there teller is the amount in cents and noemer 1. */
    int64_t teller, noemer;
    geld bedrag;
};
struct waarde {
    size_t n_regels;
    struct waarde_regel *regels;
    geld totaal;
};
#define GEEN_GRENS DATUM_GEEN
/* The value with upper bound T (exclusive; spec: "tot vandaag"), or without bound (GEEN_GRENS: prognose). One line per
 * block: the basis and each bonus whose conditions are met, of a group the highest. The total is the sum of the lines.
 * A bonus ends with its basis. A bonus by PROCENT or BEDRAG stands there only when an amount is given. STUK at EINDE
 * needs the agreed end to be served. Which version of a corrected entry counts is the caller's: it values the approved
 * one (goedgekeurd) until the newest is judged. BEDRAG that is not goedgekeurd is 0; to show what waits, value it as if
 * it were. */
struct waarde waarde_bereken(struct arena *a, const struct inzet_invoer *in, datum T);
/* Where counting ends for this block, DATUM_GEEN when it has no cap. */
datum waarde_cap(const struct inzet_invoer *in, const struct bouwblok *blok);
/* Shares of a total in basis points, half up, the rest to the last (when they are 100 % together); never more than the
 * total. */
void waarde_verdeel(geld totaal, size_t n, const basispunt *delen, geld *out);
struct aandeel_deel {
    datum van, tot;
    basispunt bp;
};
/* Whether the shares of one placement are at most 100 % on every day; if not, *dag is the first day that is too much.
 */
bool aandelen_passen(size_t n, const struct aandeel_deel *delen, datum *dag);

/* ---- conditions (waardering_condities.c) ---- */
const char *antwoord_van(const struct inzet_invoer *in, const char *naam); /* NULL when not given */
bool condities_voldaan(const struct bouwblok *blok, size_t n, const struct antwoord *antwoorden);
struct oordeel {
    const char *attribuut, *tekst;
    bool waarschuwing;
};
/* Conditions of this block that are not met, as sentences for the user. Returns how many; out has room for n_condities.
 */
size_t condities_oordeel(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok, size_t n,
                         const struct antwoord *antwoorden, struct oordeel *out);
/* The attributes the form asks for this basis: those of its conditions and of its bonuses, each once, without what is
 * derived. */
size_t blok_vragen(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok,
                   const struct attribuut ***out);
/* Whether every value the condition names is a choice of the attribute. */
bool conditie_keuzes_bestaan(const struct conditie *c, const struct attribuut *t);
bool bonus_past(const struct bouwblok *bonus,
                const struct bouwblok *basis); /* bonuses go with a basis of the same rubriek */
const struct bouwblok *blok_find(const struct bouwblokkenset *set, bouwblok_id id);
const struct bouwblok *blok_find_code(const struct bouwblokkenset *set, const char *code);

/* ---- a project (waardering_project.c) ---- */
struct periode_deel {
    datum van, tot;
    geld bedrag;
};
/* Year periods from the start, the last one shorter, by days, cumulative rounding to whole euros, the rest in the last.
 * Returns how many (at most `room`). */
size_t periode_verdeel(datum van, datum tot, geld totaal, struct periode_deel *out, size_t room);
geld omzet_verplichting(geld omzet, basispunt bp); /* half up */
struct periode_bedrag {
    geld geschat, vastgesteld;
};
/* Gross: the fixed amount, or the sum over periods of vastgesteld where known, else geschat; plus extensions of a fixed
 * amount. GELD_GEEN for an inspanningsverplichting. */
geld verplichting_bruto(const char *afspraak, geld vast, size_t n, const struct periode_bedrag *perioden,
                        geld verlengingen);
struct certificaat {
    basispunt korting;
    datum van, tot;
};
/* Discount by PSO certificates: per day the highest; hele_looptijd: nothing, unless a certificate holds on every day of
 * the contract (one or more that join up). Rounded once, half up; at most the gross. */
geld verplichting_korting(geld bruto, datum van, datum tot, size_t n, const struct certificaat *c, bool hele_looptijd);
/* The same line by line: days in a row [van, tot) on which one certificate counts, in order of date; a certificate that
 * gives nothing also has its line. The lines are the discount to the cent: the sum is rounded and each line is what it
 * adds, so it may differ a cent from its own calculation. Returns how many. */
struct korting_regel {
    size_t certificaat;
    datum van, tot;
    basispunt korting;
    geld bedrag;
};
enum {
    CERTIFICATEN_MOST = 100,
    KORTING_REGELS_MOST = 2 * CERTIFICATEN_MOST
}; /* n intervals cut each other into at most 2n - 1 runs */
size_t verplichting_korting_regels(geld bruto, datum van, datum tot, size_t n, const struct certificaat *c,
                                   bool hele_looptijd, struct korting_regel *out, size_t room);
int percent_bp(geld waarde, geld netto); /* rounded down; -1 when there is no obligation */
geld verwacht(geld netto, datum van, datum tot, datum T);
enum signaal { SIGNAAL_GEEN, SIGNAAL_VOLDAAN, SIGNAAL_OP_KOERS, SIGNAAL_LET_OP, SIGNAAL_ACHTER };
enum signaal project_signaal(geld netto, geld actueel, geld prognose, geld nu_verwacht);
const char *signaal_code(enum signaal s); /* as in the database; NULL for none */
enum telt { TELT_NIET, TELT_ALS_INGEDIEND, TELT_MEE };
/* Whether an entry counts (spec 3, "What counts"): goedgekeurd always; ingediend where the regio counts at once, but
 * BEDRAG only when approved; teruggestuurd never. TELT_ALS_INGEDIEND is shown beside, never inside. A corrected
 * approved entry: the caller values the approved version as goedgekeurd. */
enum telt inzet_telt(const char *status, bool direct, const struct bouwblok *blok);
struct nog_nodig {
    geld tekort;
    int64_t plaatsingen_bp;
    int64_t uren_honderdste;
};
struct nog_nodig project_nog_nodig(geld netto, geld prognose, geld per_plaatsing, geld per_uur);

#endif
