/* Cases reasoned by hand: hours, leap years, caps by the three bases, end dates given with the entry, early exit,
 * aanloop. */
#include "waarde.h"

static struct arena *a;
static struct bouwblokkenset *D, *H;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    D = set_load(a, "deventer-2023.csv");
    H = set_load(a, "haaglanden-2023.csv");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static int64_t worth(const struct inzet_invoer *in, const char *on)
{
    return waarde_bereken(a, in, *on ? d(on) : GEEN_GRENS).totaal.cent;
}

static struct plaatsing placed(const char *van, const char *tm, int week)
{
    return (struct plaatsing){
        .van = d(van), .tot = tm_of(tm), .week = {week * 100}, .aandeel = BP_GEEN, .begin = DATUM_GEEN};
}

static struct bouwblokkenset with_basis(enum cap_basis basis)
{
    struct bouwblokkenset s = *D;
    s.cap_basis = basis;
    return s;
}

#define assert_dag(x, iso) assert_int_equal((x).dag, d(iso).dag)

/* A(s, k) where the day does not exist; P of a day, a month, a year. */
static void time_in_fractions(void **state)
{
    (void)state;
    assert_int_equal(tijd_u(d("2023-01-31"), d("2023-03-01"), 1), Q_MAAND); /* 31-1 + 1 month = 1-3 */
    assert_int_equal(tijd_u(d("2024-02-29"), d("2025-03-01"), 12), Q_JAAR); /* 29-2-2024 + a year = 1-3-2025 */
    assert_int_equal(tijd_u(d("2024-02-29"), d("2028-02-29"), 12), 4 * Q_JAAR);
    assert_int_equal(tijd_u(d("2023-01-01"), d("2023-01-02"), 12), Q_JAAR / 365);
    assert_int_equal(tijd_u(d("2024-01-01"), d("2024-01-02"), 12), Q_JAAR / 366);
    assert_int_equal(tijd_u(d("2024-02-01"), d("2024-02-02"), 1), Q_MAAND / 29);
    assert_int_equal(tijd_u(d("2024-01-01"), d("2024-01-01"), 1), 0);
    assert_int_equal(tijd_u(d("2024-01-02"), d("2024-01-01"), 1), 0); /* before the start: nothing */
    assert_int_equal(deel_half_up(1, 1, 2), 1);
    assert_int_equal(deel_half_up(1, 49, 100), 0);
    assert_int_equal(deel_half_up(3, 1, 3), 1);
}

/* Hours change in the middle; parts are measured from the same start and rounded once. */
static void hours_change(void **state)
{
    (void)state;
    struct uren_deel h[4] = {
        {d("2023-01-01"), {3600}}, {d("2023-07-01"), {1800}}, {d("2023-10-01"), {0}}, {d("2023-11-01"), {4000}}};
    struct inzet_invoer e = entry(D, "PW-LANG", "2023-01-01", "2023-12-31");
    e.uren = h;
    e.n_uren = 2;
    /* (181 + 184/2)/365 × 40.000 = 29.917,81 */
    assert_cent(worth(&e, ""), 2991781);
    assert_cent(worth(&e, "2023-07-01"), 1983562);
    /* one more day at half: + 54,79 → (181 + 0,5)/365 */
    assert_cent(worth(&e, "2023-07-02"), 1989041);
    e.n_uren = 4;
    /* 181 + 92/2 + 31·0 + 61 = 288 of 365 */
    assert_cent(worth(&e, ""), 3156164);
    /* parts that begin after the end are nothing */
    e.tot = d("2023-07-01");
    assert_cent(worth(&e, ""), 1983562);
    /* naar_uren = nee: hours do not matter, also when they change */
    e = entry(D, "BBL-12", "2023-01-01", "2023-12-31");
    e.uren = h;
    e.n_uren = 4;
    assert_cent(worth(&e, ""), 2000000);
    /* below the least of the regio: that part counts nothing, also for a block without hours: (181 + 92 + 61)/365
     * of 20.000 */
    struct bouwblokkenset least = *D;
    least.min_uren = (uren){1200};
    e.set = &least;
    assert_cent(worth(&e, ""), 1830137);
    /* fte 40: 36 hours is nine tenths */
    struct bouwblokkenset forty = *D;
    forty.fte = (uren){4000};
    e = entry(&forty, "PW-LANG", "2023-01-01", "2023-12-31");
    hours_set(&e, h, 36);
    assert_cent(worth(&e, ""), 3600000);
}

