/* commands/demo.c: makes a demo installation: three regio's with their opdrachtgevers, 60 opdrachtnemers, 200 projects
 * of all kinds and states, 1,000 kandidaten. Everything follows from a fixed seed and today's date, so that two demos
 * of one day are alike. People are obviously fictitious. */
#include "commands/demo.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/account/account.h"
#include "app/verantwoording/verantwoording.h"
#include "app/waardering/waardering.h"
#include "commands/commands.h"
#include "commands/demo_make.h"
#include "core/clock.h"
#include "core/embedded.h"
#include "data/database.h"
#include "data/seal.h"
#include "data/steward.h"

void demo_print_accounts(const struct config *c)
{
    puts(
        "\nDemo accounts (password " DEMO_PASSWORD "):\n"
        "  regio Groningen & Noord-Drenthe   og@example.nl  on@example.nl  im@example.nl  am@example.nl  cp@example.nl\n"
        "  regio Fryslân                     og.fryslan@example.nl  on.fryslan@…  im.fryslan@…  am.fryslan@…  cp.fryslan@…\n"
        "  regio Drenthe                     og.drenthe@example.nl  on.drenthe@…  im.drenthe@…  am.drenthe@…  cp.drenthe@…\n"
        "  each with two colleagues: og2@, og3@, og2.fryslan@ …\n"
        "TOTP secret of all: " DEMO_TOTP "\n"
        "  a code:  oathtool --totp -b " DEMO_TOTP);
    printf("Mails lie in %s\n", c->mail_folder);
}

static const struct embedded_file *demo_file(const char *name)
{
    for (size_t i = 0; i < embedded_demo_count; i++)
        if (strcmp(embedded_demo[i].name, name) == 0)
            return &embedded_demo[i];
    return NULL;
}

static bool config_write(const char *dir)
{
    char file[600];
    snprintf(file, sizeof(file), "%s/config.ini", dir);
    FILE *f = fopen(file, "wx");
    if (!f) {
        fprintf(stderr, "srmonitor demo: %s: %s\n", file, strerror(errno));
        return false;
    }
    fputs("; a demo installation: fictitious data, known passwords, loopback only\n"
          "[server]\nlisten = 127.0.0.1:8080\nbase_url = http://127.0.0.1:8080\n\n"
          "[data]\ndatabase = srmonitor.db\nkey_store = sleutels.db\nmaster_key = sleutel\ntmp = tmp\n\n"
          "[mail]\nmethod = map\nfolder = mail\nfrom = monitor@example.nl\nfrom_name = Social Return Monitor (demo)\n",
          f);
    return fclose(f) == 0;
}

static bool folders_make(const char *dir)
{
    static const char *const parts[] = {"", "/mail", "/tmp"};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        char path[600];
        snprintf(path, sizeof(path), "%s%s", dir, parts[i]);
        if (mkdir(path, 0700) != 0 && errno != EEXIST) {
            fprintf(stderr, "srmonitor demo: %s: %s\n", path, strerror(errno));
            return false;
        }
    }
    return true;
}

