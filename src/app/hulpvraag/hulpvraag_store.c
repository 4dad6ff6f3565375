#include <string.h>

#include "app/hulpvraag/hulpvraag.h"
#include "app/hulpvraag/hulpvraag_store.h"
#include "data/reader.h"

#define COLUMNS                                                                                                        \
    "SELECT id, gebruiker_id, regio, cp_email, wie, email, organisatie, organisatie_soort, pagina, vraag, op, staat, behandelaar, gewijzigd_op, versie, mag_behandelen, mag_reageren FROM hulpvraag"
#define FILTERS                                                                                                                                                 \
    " WHERE vouw(vraag) LIKE :vraag ESCAPE '\\' AND vouw(wie || ' ' || organisatie) LIKE :wie ESCAPE '\\' AND replace(staat, '_', ' ') LIKE :staat ESCAPE '\\'" \
    " AND vouw(coalesce(behandelaar, '')) LIKE :behandelaar ESCAPE '\\'"
SQL(hulpvragen_tel, "SELECT count(*) AS n FROM hulpvraag" FILTERS);
SQL(hulpvragen_wacht,
    "SELECT coalesce(sum(staat = 'open'), 0) AS open, coalesce(sum(staat = 'in_behandeling'), 0) AS in_behandeling FROM hulpvraag WHERE mag_behandelen AND staat IN ('open', 'in_behandeling')");
SQL(hulpvragen_eigen, COLUMNS " WHERE gebruiker_id = :wie ORDER BY op DESC, id DESC LIMIT 200");
SQL(hulpvraag_een, COLUMNS " WHERE id = :id");
SQL(hulpvraag_regels_lijst,
    "SELECT soort, tekst, op, wie, organisatie FROM hulpvraag_regel WHERE hulpvraag_id = :id AND (:notities OR soort <> 'notitie') ORDER BY id LIMIT 200");
SQL(hulpvraag_regel_maken,
    "INSERT INTO nieuw_hulpvraag_regel (hulpvraag_id, soort, tekst, versie) VALUES (:id, :soort, :tekst, :versie)");
SQL(hulpvraag_staat_zetten, "UPDATE hulpvraag SET staat = :staat WHERE id = :id AND versie = :versie RETURNING 1");

enum { ROWS_MOST = 200 };

static struct hulpvraag_row row_of(struct query *q)
{
    return (struct hulpvraag_row){
        .id = row_id(q, "id", hulpvraag_id),
        .gebruiker = row_id(q, "gebruiker_id", gebruiker_id),
        .regio = row_text(q, "regio"),
        .cp_email = row_text(q, "cp_email"),
        .wie = row_text(q, "wie"),
        .email = row_text(q, "email"),
        .organisatie = row_text(q, "organisatie"),
        .soort = row_text(q, "organisatie_soort"),
        .pagina = row_text(q, "pagina"),
        .vraag = row_text(q, "vraag"),
        .op = row_tijdstip(q, "op"),
        .staat = row_text(q, "staat"),
        .behandelaar = row_text_or(q, "behandelaar", ""),
        .gewijzigd_op = row_tijdstip(q, "gewijzigd_op"),
        .versie = row_int(q, "versie"),
        .mag_behandelen = row_bool(q, "mag_behandelen"),
        .mag_reageren = row_bool(q, "mag_reageren"),
    };
}

enum result hulpvragen_read(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, size_t *n,
                            struct hulpvraag_row **out)
{
    static const struct {
        const char *key, *expression;
    } orders[] = {{"op", "op"},
                  {"vraag", "vouw(vraag)"},
                  {"wie", "vouw(wie)"},
                  {"staat", "staat"},
                  {"behandelaar", "vouw(coalesce(behandelaar, ''))"}};
    const char *order = orders[0].expression;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
        if (strcmp(orders[i].key, q->order.column) == 0)
            order = orders[i].expression;
    const char *vraag = list_like(a, q, "vraag"), *wie = list_like(a, q, "wie"), *staat = list_like(a, q, "staat"),
               *behandelaar = list_like(a, q, "behandelaar");
    {
        struct query c CLEAN =
            query(db, a, hulpvragen_tel,
                  BIND(B("vraag", vraag), B("wie", wie), B("staat", staat), B("behandelaar", behandelaar)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
    }
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    const char *text = arena_printf(a, COLUMNS FILTERS " ORDER BY %s %s, id DESC LIMIT :most OFFSET :van", order,
                                    q->order.descending ? "DESC" : "ASC");
    *out = ARENA_ARRAY(a, struct hulpvraag_row, (size_t)q->per_page);
    *n = 0;
    struct query rows CLEAN =
        query_composed(db, a, text,
                       BIND(B("vraag", vraag), B("wie", wie), B("staat", staat), B("behandelaar", behandelaar),
                            B("most", q->per_page), B("van", (page - 1) * q->per_page)));
    while (*n < (size_t)q->per_page && next_row(&rows))
        (*out)[(*n)++] = row_of(&rows);
    return query_result(&rows);
}

enum result hulpvragen_waiting(struct reader *db, struct arena *a, int64_t *open, int64_t *in_behandeling)
{
    struct query q CLEAN = query(db, a, hulpvragen_wacht, BIND_NONE);
    TRY(one_row(&q));
    *open = row_int(&q, "open");
    *in_behandeling = row_int(&q, "in_behandeling");
    return OK;
}

enum result hulpvragen_own(struct reader *db, struct arena *a, gebruiker_id who, size_t *n, struct hulpvraag_row **out)
{
    *out = ARENA_ARRAY(a, struct hulpvraag_row, ROWS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, hulpvragen_eigen, BIND(B("wie", who)));
    while (*n < ROWS_MOST && next_row(&q))
        (*out)[(*n)++] = row_of(&q);
    return query_result(&q);
}

enum result hulpvraag_read(struct reader *db, struct arena *a, hulpvraag_id id, struct hulpvraag_row *out)
{
    struct query q CLEAN = query(db, a, hulpvraag_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result hulpvraag_regels(struct reader *db, struct arena *a, hulpvraag_id id, bool notes, size_t *n,
                             struct hulpvraag_regel **out)
{
    *out = ARENA_ARRAY(a, struct hulpvraag_regel, ROWS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, hulpvraag_regels_lijst, BIND(B("id", id), B("notities", notes)));
    while (*n < ROWS_MOST && next_row(&q)) {
        const char *soort = row_text(&q, "soort");
        (*out)[(*n)++] = (struct hulpvraag_regel){soort,
                                                  row_text(&q, "tekst"),
                                                  row_text(&q, "wie"),
                                                  row_text(&q, "organisatie"),
                                                  row_tijdstip(&q, "op"),
                                                  strcmp(soort, "notitie") == 0};
    }
    return query_result(&q);
}

enum result hulpvraag_regel_insert(struct desk_job *job, hulpvraag_id id, const char *soort,
                                   const struct hulpvraag_regel_input *in)
{
    int64_t made;
    return job_insert(job, hulpvraag_regel_maken,
                      BIND(B("id", id), B("soort", soort), B("tekst", in->tekst), B("versie", in->versie)), &made);
}

enum result hulpvraag_staat_set(struct desk_job *job, hulpvraag_id id, const char *staat, int64_t versie)
{
    enum result ended =
        job_write(job, hulpvraag_staat_zetten, BIND(B("staat", staat), B("id", id), B("versie", versie)));
    return ended == NOT_FOUND ? CONFLICT : ended;
}
