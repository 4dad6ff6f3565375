#include "app/betrokkene/wissen_gate.h"

#include "core/clock.h"
#include "data/seal.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(sleutel_opschrijven, "INSERT OR IGNORE INTO alle_sleutel_weg (sleutel) SELECT sleutel FROM alle_kandidaat WHERE id = :id");
STEWARD_SQL(persoon_wissen, "UPDATE alle_kandidaat SET naam = NULL, initialen = NULL, adres = NULL, postcode = NULL, plaats = NULL, geboortedatum = NULL, zoek = NULL, toestemming_op = NULL,"
                            " gewist_op = coalesce(gewist_op, :nu), versie = versie + (gewist_op IS NULL) WHERE id = :id");
STEWARD_SQL(woorden_wissen, "UPDATE alle_inzet_versie SET functie = '', toelichting = '', reden = CASE reden WHEN '' THEN '' ELSE 'gewist' END"
                            " WHERE inzet_id IN (SELECT id FROM alle_inzet WHERE kandidaat_id = :id)");
STEWARD_SQL(reden_wissen, "UPDATE alle_inzet SET reden = 'gewist' WHERE kandidaat_id = :id AND reden <> ''");
STEWARD_SQL(steekproef_wissen, "UPDATE alle_steekproef_item SET antwoord = CASE antwoord WHEN '' THEN '' ELSE 'gewist' END, opmerking = CASE opmerking WHEN '' THEN '' ELSE 'gewist' END"
                               " WHERE inzet_id IN (SELECT id FROM alle_inzet WHERE kandidaat_id = :id)");
STEWARD_SQL(bewijs_wissen, "UPDATE alle_bewijs SET ingetrokken_reden = 'gewist' WHERE ingetrokken_reden <> '' AND inzet_id IN (SELECT id FROM alle_inzet WHERE kandidaat_id = :id)");
/* A form kept as typed, or a file between checking and storing, of anybody who enters kandidaten for this contractor: nobody can see whom it is about. */
STEWARD_SQL(concepten_wissen, "DELETE FROM alle_concept WHERE (pad LIKE '/projecten/%/kandidaten/%' OR pad LIKE '/projecten/%/inzet/%' OR pad LIKE '/steekproef/%') AND gebruiker IN (SELECT g.id FROM alle_gebruiker g WHERE g.organisatie_id IN"
                              " (SELECT k.opdrachtnemer_id FROM alle_kandidaat k WHERE k.id = :id"
                              " UNION SELECT p.intermediair_id FROM alle_kandidaat k JOIN alle_project p ON p.opdrachtnemer_id = k.opdrachtnemer_id WHERE k.id = :id))");
STEWARD_SQL(inlezingen_wissen, "DELETE FROM alle_inlezing WHERE project_id IN (SELECT p.id FROM alle_kandidaat k JOIN alle_project p ON p.opdrachtnemer_id = k.opdrachtnemer_id WHERE k.id = :id)");
/* What the person wrote goes with its key (trigger of alle_verzoek), a letter's code too. */
STEWARD_SQL(berichten_wissen, "UPDATE alle_verzoek SET sleutel = NULL, bericht = NULL, bereikbaar = NULL WHERE sleutel IS NOT NULL AND id IN (SELECT t.verzoek_id FROM alle_verzoek_kandidaat t WHERE t.kandidaat_id = :id)");
STEWARD_SQL(brieven_wissen, "DELETE FROM alle_brief WHERE kandidaat_id = :id");
/* clang-format on */

