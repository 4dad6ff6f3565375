/* The final evaluation: what goes together, and when the approval waits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#undef fail
#undef fail_msg
#define fail_msg(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))

#include "app/eindoordeel/eindoordeel_rules.h"

static datum d(const char *iso)
{
    return iso ? datum_from_iso(iso) : DATUM_GEEN;
}

static void test_tekort(void **state)
{
    (void)state;
    static const struct {
        int64_t netto, actueel, tekort;
    } table[] = {{1000, 400, 600}, {1000, 1000, 0},     {1000, 1001, 0}, {1000, 0, 1000},
                 {0, 0, 0},        {INT64_MIN, 500, 0}, {1000, 999, 1}};
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
        assert_int_equal(tekort_van((geld){table[i].netto}, (geld){table[i].actueel}).cent, table[i].tekort);
}

/* wrong: the fields with a problem, in order; "" = none. The obligation is EUR 10.00; the day is 2026-06-01. */
static void test_judge(void **state)
{
    (void)state;
    static const struct {
        const char *oordeel, *maatregel, *dag, *reden;
        int64_t actueel, tekort, bedrag;
        const char *wrong;
    } table[] = {
        {"niet_voldaan", "geen", NULL, NULL, 400, 600, INT64_MIN, ""},
        {"inspanning", "geen", NULL, NULL, 400, 600, INT64_MIN, ""},
        {"voldaan", "geen", NULL, NULL, 1000, INT64_MIN, INT64_MIN, ""},
        {"voldaan", "geen", NULL, NULL, 999, INT64_MIN, INT64_MIN, "oordeel "},
        {"niet_voldaan", "geen", NULL, NULL, 1000, INT64_MIN, INT64_MIN, "oordeel "},
        {"niet_voldaan", "geen", NULL, NULL, 400, INT64_MIN, INT64_MIN, "tekort "},
        {"niet_voldaan", "geen", NULL, NULL, 400, 500, INT64_MIN, "tekort_reden "},
        {"niet_voldaan", "geen", NULL, "afspraak", 400, 500, INT64_MIN, ""},
        {"niet_voldaan", "boete", NULL, NULL, 400, 600, 250, ""},
        {"niet_voldaan", "boete", "2026-07-01", NULL, 400, 600, 250, ""},
        {"niet_voldaan", "boete", NULL, NULL, 400, 600, INT64_MIN, "bedrag "},
        {"niet_voldaan", "fonds", NULL, NULL, 400, 600, 0, "bedrag "},
        {"niet_voldaan", "geen", NULL, NULL, 400, 600, 100, "bedrag "},
        {"niet_voldaan", "geen", "2026-07-01", NULL, 400, 600, INT64_MIN, "dag "},
        {"niet_voldaan", "hersteltermijn", "2026-06-01", NULL, 400, 600, INT64_MIN, ""},
        {"niet_voldaan", "hersteltermijn", "2026-05-31", NULL, 400, 600, INT64_MIN, "dag "},
        {"niet_voldaan", "hersteltermijn", NULL, NULL, 400, 600, INT64_MIN, "dag "},
        {"niet_voldaan", "hersteltermijn", "2026-07-01", NULL, 400, 600, 100, "bedrag "},
        {"voldaan", "boete", NULL, NULL, 1000, INT64_MIN, 100, "maatregel "},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct arena *a = arena_new();
        struct problems p = {.arena = a};
        char found[200] = "";
        struct eindoordeel_input in = {.oordeel = table[i].oordeel,
                                       .maatregel = table[i].maatregel,
                                       .tekort_reden = table[i].reden,
                                       .dag = d(table[i].dag),
                                       .tekort = {table[i].tekort},
                                       .bedrag = {table[i].bedrag}};
        eindoordeel_judge(&in, (geld){1000}, (geld){table[i].actueel}, d("2026-06-01"), &p);
        for (size_t k = 0; k < p.n; k++)
            strcat(strcat(found, p.list[k].field), " ");
        if (strcmp(found, table[i].wrong) != 0)
            fail_msg("row %zu: \"%s\", expected \"%s\"", i, found, table[i].wrong);
        arena_free(a);
    }
}

/* says: a part of why the approval waits; NULL = it may go on. */
static void test_wait(void **state)
{
    (void)state;
    static const struct {
        int64_t actueel;
        const char *oordeel, *maatregel, *dag, *says;
    } table[] = {
        {1000, NULL, NULL, NULL, NULL},
        {999, NULL, NULL, NULL, "Leg eerst het eindoordeel vast"},
        {999, "niet_voldaan", "geen", NULL, NULL},
        {999, "inspanning", "geen", NULL, NULL},
        {999, "niet_voldaan", "boete", NULL, NULL},
        {999, "niet_voldaan", "hersteltermijn", "2026-06-01", "t/m 01-06-2026"},
        {999, "niet_voldaan", "hersteltermijn", "2026-05-31", NULL},
        {1000, "niet_voldaan", "hersteltermijn", "2026-07-01", "alsnog gehaald"},
        {1000, "voldaan", "geen", NULL, NULL},
        {999, "voldaan", "geen", NULL, "weer een tekort"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct arena *a = arena_new();
        struct eindoordeel e = {
            .oordeel = table[i].oordeel, .maatregel = table[i].maatregel, .maatregel_dag = d(table[i].dag)};
        const char *why = goedkeuren_wacht_op(a, (geld){1000}, (geld){table[i].actueel}, table[i].oordeel ? &e : NULL,
                                              d("2026-06-01"));
        if ((why == NULL) != (table[i].says == NULL) || (why && !strstr(why, table[i].says)))
            fail_msg("row %zu: %s", i, why ? why : "goes on");
        arena_free(a);
    }
    struct arena *a = arena_new();
    assert_null(goedkeuren_wacht_op(a, GELD_GEEN, (geld){0}, NULL,
                                    d("2026-06-01"))); /* an inspanningsverplichting has no shortfall */
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest list[] = {cmocka_unit_test(test_tekort), cmocka_unit_test(test_judge),
                                      cmocka_unit_test(test_wait)};
    return cmocka_run_group_tests_name("eindoordeel", list, NULL, NULL);
}
