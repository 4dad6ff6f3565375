/* app/inhoud/tekst_store.c: what the coordinatiepunt reads and writes. */
#include <string.h>

#include "app/inhoud/inhoud_store.h"
#include "data/reader.h"

#define COLUMNS                                                                                                        \
    "SELECT id, soort, staat, titel, wie, versie, van, op, heeft_concept, heeft_gepubliceerd, mag_intrekken FROM inhoud"
#define SOORT_WOORD                                                                                                    \
    "CASE soort WHEN 'beleid' THEN 'beleid' WHEN 'nieuws' THEN 'nieuwsbericht' WHEN 'informatie' THEN 'algemene informatie' ELSE 'veelgestelde vraag' END"
#define FILTERS                                                                                                        \
    " WHERE vouw(titel) LIKE :titel ESCAPE '\\' AND " SOORT_WOORD                                                      \
    " LIKE :soort ESCAPE '\\' AND staat LIKE :staat ESCAPE '\\' AND vouw(wie) LIKE :wie ESCAPE '\\'"
SQL(teksten_tel, "SELECT count(*) AS n FROM inhoud" FILTERS);
SQL(tekst_een, COLUMNS " WHERE id = :id");
SQL(tekst_versies_lijst,
    "SELECT id, inhoud_id, nr, staat, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging, op, wie, geldt FROM inhoud_versie WHERE inhoud_id = :id ORDER BY nr DESC LIMIT :most");
SQL(tekst_maken,
    "INSERT INTO nieuw_inhoud (soort, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging)"
    " VALUES (:soort, :titel, :tekst, :van, :tm, :openbaar, :vast, :voor, :rubriek, :volgorde, :wijziging)");
SQL(tekst_concept_maken,
    "INSERT INTO nieuw_inhoud_versie (inhoud_id, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging, versie)"
    " VALUES (:id, :titel, :tekst, :van, :tm, :openbaar, :vast, :voor, :rubriek, :volgorde, :wijziging, :versie)");
SQL(tekst_staat_zetten, "UPDATE inhoud SET staat = :staat WHERE id = :id AND versie = :versie RETURNING 1");
SQL(onderhoud_een, "SELECT id, tekst, van, tot, versie, op, wie FROM onderhoud");
SQL(onderhoud_maken, "INSERT INTO nieuw_onderhoud (tekst, van, tot, versie) VALUES (:tekst, :van, :tot, :versie)");
SQL(onderhoud_weghalen, "DELETE FROM onderhoud WHERE id = :id AND versie = :versie RETURNING 1");

static struct tekst_row row_of(struct query *q)
{
    return (struct tekst_row){
        .id = row_id(q, "id", inhoud_id),
        .soort = row_text(q, "soort"),
        .staat = row_text(q, "staat"),
        .titel = row_text(q, "titel"),
        .wie = row_text(q, "wie"),
        .versie = row_int(q, "versie"),
        .van = row_datum(q, "van"),
        .op = row_tijdstip(q, "op"),
        .heeft_concept = row_bool(q, "heeft_concept"),
        .heeft_gepubliceerd = row_bool(q, "heeft_gepubliceerd"),
        .mag_intrekken = row_bool(q, "mag_intrekken"),
    };
}

