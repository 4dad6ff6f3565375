/* Forms read from a table of fields: values, messages, refusals, rows and what is shown again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#undef fail /* cmocka has one too; the house means core/result.h */

#include "web/form.h"

struct row_input {
    geld bedrag[4];
    datum tot[4];
};
struct input {
    const char *naam, *uitleg, *email, *telefoon, *kvk, *postcode, *wachtwoord, *code, *soort, *knop;
    datum start;
    geld bedrag;
    uren uren;
    basispunt deel;
    int64_t aantal, versie;
    organisatie_id organisatie;
    bool akkoord;
    struct answers antwoorden;
    struct row_input rijen;
};

static const struct choice soorten[] = {
    {"a", "Soort A", false}, {"b", "Soort B", false}, {"c", "Soort C", true}, {NULL, NULL, false}};

/* clang-format off */
static const struct field form[] = {
    { .type = FIELD_TEXT, .name = "naam", .label = "Naam van het project", .flags = FIELD_REQUIRED, AT(struct input, naam), .max = 20 },
    { .type = FIELD_LINES, .name = "uitleg", .label = "Toelichting", AT(struct input, uitleg) },
    { .type = FIELD_EMAIL, .name = "email", .label = "E-mailadres", AT(struct input, email) },
    { .type = FIELD_PHONE, .name = "telefoon", .label = "Telefoonnummer", AT(struct input, telefoon) },
    { .type = FIELD_KVK, .name = "kvk", .label = "KvK-nummer", AT(struct input, kvk) },
    { .type = FIELD_POSTCODE, .name = "postcode", .label = "Postcode", AT(struct input, postcode) },
    { .type = FIELD_PASSWORD, .name = "wachtwoord", .label = "Wachtwoord", .flags = FIELD_NEW_PASSWORD, AT(struct input, wachtwoord) },
    { .type = FIELD_CODE, .name = "code", .label = "Code", AT(struct input, code) },
    { .type = FIELD_CHOICE, .name = "soort", .label = "Soort", AT(struct input, soort), .choices = soorten },
    { .type = FIELD_DATUM, .name = "start", .label = "Startdatum", .flags = FIELD_REQUIRED | FIELD_OLD_ENOUGH, AT(struct input, start) },
    { .type = FIELD_GELD, .name = "bedrag", .label = "Bedrag", AT(struct input, bedrag), .min = 1, .max = 100000 },
    { .type = FIELD_UREN, .name = "uren", .label = "Uren per week", AT(struct input, uren) },
    { .type = FIELD_BP, .name = "deel", .label = "SR-percentage", AT(struct input, deel) },
    { .type = FIELD_INT, .name = "aantal", .label = "Aantal", AT(struct input, aantal), .min = 1, .max = 12 },
    { .type = FIELD_ID, .name = "organisatie", .label = "Opdrachtnemer", .flags = FIELD_NEW_LAST, AT(struct input, organisatie) },
    { .type = FIELD_CHECK, .name = "akkoord", .label = "Ik ga akkoord", AT(struct input, akkoord) },
    { .type = FIELD_ANSWERS, .name = "antwoord.", AT(struct input, antwoorden) },
    { .type = FIELD_DATUM, .name = "tot", .label = "Tot en met", .flags = FIELD_REQUIRED, .rows = "Perioden", AT_ROWS(struct input, rijen.tot, 4), .called = "de einddatum" },
    { .type = FIELD_GELD, .name = "waarde", .label = "Bedrag", .flags = FIELD_REQUIRED, .rows = "Perioden", AT_ROWS(struct input, rijen.bedrag, 4) },
    { .type = FIELD_VERSIE, .name = "versie", AT(struct input, versie) },
    { .type = FIELD_BUTTON, .name = "bewaar", .label = "Opslaan", AT(struct input, knop) },
    FORM_END,
};
/* clang-format on */

struct world {
    struct arena *a;
    struct typed list[40];
    struct typed_list typed;
    struct input in;
    struct problems problems;
};

static void begin(struct world *w)
{
    memset(w, 0, sizeof *w);
    w->a = arena_new();
    w->typed.list = w->list;
}

static void put(struct world *w, const char *name, const char *value)
{
    w->list[w->typed.n++] = (struct typed){name, value};
}

static void fill(struct world *w)
{
    begin(w);
    put(w, "naam", "Stadspark");
    put(w, "start", "1-3-2026");
    put(w, "versie", "3");
}

static enum result read_it(struct world *w)
{
    return form_read(form, &w->typed, datum_from_ymd(2026, 6, 1), w->a, &w->in, &w->problems);
}

