/* app/waardering/waardering_rules.c: one entry: its lines and their explanation. Rounded half up once per line, never
 * per part. */
#include "app/waardering/waardering_rules.h"

#include <stdlib.h>
#include <string.h>

#include "app/waardering/waardering_window.h"

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

static const char *percent(struct arena *a, int bp)
{
    char s[24];
    bp_to_text((basispunt){bp}, s, sizeof(s));
    return arena_strdup(a, s);
}

/* The days from van to tot sorted by the length of the period they lie in: an exact fraction of a year or a month, also
 * over a leap year. */
struct tijdstuk {
    int64_t whole;
    int days[367]; /* [L]: days in periods of L days */
};

static void tijdstuk_add(struct tijdstuk *d, datum s, datum van, datum tot, int p)
{
    int64_t q = p == 12 ? Q_JAAR : Q_MAAND;
    for (datum at = van; at.dag < tot.dag;) {
        int32_t k = (int32_t)(tijd_u(s, at, p) / q);
        datum begin = datum_plus_months(s, p * k), end = datum_plus_months(s, p * (k + 1));
        datum stop = datum_earliest(end, tot);
        if (at.dag == begin.dag && stop.dag == end.dag)
            d->whole++;
        else
            d->days[end.dag - begin.dag] += stop.dag - at.dag;
        at = stop;
    }
}

/* "1 jaar", "184/365 jaar", "(1 + 182/365) jaar", "(3 + 16/30) maanden": whoever computes it again finds the same cent.
 */
static const char *duration(struct arena *a, datum s, datum van, datum tot, int p)
{
    struct tijdstuk d = {.whole = 0};
    tijdstuk_add(&d, s, van, tot, p);
    int terms = d.whole > 0;
    const char *sum = d.whole > 0 ? arena_printf(a, "%lld", (long long)d.whole) : "";
    for (int length = 366; length >= 28; length--)
        if (d.days[length] > 0)
            sum = arena_printf(a, "%s%s%d/%d", sum, terms++ ? " + " : "", d.days[length], length);
    bool one = p == 12 || (d.whole <= 1 && terms == 1);
    return arena_printf(a, terms > 1 ? "(%s) %s" : "%s %s", sum, p == 12 ? "jaar" : one ? "maand" : "maanden");
}

/* ---- a line per unit ---- */

struct line {
    int64_t teller, noemer, cent;
    const char *berekening;
};

/* What counts of the hours of part i: at most full time, nothing below the least, and all of it where hours do not
 * matter. */
static int hours_counted(const struct inzet_invoer *in, const struct bouwblok *b, size_t i)
{
    int fte = in->set->fte.honderdste, week = in->n_uren > 0 ? in->uren[i].week.honderdste : fte;
    if (week < in->set->min_uren.honderdste)
        return 0;
    return !b->naar_uren || week > fte ? fte : week;
}

static struct line periode_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b,
                                const struct venster *w)
{
    int fte = in->set->fte.honderdste, p = b->periode_mnd, shown = 0;
    size_t n = in->n_uren > 0 ? in->n_uren : 1;
    struct line l = {.noemer = (int64_t)(p == 12 ? Q_JAAR : Q_MAAND) * fte};
    const char *parts = "";
    for (size_t i = 0; i < n;) {
        int h = hours_counted(in, b, i);
        datum van = i == 0 ? w->van : datum_latest(in->uren[i].vanaf, w->van);
        for (i++; i < n && hours_counted(in, b, i) == h; i++)
            ; /* parts with the same hours are one */
        datum tot = i < n ? datum_earliest(in->uren[i].vanaf, w->tot) : w->tot;
        if (tot.dag <= van.dag)
            continue;
        l.teller += (tijd_u(w->van, tot, p) - tijd_u(w->van, van, p)) * h;
        const char *scale = b->naar_uren || h == 0 ? arena_printf(a, "%s/%s uur × ", hours(a, h), hours(a, fte)) : "";
        parts = arena_printf(a, "%s%s%s%s", parts, shown++ ? " + " : "", scale, duration(a, w->van, van, tot, p));
    }
    const char *what = shown == 0 ? "geen dagen" : shown == 1 ? parts : arena_printf(a, "(%s)", parts);
    l.cent = deel_half_up(b->tarief, l.teller, l.noemer);
    l.berekening = arena_printf(a, "%s per %s × %s", money(a, b->tarief), p == 12 ? "jaar" : "maand", what);
    return l;
}

