/* The reader of sets: the three published tables load whole; a mistake is told by its line; nothing is loaded when
 * there is one. */
#include "waarde.h"

static struct arena *a;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

#define SETTINGS "#naam;Proef\n#versie;1\n#fte_uren;36\n#peil;start\n#binnen_project;ja\n#cap_basis;geplaatst\n"
#define COLUMN_LINE                                                                                                    \
    "code;rubriek;soort;eenheid;tarief;periode_mnd;naar_uren;cap_mnd;cap_veld;dagmax;opbouw;groep;label;condities\n"
#define GOOD "PW;ARBEID;BASIS;PERIODE;30000,00;12;ja;24;;;;;Participatiewet;uitkering_mnd < 24\n"

static const struct attribuut with_choices[] = {
    {"uitkering_mnd", "getal", "Maanden", "", "", false},
    {"register", "ja_nee", "Register", "", "", false},
    {"niveau", "keuze", "Niveau", "", "1=Een\n2=Twee\n3=Drie", false},
};

static enum result load(const char *csv, size_t n, const char **problems, struct bouwblokkenset *set)
{
    struct text t;
    struct attribuut *list = ARENA_ARRAY(a, struct attribuut, 3);
    memcpy(list, with_choices, sizeof(with_choices));
    text_init(&t, 100000);
    enum result r = waardering_csv_read(a, csv, n, 3, list, &t, set);
    *problems = arena_strdup(a, text_c(&t));
    text_free(&t);
    return r;
}

static void three_tables(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t n;
        const char *code;
        int64_t tarief;
        int cap;
    } tables[] = {{"deventer-2023.csv", 32, "PW-LANG", 4000000, 24},
                  {"haaglanden-2023.csv", 14, "PW", 4000000, 24},
                  {"utrecht.csv", 16, "BANEN", 5000000, 0}};
    for (size_t i = 0; i < 3; i++) {
        struct bouwblokkenset *s = set_load(a, tables[i].name);
        assert_int_equal(s->n_blokken, tables[i].n);
        assert_int_equal(s->fte.honderdste, 3600);
        assert_cent(blok_find_code(s, tables[i].code)->tarief, tables[i].tarief);
        assert_int_equal(blok_find_code(s, tables[i].code)->cap_mnd, tables[i].cap);
    }
    struct bouwblokkenset *D = set_load(a, "deventer-2023.csv"), *H = set_load(a, "haaglanden-2023.csv");
    assert_int_equal(D->cap_basis, CAP_GEPLAATST);
    assert_int_equal(D->onderbreking_mnd, 6);
    assert_int_equal(H->cap_basis, CAP_KALENDER);
    assert_int_equal(H->aanloop_mnd, 12);
    assert_int_equal(blok_find_code(H, "PW")->cap_veld, CAP_VELD_LKS);
    assert_int_equal(blok_find_code(D, "VSO-WERK")->opbouw, OPBOUW_START);
    assert_string_equal(blok_find_code(D, "BON-50")->groep, "LEEFTIJD");
    assert_int_equal(blok_find_code(D, "BBL-12")->condities[0].op, OP_IN);
    assert_cent(blok_find_code(D, "INK-P1")->tarief, 1000); /* basis points */
}

static void forms_of_the_same(void **state)
{
    (void)state;
    struct bouwblokkenset s;
    const char *p;
    static const char *const same[] = {
        SETTINGS COLUMN_LINE GOOD,
        "\xEF\xBB\xBF" SETTINGS COLUMN_LINE GOOD,
        "#naam;Proef\r\n#versie;1\r\n#fte_uren;36\r\n#peil;start\r\n#binnen_project;ja\r\n#cap_basis;geplaatst\r\n"
        "code;rubriek;soort;eenheid;tarief;periode_mnd;naar_uren;cap_mnd;cap_veld;dagmax;opbouw;groep;label;condities\r\n"
        "PW;ARBEID;BASIS;PERIODE;30000,00;12;ja;24;;;;;Participatiewet;uitkering_mnd < 24\r\n",
        SETTINGS COLUMN_LINE
        "PW;ARBEID;BASIS;PERIODE;\"30.000,00\";12;ja;24;;;;;\"Participatiewet\"; uitkering_mnd<24 ",
        SETTINGS "\n\n" COLUMN_LINE "\n" GOOD "\n;;;;;;;;;;;;;\n",
    };
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
        if (load(same[i], strlen(same[i]), &p, &s) != OK)
            fail_msg("form %zu: %s", i, p);
        assert_int_equal(s.n_blokken, 1);
        assert_string_equal(s.blokken[0].label, "Participatiewet");
        assert_cent(s.blokken[0].tarief, 3000000);
        assert_int_equal(s.blokken[0].n_condities, 1);
        assert_int_equal(s.blokken[0].condities[0].op, OP_KLEINER);
        assert_string_equal(s.blokken[0].condities[0].waarde, "24");
    }
    const char *two = SETTINGS COLUMN_LINE
        "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;\"Met; en \"\"zo\"\"\";register = ja & niveau in 1, 3 & uitkering_mnd >= 6 ?\n";
    assert_int_equal(load(two, strlen(two), &p, &s), OK);
    assert_string_equal(s.blokken[0].label, "Met; en \"zo\"");
    assert_int_equal(s.blokken[0].n_condities, 3);
    assert_true(s.blokken[0].condities[2].waarschuwing);
    assert_false(s.blokken[0].condities[1].waarschuwing);
}

