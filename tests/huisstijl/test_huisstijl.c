/* What may become a house style: theme files and logos by table, good and hostile; and static/srm.css asks for exactly
 * what the rules measure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/huisstijl/huisstijl.h"
#include "core/arena.h"
#include "core/embedded.h"
#include "core/text.h"

#undef fail
#include <cmocka.h>

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

#define ONE "--basis-color-action-1-color-default: #7a1f5c;"
/* problem: what the first one says; NULL = it is read, and then `tokens` is what is kept */
static const struct {
    const char *file, *problem, *tokens;
    int skipped;
} themes[] = {
    {ONE, NULL, ONE "\n", 0},
    {".voorbeeld-theme {\n  " ONE "\n}\n", NULL, ONE "\n", 0},
    {"/* een thema; met { tekens } */\n:root{--basis-border-radius-md:0;--andere-kleur:red;color-scheme:light}", NULL,
     "--basis-border-radius-md: 0;\n", 2},
    {"--basis-text-font-family-default: \"Voorbeeld Sans\",\n Arial, sans-serif;", NULL,
     "--basis-text-font-family-default: \"Voorbeeld Sans\", Arial, sans-serif;\n", 0},
    {"--basis-a: #123456; --basis-color-action-1-color-default: var(--basis-a);", NULL,
     "--basis-a: #123456;\n--basis-color-action-1-color-default: var(--basis-a);\n", 0},
    {"", "geen enkel token", NULL, 0},
    {"--ander: 1px;", "geen enkel token", NULL, 1},
    {"\n\n--basis-a: url(https://example.nl/x);", "Regel 3: deze functie mag niet", NULL, 0},
    {"--basis-a: url(x);", "Regel 1: deze functie mag niet", NULL, 0},
    {"--basis-a: URL(x);", "Regel 1: deze functie mag niet", NULL, 0},
    {"--basis-a: u/**/rl(x);", "Regel 1: deze functie mag niet", NULL, 0},
    {"--basis-a: \\75rl(x);", "Regel 1: in deze waarde staat een teken", NULL, 0},
    {"--basis-a: image-set(\"x\");", "Regel 1: deze functie mag niet", NULL, 0},
    {"--basis-a: (x);", "Regel 1: deze functie mag niet", NULL, 0},
    {"--ander: url(x);\n" ONE, "Regel 1: deze functie mag niet", NULL, 0},
    {"@import \"x\";\n" ONE, "Regel 1: @-regels", NULL, 0},
    {"@media (prefers-color-scheme: dark) {\n" ONE "\n}", "Regel 1: @-regels", NULL, 0},
    {".a {\n" ONE "\n}\n.b {\n" ONE "\n}", "Regel 4: hier begint een tweede blok", NULL, 0},
    {".a { .b {\n" ONE "\n} }", "Regel 1: hier begint een tweede blok", NULL, 0},
    {ONE "\n" ONE, "Regel 2: dit token staat er al", NULL, 0},
    {ONE "\n}", "Regel 2: deze accolade sluit niets", NULL, 0},
    {".a {\n" ONE, "Een accolade", NULL, 0},
    {ONE "/*", "Een opmerking", NULL, 0},
    {"body { display: none; }", "geen enkel token", NULL, 1},
    {"--basis-a: \"x;\n" ONE, "Regel 1: een haakje of aanhalingsteken", NULL, 0},
    {"--basis-a: calc(1px;\n" ONE, "Regel 1: een haakje of aanhalingsteken", NULL, 0},
    {"--basis-a: 1px);\n" ONE, "Regel 1: er staat een haakje te veel", NULL, 0},
    {"--basis-a: 1px !important;", "Regel 1: in deze waarde staat een teken", NULL, 0},
    {"--basis-a: </style><script>;", "Regel 1: in deze waarde staat een teken", NULL, 0},
    {"--basis-a:;", "Regel 1: na de dubbele punt", NULL, 0},
    {"--basis-a;", "Regel 1: dit is geen regel", NULL, 0},
    {"--basis-\xc3\xa9: 1px;", "Regel 1: de naam", NULL, 0},
    {"--basis-a: \x01;", "geen tekstbestand", NULL, 0},
    {"\xff\xfe-\0-", "geen tekstbestand", NULL, 0},
    {"--basis-color-default-color-document: #888888;",
     "Te weinig contrast tussen tekst (--basis-color-default-color-document) en achtergrond", NULL, 0},
    {"--basis-color-action-1-color-default: #ffffff;", "Te weinig contrast tussen knop en link", NULL, 0},
    {"--basis-color-action-1-color-default: transparent;", "deze kleur kunnen wij niet nameten", NULL, 0},
    {"--basis-color-action-1-color-default: #00000000;", "deze kleur kunnen wij niet nameten", NULL, 0},
    {"--basis-a: var(--basis-b); --basis-b: var(--basis-a); --basis-color-action-1-color-default: var(--basis-a);",
     "deze kleur kunnen wij niet nameten", NULL, 0},
    {"--basis-text-font-size-md: 0;", "grootte van de tekst", NULL, 0},
    {"--basis-text-font-size-md: 5rem;", "grootte van de tekst", NULL, 0},
    {"--basis-page-max-inline-size: 1px;", "breedte van de pagina", NULL, 0},
    {"--basis-space-block-md: -3rem;", "ruimte", NULL, 0},
};

