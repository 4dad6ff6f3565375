/* web/router.c: the sheet sorted by number of segments and first word; a look-up is a binary search to the few lines
 * that can match. */
#include "web/router.h"

#include <stdlib.h>
#include <string.h>

#include "web/head.h"

enum { SEGMENTS = 10, PATH_MAX_BYTES = 300 };
enum kind { WORD, ID, TOKEN };

struct segment {
    enum kind kind;
    const char *p;
    size_t n;
}; /* of a parameter: its name */
struct line {
    const struct route *route;
    size_t n;
    struct segment seg[SEGMENTS];
    char object[REQUEST_OBJECTS][32];
};
struct router {
    size_t n;
    struct line lines[];
};

/* ---- paths ---- */

/* Splits "/a/b" into 2 and "/" into 0 segments; false for what is no path of ours (empty segments, too many). */
static bool split(const char *path, struct segment *seg, size_t *n)
{
    *n = 0;
    if (path[0] != '/' || strlen(path) > PATH_MAX_BYTES)
        return false;
    if (path[1] == '\0')
        return true;
    for (const char *p = path + 1;;) {
        size_t len = strcspn(p, "/");
        if (len == 0 || *n == SEGMENTS)
            return false;
        seg[(*n)++] = (struct segment){WORD, p, len};
        if (p[len] == '\0')
            return true;
        p += len + 1;
    }
}

static bool is_id(const struct segment *s, int64_t *out)
{
    if (s->n < 1 || s->n > 15 || s->p[0] < '1' || s->p[0] > '9')
        return false;
    *out = 0;
    for (size_t i = 0; i < s->n; i++) {
        if (s->p[i] < '0' || s->p[i] > '9')
            return false;
        *out = *out * 10 + (s->p[i] - '0');
    }
    return true;
}

static bool same_word(const struct segment *x, const struct segment *y)
{
    return x->n == y->n && memcmp(x->p, y->p, x->n) == 0;
}

static bool word_is(const struct segment *s, const char *word)
{
    return s->n == strlen(word) && memcmp(s->p, word, s->n) == 0;
}

/* Sorted by number of segments, then by first word. */
static int first_order(const struct segment *x, size_t nx, const struct segment *y, size_t ny)
{
    if (nx != ny)
        return nx < ny ? -1 : 1;
    if (nx == 0)
        return 0;
    int c = memcmp(x[0].p, y[0].p, x[0].n < y[0].n ? x[0].n : y[0].n);
    return c ? c : (x[0].n > y[0].n) - (x[0].n < y[0].n);
}

static int line_order(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    int c = first_order(x->seg, x->n, y->seg, y->n);
    return c ? c : (x->route > y->route) - (x->route < y->route);
}

/* ---- the table is right ---- */

static bool pattern_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

static const char *pattern_read(struct line *l)
{
    size_t objects = 0;
    if (!l->route->path || !split(l->route->path, l->seg, &l->n))
        return "is no path";
    for (size_t i = 0; i < l->n; i++) {
        struct segment *s = &l->seg[i];
        if (s->p[0] == ':') {
            s->p++;
            s->n--;
            s->kind = word_is(s, "token") ? TOKEN : ID;
            if (i == 0)
                return "begins with a parameter";
            if (s->kind == ID && objects == REQUEST_OBJECTS)
                return "has too many objects";
            if (s->kind == ID && s->n < sizeof l->object[0])
                memcpy(l->object[objects++], s->p, s->n);
        }
        for (size_t k = 0; k < s->n; k++) {
            if (!pattern_char(s->p[k]))
                return "has a character that must be encoded";
        }
        if (s->n == 0 || (s->kind == ID && s->n >= sizeof l->object[0]))
            return "has a parameter without a name or with too long a one";
    }
    return NULL;
}

static bool has_object(const struct line *l, const char *name)
{
    for (size_t i = 0; i < l->n; i++) {
        if (l->seg[i].kind == ID && word_is(&l->seg[i], name))
            return true;
    }
    return false;
}

static const char *route_mistake(const struct line *l)
{
    const struct route *r = l->route;
    if (r->method != GET && r->method != POST)
        return "has no method";
    if (!r->page)
        return "has no page";
    if (r->who == 0)
        return "is for nobody";
    if (r->may.stmt && (!r->may.object || !has_object(l, r->may.object)))
        return "asks for an object that is not in its path";
    if (r->method == GET && (r->form || r->body || r->slow || r->form_page))
        return "is a GET with a form, a body or a slow part";
    if (r->method == POST && r->slow_get)
        return "is a POST with slow_get";
    if (r->form && r->input_size == 0)
        return "has a form without a struct";
    if (l->n > 0 &&
        (word_is(&l->seg[0], "static") || word_is(&l->seg[0], "gezond") || word_is(&l->seg[0], ".well-known")))
        return "is an address of the web floor itself";
    return NULL;
}

/* Could one address match both? Parameters of two kinds never meet; a word and a parameter do when the word has its
 * form. */
static bool overlap(const struct segment *x, const struct segment *y)
{
    int64_t id;
    if (x->kind == y->kind)
        return x->kind != WORD || same_word(x, y);
    if (x->kind != WORD && y->kind != WORD)
        return false;
    const struct segment *word = x->kind == WORD ? x : y, *parameter = x->kind == WORD ? y : x;
    return parameter->kind == ID ? is_id(word, &id) : is_token(word->p, word->n);
}

