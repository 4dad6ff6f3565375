/* app/register/leeslog_store.c: the reading log and what was judged of it. */
#include "app/register/register_store.h"
#include "data/reader.h"

#define FILTERS                                                                                                                                                                                                   \
    " FROM leeslog WHERE op >= :van AND op < :tot AND vouw(wie) LIKE :wie ESCAPE '\\' AND vouw(organisatie) LIKE :organisatie ESCAPE '\\' AND replace(replace(wat, '_', ' '), '.', ' ') LIKE :waarom ESCAPE '\\'" \
    " AND (:kandidaat = 0 OR kandidaat_id = :kandidaat) AND (:wie_id = 0 OR wie_id = :wie_id)"
#define REGEL "SELECT id, op, kandidaat_id, wie, organisatie, wat, naam, project_id, verzoek_id"
SQL(lees_tel, "SELECT count(*) AS n" FILTERS);
SQL(lees_lijst, REGEL FILTERS " ORDER BY id DESC LIMIT :most OFFSET :over");
SQL(lees_vanaf, REGEL FILTERS " AND id < :voor ORDER BY id DESC LIMIT :most");
SQL(lees_dagen,
    "SELECT wie_id, op, kandidaat_id FROM leeslog WHERE op >= :van AND wie_id IS NOT NULL AND kandidaat_id IS NOT NULL LIMIT 50000");
SQL(lees_wie, "SELECT wie FROM leeslog WHERE wie_id = :wie LIMIT 1");
SQL(lees_grens, "SELECT lees_grens FROM regio WHERE mag_wijzigen LIMIT 1");
SQL(beoordeeld,
    "SELECT gebruiker_id, dag, personen, oordeel, op, wie, door FROM leessignaal WHERE dag >= :van ORDER BY dag DESC, gebruiker_id LIMIT 200");
SQL(signaal_maken,
    "INSERT INTO nieuw_leessignaal (gebruiker_id, dag, personen, oordeel) VALUES (:wie, :dag, :personen, :oordeel)");

enum { TERUG_DAGEN = 90, LEZINGEN_MOST = 50000, SIGNALEN_MOST = 200 };
#define BINDS(f)                                                                                                       \
    B("van", (f)->van), B("tot", (f)->tot), B("wie", (f)->wie), B("organisatie", (f)->organisatie),                    \
        B("waarom", (f)->waarom), B("kandidaat", (f)->kandidaat), B("wie_id", (f)->wie_id)

static struct lees_row line_of(struct query *q)
{
    return (struct lees_row){row_int(q, "id"),
                             row_tijdstip(q, "op"),
                             row_id(q, "kandidaat_id", kandidaat_id),
                             row_text(q, "wie"),
                             row_text(q, "organisatie"),
                             row_text(q, "wat"),
                             row_text(q, "naam"),
                             row_id(q, "project_id", project_id),
                             row_id(q, "verzoek_id", verzoek_id)};
}

enum result leeslog_count(struct reader *db, struct arena *a, const struct lees_filter *f, int64_t *total)
{
    struct query q CLEAN = query(db, a, lees_tel, BIND(BINDS(f)));
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    return OK;
}

enum result leeslog_read(struct reader *db, struct arena *a, const struct lees_filter *f, size_t *n,
                         struct lees_row **out)
{
    *out = ARENA_ARRAY(a, struct lees_row, (size_t)f->per_page);
    *n = 0;
    struct query q CLEAN =
        query(db, a, lees_lijst, BIND(BINDS(f), B("most", f->per_page), B("over", (f->page - 1) * f->per_page)));
    while (*n < (size_t)f->per_page && next_row(&q))
        (*out)[(*n)++] = line_of(&q);
    return query_result(&q);
}

enum result leeslog_read_before(struct reader *db, struct arena *a, const struct lees_filter *f, int64_t voor, int most,
                                size_t *n, struct lees_row **out)
{
    *out = ARENA_ARRAY(a, struct lees_row, (size_t)most);
    *n = 0;
    struct query q CLEAN = query(db, a, lees_vanaf, BIND(BINDS(f), B("voor", voor), B("most", most)));
    while (*n < (size_t)most && next_row(&q))
        (*out)[(*n)++] = line_of(&q);
    return query_result(&q);
}

/* ---- signals ---- */

