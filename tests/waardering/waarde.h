/* tests/waardering/waarde.h: a set from a real CSV and entries in one line, for the table tests. */
#ifndef TEST_WAARDE_H
#define TEST_WAARDE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/waardering/waardering_csv.h"
#include "app/waardering/waardering_rules.h"
#include "core/embedded.h"

#undef fail /* cmocka has one of its own */
#include <cmocka.h>

static struct attribuut test_attributen[] = {
    {"leeftijd", "getal", "Leeftijd", "", "", true},
    {"uitkering_mnd", "getal", "Maanden uitkering", "", "", false},
    {"uitkering", "keuze", "Uitkering", "", "", false},
    {"register", "ja_nee", "Register", "", "", false},
    {"contractvorm", "keuze", "Contract", "", "", false},
    {"niveau", "keuze", "Niveau", "", "", false},
    {"statushouder", "ja_nee", "Statushouder", "", "", false},
    {"taalachterstand", "ja_nee", "Taal", "", "", false},
    {"startkwalificatie", "ja_nee", "Startkwalificatie", "", "", false},
    {"ips", "ja_nee", "IPS", "", "", false},
    {"stage_vooraf_mnd", "getal", "Stage", "", "", false},
    {"pso_trede", "keuze", "PSO", "", "", false},
    {"erkenning", "keuze", "Erkenning", "", "", false},
};
enum { N_ATTRIBUTEN = sizeof(test_attributen) / sizeof(test_attributen[0]) };

static inline struct bouwblokkenset *set_load(struct arena *a, const char *name)
{
    struct bouwblokkenset *set = ARENA_NEW(a, struct bouwblokkenset);
    struct text problems;
    text_init(&problems, 10000);
    for (size_t i = 0; i < embedded_demo_count; i++)
        if (strcmp(embedded_demo[i].name, name) == 0) {
            enum result r = waardering_csv_read(a, (const char *)embedded_demo[i].p, embedded_demo[i].n, N_ATTRIBUTEN,
                                                test_attributen, &problems, set);
            if (r != OK)
                fail_msg("%s: %s", name, text_c(&problems));
            text_free(&problems);
            return set;
        }
    fail_msg("no %s", name);
    return NULL;
}

static inline datum d(const char *iso)
{
    datum x = *iso ? datum_from_iso(iso) : DATUM_GEEN;
    if (*iso && datum_is_none(x))
        fail_msg("no date: %s", iso);
    return x;
}

static inline datum tm_of(const char *iso)
{
    return *iso ? datum_plus_days(d(iso), 1) : DATUM_GEEN;
}

/* An entry on a project that is wide enough unless the case says otherwise. */
static inline struct inzet_invoer entry(const struct bouwblokkenset *set, const char *code, const char *start,
                                        const char *tm)
{
    const struct bouwblok *b = blok_find_code(set, code);
    if (!b)
        fail_msg("no block %s", code);
    return (struct inzet_invoer){.set = set,
                                 .blok = b,
                                 .start = d(start),
                                 .tot = tm_of(tm),
                                 .uit_dienst_tot = DATUM_GEEN,
                                 .project_start = d("2000-01-01"),
                                 .project_tot = d("2100-01-01"),
                                 .cap_veld_tot = tm_of(tm),
                                 .bedrag = GELD_GEEN,
                                 .aantal = UREN_GEEN,
                                 .aandeel = BP_GEEN};
}

static inline void hours_set(struct inzet_invoer *in, struct uren_deel *to, int week)
{
    to[0] = (struct uren_deel){in->start, {week * 100}};
    in->uren = to;
    in->n_uren = 1;
}

#define assert_cent(a, b) assert_int_equal((long long)(a), (long long)(b))

#endif
