/* The reports as data: filters against a second reading by hand, order, sums; groups add up to the table whatever they
 * group by. And a file that waits: an hour, for one person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <dirent.h>
#include <sodium.h>

#include "app/rapportage/rapportage.h"
#include "app/rapportage/rapportage_excel.h"
#include "core/clock.h"
#include "data/seal.h"
#include "web/exchange.h"

#undef fail
#include <cmocka.h>

static struct arena *a;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    return sodium_init() < 0 || clock_init() != OK;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

enum { LINES = 400 };
static const char *const plaatsen[] = {"Assen", "Groningen", "Emmen", "Eemsdelta", "Ten Boer", "", NULL};
static const char *const sectoren[] = {"Bouw en infra", "Zorg en welzijn", "ICT"};

static uint32_t state_ = 7;
static uint32_t dice(uint32_t n)
{
    state_ = state_ * 1664525 + 1013904223;
    return (state_ >> 8) % n;
}

static struct rapport_tabel table_make(void)
{
    struct rapport_tabel t = {
        .rapport = &rapport_projecten, .n = LINES, .feiten = ARENA_ARRAY(a, struct rapport_feit, LINES)};
    for (size_t i = 0; i < LINES; i++)
        t.feiten[i] = (struct rapport_feit){.project = {(int64_t)i + 1},
                                            .naam = arena_printf(a, "Project %03u", dice(1000)),
                                            .plaats = plaatsen[dice(7)],
                                            .sector = sectoren[dice(3)],
                                            .start = {(int32_t)(19000 + dice(2000))},
                                            .eind = dice(9) ? (datum){(int32_t)(21000 + dice(500))} : DATUM_GEEN,
                                            .netto = dice(5) ? (geld){dice(10000000)} : GELD_GEEN,
                                            .actueel = {dice(5000000)},
                                            .prognose = {dice(9000000)},
                                            .week = UREN_GEEN,
                                            .uren = UREN_GEEN,
                                            .bedrag = GELD_GEEN};
    return t;
}

static struct list_query asked(const char *order, bool descending, size_t n, struct typed *filters)
{
    return (struct list_query){
        .order = {order, descending}, .page = 1, .per_page = 25, .filters = filters, .n_filters = n};
}

static void filters_and_sums(void **state)
{
    (void)state;
    struct rapport_tabel t = table_make();
    for (int round = 0; round < 60; round++) {
        int64_t least = dice(6000000) / 100 * 100;
        const char *word = plaatsen[dice(5)];
        struct typed filters[] = {
            {"plaats", word}, {"prognose", arena_printf(a, ">=%lld", (long long)least / 100)}, {"start", "2023"}};
        size_t n = dice(4);
        struct list_query q = asked(dice(2) ? "prognose" : "naam", dice(2), n, filters);
        rapport_kies(a, &t, &q);
        size_t expected = 0;
        int64_t sum = 0;
        for (size_t i = 0; i < t.n; i++) {
            const struct rapport_feit *f = &t.feiten[i];
            bool good = (n < 1 || (f->plaats && strstr(f->plaats, word))) && (n < 2 || f->prognose.cent >= least) &&
                        (n < 3 || (f->start.dag >= datum_from_ymd(2023, 1, 1).dag &&
                                   f->start.dag < datum_from_ymd(2024, 1, 1).dag));
            expected += good;
            sum += good ? f->prognose.cent : 0;
        }
        assert_int_equal(t.n_gekozen, expected);
        const struct kolom *prognose = rapport_kolom(&rapport_projecten, "prognose");
        assert_int_equal(t.som[prognose - rapport_projecten.kolommen], sum);
        for (size_t i = 1; i < t.n_gekozen; i++) {
            const struct rapport_feit *x = &t.feiten[t.gekozen[i - 1]], *y = &t.feiten[t.gekozen[i]];
            int c = strcmp(q.order.column, "naam") == 0
                        ? strcmp(x->naam, y->naam)
                        : (x->prognose.cent > y->prognose.cent) - (x->prognose.cent < y->prognose.cent);
            assert_true(q.order.descending ? c >= 0 : c <= 0);
        }
    }
}

static void groups_are_the_table(void **state)
{
    (void)state;
    struct rapport_tabel t = table_make();
    struct list_query q = asked("naam", false, 0, NULL);
    rapport_kies(a, &t, &q);
    for (size_t g = 0; rapport_projecten.groepen[g]; g++) {
        struct groep groepen[GROEPEN_MOST + 1];
        size_t n = rapport_groepeer(a, &t, rapport_kolom(&rapport_projecten, rapport_projecten.groepen[g]), groepen);
        assert_in_range(n, 1, GROEPEN_MOST + 1);
        int64_t aantal = 0;
        for (size_t k = 0; k < rapport_projecten.n_kolommen; k++) {
            int64_t sum = 0;
            for (size_t i = 0; i < n; i++)
                sum += groepen[i].som[k];
            assert_int_equal(sum, t.som[k]);
        }
        for (size_t i = 0; i < n; i++)
            aantal += groepen[i].aantal;
        assert_int_equal(aantal, t.n_gekozen);
    }
}

static void not_understood(void **state)
{
    (void)state;
    const struct rapport *p = &rapport_projecten;
    assert_false(filter_begrepen(rapport_kolom(p, "start"), "morgen"));
    assert_false(filter_begrepen(rapport_kolom(p, "prognose"), "veel"));
    assert_true(filter_begrepen(rapport_kolom(p, "prognose"), ">=10.000"));
    assert_true(filter_begrepen(rapport_kolom(p, "naam"), "%_\\"));
    assert_null(rapport_kolom(p, "bestaat niet"));
    /* the user's own signs are letters, and what is not understood filters nothing */
    struct rapport_tabel t = table_make();
    struct typed filters[] = {{"naam", "%"}, {"start", "morgen"}};
    struct list_query q = asked("naam", false, 2, filters);
    rapport_kies(a, &t, &q);
    assert_int_equal(t.n_gekozen, 0);
    q.filters = &filters[1];
    q.n_filters = 1;
    rapport_kies(a, &t, &q);
    assert_int_equal(t.n_gekozen, LINES);
}

