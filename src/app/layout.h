/* app/layout.h: the frame of every page: title, menu, who is logged in, messages. Templates begin with {{ call
 * page_top(v->page) }} and end with {{ call page_bottom(v->page) }}. */
#ifndef APP_LAYOUT_H
#define APP_LAYOUT_H

#include "out/html.h"
#include "web/request.h"

struct menu_item {
    const char *label;
    url href;
    bool current;
};
/* A part of the menu. label: NULL for none; prefix: said before each label to who hears the menu, NULL for none. */
struct menu_group {
    const char *label, *prefix;
    size_t n_items;
    struct menu_item *items;
};

struct page {
    const char *title;       /* of the tab, without the product's name; layout_page adds "Fout: " after problems */
    const char *heading;     /* <h1>; NULL = the same as title */
    const char *flash;       /* message of the previous page, or NULL */
    const char *maintenance; /* one line of the operator, or NULL */
    const char *onderhoud;   /* of the regios of the viewer, now; or NULL */
    bool demo;
    bool logged_in;
    const char *user, *organisatie; /* shown in the header */
    const char *until;              /* "14:32": logged in until */
    int64_t until_sec;              /* the same moment, for the script's warning */
    url stylesheet, script, icon;   /* addresses with a content hash */
    bool has_thema;
    url thema; /* of the regio of the viewer, after our own sheet */
    const char *logo_alt;
    url logo; /* alt NULL = no logo */
    size_t n_menu;
    struct menu_group *menu;
    const struct form_view *form; /* its error summary stands above the h1; may be NULL */
    bool has_errors;
    bool from_draft; /* "nog niet opgeslagen" */
    url back;
    const char *back_label; /* "Terug naar …"; label NULL = none */
    const char *gezocht;    /* what the search box shows; NULL = nothing */
    const char *here;       /* path and query of this page, for Hulpvraag */
    bool narrow;            /* login and the like: no menu, one column */
};

struct error_view {
    struct page *page;
    const char *what, *sentence;
    uint32_t incident;
};

/* A page for this request with everything filled that the frame needs. title is borrowed. */
struct page *layout_page(struct request *r, const char *title);
void layout_form(struct page *p,
                 const struct form_view *form); /* sets form; "Fout: " before the title when it has errors */
/* Another house style than the published one of the viewer's regio: for the page that shows a concept. Hashes; NULL =
 * none. */
void layout_huisstijl(struct page *p, const char *thema, const char *logo, const char *logo_alt);
void layout_back(struct page *p, url to, const char *label);
/* site->error_page */
void layout_error(struct request *r, int status, const char *sentence, uint32_t incident);

/* ---- lists: sort links, column filters, paging, all in the URL ---- */
struct list_column {
    const char *key, *label;
    bool numeric, no_filter, no_sort;
    const char *filter_hint;
};
struct list_head {
    own_path sort_href;
    const char *key, *label, *aria_sort, *arrow, *filter_value, *filter_label, *filter_hint;
    bool numeric, filterable, sortable;
};
struct list_view {
    size_t n_heads;
    struct list_head *heads;
    own_path action;  /* path of the list */
    const char *sort; /* as in the URL, for a hidden field */
    int page, pages, per_page;
    int64_t first, last, total;
    size_t n_links;
    struct page_link {
        const char *label;
        own_path href;
        bool current, gap;
    } * links;
    own_path clear_href; /* filters away, sort kept */
    bool filtered;
    const char *keep; /* query string of this view, for "Terug naar de lijst" */
    size_t n_unknown;
    const char **unknown; /* "Filter op startdatum niet begrepen: …" */
};
struct list_order {
    const char *column;
    bool descending;
};
/* Reads ?sorteer=-einddatum&naam=stad&pagina=2&aantal=50. Unknown sort keys fall back to `standard` (e.g. "naam"). */
struct list_query {
    struct list_order order;
    int page, per_page;
    size_t n_filters;
    struct typed *filters;
    const char *raw;
    const char *extra; /* what else the address says, "&groep=plaats", encoded; NULL = nothing */
};
struct list_query list_query_read(struct request *r, const struct list_column *columns, size_t n, const char *standard);
struct list_view *list_view_new(struct request *r, const struct list_column *columns, size_t n,
                                const struct list_query *q, const char *path, int64_t total);
/* The column's filter as a LIKE pattern on a folded column (ESCAPE '\\'): contains; "%" without a filter. The user's
 * own % and _ are letters. */
const char *list_like(struct arena *a, const struct list_query *q, const char *key);
/* Any typed text so. */
const char *like_pattern(struct arena *a, const char *typed);
/* A filter that could not be understood is said, not ignored. At most one for each column. */
void list_view_unknown(struct list_view *v, struct arena *a, const char *label, const char *typed);

#endif
