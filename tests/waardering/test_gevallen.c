/* Cases reasoned by hand: units, bonuses, shares, conditions, projects, and the words. */
#include "waarde.h"

static struct arena *a;
static struct bouwblokkenset *D, *U, *H;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    D = set_load(a, "deventer-2023.csv");
    U = set_load(a, "utrecht.csv");
    H = set_load(a, "haaglanden-2023.csv");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static int64_t worth(const struct inzet_invoer *in, const char *on)
{
    return waarde_bereken(a, in, *on ? d(on) : GEEN_GRENS).totaal.cent;
}

#define assert_dag(x, iso) assert_int_equal((x).dag, d(iso).dag)
#define NBSP               "\xC2\xA0"

static void pieces(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(D, "BOL-12", "2024-02-01", "2024-06-30");
    assert_cent(worth(&e, "2024-02-01"), 0);
    assert_cent(worth(&e, "2024-02-02"), 4967);   /* 7.500/151 = 49,67 */
    assert_cent(worth(&e, "2024-04-01"), 298013); /* 60/151 */
    assert_cent(worth(&e, "2024-07-01"), 750000);
    e.project_start = d("2024-03-01");
    struct bouwblokkenset s = *D;
    s.aanloop_mnd = 12;
    e.set = &s;
    assert_cent(worth(&e, ""), 605960); /* 122 of 151 days lie in the project */
    e.tot = DATUM_GEEN;                 /* agreed to the project's end */
    e.project_tot = d("2024-05-01");
    assert_cent(worth(&e, ""), 508333); /* 61 of 90 */
    /* whole at the start, whatever happens later */
    e = entry(D, "VSO-WERK", "2024-05-01", "2025-04-30");
    e.uit_dienst_tot = tm_of("2024-05-01");
    assert_cent(worth(&e, "2024-05-01"), 0);
    assert_cent(worth(&e, "2024-05-02"), 2500000);
    assert_cent(worth(&e, ""), 2500000);
    e.uit_dienst_tot = e.start;
    assert_cent(worth(&e, ""), 0); /* never came */
}

static void activities(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(U, "KENNIS-UUR", "2024-05-01", "2024-05-03");
    e.aantal = (uren){250};
    assert_cent(worth(&e, ""), 25000); /* 2,5 h; no number of persons is one */
    e.personen = 3;
    assert_cent(worth(&e, ""), 75000);
    e.aantal = (uren){1};
    e.personen = 1;
    assert_cent(worth(&e, ""), 100); /* 0,01 h × 100 */
    struct bouwblok b = *e.blok;
    b.tarief = 50;
    e.blok = &b;
    assert_cent(worth(&e, ""), 1); /* 0,005 → half up */
    b.tarief = 10000;
    b.dagmax = (geld){100000};
    e.aantal = (uren){10000};
    assert_cent(worth(&e, ""), 300000); /* three days of at most 1.000 */
    assert_non_null(
        strstr(waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening, "ten hoogste €" NBSP "1.000,00 per dag"));
    e.tot = DATUM_GEEN;
    assert_cent(worth(&e, ""), 100000); /* no end: one day */
    e.aantal = UREN_GEEN;
    assert_cent(worth(&e, ""), 0);
    /* absurd numbers stop at a bound, they do not wrap */
    e = entry(U, "KENNIS-UUR", "2024-05-01", "2024-05-01");
    e.aantal = (uren){INT32_MAX};
    e.personen = 1000000;
    assert_true(worth(&e, "") == UREN_SAMEN_MOST * 100);
    e = entry(U, "FACT", "2024-05-01", "2024-05-01");
    e.bedrag = (geld){INT64_MAX};
    assert_true(worth(&e, "") == GELD_MOST);
}

