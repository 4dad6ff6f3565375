/* app/waardering/waardering_window.c: from which day to which day an entry counts, and where the counting duration of a
 * person is used up.
 *
 * The duration is the person's, not the placement's: KALENDER runs from the first day of the chain of placements,
 * GEPLAATST counts each placed day once, FTE adds up what all placements weigh (hours / fte, times the share of a
 * divided placement). A gap of onderbreking_mnd or more begins a new chain.
 *
 * Bounds: dates are 1900..2199, so one placement weighs at most 3600 months · Q_MAAND · 16800 hundredths · 10000 bp
 * = 2.3·10^17. The room is at most 600 · Q_MAAND · 16800 · 10000 = 3.9·10^16, and adding stops as soon as it is
 * reached: never above 2.7·10^17 < 9.2·10^18. */
#include "app/waardering/waardering_window.h"

#include <stdlib.h>
#include <string.h>

datum datum_earliest(datum a, datum b)
{
    if (datum_is_none(a))
        return b;
    return !datum_is_none(b) && b.dag < a.dag ? b : a;
}

datum datum_latest(datum a, datum b)
{
    if (datum_is_none(a))
        return b;
    return !datum_is_none(b) && b.dag > a.dag ? b : a;
}

/* ---- the chain ---- */

enum { UREN_MOST = 64, NEVER_DAYS = 36525 };

struct schakel {
    datum begin; /* what its months are measured from */
    datum van, tot;
    int64_t weight;
};
struct chain {
    datum first;
    size_t n;
    struct schakel list[PLAATSINGEN_MOST + UREN_MOST];
};

static int by_van(const void *a, const void *b)
{
    const struct schakel *x = a, *y = b;
    return x->van.dag < y->van.dag ? -1 : x->van.dag > y->van.dag;
}

static int64_t weight(const struct inzet_invoer *in, uren week, basispunt aandeel)
{
    int fte = in->set->fte.honderdste;
    if (in->set->cap_basis != CAP_FTE)
        return 1;
    int64_t h = uren_is_none(week) || week.honderdste > fte ? fte : week.honderdste;
    return h * (bp_is_none(aandeel) || aandeel.bp > 10000 ? 10000 : aandeel.bp);
}

/* What the person did before this start, in order. For days and calendar what lies after the start adds nothing: this
 * placement itself is there. */
static void chain_before(const struct inzet_invoer *in, struct chain *c)
{
    bool clip = in->set->cap_basis != CAP_FTE;
    for (size_t i = 0; i < in->n_eerder && c->n < PLAATSINGEN_MOST; i++) {
        const struct plaatsing *p = &in->eerder[i];
        if (p->van.dag >= in->start.dag)
            continue;
        datum tot = clip ? datum_earliest(p->tot, in->start) : p->tot;
        datum begin = datum_is_none(p->begin) ? p->van : p->begin;
        if (datum_is_none(tot))
            tot = datum_plus_days(in->start, NEVER_DAYS);
        if (tot.dag > p->van.dag)
            c->list[c->n++] = (struct schakel){begin, p->van, tot, weight(in, p->week, p->aandeel)};
    }
    qsort(c->list, c->n, sizeof(c->list[0]), by_van);
}

/* A gap begins a new chain when it lasts onderbreking_mnd or more; placements that join or overlap never do. */
static bool gap_restarts(const struct inzet_invoer *in, datum reached, datum van)
{
    return reached.dag < van.dag && datum_plus_months(reached, in->set->onderbreking_mnd).dag <= van.dag;
}

/* Leaves in the chain only what is connected with this start. */
static void chain_cut(const struct inzet_invoer *in, struct chain *c)
{
    size_t from = 0;
    datum reached = DATUM_GEEN;
    for (size_t i = 0; i < c->n; i++) {
        if (!datum_is_none(reached) && gap_restarts(in, reached, c->list[i].van))
            from = i;
        reached = datum_latest(reached, c->list[i].tot);
    }
    if (c->n > 0 && gap_restarts(in, reached, in->start))
        from = c->n;
    c->n -= from;
    memmove(c->list, c->list + from, c->n * sizeof(c->list[0]));
    c->first = c->n > 0 ? c->list[0].van : in->start;
}

/* This placement by its dated hours (as if it had no end: the question is where counting ends), and, by FTE, the others
 * that began later. */
