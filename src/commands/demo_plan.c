/* commands/demo_plan.c: plans van aanpak in every state: concept, waiting, to be adjusted, agreed (some after a second
 * version); the largest project has the longest plan. */
#include <string.h>

#include "app/waardering/waardering.h"
#include "commands/demo_make.h"
#include "commands/demo_plan_store.h"
#include "data/steward.h"

/* What a plan is made of; the first four are in every plan, all in that of the largest project. */
static const struct {
    const char *code;
    int64_t personen, maanden;
    int uren, aantal;
    int64_t deel;
} lijnen[] = {
    {"PW-LANG", 1, 12, 3200, 0, 0}, {"BBL-12", 1, 12, 0, 0, 0},     {"INK-100", 0, 0, 0, 0, 10},
    {"MVO-UUR", 0, 0, 0, 4000, 0},  {"PW-KORT", 2, 12, 3600, 0, 0}, {"WIA-WAO", 1, 12, 2400, 0, 0},
    {"WW-LANG", 2, 6, 3600, 0, 0},  {"BOL-34", 2, 5, 0, 0, 0},      {"NUG", 1, 12, 2400, 0, 0},
    {"VSO-STAGE", 2, 3, 0, 0, 0},   {"INK-P3", 0, 0, 0, 0, 8},      {"MVO-FACT", 0, 0, 0, 0, 4},
};
enum { LIJNEN = sizeof(lijnen) / sizeof(lijnen[0]), USUAL = 4 };

static enum result lijnen_make(struct demo *d, plan_id plan, const struct demo_plan_project *p,
                               const struct bouwblokkenset *set, bool whole)
{
    int nr = 0;
    for (int i = 0; i < (whole ? LIJNEN : USUAL); i++) {
        const struct bouwblok *b = blok_find_code(set, lijnen[i].code);
        int64_t verplichting = geld_is_none(p->verplichting) ? 5000000 : p->verplichting.cent;
        if (!b)
            continue;
        struct demo_plan_regel r = {.blok = b->id,
                                    .personen = lijnen[i].personen,
                                    .maanden = lijnen[i].maanden,
                                    .week = lijnen[i].uren ? (uren){lijnen[i].uren} : UREN_GEEN,
                                    .aantal = lijnen[i].aantal ? (uren){lijnen[i].aantal} : UREN_GEEN,
                                    .bedrag = lijnen[i].deel ? (geld){verplichting * lijnen[i].deel / 10000 * 100}
                                                             : GELD_GEEN};
        TRY(demo_plan_regel_insert(d->s, plan, ++nr, &r));
    }
    TRY(demo_plan_doelgroep_insert(d->s, plan, "pw_lang", whole ? 3 : 1));
    return demo_plan_doelgroep_insert(d->s, plan, "bbl", 1);
}

static enum result version_make(struct demo *d, const struct demo_plan_project *p, int64_t nr, const char *status,
                                bool whole)
{
    struct bouwblokkenset *set;
    plan_id id;
    bool assessed = strcmp(status, "akkoord") == 0 || strcmp(status, "aanpassen") == 0;
    struct demo_plan plan = {.project = p->id,
                             .nr = nr,
                             .status = status,
                             .werkzaamheden = "Onderhoud, schoonmaak en administratie op de locaties van de opdracht.",
                             .toelichting = "Het drukwerk en de lunches komen van een sociale onderneming in de regio.",
                             .opmerkingen = "",
                             .prestatieafspraken = "",
                             .termijn = DATUM_GEEN,
                             .door = p->on,
                             .op = tijdstip_at(datum_plus_days(p->start, -20 + 7 * (int32_t)nr), 11, 5)};
    if (plan.op.sec > d->now.sec - 4 * 86400)
        plan.op.sec = d->now.sec - (6 - 3 * (nr > 1)) * 86400;
    if (assessed)
        plan.beoordelaar = p->am;
    if (strcmp(status, "aanpassen") == 0)
        plan.opmerkingen =
            "Geef aan op welke locatie de leerwerkplekken zijn, en zet meer in op kandidaten uit de Participatiewet.";
    if (strcmp(status, "akkoord") == 0) {
        plan.prestatieafspraken =
            "Binnen 3 maanden na de start is de eerste kandidaat geplaatst.\nHalverwege de looptijd is de helft van de SR verplichting gerealiseerd.";
        plan.termijn = datum_plus_days(p->start, (p->eind.dag - p->start.dag) / 2);
    }
    TRY(demo_plan_insert(d->s, &plan, &id));
    TRY(waardering_set_read_steward(d->s, d->arena, p->set, &set));
    if (strcmp(status, "concept") != 0)
        TRY(steward_audit(d->s, (struct audit_line){.wat = "plan.indienen",
                                                    .soort = "plan",
                                                    .rij = id.id,
                                                    .project = p->id,
                                                    .wie = p->on,
                                                    .na = arena_printf(d->arena, "versie %lld", (long long)nr)}));
    return lijnen_make(d, id, p, set, whole);
}

enum result demo_plannen(struct demo *d)
{
    size_t n;
    struct demo_plan_project *list;
    TRY(demo_plan_projects(d->s, d->arena, &n, &list));
    for (size_t i = 0; i < n; i++) {
        const struct demo_plan_project *p = &list[i];
        bool seen = i > 0 && p->id.id == list[0].id.id;
        bool whole = i < 2;
        for (size_t k = 1; !seen && k < i; k++)
            seen = list[k].id.id == p->id.id;
        size_t state = whole || p->afgerond ? 3 : i % 6;
        if (seen || p->on.id == 0 || p->am.id == 0 || state == 5)
            continue; /* some have none yet */
        if (state == 1 || state == 3)
            TRY(version_make(d, p, 1, "aanpassen", whole));
        static const char *const last[] = {"akkoord", "ingediend", "aanpassen", "akkoord", "concept"};
        TRY(version_make(d, p, state == 1 || state == 3 ? 2 : 1, last[state], whole));
    }
    return OK;
}
