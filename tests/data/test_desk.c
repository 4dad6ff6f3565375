/* The desk: one task's failure is its own, a group's failure is everybody's, nothing is told before it is on disk. */
#include "small.h"

#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/wait.h>

SQL(t_naam, "UPDATE project SET naam = :naam WHERE id = :id RETURNING 1");
SQL(t_kleuren, "UPDATE project SET kleur = id || :naam RETURNING 1");
SQL(t_nieuw, "INSERT INTO nieuw_project (regio_id, naam) VALUES (:regio, :naam)");
SQL(t_ziet, "SELECT count(*) AS n FROM project");
STEWARD_SQL(t_blok, "INSERT INTO alle_blok (inhoud) VALUES (zeroblob(:n))");
STEWARD_SQL(t_kind, "INSERT INTO alle_kind (project_id) VALUES (:project)");
STEWARD_SQL(t_instelling, "INSERT INTO alle_instelling (naam, waarde) VALUES (:naam, '1')");

static struct desk *desk_new(struct small *s)
{
    struct desk *d;
    assert_int_equal(desk_start(s->base, &d), OK);
    return d;
}

/* ---- what a task may do ---- */

static enum result rename_it(struct small_task *t, struct desk_job *job)
{
    TRY(job_write(job, t_naam, BIND(B("naam", t->text), B("id", t->id))));
    small_log_line(job, "project.wijzigen");
    return OK;
}

static enum result rename_silently(struct small_task *t, struct desk_job *job)
{
    return job_write(job, t_naam, BIND(B("naam", t->text), B("id", t->id)));
}

static enum result rename_unlogged(struct small_task *t, struct desk_job *job)
{
    job_unlogged(job, "test");
    return job_write(job, t_naam, BIND(B("naam", t->text), B("id", t->id)));
}

static enum result rename_and_fail(struct small_task *t, struct desk_job *job)
{
    TRY(rename_it(t, job));
    return CONFLICT;
}

static enum result write_as_steward(struct small_task *t, struct desk_job *job)
{
    t->number = job_wrote(job);
    TRY(steward_write(job_steward(job), t_instelling, BIND(B("naam", t->text)), NULL));
    t->number += 2 * job_wrote(job);
    return OK;
}

static enum result read_only(struct small_task *t, struct desk_job *job)
{
    struct arena *a = arena_new();
    enum result ended;
    {
        struct query q CLEAN = query(job_reader(job), a, t_ziet, BIND_NONE);
        ended = one_row(&q);
        t->number = ended == OK ? row_int(&q, "n") : -1;
    }
    arena_free(a);
    return ended;
}

static enum result colour_many(struct small_task *t, struct desk_job *job)
{
    int n;
    TRY(job_write_many(job, t_kleuren, BIND(B("naam", t->text)), &n));
    t->number = n;
    small_log_line(job, "project.kleuren");
    return OK;
}

static enum result colour_one(struct small_task *t, struct desk_job *job)
{
    enum result ended = job_write(job, t_kleuren, BIND(B("naam", t->text)));
    small_log_line(job, "project.kleuren");
    return ended;
}

static enum result make(struct small_task *t, struct desk_job *job)
{
    TRY(job_insert(job, t_nieuw, BIND(B("regio", t->number), B("naam", t->text)), &t->id));
    small_log_line(job, "project.maken");
    return OK;
}

#define NAAM(s, id) small_number(s, "SELECT instr(naam, 'nieuw') FROM alle_project WHERE id = " #id)

static void test_results(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct small_task t;
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), OK);
    assert_int_equal(NAAM(s, 42), 1);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 44, .text = "nieuw"), NOT_FOUND);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = NULL, .id = 42, .text = "nieuw"), NOT_FOUND);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 43, .text = "nieuw"), FORBIDDEN);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "x."), INVALID);
    assert_string_equal(t.problem, "Een naam eindigt niet op een punt.");
    assert_int_equal(DESK_RUN(d, t, .fn = read_only, .viewer = &OG_ANNA), OK);
    assert_string_equal(t.problem, ""); /* of this task, not of the one before */
    assert_int_equal(t.number, 2);
    assert_int_equal(DESK_RUN(d, t, .fn = read_only, .viewer = &CP_BEP), OK);
    assert_int_equal(t.number, 3);
    assert_int_equal(DESK_RUN(d, t, .fn = read_only), OK);
    assert_int_equal(t.number, 0);
    assert_int_equal(DESK_RUN(d, t, .fn = colour_many, .viewer = &CP_BEP, .text = "a"), OK);
    assert_int_equal(t.number, 3);
    assert_int_equal(DESK_RUN(d, t, .fn = colour_one, .viewer = &CP_BEP, .text = "b"), FAILED);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_project WHERE kleur LIKE '%b'"), 0);
    assert_int_equal(DESK_RUN(d, t, .fn = make, .viewer = &CP_BEP, .number = 1, .text = "haven"), OK);
    assert_int_equal(t.id, 46);
    assert_int_equal(DESK_RUN(d, t, .fn = make, .viewer = &CP_BEP, .number = 2, .text = "haven"), FORBIDDEN);
    assert_int_equal(DESK_RUN(d, t, .fn = make, .viewer = &OG_ANNA, .number = 1, .text = "haven"), FORBIDDEN);
    desk_stop(d);
}

