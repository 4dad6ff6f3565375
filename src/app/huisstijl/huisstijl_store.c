#include "app/huisstijl/huisstijl_store.h"

#include "data/reader.h"

SQL(huisstijl_een,
    "SELECT id, thema_bestand, thema, thema_kenmerk, logo_soort, logo_kenmerk, logo_alt, op, wie, coalesce(length(thema) - length(replace(thema, ';', '')), 0) AS tokens FROM huisstijl WHERE staat = :staat");
SQL(huisstijl_logo_bytes, "SELECT logo FROM huisstijl WHERE id = :id");
SQL(huisstijl_maken,
    "INSERT INTO nieuw_huisstijl (basis, thema_bestand, thema, thema_kenmerk, logo_soort, logo, logo_kenmerk, logo_alt) VALUES (:basis, :bestand, :thema, :thema_kenmerk, :soort, :logo, :logo_kenmerk, :alt)");
SQL(huisstijl_publiceren,
    "UPDATE huisstijl SET staat = 'gepubliceerd' WHERE id = :id AND staat = 'concept' RETURNING 1");
SQL(huisstijl_weg, "DELETE FROM huisstijl WHERE id = :id RETURNING 1");
SQL(blad_thema, "SELECT thema FROM huisstijl_blad WHERE thema_kenmerk = :kenmerk AND thema IS NOT NULL LIMIT 1");
SQL(blad_logo,
    "SELECT logo_soort, logo FROM huisstijl_blad WHERE logo_kenmerk = :kenmerk AND logo IS NOT NULL LIMIT 1");

enum result huisstijl_read(struct reader *db, struct arena *a, const char *staat, struct huisstijl_row *out)
{
    struct query q CLEAN = query(db, a, huisstijl_een, BIND(B("staat", staat)));
    TRY(one_row(&q));
    *out = (struct huisstijl_row){row_id(&q, "id", huisstijl_id), row_text(&q, "thema_bestand"),
                                  row_text(&q, "thema"),          row_text(&q, "thema_kenmerk"),
                                  row_text(&q, "logo_soort"),     row_text(&q, "logo_kenmerk"),
                                  row_text(&q, "logo_alt"),       row_text(&q, "wie"),
                                  row_int(&q, "tokens"),          row_tijdstip(&q, "op")};
    return OK;
}

enum result huisstijl_logo_read(struct reader *db, struct arena *a, huisstijl_id id, struct blob *out)
{
    struct query q CLEAN = query(db, a, huisstijl_logo_bytes, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_is_null(&q, "logo") ? (struct blob){NULL, 0} : row_blob(&q, "logo");
    return OK;
}

enum result huisstijl_insert(struct desk_job *job, int64_t basis, const struct huisstijl_row *row, struct blob logo,
                             huisstijl_id *out)
{
    return job_insert(job, huisstijl_maken,
                      BIND(B("basis", basis), B("bestand", row->bestand), B("thema", row->thema),
                           B("thema_kenmerk", row->thema_kenmerk), B("soort", row->logo_soort), B("logo", logo),
                           B("logo_kenmerk", row->logo_kenmerk), B("alt", row->logo_alt)),
                      &out->id);
}

enum result huisstijl_publish(struct desk_job *job, huisstijl_id id)
{
    return job_write(job, huisstijl_publiceren, BIND(B("id", id)));
}

enum result huisstijl_delete(struct desk_job *job, huisstijl_id id)
{
    return job_write(job, huisstijl_weg, BIND(B("id", id)));
}

enum result huisstijl_thema_find(struct reader *db, struct arena *a, const char *kenmerk, const char **out)
{
    struct query q CLEAN = query(db, a, blad_thema, BIND(B("kenmerk", kenmerk)));
    TRY(one_row(&q));
    *out = row_text(&q, "thema");
    return OK;
}

enum result huisstijl_logo_find(struct reader *db, struct arena *a, const char *kenmerk, const char **soort,
                                struct blob *out)
{
    struct query q CLEAN = query(db, a, blad_logo, BIND(B("kenmerk", kenmerk)));
    TRY(one_row(&q));
    *soort = row_text(&q, "logo_soort");
    *out = row_blob(&q, "logo");
    return OK;
}
