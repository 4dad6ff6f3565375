/* app/waardering/waardering_gate.c: sets without a viewer: loading one (operator, demo) and reading one for the stored
 * sums. The only file of this room that uses the steward. */
#include <string.h>

#include "app/waardering/waardering.h"
#include "app/waardering/waardering_csv.h"
#include "data/steward.h"

STEWARD_SQL(
    gate_set_row,
    "SELECT id, naam, versie, bron, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil FROM alle_bouwblokkenset WHERE id = :id");
STEWARD_SQL(
    gate_set_blokken,
    "SELECT id, code, label, toelichting, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep"
    "  FROM alle_bouwblok WHERE set_id = :id ORDER BY volgorde");
STEWARD_SQL(
    gate_set_condities,
    "SELECT c.bouwblok_id, c.attribuut, c.operator, c.waarde, c.gewicht FROM alle_conditie c JOIN alle_bouwblok b ON b.id = c.bouwblok_id"
    " WHERE b.set_id = :id ORDER BY c.bouwblok_id, c.id");
STEWARD_SQL(gate_attributen, "SELECT naam, type, vraag, hint, keuzes, afgeleid FROM alle_attribuut ORDER BY naam");
STEWARD_SQL(gate_sets_same,
            "SELECT 1 AS is_er FROM alle_bouwblokkenset WHERE regio_id = :regio AND naam = :naam AND versie = :versie");
STEWARD_SQL(
    gate_set_later,
    "SELECT geldig_van FROM alle_bouwblokkenset WHERE regio_id = :regio AND status = 'gepubliceerd' AND geldig_van >= :van LIMIT 1");
STEWARD_SQL(
    gate_set_close,
    "UPDATE alle_bouwblokkenset SET geldig_tm = date(:van, '-1 day') WHERE regio_id = :regio AND status = 'gepubliceerd' AND geldig_tm IS NULL");
STEWARD_SQL(
    gate_set_insert,
    "INSERT INTO alle_bouwblokkenset (regio_id, naam, versie, bron, geldig_van, status, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd,"
    " doelgroep_peil, ingelezen_op, gepubliceerd_op) VALUES (:regio, :naam, :versie, :bron, :van, 'gepubliceerd', :peil, :fte, :min, :aanloop, :binnen, :cap, :onderbreking,"
    " :doelgroep, :op, :op)");
STEWARD_SQL(
    gate_blok_insert,
    "INSERT INTO alle_bouwblok (set_id, code, label, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep)"
    " VALUES (:set, :code, :label, :volgorde, :rubriek, :soort, :eenheid, :tarief, :periode, :naar_uren, :cap_mnd, :cap_veld, :dagmax, :opbouw, :groep)");
STEWARD_SQL(
    gate_conditie_insert,
    "INSERT INTO alle_conditie (bouwblok_id, attribuut, operator, waarde, gewicht) VALUES (:blok, :attribuut, :operator, :waarde, :gewicht)");

enum result waardering_set_read_steward(struct steward *s, struct arena *a, bouwblokkenset_id id,
                                        struct bouwblokkenset **out)
{
    struct bouwblokkenset *set = *out = ARENA_NEW(a, struct bouwblokkenset);
    struct query q1 CLEAN = query(s, a, gate_set_row, BIND(B("id", id)));
    TRY(waardering_row_set(&q1, set));
    struct query q2 CLEAN = query(s, a, gate_set_blokken, BIND(B("id", id)));
    TRY(waardering_rows_blokken(&q2, a, set));
    struct query q3 CLEAN = query(s, a, gate_set_condities, BIND(B("id", id)));
    TRY(waardering_rows_condities(&q3, a, set));
    struct query q4 CLEAN = query(s, a, gate_attributen, BIND_NONE);
    return waardering_rows_attributen(&q4, a, &set->n_attributen, &set->attributen);
}

static const char *null_if_empty(const char *s)
{
    return s[0] ? s : NULL;
}

