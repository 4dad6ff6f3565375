/* data/reader.c: running a statement and reading its columns into the arena. */
#include "data/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "data/conn.h"

struct bind bind_int(const char *name, int64_t v)
{
    return (struct bind){.name = name, .kind = BIND_INT, .i = v};
}

struct bind bind_text(const char *name, const char *v)
{
    return (struct bind){.name = name, .kind = v ? BIND_TEXT : BIND_NULL, .p = v, .n = v ? strlen(v) : 0};
}

struct bind bind_blob(const char *name, struct blob v)
{
    return (struct bind){.name = name, .kind = v.p ? BIND_BLOB : BIND_NULL, .p = v.p, .n = v.n};
}

struct bind bind_datum(const char *name, datum v)
{
    return (struct bind){.name = name, .kind = datum_is_none(v) ? BIND_NULL : BIND_DATUM, .i = v.dag};
}

struct bind bind_tijdstip(const char *name, tijdstip v)
{
    return bind_int(name, v.sec);
}

static int bind_one(sqlite3_stmt *s, int at, const struct bind *b)
{
    char iso[11];
    switch (b->kind) {
    case BIND_INT:
        return sqlite3_bind_int64(s, at, b->i);
    case BIND_TEXT:
        return sqlite3_bind_text64(s, at, b->p, b->n, SQLITE_STATIC, SQLITE_UTF8);
    case BIND_BLOB:
        return sqlite3_bind_blob64(s, at, b->p, b->n, SQLITE_STATIC);
    case BIND_DATUM:
        datum_to_iso((datum){(int32_t)b->i}, iso);
        return sqlite3_bind_text(s, at, iso, -1, SQLITE_TRANSIENT);
    default:
        return sqlite3_bind_null(s, at);
    }
}

/* A mistake of ours: aborts in tests, answers 500 in service. */
static enum result mistake(const char *what, const char *which)
{
    enum result r = fail("mistake in the program: %s %s", what, which);
#ifdef SRM_PARANOID
    abort();
#endif
    return r;
}

static enum result bind_all(sqlite3_stmt *s, const struct bind *binds)
{
    int n = 0;
    for (const struct bind *b = binds; b->name; b++, n++) {
        char name[64];
        snprintf(name, sizeof(name), ":%s", b->name);
        int at = sqlite3_bind_parameter_index(s, name);
        if (at == 0)
            return mistake("no parameter", name);
        if (bind_one(s, at, b) != SQLITE_OK)
            return fail("bind %s: %s", name, sqlite3_errmsg(sqlite3_db_handle(s)));
    }
    return n == sqlite3_bind_parameter_count(s) ? OK : mistake("not every parameter is bound in", sqlite3_sql(s));
}

static struct query query_begin(struct conn *c, struct arena *a, sqlite3_stmt *s, bool steward,
                                const struct bind *binds)
{
    struct query q = {.stmt = s, .conn = c, .arena = a, .result = FAILED, .steward = steward};
    if (!s)
        return q;
    if (c->kind == CONN_DESK && sqlite3_get_autocommit(c->db)) {
        /* what a task still tries must not commit by itself */
        q.stmt = NULL;
        q.result = fail("SQLite has ended the transaction: nothing of this group is saved");
        return q;
    }
    if (sqlite3_stmt_busy(s)) { /* the same statement inside its own loop: a copy of its own */
        c->wall = !steward;
        sqlite3_stmt *copy = NULL;
        if (sqlite3_prepare_v2(c->db, sqlite3_sql(s), -1, &copy, NULL) != SQLITE_OK) {
            q.stmt = NULL;
            q.result = fail("statement: %s", sqlite3_errmsg(c->db));
            return q;
        }
        q.stmt = s = copy;
        q.own = true;
    }
    q.result = bind_all(s, binds);
    q.running = q.result == OK;
    return q;
}

/* readers_for could not open one and has said why. */
static struct query no_connection(void)
{
    return (struct query){.result = FAILED};
}