static void amounts(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        int64_t bedrag, cent;
    } cases[] = {
        {"INK-P1", 5, 1}, {"INK-P1", 4, 0},      {"INK-50", 1, 1},          {"INK-P2", 12, 2},  {"INK-P2", 13, 3},
        {"INK-P3", 0, 0}, {"INK-100", 999, 999}, {"FONDS", 123456, 123456}, {"MVO-FACT", 1, 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct inzet_invoer e = entry(D, cases[i].code, "2024-05-01", "");
        e.bedrag = (geld){cases[i].bedrag};
        assert_cent(worth(&e, ""), cases[i].cent);
        assert_cent(worth(&e, "2024-05-01"), 0);
        assert_cent(worth(&e, "2024-05-02"), cases[i].cent);
    }
    /* tailor-made: only once approved, capped a day where the block says so */
    struct inzet_invoer e = entry(U, "ONTW", "2024-05-01", "2024-05-02");
    struct bouwblok b = *e.blok;
    e.bedrag = (geld){700000};
    assert_cent(worth(&e, ""), 0);
    e.goedgekeurd = true;
    assert_cent(worth(&e, ""), 700000);
    b.dagmax = (geld){250000};
    e.blok = &b;
    assert_cent(worth(&e, ""), 500000);
}

static void bonus_conditions(void **state)
{
    (void)state;
    struct antwoord given[] = {{"leeftijd", "50"}, {"contractvorm", "tijdelijk"}};
    struct inzet_invoer e = entry(U, "WW", "2023-01-01", "2025-12-31");
    e.antwoorden = given;
    e.n_antwoorden = 2;
    assert_cent(worth(&e, ""), 6000000); /* Utrecht: older than 50 */
    given[0].waarde = "51";
    assert_cent(worth(&e, ""), 7000000); /* twelve months of bonus in three years */
    given[1].waarde = "vast";
    assert_cent(worth(&e, ""), 8000000);
    e.n_antwoorden = 0;
    assert_cent(worth(&e, ""), 6000000); /* not answered is not met */
    /* a bonus ends with its basis: WW-KORT and its bonus both stop after a year, and after an early exit */
    e = entry(D, "WW-KORT", "2023-01-01", "2024-12-31");
    struct antwoord old[] = {{"leeftijd", "60"}};
    e.antwoorden = old;
    e.n_antwoorden = 1;
    assert_cent(worth(&e, ""), 1500000);
    e.uit_dienst_tot = tm_of("2023-06-30");
    assert_cent(worth(&e, ""), 495890 + 247945); /* 181/365 of each */
    /* a bonus without a cap of its own has that of the basis, and says so */
    struct bouwblokkenset s = *D;
    s.blokken = ARENA_ARRAY(a, struct bouwblok, s.n_blokken);
    memcpy(s.blokken, D->blokken, s.n_blokken * sizeof(*s.blokken));
    for (size_t i = 0; i < s.n_blokken; i++)
        if (strcmp(s.blokken[i].code, "BON-50") == 0)
            s.blokken[i].cap_mnd = 0;
    e = entry(&s, "PW-KORT", "2023-01-01", "2027-12-31");
    e.antwoorden = old;
    e.n_antwoorden = 1;
    struct waarde w = waarde_bereken(a, &e, GEEN_GRENS);
    assert_int_equal(w.n_regels, 2);
    assert_cent(w.regels[1].bedrag.cent, 1000000);
    assert_string_equal(w.regels[1].telt_tm, "31-12-2024");
}

/* One group, several met: the highest; and a bonus by amount stands there only when an amount is given. */
static void bonus_groups(void **state)
{
    (void)state;
    struct bouwblok b[4];
    struct conditie from50 = {"leeftijd", OP_MINSTENS, "50", false}, from55 = {"leeftijd", OP_MINSTENS, "55", false};
    b[0] = *blok_find_code(D, "PW-LANG");
    b[1] = b[2] = *blok_find_code(D, "BON-50");
    b[1].condities = &from50;
    b[2].code = "BON-55";
    b[2].tarief = 800000;
    b[2].condities = &from55;
    b[3] = *blok_find_code(H, "OPL");
    struct bouwblokkenset s = *D;
    s.blokken = b;
    s.n_blokken = 4;
    struct antwoord age = {"leeftijd", "54"};
    struct inzet_invoer e = entry(&s, "PW-LANG", "2023-01-01", "2023-12-31");
    e.antwoorden = &age;
    e.n_antwoorden = 1;
    assert_cent(worth(&e, ""), 4500000);
    age.waarde = "55";
    assert_cent(worth(&e, ""), 4800000);
    struct waarde w = waarde_bereken(a, &e, GEEN_GRENS);
    assert_int_equal(w.n_regels, 2);
    assert_string_equal(w.regels[1].blok->code, "BON-55");
    b[2].tarief = b[1].tarief; /* equal: the first */
    assert_string_equal(waarde_bereken(a, &e, GEEN_GRENS).regels[1].blok->code, "BON-50");
    e.bedrag = (geld){123400}; /* training costs: whole */
    assert_cent(worth(&e, ""), 4000000 + 500000 + 123400);
}

