#include "app/rapportage/rapportage_rules.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "app/project/project_rules.h"

#define F(member) offsetof(struct rapport_feit, member)

static const struct kolom projecten[] = {
    {"naam", "Projectnaam", KOLOM_TEKST, F(naam), 36, false, false},
    {"opdrachtnemer", "Opdrachtnemer", KOLOM_TEKST, F(opdrachtnemer), 28, false, false},
    {"opdrachtgever", "Opdrachtgever", KOLOM_TEKST, F(opdrachtgever), 28, false, false},
    {"plaats", "Plaats", KOLOM_TEKST, F(plaats), 16, false, false},
    {"sector", "Sector", KOLOM_TEKST, F(sector), 22, false, false},
    {"start", "Startdatum", KOLOM_DATUM, F(start), 12, false, false},
    {"eind", "Einddatum", KOLOM_DATUM, F(eind), 12, false, false},
    {"staat", "Stand", KOLOM_TEKST, F(staat), 12, false, false},
    {"verplichting", "SR verplichting", KOLOM_GELD, F(netto), 16, true, false},
    {"actueel", "SR actueel", KOLOM_GELD, F(actueel), 16, true, false},
    {"prognose", "SR prognose", KOLOM_GELD, F(prognose), 16, true, false},
    {"voortgang", "Voortgang", KOLOM_TEKST, F(voortgang), 14, false, false},
    {"oordeel", "Eindoordeel", KOLOM_TEKST, F(oordeel), 22, false, false},
    {"tekort", "Tekort", KOLOM_GELD, F(tekort), 16, true, false},
    {"maatregel", "Maatregel", KOLOM_TEKST, F(maatregel), 26, false, true},
    {"afgewikkeld", "Afgewikkeld op", KOLOM_DATUM, F(afgewikkeld), 14, false, true},
    {"afspraak", "Contractafspraak", KOLOM_TEKST, F(afspraak), 22, false, true},
    {"projectgroep", "Projectgroep", KOLOM_TEKST, F(projectgroep), 20, false, true},
    {"kvk", "KvK", KOLOM_TEKST, F(kvk), 12, false, true},
    {"methodiek", "Methodiek", KOLOM_TEKST, F(methodiek), 24, false, true},
    {"bruto", "SR verplichting bruto", KOLOM_GELD, F(bruto), 16, true, true},
    {"korting", "PSO-korting", KOLOM_GELD, F(korting), 16, true, true},
    {"ingediend", "Nog te beoordelen", KOLOM_GELD, F(ingediend), 16, true, true},
};
static const struct kolom kandidaten[] = {
    {"kandidaat", "Kandidaat", KOLOM_KANDIDAAT, F(kandidaat), 12, false, false},
    {"doelgroep", "Doelgroep", KOLOM_TEKST, F(blok), 36, false, false},
    {"klasse", "Leeftijd", KOLOM_TEKST, F(klasse), 10, false, false},
    {"overeenkomst", "Overeenkomst", KOLOM_TEKST, F(overeenkomst), 22, false, false},
    {"start", "Van", KOLOM_DATUM, F(start), 12, false, false},
    {"eind", "Tot en met", KOLOM_DATUM, F(eind), 12, false, false},
    {"week", "Uren per week", KOLOM_UREN, F(week), 10, false, false},
    {"project", "Project", KOLOM_TEKST, F(naam), 36, false, false},
    {"opdrachtnemer", "Opdrachtnemer", KOLOM_TEKST, F(opdrachtnemer), 28, false, false},
    {"status", "Status", KOLOM_TEKST, F(status), 14, false, false},
    {"actueel", "SR actueel", KOLOM_GELD, F(actueel), 16, true, false},
    {"prognose", "SR prognose", KOLOM_GELD, F(prognose), 16, true, false},
    {"ingediend", "Nog te beoordelen", KOLOM_GELD, F(ingediend), 16, true, false},
    {"opdrachtgever", "Opdrachtgever", KOLOM_TEKST, F(opdrachtgever), 28, false, true},
    {"plaats", "Plaats project", KOLOM_TEKST, F(plaats), 16, false, true},
    {"sector", "Sector", KOLOM_TEKST, F(sector), 22, false, true},
};
static const struct kolom kosten[] = {
    {"soort", "Soort", KOLOM_TEKST, F(soort), 20, false, false},
    {"omschrijving", "Waarvoor", KOLOM_TEKST, F(blok), 34, false, false},
    {"leverancier", "Leverancier", KOLOM_TEKST, F(leverancier), 28, false, false},
    {"nummer", "Factuurnummer", KOLOM_TEKST, F(nummer), 16, false, false},
    {"start", "Datum", KOLOM_DATUM, F(start), 12, false, false},
    {"bedrag", "Bedrag", KOLOM_GELD, F(bedrag), 16, true, false},
    {"uren", "Uren", KOLOM_UREN, F(uren), 10, false, false},
    {"project", "Project", KOLOM_TEKST, F(naam), 36, false, false},
    {"opdrachtnemer", "Opdrachtnemer", KOLOM_TEKST, F(opdrachtnemer), 28, false, false},
    {"status", "Status", KOLOM_TEKST, F(status), 14, false, false},
    {"actueel", "SR actueel", KOLOM_GELD, F(actueel), 16, true, false},
    {"prognose", "SR prognose", KOLOM_GELD, F(prognose), 16, true, false},
    {"ingediend", "Nog te beoordelen", KOLOM_GELD, F(ingediend), 16, true, false},
    {"eind", "Tot en met", KOLOM_DATUM, F(eind), 12, false, true},
    {"opdrachtgever", "Opdrachtgever", KOLOM_TEKST, F(opdrachtgever), 28, false, true},
    {"plaats", "Plaats project", KOLOM_TEKST, F(plaats), 16, false, true},
    {"sector", "Sector", KOLOM_TEKST, F(sector), 22, false, true},
};
static const char *const kandidaat_soort[] = {"kandidaat", NULL}, *const kosten_soorten[] = {"inkoop", "activiteit",
                                                                                             "fonds", NULL};
