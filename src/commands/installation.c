/* commands/installation.c: options, config and the files of one installation, for all commands alike. */
#include <curl/curl.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands/commands.h"
#include "core/clock.h"
#include "core/text.h"
#include "data/database.h"
#include "data/seal.h"
#include "data/steward.h"

const char *option(int argc, char **argv, const char *name)
{
    size_t n = strlen(name);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], name) == 0 && i + 1 < argc)
            return argv[i + 1];
        if (strncmp(argv[i], name, n) == 0 && argv[i][n] == '=')
            return argv[i] + n + 1;
    }
    return NULL;
}

bool option_flag(int argc, char **argv, const char *name)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return true;
    return false;
}

static bool takes_value(const char *arg, const char *const *with_value)
{
    for (size_t i = 0; with_value[i]; i++)
        if (strcmp(arg, with_value[i]) == 0)
            return true;
    return strcmp(arg, "--config") == 0;
}

const char *word(int argc, char **argv, int n, const char *const *with_value)
{
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--", 2) == 0) {
            if (takes_value(argv[i], with_value))
                i++;
            continue;
        }
        if (--n == 0)
            return argv[i];
    }
    return NULL;
}

bool process_start(void)
{
    if (sodium_init() < 0) {
        fputs("srmonitor: libsodium does not start\n", stderr);
        return false;
    }
    if (oath_init() != OATH_OK) {
        fputs("srmonitor: liboath does not start\n", stderr);
        return false;
    }
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0) {
        fputs("srmonitor: libcurl does not start\n", stderr);
        return false;
    }
    return clock_init() == OK;
}

bool clock_option(int argc, char **argv, bool *given)
{
    const char *day = option(argc, argv, "--datum"), *time = option(argc, argv, "--tijd");
    int hour = 8, minute = 0;
    char more;
    *given = day != NULL;
    if (!day && !time)
        return true;
    datum d = day ? datum_from_iso(day) : DATUM_GEEN;
    bool good = !datum_is_none(d) && (!time || (sscanf(time, "%2d:%2d%c", &hour, &minute, &more) == 2 && hour >= 0 &&
                                                hour < 24 && minute >= 0 && minute < 60));
    if (good)
        clock_set(tijdstip_at(d, hour, minute));
    else
        fputs("srmonitor: write --datum JJJJ-MM-DD, and --tijd UU:MM with it\n", stderr);
    return good;
}

static bool print_problems(struct text *problems, bool good)
{
    if (!good || problems->n > 0)
        fputs(text_c(problems), stderr);
    text_free(problems);
    return good;
}

bool installation_config(int argc, char **argv, struct config *out)
{
    const char *file = option(argc, argv, "--config");
    if (!file)
        file = getenv("SRMONITOR_CONFIG");
    if (!file)
        file = "/etc/srmonitor/config.ini";
    struct text problems;
    text_init(&problems, 1 << 16);
    return print_problems(&problems, config_read(file, out, &problems) == OK);
}

static bool open_files(int what, struct installation *i, struct text *problems)
{
    if (what & OPEN_DATABASE) {
        if (database_open(i->config.database, what & OPEN_CREATE, what & OPEN_ALONE, problems, &i->base) != OK)
            return false;
        if (!(what & OPEN_OLD) && database_is_current(i->base, problems) != OK)
            return false;
        i->config.demo = !(what & OPEN_OLD) && database_is_demo(i->base);
        if (!(what & OPEN_OLD) && steward_open(i->base, !(what & OPEN_WRITE), &i->steward) != OK)
            return false;
    }
    if ((what & OPEN_SEAL) && seal_open(i->config.key_store, i->config.master_key, &i->seal) != OK)
        return false;
    return true;
}

bool installation_open_with(const struct config *config, int what, struct installation *out)
{
    struct text problems;
    text_init(&problems, 1 << 16);
    *out = (struct installation){.config = *config, .arena = arena_new()};
    bool good = print_problems(&problems, open_files(what, out, &problems));
    if (!good)
        installation_close(out);
    return good;
}

bool installation_open(int argc, char **argv, int what, struct installation *out)
{
    struct config config;
    return process_start() && installation_config(argc, argv, &config) && installation_open_with(&config, what, out);
}

void installation_close(struct installation *i)
{
    if (i->steward)
        steward_close(i->steward);
    if (i->seal)
        seal_close(i->seal);
    if (i->base)
        database_close(i->base);
    arena_free(i->arena);
    *i = (struct installation){.base = NULL};
}
