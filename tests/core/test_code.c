/* Codes that are typed from paper: how they are written and read, by table; and that every slip of one letter, and
 * every two letters that changed places, is seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/betrokkene/brief_rules.h"
#include "core/code.h"
#include "core/rnd.h"

#undef fail
#include <cmocka.h>

enum { N = 16 };
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* By hand: the bits 00000 00001 00010 … 01111 are the letters 0 to F. */
static void letters_are_base_32(void **state)
{
    (void)state;
    const uint8_t bits[12] = {0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf};
    char code[N + 1];
    struct arena *a = arena_new();
    code_letters(bits, N, code);
    assert_string_equal(code, "0123456789ABCDEF");
    assert_string_equal(code_shown(a, code), "0123-4567-89AB-CDEF");
    assert_string_equal(code_shown(a, "ABCDE"), "ABCD-E");
    assert_string_equal(code_shown(a, ""), "");
    arena_free(a);
}

static const struct {
    const char *typed, *code;
} typed[] = {
    {"0123-4567-89AB-CDEF", "0123456789ABCDEF"},
    {" 0123456789abcdef ", "0123456789ABCDEF"},
    {"OI234567L9ABCDEF", "0123456719ABCDEF"},
    {"0123-4567-89AB-CDE", NULL},
    {"0123-4567-89AB-CDEF0", NULL},
    {"0123-4567-89AB-CDEU", NULL},
    {"", NULL},
    {"'; DROP TABLE x; --", NULL},
    {"0123 4567\t89AB CDEF", NULL},
    {"0123-4567-89AB-CD\xc3\xa9", NULL},
};

static void a_code_as_it_is_typed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
        char code[N + 1];
        assert_int_equal(code_typed(typed[i].typed, N, code), typed[i].code != NULL);
        if (typed[i].code)
            assert_string_equal(code, typed[i].code);
    }
}

static bool good(const char *code)
{
    return code_check(code, N - 1) == code[N - 1];
}

static void every_slip_is_seen(void **state)
{
    (void)state;
    for (int round = 0; round < 300; round++) {
        uint8_t bits[12];
        char code[BRIEF_CODE_SIZE], slip[BRIEF_CODE_SIZE];
        rnd_bytes(bits, sizeof(bits));
        brief_code(bits, code);
        assert_true(strlen(code) == N && good(code));
        for (size_t i = 0; i < N; i++) {
            for (const char *c = alphabet; *c; c++) {
                memcpy(slip, code, sizeof(slip));
                slip[i] = *c;
                assert_int_equal(good(slip), *c == code[i]);
            }
            for (size_t k = i + 1; k < N; k++) {
                memcpy(slip, code, sizeof(slip));
                slip[i] = code[k], slip[k] = code[i];
                assert_int_equal(good(slip), code[i] == code[k]);
            }
        }
    }
}

/* Known once, so that a letter on paper stays good: by hand for the first (only the last of 15 letters is 1: x^15 =
 * 11111 = Z). */
static const struct {
    const char *typed;
    enum brief_getypt is;
} letters[] = {
    {"0000-0000-0000-0000", BRIEF_GOED},      {"0000-0000-0000-001Z", BRIEF_GOED},
    {"0000 0000 0000 001z", BRIEF_GOED},      {"0000-0000-0000-0010", BRIEF_TYPFOUT},
    {"0000-0000-0000-00", BRIEF_GEEN_CODE},   {"", BRIEF_GEEN_CODE},
    {"U000-0000-0000-0000", BRIEF_GEEN_CODE},
};

static void what_was_typed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
        char code[BRIEF_CODE_SIZE];
        assert_int_equal(brief_code_typed(letters[i].typed, code), letters[i].is);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(letters_are_base_32), cmocka_unit_test(a_code_as_it_is_typed),
                                       cmocka_unit_test(every_slip_is_seen), cmocka_unit_test(what_was_typed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
