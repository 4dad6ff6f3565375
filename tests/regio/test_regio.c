/* When contractors are reminded: the three ways by table, what is stored and typed, and by property: listing them one
 * by one gives the same days as asking each day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "app/regio/regio.h"
#include "core/arena.h"

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

/* the newest within van..tm, by hand */
static const struct {
    const char *rule, *start, *eind, *van, *tm, *day;
} cases[] = {
    {"maanden 1", "2026-01-31", "2027-12-31", "2026-02-25", "2026-03-05",
     "2026-03-01"}, /* no 31 February: the first of the next month */
    {"maanden 3", "2026-01-01", "2026-12-31", "2026-04-01", "2026-04-01", "2026-04-01"},
    {"maanden 3", "2026-01-01", "2026-12-31", "2026-04-02", "2026-06-30", NULL},
    {"maanden 3", "2026-01-01", "2026-12-31", "2026-01-01", "2026-12-31", "2026-10-01"},
    {"maanden 3", "2026-01-01", "2026-12-31", "2027-01-01", "2027-01-01",
     "2027-01-01"}, /* goes on until it is approved */
    {"procent 25,50,75", "2026-01-01", "2026-12-31", "2026-04-03", "2026-04-03",
     "2026-04-03"}, /* 91,25 of 365 days: 92 later */
    {"procent 25,50,75", "2026-01-01", "2026-12-31", "2026-01-01", "2027-12-31", "2026-10-02"},
    {"procent 25,50,75", "2026-01-01", "2026-12-31", "2026-10-03", "2028-12-31", NULL},
    {"jaarlijks 12-01", "2026-01-01", "2028-12-31", "2026-01-01", "2026-12-31", "2026-12-01"},
    {"jaarlijks 12-01", "2026-12-01", "2028-12-31", "2026-01-01", "2027-01-01", NULL}, /* not on the first day itself */
    {"jaarlijks 12-01", "2026-12-01", "2028-12-31", "2026-01-01", "2027-12-01", "2027-12-01"},
    {"jaarlijks 02-29", "2026-01-01", "2028-12-31", "2026-01-02", "2026-12-31", "2026-03-01"},
    {"jaarlijks 02-29", "2026-01-01", "2028-12-31", "2028-01-01", "2028-12-31", "2028-02-29"},
};

static void by_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct herinnering h;
        assert_true(herinnering_lees(cases[i].rule, &h));
        assert_string_equal(herinnering_words(a, &h), cases[i].rule);
        datum day = herinnering_dag(&h, d(cases[i].start), d(cases[i].eind), d(cases[i].van), d(cases[i].tm));
        datum expected = cases[i].day ? d(cases[i].day) : DATUM_GEEN;
        if (day.dag != expected.dag)
            print_error("case %zu: %s\n", i, cases[i].rule);
        assert_int_equal(day.dag, expected.dag);
    }
}

static void not_a_rule(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",
                                        "maanden",
                                        "maanden 0",
                                        "maanden 25",
                                        "maanden 3x",
                                        "procent ",
                                        "procent 0",
                                        "procent 100",
                                        "procent 1,2,3,4,5,6,7,8,9,10,11",
                                        "jaarlijks 13-01",
                                        "jaarlijks 12-32",
                                        "weken 3"};
    struct herinnering h;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_false(herinnering_lees(wrong[i], &h));
}

static void as_it_is_typed(void **state)
{
    (void)state;
    struct herinnering h;
    assert_true(herinnering_procenten("75 %, 25 en 50, 25", &h));
    assert_string_equal(herinnering_words(a, &h), "procent 25,50,75");
    assert_false(herinnering_procenten("vijf", &h));
    assert_true(herinnering_dag_lees("1-12", &h));
    assert_string_equal(herinnering_words(a, &h), "jaarlijks 12-01");
    assert_true(herinnering_dag_lees("29-2", &h));
    static const char *const wrong[] = {"", "30-2", "12", "1-13", "0-1", "1-1-2026", "x"};
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_false(herinnering_dag_lees(wrong[i], &h));
}

static void in_words(void **state)
{
    (void)state;
    static const char *const words[][2] = {{"maanden 1", "elke maand"},
                                           {"maanden 3", "om de 3 maanden"},
                                           {"procent 50", "na 50 % van de looptijd"},
                                           {"procent 25,50,75", "na 25, 50 en 75 % van de looptijd"},
                                           {"jaarlijks 12-01", "elk jaar op 1-12"}};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        struct herinnering h;
        assert_true(herinnering_lees(words[i][0], &h));
        assert_string_equal(herinnering_uitleg(a, &h), words[i][1]);
    }
}

static void one_by_one(void **state)
{
    (void)state;
    static const char *const rules[] = {"maanden 1", "maanden 7", "procent 1,33,50,99", "jaarlijks 01-01",
                                        "jaarlijks 02-29"};
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        struct herinnering h;
        assert_true(herinnering_lees(rules[i], &h));
        datum start = d("2023-02-27"), eind = d("2027-03-02"), tm = d("2028-01-01"),
              next = herinnering_volgende(&h, start, eind, start, tm);
        for (datum day = start; day.dag <= tm.dag; day.dag++)
            if (!datum_is_none(herinnering_dag(&h, start, eind, day, day))) {
                assert_int_equal(next.dag, day.dag);
                next = herinnering_volgende(&h, start, eind, day, tm);
            }
        assert_true(datum_is_none(next));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(by_table), cmocka_unit_test(not_a_rule),
                                       cmocka_unit_test(as_it_is_typed), cmocka_unit_test(in_words),
                                       cmocka_unit_test(one_by_one)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
