/* tests/plan/test_plan.c: a planned line is worth what the same inzet is worth (spec 3, worked by hand), the total is
 * the sum of the lines, and planned stands beside realised. */
#include "../waardering/waarde.h"

#include "app/plan/plan_rules.h"

static struct arena *a;
static struct bouwblokkenset *D, *H;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    D = set_load(a, "deventer-2023.csv");
    H = set_load(a, "haaglanden-2023.csv");
    for (size_t i = 0; i < D->n_blokken; i++)
        D->blokken[i].id.id = (int64_t)i + 1; /* as the database gives them */
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static struct plan_regel line(const struct bouwblokkenset *set, const char *code, int64_t people, int week,
                              int64_t months)
{
    const struct bouwblok *b = blok_find_code(set, code);
    if (!b)
        fail_msg("no block %s", code);
    return (struct plan_regel){.blok = b,
                               .personen = people,
                               .maanden = months,
                               .week = week ? (uren){week * 100} : UREN_GEEN,
                               .van = DATUM_GEEN,
                               .bedrag = GELD_GEEN,
                               .aantal = UREN_GEEN};
}

static struct plan_kader years(const struct bouwblokkenset *set, const char *van, const char *tm)
{
    return (struct plan_kader){set, d(van), tm_of(tm)};
}

static void lines_by_table(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        int64_t people;
        int week;
        int64_t months, bedrag;
        int hours;
        int64_t cent;
    } cases[] = {
        {"PW-LANG", 1, 36, 12, 0, 0, 4000000}, /* one full-time year is one rate */
        {"PW-LANG", 1, 0, 12, 0, 0, 4000000},  /* no hours given: full time */
        {"PW-LANG", 4, 36, 12, 0, 0, 16000000},  {"PW-LANG", 1, 18, 12, 0, 0, 2000000},
        {"PW-LANG", 1, 40, 12, 0, 0, 4000000},   /* never more than full time */
        {"PW-LANG", 1, 36, 36, 0, 0, 8000000},   /* counts 24 months */
        {"PW-KORT", 3, 24, 6, 0, 0, 3 * 991781}, /* 30.000 × 24/36 × 181/365 = 9.917,81 a person, each rounded by itself
                                                  */
        {"WEP", 2, 0, 4, 0, 0, 2 * 300000},      /* 750 × 4 */
        {"BBL-12", 1, 0, 24, 0, 0, 4000000},     /* counts to the end of the training: as long as the placement */
        {"BOL-12", 2, 0, 5, 0, 0, 1500000},      /* once for the whole stage */
        {"VSO-WERK", 1, 0, 12, 0, 0, 2500000},   {"INK-50", 0, 0, 0, 1234567, 0, 617284}, /* spec 3, example 7 */
        {"INK-P3", 0, 0, 0, 1234567, 0, 370370}, {"MVO-UUR", 0, 0, 0, 0, 40, 400000},
        {"MVO-FACT", 0, 0, 0, 98765, 0, 98765},  {"MVO-MAAT", 0, 0, 0, 750000, 0, 750000}, /* as if approved */
        {"FONDS", 0, 0, 0, 500000, 0, 500000},
    };
    struct plan_kader k = years(D, "2026-01-01", "2029-12-31");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct plan_regel r = line(D, cases[i].code, cases[i].people, cases[i].week, cases[i].months);
        enum plan_veld veld;
        if (cases[i].bedrag)
            r.bedrag.cent = cases[i].bedrag;
        if (cases[i].hours)
            r.aantal.honderdste = cases[i].hours * 100;
        assert_null(plan_regel_fout(a, &k, &r, &veld));
        struct plan_schatting s = plan_schat(a, &k, 1, &r);
        if (s.totaal.cent != cases[i].cent)
            print_error("case %zu %s: %s\n", i, cases[i].code, s.regels[0].berekening);
        assert_cent(s.totaal.cent, cases[i].cent);
        assert_int_equal(s.n_regels, 1); /* no bonus: nothing is known of the person */
    }
}

