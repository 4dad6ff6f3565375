/* The days on which a project's mails are due (spec 4): by table, and by property over drawn projects and absences.
 * Also the calendar file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/project/project_due_rules.h"
#include "app/project/project_rules.h"
#include "core/arena.h"
#include "core/text.h"
#include "out/ical.h"

#undef fail
#include <cmocka.h>

static datum d(const char *iso)
{
    return datum_from_iso(iso);
}

static uint32_t seed = 7;
static int32_t drawn(int32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (int32_t)(seed >> 8) % below;
}

/* One year, 365 days, extendable: 25 % of 365 days has passed after 92 days (91,25 rounded up). */
static const struct {
    const char *day;
    enum mail_kind kind;
} year[] = {
    {"2026-04-01", MAIL_HERINNERING},         {"2026-04-03", MAIL_MEETMOMENT_25},
    {"2026-07-01", MAIL_HERINNERING},         {"2026-07-03", MAIL_MEETMOMENT_50},
    {"2026-10-01", MAIL_HERINNERING},         {"2026-10-02", MAIL_VERLENGEN_MOGELIJK},
    {"2026-10-02", MAIL_MEETMOMENT_75},       {"2026-12-01", MAIL_LOOPT_AF},
    {"2027-01-01", MAIL_HERINNERING},         {"2027-01-01", MAIL_SIGNAAL_BEOORDELING},
    {"2027-01-15", MAIL_SIGNAAL_BEOORDELING}, {"2027-01-29", MAIL_SIGNAAL_BEOORDELING},
    {"2027-04-01", MAIL_HERINNERING},
};
enum { YEAR = sizeof(year) / sizeof(year[0]) };

static void table(void **state)
{
    (void)state;
    struct project_feiten f = {d("2026-01-01"), d("2026-12-31"), true, DATUM_GEEN, {.maanden = 3}};
    bool seen[YEAR] = {false};
    for (datum day = d("2025-12-01"); day.dag <= d("2027-05-01").dag; day.dag++) {
        struct due_dag out[PROJECT_DUE_MOST];
        size_t n = project_due_dagen(&f, day, day, out);
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(out[i].dag.dag, day.dag);
            bool known = false;
            for (size_t k = 0; k < YEAR; k++)
                if (!seen[k] && d(year[k].day).dag == day.dag && year[k].kind == out[i].kind)
                    known = seen[k] = true;
            if (!known) {
                char iso[11];
                datum_to_iso(day, iso);
                print_error("unexpected: %s on %s\n", mail_kind_name(out[i].kind), iso);
            }
            assert_true(known);
        }
    }
    for (size_t k = 0; k < YEAR; k++)
        assert_true(seen[k]);
}

static void approved(void **state)
{
    (void)state;
    struct project_feiten f = {d("2026-01-01"), d("2026-12-31"), true, d("2027-01-10"), {.maanden = 3}};
    int signals = 0;
    for (datum day = d("2027-01-10"); day.dag <= d("2028-01-01").dag; day.dag++) {
        struct due_dag out[PROJECT_DUE_MOST];
        size_t n = project_due_dagen(&f, day, day, out);
        for (size_t i = 0; i < n; i++) {
            assert_int_equal(out[i].kind, MAIL_SIGNAAL_AFRONDEN); /* nothing else any more */
            assert_true(day.dag == d("2027-01-24").dag || day.dag == d("2027-02-07").dag);
            signals++;
        }
    }
    assert_int_equal(signals, 2); /* the first one went with the approval */
}

static void not_extendable_and_short(void **state)
{
    (void)state;
    struct due_dag out[PROJECT_DUE_MOST];
    struct project_feiten f = {d("2026-01-01"), d("2026-12-31"), false, DATUM_GEEN, {.maanden = 3}};
    size_t n = project_due_dagen(&f, d("2026-10-02"), d("2026-10-02"), out);
    assert_int_equal(n, 1);
    assert_int_equal(out[0].kind, MAIL_MEETMOMENT_75);
    f = (struct project_feiten){d("2026-03-01"), d("2026-03-01"), true, DATUM_GEEN, {.maanden = 3}}; /* of one day */
    n = project_due_dagen(&f, d("2026-03-02"), d("2026-03-02"), out);
    assert_int_equal(n, 4); /* three moments and the question to the accountmanager */
}

static bool is_series(enum mail_kind k)
{
    return k == MAIL_HERINNERING || k == MAIL_SIGNAAL_BEOORDELING || k == MAIL_SIGNAAL_AFRONDEN;
}

/* However the days are cut into absences: nothing that a day-by-day run would not have sent, nothing twice, and what
 * comes once comes once. */