static struct line stuk_linear(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b,
                               const struct venster *w)
{
    int64_t days = contract_tot(in).dag - in->start.dag, served = w->tot.dag - w->van.dag;
    if (days <= 0)
        return (struct line){0, 2, 0, "geen dagen"};
    if (served > days)
        served = days;
    return (struct line){
        2 * served, 2 * days, deel_half_up(b->tarief, 2 * served, 2 * days),
        arena_printf(a, "%s × %lld/%lld dagen", money(a, b->tarief), (long long)served, (long long)days)};
}

static struct line stuk_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b,
                             const struct venster *w, datum T)
{
    if (b->opbouw == OPBOUW_LINEAIR)
        return stuk_linear(a, in, b, w);
    datum agreed = contract_tot(in);
    bool begun = w->tot.dag > w->van.dag,
         served = datum_is_none(in->uit_dienst_tot) || in->uit_dienst_tot.dag >= agreed.dag;
    bool ended = begun && served && (datum_is_none(T) || agreed.dag <= T.dag);
    bool due = b->opbouw == OPBOUW_START ? begun : ended;
    const char *when = b->opbouw == OPBOUW_START ? "bij de start" : "aan het einde";
    const char *why = due ? "" : !served ? " (eerder gestopt)" : datum_is_none(T) ? " (telt niet mee)" : " (nog niet)";
    return (struct line){2, 2, due ? b->tarief : 0,
                         arena_printf(a, "%s eenmalig, %s%s", money(a, b->tarief), when, why)};
}

/* The most a number of days may bring, where the block has a maximum a day. */
static int64_t day_limit(const struct inzet_invoer *in, const struct bouwblok *b)
{
    int64_t days = datum_is_none(in->tot) ? 1 : in->tot.dag - in->start.dag;
    return geld_is_none(b->dagmax) || b->eenheid == PROCENT ? INT64_MAX : b->dagmax.cent * (days > 0 ? days : 1);
}

static struct line uur_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b)
{
    int64_t aantal = uren_is_none(in->aantal) ? 0 : in->aantal.honderdste, people = in->personen > 0 ? in->personen : 1;
    int64_t total = aantal * people < UREN_SAMEN_MOST ? aantal * people : UREN_SAMEN_MOST;
    return (struct line){2 * total, 200, deel_half_up(b->tarief, 2 * total, 200),
                         arena_printf(a, "%s per uur × %s uur × %lld %s", money(a, b->tarief), hours(a, (int)aantal),
                                      (long long)people, people == 1 ? "persoon" : "personen")};
}

static struct line once_line(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b,
                             const struct venster *w)
{
    int64_t bedrag = geld_is_none(in->bedrag) ? 0 : in->bedrag.cent < GELD_MOST ? in->bedrag.cent : GELD_MOST;
    int64_t most = day_limit(in, b);
    struct line l = {bedrag, 10000, 0, ""};
    switch (b->eenheid) {
    case PER_UUR:
        l = uur_line(a, in, b);
        break;
    case PROCENT:
        l.cent = deel_half_up(b->tarief, bedrag, 10000);
        l.berekening = arena_printf(a, "%s van %s", percent(a, (int)b->tarief), money(a, bedrag));
        break;
    default:
        l = (struct line){bedrag, 1, in->goedgekeurd ? bedrag : 0,
                          arena_printf(a, "afgesproken bedrag %s", money(a, bedrag))};
        if (!in->goedgekeurd)
            l.berekening = arena_printf(a, "%s (telt pas na goedkeuring)", l.berekening);
    }
    if (l.cent > most) {
        l.cent = most;
        l.berekening = arena_printf(a, "%s, ten hoogste %s per dag", l.berekening, money(a, b->dagmax.cent));
    }
    if (w->tot.dag <= w->van.dag)
        l.cent = 0;
    return l;
}

static void share(struct arena *a, const struct inzet_invoer *in, struct line *l)
{
    if (bp_is_none(in->aandeel) || in->aandeel.bp >= 10000)
        return;
    int64_t part = deel_half_up(in->aandeel.bp, l->cent, 10000), own = part;
    if (in->n_delen > 0 && in->deel < in->n_delen) {
        geld *all = ARENA_ARRAY(a, geld, in->n_delen);
        waarde_verdeel((geld){l->cent}, in->n_delen, in->delen, all);
        part = all[in->deel].cent;
    }
    l->cent = part;
    l->berekening = arena_printf(a, "%s × aandeel %s", l->berekening, percent(a, in->aandeel.bp));
    if (part != own) /* said, so that who computes it again finds the same cent */
        l->berekening = arena_printf(a, "%s, %lld cent %s zodat de aandelen samen kloppen", l->berekening,
                                     llabs(part - own), part < own ? "minder" : "meer");
}

/* "31-12-2027"; nothing when there is no cap. */
static const char *last_day(struct arena *a, datum tot)
{
    char s[11] = "";
    if (!datum_is_none(tot))
        datum_to_text(datum_plus_days(tot, -1), s);
    return arena_strdup(a, s);
}

