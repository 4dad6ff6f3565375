/* The file itself: migrations, backup, check, two servers, readers under load, kill -9. */
#include "small.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>

SQL(t_boek, "UPDATE rekening SET saldo = saldo + :bedrag WHERE id = :id RETURNING 1");
SQL(t_saldo, "SELECT saldo FROM rekening WHERE id = :id");
SQL(t_alle_saldi,
    "SELECT sum(a.saldo) AS n FROM "
    "rekening a, rekening b, rekening c, rekening d, rekening e, rekening f, rekening g, rekening h, "
    "rekening i, rekening j, rekening k, rekening l, rekening m, rekening n, rekening o, rekening p, "
    "rekening q, rekening r, rekening s, rekening t, rekening u, rekening v, rekening w, rekening x, "
    "rekening y, rekening z, rekening aa, rekening ab, rekening ac, rekening ad, rekening ae, rekening af, "
    "rekening ag, rekening ah, rekening ai, rekening aj, rekening ak, rekening al, rekening am, "
    "rekening an WHERE a.id + z.id > :id");
STEWARD_SQL(t_kind_met, "INSERT INTO alle_kind (id, project_id) VALUES (:id, 42)");
STEWARD_SQL(t_demo, "INSERT INTO alle_instelling (naam, waarde) VALUES ('demo', :waarde)");

/* ---- migrations ---- */

static const char second[] = "CREATE TABLE alle_tweede (a INTEGER) STRICT; INSERT INTO alle_tweede VALUES (7);";
static const char broken[] = "CREATE TABLE alle_derde (a INTEGER) STRICT; INSERT INTO alle_vierde VALUES (7);";
static const struct embedded_file later_scripts[] = {SCRIPT("0001_start.sql", small_start, "aa"),
                                                     SCRIPT("0002_tweede.sql", second, "cc"),
                                                     SCRIPT("scope.sql", small_scope, "bb")};
static const struct embedded_file changed_scripts[] = {SCRIPT("0001_start.sql", small_start, "dd"),
                                                       SCRIPT("scope.sql", small_scope, "bb")};
static const struct embedded_file broken_scripts[] = {SCRIPT("0001_start.sql", small_start, "aa"),
                                                      SCRIPT("0002_stuk.sql", broken, "ee"),
                                                      SCRIPT("scope.sql", small_scope, "bb")};

/* Opens the same file with another program's scripts; says what migrating answers. */
static enum result migrate_with(struct small *s, const struct embedded_file *scripts, size_t n, struct text *problems,
                                enum result *current)
{
    struct database *base;
    assert_int_equal(database_open_with(s->file, false, false, scripts, n, problems, &base), OK);
    *current = database_is_current(base, problems);
    enum result ended = database_migrate(base, problems);
    database_close(base);
    return ended;
}

static void test_migrations(void **state)
{
    struct small *s = *state;
    struct text problems;
    enum result current;
    text_init(&problems, 10000);
    assert_int_equal(migrate_with(s, small_scripts, 2, &problems, &current), OK);
    assert_int_equal(current, OK);
    assert_int_equal(problems.n, 0);

    assert_int_equal(migrate_with(s, broken_scripts, 3, &problems, &current), FAILED);
    assert_int_equal(current, CONFLICT);
    assert_non_null(strstr(text_c(&problems), "0002_stuk.sql did not run; the database is as it was"));
    assert_int_equal(small_number(s, "SELECT count(*) FROM sqlite_schema WHERE name = 'alle_derde'"), 0);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_migratie"), 1);

    assert_int_equal(migrate_with(s, later_scripts, 3, &problems, &current), OK);
    assert_int_equal(current, CONFLICT);
    assert_non_null(strstr(text_c(&problems), "is at migration 1, this program needs 2"));
    assert_int_equal(small_number(s, "SELECT a FROM alle_tweede"), 7);
    assert_int_equal(
        small_number(s, "SELECT count(*) FROM alle_migratie WHERE nr = 2 AND naam = '0002_tweede.sql' AND som = 'cc'"),
        1);
    assert_int_equal(migrate_with(s, later_scripts, 3, &problems, &current), OK); /* once only */
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_tweede"), 1);
    text_free(&problems);
}

