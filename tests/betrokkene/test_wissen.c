/* Erasing who a kandidaat is, on a whole demo installation: afterwards no byte is readable in the database, its WAL, a
 * backup made before (beside the key store of today) or a form kept as typed; figures stay as they were; killed at any
 * moment it is done again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail
#undef fail_msg
#define fail_msg(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))

#include <sqlite3.h>

#include "app/betrokkene/wissen_gate.h"
#include "commands/commands.h"
#include "data/database.h"
#include "data/seal.h"
#include "data/steward.h"
#include "planner/sleutels_gate.h"

static const char NAAM[] = "Zegmaar Nietgevonden", FUNCTIE[] = "Orgelpijpenpoetser";
static const char *const waar[] = {"naam", "adres", "geboortedatum", "initialen"};

struct house {
    char dir[64], backup[96];
    struct installation i;
    struct desk *desk;
};
struct task {
    struct desk_task task;
    kandidaat_id id;
    const char *sql;
    bool fails;
    enum result ended;
};

static void sh(const char *format, const char *a, const char *b)
{
    char text[300];
    snprintf(text, sizeof(text), format, a, b);
    assert_int_equal(system(text), 0);
}

static int setup(void **state)
{
    struct house *h = calloc(1, sizeof(*h));
    char config[96], program[] = "test";
    strcpy(h->dir, "/tmp/srm-wissen-XXXXXX");
    assert_non_null(mkdtemp(h->dir));
    sh("%s demo %s >/dev/null", getenv("SRM") ? getenv("SRM") : "build/srmonitor", h->dir);
    snprintf(config, sizeof(config), "%s/config.ini", h->dir);
    snprintf(h->backup, sizeof(h->backup), "%s/oud.db", h->dir);
    char option_name[] = "--config", *argv[] = {program, option_name, config, NULL};
    assert_true(process_start());
    assert_true(installation_open(3, argv, OPEN_DATABASE | OPEN_SEAL, &h->i));
    assert_int_equal(desk_start(h->i.base, &h->desk), OK);
    *state = h;
    return 0;
}

static int teardown(void **state)
{
    struct house *h = *state;
    desk_stop(h->desk);
    installation_close(&h->i);
    sh("rm -rf '%s'%s", h->dir, "");
    free(h);
    return 0;
}

/* A connection of another program. */
static char *ask(const char *file, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *q;
    static char answer[256];
    assert_int_equal(sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
    int code = sqlite3_step(q);
    snprintf(answer, sizeof(answer), "%s",
             code == SQLITE_ROW && sqlite3_column_text(q, 0) ? (const char *)sqlite3_column_text(q, 0) : "");
    sqlite3_finalize(q);
    sqlite3_close(db);
    return answer;
}

static const char *file_of(struct house *h)
{
    return h->i.config.database;
}

static void write_with(struct house *h, const char *sql, struct blob b, int64_t id)
{
    sqlite3 *db;
    sqlite3_stmt *q;
    assert_int_equal(sqlite3_open(file_of(h), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
    sqlite3_bind_blob64(q, 1, b.p, b.n, SQLITE_TRANSIENT);
    sqlite3_bind_int64(q, 2, id);
    assert_int_equal(sqlite3_step(q), SQLITE_DONE);
    sqlite3_finalize(q);
    sqlite3_close(db);
}

/* How many of the person's sealed columns open in this file with the keys that are left. */
static int readable(struct house *h, const char *file, int64_t id)
{
    sqlite3 *db;
    int n = 0;
    struct arena *a = arena_new();
    assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
    for (size_t k = 0; k < sizeof(waar) / sizeof(waar[0]); k++) {
        char sql[100], what[40];
        const char *plain = NULL;
        sqlite3_stmt *q;
        snprintf(sql, sizeof(sql), "SELECT %s FROM alle_kandidaat WHERE id = %lld", waar[k], (long long)id);
        snprintf(what, sizeof(what), "kandidaat.%s", waar[k]);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_step(q), SQLITE_ROW);
        struct blob b = {sqlite3_column_blob(q, 0), (size_t)sqlite3_column_bytes(q, 0)};
        if (seal_open_text(h->i.seal, what, 0, b, a, &plain) == OK && plain)
            n++;
        sqlite3_finalize(q);
    }
    sqlite3_close(db);
    arena_free(a);
    return n;
}

static enum result erase_run(struct desk_task *task, struct desk_job *job)
{
    struct task *t = (struct task *)(void *)task;
    job_unlogged(job, "test");
    t->ended = kandidaat_wissen(job, t->id);
    return t->fails ? FAILED : t->ended;
}

static enum result erase(struct house *h, int64_t id, bool fails)
{
    struct task t = {.task = {.run = erase_run}, .id = {id}, .fails = fails};
    enum result done = desk_run(h->desk, &t.task);
    return fails ? done : t.ended;
}

/* A person with a name of its own: on the row, and in a form kept as typed. */
static int64_t plant(struct house *h, int64_t *draft_key)
{
    struct blob b;
    struct arena *a = arena_new();
    int64_t id = strtoll(
        ask(file_of(h),
            "SELECT k.id FROM alle_kandidaat k JOIN alle_inzet i ON i.kandidaat_id = k.id GROUP BY k.id ORDER BY count(*) DESC, k.id LIMIT 1"),
        NULL, 10);
    char sql[300];
    snprintf(sql, sizeof(sql), "SELECT sleutel FROM alle_kandidaat WHERE id = %lld", (long long)id);
    int64_t key = strtoll(ask(file_of(h), sql), NULL, 10);
    assert_int_equal(seal_text(h->i.seal, key, "kandidaat.naam", 0, NAAM, a, &b), OK);
    write_with(h, "UPDATE alle_kandidaat SET naam = ?1 WHERE id = ?2", b, id);
    write_with(
        h,
        "UPDATE alle_inzet_versie SET functie = CAST(?1 AS TEXT) WHERE inzet_id IN (SELECT id FROM alle_inzet WHERE kandidaat_id = ?2)",
        (struct blob){FUNCTIE, strlen(FUNCTIE)}, id);
    write_with(
        h,
        "INSERT INTO alle_steekproef_item (steekproef_id, nr, inzet_id, toen, waarde_cent, antwoord, opmerking) SELECT 1, 99, min(i.id), 1, 0, CAST(?1 AS TEXT), CAST(?1 AS TEXT) FROM alle_inzet i WHERE i.kandidaat_id = ?2"
        " ON CONFLICT (steekproef_id, inzet_id) DO UPDATE SET antwoord = excluded.antwoord, opmerking = excluded.opmerking",
        (struct blob){FUNCTIE, strlen(FUNCTIE)}, id);
    assert_int_equal(seal_key_new(h->i.seal, draft_key), OK);
    assert_int_equal(seal_text(h->i.seal, *draft_key, "concept.velden", 0, NAAM, a, &b), OK);
    write_with(
        h,
        "INSERT INTO alle_concept (gebruiker, pad, velden, op, verloopt, sleutel) SELECT g.id, '/projecten/1/kandidaten/nieuw', ?1, 0, 99999999999, (SELECT max(seq) FROM (SELECT 0 AS seq)) FROM alle_kandidaat k"
        " JOIN alle_gebruiker g ON g.organisatie_id = k.opdrachtnemer_id WHERE k.id = ?2 LIMIT 1",
        b, id);
    snprintf(sql, sizeof(sql), "UPDATE alle_concept SET sleutel = %lld WHERE sleutel = 0", (long long)*draft_key);
    (void)ask(file_of(h), sql);
    arena_free(a);
    return id;
}

static bool draft_opens(struct house *h, const char *file)
{
    sqlite3 *db;
    sqlite3_stmt *q;
    const char *plain = NULL;
    struct arena *a = arena_new();
    assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT velden FROM alle_concept ORDER BY id DESC LIMIT 1", -1, &q, NULL),
                     SQLITE_OK);
    bool opens =
        sqlite3_step(q) == SQLITE_ROW &&
        seal_open_text(h->i.seal, "concept.velden", 0,
                       (struct blob){sqlite3_column_blob(q, 0), (size_t)sqlite3_column_bytes(q, 0)}, a, &plain) == OK &&
        strcmp(plain, NAAM) == 0;
    sqlite3_finalize(q);
    sqlite3_close(db);
    arena_free(a);
    return opens;
}

static void backup(struct house *h)
{
    char sql[200];
    snprintf(sql, sizeof(sql), "VACUUM INTO '%s'", h->backup);
    (void)ask(file_of(h), sql);
    assert_int_equal(access(h->backup, R_OK), 0);
}

static void test_erased(void **state)
{
    struct house *h = *state;
    static const char sums[] =
        "SELECT group_concat(actueel_cent || '/' || prognose_cent || '/' || ingediend_cent) FROM (SELECT sum(actueel_cent) AS actueel_cent, sum(prognose_cent) AS prognose_cent,"
        " sum(ingediend_cent) AS ingediend_cent FROM alle_inzet)";
    char before[256];
    struct text report;
    int64_t draft_key, id = plant(h, &draft_key);
    int erased = 0;
    snprintf(before, sizeof(before), "%s", ask(file_of(h), sums));
    backup(h);
    assert_true(readable(h, file_of(h), id) >= 2 && readable(h, h->backup, id) >= 2 && draft_opens(h, h->backup));
    assert_int_equal(erase(h, id, true), FAILED); /* a transaction that fails erases nobody */
    assert_int_equal(sleutels_vernietigen(h->i.steward, h->desk, h->i.seal), OK);
    assert_true(readable(h, file_of(h), id) >= 2);
    assert_int_equal(erase(h, id, false), OK);
    /* killed here, the key is still there, and the list says so */
    text_init(&report, 10000);
    assert_int_equal(gewist_check(h->i.steward, h->i.seal, h->i.arena, &report, &erased), OK);
    assert_int_equal(erased, 1);
    assert_int_equal(sleutels_vernietigen(h->i.steward, h->desk, h->i.seal), OK);
    assert_int_equal(sleutels_vernietigen(h->i.steward, h->desk, h->i.seal), OK);
    assert_int_equal(readable(h, file_of(h), id) + readable(h, h->backup, id), 0);
    assert_false(draft_opens(h, h->backup));
    assert_string_equal(ask(file_of(h), "SELECT count(*) FROM alle_concept"), "0");
    assert_string_equal(ask(file_of(h), "SELECT count(*) FROM alle_sleutel_weg"), "0");
    assert_string_equal(ask(file_of(h), sums), before);
    assert_int_equal(gewist_check(h->i.steward, h->i.seal, h->i.arena, &report, &erased), OK);
    assert_int_equal(erase(h, id, false), OK); /* twice is once */
    assert_int_equal(erase(h, 999999, false), NOT_FOUND);
    assert_int_equal(sleutels_vernietigen(h->i.steward, h->desk, h->i.seal), OK);
    (void)ask(file_of(h), "PRAGMA wal_checkpoint(TRUNCATE)");
    sh("! grep -rlaF '%s' '%s'", NAAM, h->dir); /* database, key store, journals, backup, mails */
    sh("! grep -laF '%s' '%s'/srmonitor.db", FUNCTIE, h->dir);
    text_free(&report);
}

/* A key that comes back, or sealed data that stayed, is found by srmonitor check. */
static void test_found_out(void **state)
{
    struct house *h = *state;
    struct text report;
    int64_t draft_key, id = plant(h, &draft_key);
    int erased = 0;
    text_init(&report, 10000);
    write_with(h, "UPDATE alle_kandidaat SET gewist_op = 1, geboortedatum = ?1 WHERE id = ?2", (struct blob){"x", 1},
               id);
    assert_int_equal(gewist_check(h->i.steward, h->i.seal, h->i.arena, &report, &erased), FAILED);
    assert_non_null(strstr(text_c(&report), "sealed data is still in the database"));
    assert_int_equal(erase(h, id, false), OK);
    (void)ask(file_of(h), "DELETE FROM alle_sleutel_weg");
    assert_int_equal(gewist_check(h->i.steward, h->i.seal, h->i.arena, &report, &erased), FAILED);
    assert_non_null(strstr(text_c(&report), "the key is still in the key store"));
    text_free(&report);
}

/* Keys without a person go; those of an older backup's future stay. */
static void test_swept(void **state)
{
    struct house *h = *state;
    int64_t lost, newest;
    bool there;
    int swept;
    assert_int_equal(seal_key_new(h->i.seal, &lost), OK);
    assert_int_equal(sleutels_vegen(h->i.steward, h->i.seal, &swept), OK);
    assert_int_equal(swept, 0); /* newer than every person: not judged yet */
    assert_int_equal(seal_key_new(h->i.seal, &newest), OK);
    char sql[200];
    snprintf(
        sql, sizeof(sql),
        "UPDATE alle_kandidaat SET gemaakt_op = gemaakt_op + 100 * 86400, sleutel = %lld WHERE id = (SELECT max(id) FROM alle_kandidaat)",
        (long long)newest);
    int64_t lost_too =
        strtoll(ask(file_of(h), "SELECT sleutel FROM alle_kandidaat ORDER BY id DESC LIMIT 1"), NULL, 10);
    (void)ask(file_of(h), sql);
    assert_int_equal(sleutels_vegen(h->i.steward, h->i.seal, &swept), OK);
    assert_int_equal(seal_key_exists(h->i.seal, lost, &there), OK);
    assert_true(there); /* made after the last person of a day ago */
    assert_int_equal(seal_key_exists(h->i.seal, newest, &there), OK);
    assert_true(there);
    snprintf(
        sql, sizeof(sql),
        "UPDATE alle_kandidaat SET gemaakt_op = gemaakt_op + 200 * 86400, sleutel = sleutel + 1000 WHERE id = (SELECT max(id) - 1 FROM alle_kandidaat)");
    (void)ask(file_of(h), sql);
    assert_int_equal(sleutels_vegen(h->i.steward, h->i.seal, &swept), OK);
    assert_true(swept >= 1);
    assert_int_equal(seal_key_exists(h->i.seal, lost, &there), OK);
    assert_false(there);
    assert_int_equal(seal_key_exists(h->i.seal, lost_too, &there), OK);
    assert_false(there);
    assert_int_equal(seal_key_exists(h->i.seal, newest, &there), OK);
    assert_true(there);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest list[] = {T(test_erased), T(test_found_out), T(test_swept)};
    return cmocka_run_group_tests_name("wissen", list, NULL, NULL);
}
