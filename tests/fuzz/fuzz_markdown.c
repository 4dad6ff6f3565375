/* Any bytes as Markdown: what comes out is a list of known tags, rightly nested, with no attribute but an address that
 * may be linked and its title; and a text that is kept can be shown. */
#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "core/arena.h"
#include "core/text.h"
#include "out/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DEEP_MOST = 200 };

static const char *tag_known(const char *p, size_t n)
{
    static const char *const tags[] = {"p",          "h2",  "h3",   "h4", "h5",     "h6", "ul", "ol", "li",
                                       "blockquote", "pre", "code", "em", "strong", "a",  "br", "hr"};
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
        if (strlen(tags[i]) == n && memcmp(tags[i], p, n) == 0)
            return tags[i];
    return NULL;
}

/* In: after the name of an opening tag; out: at its >. */
static const char *attributes(const char *tag, const char *p)
{
    while (*p == ' ') {
        p++;
        if (*p == '/')
            return strchr(p, '>');
        const char *name = p, *value = strstr(p, "=\"");
        assert(value);
        const char *end = strchr(value + 2, '"');
        assert(end);
        size_t n = (size_t)(value - name);
        value += 2;
        if (strcmp(tag, "a") == 0 && n == 4 && memcmp(name, "href", 4) == 0)
            assert(strncasecmp(value, "https://", 8) == 0 || strncasecmp(value, "http://", 7) == 0 ||
                   strncasecmp(value, "mailto:", 7) == 0 || (value[0] == '/' && value[1] != '/' && value[1] != '\\'));
        else if (strcmp(tag, "ol") == 0)
            assert(n == 5 && memcmp(name, "start", 5) == 0 && strspn(value, "0123456789") == (size_t)(end - value));
        else
            assert(strcmp(tag, "a") == 0 && n == 5 && memcmp(name, "title", 5) == 0);
        assert(!memchr(value, '<', (size_t)(end - value)));
        p = end + 1;
    }
    assert(*p == '>');
    return p;
}

static void tags_check(const char *p)
{
    const char *open[DEEP_MOST];
    int n = 0;
    while ((p = strchr(p, '<'))) {
        bool closing = p[1] == '/';
        const char *name = p + 1 + closing;
        size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");
        const char *tag = tag_known(name, length);
        assert(tag);
        if (closing) {
            assert(n > 0 && open[n - 1] == tag && name[length] == '>');
            n--;
            p = name + length;
            continue;
        }
        p = attributes(tag, name + length);
        assert(p);
        if (strcmp(tag, "br") != 0 && strcmp(tag, "hr") != 0) {
            assert(n < DEEP_MOST);
            open[n++] = tag;
        }
    }
    assert(n == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    const char *source = arena_text(a, (const char *)data, size);
    safe_html h = markdown_html(a, source, 2, NULL);
    assert(strlen(h.p) == h.n);
    tags_check(h.p);
    tags_check(markdown_html(a, source, 5, "https://huis.voorbeeld.nl").p);
    const char *begin = markdown_begin(a, source, 100);
    assert(strlen(begin) <= 103);
    (void)markdown_problem(source);
    arena_free(a);
    return 0;
}
