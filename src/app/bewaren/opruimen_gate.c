/* app/bewaren/opruimen_gate.c: every night: what is short-lived by nature goes when its class says so
 * (alle_bewaarklasse holds the terms), and how many went is kept. */
#include <stddef.h>

#include "app/bewaren/bewaren.h"
#include "data/desk.h"
#include "data/steward.h"

enum { ACCOUNTS = 50, VRAGEN = 200, BERICHTEN = 500 };

/* The moment before which a kind is over. */
#define GRENS(soort)                                                                                                                                   \
    "(SELECT CAST(strftime('%s', :nu, 'unixepoch', '-' || k.termijn || ' ' || k.eenheid) AS INTEGER) FROM alle_bewaarklasse k WHERE k.soort = '" soort \
    "')"
/* clang-format off */
STEWARD_SQL(weg_eenmalig, "DELETE FROM alle_eenmalig WHERE op < " GRENS("eenmalig"));
STEWARD_SQL(weg_concept, "DELETE FROM alle_concept WHERE verloopt < " GRENS("concept"));
STEWARD_SQL(weg_sessie, "DELETE FROM alle_sessie WHERE eind_op < " GRENS("sessie"));
STEWARD_SQL(weg_apparaat, "DELETE FROM alle_apparaat WHERE op < " GRENS("apparaat"));      /* its cookie has gone before */
STEWARD_SQL(weg_inlezing, "DELETE FROM alle_inlezing WHERE verloopt < " GRENS("inlezing"));
STEWARD_SQL(weg_link, "DELETE FROM alle_link WHERE verloopt_op < " GRENS("link"));
STEWARD_SQL(weg_bericht, "DELETE FROM alle_bericht WHERE id IN (SELECT b.id FROM alle_bericht b WHERE b.status <> 'wacht' AND coalesce(b.verzonden_op, b.gemaakt_op) < " GRENS("bericht") " LIMIT 500)");
#define OUDE_VRAGEN "(SELECT h.id FROM alle_bewaarklasse k CROSS JOIN alle_regio r LEFT JOIN alle_bewaartermijn t ON t.regio_id = r.id AND t.soort = k.soort JOIN alle_hulpvraag h ON h.regio_id = r.id" \
                    " WHERE k.soort = 'hulpvraag' AND h.staat IN ('beantwoord', 'gesloten')" \
                    " AND h.gewijzigd_op < CAST(strftime('%s', :nu, 'unixepoch', '-' || coalesce(t.termijn, k.termijn) || ' ' || k.eenheid) AS INTEGER) ORDER BY h.id LIMIT 200)"
STEWARD_SQL(weg_vraagregels, "DELETE FROM alle_hulpvraag_regel WHERE hulpvraag_id IN " OUDE_VRAGEN);
STEWARD_SQL(weg_hulpvraag, "DELETE FROM alle_hulpvraag WHERE id IN " OUDE_VRAGEN);
/* Not used since, and of no project that runs or was closed since. Nobody deputises for it or is deputised. A coordinator has no projects: only when blocked. */
STEWARD_SQL(oude_accounts, "SELECT g.id, o.regio_id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.anoniem_op IS NULL AND coalesce(g.laatst_in, g.gemaakt_op) < " GRENS("account")
                           " AND (o.soort <> 'coordinatiepunt' OR g.staat = 'geblokkeerd')"
                           " AND NOT EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND (p.afgerond_op IS NULL OR p.afgerond_op >= " GRENS("account") "))"
                           " AND NOT EXISTS (SELECT 1 FROM alle_waarneming w WHERE g.id IN (w.gebruiker_id, w.waarnemer_id) AND w.beeindigd_op IS NULL AND w.tm >= date(:nu, 'unixepoch'))"
                           " ORDER BY g.id LIMIT 50");
STEWARD_SQL(anoniem, "UPDATE alle_gebruiker SET naam = 'Oud-gebruiker ' || id, naam_sleutel = vouw('Oud-gebruiker ' || id), email = 'oud-' || id || '@vervallen.invalid', email_sleutel = 'oud-' || id || '@vervallen.invalid',"
                     " telefoon = '', functie = '', wachtwoord = NULL, totp = NULL, totp_nieuw = NULL, mail_uit = '', staat = 'geblokkeerd', anoniem_op = :nu, versie = versie + 1 WHERE id = :id");