enum result kandidaat_wissen(struct desk_job *job, kandidaat_id id)
{
    struct steward *s = job_steward(job);
    int found = 0;
    TRY(steward_write(s, sleutel_opschrijven, BIND(B("id", id)), NULL));
    TRY(steward_write(s, persoon_wissen, BIND(B("id", id), B("nu", clock_now())), &found));
    if (found == 0)
        return NOT_FOUND;
    TRY(steward_write(s, woorden_wissen, BIND(B("id", id)), NULL));
    TRY(steward_write(s, reden_wissen, BIND(B("id", id)), NULL));
    TRY(steward_write(s, steekproef_wissen, BIND(B("id", id)), NULL));
    TRY(steward_write(s, bewijs_wissen, BIND(B("id", id)), NULL));
    TRY(steward_write(s, concepten_wissen, BIND(B("id", id)), NULL));
    TRY(steward_write(s, berichten_wissen, BIND(B("id", id)), NULL));
    TRY(steward_write(s, brieven_wissen, BIND(B("id", id)), NULL));
    return steward_write(s, inlezingen_wissen, BIND(B("id", id)), NULL);
}

STEWARD_SQL(
    opnieuw_verzegeld,
    "UPDATE alle_kandidaat SET sleutel = :sleutel, naam = :naam, initialen = :initialen, geboortedatum = :geboren, adres = NULL, postcode = NULL, plaats = NULL, versie = versie + 1"
    " WHERE id = :id AND gewist_op IS NULL");

enum result adres_wissen(struct desk_job *job, struct seal *seal, struct arena *a, kandidaat_id id, const char *naam,
                         const char *initialen, datum geboren)
{
    struct steward *s = job_steward(job);
    struct blob n, i, g;
    int64_t key;
    int found = 0;
    char iso[11];
    datum_to_iso(geboren, iso);
    TRY(seal_key_new(seal, &key));
    TRY(seal_text(seal, key, "kandidaat.naam", 0, naam, a, &n));
    TRY(seal_text(seal, key, "kandidaat.initialen", 0, initialen, a, &i));
    TRY(seal_text(seal, key, "kandidaat.geboortedatum", 0, datum_is_none(geboren) ? NULL : iso, a, &g));
    TRY(steward_write(s, sleutel_opschrijven, BIND(B("id", id)), NULL));
    TRY(steward_write(s, opnieuw_verzegeld,
                      BIND(B("sleutel", key), B("naam", n), B("initialen", i), B("geboren", g), B("id", id)), &found));
    return found == 1 ? OK : NOT_FOUND;
}

STEWARD_SQL(
    gewisten,
    "SELECT k.id, k.sleutel, k.naam IS NULL AND k.initialen IS NULL AND k.adres IS NULL AND k.postcode IS NULL AND k.plaats IS NULL AND k.geboortedatum IS NULL AND k.zoek IS NULL AND NOT EXISTS (SELECT 1 FROM alle_brief b WHERE b.kandidaat_id = k.id)"
    " AND NOT EXISTS (SELECT 1 FROM alle_verzoek_kandidaat t JOIN alle_verzoek v ON v.id = t.verzoek_id WHERE t.kandidaat_id = k.id AND v.sleutel IS NOT NULL) AS leeg,"
    " EXISTS (SELECT 1 FROM alle_sleutel_weg w WHERE w.sleutel = k.sleutel) AS wacht FROM alle_kandidaat k WHERE k.gewist_op IS NOT NULL");

enum result gewist_check(struct steward *s, struct seal *seal, struct arena *a, struct text *report, int *n)
{
    enum result good = OK;
    *n = 0;
    struct query q CLEAN = query(s, a, gewisten, BIND_NONE);
    while (next_row(&q)) {
        bool there = false;
        char nummer[24];
        TRY(seal_key_exists(seal, row_int(&q, "sleutel"), &there));
        (*n)++;
        if (row_bool(&q, "leeg") && (!there || row_bool(&q, "wacht")))
            continue;
        kandidaat_to_text(row_id(&q, "id", kandidaat_id), nummer, sizeof(nummer));
        text_printf(report, "erased: of %s %s\n", nummer,
                    row_bool(&q, "leeg") ? "the key is still in the key store"
                                         : "sealed data is still in the database");
        good = FAILED;
    }
    TRY(query_result(&q));
    return good;
}