static enum result regios_make(struct demo *d)
{
    static const struct {
        const char *naam, *suffix, *wsp, *wsp2, *plaats, *identiteit, *telt;
        bool toestemming;
    } table[DEMO_REGIOS] = {
        {"Groningen & Noord-Drenthe", "", "Werkgeversservicepunt Groningen", "Werkgeversservicepunt Noord-Drenthe",
         "Groningen", "naw", "direct", false},
        {"Fryslân", ".fryslan", "Werkgeversservicepunt Fryslân", "Werkgeversservicepunt Fryslân Zuidoost", "Leeuwarden",
         "initialen", "na_goedkeuring", false},
        {"Drenthe", ".drenthe", "Werkgeversservicepunt Drenthe", "Werkgeversservicepunt Drenthe Zuid", "Emmen", "naw",
         "direct", true},
    };
    for (int i = 0; i < DEMO_REGIOS; i++) {
        struct demo_regio *r = &d->regio[i];
        *r = (struct demo_regio){.naam = table[i].naam,
                                 .suffix = table[i].suffix,
                                 .plaats = table[i].plaats,
                                 .initialen = strcmp(table[i].identiteit, "initialen") == 0,
                                 .toestemming = table[i].toestemming};
        struct regio_new n = {.naam = r->naam,
                              .cp_naam = "Coördinator Voorbeeld",
                              .cp_email = arena_printf(d->arena, "socialreturn%s@example.nl", r->suffix),
                              .cp_telefoon = "000 000 00 00",
                              .cp_tijden = "maandag tot en met donderdag van 9 tot 12 uur",
                              .cp_website = "",
                              .identiteit = table[i].identiteit,
                              .telt = table[i].telt,
                              .toestemming = table[i].toestemming};
        TRY(regio_make(d->s, d->arena, &n, d->now, &r->id));
        TRY(regio_cp(d->s, d->arena, r->id, &r->cp));
        TRY(demo_regio_privacy(
            d->s, r->id, "Taak van algemeen belang (artikel 6 lid 1 onder e AVG)",
            "De overheid moet kunnen controleren of een bedrijf zijn afspraak over social return nakomt. Daarvoor moeten wij weten wie er werkt of leert, en hoe lang."));
        struct organisatie_seed wsp = {.soort = "wsp", .naam = table[i].wsp, .regio = r->id, .plaats = r->plaats};
        TRY(organisatie_make(d->s, &wsp, d->now, &r->wsp));
        wsp.naam = table[i].wsp2;
        TRY(organisatie_make(d->s, &wsp, d->now, &r->wsp2));
        const struct embedded_file *csv = demo_file("deventer-2023.csv");
        struct text problems;
        text_init(&problems, 1 << 16);
        enum result ended = csv ? waardering_set_import(d->s, d->arena, r->id, datum_from_ymd(2019, 1, 1),
                                                        (const char *)csv->p, csv->n, d->now, &problems, &r->set)
                                : NOT_FOUND;
        if (ended != OK)
            fprintf(stderr, "bouwblokken: %s", text_c(&problems));
        text_free(&problems);
        TRY(ended);
    }
    return OK;
}

static enum result demo_fill(struct demo *d)
{
    TRY(demo_mark(d->s));
    TRY(regios_make(d));
    const struct embedded_file *og = demo_file("opdrachtgevers.csv");
    if (!og)
        return fail("demo: opdrachtgevers.csv is not in the binary");
    TRY(demo_organisaties(d, (const char *)og->p, og->n));
    TRY(demo_accounts(d));
    TRY(demo_projects(d));
    TRY(demo_pso(d));
    TRY(demo_inhoud(d));
    TRY(demo_kandidaten(d));
    TRY(demo_personen_insert(d->s, d->regio[0].id, datum_plus_days(d->today, -6), (tijdstip){d->now.sec - 6 * 86400}));
    TRY(demo_plannen(d));
    return demo_inkoop(d);
}

/* The sums after the data, in portions so that no transaction grows without bound. */
static enum result sums_make(struct demo *d)
{
    int done;
    do {
        TRY(steward_begin(d->s));
        TRY(steward_end(d->s, project_sums_refresh_due(d->s, d->arena, d->today, 1000, &done)));
    } while (done > 0);
    return OK;
}

int command_demo(int argc, char **argv)
{
    static const char *const none[] = {NULL};
    const char *dir = word(argc, argv, 1, none);
    if (!dir || strlen(dir) > 400) {
        fputs("srmonitor demo DIR\n", stderr);
        return 2;
    }
    if (!process_start() || !folders_make(dir) || !config_write(dir))
        return 1;
    char *option_config = NULL;
    struct arena *a = arena_new();
    option_config = arena_printf(a, "--config=%s/config.ini", dir);
    char *args[] = {argv[0], option_config, NULL};
    struct installation i;
    struct config config;
    int code = 1;
    if (installation_config(2, args, &config) && demo_database(&config) &&
        installation_open_with(&config, OPEN_DATABASE | OPEN_WRITE | OPEN_SEAL, &i)) {
        struct demo d = {.s = i.steward,
                         .seal = i.seal,
                         .config = &i.config,
                         .arena = i.arena,
                         .now = clock_now(),
                         .today = clock_today(),
                         .random = 20260101};
        enum result ended = steward_begin(d.s);
        if (ended == OK)
            ended = steward_end(d.s, demo_fill(&d));
        if (ended == OK)
            ended = sums_make(&d);
        if (ended == OK)
            ended = steward_begin(d.s);
        if (ended == OK)
            ended = steward_end(d.s, demo_steekproeven(&d)); /* drawn by value: after the sums */
        if (ended == OK)
            printf("Demo installation made in %s: %d projects, %d kandidaten.\n", dir, d.n_projects, d.n_kandidaten);
        else
            fprintf(stderr, "srmonitor demo: failed (%s); remove %s before trying again\n", result_name(ended), dir);
        code = ended == OK ? 0 : 1;
        installation_close(&i);
    }
    arena_free(a);
    return code;
}
