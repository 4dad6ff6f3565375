/* data/steward.c: the unscoped side, and the lock between processes that write: an OFD lock on a file beside the
 * database, held from BEGIN to after COMMIT with its checkpoint, so that no checkpoint ever meets another's commit
 * (libraries 3.2). */
#include "data/steward.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/log.h"
#include "data/conn.h"

enum { LOCK_WAIT_SEC = 5, LOCK_PAUSE_MS = 5 };

int write_lock_open(const struct database *base)
{
    char path[640];
    snprintf(path, sizeof(path), "%s.schrijfslot", base->file);
    return open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

/* Asked again and again rather than waited for: whoever holds it too long must not hold us too. */
enum result write_lock(int fd)
{
    struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE_MS * 1000000L};
    int64_t until = clock_micros() + (int64_t)LOCK_WAIT_SEC * 1000000;
    while (fcntl(fd, F_OFD_SETLK, &l) != 0) {
        if (errno != EAGAIN && errno != EACCES && errno != EINTR)
            return fail("write lock: %s", strerror(errno));
        if (clock_micros() > until) {
            log_warn("another process keeps the write lock");
            return BUSY;
        }
        nanosleep(&pause, NULL);
    }
    return OK;
}

void write_unlock(int fd)
{
    struct flock l = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
    if (fcntl(fd, F_OFD_SETLK, &l) != 0)
        log_error("write lock: %s", strerror(errno));
}

enum result steward_open(struct database *base, bool read_only, struct steward **out)
{
    struct steward *s = calloc(1, sizeof(*s));
    *out = NULL;
    if (!s)
        return fail("steward: out of memory");
    s->lock = read_only ? -1 : write_lock_open(base);
    enum result ended = !read_only && s->lock < 0
                            ? fail("write lock: %s", strerror(errno))
                            : conn_open(base, read_only ? CONN_STEWARD_READ : CONN_STEWARD, false, &s->conn);
    if (ended != OK) {
        steward_close(s);
        return ended;
    }
    *out = s;
    return OK;
}

void steward_close(struct steward *s)
{
    if (!s)
        return;
    conn_close(s->conn);
    if (s->lock >= 0)
        close(s->lock);
    free(s);
}

enum result steward_begin(struct steward *s)
{
    if (s->at_desk || s->in_transaction || s->lock < 0)
        return fail("steward: no transaction can begin here");
    TRY(write_lock(s->lock));
    enum result ended = conn_exec(s->conn, "BEGIN IMMEDIATE");
    if (ended != OK)
        write_unlock(s->lock);
    s->in_transaction = ended == OK;
    return ended;
}

enum result steward_end(struct steward *s, enum result ended)
{
    enum result committed = ended == OK ? conn_exec(s->conn, "COMMIT") : ended;
    if (committed != OK && !sqlite3_get_autocommit(s->conn->db))
        conn_undo(s->conn, "ROLLBACK"); /* what made it fail is already told */
    if (s->in_transaction)
        write_unlock(s->lock);
    s->in_transaction = false;
    return committed;
}

static enum result run(struct steward *s, struct steward_sql stmt, const struct bind *binds, int *changed)
{
    struct arena *a = arena_new();
    struct query q = query(s, a, stmt, binds);
    while (next_row(&q)) {
    }
    enum result ended = query_result(&q);
    if (changed)
        *changed = sqlite3_changes(s->conn->db);
    query_end(&q);
    arena_free(a);
    return ended;
}

enum result steward_write(struct steward *s, struct steward_sql stmt, const struct bind *binds, int *changed)
{
    bool alone = !s->at_desk && !s->in_transaction;
    if (alone && s->lock >= 0)
        TRY(write_lock(s->lock));
    enum result ended = run(s, stmt, binds, changed);
    if (alone && s->lock >= 0)
        write_unlock(s->lock);
    return ended;
}

enum result steward_insert(struct steward *s, struct steward_sql stmt, const struct bind *binds, int64_t *id)
{
    TRY(steward_write(s, stmt, binds, NULL));
    if (id)
        *id = sqlite3_last_insert_rowid(s->conn->db);
    return OK;
}
