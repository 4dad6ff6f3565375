/* data/desk.h: the desk: one thread owns the only write connection of the process; everything that writes queues here.
 *
 * A task runs in a SAVEPOINT of its own; the desk takes what has gathered, runs each, commits them together and tells
 * each how it ended. A job's writes go through the viewer's views (INSTEAD OF triggers carry the rights); there is no
 * commit of a change without an audit line, but where job_unlogged says why. */
#ifndef DATA_DESK_H
#define DATA_DESK_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/result.h"
#include "data/audit.h"
#include "data/reader.h"
#include "data/viewer.h"

struct database; /* data/database.h */
struct desk;
struct desk_job; /* one task's turn at the desk */

struct desk_task {
    /* Runs on the desk's thread inside a savepoint. Anything but OK rolls this task back alone (the code is handed to
     * done). */
    enum result (*run)(struct desk_task *task, struct desk_job *job);
    /* After the group's commit (or failure): OK only when it is on disk. On the desk's thread; must be short. */
    void (*done)(struct desk_task *task, enum result ended);
    struct desk_task *next; /* the desk's */
    enum result result;
};

MUST enum result desk_start(struct database *base, struct desk **out);
/* BUSY when the queue (1,000) is full or the desk is stopping. */
MUST enum result desk_submit(struct desk *desk, struct desk_task *take_task);
MUST enum result desk_run(struct desk *desk, struct desk_task *task); /* submit and wait: planner, commands, tests */
void desk_stop(struct desk *desk); /* finishes what is queued, refuses new, joins, closes */

/* Inside a job. job_viewer comes before anything is read; nobody = NULL. Cleared by the desk after the task. */
void job_viewer(struct desk_job *job, const struct viewer *viewer);
struct reader *job_reader(struct desk_job *job);
/* One row must change (the statement writes a view and ends with RETURNING 1). NOT_FOUND: no such row for this viewer,
 * or its versie differs (ask the row to tell which); FORBIDDEN / CONFLICT / INVALID: raise(ABORT, 'mag niet' /
 * 'conflict' / other text in a trigger, or a CHECK). */
MUST enum result job_write(struct desk_job *job, struct sql stmt, const struct bind *binds);
MUST enum result job_write_many(struct desk_job *job, struct sql stmt, const struct bind *binds, int *changed);
/* INSERT into a nieuw_… view whose trigger calls noteer(last_insert_rowid()). */
MUST enum result job_insert(struct desk_job *job, struct sql stmt, const struct bind *binds, int64_t *id);
void job_audit(struct desk_job *job, struct audit_line line); /* who and when are the job's */
/* Session touch, receipts, drafts: the uses are listed by a test. */
void job_unlogged(struct desk_job *job, const char *why);
bool job_wrote(const struct desk_job *job); /* something was written in this job so far, the steward's side included */
const char *job_problem(const struct desk_job *job); /* text of the last raise(ABORT), "" if none */

#endif
