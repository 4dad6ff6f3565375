/* A small installation for the tests of the data floor: two regio's, projects seen by link or by regio, accounts whose
 * sum never changes. Viewers: OG_ANNA (user 1, linked to projects 42 and 43), CP_BEP (user 9, coordinatiepunt of regio
 * 1). */
#ifndef TESTS_DATA_SMALL_H
#define TESTS_DATA_SMALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail /* ours: core/result.h */
#undef fail_msg
#define fail_msg(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))

#include <sodium.h>

#include "core/clock.h"
#include "core/log.h"
#include "data/conn.h"
#include "data/database.h"
#include "data/database_scripts.h"
#include "data/desk.h"
#include "data/seal.h"
#include "data/steward.h"

#define UNUSED __attribute__((unused))

static const char small_start[] =
    "CREATE TABLE alle_instelling (naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) STRICT;"
    "CREATE TABLE alle_audit (id INTEGER PRIMARY KEY, op INTEGER NOT NULL, wie INTEGER, organisatie INTEGER,"
    " regio INTEGER, wat TEXT NOT NULL, soort TEXT NOT NULL, rij INTEGER NOT NULL, project INTEGER, voor TEXT, na TEXT,"
    " som BLOB NOT NULL) STRICT;"
    "CREATE TABLE alle_project (id INTEGER PRIMARY KEY, regio_id INTEGER NOT NULL, naam TEXT NOT NULL CHECK "
    "(length(naam) < 20),"
    " kleur TEXT UNIQUE, start TEXT, goedgekeurd INTEGER NOT NULL DEFAULT 0, afgerond INTEGER NOT NULL DEFAULT 0,"
    " versie INTEGER NOT NULL DEFAULT 1) STRICT;"
    "CREATE TABLE alle_koppeling (gebruiker_id INTEGER, project_id INTEGER, wijzigen INTEGER,"
    " PRIMARY KEY (gebruiker_id, project_id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE alle_rekening (id INTEGER PRIMARY KEY, saldo INTEGER NOT NULL CHECK (saldo >= -1000000)) STRICT;"
    "CREATE TABLE alle_blok (id INTEGER PRIMARY KEY, inhoud BLOB NOT NULL) STRICT;"
    "CREATE TABLE alle_kind (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES alle_project DEFERRABLE "
    "INITIALLY DEFERRED) STRICT;"
    "INSERT INTO alle_project (id, regio_id, naam, start, afgerond) VALUES (42, 1, 'brug', '2026-03-07', 0),"
    " (43, 1, 'school', NULL, 1), (44, 1, 'sluis', NULL, 0), (45, 2, 'dijk', NULL, 0);"
    "INSERT INTO alle_koppeling VALUES (1, 42, 1), (1, 43, 0), (2, 44, 1);"
    "INSERT INTO alle_rekening VALUES (1, 500), (2, 500);";

static const char small_scope[] =
    "-- the rights of the small house\n"
    "CREATE TEMP VIEW project_linked AS SELECT p.id, p.naam, p.kleur, p.start, p.goedgekeurd, p.afgerond, p.versie,"
    " k.wijzigen AS mag_wijzigen, 0 AS mag_goedkeuren FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id"
    " WHERE k.gebruiker_id = kijker();\n"
    "CREATE TEMP VIEW project_regio AS SELECT p.id, p.naam, p.kleur, p.start, p.goedgekeurd, p.afgerond, p.versie,"
    " 1 AS mag_wijzigen, 1 AS mag_goedkeuren FROM alle_project p WHERE p.regio_id = kijker_cp();\n"
    "CREATE TEMP VIEW nieuw_project AS SELECT regio_id, naam, kleur FROM alle_project WHERE 0;\n"
    "CREATE TEMP VIEW wie AS SELECT kijker() AS gebruiker, kijker_soort() AS soort, kijker_organisatie() AS "
    "organisatie,"
    " kijker_regio() AS regio, kijker_cp() AS cp, vandaag() AS dag, nu() AS moment, vouw('ÉéN') AS gevouwen;\n"
    "CREATE TEMP VIEW rekening AS SELECT id, saldo FROM alle_rekening;\n"
    "-- TRIGGERS (desk only)\n"
    "CREATE TEMP TRIGGER project_naam INSTEAD OF UPDATE OF naam, kleur ON project BEGIN"
    " SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;"
    " SELECT raise(ABORT, 'conflict') WHERE NEW.naam = 'botsing';"
    " SELECT raise(ABORT, 'Een naam eindigt niet op een punt.') WHERE NEW.naam LIKE '%.';"
    " UPDATE alle_project SET naam = NEW.naam, kleur = NEW.kleur, versie = OLD.versie + 1 WHERE id = OLD.id; END;\n"
    "CREATE TEMP TRIGGER project_goedkeuren INSTEAD OF UPDATE OF goedgekeurd ON project BEGIN"
    " SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_goedkeuren;"
    " UPDATE alle_project SET goedgekeurd = NEW.goedgekeurd WHERE id = OLD.id; END;\n"
    "CREATE TEMP TRIGGER nieuw_project_maken INSTEAD OF INSERT ON nieuw_project BEGIN"
    " SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NOT NEW.regio_id;"
    " INSERT INTO alle_project (regio_id, naam, kleur) VALUES (NEW.regio_id, NEW.naam, NEW.kleur);"
    " SELECT noteer(last_insert_rowid()); END;\n"
    "CREATE TEMP TRIGGER rekening_boeken INSTEAD OF UPDATE OF saldo ON rekening BEGIN"
    " UPDATE alle_rekening SET saldo = NEW.saldo WHERE id = OLD.id; END;\n";

