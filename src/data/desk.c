/* data/desk.c: one thread, one write connection. The loop: take what has gathered, BEGIN IMMEDIATE under the lock file,
 * run each task in its own SAVEPOINT, COMMIT once, tell each. If the commit fails every task of the group is told so:
 * nothing of it is on disk. */
#include "data/desk.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/log.h"
#include "data/conn.h"
#include "data/steward.h"

enum { QUEUE_MAX = 1000, GROUP_MAX = 64 };

struct desk_job {
    struct conn *conn;
    struct reader reader;
    struct steward steward;
    int64_t changes_before;
    int audits;
    const char *unlogged;
    enum result audit_result;
};

struct desk {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t filled;
    struct desk_task *first, **last;
    int queued;
    bool stopping;
    int lock;
    struct desk_job job;
};

/* ---- a job ---- */

void job_viewer(struct desk_job *job, const struct viewer *viewer)
{
    conn_viewer(job->conn, viewer);
}

struct reader *job_reader(struct desk_job *job)
{
    return &job->reader;
}

struct steward *job_steward(struct desk_job *job)
{
    return &job->steward;
}

const char *job_problem(const struct desk_job *job)
{
    return job->conn->problem;
}

bool job_wrote(const struct desk_job *job)
{
    return sqlite3_total_changes64(job->conn->db) > job->changes_before;
}

static enum result run(struct desk_job *job, struct sql stmt, const struct bind *binds, int *rows)
{
    struct arena *a = arena_new();
    job->conn->problem[0] = '\0';
    job->conn->noted = 0;
    struct query q = query(&job->reader, a, stmt, binds);
    *rows = 0;
    while (next_row(&q))
        ++*rows;
    enum result ended = query_result(&q);
    query_end(&q);
    arena_free(a);
    return ended;
}

enum result job_write_many(struct desk_job *job, struct sql stmt, const struct bind *binds, int *changed)
{
    return run(job, stmt, binds, changed);
}

enum result job_write(struct desk_job *job, struct sql stmt, const struct bind *binds)
{
    int n;
    TRY(run(job, stmt, binds, &n));
    if (n > 1)
        return fail("%s changed %d rows, one was meant", (*stmt.entry)->name, n);
    return n == 1 ? OK : NOT_FOUND;
}

enum result job_insert(struct desk_job *job, struct sql stmt, const struct bind *binds, int64_t *id)
{
    int n;
    TRY(run(job, stmt, binds, &n));
    if (id)
        *id = job->conn->noted;
    return job->conn->noted != 0 ? OK : fail("%s: no trigger noted the new row", (*stmt.entry)->name);
}

void job_audit(struct desk_job *job, struct audit_line line)
{
    job->audits++;
    enum result ended = audit_write(&job->steward, &line, job->conn->has_viewer ? &job->conn->viewer : NULL);
    if (ended != OK)
        job->audit_result = ended;
}

void job_unlogged(struct desk_job *job, const char *why)
{
    job->unlogged = why;
}

/* ---- the thread ---- */

static enum result task_run(struct desk_job *job, struct desk_task *task)
{
    job->audits = 0;
    job->unlogged = NULL;
    job->audit_result = OK;
    job->changes_before = sqlite3_total_changes64(job->conn->db);
    TRY(conn_exec(job->conn, "SAVEPOINT taak"));
    job->conn->problem[0] = '\0';
    enum result ended = task->run(task, job);
    conn_rest(job->conn);
    if (ended == OK && job->audit_result != OK)
        ended = job->audit_result;
    if (ended == OK && job_wrote(job) && job->audits == 0 && !job->unlogged)
        ended = fail("a task wrote without an audit line: rolled back");
    if (sqlite3_get_autocommit(job->conn->db))
        return ended == OK ? FAILED : ended; /* SQLite rolled back the whole group: task_group sees it */
    if (ended != OK)
        conn_undo(job->conn, "ROLLBACK TO taak"); /* told by `ended` */
    return conn_exec(job->conn, "RELEASE taak") == OK ? ended : FAILED;
}

/* Runs and commits the group; every task's result says how it ended. */
static void group_run(struct desk *d, struct desk_task *first)
{
    enum result locked = write_lock(d->lock);
    enum result whole = locked == OK ? conn_exec(d->job.conn, "BEGIN IMMEDIATE") : locked;
    for (struct desk_task *t = first; t; t = t->next) {
        if (whole != OK) {
            t->result = whole;
            continue;
        }
        t->result = task_run(&d->job, t);
        if (sqlite3_get_autocommit(d->job.conn->db))
            whole = t->result == OK ? FAILED : t->result;
    }
    if (whole == OK)
        whole = conn_exec(d->job.conn, "COMMIT");
    if (whole == INVALID)
        whole = FAILED; /* a deferred constraint of one is no input mistake of the others */
    if (whole != OK) {
        if (!sqlite3_get_autocommit(d->job.conn->db))
            conn_undo(d->job.conn, "ROLLBACK"); /* told by `whole` */
        for (struct desk_task *t = first; t; t = t->next)
            if (t->result == OK)
                t->result = whole;
    }
    if (locked == OK)
        write_unlock(d->lock);
}

