/* out/markdown.c: libcmark parses and renders; in between the tree is made harmless. Only nodes whose rendering is a
 * known tag remain, so nothing rests on the renderer's own safe mode (which is on as well). */
#include "out/markdown.h"

#include <cmark.h>
#include <string.h>
#include <strings.h>

#include "core/log.h"

/* What has to be changed, in the order of the text; changed from the last to the first, so that what is inside comes
 * before what is around it. */
struct found {
    cmark_node **list;
    size_t n, room;
    struct arena *arena;
};

static void keep(struct found *f, cmark_node *node)
{
    if (f->n == f->room) {
        cmark_node **wider = ARENA_ARRAY(f->arena, cmark_node *, f->room * 2 + 64);
        if (f->n)
            memcpy(wider, f->list, f->n * sizeof(*wider));
        f->list = wider;
        f->room = f->room * 2 + 64;
    }
    f->list[f->n++] = node;
}

/* Of the source, at most `most` bytes and no half character. */
static size_t length_of(const char *source, size_t most)
{
    size_t n = strnlen(source, most + 1);
    if (n <= most)
        return n;
    for (n = most; n > 0 && ((unsigned char)source[n] & 0xC0) == 0x80; n--) {
    }
    return n;
}

static cmark_node *parsed(const char *source)
{
    return cmark_parse_document(source, length_of(source, MARKDOWN_MOST), CMARK_OPT_DEFAULT);
}

/* How deep each node stands in others; calls fn at the first that is too deep of each branch. */
static void deep_each(cmark_node *document, void (*fn)(struct found *, cmark_node *), struct found *f, int *deepest)
{
    cmark_iter *it = cmark_iter_new(document);
    int deep = 0;
    for (cmark_event_type e = cmark_iter_next(it); e != CMARK_EVENT_DONE; e = cmark_iter_next(it)) {
        cmark_node *node = cmark_iter_get_node(it);
        if (!cmark_node_first_child(node))
            continue; /* a leaf has no exit of its own, or nothing inside */
        if (e == CMARK_EVENT_EXIT) {
            deep--;
            continue;
        }
        if (++deep > *deepest)
            *deepest = deep;
        /* the document, and of each list its items and their paragraphs: twice MARKDOWN_DEEP and a little */
        if (deep == 2 * MARKDOWN_DEEP + 3 && fn)
            fn(f, node);
    }
    cmark_iter_free(it);
}

const char *markdown_problem(const char *source)
{
    if (strlen(source) > MARKDOWN_MOST)
        return "De tekst is te lang. Maak er twee teksten van";
    cmark_node *document = parsed(source);
    int deepest = 0;
    deep_each(document, NULL, NULL, &deepest);
    cmark_node_free(document);
    return deepest < 2 * MARKDOWN_DEEP + 3
               ? NULL
               : "De lijsten of citaten staan te diep in elkaar. Haal er een paar lagen uit";
}

/* ---- making it harmless ---- */

static bool is_page_of_ours(const char *s)
{
    if (s[0] != '/' || s[1] == '/' || s[1] == '\\')
        return false;
    for (; *s; s++)
        if ((unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7f || *s == '\\')
            return false;
    return true;
}

/* A name before the host ("https://overheid.nl@elders.nl") shows another place than it leads to. */
static bool has_user(const char *after_scheme)
{
    size_t n = strcspn(after_scheme, "/\\?#");
    return memchr(after_scheme, '@', n) != NULL;
}

static bool may_link(const char *address)
{
    static const char *const starts[] = {"http://", "https://", "mailto:" /* the last: a user is what it is about */};
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
        if (strncasecmp(address, starts[i], strlen(starts[i])) == 0 && address[strlen(starts[i])])
            return i == 2 || !has_user(address + strlen(starts[i]));
    return is_page_of_ours(address);
}

/* Text that a reader would see; white space (the one that does not break too) is none. */
static bool has_words(cmark_node *around)
{
    bool words = false;
    cmark_iter *it = cmark_iter_new(around);
    for (cmark_event_type e = cmark_iter_next(it); e != CMARK_EVENT_DONE && !words; e = cmark_iter_next(it)) {
        cmark_node *node = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(node);
        if (type != CMARK_NODE_TEXT && type != CMARK_NODE_CODE)
            continue;
        const char *s = cmark_node_get_literal(node);
        while (s && (*s == ' ' || *s == '\t' || *s == '\n' || (unsigned char)*s == 0xC2 || (unsigned char)*s == 0xA0))
            s++;
        words = s && *s;
    }
    cmark_iter_free(it);
    return words;
}

/* Its children in its place. */
static void unwrap(cmark_node *node)
{
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_first_child(node))
        if (!cmark_node_insert_before(node, child)) {
            cmark_node_unlink(child);
            cmark_node_free(child);
        }
    cmark_node_unlink(node);
    cmark_node_free(node);
}

static cmark_node *text_new(const char *s)
{
    cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, s);
    return text;
}

static void as_typed(cmark_node *html, bool block)
{
    cmark_node *text = text_new(cmark_node_get_literal(html)), *new_ = text;
    if (block) {
        new_ = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(new_, text);
    }
    if (!cmark_node_replace(html, new_))
        cmark_node_unlink(html);
    cmark_node_free(html);
}

