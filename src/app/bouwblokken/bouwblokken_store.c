#include "app/bouwblokken/bouwblokken_store.h"

#include <string.h>

#include "app/waardering/waardering.h"

#define SET_COLUMNS                                                                                                                                                                                   \
    "SELECT id, naam, versie, status, ingelezen_wie, gewijzigd_wie, gepubliceerd_wie, ingetrokken_reden, geldig_van, geldig_tm, ingelezen_op, gepubliceerd_op, ingetrokken_op, projecten, bewerking," \
    " mag_wijzigen, mag_publiceren, mag_intrekken, mag_herwaarderen FROM set_beheer"
SQL(set_beheer_rijen, SET_COLUMNS " ORDER BY geldig_van DESC, id DESC LIMIT 200");
SQL(set_beheer_een, SET_COLUMNS " WHERE id = :id");
SQL(set_heel,
    "SELECT id, naam, versie, bron, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil FROM set_beheer WHERE id = :id");
SQL(set_heel_blokken,
    "SELECT id, code, label, toelichting, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep FROM blok_beheer WHERE set_id = :id ORDER BY volgorde, id");
SQL(set_heel_condities,
    "SELECT bouwblok_id, attribuut, operator, waarde, gewicht FROM conditie_beheer WHERE set_id = :id ORDER BY bouwblok_id, id");
SQL(set_attributen_alle, "SELECT naam, type, vraag, hint, keuzes, afgeleid FROM attribuut ORDER BY naam");
SQL(set_vorige,
    "SELECT id FROM set_beheer WHERE status = 'gepubliceerd' AND id <> :id AND geldig_van <= :van ORDER BY geldig_van DESC, id DESC LIMIT 1");
SQL(set_maken,
    "INSERT INTO nieuw_set (naam, versie, bron, geldig_van, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil)"
    " VALUES (:naam, :versie, :bron, :van, :peil, :fte, :min, :aanloop, :binnen, :cap, :onderbreking, :doelgroep)");
SQL(set_wijzigen,
    "UPDATE set_beheer SET naam = :naam, versie = :versie, bron = :bron, geldig_van = :van, peil = :peil, fte_uren = :fte, min_uren = :min, aanloop_mnd = :aanloop, binnen_project = :binnen,"
    " cap_basis = :cap, onderbreking_mnd = :onderbreking, doelgroep_peil = :doelgroep WHERE id = :id AND bewerking = :bewerking AND mag_wijzigen RETURNING 1");
SQL(set_tik,
    "UPDATE set_beheer SET bewerking = bewerking + 1 WHERE id = :id AND bewerking = :bewerking AND mag_wijzigen RETURNING 1");
SQL(set_status_zetten,
    "UPDATE set_beheer SET status = :status, ingetrokken_reden = :reden WHERE id = :id AND bewerking = :bewerking RETURNING 1");
SQL(blok_maken,
    "INSERT INTO nieuw_blok (set_id, code, label, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep)"
    " VALUES (:set, :code, :label, :volgorde, :rubriek, :soort, :eenheid, :tarief, :periode, :naar_uren, :cap_mnd, :cap_veld, :dagmax, :opbouw, :groep)");
SQL(conditie_maken,
    "INSERT INTO nieuw_conditie (bouwblok_id, attribuut, operator, waarde, gewicht) VALUES (:blok, :attribuut, :operator, :waarde, :gewicht)");
SQL(blok_weg, "DELETE FROM blok_beheer WHERE id = :id RETURNING 1");
SQL(attribuut_maken,
    "INSERT INTO nieuw_attribuut (naam, type, vraag, hint, keuzes) VALUES (:naam, :type, :vraag, :hint, :keuzes)");
#define LOPEND                                                                                                         \
    "SELECT p.id, l.naam, l.opdrachtnemer, l.set_naam || ' ' || l.set_versie AS methodiek FROM project p JOIN project_lijst l ON l.id = p.id WHERE p.afgerond_op IS NULL"
#define OP_ANDERE " AND p.goedgekeurd_op IS NULL AND p.set_id <> :set"
SQL(lopend_alle, LOPEND " ORDER BY l.naam_sleutel, p.id LIMIT :most");
SQL(lopend_andere,
    LOPEND OP_ANDERE " AND l.naam_sleutel LIKE :naam ESCAPE '\\' ORDER BY l.naam_sleutel, p.id LIMIT :most");
SQL(lopend_een, LOPEND OP_ANDERE " AND p.id = :id");

enum { SETS_MOST = 200 };

