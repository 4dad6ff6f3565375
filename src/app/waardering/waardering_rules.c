/* app/waardering/waardering_rules.c: one entry: its window, its lines, their explanation. Rounded half up once per line, never per part. */
#include "app/waardering/waardering_rules.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"

static datum earliest(datum a, datum b)
{
    if (datum_is_none(a))
        return b;
    return !datum_is_none(b) && b.dag < a.dag ? b : a;
}

static datum latest(datum a, datum b)
{
    if (datum_is_none(a))
        return b;
    return !datum_is_none(b) && b.dag > a.dag ? b : a;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* ---- where counting ends ---- */

static int by_start(const void *a, const void *b)
{
    const struct plaatsing *x = a, *y = b;
    return x->van.dag < y->van.dag ? -1 : x->van.dag > y->van.dag;
}

static int weight(const struct inzet_invoer *in, uren week)
{
    int fte = in->set->fte.honderdste;
    return in->set->cap_basis == CAP_FTE ? (uren_is_none(week) ? fte : least(week.honderdste, fte)) : 1;
}

/* What was used of the counting duration before this start, in Q_MAAND-ths (times hundredths of hours for FTE); and the first day of the chain. A gap of
 * onderbreking_mnd or more starts anew; a shorter one neither counts nor restarts. Days placed twice count once, but for FTE. */
static int64_t used_before(const struct inzet_invoer *in, datum *first)
{
    enum { MOST = 64 };
    struct plaatsing p[MOST];
    size_t n = 0;
    int64_t used = 0;
    *first = in->start;
    for (size_t i = 0; i < in->n_eerder && n < MOST; i++)
        if (in->eerder[i].van.dag < in->start.dag)
            p[n++] = in->eerder[i];
    qsort(p, n, sizeof(p[0]), by_start);
    datum reached = DATUM_GEEN;         /* end of what is counted so far */
    for (size_t i = 0; i < n; i++) {
        datum tot = earliest(p[i].tot, in->start);
        if (datum_is_none(reached) || datum_plus_months(reached, in->set->onderbreking_mnd).dag <= p[i].van.dag) {
            bool joins = !datum_is_none(reached) && reached.dag == p[i].van.dag;
            if (!joins) {
                used = 0;
                *first = p[i].van;
                reached = p[i].van;
            }
        }
        datum van = in->set->cap_basis == CAP_FTE ? p[i].van : latest(p[i].van, reached);
        used += (tijd_u(p[i].van, tot, 1) - tijd_u(p[i].van, van, 1)) * weight(in, p[i].week);
        reached = latest(reached, tot);
    }
    if (n > 0 && reached.dag < in->start.dag && datum_plus_months(reached, in->set->onderbreking_mnd).dag <= in->start.dag) {
        *first = in->start;
        used = 0;
    }
    return used;
}

/* Weighted use from the start up to day x by the dated hours of this entry. */
static int64_t used_until(const struct inzet_invoer *in, datum x)
{
    if (in->n_uren == 0)
        return tijd_u(in->start, x, 1) * weight(in, UREN_GEEN);
    int64_t used = 0;
    for (size_t i = 0; i < in->n_uren; i++) {
        datum van = i == 0 ? in->start : in->uren[i].vanaf;
        datum tot = i + 1 < in->n_uren ? earliest(in->uren[i + 1].vanaf, x) : x;
        if (tot.dag > van.dag)
            used += (tijd_u(in->start, tot, 1) - tijd_u(in->start, van, 1)) * weight(in, in->uren[i].week);
    }
    return used;
}

static datum cap_by_months(const struct inzet_invoer *in, int cap_mnd)
{
    datum first;
    int64_t used = used_before(in, &first);
    if (in->set->cap_basis == CAP_KALENDER)
        return datum_plus_months(first, cap_mnd);
    int64_t room = (int64_t)cap_mnd * Q_MAAND * (in->set->cap_basis == CAP_FTE ? in->set->fte.honderdste : 1) - used;
    if (room <= 0)
        return in->start;
    /* the first day on which it is reached; at part time it can lie far away: 100 years is never */
    int32_t low = in->start.dag, high = in->start.dag + 36525;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (used_until(in, (datum){middle}) >= room)
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
    return latest(cap, in->cap_veld_tot);       /* the later of both */
}

/* ---- the window ---- */

struct window { datum van, tot, telt_tot; };

static struct window window_of(const struct inzet_invoer *in, const struct bouwblok *blok, datum T)
{
    struct window w = {.van = in->start, .telt_tot = waarde_cap(in, blok)};
    datum tot = earliest(in->tot, in->uit_dienst_tot);
    if (in->set->binnen_project) {
        w.van = latest(w.van, in->project_start);
        tot = earliest(tot, in->project_tot);
    }
    tot = earliest(tot, w.telt_tot);
    if (datum_is_none(tot))
        tot = in->project_tot;                  /* open-ended without a cap: to the project's end */
    w.tot = earliest(tot, T);
    /* begun longer before the project than the aanloop allows: nothing counts */
    bool too_early = in->start.dag < datum_plus_months(in->project_start, -in->set->aanloop_mnd).dag;
    if (w.tot.dag < w.van.dag || too_early)
        w.tot = w.van;
    return w;
}

/* ---- explanation ---- */

static const char *money(struct arena *a, int64_t cent)
{
    char s[48];
    geld_to_text((geld){cent}, s, sizeof(s));
    return arena_strdup(a, s);
}

static const char *hours(struct arena *a, int honderdste)
{
    char s[20];
    uren_to_text((uren){honderdste}, s, sizeof(s));
    return arena_strdup(a, s);
}

/* "1 jaar", "2 jaar en 61/365 jaar", "184/365 jaar", "3 maanden en 16/30 maand"; four decimals where no such fraction is exact. */
static const char *duration(struct arena *a, int64_t u, int p)
{
    static const int years[] = {365, 366}, months[] = {31, 30, 29, 28};
    const int *parts = p == 12 ? years : months;
    int n_parts = p == 12 ? 2 : 4;
    int64_t q = p == 12 ? Q_JAAR : Q_MAAND, whole = u / q, rest = u % q;
    const char *one = p == 12 ? "jaar" : "maand", *many = p == 12 ? "jaar" : "maanden";
    const char *front = arena_printf(a, "%lld %s", (long long)whole, whole == 1 ? one : many);
    if (rest == 0)
        return front;
    for (int i = 0; i < n_parts; i++)
        if (rest * parts[i] % q == 0) {
            const char *fraction = arena_printf(a, "%lld/%d %s", (long long)(rest * parts[i] / q), parts[i], one);
            return whole == 0 ? fraction : arena_printf(a, "(%s en %s)", front, fraction);
        }
    return arena_printf(a, "%lld,%04lld %s", (long long)whole, (long long)(rest * 10000 / q), many);
}

/* ---- a line per unit ---- */

struct line { int64_t cent; const char *berekening; };

static struct line periode_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b, const struct window *w)
{
    int fte = in->set->fte.honderdste, p = b->periode_mnd;
    int64_t q = p == 12 ? Q_JAAR : Q_MAAND, sum = 0;
    struct text parts;
    text_init(&parts, 10000);
    size_t n = in->n_uren > 0 ? in->n_uren : 1;
    int shown = 0;
    for (size_t i = 0; i < n; i++) {
        datum van = i == 0 ? w->van : latest(in->uren[i].vanaf, w->van);
        datum tot = i + 1 < in->n_uren ? earliest(in->uren[i + 1].vanaf, w->tot) : w->tot;
        int week = in->n_uren > 0 ? in->uren[i].week.honderdste : fte;
        if (tot.dag <= van.dag)
            continue;
        int64_t u = tijd_u(w->van, tot, p) - tijd_u(w->van, van, p);
        int h = week < in->set->min_uren.honderdste ? 0 : b->naar_uren ? least(week, fte) : fte;
        sum += u * h;
        text_printf(&parts, "%s%s/%s uur × %s", shown++ ? " + " : "", hours(a, h), hours(a, fte), duration(a, u, p));
    }
    const char *per = p == 12 ? "jaar" : "maand";
    const char *what = shown == 0 ? "geen dagen" : shown == 1 ? text_c(&parts) : arena_printf(a, "(%s)", text_c(&parts));
    struct line l = {.cent = deel_half_up(b->tarief, sum, q * fte), .berekening = arena_printf(a, "%s per %s × %s", money(a, b->tarief), per, what)};
    text_free(&parts);
    return l;
}