static void test_no_change_without_audit(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct small_task t;
    assert_int_equal(DESK_RUN(d, t, .fn = rename_silently, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), FAILED);
    assert_int_equal(NAAM(s, 42), 0);
    assert_int_equal(DESK_RUN(d, t, .fn = write_as_steward, .text = "x"), FAILED);
    assert_int_equal(t.number, 2);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_instelling"), 0);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_and_fail, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), CONFLICT);
    assert_int_equal(NAAM(s, 42), 0);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_audit"), 0); /* its audit line went with it */
    assert_int_equal(DESK_RUN(d, t, .fn = rename_unlogged, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), OK);
    assert_int_equal(NAAM(s, 42), 1);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_audit"), 0);
    desk_stop(d);
}

static void test_audit_says_who(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct small_task t;
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), OK);
    desk_stop(d);
    assert_int_equal(small_number(s, "SELECT wie * 10000 + organisatie * 100 + regio FROM alle_audit"), 11101);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_audit WHERE wat = 'project.wijzigen' AND rij = 42 AND"
                                     " project = 42 AND voor IS NULL AND na = 'naam: x' AND length(som) = 32"),
                     1);
}

/* ---- groups ---- */

struct free_task { /* submitted, not waited for */
    struct desk_task task;
    struct small *s;
    sem_t *wait, *said;
    int64_t project;
    enum result fails, ended;
    int64_t seen_when_done;
};

static enum result free_run(struct desk_task *task, struct desk_job *job)
{
    struct free_task *t = (struct free_task *)task;
    if (t->wait)
        sem_wait(t->wait);
    job_unlogged(job, "test");
    if (t->project)
        TRY(steward_write(job_steward(job), t_kind, BIND(B("project", t->project)), NULL));
    return t->fails;
}

static void free_done(struct desk_task *task, enum result ended)
{
    struct free_task *t = (struct free_task *)task;
    t->ended = ended;
    t->seen_when_done = small_number(t->s, "SELECT count(*) FROM alle_kind");
    sem_post(t->said);
}

/* Commits in the WAL file: frames that carry the size of the database and the file's own salt. */
static int commits(struct small *s)
{
    char path[140];
    unsigned char head[32], frame[24];
    int n = 0;
    snprintf(path, sizeof(path), "%s-wal", s->file);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool some = fd >= 0 && read(fd, head, 32) == 32;
    while (some && read(fd, frame, 24) == 24 && memcmp(frame + 8, head + 16, 8) == 0) {
        n += frame[4] || frame[5] || frame[6] || frame[7];
        lseek(fd, 4096, SEEK_CUR);
    }
    if (fd >= 0)
        close(fd);
    return n;
}

enum { GROUP = 41 };

/* The first holds the desk until all the others have gathered. tasks[2] fails by itself, as `fails` says. */
static int group(struct small *s, struct free_task tasks[GROUP], enum result fails, int64_t bad_project)
{
    struct desk *d = desk_new(s);
    sem_t go, said;
    sem_init(&go, 0, 0);
    sem_init(&said, 0, 0);
    for (int i = 0; i < GROUP; i++) {
        tasks[i] =
            (struct free_task){.task = {.run = free_run, .done = free_done}, .s = s, .said = &said, .project = 42};
        if (i == 0)
            tasks[i].wait = &go, tasks[i].project = 0;
    }
    tasks[2].fails = fails;
    if (bad_project)
        tasks[5].project = bad_project;
    for (int i = 0; i < GROUP; i++) {
        assert_int_equal(desk_submit(d, &tasks[i].task), OK);
        if (i == 0)
            usleep(50000);
    }
    int before = commits(s);
    sem_post(&go);
    for (int i = 0; i < GROUP; i++)
        sem_wait(&said);
    int after = commits(s);
    desk_stop(d);
    sem_destroy(&go);
    sem_destroy(&said);
    return after - before;
}

static void test_group_commit(void **state)
{
    struct small *s = *state;
    struct free_task tasks[GROUP];
    assert_int_equal(group(s, tasks, INVALID, 0), 1);
    for (int i = 1; i < GROUP; i++) {
        assert_int_equal(tasks[i].ended, i == 2 ? INVALID : OK);
        assert_int_equal(tasks[i].seen_when_done, GROUP - 2); /* on disk, for others to see, before it is told */
    }
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_kind"), GROUP - 2);
}

