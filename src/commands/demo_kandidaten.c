/* commands/demo_kandidaten.c: 1,000 fictitious kandidaten with an overeenkomst each, sealed as real ones are. */
#include <string.h>

#include "app/verantwoording/kandidaat_rules.h"
#include "app/verantwoording/verantwoording.h"
#include "app/waardering/waardering.h"
#include "commands/demo_make.h"
#include "data/seal.h"
#include "data/steward.h"

/* Blocks of the demo's set with the answers that meet their conditions. */
static const struct {
    const char *code, *overeenkomst, *attribuut, *waarde;
    int uren;
    bool cap_veld;
} kinds[] = {
    {"PW-KORT", "werk", "uitkering_mnd", "14", 3600, false},
    {"PW-LANG", "werk", "uitkering_mnd", "38", 3200, false},
    {"WW-KORT", "werk", "uitkering_mnd", "7", 3600, false},
    {"WW-LANG", "detachering", "uitkering_mnd", "18", 2400, false},
    {"WAJONG", "werk", "register", "ja", 2000, false},
    {"WIA-WAO", "werk", NULL, NULL, 2400, false},
    {"WEP", "werkervaringsplek", NULL, NULL, 2400, false},
    {"BBL-12", "leer-werk", "niveau", "2", 3200, true},
    {"BOL-34", "stage", "niveau", "3", 2400, false},
    {"NUG", "werk", NULL, NULL, 3600, false},
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static enum result seal_part(struct demo *d, int64_t key, const char *what, const char *plain, struct blob *out)
{
    return seal_text(d->seal, key, what, 0, plain, d->arena, out);
}

static enum result person_make(struct demo *d, int nr, const struct demo_made *p, datum start, datum geboren,
                               kandidaat_id *out)
{
    const struct demo_regio *r = &d->regio[p->regio];
    char iso[11];
    datum_to_iso(geboren, iso);
    const char *naam = arena_printf(d->arena, "Testpersoon Voorbeeld-%04d", nr + 1), *initialen = "T.V.";
    struct demo_kandidaat k = {.opdrachtnemer = d->on[p->on].id,
                               .klasse = kandidaat_leeftijdsklasse(geboren, start),
                               .geinformeerd = datum_plus_days(start, -7),
                               .toestemming = r->toestemming ? datum_plus_days(start, -7) : DATUM_GEEN,
                               .door = p->door,
                               .op = tijdstip_at(datum_plus_days(start, -1), 14, nr % 60)};
    if (k.op.sec > d->now.sec)
        k.op = d->now;
    if (k.geinformeerd.dag > d->today.dag)
        k.geinformeerd = d->today;
    TRY(seal_key_new(d->seal, &k.sleutel));
    TRY(seal_part(d, k.sleutel, "kandidaat.geboortedatum", iso, &k.geboortedatum));
    TRY(seal_part(d, k.sleutel, "kandidaat.initialen", initialen, &k.initialen));
    if (!r->initialen) {
        TRY(seal_part(d, k.sleutel, "kandidaat.naam", naam, &k.naam));
        TRY(seal_part(d, k.sleutel, "kandidaat.adres", arena_printf(d->arena, "Voorbeeldstraat %d", nr + 1), &k.adres));
        TRY(seal_part(d, k.sleutel, "kandidaat.postcode", "9999 ZZ", &k.postcode));
        TRY(seal_part(d, k.sleutel, "kandidaat.plaats", r->plaats, &k.plaats));
    }
    k.zoek = kandidaat_zoek(d->seal, d->arena, r->initialen ? initialen : naam, geboren);
    return demo_kandidaat_insert(d->s, &k, out);
}

static bouwblok_id block_of(const struct bouwblokkenset *set, const char *code)
{
    for (size_t i = 0; i < set->n_blokken; i++)
        if (strcmp(set->blokken[i].code, code) == 0)
            return set->blokken[i].id;
    return (bouwblok_id){0};
}

static void status_choose(struct demo *d, const struct demo_made *p, struct demo_inzet *i)
{
    uint32_t draw = demo_random(d, 20);
    i->status = p->afgerond || draw < 14 ? "goedgekeurd" : draw < 19 ? "ingediend" : "teruggestuurd";
    i->reden = strcmp(i->status, "teruggestuurd") == 0 ? "De einddatum klopt niet met de overeenkomst." : "";
}

static enum result kandidaat_make(struct demo *d, int nr, struct bouwblokkenset *const *sets)
{
    const struct demo_made *p = &d->project[demo_random(d, (uint32_t)d->n_projects)];
    const struct bouwblokkenset *set = sets[p->regio];
    int kind = (int)demo_random(d, KINDS);
    int32_t days = p->eind.dag - p->start.dag;
    datum start = datum_plus_days(p->start, (int32_t)demo_random(d, (uint32_t)(days > 200 ? days - 180 : 1)));
    datum eind = datum_plus_days(start, 120 + (int32_t)demo_random(d, 420));
    if (eind.dag > p->eind.dag)
        eind = p->eind;
    datum geboren = datum_plus_days(start, -(int32_t)(18 * 366 + (int32_t)demo_random(d, 42 * 365)));
    kandidaat_id who;
    TRY(person_make(d, nr, p, start, geboren, &who));
    static const char *const work[] = {"Medewerker groen",          "Schoonmaker", "Grondwerker", "Magazijnmedewerker",
                                       "Administratief medewerker", "Chauffeur"};
    struct demo_inzet i = {.project = p->id,
                           .kandidaat = who,
                           .bouwblok = block_of(set, kinds[kind].code),
                           .overeenkomst = kinds[kind].overeenkomst,
                           .functie = work[demo_random(d, 6)],
                           .start = start,
                           .eind = eind,
                           .cap_eind = kinds[kind].cap_veld ? eind : DATUM_GEEN,
                           .week = {kinds[kind].uren},
                           .later_vanaf = DATUM_GEEN,
                           .door = p->door,
                           .op = tijdstip_at(start, 15, nr % 60)};
    if (i.op.sec > d->now.sec)
        i.op = d->now;
    if (nr % 12 == 0 && eind.dag - start.dag > 90) {
        i.later_vanaf = datum_plus_days(start, 60);
        i.later = (uren){1600};
    }
    status_choose(d, p, &i);
    int64_t versie;
    TRY(demo_inzet_insert(d->s, &i, &versie));
    if (kinds[kind].attribuut)
        TRY(demo_answer(d->s, versie, kinds[kind].attribuut, kinds[kind].waarde));
    if (nr % 9 == 0)
        TRY(demo_answer(d->s, versie, "contractvorm", "vast"));
    TRY(demo_answer(d->s, versie, "leeftijd", arena_printf(d->arena, "%d", kandidaat_leeftijd(geboren, start))));
    d->n_kandidaten++;
    return OK;
}

enum result demo_kandidaten(struct demo *d)
{
    struct bouwblokkenset *sets[DEMO_REGIOS];
    for (int i = 0; i < DEMO_REGIOS; i++)
        TRY(waardering_set_read_steward(d->s, d->arena, d->regio[i].set, &sets[i]));
    for (int i = 0; i < DEMO_KANDIDATEN; i++)
        TRY(kandidaat_make(d, i, sets));
    return OK;
}