static enum result blok_insert(struct steward *s, bouwblokkenset_id set, const struct bouwblok *b)
{
    int64_t id;
    TRY(steward_insert(s, gate_blok_insert,
                       BIND(B("set", set), B("code", b->code), B("label", b->label), B("volgorde", b->volgorde),
                            B("rubriek", rubriek_codes[b->rubriek]), B("soort", blok_soort_codes[b->soort]),
                            B("eenheid", eenheid_codes[b->eenheid]), B("tarief", b->tarief),
                            bind_nullable("periode", b->periode_mnd == 0, b->periode_mnd), B("naar_uren", b->naar_uren),
                            bind_nullable("cap_mnd", b->cap_mnd == 0, b->cap_mnd),
                            B("cap_veld", null_if_empty(cap_veld_codes[b->cap_veld])), B("dagmax", b->dagmax),
                            B("opbouw", null_if_empty(opbouw_codes[b->opbouw])), B("groep", b->groep)),
                       &id));
    for (size_t i = 0; i < b->n_condities; i++) {
        const struct conditie *c = &b->condities[i];
        TRY(steward_write(s, gate_conditie_insert,
                          BIND(B("blok", id), B("attribuut", c->attribuut), B("operator", operator_codes[c->op]),
                               B("waarde", c->waarde), B("gewicht", c->waarschuwing ? "WAARSCHUWING" : "EIS")),
                          NULL));
    }
    return OK;
}

/* A version is never overwritten, and no set may begin before one that is already there: running projects would not
 * know which was theirs. */
static enum result may_load(struct steward *s, struct arena *a, regio_id regio, datum van,
                            const struct bouwblokkenset *set, struct text *problems)
{
    struct query same CLEAN =
        query(s, a, gate_sets_same, BIND(B("regio", regio), B("naam", set->naam), B("versie", set->versie)));
    if (next_row(&same)) {
        text_printf(problems, "regel 1: versie “%s” van “%s” is al ingelezen; een wijziging is een nieuwe versie\n",
                    set->versie, set->naam);
        return INVALID;
    }
    struct query later CLEAN = query(s, a, gate_set_later, BIND(B("regio", regio), B("van", van)));
    if (next_row(&later)) {
        text_printf(problems, "regel 1: er is al een set die begint op %s; deze moet later beginnen\n",
                    row_text(&later, "geldig_van"));
        return INVALID;
    }
    return OK;
}

enum result waardering_set_import(struct steward *s, struct arena *a, regio_id regio, datum van, const char *csv,
                                  size_t n, tijdstip now, struct text *problems, bouwblokkenset_id *out)
{
    struct bouwblokkenset set;
    struct attribuut *attributen;
    size_t n_attributen;
    {
        struct query q CLEAN = query(s, a, gate_attributen, BIND_NONE);
        TRY(waardering_rows_attributen(&q, a, &n_attributen, &attributen));
    }
    TRY(waardering_csv_read(a, csv, n, n_attributen, attributen, problems, &set));
    TRY(may_load(s, a, regio, van, &set, problems));
    TRY(steward_write(s, gate_set_close, BIND(B("regio", regio), B("van", van)), NULL));
    TRY(steward_insert(s, gate_set_insert,
                       BIND(B("regio", regio), B("naam", set.naam), B("versie", set.versie), B("bron", set.bron),
                            B("van", van), B("peil", set.peil), B("fte", set.fte), B("min", set.min_uren),
                            B("aanloop", set.aanloop_mnd), B("binnen", set.binnen_project),
                            B("cap", cap_basis_codes[set.cap_basis]), B("onderbreking", set.onderbreking_mnd),
                            B("doelgroep", set.doelgroep_peil), B("op", now)),
                       &out->id));
    for (size_t i = 0; i < set.n_blokken; i++)
        TRY(blok_insert(s, *out, &set.blokken[i]));
    return steward_audit(s, (struct audit_line){.wat = "bouwblokken.inlezen",
                                                .soort = "bouwblokkenset",
                                                .rij = out->id,
                                                .regio = regio,
                                                .na = arena_printf(a, "%s %s", set.naam, set.versie)});
}