static struct desk_task *group_take(struct desk *d)
{
    struct desk_task *first = d->first, *t = first;
    for (int n = 1; t && t->next && n < GROUP_MAX; n++)
        t = t->next;
    if (!t)
        return NULL;
    d->first = t->next;
    if (!d->first)
        d->last = &d->first;
    t->next = NULL;
    for (t = first; t; t = t->next)
        d->queued--;
    return first;
}

static void *desk_thread(void *arg)
{
    struct desk *d = arg;
    pthread_mutex_lock(&d->mutex);
    for (;;) {
        while (!d->first && !d->stopping)
            pthread_cond_wait(&d->filled, &d->mutex);
        struct desk_task *first = group_take(d);
        if (!first)
            break;
        pthread_mutex_unlock(&d->mutex);
        group_run(d, first);
        for (struct desk_task *t = first, *next; t; t = next) {
            next = t->next; /* done may free the task */
            t->done(t, t->result);
        }
        pthread_mutex_lock(&d->mutex);
    }
    pthread_mutex_unlock(&d->mutex);
    return NULL;
}

enum result desk_start(struct database *base, struct desk **out)
{
    struct desk *d = calloc(1, sizeof(*d));
    *out = NULL;
    if (!d)
        return fail("desk: out of memory");
    d->last = &d->first;
    d->lock = write_lock_open(base);
    enum result ended =
        d->lock < 0 ? fail("write lock: %s", strerror(errno)) : conn_open(base, CONN_DESK, false, &d->job.conn);
    d->job.reader.conn = d->job.steward.conn = d->job.conn;
    d->job.steward.at_desk = true;
    d->job.steward.lock = -1;
    pthread_mutex_init(&d->mutex, NULL);
    pthread_cond_init(&d->filled, NULL);
    if (ended == OK && pthread_create(&d->thread, NULL, desk_thread, d) != 0)
        ended = fail("desk: no thread");
    if (ended != OK) {
        conn_close(d->job.conn);
        if (d->lock >= 0)
            close(d->lock);
        free(d);
        return ended;
    }
    *out = d;
    return OK;
}

enum result desk_submit(struct desk *d, struct desk_task *task)
{
    task->next = NULL;
    pthread_mutex_lock(&d->mutex);
    bool take = !d->stopping && d->queued < QUEUE_MAX;
    if (take) {
        *d->last = task;
        d->last = &task->next;
        d->queued++;
        pthread_cond_signal(&d->filled);
    }
    pthread_mutex_unlock(&d->mutex);
    return take ? OK : BUSY;
}

/* ---- waiting for one ---- */

struct waiting {
    struct desk_task task;
    struct desk_task *inner;
    pthread_mutex_t mutex;
    pthread_cond_t ended;
    bool over;
    enum result result;
};

static enum result waiting_run(struct desk_task *task, struct desk_job *job)
{
    struct waiting *w = (struct waiting *)task;
    return w->inner->run(w->inner, job);
}

static void waiting_done(struct desk_task *task, enum result ended)
{
    struct waiting *w = (struct waiting *)task;
    pthread_mutex_lock(&w->mutex);
    w->result = ended;
    w->over = true;
    pthread_cond_signal(&w->ended);
    pthread_mutex_unlock(&w->mutex);
}

enum result desk_run(struct desk *d, struct desk_task *task)
{
    struct waiting w = {.task = {.run = waiting_run, .done = waiting_done}, .inner = task};
    pthread_mutex_init(&w.mutex, NULL);
    pthread_cond_init(&w.ended, NULL);
    enum result ended = desk_submit(d, &w.task);
    if (ended == OK) {
        pthread_mutex_lock(&w.mutex);
        while (!w.over)
            pthread_cond_wait(&w.ended, &w.mutex);
        pthread_mutex_unlock(&w.mutex);
        ended = w.result;
    }
    pthread_cond_destroy(&w.ended);
    pthread_mutex_destroy(&w.mutex);
    if (task->done)
        task->done(task, ended);
    return ended;
}

void desk_stop(struct desk *d)
{
    if (!d)
        return;
    pthread_mutex_lock(&d->mutex);
    d->stopping = true;
    pthread_cond_signal(&d->filled);
    pthread_mutex_unlock(&d->mutex);
    pthread_join(d->thread, NULL);
    conn_close(d->job.conn);
    close(d->lock);
    pthread_cond_destroy(&d->filled);
    pthread_mutex_destroy(&d->mutex);
    free(d);
}
