#include "app/logboek/logboek_store.h"

#define FILTERS " FROM logboek WHERE op >= :van AND op < :tot AND vouw(wie) LIKE :wie ESCAPE '\\' AND replace(replace(wat, '_', ' '), '.', ' ') LIKE :wat ESCAPE '\\' AND vouw(naam) LIKE :project ESCAPE '\\'"
SQL(logboek_tel, "SELECT count(*) AS n" FILTERS);
SQL(logboek_lijst, "SELECT op, wie, organisatie, wat, voor, na, naam, project_id" FILTERS " ORDER BY id DESC LIMIT :most OFFSET :over");

enum result logboek_count(struct reader *db, struct arena *a, const struct logboek_filter *f, int64_t *total)
{
    struct query q CLEAN = query(db, a, logboek_tel, BIND(B("van", f->van), B("tot", f->tot), B("wie", f->wie), B("wat", f->wat), B("project", f->project)));
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    return OK;
}

enum result logboek_read(struct reader *db, struct arena *a, const struct logboek_filter *f, size_t *n, struct logboek_row **out)
{
    *out = ARENA_ARRAY(a, struct logboek_row, (size_t)f->per_page);
    *n = 0;
    struct query q CLEAN = query(db, a, logboek_lijst,
                                 BIND(B("van", f->van), B("tot", f->tot), B("wie", f->wie), B("wat", f->wat), B("project", f->project), B("most", f->per_page), B("over", (f->page - 1) * f->per_page)));
    while (*n < (size_t)f->per_page && next_row(&q))
        (*out)[(*n)++] = (struct logboek_row){row_tijdstip(&q, "op"), row_text(&q, "wie"), row_text(&q, "organisatie"), row_text(&q, "wat"), row_text_or(&q, "voor", ""), row_text_or(&q, "na", ""),
                                              row_text(&q, "naam"), row_id(&q, "project_id", project_id)};
    return query_result(&q);
}