static void shares(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(D, "PW-LANG", "2024-01-01", "2024-01-01"); /* 109,29 */
    const basispunt thirds[] = {{3333}, {3333}, {3334}};
    int64_t sum = 0;
    e.delen = thirds;
    e.n_delen = 3;
    for (e.deel = 0; e.deel < 3; e.deel++) {
        e.aandeel = thirds[e.deel];
        sum += worth(&e, "");
    }
    assert_cent(sum, 10929);
    e.n_delen = 0;
    e.aandeel = (basispunt){5000};
    assert_cent(worth(&e, ""), 5465); /* 54,645 half up */
    e.delen = (const basispunt[]){{5000}, {5000}};
    e.n_delen = 2;
    e.deel = 0;
    assert_cent(worth(&e, ""), 5465);
    e.deel = 1;
    assert_cent(worth(&e, ""), 5464); /* the rest to the last */
    assert_non_null(strstr(waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening,
                           "× aandeel 50" NBSP "%, 1 cent minder zodat de aandelen samen kloppen"));
    geld out[4];
    waarde_verdeel((geld){2}, 4, (const basispunt[]){{2500}, {2500}, {2500}, {2500}}, out);
    assert_cent(out[0].cent + out[1].cent + out[2].cent + out[3].cent, 2);
    for (int i = 0; i < 4; i++)
        assert_true(out[i].cent >= 0);
    waarde_verdeel((geld){1000}, 2, (const basispunt[]){{2500}, {2500}}, out);
    assert_cent(out[1].cent, 250); /* less than 100 % together: no rest */
    struct aandeel_deel delen[] = {{d("2024-01-01"), d("2025-01-01"), {6000}},
                                   {d("2024-03-01"), d("2024-06-01"), {4000}},
                                   {d("2024-06-01"), d("2024-09-01"), {4001}}};
    datum day;
    assert_true(aandelen_passen(2, delen, &day));
    assert_false(aandelen_passen(3, delen, &day));
    assert_dag(day, "2024-06-01");
}

static void words(void **state)
{
    (void)state;
    struct uren_deel h[2] = {{d("2024-04-01"), {3200}}, {d("2024-10-01"), {2400}}};
    struct inzet_invoer e = entry(D, "PW-LANG", "2024-04-01", "2026-03-31");
    e.uren = h;
    e.n_uren = 2;
    struct waarde_regel r = waarde_bereken(a, &e, GEEN_GRENS).regels[0];
    assert_string_equal(r.berekening,
                        "€" NBSP "40.000,00 per jaar × (32/36 uur × 183/365 jaar + 24/36 uur × (1 + 182/365) jaar)");
    assert_string_equal(r.telt_tm, "31-03-2026");
    h[1].week = (uren){3200}; /* the same hours: one part */
    r = waarde_bereken(a, &e, GEEN_GRENS).regels[0];
    assert_string_equal(r.berekening, "€" NBSP "40.000,00 per jaar × 32/36 uur × 2 jaar");
    e = entry(D, "WEP", "2024-01-15", "2024-04-30");
    assert_string_equal(waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening,
                        "€" NBSP "750,00 per maand × (3 + 16/30) maanden");
    e = entry(D, "WEP", "2024-02-01", "2024-02-29");
    assert_string_equal(waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening, "€" NBSP "750,00 per maand × 1 maand");
    assert_string_equal(waarde_bereken(a, &e, e.start).regels[0].berekening, "€" NBSP "750,00 per maand × geen dagen");
    e = entry(D, "BOL-12", "2024-09-01", "2025-01-31");
    e.uit_dienst_tot = tm_of("2024-10-31");
    assert_string_equal(waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening, "€" NBSP "7.500,00 × 61/153 dagen");
    e = entry(D, "INK-50", "2024-05-01", "");
    e.bedrag = (geld){1234567};
    r = waarde_bereken(a, &e, GEEN_GRENS).regels[0];
    assert_string_equal(r.berekening, "50" NBSP "% van €" NBSP "12.345,67");
    assert_dag(r.van, "2024-05-01");
    assert_dag(r.tot, "2024-05-02");
    e = entry(D, "MVO-UUR", "2024-05-01", "");
    e.aantal = (uren){750};
    e.personen = 4;
    e.aandeel = (basispunt){6000};
    assert_string_equal(waarde_bereken(a, &e, GEEN_GRENS).regels[0].berekening,
                        "€" NBSP "100,00 per uur × 7,5 uur × 4 personen × aandeel 60" NBSP "%");
}

