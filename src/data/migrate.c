/* data/migrate.c: NNNN_what.sql from the binary, forward only, each in one transaction, its checksum kept. A changed
 * old file or a newer database is refused. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/conn.h"
#include "data/steward.h"

static bool is_migration(const char *name)
{
    return strlen(name) > 9 && isdigit((unsigned char)name[0]) && isdigit((unsigned char)name[1]) &&
           isdigit((unsigned char)name[2]) && isdigit((unsigned char)name[3]) && name[4] == '_';
}

static const struct embedded_file *migration(const struct database *base, int nr)
{
    for (size_t i = 0; i < base->n_scripts; i++)
        if (is_migration(base->scripts[i].name) && strtol(base->scripts[i].name, NULL, 10) == nr)
            return &base->scripts[i];
    return NULL;
}

/* The highest number. Numbers may be left out: they are given out beforehand, to work that goes on side by side. */
static int newest(const struct database *base)
{
    int n = 0;
    for (size_t i = 0; i < base->n_scripts; i++)
        if (is_migration(base->scripts[i].name) && strtol(base->scripts[i].name, NULL, 10) > n)
            n = (int)strtol(base->scripts[i].name, NULL, 10);
    return n;
}

/* A number between two that have run was left out then; it cannot come in afterwards. */
static int left_out(const struct database *base, int before, int nr, struct text *problems)
{
    for (int k = before + 1; k < nr; k++)
        if (migration(base, k)) {
            text_printf(
                problems,
                "Migration %s did not run in this database before number %d did. Start from a backup of before that.\n",
                migration(base, k)->name, nr);
            return k;
        }
    return 0;
}

/* Highest migration in the database, 0 when none; -1 when one differs from the program's (said). */
static int applied(struct conn *c, struct text *problems)
{
    sqlite3_stmt *s;
    int last = 0;
    if (sqlite3_prepare_v2(c->db, "SELECT nr, naam, som FROM alle_migratie ORDER BY nr", -1, &s, NULL) != SQLITE_OK)
        return 0; /* an empty file */
    while (last >= 0 && sqlite3_step(s) == SQLITE_ROW) {
        int nr = sqlite3_column_int(s, 0);
        const struct embedded_file *f = migration(c->base, nr);
        if (!f) {
            text_printf(problems,
                        "The database is newer than this program: it has migration %d (%s). Use the program of that "
                        "version or newer.\n",
                        nr, sqlite3_column_text(s, 1));
            last = -1;
        } else if (strcmp(f->hash, (const char *)sqlite3_column_text(s, 2)) != 0) {
            text_printf(problems,
                        "Migration %s has been changed since it ran in this database. Use the original file.\n",
                        f->name);
            last = -1;
        } else {
            last = left_out(c->base, last, nr, problems) ? -1 : nr;
        }
    }
    sqlite3_finalize(s);
    return last;
}

static enum result apply(struct conn *c, int nr, const struct embedded_file *f, struct text *problems)
{
    char *record = sqlite3_mprintf("INSERT INTO alle_migratie (nr, naam, som, op) VALUES (%d, %Q, %Q, nu())", nr,
                                   f->name, f->hash);
    enum result ended = conn_exec(c, "BEGIN IMMEDIATE");
    if (ended == OK)
        ended = conn_exec(c, (const char *)f->p);
    if (ended == OK)
        ended = conn_exec(c, record);
    if (ended == OK)
        ended = conn_exec(c, "COMMIT");
    if (ended != OK) {
        if (!sqlite3_get_autocommit(c->db))
            conn_undo(c, "ROLLBACK");
        text_printf(problems, "Migration %s did not run; the database is as it was.\n", f->name);
    }
    sqlite3_free(record);
    return ended;
}

static enum result migrate_locked(struct conn *c, struct text *problems)
{
    int last = applied(c, problems);
    if (last < 0)
        return CONFLICT;
    TRY(conn_exec(c, "CREATE TABLE IF NOT EXISTS alle_migratie (nr INTEGER PRIMARY KEY, naam TEXT NOT NULL, som TEXT "
                     "NOT NULL, op INTEGER NOT NULL) STRICT"));
    for (int nr = last + 1; nr <= newest(c->base); nr++)
        if (migration(c->base, nr))
            TRY(apply(c, nr, migration(c->base, nr), problems));
    return OK;
}

enum result database_migrate(struct database *base, struct text *problems)
{
    struct steward *s;
    TRY(steward_open(base, false, &s));
    enum result ended = write_lock(s->lock);
    if (ended == OK) {
        ended = migrate_locked(s->conn, problems);
        write_unlock(s->lock);
    } else {
        text_str(problems, "Another process is writing; stop it, or try again.\n");
    }
    steward_close(s);
    return ended;
}

static enum result versions(struct database *base, struct text *problems, int *last)
{
    struct steward *s;
    TRY(steward_open(base, false, &s));
    *last = applied(s->conn, problems);
    steward_close(s);
    return *last < 0 ? CONFLICT : OK;
}

enum result database_is_current(struct database *base, struct text *problems)
{
    int last;
    TRY(versions(base, problems, &last));
    if (last == newest(base))
        return OK;
    text_printf(problems, "The database is at migration %d, this program needs %d.\n", last, newest(base));
    return CONFLICT;
}

bool database_is_empty(struct database *base)
{
    struct text unused;
    int last;
    text_init(&unused, 1000);
    enum result ended = versions(base, &unused, &last);
    text_free(&unused);
    return ended == OK && last == 0;
}
