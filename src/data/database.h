/* data/database.h: one installation's database file: open, migrate, connections for the lanes. */
#ifndef DATA_DATABASE_H
#define DATA_DATABASE_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/result.h"
#include "core/text.h"
#include "data/reader.h"
#include "data/viewer.h"

struct database;
struct readers;

/* Opens (creates when may_create) and takes the installation's lock when `serve` is true (two servers on one database:
 * BUSY, said). Does not migrate. problems gets the lines for the operator. */
MUST enum result database_open(const char *file, bool may_create, bool serve, struct text *problems,
                               struct database **out);
void database_close(struct database *base);
/* Runs the numbered migrations from the binary, each in a transaction, checksummed; refuses a newer or a changed one
 * with a clear line. */
MUST enum result database_migrate(struct database *base, struct text *problems);
/* CONFLICT when migrations are due. */
MUST enum result database_is_current(struct database *base, struct text *problems);
/* VACUUM INTO, fsync, rename: may run beside a server. */
MUST enum result database_backup(struct database *base, const char *file, struct text *problems);
MUST enum result database_check(struct database *base, struct text *report); /* integrity, foreign keys */
bool database_is_empty(struct database *base);                               /* no migration has run yet */
bool database_is_demo(struct database *base);

/* The read connections of one thread: one with the "linked" views under the plain names, one with the "regio" views,
 * one steward (read only, for the session look-up and public pages). Opened once per thread. */
MUST enum result readers_open(struct database *base, struct readers **out);
void readers_close(struct readers *r);
struct reader *readers_for(struct readers *r,
                           const struct viewer *viewer); /* sets the viewer; nobody = NULL: every view is empty */
void readers_clear(struct readers *r);                   /* viewer off; asserts that no statement runs */
struct steward *readers_steward(struct readers *r);

/* Prepares every registered statement on a reader, the desk and a steward; problems gets name, file, line and why. */
MUST enum result database_prepare_all(struct database *base, struct text *problems);

#endif
