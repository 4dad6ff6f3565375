#include "app/verantwoording/kandidaat_rules.h"

#include "app/verantwoording/verantwoording.h"

#include <string.h>

#include "core/text.h"
#include "data/seal.h"

int kandidaat_leeftijd(datum geboren, datum on)
{
    int years = 0;
    while (years < 150 && datum_plus_months(geboren, 12 * (years + 1)).dag <= on.dag)
        years++;
    return years;
}

const char *kandidaat_leeftijdsklasse(datum geboren, datum on)
{
    if (datum_is_none(geboren))
        return "onbekend";
    int years = kandidaat_leeftijd(geboren, on);
    return years < 27 ? "tot 27" : years < 50 ? "27-49" : years < 55 ? "50-54" : "55+";
}

struct blob kandidaat_zoek(struct seal *seal, struct arena *a, const char *naam, datum geboren)
{
    char iso[11];
    uint8_t *tag = arena_alloc(a, 32);
    datum_to_iso(geboren, iso);
    const char *text = arena_printf(a, "%s|%s", text_fold(a, naam ? naam : ""), iso);
    seal_tag(seal, "zoek", text, strlen(text), tag);
    return (struct blob){tag, 32};
}

static bool runs_on(const struct plaatsing *p, datum d)
{
    return p->van.dag <= d.dag && (datum_is_none(p->tot) || d.dag < p->tot.dag);
}

/* Hours that count on that day: those of a share by its part. */
static int64_t hours_on(size_t n, const struct plaatsing *list, datum d, uren fte)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        if (runs_on(&list[i], d))
            sum += (int64_t)(uren_is_none(list[i].week) ? fte.honderdste : list[i].week.honderdste) *
                   (bp_is_none(list[i].aandeel) ? 10000 : list[i].aandeel.bp) / 10000;
    return sum;
}

static bool is_share(const struct plaatsing *p)
{
    return !bp_is_none(p->aandeel) && p->aandeel.bp < 10000;
}

static const char *day_text(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_strdup(a, s);
}

/* Hours only change where a part begins: those days, of both, are enough to look at. */
static datum first_day_over(size_t n_own, const struct plaatsing *own, size_t n_other, const struct plaatsing *other,
                            uren fte, int64_t *hours)
{
    datum first = DATUM_GEEN;
    for (size_t i = 0; i < n_own + n_other; i++) {
        datum d = i < n_own ? own[i].van : other[i - n_own].van;
        int64_t own_hours = hours_on(n_own, own, d, fte), all = own_hours + hours_on(n_other, other, d, fte);
        if (own_hours > 0 && all > own_hours && all > fte.honderdste && (datum_is_none(first) || d.dag < first.dag)) {
            first = d;
            *hours = all;
        }
    }
    return first;
}

static datum first_day_twice(size_t n_own, const struct plaatsing *own, size_t n_other, const struct plaatsing *other)
{
    datum first = DATUM_GEEN;
    for (size_t i = 0; i < n_own; i++)
        for (size_t k = 0; k < n_other; k++) {
            datum d = own[i].van.dag > other[k].van.dag ? own[i].van : other[k].van;
            if (!(is_share(&own[i]) && is_share(&other[k])) && runs_on(&own[i], d) && runs_on(&other[k], d) &&
                (datum_is_none(first) || d.dag < first.dag))
                first = d;
        }
    return first;
}

size_t plaatsing_waarschuwingen(struct arena *a, uren fte, size_t n_own, const struct plaatsing *own, size_t n_other,
                                const struct plaatsing *other, const char *out[WAARSCHUWINGEN_MOST])
{
    size_t n = 0;
    int64_t hours = 0;
    char text[24];
    datum twice = first_day_twice(n_own, own, n_other, other),
          over = first_day_over(n_own, own, n_other, other, fte, &hours);
    if (!datum_is_none(twice))
        out[n++] = arena_printf(a, "Deze kandidaat heeft vanaf %s nog een overeenkomst in dezelfde periode.",
                                day_text(a, twice));
    uren_to_text((uren){(int32_t)hours}, text, sizeof(text));
    if (!datum_is_none(over))
        out[n++] = arena_printf(
            a, "Samen met andere overeenkomsten werkt deze kandidaat vanaf %s meer dan een volle week: %s uur.",
            day_text(a, over), text);
    return n;
}

bool plaatsing_aandelen_passen(struct arena *a, size_t n_own, const struct plaatsing *own, size_t n_other,
                               const struct plaatsing *other, datum *dag)
{
    struct aandeel_deel *parts = ARENA_ARRAY(a, struct aandeel_deel, n_own + n_other + 1);
    size_t n = 0;
    for (size_t i = 0; i < n_own + n_other; i++) {
        const struct plaatsing *p = i < n_own ? &own[i] : &other[i - n_own];
        if (is_share(p))
            parts[n++] = (struct aandeel_deel){p->van, p->tot, p->aandeel};
    }
    return aandelen_passen(n, parts, dag);
}

static bool same_placement(const struct plaatsing_deel *x, const struct plaatsing_deel *y)
{
    bool same = strcmp(x->code, y->code) == 0 && x->start.dag == y->start.dag && x->tot.dag == y->tot.dag &&
                x->uit_dienst_tot.dag == y->uit_dienst_tot.dag && x->n_weken == y->n_weken;
    for (size_t i = 0; same && i < x->n_weken; i++)
        same = x->weken[i].van.dag == y->weken[i].van.dag && x->weken[i].week.honderdste == y->weken[i].week.honderdste;
    return same;
}

static bool entered_before(const struct plaatsing_deel *x, const struct plaatsing_deel *y)
{
    return x->inzet.id != 0 && (y->inzet.id == 0 || x->inzet.id < y->inzet.id);
}

size_t plaatsing_delen(struct arena *a, const struct plaatsing_deel *own, size_t n, const struct plaatsing_deel *others,
                       const basispunt **delen, size_t *deel)
{
    const struct plaatsing_deel *found[DELEN_MOST] = {own};
    size_t n_found = 1;
    int64_t together = bp_is_none(own->aandeel) ? 10000 : own->aandeel.bp;
    for (size_t i = 0; together < 10000 && i < n && n_found < DELEN_MOST; i++) {
        if (!same_placement(own, &others[i]))
            continue;
        size_t at = n_found++;
        for (; at > 0 && entered_before(&others[i], found[at - 1]); at--)
            found[at] = found[at - 1];
        found[at] = &others[i];
        together += others[i].aandeel.bp;
    }
    *deel = 0;
    if (n_found == 1 || together != 10000)
        return 0;
    basispunt *all = ARENA_ARRAY(a, basispunt, n_found);
    for (size_t i = 0; i < n_found; i++) {
        all[i] = found[i]->aandeel;
        if (found[i] == own)
            *deel = i;
    }
    *delen = all;
    return n_found;
}
