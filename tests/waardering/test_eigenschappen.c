/* The properties of spec 3 on thousands of generated entries; the generator is seeded, so a failure comes back. */
#include "waarde.h"

__extension__ typedef __int128 wide; /* the house computes without; the proof may use it */

enum { CASES = 6000 };
static struct arena *a;
static struct bouwblokkenset *sets[3];
static uint64_t seed;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    sets[0] = set_load(a, "deventer-2023.csv");
    sets[1] = set_load(a, "utrecht.csv");
    sets[2] = set_load(a, "haaglanden-2023.csv");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

static uint32_t rnd(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 20) % below;
}

static datum day_between(const char *from, uint32_t days)
{
    return datum_plus_days(d(from), (int32_t)rnd(days));
}

struct any {
    struct arena *memory;
    struct bouwblokkenset set;
    struct uren_deel hours[4];
    struct plaatsing before[4];
    struct antwoord answers[4];
    struct inzet_invoer in;
};

static void answers_make(struct any *x)
{
    static const char *const ages[] = {"24", "50", "51", "55", "60"};
    x->answers[0] = (struct antwoord){"leeftijd", ages[rnd(5)]};
    x->answers[1] = (struct antwoord){"contractvorm", rnd(2) ? "vast" : "tijdelijk"};
    x->answers[2] = (struct antwoord){"statushouder", rnd(2) ? "ja" : "nee"};
    x->answers[3] = (struct antwoord){"taalachterstand", rnd(2) ? "ja" : "nee"};
    x->in.n_antwoorden = rnd(5);
    x->in.antwoorden = x->answers;
}

static void hours_make(struct any *x)
{
    x->in.n_uren = rnd(5);
    x->in.uren = x->hours;
    datum at = x->in.start;
    for (size_t i = 0; i < x->in.n_uren; i++) {
        x->hours[i] = (struct uren_deel){at, {(int32_t)rnd(4400)}};
        at = datum_plus_days(at, 1 + (int32_t)rnd(300));
    }
}

/* Any entry: any basis of any set under any setting, with people who were placed before. */
static struct any *any_entry(void)
{
    struct arena *memory = arena_new();
    struct any *x = ARENA_NEW(memory, struct any);
    x->memory = memory;
    x->set = *sets[rnd(3)];
    x->set.cap_basis = (enum cap_basis)rnd(CAP_BASES);
    x->set.binnen_project = rnd(4) > 0;
    x->set.aanloop_mnd = rnd(2) ? 12 : 0;
    x->set.onderbreking_mnd = (int)rnd(8);
    x->set.min_uren = (uren){rnd(3) ? 0 : 1200};
    x->in.set = &x->set;
    do
        x->in.blok = &x->set.blokken[rnd((uint32_t)x->set.n_blokken)];
    while (x->in.blok->soort != BLOK_BASIS);
    x->in.start = day_between("2019-01-01", 3000);
    x->in.tot = rnd(6) ? datum_plus_days(x->in.start, 1 + (int32_t)rnd(2000)) : DATUM_GEEN;
    x->in.uit_dienst_tot = rnd(4) ? DATUM_GEEN : datum_plus_days(x->in.start, (int32_t)rnd(900));
    x->in.project_start = rnd(3) ? d("2018-06-01") : day_between("2019-01-01", 2000);
    x->in.project_tot = datum_plus_days(x->in.project_start, 30 + (int32_t)rnd(4000));
    x->in.cap_veld_tot = rnd(2) ? DATUM_GEEN : datum_plus_days(x->in.start, (int32_t)rnd(1500));
    x->in.bedrag = rnd(2) ? GELD_GEEN : (geld){rnd(90000000)};
    x->in.aantal = rnd(2) ? UREN_GEEN : (uren){(int32_t)rnd(20000)};
    x->in.personen = (int)rnd(9);
    x->in.aandeel = rnd(5) ? BP_GEEN : (basispunt){1 + (int32_t)rnd(10000)};
    x->in.goedgekeurd = rnd(2);
    x->in.n_eerder = rnd(3) ? 0 : rnd(5);
    x->in.eerder = x->before;
    for (size_t i = 0; i < x->in.n_eerder; i++) {
        datum van = datum_plus_days(x->in.start, (int32_t)rnd(1500) - 1200);
        x->before[i] = (struct plaatsing){
            van, datum_plus_days(van, 1 + (int32_t)rnd(500)), {(int32_t)rnd(4000)}, BP_GEEN, DATUM_GEEN};
    }
    hours_make(x);
    answers_make(x);
    return x;
}

static int64_t worth(const struct any *x, datum T)
{
    return waarde_bereken(x->memory, &x->in, T).totaal.cent;
}