static struct line stuk_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b, const struct window *w, datum T)
{
    datum agreed = datum_is_none(in->tot) ? in->project_tot : in->tot;
    if (b->opbouw == OPBOUW_LINEAIR) {
        int64_t days = agreed.dag - in->start.dag, served = w->tot.dag - w->van.dag;
        if (days <= 0)
            return (struct line){0, "geen dagen"};
        if (served > days)
            served = days;
        return (struct line){deel_half_up(b->tarief, 2 * served, 2 * days), arena_printf(a, "%s × %lld/%lld dagen", money(a, b->tarief), (long long)served, (long long)days)};
    }
    bool begun = w->tot.dag > w->van.dag;
    bool ended = (datum_is_none(T) || agreed.dag <= T.dag) && (datum_is_none(in->uit_dienst_tot) || in->uit_dienst_tot.dag >= agreed.dag) && begun;
    bool due = b->opbouw == OPBOUW_START ? begun : ended;
    const char *when = b->opbouw == OPBOUW_START ? "bij de start" : "aan het einde";
    return (struct line){due ? b->tarief : 0, arena_printf(a, "%s eenmalig, %s%s", money(a, b->tarief), when, due ? "" : " (nog niet)")};
}

/* The most a number of days may bring, where the block has a maximum a day. */
static int64_t day_limit(const struct inzet_invoer *in, const struct bouwblok *b, int64_t cent)
{
    if (geld_is_none(b->dagmax))
        return cent;
    int64_t days = datum_is_none(in->tot) ? 1 : in->tot.dag - in->start.dag;
    int64_t most = b->dagmax.cent * (days > 0 ? days : 1);
    return cent < most ? cent : most;
}

