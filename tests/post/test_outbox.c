/* A mail as bytes: what may not be in a header is refused, long and foreign subjects are cut right; a scheduled mail
 * stands in the outbox once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail
#include <sodium.h>

#include "core/clock.h"
#include "core/log.h"
#include "data/database.h"
#include "data/steward.h"
#include "out/mime.h"
#include "post/outbox.h"

STEWARD_SQL(test_berichten, "SELECT count(*) AS n FROM alle_bericht");

static const struct mail_head good = {.from = "monitor@example.nl",
                                      .from_name = "Social Return Monitor",
                                      .to = "kim@example.nl",
                                      .to_name = "Kim Voorbeeld",
                                      .reply_to = "cp@example.nl",
                                      .subject = "Een onderwerp",
                                      .message_id = "<1@example.nl>",
                                      .date = {1790000000}};

static enum result made(struct arena *a, struct mail_head h, const char **message)
{
    size_t n;
    return mime_mail(a, &h, "tekst\n", "<p>tekst</p>", message, &n);
}

static void injection(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *m;
    assert_int_equal(made(a, good, &m), OK);
    static const char *const addresses[] = {"x@example.nl>\r\nRCPT TO:<evil@example.com",
                                            "x@example.nl\r\nBcc: evil@example.com",
                                            "x@example.nl,evil@example.com",
                                            "<x@example.nl>",
                                            "é@example.nl",
                                            "x@example.nl ",
                                            "x",
                                            "",
                                            "x@y@example.nl",
                                            NULL};
    for (size_t i = 0; addresses[i]; i++) {
        struct mail_head h = good;
        h.to = addresses[i];
        assert_int_equal(made(a, h, &m), INVALID);
        h = good;
        h.from = addresses[i];
        assert_int_equal(made(a, h, &m), INVALID);
        h = good;
        h.reply_to = addresses[i];
        assert_int_equal(made(a, h, &m), INVALID);
    }
    static const char *const texts[] = {
        "hoi\r\nBcc: evil@example.com", "hoi\nX: y", "hoi\rX: y", "hoi\x01", "\xff\xfe", NULL};
    for (size_t i = 0; texts[i]; i++) {
        struct mail_head h = good;
        h.subject = texts[i];
        assert_int_equal(made(a, h, &m), INVALID);
        h = good;
        h.to_name = texts[i];
        assert_int_equal(made(a, h, &m), INVALID);
        h = good;
        h.from_name = texts[i];
        assert_int_equal(made(a, h, &m), INVALID);
    }
    arena_free(a);
}

/* Every line ends in CRLF and is at most 78 long (RFC 5322), whatever the words; names with quotes stay one name. */
static void lines(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const char *const words[] = {
        "Jansen, \"Jan\" \\ <jan>",
        "Ĳsbrand Ørsted-Ünal van den Œuvre, coördinator van het werkgeversservicepunt Noord", "=?UTF-8?Q?geen?=", "één",
        NULL};
    for (size_t i = 0; words[i]; i++) {
        struct mail_head h = good;
        const char *m;
        h.to_name = h.subject = words[i];
        assert_int_equal(made(a, h, &m), OK);
        for (const char *p = m; *p;) {
            const char *end = strstr(p, "\r\n");
            assert_non_null(end);
            assert_true(end - p <= 98);
            assert_null(memchr(p, '\n', (size_t)(end - p)));
            assert_null(memchr(p, '\r', (size_t)(end - p)));
            for (const char *c = p; c < end; c++)
                assert_true((unsigned char)*c < 0x80);
            p = end + 2;
        }
    }
    arena_free(a);
}

/* Dots, trailing blanks, "=" and long lines come through quoted-printable. */
static void quoted(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *m;
    size_t n;
    assert_int_equal(
        mime_mail(a, &good,
                  ".\n..twee\nblank \na=b\n"
                  "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890",
                  "<p>x</p>", &m, &n),
        OK);
    assert_int_equal(n, strlen(m));
    assert_null(strstr(m, "\r\n.\r\n"));
    assert_null(strstr(m, "\r\n."));
    assert_non_null(strstr(m, "=2E.twee\r\n"));
    assert_non_null(strstr(m, "blank=20\r\n"));
    assert_non_null(strstr(m, "a=3Db\r\n"));
    assert_non_null(strstr(m, "=\r\n"));
    arena_free(a);
}

static int64_t count(struct steward *s, struct arena *a)
{
    struct query q CLEAN = query(s, a, test_berichten, BIND_NONE);
    assert_int_equal(one_row(&q), OK);
    return row_int(&q, "n");
}

static void unique(void **state)
{
    (void)state;
    char folder[] = "/tmp/srm-outbox-XXXXXX", file[64];
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof(file), "%s/db", folder);
    struct arena *a = arena_new();
    struct text problems;
    struct database *base;
    struct steward *s;
    struct config c;
    text_init(&problems, 10000);
    config_defaults(&c);
    assert_int_equal(database_open(file, true, false, &problems, &base), OK);
    assert_int_equal(database_migrate(base, &problems), OK);
    assert_int_equal(steward_open(base, false, &s), OK);
    struct mail_row m = {.kind = "herinnering",
                         .subject_kind = "project",
                         .subject = 7,
                         .due = datum_from_iso("2026-03-01"),
                         .to = "kim@example.nl",
                         .to_name = "Kim",
                         .reply_to = "geen adres",
                         .subject_line = "Herinnering",
                         .text = "x",
                         .html = "<p>x</p>"};
    tijdstip now = {1790000000};
    for (int i = 0; i < 3; i++)
        assert_int_equal(outbox_add_steward(s, &c, a, &m, now), OK);
    assert_int_equal(count(s, a), 1); /* planned twice, or found again after a restart: once */
    m.due = datum_from_iso("2026-06-01");
    assert_int_equal(outbox_add_steward(s, &c, a, &m, now), OK);
    m.to = "ander@example.nl";
    assert_int_equal(outbox_add_steward(s, &c, a, &m, now), OK);
    assert_int_equal(count(s, a), 3);
    m.due = DATUM_GEEN; /* caused by an act: each counts */
    assert_int_equal(outbox_add_steward(s, &c, a, &m, now), OK);
    assert_int_equal(outbox_add_steward(s, &c, a, &m, now), OK);
    assert_int_equal(count(s, a), 5);
    m.to = "x@example.nl>\r\nRCPT TO:<evil@example.com";
    assert_int_equal(outbox_add_steward(s, &c, a, &m, now), FAILED);
    assert_int_equal(count(s, a), 5);
    steward_close(s);
    database_close(base);
    text_free(&problems);
    arena_free(a);
    static const char *const tails[] = {"", "-wal", "-shm", ".schrijfslot", ".serverslot"};
    for (size_t i = 0; i < 5; i++) {
        char path[96];
        snprintf(path, sizeof(path), "%s%s", file, tails[i]);
        unlink(path);
    }
    rmdir(folder);
}

int main(void)
{
    if (sodium_init() < 0 || clock_init() != OK)
        return 2;
    log_level_set(LOG_ERROR + 1);
    const struct CMUnitTest tests[] = {cmocka_unit_test(injection), cmocka_unit_test(lines), cmocka_unit_test(quoted),
                                       cmocka_unit_test(unique)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
