#include "app/account/account_store.h"

#include <string.h>

#include "app/account/account.h"
#include "data/reader.h"

SQL(mijn_row,
    "SELECT naam, email, telefoon, functie, mail_uit, laatst_in, geheimhouding, geheimhouding_op, versie FROM mijn");
SQL(mijn_update,
    "UPDATE mijn SET naam = :naam, telefoon = :telefoon, functie = :functie, mail_uit = :mail_uit WHERE id = :id AND versie = :versie RETURNING 1");
SQL(sessies,
    "SELECT kenmerk, gemaakt_op, gezien_op, adres, apparaat FROM mijn_sessie WHERE stap = 'vol' AND eind_op > nu() AND gezien_op > nu() - :ongebruikt ORDER BY gezien_op DESC LIMIT 50");
SQL(mijn_teksten,
    "SELECT id, regio, nr, tekst, geldt_vanaf, akkoord_op FROM mijn_geheimhouding ORDER BY regio LIMIT 40");
SQL(tekst_akkoord, "INSERT INTO nieuw_geheimhouding_akkoord (geheimhouding_id) VALUES (:id)");
SQL(statement_accept, "UPDATE mijn SET geheimhouding = :versie WHERE id = :id RETURNING 1");
SQL(sessie_delete, "DELETE FROM mijn_sessie WHERE kenmerk = :kenmerk RETURNING 1");
SQL(collegas,
    "SELECT id, naam, email, functie, telefoon, staat, organisatie, organisatie_soort, laatst_in, twee_factor FROM gebruiker WHERE organisatie_id = :organisatie ORDER BY naam_sleutel, id LIMIT 500");
SQL(gebruiker_row,
    "SELECT id, naam, email, functie, telefoon, staat, organisatie, organisatie_soort, laatst_in, twee_factor FROM gebruiker WHERE id = :id");
SQL(gebruiker_insert,
    "INSERT INTO nieuw_gebruiker (organisatie_id, email, email_sleutel, naam, telefoon, functie) VALUES (:organisatie, :email, :sleutel, :naam, :telefoon, :functie)");
SQL(twee_factor_off, "UPDATE gebruiker SET twee_factor = 0 WHERE id = :id RETURNING 1");
SQL(contacten, "SELECT naam, cp_naam, cp_email, cp_telefoon, cp_tijden, cp_website FROM regio_contact ORDER BY naam");
SQL(help_regios, "SELECT id, naam, cp_email FROM regio ORDER BY naam LIMIT 20");
SQL(hulpvraag_insert, "INSERT INTO nieuw_hulpvraag (regio_id, pagina, vraag) VALUES (:regio, :pagina, :vraag)");

enum { ROWS_MOST = 500 };