/* Whole years over leap days: each is one rate; part of a leap year is in 366ths. */
static void leap_years(void **state)
{
    (void)state;
    static const struct {
        const char *start, *tm;
        int64_t cent;
    } cases[] = {
        {"2024-02-29", "2024-02-29", 10929}, /* 1/366 of 40.000: 109,29 */
        {"2023-03-01", "2024-02-29", 4000000},   {"2023-02-28", "2024-02-27", 4000000},
        {"2024-02-29", "2026-02-28", 8000000},   {"2023-12-31", "2024-12-30", 4000000},
        {"2024-01-01", "2024-06-30", 1989071},   /* 182/366 */
        {"2023-01-01", "2023-06-30", 1983562},   /* 181/365 */
        {"2023-07-01", "2024-12-31", 6016438},   /* 1 + 184/365 (1-7-2024 to 1-7-2025 has no 29-2) */
        {"2000-01-01", "2039-12-31", 160000000}, /* forty years */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct inzet_invoer e = entry(D, "WIA-WAO", cases[i].start, cases[i].tm);
        assert_cent(worth(&e, ""), cases[i].cent);
    }
}

static void cap_calendar(void **state)
{
    (void)state;
    struct bouwblokkenset s = with_basis(CAP_KALENDER);
    struct inzet_invoer e = entry(&s, "PW-KORT", "2023-01-31", "2027-12-31");
    assert_dag(waarde_cap(&e, e.blok), "2025-01-31");
    assert_cent(worth(&e, ""), 6000000);
    struct plaatsing before[] = {placed("2022-07-01", "2022-12-31", 36), placed("2022-01-01", "2022-03-31", 36)};
    e.eerder = before;
    e.n_eerder = 2;
    /* gaps of one and of three months do not restart: 24 months from 1-1-2022; but 11 months of 31-1-2023..1-1-2024 are
     * left */
    assert_dag(waarde_cap(&e, e.blok), "2024-01-01");
    /* exactly six months between: a new chain from the second, 1-7-2022 */
    before[1] = placed("2021-07-01", "2021-12-31", 36);
    assert_dag(waarde_cap(&e, e.blok), "2024-07-01");
    /* one day less: one chain, from 1-7-2021 */
    before[1] = placed("2021-07-01", "2022-01-01", 36);
    assert_dag(waarde_cap(&e, e.blok), "2023-07-01");
    /* used up before it began: nothing counts, and the line says why */
    before[0] = placed("2020-07-01", "2022-12-31", 36);
    e.n_eerder = 1;
    assert_dag(waarde_cap(&e, e.blok), "2023-01-31");
    assert_cent(worth(&e, ""), 0);
    struct waarde w = waarde_bereken(a, &e, GEEN_GRENS);
    assert_non_null(strstr(w.regels[0].berekening, "de duur van meetellen is al gebruikt"));
    assert_string_equal(w.regels[0].telt_tm, "");
}