static void demands(void **state)
{
    (void)state;
    struct oordeel o[8];
    const struct bouwblok *b = blok_find_code(D, "PW-KORT");
    struct antwoord given = {"uitkering_mnd", "24"};
    assert_int_equal(condities_oordeel(a, D, b, 0, NULL, o), 1);
    assert_string_equal(o[0].tekst, "Beantwoord de vraag: Maanden uitkering");
    assert_int_equal(condities_oordeel(a, D, b, 1, &given, o), 1);
    assert_string_equal(
        o[0].tekst,
        "Voor “Participatiewet korter dan 2 jaar” moet het antwoord lager dan 24 zijn (Maanden uitkering). U vulde in: 24.");
    given.waarde = "23";
    assert_int_equal(condities_oordeel(a, D, b, 1, &given, o), 0);
    given.waarde = "veel";
    assert_int_equal(condities_oordeel(a, D, b, 1, &given, o), 1); /* no number is not met */
    given = (struct antwoord){"niveau", "3"};
    assert_int_equal(condities_oordeel(a, D, blok_find_code(D, "BBL-12"), 1, &given, o), 1);
    assert_non_null(strstr(o[0].tekst, "moet het antwoord 1 of 2 zijn"));
    given.waarde = "2";
    assert_int_equal(condities_oordeel(a, D, blok_find_code(D, "BBL-12"), 1, &given, o), 0);
    /* a warning is told, but does not refuse */
    struct conditie c = {"leeftijd", OP_HOOGSTENS, "27", true};
    struct bouwblok young = *b;
    young.condities = &c;
    young.n_condities = 1;
    given = (struct antwoord){"leeftijd", "30"};
    assert_int_equal(condities_oordeel(a, D, &young, 1, &given, o), 1);
    assert_true(o[0].waarschuwing);
    assert_true(condities_voldaan(&young, 1, &given));
    /* each operator at its edge */
    static const struct {
        enum operator_ op;
        const char *value;
        bool met;
    } edges[] = {
        {OP_GELIJK, "5", true},  {OP_GELIJK, "6", false},  {OP_ONGELIJK, "5", false}, {OP_ONGELIJK, "6", true},
        {OP_KLEINER, "4", true}, {OP_KLEINER, "5", false}, {OP_HOOGSTENS, "5", true}, {OP_HOOGSTENS, "6", false},
        {OP_GROTER, "6", true},  {OP_GROTER, "5", false},  {OP_MINSTENS, "5", true},  {OP_MINSTENS, "4", false},
        {OP_IN, "5", true},      {OP_IN, "55", false},
    };
    c = (struct conditie){"leeftijd", OP_IN, "5", false};
    for (size_t i = 0; i < sizeof(edges) / sizeof(edges[0]); i++) {
        c.op = edges[i].op;
        given.waarde = edges[i].value;
        assert_int_equal(condities_voldaan(&young, 1, &given), edges[i].met);
    }
    /* what is asked: the block's own and its bonuses', each once, nothing that is derived */
    const struct attribuut **ask;
    size_t n = blok_vragen(a, D, b, &ask);
    assert_int_equal(n, 3);
    assert_string_equal(ask[0]->naam, "uitkering_mnd");
    assert_string_equal(ask[1]->naam, "contractvorm");
    assert_string_equal(ask[2]->naam, "statushouder");
}

