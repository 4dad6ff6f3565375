/* Which PSO certificates can stand beside each other, by table and by property; and the discount line by line: it adds
 * up to the cent, whatever the certificates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/pso/pso_rules.h"
#include "app/waardering/waardering_rules.h"

#undef fail
#include <cmocka.h>

static struct arena *a;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static datum d(const char *iso)
{
    return datum_from_iso(iso);
}

static uint32_t seed = 11;
static int32_t drawn(int32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (int32_t)(seed >> 8) % below;
}

static struct pso_rij rij(int64_t id, const char *trede, const char *van, const char *tm)
{
    return (struct pso_rij){{id}, trede, d(van), d(tm)};
}

/* Today is 2026-06-15; there are: 1: step 2, 2024-01-01 t/m 2025-12-31; 2: step 1, 2026-01-01 t/m 2027-12-31. field
 * NULL: it can stand. */
static const struct {
    int64_t id;
    const char *trede, *van, *tm, *field;
} cases[] = {
    {0, "1", "2028-01-01", "2029-12-31", "van"}, /* more than a year ahead */
    {0, "1", "2022-01-01", "2023-12-31", NULL},  /* before both */
    {0, "1", "2022-01-01", "2024-01-01", NULL},  /* a lower one, replaced on 2024-01-01 by step 2 */
    {0, "2", "2022-01-01", "2024-01-01", "van"}, /* the same step overlaps */
    {0, "3", "2022-01-01", "2024-01-01", "van"}, /* the lower one cannot replace */
    {0, "3", "2024-01-01", "2024-06-30", "van"}, /* begins on the same day: which counts? */
    {0, "3", "2024-01-02", "2025-12-31", NULL},  /* a higher one replaces */
    {0, "aspirant", "2024-01-02", "2025-12-31", "van"},
    {0, "30+", "2025-06-01", "2027-05-31", "van"}, /* replaces the first, but a lower one begins within it */
    {0, "2", "2025-06-01", "2027-05-31", "van"},   /* not higher than the first */
    {0, "2", "2026-06-15", "2028-06-14", NULL},    /* the second goes up */
    {0, "1", "2026-06-15", "2026-06-14", "tm"},
    {0, "1", "2026-06-15", "2026-06-15", "van"},
    {0, "1", "2011-12-31", "2012-12-31", "van"},
    {0, "1", "2012-01-01", "2016-12-31", NULL}, /* five years to the day */
    {0, "1", "2012-01-01", "2017-01-01", "tm"},
    {1, "2", "2024-01-01", "2025-12-30", NULL},  /* itself, ended earlier */
    {1, "1", "2024-01-01", "2026-01-01", "van"}, /* itself, but now into the other */
    {2, "3", "2026-01-01", "2027-12-31", NULL},
    {2, "3", "2025-12-31", "2027-12-31", NULL},
    {2, "2", "2025-12-31", "2027-12-31", "van"},
};

static void table(void **state)
{
    (void)state;
    const struct pso_rij there[] = {rij(1, "2", "2024-01-01", "2025-12-31"), rij(2, "1", "2026-01-01", "2027-12-31")};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct pso_rij c = rij(cases[i].id, cases[i].trede, cases[i].van, cases[i].tm);
        const char *field = NULL, *why = pso_oordeel(a, &c, 2, there, d("2026-06-15"), &field);
        if ((why == NULL) != (cases[i].field == NULL) || (why && strcmp(field, cases[i].field) != 0))
            fail_msg("case %zu (%s %s): %s at %s", i, cases[i].trede, cases[i].van, why ? why : "can stand",
                     why ? field : "-");
    }
    const struct pso_rij c = rij(0, "1", "2025-06-01", "2026-06-01");
    const char *field;
    assert_non_null(
        strstr(pso_oordeel(a, &c, 2, there, d("2026-06-15"), &field), "PSO trede 2 van 01-01-2024 t/m 31-12-2025"));
}

static void standing(void **state)
{
    (void)state;
    const struct pso_rij c = rij(1, "2", "2026-01-01", "2026-12-31");
    assert_int_equal(pso_stand(&c, d("2025-12-31")), PSO_NOG_NIET);
    assert_int_equal(pso_stand(&c, d("2026-01-01")), PSO_GELDIG);
    assert_int_equal(pso_stand(&c, d("2026-10-31")), PSO_GELDIG); /* 61 days */
    assert_int_equal(pso_stand(&c, d("2026-11-01")), PSO_LOOPT_AF);
    assert_int_equal(pso_stand(&c, d("2026-12-31")), PSO_LOOPT_AF);
    assert_int_equal(pso_stand(&c, d("2027-01-01")), PSO_VERLOPEN);
    assert_true(pso_hoogte("aspirant") < pso_hoogte("1") && pso_hoogte("3") < pso_hoogte("30+") && pso_hoogte("4") < 0);
}

