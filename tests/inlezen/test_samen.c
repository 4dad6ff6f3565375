/* The rows of a file together: one person or invoice twice, shares, more than a full week, and the value beside each
 * other. Without a database: nobody is known yet. */
#include "../waardering/waarde.h"

#include "app/verantwoording/inlezen.h"

struct house {
    struct arena *a;
    struct request r;
    struct inlezing x;
};

static int setup(void **state)
{
    struct arena *a = arena_new();
    struct house *h = ARENA_NEW(a, struct house);
    h->a = a;
    h->r = (struct request){.arena = a, .today = datum_from_ymd(2026, 6, 1)};
    h->r.problems.arena = a;
    h->x.set = set_load(a, "deventer-2023.csv");
    for (size_t i = 0; i < h->x.set->n_blokken; i++)
        h->x.set->blokken[i].id.id = (int64_t)i + 1;
    h->x.head =
        (struct project_head){.id = {1}, .start = datum_from_ymd(2026, 1, 1), .eind = datum_from_ymd(2027, 12, 31)};
    h->x.rijen = ARENA_ARRAY(a, struct inlees_rij, 10);
    h->x.fouten = ARENA_ARRAY(a, struct inlees_fout, INLEZEN_FOUTEN_GETOOND);
    *state = h;
    return 0;
}

static int teardown(void **state)
{
    arena_free(((struct house *)*state)->a);
    return 0;
}

static bouwblok_id first_of(const struct bouwblokkenset *set, enum rubriek rubriek, enum eenheid eenheid)
{
    for (size_t i = 0; i < set->n_blokken; i++)
        if (set->blokken[i].soort == BLOK_BASIS && set->blokken[i].rubriek == rubriek &&
            set->blokken[i].eenheid == eenheid)
            return set->blokken[i].id;
    fail_msg("no such block");
    return (bouwblok_id){0};
}

static struct inlees_rij *row_add(struct house *h)
{
    struct inlees_rij *rij = &h->x.rijen[h->x.n];
    *rij = (struct inlees_rij){
        .nr = (int)h->x.n + 2, .zelfde = h->x.n, .volgende = GEEN_RIJ, .goed = true, .geboren = DATUM_GEEN};
    h->x.n++;
    return rij;
}

static struct inlees_rij *person(struct house *h, const char *zoek, const char *start, const char *eind, int week,
                                 int aandeel)
{
    struct inlees_rij *rij = row_add(h);
    struct kandidaat_input *in = &rij->in.kandidaat;
    *in = (struct kandidaat_input){.start = d(start),
                                   .eind = *eind ? d(eind) : DATUM_GEEN,
                                   .cap_eind = DATUM_GEEN,
                                   .week = {week * 100},
                                   .aandeel = aandeel ? (basispunt){aandeel * 100} : BP_GEEN};
    for (int i = 0; i < INZET_UREN_MAX; i++) {
        in->uren_vanaf[i] = DATUM_GEEN;
        in->uren_later[i] = UREN_GEEN;
    }
    in->bouwblok = rij->blok = first_of(h->x.set, RUBRIEK_ARBEID, PER_PERIODE);
    rij->zoek = (struct blob){zoek, strlen(zoek)};
    return rij;
}

static void invoice(struct house *h, const char *leverancier, const char *nummer)
{
    struct inlees_rij *rij = row_add(h);
    rij->blok = first_of(h->x.set, RUBRIEK_INKOOP, PROCENT);
    rij->in.factuur = (struct overig_input){.bouwblok = rij->blok,
                                            .leverancier = leverancier,
                                            .nummer = nummer,
                                            .datum = d("2026-03-01"),
                                            .tot = DATUM_GEEN,
                                            .bedrag = {100000},
                                            .uren = UREN_GEEN};
}

static void one_person_is_made_once(void **state)
{
    struct house *h = *state;
    person(h, "a", "2026-02-01", "2026-05-31", 32, 0);
    person(h, "b", "2026-02-01", "2026-05-31", 32, 0);
    person(h, "a", "2026-06-01", "2026-09-30", 32, 0);
    person(h, "a", "2026-10-01", "2026-12-31", 32, 0);
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_nieuw, 2);
    assert_int_equal(h->x.rijen[2].zelfde, 0);
    assert_int_equal(h->x.rijen[3].zelfde, 0);
    assert_int_equal(h->x.rijen[0].volgende, 2);
    assert_int_equal(h->x.rijen[2].volgende, 3);
    assert_int_equal(h->x.n_fouten, 0);
    assert_int_equal(h->x.n_let_op, 0); /* one after the other: nothing to say */
    assert_int_equal(h->x.n_sommen, 1);
    assert_int_equal(h->x.sommen[0].aantal, 4);
    assert_true(h->x.totaal.cent > 0 && h->x.totaal.cent == h->x.sommen[0].waarde.cent);
}

