/* The audit chain: whoever changes, removes, adds or moves a record is found out. */
#include "small.h"

#include <stdio.h>
#include <unistd.h>

#include "data/audit_anker.h"

static void add(struct small *s, int n)
{
    struct steward *w;
    assert_int_equal(steward_open(s->base, false, &w), OK);
    for (int i = 0; i < n; i++)
        assert_int_equal(steward_audit(w, (struct audit_line){.wat = "project.wijzigen",
                                                              .soort = "project",
                                                              .rij = 42 + i,
                                                              .wie = {i % 2},
                                                              .project = {i % 3},
                                                              .voor = i % 2 ? NULL : "",
                                                              .na = "einddatum: 31-12-2026"}),
                         OK);
    steward_close(w);
}

static enum result verify(struct small *s, struct text *report)
{
    struct steward *w;
    text_init(report, 10000);
    assert_int_equal(steward_open(s->base, true, &w), OK);
    enum result ended = audit_verify(w, NULL, report);
    steward_close(w);
    return ended;
}

static void tamper(struct small *s, const char *text)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(s->file, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    assert_true(sqlite3_total_changes(db) > 0);
    sqlite3_close(db);
}

static void test_whole(void **state)
{
    struct small *s = *state;
    struct text report;
    assert_int_equal(verify(s, &report), OK); /* an empty chain is whole */
    text_free(&report);
    add(s, 9);
    assert_int_equal(verify(s, &report), OK);
    assert_non_null(strstr(text_c(&report), "9 records, the chain is whole"));
    text_free(&report);
}

static void test_tampered(void **state)
{
    (void)state;
    static const struct {
        const char *text, *found;
    } table[] = {
        {"UPDATE alle_audit SET op = op + 1 WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET wie = 7 WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET organisatie = 7 WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET regio = 7 WHERE id = 1", "record 1 "},
        {"UPDATE alle_audit SET wat = 'project.wijzige' WHERE id = 9", "record 9 "},
        {"UPDATE alle_audit SET soort = 'inzet' WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET rij = 1 WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET project = NULL WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET voor = '' WHERE id = 4", "record 4 "},
        {"UPDATE alle_audit SET voor = NULL WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET na = na || ' ' WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET voor = na, na = voor WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET som = zeroblob(32) WHERE id = 5", "record 5 "},
        {"UPDATE alle_audit SET som = zeroblob(0) WHERE id = 5", "record 5 "},
        {"DELETE FROM alle_audit WHERE id = 5", "record 6 "},
        {"DELETE FROM alle_audit WHERE id = 1", "record 2 "},
        {"UPDATE alle_audit SET id = 20 WHERE id = 9", "record 20 "},
        {"INSERT INTO alle_audit SELECT 10, op, wie, organisatie, regio, wat, soort, rij, project, voor, na, som FROM "
         "alle_audit WHERE id = 9",
         "record 10 "},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct small s;
        struct text report;
        small_start_new(&s);
        add(&s, 9);
        tamper(&s, table[i].text);
        if (verify(&s, &report) != FAILED || !strstr(text_c(&report), table[i].found))
            fail_msg("%s: %s", table[i].text, text_c(&report));
        text_free(&report);
        small_remove(&s);
    }
}

/* What is cut off at the end leaves a whole chain; the newest sum that the report says is another one. */
static void test_cut(void **state)
{
    struct small *s = *state;
    struct text before, after;
    add(s, 9);
    assert_int_equal(verify(s, &before), OK);
    tamper(s, "DELETE FROM alle_audit WHERE id = 9");
    assert_int_equal(verify(s, &after), OK);
    assert_string_not_equal(strstr(text_c(&before), "sum "), strstr(text_c(&after), "sum "));
    text_free(&before);
    text_free(&after);
    add(s, 1); /* and it goes on */
    assert_int_equal(verify(s, &after), OK);
    text_free(&after);
}

static void anchor(struct small *s, const char *path, int64_t at)
{
    struct steward *w;
    assert_int_equal(steward_open(s->base, true, &w), OK);
    assert_int_equal(audit_anker_write(w, path, (tijdstip){at}), OK);
    steward_close(w);
}

