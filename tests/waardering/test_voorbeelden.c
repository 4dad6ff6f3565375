/* The twelve worked examples of spec 3, to the cent, and further cases reasoned by hand beside each. */
#include "waarde.h"

static struct arena *a;
static struct bouwblokkenset *D, *U, *H;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    D = set_load(a, "deventer-2023.csv");
    U = set_load(a, "utrecht.csv");
    H = set_load(a, "haaglanden-2023.csv");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static int64_t prognose(const struct inzet_invoer *in)
{
    return waarde_bereken(a, in, GEEN_GRENS).totaal.cent;
}

static int64_t actueel(const struct inzet_invoer *in, const char *on)
{
    return waarde_bereken(a, in, d(on)).totaal.cent;
}

static void examples_1_to_6(void **state)
{
    struct uren_deel h[3];
    (void)state;
    struct inzet_invoer e = entry(D, "PW-KORT", "2024-03-01", "2024-08-31");
    hours_set(&e, h, 24);
    assert_cent(prognose(&e), 1008219);
    static const char *const years[][2] = {
        {"2023-01-01", "2023-12-31"}, {"2024-01-01", "2024-12-31"}, {"2024-02-29", "2025-02-28"}};
    for (int i = 0; i < 3; i++) {
        e = entry(D, "PW-KORT", years[i][0], years[i][1]);
        hours_set(&e, h, 36);
        assert_cent(prognose(&e), 3000000);
    }
    e = entry(D, "PW-LANG", "2026-01-01", "2026-12-31");
    hours_set(&e, h, 36);
    assert_cent(prognose(&e), 4000000);
    assert_cent(actueel(&e, "2026-07-01"), 1983562);
    e = entry(D, "WEP", "2024-01-15", "2024-04-30");
    assert_cent(prognose(&e), 265000);
    e = entry(D, "BOL-12", "2024-09-01", "2025-01-31");
    e.uit_dienst_tot = tm_of("2024-10-31");
    assert_cent(prognose(&e), 299020);
    e = entry(D, "BBL-12", "2023-08-01", "2025-07-31");
    assert_cent(prognose(&e), 4000000);
    assert_cent(actueel(&e, "2024-03-01"), 1163934);
}

static void examples_7_to_9(void **state)
{
    struct uren_deel h[3];
    (void)state;
    static const struct {
        const char *code;
        int64_t invoice, value;
    } invoices[] = {{"INK-50", 1234567, 617284}, {"INK-P3", 1234567, 370370}, {"INK-P1", 98765, 9877}};
    for (int i = 0; i < 3; i++) {
        struct inzet_invoer e = entry(D, invoices[i].code, "2024-05-01", "2024-05-01");
        e.bedrag.cent = invoices[i].invoice;
        assert_cent(prognose(&e), invoices[i].value);
    }
    struct inzet_invoer e = entry(D, "PW-LANG", "2024-04-01", "2026-03-31");
    h[0] = (struct uren_deel){d("2024-04-01"), {3200}};
    h[1] = (struct uren_deel){d("2024-10-01"), {2400}};
    e.uren = h;
    e.n_uren = 2;
    assert_cent(prognose(&e), 5778995);
    assert_cent(actueel(&e, "2024-12-01"), 2228311);
    e = entry(D, "WW-KORT", "2026-03-01", "2026-08-31");
    hours_set(&e, h, 40);
    struct antwoord age = {"leeftijd", "55"};
    e.antwoorden = &age;
    e.n_antwoorden = 1;
    struct waarde w = waarde_bereken(a, &e, GEEN_GRENS);
    assert_int_equal(w.n_regels, 2);
    assert_cent(w.regels[0].bedrag.cent, 504110);
    assert_cent(w.regels[1].bedrag.cent, 252055);
    assert_cent(w.totaal.cent, 504110 + 252055);
}

static void examples_10_to_12(void **state)
{
    struct periode_deel p[10];
    (void)state;
    assert_int_equal(periode_verdeel(d("2023-07-01"), d("2026-01-01"), (geld){10000000}, p, 10), 3);
    assert_cent(p[0].bedrag.cent, 4000000);
    assert_cent(p[1].bedrag.cent, 3989100);
    assert_cent(p[2].bedrag.cent, 2010900);
    struct periode_bedrag b[3] = {{{4000000}, {4625000}}, {{3989100}, GELD_GEEN}, {{2010900}, GELD_GEEN}};
    assert_cent(verplichting_bruto("raamovereenkomst", (geld){10000000}, 3, b, GELD_GEEN).cent, 10625000);
    assert_cent(omzet_verplichting((geld){150000000}, (basispunt){500}).cent, 7500000);
}

