/* Pure rules of the rooms: periods that join up, filters, look-alikes, passwords, waiting times, retries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "app/account/account_password.h"
#include "app/organisatie/organisatie.h"
#include "app/project/project_rules.h"
#include "app/verantwoording/kandidaat_rules.h"
#include "app/waardering/waardering_rules.h"
#include "core/arena.h"
#include "core/text.h"
#include "post/outbox.h"

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

static void periods(void **state)
{
    (void)state;
    int nr;
    struct periode_rij p[] = {periode_van(d("2024-01-01"), d("2024-12-31"), (geld){100}),
                              periode_van(d("2025-01-01"), d("2025-06-30"), (geld){50})};
    assert_null(perioden_oordeel(a, 2, p, d("2024-01-01"), d("2025-06-30"), &nr));
    assert_non_null(perioden_oordeel(a, 2, p, d("2023-12-31"), d("2025-06-30"), &nr));
    assert_int_equal(nr, 0);
    assert_non_null(perioden_oordeel(a, 2, p, d("2024-01-01"), d("2025-07-01"), &nr));
    assert_int_equal(nr, 1);
    p[1].start = d("2025-01-02");
    assert_non_null(perioden_oordeel(a, 2, p, d("2024-01-01"), d("2025-06-30"), &nr));
    p[1].start = d("2024-12-31");
    assert_non_null(perioden_oordeel(a, 2, p, d("2024-01-01"), d("2025-06-30"), &nr));
    assert_non_null(perioden_oordeel(a, 0, p, d("2024-01-01"), d("2025-06-30"), &nr));
    /* the division joins up and adds up, whatever the dates and the amount */
    for (int i = 0; i < 2000; i++) {
        struct periode_deel parts[24];
        datum van = {d("2020-01-31").dag + i}, tot = {van.dag + 1 + i * 3 % 6000};
        geld total = {(int64_t)i * 9973 + 1};
        size_t n = periode_verdeel(van, tot, total, parts, 24);
        int64_t sum = 0;
        assert_int_equal(parts[0].van.dag, van.dag);
        assert_int_equal(parts[n - 1].tot.dag, tot.dag);
        for (size_t k = 0; k < n; k++) {
            sum += parts[k].bedrag.cent;
            assert_true(k == 0 || parts[k].van.dag == parts[k - 1].tot.dag);
            assert_true(parts[k].bedrag.cent >= 0);
        }
        assert_int_equal(sum, total.cent);
    }
}

static void filters(void **state)
{
    (void)state;
    struct datum_bereik r;
    struct geld_bereik g;
    assert_true(filter_datum("2025", &r) && r.van.dag == d("2025-01-01").dag && r.tm.dag == d("2025-12-31").dag);
    assert_true(filter_datum("01-2025..06-2025", &r) && r.van.dag == d("2025-01-01").dag &&
                r.tm.dag == d("2025-06-30").dag);
    assert_true(filter_datum(">=1-7-2025", &r) && r.van.dag == d("2025-07-01").dag && datum_is_none(r.tm));
    assert_true(filter_datum("< 2025", &r) && r.tm.dag == d("2024-12-31").dag);
    assert_false(filter_datum("gisteren", &r));
    assert_false(filter_datum("13-2025", &r));
    assert_true(filter_geld(">=1000", &g) && g.van.cent == 100000 && geld_is_none(g.tm));
    assert_true(filter_geld("1.000..2.000", &g) && g.van.cent == 100000 && g.tm.cent == 200000);
    assert_true(filter_geld("1000", &g) && g.van.cent == 100000 && g.tm.cent == 100099);
    assert_false(filter_geld("veel", &g));
}

static bool alike(const char *x, const char *y)
{
    return organisatie_is_lookalike(NULL, text_company_key(a, x), NULL, text_company_key(a, y));
}

static void lookalikes(void **state)
{
    (void)state;
    assert_true(organisatie_is_lookalike("12345678", "een", "12345678", "heel anders"));
    assert_true(alike("Bouwbedrijf Jansen B.V.", "bouwbedrijf jansen"));
    assert_true(alike("Bouwbedrijf Jansen B.V.", "Bouwbedrijf Janssen BV"));
    assert_true(alike("De Vries V.O.F.", "de vries"));
    assert_false(alike("Jansen", "Pietersen"));
    assert_false(alike("ABC", "ABD"));
    assert_false(alike("Bouwbedrijf Noord", "Bouwbedrijf Oost West"));
}

static void passwords(void **state)
{
    (void)state;
    static const char *const context[] = {"Kim Voorbeeldsen", "Demogemeente", NULL};
    static const char *const refused[] = {
        "kort",          "elfletters1",     "aaaaaaaaaaaaaa",  "abcabcabcabcabc",  "qwertyuiop123",   "Welkom2026!!",
        "W3lkom-2026-!", "wachtwoord12345", "Groningen2026!!", "Demogemeente2026", "zomer2026herfst", "123456789012"};
    static const char *const good[] = {"demo-monitor-2026x paard", "vier losse woorden hier", "Tk8#mmQp!z0vRw",
                                       "een boterham met pindakaas", "ĳskoud ñandú 7 über"};
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
        if (!password_refused(a, refused[i], context, ""))
            fail_msg("allowed: %s", refused[i]);
    for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
        if (password_refused(a, good[i], context, ""))
            fail_msg("refused: %s: %s", good[i], password_refused(a, good[i], context, ""));
}

