/* Values of the house by table and by property: dates, money, hours, checks, folding, the arena, config by line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/config.h"
#include "core/text.h"
#include "core/values.h"

#undef fail
#include <cmocka.h>

static void every_day_round_trips(void **state)
{
    (void)state;
    datum last = datum_from_ymd(2199, 12, 31);
    for (datum d = datum_from_ymd(1900, 1, 1); d.dag <= last.dag; d.dag++) {
        int y, m, day;
        char iso[11], text[11];
        datum back;
        datum_to_ymd(d, &y, &m, &day);
        assert_int_equal(datum_from_ymd(y, m, day).dag, d.dag);
        datum_to_iso(d, iso);
        assert_int_equal(datum_from_iso(iso).dag, d.dag);
        datum_to_text(d, text);
        assert_true(datum_parse(text, &back));
        assert_int_equal(back.dag, d.dag);
    }
}

static void dates_as_typed(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *iso;
    } cases[] = {
        {"7-3-26", "2026-03-07"},
        {"7/3/2026", "2026-03-07"},
        {"7 3 2026", "2026-03-07"},
        {"07032026", "2026-03-07"},
        {"7 mrt 2026", "2026-03-07"},
        {"7 maart 2026", "2026-03-07"},
        {"2026-03-07", "2026-03-07"},
        {" 29-2-2024 ", "2024-02-29"},
        {"7.3.2026", "2026-03-07"},
        {"1 sept 2025", "2025-09-01"},
        {"29-2-2023", ""},
        {"31-4-2026", ""},
        {"7-3", ""},
        {"7-13-2026", ""},
        {"7-3-99", ""},
        {"vandaag", ""},
        {"", ""},
        {"1-1-10000", ""},
        {"7-3-2026-1", ""},
        {"7 x 2026", ""},
        {"0-1-2026", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        datum d;
        char iso[11];
        bool good = datum_parse(cases[i].typed, &d);
        datum_to_iso(d, iso);
        if (good != (cases[i].iso[0] != '\0') || strcmp(iso, cases[i].iso) != 0)
            fail_msg("\"%s\" gave \"%s\"", cases[i].typed, iso);
    }
}

static void months_as_the_rule_says(void **state)
{
    (void)state;
    static const struct {
        const char *s;
        int k;
        const char *is;
    } cases[] = {{"2023-01-31", 1, "2023-03-01"},   {"2024-01-31", 1, "2024-03-01"}, {"2024-02-29", 12, "2025-03-01"},
                 {"2024-02-29", 48, "2028-02-29"},  {"2023-12-15", 1, "2024-01-15"}, {"2024-03-15", -1, "2024-02-15"},
                 {"2024-01-15", -12, "2023-01-15"}, {"2023-08-31", 1, "2023-10-01"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char iso[11];
        datum_to_iso(datum_plus_months(datum_from_iso(cases[i].s), cases[i].k), iso);
        assert_string_equal(iso, cases[i].is);
    }
}

static void money_as_typed(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum parse parse;
        int64_t cent;
    } cases[] = {
        {"1234,56", PARSE_OK, 123456},
        {"1.234", PARSE_OK, 123400},
        {"1.234,56", PARSE_OK, 123456},
        {"1234.56", PARSE_OK, 123456},
        {"€ 1 234,5", PARSE_OK, 123450},
        {"1234,-", PARSE_OK, 123400},
        {"1.23", PARSE_OK, 123},
        {"1,234", PARSE_AMBIGUOUS, 0},
        {"-5", PARSE_OK, -500},
        {"1.234.567", PARSE_OK, 123456700},
        {"12.34.567", PARSE_BAD, 0},
        {"abc", PARSE_BAD, 0},
        {"", PARSE_BAD, 0},
        {"1,2,3", PARSE_BAD, 0},
        {"1,2.3", PARSE_BAD, 0},
        {"99999999999999999", PARSE_BAD, 0},
        {"0", PARSE_OK, 0},
        {"€\xC2\xA0"
         "12",
         PARSE_OK, 1200},
        {"1,234.56", PARSE_BAD, 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        geld g;
        enum parse p = geld_parse(cases[i].typed, &g);
        if (p != cases[i].parse || (p == PARSE_OK && g.cent != cases[i].cent))
            fail_msg("\"%s\" gave %d, %lld", cases[i].typed, p, (long long)g.cent);
    }
    for (int64_t k = 1; k < 123456789012; k = k * 3 / 2 + 1009) {
        int64_t c = k % 3 == 0 ? -k : k;
        char shown[48];
        geld g;
        geld_to_text((geld){c}, shown, sizeof(shown));
        assert_int_equal(geld_parse(shown, &g), PARSE_OK);
        assert_int_equal(g.cent, c);
        geld_to_input((geld){c}, shown, sizeof(shown));
        assert_int_equal(geld_parse(shown, &g), PARSE_OK);
        assert_int_equal(g.cent, c);
    }
}

static void hours_and_percentages(void **state)
{
    (void)state;
    uren u;
    basispunt b;
    assert_true(uren_parse("32,5", &u) && u.honderdste == 3250);
    assert_true(uren_parse("32.50", &u) && u.honderdste == 3250);
    assert_true(uren_parse("32:30", &u) && u.honderdste == 3250);
    assert_false(uren_parse("32:75", &u));
    assert_false(uren_parse("-1", &u));
    assert_false(uren_parse("1,234", &u));
    assert_true(bp_parse("5", &b) && b.bp == 500);
    assert_true(bp_parse("2,5 %", &b) && b.bp == 250);
    assert_false(bp_parse("%", &b));
    assert_false(bp_parse("vijf", &b));
}

static void checked_texts(void **state)
{
    (void)state;
    char out[256];
    assert_true(kvk_parse("12 34.5678", out));
    assert_string_equal(out, "12345678");
    assert_false(kvk_parse("1234567", out));
    assert_false(kvk_parse("123456789", out));
    assert_true(postcode_parse("9712ab", out));
    assert_string_equal(out, "9712 AB");
    assert_false(postcode_parse("0712 AB", out));
    assert_true(email_parse(" Jan.de-Vries+x@Voorbeeld.Example.NL ", out, sizeof(out)));
    assert_string_equal(out, "Jan.de-Vries+x@voorbeeld.example.nl");
    static const char *const bad[] = {"",
                                      "a",
                                      "a@b",
                                      "a@@example.nl",
                                      "a b@example.nl",
                                      "a@example.nl\r\nBcc: x@example.nl",
                                      ".a@example.nl",
                                      "a..b@example.nl",
                                      "a@-example.nl",
                                      "a@example.1",
                                      "é@example.nl",
                                      "<a@example.nl>"};
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        if (email_parse(bad[i], out, sizeof(out)))
            fail_msg("taken as an address: %s", bad[i]);
    assert_true(text_has_bsn("het is 111222333"));
    assert_true(text_has_bsn("1112 22.333 dus"));
    assert_false(text_has_bsn("111222334"));
    assert_false(text_has_bsn("1112223330"));
    assert_false(text_has_bsn("12345678"));
}

static void folded_and_clean(void **state)
{
    struct arena *a = arena_new();
    (void)state;
    assert_string_equal(text_fold(a, "ÉéN B.V. ĲSSEL ﬁjn Straße"), "een b.v. ijssel fijn strasse");
    assert_string_equal(text_company_key(a, "Bakker & Zn. B.V."),
                        text_company_key(a, "bakker en zn bv") ? "bakkerzn" : "");
    assert_string_equal(text_company_key(a, "De Vries Bouw B.V."), text_company_key(a, "de vries-bouw bv"));
    assert_int_equal(text_distance("noorderlicht", "noordelicht", 2), 1);
    assert_int_equal(text_distance("abc", "xyz", 1), 2);
    assert_false(utf8_is_clean("a\nb", 3));
    assert_true(utf8_is_clean_lines("a\nb", 3));
    assert_false(utf8_is_clean("\xC3", 1));
    assert_false(utf8_is_clean("\xED\xA0\x80", 3));
    assert_false(utf8_is_clean("\xE2\x80\xAE"
                               "abc",
                               6));
    assert_string_equal(text_trim(a, "\xC2\xA0 naam \xE2\x80\x8B\r\n", 13), "naam");
    arena_free(a);
}

static int cleaned;

static void count_clean(void *what)
{
    cleaned += *(int *)what;
}

static void arenas(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int two = 2;
    arena_cleanup(a, count_clean, &two);
    for (size_t n = 0; n < 40000; n = n * 2 + 1) {
        unsigned char *p = arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, n);
    }
    assert_string_equal(arena_printf(a, "%d-%s", 7, "x"), "7-x");
    arena_free(a);
    assert_int_equal(cleaned, 2);
}

static void clocks(void **state)
{
    (void)state;
    assert_int_equal(clock_init(), OK);
    tijdstip t = tijdstip_at(datum_from_ymd(2026, 3, 29), 8, 0);
    char text[20], hm[6];
    tijdstip_to_text(t, text, sizeof(text));
    assert_string_equal(text, "29-03-2026 08:00");
    tijdstip_to_hm(t, hm);
    assert_string_equal(hm, "08:00");
    /* the day of the change has 23 hours */
    assert_int_equal(t.sec - tijdstip_at(datum_from_ymd(2026, 3, 28), 8, 0).sec, 23 * 3600);
    clock_set(t);
    assert_int_equal(clock_today().dag, datum_from_ymd(2026, 3, 29).dag);
    clock_reset();
}