static struct set_row set_of(struct query *q)
{
    return (struct set_row){
        .id = row_id(q, "id", bouwblokkenset_id),
        .naam = row_text(q, "naam"),
        .versie = row_text(q, "versie"),
        .status = row_text(q, "status"),
        .ingelezen_wie = row_text_or(q, "ingelezen_wie", ""),
        .gewijzigd_wie = row_text_or(q, "gewijzigd_wie", ""),
        .gepubliceerd_wie = row_text_or(q, "gepubliceerd_wie", ""),
        .ingetrokken_reden = row_text_or(q, "ingetrokken_reden", ""),
        .van = row_datum(q, "geldig_van"),
        .tm = row_datum(q, "geldig_tm"),
        .ingelezen_op = row_tijdstip(q, "ingelezen_op"),
        .gepubliceerd_op = row_tijdstip(q, "gepubliceerd_op"),
        .ingetrokken_op = row_tijdstip(q, "ingetrokken_op"),
        .projecten = row_int(q, "projecten"),
        .bewerking = row_int(q, "bewerking"),
        .mag_wijzigen = row_bool(q, "mag_wijzigen"),
        .mag_publiceren = row_bool(q, "mag_publiceren"),
        .mag_intrekken = row_bool(q, "mag_intrekken"),
        .mag_herwaarderen = row_bool(q, "mag_herwaarderen"),
    };
}

enum result set_rows_read(struct reader *db, struct arena *a, size_t *n, struct set_row **out)
{
    *out = ARENA_ARRAY(a, struct set_row, SETS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, set_beheer_rijen, BIND_NONE);
    while (*n < SETS_MOST && next_row(&q))
        (*out)[(*n)++] = set_of(&q);
    return query_result(&q);
}

