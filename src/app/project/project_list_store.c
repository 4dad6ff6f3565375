/* app/project/project_list_store.c: the two lists: composed from fixed fragments, so that each combination of filters
 * and order stays one cached statement. */
#include <string.h>

#include "app/project/project_store.h"
#include "core/text.h"
#include "data/reader.h"

const struct list_column project_columns[] = {
    {.key = "naam", .label = "Projectnaam"},
    {.key = "opdrachtnemer", .label = "Opdrachtnemer"},
    {.key = "opdrachtgever", .label = "Opdrachtgever"},
    {.key = "start",
     .label = "Startdatum",
     .filter_hint = "Bijvoorbeeld 2025, 06-2025, >=01-07-2025 of 01-2025..06-2025"},
    {.key = "eind",
     .label = "Einddatum",
     .filter_hint = "Bijvoorbeeld 2025, 06-2025, >=01-07-2025 of 01-2025..06-2025"},
    {.key = "afspraak", .label = "Contractafspraak"},
    {.key = "verplichting",
     .label = "SR verplichting",
     .numeric = true,
     .filter_hint = "Bijvoorbeeld >=10000 of 10.000..20.000"},
    {.key = "actueel", .label = "SR actueel", .numeric = true, .filter_hint = "Bijvoorbeeld >=10000 of 10.000..20.000"},
    {.key = "prognose",
     .label = "SR prognose",
     .numeric = true,
     .filter_hint = "Bijvoorbeeld >=10000 of 10.000..20.000"},
    {.key = "signaal", .label = "Voortgang"},
};
_Static_assert(sizeof(project_columns) / sizeof(project_columns[0]) == PROJECT_COLUMNS, "columns");

enum kind { KIND_TEXT, KIND_DATE, KIND_MONEY };
static const struct {
    enum kind kind;
    const char *sort, *where;
} sql_columns[PROJECT_COLUMNS] = {
    {KIND_TEXT, "naam_sleutel", "naam_sleutel"},
    {KIND_TEXT, "opdrachtnemer_sleutel", "opdrachtnemer_sleutel"},
    {KIND_TEXT, "opdrachtgever_sleutel", "opdrachtgever_sleutel"},
    {KIND_DATE, "start", "start"},
    {KIND_DATE, "eind", "eind"},
    {KIND_TEXT, "afspraak", "replace(afspraak, '_', ' ')"},
    {KIND_MONEY, "netto_cent", "netto_cent"},
    {KIND_MONEY, "actueel_cent", "actueel_cent"},
    {KIND_MONEY, "prognose_cent", "prognose_cent"},
    {KIND_TEXT, "signaal", "replace(coalesce(signaal, ''), '_', ' ')"},
};

static int column_nr(const char *key)
{
    for (int i = 0; i < PROJECT_COLUMNS; i++)
        if (strcmp(project_columns[i].key, key) == 0)
            return i;
    return -1;
}

struct composed_list {
    struct text where;
    struct bind binds[2 * PROJECT_COLUMNS + 4];
    size_t n;
};

static void bind_add(struct composed_list *c, struct bind b)
{
    c->binds[c->n++] = b;
    c->binds[c->n] = (struct bind){.name = NULL};
}

/* Parameter names per column are fixed words, so no user text enters the statement. */
static const char *const low_names[PROJECT_COLUMNS] = {"a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"};
static const char *const high_names[PROJECT_COLUMNS] = {"b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9"};

static bool filter_add(struct composed_list *c, struct arena *a, const struct list_query *q, int i, const char *typed)
{
    struct datum_bereik d;
    struct geld_bereik g;
    switch (sql_columns[i].kind) {
    case KIND_DATE:
        if (!filter_datum(typed, &d))
            return false;
        if (!datum_is_none(d.van)) {
            text_printf(&c->where, " AND %s >= :%s", sql_columns[i].where, low_names[i]);
            bind_add(c, B(low_names[i], d.van));
        }
        if (!datum_is_none(d.tm)) {
            text_printf(&c->where, " AND %s <= :%s", sql_columns[i].where, high_names[i]);
            bind_add(c, B(high_names[i], d.tm));
        }
        return true;
    case KIND_MONEY:
        if (!filter_geld(typed, &g))
            return false;
        if (!geld_is_none(g.van)) {
            text_printf(&c->where, " AND %s >= :%s", sql_columns[i].where, low_names[i]);
            bind_add(c, B(low_names[i], g.van));
        }
        if (!geld_is_none(g.tm)) {
            text_printf(&c->where, " AND %s <= :%s", sql_columns[i].where, high_names[i]);
            bind_add(c, B(high_names[i], g.tm));
        }
        return true;
    default:
        text_printf(&c->where, " AND %s LIKE :%s ESCAPE '\\'", sql_columns[i].where, low_names[i]);
        bind_add(c, B(low_names[i], list_like(a, q, project_columns[i].key)));
        return true;
    }
}

