#include "app/project/project_rules.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "app/waardering/waardering_rules.h"

static const char *day(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_strdup(a, s);
}

const char *perioden_oordeel(struct arena *a, size_t n, const struct periode_rij *p, datum start, datum eind, int *nr)
{
    *nr = 0;
    if (n == 0)
        return "Vul minstens één periode in.";
    for (size_t i = 0; i < n; i++) {
        *nr = (int)i;
        if (datum_is_none(p[i].start) || datum_is_none(p[i].eind) || geld_is_none(p[i].bedrag))
            return arena_printf(a, "Vul bij periode %zu de startdatum, de einddatum en het bedrag in.", i + 1);
        if (p[i].eind.dag < p[i].start.dag)
            return arena_printf(a, "De einddatum van periode %zu moet op of na de startdatum liggen.", i + 1);
        if (i > 0 && p[i].start.dag != p[i - 1].eind.dag + 1)
            return arena_printf(a, "Periode %zu moet beginnen op %s, de dag na het einde van de periode ervoor.", i + 1,
                                day(a, datum_plus_days(p[i - 1].eind, 1)));
    }
    *nr = 0;
    if (p[0].start.dag != start.dag)
        return arena_printf(a, "De eerste periode moet beginnen op de startdatum van het project: %s.", day(a, start));
    *nr = (int)n - 1;
    if (p[n - 1].eind.dag != eind.dag)
        return arena_printf(a, "De laatste periode moet eindigen op de einddatum van het project: %s.", day(a, eind));
    return NULL;
}

struct periode_rij periode_van(datum start, datum eind, geld bedrag)
{
    return (struct periode_rij){.start = start,
                                .eind = eind,
                                .bedrag = bedrag,
                                .vastgesteld = GELD_GEEN,
                                .omzet_verwacht = GELD_GEEN,
                                .omzet = GELD_GEEN,
                                .bp = BP_GEEN};
}

bool periode_gelijk(const struct periode_rij *x, const struct periode_rij *y)
{
    return x->start.dag == y->start.dag && x->eind.dag == y->eind.dag && x->bedrag.cent == y->bedrag.cent &&
           x->vastgesteld.cent == y->vastgesteld.cent && x->omzet_verwacht.cent == y->omzet_verwacht.cent &&
           x->omzet.cent == y->omzet.cent && x->bp.bp == y->bp.bp;
}

/* An amount that follows from turnover × percentage. False when somebody typed another one. */
static bool amount_follows(geld *amount, geld turnover, basispunt bp, geld stored)
{
    if (geld_is_none(turnover))
        return true;
    geld product = omzet_verplichting(turnover, bp);
    if (!geld_is_none(*amount) && amount->cent != product.cent && amount->cent != stored.cent)
        return false;
    *amount = product;
    return true;
}

const char *periode_bereken(struct arena *a, struct periode_rij *p, const struct periode_rij *was, size_t nr)
{
    bool turnover = !geld_is_none(p->omzet_verwacht) || !geld_is_none(p->omzet);
    if (bp_is_none(p->bp))
        return turnover
                   ? arena_printf(
                         a,
                         "Vul bij periode %zu ook het SR-percentage in: zonder percentage volgt er geen bedrag uit de omzet.",
                         nr)
                   : NULL;
    if (!turnover)
        return arena_printf(a, "Vul bij periode %zu de verwachte omzet in, of maak het percentage leeg.", nr);
    bool good = amount_follows(&p->bedrag, p->omzet_verwacht, p->bp, was ? was->bedrag : GELD_GEEN) &&
                amount_follows(&p->vastgesteld, p->omzet, p->bp, was ? was->vastgesteld : GELD_GEEN);
    if (good)
        return NULL;
    return arena_printf(
        a,
        "Bij periode %zu volgt het bedrag uit omzet × percentage, maar u vulde een ander bedrag in. Maak het bedrag leeg, of de omzet en het percentage.",
        nr);
}