static void absences(void **state)
{
    (void)state;
    for (int round = 0; round < 3000; round++) {
        datum start = {20000 + drawn(700)};
        struct project_feiten f = {start,
                                   datum_plus_days(start, 10 + drawn(1500)),
                                   drawn(2) == 0,
                                   DATUM_GEEN,
                                   {.soort = (enum herinnering_soort)drawn(3),
                                    .maanden = 1 + drawn(6),
                                    .n = 3,
                                    .procent = {10, 50, 90},
                                    .maand = 2,
                                    .dag = 29}};
        if (drawn(3) == 0)
            f.goedgekeurd = datum_plus_days(f.eind, drawn(40));
        int once[MAIL_KINDS] = {0}, daily[MAIL_KINDS] = {0};
        datum end = datum_plus_days(f.eind, 60);
        for (datum day = start; day.dag <= end.dag; day.dag++) {
            struct due_dag out[PROJECT_DUE_MOST];
            size_t n = project_due_dagen(&f, day, day, out);
            for (size_t i = 0; i < n; i++)
                daily[out[i].kind]++;
        }
        for (datum van = start; van.dag <= end.dag;) {
            datum tm = datum_plus_days(van, drawn(20));
            if (tm.dag > end.dag)
                tm = end;
            struct due_dag out[PROJECT_DUE_MOST], again[PROJECT_DUE_MOST];
            size_t n = project_due_dagen(&f, van, tm, out), same = project_due_dagen(&f, van, tm, again);
            assert_int_equal(n, same);
            for (size_t i = 0; i < n; i++) {
                struct due_dag alone[PROJECT_DUE_MOST];
                size_t k = project_due_dagen(&f, out[i].dag, out[i].dag, alone), found = 0;
                assert_in_range(out[i].dag.dag, van.dag, tm.dag);
                for (size_t j = 0; j < k; j++)
                    found += alone[j].kind == out[i].kind;
                assert_int_equal(found, 1);
                once[out[i].kind]++;
            }
            van = datum_plus_days(tm, 1);
        }
        for (int k = 0; k < MAIL_KINDS; k++) {
            assert_true(once[k] <= daily[k]);
            if (!is_series((enum mail_kind)k) && k != MAIL_LOOPT_AF && k != MAIL_VERLENGEN_MOGELIJK)
                assert_int_equal(once[k], daily[k]);
        }
    }
}

static void extending(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    datum eind = d("2026-12-31");
    assert_non_null(verlengen_oordeel(a, true, false, eind, d("2026-10-01"))); /* 91 days before */
    assert_null(verlengen_oordeel(a, true, false, eind, d("2026-10-02")));
    assert_null(verlengen_oordeel(a, true, false, eind, d("2026-12-31")));
    assert_non_null(verlengen_oordeel(a, true, false, eind, d("2027-01-01")));
    assert_non_null(verlengen_oordeel(a, false, false, eind, d("2026-12-01")));
    assert_non_null(verlengen_oordeel(a, true, true, eind, d("2026-12-31")));
    arena_free(a);
}

static void turnover(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct periode_rij p = periode_van(d("2026-01-01"), d("2026-12-31"), GELD_GEEN), was;
    p.omzet_verwacht = (geld){150000000};
    assert_non_null(periode_bereken(a, &p, NULL, 1)); /* no percentage */
    p.bp = (basispunt){500};
    assert_null(periode_bereken(a, &p, NULL, 1));
    assert_int_equal(p.bedrag.cent, 7500000); /* spec 3, example 12 */
    assert_true(geld_is_none(p.vastgesteld));
    was = p;
    p.omzet = (geld){160000000};
    assert_null(periode_bereken(a, &p, &was, 1));
    assert_int_equal(p.vastgesteld.cent, 8000000);
    was = p;
    p.omzet_verwacht = (geld){200000000}; /* the amount of before still stands in its field: it follows */
    assert_null(periode_bereken(a, &p, &was, 1));
    assert_int_equal(p.bedrag.cent, 10000000);
    p.bedrag = (geld){123}; /* typed anew, against the product */
    assert_non_null(periode_bereken(a, &p, &was, 1));
    p = periode_van(d("2026-01-01"), d("2026-12-31"), (geld){100});
    assert_null(periode_bereken(a, &p, NULL, 1));
    p.bp = (basispunt){500};
    assert_non_null(periode_bereken(a, &p, NULL, 1)); /* a percentage of nothing */
    arena_free(a);
}

static void calendar(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, 1 << 16);
    const struct ical_day days[] = {
        {.uid = "project-1-eind-1",
         .dag = d("2026-12-31"),
         .summary =
             "Laatste dag; een, twee \\ drie\nvier – Wijkgebouw ’t Hûs met een naam die veel langer is dan één regel van vijfenzeventig bytes",
         .description = NULL,
         .url = "https://monitor.example.nl/projecten/1"}};
    ical_write(&t, "monitor.example.nl", "Naam", (tijdstip){1772888700}, 1, days);
    const char *s = text_c(&t);
    assert_non_null(strstr(s, "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
    assert_non_null(strstr(s, "DTSTAMP:20260307T130500Z\r\n"));
    assert_non_null(strstr(s, "SUMMARY:Laatste dag\\; een\\, twee \\\\ drie\\nvier"));
    size_t line = 0;
    for (const char *p = s; *p; p++) {
        line = *p == '\n' ? 0 : line + 1;
        assert_true(line <= 76);    /* 75 octets and the CR */
        if (*p == ' ' && line == 1) /* a folded line begins with a whole character */
            assert_true(((unsigned char)p[1] & 0xC0) != 0x80);
    }
    text_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table),    cmocka_unit_test(approved),  cmocka_unit_test(not_extendable_and_short),
        cmocka_unit_test(absences), cmocka_unit_test(extending), cmocka_unit_test(turnover),
        cmocka_unit_test(calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
