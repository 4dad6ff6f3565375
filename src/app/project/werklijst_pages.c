/* app/project/werklijst_pages.c: which projects need attention first (issue "early warning"): by shortfall and nearness
 * of the end. */
#include "app/labels.h"
#include "app/project/project_store.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "templates.h"

enum result werklijst_page(struct request *r)
{
    struct werklijst_view v = {.page = layout_page(r, "Werklijst"), .dag = r->today};
    struct list_query q = list_query_read(r, werklijst_columns, WERKLIJST_COLUMNS, "-maand");
    int64_t total;
    TRY(werklijst_read(r->db, r->arena, r->today, &q, &v, &total));
    v.list = list_view_new(r, werklijst_columns, WERKLIJST_COLUMNS, &q, url_werklijst().path, total);
    for (size_t i = 0; i < v.n_rows; i++)
        v.rows[i].verwacht = verwacht(v.rows[i].netto, v.rows[i].start, datum_plus_days(v.rows[i].eind, 1), r->today);
    struct html o = page_begin(r);
    project_werklijst(&o, &v);
    return OK;
}