/* ---- a file that waits ---- */

static enum result in_two_turns(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    static const struct xlsx_column kop[] = {{"Wat", XLSX_TEXT, 10, false}};
    (void)tot;
    *klaar = w->gedaan++ > 0;
    if (!*klaar)
        return OK;
    if (excel_begin(r, w) != OK)
        return FAILED;
    xlsx_sheet(w->x, "Blad", kop, 1);
    xlsx_text(w->x, "=1+1");
    xlsx_row(w->x);
    excel_over(r, w, (const char *const[]){"Rapport", "Proef", NULL});
    return OK;
}

static void a_file_waits_an_hour(void **state)
{
    (void)state;
    char folder[] = "/tmp/srm-excel-XXXXXX", keys[60], master[60];
    assert_non_null(mkdtemp(folder));
    snprintf(keys, sizeof(keys), "%s/keys", folder);
    snprintf(master, sizeof(master), "%s/master", folder);
    struct seal *seal;
    assert_int_equal(seal_open(keys, master, &seal), OK);
    struct config config;
    config_defaults(&config);
    snprintf(config.tmp, sizeof(config.tmp), "%s", folder);
    struct site site = {.config = &config};
    const struct viewer anna = {.gebruiker = {1}, .soort = SOORT_OG, .naam = "Anna", .organisatie_naam = "Gemeente"},
                        bep = {.gebruiker = {2}, .soort = SOORT_OG, .naam = "Bep", .organisatie_naam = "Gemeente"};
    struct exchange *x = ARENA_NEW(a, struct exchange);
    struct request *r = &x->r;
    *r = (struct request){.arena = a,
                          .site = &site,
                          .viewer = &anna,
                          .now = {1800000000},
                          .path = "/",
                          .query_string = "",
                          .seal = seal,
                          .session_token = "0123456789012345678901234567890123456789012",
                          .today = {20000}};
    struct werk *w = werk_new();
    w->turn = in_two_turns;
    w->bestand = "proef.xlsx";
    w->titel = "Proef";
    assert_int_equal(excel_answer(r, w), OK);
    assert_non_null(r->reply.location);
    r->token = arena_strdup(a, strrchr(r->reply.location, '/') + 1);
    assert_int_equal(strlen(r->token), 43);
    assert_int_equal(rapport_bestand_ophalen(r), NOT_FOUND); /* not there yet */
    assert_int_equal(rapport_bestand_page(r), OK);           /* the second turn */
    assert_int_equal(r->reply.refresh, 0);
    assert_int_equal(rapport_bestand_ophalen(r), OK);
    assert_string_equal(r->reply.filename, "proef.xlsx");
    assert_memory_equal(r->reply.body.p, "PK", 2);
    r->viewer = &bep;
    assert_int_equal(rapport_bestand_ophalen(r), NOT_FOUND);
    assert_int_equal(rapport_bestand_page(r), NOT_FOUND);
    r->viewer = &anna;
    r->now.sec += 3599;
    assert_int_equal(rapport_bestand_ophalen(r), OK);
    r->now.sec += 1;
    assert_int_equal(rapport_bestand_ophalen(r), NOT_FOUND); /* its hour is over */
    text_free(&r->reply.body);
    seal_close(seal);
    size_t excel = 0;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        char path[400];
        excel += strstr(e->d_name, "excel") != NULL || strstr(e->d_name, "tmp") != NULL;
        snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
        unlink(path);
    }
    closedir(d);
    assert_int_equal(excel, 0); /* nothing lies about */
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(filters_and_sums), cmocka_unit_test(groups_are_the_table),
                                       cmocka_unit_test(not_understood), cmocka_unit_test(a_file_waits_an_hour)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
