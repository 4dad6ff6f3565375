/* app/verantwoording/inzet_sums_input.h: everything a project's value depends on, as read by inzet_sums.c: as it stands
 * now, or as it stood at a past moment (inzet_toen_gate.c hands in other statements). One calculation for both. Private
 * to these, inzet_anderen_gate.c and inzet_uitleg_gate.c. */
#ifndef INZET_SUMS_INPUT_H
#define INZET_SUMS_INPUT_H

#include "app/verantwoording/verantwoording.h"
#include "app/waardering/waardering.h"
#include "data/sql.h"

struct steward;

/* of project p: the opdrachtnemer it was closed with, else (closing the bracket) what follows */
#define SUMS_ON_CLOSED                                                                                                 \
    "coalesce((SELECT x.opdrachtnemer_id FROM alle_project_was x WHERE x.project_id = p.id AND x.afgerond_op = p.afgerond_op ORDER BY x.tot, x.id LIMIT 1), "

enum { UREN_MOST = 40, ANTWOORD_MOST = 40, PERIODE_MOST = 100 };

/* The statements that read it. tot: what happened at this moment or later has not happened yet; each statement then has
 * :m. 0: as it stands now. */
struct sums_bron {
    struct steward_sql project, perioden, pso, inzet, uren, antwoorden, plaatsingen;
    tijdstip tot;
};
struct version_row {
    inzet_id inzet;
    const char *status;
    int64_t nieuwste, geldend, versie, versie_id;
    kandidaat_id kandidaat;
    struct inzet_invoer in;
    struct uren_deel uren[UREN_MOST];
    struct antwoord antwoorden[ANTWOORD_MOST];
};
struct project_sums_input {
    project_id id;
    regio_id regio;
    datum start, tot;
    tijdstip afgerond; /* 0 = it runs */
    const char *afspraak;
    bool direct, pso_hele;
    geld vast, verlengd;
    struct bouwblokkenset *set;
    size_t n_perioden, n_rows, n_certificaten;
    struct periode_bedrag perioden[PERIODE_MOST];
    struct certificaat certificaten[CERTIFICATEN_MOST];
    const char *treden[CERTIFICATEN_MOST];
    struct version_row *rows;
};
struct obligation {
    geld bruto, korting, netto;
};

/* The statements as it stands now (inzet_sums.c), and of a past moment (inzet_toen_gate.c). */
struct sums_bron sums_bron_nu(void);
struct sums_bron sums_bron_toen(tijdstip tot);
/* NOT_FOUND when there is no such project, or was none then. */
MUST enum result sums_input_read(struct steward *s, struct arena *a, project_id id, const struct sums_bron *bron,
                                 struct project_sums_input *p);
/* The same as it stands now; and only its agreement: project, perioden and certificaten. */
MUST enum result sums_input_nu(struct steward *s, struct arena *a, project_id id, struct project_sums_input *p);
MUST enum result sums_terms_read(struct steward *s, struct arena *a, project_id id, const struct sums_bron *bron,
                                 struct project_sums_input *p);
/* Completes an entry of a person with what the other placements say: what was used of its duration, and of which shares
 * it is one (inzet_anderen_gate.c). Nothing for an entry without a person. */
MUST enum result sums_others_fill(struct steward *s, struct arena *a, const struct sums_bron *bron, regio_id regio,
                                  kandidaat_id kandidaat, inzet_id own, struct inzet_invoer *in);
/* Does this version count, wait, or neither? */
enum telt sums_version_telt(const struct project_sums_input *p, const struct version_row *v);
/* The sums of the inzet whose versions begin at row *i; *i moves on to the next. */
struct sums {
    geld actueel, prognose, ingediend;
};
void sums_entry(struct arena *a, const struct project_sums_input *p, size_t *i, datum today, struct sums *own);
struct obligation sums_obligation(const struct project_sums_input *p);

#endif
