#include "app/samenvoegen/samenvoegen_store.h"

#include <string.h>

#include "app/organisatie/organisatie.h"
#include "app/urls.h"
#include "data/reader.h"

/* clang-format off */
SQL(dubbel_alle, "SELECT id, soort, naam, naam_kern, kvk, plaats, mag_wijzigen FROM organisatie WHERE samengevoegd_met IS NULL AND soort <> 'coordinatiepunt' ORDER BY soort, id");
SQL(dubbel_verschil, "SELECT blijft_id, weg_id FROM samenvoeging_verschil ORDER BY 1, 2 LIMIT 2000");
SQL(dubbel_mag, "SELECT 1 AS mag FROM samenvoeg_paar WHERE blijft_id = :een AND weg_id = :ander");
SQL(samenvoegen_een, "SELECT id, soort, naam, kvk, plaats FROM organisatie WHERE id = :id AND samengevoegd_met IS NULL AND soort <> 'coordinatiepunt'");
#define SAMENVOEGING "SELECT id, regio, soort, blijft_id, weg_id, naam_van, adres_van, reden, staat, op, wie, besloten_op, besloten_wie, besloten_reden, accounts, blijft_naam, blijft_kvk, blijft_adres," \
                     " blijft_postcode, blijft_plaats, weg_naam, weg_kvk, weg_adres, weg_postcode, weg_plaats, eigen, vraagt, ander_wsp, mag_uitvoeren, mag_intrekken, mag_besluiten FROM samenvoeging"
SQL(samenvoegingen, SAMENVOEGING " WHERE staat <> 'verschillend' ORDER BY staat NOT IN ('concept', 'wacht'), id DESC LIMIT 100");
SQL(samenvoeging_een, SAMENVOEGING " WHERE id = :id");
SQL(gaat_projecten, "SELECT id, naam, eind, afgerond FROM samenvoeging_project WHERE samenvoeging_id = :id ORDER BY afgerond, naam_sleutel, id LIMIT 200");
SQL(gaat_tellen, "SELECT (SELECT count(*) FROM samenvoeging_project WHERE samenvoeging_id = :id) AS projecten, (SELECT elders FROM samenvoeging WHERE id = :id) AS elders,"
                 " (SELECT count(*) FROM samenvoeging_mens WHERE samenvoeging_id = :id) AS mensen, (SELECT count(*) FROM samenvoeging_kandidaat WHERE samenvoeging_id = :id) AS kandidaten,"
                 " (SELECT count(*) FROM samenvoeging_persoon WHERE samenvoeging_id = :id) AS personen");
SQL(gaat_mensen, "SELECT naam, functie, dubbel FROM samenvoeging_mens WHERE samenvoeging_id = :id ORDER BY naam_sleutel, id LIMIT 200");
SQL(gaat_pso, "SELECT trede, van, tm, verhuist, overlapt FROM samenvoeging_pso WHERE samenvoeging_id = :id ORDER BY van, id LIMIT 100");
SQL(gaat_personen, "SELECT kandidaat_id, ook_id FROM samenvoeging_persoon WHERE samenvoeging_id = :id ORDER BY kandidaat_id, ook_id LIMIT 100");
SQL(gaat_regio, "SELECT naam, op, wie FROM samenvoeging_regio WHERE samenvoeging_id = :id ORDER BY naam LIMIT 50");
SQL(wacht_op, "SELECT count(*) AS n FROM samenvoeging_regio WHERE samenvoeging_id = :id AND op IS NULL");
SQL(samenvoeging_maken, "INSERT INTO nieuw_samenvoeging (blijft_id, weg_id, naam_van, adres_van, reden) VALUES (:blijft, :weg, :naam, :adres, :reden)");
SQL(samenvoeging_zetten, "UPDATE samenvoeging SET staat = :staat, besloten_reden = :reden WHERE id = :id RETURNING 1");
SQL(samenvoeging_doen_sql, "UPDATE samenvoeging SET staat = 'uitgevoerd' WHERE id = :id RETURNING 1");
SQL(akkoord_maken, "INSERT INTO nieuw_samenvoeging_akkoord (samenvoeging_id) VALUES (:id)");
/* clang-format on */

enum { LIJST_MOST = 100, ORGANISATIES_MOST = 20000, VERSCHIL_MOST = 2000, GAAT_MOST = 200 };

/* ---- look-alikes ---- */