static void waiting(void **state)
{
    (void)state;
    static const int64_t after[] = {0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900};
    for (int i = 0; i < 17; i++)
        assert_int_equal(login_wait_sec(i), after[i]);
    static const int64_t retries[] = {60, 300, 900, 3600, 14400, 14400};
    for (int i = 0; i < 6; i++)
        assert_int_equal(outbox_retry_sec(i + 1, 100), retries[i]);
    assert_int_equal(outbox_retry_sec(9, 3 * 86400), 0);
}

static void codes(void **state)
{
    (void)state;
    /* RFC 6238: this secret, time 59: 94287082; six digits: 287082 */
    static const uint8_t secret[] = "12345678901234567890";
    int64_t step = 0;
    assert_true(totp_fits(secret, 20, "287082", (tijdstip){59}, 0, &step));
    assert_int_equal(step, 1);
    assert_true(totp_fits(secret, 20, " 287 082 ", (tijdstip){80}, 0, &step));
    assert_false(totp_fits(secret, 20, "287082", (tijdstip){59}, 1, &step));
    assert_false(totp_fits(secret, 20, "287082", (tijdstip){150}, 0, &step));
    static const char *const bad[] = {"", "28708", "2870822", "abcdef", "28708a"};
    for (size_t i = 0; i < 5; i++)
        assert_false(totp_fits(secret, 20, bad[i], (tijdstip){59}, 0, &step));
}

static void ages(void **state)
{
    (void)state;
    assert_int_equal(kandidaat_leeftijd(d("1990-06-15"), d("2026-06-14")), 35);
    assert_int_equal(kandidaat_leeftijd(d("1990-06-15"), d("2026-06-15")), 36);
    assert_int_equal(kandidaat_leeftijd(d("2004-02-29"), d("2025-02-28")), 20);
    assert_int_equal(kandidaat_leeftijd(d("2004-02-29"), d("2025-03-01")), 21);
    assert_string_equal(kandidaat_leeftijdsklasse(d("1971-01-01"), d("2026-01-01")), "55+");
    assert_string_equal(kandidaat_leeftijdsklasse(DATUM_GEEN, d("2026-01-01")), "onbekend");
}

/* ---- the shares of one placement ---- */

static const struct plaatsing weken[3] = {
    {.van = {100}, .week = {3600}}, {.van = {100}, .week = {3200}}, {.van = {150}, .week = {2400}}};

static struct plaatsing_deel share(int64_t inzet, int bp)
{
    return (struct plaatsing_deel){{inzet}, "WIA", {100}, {465}, DATUM_GEEN, {bp}, 1, weken};
}

static void shares_of_a_placement(void **state)
{
    (void)state;
    const basispunt *delen;
    size_t deel;
    struct plaatsing_deel own = share(7, 3333),
                          others[4] = {share(9, 3334), share(3, 3333), share(5, 2000), share(4, 8000)};
    others[2].start.dag = others[3].start.dag = 99; /* another placement, divided as well */
    assert_int_equal(plaatsing_delen(a, &own, 4, others, &delen, &deel),
                     3); /* in the order in which they were entered: 3, 7, 9 */
    assert_int_equal(deel, 1);
    assert_int_equal(delen[0].bp, 3333);
    assert_int_equal(delen[2].bp, 3334);
    own.inzet.id = 0; /* being typed: it will be the last */
    assert_int_equal(plaatsing_delen(a, &own, 4, others, &delen, &deel), 3);
    assert_int_equal(deel, 2);
    assert_int_equal(delen[1].bp, 3334);
    assert_int_equal(plaatsing_delen(a, &others[2], 1, &others[3], &delen, &deel), 2);
    assert_int_equal(deel, 1);
    /* not together the whole: each is rounded by itself */
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 0);
    own.aandeel.bp = 10000;
    assert_int_equal(plaatsing_delen(a, &own, 4, others, &delen, &deel), 0);
    own.aandeel = BP_GEEN;
    assert_int_equal(plaatsing_delen(a, &own, 4, others, &delen, &deel), 0);
    /* another block, end, last day or week is another placement */
    own = share(1, 5000);
    others[0] = share(2, 5000);
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 2);
    others[0].code = "WAO";
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 0);
    others[0] = share(2, 5000);
    others[0].tot = DATUM_GEEN;
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 0);
    others[0] = share(2, 5000);
    others[0].uit_dienst_tot.dag = 300;
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 0);
    others[0] = share(2, 5000);
    others[0].weken = &weken[1];
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 0);
    others[0].n_weken = 2;
    own.weken = &weken[1];
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 0);
    own.n_weken = 2;
    assert_int_equal(plaatsing_delen(a, &own, 1, others, &delen, &deel), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(periods),    cmocka_unit_test(filters),
                                       cmocka_unit_test(lookalikes), cmocka_unit_test(passwords),
                                       cmocka_unit_test(waiting),    cmocka_unit_test(codes),
                                       cmocka_unit_test(ages),       cmocka_unit_test(shares_of_a_placement)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