static void enough(void **state)
{
    (void)state;
    struct pso_rij there[PSO_MOST];
    const char *field;
    for (int i = 0; i < PSO_MOST; i++)
        there[i] = (struct pso_rij){
            {i + 1}, "1", datum_plus_days(d("2015-01-01"), 10 * i), datum_plus_days(d("2015-01-01"), 10 * i + 9)};
    const struct pso_rij one_more = rij(0, "1", "2020-01-01", "2020-12-31"),
                         corrected = rij(1, "1", "2020-01-01", "2020-12-31");
    assert_non_null(pso_oordeel(a, &one_more, PSO_MOST, there, d("2026-06-15"), &field));
    assert_null(pso_oordeel(a, &corrected, PSO_MOST, there, d("2026-06-15"), &field));
}

/* Whatever stands there by the rule, in whatever order it was entered: on each day the certificate that began last is
 * the highest. */
static void property_order(void **state)
{
    (void)state;
    static const char *const steps[] = {"aspirant", "1", "2", "3", "30+"};
    for (int round = 0; round < 400; round++) {
        struct pso_rij there[40];
        size_t n = 0;
        const char *field;
        for (int i = 0; i < 40; i++) {
            datum van = {d("2020-01-01").dag + drawn(2000)};
            struct pso_rij c = {{i + 1}, steps[drawn(5)], van, datum_plus_days(van, drawn(900))};
            if (!pso_oordeel(a, &c, n, there, d("2026-06-15"), &field))
                there[n++] = c;
        }
        assert_true(n > 0);
        for (int k = 0; k < 50; k++) {
            datum day = {d("2020-01-01").dag + drawn(2900)};
            const struct pso_rij *last = NULL;
            int highest = -1;
            for (size_t i = 0; i < n; i++) {
                if (day.dag < there[i].van.dag || day.dag > there[i].tm.dag)
                    continue;
                if (!last || there[i].van.dag > last->van.dag)
                    last = &there[i];
                if (pso_hoogte(there[i].trede) > highest)
                    highest = pso_hoogte(there[i].trede);
            }
            assert_true(!last || pso_hoogte(last->trede) == highest);
        }
    }
}

/* ---- the discount, line by line ---- */

static void lines_table(void **state)
{
    (void)state;
    /* 10 % all of 2024, from April 25 % (a higher step), nothing in the last quarter but an aspirant: 91 + 183 + (10 %
     * is over) */
    const struct certificaat c[] = {{{1000}, d("2023-01-01"), d("2024-10-01")},
                                    {{2500}, d("2024-04-01"), d("2024-07-01")},
                                    {{0}, d("2024-10-01"), d("2026-01-01")}};
    struct korting_regel out[KORTING_REGELS_MOST];
    size_t n = verplichting_korting_regels((geld){10000000}, d("2024-01-01"), d("2025-01-01"), 3, c, false, out,
                                           KORTING_REGELS_MOST);
    assert_int_equal(n, 4);
    static const struct {
        size_t nr;
        const char *van, *tot;
        int64_t cent;
    } want[] = {
        {0, "2024-01-01", "2024-04-01", 248634}, /* 100.000 × 10 % × 91/366 = 2.486,34 */
        {1, "2024-04-01", "2024-07-01", 621585}, /* 25 % × 91/366 = 6.215,85 */
        {0, "2024-07-01", "2024-10-01", 251366}, /* 10 % × 92/366 = 2.513,66 */
        {2, "2024-10-01", "2025-01-01", 0},
    };
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(out[i].certificaat, want[i].nr);
        assert_int_equal(out[i].van.dag, d(want[i].van).dag);
        assert_int_equal(out[i].tot.dag, d(want[i].tot).dag);
        assert_int_equal(out[i].bedrag.cent, want[i].cent);
    }
    /* exempt by three certificates in a row: thirds of a cent do not leave a cent of obligation */
    const struct certificaat thirds[] = {{{10000}, d("2025-01-01"), d("2025-01-02")},
                                         {{10000}, d("2025-01-02"), d("2025-01-03")},
                                         {{10000}, d("2025-01-03"), d("2025-01-04")}};
    n = verplichting_korting_regels((geld){10000}, d("2025-01-01"), d("2025-01-04"), 3, thirds, false, out,
                                    KORTING_REGELS_MOST);
    assert_int_equal(n, 3);
    assert_int_equal(out[0].bedrag.cent + out[1].bedrag.cent + out[2].bedrag.cent, 10000);
    /* asked during the whole contract: every day is covered, so the days count as they are: (91·10 + 91·25 + 92·10)/274
     * %; a day further back nobody holds any */
    n = verplichting_korting_regels((geld){10000000}, d("2024-01-01"), d("2024-10-01"), 3, c, true, out,
                                    KORTING_REGELS_MOST);
    assert_int_equal(n, 3);
    assert_int_equal(out[0].bedrag.cent + out[1].bedrag.cent + out[2].bedrag.cent, 1498175);
    assert_int_equal(verplichting_korting_regels((geld){10000000}, d("2024-01-01"), d("2025-01-01"), 3, c, true, out,
                                                 KORTING_REGELS_MOST),
                     4);
    assert_int_equal(verplichting_korting_regels((geld){10000000}, d("2022-12-31"), d("2025-01-01"), 3, c, true, out,
                                                 KORTING_REGELS_MOST),
                     0);
    assert_int_equal(
        verplichting_korting_regels(GELD_GEEN, d("2024-01-01"), d("2025-01-01"), 3, c, false, out, KORTING_REGELS_MOST),
        0);
    assert_int_equal(
        verplichting_korting_regels((geld){1}, d("2024-01-01"), d("2024-01-01"), 3, c, false, out, KORTING_REGELS_MOST),
        0);
}