static enum result limit_read(struct reader *db, struct arena *a, int64_t *grens)
{
    struct query q CLEAN = query(db, a, lees_grens, BIND_NONE);
    TRY(one_row(&q));
    *grens = row_int(&q, "lees_grens");
    return OK;
}

static enum result days_found(struct reader *db, struct arena *a, datum today, int64_t grens, size_t *n,
                              struct leesdag **out)
{
    size_t many = 0;
    struct lezing *rows = ARENA_ARRAY(a, struct lezing, LEZINGEN_MOST);
    *out = ARENA_ARRAY(a, struct leesdag, SIGNALEN_MOST);
    struct query q CLEAN =
        query(db, a, lees_dagen, BIND(B("van", tijdstip_at(datum_plus_days(today, -TERUG_DAGEN), 0, 0))));
    while (many < LEZINGEN_MOST && next_row(&q))
        rows[many++] = (struct lezing){row_int(&q, "wie_id"), row_tijdstip(&q, "op"), row_int(&q, "kandidaat_id")};
    TRY(query_result(&q));
    *n = leessignalen_vind(rows, many, grens, *out, SIGNALEN_MOST);
    return OK;
}

static enum result judged_read(struct reader *db, struct arena *a, datum today, struct leeslog_view *v)
{
    v->gezien = ARENA_ARRAY(a, struct signaal_row, SIGNALEN_MOST);
    struct query q CLEAN = query(db, a, beoordeeld, BIND(B("van", datum_plus_days(today, -TERUG_DAGEN))));
    while (v->n_gezien < SIGNALEN_MOST && next_row(&q))
        v->gezien[v->n_gezien++] = (struct signaal_row){.wie_id = row_int(&q, "gebruiker_id"),
                                                        .personen = row_int(&q, "personen"),
                                                        .dag = row_datum(&q, "dag"),
                                                        .dag_iso = row_text(&q, "dag"),
                                                        .wie = row_text(&q, "wie"),
                                                        .oordeel = row_text(&q, "oordeel"),
                                                        .door = row_text(&q, "door"),
                                                        .op = row_tijdstip(&q, "op")};
    return query_result(&q);
}

static enum result name_read(struct reader *db, struct arena *a, int64_t wie, const char **out)
{
    struct query q CLEAN = query(db, a, lees_wie, BIND(B("wie", wie)));
    TRY(one_row(&q));
    *out = row_text(&q, "wie");
    return OK;
}

static bool is_judged(const struct leeslog_view *v, const struct leesdag *d)
{
    for (size_t i = 0; i < v->n_gezien; i++)
        if (v->gezien[i].wie_id == d->wie && v->gezien[i].dag.dag == d->dag.dag)
            return true;
    return false;
}

enum result signalen_read(struct reader *db, struct arena *a, datum today, struct leeslog_view *v)
{
    size_t n;
    struct leesdag *days;
    TRY(limit_read(db, a, &v->grens));
    TRY(judged_read(db, a, today, v));
    TRY(days_found(db, a, today, v->grens, &n, &days));
    v->signalen = ARENA_ARRAY(a, struct signaal_row, SIGNALEN_MOST);
    for (size_t i = 0; i < n; i++) {
        if (is_judged(v, &days[i]))
            continue;
        char iso[11];
        datum_to_iso(days[i].dag, iso);
        struct signaal_row *s = &v->signalen[v->n_signalen++];
        *s = (struct signaal_row){.wie_id = days[i].wie,
                                  .personen = days[i].personen,
                                  .dag = days[i].dag,
                                  .dag_iso = arena_strdup(a, iso),
                                  .oordeel = ""};
        TRY(name_read(db, a, days[i].wie, &s->wie));
    }
    return OK;
}

enum result leessignalen_open(struct reader *db, struct arena *a, datum today, int64_t *n, datum *sinds)
{
    struct leeslog_view v = {.page = NULL};
    TRY(signalen_read(db, a, today, &v));
    *n = (int64_t)v.n_signalen;
    *sinds = v.n_signalen > 0 ? v.signalen[0].dag : DATUM_GEEN;
    return OK;
}

enum result signaal_insert(struct desk_job *job, gebruiker_id wie, datum dag, int64_t personen, const char *oordeel)
{
    return job_insert(job, signaal_maken,
                      BIND(B("wie", wie), B("dag", dag), B("personen", personen), B("oordeel", oordeel)), NULL);
}