static void bounds_and_time(void **state)
{
    (void)state;
    seed = 20260301;
    int positive = 0;
    for (int i = 0; i < CASES; i++) {
        struct any *x = any_entry();
        int64_t end = worth(x, GEEN_GRENS), before = 0;
        positive += end > 0;
        datum T = datum_plus_days(x->in.start, -3);
        for (int k = 0; k < 12; k++) {
            int64_t now = worth(x, T);
            if (now < before || now > end)
                fail_msg("case %d, block %s: %lld at step %d, before %lld, prognose %lld", i, x->in.blok->code,
                         (long long)now, k, (long long)before, (long long)end);
            before = now;
            T = datum_plus_days(T, 1 + (int32_t)rnd(200));
        }
        assert_cent(worth(x, d("2190-01-01")), end); /* after all ends actueel is prognose */
        assert_cent(worth(x, GEEN_GRENS), end);      /* and computing again gives the same */
        arena_free(x->memory);
    }
    assert_true(positive > CASES / 2); /* the generator makes entries that are worth something */
}

static void lines_sum_and_prove_themselves(void **state)
{
    (void)state;
    seed = 4711;
    for (int i = 0; i < CASES; i++) {
        struct any *x = any_entry();
        datum T = rnd(2) ? GEEN_GRENS : day_between("2019-01-01", 4000);
        struct waarde w = waarde_bereken(x->memory, &x->in, T);
        int64_t sum = 0;
        for (size_t k = 0; k < w.n_regels; k++) {
            const struct waarde_regel *r = &w.regels[k];
            sum += r->bedrag.cent;
            assert_true(r->tot.dag >= r->van.dag);
            if (r->blok->eenheid != PER_PERIODE || !bp_is_none(x->in.aandeel))
                continue;
            wide exact = (wide)r->blok->tarief * r->teller;
            assert_int_equal(r->bedrag.cent, (int64_t)((2 * exact + r->noemer) / (2 * (wide)r->noemer)));
        }
        assert_cent(sum, w.totaal.cent);
        arena_free(x->memory);
    }
}

/* More hours, a higher rate, a later end: never less. By FTE the cap moves a day at a time and a piece is divided over
 * its own time, so those stand apart. */
static void monotone(void **state)
{
    (void)state;
    seed = 99;
    for (int i = 0; i < CASES; i++) {
        struct any *x = any_entry();
        datum T = rnd(2) ? GEEN_GRENS : day_between("2019-01-01", 4000);
        int64_t was = worth(x, T);
        struct bouwblok b = *x->in.blok;
        const struct bouwblok *old = x->in.blok;
        b.tarief += b.eenheid == PROCENT ? 0 : rnd(100000);
        x->in.blok = &b;
        assert_true(worth(x, T) >= was);
        x->in.blok = old;
        if (x->in.n_uren > 0 && x->set.cap_basis != CAP_FTE) {
            x->hours[rnd((uint32_t)x->in.n_uren)].week.honderdste += (int32_t)rnd(1000);
            assert_true(worth(x, T) >= was);
            was = worth(x, T);
        }
        if (old->eenheid == PER_PERIODE && !datum_is_none(x->in.tot)) {
            x->in.tot = datum_plus_days(x->in.tot, (int32_t)rnd(500));
            assert_true(worth(x, T) >= was);
        }
        arena_free(x->memory);
    }
}

static void splitting_changes_nothing(void **state)
{
    (void)state;
    seed = 31337;
    for (int i = 0; i < CASES; i++) {
        struct any *x = any_entry();
        datum T = rnd(2) ? GEEN_GRENS : day_between("2019-01-01", 4000);
        int32_t week = (int32_t)rnd(4400);
        x->hours[0] = (struct uren_deel){x->in.start, {week}};
        x->in.n_uren = 1;
        struct waarde one = waarde_bereken(x->memory, &x->in, T);
        for (size_t k = 1; k < 4; k++)
            x->hours[k] = (struct uren_deel){datum_plus_days(x->hours[k - 1].vanaf, 1 + (int32_t)rnd(200)), {week}};
        x->in.n_uren = 4;
        struct waarde four = waarde_bereken(x->memory, &x->in, T);
        assert_cent(one.totaal.cent, four.totaal.cent);
        assert_string_equal(one.regels[0].berekening, four.regels[0].berekening);
        arena_free(x->memory);
    }
}

static void whole_years(void **state)
{
    (void)state;
    struct inzet_invoer e = entry(sets[0], "WIA-WAO", "2019-01-01", "2019-12-31");
    for (e.start = d("2019-01-01"); e.start.dag < d("2029-01-01").dag; e.start.dag++) {
        struct arena *memory = arena_new();
        int n = 1 + e.start.dag % 5;
        e.tot = datum_plus_months(e.start, 12 * n);
        assert_cent(waarde_bereken(memory, &e, GEEN_GRENS).totaal.cent, INT64_C(4000000) * n);
        arena_free(memory);
    }
}

static void cap_never_raises(void **state)
{
    (void)state;
    seed = 5;
    for (int i = 0; i < CASES; i++) {
        struct any *x = any_entry();
        datum T = rnd(2) ? GEEN_GRENS : day_between("2019-01-01", 4000);
        struct bouwblok b = *x->in.blok;
        x->in.blok = &b;
        b.cap_veld = CAP_VELD_GEEN;
        b.cap_mnd = 0;
        int64_t free_of_cap = worth(x, T), before = 0;
        for (b.cap_mnd = 1; b.cap_mnd < 40; b.cap_mnd += 7) {
            int64_t capped = worth(x, T);
            assert_true(capped <= free_of_cap && capped >= before);
            before = capped;
        }
        arena_free(x->memory);
    }
}

