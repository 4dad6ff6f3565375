/* commands/demo_kosten.c: fictitious social purchasing and activities, so that the report of costs has something to
 * show. */
#include <string.h>

#include "app/waardering/waardering.h"
#include "commands/demo_make.h"
#include "data/steward.h"

/* Blocks of the demo's set; per uur counts hours, the others an amount. */
static const struct {
    const char *soort, *code, *erkenning, *leverancier, *wat;
    bool per_uur;
} kosten[] = {
    {"inkoop", "INK-100", "SW", "Demo Sociaal Werkbedrijf", "Catering door een SW-bedrijf", false},
    {"inkoop", "INK-100", "CSO", "Demo Sociale Onderneming Groen", "Onderhoud van plantsoenen", false},
    {"inkoop", "INK-P2", "PSO2", "Demo Drukwerk B.V.", "Drukwerk", false},
    {"activiteit", "MVO-UUR", NULL, "", "Sollicitatietraining voor werkzoekenden", true},
    {"activiteit", "MVO-UUR", NULL, "", "Rondleiding voor een praktijkschool", true},
};
enum { KINDS = sizeof(kosten) / sizeof(kosten[0]), KOSTEN = 120 };

static bouwblok_id block_of(const struct bouwblokkenset *set, const char *code)
{
    for (size_t i = 0; i < set->n_blokken; i++)
        if (strcmp(set->blokken[i].code, code) == 0)
            return set->blokken[i].id;
    return (bouwblok_id){0};
}

static enum result kosten_make(struct demo *d, int nr, struct bouwblokkenset *const *sets)
{
    const struct demo_made *p = &d->project[demo_random(d, (uint32_t)d->n_projects)];
    int kind = (int)demo_random(d, KINDS), latest = p->eind.dag < d->today.dag ? p->eind.dag : d->today.dag;
    if (latest <= p->start.dag)
        return OK; /* has not begun */
    datum dag = datum_plus_days(p->start, (int32_t)demo_random(d, (uint32_t)(latest - p->start.dag)));
    struct demo_kosten k = {.project = p->id,
                            .soort = kosten[kind].soort,
                            .bouwblok = block_of(sets[p->regio], kosten[kind].code),
                            .dag = dag,
                            .leverancier = kosten[kind].leverancier,
                            .toelichting = kosten[kind].wat,
                            .status = p->afgerond || nr % 5 > 0 ? "goedgekeurd" : "ingediend",
                            .bedrag = GELD_GEEN,
                            .uren = UREN_GEEN,
                            .door = p->door,
                            .nummer = "",
                            .op = tijdstip_at(dag, 16, nr % 60)};
    if (k.op.sec > d->now.sec)
        k.op = d->now;
    if (kosten[kind].per_uur) {
        k.uren = (uren){400 + 100 * (int32_t)demo_random(d, 20)};
    } else {
        k.bedrag = (geld){25000 + 1250 * (int64_t)demo_random(d, 400)};
        k.nummer = arena_printf(d->arena, "DEMO-%04d", nr + 1);
    }
    int64_t versie;
    TRY(demo_kosten_insert(d->s, &k, &versie));
    return kosten[kind].erkenning ? demo_answer(d->s, versie, "erkenning", kosten[kind].erkenning) : OK;
}

enum result demo_inkoop(struct demo *d)
{
    struct bouwblokkenset *sets[DEMO_REGIOS];
    for (int i = 0; i < DEMO_REGIOS; i++)
        TRY(waardering_set_read_steward(d->s, d->arena, d->regio[i].set, &sets[i]));
    for (int i = 0; i < KOSTEN; i++)
        TRY(kosten_make(d, i, sets));
    return OK;
}
