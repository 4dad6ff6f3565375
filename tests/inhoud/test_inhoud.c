/* The pure side of the room inhoud: Markdown from whoever typed it, the feed, what differs between two texts, times of
 * day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#undef fail /* ours: core/result.h */

#include "app/inhoud/inhoud_rules.h"
#include "core/clock.h"
#include "out/atom.h"
#include "out/markdown.h"

static int setup(void **state)
{
    *state = arena_new();
    return clock_init() == OK ? 0 : 1;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void test_markdown(void **state)
{
    static const struct {
        const char *source, *html;
    } table[] = {
        {"Gewone tekst.\n\nEn **vet** en *schuin*.",
         "<p>Gewone tekst.</p>\n<p>En <strong>vet</strong> en <em>schuin</em>.</p>\n"},
        {"- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"},
        /* headings begin at 2 and go down one at a time, whichever the author chose */
        {"# Een\n\n## Twee", "<h2>Een</h2>\n<h3>Twee</h3>\n"},
        {"### Een\n\n#### Twee\n\n###### Zes", "<h2>Een</h2>\n<h3>Twee</h3>\n<h4>Zes</h4>\n"},
        {"## Een\n\n# Twee\n\n#### Drie\n\n### Vier\n\n# Vijf",
         "<h2>Een</h2>\n<h2>Twee</h2>\n<h3>Drie</h3>\n<h3>Vier</h3>\n<h2>Vijf</h2>\n"},
        {"# a\n## b\n### c\n#### d\n##### e\n###### f",
         "<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>\n<h5>d</h5>\n<h6>e</h6>\n<h6>f</h6>\n"},
        {"#\n\ntekst", "<p>tekst</p>\n"},
        {"# ![](/x.png)\n\ntekst", "<p>tekst</p>\n"},
        /* links: http(s), mailto, pages of ours; else their text */
        {"[a](https://voorbeeld.nl/x?y=1&z=2)", "<p><a href=\"https://voorbeeld.nl/x?y=1&amp;z=2\">a</a></p>\n"},
        {"[a](HTTP://voorbeeld.nl)", "<p><a href=\"HTTP://voorbeeld.nl\">a</a></p>\n"},
        {"<vraag@voorbeeld.nl>", "<p><a href=\"mailto:vraag@voorbeeld.nl\">vraag@voorbeeld.nl</a></p>\n"},
        {"[a](/beleid/3)", "<p><a href=\"/beleid/3\">a</a></p>\n"},
        {"[](https://voorbeeld.nl)", "<p><a href=\"https://voorbeeld.nl\">https://voorbeeld.nl</a></p>\n"},
        {"[&nbsp;](https://voorbeeld.nl)",
         "<p><a href=\"https://voorbeeld.nl\">\xC2\xA0https://voorbeeld.nl</a></p>\n"},
        {"[a](javascript:alert(1))", "<p>a</p>\n"},
        {"[a](JaVaScRiPt:alert(1))", "<p>a</p>\n"},
        {"[a](java&#115;cript:alert(1))", "<p>a</p>\n"},
        {"[a](\\javascript:alert(1))", "<p>a</p>\n"},
        {"[a](<java\tscript:alert(1)>)", "<p>a</p>\n"},
        {"[a](&#x6A;avascript:alert(1))", "<p>a</p>\n"},
        {"[a](data:text/html;base64,PHNjcmlwdD4=)", "<p>a</p>\n"},
        {"[a](vbscript:x) [b](file:///etc/passwd)", "<p>a b</p>\n"},
        {"[a](//boos.voorbeeld.nl)", "<p>a</p>\n"},
        {"[a](/\\boos.voorbeeld.nl)", "<p>a</p>\n"},
        {"[a](&#47;/boos.voorbeeld.nl)", "<p>a</p>\n"},
        {"[a](https://) [b](mailto:)", "<p>a b</p>\n"},
        {"[a](#kop) [b](relatief)", "<p>a b</p>\n"},
        {"[a](https://overheid.nl@boos.voorbeeld.nl/) [b](https://voorbeeld.nl/@wie)",
         "<p>a <a href=\"https://voorbeeld.nl/@wie\">b</a></p>\n"},
        /* a character reference brings no character that may not be typed: of these libcmark makes bytes that are no
           UTF-8, and a feed with them is read by nobody */
        {"a&#xFFFF;b&#xFFFE;c&#1;d&#x202E;e\n\n`f`\n\n[g](https://voorbeeld.nl \"&#xFFFF;h\")",
         "<p>abcde</p>\n<p><code>f</code></p>\n<p><a href=\"https://voorbeeld.nl\" title=\"h\">g</a></p>\n"},
        {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
        {"[a][x]\n\n[x]: javascript:alert(1)", "<p>a</p>\n"},
        {"[a](https://x.nl/\"onmouseover=alert(1) 'titel\" onclick=\"x')",
         "<p><a href=\"https://x.nl/%22onmouseover=alert(1)\" title=\"titel&quot; onclick=&quot;x\">a</a></p>\n"},
        /* pictures are what they describe */
        {"![een kaart](https://spoor.voorbeeld.nl/x.png)", "<p>een kaart</p>\n"},
        {"[![een kaart](x.png)](https://voorbeeld.nl)", "<p><a href=\"https://voorbeeld.nl\">een kaart</a></p>\n"},
        {"![](x.png)", "<p></p>\n"},
        /* HTML is shown as it was typed */
        {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n"},
        {"a <b onclick=\"x\">b</b> c", "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt; c</p>\n"},
        {"<!-- stil -->", "<p>&lt;!-- stil --&gt;\n</p>\n"},
        {"- <img src=x onerror=alert(1)>", "<ul>\n<li>&lt;img src=x onerror=alert(1)&gt;\n</li>\n</ul>\n"},
        {"&lt;script&gt; &#60;b&#62; &amp;amp;", "<p>&lt;script&gt; &lt;b&gt; &amp;amp;</p>\n"},
        /* code, also with a class of its own choosing */
        {"```x\" onclick=\"y\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"},
        {"| a | b |\n|---|---|\n| 1 | 2 |", "<p>| a | b |\n|---|---|\n| 1 | 2 |</p>\n"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        safe_html h = markdown_html(*state, table[i].source, 2, NULL);
        if (strcmp(h.p, table[i].html) != 0)
            print_error("case %zu: %s\n%s", i, table[i].source, h.p);
        assert_string_equal(h.p, table[i].html);
        assert_int_equal(h.n, strlen(h.p));
        assert_null(markdown_problem(table[i].source));
    }
    assert_string_equal(markdown_html(*state, "# a\n\n[b](/c) [d](https://e.nl)", 4, "https://huis.nl").p,
                        "<h4>a</h4>\n<p><a href=\"https://huis.nl/c\">b</a> <a href=\"https://e.nl\">d</a></p>\n");
}

static const char *repeated(struct arena *a, const char *unit, size_t times)
{
    struct text t;
    text_init(&t, 1 << 22);
    while (times--)
        text_str(&t, unit);
    return text_take(&t, a, NULL);
}

static size_t count_of(const char *in, const char *what)
{
    size_t n = 0;
    for (const char *p = in; (p = strstr(p, what)); p += strlen(what))
        n++;
    return n;
}

/* Too long and too deep are refused, and what is shown all the same stays small. */
static void test_markdown_bounds(void **state)
{
    static const char *const deep[] = {">", "> - ", "- ", "*a **b ", "[", "![a", "<b>", "1. "};
    for (size_t i = 0; i < sizeof(deep) / sizeof(deep[0]); i++) {
        const char *source = repeated(*state, deep[i], MARKDOWN_MOST / strlen(deep[i]));
        int64_t before = clock_micros();
        safe_html h = markdown_html(*state, source, 2, NULL);
        assert_true(clock_micros() - before < 3000000);
        assert_true(count_of(h.p, "<blockquote>") + count_of(h.p, "<ul>") + count_of(h.p, "<ol>") <=
                    2 * MARKDOWN_DEEP + 3);
    }
    assert_non_null(markdown_problem(repeated(*state, ">", 1000)));
    assert_non_null(markdown_problem(repeated(*state, "> - ", 100)));
    assert_null(markdown_problem(repeated(*state, "> ", MARKDOWN_DEEP)));
    assert_null(markdown_problem("- a\n  - b\n    - c\n      - d\n        - e"));
    assert_null(markdown_problem(repeated(*state, "a", MARKDOWN_MOST)));
    assert_non_null(markdown_problem(repeated(*state, "a", MARKDOWN_MOST + 1)));
    safe_html cut = markdown_html(*state, repeated(*state, "\xE2\x82\xAC", MARKDOWN_MOST), 2, NULL);
    assert_true(cut.n < MARKDOWN_MOST + 10 && utf8_is_valid(cut.p, cut.n));
}

static void test_begin(void **state)
{
    static const struct {
        const char *source, *begin;
        size_t most;
    } table[] = {
        {"## Kop\n\nEen **twee** [drie](https://x.nl).\nVier", "Kop Een twee drie. Vier", 100},
        {"een twee drie", "een twee…", 9},
        {"een twee drie", "een…", 7},
        {"een", "een", 3},
        {"eenwoord", "een…", 3},
        {"€€€€", "€…", 4},
        {"", "", 10},
        {"<b>x</b>", "<b>x</b>", 20},
        {"&#xFFFF;een&#x202E; &#1;twee&#xFFFE;", "een twee", 20},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
        assert_string_equal(markdown_begin(*state, table[i].source, table[i].most), table[i].begin);
}

static void test_atom(void **state)
{
    struct text t;
    text_init(&t, 1 << 22);
    const char *hostile = "a & b <c> \"d\" 'e' ]]> \x01";
    struct atom_feed feed = {.id = "https://huis.nl/f",
                             .self = "https://huis.nl/f?a=1&b=2",
                             .alternate = "https://huis.nl/",
                             .title = hostile,
                             .author = "x",
                             .updated = {1000000000}};
    struct atom_entry e = {.id = "https://huis.nl/1",
                           .link = "https://huis.nl/1",
                           .title = hostile,
                           .summary = hostile,
                           .content = markdown_html(*state, hostile, 2, NULL),
                           .published = {0},
                           .updated = {1000000000}};
    atom_write(&t, &feed, 1, &e);
    assert_non_null(strstr(text_c(&t), "<title>a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39; ]]&gt;  </title>"));
    assert_non_null(strstr(text_c(&t), "href=\"https://huis.nl/f?a=1&amp;b=2\""));
    assert_non_null(strstr(text_c(&t), "<content type=\"html\">&lt;p&gt;a &amp;amp; b &amp;lt;c&amp;gt;"));
    assert_non_null(strstr(text_c(&t), "<updated>2001-09-09T01:46:40Z</updated>"));
    text_free(&t);
    /* what does not fit is named without its content */
    struct atom_entry many[40];
    const char *big = repeated(*state, "&", MARKDOWN_MOST);
    for (size_t i = 0; i < 40; i++) {
        many[i] = e;
        many[i].content = markdown_html(*state, big, 2, NULL);
    }
    text_init(&t, 4 << 20);
    atom_write(&t, &feed, 40, many);
    assert_false(text_failed(&t));
    assert_true(t.n < 2 << 20);
    assert_int_equal(count_of(text_c(&t), "<entry>"), 40);
    assert_true(count_of(text_c(&t), "<content") < 40);
    text_free(&t);
}

/* The rows as text: each with its sign. */
static const char *signs(struct arena *a, const char *oud, const char *nieuw)
{
    struct tekst_verschil v = verschil_maak(a, oud, nieuw);
    struct text t;
    text_init(&t, 1 << 16);
    text_str(&t, v.gelijk ? "gelijk" : v.te_groot ? "te groot" : "");
    for (size_t i = 0; i < v.n; i++)
        text_printf(&t, "%s%s|",
                    v.rows[i].gat   ? "~"
                    : v.rows[i].bij ? "+"
                    : v.rows[i].weg ? "-"
                                    : "=",
                    v.rows[i].tekst);
    return text_take(&t, a, NULL);
}

static void test_difference(void **state)
{
    static const struct {
        const char *oud, *nieuw, *verschil;
    } table[] = {
        {"a\nb\nc", "a\nb\nc", "gelijk"},
        {"", "", "gelijk"},
        {"a\nb", "a\nb\n", "gelijk"},
        {"a\nb\nc", "a\nx\nc", "=a|-b|+x|=c|"},
        {"a", "", "-a|"},
        {"", "a", "+a|"},
        {"a\nc", "a\nb\nc", "=a|+b|=c|"},
        {"1\n2\n3\n4\n5\n6\n7", "1\n2\n3\n4\n5\n6\nx", "~|=5|=6|-7|+x|"},
        {"x\n2\n3\n4\n5\n6\n7\n8\ny", "a\n2\n3\n4\n5\n6\n7\n8\nb", "-x|+a|=2|=3|~|=7|=8|-y|+b|"},
        {"a\nb\na\nb", "b\na\nb\na", "-a|=b|=a|=b|+a|"},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
        assert_string_equal(signs(*state, table[i].oud, table[i].nieuw), table[i].verschil);
    const char *much = repeated(*state, "a\n", VERSCHIL_MOST + 1), *other = repeated(*state, "b\n", VERSCHIL_MOST + 1);
    assert_string_equal(signs(*state, much, other), "te groot");
    assert_string_equal(signs(*state, much, arena_printf(*state, "%sb\n", much)), "~|=a|=a|+b|");
}

static void test_time(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int minutes;
    } table[] = {{"9:30", 570},  {"09.30", 570}, {"9", 540},   {"23:59", 1439}, {"0:00", 0}, {"9:30 uur", 570},
                 {"9 uur", 540}, {"24:00", -1},  {"9:60", -1}, {"9:3", -1},     {"", -1},    {"uur", -1},
                 {"9:30x", -1},  {"123", -1},    {"-1", -1},   {"9:", -1}};
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        int h, m;
        bool good = tijd_lees(table[i].typed, &h, &m);
        assert_int_equal(good ? h * 60 + m : -1, table[i].minutes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown), cmocka_unit_test(test_markdown_bounds), cmocka_unit_test(test_begin),
        cmocka_unit_test(test_atom),     cmocka_unit_test(test_difference),      cmocka_unit_test(test_time),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
