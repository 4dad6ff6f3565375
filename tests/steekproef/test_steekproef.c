/* The draw: by a table worked out elsewhere (Python), and by property: the size is right, nothing twice, what weighs
 * nothing comes last, more weight is drawn more often. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/steekproef/steekproef_rules.h"

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

/* A seed that is the same each run. */
static const char *zaad_nr(int n, char out[ZAAD_TEKST])
{
    char text[32];
    snprintf(text, sizeof(text), "zaad %d", n);
    sha256_text(text, strlen(text), out);
    return out;
}

#define A64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static void test_table(void **state)
{
    (void)state;
    static const struct {
        bool waarde;
        size_t n, k;
        int64_t cent[6];
        size_t out[6];
    } rows[] = {
        {false, 6, 6, {5, 5, 5, 5, 5, 5}, {3, 1, 4, 0, 2, 5}},
        {true, 6, 6, {100, 200, 300, 400, 500, 600}, {4, 5, 2, 3, 1, 0}},
        {true, 6, 3, {1, 0, 0, 99999999999, 1, 2}, {3, 5, 0}},
        {true, 4, 4, {0, 7, 0, 0}, {1, 3, 0, 2}},
        {true, 3, 2, {0, 0, 0}, {0, 2}},
        {true, 1, 1, {12}, {0}},
        {false, 5, 2, {0, 1, 2, 3, 4}, {2, 4}},
    };
    for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++) {
        struct trekbaar p[6];
        size_t out[6];
        for (size_t i = 0; i < rows[r].n; i++)
            p[i] = (struct trekbaar){(int64_t)i + 10, rows[r].cent[i]};
        assert_true(steekproef_trek(A64, rows[r].waarde, p, rows[r].n, rows[r].k, out));
        for (size_t j = 0; j < rows[r].k; j++)
            assert_int_equal(out[j], rows[r].out[j]);
    }
}

static void test_omvang(void **state)
{
    (void)state;
    static const struct {
        bool procent;
        int64_t getal;
        size_t n, is;
    } rows[] = {
        {false, 5, 10, 5},   {false, 10, 10, 10},       {false, 11, 10, 0},   {false, 0, 10, 0},     {false, 1, 0, 0},
        {true, 10, 100, 10}, {true, 10, 101, 11},       {true, 1, 3, 1},      {true, 100, 7, 7},     {true, 101, 7, 0},
        {true, 100, 501, 0}, {false, 500, 501, 500},    {false, 501, 900, 0}, {true, 2, 20000, 400}, {true, 50, 3, 2},
        {false, -1, 10, 0},  {false, INT64_MAX, 10, 0},
    };
    for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++)
        assert_int_equal(steekproef_omvang(rows[r].procent, rows[r].getal, rows[r].n), rows[r].is);
}

static void test_properties(void **state)
{
    (void)state;
    enum { N = 60 };
    for (int s = 0; s < 600; s++) {
        char zaad[ZAAD_TEKST];
        struct trekbaar p[N];
        size_t out[N], again[N], n = 1 + (size_t)s % N, k = 1 + (size_t)(s * 7) % n, worth = 0;
        bool waarde = s % 2, seen[N] = {false};
        for (size_t i = 0; i < n; i++) {
            p[i] = (struct trekbaar){(int64_t)(i * 3 + 1),
                                     (int64_t)((i * i * 131 + (size_t)s) % 7 == 0 ? 0 : i * 1000 + 1)};
            worth += p[i].cent > 0;
        }
        assert_true(steekproef_trek(zaad_nr(s, zaad), waarde, p, n, k, out));
        assert_true(steekproef_trek(zaad, waarde, p, n, k, again));
        for (size_t j = 0; j < k; j++) {
            assert_true(out[j] < n && out[j] == again[j]);
            assert_false(seen[out[j]]);
            seen[out[j]] = true;
            if (waarde) /* what weighs nothing only once all that weighs is gone */
                assert_true((p[out[j]].cent > 0) == (j < worth));
        }
        /* a larger sample begins with the smaller one */
        if (k > 1) {
            assert_true(steekproef_trek(zaad, waarde, p, n, k - 1, again));
            assert_memory_equal(out, again, (k - 1) * sizeof(*out));
        }
    }
}

