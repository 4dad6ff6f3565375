/* Template compiler: the input is a template, its first byte the paths taken through it. Whatever it is: it is refused
 * with a place and a reason, or the C it becomes is run here by a small interpreter, once with honest and once with
 * hostile values. Both pages must have the same tags and attributes as a browser reads them, and no address that leaves
 * the house. So a hole in the compiler's own reading of HTML shows as a crash. */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "out/html.h"
#include "templates/tokens.h"

/* a program of the build, not of the house's library: taken in whole */
#include "build/htmlc/buffer.c"
#include "build/htmlc/compile.c"
#include "build/htmlc/expression.c"
#include "build/htmlc/place.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { NESTED = DEPTH + 2, ROUNDS_MAX = 2, STEPS_MAX = 20000 };

struct run {
    const char *p; /* in the generated code */
    struct html html;
    uint8_t path; /* each condition takes one bit of it, mixed with its place */
    const char *code;
    const char *value;
    int steps;
};

/* Behind `what` at this depth of brackets and outside string literals. */
static void run_skip(struct run *r, char what)
{
    for (bool quoted = false; *r->p && (quoted || *r->p != what); r->p++)
        if (*r->p == '"')
            quoted = !quoted;
    assert(*r->p == what);
    r->p++;
}

static bool run_accept(struct run *r, const char *what)
{
    size_t n = strlen(what);
    if (strncmp(r->p, what, n) != 0)
        return false;
    r->p += n;
    return true;
}

/* html_lit(o, "…", n): decodes the literal as C does, and n must be its length. */
static void run_literal(struct run *r)
{
    size_t n = 0;
    for (; *r->p != '"'; n++) {
        char c = *r->p++;
        if (c == '\\' && *r->p >= '0' && *r->p <= '7') {
            c = (char)((r->p[0] - '0') * 64 + (r->p[1] - '0') * 8 + (r->p[2] - '0'));
            r->p += 3;
        } else if (c == '\\') {
            c = *r->p++;
            assert(c == 'n' || c == '"' || c == '\\');
            c = c == 'n' ? '\n' : c;
        }
        text_char(r->html.out, c);
    }
    assert(n > 0 && n <= LITERAL_MAX);
    assert(run_accept(r, "\", "));
    assert(strtoul(r->p, NULL, 10) == n);
    run_skip(r, ';');
}

static bool run_choice(struct run *r)
{
    unsigned place = (unsigned)(r->p - r->code);
    return ((r->path * 167u + place * 2654435761u) >> 7) & 1;
}

static bool run_print(struct run *r)
{
    struct html *o = &r->html;
    own_path whole = {r->value};
    if (run_accept(r, "html_text(o, ") || run_accept(r, "html_rcdata(o, "))
        html_text_str(o, r->value);
    else if (run_accept(r, "html_attr(o, "))
        html_attr_str(o, r->value);
    else if (run_accept(r, "html_url_part(o, "))
        html_url_part_str(o, r->value);
    else if (run_accept(r, "html_url(o, "))
        html_url_own(o, whole);
    else if (run_accept(r, "text_line(o, "))
        text_line_str(o, r->value);
    else if (run_accept(r, "html_csrf(o"))
        html_csrf(o);
    else
        return false;
    run_skip(r, ';');
    return true;
}

/* Runs what stands between { and its }, or skips it. */
static void run_block(struct run *r, bool live, int depth)
{
    struct text nowhere, *page = r->html.out;
    text_init(&nowhere, HTML_PAGE_MAX);
    if (!live)
        r->html.out = &nowhere;
    assert(depth < NESTED);
    while (true) {
        r->p += strspn(r->p, " \n");
        const char *before = r->p;
        if (run_accept(r, "}"))
            break;
        assert(*r->p);
        if (run_accept(r, "#line ")) {
            run_skip(r, '\n');
        } else if (run_accept(r, "html_lit(o, \"")) {
            run_literal(r);
        } else if (run_accept(r, "if (")) {
            bool yes = run_choice(r), done = false;
            do {
                run_skip(r, '{');
                run_block(r, live && yes && !done, depth + 1);
                done = done || yes;
                yes = run_choice(r);
                r->p += strspn(r->p, " ");
                if (strncmp(r->p, "else {", 6) == 0)
                    yes = true;
                /* an else if stands on a line of its own, after a #line */
            } while (run_accept(r, "else "));
        } else if (run_accept(r, "for (")) {
            run_skip(r, '{');
            const char *body = r->p;
            int rounds = live ? r->path % (ROUNDS_MAX + 1) : 0;
            run_block(r, rounds > 0, depth + 1);
            for (int i = 1; i < rounds && ++r->steps < STEPS_MAX; i++) {
                r->p = body;
                run_block(r, true, depth + 1);
            }
        } else if (!run_print(r)) {
            run_skip(r, ';'); /* __typeof__, (void)o, a call */
        }
        assert(r->p > before);
    }
    r->html.out = page;
    text_free(&nowhere);
}

/* The structure of the page that this code makes of `value`; all its functions one after the other. */
static int page_structure(const char *code, uint8_t path, const char *value, struct text *found)
{
    struct text page;
    int bad = 0;
    struct run r = {.p = code, .code = code, .path = path, .value = value};
    while ((r.p = strstr(r.p, "\nvoid ")) != NULL) {
        text_init(&page, HTML_PAGE_MAX);
        r.html = (struct html){.out = &page, .csrf = "kenmerk"};
        run_skip(&r, '{');
        run_block(&r, true, 0);
        if (!text_failed(&page))
            bad += tokens_read(page.p ? page.p : "", page.n, found);
        text_free(&page);
    }
    return bad;
}

static void check_accepted(const char *code, uint8_t path)
{
    static const char *const hostile[] = {
        "", "\"'><script x=y>", "javascript:x", "//elders", "--></title></textarea><b a=b>", "a b=c\nd", "</"};
    struct text honest;
    text_init(&honest, HTML_PAGE_MAX);
    int bad = page_structure(code, path, "gewoon", &honest);
    assert(bad == 0);
    text_c(&honest);
    for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
        struct text found;
        text_init(&found, HTML_PAGE_MAX);
        bad = page_structure(code, path, hostile[i], &found);
        assert(bad == 0);
        assert(strcmp(text_c(&found), text_c(&honest)) == 0);
        text_free(&found);
    }
    text_free(&honest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct compiled html = {.error = ""}, mail = {.error = ""};
    if (size == 0)
        return 0;
    const char *text = (const char *)data + 1;
    if (template_compile("t.html", text, size - 1, &html))
        check_accepted(buffer_text(&html.code), data[0]);
    else
        assert(strncmp(html.error, "t.html:", 7) == 0 && strlen(html.error) > 12);
    if (!template_compile("t.txt", text, size - 1, &mail))
        assert(strncmp(mail.error, "t.txt:", 6) == 0);
    compiled_free(&html);
    compiled_free(&mail);
    return 0;
}