static void mistakes(void **state)
{
    (void)state;
    static const struct {
        const char *csv, *told;
    } cases[] = {
        {"", "regel 1: er staan geen bouwblokken"},
        {SETTINGS COLUMN_LINE, "er staan geen bouwblokken"},
        {"#naam;P\n" COLUMN_LINE GOOD, "de instelling #fte_uren ontbreekt"},
        {SETTINGS "#kleur;rood\n" COLUMN_LINE GOOD, "regel 7: kleur: deze instelling kennen wij niet"},
        {SETTINGS "#naam;Nog een\n" COLUMN_LINE GOOD, "regel 7: naam: deze instelling staat er twee keer"},
        {SETTINGS "#min_uren;veel\n" COLUMN_LINE GOOD, "regel 7: min_uren: vul uren in van 0 tot 168"},
        {SETTINGS "#aanloop_mnd;-1\n" COLUMN_LINE GOOD, "regel 7: aanloop_mnd: vul maanden in"},
        {SETTINGS "#doelgroep_peil;ooit\n" COLUMN_LINE GOOD, "regel 7: doelgroep_peil: moet start of gunning zijn"},
        {SETTINGS "code;rubriek;soort\n" GOOD, "regel 7: de kolom “eenheid” ontbreekt"},
        {SETTINGS "kleur;" COLUMN_LINE GOOD, "regel 7: de kolom “kleur” kennen wij niet"},
        {SETTINGS "code;" COLUMN_LINE GOOD, "regel 7: de kolom “code” staat er twee keer"},
        {SETTINGS COLUMN_LINE GOOD GOOD, "regel 9: de code “PW” staat er twee keer"},
        {SETTINGS COLUMN_LINE ";ARBEID;BASIS;PERIODE;1;12;ja;;;;;;Zonder code;\n",
         "regel 8: code en label mogen niet leeg zijn"},
        {SETTINGS COLUMN_LINE "PW;WERK;BASIS;PERIODE;1;12;ja;;;;;;L;\n", "regel 8: rubriek: “WERK” kennen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;GEWOON;PERIODE;1;12;ja;;;;;;L;\n", "regel 8: soort: “GEWOON” kennen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;JAAR;1;;ja;;;;;;L;\n", "regel 8: eenheid: “JAAR” kennen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;veel;12;ja;;;;;;L;\n", "regel 8: tarief: vul een bedrag in"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;-1;12;ja;;;;;;L;\n", "regel 8: tarief: vul een bedrag in"},
        {SETTINGS COLUMN_LINE "PW;INKOOP;BASIS;PROCENT;101;;nee;;;;;;L;\n",
         "regel 8: tarief: vul een percentage in van 0 tot 100"},
        {SETTINGS COLUMN_LINE "PW;MAATWERK;BASIS;BEDRAG;5;;nee;;;;;;L;\n",
         "regel 8: tarief: een bedrag op maat heeft geen tarief"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;6;ja;;;;;;L;\n", "regel 8: periode_mnd: moet 12"},
        {SETTINGS COLUMN_LINE "PW;INKOOP;BASIS;PROCENT;50;12;nee;;;;;;L;\n",
         "regel 8: periode_mnd: hoort alleen bij eenheid PERIODE"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;soms;;;;;;L;\n", "regel 8: naar_uren: moet ja of nee zijn"},
        {SETTINGS COLUMN_LINE "PW;INKOOP;BASIS;PROCENT;50;;ja;;;;;;L;\n",
         "regel 8: naar_uren: ja hoort alleen bij eenheid PERIODE"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;0;;;;;L;\n",
         "regel 8: cap_mnd: vul maanden in van 1 tot 600"},
        {SETTINGS COLUMN_LINE "PW;INKOOP;BASIS;PROCENT;50;;nee;12;;;;;L;\n",
         "regel 8: cap_mnd en cap_veld horen alleen bij"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;ZIEKTE;;;;L;\n",
         "regel 8: cap_veld: “ZIEKTE” kennen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;5;;;L;\n",
         "regel 8: dagmax: hoort alleen bij eenheid UUR of BEDRAG"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;STUK;1;;nee;;;;;;L;\n", "regel 8: opbouw: LINEAIR, START of EINDE"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;KORTING;STUK;1;;nee;;;;START;;L;\n",
         "regel 8: eenheid: een KORTING is een PROCENT"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L\n",
         "regel 8: er staan 13 kolommen, het horen er 14 te zijn"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;;;\n", "regel 8: er staan 16 kolommen"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;haarkleur = rood\n",
         "regel 8: condities: het kenmerk “haarkleur” kennen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;register ~ ja\n",
         "regel 8: condities: “register ~ ja” begrijpen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;register =\n", "begrijpen wij niet"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;register = yes\n",
         "regel 8: condities: bij “register” hoort ja of nee, niet “yes”"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;uitkering_mnd < veel\n",
         "hoort een getal, niet “veel”"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;niveau in 1,5\n",
         "regel 8: condities: “1,5” is geen keuze van “niveau”"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;register = ja&uitkering_mnd > 2&\n"
                              "B;ARBEID;X;PERIODE;1;12;ja;;;;;;L;\n",
         "regel 9: soort: “X”"},
        {SETTINGS COLUMN_LINE "A;ARBEID;BONUS;PERIODE;1;12;ja;;;;;G;L;\nB;ARBEID;BONUS;STUK;1;;nee;;;;START;G;L;\n",
         "regel 9: groep: de blokken van “G” moeten dezelfde eenheid"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;\"L;\n" GOOD GOOD,
         "regel 8: de regel is niet te lezen"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L \"x\" y;\n",
         "regel 8: de regel is niet te lezen"},
        {SETTINGS COLUMN_LINE "PW;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;Caf\xE9;\n", "regel 8: het bestand is geen UTF-8"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct bouwblokkenset s;
        const char *p;
        enum result r = load(cases[i].csv, strlen(cases[i].csv), &p, &s);
        if (r != INVALID || !strstr(p, cases[i].told))
            fail_msg("case %zu: result %d, told “%s”, expected “%s”", i, (int)r, p, cases[i].told);
    }
}

/* All mistakes are told at once, each with its own line; a file too long is refused, not cut. */
static void many(void **state)
{
    (void)state;
    struct bouwblokkenset s;
    const char *p;
    const char *three =
        SETTINGS COLUMN_LINE "A;X;BASIS;PERIODE;1;12;ja;;;;;;L;\n" GOOD
                             "B;ARBEID;BASIS;PERIODE;z;12;ja;;;;;;L;\n\nC;ARBEID;BASIS;PERIODE;1;3;ja;;;;;;L;\n";
    assert_int_equal(load(three, strlen(three), &p, &s), INVALID);
    assert_non_null(strstr(p, "regel 8: rubriek"));
    assert_non_null(strstr(p, "regel 10: tarief"));
    assert_non_null(strstr(p, "regel 12: periode_mnd"));
    assert_null(strstr(p, "regel 9:"));
    struct text t;
    text_init(&t, 1000000);
    text_str(&t, SETTINGS COLUMN_LINE);
    for (int i = 0; i < 2500; i++)
        text_printf(&t, "B%d;ARBEID;BASIS;PERIODE;1;12;ja;;;;;;L;\n", i);
    assert_int_equal(load(t.p, t.n, &p, &s), INVALID);
    assert_non_null(strstr(p, "regels in het bestand"));
    text_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(three_tables), cmocka_unit_test(forms_of_the_same),
                                       cmocka_unit_test(mistakes), cmocka_unit_test(many)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
