/* app/logboek/logboek_pages.c: Beheer › Logboek: read only; the chain behind it is verified by `srmonitor audit
 * verify`. */
#include <stdint.h>
#include <string.h>

#include "app/logboek/logboek.h"
#include "app/logboek/logboek_filter.h"
#include "app/project/project_rules.h"
#include "app/urls.h"
#include "core/text.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "wanneer",
     .label = "Wanneer",
     .no_sort = true,
     .filter_hint = "Bijvoorbeeld 2026, 06-2026 of >=01-07-2026"},
    {.key = "wie", .label = "Wie", .no_sort = true},
    {.key = "wat",
     .label = "Wat",
     .no_sort = true,
     .filter_hint = "Bijvoorbeeld inzet, goedkeuren, regio of kandidaat"},
    {.key = "project", .label = "Project", .no_sort = true},
    {.key = "wijziging", .label = "Wijziging", .no_sort = true, .no_filter = true},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* The days of the filter as moments. False when the text is not understood. */
static bool days_read(const char *typed, struct logboek_filter *f)
{
    struct datum_bereik d = {DATUM_GEEN, DATUM_GEEN};
    f->van = (tijdstip){0};
    f->tot = (tijdstip){INT64_MAX};
    if (*typed && !filter_datum(typed, &d))
        return false;
    if (!datum_is_none(d.van))
        f->van = tijdstip_at(d.van, 0, 0);
    if (!datum_is_none(d.tm))
        f->tot = tijdstip_at(datum_plus_days(d.tm, 1), 0, 0);
    return true;
}

bool logboek_filter_read(struct request *r, struct arena *a, struct logboek_filter *f, const char **woorden)
{
    struct list_query q = list_query_read(r, columns, COLUMNS, "-wanneer");
    const char *typed = request_query(r, "wanneer");
    *f = (struct logboek_filter){.wie = list_like(a, &q, "wie"),
                                 .wat = list_like(a, &q, "wat"),
                                 .project = list_like(a, &q, "project"),
                                 .per_page = q.per_page};
    bool understood = days_read(typed, f);
    *woorden = "";
    for (size_t i = 0; i < q.n_filters; i++)
        for (size_t k = 0; k < COLUMNS; k++)
            if (strcmp(columns[k].key, q.filters[i].name) == 0)
                *woorden =
                    arena_printf(a, "%s%s%s: %s%s", *woorden, **woorden ? "; " : "", columns[k].label,
                                 q.filters[i].value, k == 0 && !understood ? " (niet begrepen, niet toegepast)" : "");
    if (!**woorden)
        *woorden = "geen: alle regels van de regio";
    return understood;
}

enum result logboek_page(struct request *r)
{
    struct logboek_view v = {.page = layout_page(r, "Logboek")};
    struct list_query q = list_query_read(r, columns, COLUMNS, "-wanneer");
    struct logboek_filter f;
    const char *woorden;
    bool understood = logboek_filter_read(r, r->arena, &f, &woorden);
    int64_t total;
    TRY(logboek_count(r->db, r->arena, &f, &total));
    v.list = list_view_new(r, columns, COLUMNS, &q, url_logboek().path, total);
    if (!understood)
        list_view_unknown(v.list, r->arena, "Wanneer", request_query(r, "wanneer"));
    v.excel = (own_path){*r->query_string ? arena_printf(r->arena, "%s/excel?%s", url_logboek().path, r->query_string)
                                          : arena_printf(r->arena, "%s/excel", url_logboek().path)};
    f.page = v.list->page;
    TRY(logboek_read(r->db, r->arena, &f, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    logboek_list(&o, &v);
    return OK;
}