static void obligations(void **state)
{
    (void)state;
    struct periode_deel p[60];
    /* cents: whole euros but in the last; the sum is exact and nothing negative */
    size_t n = periode_verdeel(d("2023-01-01"), d("2026-01-01"), (geld){10000050}, p, 60);
    assert_int_equal(n, 3);
    /* 365 of 1096 days → 33.303,09; 731 (2024 has a 29-2) → 66.697,41 */
    assert_cent(p[0].bedrag.cent, 3330300);
    assert_cent(p[1].bedrag.cent, 6669700 - 3330300);
    assert_cent(p[2].bedrag.cent, 10000050 - 6669700);
    n = periode_verdeel(d("2023-01-01"), d("2026-01-01"), (geld){90}, p, 60);
    for (size_t i = 0; i < n; i++)
        assert_true(p[i].bedrag.cent >= 0);
    assert_int_equal(periode_verdeel(d("2024-02-29"), d("2025-03-01"), (geld){100}, p, 60), 1);
    assert_int_equal(periode_verdeel(d("2024-02-29"), d("2025-03-02"), (geld){100}, p, 60), 2);
    assert_dag(p[1].van, "2025-03-01");
    assert_int_equal(periode_verdeel(d("2024-02-29"), d("2024-02-29"), (geld){100}, p, 60), 0);
    assert_cent(omzet_verplichting((geld){999999999999999}, (basispunt){10000}).cent, 999999999999999);
    assert_cent(omzet_verplichting((geld){10}, (basispunt){500}).cent, 1);
    assert_cent(verplichting_bruto("sr_verplichting", (geld){5000}, 0, NULL, (geld){700}).cent, 5700);
    assert_true(geld_is_none(verplichting_bruto("inspanningsverplichting", GELD_GEEN, 0, NULL, GELD_GEEN)));
    /* PSO: half a year at 10 % of 10.000,00: 182/366; overlap the highest; exemption at most all */
    struct certificaat c[] = {{{1000}, d("2023-01-01"), d("2024-07-01")}, {{10000}, d("2020-01-01"), d("2030-01-01")}};
    assert_cent(verplichting_korting((geld){1000000}, d("2024-01-01"), d("2025-01-01"), 1, c, false).cent, 49727);
    assert_cent(verplichting_korting((geld){1000000}, d("2024-01-01"), d("2025-01-01"), 2, c, false).cent, 1000000);
    assert_cent(verplichting_korting((geld){1000000}, d("2024-01-01"), d("2025-01-01"), 1, c, true).cent, 0);
    assert_cent(verplichting_korting(GELD_GEEN, d("2024-01-01"), d("2025-01-01"), 2, c, false).cent, 0);
    assert_cent(verwacht((geld){100000}, d("2024-01-01"), d("2024-01-04"), d("2024-01-02")).cent, 33333);
    assert_cent(verwacht((geld){100000}, d("2024-01-01"), d("2024-01-04"), d("2023-01-02")).cent, 0);
    assert_cent(verwacht((geld){100000}, d("2024-01-01"), d("2024-01-04"), d("2029-01-02")).cent, 100000);
    assert_int_equal(percent_bp((geld){2}, (geld){3}), 6666);
    assert_int_equal(percent_bp((geld){2}, (geld){0}), -1);
    struct nog_nodig need = project_nog_nodig((geld){10000000}, (geld){5000000}, (geld){4000000}, (geld){10000});
    assert_cent(need.tekort.cent, 5000000);
    assert_int_equal(need.plaatsingen_bp, 12500);
    assert_int_equal(need.uren_honderdste, 50000);
    need = project_nog_nodig((geld){100}, (geld){100}, (geld){40}, (geld){1});
    assert_cent(need.tekort.cent + need.plaatsingen_bp + need.uren_honderdste, 0);
    need = project_nog_nodig((geld){101}, (geld){0}, (geld){100}, (geld){3});
    assert_int_equal(need.plaatsingen_bp, 10100); /* rounded up: what is named suffices */
    assert_int_equal(need.uren_honderdste, 3367);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces),       cmocka_unit_test(activities),
        cmocka_unit_test(amounts),      cmocka_unit_test(bonus_conditions),
        cmocka_unit_test(bonus_groups), cmocka_unit_test(shares),
        cmocka_unit_test(words),        cmocka_unit_test(demands),
        cmocka_unit_test(obligations),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