static const char *const projecten_groepen[] = {"opdrachtgever", "opdrachtnemer", "sector", "plaats", "afspraak",
                                                "voortgang",     "oordeel",       "staat",  "start",  NULL};
static const char *const kandidaten_groepen[] = {
    "doelgroep", "klasse", "overeenkomst", "project", "opdrachtnemer", "opdrachtgever", "sector",
    "plaats",    "status", "start",        NULL};
static const char *const kosten_groepen[] = {"soort",         "omschrijving",  "leverancier", "project",
                                             "opdrachtnemer", "opdrachtgever", "sector",      "plaats",
                                             "status",        "start",         NULL};
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
const struct rapport rapport_projecten = {
    "Rapportage: projecten", "projecten",      "/rapportage/projecten", "/rapportage/projecten/excel", NULL, projecten,
    COUNT(projecten),        projecten_groepen};
const struct rapport rapport_kandidaten = {
    "Rapportage: kandidaten", "overeenkomsten", "/rapportage/kandidaten", "/rapportage/kandidaten/excel",
    kandidaat_soort,          kandidaten,       COUNT(kandidaten),        kandidaten_groepen};
const struct rapport rapport_kosten = {"Rapportage: kosten", "posten", "/rapportage/kosten", "/rapportage/kosten/excel",
                                       kosten_soorten,       kosten,   COUNT(kosten),        kosten_groepen};
_Static_assert(COUNT(projecten) <= KOLOMMEN_MOST && COUNT(kandidaten) <= KOLOMMEN_MOST &&
                   COUNT(kosten) <= KOLOMMEN_MOST,
               "columns");

