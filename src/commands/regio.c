/* commands/regio.c: a regio, its coordinatiepunt and werkgeversservicepunt, its bouwblokken; the first account of a
 * regio. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/account/account.h"
#include "app/waardering/waardering.h"
#include "commands/commands.h"
#include "commands/regio_store.h"
#include "core/clock.h"
#include "data/steward.h"

static const char *const regio_values[] = {"--cp-email",   "--cp-naam", "--cp-telefoon", "--cp-tijden", "--cp-website",
                                           "--identiteit", "--telt",    "--wsp",         NULL};
static const char *const account_values[] = {"--regio", "--email", "--naam", "--functie", NULL};

static int wrong(const char *what)
{
    fprintf(stderr, "srmonitor: %s\n", what);
    return 2;
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

static bool one_of(const char *s, const char *a, const char *b)
{
    return strcmp(s, a) == 0 || strcmp(s, b) == 0;
}

static int regio_add(int argc, char **argv)
{
    char email[255];
    struct regio_new n = {
        .naam = word(argc, argv, 2, regio_values),
        .cp_naam = or_empty(option(argc, argv, "--cp-naam")),
        .cp_telefoon = or_empty(option(argc, argv, "--cp-telefoon")),
        .cp_tijden = or_empty(option(argc, argv, "--cp-tijden")),
        .cp_website = or_empty(option(argc, argv, "--cp-website")),
        .identiteit = option(argc, argv, "--identiteit") ? option(argc, argv, "--identiteit") : "naw",
        .telt = option(argc, argv, "--telt") ? option(argc, argv, "--telt") : "direct",
        .toestemming = option_flag(argc, argv, "--toestemming"),
        .wsp = option(argc, argv, "--wsp"),
    };
    const char *typed = option(argc, argv, "--cp-email");
    if (!n.naam || !typed || !email_parse(typed, email, sizeof(email)))
        return wrong("regio add NAAM --cp-email ADDRESS: a name and a valid address are needed");
    if (!one_of(n.identiteit, "naw", "initialen") || !one_of(n.telt, "direct", "na_goedkeuring"))
        return wrong("--identiteit is naw or initialen; --telt is direct or na_goedkeuring");
    n.cp_email = email;
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_WRITE, &i))
        return 1;
    regio_id id;
    enum result ended = steward_begin(i.steward);
    if (ended == OK)
        ended = steward_end(i.steward, regio_make(i.steward, i.arena, &n, clock_now(), &id));
    installation_close(&i);
    if (ended != OK) {
        fprintf(stderr, "srmonitor: not added (%s); is there a regio of that name already?\n", result_name(ended));
        return 1;
    }
    printf("Regio %lld: %s\n", (long long)id.id, n.naam);
    return 0;
}

static int regio_list(int argc, char **argv)
{
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE, &i))
        return 1;
    size_t n;
    struct regio_row *rows;
    enum result ended = regio_all(i.steward, i.arena, &n, &rows);
    for (size_t k = 0; ended == OK && k < n; k++)
        printf("%lld\t%s\t%s\n", (long long)rows[k].id.id, rows[k].naam,
               rows[k].set ? rows[k].set : "no bouwblokken yet");
    installation_close(&i);
    return ended == OK ? 0 : 1;
}

/* A whole file of at most 4 MiB in the arena; NULL (said) when it cannot be read. */
static char *file_read(struct arena *a, const char *file, size_t *n)
{
    FILE *f = fopen(file, "rb");
    if (!f) {
        fprintf(stderr, "srmonitor: %s cannot be read\n", file);
        return NULL;
    }
    size_t room = (size_t)4 << 20;
    char *p = arena_alloc(a, room + 1);
    *n = fread(p, 1, room + 1, f);
    bool bad = ferror(f) != 0 || *n > room;
    fclose(f);
    if (bad)
        fprintf(stderr, "srmonitor: %s is larger than 4 MiB or cannot be read\n", file);
    return bad ? NULL : p;
}

