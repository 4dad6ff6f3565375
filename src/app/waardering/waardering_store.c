#include <string.h>

#include "app/waardering/waardering.h"
#include "data/reader.h"

SQL(set_row,
    "SELECT id, naam, versie, bron, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil FROM bouwblokkenset WHERE id = :id");
SQL(set_blokken,
    "SELECT id, code, label, toelichting, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep"
    "  FROM bouwblok WHERE set_id = :id ORDER BY volgorde");
SQL(set_condities,
    "SELECT bouwblok_id, attribuut, operator, waarde, gewicht FROM conditie WHERE set_id = :id ORDER BY bouwblok_id, id");
SQL(set_attributen, "SELECT naam, type, vraag, hint, keuzes, afgeleid FROM attribuut ORDER BY naam");
SQL(set_for_day,
    "SELECT id, naam, versie FROM bouwblokkenset WHERE regio_id = :regio AND geldig_van <= :dag AND (geldig_tm IS NULL OR geldig_tm >= :dag) ORDER BY geldig_van DESC, id DESC LIMIT 1");

enum result waardering_row_set(struct query *q, struct bouwblokkenset *s)
{
    TRY(one_row(q));
    int basis = code_find(cap_basis_codes, CAP_BASES, row_text_or(q, "cap_basis", ""));
    *s = (struct bouwblokkenset){
        .id = row_id(q, "id", bouwblokkenset_id),
        .naam = row_text(q, "naam"),
        .versie = row_text(q, "versie"),
        .bron = row_text(q, "bron"),
        .peil = row_text(q, "peil"),
        .doelgroep_peil = row_text(q, "doelgroep_peil"),
        .fte = row_uren(q, "fte_uren"),
        .min_uren = row_uren(q, "min_uren"),
        .aanloop_mnd = (int)row_int(q, "aanloop_mnd"),
        .binnen_project = row_bool(q, "binnen_project"),
        .cap_basis = (enum cap_basis)basis,
        .onderbreking_mnd = (int)row_int(q, "onderbreking_mnd"),
    };
    return OK;
}

/* The table's CHECKs admit only known codes. */
static int code_of(struct query *q, const char *column, const char *const *codes, int n)
{
    int k = code_find(codes, n, row_text_or(q, column, ""));
    return k < 0 ? 0 : k;
}

static void blok_read(struct query *q, struct bouwblok *b)
{
    *b = (struct bouwblok){
        .id = row_id(q, "id", bouwblok_id),
        .code = row_text(q, "code"),
        .label = row_text(q, "label"),
        .toelichting = row_text(q, "toelichting"),
        .volgorde = (int)row_int(q, "volgorde"),
        .rubriek = (enum rubriek)code_of(q, "rubriek", rubriek_codes, RUBRIEKEN),
        .soort = (enum blok_soort)code_of(q, "soort", blok_soort_codes, BLOK_SOORTEN),
        .eenheid = (enum eenheid)code_of(q, "eenheid", eenheid_codes, EENHEDEN),
        .tarief = row_int(q, "tarief"),
        .periode_mnd = (int)row_int(q, "periode_mnd"),
        .naar_uren = row_bool(q, "naar_uren"),
        .cap_mnd = (int)row_int(q, "cap_mnd"),
        .cap_veld = (enum cap_veld)code_of(q, "cap_veld", cap_veld_codes, CAP_VELDEN),
        .dagmax = row_geld(q, "dagmax"),
        .opbouw = (enum opbouw)code_of(q, "opbouw", opbouw_codes, OPBOUWEN),
        .groep = row_text_or(q, "groep", ""),
    };
}

enum { BLOKKEN_MOST = 500, CONDITIES_MOST = 20, ATTRIBUTEN_MOST = 100 };

enum result waardering_rows_blokken(struct query *q, struct arena *a, struct bouwblokkenset *s)
{
    s->blokken = ARENA_ARRAY(a, struct bouwblok, BLOKKEN_MOST);
    while (s->n_blokken < BLOKKEN_MOST && next_row(q))
        blok_read(q, &s->blokken[s->n_blokken++]);
    return query_result(q);
}

enum result waardering_rows_condities(struct query *q, struct arena *a, struct bouwblokkenset *s)
{
    while (next_row(q)) {
        struct bouwblok *b = NULL;
        for (size_t i = 0; i < s->n_blokken && !b; i++)
            if (s->blokken[i].id.id == row_int(q, "bouwblok_id"))
                b = &s->blokken[i];
        if (!b || b->n_condities == CONDITIES_MOST)
            continue;
        if (!b->condities)
            b->condities = ARENA_ARRAY(a, struct conditie, CONDITIES_MOST);
        b->condities[b->n_condities++] = (struct conditie){
            row_text(q, "attribuut"), (enum operator_)code_of(q, "operator", operator_codes, OPERATOREN),
            row_text(q, "waarde"), strcmp(row_text_or(q, "gewicht", ""), "WAARSCHUWING") == 0};
    }
    return query_result(q);
}

enum result waardering_rows_attributen(struct query *q, struct arena *a, size_t *n, struct attribuut **out)
{
    *out = ARENA_ARRAY(a, struct attribuut, ATTRIBUTEN_MOST);
    *n = 0;
    while (*n < ATTRIBUTEN_MOST && next_row(q))
        (*out)[(*n)++] = (struct attribuut){row_text(q, "naam"), row_text(q, "type"),   row_text(q, "vraag"),
                                            row_text(q, "hint"), row_text(q, "keuzes"), row_bool(q, "afgeleid")};
    return query_result(q);
}

enum result waardering_set_read(struct reader *db, struct arena *a, bouwblokkenset_id id, struct bouwblokkenset **out)
{
    struct bouwblokkenset *s = *out = ARENA_NEW(a, struct bouwblokkenset);
    struct query q1 CLEAN = query(db, a, set_row, BIND(B("id", id)));
    TRY(waardering_row_set(&q1, s));
    struct query q2 CLEAN = query(db, a, set_blokken, BIND(B("id", id)));
    TRY(waardering_rows_blokken(&q2, a, s));
    struct query q3 CLEAN = query(db, a, set_condities, BIND(B("id", id)));
    TRY(waardering_rows_condities(&q3, a, s));
    struct query q4 CLEAN = query(db, a, set_attributen, BIND_NONE);
    return waardering_rows_attributen(&q4, a, &s->n_attributen, &s->attributen);
}

enum result waardering_set_for(struct reader *db, struct arena *a, regio_id regio, datum on, bouwblokkenset_id *out,
                               const char **naam, const char **versie)
{
    struct query q CLEAN = query(db, a, set_for_day, BIND(B("regio", regio), B("dag", on)));
    TRY(one_row(&q));
    *out = row_id(&q, "id", bouwblokkenset_id);
    *naam = row_text(&q, "naam");
    *versie = row_text(&q, "versie");
    return OK;
}
