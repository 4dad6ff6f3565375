/* app/list.c: one address = one view: sort, filters and page stand in the URL and survive each other (libraries 1.2,
 * "List page"). */
#include <stdlib.h>
#include <string.h>

#include "app/layout.h"

enum { STANDARD_ROWS = 25 };

static const struct list_column *column_of(const struct list_column *columns, size_t n, const char *key)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(columns[i].key, key) == 0)
            return &columns[i];
    return NULL;
}

static int number_or(const char *s, int standard)
{
    int64_t n;
    return int_parse(s, &n) && n > 0 && n < 1000000 ? (int)n : standard;
}

struct list_query list_query_read(struct request *r, const struct list_column *columns, size_t n, const char *standard)
{
    struct list_query q = {.page = number_or(request_query(r, "pagina"), 1),
                           .per_page = number_or(request_query(r, "aantal"), STANDARD_ROWS),
                           .raw = r->query_string};
    if (q.per_page != 25 && q.per_page != 50 && q.per_page != 100)
        q.per_page = STANDARD_ROWS;
    const char *sort = request_query(r, "sorteer");
    const struct list_column *c = *sort ? column_of(columns, n, sort + (*sort == '-')) : NULL;
    q.order = c && !c->no_sort ? (struct list_order){c->key, *sort == '-'}
                               : (struct list_order){standard + (*standard == '-'), *standard == '-'};
    q.filters = ARENA_ARRAY(r->arena, struct typed, n);
    for (size_t i = 0; i < n; i++) {
        const char *value = columns[i].no_filter ? "" : request_query(r, columns[i].key);
        if (*value)
            q.filters[q.n_filters++] = (struct typed){columns[i].key, value};
    }
    return q;
}

/* The address of this view with another order and page; filters optional. */
static own_path address(struct arena *a, const char *path, const struct list_query *q, struct list_order order,
                        int page, bool filters)
{
    struct text t;
    text_init(&t, 1 << 16);
    text_printf(&t, "%s?sorteer=%s%s", path, order.descending ? "-" : "", order.column);
    for (size_t i = 0; filters && i < q->n_filters; i++)
        text_printf(&t, "&%s=%s", percent_encode(a, q->filters[i].name), percent_encode(a, q->filters[i].value));
    if (q->per_page != STANDARD_ROWS)
        text_printf(&t, "&aantal=%d", q->per_page);
    if (q->extra)
        text_str(&t, q->extra);
    if (page > 1)
        text_printf(&t, "&pagina=%d", page);
    return (own_path){text_take(&t, a, NULL)};
}

static const char *filter_value(const struct list_query *q, const char *key)
{
    for (size_t i = 0; i < q->n_filters; i++)
        if (strcmp(q->filters[i].name, key) == 0)
            return q->filters[i].value;
    return "";
}

static void head_make(struct arena *a, struct list_head *h, const struct list_column *c, const struct list_query *q,
                      const char *path)
{
    bool sorted = strcmp(c->key, q->order.column) == 0;
    bool down = sorted && !q->order.descending; /* the first click ascends, the second descends */
    *h = (struct list_head){
        .key = c->key,
        .label = c->label,
        .sort_href = address(a, path, q, (struct list_order){c->key, down}, 1, true),
        .aria_sort = !sorted               ? NULL
                     : q->order.descending ? "descending"
                                           : "ascending",
        .arrow = !sorted               ? ""
                 : q->order.descending ? "▼"
                                       : "▲",
        .filter_value = filter_value(q, c->key),
        .filter_label = arena_printf(a, "Filter op %s", c->label),
        .filter_hint = c->filter_hint ? c->filter_hint : "",
        .numeric = c->numeric,
        .filterable = !c->no_filter,
        .sortable = !c->no_sort,
    };
}

/* 1 … 4 [5] 6 … 100 */
static void links_make(struct arena *a, struct list_view *v, const struct list_query *q, const char *path)
{
    enum { MOST = 12 };
    v->links = ARENA_ARRAY(a, struct page_link, MOST);
    int last = 0;
    for (int i = 1; i <= v->pages; i++) {
        if (i != 1 && i != v->pages && abs(i - v->page) > 2)
            continue;
        if (i > last + 1)
            v->links[v->n_links++] = (struct page_link){.label = "…", .gap = true};
        v->links[v->n_links++] = (struct page_link){
            .label = arena_printf(a, "%d", i), .href = address(a, path, q, q->order, i, true), .current = i == v->page};
        last = i;
    }
}

struct list_view *list_view_new(struct request *r, const struct list_column *columns, size_t n,
                                const struct list_query *q, const char *path, int64_t total)
{
    struct list_view *v = ARENA_NEW(r->arena, struct list_view);
    int64_t pages = total > 0 ? (total + q->per_page - 1) / q->per_page : 1;
    v->pages = (int)pages;
    v->page = q->page > v->pages ? v->pages : q->page;
    v->per_page = q->per_page;
    v->total = total;
    v->first = total > 0 ? (int64_t)(v->page - 1) * q->per_page + 1 : 0;
    v->last = v->first + q->per_page - 1 < total ? v->first + q->per_page - 1 : total;
    v->action = (own_path){path};
    v->sort = arena_printf(r->arena, "%s%s", q->order.descending ? "-" : "", q->order.column);
    v->clear_href = address(r->arena, path, q, q->order, 1, false);
    v->filtered = q->n_filters > 0;
    v->keep = q->raw;
    v->heads = ARENA_ARRAY(r->arena, struct list_head, n);
    for (size_t i = 0; i < n; i++)
        head_make(r->arena, &v->heads[v->n_heads++], &columns[i], q, path);
    v->unknown = ARENA_ARRAY(r->arena, const char *, n);
    if (v->pages > 1)
        links_make(r->arena, v, q, path);
    return v;
}

void list_view_unknown(struct list_view *v, struct arena *a, const char *label, const char *typed)
{
    v->unknown[v->n_unknown++] = arena_printf(a, "Filter op %s niet begrepen: “%s”.", label, typed);
}

const char *list_like(struct arena *a, const struct list_query *q, const char *key)
{
    return like_pattern(a, filter_value(q, key));
}

const char *like_pattern(struct arena *a, const char *typed)
{
    struct text t;
    text_init(&t, 4000);
    text_char(&t, '%');
    for (const char *p = text_fold(a, typed); *p; p++) {
        if (strchr("%_\\", *p))
            text_char(&t, '\\');
        text_char(&t, *p);
    }
    if (t.n > 1)
        text_char(&t, '%');
    return text_take(&t, a, NULL);
}