static void more_than_a_week_is_told(void **state)
{
    struct house *h = *state;
    person(h, "a", "2026-02-01", "", 32, 0);
    person(h, "a", "2026-03-01", "", 32, 0);
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_fouten, 0);
    assert_int_equal(h->x.n_let_op, 4); /* of each row: twice in one period, and 64 hours */
    assert_int_equal(h->x.let_op[0].nr, 2);
    assert_non_null(strstr(h->x.let_op[1].tekst, "64 uur"));
    assert_non_null(strstr(h->x.let_op[1].tekst, "01-03-2026"));
}

static void shares_are_a_hundred_percent(void **state)
{
    struct house *h = *state;
    person(h, "a", "2026-02-01", "", 20, 60);
    person(h, "a", "2026-03-01", "", 20, 40);
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_fouten, 0);
    person(h, "a", "2026-04-01", "2026-04-30", 20, 1);
    h->x.n_nieuw = h->x.n_sommen = h->x.n_let_op = h->x.n_let_op_getoond = 0;
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_fouten, 3);
    assert_string_equal(h->x.fouten[0].kolom, "aandeel");
    assert_non_null(strstr(h->x.fouten[0].tekst, "01-04-2026"));
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(h->x.fouten[i].nr, (int)i + 2);
}

/* A row with a mistake of its own says nothing about the others. */
static void wrong_rows_are_left_out(void **state)
{
    struct house *h = *state;
    person(h, "a", "2026-02-01", "", 32, 0);
    person(h, "a", "2026-03-01", "", 32, 0)->goed = false;
    inlees_fout_add(&h->x, 3, "functie", "fout");
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_let_op, 0);
    assert_int_equal(h->x.n_sommen, 0); /* with a mistake nothing is valued */
}

/* Rows of one person count beside each other: with a cap, two placements are not worth twice one. */
static void value_beside_each_other(void **state)
{
    struct house *h = *state;
    bouwblok_id capped = {0};
    for (size_t i = 0; i < h->x.set->n_blokken && capped.id == 0; i++) {
        const struct bouwblok *b = &h->x.set->blokken[i];
        if (b->soort == BLOK_BASIS && b->rubriek == RUBRIEK_ARBEID && b->eenheid == PER_PERIODE && b->cap_mnd == 24)
            capped = b->id;
    }
    assert_true(capped.id > 0);
    h->x.head.start = d("2024-01-01");
    h->x.head.eind = d("2027-12-31");
    struct inlees_rij *one = person(h, "a", "2024-01-01", "2025-12-31", 36, 0);
    one->in.kandidaat.bouwblok = one->blok = capped;
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    geld alone = h->x.totaal;
    struct inlees_rij *two = person(h, "a", "2026-01-01", "2027-12-31", 36, 0);
    two->in.kandidaat.bouwblok = two->blok = capped;
    h->x.n_nieuw = h->x.n_sommen = 0;
    h->x.totaal.cent = 0;
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_true(alone.cent > 0);
    assert_true(h->x.totaal.cent < 2 * alone.cent);
}

static void an_invoice_stands_once(void **state)
{
    struct house *h = *state;
    h->x.facturen = true;
    invoice(h, "Voorbeeld B.V.", "F-1");
    invoice(h, "Voorbeeld B.V.", "F-2");
    invoice(h, "Ander B.V.", "F-1");
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_fouten, 0);
    assert_int_equal(h->x.n_nieuw, 0);
    assert_int_equal(h->x.sommen[0].aantal, 3);
    assert_true(h->x.totaal.cent > 0);
    invoice(h, "VOORBEELD  b.v.", "f-2");
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_fouten, 1);
    assert_int_equal(h->x.fouten[0].nr, 5);
    assert_non_null(strstr(h->x.fouten[0].tekst, "regel 3"));
}

static void five_hundred_are_shown(void **state)
{
    struct house *h = *state;
    for (int i = 0; i < 700; i++)
        inlees_fout_add(&h->x, 700 - i, "start", "fout");
    assert_int_equal(inlezing_samen(&h->r, &h->x), OK);
    assert_int_equal(h->x.n_fouten, 700);
    assert_int_equal(h->x.n_getoond, INLEZEN_FOUTEN_GETOOND);
    assert_int_equal(h->x.fouten[0].nr, 201); /* in the order of the file */
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest list[] = {T(one_person_is_made_once),      T(more_than_a_week_is_told),
                                      T(shares_are_a_hundred_percent), T(wrong_rows_are_left_out),
                                      T(value_beside_each_other),      T(an_invoice_stands_once),
                                      T(five_hundred_are_shown)};
    return cmocka_run_group_tests_name("inlezen", list, NULL, NULL);
}