struct query reader_query(struct reader *db, struct arena *a, struct sql stmt, const struct bind *binds)
{
    if (!db)
        return no_connection();
    return query_begin(db->conn, a, conn_statement(db->conn, stmt.entry), false, binds);
}

struct query steward_query(struct steward *db, struct arena *a, struct steward_sql stmt, const struct bind *binds)
{
    if (!db)
        return no_connection();
    return query_begin(db->conn, a, conn_statement(db->conn, stmt.entry), true, binds);
}

struct query query_composed(struct reader *db, struct arena *a, const char *text, const struct bind *binds)
{
    if (!db)
        return no_connection();
    return query_begin(db->conn, a, conn_composed(db->conn, text), false, binds);
}

void query_end(struct query *q)
{
    if (!q->stmt)
        return;
    if (q->own) {
        sqlite3_finalize(q->stmt);
    } else {
        sqlite3_reset(q->stmt);
        sqlite3_clear_bindings(q->stmt);
    }
    q->stmt = NULL;
    q->running = false;
}

bool next_row(struct query *q)
{
    struct conn *c = q->conn;
    if (!q->running)
        return false;
    c->wall = !q->steward; /* SQLite may prepare it anew */
    int code = sqlite3_step(q->stmt);
    if (code == SQLITE_ROW)
        return true;
    q->running = false;
    if (code != SQLITE_DONE)
        q->result = conn_result(c, code, "query");
    return false;
}

enum result query_result(const struct query *q)
{
    return q->result;
}

enum result one_row(struct query *q)
{
    if (next_row(q))
        return OK;
    return q->result == OK ? NOT_FOUND : q->result;
}

static int column(struct query *q, const char *name)
{
    int n = sqlite3_column_count(q->stmt);
    for (int i = 0; i < n; i++)
        if (strcmp(sqlite3_column_name(q->stmt, i), name) == 0)
            return i;
    (void)mistake("no column", name);
    return n; /* out of range: SQLite reads NULL there */
}

int64_t row_int(struct query *q, const char *name)
{
    return sqlite3_column_int64(q->stmt, column(q, name));
}

bool row_bool(struct query *q, const char *name)
{
    return row_int(q, name) != 0;
}

bool row_is_null(struct query *q, const char *name)
{
    return sqlite3_column_type(q->stmt, column(q, name)) == SQLITE_NULL;
}

const char *row_text(struct query *q, const char *name)
{
    int at = column(q, name);
    const char *s = (const char *)sqlite3_column_text(q->stmt, at);
    return s ? arena_text(q->arena, s, (size_t)sqlite3_column_bytes(q->stmt, at)) : NULL;
}

const char *row_text_or(struct query *q, const char *name, const char *none)
{
    const char *s = row_text(q, name);
    return s ? s : none;
}

struct blob row_blob(struct query *q, const char *name)
{
    int at = column(q, name);
    const void *p = sqlite3_column_blob(q->stmt, at);
    size_t n = (size_t)sqlite3_column_bytes(q->stmt, at);
    if (sqlite3_column_type(q->stmt, at) == SQLITE_NULL)
        return (struct blob){NULL, 0};
    return (struct blob){arena_text(q->arena, p, n), n};
}

geld row_geld(struct query *q, const char *name)
{
    return row_is_null(q, name) ? GELD_GEEN : (geld){row_int(q, name)};
}

datum row_datum(struct query *q, const char *name)
{
    return datum_from_iso((const char *)sqlite3_column_text(q->stmt, column(q, name)));
}

tijdstip row_tijdstip(struct query *q, const char *name)
{
    return (tijdstip){row_int(q, name)};
}

uren row_uren(struct query *q, const char *name)
{
    return row_is_null(q, name) ? UREN_GEEN : (uren){(int32_t)row_int(q, name)};
}

basispunt row_bp(struct query *q, const char *name)
{
    return row_is_null(q, name) ? BP_GEEN : (basispunt){(int32_t)row_int(q, name)};
}