static struct line once_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b, datum T)
{
    bool due = datum_is_none(T) || in->start.dag < T.dag;
    int64_t bedrag = geld_is_none(in->bedrag) ? 0 : in->bedrag.cent;
    int people = in->personen > 0 ? in->personen : 1;
    struct line l = {.cent = 0};
    char percent[24];
    switch (b->eenheid) {
    case PER_UUR:
        l.cent = deel_half_up(b->tarief, 2 * (int64_t)(uren_is_none(in->aantal) ? 0 : in->aantal.honderdste) * people, 200);
        l.berekening = arena_printf(a, "%s per uur × %s uur × %d %s", money(a, b->tarief), hours(a, uren_is_none(in->aantal) ? 0 : in->aantal.honderdste), people, people == 1 ? "persoon" : "personen");
        break;
    case PROCENT:
        bp_to_text((basispunt){(int32_t)b->tarief}, percent, sizeof(percent));
        l.cent = deel_half_up(b->tarief, bedrag, 10000);
        l.berekening = arena_printf(a, "%s van %s", percent, money(a, bedrag));
        break;
    default:
        l.cent = in->goedgekeurd ? bedrag : 0;
        l.berekening = arena_printf(a, "afgesproken bedrag %s%s", money(a, bedrag), in->goedgekeurd ? "" : " (telt pas na goedkeuring)");
    }
    int64_t limited = b->eenheid == PROCENT ? l.cent : day_limit(in, b, l.cent);
    if (limited < l.cent)
        l.berekening = arena_printf(a, "%s, ten hoogste %s per dag", l.berekening, money(a, b->dagmax.cent));
    l.cent = due ? limited : 0;
    return l;
}

static void share(struct arena *a, const struct inzet_invoer *in, struct line *l)
{
    char percent[24];
    if (bp_is_none(in->aandeel) || in->aandeel.bp >= 10000)
        return;
    l->cent = deel_half_up(in->aandeel.bp, l->cent, 10000);
    bp_to_text(in->aandeel, percent, sizeof(percent));
    l->berekening = arena_printf(a, "%s × aandeel %s", l->berekening, percent);
}

static void line_add(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b, const struct window *bound, datum T, struct waarde *w)
{
    struct window win = window_of(in, b, T);
    if (bound)                          /* a bonus needs its basis: it does not outlive it */
        win.tot = latest(earliest(win.tot, bound->tot), win.van);
    struct line l = b->eenheid == PER_PERIODE ? periode_line(a, in, b, &win) : b->eenheid == PER_STUK ? stuk_line(a, in, b, &win, T) : once_line(a, in, b, T);
    share(a, in, &l);
    char tm[11] = "";
    if (!datum_is_none(win.telt_tot))
        datum_to_text(datum_plus_days(win.telt_tot, -1), tm);
    w->regels[w->n_regels++] = (struct waarde_regel){.blok = b, .van = win.van, .tot = win.tot, .telt_tot = win.telt_tot, .telt_tm = arena_strdup(a, tm), .berekening = l.berekening, .bedrag = {l.cent}};
    w->totaal.cent += l.cent;
}

/* Of a group only the highest whose conditions are met; of equals the first. */
static bool beaten_in_group(const struct inzet_invoer *in, const struct bouwblok *b)
{
    if (b->groep[0] == '\0')
        return false;
    for (size_t i = 0; i < in->set->n_blokken; i++) {
        const struct bouwblok *o = &in->set->blokken[i];
        bool rival = o != b && o->soort == BLOK_BONUS && strcmp(o->groep, b->groep) == 0 && bonus_past(o, in->blok) && (o->tarief > b->tarief || (o->tarief == b->tarief && o < b));
        if (rival && condities_voldaan(o, in->n_antwoorden, in->antwoorden))
            return true;
    }
    return false;
}

struct waarde waarde_bereken(struct arena *a, const struct inzet_invoer *in, datum T)
{
    struct waarde w = {.regels = ARENA_ARRAY(a, struct waarde_regel, in->set->n_blokken + 1)};
    struct window basis = window_of(in, in->blok, T);
    line_add(a, in, in->blok, NULL, T, &w);
    for (size_t i = 0; i < in->set->n_blokken; i++) {
        const struct bouwblok *b = &in->set->blokken[i];
        if (b->soort == BLOK_BONUS && bonus_past(b, in->blok) && condities_voldaan(b, in->n_antwoorden, in->antwoorden) && !beaten_in_group(in, b))
            line_add(a, in, b, &basis, T, &w);
    }
    return w;
}

void waarde_verdeel(geld totaal, size_t n, const basispunt *delen, geld *out)
{
    int64_t rest = totaal.cent, bp = 0;
    for (size_t i = 0; i < n; i++) {
        bp += delen[i].bp;
        bool last = i + 1 == n && bp == 10000;
        out[i].cent = last ? rest : deel_half_up(delen[i].bp, totaal.cent, 10000);
        rest -= out[i].cent;
    }
}