/* The chain against the anchors of the file. */
static enum result against(struct small *s, const char *path, struct text *report, size_t *n)
{
    struct steward *w;
    struct audit_ankers list;
    struct arena *a = arena_new();
    text_init(report, 10000);
    assert_int_equal(steward_open(s->base, true, &w), OK);
    enum result ended = audit_ankers_read(path, a, report, &list);
    *n = list.n;
    if (ended == OK)
        ended = audit_verify(w, &list, report);
    steward_close(w);
    arena_free(a);
    return ended;
}

/* Three anchors outside the database: what is cut off at the end, and a chain written anew as a whole, show. */
static void test_anchors(void **state)
{
    static const struct {
        const char *text;
        enum result ended;
        const char *said;
    } table[] = {
        {NULL, OK, "3 anchors fit"},
        {"DELETE FROM alle_audit WHERE id > 8", FAILED, "ends at record 8, but record 9 was anchored"},
        {"DELETE FROM alle_audit WHERE id > 9", OK, "9 records"}, /* not anchored yet: that much may be lost */
        {"DELETE FROM alle_audit", FAILED, "ends at record 0, but record 3 was anchored"},
    };
    for (size_t i = 0; i <= sizeof(table) / sizeof(table[0]); i++) {
        struct small s;
        struct text report;
        char path[] = "/tmp/srm-anker-XXXXXX";
        size_t n;
        close(mkstemp(path));
        small_start_new(&s);
        anchor(&s, path, 1780000000); /* an empty chain has nothing to note */
        for (int k = 1; k <= 3; k++) {
            add(&s, 3);
            anchor(&s, path, 1780000000 + k * 86400);
            anchor(&s, path, 1780000000 + k * 86400 + 60); /* nothing new: no second line */
        }
        add(&s, 1);
        bool anew = i == sizeof(table) / sizeof(table[0]);
        if (anew) /* all records by other hands, each fitting the one before it */
            tamper(&s, "DELETE FROM alle_audit");
        if (anew)
            add(&s, 2), add(&s, 9);
        else if (table[i].text)
            tamper(&s, table[i].text);
        enum result ended = against(&s, path, &report, &n);
        assert_int_equal(n, 3);
        if (anew ? ended != FAILED || !strstr(text_c(&report), "record 3 is not the one that was anchored")
                 : ended != table[i].ended || !strstr(text_c(&report), table[i].said))
            fail_msg("%zu: %s", i, text_c(&report));
        text_free(&report);
        small_remove(&s);
        unlink(path);
    }
    (void)state;
}

static void test_anchor_file(void **state)
{
    static const char *const wrong[] = {
        "iets anders\n", "2026-11-23 00:00 record 3 sum 12\n",
        "2026-11-23 00:00 record -3 sum 0000000000000000000000000000000000000000000000000000000000000000\n",
        "2026-11-23 00:00 record 3 sum 0000000000000000000000000000000000000000000000000000000000000000 x\n", "\n"};
    struct small *s = *state;
    struct text report;
    size_t n;
    add(s, 3);
    assert_int_equal(against(s, "/tmp/srm-er-is-niets", &report, &n), OK);
    assert_int_equal(n, 0);
    text_free(&report);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        char path[] = "/tmp/srm-anker-XXXXXX";
        FILE *f = fdopen(mkstemp(path), "w");
        fputs(wrong[i], f);
        fclose(f);
        assert_int_equal(against(s, path, &report, &n), FAILED);
        assert_non_null(strstr(text_c(&report), "line 1 of"));
        text_free(&report);
        unlink(path);
    }
}

static int tests(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, small_setup, small_teardown)
    const struct CMUnitTest list[] = {T(test_whole), cmocka_unit_test(test_tampered), T(test_cut),
                                      cmocka_unit_test(test_anchors), T(test_anchor_file)};
    return cmocka_run_group_tests_name("audit", list, NULL, NULL);
}

int main(void)
{
    return small_main(tests);
}
