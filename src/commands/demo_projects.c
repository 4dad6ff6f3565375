/* commands/demo_projects.c: 200 projects: each kind, each state: before its start, running, past its end, approved,
 * afgerond. */
#include <string.h>

#include "app/waardering/waardering_rules.h"
#include "commands/demo_make.h"
#include "data/steward.h"

static const struct {
    const char *what, *sector;
} works[] = {
    {"Onderhoud wegen", "bouw"},     {"Schoonmaak gebouwen", "schoonmaak"},
    {"Groenonderhoud", "groen"},     {"Leerlingenvervoer", "vervoer"},
    {"Nieuwbouw school", "bouw"},    {"Renovatie gemeentehuis", "bouw"},
    {"Catering", "horeca"},          {"Werkplekbeheer", "ict"},
    {"Huishoudelijke hulp", "zorg"}, {"Beveiliging", "beveiliging"},
    {"Riolering", "bouw"},           {"Afvalinzameling", "overig"},
};
enum { WORKS = sizeof(works) / sizeof(works[0]), YEAR = 365 };

/* Where a project stands in its life decides its dates. */
static void life_choose(struct demo *d, int nr, struct demo_project *p)
{
    int length = YEAR * (1 + (int)demo_random(d, 4)) - 1;
    int phase = nr % 10;
    int32_t today = d->today.dag;
    if (phase == 0) /* still to begin */
        p->start.dag = today + 20 + (int32_t)demo_random(d, 150);
    else if (phase <= 6) /* running */
        p->start.dag = today - 30 - (int32_t)demo_random(d, (uint32_t)length - 60);
    else /* over: waits, approved or afgerond */
        p->start.dag = today - length - 5 - (int32_t)demo_random(d, 400);
    p->eind = datum_plus_days(p->start, length);
    p->gemaakt_op = tijdstip_at(datum_plus_days(p->start, -40), 10, 15);
    if (p->gemaakt_op.sec > d->now.sec)
        p->gemaakt_op = d->now;
    if (phase >= 8)
        p->goedgekeurd_op = tijdstip_at(datum_plus_days(p->eind, 2), 9, 0);
    if (phase == 9)
        p->afgerond_op = tijdstip_at(datum_plus_days(p->eind, 4), 11, 0);
}

static void agreement_choose(struct demo *d, struct demo_project *p)
{
    static const char *const kinds[] = {"sr_verplichting",         "raamovereenkomst", "sr_verplichting",
                                        "inspanningsverplichting", "sr_verplichting",  "raamovereenkomst"};
    p->afspraak = kinds[demo_random(d, 6)];
    p->bp = (basispunt){500};
    p->waarde = (geld){(int64_t)(200 + demo_random(d, 3800)) * 100000}; /* € 200.000 to € 4.000.000 */
    p->verplichting = (geld){p->waarde.cent / 20};
    if (strcmp(p->afspraak, "inspanningsverplichting") == 0) {
        p->waarde = GELD_GEEN;
        p->verplichting = GELD_GEEN;
        p->bp = BP_GEEN;
    }
}

static enum result perioden_make(struct demo *d, const struct demo_project *p, project_id id)
{
    struct periode_deel delen[DEMO_TEAM * 4];
    size_t n = periode_verdeel(p->start, datum_plus_days(p->eind, 1), p->verplichting, delen,
                               sizeof(delen) / sizeof(delen[0]));
    for (size_t i = 0; i < n; i++) {
        datum eind = datum_plus_days(delen[i].tot, -1);
        bool over = eind.dag + 60 < d->today.dag;
        geld vast = over ? (geld){delen[i].bedrag.cent / 100 * (90 + (int64_t)demo_random(d, 25))} : GELD_GEEN;
        TRY(demo_periode_insert(d->s, id, delen[i].van, eind, delen[i].bedrag, vast,
                                tijdstip_at(datum_plus_days(eind, 20), 9, 0)));
    }
    return OK;
}

static enum result links_make(struct demo *d, const struct demo_og *og, const struct demo_on *on,
                              const struct demo_project *p, project_id id)
{
    const struct demo_regio *r = &d->regio[og->regio];
    int both = og->n_contacts > 1 ? 2 : 1; /* a third colleague sees nothing: linking, not the organisatie, decides */
    for (int i = 0; i < both; i++)
        TRY(demo_link(d->s, id, og->contact[i], p->gemaakt_op));
    for (int i = 0; i < (on->n_contacts > 1 ? 2 : 1); i++)
        TRY(demo_link(d->s, id, on->contact[i], p->gemaakt_op));
    for (int i = 0; i < 2; i++)
        TRY(demo_link(d->s, id, r->am[i], p->gemaakt_op));
    if (p->intermediair.id != 0)
        TRY(demo_link(d->s, id, r->im_user, p->gemaakt_op));
    return OK;
}

static enum result project_make(struct demo *d, int nr)
{
    /* every third project belongs to the teams that can log in, so that each role has a full list */
    const struct demo_og *og = &d->og[demo_random(d, (uint32_t)d->n_og)];
    const struct demo_on *on = &d->on[demo_random(d, DEMO_ON)];
    if (nr % 3 == 0) {
        int own = (nr / 3) % DEMO_REGIOS;
        for (int i = 0; i < d->n_og; i++)
            if (d->og[i].regio == own && d->og[i].n_contacts == DEMO_TEAM)
                og = &d->og[i];
        on = &d->on[own];
    }
    const struct demo_regio *r = &d->regio[og->regio];
    const char *plaats = strncmp(og->naam, "Gemeente ", 9) == 0 ? og->naam + 9 : r->plaats;
    int work = (int)demo_random(d, WORKS);
    struct demo_project p = {.naam = arena_printf(d->arena, "%s %s %03d", works[work].what, plaats, nr + 1),
                             .projectgroep = nr % 7 == 0 ? "Demo-programma" : "",
                             .plaats = plaats,
                             .sector = works[work].sector,
                             .regio = r->id,
                             .opdrachtgever = og->id,
                             .wsp = r->wsp,
                             .opdrachtnemer = on->id,
                             .set = r->set,
                             .verlengbaar = nr % 2 == 0,
                             .maker = og->contact[0],
                             .goedkeurder = r->am[0]};
    if (demo_random(d, 3) == 0)
        p.intermediair = r->im;
    life_choose(d, nr, &p);
    agreement_choose(d, &p);
    if (p.goedgekeurd_op.sec == 0)
        p.goedkeurder.id = 0;
    struct demo_made *made = &d->project[d->n_projects++];
    TRY(demo_project_insert(d->s, &p, &made->id));
    *made = (struct demo_made){.id = made->id,
                               .on = (int)(on - d->on),
                               .regio = og->regio,
                               .start = p.start,
                               .eind = p.eind,
                               .door = on->contact[0],
                               .afgerond = p.afgerond_op.sec != 0};
    if (strcmp(p.afspraak, "raamovereenkomst") == 0)
        TRY(perioden_make(d, &p, made->id));
    steward_audit(d->s, (struct audit_line){.wat = "project.registreren",
                                            .soort = "project",
                                            .rij = made->id.id,
                                            .project = made->id,
                                            .regio = r->id,
                                            .wie = p.maker,
                                            .na = p.naam});
    return links_make(d, og, on, &p, made->id);
}

enum result demo_projects(struct demo *d)
{
    for (int i = 0; i < DEMO_PROJECTS; i++)
        TRY(project_make(d, i));
    return OK;
}
