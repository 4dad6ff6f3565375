/* commands/demo_plan_store.h: plans van aanpak of the demo, written past the room because they lie in the past. */
#ifndef COMMANDS_DEMO_PLAN_STORE_H
#define COMMANDS_DEMO_PLAN_STORE_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"

struct steward;

struct demo_plan {
    project_id project;
    int64_t nr;
    const char *status, *opmerkingen, *prestatieafspraken, *werkzaamheden, *toelichting;
    datum termijn;
    gebruiker_id door, beoordelaar; /* beoordelaar 0 = not assessed */
    tijdstip op;
};
struct demo_plan_regel {
    bouwblok_id blok;
    int64_t personen, maanden;
    uren week, aantal;
    geld bedrag;
};

MUST enum result demo_plan_insert(struct steward *s, const struct demo_plan *p, plan_id *out);
MUST enum result demo_plan_regel_insert(struct steward *s, plan_id plan, int nr, const struct demo_plan_regel *r);
MUST enum result demo_plan_doelgroep_insert(struct steward *s, plan_id plan, const char *doelgroep, int64_t aantal);
struct demo_plan_project {
    project_id id;
    geld verplichting;
    bool afgerond;
    datum start, eind;
    gebruiker_id on, am;
    bouwblokkenset_id set;
};
enum { DEMO_PLANS_MOST = 100 };
/* Projects of the teams that can log in, the one with the greatest obligation first, then the one with most inzet. */
MUST enum result demo_plan_projects(struct steward *s, struct arena *a, size_t *n, struct demo_plan_project **out);

#endif
