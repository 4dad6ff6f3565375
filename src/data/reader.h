/* data/reader.h: what a page may do with the database: run a statement, read its columns into the request's arena.
 *
 * A struct reader sees the views of its viewer and nothing else (data/scope.c). The same calls work on a struct steward
 * (data/steward.h), which only planner, commands, post and the named gates may include. A query is always cleaned up
 * when it leaves its block (CLEAN). */
#ifndef DATA_READER_H
#define DATA_READER_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/result.h"
#include "data/sql.h"

struct reader;
struct steward;

struct query {
    void *stmt;
    void *conn;
    struct arena *arena;
    enum result result;
    bool running, steward, own;
};

/* Starts a statement. Strings read from it are copied into `a`. Errors are kept in the query and told by query_result.
 *     struct query q CLEAN = query(db, a, project_by_id, BIND(B("id", id)));
 *     while (next_row(&q)) ...
 *     return query_result(&q); */
struct query reader_query(struct reader *db, struct arena *a, struct sql stmt, const struct bind *binds);
struct query steward_query(struct steward *db, struct arena *a, struct steward_sql stmt, const struct bind *binds);
#define query(db, a, stmt, binds)                                                                                      \
    _Generic((db), struct reader * : reader_query, struct steward * : steward_query)(db, a, stmt, binds)
/* A list with filters and sort, composed by a store from fixed fragments only, through the same wall; kept in a small
 * LRU. */
struct query query_composed(struct reader *db, struct arena *a, const char *text, const struct bind *binds);
#define CLEAN __attribute__((cleanup(query_end)))
void query_end(struct query *q);
bool next_row(struct query *q);                  /* false at the end and after an error */
enum result query_result(const struct query *q); /* OK, BUSY or FAILED (logged) */
/* For a statement of at most one row: OK with the row current, NOT_FOUND, BUSY or FAILED. */
enum result one_row(struct query *q);

/* Columns by name (asserted to exist). NULL gives 0, false, NULL text, GELD_GEEN, DATUM_GEEN, an id of 0. */
int64_t row_int(struct query *q, const char *column);
bool row_bool(struct query *q, const char *column);
bool row_is_null(struct query *q, const char *column);
const char *row_text(struct query *q, const char *column); /* in the arena; NULL for NULL */
const char *row_text_or(struct query *q, const char *column, const char *none);
struct blob row_blob(struct query *q, const char *column); /* in the arena */
geld row_geld(struct query *q, const char *column);
datum row_datum(struct query *q, const char *column); /* from ISO text */
tijdstip row_tijdstip(struct query *q, const char *column);
uren row_uren(struct query *q, const char *column);
basispunt row_bp(struct query *q, const char *column);
#define row_id(q, column, type) ((type){row_int((q), (column))})

#endif