static void test_themes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(themes) / sizeof(themes[0]); i++) {
        struct thema t;
        enum result ended = thema_lees(a, themes[i].file, strlen(themes[i].file), &t);
        if (!themes[i].problem) {
            if (ended != OK)
                fail_msg("%s: %s", themes[i].file, t.problems[0]);
            assert_string_equal(t.tokens, themes[i].tokens);
        } else if (ended != INVALID || !strstr(t.problems[0], themes[i].problem)) {
            fail_msg("%s: expected “%s”, got %s", themes[i].file, themes[i].problem,
                     t.n_problems ? t.problems[0] : "OK");
        }
        assert_int_equal(t.overgeslagen, themes[i].skipped);
    }
}

static void test_large_theme(void **state)
{
    (void)state;
    struct thema t;
    struct text big;
    text_init(&big, 1 << 20);
    for (int i = 0; i < 2900; i++)
        text_printf(&big, "--basis-x-%d: %dpx;\n", i, i);
    assert_int_equal(thema_lees(a, text_c(&big), big.n, &t), OK);
    assert_int_equal(t.n, 2900);
    while (big.n <= THEMA_MOST)
        text_str(&big, "--basis-y: 1px;\n");
    assert_int_equal(thema_lees(a, text_c(&big), big.n, &t), INVALID);
    assert_true(t.n_problems == 1 && strstr(t.problems[0], "256 KB"));
    text_free(&big);
}

static void test_contrast(void **state)
{
    (void)state;
    static const struct {
        const char *voor, *achter;
        int contrast;
    } pairs[] = {
        {"#000000", "#ffffff", 2100},
        {"#fff", "black", 2100},
        {"#767676", "#ffffff", 454},
        {"#777777", "#fff", 447},
        {"rgb(118, 118, 118)", "white", 454},
        {"rgb(118 118 118)", "white", 454},
        {"hsl(0, 0%, 0%)", "#fff", 2100},
        {"hsl(240 100% 50%)", "#ffffff", 859},
        {"#0000ff", "#ffffff", 859},
        {"#12345", "#fff", 0},
        {"rgb(300, 0, 0)", "#fff", 0},
        {"rgb(1,2,3,0.5)", "#fff", 0},
        {"red", "#fff", 0},
        {"", "#fff", 0},
        {"var(--x)", "#fff", 0},
        {"var(--x, #000)", "#fff", 2100},
    };
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
        if (thema_contrast(a, pairs[i].voor, pairs[i].achter) != pairs[i].contrast)
            fail_msg("%s on %s: %d", pairs[i].voor, pairs[i].achter, thema_contrast(a, pairs[i].voor, pairs[i].achter));
}

