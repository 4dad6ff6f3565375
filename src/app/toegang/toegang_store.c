#include "app/toegang/toegang_store.h"

#include <string.h>

#include "core/text.h"
#include "data/reader.h"

/* clang-format off */
#define TOEGANG "SELECT id, op, wie, gesloten_op, gesloten_wie, opmerking, aantal, blijft, blokkeren, geblokkeerd, zonder, te_doen, mag_wijzigen FROM toegang"
SQL(toegangen, TOEGANG " ORDER BY id DESC LIMIT 50");
SQL(toegang_een, TOEGANG " WHERE id = :id");
SQL(toegang_volgende, "SELECT volgende, volgende <= vandaag() AS te_laat FROM toegang_stand");
#define REGEL "SELECT gebruiker_id, naam, email, organisatie, soort, staat, laatst_in, twee_factor, projecten, waarnemingen, oordeel, geblokkeerd, weg, laatste, gebruiker_id = kijker() AS zelf"
#define REGEL_WHERE " FROM toegang_regel WHERE toegang_id = :id AND naam_sleutel LIKE :naam ESCAPE '\\' AND vouw(organisatie) LIKE :organisatie ESCAPE '\\' AND soort LIKE :soort ESCAPE '\\'" \
                    " AND coalesce(oordeel, 'geen') LIKE :oordeel ESCAPE '\\' AND (:maanden = 0 OR coalesce(laatst_in, 0) < unixepoch(vandaag(), '-' || :maanden || ' months'))"
SQL(regels_tel, "SELECT count(*) AS n" REGEL_WHERE);
SQL(regels_blokkeren, REGEL " FROM toegang_regel WHERE toegang_id = :id AND oordeel = 'blokkeren' AND NOT geblokkeerd AND NOT weg ORDER BY naam_sleutel, gebruiker_id LIMIT 500");
SQL(toegang_maken, "INSERT INTO nieuw_toegang (opmerking) VALUES ('')");
SQL(oordeel_zetten, "UPDATE toegang_regel SET oordeel = :oordeel WHERE toegang_id = :id AND gebruiker_id = :wie RETURNING 1");
SQL(toegang_sluiten, "UPDATE toegang SET gesloten_op = 0, opmerking = :opmerking WHERE id = :id RETURNING 1");

const struct list_column toegang_columns[] = {
    {.key = "naam", .label = "Naam"}, {.key = "organisatie", .label = "Organisatie"}, {.key = "soort", .label = "Rol", .filter_hint = "opdrachtgever, opdrachtnemer, intermediair, wsp of coordinatiepunt"},
    {.key = "laatst", .label = "Laatst ingelogd", .filter_hint = "aantal maanden: wie langer niet inlogde"}, {.key = "twee_factor", .label = "Twee-factor", .no_filter = true},
    {.key = "projecten", .label = "Projecten", .numeric = true, .no_filter = true}, {.key = "staat", .label = "Staat", .no_filter = true}, {.key = "oordeel", .label = "Oordeel", .filter_hint = "geen, blijft of blokkeren"},
};
/* clang-format on */
static const char *const orders[][2] = {{"naam", "naam_sleutel"},
                                        {"organisatie", "vouw(organisatie)"},
                                        {"soort", "soort"},
                                        {"laatst", "coalesce(laatst_in, 0)"},
                                        {"twee_factor", "twee_factor"},
                                        {"projecten", "projecten"},
                                        {"staat", "staat"},
                                        {"oordeel", "coalesce(oordeel, '')"}};

enum { LIJST_MOST = 50, BLOKKEREN_MOST = 500, MAANDEN_MOST = 600 };

static struct toegang_row row_of(struct query *q)
{
    return (struct toegang_row){
        row_id(q, "id", toegang_id),    row_text(q, "wie"),         row_text_or(q, "gesloten_wie", ""),
        row_text(q, "opmerking"),       row_tijdstip(q, "op"),      row_tijdstip(q, "gesloten_op"),
        row_int(q, "aantal"),           row_int(q, "blijft"),       row_int(q, "blokkeren"),
        row_int(q, "geblokkeerd"),      row_int(q, "zonder"),       row_int(q, "te_doen"),
        !row_is_null(q, "gesloten_op"), row_bool(q, "mag_wijzigen")};
}