static const char *error(const struct world *w, const char *field)
{
    for (size_t i = 0; i < w->problems.n; i++) {
        if (strcmp(w->problems.list[i].field, field) == 0)
            return w->problems.list[i].text;
    }
    return "";
}

/* One field with one value on top of a good form: the message it gives, "" when none. */
static void gives(const char *field, const char *value, const char *message)
{
    struct world w;
    fill(&w);
    for (size_t i = 0; i < w.typed.n; i++) {
        if (strcmp(w.list[i].name, field) == 0)
            w.list[i] = w.list[--w.typed.n];
    }
    put(&w, field, value);
    enum result e = read_it(&w);
    assert_int_equal(e, *message ? INVALID : OK);
    assert_string_equal(error(&w, field), message);
    assert_string_equal(typed_value(&w.typed, field), value);
    arena_free(w.a);
}

static void test_values(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    put(&w, "uitleg", " regel 1\r\nregel 2 ");
    put(&w, "email", "Jan@Voorbeeld.NL");
    put(&w, "kvk", "1234 5678");
    put(&w, "postcode", "9712ab");
    put(&w, "wachtwoord", " een lang wachtwoord ");
    put(&w, "code", "123 456");
    put(&w, "soort", "b");
    put(&w, "bedrag", "\xe2\x82\xac 999,5");
    put(&w, "uren", "32:30");
    put(&w, "deel", "2,5 %");
    put(&w, "aantal", "12");
    put(&w, "organisatie", "44");
    put(&w, "akkoord", "ja");
    put(&w, "antwoord.leeftijd", " 50 ");
    put(&w, "_csrf", "x");
    put(&w, "_eenmalig", "y");
    put(&w, "bewaar", "1");
    assert_int_equal(read_it(&w), OK);
    assert_string_equal(w.in.naam, "Stadspark");
    assert_string_equal(w.in.uitleg, "regel 1\nregel 2");
    assert_string_equal(w.in.email, "Jan@voorbeeld.nl");
    assert_null(w.in.telefoon);
    assert_string_equal(w.in.kvk, "12345678");
    assert_string_equal(w.in.postcode, "9712 AB");
    assert_string_equal(w.in.wachtwoord, " een lang wachtwoord ");
    assert_string_equal(w.in.code, "123456");
    assert_string_equal(w.in.soort, "b");
    assert_int_equal(w.in.start.dag, datum_from_ymd(2026, 3, 1).dag);
    assert_int_equal(w.in.bedrag.cent, 99950);
    assert_int_equal(w.in.uren.honderdste, 3250);
    assert_int_equal(w.in.deel.bp, 250);
    assert_int_equal(w.in.aantal, 12);
    assert_int_equal(w.in.organisatie.id, 44);
    assert_true(w.in.akkoord);
    assert_int_equal(w.in.versie, 3);
    assert_string_equal(w.in.knop, "1");
    assert_int_equal(w.in.antwoorden.n, 1);
    assert_string_equal(w.in.antwoorden.list[0].name, "leeftijd");
    assert_string_equal(w.in.antwoorden.list[0].value, "50");
    arena_free(w.a);
}

static void test_absent_is_none(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    assert_int_equal(read_it(&w), OK);
    assert_true(geld_is_none(w.in.bedrag) && uren_is_none(w.in.uren) && bp_is_none(w.in.deel));
    assert_int_equal(w.in.organisatie.id, 0);
    assert_false(w.in.akkoord);
    assert_true(datum_is_none(w.in.rijen.tot[0]) && geld_is_none(w.in.rijen.bedrag[3]));
    arena_free(w.a);
}

