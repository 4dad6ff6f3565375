/* app/plan/plan_rules.h: what intended inzet is worth, and planned beside realised. Pure: lines in, amounts with their
 * calculation out. Every amount comes from waarde_bereken, with an inzet made of the line: one inzet a person, so that
 * what is planned and later accounted is worth the same to the cent. */
#ifndef PLAN_RULES_H
#define PLAN_RULES_H

#include "app/waardering/waardering_rules.h"

/* The three tables of the form. A block goes with the table that asks what its unit needs: people and months, an
 * amount, hours or an amount. */
enum plan_tafel { PLAN_TAFEL_KANDIDATEN, PLAN_TAFEL_INKOPEN, PLAN_TAFEL_ACTIVITEITEN };
enum plan_tafel plan_tafel_van(const struct bouwblok *b);

struct plan_regel {
    const struct bouwblok *blok;
    int64_t personen, maanden; /* 0 = not given */
    uren week;                 /* UREN_GEEN = full time */
    datum van;                 /* DATUM_GEEN = from the start of the project */
    geld bedrag;
    uren aantal; /* hours of an activiteit */
};
/* The project, or in the simulator a contract without one. tot: the day after the last one. */
struct plan_kader {
    const struct bouwblokkenset *set;
    datum start, tot;
};

/* One line of the estimate: a block of one planned line, for all its people together. */
struct plan_schat_regel {
    const struct bouwblok *blok;
    const char *label, *code;
    const char *inzet; /* "4 personen, 32 uur per week, 12 maanden" */
    datum van, tm;     /* what counts; tm DATUM_GEEN when nothing does */
    const char *telt_tm, *berekening;
    geld bedrag;
};
struct plan_schatting {
    size_t n_regels;
    struct plan_schat_regel *regels;
    geld totaal;
}; /* the total is the sum of the lines */
/* Conditions of a block (age, months of benefit) are taken as met; a bonus, which depends on answers about the person,
 * does not count. A block that counts until the end of a training counts for the whole placement. An amount as agreed
 * is shown as if approved. */
struct plan_schatting plan_schat(struct arena *a, const struct plan_kader *k, size_t n,
                                 const struct plan_regel *regels);

/* What is missing or wrong in a line as a sentence without a full stop, NULL when it can be valued. *veld: which of the
 * plan_veld it is about. */
enum plan_veld {
    PLAN_VELD_BLOK,
    PLAN_VELD_PERSONEN,
    PLAN_VELD_MAANDEN,
    PLAN_VELD_VAN,
    PLAN_VELD_BEDRAG,
    PLAN_VELD_AANTAL
};
const char *plan_regel_fout(struct arena *a, const struct plan_kader *k, const struct plan_regel *r,
                            enum plan_veld *veld);

/* ---- planned beside realised ---- */
struct plan_realisatie {
    const char *code;
    geld actueel, prognose;
}; /* of one block, as accounted */
struct plan_stand_regel {
    const char *label;
    bool kop;
    geld gepland, actueel, prognose, verschil;
}; /* kop: the sum of a rubriek; verschil: prognose − gepland */
struct plan_stand {
    size_t n_regels;
    struct plan_stand_regel *regels;
    struct plan_stand_regel totaal;
};
/* Every block that is planned or accounted, under the sum of its rubriek, in the order of the set. rubriek_label: the
 * word for a rubriek. */
struct plan_stand plan_vergelijk(struct arena *a, const struct bouwblokkenset *set, const struct plan_schatting *s,
                                 size_t n, const struct plan_realisatie *gedaan,
                                 const char *(*rubriek_label)(const char *));

#endif