const struct kolom *rapport_kolom(const struct rapport *p, const char *key)
{
    for (size_t i = 0; i < p->n_kolommen; i++)
        if (strcmp(p->kolommen[i].key, key) == 0)
            return &p->kolommen[i];
    return NULL;
}

size_t rapport_lijst(const struct rapport *p, struct list_column out[KOLOMMEN_MOST])
{
    static const char *const hints[] = {[KOLOM_TEKST] = "Een deel van de tekst",
                                        [KOLOM_DATUM] = "Bijvoorbeeld 2025, 06-2025, >=01-07-2025 of 01-2025..06-2025",
                                        [KOLOM_GELD] = "Bijvoorbeeld >=10000 of 10.000..20.000",
                                        [KOLOM_UREN] = "Bijvoorbeeld 32 of >=24",
                                        [KOLOM_KANDIDAAT] = "Bijvoorbeeld K-000123"};
    size_t n = 0;
    for (size_t i = 0; i < p->n_kolommen; i++) {
        const struct kolom *k = &p->kolommen[i];
        if (!k->alleen_excel)
            out[n++] = (struct list_column){.key = k->key,
                                            .label = k->label,
                                            .numeric = k->soort == KOLOM_GELD || k->soort == KOLOM_UREN,
                                            .filter_hint = hints[k->soort]};
    }
    return n;
}

/* ---- cells ---- */

#define CELL(type) (*(const type *)(const void *)((const char *)f + k->plek))

const char *cel_woord(const struct kolom *k, const struct rapport_feit *f)
{
    const char *s = CELL(char *const);
    return s ? s : "";
}

datum cel_datum(const struct kolom *k, const struct rapport_feit *f)
{
    return CELL(datum);
}

geld cel_geld(const struct kolom *k, const struct rapport_feit *f)
{
    return CELL(geld);
}

uren cel_uren(const struct kolom *k, const struct rapport_feit *f)
{
    return CELL(uren);
}

const char *cel_tekst(struct arena *a, const struct kolom *k, const struct rapport_feit *f)
{
    char s[48] = "";
    switch (k->soort) {
    case KOLOM_TEKST:
        return cel_woord(k, f);
    case KOLOM_DATUM:
        datum_to_text(cel_datum(k, f), s);
        break;
    case KOLOM_GELD:
        geld_to_text(cel_geld(k, f), s, sizeof(s));
        break;
    case KOLOM_UREN:
        uren_to_text(cel_uren(k, f), s, sizeof(s));
        break;
    case KOLOM_KANDIDAAT:
        kandidaat_to_text(CELL(kandidaat_id), s, sizeof(s));
        break;
    }
    return arena_strdup(a, s);
}

/* What a column is sorted by when it is no text. */
static int64_t cel_getal(const struct kolom *k, const struct rapport_feit *f)
{
    return k->soort == KOLOM_DATUM  ? cel_datum(k, f).dag
           : k->soort == KOLOM_GELD ? cel_geld(k, f).cent
           : k->soort == KOLOM_UREN ? cel_uren(k, f).honderdste
                                    : CELL(kandidaat_id).id;
}

/* ---- filters ---- */

struct eis {
    const struct kolom *kolom;
    const char *tekst;
    struct datum_bereik dagen;
    struct geld_bereik geld;
};

static bool eis_lees(struct arena *a, const struct kolom *k, const char *typed, struct eis *out)
{
    *out = (struct eis){.kolom = k};
    if (k->soort == KOLOM_DATUM)
        return filter_datum(typed, &out->dagen);
    if (k->soort == KOLOM_GELD || k->soort == KOLOM_UREN) /* hours are hundredths as money is cents */
        return filter_geld(typed, &out->geld);
    out->tekst = a ? text_fold(a, typed) : "";
    return true;
}

bool filter_begrepen(const struct kolom *k, const char *typed)
{
    struct eis e;
    return eis_lees(NULL, k, typed, &e);
}