static bool lines_overlap(const struct line *x, const struct line *y)
{
    if (x->route->method != y->route->method || x->n != y->n)
        return false;
    for (size_t i = 0; i < x->n; i++) {
        if (!overlap(&x->seg[i], &y->seg[i]))
            return false;
    }
    return true;
}

static const char *method_name(enum method m)
{
    return m == GET ? "GET" : m == POST ? "POST" : "?";
}

static bool table_is_right(const struct router *r, struct text *problems)
{
    bool fine = true;
    for (size_t i = 0; i < r->n; i++) {
        const char *mistake = route_mistake(&r->lines[i]);
        if (mistake) {
            text_printf(problems, "route %s %s %s\n", method_name(r->lines[i].route->method), r->lines[i].route->path,
                        mistake);
            fine = false;
        }
        for (size_t k = i + 1; k < r->n; k++) {
            if (!lines_overlap(&r->lines[i], &r->lines[k]))
                continue;
            text_printf(problems, "route %s %s and %s match the same address\n", method_name(r->lines[i].route->method),
                        r->lines[i].route->path, r->lines[k].route->path);
            fine = false;
        }
    }
    return fine;
}

enum result router_new(const struct route *routes, size_t n, struct text *problems, struct router **out)
{
    *out = NULL;
    struct router *r = calloc(1, sizeof *r + n * sizeof r->lines[0]);
    if (!r)
        return fail("router: no memory for %zu routes", n);
    bool fine = true;
    r->n = n;
    for (size_t i = 0; i < n; i++) {
        r->lines[i].route = &routes[i];
        const char *mistake = pattern_read(&r->lines[i]);
        if (mistake) {
            text_printf(problems, "route %s %s %s\n", method_name(routes[i].method),
                        routes[i].path ? routes[i].path : "(none)", mistake);
            fine = false;
        }
    }
    if (fine && n > 0)
        qsort(r->lines, n, sizeof r->lines[0], line_order);
    if (!fine || !table_is_right(r, problems)) {
        router_free(r);
        return INVALID;
    }
    *out = r;
    return OK;
}

void router_free(struct router *r)
{
    free(r);
}

/* ---- look-up ---- */

static bool line_matches(const struct line *l, const struct segment *seg, struct route_match *out)
{
    size_t objects = 0;
    struct route_match found = {0};
    for (size_t i = 0; i < l->n; i++) {
        const struct segment *want = &l->seg[i];
        if (want->kind == WORD && !same_word(want, &seg[i]))
            return false;
        if (want->kind == TOKEN) {
            if (!is_token(seg[i].p, seg[i].n))
                return false;
            found.token = seg[i].p;
        }
        if (want->kind == ID) {
            if (!is_id(&seg[i], &found.object[objects].id))
                return false;
            found.object[objects].name = l->object[objects];
            objects++;
        }
    }
    for (size_t i = 0; i < REQUEST_OBJECTS; i++) {
        out->object[i].name = found.object[i].name;
        out->object[i].id = found.object[i].id;
    }
    out->token = found.token;
    return true;
}

static size_t first_line(const struct router *r, const struct segment *seg, size_t n)
{
    size_t low = 0, high = r->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (first_order(r->lines[mid].seg, r->lines[mid].n, seg, n) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

int router_find(const struct router *r, enum method method, const char *path, struct route_match *out)
{
    struct segment seg[SEGMENTS];
    size_t n;
    bool get = false, post = false;
    *out = (struct route_match){0};
    if (!split(path, seg, &n))
        return 404;
    for (size_t i = first_line(r, seg, n); i < r->n && first_order(r->lines[i].seg, r->lines[i].n, seg, n) == 0; i++) {
        struct route_match match = {0};
        if (!line_matches(&r->lines[i], seg, &match))
            continue;
        get |= r->lines[i].route->method == GET;
        post |= r->lines[i].route->method == POST;
        if (r->lines[i].route->method == method) {
            *out = match;
            out->route = r->lines[i].route;
            return 200;
        }
    }
    out->allow = get && post ? "GET, HEAD, POST" : get ? "GET, HEAD" : post ? "POST" : NULL;
    return out->allow ? 405 : 404;
}

/* ---- where a form is shown ---- */

static const char *fill(const struct line *l, const struct request *q)
{
    const char *path = "";
    for (size_t i = 0; i < l->n; i++) {
        const struct segment *s = &l->seg[i];
        if (s->kind == WORD) {
            path = arena_printf(q->arena, "%s/%.*s", path, (int)s->n, s->p);
            continue;
        }
        if (s->kind == TOKEN) {
            if (!q->token)
                return NULL;
            path = arena_printf(q->arena, "%s/%s", path, q->token);
            continue;
        }
        int64_t id = 0;
        for (size_t k = 0; k < REQUEST_OBJECTS && q->object[k].name; k++) {
            if (word_is(s, q->object[k].name))
                id = q->object[k].id;
        }
        if (id == 0)
            return NULL;
        path = arena_printf(q->arena, "%s/%lld", path, (long long)id);
    }
    return *path ? path : "/";
}

const char *router_form_path(const struct router *r, const struct request *q, enum result (*page)(struct request *))
{
    const char *found = NULL;
    for (size_t i = 0; i < r->n && page; i++) {
        if (r->lines[i].route->method != GET || r->lines[i].route->page != page)
            continue;
        const char *path = fill(&r->lines[i], q);
        if (path &&
            (!found || strcmp(path, q->path) == 0)) /* the form's own address before another that shows it too */
            found = path;
    }
    return found;
}