static struct toegang_regel regel_of(struct query *q)
{
    return (struct toegang_regel){.id = row_id(q, "gebruiker_id", gebruiker_id),
                                  .naam = row_text(q, "naam"),
                                  .email = row_text(q, "email"),
                                  .organisatie = row_text(q, "organisatie"),
                                  .soort = row_text(q, "soort"),
                                  .staat = row_text(q, "staat"),
                                  .oordeel = row_text_or(q, "oordeel", ""),
                                  .laatst_in = row_tijdstip(q, "laatst_in"),
                                  .twee_factor = row_bool(q, "twee_factor"),
                                  .ooit = !row_is_null(q, "laatst_in"),
                                  .geblokkeerd = row_bool(q, "geblokkeerd"),
                                  .weg = row_bool(q, "weg"),
                                  .zelf = row_bool(q, "zelf"),
                                  .projecten = row_int(q, "projecten"),
                                  .waarnemingen = row_int(q, "waarnemingen"),
                                  .laatste = row_int(q, "laatste")};
}

enum result toegangen_read(struct reader *db, struct arena *a, struct toegangen_view *v)
{
    v->rows = ARENA_ARRAY(a, struct toegang_row, LIJST_MOST);
    {
        struct query q CLEAN = query(db, a, toegangen, BIND_NONE);
        while (v->n_rows < LIJST_MOST && next_row(&q)) {
            v->rows[v->n_rows] = row_of(&q);
            v->open |= !v->rows[v->n_rows++].gesloten;
        }
        TRY(query_result(&q));
    }
    struct query s CLEAN = query(db, a, toegang_volgende, BIND_NONE);
    TRY(one_row(&s));
    v->volgende = row_datum(&s, "volgende");
    v->te_laat = row_bool(&s, "te_laat");
    return OK;
}

enum result toegang_read(struct reader *db, struct arena *a, toegang_id id, struct toegang_row *out)
{
    struct query q CLEAN = query(db, a, toegang_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

static int64_t months_of(const struct list_query *q)
{
    int64_t n = 0;
    for (size_t i = 0; i < q->n_filters; i++)
        if (strcmp(q->filters[i].name, "laatst") == 0 &&
            (!int_parse(q->filters[i].value, &n) || n < 0 || n > MAANDEN_MOST))
            n = 0;
    return n;
}

enum result toegang_regels(struct reader *db, struct arena *a, toegang_id id, const struct list_query *q,
                           int64_t *total, size_t *n, struct toegang_regel **out)
{
    const char *order = orders[0][1], *naam = list_like(a, q, "naam"), *organisatie = list_like(a, q, "organisatie"),
               *soort = list_like(a, q, "soort"), *oordeel = list_like(a, q, "oordeel");
    int64_t maanden = months_of(q);
    for (size_t i = 0; i < TOEGANG_COLUMNS; i++)
        if (strcmp(orders[i][0], q->order.column) == 0)
            order = orders[i][1];
    {
        struct query c CLEAN = query(db, a, regels_tel,
                                     BIND(B("id", id), B("naam", naam), B("organisatie", organisatie),
                                          B("soort", soort), B("oordeel", oordeel), B("maanden", maanden)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
    }
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    const char *text = arena_printf(a, REGEL REGEL_WHERE " ORDER BY %s %s, gebruiker_id LIMIT :most OFFSET :from",
                                    order, q->order.descending ? "DESC" : "ASC");
    *out = ARENA_ARRAY(a, struct toegang_regel, TOEGANG_MOST);
    *n = 0;
    struct query rows CLEAN = query_composed(db, a, text,
                                             BIND(B("id", id), B("naam", naam), B("organisatie", organisatie),
                                                  B("soort", soort), B("oordeel", oordeel), B("maanden", maanden),
                                                  B("most", q->per_page), B("from", (page - 1) * q->per_page)));
    while (*n < TOEGANG_MOST && next_row(&rows)) {
        (*out)[*n] = regel_of(&rows);
        (*out)[*n].nr = (int64_t)*n;
        (*n)++;
    }
    return query_result(&rows);
}

enum result toegang_te_blokkeren(struct reader *db, struct arena *a, toegang_id id, size_t *n,
                                 struct toegang_regel **out)
{
    *out = ARENA_ARRAY(a, struct toegang_regel, BLOKKEREN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, regels_blokkeren, BIND(B("id", id)));
    while (*n < BLOKKEREN_MOST && next_row(&q))
        (*out)[(*n)++] = regel_of(&q);
    return query_result(&q);
}

enum result toegang_insert(struct desk_job *job, toegang_id *out)
{
    return job_insert(job, toegang_maken, BIND_NONE, &out->id);
}

enum result toegang_oordeel_set(struct desk_job *job, toegang_id id, gebruiker_id who, const char *oordeel)
{
    return job_write(job, oordeel_zetten, BIND(B("id", id), B("wie", who), B("oordeel", oordeel)));
}

enum result toegang_sluit(struct desk_job *job, toegang_id id, const char *opmerking)
{
    return job_write(job, toegang_sluiten, BIND(B("id", id), B("opmerking", opmerking ? opmerking : "")));
}
