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

/* The highest discount on one day. */
static int on_day(datum d, size_t n, const struct certificaat *c)
{
    int best = 0;
    for (size_t i = 0; i < n; i++)
        if (c[i].van.dag <= d.dag && d.dag < c[i].tot.dag && c[i].korting.bp > best)
            best = c[i].korting.bp;
    return best;
}

geld verplichting_korting(geld bruto, datum van, datum tot, size_t n, const struct certificaat *c, bool hele_looptijd)
{
    int64_t days = tot.dag - van.dag, weighted = 0;
    if (geld_is_none(bruto) || days <= 0)
        return (geld){0};
    for (size_t i = 0; hele_looptijd && i < n; i++) {
        bool whole = c[i].van.dag <= van.dag && c[i].tot.dag >= tot.dag;
        if (whole && c[i].korting.bp * days > weighted)
            weighted = c[i].korting.bp * days;
    }
    for (datum d = van; !hele_looptijd && n > 0 && d.dag < tot.dag; d.dag++)
        weighted += on_day(d, n, c);
    /* bruto · weighted / (10000 · days), half up, the whole part first so that it cannot overflow */
    int64_t D = 10000 * days, whole = bruto.cent / D, rest = bruto.cent % D;
    int64_t korting = whole * weighted + (rest * weighted + D / 2) / D; /* rest, weighted <= D < 1.5·10^8 in 40 years */
    return (geld){korting < bruto.cent ? korting : bruto.cent};
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
