/* app/bewaren/stukken_gate.c: what one row of a list of papers, notes or requests destroys. Like uitvoeren_gate.c only
 * for what two coordinators decided. */
#include <string.h>

#include "app/bewaren/bewaren_store.h"
#include "core/clock.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(notities_weg, "DELETE FROM alle_notitie WHERE project_id = :rij");
/* The trace of a document stays (who, when, how large); its content and name go. */
STEWARD_SQL(documenten_weg, "UPDATE alle_document SET inhoud = NULL, naam = 'vernietigd', verwijderd_op = coalesce(verwijderd_op, :nu) WHERE project_id = :rij AND (inhoud IS NOT NULL OR naam <> 'vernietigd')");
STEWARD_SQL(plancontacten_weg, "UPDATE alle_plan SET contact_naam = NULL, contact_functie = NULL, contact_email = NULL, contact_telefoon = NULL WHERE project_id = :rij"
                               " AND coalesce(contact_naam, contact_functie, contact_email, contact_telefoon) IS NOT NULL");
STEWARD_SQL(verzoek_personen_weg, "DELETE FROM alle_verzoek_kandidaat WHERE verzoek_id = :rij");
STEWARD_SQL(verzoek_daden_weg, "DELETE FROM alle_verzoek_daad WHERE verzoek_id = :rij");
STEWARD_SQL(verzoek_weg, "UPDATE alle_verzoek SET identiteit = 'vernietigd', verlengd_reden = CASE verlengd_reden WHEN '' THEN '' ELSE 'vernietigd' END, uitkomst = 'vernietigd', sleutel = NULL, bericht = NULL, bereikbaar = NULL, vernietigd_op = :nu"
                         " WHERE id = :rij AND gesloten_op IS NOT NULL AND vernietigd_op IS NULL");
/* clang-format on */

static enum result papers(struct steward *s, int64_t rij, int64_t *stuks)
{
    int documents = 0, plans = 0;
    TRY(steward_write(s, documenten_weg, BIND(B("rij", rij), B("nu", clock_now())), &documents));
    TRY(steward_write(s, plancontacten_weg, BIND(B("rij", rij)), &plans));
    *stuks = documents + plans;
    return OK;
}

static enum result request_gone(struct steward *s, int64_t rij, int64_t *stuks)
{
    int n = 0;
    TRY(steward_write(s, verzoek_personen_weg, BIND(B("rij", rij)), NULL));
    TRY(steward_write(s, verzoek_daden_weg, BIND(B("rij", rij)), NULL));
    TRY(steward_write(s, verzoek_weg, BIND(B("rij", rij), B("nu", clock_now())), &n));
    *stuks = n;
    return OK;
}

enum result stuk_vernietigen(struct desk_job *job, const char *soort, int64_t rij, int64_t *stuks)
{
    struct steward *s = job_steward(job);
    int n = 0;
    if (strcmp(soort, "stukken") == 0)
        return papers(s, rij, stuks);
    if (strcmp(soort, "verzoek") == 0)
        return request_gone(s, rij, stuks);
    TRY(steward_write(s, notities_weg, BIND(B("rij", rij)), &n));
    *stuks = n;
    return OK;
}