/* basis: the window of the basis for a bonus, which does not outlive it; NULL for the basis itself. */
static void line_add(struct arena *a, const struct inzet_invoer *in, const struct bouwblok *b,
                     const struct venster *basis, datum T, struct waarde *w)
{
    struct venster win = venster_van(in, b, T);
    bool once = b->eenheid != PER_PERIODE && b->eenheid != PER_STUK;
    if (basis && !once) {
        win.tot = datum_latest(datum_earliest(win.tot, basis->tot), win.van);
        win.telt_tot = datum_earliest(win.telt_tot, basis->telt_tot);
    }
    struct line l = once                     ? once_line(a, in, b, &win)
                    : b->eenheid == PER_STUK ? stuk_line(a, in, b, &win, T)
                                             : periode_line(a, in, b, &win);
    share(a, in, &l);
    bool used_up = !datum_is_none(win.telt_tot) && win.telt_tot.dag <= in->start.dag;
    if (used_up)
        l.berekening = arena_printf(a, "%s (de duur van meetellen is al gebruikt)", l.berekening);
    w->regels[w->n_regels++] = (struct waarde_regel){.blok = b,
                                                     .van = win.van,
                                                     .tot = win.tot,
                                                     .telt_tot = win.telt_tot,
                                                     .telt_tm = used_up ? "" : last_day(a, win.telt_tot),
                                                     .berekening = l.berekening,
                                                     .teller = l.teller,
                                                     .noemer = l.noemer,
                                                     .bedrag = {l.cent}};
    w->totaal.cent += l.cent;
}

/* Of a group only the highest whose conditions are met; of equals the first. The reader of the tables sees to it that a
 * group has one unit. */
static bool beaten_in_group(const struct inzet_invoer *in, const struct bouwblok *b)
{
    if (b->groep[0] == '\0')
        return false;
    for (size_t i = 0; i < in->set->n_blokken; i++) {
        const struct bouwblok *o = &in->set->blokken[i];
        bool higher = o->tarief > b->tarief || (o->tarief == b->tarief && o < b);
        bool rival = o != b && o->soort == BLOK_BONUS && strcmp(o->groep, b->groep) == 0 && bonus_past(o, in->blok);
        if (rival && higher && condities_voldaan(o, in->n_antwoorden, in->antwoorden))
            return true;
    }
    return false;
}

static bool bonus_counts(const struct inzet_invoer *in, const struct bouwblok *b)
{
    bool needs_amount = b->eenheid == PROCENT || b->eenheid == BEDRAG;
    return b->soort == BLOK_BONUS && bonus_past(b, in->blok) && (!needs_amount || !geld_is_none(in->bedrag)) &&
           condities_voldaan(b, in->n_antwoorden, in->antwoorden) && !beaten_in_group(in, b);
}

struct waarde waarde_bereken(struct arena *a, const struct inzet_invoer *in, datum T)
{
    struct waarde w = {.regels = ARENA_ARRAY(a, struct waarde_regel, in->set->n_blokken + 1)};
    struct venster basis = venster_van(in, in->blok, T);
    line_add(a, in, in->blok, NULL, T, &w);
    for (size_t i = 0; i < in->set->n_blokken; i++)
        if (bonus_counts(in, &in->set->blokken[i]))
            line_add(a, in, &in->set->blokken[i], &basis, T, &w);
    return w;
}

/* ---- one placement divided over projects ---- */

void waarde_verdeel(geld totaal, size_t n, const basispunt *delen, geld *out)
{
    int64_t rest = totaal.cent, bp = 0;
    for (size_t i = 0; i < n; i++) {
        bp += delen[i].bp;
        int64_t part = deel_half_up(delen[i].bp, totaal.cent, 10000);
        bool last = i + 1 == n && bp == 10000;
        out[i].cent = last || part > rest ? rest : part; /* many small shares rounded up may use all before the last */
        rest -= out[i].cent;
    }
}

/* Shares only rise where one begins: those days are looked at. */
bool aandelen_passen(size_t n, const struct aandeel_deel *delen, datum *dag)
{
    bool fit = true;
    for (size_t i = 0; i < n; i++) {
        int64_t sum = 0;
        for (size_t k = 0; k < n; k++)
            if (delen[k].van.dag <= delen[i].van.dag && delen[i].van.dag < delen[k].tot.dag)
                sum += delen[k].bp.bp;
        if (sum > 10000 && (fit || delen[i].van.dag < dag->dag))
            *dag = delen[i].van;
        fit = fit && sum <= 10000;
    }
    return fit;
}