#define SCRIPT(name_, text_, hash_)                                                                                    \
    {                                                                                                                  \
        name_, (const unsigned char *)(text_), sizeof(text_) - 1, hash_, "text/plain"                                  \
    }
static const struct embedded_file small_scripts[] = {SCRIPT("0001_start.sql", small_start, "aa"),
                                                     SCRIPT("scope.sql", small_scope, "bb")};

static const struct viewer OG_ANNA = {
    .gebruiker = {1}, .organisatie = {11}, .regio = {1}, .soort = SOORT_OG, .naam = "Anna"};
static const struct viewer ON_CAS UNUSED = {.gebruiker = {2}, .organisatie = {12}, .soort = SOORT_ON, .naam = "Cas"};
static const struct viewer CP_BEP UNUSED = {
    .gebruiker = {9}, .organisatie = {19}, .regio = {1}, .soort = SOORT_CP, .naam = "Bep"};

struct small {
    char folder[64], file[120];
    struct database *base;
    struct arena *arena;
};

static void small_open_files(struct small *s, const struct embedded_file *scripts, size_t n)
{
    struct text problems;
    text_init(&problems, 10000);
    s->arena = arena_new();
    if (database_open_with(s->file, true, false, scripts, n, &problems, &s->base) != OK ||
        database_migrate(s->base, &problems) != OK)
        fail_msg("%s", text_c(&problems));
    text_free(&problems);
}

static void small_start_new(struct small *s)
{
    memset(s, 0, sizeof(*s));
    strcpy(s->folder, "/tmp/srm-data-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    snprintf(s->file, sizeof(s->file), "%s/db", s->folder);
    small_open_files(s, small_scripts, 2);
}

static void small_close(struct small *s)
{
    database_close(s->base);
    arena_free(s->arena);
    s->base = NULL;
    s->arena = NULL;
}

static void small_remove(struct small *s)
{
    char path[400];
    if (s->base)
        small_close(s);
    DIR *d = opendir(s->folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        snprintf(path, sizeof(path), "%s/%s", s->folder, e->d_name);
        unlink(path);
    }
    if (d)
        closedir(d);
    assert_int_equal(rmdir(s->folder), 0);
}

static UNUSED int small_setup(void **state)
{
    struct small *s = malloc(sizeof(*s));
    small_start_new(s);
    *state = s;
    return 0;
}

static UNUSED int small_teardown(void **state)
{
    struct small *s = *state;
    small_remove(s);
    free(s);
    return 0;
}

/* One number, past the wall. -1: no row. */
static UNUSED int64_t small_number(struct small *s, const char *text)
{
    struct conn *c;
    sqlite3_stmt *q;
    assert_int_equal(conn_open(s->base, CONN_STEWARD_READ, false, &c), OK);
    assert_int_equal(sqlite3_prepare_v2(c->db, text, -1, &q, NULL), SQLITE_OK);
    int64_t n = sqlite3_step(q) == SQLITE_ROW ? sqlite3_column_int64(q, 0) : -1;
    sqlite3_finalize(q);
    conn_close(c);
    return n;
}

/* A task that is one function; kept on the caller's stack, for desk_run. */
struct small_task {
    struct desk_task task;
    enum result (*fn)(struct small_task *, struct desk_job *);
    const struct viewer *viewer;
    int64_t number, id;
    const char *text;
    char problem[200];
};

static UNUSED enum result small_task_run(struct desk_task *task, struct desk_job *job)
{
    struct small_task *t = (struct small_task *)task;
    job_viewer(job, t->viewer);
    enum result ended = t->fn(t, job);
    snprintf(t->problem, sizeof(t->problem), "%s", job_problem(job));
    return ended;
}

static UNUSED void small_log_line(struct desk_job *job, const char *what)
{
    job_audit(job, (struct audit_line){.wat = what, .soort = "project", .rij = 42, .project = {42}, .na = "naam: x"});
}

#define DESK_RUN(desk, t, ...)                                                                                         \
    (t = (struct small_task){.task = {.run = small_task_run}, __VA_ARGS__}, desk_run(desk, &t.task))

static UNUSED int small_main(int (*tests)(void))
{
    if (sodium_init() < 0 || clock_init() != OK)
        return 2;
    log_level_set(LOG_ERROR + 1);
    return tests();
}

#endif