STEWARD_SQL(account_sessies, "DELETE FROM alle_sessie WHERE gebruiker_id = :id");
STEWARD_SQL(account_apparaten, "DELETE FROM alle_apparaat WHERE gebruiker_id = :id");
STEWARD_SQL(account_links, "DELETE FROM alle_link WHERE gebruiker_id = :id");
STEWARD_SQL(account_concepten, "DELETE FROM alle_concept WHERE gebruiker = :id");
STEWARD_SQL(account_berichten, "DELETE FROM alle_bericht WHERE gebruiker_id = :id");
STEWARD_SQL(opgeruimd, "INSERT INTO alle_opruiming (dag, soort, aantal) VALUES (:dag, :soort, :aantal) ON CONFLICT DO UPDATE SET aantal = aantal + excluded.aantal");
/* clang-format on */

static enum result counted(struct steward *s, tijdstip now, const char *soort, int n)
{
    return n > 0 ? steward_write(s, opgeruimd,
                                 BIND(B("dag", tijdstip_to_datum(now)), B("soort", soort), B("aantal", n)), NULL)
                 : OK;
}

static enum result swept(struct steward *s, tijdstip now, const char *soort, struct steward_sql stmt, int *n)
{
    TRY(steward_write(s, stmt, BIND(B("nu", now)), n));
    return counted(s, now, soort, *n);
}

static enum result anonymous(struct steward *s, tijdstip now, gebruiker_id id, regio_id regio)
{
    const struct steward_sql traces[] = {account_sessies, account_apparaten, account_links, account_concepten,
                                         account_berichten};
    for (size_t i = 0; i < sizeof(traces) / sizeof(traces[0]); i++)
        TRY(steward_write(s, traces[i], BIND(B("id", id)), NULL));
    TRY(steward_write(s, anoniem, BIND(B("id", id), B("nu", now)), NULL));
    return steward_audit(
        s, (struct audit_line){.wat = "account.anoniem", .soort = "gebruiker", .rij = id.id, .regio = regio});
}

static enum result accounts_swept(struct steward *s, tijdstip now, int *n)
{
    struct {
        gebruiker_id id;
        regio_id regio;
    } rows[ACCOUNTS];
    struct arena *a = arena_new();
    enum result ended;
    *n = 0;
    {
        struct query q CLEAN = query(s, a, oude_accounts, BIND(B("nu", now)));
        while (*n < ACCOUNTS && next_row(&q)) {
            rows[*n].id = row_id(&q, "id", gebruiker_id);
            rows[(*n)++].regio = row_id(&q, "regio_id", regio_id);
        }
        ended = query_result(&q);
    }
    arena_free(a);
    TRY(ended);
    for (int i = 0; i < *n; i++)
        TRY(anonymous(s, now, rows[i].id, rows[i].regio));
    return counted(s, now, "account", *n);
}

enum result bewaren_opruimen(struct desk_job *job, tijdstip now, bool *meer)
{
    struct steward *s = job_steward(job);
    const struct {
        const char *soort;
        struct steward_sql stmt;
    } short_lived[] = {{"eenmalig", weg_eenmalig}, {"concept", weg_concept},   {"sessie", weg_sessie},
                       {"apparaat", weg_apparaat}, {"inlezing", weg_inlezing}, {"link", weg_link}};
    int n = 0, messages = 0, questions = 0, accounts = 0;
    for (size_t i = 0; i < sizeof(short_lived) / sizeof(short_lived[0]); i++)
        TRY(swept(s, now, short_lived[i].soort, short_lived[i].stmt, &n));
    TRY(swept(s, now, "bericht", weg_bericht, &messages));
    TRY(steward_write(s, weg_vraagregels, BIND(B("nu", now)), NULL));
    TRY(swept(s, now, "hulpvraag", weg_hulpvraag, &questions));
    TRY(accounts_swept(s, now, &accounts));
    *meer = messages == BERICHTEN || questions == VRAGEN || accounts == ACCOUNTS;
    return OK;
}
