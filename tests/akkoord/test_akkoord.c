/* The text a verification code stands for: the same figures the same text, back without loss, one cent another text;
 * and how a code is written and typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "app/akkoord/akkoord_rules.h"

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

static struct akkoord_cijfers example(void)
{
    return (struct akkoord_cijfers){.project = 12,
                                    .nr = 1,
                                    .naam = "Nieuwbouw = school",
                                    .opdrachtgever = "Gemeente",
                                    .opdrachtnemer = "Demo B.V.",
                                    .kvk = "90000001",
                                    .afspraak = "sr_verplichting",
                                    .start = datum_from_iso("2024-01-01"),
                                    .eind = datum_from_iso("2025-12-31"),
                                    .goedgekeurd = datum_from_iso("2026-01-05"),
                                    .afgerond = datum_from_iso("2026-01-09"),
                                    .goedgekeurd_wie = "Demo (WSP)",
                                    .afgerond_wie = "",
                                    .bruto = {4000000},
                                    .korting = {0},
                                    .netto = {4000000},
                                    .actueel = {4100001},
                                    .kandidaat = {4000000},
                                    .inkoop = {100001},
                                    .activiteit = {0},
                                    .fonds = {0},
                                    .kandidaten = 3};
}

static void figures_come_back(void **state)
{
    (void)state;
    struct akkoord_cijfers c = example(), back;
    const char *text = akkoord_text(a, &c);
    assert_true(akkoord_parse(a, text, &back));
    assert_string_equal(akkoord_text(a, &back), text);
    assert_string_equal(back.naam, "Nieuwbouw = school");
    assert_int_equal(back.actueel.cent, 4100001);
    c.netto = c.bruto = GELD_GEEN;
    c.afspraak = "inspanningsverplichting";
    assert_true(akkoord_parse(a, akkoord_text(a, &c), &back));
    assert_true(geld_is_none(back.netto));
}

/* A statement of before the final evaluation existed still reads, and what the new one adds comes back. */
static void both_versions_are_read(void **state)
{
    (void)state;
    struct akkoord_cijfers c = example(), back;
    c.oordeel = "niet_voldaan";
    c.maatregel = "boete";
    c.tekort = (geld){250000};
    c.maatregel_bedrag = (geld){100000};
    c.afgewikkeld_bedrag = GELD_GEEN;
    c.maatregel_dag = c.afgewikkeld = DATUM_GEEN;
    const char *text = akkoord_text(a, &c), *end = strstr(text, "oordeel=");
    assert_true(akkoord_parse(a, text, &back));
    assert_string_equal(back.maatregel, "boete");
    assert_int_equal(back.tekort.cent, 250000);
    assert_true(geld_is_none(back.afgewikkeld_bedrag) && datum_is_none(back.afgewikkeld));
    const char *old = arena_printf(a, "versie=1%.*s", (int)(end - text) - 8, text + 8);
    assert_true(akkoord_parse(a, old, &back));
    assert_null(back.oordeel);
    assert_true(geld_is_none(back.tekort));
    assert_false(akkoord_parse(a, arena_printf(a, "versie=1%s", text + 8), &back)); /* version 1 has nothing after it */
}

static void a_cent_is_another_text(void **state)
{
    (void)state;
    struct akkoord_cijfers c = example(), d = example();
    d.actueel.cent++;
    assert_string_not_equal(akkoord_text(a, &c), akkoord_text(a, &d));
}

static void what_is_not_such_a_text(void **state)
{
    (void)state;
    struct akkoord_cijfers c = example(), back;
    const char *text = akkoord_text(a, &c);
    assert_false(akkoord_parse(a, "", &back));
    assert_false(akkoord_parse(a, "versie=2\n", &back));
    assert_false(akkoord_parse(a, arena_printf(a, "%sx", text), &back));
    for (size_t n = 0; n < strlen(text); n++) /* cut anywhere */
        assert_false(akkoord_parse(a, arena_printf(a, "%.*s", (int)n, text), &back));
}

/* By hand: the bits 00000 00001 00010 … 01111 are the letters 0 to F. */
static void a_code_is_base_32(void **state)
{
    (void)state;
    const uint8_t tag[32] = {0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf};
    char code[AKKOORD_CODE_SIZE];
    akkoord_code(tag, code);
    assert_string_equal(code, "0123456789ABCDEF");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_come_back), cmocka_unit_test(both_versions_are_read),
                                       cmocka_unit_test(a_cent_is_another_text),
                                       cmocka_unit_test(what_is_not_such_a_text), cmocka_unit_test(a_code_is_base_32)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