const char *verlengen_oordeel(struct arena *a, bool verlengbaar, bool goedgekeurd, datum eind, datum today)
{
    datum from = datum_plus_days(eind, -VERLENGEN_DAGEN);
    if (!verlengbaar)
        return "Bij dit project staat niet aangevinkt dat het verlengd mag worden. Dat kunt u wijzigen bij Projectgegevens.";
    if (today.dag < from.dag)
        return arena_printf(a, "Verlengen kan vanaf 90 dagen voor de einddatum: vanaf %s.", day(a, from));
    if (today.dag > eind.dag)
        return arena_printf(a, "De einddatum was %s. Na de einddatum kan een project niet meer worden verlengd.",
                            day(a, eind));
    return goedgekeurd
               ? "De SR verantwoording is al goedgekeurd. De accountmanager kan de goedkeuring intrekken; daarna kunt u verlengen."
               : NULL;
}

/* ---- filters ---- */

/* "2025", "06-2025" or a whole date: its first and last day. */
static bool day_range(const char *s, struct datum_bereik *out)
{
    int64_t year;
    if (strlen(s) == 4 && int_parse(s, &year) && year >= 1900 && year <= 2199) {
        *out = (struct datum_bereik){datum_from_ymd((int)year, 1, 1), datum_from_ymd((int)year, 12, 31)};
        return true;
    }
    int month, y;
    char end;
    if (sscanf(s, "%2d-%4d%c", &month, &y, &end) == 2 && y >= 1900) {
        datum first = datum_from_ymd(y, month, 1);
        if (datum_is_none(first))
            return false;
        *out = (struct datum_bereik){first, datum_plus_days(datum_plus_months(first, 1), -1)};
        return true;
    }
    datum d;
    if (!datum_parse(s, &d))
        return false;
    *out = (struct datum_bereik){d, d};
    return true;
}

/* ">=", "<=", ">", "<" or "" in front; returns what is behind it. */
static const char *comparison(const char *typed, char op[3])
{
    size_t n = 0;
    while (*typed == ' ')
        typed++;
    while (n < 2 && *typed && strchr("<>=", *typed))
        op[n++] = *typed++;
    op[n] = '\0';
    while (*typed == ' ')
        typed++;
    return typed;
}

static bool halves(const char *s, char left[40], char right[40])
{
    const char *dots = strstr(s, "..");
    if (!dots || dots - s >= 40 || strlen(dots + 2) >= 40)
        return false;
    snprintf(left, 40, "%.*s", (int)(dots - s), s);
    snprintf(right, 40, "%s", dots + 2);
    return true;
}

bool filter_datum(const char *typed, struct datum_bereik *out)
{
    char op[3], left[40], right[40];
    const char *s = comparison(typed, op);
    struct datum_bereik r, last;
    *out = (struct datum_bereik){DATUM_GEEN, DATUM_GEEN};
    if (!*op && halves(s, left, right)) {
        if (!day_range(left, &r) || !day_range(right, &last))
            return false;
        *out = (struct datum_bereik){r.van, last.tm};
        return true;
    }
    if (!day_range(s, &r))
        return false;
    if (strcmp(op, ">=") == 0)
        out->van = r.van;
    else if (strcmp(op, ">") == 0)
        out->van = datum_plus_days(r.tm, 1);
    else if (strcmp(op, "<=") == 0)
        out->tm = r.tm;
    else if (strcmp(op, "<") == 0)
        out->tm = datum_plus_days(r.van, -1);
    else if (!*op || strcmp(op, "=") == 0)
        *out = r;
    else
        return false;
    return true;
}

bool filter_geld(const char *typed, struct geld_bereik *out)
{
    char op[3], left[40], right[40];
    const char *s = comparison(typed, op);
    geld g;
    *out = (struct geld_bereik){GELD_GEEN, GELD_GEEN};
    if (!*op && halves(s, left, right))
        return geld_parse(left, &out->van) == PARSE_OK && geld_parse(right, &out->tm) == PARSE_OK;
    if (geld_parse(s, &g) != PARSE_OK)
        return false;
    if (strcmp(op, ">=") == 0)
        out->van = g;
    else if (strcmp(op, ">") == 0)
        out->van.cent = g.cent + 1;
    else if (strcmp(op, "<=") == 0)
        out->tm = g;
    else if (strcmp(op, "<") == 0)
        out->tm.cent = g.cent - 1;
    else if (!*op || strcmp(op, "=") == 0)
        *out =
            (struct geld_bereik){g, {g.cent % 100 == 0 ? g.cent + 99 : g.cent}}; /* whole euros find their cents too */
    else
        return false;
    return true;
}
