/* Every statement of the whole program, through the wall, against the real migrations and the real rights; and none of
 * a viewer walks through a whole table that grows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail /* ours: core/result.h */

#include "core/clock.h"
#include "data/conn.h"
#include "data/database.h"

struct house {
    char folder[40], file[60];
    struct database *base;
    struct text problems;
};

static int setup(void **state)
{
    struct house *h = calloc(1, sizeof(*h));
    strcpy(h->folder, "/tmp/srm-sql-XXXXXX");
    text_init(&h->problems, 1 << 20);
    if (!mkdtemp(h->folder))
        return 1;
    snprintf(h->file, sizeof(h->file), "%s/db", h->folder);
    *state = h;
    if (database_open(h->file, true, false, &h->problems, &h->base) == OK &&
        database_migrate(h->base, &h->problems) == OK)
        return 0;
    print_error("%s", text_c(&h->problems));
    return 1;
}

static int teardown(void **state)
{
    static const char *const ends[] = {"", "-wal", "-shm", ".schrijfslot"};
    struct house *h = *state;
    char path[80];
    database_close(h->base);
    text_free(&h->problems);
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof(path), "%s%s", h->file, ends[i]);
        unlink(path);
    }
    rmdir(h->folder);
    free(h);
    return 0;
}

static void test_all_prepare(void **state)
{
    struct house *h = *state;
    enum result ended = database_prepare_all(h->base, &h->problems);
    if (ended != OK)
        print_error("%s", text_c(&h->problems));
    assert_int_equal(ended, OK);
    assert_true(sql_count() > 100); /* the linker set is there */
}

/* ---- walking through ---- */

/* The tables that grow with use. What is one row per region, set or block may be walked through. */
static const char growing[] =
    "'alle_project', 'alle_inzet', 'alle_inzet_versie', 'alle_kandidaat', 'alle_gebruiker', "
    "'alle_sessie', 'alle_audit', 'alle_document', 'alle_koppeling', 'alle_bericht', "
    "'alle_periode', 'alle_inzet_uren', 'alle_concept', 'alle_plan', 'alle_plan_regel', 'alle_plan_doelgroep'";
enum { CURSORS = 200 };

/* Name of the growing table whose rows (or index) lie at this page; NULL when none does. */
static const char *table_at(struct conn *c, int root, char out[100])
{
    sqlite3_stmt *q;
    char *text = sqlite3_mprintf("SELECT tbl_name FROM main.sqlite_schema WHERE rootpage = %d AND tbl_name IN (%s)",
                                 root, growing);
    bool found = sqlite3_prepare_v2(c->db, text, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW;
    if (found)
        snprintf(out, 100, "%s", (const char *)sqlite3_column_text(q, 0));
    sqlite3_finalize(q);
    sqlite3_free(text);
    return found ? out : NULL;
}

/* In SQLite's program a cursor that begins at an end (Rewind, Last) and steps on (Next, Prev) walks the whole table.
 * The query plan's words do not do: they name the alias, not the table. */
static int plan_scans(struct conn *c, const struct sql_entry *e)
{
    int roots[CURSORS] = {0}, bad = 0, skip_until = 0;
    bool begins[CURSORS] = {false};
    char name[100];
    sqlite3_stmt *q;
    char *text = sqlite3_mprintf("EXPLAIN %s", e->text);
    c->wall = false;
    if (sqlite3_prepare_v2(c->db, text, -1, &q, NULL) != SQLITE_OK)
        print_error("%s: %s\n", e->name, sqlite3_errmsg(c->db));
    while (q && sqlite3_step(q) == SQLITE_ROW) {
        const char *op = (const char *)sqlite3_column_text(q, 1);
        int cursor = sqlite3_column_int(q, 2);
        if (strcmp(op, "Init") == 0) { /* a trigger's program counts its cursors anew */
            memset(roots, 0, sizeof(roots));
            memset(begins, 0, sizeof(begins));
            skip_until = 0;
        }
        if (strcmp(op, "FkIfZero") == 0) /* only where a deferred foreign key stands open: we have none */
            skip_until = sqlite3_column_int(q, 3);
        if (cursor < 0 || cursor >= CURSORS || sqlite3_column_int(q, 0) < skip_until)
            continue;
        if (strcmp(op, "OpenRead") == 0)
            roots[cursor] = sqlite3_column_int(q, 3);
        else if (strcmp(op, "Rewind") == 0 || strcmp(op, "Last") == 0)
            begins[cursor] = true;
        else if ((strcmp(op, "Next") == 0 || strcmp(op, "Prev") == 0) && begins[cursor] && roots[cursor] &&
                 table_at(c, roots[cursor], name)) {
            print_error("%s:%d: %s walks through %s\n", e->file, e->line, e->name, name);
            bad++;
        }
    }
    sqlite3_finalize(q);
    sqlite3_free(text);
    return bad;
}

static void test_no_table_is_walked_through(void **state)
{
    static const enum conn_kind kinds[] = {CONN_LINKED, CONN_REGIO, CONN_DESK};
    struct house *h = *state;
    int bad = 0;
    for (size_t k = 0; k < 3; k++) {
        struct conn *c;
        assert_int_equal(conn_open(h->base, kinds[k], false, &c), OK);
        for (size_t i = 0; i < sql_count(); i++) {
            bool reads = strncasecmp(sql_at(i)->text, "SELECT", 6) == 0;
            if (!sql_at(i)->steward && reads == (kinds[k] != CONN_DESK))
                bad += plan_scans(c, sql_at(i));
        }
        conn_close(c);
    }
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_all_prepare, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_table_is_walked_through, setup, teardown)};
    return clock_init() == OK ? cmocka_run_group_tests_name("statements", tests, NULL, NULL) : 2;
}
