/* app/inhoud/inhoud_store.c: what is read. What the coordinatiepunt writes: tekst_store.c. */
#include "app/inhoud/inhoud_store.h"

#include "app/urls.h"
#include "core/text.h"
#include "data/reader.h"

#define KOP                                                                                                            \
    "SELECT id, regio_id, regio, soort, versie_id, nr, titel, tekst, van, tm, openbaar, vast, rubriek, volgorde, op, eigen FROM inhoud_lezen"
SQL(koppen, KOP
    " WHERE soort = :soort AND eigen AND (:gezocht = '%' OR vouw(titel) LIKE :gezocht ESCAPE '\\' OR vouw(tekst) LIKE :gezocht ESCAPE '\\')"
    " ORDER BY regio, regio_id, CASE soort WHEN 'vraag' THEN vouw(rubriek) END, volgorde, vouw(titel), id LIMIT :most");
SQL(kop_een, KOP " WHERE id = :id AND soort = :soort");
SQL(nieuws_tel,
    "SELECT count(*) AS n FROM inhoud_lezen WHERE soort = 'nieuws' AND CASE :openbaar WHEN 1 THEN openbaar ELSE eigen END");
SQL(nieuws_lijst, KOP
    " WHERE soort = 'nieuws' AND CASE :openbaar WHEN 1 THEN openbaar ELSE eigen END ORDER BY vast DESC, van DESC, id DESC LIMIT :most OFFSET :eerste");
SQL(nieuws_kort,
    "SELECT id, titel, regio, van FROM inhoud_lezen WHERE soort = 'nieuws' AND eigen ORDER BY vast DESC, van DESC, id DESC LIMIT :most");
SQL(nieuws_voor_feed,
    KOP " WHERE soort = 'nieuws' AND openbaar AND regio_id = :regio ORDER BY van DESC, id DESC LIMIT :most");
SQL(feeds_alle, "SELECT id, naam FROM regio_contact ORDER BY naam");
SQL(feeds_eigen, "SELECT c.id, c.naam FROM regio_contact c JOIN kijker_regios k ON k.id = c.id ORDER BY c.naam");
SQL(regio_een_naam, "SELECT naam FROM regio_contact WHERE id = :id");
SQL(beleid_versies_lijst,
    "SELECT id, inhoud_id, nr, titel, tekst, van, wijziging, op FROM beleid_versie WHERE inhoud_id = :id ORDER BY van DESC, nr DESC LIMIT :most");
SQL(kaarten,
    "SELECT c.naam, c.cp_naam, c.cp_email, c.cp_telefoon, c.cp_tijden, c.cp_website FROM regio_contact c JOIN kijker_regios k ON k.id = c.id ORDER BY c.naam");

static struct inhoud_kop kop_of(struct query *q)
{
    return (struct inhoud_kop){
        .id = row_id(q, "id", inhoud_id),
        .versie_id = row_id(q, "versie_id", inhoudversie_id),
        .regio_id = row_id(q, "regio_id", regio_id),
        .regio = row_text(q, "regio"),
        .soort = row_text(q, "soort"),
        .titel = row_text(q, "titel"),
        .tekst = row_text(q, "tekst"),
        .rubriek = row_text(q, "rubriek"),
        .nr = row_int(q, "nr"),
        .van = row_datum(q, "van"),
        .tm = row_datum(q, "tm"),
        .op = row_tijdstip(q, "op"),
        .openbaar = row_bool(q, "openbaar"),
        .vast = row_bool(q, "vast"),
        .eigen = row_bool(q, "eigen"),
    };
}

static enum result koppen_of(struct query *q, struct arena *a, size_t most, size_t *n, struct inhoud_kop **out)
{
    *out = ARENA_ARRAY(a, struct inhoud_kop, most);
    *n = 0;
    while (*n < most && next_row(q))
        (*out)[(*n)++] = kop_of(q);
    return query_result(q);
}

enum result koppen_read(struct reader *db, struct arena *a, const char *soort, const char *gezocht, size_t *n,
                        struct inhoud_kop **out)
{
    struct query q CLEAN = query(
        db, a, koppen, BIND(B("soort", soort), B("gezocht", like_pattern(a, gezocht)), B("most", (int)KOPPEN_MOST)));
    return koppen_of(&q, a, KOPPEN_MOST, n, out);
}