enum result account_mijn(struct reader *db, struct arena *a, struct mijn *out)
{
    struct query q CLEAN = query(db, a, mijn_row, BIND_NONE);
    TRY(one_row(&q));
    *out = (struct mijn){row_text(&q, "naam"),
                         row_text(&q, "email"),
                         row_text(&q, "telefoon"),
                         row_text(&q, "functie"),
                         row_text(&q, "mail_uit"),
                         row_tijdstip(&q, "laatst_in"),
                         row_tijdstip(&q, "geheimhouding_op"),
                         row_int(&q, "geheimhouding"),
                         row_int(&q, "versie")};
    return OK;
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

enum result account_mijn_write(struct desk_job *job, gebruiker_id id, const struct profile_input *in,
                               const char *mail_uit)
{
    return job_write(job, mijn_update,
                     BIND(B("naam", in->naam), B("telefoon", or_empty(in->telefoon)),
                          B("functie", or_empty(in->functie)), B("mail_uit", mail_uit), B("id", id),
                          B("versie", in->versie)));
}

enum result account_statement_accept(struct desk_job *job, gebruiker_id id, int versie)
{
    return job_write(job, statement_accept, BIND(B("versie", versie), B("id", id)));
}

enum result account_sessions(struct reader *db, struct arena *a, struct blob this_one, int64_t idle_sec, size_t *n,
                             struct session_row **out)
{
    *out = ARENA_ARRAY(a, struct session_row, 50);
    *n = 0;
    struct query q CLEAN = query(db, a, sessies, BIND(B("ongebruikt", idle_sec)));
    while (*n < 50 && next_row(&q)) {
        struct blob kenmerk = row_blob(&q, "kenmerk");
        bool deze = kenmerk.n == this_one.n && memcmp(kenmerk.p, this_one.p, kenmerk.n) == 0;
        (*out)[(*n)++] = (struct session_row){hex(a, kenmerk.p, kenmerk.n),  row_text(&q, "adres"),
                                              row_text(&q, "apparaat"),      row_tijdstip(&q, "gemaakt_op"),
                                              row_tijdstip(&q, "gezien_op"), deze};
    }
    return query_result(&q);
}

enum result account_session_delete(struct desk_job *job, struct blob kenmerk)
{
    return job_write(job, sessie_delete, BIND(B("kenmerk", kenmerk)));
}

static struct colleague_row colleague_read(struct query *q)
{
    return (struct colleague_row){.id = row_id(q, "id", gebruiker_id),
                                  .naam = row_text(q, "naam"),
                                  .email = row_text(q, "email"),
                                  .functie = row_text(q, "functie"),
                                  .telefoon = row_text(q, "telefoon"),
                                  .staat = row_text(q, "staat"),
                                  .organisatie = row_text(q, "organisatie"),
                                  .soort = row_text(q, "organisatie_soort"),
                                  .laatst_in = row_tijdstip(q, "laatst_in"),
                                  .twee_factor = row_bool(q, "twee_factor")};
}

static enum result colleagues_read(struct query *q, struct arena *a, size_t *n, struct colleague_row **out)
{
    *out = ARENA_ARRAY(a, struct colleague_row, ROWS_MOST);
    *n = 0;
    while (*n < ROWS_MOST && next_row(q))
        (*out)[(*n)++] = colleague_read(q);
    return query_result(q);
}

enum result account_colleagues(struct reader *db, struct arena *a, organisatie_id organisatie, size_t *n,
                               struct colleague_row **out)
{
    struct query q CLEAN = query(db, a, collegas, BIND(B("organisatie", organisatie)));
    return colleagues_read(&q, a, n, out);
}

enum result account_one(struct reader *db, struct arena *a, gebruiker_id id, struct colleague_row *out)
{
    struct query q CLEAN = query(db, a, gebruiker_row, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = colleague_read(&q);
    return OK;
}

#define ACCOUNT_WHERE                                                                                                  \
    " FROM gebruiker WHERE naam_sleutel LIKE :naam ESCAPE '\\' AND vouw(email) LIKE :email ESCAPE '\\' AND vouw(organisatie) LIKE :organisatie ESCAPE '\\' AND staat LIKE :staat ESCAPE '\\'"
SQL(accounts_count, "SELECT count(*) AS n" ACCOUNT_WHERE);

enum result account_list(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, size_t *n,
                         struct colleague_row **out)
{
    static const struct {
        const char *key, *expression;
    } orders[] = {{"naam", "naam_sleutel"},
                  {"email", "email"},
                  {"organisatie", "organisatie"},
                  {"staat", "staat"},
                  {"laatst", "laatst_in"}};
    const char *order = orders[0].expression;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
        if (strcmp(orders[i].key, q->order.column) == 0)
            order = orders[i].expression;
    const char *naam = list_like(a, q, "naam"), *email = list_like(a, q, "email"),
               *organisatie = list_like(a, q, "organisatie"), *staat = list_like(a, q, "staat");
    {
        struct query c CLEAN =
            query(db, a, accounts_count,
                  BIND(B("naam", naam), B("email", email), B("organisatie", organisatie), B("staat", staat)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
    }
    int64_t pages = *total > 0 ? (*total + q->per_page - 1) / q->per_page : 1, page = q->page > pages ? pages : q->page;
    const char *text = arena_printf(
        a,
        "SELECT id, naam, email, functie, telefoon, staat, organisatie, organisatie_soort, laatst_in, twee_factor" ACCOUNT_WHERE
        " ORDER BY %s %s, id LIMIT :most OFFSET :from",
        order, q->order.descending ? "DESC" : "ASC");
    struct query rows CLEAN =
        query_composed(db, a, text,
                       BIND(B("naam", naam), B("email", email), B("organisatie", organisatie), B("staat", staat),
                            B("most", q->per_page), B("from", (page - 1) * q->per_page)));
    return colleagues_read(&rows, a, n, out);
}

enum result account_insert(struct desk_job *job, const struct invitation *who, const char *key, gebruiker_id *out)
{
    return job_insert(job, gebruiker_insert,
                      BIND(B("organisatie", who->organisatie), B("email", who->email), B("sleutel", key),
                           B("naam", who->naam), B("telefoon", or_empty(who->telefoon)),
                           B("functie", or_empty(who->functie))),
                      &out->id);
}

SQL(staat_zetten, "UPDATE gebruiker SET staat = :staat WHERE id = :id RETURNING 1");
SQL(verplaatsen, "UPDATE gebruiker SET organisatie_id = :organisatie WHERE id = :id RETURNING 1");

enum result account_staat_set(struct desk_job *job, gebruiker_id id, const char *staat)
{
    return job_write(job, staat_zetten, BIND(B("id", id), B("staat", staat)));
}

enum result account_organisatie_set(struct desk_job *job, gebruiker_id id, organisatie_id organisatie)
{
    return job_write(job, verplaatsen, BIND(B("id", id), B("organisatie", organisatie)));
}

enum result account_twee_factor_off(struct desk_job *job, gebruiker_id id)
{
    return job_write(job, twee_factor_off, BIND(B("id", id)));
}

enum result account_contacts(struct reader *db, struct arena *a, size_t *n, struct contact_row **out)
{
    *out = ARENA_ARRAY(a, struct contact_row, 60);
    *n = 0;
    struct query q CLEAN = query(db, a, contacten, BIND_NONE);
    while (*n < 60 && next_row(&q))
        (*out)[(*n)++] =
            (struct contact_row){row_text(&q, "naam"),        row_text(&q, "cp_naam"),   row_text(&q, "cp_email"),
                                 row_text(&q, "cp_telefoon"), row_text(&q, "cp_tijden"), row_text(&q, "cp_website")};
    return query_result(&q);
}

enum result account_help_regios(struct reader *db, struct arena *a, size_t *n, struct help_regio **out)
{
    *out = ARENA_ARRAY(a, struct help_regio, 20);
    *n = 0;
    struct query q CLEAN = query(db, a, help_regios, BIND_NONE);
    while (*n < 20 && next_row(&q))
        (*out)[(*n)++] =
            (struct help_regio){row_id(&q, "id", regio_id), row_text(&q, "naam"), row_text(&q, "cp_email")};
    return query_result(&q);
}

enum result account_hulpvraag_insert(struct desk_job *job, regio_id regio, const struct help_input *in, int64_t *out)
{
    return job_insert(job, hulpvraag_insert,
                      BIND(B("regio", regio), B("pagina", or_empty(in->pagina)), B("vraag", in->vraag)), out);
}

enum result account_teksten(struct reader *db, struct arena *a, size_t *n, struct statement_text **out)
{
    enum { MOST = 40 };
    *out = ARENA_ARRAY(a, struct statement_text, MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, mijn_teksten, BIND_NONE);
    while (*n < MOST && next_row(&q))
        (*out)[(*n)++] = (struct statement_text){row_int(&q, "id"),
                                                 row_int(&q, "nr"),
                                                 row_text(&q, "regio"),
                                                 row_text(&q, "tekst"),
                                                 row_datum(&q, "geldt_vanaf"),
                                                 row_tijdstip(&q, "akkoord_op")};
    return query_result(&q);
}

enum result account_tekst_accept(struct desk_job *job, int64_t id)
{
    return job_insert(job, tekst_akkoord, BIND(B("id", id)), NULL);
}