struct kandidaat_paar {
    const char *soort, *kern;
    struct dubbel_kant kant;
    uint32_t letters;
    size_t lengte;
    bool hier;
};

/* Which letters and figures a name has: two names that differ in one or two letters differ in few of these, which is
 * quick to see. */
static uint32_t letters_of(const char *s)
{
    uint32_t set = 0;
    for (; *s; s++)
        set |= 1U << ((unsigned char)*s % 32U);
    return set;
}

static bool can_look_alike(const struct kandidaat_paar *a, const struct kandidaat_paar *b)
{
    size_t apart = a->lengte > b->lengte ? a->lengte - b->lengte : b->lengte - a->lengte;
    return strcmp(a->soort, b->soort) == 0 && (a->hier || b->hier) && apart <= 2 &&
           __builtin_popcount(a->letters ^ b->letters) <= 4 && organisatie_is_lookalike(NULL, a->kern, NULL, b->kern);
}

static enum result all_read(struct reader *db, struct arena *a, size_t *n, struct kandidaat_paar **out)
{
    *out = ARENA_ARRAY(a, struct kandidaat_paar, ORGANISATIES_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, dubbel_alle, BIND_NONE);
    while (*n < ORGANISATIES_MOST && next_row(&q)) {
        struct kandidaat_paar *p = &(*out)[(*n)++];
        *p = (struct kandidaat_paar){.soort = row_text(&q, "soort"),
                                     .kern = row_text_or(&q, "naam_kern", ""),
                                     .hier = row_bool(&q, "mag_wijzigen"),
                                     .kant = {row_id(&q, "id", organisatie_id), row_text(&q, "naam"),
                                              row_text(&q, "kvk"), row_text(&q, "plaats")}};
        p->letters = letters_of(p->kern);
        p->lengte = strlen(p->kern);
    }
    return query_result(&q);
}

struct verschil {
    int64_t een, ander;
};

static enum result differing_read(struct reader *db, struct arena *a, size_t *n, struct verschil **out)
{
    *out = ARENA_ARRAY(a, struct verschil, VERSCHIL_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, dubbel_verschil, BIND_NONE);
    while (*n < VERSCHIL_MOST && next_row(&q))
        (*out)[(*n)++] = (struct verschil){row_int(&q, "blijft_id"), row_int(&q, "weg_id")};
    return query_result(&q);
}

static bool said_to_differ(size_t n, const struct verschil *v, int64_t een, int64_t ander)
{
    for (size_t i = 0; i < n; i++)
        if ((v[i].een == een && v[i].ander == ander) || (v[i].een == ander && v[i].ander == een))
            return true;
    return false;
}

static enum result pair_allowed(struct reader *db, struct arena *a, organisatie_id een, organisatie_id ander, bool *mag)
{
    struct query q CLEAN = query(db, a, dubbel_mag, BIND(B("een", een), B("ander", ander)));
    enum result found = one_row(&q);
    *mag = found == OK;
    return found == NOT_FOUND ? OK : found;
}

enum result dubbelen_read(struct reader *db, struct arena *a, organisatie_id one, size_t room, size_t *n,
                          struct dubbel_row **out, bool *meer)
{
    size_t count, n_verschil;
    struct kandidaat_paar *all;
    struct verschil *verschil;
    *out = ARENA_ARRAY(a, struct dubbel_row, room + 1);
    *n = 0;
    *meer = false;
    TRY(all_read(db, a, &count, &all));
    TRY(differing_read(db, a, &n_verschil, &verschil));
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && strcmp(all[i].soort, all[k].soort) == 0; k++) {
            bool mag;
            if ((one.id && all[i].kant.id.id != one.id && all[k].kant.id.id != one.id) ||
                !can_look_alike(&all[i], &all[k]) ||
                said_to_differ(n_verschil, verschil, all[i].kant.id.id, all[k].kant.id.id))
                continue;
            TRY(pair_allowed(db, a, all[i].kant.id, all[k].kant.id, &mag));
            if (!mag)
                continue;
            if (*n == room) {
                *meer = true;
                return OK;
            }
            bool swap = one.id == all[k].kant.id.id;
            struct dubbel_kant een = all[swap ? k : i].kant, ander = all[swap ? i : k].kant;
            (*out)[(*n)++] = (struct dubbel_row){
                all[i].soort,
                een,
                ander,
                {arena_strdup(
                    a, url_with(url_samenvoegen(een.id), arena_printf(a, "met=%lld", (long long)ander.id.id)).path)}};
        }
    return OK;
}