static void test_messages(void **state)
{
    (void)state;
    gives("naam", "  ", "Vul de naam van het project in");
    gives("naam", "123456789012345678901", "De naam van het project mag hoogstens 20 tekens lang zijn");
    gives("naam", "12345678901234567890", "");
    gives("naam", "a\nb", "De naam van het project moet op één regel staan");
    gives("naam", "nr 111222333", "Een burgerservicenummer mag hier niet staan.");
    gives("uitleg", "over 111.222.333 dus", "Een burgerservicenummer mag hier niet staan.");
    gives("start", "", "Vul de startdatum in");
    gives("start", "30-2-2026", "Vul de startdatum in als dag, maand en jaar, bijvoorbeeld 27-03-2026");
    gives("start", "2-6-2026", "De startdatum mag niet in de toekomst liggen");
    gives("start", "1-6-2026", "");
    gives("bedrag", "1,234", "Bedoelt u 1234 of 1,23?");
    gives("bedrag", "veel", "Vul het bedrag in als bedrag in euro’s, bijvoorbeeld 1234,56");
    gives("bedrag", "0",
          "Het bedrag moet minstens \xe2\x82\xac\xc2\xa0"
          "0,01 zijn");
    gives("bedrag", "1000,01",
          "Het bedrag mag hoogstens \xe2\x82\xac\xc2\xa0"
          "1.000,00 zijn");
    gives("bedrag", "1000", "");
    gives("uren", "169", "Vul de uren per week in van 0 tot en met 168 uur");
    gives("deel", "101", "Het SR-percentage moet tussen 0\xc2\xa0% en 100\xc2\xa0% liggen");
    gives("aantal", "13", "Het aantal moet tussen 1 en 12 liggen");
    gives("aantal", "twaalf", "Vul het aantal in als heel getal");
    gives("email", "jan@", "Vul het e-mailadres in zoals naam@voorbeeld.nl");
    gives("telefoon", "12", "Vul het telefoonnummer in met 10 cijfers, bijvoorbeeld 050 123 45 67");
    gives("telefoon", "+31 50 123 45 67", "");
    gives("kvk", "1234567", "Vul het KvK-nummer in met 8 cijfers");
    gives("postcode", "971", "Vul de postcode in zoals 9712 AB");
    gives("wachtwoord", "te kort", "Het wachtwoord moet minstens 12 tekens lang zijn");
    gives("code", "12345", "Vul de 6 cijfers van de code in");
    gives("soort", "z", "Kies de soort uit de lijst");
    gives("soort", "c", "Kies de soort uit de lijst");
    gives("organisatie", "01", "Kies de opdrachtnemer uit de lijst");
    gives("organisatie", "nieuw", "");
}

static void test_undeclared_is_refused(void **state)
{
    (void)state;
    static const char *const strange[] = {"onbekend", "tot.4",     "tot.-1", "tot.01", "tot",
                                          "tot.",     "antwoord.", "id",     "_iets"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        struct world w;
        fill(&w);
        put(&w, strange[i], "1");
        assert_int_equal(read_it(&w), FORBIDDEN);
        arena_free(w.a);
    }
}

static void test_repeated_is_refused(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    put(&w, "naam", "Stadspark");
    assert_int_equal(read_it(&w), FORBIDDEN);
    arena_free(w.a);
    fill(&w);
    w.typed.n--; /* no versie: the page always sends it */
    assert_int_equal(read_it(&w), FORBIDDEN);
    arena_free(w.a);
}

static void test_all_problems_at_once(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    w.list[0].value = "";
    w.list[1].value = "x";
    put(&w, "aantal", "0");
    assert_int_equal(read_it(&w), INVALID);
    assert_int_equal(w.problems.n, 3);
    arena_free(w.a);
}

static void test_rows(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    put(&w, "tot.0", "31-12-2026");
    put(&w, "waarde.0", "100");
    put(&w, "tot.1", " ");
    put(&w, "waarde.2", "50");
    put(&w, "tot.3", "");
    assert_int_equal(read_it(&w), INVALID);
    assert_int_equal(w.in.rijen.bedrag[0].cent, 10000);
    assert_int_equal(w.in.rijen.bedrag[2].cent, 5000);
    assert_string_equal(error(&w, "tot.1"), "Vul de einddatum in op regel 2");
    assert_string_equal(error(&w, "waarde.1"), "Vul het bedrag in op regel 2");
    assert_string_equal(error(&w, "tot.2"), "Vul de einddatum in op regel 3");
    assert_int_equal(w.problems.n, 3); /* the empty fourth row is nothing */
    arena_free(w.a);
}

static void test_view_of_typed(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    w.list[1].value = "onzin";
    put(&w, "wachtwoord", "geheim");
    put(&w, "soort", "b");
    put(&w, "tot.1", "x");
    assert_int_equal(read_it(&w), INVALID);
    struct form_view *v = form_view_new(w.a, form, &w.typed, &w.in, &w.problems, 0);
    struct field_view *start = form_field(v, "start");
    assert_string_equal(start->value, "onzin");
    assert_string_equal(start->id, "veld-start");
    assert_string_equal(start->described_by, "veld-start-fout");
    assert_string_equal(start->inputmode, "numeric");
    assert_true(start->required && v->has_required);
    assert_string_equal(form_field(v, "wachtwoord")->value, "");
    assert_string_equal(form_field(v, "naam")->maxlength, "20");
    assert_null(form_field(v, "wachtwoord")->maxlength);
    assert_true(form_field(v, "soort")->is_radio && form_field(v, "soort")->choices[1].chosen);
    assert_int_equal(v->n_errors, w.problems.n);
    assert_int_equal(v->n_tables, 1);
    assert_int_equal(v->tables[0].n_heads, 2);
    assert_int_equal(v->tables[0].n_rows, 3); /* two filled and one more */
    assert_string_equal(form_field(v, "tot.1")->value, "x");
    assert_string_equal(v->errors[0].href_id, "veld-wachtwoord");
    assert_true(form_field(v, "versie")->is_hidden && form_field(v, "bewaar")->is_button);
    arena_free(w.a);
}

