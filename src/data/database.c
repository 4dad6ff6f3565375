/* data/database.c: one installation's database file: open, lock, backup, check, and the read connections of each
 * thread. */
#include "data/database.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/log.h"
#include "data/conn.h"
#include "data/database_scripts.h"
#include "data/steward.h"

enum { READ_DEADLINE_SEC = 5 };

STEWARD_SQL(setting_demo, "SELECT waarde FROM alle_instelling WHERE naam = 'demo'");

/* Two servers on one database would each believe to own the only write connection. */
static enum result serve_lock(struct database *b, struct text *problems)
{
    char path[640];
    snprintf(path, sizeof(path), "%s.serverslot", b->file);
    b->serve_lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (b->serve_lock >= 0 && fcntl(b->serve_lock, F_OFD_SETLK, &l) == 0)
        return OK;
    text_printf(problems, "%s: another server already runs on this database (%s).\n", b->file, strerror(errno));
    return BUSY;
}

enum result database_open_with(const char *file, bool may_create, bool serve, const struct embedded_file *scripts,
                               size_t n, struct text *problems, struct database **out)
{
    *out = NULL;
    if (!may_create && access(file, R_OK | W_OK) != 0) {
        text_printf(problems, "%s: %s\n", file, strerror(errno));
        return NOT_FOUND;
    }
    struct database *b = calloc(1, sizeof(*b));
    if (!b || strlen(file) >= sizeof(b->file)) {
        free(b);
        return fail("database: the path is too long");
    }
    snprintf(b->file, sizeof(b->file), "%s", file);
    b->scripts = scripts;
    b->n_scripts = n;
    b->serve_lock = -1;
    /* made by ourselves, so that it is born with mode 0600 whatever the umask */
    int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd >= 0)
        close(fd);
    enum result ended = fd < 0 ? FAILED : serve ? serve_lock(b, problems) : OK;
    if (fd < 0)
        text_printf(problems, "%s: %s\n", file, strerror(errno));
    if (ended != OK) {
        database_close(b);
        return ended;
    }
    *out = b;
    return OK;
}

enum result database_open(const char *file, bool may_create, bool serve, struct text *problems, struct database **out)
{
    return database_open_with(file, may_create, serve, embedded_migrations, embedded_migrations_count, problems, out);
}

void database_close(struct database *b)
{
    if (!b)
        return;
    if (b->serve_lock >= 0)
        close(b->serve_lock);
    free(b);
}

bool database_is_demo(struct database *base)
{
    struct steward *s;
    bool demo = false;
    if (steward_open(base, true, &s) != OK)
        return false;
    struct arena *a = arena_new();
    {
        struct query q CLEAN = query(s, a, setting_demo, BIND_NONE);
        if (next_row(&q))
            demo = strcmp(row_text_or(&q, "waarde", ""), "1") == 0;
    }
    arena_free(a);
    steward_close(s);
    return demo;
}

/* ---- backup and check ---- */

static enum result sync_and_rename(const char *from, const char *to, struct text *problems)
{
    int fd = open(from, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    if (good && rename(from, to) == 0)
        return OK;
    text_printf(problems, "%s: %s\n", to, strerror(errno));
    unlink(from);
    return FAILED;
}

/* One consistent snapshot on the target disk under a temporary name, then in place: a half backup never bears the name.
 */
enum result sqlite_backup(sqlite3 *db, const char *file, struct text *problems)
{
    char *part = sqlite3_mprintf("%s.deel", file), *text = sqlite3_mprintf("VACUUM INTO %Q", part);
    unlink(part);
    char *message = NULL;
    enum result ended = OK;
    if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK) {
        text_printf(problems, "%s: %s\n", file, message ? message : "cannot be written");
        unlink(part);
        ended = FAILED;
    }
    sqlite3_free(message);
    if (ended == OK)
        ended = sync_and_rename(part, file, problems);
    sqlite3_free(text);
    sqlite3_free(part);
    return ended;
}

enum result database_backup(struct database *base, const char *file, struct text *problems)
{
    struct conn *c;
    TRY(conn_open(base, CONN_STEWARD_READ, false, &c));
    enum result ended = conn_exec(c, "PRAGMA query_only=OFF"); /* VACUUM INTO writes its target, nothing here */
    if (ended == OK)
        ended = sqlite_backup(c->db, file, problems);
    conn_close(c);
    return ended;
}