/* A project that does not exist, found at COMMIT: nobody of the group may hear OK. */
static void test_group_fails(void **state)
{
    struct small *s = *state;
    struct free_task tasks[GROUP];
    assert_int_equal(group(s, tasks, INVALID, 999), 0);
    for (int i = 1; i < GROUP; i++)
        assert_int_equal(tasks[i].ended, i == 2 ? INVALID : FAILED);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_kind"), 0);
    assert_int_equal(group(s, tasks, OK, 0), 1); /* the desk is well again */
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_kind"), GROUP - 1);
}

static void test_queue(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    enum { MANY = 1100 };
    static struct free_task tasks[MANY];
    sem_t go, said;
    sem_init(&go, 0, 0);
    sem_init(&said, 0, 0);
    int taken = 0;
    for (int i = 0; i < MANY; i++) {
        tasks[i] =
            (struct free_task){.task = {.run = free_run, .done = free_done}, .s = s, .said = &said, .project = 42};
        if (i == 0)
            tasks[i].wait = &go;
        enum result ended = desk_submit(d, &tasks[i].task);
        if (ended == OK)
            taken++;
        else
            assert_int_equal(ended, BUSY);
        if (i == 0)
            usleep(50000);
    }
    assert_int_equal(taken, 1001); /* one at work, a thousand waiting */
    sem_post(&go);
    desk_stop(d); /* finishes what was taken */
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_kind"), taken);
    sem_destroy(&go);
    sem_destroy(&said);
}

/* ---- many at once ---- */

struct crowd {
    struct desk *desk;
    int from;
    atomic_int good;
};

static void *crowd_thread(void *arg)
{
    struct crowd *c = arg;
    for (int i = 0; i < 50; i++) {
        char name[20];
        struct small_task t;
        snprintf(name, sizeof(name), "p %d %d", c->from, i);
        if (DESK_RUN(c->desk, t, .fn = make, .viewer = &CP_BEP, .number = 1, .text = name) == OK && t.id > 0)
            atomic_fetch_add(&c->good, 1);
    }
    return NULL;
}

static void test_crowd(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    pthread_t threads[8];
    struct crowd crowds[8];
    for (int i = 0; i < 8; i++) {
        crowds[i] = (struct crowd){.desk = d, .from = i};
        assert_int_equal(pthread_create(&threads[i], NULL, crowd_thread, &crowds[i]), 0);
    }
    for (int i = 0; i < 8; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(crowds[i].good, 50);
    }
    desk_stop(d);
    assert_int_equal(small_number(s, "SELECT count(DISTINCT naam) FROM alle_project"), 404);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_audit"), 400);
}

/* ---- the database is locked, the disk is full ---- */

static void test_locked_by_a_command(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct steward *other;
    struct small_task t;
    assert_int_equal(steward_open(s->base, false, &other), OK);
    assert_int_equal(steward_begin(other), OK);
    int64_t begun = clock_micros();
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), BUSY);
    assert_in_range(clock_micros() - begun, 4000000, 8000000);
    assert_int_equal(steward_write(other, t_instelling, BIND(B("naam", "x")), NULL), OK);
    assert_int_equal(steward_end(other, OK), OK);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), OK);
    steward_close(other);
    desk_stop(d);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_instelling"), 1);
}

/* Somebody who does not know the lock file. */
static void test_locked_by_an_outsider(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct small_task t;
    sqlite3 *db;
    assert_int_equal(sqlite3_open(s->file, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), BUSY);
    assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), OK);
    sqlite3_close(db);
    desk_stop(d);
}

static enum result store_block(struct small_task *t, struct desk_job *job)
{
    t->number = job_reader(job)->conn->db != NULL;
    small_log_line(job, "blok");
    return steward_write(job_steward(job), t_blok, BIND(B("n", t->id)), NULL);
}

static enum result set_pages(struct small_task *t, struct desk_job *job)
{
    return conn_exec(job_reader(job)->conn, t->text);
}