static void link_mend(cmark_node *node, const char *base)
{
    const char *address = cmark_node_get_url(node);
    if (!address || !may_link(address)) {
        unwrap(node);
        return;
    }
    if (!has_words(node))
        cmark_node_append_child(node, text_new(address));
    if (base && is_page_of_ours(address)) {
        struct text t;
        text_init(&t, MARKDOWN_MOST + 1000);
        text_str(&t, base);
        text_str(&t, address);
        cmark_node_set_url(node, text_c(&t));
        text_free(&t);
    }
}

static void mend(cmark_node *node, const char *base)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_IMAGE:
        unwrap(node);
        break;
    case CMARK_NODE_LINK:
        link_mend(node, base);
        break;
    case CMARK_NODE_HTML_INLINE:
        as_typed(node, false);
        break;
    case CMARK_NODE_HTML_BLOCK:
        as_typed(node, true);
        break;
    case CMARK_NODE_CODE_BLOCK:
        cmark_node_set_fence_info(node, "");
        break;
    default:
        break;
    }
}

static bool is_to_mend(cmark_node_type type)
{
    return type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK || type == CMARK_NODE_HTML_INLINE ||
           type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_CODE_BLOCK;
}

/* The headings with words get levels that go down one at a time, whatever the author skipped; the others go. */
static void headings_mend(const struct found *headings, int top)
{
    int around[6], deep = 0; /* the author's levels of the headings this one stands under */
    for (size_t i = 0; i < headings->n; i++) {
        cmark_node *node = headings->list[i];
        if (!has_words(node)) {
            cmark_node_unlink(node);
            cmark_node_free(node);
            continue;
        }
        int level = cmark_node_get_heading_level(node);
        while (deep > 0 && around[deep - 1] >= level)
            deep--;
        around[deep++] = level;
        cmark_node_set_heading_level(node, top + deep - 1 > 6 ? 6 : top + deep - 1);
    }
}

static void make_harmless(struct arena *a, cmark_node *document, int top, const char *base)
{
    struct found deep = {.arena = a}, found = {.arena = a}, headings = {.arena = a};
    int deepest = 0;
    deep_each(document, keep, &deep, &deepest);
    for (size_t i = 0; i < deep.n; i++) {
        cmark_node_unlink(deep.list[i]);
        cmark_node_free(deep.list[i]);
    }
    cmark_iter *it = cmark_iter_new(document);
    for (cmark_event_type e = cmark_iter_next(it); e != CMARK_EVENT_DONE; e = cmark_iter_next(it)) {
        cmark_node *node = cmark_iter_get_node(it);
        if (e == CMARK_EVENT_ENTER && is_to_mend(cmark_node_get_type(node)))
            keep(&found, node);
        else if (e == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HEADING)
            keep(&headings, node);
    }
    cmark_iter_free(it);
    for (size_t i = found.n; i > 0; i--)
        mend(found.list[i - 1], base);
    headings_mend(&headings, top);
}

safe_html markdown_html(struct arena *a, const char *source, int top, const char *base)
{
    cmark_node *document = parsed(source);
    make_harmless(a, document, top, base);
    char *made = cmark_render_html(document, CMARK_OPT_DEFAULT);
    size_t n = utf8_keep_clean(made, strlen(made)); /* "&#xFFFF;" and the like: of libcmark a byte that is no UTF-8 */
    safe_html out = {arena_text(a, made, n), n};
    cmark_get_default_mem_allocator()->free(made);
    cmark_node_free(document);
    return out;
}

const char *markdown_begin(struct arena *a, const char *source, size_t most)
{
    struct text t;
    text_init(&t, (size_t)MARKDOWN_MOST * 2);
    size_t enough = length_of(source, most * 10); /* mark-up takes room, but not that much */
    cmark_node *document = cmark_parse_document(source, enough, CMARK_OPT_DEFAULT);
    cmark_iter *it = cmark_iter_new(document);
    for (cmark_event_type e = cmark_iter_next(it); e != CMARK_EVENT_DONE && t.n <= most; e = cmark_iter_next(it)) {
        cmark_node *node = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(node);
        const char *s = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK ||
                                type == CMARK_NODE_HTML_INLINE
                            ? cmark_node_get_literal(node)
                            : NULL;
        if (s)
            text_str(&t, s);
        else if ((type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
                  (e == CMARK_EVENT_EXIT && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING))) &&
                 t.n > 0)
            text_char(&t, ' ');
    }
    cmark_iter_free(it);
    cmark_node_free(document);
    t.n = utf8_keep_clean(t.p, t.n);
    while (t.n > 0 && t.p[t.n - 1] == ' ')
        t.n--;
    size_t n = t.n;
    if (n > most) {
        for (n = most; n > 0 && t.p[n] != ' '; n--) {
        }
        for (n = n > 0 ? n : most; n > 0 && ((unsigned char)t.p[n] & 0xC0) == 0x80; n--) {
        }
    }
    const char *out = arena_printf(a, "%.*s%s", (int)n, t.p ? t.p : "", n < t.n || source[enough] ? "…" : "");
    text_free(&t);
    return out;
}