enum result set_row_read(struct reader *db, struct arena *a, bouwblokkenset_id id, struct set_row *out)
{
    struct query q CLEAN = query(db, a, set_beheer_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = set_of(&q);
    return OK;
}

enum result attributen_read(struct reader *db, struct arena *a, size_t *n, struct attribuut **out)
{
    struct query q CLEAN = query(db, a, set_attributen_alle, BIND_NONE);
    return waardering_rows_attributen(&q, a, n, out);
}

enum result set_whole_read(struct reader *db, struct arena *a, bouwblokkenset_id id, struct bouwblokkenset **out)
{
    struct bouwblokkenset *s = *out = ARENA_NEW(a, struct bouwblokkenset);
    struct query q1 CLEAN = query(db, a, set_heel, BIND(B("id", id)));
    TRY(waardering_row_set(&q1, s));
    struct query q2 CLEAN = query(db, a, set_heel_blokken, BIND(B("id", id)));
    TRY(waardering_rows_blokken(&q2, a, s));
    struct query q3 CLEAN = query(db, a, set_heel_condities, BIND(B("id", id)));
    TRY(waardering_rows_condities(&q3, a, s));
    return attributen_read(db, a, &s->n_attributen, &s->attributen);
}

enum result set_previous(struct reader *db, struct arena *a, bouwblokkenset_id id, datum van, bouwblokkenset_id *out)
{
    struct query q CLEAN = query(db, a, set_vorige, BIND(B("id", id), B("van", van)));
    TRY(one_row(&q));
    *out = row_id(&q, "id", bouwblokkenset_id);
    return OK;
}

enum result set_insert(struct desk_job *job, const struct bouwblokkenset *s, datum van, bouwblokkenset_id *out)
{
    TRY(job_insert(job, set_maken,
                   BIND(B("naam", s->naam), B("versie", s->versie), B("bron", s->bron), B("van", van),
                        B("peil", s->peil), B("fte", s->fte), B("min", s->min_uren), B("aanloop", s->aanloop_mnd),
                        B("binnen", s->binnen_project), B("cap", cap_basis_codes[s->cap_basis]),
                        B("onderbreking", s->onderbreking_mnd), B("doelgroep", s->doelgroep_peil)),
                   &out->id));
    for (size_t i = 0; i < s->n_blokken; i++)
        TRY(blok_insert(job, *out, &s->blokken[i]));
    return OK;
}

static enum result changed(enum result ended)
{
    return ended == NOT_FOUND ? CONFLICT : ended;
}

enum result set_update(struct desk_job *job, bouwblokkenset_id id, const struct set_input *in)
{
    return changed(job_write(job, set_wijzigen,
                             BIND(B("naam", in->naam), B("versie", in->versie), B("bron", in->bron ? in->bron : ""),
                                  B("van", in->van), B("peil", in->peil), B("fte", in->fte), B("min", in->min_uren),
                                  B("aanloop", in->aanloop_mnd), B("binnen", in->binnen_project),
                                  B("cap", in->cap_basis), B("onderbreking", in->onderbreking_mnd),
                                  B("doelgroep", in->doelgroep_peil), B("id", id), B("bewerking", in->bewerking))));
}

enum result set_touch(struct desk_job *job, bouwblokkenset_id id, int64_t bewerking)
{
    return changed(job_write(job, set_tik, BIND(B("id", id), B("bewerking", bewerking))));
}

enum result set_status(struct desk_job *job, bouwblokkenset_id id, int64_t bewerking, const char *status,
                       const char *reden)
{
    return changed(job_write(job, set_status_zetten,
                             BIND(B("id", id), B("bewerking", bewerking), B("status", status), B("reden", reden))));
}

static const char *null_if_empty(const char *s)
{
    return s[0] ? s : NULL;
}

enum result blok_insert(struct desk_job *job, bouwblokkenset_id set, const struct bouwblok *b)
{
    bouwblok_id id;
    TRY(job_insert(job, blok_maken,
                   BIND(B("set", set), B("code", b->code), B("label", b->label), B("volgorde", b->volgorde),
                        B("rubriek", rubriek_codes[b->rubriek]), B("soort", blok_soort_codes[b->soort]),
                        B("eenheid", eenheid_codes[b->eenheid]), B("tarief", b->tarief),
                        bind_nullable("periode", b->periode_mnd == 0, b->periode_mnd), B("naar_uren", b->naar_uren),
                        bind_nullable("cap_mnd", b->cap_mnd == 0, b->cap_mnd),
                        B("cap_veld", null_if_empty(cap_veld_codes[b->cap_veld])), B("dagmax", b->dagmax),
                        B("opbouw", null_if_empty(opbouw_codes[b->opbouw])), B("groep", b->groep)),
                   &id.id));
    for (size_t i = 0; i < b->n_condities; i++) {
        const struct conditie *c = &b->condities[i];
        TRY(job_insert(job, conditie_maken,
                       BIND(B("blok", id), B("attribuut", c->attribuut), B("operator", operator_codes[c->op]),
                            B("waarde", c->waarde), B("gewicht", c->waarschuwing ? "WAARSCHUWING" : "EIS")),
                       NULL));
    }
    return OK;
}

enum result blok_delete(struct desk_job *job, bouwblok_id id)
{
    return job_write(job, blok_weg, BIND(B("id", id)));
}

enum result attribuut_insert(struct desk_job *job, const struct kenmerk_input *in)
{
    return job_insert(job, attribuut_maken,
                      BIND(B("naam", in->naam), B("type", in->type), B("vraag", in->vraag),
                           B("hint", in->hint ? in->hint : ""), B("keuzes", in->keuzes ? in->keuzes : "")),
                      NULL);
}

static enum result projects_read(struct query *q, struct arena *a, size_t most, size_t *n,
                                 struct doorgerekend_row **out)
{
    *out = ARENA_ARRAY(a, struct doorgerekend_row, most);
    *n = 0;
    while (*n < most && next_row(q)) {
        (*out)[*n] = (struct doorgerekend_row){.id = row_id(q, "id", project_id),
                                               .naam = row_text(q, "naam"),
                                               .opdrachtnemer = row_text(q, "opdrachtnemer"),
                                               .methodiek = row_text(q, "methodiek"),
                                               .nr = (int64_t)*n};
        ++*n;
    }
    return query_result(q);
}

enum result herwaardeerbaar(struct reader *db, struct arena *a, bouwblokkenset_id set, const char *naam, size_t most,
                            size_t *n, struct doorgerekend_row **out)
{
    struct query q CLEAN = query(db, a, lopend_andere, BIND(B("set", set), B("naam", naam), B("most", (int64_t)most)));
    return projects_read(&q, a, most, n, out);
}

enum result lopend(struct reader *db, struct arena *a, size_t most, size_t *n, struct doorgerekend_row **out)
{
    struct query q CLEAN = query(db, a, lopend_alle, BIND(B("most", (int64_t)most)));
    return projects_read(&q, a, most, n, out);
}

enum result herwaardeerbaar_een(struct reader *db, struct arena *a, bouwblokkenset_id set, project_id id,
                                struct doorgerekend_row *out)
{
    struct query q CLEAN = query(db, a, lopend_een, BIND(B("set", set), B("id", id)));
    size_t n;
    struct doorgerekend_row *rows;
    TRY(projects_read(&q, a, 1, &n, &rows));
    if (n == 0)
        return NOT_FOUND;
    *out = rows[0];
    return OK;
}
