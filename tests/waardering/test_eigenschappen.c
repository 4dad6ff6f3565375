/* The properties of spec 3, over thousands of drawn entries of the three real tables. */
#include "waarde.h"

static struct arena *a;
static struct bouwblokkenset *sets[3];
static uint32_t state_ = 20260101;

static uint32_t draw(uint32_t below)
{
    state_ = state_ * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)state_ * below) >> 32);
}

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    sets[0] = set_load(a, "deventer-2023.csv");
    sets[1] = set_load(a, "utrecht.csv");
    sets[2] = set_load(a, "haaglanden-2023.csv");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static const char *const ages[] = {"17", "30", "50", "56"};

static struct inzet_invoer drawn(struct uren_deel hours[3], struct antwoord given[2])
{
    const struct bouwblokkenset *set = sets[draw(3)];
    const struct bouwblok *b;
    do
        b = &set->blokken[draw((uint32_t)set->n_blokken)];
    while (b->soort != BLOK_BASIS || b->eenheid == PROCENT || b->eenheid == BEDRAG);
    datum start = datum_plus_days(d("2018-01-01"), (int32_t)draw(3000));
    datum tot = datum_plus_days(start, 1 + (int32_t)draw(1500));
    struct inzet_invoer in = {.set = set, .blok = b, .start = start, .tot = tot, .uit_dienst_tot = draw(4) == 0 ? datum_plus_days(start, 1 + (int32_t)draw(800)) : DATUM_GEEN,
                              .project_start = datum_plus_days(start, -(int32_t)draw(200)), .project_tot = datum_plus_days(start, 100 + (int32_t)draw(1500)), .n_uren = 1, .uren = hours,
                              .cap_veld_tot = tot, .bedrag = GELD_GEEN, .aantal = {(int32_t)draw(5000)}, .aandeel = BP_GEEN, .n_antwoorden = 2, .antwoorden = given};
    hours[0] = (struct uren_deel){start, {(int32_t)draw(4200)}};
    if (draw(2)) {
        hours[1] = (struct uren_deel){datum_plus_days(start, 1 + (int32_t)draw(400)), {(int32_t)draw(4200)}};
        in.n_uren = 2;
    }
    given[0] = (struct antwoord){"leeftijd", ages[draw(4)]};
    given[1] = (struct antwoord){"contractvorm", draw(2) ? "vast" : "tijdelijk"};
    return in;
}

static int64_t value(const struct inzet_invoer *in, datum T)
{
    struct waarde w = waarde_bereken(a, in, T);
    int64_t sum = 0;
    for (size_t i = 0; i < w.n_regels; i++) {
        assert_true(w.regels[i].bedrag.cent >= 0);
        sum += w.regels[i].bedrag.cent;
    }
    assert_cent(sum, w.totaal.cent);            /* the lines add up to the total, always */
    return w.totaal.cent;
}

static void drawn_entries(void **state)
{
    (void)state;
    for (int i = 0; i < 4000; i++) {
        struct uren_deel hours[3], split[3];
        struct antwoord given[2];
        struct inzet_invoer in = drawn(hours, given);
        int64_t prognose = value(&in, GEEN_GRENS), before = 0;
        for (int k = 0; k < 6; k++) {           /* 0 <= actueel <= prognose, monotone in T */
            int64_t now = value(&in, datum_plus_days(in.start, k * 300 - 100));
            assert_true(now >= before && now <= prognose);
            before = now;
        }
        assert_cent(value(&in, d("2090-01-01")), prognose);     /* after all ends */
        struct inzet_invoer more = in;
        struct uren_deel extra[3] = {{hours[0].vanaf, {hours[0].week.honderdste + 300}}, hours[1]};
        more.uren = extra;
        if (in.set->cap_basis != CAP_FTE && in.set->min_uren.honderdste == 0)
            assert_true(value(&more, GEEN_GRENS) >= prognose);  /* monotone in hours */
        if (in.n_uren == 1) {                   /* splitting a part without changing hours changes nothing */
            split[0] = hours[0];
            split[1] = (struct uren_deel){datum_plus_days(in.start, 1 + (int32_t)draw(300)), hours[0].week};
            in.uren = split;
            in.n_uren = 2;
            assert_cent(value(&in, GEEN_GRENS), prognose);
        }
        struct bouwblok uncapped = *in.blok, capped = *in.blok;         /* a cap never raises */
        uncapped.cap_mnd = 0;
        uncapped.cap_veld = CAP_VELD_GEEN;
        capped.cap_mnd = 1 + (int)draw(30);
        capped.cap_veld = CAP_VELD_GEEN;
        in.blok = &uncapped;
        int64_t free_value = waarde_bereken(a, &in, GEEN_GRENS).regels[0].bedrag.cent;
        in.blok = &capped;
        assert_true(waarde_bereken(a, &in, GEEN_GRENS).regels[0].bedrag.cent <= free_value);
        if (arena_used(a) > (size_t)64 << 20) {
            teardown(NULL);
            setup(NULL);
        }
    }
}

static void whole_years_for_every_start(void **state)
{
    (void)state;
    const struct bouwblok *b = blok_find_code(sets[0], "WAJONG");
    for (int32_t day = d("2015-01-01").dag; day < d("2027-01-01").dag; day++)
        for (int n = 1; n <= 4; n++) {
            datum s = {day}, end = datum_plus_months(s, 12 * n);
            assert_int_equal(tijd_u(s, end, 12), (int64_t)n * Q_JAAR);
            assert_int_equal(tijd_u(s, datum_plus_months(s, n), 1), (int64_t)n * Q_MAAND);
            struct inzet_invoer in = {.set = sets[0], .blok = b, .start = s, .tot = end, .uit_dienst_tot = DATUM_GEEN, .project_start = s, .project_tot = end, .cap_veld_tot = DATUM_GEEN, .bedrag = GELD_GEEN,
                                      .aantal = UREN_GEEN, .aandeel = BP_GEEN};
            if (day % 37 == 0)
                assert_cent(value(&in, GEEN_GRENS), (int64_t)n * 4000000);
        }
}

/* Each day of a running period is the same exact share: no day is rounded. */
static void every_period_divides(void **state)
{
    (void)state;
    for (int32_t day = d("2019-01-01").dag; day < d("2025-01-01").dag; day += 3)
        for (int p = 1; p <= 12; p += 11) {
            datum s = {day};
            int64_t last = 0, step = 0, q = p == 12 ? Q_JAAR : Q_MAAND;
            datum end = datum_plus_months(s, p);
            for (datum x = datum_plus_days(s, 1); x.dag <= end.dag; x.dag++) {
                int64_t u = tijd_u(s, x, p);
                assert_true(step == 0 || u - last == step);
                step = u - last;
                last = u;
            }
            assert_int_equal(last, q);
        }
}

/* The largest that is admitted does not overflow: 40 years, 168 hours, ten million a period. */
static void bounds_hold(void **state)
{
    (void)state;
    int64_t u = tijd_u(d("2000-01-01"), d("2040-01-01"), 1);
    assert_int_equal(u, (int64_t)480 * Q_MAAND);
    assert_cent(deel_half_up(TARIEF_MOST, u * 16800, (int64_t)Q_MAAND * 16800), TARIEF_MOST * 480);
    assert_cent(deel_half_up(TARIEF_MOST, u * 16799, (int64_t)Q_MAAND * 16800), 479971428571);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(drawn_entries), cmocka_unit_test(whole_years_for_every_start), cmocka_unit_test(every_period_divides), cmocka_unit_test(bounds_hold)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