static void what_lies_outside(void **state)
{
    (void)state;
    struct plan_kader k = years(D, "2026-01-01", "2026-12-31");
    struct plan_regel r = line(D, "PW-LANG", 1, 36, 24);
    assert_cent(plan_schat(a, &k, 1, &r).totaal.cent, 4000000); /* the set counts days within the project only */
    r.van = d("2026-07-01");
    assert_cent(plan_schat(a, &k, 1, &r).totaal.cent, 2016438); /* 40.000 × 184/365 */
    k = years(H, "2026-01-01", "2029-12-31");
    r = line(H, "PW", 1, 36, 36);
    assert_cent(plan_schat(a, &k, 1, &r).totaal.cent, 8000000); /* LKS: the block's own 24 months */
}

/* The same effort, planned and accounted, is worth the same. */
static void as_accounted(void **state)
{
    (void)state;
    struct uren_deel h[1];
    struct plan_kader k = years(D, "2024-03-01", "2027-02-28");
    for (int months = 1; months <= 30; months++)
        for (int week = 4; week <= 40; week += 4) {
            struct inzet_invoer e = entry(D, "PW-KORT", "2024-03-01", "");
            struct plan_regel r = line(D, "PW-KORT", 7, week, months);
            e.tot = datum_plus_months(e.start, months);
            e.project_start = k.start;
            e.project_tot = k.tot;
            hours_set(&e, h, week);
            assert_cent(plan_schat(a, &k, 1, &r).totaal.cent, 7 * waarde_bereken(a, &e, GEEN_GRENS).totaal.cent);
        }
}

static void total_is_the_sum(void **state)
{
    (void)state;
    struct plan_kader k = years(D, "2026-03-15", "2029-03-14");
    struct plan_regel r[] = {line(D, "PW-KORT", 3, 23, 7), line(D, "WIA-WAO", 2, 31, 11), line(D, "INK-P1", 0, 0, 0),
                             line(D, "BBL-34", 5, 0, 13)};
    r[2].bedrag.cent = 3333333;
    struct plan_schatting s = plan_schat(a, &k, 4, r);
    int64_t sum = 0;
    for (size_t i = 0; i < s.n_regels; i++)
        sum += s.regels[i].bedrag.cent;
    assert_cent(sum, s.totaal.cent);
    assert_string_equal(s.regels[0].inzet, "3 personen, 23 uur per week, 7 maanden");
    assert_string_equal(s.regels[3].inzet, "5 personen, 13 maanden");
    assert_memory_equal(s.regels[0].berekening, "3 × (", 6);
}

static void what_is_missing(void **state)
{
    (void)state;
    enum plan_veld veld;
    struct plan_kader k = years(D, "2026-01-01", "2026-12-31");
    struct plan_regel none = {.week = UREN_GEEN, .van = DATUM_GEEN, .bedrag = GELD_GEEN, .aantal = UREN_GEEN}, r;
    assert_non_null(plan_regel_fout(a, &k, &none, &veld));
    assert_int_equal(veld, PLAN_VELD_BLOK);
    r = line(D, "BON-50", 1, 36, 12);
    assert_non_null(plan_regel_fout(a, &k, &r, &veld)); /* a bonus is no inzet by itself */
    r = line(D, "PW-LANG", 0, 36, 12);
    assert_non_null(plan_regel_fout(a, &k, &r, &veld));
    assert_int_equal(veld, PLAN_VELD_PERSONEN);
    r = line(D, "PW-LANG", 1, 36, 0);
    assert_non_null(plan_regel_fout(a, &k, &r, &veld));
    assert_int_equal(veld, PLAN_VELD_MAANDEN);
    r = line(D, "PW-LANG", 1, 36, 12);
    r.van = d("2025-12-31");
    assert_non_null(plan_regel_fout(a, &k, &r, &veld));
    assert_int_equal(veld, PLAN_VELD_VAN);
    r.van = d("2027-01-01");
    assert_non_null(plan_regel_fout(a, &k, &r, &veld));
    r.van = d("2026-12-31");
    assert_null(plan_regel_fout(a, &k, &r, &veld));
    r = line(D, "INK-50", 0, 0, 0);
    assert_non_null(plan_regel_fout(a, &k, &r, &veld));
    assert_int_equal(veld, PLAN_VELD_BEDRAG);
    r = line(D, "MVO-UUR", 0, 0, 0);
    r.bedrag.cent = 100;
    assert_non_null(plan_regel_fout(a, &k, &r, &veld));
    assert_int_equal(veld, PLAN_VELD_AANTAL);
}

