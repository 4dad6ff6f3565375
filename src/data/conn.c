/* data/conn.c: opening a connection the safe way (libraries 3.2), preparing statements once, telling SQLite's errors in
 * the house's words. */
#include "data/conn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/log.h"

extern const struct sql_entry *const __start_sql_set[] __attribute__((weak));
extern const struct sql_entry *const __stop_sql_set[] __attribute__((weak));

size_t sql_count(void)
{
    return (size_t)(__stop_sql_set - __start_sql_set);
}

const struct sql_entry *sql_at(size_t nr)
{
    return __start_sql_set[nr];
}

enum result conn_exec(struct conn *c, const char *text)
{
    char *message = NULL;
    bool wall = c->wall;
    c->wall = false;
    int code = sqlite3_exec(c->db, text, NULL, NULL, &message);
    c->wall = wall;
    enum result ended = code == SQLITE_OK ? OK : conn_result(c, code, "exec");
    sqlite3_free(message);
    return ended;
}

void conn_undo(struct conn *c, const char *text)
{
    if (conn_exec(c, text) != OK)
        log_error("%s did not succeed", text);
}

/* A read past its deadline is ended: the page says busy, the others go on. */
static int on_progress(void *conn)
{
    const struct conn *c = conn;
    return c->deadline_micros != 0 && clock_micros() > c->deadline_micros;
}