static void config_lines(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"[server]\nlisten = 127.0.0.1:8080\n", NULL},
        {"[server]\nlisten = 8080\n", ":2: listen must be host:port"},
        {"[server]\nluister = x\n", ":2: no key \"luister\" in [server]"},
        {"[sever]\nx = 1\n", ":2: no section [sever]"},
        {"[server]\nconnections = 5\n", "from 10 to 10000"},
        {"[server]\nconnections = 50\nconnections = 60\n",
         ":3: connections stands here a second time (first on line 2)"},
        {"[server]\ntls_certificate = a.pem\nbase_url = https://x.example\n", "belong together"},
        {"[mail]\nmethod = smtp\nsmtp_host = mail.example.nl\nsmtp_security = none\n", "only allowed to this machine"},
        {"[mail]\nmethod = smtp\n", "needs smtp_host"},
        {"[mail]\nfrom = nobody\n", "must be a mail address"},
        {"[server]\nbase_url = monitor.example.nl\n", "must be https://host"},
        {"rommel\n", ":1: neither"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char file[] = "/tmp/srm-config-XXXXXX";
        int fd = mkstemp(file);
        assert_true(fd >= 0 && write(fd, cases[i].text, strlen(cases[i].text)) == (ssize_t)strlen(cases[i].text));
        close(fd);
        struct config c;
        struct text problems;
        text_init(&problems, 10000);
        enum result r = config_read(file, &c, &problems);
        if ((r == OK) != (cases[i].says == NULL) || (cases[i].says && !strstr(text_c(&problems), cases[i].says)))
            fail_msg("case %zu: %s", i, text_c(&problems));
        text_free(&problems);
        unlink(file);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_day_round_trips),
                                       cmocka_unit_test(dates_as_typed),
                                       cmocka_unit_test(months_as_the_rule_says),
                                       cmocka_unit_test(money_as_typed),
                                       cmocka_unit_test(hours_and_percentages),
                                       cmocka_unit_test(checked_texts),
                                       cmocka_unit_test(folded_and_clean),
                                       cmocka_unit_test(arenas),
                                       cmocka_unit_test(clocks),
                                       cmocka_unit_test(config_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