static void test_frequency(void **state)
{
    (void)state;
    enum { ROUNDS = 6000, N = 5 };
    static const int64_t cent[N] = {100, 200, 300, 400, 1000};
    int first[N] = {0}, in_two[N] = {0}, plain[N] = {0};
    for (int s = 0; s < ROUNDS; s++) {
        char zaad[ZAAD_TEKST];
        struct trekbaar p[N];
        size_t out[2];
        for (size_t i = 0; i < N; i++)
            p[i] = (struct trekbaar){(int64_t)i + 1, cent[i]};
        assert_true(steekproef_trek(zaad_nr(s, zaad), true, p, N, 2, out));
        first[out[0]]++;
        in_two[out[0]]++;
        in_two[out[1]]++;
        assert_true(steekproef_trek(zaad, false, p, N, 1, out));
        plain[out[0]]++;
    }
    for (int i = 0; i < N; i++) {
        int expected = (int)(ROUNDS * cent[i] / 2000), off = first[i] - expected, off_plain = plain[i] - ROUNDS / N;
        assert_true(abs(off) < 150); /* four deviations of a share of one half */
        assert_true(abs(off_plain) < 150);
        if (i > 0)
            assert_true(in_two[i] > in_two[i - 1]);
    }
}

static void test_refused(void **state)
{
    (void)state;
    struct trekbaar p[2] = {{1, 5}, {2, 7}};
    size_t out[2];
    assert_false(steekproef_trek(A64, true, p, 2, 3, out));
    p[0].cent = -1;
    assert_false(steekproef_trek(A64, true, p, 2, 1, out));
    p[0].cent = (int64_t)1 << 55;
    assert_false(steekproef_trek(A64, true, p, 2, 1, out));
    p[0].cent = p[1].cent = ((int64_t)1 << 54) + 1;
    assert_false(steekproef_trek(A64, true, p, 2, 1, out));
    assert_true(steekproef_trek(A64, false, p, 2, 2, out));
}

static void test_list(void **state)
{
    (void)state;
    struct trekbaar p[3] = {{4, 0}, {9, 123456}, {1000000, 1}};
    size_t n;
    const char *text = populatie_text(a, p, 3);
    assert_string_equal(text, "inzet;waarde_cent\n4;0\n9;123456\n1000000;1\n");
    struct trekbaar *back = populatie_parse(a, text, &n);
    assert_int_equal(n, 3);
    assert_memory_equal(back, p, sizeof(p));
    assert_string_equal(populatie_text(a, p, 0), "inzet;waarde_cent\n");
    assert_non_null(populatie_parse(a, "inzet;waarde_cent\n", &n));
    static const char *const bad[] = {"",
                                      "inzet;waarde\n1;2\n",
                                      "inzet;waarde_cent\n1,2\n",
                                      "inzet;waarde_cent\n1;2",
                                      "inzet;waarde_cent\n1;2;3\n",
                                      "inzet;waarde_cent\n1;\n2\n"};
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        assert_null(populatie_parse(a, bad[i], &n));
}

static void test_sha(void **state)
{
    (void)state;
    char out[SHA256_TEKST];
    sha256_text("abc", 3, out);
    assert_string_equal(out, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_true(sha256_typed("BA7816BF 8F01CFEA 414140DE 5DAE2223 B00361A3 96177A9C B410FF61 F20015AD", out));
    assert_string_equal(out, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_true(sha256_typed(
        "ba:78:16:bf:8f:01:cf:ea:41:41:40:de:5d:ae:22:23:b0:03:61:a3:96:17:7a:9c:b4:10:ff:61:f2:00:15:ad", out));
    assert_false(sha256_typed("", out));
    assert_false(sha256_typed(NULL, out));
    assert_false(sha256_typed(A64 "a", out));
    assert_false(sha256_typed("gaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", out));
    assert_false(sha256_typed("aaa", out));
}

static void test_asked(void **state)
{
    (void)state;
    static const char *const soorten[] = {"kandidaat", "inkoop", "activiteit", "fonds"},
                             *const overeenkomsten[] = {"werk",        "leer-werk", "stage", "werkervaringsplek",
                                                        "detachering", NULL};
    for (size_t s = 0; s < 4; s++)
        for (size_t k = 0; k < 6; k++) {
            const struct choice *list = bewijs_gevraagd(soorten[s], overeenkomsten[k]);
            size_t n = 0;
            for (; list[n].value; n++) {
                assert_true(bewijs_past(soorten[s], overeenkomsten[k], list[n].value));
                assert_string_equal(bewijs_label(list[n].value), list[n].label);
            }
            assert_true(n >= 2);
            assert_string_equal(list[n - 1].value, "anders");
        }
    assert_true(bewijs_past("kandidaat", "detachering", "inlenen"));
    assert_false(bewijs_past("kandidaat", "werk", "factuur"));
    assert_false(bewijs_past("fonds", NULL, "overeenkomst"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),     cmocka_unit_test(test_omvang),  cmocka_unit_test(test_properties),
        cmocka_unit_test(test_frequency), cmocka_unit_test(test_refused), cmocka_unit_test(test_list),
        cmocka_unit_test(test_sha),       cmocka_unit_test(test_asked),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
