/* app/register/leeslog_pages.c: Beheer › Leeslog: who saw who a kandidaat is, and days on which somebody read unusually
 * much. */
#include <string.h>

#include "app/project/project_rules.h"
#include "app/register/leeslog_filter.h"
#include "app/register/register.h"
#include "app/urls.h"
#include "core/text.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "wanneer",
     .label = "Wanneer",
     .no_sort = true,
     .filter_hint = "Bijvoorbeeld 2026, 06-2026 of >=01-07-2026"},
    {.key = "kandidaat", .label = "Kandidaat", .no_sort = true, .filter_hint = "Het nummer, bijvoorbeeld K-000123"},
    {.key = "wie", .label = "Wie las", .no_sort = true},
    {.key = "organisatie", .label = "Organisatie", .no_sort = true},
    {.key = "waarom",
     .label = "Waar en waarom",
     .no_sort = true,
     .filter_hint = "Bijvoorbeeld kandidaat, verzoek of brief"},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), DAG_MOST = 500 };

/* "K-000123", "k 123" or "123"; 0 = all, -1 = no number. */
static int64_t number_of(const char *typed)
{
    int64_t n;
    if (!*typed)
        return 0;
    while (*typed == ' ' || *typed == 'K' || *typed == 'k' || *typed == '-')
        typed++;
    return int_parse(typed, &n) && n > 0 ? n : -1;
}

static bool days_read(const char *typed, struct lees_filter *f)
{
    struct datum_bereik d = {DATUM_GEEN, DATUM_GEEN};
    if (*typed && !filter_datum(typed, &d))
        return false;
    if (!datum_is_none(d.van))
        f->van = tijdstip_at(d.van, 0, 0);
    if (!datum_is_none(d.tm))
        f->tot = tijdstip_at(datum_plus_days(d.tm, 1), 0, 0);
    return true;
}

void leeslog_filter_read(struct request *r, struct arena *a, struct lees_filter *f, const char **woorden,
                         const char **not_read)
{
    struct list_query q = list_query_read(r, columns, COLUMNS, "-wanneer");
    *f = (struct lees_filter){.tot = {INT64_MAX},
                              .wie = list_like(a, &q, "wie"),
                              .organisatie = list_like(a, &q, "organisatie"),
                              .waarom = list_like(a, &q, "waarom"),
                              .kandidaat = number_of(request_query(r, "kandidaat")),
                              .per_page = q.per_page};
    *not_read = NULL;
    if (!days_read(request_query(r, "wanneer"), f))
        *not_read = "Wanneer";
    if (f->kandidaat < 0) {
        *not_read = "Kandidaat";
        f->kandidaat = 0;
    }
    *woorden = "";
    for (size_t i = 0; i < q.n_filters; i++)
        for (size_t k = 0; k < COLUMNS; k++)
            if (strcmp(columns[k].key, q.filters[i].name) == 0)
                *woorden = arena_printf(a, "%s%s%s: %s", *woorden, **woorden ? "; " : "", columns[k].label,
                                        q.filters[i].value);
    if (!**woorden)
        *woorden = "geen: alle regels van de regio";
}

enum result leeslog_page(struct request *r)
{
    struct leeslog_view v = {.page = layout_page(r, "Leeslog")};
    struct list_query q = list_query_read(r, columns, COLUMNS, "-wanneer");
    struct lees_filter f;
    const char *woorden, *not_read;
    int64_t total;
    leeslog_filter_read(r, r->arena, &f, &woorden, &not_read);
    TRY(leeslog_count(r->db, r->arena, &f, &total));
    v.list = list_view_new(r, columns, COLUMNS, &q, url_leeslog().path, total);
    if (not_read)
        list_view_unknown(v.list, r->arena, not_read,
                          request_query(r, strcmp(not_read, "Wanneer") == 0 ? "wanneer" : "kandidaat"));
    v.excel = (own_path){*r->query_string ? arena_printf(r->arena, "%s/excel?%s", url_leeslog().path, r->query_string)
                                          : arena_printf(r->arena, "%s/excel", url_leeslog().path)};
    f.page = v.list->page;
    TRY(leeslog_read(r->db, r->arena, &f, &v.n_rows, &v.rows));
    TRY(signalen_read(r->db, r->arena, r->today, &v));
    struct html o = page_begin(r);
    register_leeslog(&o, &v);
    return OK;
}

/* ---- one signal ---- */

/* The signal of who and dag that nobody judged yet; NOT_FOUND when there is none (any more). */
static enum result signal_find(struct request *r, const char *wie, const char *dag, struct leeslog_view *all,
                               struct signaal_row **out)
{
    int64_t id;
    TRY(signalen_read(r->db, r->arena, r->today, all));
    for (size_t i = 0; i < all->n_signalen; i++)
        if (int_parse(wie, &id) && all->signalen[i].wie_id == id && strcmp(all->signalen[i].dag_iso, dag) == 0) {
            *out = &all->signalen[i];
            return OK;
        }
    return NOT_FOUND;
}

enum result leessignaal_page(struct request *r)
{
    const char *wie = typed_value(&r->typed, "wie"), *dag = typed_value(&r->typed, "dag");
    struct leessignaal_input in = {.wie = wie ? wie : request_query(r, "wie"),
                                   .dag = dag ? dag : request_query(r, "dag")};
    struct leeslog_view all = {.page = NULL};
    struct signaal_view v = {.page = layout_page(r, "Veel gelezen op één dag")};
    enum result found = signal_find(r, in.wie, in.dag, &all, &v.signaal);
    if (found == NOT_FOUND)
        return reply_redirect(r, url_leeslog()); /* judged already, or no signal */
    TRY(found);
    struct lees_filter f = {.van = tijdstip_at(v.signaal->dag, 0, 0),
                            .tot = tijdstip_at(datum_plus_days(v.signaal->dag, 1), 0, 0),
                            .wie = "%",
                            .organisatie = "%",
                            .waarom = "%",
                            .wie_id = v.signaal->wie_id,
                            .per_page = DAG_MOST,
                            .page = 1};
    TRY(leeslog_read(r->db, r->arena, &f, &v.n_rows, &v.rows));
    v.grens = all.grens;
    v.form = form_view_new(r->arena, leessignaal_form, &r->typed, &in, &r->problems, 0);
    layout_form(v.page, v.form);
    layout_back(v.page, url_leeslog(), "Leeslog");
    struct html o = page_begin(r);
    register_signaal(&o, &v);
    return OK;
}

enum result leessignaal_post(struct request *r)
{
    const struct leessignaal_input *in = r->input;
    struct leeslog_view all = {.page = NULL};
    struct signaal_row *s;
    TRY(signal_find(r, in->wie, in->dag, &all, &s));
    TRY(signaal_insert(r->job, (gebruiker_id){s->wie_id}, s->dag, s->personen, in->oordeel));
    job_audit(r->job, (struct audit_line){.wat = "leeslog.beoordelen",
                                          .soort = "gebruiker",
                                          .rij = s->wie_id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "%s, %lld personen: %s", s->dag_iso,
                                                             (long long)s->personen, in->oordeel)});
    return reply_redirect_said(r, url_leeslog(), "Uw oordeel is vastgelegd.");
}
