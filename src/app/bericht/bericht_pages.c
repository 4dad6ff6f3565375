#include <string.h>

#include "app/bericht/bericht.h"
#include "app/bericht/bericht_store.h"
#include "app/urls.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "gemaakt", .label = "Gemaakt", .no_filter = true, .no_sort = true},
    {.key = "onderwerp", .label = "Onderwerp", .no_sort = true},
    {.key = "aan", .label = "Aan", .no_sort = true},
    {.key = "status", .label = "Status", .no_sort = true, .filter_hint = "wacht, verzonden of mislukt"},
    {.key = "antwoord", .label = "Antwoord van de mailserver", .no_filter = true, .no_sort = true},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static bool is_status(const char *s)
{
    return strcmp(s, "wacht") == 0 || strcmp(s, "verzonden") == 0 || strcmp(s, "mislukt") == 0;
}

enum result berichten_page(struct request *r)
{
    struct berichten_view v = {.page = layout_page(r, "Berichten")};
    struct list_query q = list_query_read(r, columns, COLUMNS, "-gemaakt");
    const char *status = request_query(r, "status");
    struct bericht_filter f = {is_status(status) ? status : "", list_like(r->arena, &q, "aan"),
                               list_like(r->arena, &q, "onderwerp"), q.per_page, q.page};
    int64_t total;
    TRY(berichten_count(r->db, r->arena, &f, &total, &v.mislukt));
    v.list = list_view_new(r, columns, COLUMNS, &q, "/beheer/berichten", total);
    if (*status && !is_status(status))
        list_view_unknown(v.list, r->arena, "status", status);
    f.page = v.list->page;
    TRY(berichten_read(r->db, r->arena, &f, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    bericht_list_page(&o, &v);
    return OK;
}

enum result bericht_again_post(struct request *r)
{
    bericht_id id = request_id(r, "bericht", bericht_id);
    TRY(bericht_again(r->job, id));
    job_audit(r->job, (struct audit_line){
                          .wat = "bericht.opnieuw", .soort = "bericht", .rij = id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_berichten(), "Het bericht wordt opnieuw verzonden.");
}
