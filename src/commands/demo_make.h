/* commands/demo_make.h: the parts of the demo's data. All draw from one generator with a fixed seed. */
#ifndef COMMANDS_DEMO_MAKE_H
#define COMMANDS_DEMO_MAKE_H

#include "commands/demo_store.h"
#include "commands/regio_store.h"
#include "core/config.h"

struct seal;

enum {
    DEMO_REGIOS = 3,
    DEMO_OG = 60,
    DEMO_ON = 60,
    DEMO_IM = 6,
    DEMO_PROJECTS = 200,
    DEMO_KANDIDATEN = 1000,
    DEMO_TEAM = 3
};

struct demo_regio {
    regio_id id;
    const char *naam, *suffix, *plaats;
    bool initialen, toestemming;
    organisatie_id cp, wsp, wsp2, im;
    bouwblokkenset_id set;
    gebruiker_id am[DEMO_TEAM], im_user;
    int og_from, og_until; /* its opdrachtgevers in demo.og */
};
struct demo_og {
    organisatie_id id;
    int regio;
    const char *naam;
    gebruiker_id contact[DEMO_TEAM];
    int n_contacts;
};
struct demo_on {
    organisatie_id id;
    const char *naam;
    int regio;
    gebruiker_id contact[DEMO_TEAM];
    int n_contacts;
};
struct demo_made {
    project_id id;
    int on, regio;
    datum start, eind;
    gebruiker_id door;
    bool afgerond;
};

struct demo {
    struct steward *s;
    struct seal *seal;
    const struct config *config;
    struct arena *arena;
    tijdstip now;
    datum today;
    uint32_t random;
    char hash[128]; /* of the password of all accounts */
    struct demo_regio regio[DEMO_REGIOS];
    struct demo_og og[DEMO_OG];
    int n_og;
    struct demo_on on[DEMO_ON];
    struct demo_made project[DEMO_PROJECTS];
    int n_projects, n_kandidaten;
};

uint32_t demo_random(struct demo *d, uint32_t below);
bool demo_database(const struct config *c); /* an empty, migrated database */
MUST enum result demo_organisaties(struct demo *d, const char *csv, size_t n);
MUST enum result demo_accounts(struct demo *d);
MUST enum result demo_projects(struct demo *d);
MUST enum result demo_pso(struct demo *d);    /* after demo_accounts */
MUST enum result demo_inhoud(struct demo *d); /* after demo_accounts */
MUST enum result demo_kandidaten(struct demo *d);
MUST enum result
demo_inkoop(struct demo *d); /* purchasing and activities, the latest of all: what was drawn before stays */
MUST enum result demo_steekproeven(struct demo *d); /* after the sums */
MUST enum result demo_plannen(struct demo *d);      /* a plan van aanpak for the teams' projects, and for the largest */

#endif