/* One line a case: block, dates, hours, cents. */
static void by_hand(void **state)
{
    (void)state;
    static const struct {
        const char *set, *code, *start, *tm;
        int week;
        int64_t cent;
        const char *why;
    } cases[] = {
        {"D", "PW-KORT", "2023-01-01", "2023-12-31", 18, 1500000, "half time: half"},
        {"D", "PW-KORT", "2023-01-01", "2023-12-31", 40, 3000000, "more than fte counts as fte"},
        {"D", "PW-KORT", "2023-01-01", "2024-12-31", 36, 6000000, "two years, 24 months cap just reached"},
        {"D", "PW-KORT", "2023-01-01", "2025-12-31", 36, 6000000, "capped at 24 months"},
        {"D", "PW-LANG", "2023-01-01", "2025-12-31", 18, 4000000, "capped at 24 months of placement, at half time"},
        {"D", "PW-DGR", "2023-01-01", "2025-12-31", 36, 12000000, "no cap: three years"},
        {"D", "WW-KORT", "2023-01-01", "2024-06-30", 36, 1000000, "12 months cap"},
        {"D", "WW-LANG", "2024-01-01", "2024-12-31", 36, 1500000, "leap year is one year"},
        {"D", "NUG", "2023-03-01", "2024-02-29", 36, 1000000, "1-3 t/m 29-2 is a whole year"},
        {"D", "NUG", "2023-07-01", "2023-12-31", 36, 502732, "184/366 of 10.000: the year from 1-7-2023 has a 29th"},
        {"D", "WEP", "2024-01-01", "2024-01-31", 20, 75000, "a month whatever the hours"},
        {"D", "WEP", "2024-02-01", "2024-02-29", 20, 75000, "February is a month"},
        {"D", "WEP", "2024-02-01", "2024-02-14", 20, 36207, "14/29 of 750"},
        {"D", "WEP", "2023-02-01", "2023-02-14", 20, 37500, "14/28 of 750"},
        {"D", "WEP", "2024-01-31", "2024-02-29", 20, 75000, "from 31-1 to 1-3 is a month"},
        {"D", "BBL-34", "2023-08-01", "2024-07-31", 32, 1500000, "a leerwerkjaar whatever the hours"},
        {"D", "BOL-34", "2024-02-01", "2024-06-30", 32, 500000, "served out: whole"},
        {"D", "VSO-STAGE", "2024-02-01", "2024-06-30", 16, 500000, "served out: whole"},
        {"D", "WAJONG", "2023-01-01", "2023-01-01", 36, 10959, "one day: 1/365 of 40.000"},
        {"D", "WIA-WAO", "2023-01-01", "2023-06-30", 9, 495890, "a quarter of 181/365"},
        {"U", "PWET", "2023-01-01", "2023-12-31", 36, 4000000, "Utrecht"},
        {"U", "BANEN", "2023-01-01", "2024-12-31", 24, 6666667, "two years at 24/36: 66.666,67"},
        {"U", "NUG", "2023-01-01", "2023-12-31", 12, 333333, "a third"},
        {"U", "BOL", "2023-09-01", "2024-01-31", 24, 557377, "20.000 × 24/36 × 153/366"},
        {"H", "PW", "2023-07-01", "2025-06-30", 36, 8000000, "24 months"},
        {"H", "ST", "2023-09-01", "2024-01-31", 32, 185792, "5.000 × 32/36 × 153/366"},
        {"H", "REG", "2024-01-01", "2026-12-31", 36, 15000000, "no cap"},
        {"H", "BBL3", "2023-08-01", "2027-07-31", 36, 4500000, "36 months"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct uren_deel h[1];
        struct inzet_invoer e = entry(cases[i].set[0] == 'D'   ? D
                                      : cases[i].set[0] == 'U' ? U
                                                               : H,
                                      cases[i].code, cases[i].start, cases[i].tm);
        if (e.blok->cap_veld == CAP_VELD_LKS)
            e.cap_veld_tot = DATUM_GEEN;
        hours_set(&e, h, cases[i].week);
        if (prognose(&e) != cases[i].cent)
            fail_msg("%s %s: %lld, expected %lld (%s): %s", cases[i].set, cases[i].code, (long long)prognose(&e),
                     (long long)cases[i].cent, cases[i].why, waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening);
    }
}

static void caps_and_people(void **state)
{
    (void)state;
    /* placed half a year before, gap shorter than 6 months: 18 of 24 months are left */
    struct plaatsing before[] = {
        {.van = d("2022-01-01"), .tot = d("2022-07-01"), .week = {3600}, .aandeel = BP_GEEN, .begin = DATUM_GEEN}};
    struct inzet_invoer e = entry(D, "PW-KORT", "2022-10-01", "2025-09-30");
    e.eerder = before;
    e.n_eerder = 1;
    assert_int_equal(waarde_cap(&e, e.blok).dag, d("2024-04-01").dag);
    /* a gap of six months or more starts anew */
    e.start = d("2023-01-01");
    assert_int_equal(waarde_cap(&e, e.blok).dag, d("2025-01-01").dag);
    /* the calendar counts from the first day, placed or not */
    struct bouwblokkenset calendar = *D;
    calendar.cap_basis = CAP_KALENDER;
    e.set = &calendar;
    e.start = d("2022-10-01");
    assert_int_equal(waarde_cap(&e, e.blok).dag, d("2024-01-01").dag);
    /* weighed by hours: half time lasts twice as long */
    struct bouwblokkenset weighed = *D;
    struct uren_deel h[1];
    weighed.cap_basis = CAP_FTE;
    e = entry(&weighed, "WW-KORT", "2023-01-01", "2026-12-31");
    hours_set(&e, h, 18);
    assert_int_equal(waarde_cap(&e, e.blok).dag, d("2025-01-01").dag);
    assert_cent(prognose(&e), 1000000);
    /* the later of training's end and cap */
    e = entry(D, "BBL-12", "2023-08-01", "2026-07-31");
    e.cap_veld_tot = tm_of("2025-07-31");
    assert_cent(prognose(&e), 4000000);
    e = entry(H, "PW", "2023-07-01", "2027-06-30");
    e.cap_veld_tot = tm_of("2026-06-30");
    assert_cent(prognose(&e), 12000000);
}

static void bonuses(void **state)
{
    (void)state;
    struct uren_deel h[1];
    struct inzet_invoer e = entry(D, "PW-LANG", "2023-01-01", "2024-12-31");
    struct antwoord given[] = {{"leeftijd", "50"}, {"contractvorm", "vast"}, {"statushouder", "ja"}};
    hours_set(&e, h, 36);
    e.antwoorden = given;
    e.n_antwoorden = 3;
    /* 80.000 + 5.000 + 10.000 + 5.000: each bonus counts twelve months */
    assert_cent(prognose(&e), 10000000);
    given[0].waarde = "49";
    assert_cent(prognose(&e), 9500000);
    /* of a group the highest, of equals one */
    e = entry(U, "PWET", "2023-01-01", "2023-12-31");
    hours_set(&e, h, 36);
    struct antwoord both[] = {{"statushouder", "ja"}, {"taalachterstand", "ja"}};
    e.antwoorden = both;
    e.n_antwoorden = 2;
    assert_cent(prognose(&e), 5000000);
    /* a bonus of ARBEID does not go with a block of LEREN */
    e = entry(D, "BBL-34", "2023-08-01", "2024-07-31");
    e.antwoorden = given;
    e.n_antwoorden = 3;
    assert_cent(prognose(&e), 1500000);
}

static void windows(void **state)
{
    (void)state;
    struct uren_deel h[1];
    struct inzet_invoer e = entry(D, "PW-DGR", "2023-01-01", "2025-12-31");
    hours_set(&e, h, 36);
    e.project_start = d("2023-01-01");
    e.project_tot = d("2024-01-01");
    assert_cent(prognose(&e), 4000000); /* only days within the project */
    e.start = d("2022-12-31");
    assert_cent(prognose(&e), 0); /* begun before it, without aanloop */
    struct bouwblokkenset early = *D;
    early.aanloop_mnd = 12;
    e.set = &early;
    assert_cent(prognose(&e), 4000000); /* with aanloop it may, but only days within count */
    e = entry(D, "PW-DGR", "2023-01-01", "");
    hours_set(&e, h, 36);
    e.project_tot = d("2024-01-01");
    assert_cent(prognose(&e), 4000000); /* open-ended: to the project's end */
    struct bouwblokkenset least = *D;
    least.min_uren = (uren){1200};
    e.set = &least;
    hours_set(&e, h, 11);
    assert_cent(prognose(&e), 0); /* below the least hours nothing counts */
    hours_set(&e, h, 12);
    assert_cent(prognose(&e), 1333333);
}

static void hours_amounts_and_shares(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(D, "MVO-UUR", "2024-05-01", "2024-05-01");
    e.aantal = (uren){750};
    e.personen = 4;
    assert_cent(prognose(&e), 300000);
    assert_cent(actueel(&e, "2024-05-01"), 0);
    assert_cent(actueel(&e, "2024-05-02"), 300000);
    struct bouwblok capped = *e.blok;
    capped.dagmax = (geld){100000};
    e.blok = &capped;
    assert_cent(prognose(&e), 100000);
    e = entry(D, "MVO-MAAT", "2024-05-01", "2024-05-01");
    e.bedrag = (geld){123456};
    assert_cent(prognose(&e), 0); /* tailor-made only once approved */
    e.goedgekeurd = true;
    assert_cent(prognose(&e), 123456);
    geld parts[3];
    waarde_verdeel((geld){10000}, 3, (const basispunt[]){{3333}, {3333}, {3334}}, parts);
    assert_cent(parts[0].cent, 3333);
    assert_cent(parts[0].cent + parts[1].cent + parts[2].cent, 10000);
    assert_int_equal(inzet_telt("ingediend", true, blok_find_code(D, "MVO-MAAT")), TELT_ALS_INGEDIEND);
    assert_int_equal(inzet_telt("ingediend", true, blok_find_code(D, "NUG")), TELT_MEE);
    assert_int_equal(inzet_telt("ingediend", false, blok_find_code(D, "NUG")), TELT_ALS_INGEDIEND);
    assert_int_equal(inzet_telt("teruggestuurd", true, blok_find_code(D, "NUG")), TELT_NIET);
}

static void once_only_blocks(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(D, "VSO-WERK", "2024-05-01", "2025-04-30");
    assert_cent(actueel(&e, "2024-05-01"), 0);
    assert_cent(actueel(&e, "2024-05-02"), 2500000);
    struct bouwblok end = *e.blok;
    end.opbouw = OPBOUW_EINDE;
    e.blok = &end;
    assert_cent(actueel(&e, "2025-04-30"), 0);
    assert_cent(actueel(&e, "2025-05-01"), 2500000);
    e.uit_dienst_tot = tm_of("2025-04-29");
    assert_cent(prognose(&e), 0); /* ended early: the end was not reached */
}

/* Where a regio asks a certificate during the whole contract, 2024 (366 days), € 100.000: certificates that cover every
 * day together count, each day the highest; one open day and there is nothing. */
static const struct {
    const char *what;
    struct {
        int bp;
        const char *van, *tot;
    } c[4];
    size_t n;
    int64_t cent;
} whole[] = {
    {"one that holds all of it", {{1000, "2023-07-01", "2025-07-01"}}, 1, 1000000},
    {"one that begins a day late", {{1000, "2024-01-02", "2025-07-01"}}, 1, 0},
    {"one that ends a day early", {{1000, "2023-07-01", "2024-12-31"}}, 1, 0},
    {"renewed to the day, same step",
     {{1000, "2023-07-01", "2024-07-01"}, {1000, "2024-07-01", "2025-07-01"}},
     2,
     1000000},
    {"renewed to the day, one step up: 182 and 184 days",
     {{1000, "2023-07-01", "2024-07-01"}, {2500, "2024-07-01", "2025-07-01"}},
     2,
     1754098},
    {"renewed to the day, one step down: 182 and 184 days",
     {{2500, "2023-07-01", "2024-07-01"}, {1000, "2024-07-01", "2025-07-01"}},
     2,
     1745902},
    {"one day between them", {{1000, "2023-07-01", "2024-07-01"}, {1000, "2024-07-02", "2025-07-01"}}, 2, 0},
    {"overlapping: 91 and 275 days",
     {{1000, "2023-07-01", "2024-07-01"}, {2500, "2024-04-01", "2025-07-01"}},
     2,
     2127049},
    {"the lower one is not needed: the higher two cover it",
     {{1000, "2023-07-01", "2025-07-01"}, {2500, "2024-01-01", "2024-07-01"}, {5000, "2024-07-01", "2025-01-01"}},
     3,
     3756831},
    {"the lower one is needed for a day",
     {{1000, "2023-07-01", "2025-07-01"}, {2500, "2024-01-01", "2024-07-01"}, {5000, "2024-07-02", "2025-01-01"}},
     3,
     3745902},
    {"named in another order",
     {{5000, "2024-07-01", "2025-01-01"}, {1000, "2023-07-01", "2025-07-01"}, {2500, "2024-01-01", "2024-07-01"}},
     3,
     3756831},
    {"exempt on the last day", {{2500, "2023-07-01", "2024-12-31"}, {10000, "2024-12-31", "2025-07-01"}}, 2, 2520492},
    {"exempt all of it", {{10000, "2024-01-01", "2024-06-01"}, {10000, "2024-06-01", "2025-01-01"}}, 2, 10000000},
    {"a step that gives nothing covers too",
     {{0, "2023-07-01", "2024-07-01"}, {2500, "2024-07-01", "2025-07-01"}},
     2,
     1256831},
    {"none", {{0, "2024-01-01", "2024-01-01"}}, 0, 0},
};

static void whole_contract(void **state)
{
    (void)state;
    datum van = d("2024-01-01"), tot = d("2025-01-01");
    for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++) {
        struct certificaat c[4];
        struct korting_regel lines[8];
        for (size_t k = 0; k < whole[i].n; k++)
            c[k] = (struct certificaat){{whole[i].c[k].bp}, d(whole[i].c[k].van), d(whole[i].c[k].tot)};
        int64_t cent = verplichting_korting((geld){10000000}, van, tot, whole[i].n, c, true).cent, sum = 0;
        if (cent != whole[i].cent)
            print_error("%s\n", whole[i].what);
        assert_cent(cent, whole[i].cent);
        size_t n = verplichting_korting_regels((geld){10000000}, van, tot, whole[i].n, c, true, lines, 8);
        for (size_t k = 0; k < n; k++)
            sum += lines[k].bedrag.cent;
        assert_cent(sum, cent); /* the lines that are shown add up */
        assert_true(
            cent <=
            verplichting_korting((geld){10000000}, van, tot, whole[i].n, c, false).cent); /* never more than by days */
    }
}