static void test_disk_full(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct small_task t;
    char text[60];
    snprintf(text, sizeof(text), "PRAGMA max_page_count = %lld", (long long)small_number(s, "PRAGMA page_count") + 20);
    assert_int_equal(DESK_RUN(d, t, .fn = set_pages, .text = text), OK);
    int good = 0;
    enum result ended;
    while ((ended = DESK_RUN(d, t, .fn = store_block, .id = 20000)) == OK)
        good++;
    assert_int_equal(ended, DISK_FULL);
    assert_in_range(good, 1, 10);
    assert_int_equal(DESK_RUN(d, t, .fn = store_block, .id = 20000), DISK_FULL);
    assert_int_equal(DESK_RUN(d, t, .fn = read_only, .viewer = &OG_ANNA), OK); /* reading goes on */
    assert_int_equal(t.number, 2);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_blok"), good);
    assert_int_equal(DESK_RUN(d, t, .fn = set_pages, .text = "PRAGMA max_page_count = 100000"), OK);
    assert_int_equal(DESK_RUN(d, t, .fn = store_block, .id = 20000), OK);
    desk_stop(d);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_blok"), good + 1);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_audit"), good + 1);
}

/* A disk that takes no more bytes: the limit on the size of a file, in a process of its own. */
static int desk_on_small_disk(struct small *s)
{
    struct desk *d;
    struct small_task t;
    int good = 0;
    enum result ended;
    if (desk_start(s->base, &d) != OK)
        return 10;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){400000, RLIM_INFINITY});
    while ((ended = DESK_RUN(d, t, .fn = store_block, .id = 20000)) == OK && good < 1000)
        good++;
    if (ended != DISK_FULL || good < 2)
        return 11;
    if (DESK_RUN(d, t, .fn = read_only, .viewer = &OG_ANNA) != OK || t.number != 2)
        return 12;
    if (small_number(s, "SELECT count(*) FROM alle_blok") != good)
        return 13;
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    if (DESK_RUN(d, t, .fn = store_block, .id = 20000) != OK)
        return 14;
    desk_stop(d);
    return small_number(s, "SELECT count(*) FROM alle_blok") == good + 1 ? 0 : 15;
}

static void test_write_error(void **state)
{
    struct small *s = *state;
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(desk_on_small_disk(s));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    struct text report;
    text_init(&report, 10000);
    assert_int_equal(database_check(s->base, &report), OK);
    text_free(&report);
}

/* After SQLite has rolled the whole group back by itself, what the task still tries must not commit alone. */
static enum result stubborn(struct small_task *t, struct desk_job *job)
{
    (void)t;
    TRY(conn_exec(job_reader(job)->conn, "ROLLBACK"));
    t->number = steward_write(job_steward(job), t_instelling, BIND(B("naam", "y")), NULL);
    job_unlogged(job, "test");
    return OK;
}

static void test_transaction_gone(void **state)
{
    struct small *s = *state;
    struct desk *d = desk_new(s);
    struct small_task t;
    assert_int_equal(DESK_RUN(d, t, .fn = stubborn), FAILED);
    assert_int_equal(t.number, FAILED);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_instelling"), 0);
    assert_int_equal(DESK_RUN(d, t, .fn = rename_it, .viewer = &OG_ANNA, .id = 42, .text = "nieuw"), OK);
    desk_stop(d);
}

/* ---- a command's own transaction ---- */

static void test_steward(void **state)
{
    struct small *s = *state;
    struct steward *w, *r;
    int n;
    int64_t id;
    assert_int_equal(steward_open(s->base, false, &w), OK);
    assert_int_equal(steward_open(s->base, true, &r), OK);
    assert_int_equal(steward_write(r, t_instelling, BIND(B("naam", "a")), &n), FAILED);
    assert_int_equal(steward_begin(w), OK);
    assert_int_equal(steward_begin(w), FAILED);
    assert_int_equal(steward_write(w, t_instelling, BIND(B("naam", "a")), &n), OK);
    assert_int_equal(n, 1);
    assert_int_equal(steward_end(w, INVALID), INVALID);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_instelling"), 0);
    assert_int_equal(steward_write(w, t_instelling, BIND(B("naam", "a")), NULL), OK);
    assert_int_equal(steward_write(w, t_instelling, BIND(B("naam", "a")), NULL), INVALID);
    assert_int_equal(steward_insert(w, t_kind, BIND(B("project", 42)), &id), OK);
    assert_int_equal(id, 1);
    assert_int_equal(steward_insert(w, t_kind, BIND(B("project", 77)), &id), INVALID); /* foreign keys are on */
    steward_close(r);
    steward_close(w);
}

static int tests(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, small_setup, small_teardown)
    const struct CMUnitTest list[] = {T(test_results),
                                      T(test_no_change_without_audit),
                                      T(test_audit_says_who),
                                      T(test_group_commit),
                                      T(test_group_fails),
                                      T(test_queue),
                                      T(test_crowd),
                                      T(test_locked_by_a_command),
                                      T(test_locked_by_an_outsider),
                                      T(test_disk_full),
                                      T(test_write_error),
                                      T(test_transaction_gone),
                                      T(test_steward)};
    return cmocka_run_group_tests_name("desk", list, NULL, NULL);
}

int main(void)
{
    return small_main(tests);
}