static bool voldoet(struct arena *a, const struct eis *e, const struct rapport_feit *f)
{
    const struct kolom *k = e->kolom;
    if (k->soort == KOLOM_DATUM) {
        datum d = cel_datum(k, f);
        return !datum_is_none(d) && (datum_is_none(e->dagen.van) || d.dag >= e->dagen.van.dag) &&
               (datum_is_none(e->dagen.tm) || d.dag <= e->dagen.tm.dag);
    }
    if (k->soort == KOLOM_GELD || k->soort == KOLOM_UREN) {
        geld g = k->soort == KOLOM_GELD         ? cel_geld(k, f)
                 : uren_is_none(cel_uren(k, f)) ? GELD_GEEN
                                                : (geld){cel_uren(k, f).honderdste};
        return !geld_is_none(g) && (geld_is_none(e->geld.van) || g.cent >= e->geld.van.cent) &&
               (geld_is_none(e->geld.tm) || g.cent <= e->geld.tm.cent);
    }
    return strstr(text_fold(a, cel_tekst(a, k, f)), e->tekst) != NULL;
}

static bool past(struct arena *a, size_t n, const struct eis *eisen, const struct rapport_feit *f)
{
    for (size_t i = 0; i < n; i++)
        if (!voldoet(a, &eisen[i], f))
            return false;
    return true;
}

/* ---- order and sums ---- */

struct sleutel {
    const char *tekst;
    int64_t getal, inzet;
    size_t plek;
};

static int volgorde(const void *x, const void *y, void *aflopend)
{
    const struct sleutel *p = x, *q = y;
    int c = p->tekst ? strcmp(p->tekst, q->tekst) : (p->getal > q->getal) - (p->getal < q->getal);
    if (*(const bool *)aflopend)
        c = -c;
    c = c ? c
          : (p->inzet > q->inzet) -
                (p->inzet < q->inzet); /* what is equal stands the same today and as on a past day */
    return c ? c : (p->plek > q->plek) - (p->plek < q->plek);
}

void rapport_kies(struct arena *a, struct rapport_tabel *t, const struct list_query *q)
{
    struct eis eisen[KOLOMMEN_MOST];
    size_t n_eisen = 0;
    for (size_t i = 0; i < q->n_filters; i++) {
        const struct kolom *k = rapport_kolom(t->rapport, q->filters[i].name);
        if (k && n_eisen < KOLOMMEN_MOST && eis_lees(a, k, q->filters[i].value, &eisen[n_eisen]))
            n_eisen++;
    }
    const struct kolom *by = rapport_kolom(t->rapport, q->order.column);
    by = by ? by : &t->rapport->kolommen[0];
    struct sleutel *sleutels = ARENA_ARRAY(a, struct sleutel, t->n + 1);
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++)
        if (past(a, n_eisen, eisen, &t->feiten[i]))
            sleutels[n++] =
                (struct sleutel){by->soort == KOLOM_TEKST ? text_fold(a, cel_woord(by, &t->feiten[i])) : NULL,
                                 by->soort == KOLOM_TEKST ? 0 : cel_getal(by, &t->feiten[i]), t->feiten[i].inzet.id, i};
    bool aflopend = q->order.descending;
    qsort_r(sleutels, n, sizeof(*sleutels), volgorde, &aflopend);
    t->gekozen = ARENA_ARRAY(a, size_t, n + 1);
    t->n_gekozen = n;
    memset(t->som, 0, sizeof(t->som));
    for (size_t i = 0; i < n; i++) {
        t->gekozen[i] = sleutels[i].plek;
        for (size_t k = 0; k < t->rapport->n_kolommen; k++) {
            const struct kolom *kolom = &t->rapport->kolommen[k];
            geld g = kolom->som ? cel_geld(kolom, &t->feiten[sleutels[i].plek]) : GELD_GEEN;
            t->som[k] += geld_is_none(g) ? 0 : g.cent;
        }
    }
}

/* ---- groups ---- */