/* Numbers are given out beforehand: one may be left out, but it cannot come in after a later one has run. */
static void test_migration_left_out(void **state)
{
    static const struct embedded_file gap[] = {SCRIPT("0001_start.sql", small_start, "aa"),
                                               SCRIPT("0004_tweede.sql", second, "cc"),
                                               SCRIPT("scope.sql", small_scope, "bb")};
    static const struct embedded_file filled[] = {
        SCRIPT("0001_start.sql", small_start, "aa"), SCRIPT("0002_eerder.sql", broken, "dd"),
        SCRIPT("0004_tweede.sql", second, "cc"), SCRIPT("scope.sql", small_scope, "bb")};
    struct small *s = *state;
    struct text problems;
    enum result current;
    text_init(&problems, 10000);
    assert_int_equal(migrate_with(s, gap, 3, &problems, &current), OK);
    assert_non_null(strstr(text_c(&problems), "is at migration 1, this program needs 4"));
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_migratie WHERE nr = 4"), 1);
    assert_int_equal(migrate_with(s, gap, 3, &problems, &current), OK);
    assert_int_equal(current, OK);
    assert_int_equal(migrate_with(s, filled, 4, &problems, &current), CONFLICT);
    assert_non_null(strstr(text_c(&problems), "0002_eerder.sql did not run in this database before number 4 did"));
    text_free(&problems);
}

static void test_migration_newer_or_changed(void **state)
{
    struct small *s = *state;
    struct text problems;
    enum result current;
    text_init(&problems, 10000);
    assert_int_equal(migrate_with(s, later_scripts, 3, &problems, &current), OK);
    assert_int_equal(migrate_with(s, small_scripts, 2, &problems, &current), CONFLICT);
    assert_int_equal(current, CONFLICT);
    assert_non_null(strstr(text_c(&problems), "newer than this program"));
    text_free(&problems);
    text_init(&problems, 10000);
    assert_int_equal(migrate_with(s, changed_scripts, 2, &problems, &current), CONFLICT);
    assert_non_null(strstr(text_c(&problems), "0001_start.sql has been changed"));
    text_free(&problems);
}

static void test_open(void **state)
{
    struct small *s = *state;
    struct database *one, *two;
    struct text problems;
    struct stat st;
    char other[120];
    text_init(&problems, 10000);
    snprintf(other, sizeof(other), "%s/kopie", s->folder);
    assert_int_equal(database_open(other, false, false, &problems, &one), NOT_FOUND);
    assert_non_null(strstr(text_c(&problems), other));
    assert_int_not_equal(access(other, F_OK), 0);
    mode_t old = umask(0);
    assert_int_equal(database_open_with(other, true, true, small_scripts, 2, &problems, &one), OK);
    umask(old);
    assert_true(database_is_empty(one));
    assert_false(database_is_empty(s->base));
    assert_true(stat(other, &st) == 0 && (st.st_mode & 0777) == 0600);
    assert_int_equal(database_open_with(other, true, true, small_scripts, 2, &problems, &two), BUSY);
    assert_non_null(strstr(text_c(&problems), "another server"));
    assert_int_equal(database_open_with(other, true, false, small_scripts, 2, &problems, &two), OK); /* a command */
    database_close(two);
    database_close(one);
    assert_int_equal(database_open_with(other, true, true, small_scripts, 2, &problems, &one), OK);
    database_close(one);
    text_free(&problems);
}

static void test_demo(void **state)
{
    struct small *s = *state;
    struct steward *w;
    assert_false(database_is_demo(s->base));
    assert_int_equal(steward_open(s->base, false, &w), OK);
    assert_int_equal(steward_write(w, t_demo, BIND(B("waarde", "1")), NULL), OK);
    steward_close(w);
    assert_true(database_is_demo(s->base));
}

/* ---- backup and check ---- */

static void file_path(struct small *s, const char *name, char out[120])
{
    snprintf(out, 120, "%s/%s", s->folder, name);
}

static void test_backup(void **state)
{
    struct small *s = *state;
    struct steward *w;
    struct text problems;
    char copy[120], part[130];
    file_path(s, "kopie", copy);
    snprintf(part, sizeof(part), "%s.deel", copy);
    text_init(&problems, 10000);
    assert_int_equal(steward_open(s->base, false, &w), OK);
    assert_int_equal(steward_write(w, t_kind_met, BIND(B("id", 7)), NULL), OK);
    for (int i = 0; i < 2; i++) /* the second time over the first */
        assert_int_equal(database_backup(s->base, copy, &problems), OK);
    steward_close(w);
    assert_int_not_equal(access(part, F_OK), 0);
    struct small restored = {.arena = NULL};
    snprintf(restored.folder, sizeof(restored.folder), "%s", s->folder);
    snprintf(restored.file, sizeof(restored.file), "%s", copy);
    small_open_files(&restored, small_scripts, 2);
    assert_int_equal(small_number(&restored, "SELECT id FROM alle_kind"), 7);
    small_close(&restored);
    assert_int_equal(database_backup(s->base, "/nonexistent/kopie", &problems), FAILED);
    assert_non_null(strstr(text_c(&problems), "/nonexistent/kopie"));
    text_free(&problems);
}

