/* commands/commands.h: the command line. Each command is one file; main.c only looks its name up.
 * A command prints for an operator, in English; its exit code is 0 (done), 1 (refused or failed), 2 (wrong use). */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/config.h"
#include "core/values.h"

struct command {
    const char *name;
    const char *line;                  /* one line for the list */
    const char *usage;                 /* whole text of --help */
    int (*run)(int argc, char **argv); /* argv[0] is the command's name */
};

int command_serve(int argc, char **argv);
int command_migrate(int argc, char **argv);
int command_demo(int argc, char **argv);
int command_regio(int argc, char **argv);
int command_account(int argc, char **argv);
int command_backup(int argc, char **argv);
int command_check(int argc, char **argv);
int command_audit(int argc, char **argv);
int command_key(int argc, char **argv);
int command_planner(int argc, char **argv);
int command_config(int argc, char **argv);

/* ---- shared (installation.c) ---- */
struct database;
struct seal;
struct steward;
struct installation { /* what a command opens; closed by installation_close */
    struct config config;
    struct arena *arena;
    struct database *base;
    struct seal *seal;
    struct steward *steward;
};
enum {
    OPEN_DATABASE = 1,
    OPEN_WRITE = 2,
    OPEN_SEAL = 4,
    OPEN_CREATE = 8,
    OPEN_OLD = 16 /* migrations may be due */,
    OPEN_ALONE = 32 /* not beside a server */
};

/* --name VALUE out of argv, or NULL; `found` words are marked used. */
const char *option(int argc, char **argv, const char *name);
bool option_flag(int argc, char **argv, const char *name);
/* The n-th word (from 1) that is no option nor an option's value; NULL when there is none. `with_value` lists the
 * options that take one. */
const char *word(int argc, char **argv, int n, const char *const *with_value);
/* Reads the config file (--config, else $SRMONITOR_CONFIG, else /etc/srmonitor/config.ini). False when it was wrong:
 * the lines are printed. */
bool installation_config(int argc, char **argv, struct config *out);
bool installation_open(int argc, char **argv, int what, struct installation *out);
bool installation_open_with(const struct config *config, int what, struct installation *out);
void installation_close(struct installation *i);
/* --datum JJJJ-MM-DD and --tijd UU:MM (08:00) set the one clock. False, with a line, when they cannot be read; *given
 * tells whether there was one. */
bool clock_option(int argc, char **argv, bool *given);
bool process_start(void); /* clock, libsodium, liboath, libcurl: once, before any thread */

#endif