static void chain_own(const struct inzet_invoer *in, struct chain *c)
{
    datum never = datum_plus_days(in->start, NEVER_DAYS);
    size_t n = in->n_uren == 0 ? 1 : in->n_uren < UREN_MOST ? in->n_uren : UREN_MOST;
    for (size_t i = 0; i < n; i++) {
        datum van = i == 0 ? in->start : in->uren[i].vanaf, tot = i + 1 < n ? in->uren[i + 1].vanaf : never;
        uren week = in->n_uren == 0 ? UREN_GEEN : in->uren[i].week;
        if (tot.dag > van.dag)
            c->list[c->n++] = (struct schakel){in->start, van, tot, weight(in, week, in->aandeel)};
    }
    for (size_t i = 0; in->set->cap_basis == CAP_FTE && i < in->n_eerder && c->n < PLAATSINGEN_MOST + UREN_MOST; i++) {
        const struct plaatsing *p = &in->eerder[i];
        datum tot = datum_is_none(p->tot) ? never : p->tot;
        if (p->van.dag >= in->start.dag && tot.dag > p->van.dag)
            c->list[c->n++] = (struct schakel){datum_is_none(p->begin) ? p->van : p->begin, p->van, tot,
                                               weight(in, p->week, p->aandeel)};
    }
}

/* Did the chain use up `room` by day x? By days each day counts once; by FTE everything adds. */
static bool chain_reaches(const struct inzet_invoer *in, const struct chain *c, int64_t room, datum x)
{
    int64_t used = 0;
    datum reached = DATUM_GEEN;
    for (size_t i = 0; i < c->n && used < room; i++) {
        const struct schakel *s = &c->list[i];
        datum van = in->set->cap_basis == CAP_FTE ? s->van : datum_latest(s->van, reached);
        datum tot = datum_earliest(s->tot, x);
        if (tot.dag > van.dag)
            used += (tijd_u(s->begin, tot, 1) - tijd_u(s->begin, van, 1)) * s->weight;
        reached = datum_latest(reached, tot);
    }
    return used >= room;
}

static datum cap_by_months(const struct inzet_invoer *in, int cap_mnd)
{
    struct chain c = {.n = 0};
    chain_before(in, &c);
    chain_cut(in, &c);
    if (in->set->cap_basis == CAP_KALENDER)
        return datum_latest(datum_plus_months(c.first, cap_mnd), in->start);
    chain_own(in, &c);
    int64_t room = (int64_t)cap_mnd * Q_MAAND * weight(in, UREN_GEEN, BP_GEEN);
    /* the first day on which it is reached; at part time it can lie far away: 100 years is never */
    int32_t low = in->start.dag, high = in->start.dag + NEVER_DAYS;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (chain_reaches(in, &c, room, (datum){middle}))
            high = middle;
        else
            low = middle + 1;
    }
    return (datum){low};
}

datum waarde_cap(const struct inzet_invoer *in, const struct bouwblok *blok)
{
    datum cap = blok->cap_mnd > 0 ? cap_by_months(in, blok->cap_mnd) : DATUM_GEEN;
    if (blok->cap_veld == CAP_VELD_GEEN)
        return cap;
    return datum_latest(cap, in->cap_veld_tot); /* the later of both */
}

/* ---- the window ---- */

datum contract_tot(const struct inzet_invoer *in)
{
    if (!datum_is_none(in->tot))
        return in->tot;
    return datum_is_none(in->uit_dienst_tot) ? in->project_tot : in->uit_dienst_tot;
}

/* An invoice, a payment or an activity: its day or days, whole. */
static struct venster once_window(const struct inzet_invoer *in, datum T)
{
    struct venster w = {in->start, datum_is_none(in->tot) ? datum_plus_days(in->start, 1) : in->tot, DATUM_GEEN};
    bool outside = in->set->binnen_project && (w.van.dag >= in->project_tot.dag || w.tot.dag <= in->project_start.dag);
    if (outside || (!datum_is_none(T) && in->start.dag >= T.dag))
        w.tot = w.van;
    return w;
}

struct venster venster_van(const struct inzet_invoer *in, const struct bouwblok *blok, datum T)
{
    if (blok->eenheid != PER_PERIODE && blok->eenheid != PER_STUK)
        return once_window(in, T);
    struct venster w = {.van = in->start, .telt_tot = waarde_cap(in, blok)};
    datum tot = datum_earliest(contract_tot(in), in->uit_dienst_tot);
    if (in->set->binnen_project) {
        w.van = datum_latest(w.van, in->project_start);
        tot = datum_earliest(tot, in->project_tot);
    }
    w.tot = datum_earliest(datum_earliest(tot, w.telt_tot), T);
    /* begun longer before the project than the aanloop allows: nothing counts */
    bool too_early = in->start.dag < datum_plus_months(in->project_start, -in->set->aanloop_mnd).dag;
    if (w.tot.dag < w.van.dag || too_early)
        w.tot = w.van;
    return w;
}
