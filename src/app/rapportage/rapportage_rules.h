/* app/rapportage/rapportage_rules.h: the reports as data, and what a reader may ask of them: filter, sort, total,
 * group. Pure. */
#ifndef RAPPORTAGE_RULES_H
#define RAPPORTAGE_RULES_H

#include "app/layout.h"
#include "core/arena.h"
#include "core/values.h"

/* One line of a report: a project, or an inzet with its project. What does not belong to it is NULL or …_GEEN. */
struct rapport_feit {
    project_id project;
    inzet_id inzet;
    kandidaat_id kandidaat;
    const char *naam, *opdrachtgever, *opdrachtnemer, *plaats, *sector, *afspraak, *voortgang, *staat, *projectgroep,
        *kvk, *methodiek;
    const char *soort, *blok, *klasse, *overeenkomst, *status, *leverancier, *nummer, *oordeel, *maatregel;
    datum start, eind, afgewikkeld;
    uren week, uren;
    geld bruto, korting, netto, bedrag, actueel, prognose, ingediend, tekort;
};

enum kolom_soort { KOLOM_TEKST, KOLOM_DATUM, KOLOM_GELD, KOLOM_UREN, KOLOM_KANDIDAAT };
struct kolom {
    const char *key, *label;
    enum kolom_soort soort;
    size_t plek;
    int breedte;
    bool som;
    bool alleen_excel;
};
struct rapport {
    const char *titel, *wat, *pad, *excel; /* wat: "projecten", counted in the total */
    const char *const *soorten;            /* kinds of inzet, ends with NULL; NULL = one line per project */
    const struct kolom *kolommen;
    size_t n_kolommen;
    const char *const *groepen; /* keys of columns, ends with NULL; a date groups by its year */
};
enum { KOLOMMEN_MOST = 24, GROEPEN_MOST = 12 };
extern const struct rapport rapport_projecten, rapport_kandidaten, rapport_kosten;

struct rapport_tabel {
    const struct rapport *rapport;
    size_t n, ruimte;
    struct rapport_feit *feiten;
    size_t n_gekozen;
    size_t *gekozen;            /* places in feiten, in the order asked */
    int64_t som[KOLOMMEN_MOST]; /* of what is chosen, per column with som */
};

const struct kolom *rapport_kolom(const struct rapport *p, const char *key); /* NULL when there is none */
/* The columns of the page as list columns. Returns how many. */
size_t rapport_lijst(const struct rapport *p, struct list_column out[KOLOMMEN_MOST]);
/* A filter that is not understood is not applied; the page says so. */
bool filter_begrepen(const struct kolom *k, const char *typed);
/* Applies filters and order, adds up. */
void rapport_kies(struct arena *a, struct rapport_tabel *t, const struct list_query *q);
/* The cell as the page shows it; "" for none. In the arena. */
const char *cel_tekst(struct arena *a, const struct kolom *k, const struct rapport_feit *f);
const char *cel_woord(const struct kolom *k, const struct rapport_feit *f); /* of KOLOM_TEKST; "" for none */
datum cel_datum(const struct kolom *k, const struct rapport_feit *f);
geld cel_geld(const struct kolom *k, const struct rapport_feit *f);
uren cel_uren(const struct kolom *k, const struct rapport_feit *f);

/* What is chosen, added up per value of one column: the largest first, what is beyond GROEPEN_MOST together in the
 * last. The sums of the groups are the sums of the table. */
struct groep {
    const char *label;
    int64_t aantal, som[KOLOMMEN_MOST];
};
size_t rapport_groepeer(struct arena *a, const struct rapport_tabel *t, const struct kolom *k,
                        struct groep out[GROEPEN_MOST + 1]);

#endif
