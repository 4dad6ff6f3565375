/* commands/demo_steekproef.c: two steekproeven of the first regio: one that is closed, and one that runs and of which
 * something was answered, seen and judged. Their seeds are hashes of a fixed text. */
#include <string.h>

#include "app/steekproef/steekproef_rules.h"
#include "commands/demo_make.h"
#include "commands/demo_steekproef_store.h"
#include "data/steward.h"

enum { OPEN_DAGEN = 9, OPEN_TERMIJN = 21, DICHT_DAGEN = 120, BEOORDEELD_DAGEN = 100 };

static const struct {
    const char *antwoord, *gezien, *uitkomst, *opmerking, *vervolg;
} closed_items[] =
    {
        {"Op kantoor, na afspraak.", "overeenkomst", "akkoord", NULL, NULL},
        {"Op kantoor, na afspraak.", "overeenkomst", "niet_akkoord",
         "Op de overeenkomst staan minder uren dan er zijn ingevoerd.", "correctie_gevraagd"},
        {"In een videogesprek.", "overeenkomst", "akkoord", NULL, NULL},
        {NULL, NULL, "niet_getoond", "Geen antwoord, ook niet na een herinnering.", "geen"},
},
  open_items[] = {
      {"Op kantoor, elke dinsdag en donderdag. Vraag naar personeelszaken.", "overeenkomst", "akkoord", NULL, NULL},
      {"Op kantoor, elke dinsdag en donderdag. Vraag naar personeelszaken.", "overeenkomst", NULL, NULL, NULL},
      {"In een videogesprek.", NULL, NULL, NULL, NULL},
      {NULL, NULL, NULL, NULL, NULL},
      {NULL, NULL, NULL, NULL, NULL},
};

static enum result item_make(struct demo *d, const struct demo_steekproef *p, steekproef_id id, int64_t nr,
                             inzet_id inzet, bool is_open)
{
    steekproef_item_id made;
    size_t at = (size_t)nr - 1;
    datum seen = tijdstip_to_datum(is_open ? (tijdstip){d->now.sec - 2 * 86400} : (tijdstip){p->op.sec + 12 * 86400});
    const char *gezien = is_open ? open_items[at].gezien : closed_items[at].gezien;
    struct demo_item i = {.inzet = inzet,
                          .nr = nr,
                          .antwoord = is_open ? open_items[at].antwoord : closed_items[at].antwoord,
                          .uitkomst = is_open ? open_items[at].uitkomst : closed_items[at].uitkomst,
                          .opmerking = is_open ? NULL : closed_items[at].opmerking,
                          .vervolg = is_open ? NULL : closed_items[at].vervolg,
                          .door = p->door,
                          .antwoord_op = {p->op.sec + 3 * 86400},
                          .beoordeeld_op = tijdstip_at(seen, 15, 30)};
    TRY(demo_item_insert(d->s, id, &i, &made));
    return gezien ? demo_gezien_insert(d->s, made, gezien, seen, p->door) : OK;
}

static enum result steekproef_make(struct demo *d, struct demo_steekproef *p, gebruiker_id am, organisatie_id on,
                                   size_t omvang, bool is_open)
{
    size_t n, drawn[STEEKPROEF_MOST];
    struct trekbaar *rows;
    char zaad[ZAAD_TEKST], sha[SHA256_TEKST];
    steekproef_id id;
    TRY(demo_populatie(d->s, d->arena, p->regio, am, on, d->today, &n, &rows, &p->cent));
    if (n < omvang)
        return OK; /* too little to draw from: the demo of another day */
    sha256_text(p->filter, strlen(p->filter), zaad);
    p->populatie = populatie_text(d->arena, rows, n);
    sha256_text(p->populatie, strlen(p->populatie), sha);
    p->zaad = zaad;
    p->sha256 = sha;
    p->aantal = (int64_t)n;
    p->omvang = (int64_t)omvang;
    if (!steekproef_trek(zaad, strcmp(p->weging, "waarde") == 0, rows, n, omvang, drawn))
        return fail("demo: the steekproef cannot be drawn");
    TRY(demo_steekproef_insert(d->s, p, &id));
    for (size_t i = 0; i < omvang; i++) {
        inzet_id inzet = {rows[drawn[i]].inzet};
        char file[SHA256_TEKST];
        TRY(item_make(d, p, id, (int64_t)i + 1, inzet, is_open));
        sha256_text(&inzet, sizeof(inzet), file);
        if (i == 1 || i == 2)
            TRY(demo_bewijs_insert(d->s, inzet, "overeenkomst", datum_plus_days(tijdstip_to_datum(p->op), -60), file,
                                   (tijdstip){p->op.sec - 30 * 86400}));
    }
    return demo_steekproef_audit(d->s, d->arena, id, p->door, p->regio);
}

enum result demo_steekproeven(struct demo *d)
{
    const struct demo_regio *r = &d->regio[0];
    struct demo_steekproef closed = {
        .regio = r->id,
        .door = r->am[1],
        .filter = "lopende projecten van de accountmanager; soort: Kandidaat; status: ingediend of goedgekeurd",
        .weging = "gelijk",
        .gevraagd = "4",
        .toelichting = "",
        .conclusie =
            "Twee van de vier in orde, bij één is een correctie gevraagd. Over een half jaar trekken wij opnieuw.",
        .deadline = datum_plus_days(d->today, -BEOORDEELD_DAGEN),
        .op = tijdstip_at(datum_plus_days(d->today, -DICHT_DAGEN), 10, 15),
        .gesloten_op = tijdstip_at(datum_plus_days(d->today, 1 - BEOORDEELD_DAGEN), 16, 0)};
    struct demo_steekproef open = {
        .regio = r->id,
        .door = r->am[0],
        .filter = arena_printf(
            d->arena,
            "lopende projecten van de accountmanager; soort: Kandidaat; opdrachtnemer: %s; status: ingediend of goedgekeurd",
            d->on[0].naam),
        .weging = "waarde",
        .gevraagd = "5",
        .toelichting = "Wij komen langs, of u laat het bewijs zien in een videogesprek.",
        .conclusie = "",
        .deadline = datum_plus_days(d->today, OPEN_TERMIJN - OPEN_DAGEN),
        .op = tijdstip_at(datum_plus_days(d->today, -OPEN_DAGEN), 9, 40)};
    TRY(steekproef_make(d, &closed, r->am[1], (organisatie_id){0}, sizeof(closed_items) / sizeof(closed_items[0]),
                        false));
    return steekproef_make(d, &open, r->am[0], d->on[0].id, sizeof(open_items) / sizeof(open_items[0]), true);
}