enum result kop_read(struct reader *db, struct arena *a, const char *soort, inhoud_id id, struct inhoud_kop *out)
{
    struct query q CLEAN = query(db, a, kop_een, BIND(B("id", id), B("soort", soort)));
    TRY(one_row(&q));
    *out = kop_of(&q);
    return OK;
}

enum result nieuws_read(struct reader *db, struct arena *a, bool openbaar, int64_t first, int64_t *total, size_t *n,
                        struct inhoud_kop **out)
{
    {
        struct query c CLEAN = query(db, a, nieuws_tel, BIND(B("openbaar", openbaar)));
        TRY(one_row(&c));
        *total = row_int(&c, "n");
    }
    struct query q CLEAN =
        query(db, a, nieuws_lijst, BIND(B("openbaar", openbaar), B("most", (int)NIEUWS_PAGINA), B("eerste", first)));
    return koppen_of(&q, a, NIEUWS_PAGINA, n, out);
}

enum result nieuws_newest(struct reader *db, struct arena *a, size_t most, size_t *n, struct nieuws_kop **out)
{
    *out = ARENA_ARRAY(a, struct nieuws_kop, most);
    *n = 0;
    struct query q CLEAN = query(db, a, nieuws_kort, BIND(B("most", (int64_t)most)));
    while (*n < most && next_row(&q))
        (*out)[(*n)++] = (struct nieuws_kop){row_id(&q, "id", inhoud_id), row_text(&q, "titel"), row_text(&q, "regio"),
                                             row_datum(&q, "van")};
    return query_result(&q);
}

enum result nieuws_feed(struct reader *db, struct arena *a, regio_id regio, size_t *n, struct inhoud_kop **out)
{
    struct query q CLEAN = query(db, a, nieuws_voor_feed, BIND(B("regio", regio), B("most", (int)FEED_MOST)));
    return koppen_of(&q, a, FEED_MOST, n, out);
}

enum result nieuws_feeds(struct reader *db, struct arena *a, bool openbaar, size_t *n, struct feed_link **out)
{
    *out = ARENA_ARRAY(a, struct feed_link, KOPPEN_MOST);
    *n = 0;
    struct query q CLEAN = openbaar ? query(db, a, feeds_alle, BIND_NONE) : query(db, a, feeds_eigen, BIND_NONE);
    while (*n < KOPPEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct feed_link){row_text(&q, "naam"), url_nieuws_atom(row_id(&q, "id", regio_id))};
    return query_result(&q);
}

enum result regio_naam(struct reader *db, struct arena *a, regio_id regio, const char **out)
{
    struct query q CLEAN = query(db, a, regio_een_naam, BIND(B("id", regio)));
    TRY(one_row(&q));
    *out = row_text(&q, "naam");
    return OK;
}

enum result beleid_versies(struct reader *db, struct arena *a, inhoud_id id, size_t *n, struct beleid_versie **out)
{
    *out = ARENA_ARRAY(a, struct beleid_versie, KOPPEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, beleid_versies_lijst, BIND(B("id", id), B("most", (int)KOPPEN_MOST)));
    while (*n < KOPPEN_MOST && next_row(&q)) {
        inhoudversie_id versie = row_id(&q, "id", inhoudversie_id);
        (*out)[(*n)++] = (struct beleid_versie){.id = versie,
                                                .inhoud = id,
                                                .nr = row_int(&q, "nr"),
                                                .titel = row_text(&q, "titel"),
                                                .tekst = row_text(&q, "tekst"),
                                                .wijziging = row_text(&q, "wijziging"),
                                                .van = row_datum(&q, "van"),
                                                .op = row_tijdstip(&q, "op"),
                                                .href = url_beleid_versie(id, versie)};
    }
    return query_result(&q);
}

enum result contact_kaarten(struct reader *db, struct arena *a, size_t *n, struct contact_kaart **out)
{
    *out = ARENA_ARRAY(a, struct contact_kaart, KOPPEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, kaarten, BIND_NONE);
    while (*n < KOPPEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct contact_kaart){row_text(&q, "naam"),
                                                row_text_or(&q, "cp_naam", ""),
                                                row_text_or(&q, "cp_email", ""),
                                                row_text_or(&q, "cp_telefoon", ""),
                                                row_text_or(&q, "cp_tijden", ""),
                                                row_text_or(&q, "cp_website", "")};
    return query_result(&q);
}