static void cap_placed_days(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(D, "WW-KORT", "2023-10-01", "2025-12-31");
    struct plaatsing before[] = {placed("2023-01-01", "2023-06-30", 36), placed("2023-03-01", "2023-04-30", 36),
                                 placed("2023-05-01", "2023-08-31", 36)};
    e.eerder = before;
    e.n_eerder = 1;
    assert_dag(waarde_cap(&e, e.blok), "2024-04-01"); /* six of twelve months used */
    e.n_eerder = 2;
    assert_dag(waarde_cap(&e, e.blok), "2024-04-01"); /* a placement wholly inside another uses nothing more */
    e.n_eerder = 3;
    assert_dag(waarde_cap(&e, e.blok), "2024-02-01"); /* 1-7 to 1-9: two months more */
    struct plaatsing swapped[] = {before[2], before[1], before[0]};
    e.eerder = swapped;
    assert_dag(waarde_cap(&e, e.blok), "2024-02-01"); /* the order of rows does not matter */
    /* one that still runs counts up to this start; part time counts whole days */
    struct plaatsing running[] = {
        {.van = d("2023-07-01"), .tot = DATUM_GEEN, .week = {800}, .aandeel = BP_GEEN, .begin = DATUM_GEEN}};
    e.eerder = running;
    e.n_eerder = 1;
    assert_dag(waarde_cap(&e, e.blok), "2024-07-01");
    /* begun on the same day, or later: this placement itself is there on those days */
    running[0].van = e.start;
    assert_dag(waarde_cap(&e, e.blok), "2024-10-01");
    running[0].van = d("2024-01-01");
    assert_dag(waarde_cap(&e, e.blok), "2024-10-01");
    /* onderbreking 0: any gap begins anew, joining on does not */
    struct bouwblokkenset s = *D;
    s.onderbreking_mnd = 0;
    e.set = &s;
    running[0] = placed("2023-01-01", "2023-09-29", 36);
    assert_dag(waarde_cap(&e, e.blok), "2024-10-01");
    running[0] = placed("2023-01-01", "2023-09-30", 36);
    assert_dag(waarde_cap(&e, e.blok), "2024-01-01");
}

static void cap_by_fte(void **state)
{
    (void)state;
    struct bouwblokkenset s = with_basis(CAP_FTE);
    struct uren_deel h[2] = {{d("2023-01-01"), {1800}}, {d("2024-01-01"), {3600}}};
    struct inzet_invoer e = entry(&s, "PW-KORT", "2023-01-01", "2026-12-31");
    e.uren = h;
    e.n_uren = 2;
    assert_dag(waarde_cap(&e, e.blok), "2025-07-01"); /* 12·½ + 18 = 24 */
    h[0].week = h[1].week = (uren){5000};
    assert_dag(waarde_cap(&e, e.blok), "2025-01-01"); /* above full time is full time */
    /* before: a year at 9 hours is three months */
    struct plaatsing before[] = {placed("2022-01-01", "2022-12-31", 9)};
    e.eerder = before;
    e.n_eerder = 1;
    assert_dag(waarde_cap(&e, e.blok), "2024-10-01");
    /* beside it, at the same time, half time on another project: together 1,5 a month → sixteen months */
    before[0] = placed("2023-01-01", "2026-12-31", 18);
    assert_dag(waarde_cap(&e, e.blok), "2024-05-01");
    /* begun later: 12 whole months, then 1,5 a month: 8 more */
    before[0].van = d("2024-01-01");
    assert_dag(waarde_cap(&e, e.blok), "2024-09-01");
    /* one placement divided 60/40 over two projects weighs once */
    before[0] = placed("2023-01-01", "2026-12-31", 36);
    before[0].aandeel = (basispunt){4000};
    e.aandeel = (basispunt){6000};
    assert_dag(waarde_cap(&e, e.blok), "2025-01-01");
    /* a part of a placement is measured from the start of the whole: 1-1 to 1-3 is two months also from 31-12 */
    before[0] = placed("2022-03-01", "2022-12-30", 36);
    before[0].begin = d("2021-12-31");
    e.aandeel = BP_GEEN;
    assert_int_equal(tijd_u(d("2021-12-31"), d("2022-12-31"), 1) - tijd_u(d("2021-12-31"), d("2022-03-01"), 1),
                     10 * Q_MAAND);
    assert_dag(waarde_cap(&e, e.blok), "2024-03-01");
}