/* An earlier placement takes from what is left, it never adds. */
static void others_never_add(void **state)
{
    (void)state;
    seed = 77;
    for (int i = 0; i < CASES; i++) {
        struct any *x = any_entry();
        size_t n = x->in.n_eerder;
        int64_t with = worth(x, GEEN_GRENS);
        x->in.n_eerder = 0;
        if (worth(x, GEEN_GRENS) < with)
            fail_msg("case %d: %zu other placements add", i, n);
        arena_free(x->memory);
    }
}

/* Every start day of 28 years: periods are 28..31 or 365..366 days, u grows every day by the same part of its period
 * and never rounds. */
static void fractions_are_exact(void **state)
{
    (void)state;
    for (datum s = d("2000-01-01"); s.dag < d("2028-01-01").dag; s.dag++)
        for (int p = 1; p <= 12; p += 11) {
            int64_t q = p == 12 ? Q_JAAR : Q_MAAND;
            for (int k = 0; k < (p == 12 ? 5 : 26); k++) {
                datum begin = datum_plus_months(s, p * k), end = datum_plus_months(s, p * (k + 1));
                int64_t length = end.dag - begin.dag;
                assert_true(p == 12 ? length == 365 || length == 366 : length >= 28 && length <= 31);
                assert_int_equal(q % length, 0);
                assert_int_equal(tijd_u(s, begin, p), k * q);
                assert_int_equal(tijd_u(s, datum_plus_days(end, -1), p), (k + 1) * q - q / length);
            }
        }
}

static void divisions_are_whole(void **state)
{
    (void)state;
    seed = 1234;
    for (int i = 0; i < CASES; i++) {
        struct periode_deel p[60];
        geld totaal = {(int64_t)rnd(2000000000) * (1 + rnd(400))}, out[6];
        datum van = day_between("2015-01-01", 5000), tot = datum_plus_days(van, 1 + (int32_t)rnd(5000));
        size_t n = periode_verdeel(van, tot, totaal, p, 60);
        int64_t sum = 0;
        datum at = van;
        for (size_t k = 0; k < n; k++) {
            assert_int_equal(p[k].van.dag, at.dag);
            assert_true(p[k].bedrag.cent >= 0 && (k + 1 == n || p[k].bedrag.cent % 100 == 0));
            at = p[k].tot;
            sum += p[k].bedrag.cent;
        }
        assert_int_equal(at.dag, tot.dag);
        assert_cent(sum, totaal.cent);
        basispunt bp[6];
        int32_t left = 10000;
        for (int k = 0; k < 5; k++)
            left -= bp[k].bp = (int32_t)rnd((uint32_t)left / 2 + 1);
        bp[5].bp = left;
        totaal.cent = rnd(rnd(2) ? 20 : 2000000000);
        waarde_verdeel(totaal, 6, bp, out);
        sum = 0;
        for (int k = 0; k < 6; k++) {
            assert_true(out[k].cent >= 0);
            sum += out[k].cent;
        }
        assert_cent(sum, totaal.cent);
    }
}

/* The bounds of waardering_units.c at their edge: 300 years, the highest rate, the widest week. */
static void no_overflow(void **state)
{
    (void)state;
    struct bouwblokkenset s = *sets[0];
    s.fte = (uren){16800};
    struct bouwblok b = *blok_find_code(sets[0], "WIA-WAO");
    b.tarief = TARIEF_MOST;
    struct inzet_invoer e = entry(&s, "WIA-WAO", "1900-01-01", "2199-12-31");
    e.project_start = d("1900-01-01");
    e.project_tot = d("2199-12-31");
    e.tot = d("2199-12-31");
    for (int p = 1; p <= 12; p += 11) {
        b.periode_mnd = p;
        e.blok = &b;
        struct waarde_regel r = waarde_bereken(a, &e, GEEN_GRENS).regels[0];
        assert_int_equal(r.bedrag.cent, (int64_t)((2 * (wide)b.tarief * r.teller + r.noemer) / (2 * (wide)r.noemer)));
        assert_true(r.bedrag.cent > TARIEF_MOST * (p == 12 ? 299 : 3590));
    }
    assert_int_equal(deel_half_up(TARIEF_MOST, (int64_t)Q_MAAND * 16800 - 1, (int64_t)Q_MAAND * 16800), TARIEF_MOST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_and_time),
        cmocka_unit_test(lines_sum_and_prove_themselves),
        cmocka_unit_test(monotone),
        cmocka_unit_test(splitting_changes_nothing),
        cmocka_unit_test(whole_years),
        cmocka_unit_test(cap_never_raises),
        cmocka_unit_test(others_never_add),
        cmocka_unit_test(fractions_are_exact),
        cmocka_unit_test(divisions_are_whole),
        cmocka_unit_test(no_overflow),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
