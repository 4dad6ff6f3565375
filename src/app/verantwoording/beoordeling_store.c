#include <string.h>

#include "app/verantwoording/beoordeling.h"
#include "data/reader.h"

/* what it will be worth once approved: a new or changed entry of a regio that counts after approval is beside the sums,
 * else in them */
#define WAARDE "CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END"
#define FROM                                                                                                           \
    " FROM inzet i JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN bouwblok b ON b.id = v.bouwblok_id JOIN project_lijst l ON l.id = i.project_id WHERE i.mag_beoordelen"
#define COLUMNS                                                                                                        \
    "SELECT i.id, i.project_id, i.kandidaat_id, i.soort, i.versie, i.geldend, i.prognose_cent, " WAARDE                \
    " AS waarde, v.op, v.document_id, v.start, coalesce(v.uit_dienst, v.eind) AS eind, b.label,"                       \
    " l.naam, l.opdrachtnemer, v.door" FROM
SQL(beoordeling_een, COLUMNS " AND i.id = :id");
SQL(beoordeling_schrijven,
    "UPDATE inzet SET status = :status, reden = :reden WHERE id = :id AND versie = :versie AND mag_beoordelen RETURNING 1");

const struct list_column beoordeling_columns[BEOORDELING_COLUMNS] = {
    {.key = "inzet", .label = "Inzet", .no_filter = true, .no_sort = true},
    {.key = "project", .label = "Project"},
    {.key = "opdrachtnemer", .label = "Opdrachtnemer"},
    {.key = "blok", .label = "Doelgroep of bouwblok"},
    {.key = "ingediend", .label = "Ingediend op", .no_filter = true},
    {.key = "waarde", .label = "Waarde", .numeric = true, .no_filter = true},
};
static const struct {
    const char *key, *sort;
} sorts[] = {{"project", "l.naam_sleutel"},
             {"opdrachtnemer", "l.opdrachtnemer_sleutel"},
             {"blok", "b.label"},
             {"ingediend", "v.op"},
             {"waarde", "waarde"}};

static struct beoordeling_row row_of(struct query *q)
{
    return (struct beoordeling_row){.id = row_id(q, "id", inzet_id),
                                    .project = row_id(q, "project_id", project_id),
                                    .kandidaat = row_id(q, "kandidaat_id", kandidaat_id),
                                    .soort = row_text(q, "soort"),
                                    .naam = row_text(q, "naam"),
                                    .opdrachtnemer = row_text(q, "opdrachtnemer"),
                                    .blok = row_text(q, "label"),
                                    .versie = row_int(q, "versie"),
                                    .gewijzigd = !row_is_null(q, "geldend"),
                                    .document = !row_is_null(q, "document_id"),
                                    .op = row_tijdstip(q, "op"),
                                    .start = row_datum(q, "start"),
                                    .eind = row_datum(q, "eind"),
                                    .waarde = row_geld(q, "waarde"),
                                    .was = row_is_null(q, "geldend") ? GELD_GEEN : row_geld(q, "prognose_cent"),
                                    .door = row_id(q, "door", gebruiker_id)};
}

static const char *sort_of(const char *key)
{
    for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++)
        if (strcmp(sorts[i].key, key) == 0)
            return sorts[i].sort;
    return "v.op";
}

enum result beoordeling_list(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, geld *sum,
                             size_t *n, struct beoordeling_row **out)
{
    static const char filters[] =
        " AND l.naam_sleutel LIKE :project ESCAPE '\\' AND l.opdrachtnemer_sleutel LIKE :opdrachtnemer ESCAPE '\\' AND vouw(b.label) LIKE :blok ESCAPE '\\'";
    const char *project = list_like(a, q, "project"), *opdrachtnemer = list_like(a, q, "opdrachtnemer"),
               *blok = list_like(a, q, "blok");
    {
        struct query c CLEAN = query_composed(
            db, a, arena_printf(a, "SELECT count(*) AS n, coalesce(sum(%s), 0) AS som%s%s", WAARDE, FROM, filters),
            BIND(B("project", project), B("opdrachtnemer", opdrachtnemer), B("blok", blok)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
        *sum = row_geld(&c, "som");
    }
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    *out = ARENA_ARRAY(a, struct beoordeling_row, (size_t)q->per_page);
    *n = 0;
    const char *text = arena_printf(a, "%s%s ORDER BY %s %s, i.id LIMIT :most OFFSET :van", COLUMNS, filters,
                                    sort_of(q->order.column), q->order.descending ? "DESC" : "ASC");
    struct query rows CLEAN =
        query_composed(db, a, text,
                       BIND(B("project", project), B("opdrachtnemer", opdrachtnemer), B("blok", blok),
                            B("most", q->per_page), B("van", (page - 1) * q->per_page)));
    while (*n < (size_t)q->per_page && next_row(&rows))
        (*out)[(*n)++] = row_of(&rows);
    return query_result(&rows);
}

enum result beoordeling_read(struct reader *db, struct arena *a, inzet_id id, struct beoordeling_row *out)
{
    struct query q CLEAN = query(db, a, beoordeling_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result beoordeling_write(struct desk_job *job, inzet_id id, int64_t versie, const char *status, const char *reden)
{
    return job_write(job, beoordeling_schrijven,
                     BIND(B("status", status), B("reden", reden), B("id", id), B("versie", versie)));
}