static void cap_fields(void **state)
{
    (void)state;
    /* OPLEIDING without months: to the end of the training */
    struct inzet_invoer e = entry(D, "BBL-34", "2023-08-01", "2027-07-31");
    e.cap_veld_tot = tm_of("2024-07-31");
    assert_cent(worth(&e, ""), 1500000);
    assert_dag(waarde_cap(&e, e.blok), "2024-08-01");
    /* not given: no cap here; asking for it is the form's */
    e.cap_veld_tot = DATUM_GEEN;
    assert_cent(worth(&e, ""), 6000000);
    /* LKS with 12 months: the later of both */
    e = entry(H, "WW", "2024-01-01", "2026-12-31");
    e.cap_veld_tot = tm_of("2024-06-30");
    assert_cent(worth(&e, ""), 2000000);
    e.cap_veld_tot = tm_of("2025-06-30");
    assert_cent(worth(&e, ""), 2991781); /* 20.000 × (1 + 181/365) */
    e.cap_veld_tot = DATUM_GEEN;
    assert_cent(worth(&e, ""), 2000000);
    /* a block without the field ignores the date */
    e = entry(D, "WW-KORT", "2024-01-01", "2025-12-31");
    e.cap_veld_tot = tm_of("2025-12-31");
    assert_cent(worth(&e, ""), 1000000);
}

static void early_exit_and_open_end(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(D, "WIA-WAO", "2023-01-01", "2023-12-31");
    e.uit_dienst_tot = tm_of("2023-06-30");
    assert_cent(worth(&e, ""), 1983562);
    e.uit_dienst_tot = tm_of("2024-06-30"); /* an exit after the end changes nothing */
    assert_cent(worth(&e, ""), 4000000);
    e.uit_dienst_tot = e.start; /* never came */
    assert_cent(worth(&e, ""), 0);
    /* open-ended: to the project's end, or the day it ended, or the cap */
    e = entry(D, "WIA-WAO", "2023-01-01", "");
    e.project_tot = d("2025-01-01");
    assert_cent(worth(&e, ""), 8000000);
    e.uit_dienst_tot = d("2024-01-01");
    assert_cent(worth(&e, ""), 4000000);
    e = entry(D, "WW-KORT", "2023-01-01", "");
    assert_cent(worth(&e, ""), 1000000);
    /* where days outside the project count too, an open end still runs to the project's end, a dated one beyond it */
    struct bouwblokkenset s = *D;
    s.binnen_project = false;
    e = entry(&s, "PW-LANG", "2023-01-01", "");
    e.project_tot = d("2024-01-01");
    assert_cent(worth(&e, ""), 4000000);
    e.tot = d("2024-07-01");
    assert_cent(worth(&e, ""), 4000000 + 1989071); /* 182/366 of the year from 1-1-2024 */
}

static void aanloop_and_project(void **state)
{
    (void)state;
    /* Haaglanden: begun up to 12 months before; what lies before the project does not count, but it uses the cap
     * (calendar) */
    struct inzet_invoer e = entry(H, "WIA", "2023-01-01", "2025-12-31");
    e.cap_veld_tot = DATUM_GEEN;
    e.project_start = d("2024-01-01");
    e.project_tot = d("2026-01-01");
    assert_cent(worth(&e, ""), 3000000);
    e.start = d("2022-12-31");
    assert_cent(worth(&e, ""), 0); /* a day more than twelve months before */
    e.start = d("2024-07-01");
    assert_cent(worth(&e, ""), 4512329); /* to the project's end: 1 + 184/365 */
    e.start = d("2026-01-01");
    e.tot = d("2027-01-01");
    assert_cent(worth(&e, ""), 0); /* after the project */
    /* an invoice outside the project counts only where binnen_project is off */
    e = entry(D, "INK-100", "2023-12-31", "");
    e.bedrag = (geld){500000};
    e.project_start = d("2024-01-01");
    e.project_tot = d("2025-01-01");
    assert_cent(worth(&e, ""), 0);
    e.start = d("2024-12-31");
    assert_cent(worth(&e, ""), 500000);
    e.start = d("2025-01-01");
    assert_cent(worth(&e, ""), 0);
    struct bouwblokkenset s = *D;
    s.binnen_project = false;
    e.set = &s;
    assert_cent(worth(&e, ""), 500000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_in_fractions),   cmocka_unit_test(hours_change),
        cmocka_unit_test(leap_years),          cmocka_unit_test(cap_calendar),
        cmocka_unit_test(cap_placed_days),     cmocka_unit_test(cap_by_fte),
        cmocka_unit_test(cap_fields),          cmocka_unit_test(early_exit_and_open_end),
        cmocka_unit_test(aanloop_and_project),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