static const char *same(const char *code)
{
    return code;
}

static void planned_beside_realised(void **state)
{
    (void)state;
    struct plan_kader k = years(D, "2026-01-01", "2026-12-31");
    struct plan_regel r[] = {line(D, "PW-LANG", 1, 36, 12), line(D, "INK-100", 0, 0, 0)};
    r[1].bedrag.cent = 100000;
    struct plan_schatting s = plan_schat(a, &k, 2, r);
    static const struct plan_realisatie done[] = {
        {"PW-LANG", {1000000}, {2000000}}, {"PW-KORT", {300000}, {500000}}, {"MVO-UUR", {70000}, {70000}}};
    struct plan_stand v = plan_vergelijk(a, D, &s, 3, done, same);
    static const struct {
        const char *label;
        bool head;
        int64_t planned, actueel, prognose, difference;
    } expected[] = {
        {"ARBEID", true, 4000000, 1300000, 2500000, -1500000},
        {"Participatiewet korter dan 2 jaar", false, 0, 300000, 500000, 500000},
        {"Participatiewet 2 jaar of langer", false, 4000000, 1000000, 2000000, -2000000},
        {"INKOOP", true, 100000, 0, 0, -100000},
        {"Sociale inkoop: SW-bedrijf, Code Sociale Ondernemingen of PSO 30+", false, 100000, 0, 0, -100000},
        {"ACTIVITEIT", true, 0, 70000, 70000, 70000},
        {"Maatschappelijke activiteit, per uur", false, 0, 70000, 70000, 70000},
    };
    assert_int_equal(v.n_regels, sizeof(expected) / sizeof(expected[0]));
    for (size_t i = 0; i < v.n_regels; i++) {
        assert_string_equal(v.regels[i].label, expected[i].label);
        assert_int_equal(v.regels[i].kop, expected[i].head);
        assert_cent(v.regels[i].gepland.cent, expected[i].planned);
        assert_cent(v.regels[i].actueel.cent, expected[i].actueel);
        assert_cent(v.regels[i].prognose.cent, expected[i].prognose);
        assert_cent(v.regels[i].verschil.cent, expected[i].difference);
    }
    assert_cent(v.totaal.gepland.cent, s.totaal.cent);
    assert_cent(v.totaal.actueel.cent, 1370000);
    assert_cent(v.totaal.prognose.cent, 2570000);
    assert_cent(v.totaal.verschil.cent, 2570000 - s.totaal.cent);
}

/* Every basis of every set has its table. */
static void each_block_has_a_table(void **state)
{
    (void)state;
    const struct bouwblokkenset *sets[] = {D, H, set_load(a, "utrecht.csv")};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < sets[k]->n_blokken; i++) {
            const struct bouwblok *b = &sets[k]->blokken[i];
            enum plan_tafel t = plan_tafel_van(b);
            assert_int_equal(t == PLAN_TAFEL_KANDIDATEN, b->eenheid == PER_PERIODE || b->eenheid == PER_STUK);
            if (t == PLAN_TAFEL_INKOPEN)
                assert_int_equal(b->rubriek, RUBRIEK_INKOOP);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_by_table),         cmocka_unit_test(what_lies_outside),
        cmocka_unit_test(as_accounted),           cmocka_unit_test(total_is_the_sum),
        cmocka_unit_test(what_is_missing),        cmocka_unit_test(planned_beside_realised),
        cmocka_unit_test(each_block_has_a_table),
    };
    return cmocka_run_group_tests_name("plan", tests, setup, teardown);
}