static const char *groep_label(struct arena *a, const struct kolom *k, const struct rapport_feit *f)
{
    if (k->soort != KOLOM_DATUM)
        return k->soort == KOLOM_TEKST && *cel_woord(k, f) ? cel_woord(k, f)
               : k->soort == KOLOM_TEKST                   ? "(leeg)"
                                                           : cel_tekst(a, k, f);
    int year, month, day;
    if (datum_is_none(cel_datum(k, f)))
        return "(leeg)";
    datum_to_ymd(cel_datum(k, f), &year, &month, &day);
    return arena_printf(a, "%d", year);
}

static int by_label(const void *x, const void *y)
{
    const struct sleutel *p = x, *q = y;
    int c = strcmp(p->tekst, q->tekst);
    return c ? c : (p->plek > q->plek) - (p->plek < q->plek);
}

/* By the first amount that is added up of what is accounted: actueel; equal ones by name. */
struct by_sum {
    size_t kolom;
};
static int by_size(const void *x, const void *y, void *which)
{
    const struct groep *p = x, *q = y;
    size_t k = ((const struct by_sum *)which)->kolom;
    int c = (q->som[k] > p->som[k]) - (q->som[k] < p->som[k]);
    return c ? c : strcmp(p->label, q->label);
}

static void groep_add(struct groep *g, const struct groep *other)
{
    g->aantal += other->aantal;
    for (size_t k = 0; k < KOLOMMEN_MOST; k++)
        g->som[k] += other->som[k];
}

static struct groep *groepen_maken(struct arena *a, const struct rapport_tabel *t, const struct kolom *k, size_t *n)
{
    struct sleutel *labels = ARENA_ARRAY(a, struct sleutel, t->n_gekozen + 1);
    for (size_t i = 0; i < t->n_gekozen; i++)
        labels[i] = (struct sleutel){.tekst = groep_label(a, k, &t->feiten[t->gekozen[i]]), .plek = t->gekozen[i]};
    qsort(labels, t->n_gekozen, sizeof(*labels), by_label);
    size_t different = 0;
    for (size_t i = 0; i < t->n_gekozen; i++)
        different += i == 0 || strcmp(labels[i].tekst, labels[i - 1].tekst) != 0;
    struct groep *all = ARENA_ARRAY(a, struct groep, different + 1);
    *n = 0;
    for (size_t i = 0; i < t->n_gekozen; i++) {
        if (i == 0 || strcmp(labels[i].tekst, labels[i - 1].tekst) != 0)
            all[(*n)++].label = labels[i].tekst;
        struct groep *g = &all[*n - 1];
        g->aantal++;
        for (size_t c = 0; c < t->rapport->n_kolommen; c++) {
            const struct kolom *kolom = &t->rapport->kolommen[c];
            geld amount = kolom->som ? cel_geld(kolom, &t->feiten[labels[i].plek]) : GELD_GEEN;
            g->som[c] += geld_is_none(amount) ? 0 : amount.cent;
        }
    }
    return all;
}

size_t rapport_groepeer(struct arena *a, const struct rapport_tabel *t, const struct kolom *k,
                        struct groep out[GROEPEN_MOST + 1])
{
    size_t n;
    struct groep *all = groepen_maken(a, t, k, &n);
    struct by_sum which = {(size_t)(rapport_kolom(t->rapport, "actueel") - t->rapport->kolommen)};
    if (k->soort != KOLOM_DATUM)
        qsort_r(all, n, sizeof(*all), by_size, &which);
    size_t shown = n <= GROEPEN_MOST ? n : GROEPEN_MOST;
    memcpy(out, all, shown * sizeof(*all));
    if (n > shown) {
        out[shown] = (struct groep){.label = arena_printf(a, "overige (%zu)", n - shown)};
        for (size_t i = shown; i < n; i++)
            groep_add(&out[shown], &all[i]);
        shown++;
    }
    return shown;
}