static void projects(void **state)
{
    (void)state;
    datum van = d("2024-01-01"), tot = d("2025-01-01");
    struct certificaat c[] = {{{1000}, d("2024-01-01"), d("2024-07-01")}, {{2500}, d("2024-04-01"), d("2025-01-01")}};
    /* 91 days at 10 %, 275 at 25 % of 366: (91·10 + 275·25)/366 % of 100.000 = 21.270,49 */
    assert_cent(verplichting_korting((geld){10000000}, van, tot, 2, c, false).cent, 2127049);
    assert_int_equal(percent_bp((geld){9999}, (geld){10000}), 9999);
    assert_int_equal(percent_bp((geld){13255}, (geld){10000}), 13255);
    assert_int_equal(percent_bp((geld){1}, GELD_GEEN), -1);
    assert_cent(verwacht((geld){36600}, van, tot, d("2024-02-01")).cent, 3100);
    assert_int_equal(project_signaal((geld){100}, (geld){100}, (geld){100}, (geld){50}), SIGNAAL_VOLDAAN);
    assert_int_equal(project_signaal((geld){100}, (geld){10}, (geld){100}, (geld){50}), SIGNAAL_OP_KOERS);
    assert_int_equal(project_signaal((geld){100}, (geld){38}, (geld){99}, (geld){50}), SIGNAAL_LET_OP);
    assert_int_equal(project_signaal((geld){100}, (geld){37}, (geld){99}, (geld){50}), SIGNAAL_ACHTER);
    assert_int_equal(project_signaal(GELD_GEEN, (geld){0}, (geld){0}, (geld){0}), SIGNAAL_GEEN);
}