static enum result check(struct small *s, struct text *report)
{
    text_init(report, 10000);
    return database_check(s->base, report);
}

static void test_check(void **state)
{
    struct small *s = *state;
    struct text report;
    assert_int_equal(check(s, &report), OK);
    text_free(&report);
    sqlite3 *db;
    assert_int_equal(sqlite3_open(s->file, &db), SQLITE_OK); /* an outsider without foreign keys */
    assert_int_equal(sqlite3_exec(db, "INSERT INTO alle_kind VALUES (1, 999)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(check(s, &report), FAILED);
    assert_non_null(strstr(text_c(&report), "alle_kind"));
    text_free(&report);
}

static void test_check_damage(void **state)
{
    struct small *s = *state;
    struct text report;
    int fd = open(s->file, O_WRONLY | O_CLOEXEC);
    char rubbish[4096];
    memset(rubbish, 0x5A, sizeof(rubbish));
    for (off_t page = 1; page < 12; page++)
        assert_int_equal(pwrite(fd, rubbish, sizeof(rubbish), page * 4096), sizeof(rubbish));
    close(fd);
    assert_int_equal(check(s, &report), FAILED);
    assert_non_null(strstr(text_c(&report), "DAMAGED"));
    text_free(&report);
}

/* ---- two readers under load while the desk writes ---- */

struct load {
    struct small *s;
    atomic_bool stop;
    atomic_int reads, wrong;
};

static int64_t balance(struct reader *db, struct arena *a, int id)
{
    struct query q CLEAN = query(db, a, t_saldo, BIND(B("id", id)));
    return one_row(&q) == OK ? row_int(&q, "saldo") : -1;
}

/* Two statements of one request see one state: what moves between the accounts is never seen half. */
static void *load_reader(void *arg)
{
    struct load *l = arg;
    struct readers *r;
    struct arena *a = arena_new();
    if (readers_open(l->s->base, &r) != OK)
        return NULL;
    while (!l->stop) {
        struct reader *db = readers_for(r, atomic_load(&l->reads) % 2 ? &CP_BEP : &OG_ANNA);
        int64_t one = balance(db, a, 1);
        if (one + balance(db, a, 2) != 1000)
            atomic_fetch_add(&l->wrong, 1);
        atomic_fetch_add(&l->reads, 1);
        readers_clear(r);
    }
    readers_close(r);
    arena_free(a);
    return NULL;
}

static enum result move(struct small_task *t, struct desk_job *job)
{
    TRY(job_write(job, t_boek, BIND(B("bedrag", t->number), B("id", 1))));
    TRY(job_write(job, t_boek, BIND(B("bedrag", -t->number), B("id", 2))));
    small_log_line(job, "boeken");
    return OK;
}

static void test_readers_under_load(void **state)
{
    struct small *s = *state;
    struct load l = {.s = s};
    struct desk *d;
    struct small_task t;
    pthread_t threads[2];
    assert_int_equal(desk_start(s->base, &d), OK);
    for (int i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, load_reader, &l), 0);
    for (int i = 0; i < 500; i++)
        assert_int_equal(DESK_RUN(d, t, .fn = move, .viewer = &OG_ANNA, .number = i % 7), OK);
    l.stop = true;
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    desk_stop(d);
    assert_int_equal(l.wrong, 0);
    assert_true(l.reads > 100);
    struct stat st;
    char wal[130];
    snprintf(wal, sizeof(wal), "%s-wal", s->file);
    assert_true(stat(wal, &st) != 0 || st.st_size < 16 << 20); /* checkpoints come through */
}

static void test_read_deadline(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    struct reader *db = readers_for(r, &OG_ANNA);
    int64_t begun = clock_micros();
    struct query q = query(db, s->arena, t_alle_saldi, BIND(B("id", 0)));
    enum result ended = one_row(&q);
    query_end(&q);
    assert_int_equal(ended, BUSY);
    assert_in_range(clock_micros() - begun, 4000000, 7000000);
    readers_clear(r);
    assert_int_equal(balance(readers_for(r, &OG_ANNA), s->arena, 1), 500);
    readers_close(r);
}

/* The file has gone: said, and every query on nothing fails without a crash. */
static void test_no_connection(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    assert_int_equal(unlink(s->file), 0);
    struct reader *db = readers_for(r, &OG_ANNA);
    assert_null(db);
    assert_null(readers_steward(r));
    struct query q = query(db, s->arena, t_saldo, BIND(B("id", 1)));
    assert_int_equal(one_row(&q), FAILED);
    query_end(&q);
    q = query_composed(db, s->arena, "SELECT 1", BIND_NONE);
    assert_int_equal(one_row(&q), FAILED);
    query_end(&q);
    readers_clear(r);
    readers_close(r);
}

/* ---- kill -9 ---- */

struct victim {
    struct desk *desk;
    int pipe, from;
};

static enum result keep(struct small_task *t, struct desk_job *job)
{
    small_log_line(job, "kind");
    return steward_write(job_steward(job), t_kind_met, BIND(B("id", t->number)), NULL);
}

/* Says each number that was told OK. */
static void *victim_thread(void *arg)
{
    struct victim *v = arg;
    for (int i = 0;; i++) {
        struct small_task t;
        int64_t n = v->from + i * 4;
        if (DESK_RUN(v->desk, t, .fn = keep, .viewer = &OG_ANNA, .number = n) != OK || write(v->pipe, &n, 8) != 8)
            _exit(3);
    }
    return NULL;
}

static _Noreturn void victim_run(struct small *s, int to, int round)
{
    struct victim v[4];
    struct desk *d;
    struct database *base;
    struct text problems;
    pthread_t thread;
    text_init(&problems, 1000);
    if (database_open_with(s->file, false, true, small_scripts, 2, &problems, &base) != OK ||
        desk_start(base, &d) != OK)
        _exit(2);
    for (int i = 0; i < 4; i++) {
        v[i] = (struct victim){.desk = d, .pipe = to, .from = 1 + i + round * 1000000};
        if (pthread_create(&thread, NULL, victim_thread, &v[i]) != 0)
            _exit(2);
    }
    for (;;)
        pause();
}

static int kept_count(struct small *s, int from)
{
    int64_t n;
    struct conn *c;
    sqlite3_stmt *q;
    int told = 0;
    assert_int_equal(conn_open(s->base, CONN_STEWARD_READ, false, &c), OK);
    assert_int_equal(sqlite3_prepare_v2(c->db, "SELECT 1 FROM alle_kind WHERE id = ?1", -1, &q, NULL), SQLITE_OK);
    while (read(from, &n, 8) == 8) {
        sqlite3_bind_int64(q, 1, n);
        if (sqlite3_step(q) != SQLITE_ROW)
            fail_msg("%lld was told as saved and is gone", (long long)n);
        sqlite3_reset(q);
        told++;
    }
    sqlite3_finalize(q);
    conn_close(c);
    return told;
}

static void kill_round(struct small *s, int round)
{
    int ends[2], status, told;
    struct text report;
    assert_int_equal(pipe(ends), 0);
    fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
    pid_t child = fork();
    if (child == 0)
        victim_run(s, ends[1], round);
    close(ends[1]);
    struct pollfd begun = {.fd = ends[0], .events = POLLIN};
    assert_int_equal(poll(&begun, 1, 20000), 1); /* it writes */
    usleep(20000 + (unsigned)round * 13777);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    small_open_files(s, small_scripts, 2);
    told = kept_count(s, ends[0]);
    close(ends[0]);
    assert_true(told > 0);
    assert_int_equal(small_number(s, "SELECT (SELECT count(*) FROM alle_kind) - (SELECT count(*) FROM alle_audit)"), 0);
    text_init(&report, 10000);
    assert_int_equal(database_check(s->base, &report), OK);
    struct steward *w;
    assert_int_equal(steward_open(s->base, true, &w), OK);
    assert_int_equal(audit_verify(w, NULL, &report), OK);
    steward_close(w);
    text_free(&report);
    small_close(s);
}

static void test_kill(void **state)
{
    struct small *s = *state;
    small_close(s);
    for (int round = 0; round < 8; round++)
        kill_round(s, round);
}

static int tests(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, small_setup, small_teardown)
    const struct CMUnitTest list[] = {T(test_migrations),
                                      T(test_migration_left_out),
                                      T(test_migration_newer_or_changed),
                                      T(test_open),
                                      T(test_demo),
                                      T(test_backup),
                                      T(test_check),
                                      T(test_check_damage),
                                      T(test_readers_under_load),
                                      T(test_read_deadline),
                                      T(test_no_connection),
                                      T(test_kill)};
    return cmocka_run_group_tests_name("database", list, NULL, NULL);
}

int main(void)
{
    return small_main(tests);
}