static void compose(struct composed_list *c, struct arena *a, const struct list_query *q, bool afgerond)
{
    text_init(&c->where, 8000);
    c->n = 0;
    text_str(&c->where, " FROM project_lijst WHERE afgerond = :afgerond");
    bind_add(c, B("afgerond", afgerond));
    for (size_t i = 0; i < q->n_filters; i++) {
        int nr = column_nr(q->filters[i].name);
        if (nr >= 0)
            (void)filter_add(c, a, q, nr,
                             q->filters[i].value); /* what is not understood is said by project_filters_unknown */
    }
}

void project_filters_unknown(struct arena *a, const struct list_query *q, struct list_view *v)
{
    struct datum_bereik d;
    struct geld_bereik g;
    for (size_t i = 0; i < q->n_filters; i++) {
        int nr = column_nr(q->filters[i].name);
        bool good = nr < 0 || sql_columns[nr].kind == KIND_TEXT ||
                    (sql_columns[nr].kind == KIND_DATE ? filter_datum(q->filters[i].value, &d)
                                                       : filter_geld(q->filters[i].value, &g));
        if (!good)
            list_view_unknown(v, a, project_columns[nr].label, q->filters[i].value);
    }
}

static enum result totals_read(struct reader *db, struct arena *a, struct composed_list *c, struct project_list_view *v,
                               int64_t *total)
{
    const char *text = arena_printf(
        a,
        "SELECT count(*) AS n, coalesce(sum(netto_cent), 0) AS netto, coalesce(sum(actueel_cent), 0) AS actueel, coalesce(sum(prognose_cent), 0) AS prognose,"
        " min(som_dag) AS dag%s",
        text_c(&c->where));
    struct query q CLEAN = query_composed(db, a, text, c->binds);
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    v->totaal_netto = row_geld(&q, "netto");
    v->totaal_actueel = row_geld(&q, "actueel");
    v->totaal_prognose = row_geld(&q, "prognose");
    v->som_dag = row_datum(&q, "dag");
    return OK;
}

static enum result rows_read(struct query *q, struct arena *a, int most, struct project_list_view *v)
{
    v->rows = ARENA_ARRAY(a, struct project_row, (size_t)most);
    while (v->n_rows < (size_t)most && next_row(q))
        v->rows[v->n_rows++] = (struct project_row){
            .id = row_id(q, "id", project_id),
            .naam = row_text(q, "naam"),
            .opdrachtnemer = row_text(q, "opdrachtnemer"),
            .opdrachtgever = row_text(q, "opdrachtgever"),
            .afspraak = row_text(q, "afspraak"),
            .signaal = row_text(q, "signaal"),
            .start = row_datum(q, "start"),
            .eind = row_datum(q, "eind"),
            .netto = row_geld(q, "netto_cent"),
            .vrijgesteld = row_bool(q, "vrijgesteld"),
            .actueel = row_geld(q, "actueel_cent"),
            .prognose = row_geld(q, "prognose_cent"),
        };
    return query_result(q);
}

enum result project_list_read(struct reader *db, struct arena *a, const struct list_query *q,
                              struct project_list_view *v, int64_t *total)
{
    struct composed_list c;
    compose(&c, a, q, v->afgerond);
    enum result ended = totals_read(db, a, &c, v, total);
    if (ended == OK) {
        int nr = column_nr(q->order.column);
        int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1,
                page = q->page > pages ? pages : q->page;
        const char *text = arena_printf(
            a,
            "SELECT id, naam, opdrachtnemer, opdrachtgever, afspraak, signaal, start, eind, netto_cent, netto_cent = 0 AND korting_cent > 0 AS vrijgesteld, actueel_cent, prognose_cent%s ORDER BY %s %s, id LIMIT :most OFFSET :van",
            text_c(&c.where), sql_columns[nr < 0 ? 0 : nr].sort, q->order.descending ? "DESC" : "ASC");
        bind_add(&c, B("most", q->per_page));
        bind_add(&c, B("van", (page - 1) * q->per_page));
        struct query rows CLEAN = query_composed(db, a, text, c.binds);
        ended = rows_read(&rows, a, q->per_page, v);
    }
    text_free(&c.where);
    return ended;
}