static void test_summary_leads_to_first_radio(void **state)
{
    (void)state;
    struct world w;
    fill(&w);
    put(&w, "soort", "z");
    assert_int_equal(read_it(&w), INVALID);
    problem_add(&w.problems, "", "Het geheel klopt niet");
    struct form_view *v = form_view_new(w.a, form, &w.typed, NULL, &w.problems, 0);
    assert_string_equal(v->errors[0].href_id, "veld-soort-a");
    assert_null(v->errors[1].href_id);
    arena_free(w.a);
}

static void test_view_of_values(void **state)
{
    (void)state;
    struct world w;
    begin(&w);
    w.in.naam = "Stadspark";
    w.in.start = datum_from_ymd(2026, 3, 1);
    w.in.bedrag = (geld){123456};
    w.in.uren = (uren){3250};
    w.in.deel = (basispunt){250};
    w.in.organisatie = (organisatie_id){7};
    w.in.akkoord = true;
    for (int i = 0; i < 4; i++) {
        w.in.rijen.tot[i] = DATUM_GEEN;
        w.in.rijen.bedrag[i] = GELD_GEEN;
    }
    struct form_view *v = form_view_new(w.a, form, NULL, &w.in, NULL, 2);
    assert_string_equal(form_field(v, "naam")->value, "Stadspark");
    assert_string_equal(form_field(v, "start")->value, "01-03-2026");
    assert_string_equal(form_field(v, "bedrag")->value, "1234,56");
    assert_string_equal(form_field(v, "uren")->value, "32,5");
    assert_string_equal(form_field(v, "deel")->value, "2,5");
    assert_true(form_field(v, "akkoord")->checked);
    assert_int_equal(v->tables[0].n_rows, 2);
    static const struct choice lijst[] = {{"7", "Groenwerk", false}, {"8", "Bouw", false}};
    form_choices(v, w.a, "organisatie", lijst, 2);
    struct field_view *o = form_field(v, "organisatie");
    assert_int_equal(o->n_choices, 3); /* "Maak een keuze" first */
    assert_true(o->choices[1].chosen && !o->choices[0].chosen);
    form_readonly(v, w.a, "naam", "vast");
    assert_true(form_field(v, "naam")->is_readonly);
    arena_free(w.a);
}

/* What a form shows is read back as the same values. */
static void test_shown_is_read_back(void **state)
{
    (void)state;
    for (int64_t cent = 1; cent <= 100000; cent = cent * 7 + 3) {
        struct world w;
        fill(&w);
        struct input in = {.naam = "x",
                           .start = datum_from_ymd(2026, 1, (int)(cent % 28) + 1),
                           .bedrag = {cent},
                           .uren = {(int32_t)(cent % 16800)},
                           .deel = {(int32_t)(cent % 10000)},
                           .versie = 1};
        struct form_view *v = form_view_new(w.a, form, NULL, &in, NULL, 1);
        w.typed.n = 0;
        static const char *const names[] = {"naam", "start", "bedrag", "uren", "deel", "versie"};
        for (size_t i = 0; i < 6; i++)
            put(&w, names[i], form_field(v, names[i])->value);
        assert_int_equal(read_it(&w), OK);
        assert_int_equal(w.in.bedrag.cent, cent);
        assert_int_equal(w.in.uren.honderdste, in.uren.honderdste);
        assert_int_equal(w.in.deel.bp, in.deel.bp);
        assert_int_equal(w.in.start.dag, in.start.dag);
        arena_free(w.a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_absent_is_none),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_undeclared_is_refused),
        cmocka_unit_test(test_repeated_is_refused),
        cmocka_unit_test(test_all_problems_at_once),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_view_of_typed),
        cmocka_unit_test(test_summary_leads_to_first_radio),
        cmocka_unit_test(test_view_of_values),
        cmocka_unit_test(test_shown_is_read_back),
    };
    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
