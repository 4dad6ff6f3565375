/* What is unusual reading, by table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#undef fail /* ours: core/result.h */

#include "app/register/register_rules.h"
#include "core/clock.h"

enum { MOST = 8 };

static tijdstip at(int day, int hour, int minute)
{
    return tijdstip_at(datum_from_ymd(2026, 3, day), hour, minute);
}

static void test_more_than_the_limit(void **state)
{
    (void)state;
    struct lezing rows[10];
    struct leesdag found[MOST];
    for (int i = 0; i < 10; i++)
        rows[i] = (struct lezing){7, at(2, 9, i), 100 + i};
    assert_int_equal(leessignalen_vind(rows, 10, 10, found, MOST), 0); /* ten is not more than ten */
    assert_int_equal(leessignalen_vind(rows, 10, 9, found, MOST), 1);
    assert_int_equal(found[0].wie, 7);
    assert_int_equal(found[0].personen, 10);
    assert_int_equal(found[0].dag.dag, datum_from_ymd(2026, 3, 2).dag);
}

static void test_persons_not_lines(void **state)
{
    (void)state;
    struct lezing rows[] = {{7, at(2, 9, 0), 100},
                            {7, at(2, 9, 1), 101},
                            {7, at(2, 10, 0), 100},
                            {7, at(2, 11, 0), 101},
                            {7, at(2, 12, 0), 100}};
    struct leesdag found[MOST];
    assert_int_equal(leessignalen_vind(rows, 5, 2, found, MOST), 0); /* two persons, five times */
    assert_int_equal(leessignalen_vind(rows, 5, 1, found, MOST), 1);
    assert_int_equal(found[0].personen, 2);
}

static void test_days_and_readers_apart(void **state)
{
    (void)state;
    /* a day ends at midnight in Amsterdam; two readers do not add up; unsorted as the database gives it */
    struct lezing rows[] = {{8, at(2, 12, 0), 100}, {7, at(3, 0, 30), 103}, {7, at(2, 23, 59), 100},
                            {8, at(2, 12, 1), 101}, {7, at(3, 1, 0), 101},  {7, at(2, 23, 58), 102},
                            {9, at(2, 1, 0), 100}};
    struct leesdag found[MOST];
    assert_int_equal(leessignalen_vind(rows, 7, 1, found, MOST), 3);
    assert_int_equal(found[0].dag.dag, datum_from_ymd(2026, 3, 3).dag); /* newest first */
    assert_int_equal(found[0].wie, 7);
    assert_int_equal(found[1].wie, 7);
    assert_int_equal(found[2].wie, 8);
    for (int i = 0; i < 3; i++)
        assert_int_equal(found[i].personen, 2);
    assert_int_equal(leessignalen_vind(rows, 7, 2, found, MOST), 0);
}

static void test_bounds(void **state)
{
    (void)state;
    struct lezing rows[] = {{1, at(2, 9, 0), 5}, {2, at(2, 9, 0), 5}, {3, at(2, 9, 0), 5}};
    struct leesdag found[MOST];
    assert_int_equal(leessignalen_vind(rows, 0, 1, found, MOST), 0);
    assert_int_equal(leessignalen_vind(rows, 3, 0, found, 2), 2); /* no more than there is room for */
}

int main(void)
{
    if (clock_init() != OK)
        return 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_more_than_the_limit),
                                       cmocka_unit_test(test_persons_not_lines),
                                       cmocka_unit_test(test_days_and_readers_apart), cmocka_unit_test(test_bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