/* Runs a PRAGMA that tells problems as rows; "ok" is none. */
static bool pragma_good(struct conn *c, const char *text, struct text *report)
{
    sqlite3_stmt *s;
    bool good = true;
    int code = sqlite3_prepare_v2(c->db, text, -1, &s, NULL);
    if (code == SQLITE_OK)
        while ((code = sqlite3_step(s)) == SQLITE_ROW) {
            const char *line = (const char *)sqlite3_column_text(s, 0);
            if (line && strcmp(line, "ok") == 0)
                continue;
            text_printf(report, "%s: %s row %lld\n", text, line ? line : "?", (long long)sqlite3_column_int64(s, 1));
            good = false;
        }
    if (code != SQLITE_DONE)
        text_printf(report, "%s: %s\n", text, sqlite3_errmsg(c->db));
    sqlite3_finalize(s);
    return good && code == SQLITE_DONE;
}

enum result database_check(struct database *base, struct text *report)
{
    struct conn *c;
    TRY(conn_open(base, CONN_STEWARD_READ, false, &c));
    bool good = pragma_good(c, "PRAGMA integrity_check", report);
    good = pragma_good(c, "PRAGMA foreign_key_check", report) && good;
    text_printf(report, "database: %s\n", good ? "whole" : "DAMAGED");
    conn_close(c);
    return good ? OK : FAILED;
}

/* ---- readers of a thread ---- */

struct readers {
    struct database *base;
    struct reader linked, regio;
    struct steward steward;
};

enum result readers_open(struct database *base, struct readers **out)
{
    struct readers *r = calloc(1, sizeof(*r));
    if (!r)
        return fail("readers: out of memory");
    r->base = base;
    r->steward.lock = -1;
    *out = r;
    return OK;
}

void readers_close(struct readers *r)
{
    if (!r)
        return;
    conn_close(r->linked.conn);
    conn_close(r->regio.conn);
    conn_close(r->steward.conn);
    free(r);
}

/* A page reads from one snapshot: what it adds up is what it shows. */
static void snapshot_begin(struct conn *c)
{
    c->deadline_micros = clock_micros() + (int64_t)READ_DEADLINE_SEC * 1000000;
    if (sqlite3_get_autocommit(c->db) && conn_exec(c, "BEGIN") != OK)
        log_error("reader: no snapshot");
}

struct reader *readers_for(struct readers *r, const struct viewer *viewer)
{
    bool cp = viewer && viewer->gebruiker.id > 0 && viewer->soort == SOORT_CP;
    struct reader *reader = cp ? &r->regio : &r->linked;
    if (!reader->conn && conn_open(r->base, cp ? CONN_REGIO : CONN_LINKED, false, &reader->conn) != OK)
        return NULL;
    conn_viewer(reader->conn, viewer);
    snapshot_begin(reader->conn);
    return reader;
}

struct steward *readers_steward(struct readers *r)
{
    if (!r->steward.conn && conn_open(r->base, CONN_STEWARD_READ, false, &r->steward.conn) != OK)
        return NULL;
    r->steward.conn->deadline_micros = clock_micros() + (int64_t)READ_DEADLINE_SEC * 1000000;
    return &r->steward;
}

static void reader_rest(struct conn *c)
{
    if (!c)
        return;
    conn_rest(c);
    if (!sqlite3_get_autocommit(c->db))
        conn_undo(c, "ROLLBACK"); /* a reader has nothing to commit */
}

void readers_clear(struct readers *r)
{
    reader_rest(r->linked.conn);
    reader_rest(r->regio.conn);
    reader_rest(r->steward.conn);
}

/* ---- every statement, prepared ---- */

static bool is_read(const char *text)
{
    return strncasecmp(text, "SELECT", 6) == 0;
}

static bool prepare_on(struct conn *c, const struct sql_entry *e, struct text *problems)
{
    const char *why = e->steward ? NULL : scope_text_refused(e->text);
    sqlite3_stmt *s = NULL;
    c->wall = !e->steward;
    if (!why && sqlite3_prepare_v2(c->db, e->text, -1, &s, NULL) != SQLITE_OK)
        why = sqlite3_errmsg(c->db);
    if (why)
        text_printf(problems, "%s:%d: statement %s: %s\n", e->file, e->line, e->name, why);
    sqlite3_finalize(s);
    return !why;
}

/* A statement belongs on a connection when some run may happen there: on readers only what reads, on stewards only
 * theirs. */
static bool belongs(const struct sql_entry *e, enum conn_kind kind)
{
    if (kind == CONN_STEWARD)
        return e->steward;
    return !e->steward && (kind == CONN_DESK || is_read(e->text));
}

enum result database_prepare_all(struct database *base, struct text *problems)
{
    static const enum conn_kind kinds[] = {CONN_LINKED, CONN_REGIO, CONN_DESK, CONN_STEWARD};
    bool good = true;
    for (size_t i = 0; i < 4; i++) {
        struct conn *c;
        TRY(conn_open(base, kinds[i], false, &c));
        for (size_t nr = 0; nr < sql_count(); nr++)
            if (belongs(sql_at(nr), kinds[i]))
                good = prepare_on(c, sql_at(nr), problems) && good;
        conn_close(c);
    }
    return good ? OK : INVALID;
}
