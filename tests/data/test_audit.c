/* The audit chain: whoever changes, removes, adds or moves a record is found out. */
#include "small.h"

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
    enum result ended = audit_verify(w, report);
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

static int tests(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, small_setup, small_teardown)
    const struct CMUnitTest list[] = {T(test_whole), cmocka_unit_test(test_tampered), T(test_cut)};
    return cmocka_run_group_tests_name("audit", list, NULL, NULL);
}

int main(void)
{
    return small_main(tests);
}
