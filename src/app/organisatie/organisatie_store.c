#include "app/organisatie/organisatie_store.h"

#include <string.h>

#include "core/text.h"
#include "data/reader.h"

SQL(keuze,
    "SELECT id, naam, kvk, plaats FROM keuze_organisatie WHERE soort = :soort ORDER BY naam_sleutel, id LIMIT 2000");
SQL(keuze_verplaatsen,
    "SELECT id, naam, kvk, plaats FROM verplaats_naar WHERE soort = :soort ORDER BY naam_sleutel, id LIMIT 2000");
SQL(keuze_alle, "SELECT id, naam, naam_kern, kvk, plaats FROM lijkt_organisatie ORDER BY id");
SQL(keuze_naam, "SELECT naam FROM keuze_organisatie WHERE id = :id");
SQL(keuze_mensen,
    "SELECT id, naam, functie FROM keuze_gebruiker WHERE organisatie_id = :organisatie ORDER BY naam_sleutel, id LIMIT 500");
SQL(organisatie_maken,
    "INSERT INTO nieuw_organisatie (soort, regio_id, wsp_id, naam, kvk, og_soort, adres, postcode, plaats)"
    " VALUES (:soort, :regio, :wsp, :naam, :kvk, :og_soort, :adres, :postcode, :plaats)");
SQL(organisatie_row_sql,
    "SELECT id, soort, naam, kvk, adres, postcode, plaats, samengevoegd_met, samengevoegd_op, samengevoegd_naam, mag_wijzigen, versie FROM organisatie WHERE id = :id");
SQL(organisatie_update,
    "UPDATE organisatie SET naam = :naam, adres = :adres, postcode = :postcode, plaats = :plaats WHERE id = :id AND versie = :versie RETURNING 1");
#define LIST_WHERE                                                                                                     \
    " FROM organisatie WHERE samengevoegd_met IS NULL AND naam_sleutel LIKE :naam ESCAPE '\\' AND soort LIKE :soort ESCAPE '\\' AND coalesce(kvk, '') LIKE :kvk ESCAPE '\\' AND vouw(plaats) LIKE :plaats ESCAPE '\\'"
SQL(organisaties_count, "SELECT count(*) AS n" LIST_WHERE);

enum { CHOICES_MOST = 2000, PEOPLE_MOST = 500, LOOKALIKES_MOST = 10, PAGE_MOST = 100 };

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

static enum result choices_read(struct arena *a, struct query *q, size_t *n, struct organisatie_choice **out)
{
    *out = ARENA_ARRAY(a, struct organisatie_choice, CHOICES_MOST);
    *n = 0;
    while (*n < CHOICES_MOST && next_row(q))
        (*out)[(*n)++] = (struct organisatie_choice){row_id(q, "id", organisatie_id), row_text(q, "naam"),
                                                     row_text(q, "kvk"), row_text(q, "plaats")};
    return query_result(q);
}

enum result organisatie_choices(struct reader *db, struct arena *a, const char *soort, size_t *n,
                                struct organisatie_choice **out)
{
    struct query q CLEAN = query(db, a, keuze, BIND(B("soort", soort)));
    return choices_read(a, &q, n, out);
}

enum result verplaats_choices(struct reader *db, struct arena *a, const char *soort, size_t *n,
                              struct organisatie_choice **out)
{
    struct query q CLEAN = query(db, a, keuze_verplaatsen, BIND(B("soort", soort)));
    return choices_read(a, &q, n, out);
}

enum result gebruiker_choices(struct reader *db, struct arena *a, organisatie_id organisatie, size_t *n,
                              struct gebruiker_choice **out)
{
    *out = ARENA_ARRAY(a, struct gebruiker_choice, PEOPLE_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, keuze_mensen, BIND(B("organisatie", organisatie)));
    while (*n < PEOPLE_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct gebruiker_choice){row_id(&q, "id", gebruiker_id), row_text(&q, "naam"), row_text(&q, "functie")};
    return query_result(&q);
}

