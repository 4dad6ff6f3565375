/* data/steward.h: the unscoped connection: base tables (alle_…), no viewer. For planner, commands, post, *_due.c and
 * the named gates (a login happens before there is a viewer). A room's pages, acts and stores may not include this
 * (tests/house/layers.txt). */
#ifndef DATA_STEWARD_H
#define DATA_STEWARD_H

#include "data/desk.h"
#include "data/reader.h"

struct database;

/* A connection of its own for a command or a test. read_only leaves out writing. */
MUST enum result steward_open(struct database *base, bool read_only, struct steward **out);
void steward_close(struct steward *s);
/* The steward side of a job at the desk: same connection, same transaction. */
struct steward *job_steward(struct desk_job *job);
/* changed and id may be NULL. */
MUST enum result steward_write(struct steward *s, struct steward_sql stmt, const struct bind *binds, int *changed);
MUST enum result steward_insert(struct steward *s, struct steward_sql stmt, const struct bind *binds, int64_t *id);
/* One transaction of a command's own connection (BEGIN IMMEDIATE under the lock file). Without it each write commits by
 * itself. ended != OK rolls back. */
MUST enum result steward_begin(struct steward *s);
MUST enum result steward_end(struct steward *s, enum result ended);
enum result steward_audit(struct steward *s, struct audit_line line);

#endif