static void explained(void **state)
{
    (void)state;
    struct uren_deel h[1];
    struct inzet_invoer e = entry(D, "PW-LANG", "2026-01-01", "2026-12-31");
    hours_set(&e, h, 36);
    struct waarde w = waarde_bereken(a, &e, GEEN_GRENS);
    assert_string_equal(w.regels[0].berekening, "€\xC2\xA0"
                                                "40.000,00 per jaar × 36/36 uur × 1 jaar");
    assert_string_equal(w.regels[0].telt_tm, "31-12-2027");
    w = waarde_bereken(a, &e, d("2026-07-01"));
    assert_string_equal(w.regels[0].berekening, "€\xC2\xA0"
                                                "40.000,00 per jaar × 36/36 uur × 181/365 jaar");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_1_to_6),   cmocka_unit_test(examples_7_to_9),
                                       cmocka_unit_test(examples_10_to_12), cmocka_unit_test(by_hand),
                                       cmocka_unit_test(caps_and_people),   cmocka_unit_test(bonuses),
                                       cmocka_unit_test(windows),           cmocka_unit_test(hours_amounts_and_shares),
                                       cmocka_unit_test(once_only_blocks),  cmocka_unit_test(whole_contract),
                                       cmocka_unit_test(projects),          cmocka_unit_test(explained)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
