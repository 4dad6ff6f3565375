/* A set written and read back is the same set, whatever stands in it; and what differs between two, by table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "app/bouwblokken/bouwblokken_rules.h"
#include "app/waardering/waardering_csv.h"
#include "../waardering/waarde.h"

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

static struct bouwblokkenset *again(const struct bouwblokkenset *s)
{
    struct bouwblokkenset *out = ARENA_NEW(a, struct bouwblokkenset);
    struct text problems;
    text_init(&problems, 1 << 16);
    const char *csv = waardering_csv_write(a, s);
    enum result ended = waardering_csv_read(a, csv, strlen(csv), s->n_attributen, s->attributen, &problems, out);
    if (ended != OK)
        print_error("%s", text_c(&problems));
    text_free(&problems);
    assert_int_equal(ended, OK);
    return out;
}

static const char *const files[] = {"deventer-2023.csv", "haaglanden-2023.csv", "utrecht.csv"};

static void round_trip(void **state)
{
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct bouwblokkenset *s = set_load(a, files[i]), *back = again(s);
        struct set_verschil *lines;
        assert_int_equal(back->n_blokken, s->n_blokken);
        assert_int_equal(set_verschillen(a, s, back, &lines), 0);
        assert_string_equal(waardering_csv_write(a, back), waardering_csv_write(a, s));
    }
}

static void odd_texts(void **state)
{
    (void)state;
    struct bouwblokkenset *s = set_load(a, files[0]);
    s->bron = "een \"bron\"; met alles";
    s->blokken[0].label = "=1+1; \"citaat\"";
    struct bouwblokkenset *back = again(s);
    assert_string_equal(back->bron, s->bron);
    assert_string_equal(back->blokken[0].label, s->blokken[0].label);
}

static void differences(void **state)
{
    (void)state;
    struct bouwblokkenset *was = set_load(a, files[0]), *is = set_load(a, files[0]);
    struct set_verschil *d;
    is->versie = "2027";
    is->blokken[0].tarief += 100000;
    is->blokken[1].code = "NIEUW";
    assert_int_equal(set_verschillen(a, was, is, &d), 4);
    assert_string_equal(d[0].wat, "versie");
    assert_string_equal(d[0].na, "2027");
    assert_string_equal(d[1].code, was->blokken[0].code);
    assert_string_equal(d[1].wat, "tarief");
    assert_string_equal(d[2].code, "NIEUW");
    assert_string_equal(d[2].voor, "");
    assert_string_equal(d[3].code, was->blokken[1].code);
    assert_string_equal(d[3].na, "");
}

static void in_words(void **state)
{
    (void)state;
    struct conditie c[] = {{"leeftijd", OP_MINSTENS, "50", false}, {"register", OP_GELIJK, "ja", true}};
    struct bouwblok b = {.code = "X",
                         .label = "X",
                         .groep = "",
                         .eenheid = PER_PERIODE,
                         .periode_mnd = 12,
                         .tarief = 4000000,
                         .naar_uren = true,
                         .cap_mnd = 24,
                         .dagmax = GELD_GEEN,
                         .n_condities = 2,
                         .condities = c};
    assert_non_null(strstr(blok_in_woorden(a, &b), "per jaar, naar uren, telt 24 maanden mee"));
    assert_string_equal(condities_in_woorden(a, &b), "leeftijd minstens 50; register is ja (waarschuwing)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(round_trip), cmocka_unit_test(odd_texts),
                                       cmocka_unit_test(differences), cmocka_unit_test(in_words)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
