/* main.c: looks up the command and runs it. What serving composes stands in commands/serve.c. */
#include <stdio.h>
#include <string.h>

#include "commands/commands.h"

static const struct command commands[] = {
    {"serve", "serve the application",
     "srmonitor serve [--config FILE] [--listen HOST:PORT] [--datum JJJJ-MM-DD [--tijd UU:MM]]\n\n"
     "Serves until SIGTERM or SIGINT. An empty database is set up; one with migrations due is refused (see migrate).\n"
     "--datum sets the clock, to try the life of a project; only on a demo.\n",
     command_serve},
    {"migrate", "bring the database up to date",
     "srmonitor migrate [--config FILE]\n\nRuns the migrations that are due, each in a transaction. Make a backup first.\n",
     command_migrate},
    {"demo", "make a demo installation",
     "srmonitor demo DIR\n\nWrites DIR/config.ini, database, keys and mail folder with fictitious data of three regio's. A demo is only served on loopback.\n",
     command_demo},
    {"regio", "add a regio, load its bouwblokken",
     "srmonitor regio add NAAM --cp-email ADDRESS [--cp-naam TEXT] [--cp-telefoon TEXT] [--cp-tijden TEXT] [--cp-website URL]\n"
     "                    [--identiteit naw|initialen] [--telt direct|na_goedkeuring] [--toestemming] [--wsp NAAM] [--config FILE]\n"
     "srmonitor regio list [--config FILE]\n"
     "srmonitor regio blokken REGIO DATUM FILE [--config FILE]\n\n"
     "add makes the regio, its coordinatiepunt and, with --wsp, a werkgeversservicepunt. blokken reads a bouwblokkenset (CSV) that is in\n"
     "force from DATUM (jjjj-mm-dd): all or nothing, errors by line.\n",
     command_regio},
    {"account", "add the first account of a regio, reset two-factor",
     "srmonitor account add --regio REGIO --email ADDRESS --naam TEXT [--functie TEXT] [--config FILE]\n"
     "srmonitor account reset-2fa ADDRESS [--config FILE]\n\n"
     "add makes an account of the regio's coordinatiepunt, queues its welkomstmail and prints the activation link.\n",
     command_account},
    {"backup", "write a consistent copy of database and key store",
     "srmonitor backup FILE [--config FILE]\n\n"
     "Writes FILE (database) and FILE.sleutels (key store) while the server runs. Restore the database of the backup beside the NEWEST key\n"
     "store: an erased person then stays erased. The master key is not in it: keep it elsewhere.\n",
     command_backup},
    {"check", "check database, audit chain and stored sums",
     "srmonitor check [--config FILE]\n\nIntegrity, foreign keys, the audit chain, and every stored sum recomputed and compared.\n",
     command_check},
    {"audit", "verify the audit chain",
     "srmonitor audit verify [--anker FILE] [--config FILE]\n\nWalks the hash chain; says the first record that does not fit. Holds it against the anchors that are noted every day (audit_anchors in the config),\nand with --anker also against a copy of them kept elsewhere: so records cut off at the end show too.\n",
     command_audit},
    {"key", "rotate the master key",
     "srmonitor key rotate NEWFILE [--config FILE]\n\nWraps every data key with a new master key written to NEWFILE (0600). Stop the server first, then set master_key to NEWFILE.\n",
     command_key},
    {"planner", "the mails of a day: what would go to whom, or send them",
     "srmonitor planner --droog [--datum JJJJ-MM-DD] [--config FILE]\n"
     "srmonitor planner [--datum JJJJ-MM-DD [--tijd UU:MM]] [--config FILE]\n\n"
     "--droog prints the mails that planning up to that day would make (due day, kind, subject, receiver, project) and changes nothing. Without it the\n"
     "work of the day is done once: sums, planning, sending; only while no server runs. With --datum the clock is set to 08:00 (or --tijd) of that day.\n",
     command_planner},
    {"config", "print the settings in force, or the list of keys",
     "srmonitor config [--config FILE]\nsrmonitor config --keys | --example | --routes\n\nSecrets are shown as ***. --routes prints the sheet of pages: method, path, who, object.\n",
     command_config},
};
enum { N_COMMANDS = sizeof(commands) / sizeof(commands[0]) };

static int usage(FILE *to, int code)
{
    fprintf(to, "srmonitor " SRM_VERSION
                ": Social Return Monitor\n\nUsage: srmonitor COMMAND [OPTIONS]; srmonitor COMMAND --help\n\n");
    for (int i = 0; i < N_COMMANDS; i++)
        fprintf(to, "  %-9s %s\n", commands[i].name, commands[i].line);
    return code;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return usage(stderr, 2);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
        return usage(stdout, 0);
    if (strcmp(argv[1], "--version") == 0) {
        puts("srmonitor " SRM_VERSION);
        return 0;
    }
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(argv[1], commands[i].name) == 0) {
            if (option_flag(argc - 1, argv + 1, "--help")) {
                fputs(commands[i].usage, stdout);
                return 0;
            }
            return commands[i].run(argc - 1, argv + 1);
        }
    fprintf(stderr, "srmonitor: no command \"%s\"\n", argv[1]);
    return usage(stderr, 2);
}
