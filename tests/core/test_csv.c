/* The reader of files: encodings, quotes, line numbers and what is refused where; by table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/csv.h"
#include "core/text.h"

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

#define BYTES(s) s, sizeof(s) - 1

static void encodings(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n;
        bool windows;
        const char *is;
        struct csv_plek where;
    } cases[] = {
        {BYTES("a;b"), true, "a;b", {0, 0}},
        {BYTES(""), true, "", {0, 0}},
        {BYTES("\xEF\xBB\xBFZo\xC3\xAB"), true, "Zo\xC3\xAB", {0, 0}},
        {BYTES("\xEF\xBB\xBF"), true, "", {0, 0}},
        {BYTES("Zo\xEB;\x80 5"), true, "Zo\xC3\xAB;\xE2\x82\xAC 5", {0, 0}},
        {BYTES("Zo\xEB"), false, NULL, {1, 1}},
        {BYTES("a;b\r\nc;Zo\xEB"), false, NULL, {2, 2}},
        {BYTES("a;b\nc;d\0e"), true, NULL, {2, 2}}, /* a NUL */
        {BYTES("a\nb;c;\x01"), true, NULL, {2, 3}}, /* a control character */
        {BYTES("a;\x81"), true, NULL, {1, 2}},      /* no letter of Windows-1252 */
        {BYTES("\xEF\xBB\xBF"
               "a;\xEB"),
         true,
         NULL,
         {1, 2}}, /* marked as UTF-8: not read as anything else */
        {BYTES("Zo\xC3\xAB;\xE2\x80\xAE"
               "evil"),
         true,
         NULL,
         {1, 2}}, /* good UTF-8 with a bidi override: no Windows-1252 either */
        {BYTES("\xFF\xFE"
               "a\0;\0"),
         true,
         NULL,
         {1, 1}}, /* UTF-16 */
        {BYTES("\x89PNG\r\n\x1A\n"), true, NULL, {2, 1}},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t n = cases[i].n;
        struct csv_plek where;
        const char *text = csv_utf8(a, cases[i].bytes, &n, cases[i].windows, &where);
        bool same = cases[i].is ? text && n == strlen(cases[i].is) && memcmp(text, cases[i].is, n) == 0
                                : !text && where.regel == cases[i].where.regel && where.kolom == cases[i].where.kolom;
        if (!same)
            fail_msg("encoding %zu: %s, at %d/%d", i, text ? "text" : "no text", where.regel, where.kolom);
    }
}

/* Rows as "nr:cell|cell\n". */
static const char *shown(const struct csv_bestand *f)
{
    const char *all = "";
    for (size_t i = 0; i < f->n; i++) {
        all = arena_printf(a, "%s%d:", all, f->rows[i].nr);
        for (size_t k = 0; k < f->rows[i].n; k++)
            all = arena_printf(a, "%s%s%s", all, k ? "|" : "", f->rows[i].cell[k]);
        all = arena_printf(a, "%s ", all);
    }
    return all;
}

static void cutting(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum csv_verdict verdict;
        const char *rows;
        struct csv_plek where;
    } cases[] = {
        {"a;b\r\nc;d\r\n", CSV_GOOD, "1:a|b 2:c|d ", {0, 0}},
        {"a;b\nc;d", CSV_GOOD, "1:a|b 2:c|d ", {0, 0}},
        {" a ; b \n", CSV_GOOD, "1:a|b ", {0, 0}},
        {"\"a;b\";\"c\"\"d\"\n", CSV_GOOD, "1:a;b|c\"d ", {0, 0}},
        {"\"a\nb\";c\nd;e\n", CSV_GOOD, "1:a\nb|c 3:d|e ", {0, 0}},
        {"a;;\n;;\nb;c;d;e;f\n", CSV_GOOD, "1:a|| 2:|| 3:b|c|d|e ", {0, 0}}, /* at most four cells are kept */
        {"a\n\n\nb\n", CSV_GOOD, "1:a 4:b ", {0, 0}},
        {"a\nb", CSV_GOOD, "1:a 2:b ", {0, 0}},
        {"a\r\n\"b\r\nc\"\r\nd", CSV_GOOD, "1:a 2:b\nc 4:d ", {0, 0}},
        {"a;\"open\nb;c\n", CSV_UNREADABLE, NULL, {1, 2}},
        {"a;b\nc;d;\"e\nf\n", CSV_UNREADABLE, NULL, {2, 3}},
        {"a;b\"c\n", CSV_UNREADABLE, NULL, {1, 2}},
        {"a\nb;\"c\" d\n", CSV_UNREADABLE, NULL, {2, 2}},
        {"1\n2\n3\n4\n5\n6\n", CSV_TOO_LONG, NULL, {5, 0}},
        {"1\n2\n3\n4\n", CSV_GOOD, "1:1 2:2 3:3 4:4 ", {0, 0}},
        {"", CSV_GOOD, "", {0, 0}},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct csv_bestand f;
        struct csv_plek where;
        enum csv_verdict verdict = csv_cut(a, cases[i].text, strlen(cases[i].text), 5, 4, &f, &where);
        if (verdict != cases[i].verdict || (cases[i].rows && strcmp(shown(&f), cases[i].rows) != 0) ||
            (!cases[i].rows && (where.regel != cases[i].where.regel || where.kolom != cases[i].where.kolom)))
            fail_msg("cut %zu: verdict %d, rows \"%s\", at %d/%d", i, (int)verdict, shown(&f), where.regel,
                     where.kolom);
    }
}

static void empty_rows(void **state)
{
    (void)state;
    struct csv_bestand f;
    struct csv_plek where;
    assert_int_equal(csv_cut(a, ";;\na;\n", 6, 5, 4, &f, &where), CSV_GOOD);
    assert_true(csv_rij_leeg(&f.rows[0]));
    assert_false(csv_rij_leeg(&f.rows[1]));
}

/* One cell of two million bytes comes whole, and quickly. */
static void large_cell(void **state)
{
    (void)state;
    enum { SIZE = 2000000 };
    char *text = arena_alloc(a, SIZE + 4);
    struct csv_bestand f;
    struct csv_plek where;
    memset(text, 'x', SIZE);
    memcpy(text + SIZE, ";b\n", 3);
    assert_int_equal(csv_cut(a, text, SIZE + 3, 5, 4, &f, &where), CSV_GOOD);
    assert_int_equal(strlen(f.rows[0].cell[0]), SIZE);
    assert_string_equal(f.rows[0].cell[1], "b");
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest list[] = {T(encodings), T(cutting), T(empty_rows), T(large_cell)};
    return cmocka_run_group_tests_name("csv", list, NULL, NULL);
}
