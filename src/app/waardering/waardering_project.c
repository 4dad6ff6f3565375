/* app/waardering/waardering_project.c: the obligation of a project, what may be expected of it by now, and the signal.
 */
#include <string.h>

#include "app/waardering/waardering_rules.h"

/* cent · part / days to whole euros, half up, never above cent. cent is below 10^15 (geld_parse), days at most 110,000:
 * it splits the euros first. */
static int64_t whole_euros(int64_t cent, int64_t part, int64_t days)
{
    int64_t D = 100 * days, q = cent / D, r = cent % D;
    int64_t reached = (q * part + (2 * r * part + D) / (2 * D)) * 100;
    return reached < cent ? reached : cent / 100 * 100;
}

size_t periode_verdeel(datum van, datum tot, geld totaal, struct periode_deel *out, size_t room)
{
    int64_t days = tot.dag - van.dag, given = 0;
    size_t n = 0;
    if (days <= 0 || room == 0)
        return 0;
    for (datum begin = van; begin.dag < tot.dag && n < room; n++) {
        datum end = datum_plus_months(van, 12 * ((int32_t)n + 1));
        if (end.dag > tot.dag || n + 1 == room)
            end = tot;
        int64_t reached = end.dag == tot.dag ? totaal.cent : whole_euros(totaal.cent, end.dag - van.dag, days);
        out[n] = (struct periode_deel){begin, end, {reached - given}};
        given = reached;
        begin = end;
    }
    return n;
}

geld omzet_verplichting(geld omzet, basispunt bp)
{
    return (geld){deel_half_up(bp.bp, omzet.cent, 10000)};
}

geld verplichting_bruto(const char *afspraak, geld vast, size_t n, const struct periode_bedrag *perioden,
                        geld verlengingen)
{
    if (strcmp(afspraak, "inspanningsverplichting") == 0)
        return GELD_GEEN;
    if (strcmp(afspraak, "raamovereenkomst") != 0)
        return (geld){(geld_is_none(vast) ? 0 : vast.cent) + (geld_is_none(verlengingen) ? 0 : verlengingen.cent)};
    geld sum = {0};
    for (size_t i = 0; i < n; i++)
        sum.cent += geld_is_none(perioden[i].vastgesteld) ? perioden[i].geschat.cent : perioden[i].vastgesteld.cent;
    return sum;
}

/* Which certificate counts on one day: of the highest discount the last named. -1 when none holds. */
static int on_day(datum d, size_t n, const struct certificaat *c)
{
    int best = -1;
    for (size_t i = 0; i < n; i++)
        if (c[i].van.dag <= d.dag && d.dag < c[i].tot.dag && (best < 0 || c[i].korting.bp >= c[best].korting.bp))
            best = (int)i;
    return best;
}

/* bruto · weighted / (10000 · days), half up, at most bruto; the whole part first so that it cannot overflow:
 * rest and weighted stay below D < 1.5·10^8 in 40 years. */
static int64_t discount(geld bruto, int64_t weighted, int64_t days)
{
    int64_t D = 10000 * days, whole = bruto.cent / D, rest = bruto.cent % D;
    int64_t korting = whole * weighted + (rest * weighted + D / 2) / D;
    return korting < bruto.cent ? korting : bruto.cent;
}

size_t verplichting_korting_regels(geld bruto, datum van, datum tot, size_t n, const struct certificaat *c,
                                   bool hele_looptijd, struct korting_regel *out, size_t room)
{
    int64_t days = tot.dag - van.dag, weighted = 0, given = 0, covered = 0;
    size_t lines = 0;
    if (geld_is_none(bruto) || days <= 0 || n == 0 || room == 0)
        return 0;
    for (datum d = van; d.dag < tot.dag; d.dag++) {
        int best = on_day(d, n, c);
        if (best < 0)
            continue;
        struct korting_regel *last = lines > 0 ? &out[lines - 1] : NULL;
        if (!last || last->certificaat != (size_t)best || last->tot.dag != d.dag) {
            if (lines == room)
                break;
            last = &out[lines++];
            *last = (struct korting_regel){(size_t)best, d, d, c[best].korting, {0}};
        }
        last->tot = datum_plus_days(d, 1);
        covered++;
    }
    if (hele_looptijd && covered < days)
        return 0;
    for (size_t i = 0; i < lines; i++) { /* the sum is rounded, once; a line is what it adds to the lines before it */
        weighted += (int64_t)out[i].korting.bp * (out[i].tot.dag - out[i].van.dag);
        int64_t reached = discount(bruto, weighted, days);
        out[i].bedrag.cent = reached - given;
        given = reached;
    }
    return lines;
}

geld verplichting_korting(geld bruto, datum van, datum tot, size_t n, const struct certificaat *c, bool hele_looptijd)
{
    struct korting_regel regels[KORTING_REGELS_MOST];
    size_t lines = verplichting_korting_regels(bruto, van, tot, n, c, hele_looptijd, regels, KORTING_REGELS_MOST);
    geld sum = {0};
    for (size_t i = 0; i < lines; i++)
        sum.cent += regels[i].bedrag.cent;
    return sum;
}

int percent_bp(geld waarde, geld netto)
{
    if (geld_is_none(netto) || netto.cent <= 0)
        return -1;
    int64_t whole = waarde.cent / netto.cent, rest = waarde.cent % netto.cent;
    if (whole > 1000)
        return 10000000;
    return (int)(whole * 10000 + rest * 10000 / netto.cent);
}

geld verwacht(geld netto, datum van, datum tot, datum T)
{
    int64_t days = tot.dag - van.dag, gone = T.dag - van.dag;
    if (geld_is_none(netto) || days <= 0 || gone <= 0)
        return (geld){0};
    if (gone > days)
        gone = days;
    return (geld){netto.cent / days * gone + netto.cent % days * gone / days};
}

enum signaal project_signaal(geld netto, geld actueel, geld prognose, geld nu)
{
    if (geld_is_none(netto))
        return SIGNAAL_GEEN;
    if (actueel.cent >= netto.cent)
        return SIGNAAL_VOLDAAN;
    if (prognose.cent >= netto.cent)
        return SIGNAAL_OP_KOERS;
    return actueel.cent * 4 >= nu.cent * 3 ? SIGNAAL_LET_OP : SIGNAAL_ACHTER;
}

const char *signaal_code(enum signaal s)
{
    static const char *const codes[] = {NULL, "voldaan", "op_koers", "let_op", "loopt_achter"};
    return codes[s];
}

enum telt inzet_telt(const char *status, bool direct, const struct bouwblok *blok)
{
    if (strcmp(status, "goedgekeurd") == 0)
        return TELT_MEE;
    if (strcmp(status, "ingediend") != 0)
        return TELT_NIET;
    return direct && blok->eenheid != BEDRAG ? TELT_MEE : TELT_ALS_INGEDIEND;
}

struct nog_nodig project_nog_nodig(geld netto, geld prognose, geld per_plaatsing, geld per_uur)
{
    struct nog_nodig n = {.tekort = {0}};
    if (geld_is_none(netto) || prognose.cent >= netto.cent)
        return n;
    n.tekort.cent = netto.cent - prognose.cent;
    /* rounded up: what is named must suffice */
    if (per_plaatsing.cent > 0)
        n.plaatsingen_bp = (n.tekort.cent * 100 + per_plaatsing.cent - 1) / per_plaatsing.cent * 100;
    if (per_uur.cent > 0)
        n.uren_honderdste = (n.tekort.cent * 100 + per_uur.cent - 1) / per_uur.cent;
    return n;
}