/* What is measured is what the sheet asks for, with the same value behind it. */
static void test_sheet(void **state)
{
    (void)state;
    const char *sheet = NULL;
    for (size_t i = 0; i < embedded_static_count; i++)
        if (strcmp(embedded_static[i].name, "srm.css") == 0)
            sheet = arena_printf(a, "%.*s", (int)embedded_static[i].n, (const char *)embedded_static[i].p);
    assert_non_null(sheet);
    size_t n = 0;
    for (const char *asks; (asks = thema_vraagt(n)) != NULL; n++)
        if (!strstr(sheet, asks))
            fail_msg("srm.css does not ask for %s", asks);
    size_t asked = 0;
    for (const char *p = sheet; (p = strstr(p, "var(--basis-")) != NULL; p++)
        asked++;
    assert_int_equal(asked, n + 1); /* the heading's stands within another */
}

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
static const struct {
    const char *file, *why;
} drawings[] = {
    {SVG "<path d=\"M0 0h10v10z\" fill=\"#123\"/></svg>", NULL},
    {"\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- gemaakt -->\n" SVG
     "<title>Een &amp; ander</title><defs><linearGradient id='image1'><stop offset='0' style='stop-color:#fff'/></linearGradient></defs>"
     "<style>.a{fill:url(#image1)}</style><g class='a'><use xlink:href='#b' xmlns:xlink='http://www.w3.org/1999/xlink'/></g></svg>\n",
     NULL},
    {SVG "<script>alert(1)</script></svg>", "script"},
    {SVG "<a href=\"https://example.nl\"><path/></a></svg>", "niet nodig"},
    {SVG "<foreignObject/></svg>", "niet nodig"},
    {SVG "<image href=\"x.png\"/></svg>", "niet nodig"},
    {SVG "<animate attributeName=\"href\"/></svg>", "niet nodig"},
    {SVG "<path onload=\"alert(1)\"/></svg>", "on…"},
    {SVG "<path ONCLICK=\"alert(1)\"/></svg>", "on…"},
    {SVG "<use href=\"https://example.nl/x.svg#a\"/></svg>", "buiten het logo"},
    {SVG "<use xlink:href=\"data:image/svg+xml,x\"/></svg>", "buiten het logo"},
    {SVG "<use href=\"#\"/></svg>", "buiten het logo"},
    {SVG "<path fill=\"url(https://example.nl/x)\"/></svg>", "opmaak"},
    {SVG "<path style=\"fill:url( 'x' )\"/></svg>", "opmaak"},
    {SVG "<path style=\"fill:\\75rl(x)\"/></svg>", "opmaak"},
    {SVG "<style>@import 'x';</style></svg>", "opmaak"},
    {SVG "<style>a{background:URL(//example.nl)}</style></svg>", "opmaak"},
    {SVG "<path data-x=\"1\"/></svg>", "eigenschap"},
    {SVG "<title>&x;</title></svg>", "verwijzing"},
    {SVG "<path d=\"&#x6a;\"/></svg>", "verwijzing met &"},
    {"<!DOCTYPE svg [<!ENTITY x \"y\">]>" SVG "</svg>", "DOCTYPE"},
    {SVG "<![CDATA[x]]></svg>", "DOCTYPE"},
    {SVG "<?php x?></svg>", "DOCTYPE"},
    {SVG "<g></svg>", "geen goede SVG"},
    {SVG "<path d=\"M0 0", "geen goede SVG"},
    {SVG, "geen volledige SVG"},
    {SVG "</svg>" SVG "</svg>", "geen SVG"},
    {"<html><svg/></html>", "niet nodig"},
    {"<svg viewBox=\"0 0 1 1\"></svg>", "geen volledige SVG"},
    {"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "hoe groot"},
    {"<svg xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 1 1\"></svg>", "geen SVG"},
    {"geen tekening", "geen PNG en geen SVG"},
    {"GIF89a<", "geen goede SVG"},
};

static void test_drawings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(drawings) / sizeof(drawings[0]); i++) {
        const char *why = "";
        const char *soort = logo_soort(drawings[i].file, strlen(drawings[i].file), &why);
        if ((soort != NULL) != (drawings[i].why == NULL) || (drawings[i].why && !strstr(why, drawings[i].why)))
            fail_msg("%s: %s (%s)", drawings[i].file, soort ? soort : "refused", why);
        char *cut = arena_strdup(a, drawings[i].file); /* half a file never passes, and never harms */
        for (size_t n = strlen(cut) - 1; n > 0 && drawings[i].why == NULL; n--)
            if (logo_soort(cut, n, &why) && cut[n] != '\n')
                fail_msg("%.*s is taken", (int)n, cut);
    }
}

static const unsigned char png[] = {0x89, 'P', 'N', 'G', 13, 10,  26,  10,  0,   0,   0,   13, 'I', 'H', 'D',
                                    'R',  0,   0,   0,   9,  0,   0,   0,   9,   8,   6,   0,  0,   0,   1,
                                    2,    3,   4,   0,   0,  0,   1,   'I', 'D', 'A', 'T', 7,  1,   2,   3,
                                    4,    0,   0,   0,   0,  'I', 'E', 'N', 'D', 1,   2,   3,  4};

static void test_png(void **state)
{
    (void)state;
    const char *why = "";
    unsigned char file[sizeof(png) + 1];
    memcpy(file, png, sizeof(png));
    file[sizeof(png)] = 'x';
    assert_string_equal(logo_soort((const char *)file, sizeof(png), &why), "image/png");
    for (size_t n = 0; n < sizeof(png); n++)
        assert_null(logo_soort((const char *)file, n, &why));
    assert_null(logo_soort((const char *)file, sizeof(file), &why)); /* something behind it */
    file[18] = 8;                                                    /* 2057 wide */
    assert_null(logo_soort((const char *)file, sizeof(png), &why));
    assert_true(strstr(why, "2000") != NULL);
    memcpy(file, png, sizeof(png));
    file[19] = 0;
    assert_null(logo_soort((const char *)file, sizeof(png), &why));
    memcpy(file, png, sizeof(png));
    file[33] = 0xff; /* a piece longer than the file */
    assert_null(logo_soort((const char *)file, sizeof(png), &why));
    char *big = arena_alloc(a, LOGO_MOST + 1);
    memset(big, ' ', LOGO_MOST + 1);
    assert_null(logo_soort(big, LOGO_MOST + 1, &why));
    assert_true(strstr(why, "100 KB") != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_themes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_large_theme, setup, teardown),
        cmocka_unit_test_setup_teardown(test_contrast, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sheet, setup, teardown),
        cmocka_unit_test_setup_teardown(test_drawings, setup, teardown),
        cmocka_unit_test_setup_teardown(test_png, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