/* ---- merges ---- */

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

static struct samenvoeging_row row_of(struct query *q)
{
    struct samenvoeging_row s = {
        .id = row_id(q, "id", samenvoeging_id),
        .soort = row_text(q, "soort"),
        .regio = row_text(q, "regio"),
        .staat = row_text(q, "staat"),
        .reden = row_text(q, "reden"),
        .wie = row_text(q, "wie"),
        .besloten_wie = row_text_or(q, "besloten_wie", ""),
        .besloten_reden = row_text_or(q, "besloten_reden", ""),
        .op = row_tijdstip(q, "op"),
        .besloten_op = row_tijdstip(q, "besloten_op"),
        .naam_weg = strcmp(row_text(q, "naam_van"), "weg") == 0,
        .adres_weg = strcmp(row_text(q, "adres_van"), "weg") == 0,
        .accounts = row_int(q, "accounts"),
        .eigen = row_bool(q, "eigen"),
        .vraagt = row_bool(q, "vraagt"),
        .ander_wsp = row_bool(q, "ander_wsp"),
        .mag_uitvoeren = row_bool(q, "mag_uitvoeren"),
        .mag_intrekken = row_bool(q, "mag_intrekken"),
        .mag_besluiten = row_bool(q, "mag_besluiten"),
        .blijft = {row_id(q, "blijft_id", organisatie_id), row_text(q, "blijft_naam"),
                   or_empty(row_text(q, "blijft_kvk")), row_text(q, "blijft_adres"), row_text(q, "blijft_postcode"),
                   row_text(q, "blijft_plaats")},
        .weg = {row_id(q, "weg_id", organisatie_id), row_text(q, "weg_naam"), or_empty(row_text(q, "weg_kvk")),
                row_text(q, "weg_adres"), row_text(q, "weg_postcode"), row_text(q, "weg_plaats")},
    };
    s.open = strcmp(s.staat, "concept") == 0 || strcmp(s.staat, "wacht") == 0;
    s.klaar = strcmp(s.staat, "uitgevoerd") == 0;
    return s;
}

enum result samenvoegingen_read(struct reader *db, struct arena *a, size_t *n, struct samenvoeging_row **out)
{
    *out = ARENA_ARRAY(a, struct samenvoeging_row, LIJST_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, samenvoegingen, BIND_NONE);
    while (*n < LIJST_MOST && next_row(&q))
        (*out)[(*n)++] = row_of(&q);
    return query_result(&q);
}