enum result teksten_read(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, size_t *n,
                         struct tekst_row **out)
{
    static const struct {
        const char *key, *expression;
    } orders[] = {
        {"titel", "vouw(titel)"}, {"soort", SOORT_WOORD}, {"staat", "staat"}, {"op", "op"}, {"wie", "vouw(wie)"}};
    const char *order = orders[0].expression;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
        if (strcmp(orders[i].key, q->order.column) == 0)
            order = orders[i].expression;
    const char *titel = list_like(a, q, "titel"), *soort = list_like(a, q, "soort"), *staat = list_like(a, q, "staat"),
               *wie = list_like(a, q, "wie");
    {
        struct query c CLEAN =
            query(db, a, teksten_tel, BIND(B("titel", titel), B("soort", soort), B("staat", staat), B("wie", wie)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
    }
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    const char *text = arena_printf(a, COLUMNS FILTERS " ORDER BY %s %s, id DESC LIMIT :most OFFSET :van", order,
                                    q->order.descending ? "DESC" : "ASC");
    *out = ARENA_ARRAY(a, struct tekst_row, (size_t)q->per_page);
    *n = 0;
    struct query rows CLEAN =
        query_composed(db, a, text,
                       BIND(B("titel", titel), B("soort", soort), B("staat", staat), B("wie", wie),
                            B("most", q->per_page), B("van", (page - 1) * q->per_page)));
    while (*n < (size_t)q->per_page && next_row(&rows))
        (*out)[(*n)++] = row_of(&rows);
    return query_result(&rows);
}

enum result tekst_read(struct reader *db, struct arena *a, inhoud_id id, struct tekst_row *out)
{
    struct query q CLEAN = query(db, a, tekst_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result tekst_versies(struct reader *db, struct arena *a, inhoud_id id, size_t *n, struct tekst_versie **out)
{
    *out = ARENA_ARRAY(a, struct tekst_versie, KOPPEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, tekst_versies_lijst, BIND(B("id", id), B("most", (int)KOPPEN_MOST)));
    while (*n < KOPPEN_MOST && next_row(&q)) {
        const char *staat = row_text(&q, "staat");
        (*out)[(*n)++] = (struct tekst_versie){
            .id = row_id(&q, "id", inhoudversie_id),
            .inhoud = id,
            .nr = row_int(&q, "nr"),
            .voor = row_int(&q, "voor"),
            .volgorde = row_int(&q, "volgorde"),
            .staat = staat,
            .titel = row_text(&q, "titel"),
            .tekst = row_text(&q, "tekst"),
            .rubriek = row_text(&q, "rubriek"),
            .wijziging = row_text(&q, "wijziging"),
            .wie = row_text(&q, "wie"),
            .van = row_datum(&q, "van"),
            .tm = row_datum(&q, "tm"),
            .op = row_tijdstip(&q, "op"),
            .openbaar = row_bool(&q, "openbaar"),
            .vast = row_bool(&q, "vast"),
            .geldt = row_bool(&q, "geldt"),
            .is_concept = strcmp(staat, "concept") == 0,
        };
    }
    return query_result(&q);
}

#define WRITTEN(in, voor_)                                                                                             \
    B("titel", (in)->titel), B("tekst", (in)->tekst), B("van", (in)->van), B("tm", (in)->tm),                          \
        B("openbaar", (in)->openbaar), B("vast", (in)->vast), B("voor", voor_),                                        \
        B("rubriek", (in)->rubriek ? (in)->rubriek : ""), B("volgorde", (in)->volgorde),                               \
        B("wijziging", (in)->wijziging ? (in)->wijziging : "")

enum result tekst_insert(struct desk_job *job, const struct inhoud_input *in, int voor, inhoud_id *out)
{
    return job_insert(job, tekst_maken, BIND(B("soort", in->soort), WRITTEN(in, voor)), &out->id);
}

enum result tekst_concept_insert(struct desk_job *job, inhoud_id id, const struct inhoud_input *in, int voor)
{
    int64_t made;
    return job_insert(job, tekst_concept_maken, BIND(B("id", id), WRITTEN(in, voor), B("versie", in->versie)), &made);
}

enum result tekst_staat_set(struct desk_job *job, inhoud_id id, const char *staat, int64_t versie)
{
    enum result ended = job_write(job, tekst_staat_zetten, BIND(B("staat", staat), B("id", id), B("versie", versie)));
    return ended == NOT_FOUND ? CONFLICT : ended;
}

enum result onderhoud_read(struct reader *db, struct arena *a, struct onderhoud_row *out)
{
    struct query q CLEAN = query(db, a, onderhoud_een, BIND_NONE);
    TRY(one_row(&q));
    *out = (struct onderhoud_row){row_int(&q, "id"),     row_int(&q, "versie"),   row_text(&q, "tekst"),
                                  row_text(&q, "wie"),   row_tijdstip(&q, "van"), row_tijdstip(&q, "tot"),
                                  row_tijdstip(&q, "op")};
    return OK;
}

enum result onderhoud_keep(struct desk_job *job, const char *tekst, tijdstip van, tijdstip tot, int64_t versie,
                           int64_t *out)
{
    return job_insert(job, onderhoud_maken, BIND(B("tekst", tekst), B("van", van), B("tot", tot), B("versie", versie)),
                      out);
}

enum result onderhoud_delete(struct desk_job *job, int64_t id, int64_t versie)
{
    return job_write(job, onderhoud_weghalen, BIND(B("id", id), B("versie", versie)));
}
