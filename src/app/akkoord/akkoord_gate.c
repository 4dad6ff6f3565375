/* app/akkoord/akkoord_gate.c: statements without a viewer: made with the act that completes a project, checked by
 * whoever has the code. The only file of this room that uses the steward. */
#include <sodium.h>
#include <string.h>

#include "app/akkoord/akkoord.h"
#include "app/akkoord/akkoord_store.h"
#include "data/database.h"
#include "data/seal.h"
#include "data/steward.h"

#define WIE(kolom)                                                                                                                           \
    "(SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = p." kolom \
    ")"
STEWARD_SQL(
    akkoord_feiten,
    "SELECT p.id, (SELECT count(*) + 1 FROM alle_akkoord k WHERE k.project_id = p.id) AS nr, p.naam, og.naam AS opdrachtgever, n.naam AS opdrachtnemer, n.kvk, p.afspraak, p.start, p.eind, p.bruto_cent, p.korting_cent, p.netto_cent, p.actueel_cent,"
    " p.goedgekeurd_op, p.afgerond_op, " WIE("goedgekeurd_door") " AS goedgekeurd_wie, " WIE(
        "afgerond_door") " AS afgerond_wie,"
                         " coalesce((SELECT sum(i.actueel_cent) FROM alle_inzet i WHERE i.project_id = p.id AND i.soort = 'kandidaat'), 0) AS kandidaat,"
                         " coalesce((SELECT sum(i.actueel_cent) FROM alle_inzet i WHERE i.project_id = p.id AND i.soort = 'inkoop'), 0) AS inkoop,"
                         " coalesce((SELECT sum(i.actueel_cent) FROM alle_inzet i WHERE i.project_id = p.id AND i.soort = 'activiteit'), 0) AS activiteit,"
                         " coalesce((SELECT sum(i.actueel_cent) FROM alle_inzet i WHERE i.project_id = p.id AND i.soort = 'fonds'), 0) AS fonds,"
                         " e.oordeel, e.tekort_cent, e.maatregel, e.maatregel_cent, e.maatregel_dag, e.afgewikkeld_dag, e.afgewikkeld_cent,"
                         " (SELECT count(DISTINCT i.kandidaat_id) FROM alle_inzet i WHERE i.project_id = p.id AND i.actueel_cent > 0) AS kandidaten"
                         " FROM alle_project p JOIN alle_organisatie og ON og.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id"
                         " LEFT JOIN alle_eindoordeel e ON e.project_id = p.id AND e.nr = (SELECT max(x.nr) FROM alle_eindoordeel x WHERE x.project_id = p.id) WHERE p.id = :id AND p.afgerond_op IS NOT NULL");
STEWARD_SQL(
    akkoord_maken,
    "INSERT INTO alle_akkoord (project_id, op, cijfers, code) SELECT p.id, p.afgerond_op, :cijfers, :code FROM alle_project p WHERE p.id = :id");
STEWARD_SQL(akkoord_einde,
            "UPDATE alle_akkoord SET vervallen_op = :nu WHERE project_id = :id AND vervallen_op IS NULL");
STEWARD_SQL(akkoord_code_rij, "SELECT cijfers, vervallen_op FROM alle_akkoord WHERE code = :code");
STEWARD_SQL(
    akkoord_ontbreekt,
    "SELECT p.id FROM alle_project p WHERE p.afgerond_op IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alle_akkoord k WHERE k.project_id = p.id AND k.vervallen_op IS NULL)"
    " ORDER BY p.id LIMIT 1");

static void code_of(struct seal *seal, const char *cijfers, char out[AKKOORD_CODE_SIZE])
{
    uint8_t tag[32];
    seal_tag(seal, "akkoord", cijfers, strlen(cijfers), tag);
    akkoord_code(tag, out);
}

