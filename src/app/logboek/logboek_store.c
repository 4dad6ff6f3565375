#include "app/logboek/logboek_store.h"

#define FILTERS                                                                                                        \
    " FROM logboek WHERE op >= :van AND op < :tot AND vouw(wie) LIKE :wie ESCAPE '\\' AND replace(replace(wat, '_', ' '), '.', ' ') LIKE :wat ESCAPE '\\' AND vouw(naam) LIKE :project ESCAPE '\\'"
SQL(logboek_tel, "SELECT count(*) AS n" FILTERS);
SQL(logboek_lijst, "SELECT id, op, wie, organisatie, wat, voor, na, naam, project_id" FILTERS
                   " ORDER BY id DESC LIMIT :most OFFSET :over");
SQL(logboek_vanaf, "SELECT id, op, wie, organisatie, wat, voor, na, naam, project_id" FILTERS
                   " AND id < :voor ORDER BY id DESC LIMIT :most");

static struct logboek_row row_read(struct query *q)
{
    return (struct logboek_row){row_int(q, "id"),           row_tijdstip(q, "op"), row_text(q, "wie"),
                                row_text(q, "organisatie"), row_text(q, "wat"),    row_text_or(q, "voor", ""),
                                row_text_or(q, "na", ""),   row_text(q, "naam"),   row_id(q, "project_id", project_id)};
}

enum result logboek_count(struct reader *db, struct arena *a, const struct logboek_filter *f, int64_t *total)
{
    struct query q CLEAN =
        query(db, a, logboek_tel,
              BIND(B("van", f->van), B("tot", f->tot), B("wie", f->wie), B("wat", f->wat), B("project", f->project)));
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    return OK;
}

enum result logboek_read(struct reader *db, struct arena *a, const struct logboek_filter *f, size_t *n,
                         struct logboek_row **out)
{
    *out = ARENA_ARRAY(a, struct logboek_row, (size_t)f->per_page);
    *n = 0;
    struct query q CLEAN =
        query(db, a, logboek_lijst,
              BIND(B("van", f->van), B("tot", f->tot), B("wie", f->wie), B("wat", f->wat), B("project", f->project),
                   B("most", f->per_page), B("over", (f->page - 1) * f->per_page)));
    while (*n < (size_t)f->per_page && next_row(&q))
        (*out)[(*n)++] = row_read(&q);
    return query_result(&q);
}

enum result logboek_read_before(struct reader *db, struct arena *a, const struct logboek_filter *f, int64_t voor,
                                int most, size_t *n, struct logboek_row **out)
{
    *out = ARENA_ARRAY(a, struct logboek_row, (size_t)most);
    *n = 0;
    struct query q CLEAN = query(db, a, logboek_vanaf,
                                 BIND(B("van", f->van), B("tot", f->tot), B("wie", f->wie), B("wat", f->wat),
                                      B("project", f->project), B("voor", voor), B("most", most)));
    while (*n < (size_t)most && next_row(&q))
        (*out)[(*n)++] = row_read(&q);
    return query_result(&q);
}