static enum result conn_configure(struct conn *c)
{
    int on;
    sqlite3_extended_result_codes(c->db, 1);
    sqlite3_busy_timeout(c->db, 5000);
    sqlite3_db_config(c->db, SQLITE_DBCONFIG_DQS_DML, 0, &on);
    sqlite3_db_config(c->db, SQLITE_DBCONFIG_DQS_DDL, 0, &on);
    sqlite3_db_config(c->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &on);
    if (c->kind != CONN_DESK && c->kind != CONN_STEWARD)
        sqlite3_db_config(c->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &on);
    sqlite3_limit(c->db, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(c->db, SQLITE_LIMIT_LENGTH, 16 << 20);
    sqlite3_limit(c->db, SQLITE_LIMIT_SQL_LENGTH, 200000);
    TRY(conn_exec(c, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA "
                     "cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;"
                     " PRAGMA cache_size=-1000"));
    /* only the desk and writing commands, one at a time under the lock, may meet a checkpoint: SQLite 3.40.1's
     * WAL-reset bug needs two */
    bool writes = c->kind == CONN_DESK || c->kind == CONN_STEWARD;
    return conn_exec(c, writes ? "PRAGMA wal_autocheckpoint=1000" : "PRAGMA wal_autocheckpoint=0");
}

static enum result conn_scope(struct conn *c)
{
    int on;
    if (c->kind == CONN_LINKED || c->kind == CONN_REGIO || c->kind == CONN_DESK)
        TRY(scope_create(c));
    sqlite3_db_config(c->db, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    sqlite3_set_authorizer(c->db, scope_authorize, c);
    if (c->kind == CONN_LINKED || c->kind == CONN_REGIO || c->kind == CONN_STEWARD_READ) {
        sqlite3_progress_handler(c->db, 20000, on_progress, c);
        return conn_exec(c, "PRAGMA query_only=ON");
    }
    return OK;
}

enum result conn_open(struct database *base, enum conn_kind kind, bool may_create, struct conn **out)
{
    struct conn *c = calloc(1, sizeof(*c));
    *out = NULL;
    if (!c)
        return fail("conn: out of memory");
    c->base = base;
    c->kind = kind;
    c->n_stmts = sql_count();
    c->stmts = calloc(c->n_stmts + 1, sizeof(*c->stmts));
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (may_create ? SQLITE_OPEN_CREATE : 0);
    int code = sqlite3_open_v2(base->file, &c->db, flags, NULL);
    enum result ended = !c->stmts ? FAILED : code != SQLITE_OK ? conn_result(c, code, base->file) : conn_configure(c);
    if (ended == OK)
        ended = functions_register(c);
    if (ended == OK)
        ended = conn_scope(c);
    if (ended != OK) {
        conn_close(c);
        return ended;
    }
    *out = c;
    return OK;
}

void conn_close(struct conn *c)
{
    if (!c)
        return;
    for (size_t i = 0; c->stmts && i < c->n_stmts; i++)
        sqlite3_finalize(c->stmts[i]);
    for (size_t i = 0; i < COMPOSED_MAX; i++) {
        sqlite3_finalize(c->composed[i].stmt);
        free(c->composed[i].text);
    }
    for (size_t i = 0; i < c->n_names; i++)
        sqlite3_free(c->names[i]);
    sqlite3_close_v2(c->db);
    free(c->stmts);
    free(c);
}

static sqlite3_stmt *prepare(struct conn *c, const char *text, bool wall, const char *name)
{
    const char *refused = wall ? scope_text_refused(text) : NULL;
    sqlite3_stmt *s = NULL;
    if (refused) {
        (void)fail("statement %s is refused: %s", name, refused);
        return NULL;
    }
    c->wall = wall;
    if (sqlite3_prepare_v3(c->db, text, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) != SQLITE_OK)
        (void)fail("statement %s: %s", name, sqlite3_errmsg(c->db));
    return s;
}

sqlite3_stmt *conn_statement(struct conn *c, const struct sql_entry *const *entry)
{
    size_t nr = (size_t)(entry - __start_sql_set);
    if (!c->stmts[nr])
        c->stmts[nr] = prepare(c, (*entry)->text, !(*entry)->steward, (*entry)->name);
    return c->stmts[nr];
}

sqlite3_stmt *conn_composed(struct conn *c, const char *text)
{
    struct composed *oldest = NULL;
    c->tick++;
    for (size_t i = 0; i < COMPOSED_MAX; i++) {
        struct composed *k = &c->composed[i];
        if (k->stmt && sqlite3_stmt_busy(k->stmt))
            continue; /* its query still walks: it may not be taken away */
        if (k->text && strcmp(k->text, text) == 0) {
            k->used = c->tick;
            return k->stmt;
        }
        if (!oldest || k->used < oldest->used)
            oldest = k;
    }
    sqlite3_stmt *s = oldest ? prepare(c, text, true, "composed") : NULL;
    char *copy = s ? strdup(text) : NULL;
    if (!copy) {
        sqlite3_finalize(s);
        return NULL;
    }
    sqlite3_finalize(oldest->stmt);
    free(oldest->text);
    *oldest = (struct composed){copy, s, c->tick};
    return s;
}

void conn_rest(struct conn *c)
{
    for (sqlite3_stmt *s = sqlite3_next_stmt(c->db, NULL); s; s = sqlite3_next_stmt(c->db, s))
        if (sqlite3_stmt_busy(s)) {
            log_error("a statement was left running: %s", sqlite3_sql(s));
#ifdef SRM_PARANOID
            abort();
#endif
            sqlite3_reset(s);
        }
    conn_viewer(c, NULL);
    c->deadline_micros = 0;
}

static void problem_keep(struct conn *c)
{
    snprintf(c->problem, sizeof(c->problem), "%s", sqlite3_errmsg(c->db));
}

enum result conn_result(struct conn *c, int code, const char *what)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return OK;
    case SQLITE_CONSTRAINT:
        problem_keep(c);
        if (code == SQLITE_CONSTRAINT_TRIGGER && strcmp(c->problem, "mag niet") == 0)
            return FORBIDDEN;
        if (code == SQLITE_CONSTRAINT_TRIGGER && strcmp(c->problem, "conflict") == 0)
            return CONFLICT;
        if (code != SQLITE_CONSTRAINT_TRIGGER)
            log_warn("%s: refused by the table: %s", what, c->problem);
        return INVALID;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
        log_warn("%s: busy: %s", what, sqlite3_errmsg(c->db));
        return BUSY;
    case SQLITE_FULL:
        (void)fail("%s: the disk is full; nothing was saved", what);
        return DISK_FULL;
    case SQLITE_IOERR:
        (void)fail("%s: the disk does not answer as it should: %s", what, sqlite3_errmsg(c->db));
        return code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_SHMSIZE ? DISK_FULL
                                                                                                        : FAILED;
    default:
        return fail("%s: %s", what, c->db ? sqlite3_errmsg(c->db) : sqlite3_errstr(code));
    }
}

void conn_viewer(struct conn *c, const struct viewer *v)
{
    c->has_viewer = v && v->gebruiker.id > 0;
    c->viewer = c->has_viewer ? *v : (struct viewer){.soort = 0};
}
