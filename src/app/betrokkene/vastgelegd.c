#include "app/betrokkene/vastgelegd.h"

#include "app/labels.h"

enum { INZET_MOST = 100, VERSIES_MOST = 50, DELEN_MOST = 40, LEZINGEN_MOST = 500 };

static enum result versie_delen(const struct vastgelegd_bron *b, struct arena *a, int64_t row,
                                struct vastgelegd_versie *v)
{
    v->uren = ARENA_ARRAY(a, struct vastgelegd_uren, DELEN_MOST);
    v->antwoorden = ARENA_ARRAY(a, struct answer, DELEN_MOST);
    struct query u CLEAN = b->ask(b, a, VRAAG_UREN, row);
    while (v->n_uren < DELEN_MOST && next_row(&u))
        v->uren[v->n_uren++] = (struct vastgelegd_uren){row_datum(&u, "vanaf"), row_uren(&u, "uren")};
    TRY(query_result(&u));
    struct query w CLEAN = b->ask(b, a, VRAAG_ANTWOORDEN, row);
    while (v->n_antwoorden < DELEN_MOST && next_row(&w))
        v->antwoorden[v->n_antwoorden++] = (struct answer){row_text(&w, "vraag"), row_text(&w, "waarde")};
    return query_result(&w);
}

static enum result versies_read(const struct vastgelegd_bron *b, struct arena *a, struct vastgelegd_inzet *i)
{
    i->versies = ARENA_ARRAY(a, struct vastgelegd_versie, VERSIES_MOST);
    struct query q CLEAN = b->ask(b, a, VRAAG_VERSIES, i->id.id);
    while (i->n_versies < VERSIES_MOST && next_row(&q)) {
        struct vastgelegd_versie *v = &i->versies[i->n_versies++];
        *v = (struct vastgelegd_versie){.nr = row_int(&q, "versie"),
                                        .op = row_tijdstip(&q, "op"),
                                        .blok = row_text(&q, "label"),
                                        .overeenkomst = row_text_or(&q, "overeenkomst", ""),
                                        .functie = row_text_or(&q, "functie", ""),
                                        .toelichting = row_text_or(&q, "toelichting", ""),
                                        .reden = row_text_or(&q, "reden", ""),
                                        .wie = row_text_or(&q, "wie", ""),
                                        .start = row_datum(&q, "start"),
                                        .eind = row_datum(&q, "eind"),
                                        .uit_dienst = row_datum(&q, "uit_dienst")};
        TRY(versie_delen(b, a, row_int(&q, "id"), v));
    }
    return query_result(&q);
}

/* Where an inzet of this person was drawn in a steekproef, and what evidence was registered. */
static enum result controles_read(const struct vastgelegd_bron *b, struct arena *a, kandidaat_id who,
                                  struct vastgelegd *out)
{
    out->controles = ARENA_ARRAY(a, struct vastgelegd_controle, LEZINGEN_MOST);
    struct query q CLEAN = b->ask(b, a, VRAAG_CONTROLES, who.id);
    while (out->n_controles < LEZINGEN_MOST && next_row(&q))
        out->controles[out->n_controles++] = (struct vastgelegd_controle){row_id(&q, "inzet_id", inzet_id),
                                                                          row_tijdstip(&q, "op"),
                                                                          row_text(&q, "wat"),
                                                                          row_text(&q, "gezien"),
                                                                          label_uitkomst(row_text(&q, "uitkomst")),
                                                                          row_text(&q, "opmerking"),
                                                                          row_text(&q, "antwoord"),
                                                                          row_text(&q, "sha256")};
    return query_result(&q);
}

enum result vastgelegd_fill(const struct vastgelegd_bron *b, struct arena *a, kandidaat_id who, struct vastgelegd *out)
{
    {
        struct query q CLEAN = b->ask(b, a, VRAAG_WIE, who.id);
        TRY(one_row(&q));
        *out = (struct vastgelegd){.id = who,
                                   .opdrachtnemer = row_text(&q, "naam"),
                                   .klasse = row_text(&q, "leeftijdsklasse"),
                                   .regio = row_text(&q, "regio"),
                                   .grondslag = row_text_or(&q, "grondslag", ""),
                                   .privacytekst = row_text_or(&q, "privacytekst", ""),
                                   .bewaar_jaren = row_int(&q, "bewaar_jaren")};
    }
    out->inzet = ARENA_ARRAY(a, struct vastgelegd_inzet, INZET_MOST);
    struct query i CLEAN = b->ask(b, a, VRAAG_INZET, who.id);
    while (out->n_inzet < INZET_MOST && next_row(&i)) {
        struct vastgelegd_inzet *one = &out->inzet[out->n_inzet++];
        *one = (struct vastgelegd_inzet){.id = row_id(&i, "id", inzet_id),
                                         .project = row_text(&i, "naam"),
                                         .opdrachtgever = row_text(&i, "opdrachtgever"),
                                         .opdrachtnemer = row_text(&i, "opdrachtnemer"),
                                         .status = label_status(row_text(&i, "status")),
                                         .prognose = row_geld(&i, "prognose_cent")};
        TRY(versies_read(b, a, one));
    }
    TRY(query_result(&i));
    out->lezingen = ARENA_ARRAY(a, struct vastgelegd_lezing, LEZINGEN_MOST);
    struct query l CLEAN = b->ask(b, a, VRAAG_LEZINGEN, who.id);
    while (out->n_lezingen < LEZINGEN_MOST && next_row(&l))
        out->lezingen[out->n_lezingen++] =
            (struct vastgelegd_lezing){row_tijdstip(&l, "op"), row_text(&l, "organisatie")};
    TRY(query_result(&l));
    return controles_read(b, a, who, out);
}
