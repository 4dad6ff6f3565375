/* commands/small.c: the commands that are a call and a sentence: migrate, backup, check, audit, key, config. */
#include <stdio.h>

#include "app/betrokkene/wissen_gate.h"
#include "app/routes.h"
#include "app/steekproef/steekproef.h"
#include "app/verantwoording/verantwoording.h"
#include "commands/commands.h"
#include "data/audit.h"
#include "data/audit_anker.h"
#include "data/database.h"
#include "data/seal.h"
#include "data/steward.h"

static const char *const no_values[] = {NULL};

static int told(struct text *t, bool good, const char *done)
{
    if (t->n > 0)
        fputs(text_c(t), good ? stdout : stderr);
    text_free(t);
    if (good)
        puts(done);
    return good ? 0 : 1;
}

int command_migrate(int argc, char **argv)
{
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_CREATE | OPEN_OLD, &i))
        return 1;
    struct text t;
    text_init(&t, 1 << 16);
    bool good = database_migrate(i.base, &t) == OK;
    installation_close(&i);
    return told(&t, good, "The database is up to date.");
}

int command_backup(int argc, char **argv)
{
    const char *file = word(argc, argv, 1, no_values);
    if (!file) {
        fputs("srmonitor backup FILE\n", stderr);
        return 2;
    }
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_SEAL, &i))
        return 1;
    struct text t;
    text_init(&t, 1 << 16);
    char *keys = arena_printf(i.arena, "%s.sleutels", file);
    /* the database first: a key made in between is harmless, a missing one is not */
    bool good = database_backup(i.base, file, &t) == OK && seal_backup(i.seal, keys) == OK;
    installation_close(&i);
    return told(&t, good,
                "Backup written: the database and beside it the key store (.sleutels). The master key is not in it.");
}

/* The chain, held against the anchors of the installation and those of a file given by hand (NULL: none). */
static bool chain_good(struct installation *i, const char *more, struct text *t)
{
    struct audit_ankers own, given;
    if (audit_ankers_read(i->config.audit_anchors, i->arena, t, &own) != OK ||
        (more && audit_ankers_read(more, i->arena, t, &given) != OK))
        return false;
    if (more && given.n == 0) {
        text_printf(t, "audit: no anchors in %s\n", more);
        return false;
    }
    return audit_verify(i->steward, &own, t) == OK && (!more || audit_verify(i->steward, &given, t) == OK);
}

int command_check(int argc, char **argv)
{
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_SEAL, &i))
        return 1;
    struct text t;
    text_init(&t, 1 << 20);
    int projects = 0, erased = 0, draws = 0;
    bool good = database_check(i.base, &t) == OK;
    good = chain_good(&i, NULL, &t) && good;
    good = project_sums_check(i.steward, i.arena, &t, &projects) == OK && good;
    text_printf(&t, "sums: %d projects recomputed\n", projects);
    good = steekproeven_check(i.steward, i.arena, &t, &draws) == OK && good;
    text_printf(&t, "steekproef: %d draws made again\n", draws);
    good = gewist_check(i.steward, i.seal, i.arena, &t, &erased) == OK && good;
    text_printf(&t, "erased: of %d kandidaten nothing is left\n", erased);
    installation_close(&i);
    return told(&t, good, "All is well.");
}

int command_audit(int argc, char **argv)
{
    const char *more = option(argc, argv, "--anker");
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE, &i))
        return 1;
    struct text t;
    text_init(&t, 1 << 16);
    bool good = chain_good(&i, more, &t);
    installation_close(&i);
    return told(&t, good, "The audit chain is whole.");
}

int command_key(int argc, char **argv)
{
    const char *file = word(argc, argv, 2, no_values);
    if (!file) {
        fputs("srmonitor key rotate NEWFILE\n", stderr);
        return 2;
    }
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_SEAL, &i))
        return 1;
    bool good = seal_rotate_master(i.seal, file) == OK;
    installation_close(&i);
    if (good)
        printf(
            "Every data key is wrapped anew. Set master_key = %s in the config file, start the server, then destroy the old file.\n",
            file);
    return good ? 0 : 1;
}

/* The sheet of pages, one tab-separated line each: for docs/routes.md and the isolation test. */
static void routes_print(struct text *t)
{
    static const struct {
        int flag;
        const char *word;
    } kinds[] = {{SOORT_OG, "OG"}, {SOORT_ON, "ON"},       {SOORT_IM, "IM"},   {SOORT_AM, "AM"},
                 {SOORT_CP, "CP"}, {WHO_PUBLIC, "PUBLIC"}, {WHO_HALF, "HALF"}, {WHO_UNSIGNED, "UNSIGNED"}};
    for (size_t i = 0; i < n_routes; i++) {
        text_printf(t, "%s\t%s\t", routes[i].method == GET ? "GET" : "POST", routes[i].path);
        bool first = true;
        for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
            if (routes[i].who & kinds[k].flag) {
                text_printf(t, "%s%s", first ? "" : ",", kinds[k].word);
                first = false;
            }
        text_printf(t, "\t%s\n", routes[i].may.object ? routes[i].may.object : "-");
    }
}

int command_config(int argc, char **argv)
{
    struct text t;
    text_init(&t, 1 << 16);
    if (option_flag(argc, argv, "--routes")) {
        routes_print(&t);
    } else if (option_flag(argc, argv, "--keys")) {
        config_help(&t);
    } else if (option_flag(argc, argv, "--example")) {
        config_example(&t);
    } else {
        struct config c;
        if (!installation_config(argc, argv, &c)) {
            text_free(&t);
            return 1;
        }
        config_print(&c, &t);
    }
    fputs(text_c(&t), stdout);
    text_free(&t);
    return 0;
}