enum result organisatie_name(struct reader *db, struct arena *a, organisatie_id id, const char **out)
{
    struct query q CLEAN = query(db, a, keuze_naam, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_text(&q, "naam");
    return OK;
}

enum result organisatie_lookalikes(struct reader *db, struct arena *a, const char *kvk, const char *naam, size_t *n,
                                   struct lookalike **out)
{
    const char *kern = text_company_key(a, naam);
    *out = ARENA_ARRAY(a, struct lookalike, LOOKALIKES_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, keuze_alle, BIND_NONE);
    while (*n < LOOKALIKES_MOST && next_row(&q)) {
        const char *other = row_text(&q, "kvk");
        organisatie_id id = row_id(&q, "id", organisatie_id);
        bool same = kvk && other && strcmp(kvk, other) == 0,
             again = *n > 0 && (*out)[*n - 1].id.id == id.id; /* again: by what was merged into it */
        if (again)
            (*out)[*n - 1].same_kvk |= same;
        else if (organisatie_is_lookalike(kvk, kern, other, row_text_or(&q, "naam_kern", "")))
            (*out)[(*n)++] = (struct lookalike){.id = id,
                                                .naam = row_text(&q, "naam"),
                                                .kvk = other,
                                                .plaats = row_text(&q, "plaats"),
                                                .same_kvk = same};
    }
    return query_result(&q);
}

enum result organisatie_insert(struct desk_job *job, const struct organisatie_new *o, organisatie_id *out)
{
    return job_insert(job, organisatie_maken,
                      BIND(B("soort", o->soort), B("regio", o->regio), B("wsp", o->wsp), B("naam", o->naam),
                           B("kvk", o->kvk), B("og_soort", o->og_soort), B("adres", or_empty(o->adres)),
                           B("postcode", or_empty(o->postcode)), B("plaats", or_empty(o->plaats))),
                      &out->id);
}

enum result organisatie_list(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, size_t *n,
                             struct organisatie_row **out)
{
    static const char *const orders[][2] = {
        {"naam", "naam_sleutel"}, {"soort", "soort"}, {"kvk", "kvk"}, {"plaats", "plaats"}};
    const char *order = orders[0][1];
    for (size_t i = 0; i < 4; i++)
        if (strcmp(orders[i][0], q->order.column) == 0)
            order = orders[i][1];
    const char *naam = list_like(a, q, "naam"), *soort = list_like(a, q, "soort"), *kvk = list_like(a, q, "kvk"),
               *plaats = list_like(a, q, "plaats");
    {
        struct query c CLEAN = query(db, a, organisaties_count,
                                     BIND(B("naam", naam), B("soort", soort), B("kvk", kvk), B("plaats", plaats)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
    }
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    const char *text =
        arena_printf(a, "SELECT id, soort, naam, kvk, plaats" LIST_WHERE " ORDER BY %s %s, id LIMIT :most OFFSET :from",
                     order, q->order.descending ? "DESC" : "ASC");
    *out = ARENA_ARRAY(a, struct organisatie_row, PAGE_MOST);
    *n = 0;
    struct query rows CLEAN =
        query_composed(db, a, text,
                       BIND(B("naam", naam), B("soort", soort), B("kvk", kvk), B("plaats", plaats),
                            B("most", q->per_page), B("from", (page - 1) * q->per_page)));
    while (*n < PAGE_MOST && next_row(&rows))
        (*out)[(*n)++] =
            (struct organisatie_row){row_id(&rows, "id", organisatie_id), row_text(&rows, "soort"),
                                     row_text(&rows, "naam"), row_text(&rows, "kvk"), row_text(&rows, "plaats")};
    return query_result(&rows);
}

enum result organisatie_read(struct reader *db, struct arena *a, organisatie_id id, struct organisatie *out)
{
    struct query q CLEAN = query(db, a, organisatie_row_sql, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct organisatie){row_id(&q, "id", organisatie_id),
                                row_text(&q, "soort"),
                                row_text(&q, "naam"),
                                row_text(&q, "kvk"),
                                row_text(&q, "adres"),
                                row_text(&q, "postcode"),
                                row_text(&q, "plaats"),
                                row_text(&q, "samengevoegd_naam"),
                                row_id(&q, "samengevoegd_met", organisatie_id),
                                row_tijdstip(&q, "samengevoegd_op"),
                                row_bool(&q, "mag_wijzigen"),
                                row_int(&q, "versie")};
    return OK;
}

enum result organisatie_write(struct desk_job *job, organisatie_id id, const struct organisatie_input *in)
{
    return job_write(job, organisatie_update,
                     BIND(B("naam", in->naam), B("adres", or_empty(in->adres)), B("postcode", or_empty(in->postcode)),
                          B("plaats", or_empty(in->plaats)), B("id", id), B("versie", in->versie)));
}