static int regio_blokken(int argc, char **argv)
{
    const char *naam = word(argc, argv, 2, regio_values), *dag = word(argc, argv, 3, regio_values),
               *file = word(argc, argv, 4, regio_values);
    datum van = dag ? datum_from_iso(dag) : DATUM_GEEN;
    if (!naam || !file || datum_is_none(van))
        return wrong("regio blokken REGIO DATUM FILE: DATUM as jjjj-mm-dd");
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_WRITE, &i))
        return 1;
    struct text problems;
    text_init(&problems, 1 << 20);
    size_t n;
    regio_id regio;
    bouwblokkenset_id set;
    enum result ended = regio_find(i.steward, i.arena, naam, &regio);
    if (ended == OK)
        ended = steward_begin(i.steward);
    if (ended != OK)
        text_printf(&problems, "There is no regio \"%s\".\n", naam);
    const char *csv = ended == OK ? file_read(i.arena, file, &n) : NULL;
    if (ended == OK)
        ended = steward_end(
            i.steward, csv ? waardering_set_import(i.steward, i.arena, regio, van, csv, n, clock_now(), &problems, &set)
                           : INVALID);
    if (ended != OK)
        fprintf(stderr, "%sNothing was loaded (%s).\n", text_c(&problems), result_name(ended));
    else
        printf("Loaded: set %lld of %s, in force from %s.\n", (long long)set.id, naam, dag);
    text_free(&problems);
    installation_close(&i);
    return ended == OK ? 0 : 1;
}

int command_regio(int argc, char **argv)
{
    const char *verb = word(argc, argv, 1, regio_values);
    if (verb && strcmp(verb, "add") == 0)
        return regio_add(argc, argv);
    if (verb && strcmp(verb, "list") == 0)
        return regio_list(argc, argv);
    if (verb && strcmp(verb, "blokken") == 0)
        return regio_blokken(argc, argv);
    return wrong("regio add, regio list or regio blokken; see srmonitor regio --help");
}

static int account_new(int argc, char **argv)
{
    const char *regio_naam = option(argc, argv, "--regio"), *typed = option(argc, argv, "--email"),
               *naam = option(argc, argv, "--naam");
    char email[255];
    if (!regio_naam || !typed || !naam || !email_parse(typed, email, sizeof(email)))
        return wrong(
            "account add --regio REGIO --email ADDRESS --naam TEXT: all three are needed, with a valid address");
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_WRITE | OPEN_SEAL, &i))
        return 1;
    regio_id regio;
    organisatie_id cp;
    gebruiker_id made;
    const char *link = NULL;
    enum result ended = regio_find(i.steward, i.arena, regio_naam, &regio);
    if (ended == OK)
        ended = regio_cp(i.steward, i.arena, regio, &cp);
    if (ended == OK)
        ended = steward_begin(i.steward);
    if (ended == OK) {
        struct account_seed who = {.organisatie = cp,
                                   .email = email,
                                   .naam = naam,
                                   .functie = or_empty(option(argc, argv, "--functie")),
                                   .telefoon = ""};
        ended =
            steward_end(i.steward, account_add(i.steward, i.seal, &i.config, i.arena, &who, clock_now(), &made, &link));
    }
    if (ended == OK)
        printf("Account made for %s. A welkomstmail is queued; the link is also:\n%s\n", email,
               link ? link : "(already active)");
    else
        fprintf(stderr, "srmonitor: no account made (%s): does the regio exist, is the address new?\n",
                result_name(ended));
    installation_close(&i);
    return ended == OK ? 0 : 1;
}

static int account_2fa(int argc, char **argv)
{
    const char *email = word(argc, argv, 2, account_values);
    if (!email)
        return wrong("account reset-2fa ADDRESS");
    struct installation i;
    if (!installation_open(argc, argv, OPEN_DATABASE | OPEN_WRITE, &i))
        return 1;
    enum result ended = steward_begin(i.steward);
    if (ended == OK)
        ended = steward_end(i.steward, account_reset_2fa(i.steward, &i.config, i.arena, email, clock_now()));
    installation_close(&i);
    if (ended != OK) {
        fprintf(stderr, "srmonitor: not reset (%s); is the address right?\n", result_name(ended));
        return 1;
    }
    puts("Two-factor is reset, all sessions are ended. The user sets it up again through Wachtwoord vergeten.");
    return 0;
}

int command_account(int argc, char **argv)
{
    const char *verb = word(argc, argv, 1, account_values);
    if (verb && strcmp(verb, "add") == 0)
        return account_new(argc, argv);
    if (verb && strcmp(verb, "reset-2fa") == 0)
        return account_2fa(argc, argv);
    return wrong("account add or account reset-2fa; see srmonitor account --help");
}
