/* data/conn.h: one SQLite connection with its statements. Private to data/: nobody else includes it or sqlite3.h. */
#ifndef DATA_CONN_H
#define DATA_CONN_H

#include <sqlite3.h>
#include <stdbool.h>

#include "core/embedded.h"
#include "core/result.h"
#include "core/text.h"
#include "data/audit.h"
#include "data/database.h"
#include "data/sql.h"
#include "data/viewer.h"

enum conn_kind { CONN_LINKED, CONN_REGIO, CONN_DESK, CONN_STEWARD, CONN_STEWARD_READ };
enum { COMPOSED_MAX = 12, NAMES_MAX = 512 };

struct composed {
    char *text;
    sqlite3_stmt *stmt;
    uint64_t used;
};

struct conn {
    sqlite3 *db;
    struct database *base;
    enum conn_kind kind;
    sqlite3_stmt **stmts; /* by the statement's number */
    size_t n_stmts;
    struct composed composed[COMPOSED_MAX];
    uint64_t tick;
    bool wall; /* the statement being prepared or stepped is a viewer's */
    bool has_viewer;
    struct viewer viewer;
    int64_t noted;           /* by noteer() */
    int64_t deadline_micros; /* of what runs now; 0 = none */
    char problem[400];       /* text of the last refusal by a trigger or CHECK */
    char *names[NAMES_MAX];  /* our views and triggers: the only doors to base tables */
    size_t n_names;
};

struct reader {
    struct conn *conn;
};
struct steward {
    struct conn *conn;
    int lock;
    bool at_desk, in_transaction;
};

struct database {
    char file[600];
    const struct embedded_file *scripts;
    size_t n_scripts;
    int serve_lock;
    bool demo;
};

MUST enum result conn_open(struct database *base, enum conn_kind kind, bool may_create, struct conn **out);
void conn_close(struct conn *c);
MUST enum result conn_exec(struct conn *c, const char *text); /* our own fixed text, past the wall */
void conn_undo(struct conn *c, const char *text);             /* a ROLLBACK: what made it needed is already told */
/* The registered statement on this connection, prepared at first use. NULL (said) when it does not prepare or the wall
 * refuses it. */
sqlite3_stmt *conn_statement(struct conn *c, const struct sql_entry *const *entry);
sqlite3_stmt *conn_composed(struct conn *c, const char *text);
/* SQLite's code in the house's words; logs, keeps the problem. */
MUST enum result conn_result(struct conn *c, int code, const char *what);
void conn_viewer(struct conn *c, const struct viewer *v);
/* Between two uses: no viewer, no deadline, no statement running (a mistake of ours: said, aborts in tests). */
void conn_rest(struct conn *c);

/* the whole linker set of statements */
size_t sql_count(void);
const struct sql_entry *sql_at(size_t nr);

/* scope.c: the wall */
/* Why this text may not run on a viewer's connection; NULL = it may. */
const char *scope_text_refused(const char *text);
int scope_authorize(void *conn, int action, const char *a, const char *b, const char *database, const char *inner);
MUST enum result scope_create(struct conn *c); /* views, aliases, at the desk triggers; then collects the names */

/* functions.c */
MUST enum result functions_register(struct conn *c);

/* steward.c: the lock between processes that write (libraries 3.2) */
int write_lock_open(const struct database *base);
MUST enum result write_lock(int fd); /* waits 5 s, then BUSY */
void write_unlock(int fd);

/* database.c */
MUST enum result sqlite_backup(sqlite3 *db, const char *file, struct text *problems);

/* audit.c */
MUST enum result audit_write(struct steward *s, const struct audit_line *line, const struct viewer *viewer);

#endif
