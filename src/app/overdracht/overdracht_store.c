#include "app/overdracht/overdracht_store.h"

#include "data/reader.h"

enum { PROJECTEN_MOST = 10000, COLLEGAS_MOST = 500, WAARNEMINGEN_MOST = 50, NU_MOST = 20 };

SQL(werk_van_row, "SELECT id, naam, email, organisatie_soort FROM overdracht_van WHERE id = :id");
SQL(werk_project_rows,
    "SELECT id, naam, opdrachtgever, opdrachtnemer, eind, afgerond, laatste FROM overdracht_project WHERE van_id = :id ORDER BY afgerond, naam_sleutel, id LIMIT 10000");
SQL(werk_collega_rows,
    "SELECT id, naam, functie, email FROM overdracht_naar WHERE van_id = :id ORDER BY naam_sleutel, id LIMIT 500");
SQL(werk_stand,
    "SELECT count(*) AS n, coalesce(sum(laatste), 0) AS laatste, coalesce(sum((id * 7919 + 104729) % 2147483647 * (id % 8191 + 1)), 0) AS kenmerk FROM overdracht_project WHERE van_id = :id");
SQL(werk_elders,
    "SELECT group_concat(regio || ' (' || n || CASE n WHEN 1 THEN ' project, ' ELSE ' projecten, ' END || cp_email || ')', '; ') AS elders FROM overdracht_elders WHERE van_id = :id");
SQL(waarneming_rows,
    "SELECT id, naam, waarnemer, wie, regio, van, tm, op, mag_beeindigen, CASE WHEN beeindigd_op IS NOT NULL THEN 'beëindigd' WHEN tm < vandaag() THEN 'voorbij' WHEN van > vandaag() THEN 'nog niet begonnen' ELSE 'loopt' END AS staat"
    " FROM waarneming WHERE :id IN (gebruiker_id, waarnemer_id) ORDER BY id DESC LIMIT 50");
SQL(waarneming_nu_rows,
    "SELECT naam, tm FROM waarneming WHERE waarnemer_id = :id AND beeindigd_op IS NULL AND :dag BETWEEN van AND tm ORDER BY tm, id LIMIT 20");
SQL(waarneming_row, "SELECT gebruiker_id, waarnemer_id FROM waarneming WHERE id = :id");
SQL(overdracht_maken, "INSERT INTO nieuw_overdracht (van_id, naar_id, blokkeer) VALUES (:van, :naar, :blokkeer)");
SQL(waarneming_maken,
    "INSERT INTO nieuw_waarneming (gebruiker_id, waarnemer_id, van, tm) VALUES (:id, :naar, :van, :tm)");
SQL(waarneming_uit, "UPDATE waarneming SET beeindigd_op = 0 WHERE id = :id RETURNING 1");

enum result werk_van_read(struct reader *db, struct arena *a, gebruiker_id id, struct werk_van *out)
{
    struct query q CLEAN = query(db, a, werk_van_row, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct werk_van){row_id(&q, "id", gebruiker_id), row_text(&q, "naam"), row_text(&q, "email"),
                             row_text(&q, "organisatie_soort")};
    return OK;
}

enum result werk_projecten(struct reader *db, struct arena *a, gebruiker_id van, size_t *n, struct werk_project **out)
{
    struct overdracht_stand stand;
    TRY(overdracht_stand(db, a, van, &stand));
    *out = ARENA_ARRAY(a, struct werk_project, (size_t)stand.projecten + 1);
    *n = 0;
    struct query q CLEAN = query(db, a, werk_project_rows, BIND(B("id", van)));
    while (*n < (size_t)stand.projecten && *n < PROJECTEN_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct werk_project){row_id(&q, "id", project_id),  row_text(&q, "naam"),  row_text(&q, "opdrachtgever"),
                                  row_text(&q, "opdrachtnemer"), row_datum(&q, "eind"), row_bool(&q, "afgerond"),
                                  row_bool(&q, "laatste")};
    return query_result(&q);
}

enum result werk_collegas(struct reader *db, struct arena *a, gebruiker_id van, size_t *n, struct werk_collega **out)
{
    *out = ARENA_ARRAY(a, struct werk_collega, COLLEGAS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, werk_collega_rows, BIND(B("id", van)));
    while (*n < COLLEGAS_MOST && next_row(&q))
        (*out)[(*n)++] = (struct werk_collega){row_id(&q, "id", gebruiker_id), row_text(&q, "naam"),
                                               row_text(&q, "functie"), row_text(&q, "email")};
    return query_result(&q);
}

enum result overdracht_stand(struct reader *db, struct arena *a, gebruiker_id van, struct overdracht_stand *out)
{
    {
        struct query q CLEAN = query(db, a, werk_stand, BIND(B("id", van)));
        TRY(one_row(&q));
        *out = (struct overdracht_stand){
            .projecten = row_int(&q, "n"), .laatste = row_int(&q, "laatste"), .kenmerk = row_int(&q, "kenmerk")};
    }
    struct query q CLEAN = query(db, a, werk_elders, BIND(B("id", van)));
    TRY(one_row(&q));
    out->elders = row_text_or(&q, "elders", NULL);
    return OK;
}

enum result waarnemingen_read(struct reader *db, struct arena *a, gebruiker_id who, size_t *n,
                              struct waarneming_row **out)
{
    *out = ARENA_ARRAY(a, struct waarneming_row, WAARNEMINGEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, waarneming_rows, BIND(B("id", who)));
    while (*n < WAARNEMINGEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct waarneming_row){row_id(&q, "id", waarneming_id),
                                                 row_text(&q, "naam"),
                                                 row_text(&q, "waarnemer"),
                                                 row_text(&q, "wie"),
                                                 row_text_or(&q, "regio", ""),
                                                 row_text(&q, "staat"),
                                                 row_datum(&q, "van"),
                                                 row_datum(&q, "tm"),
                                                 row_tijdstip(&q, "op"),
                                                 row_bool(&q, "mag_beeindigen")};
    return query_result(&q);
}

enum result waarnemingen_nu(struct reader *db, struct arena *a, gebruiker_id waarnemer, datum today, size_t *n,
                            struct waarneming_nu **out)
{
    *out = ARENA_ARRAY(a, struct waarneming_nu, NU_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, waarneming_nu_rows, BIND(B("id", waarnemer), B("dag", today)));
    while (*n < NU_MOST && next_row(&q))
        (*out)[(*n)++] = (struct waarneming_nu){row_text(&q, "naam"), row_datum(&q, "tm")};
    return query_result(&q);
}

enum result waarneming_one(struct reader *db, struct arena *a, waarneming_id id, struct waarneming_wie *out)
{
    struct query q CLEAN = query(db, a, waarneming_row, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct waarneming_wie){row_id(&q, "gebruiker_id", gebruiker_id), row_id(&q, "waarnemer_id", gebruiker_id)};
    return OK;
}

enum result overdracht_insert(struct desk_job *job, gebruiker_id van, gebruiker_id naar, bool blokkeer)
{
    return job_insert(job, overdracht_maken, BIND(B("van", van), B("naar", naar), B("blokkeer", blokkeer ? 1 : 0)),
                      NULL);
}

enum result waarneming_insert(struct desk_job *job, gebruiker_id van, const struct waarnemen_input *in,
                              waarneming_id *out)
{
    return job_insert(job, waarneming_maken,
                      BIND(B("id", van), B("naar", in->naar), B("van", in->van), B("tm", in->tm)), &out->id);
}

enum result waarneming_end(struct desk_job *job, waarneming_id id)
{
    return job_write(job, waarneming_uit, BIND(B("id", id)));
}