static enum result facts_read(struct steward *s, struct arena *a, project_id id, struct akkoord_cijfers *c)
{
    struct query q CLEAN = query(s, a, akkoord_feiten, BIND(B("id", id)));
    TRY(one_row(&q));
    *c = (struct akkoord_cijfers){
        .project = row_int(&q, "id"),
        .nr = row_int(&q, "nr"),
        .naam = row_text(&q, "naam"),
        .opdrachtgever = row_text(&q, "opdrachtgever"),
        .opdrachtnemer = row_text(&q, "opdrachtnemer"),
        .kvk = row_text(&q, "kvk"),
        .afspraak = row_text(&q, "afspraak"),
        .start = row_datum(&q, "start"),
        .eind = row_datum(&q, "eind"),
        .goedgekeurd = tijdstip_to_datum(row_tijdstip(&q, "goedgekeurd_op")),
        .afgerond = tijdstip_to_datum(row_tijdstip(&q, "afgerond_op")),
        .goedgekeurd_wie = row_text_or(&q, "goedgekeurd_wie", ""),
        .afgerond_wie = row_text_or(&q, "afgerond_wie", ""),
        .bruto = row_geld(&q, "bruto_cent"),
        .korting = row_geld(&q, "korting_cent"),
        .netto = row_geld(&q, "netto_cent"),
        .actueel = row_geld(&q, "actueel_cent"),
        .kandidaat = row_geld(&q, "kandidaat"),
        .inkoop = row_geld(&q, "inkoop"),
        .activiteit = row_geld(&q, "activiteit"),
        .fonds = row_geld(&q, "fonds"),
        .kandidaten = row_int(&q, "kandidaten"),
        .oordeel = row_text_or(&q, "oordeel", ""),
        .maatregel = row_text_or(&q, "maatregel", ""),
        .tekort = row_geld(&q, "tekort_cent"),
        .maatregel_bedrag = row_geld(&q, "maatregel_cent"),
        .afgewikkeld_bedrag = row_geld(&q, "afgewikkeld_cent"),
        .maatregel_dag = row_datum(&q, "maatregel_dag"),
        .afgewikkeld = row_datum(&q, "afgewikkeld_dag"),
    };
    return OK;
}

static enum result end(struct steward *s, project_id id, tijdstip now)
{
    return steward_write(s, akkoord_einde, BIND(B("id", id), B("nu", now)), NULL);
}

static enum result make(struct steward *s, struct seal *seal, struct arena *a, project_id id)
{
    struct akkoord_cijfers c;
    char code[AKKOORD_CODE_SIZE];
    TRY(facts_read(s, a, id, &c));
    const char *cijfers = akkoord_text(a, &c);
    code_of(seal, cijfers, code);
    return steward_write(s, akkoord_maken, BIND(B("id", id), B("cijfers", cijfers), B("code", (const char *)code)),
                         NULL);
}

enum result akkoord_make(struct request *r, project_id id)
{
    TRY(end(job_steward(r->job), id, r->now));
    return make(job_steward(r->job), r->seal, r->arena, id);
}

enum result akkoord_end(struct request *r, project_id id)
{
    return end(job_steward(r->job), id, r->now);
}

enum result akkoord_check(struct request *r, const char *code, struct akkoord_checked *out)
{
    char again[AKKOORD_CODE_SIZE];
    struct query q CLEAN = query(r->gate, r->arena, akkoord_code_rij, BIND(B("code", code)));
    TRY(one_row(&q));
    const char *cijfers = row_text(&q, "cijfers");
    code_of(r->seal, cijfers, again);
    out->vervallen = DATUM_GEEN;
    if (!row_is_null(&q, "vervallen_op"))
        out->vervallen = tijdstip_to_datum(row_tijdstip(&q, "vervallen_op"));
    return sodium_memcmp(again, code, AKKOORD_CODE_LETTERS) == 0 && akkoord_parse(r->arena, cijfers, &out->cijfers)
               ? OK
               : NOT_FOUND;
}

static enum result one_missing(struct steward *s, struct arena *a, project_id *id)
{
    struct query q CLEAN = query(s, a, akkoord_ontbreekt, BIND_NONE);
    TRY(one_row(&q));
    *id = row_id(&q, "id", project_id);
    return OK;
}

static enum result fill(struct steward *s, struct seal *seal)
{
    for (;;) {
        project_id id;
        struct arena *one = arena_new();
        enum result found = one_missing(s, one, &id);
        if (found == OK)
            found = make(s, seal, one, id);
        arena_free(one);
        if (found == NOT_FOUND)
            return OK;
        TRY(found);
    }
}

enum result akkoord_fill(struct database *base, struct seal *seal)
{
    struct steward *s;
    TRY(steward_open(base, false, &s));
    enum result ended = steward_begin(s);
    if (ended == OK)
        ended = steward_end(s, fill(s, seal));
    steward_close(s);
    return ended;
}
