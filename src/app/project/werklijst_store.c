/* app/project/werklijst_store.c: running projects whose prognose is below the obligation, the most pressing first. */
#include <string.h>

#include "app/project/project_store.h"
#include "data/reader.h"

/* Days left count today; the money needed per month is the shortfall over the months of 30 days that are left, at least
 * one. */
#define DAGEN     "max(CAST(julianday(eind) - julianday(:dag) AS INTEGER) + 1, 0)"
#define TEKORT    "(netto_cent - prognose_cent)"
#define PER_MAAND "(" TEKORT " * 30 / max(" DAGEN ", 30))"
#define FROM                                                                                                           \
    " FROM project_lijst WHERE afgerond = 0 AND prognose_cent < netto_cent"                                            \
    " AND naam_sleutel LIKE :naam ESCAPE '\\' AND opdrachtnemer_sleutel LIKE :opdrachtnemer ESCAPE '\\' AND replace(signaal, '_', ' ') LIKE :signaal ESCAPE '\\'"

const struct list_column werklijst_columns[WERKLIJST_COLUMNS] = {
    {.key = "naam", .label = "Projectnaam"},
    {.key = "opdrachtnemer", .label = "Opdrachtnemer"},
    {.key = "signaal", .label = "Voortgang"},
    {.key = "eind", .label = "Einddatum", .no_filter = true},
    {.key = "dagen", .label = "Dagen over", .numeric = true, .no_filter = true},
    {.key = "verwacht", .label = "Verwacht tot vandaag", .numeric = true, .no_filter = true, .no_sort = true},
    {.key = "actueel", .label = "SR actueel", .numeric = true, .no_filter = true},
    {.key = "tekort", .label = "Tekort", .numeric = true, .no_filter = true},
    {.key = "maand", .label = "Nodig per maand", .numeric = true, .no_filter = true},
};
static const struct {
    const char *key, *sort;
} sorts[] = {
    {"naam", "naam_sleutel"}, {"opdrachtnemer", "opdrachtnemer_sleutel"},
    {"signaal", "signaal"},   {"eind", "eind"},
    {"dagen", "dagen"},       {"actueel", "actueel_cent"},
    {"tekort", "tekort"},     {"maand", "maand"},
};

static const char *sort_of(const char *key)
{
    for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++)
        if (strcmp(sorts[i].key, key) == 0)
            return sorts[i].sort;
    return "maand";
}

static enum result totals_read(struct reader *db, struct arena *a, const struct bind *binds, struct werklijst_view *v,
                               int64_t *total)
{
    struct query q CLEAN = query_composed(db, a,
                                          "SELECT count(*) AS n, coalesce(sum" TEKORT
                                          ", 0) AS tekort, coalesce(sum" PER_MAAND ", 0) AS maand" FROM,
                                          binds);
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    v->totaal_tekort = row_geld(&q, "tekort");
    v->totaal_maand = row_geld(&q, "maand");
    return OK;
}

enum result werklijst_read(struct reader *db, struct arena *a, datum today, const struct list_query *q,
                           struct werklijst_view *v, int64_t *total)
{
    struct bind binds[] = {B("dag", today),
                           B("naam", list_like(a, q, "naam")),
                           B("opdrachtnemer", list_like(a, q, "opdrachtnemer")),
                           B("signaal", list_like(a, q, "signaal")),
                           {.name = NULL},
                           {.name = NULL},
                           {.name = NULL}};
    TRY(totals_read(db, a, binds, v, total));
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    binds[4] = B("most", q->per_page);
    binds[5] = B("van", (page - 1) * q->per_page);
    const char *text = arena_printf(
        a,
        "SELECT id, naam, opdrachtnemer, signaal, start, eind, netto_cent, actueel_cent, " DAGEN " AS dagen, " TEKORT
        " AS tekort, " PER_MAAND " AS maand" FROM " ORDER BY %s %s, tekort DESC, id LIMIT :most OFFSET :van",
        sort_of(q->order.column), q->order.descending ? "DESC" : "ASC");
    struct query rows CLEAN = query_composed(db, a, text, binds);
    v->rows = ARENA_ARRAY(a, struct werklijst_row, (size_t)q->per_page);
    while (v->n_rows < (size_t)q->per_page && next_row(&rows))
        v->rows[v->n_rows++] = (struct werklijst_row){
            .id = row_id(&rows, "id", project_id),
            .naam = row_text(&rows, "naam"),
            .opdrachtnemer = row_text(&rows, "opdrachtnemer"),
            .signaal = row_text(&rows, "signaal"),
            .start = row_datum(&rows, "start"),
            .eind = row_datum(&rows, "eind"),
            .dagen = row_int(&rows, "dagen"),
            .netto = row_geld(&rows, "netto_cent"),
            .actueel = row_geld(&rows, "actueel_cent"),
            .tekort = row_geld(&rows, "tekort"),
            .maand = row_geld(&rows, "maand"),
        };
    return query_result(&rows);
}