/* A second reading: the discount as one fraction, day by day; whole: nothing where a day has no certificate. */
static int64_t second_reading(geld bruto, datum van, datum tot, size_t n, const struct certificaat *c, bool whole)
{
    __extension__ typedef __int128 wide;
    wide days = tot.dag - van.dag, weighted = 0;
    for (int32_t day = van.dag; day < tot.dag; day++) {
        int best = -1;
        for (size_t i = 0; i < n; i++)
            if (day >= c[i].van.dag && day < c[i].tot.dag && c[i].korting.bp > best)
                best = c[i].korting.bp;
        if (whole && best < 0)
            return 0;
        weighted += best < 0 ? 0 : best;
    }
    return (int64_t)((2 * (wide)bruto.cent * weighted + 10000 * days) / (2 * 10000 * days));
}

static void lines_property(void **state)
{
    (void)state;
    static const int32_t steps[] = {0, 1000, 2500, 5000, 10000};
    for (int round = 0; round < 3000; round++) {
        struct certificaat c[12];
        struct korting_regel out[KORTING_REGELS_MOST];
        size_t n = 1 + (size_t)drawn(12);
        datum van = {20000 + drawn(3000)}, tot = {van.dag + 1 + drawn(2500)};
        geld bruto = {(int64_t)drawn(1 << 20) * drawn(1 << 20) + drawn(100)};
        for (size_t i = 0; i < n; i++) {
            c[i].korting = (basispunt){steps[drawn(5)]};
            c[i].van = (datum){van.dag - 700 + drawn(3000)};
            c[i].tot = (datum){c[i].van.dag + 1 + drawn(1200)};
        }
        size_t lines = verplichting_korting_regels(bruto, van, tot, n, c, false, out, KORTING_REGELS_MOST);
        int64_t sum = 0;
        assert_true(lines < 2 * n);
        for (size_t i = 0; i < lines; i++) {
            int64_t own = deel_half_up((int64_t)out[i].korting.bp * (out[i].tot.dag - out[i].van.dag), bruto.cent,
                                       (int64_t)10000 * (tot.dag - van.dag));
            sum += out[i].bedrag.cent;
            assert_true(labs(out[i].bedrag.cent - own) <= 1);
            assert_true(out[i].bedrag.cent >= 0 && out[i].van.dag < out[i].tot.dag && out[i].van.dag >= van.dag &&
                        out[i].tot.dag <= tot.dag);
            assert_true(i == 0 || out[i].van.dag >= out[i - 1].tot.dag);
            assert_int_equal(out[i].korting.bp, c[out[i].certificaat].korting.bp);
        }
        assert_int_equal(sum, verplichting_korting(bruto, van, tot, n, c, false).cent);
        assert_int_equal(sum, second_reading(bruto, van, tot, n, c, false));
        datum near = {van.dag + 1 + drawn(300)}; /* often covered */
        assert_int_equal(verplichting_korting(bruto, van, near, n, c, true).cent,
                         second_reading(bruto, van, near, n, c, true));
        assert_true(sum <= bruto.cent);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(table),       cmocka_unit_test(standing),
                                       cmocka_unit_test(enough),      cmocka_unit_test(property_order),
                                       cmocka_unit_test(lines_table), cmocka_unit_test(lines_property)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