enum result samenvoeging_read(struct reader *db, struct arena *a, samenvoeging_id id, struct samenvoeging_row *out)
{
    struct query q CLEAN = query(db, a, samenvoeging_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result samenvoegen_deze_read(struct reader *db, struct arena *a, organisatie_id id, struct samenvoegen_deze *out)
{
    struct query q CLEAN = query(db, a, samenvoegen_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct samenvoegen_deze){row_text(&q, "soort"),
                                     {id, row_text(&q, "naam"), row_text(&q, "kvk"), row_text(&q, "plaats")}};
    return OK;
}

/* ---- what moves ---- */

static enum result counts_read(struct reader *db, struct arena *a, samenvoeging_id id, struct samenvoeging_view *v)
{
    struct query q CLEAN = query(db, a, gaat_tellen, BIND(B("id", id)));
    TRY(one_row(&q));
    v->projecten = row_int(&q, "projecten");
    v->elders = row_bool(&q, "elders");
    v->mensen = row_int(&q, "mensen");
    v->kandidaten = row_int(&q, "kandidaten");
    v->personen = row_int(&q, "personen");
    return OK;
}

static enum result projects_read(struct reader *db, struct arena *a, samenvoeging_id id, struct samenvoeging_view *v)
{
    v->rows = ARENA_ARRAY(a, struct gaat_project, GAAT_MOST);
    struct query q CLEAN = query(db, a, gaat_projecten, BIND(B("id", id)));
    while (v->n_rows < GAAT_MOST && next_row(&q))
        v->rows[v->n_rows++] = (struct gaat_project){row_id(&q, "id", project_id), row_text(&q, "naam"),
                                                     row_datum(&q, "eind"), row_bool(&q, "afgerond")};
    return query_result(&q);
}

static enum result people_read(struct reader *db, struct arena *a, samenvoeging_id id, struct samenvoeging_view *v)
{
    v->mensen_rows = ARENA_ARRAY(a, struct gaat_mens, GAAT_MOST);
    struct query q CLEAN = query(db, a, gaat_mensen, BIND(B("id", id)));
    while (v->n_mensen < GAAT_MOST && next_row(&q))
        v->mensen_rows[v->n_mensen++] =
            (struct gaat_mens){row_text(&q, "naam"), row_text_or(&q, "functie", ""), row_bool(&q, "dubbel")};
    return query_result(&q);
}

static enum result certificates_read(struct reader *db, struct arena *a, samenvoeging_id id,
                                     struct samenvoeging_view *v)
{
    v->pso = ARENA_ARRAY(a, struct gaat_pso, GAAT_MOST);
    struct query q CLEAN = query(db, a, gaat_pso, BIND(B("id", id)));
    while (v->n_pso < GAAT_MOST && next_row(&q)) {
        v->pso[v->n_pso] = (struct gaat_pso){row_text(&q, "trede"), row_datum(&q, "van"), row_datum(&q, "tm"),
                                             row_bool(&q, "verhuist"), row_bool(&q, "overlapt")};
        v->pso_verhuist += v->pso[v->n_pso++].verhuist;
    }
    return query_result(&q);
}

static enum result persons_read(struct reader *db, struct arena *a, samenvoeging_id id, struct samenvoeging_view *v)
{
    v->personen_rows = ARENA_ARRAY(a, struct gaat_persoon, GAAT_MOST);
    struct query q CLEAN = query(db, a, gaat_personen, BIND(B("id", id)));
    while (v->n_personen < GAAT_MOST && next_row(&q))
        v->personen_rows[v->n_personen++] =
            (struct gaat_persoon){row_id(&q, "kandidaat_id", kandidaat_id), row_id(&q, "ook_id", kandidaat_id)};
    return query_result(&q);
}

enum result samenvoeging_inhoud(struct reader *db, struct arena *a, samenvoeging_id id, struct samenvoeging_view *v)
{
    TRY(counts_read(db, a, id, v));
    TRY(projects_read(db, a, id, v));
    TRY(people_read(db, a, id, v));
    TRY(certificates_read(db, a, id, v));
    TRY(persons_read(db, a, id, v));
    v->regio = ARENA_ARRAY(a, struct ander_regio, GAAT_MOST);
    struct query q CLEAN = query(db, a, gaat_regio, BIND(B("id", id)));
    while (v->n_regio < GAAT_MOST && next_row(&q))
        v->regio[v->n_regio++] = (struct ander_regio){row_text(&q, "naam"), row_text_or(&q, "wie", ""),
                                                      row_tijdstip(&q, "op"), !row_is_null(&q, "op")};
    return query_result(&q);
}

enum result samenvoeging_wacht_op(struct reader *db, struct arena *a, samenvoeging_id id, int64_t *n)
{
    struct query q CLEAN = query(db, a, wacht_op, BIND(B("id", id)));
    TRY(one_row(&q));
    *n = row_int(&q, "n");
    return OK;
}

/* ---- writing ---- */

enum result samenvoeging_insert(struct desk_job *job, organisatie_id blijft, organisatie_id weg,
                                const struct samenvoegen_input *in, samenvoeging_id *out)
{
    bool deze = strcmp(in->blijft, "deze") == 0;
    const char *naam = (strcmp(in->naam, "deze") == 0) == deze ? "blijft" : "weg",
               *adres = (strcmp(in->adres, "deze") == 0) == deze ? "blijft" : "weg";
    return job_insert(
        job, samenvoeging_maken,
        BIND(B("blijft", blijft), B("weg", weg), B("naam", naam), B("adres", adres), B("reden", in->reden)), &out->id);
}

enum result samenvoeging_staat_set(struct desk_job *job, samenvoeging_id id, const char *staat, const char *reden)
{
    if (strcmp(staat, "uitgevoerd") == 0)
        return job_write(job, samenvoeging_doen_sql, BIND(B("id", id)));
    return job_write(job, samenvoeging_zetten, BIND(B("id", id), B("staat", staat), B("reden", reden)));
}

enum result samenvoeging_akkoord_insert(struct desk_job *job, samenvoeging_id id)
{
    return job_insert(job, akkoord_maken, BIND(B("id", id)), NULL);
}
