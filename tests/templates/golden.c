/* Renders the compiled templates of this folder.
 *     golden NAME      one of them, with the sample below
 *     golden hostile   all of them with hostile texts in every field: tags, attributes and addresses stay what they
 * were, and the lines of mails cases.h is made by run.sh: CASE(name, function, is it a .txt) for each. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "sample.h"
#include "templates.h"
#include "tokens.h"

static const struct golden_case {
    const char *name;
    void (*show)(struct html *o, const struct sample *v);
    bool is_mail;
} cases[] = {
#define CASE(name, show, is_mail) {name, show, is_mail},
#include "cases.h"
};
enum { CASES = sizeof(cases) / sizeof(cases[0]), ROWS = 2 };

url url_deel(project_id id, const char *deel)
{
    url u;
    snprintf(u.path, sizeof(u.path), "/projecten/%lld/%s", (long long)id.id, deel);
    return u;
}

const char *label_soort_sample(enum soort s)
{
    return s == EEN ? "een & ander" : "twee";
}

/* Everything a template can show, with `s` in every text. */
static void sample_fill(struct sample *v, struct sample_row rows[ROWS], struct sample_row *cells[ROWS],
                        const char *words[ROWS], int numbers[ROWS], const char *s)
{
    *v = (struct sample){
        .titel = s, .tekst = s, .aantal = 3, .groot = 9007199254740993, .bedrag = {123456}, .ja = true, .soort = TWEE};
    snprintf(v->vast, sizeof(v->vast), "%s", s ? s : "");
    v->dag = datum_from_iso("2026-03-07");
    v->toen = tijdstip_at(v->dag, 14, 5);
    v->week = (uren){3250};
    v->deel = (basispunt){250};
    v->kandidaat = (kandidaat_id){17};
    v->gebruiker = (gebruiker_id){5};
    v->svg = (safe_html){"<svg><path/></svg>", 18};
    v->lijst = (own_path){"/lijst?sorteer=naam&pagina=2"};
    snprintf(v->thuis.path, sizeof(v->thuis.path), "/thuis");
    for (int i = 0; i < ROWS; i++) {
        words[i] = s;
        numbers[i] = 10 + i;
        rows[i] = (struct sample_row){.naam = s,
                                      .id = {40 + i},
                                      .bedrag = {i * 100},
                                      .eind = v->dag,
                                      .laat = i == 1,
                                      .n_woorden = ROWS,
                                      .woorden = words};
        cells[i] = &rows[i];
    }
    v->n_rows = v->n_cells = v->n_getallen = ROWS;
    v->rows = rows;
    v->cells = cells;
    v->getallen = numbers;
    v->eerste = rows;
}

/* The page, to be freed by the caller. */
static struct text render(const struct golden_case *c, const struct sample *v)
{
    struct text page;
    text_init(&page, HTML_PAGE_MAX);
    struct html o = {.out = &page, .csrf = "kenmerk"};
    c->show(&o, v);
    if (text_failed(&page)) {
        fprintf(stderr, "%s: the page failed\n", c->name);
        exit(1);
    }
    return page;
}

static const char *const hostile[] = {"",
                                      "<script>alert(1)</script>",
                                      "\"><img src=x onerror=alert(1)>",
                                      "' onmouseover='alert(1)",
                                      "javascript:alert(1)",
                                      "//elders.example/",
                                      "/\\elders.example",
                                      "\\\\elders.example",
                                      "https://elders.example/",
                                      "../../etc",
                                      "</textarea><script>alert(1)</script>",
                                      "</title><b>",
                                      "</p></main></body>",
                                      "--><b>",
                                      "<!--",
                                      "]]>",
                                      "&#34;&quot;&lt;b&gt;&amp;",
                                      "&",
                                      "a=b&c=d#e?f",
                                      " \t\n\r\f",
                                      "\n",
                                      "`x` $(x) %s %n",
                                      "%00%0d%0aSet-Cookie: a=b",
                                      "{{ v->tekst }}",
                                      "\xC3\xA9\xE2\x80\xAE\xF0\x9F\x98\x80",
                                      "\xC3",
                                      "\xFF\xFE<",
                                      "\x01\x1B[31m<b>",
                                      "<a/href=\"x\"onclick=y>",
                                      "\" autofocus onfocus=\"alert(1)",
                                      "'\"<>&/=`",
                                      "<svg onload=alert(1)>"};

/* Adds what may not change; returns how many addresses are not ours. */
static int structure(const struct golden_case *c, const struct text *page, struct text *out)
{
    const char *p = page->p ? page->p : "";
    if (!c->is_mail)
        return tokens_read(p, page->n, out);
    for (size_t i = 0; i < page->n; i++)
        if (p[i] == '\n' || p[i] == '\r')
            text_char(out, p[i]);
    return 0;
}

static int compare(const struct golden_case *c, const struct sample *v, const struct text *honest, const char *what)
{
    struct text page = render(c, v), found;
    text_init(&found, HTML_PAGE_MAX);
    int bad = structure(c, &page, &found);
    bool same = strcmp(text_c(&found), honest->p ? honest->p : "") == 0 && bad == 0;
    if (!same)
        printf("%s: the structure changed with: %s\n%s\n", c->name, what, text_c(&page));
    text_free(&page);
    text_free(&found);
    return same ? 0 : 1;
}

static int hostile_all(void)
{
    struct sample v;
    struct sample_row rows[ROWS], *cells[ROWS];
    const char *words[ROWS];
    int numbers[ROWS], failed = 0, done = 0;
    char *many = malloc(100001);
    if (!many)
        return 1;
    memset(many, '<', 100000);
    many[100000] = '\0';
    for (size_t i = 0; i < CASES; i++) {
        struct text honest;
        text_init(&honest, HTML_PAGE_MAX);
        sample_fill(&v, rows, cells, words, numbers, "gewoon");
        struct text page = render(&cases[i], &v);
        structure(&cases[i], &page, &honest);
        text_c(&honest);
        text_free(&page);
        for (size_t k = 0; k <= sizeof(hostile) / sizeof(hostile[0]); k++, done++) {
            const char *s = k < sizeof(hostile) / sizeof(hostile[0]) ? hostile[k] : many;
            sample_fill(&v, rows, cells, words, numbers, s);
            failed += compare(&cases[i], &v, &honest, s);
            v.lijst.p = s; /* as if a maker of addresses had been careless */
            snprintf(v.thuis.path, sizeof(v.thuis.path), "%s", s);
            failed += compare(&cases[i], &v, &honest, s);
        }
        sample_fill(&v, rows, cells, words, numbers, NULL);
        v.lijst.p = NULL;
        failed += compare(&cases[i], &v, &honest, "NULL");
        text_free(&honest);
    }
    free(many);
    printf("%d renderings, %d changed\n", 2 * done + CASES, failed);
    return failed == 0 ? 0 : 1;
}

int main(int argc, char **argv)
{
    struct sample v;
    struct sample_row rows[ROWS], *cells[ROWS];
    const char *words[ROWS];
    int numbers[ROWS];
    if (argc != 2)
        return 2;
    if (strcmp(argv[1], "hostile") == 0)
        return hostile_all();
    sample_fill(&v, rows, cells, words, numbers, "Jan & Piet's <\"b\">/\xC3\xA9");
    for (size_t i = 0; i < CASES; i++) {
        if (strcmp(cases[i].name, argv[1]) != 0)
            continue;
        struct text page = render(&cases[i], &v);
        fwrite(page.p, 1, page.n, stdout);
        text_free(&page);
        return 0;
    }
    fprintf(stderr, "no such case\n");
    return 2;
}
