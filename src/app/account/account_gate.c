#include "app/account/account_gate.h"

#include <liboath/oath.h>
#include <stdlib.h>
#include <string.h>

#include "app/account/account_crypto.h"
#include "app/account/account_password.h"
#include "app/mails.h"
#include "app/urls.h"
#include "core/clock.h"
#include "core/log.h"
#include "core/rnd.h"
#include "data/steward.h"

#define GATE_USER_COLUMNS                                                                                                                          \
    "SELECT g.id, g.organisatie_id, g.email, g.naam, g.wachtwoord, g.staat, g.totp, g.totp_nieuw, g.totp_stap, g.fouten, g.wacht_tot, g.mail_uit," \
    " o.naam AS organisatie, o.regio_id, r.cp_email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id LEFT JOIN alle_regio r ON r.id = o.regio_id"
STEWARD_SQL(gate_by_email, GATE_USER_COLUMNS " WHERE g.email_sleutel = :sleutel");
STEWARD_SQL(gate_by_id, GATE_USER_COLUMNS " WHERE g.id = :id");
STEWARD_SQL(gate_fail, "UPDATE alle_gebruiker SET fouten = :fouten, wacht_tot = :wacht WHERE id = :id");
STEWARD_SQL(
    gate_regios,
    "SELECT DISTINCT g.naam, coalesce(o.regio_id, p.regio_id) AS regio_id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id LEFT JOIN alle_koppeling k ON k.gebruiker_id = g.id AND o.regio_id IS NULL"
    " LEFT JOIN alle_project p ON p.id = k.project_id WHERE g.id = :id AND coalesce(o.regio_id, p.regio_id) IS NOT NULL ORDER BY 2");
STEWARD_SQL(gate_good, "UPDATE alle_gebruiker SET fouten = 0, wacht_tot = 0, laatst_in = :op WHERE id = :id");
STEWARD_SQL(gate_counters, "UPDATE alle_gebruiker SET fouten = 0, wacht_tot = 0 WHERE id = :id");
STEWARD_SQL(
    gate_session_insert,
    "INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op, adres, apparaat) VALUES (:kenmerk, :id, :stap, :op, :op, :eind, :adres, :apparaat)");
STEWARD_SQL(gate_session_delete, "DELETE FROM alle_sessie WHERE kenmerk = :kenmerk");
STEWARD_SQL(gate_sessions_delete, "DELETE FROM alle_sessie WHERE gebruiker_id = :id AND kenmerk IS NOT :kenmerk");
/* A text of a regio in force that is not accepted: of the own regio, or (opdrachtnemer, intermediair) of the regios of
 * their projects. As mijn_geheimhouding in scope.sql. */
#define OPEN_TEKST                                                                                                                                                                      \
    "EXISTS (SELECT 1 FROM alle_geheimhouding y WHERE y.geldt_vanaf <= :dag AND NOT EXISTS (SELECT 1 FROM alle_geheimhouding n WHERE n.regio_id = y.regio_id AND n.geldt_vanaf <= :dag" \
    " AND (n.geldt_vanaf, n.nr) > (y.geldt_vanaf, y.nr)) AND NOT EXISTS (SELECT 1 FROM alle_geheimhouding_akkoord a WHERE a.geheimhouding_id = y.id AND a.gebruiker_id = g.id)"         \
    " AND (y.regio_id = o.regio_id OR (o.regio_id IS NULL AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND p.regio_id = y.regio_id))))"
STEWARD_SQL(
    gate_session_row,
    "SELECT " OPEN_TEKST
    " AS open_tekst, s.stap, s.gezien_op, s.eind_op, g.id, g.organisatie_id, g.naam, g.email, g.staat, g.geheimhouding, o.soort, o.naam AS organisatie, o.regio_id, r.naam AS regio, h.thema_kenmerk, h.logo_kenmerk, h.logo_alt,"
    /* a handful of rows, mostly none within its time; only then it is asked which regios an opdrachtnemer or
       intermediair has to do with */
    " (SELECT group_concat(w.tekst, ' · ') FROM alle_onderhoud w WHERE :nu >= w.van AND :nu < w.tot AND (w.regio_id = o.regio_id OR (o.regio_id IS NULL AND ("
    "EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND p.regio_id = w.regio_id)"
    " OR EXISTS (SELECT 1 FROM alle_waarneming d JOIN alle_koppeling k ON k.gebruiker_id = d.gebruiker_id JOIN alle_project p ON p.id = k.project_id WHERE d.waarnemer_id = g.id"
    " AND d.beeindigd_op IS NULL AND vandaag() BETWEEN d.van AND d.tm AND p.regio_id = w.regio_id AND (d.regio_id IS NULL OR d.regio_id = w.regio_id)))))) AS onderhoud"
    " FROM alle_sessie s JOIN alle_gebruiker g ON g.id = s.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id"
    " LEFT JOIN alle_regio r ON r.id = o.regio_id LEFT JOIN alle_huisstijl h ON h.regio_id = o.regio_id AND h.staat = 'gepubliceerd' WHERE s.kenmerk = :kenmerk");
STEWARD_SQL(gate_session_seen, "UPDATE alle_sessie SET gezien_op = :op WHERE kenmerk = :kenmerk");
STEWARD_SQL(gate_totp_step, "UPDATE alle_gebruiker SET totp_stap = :stap WHERE id = :id AND totp_stap < :stap");
STEWARD_SQL(
    gate_devices,
    "SELECT count(*) AS n, coalesce(sum(kenmerk = :kenmerk), 0) AS deze FROM alle_apparaat WHERE gebruiker_id = :id");
STEWARD_SQL(
    gate_device_insert,
    "INSERT INTO alle_apparaat (gebruiker_id, kenmerk, op) VALUES (:id, :kenmerk, :op) ON CONFLICT DO UPDATE SET op = excluded.op");
STEWARD_SQL(
    gate_attempt,
    "INSERT INTO alle_instelling (naam, waarde) VALUES ('poging zonder gevolg', :op) ON CONFLICT DO UPDATE SET waarde = excluded.waarde");
STEWARD_SQL(
    gate_link_insert,
    "INSERT INTO alle_link (kenmerk, gebruiker_id, soort, gemaakt_op, verloopt_op) VALUES (:kenmerk, :id, :soort, :op, :verloopt)");
STEWARD_SQL(gate_link_count,
            "SELECT count(*) AS n FROM alle_link WHERE gebruiker_id = :id AND soort = :soort AND gemaakt_op > :sinds");
STEWARD_SQL(gate_link_row,
            "SELECT gebruiker_id, soort, verloopt_op, gebruikt_op FROM alle_link WHERE kenmerk = :kenmerk");
STEWARD_SQL(
    gate_link_used,
    "UPDATE alle_link SET gebruikt_op = :op WHERE gebruiker_id = (SELECT gebruiker_id FROM alle_link WHERE kenmerk = :kenmerk) AND soort = 'herstel' AND gebruikt_op IS NULL");
STEWARD_SQL(
    gate_password,
    "UPDATE alle_gebruiker SET wachtwoord = coalesce(:hash, wachtwoord), staat = CASE staat WHEN 'uitgenodigd' THEN 'actief' ELSE staat END, fouten = 0, wacht_tot = 0, versie = versie + 1"
    " WHERE id = :id");
STEWARD_SQL(gate_totp_new, "UPDATE alle_gebruiker SET totp_nieuw = :totp WHERE id = :id AND totp IS NULL");
STEWARD_SQL(
    gate_totp_set,
    "UPDATE alle_gebruiker SET totp = totp_nieuw, totp_nieuw = NULL, totp_stap = :stap, versie = versie + 1 WHERE id = :id AND totp IS NULL AND totp_nieuw IS NOT NULL");
STEWARD_SQL(
    gate_totp_reset,
    "UPDATE alle_gebruiker SET totp = NULL, totp_nieuw = NULL, totp_stap = 0, versie = versie + 1 WHERE id = :id");
STEWARD_SQL(
    gate_user_insert,
    "INSERT INTO alle_gebruiker (organisatie_id, email, email_sleutel, naam, naam_sleutel, telefoon, functie, staat, wachtwoord, gemaakt_op)"
    " VALUES (:organisatie, :email, :sleutel, :naam, vouw(:naam), :telefoon, :functie, :staat, :hash, :op)");
STEWARD_SQL(gate_totp_seed, "UPDATE alle_gebruiker SET totp = :totp WHERE id = :id");

struct steward *gate_of(const struct request *r)
{
    return r->job ? job_steward(r->job) : r->gate;
}

static struct blob kenmerk_of(const char *token, struct arena *a)
{
    uint8_t *hash = arena_alloc(a, 32);
    token_hash(token, hash);
    return (struct blob){hash, 32};
}

enum result gate_session_kenmerk(const char *token, struct arena *a, struct blob *out)
{
    *out = kenmerk_of(token, a);
    return OK;
}

static enum result user_read(struct query *q, struct gate_user *u)
{
    TRY(one_row(q));
    *u = (struct gate_user){
        .id = row_id(q, "id", gebruiker_id),
        .organisatie = row_id(q, "organisatie_id", organisatie_id),
        .email = row_text(q, "email"),
        .naam = row_text(q, "naam"),
        .organisatie_naam = row_text(q, "organisatie"),
        .wachtwoord = row_text(q, "wachtwoord"),
        .staat = row_text(q, "staat"),
        .reply_to = row_text(q, "cp_email"),
        .mail_uit = row_text_or(q, "mail_uit", ""),
        .regio = row_id(q, "regio_id", regio_id),
        .totp = row_blob(q, "totp"),
        .totp_nieuw = row_blob(q, "totp_nieuw"),
        .totp_stap = row_int(q, "totp_stap"),
        .fouten = (int)row_int(q, "fouten"),
        .wacht_tot = row_tijdstip(q, "wacht_tot"),
    };
    return OK;
}

enum result gate_user_by_email(struct steward *s, struct arena *a, const char *email, struct gate_user *out)
{
    char *key = arena_alloc(a, 255);
    email_key(email, key, 255);
    struct query q CLEAN = query(s, a, gate_by_email, BIND(B("sleutel", key)));
    return user_read(&q, out);
}

enum result gate_user_by_id(struct steward *s, struct arena *a, gebruiker_id id, struct gate_user *out)
{
    struct query q CLEAN = query(s, a, gate_by_id, BIND(B("id", id)));
    return user_read(&q, out);
}

enum { LOGGED_FIRST = 5 };

/* Wrong attempts in a row that are written in the log: where the waiting begins, and at each doubling: who guesses
 * cannot fill it. */
static bool is_logged(int fouten)
{
    int n = LOGGED_FIRST;
    while (n < fouten)
        n *= 2;
    return n == fouten;
}

/* In the log of each coordinatiepunt that may help this user. */
static enum result attempts_log(struct steward *s, gebruiker_id id, int fouten)
{
    enum { MOST = 20 };
    struct arena *a = arena_new();
    regio_id regios[MOST];
    const char *naam = "";
    size_t n = 0;
    struct query q = query(s, a, gate_regios, BIND(B("id", id)));
    while (n < MOST && next_row(&q)) {
        naam = row_text(&q, "naam");
        regios[n++] = row_id(&q, "regio_id", regio_id);
    }
    enum result ended = query_result(&q);
    query_end(&q);
    for (size_t i = 0; ended == OK && i < n; i++)
        ended = steward_audit(
            s, (struct audit_line){.wat = "inloggen.vertraagd",
                                   .soort = "gebruiker",
                                   .rij = id.id,
                                   .regio = regios[i],
                                   .na = arena_printf(a, "%s: %d verkeerde pogingen op rij", naam, fouten)});
    arena_free(a);
    return ended;
}

enum result gate_failed(struct steward *s, gebruiker_id id, int fouten, tijdstip now)
{
    if (is_logged(fouten))
        TRY(attempts_log(s, id, fouten));
    return steward_write(
        s, gate_fail, BIND(B("id", id), B("fouten", fouten), B("wacht", (tijdstip){now.sec + login_wait_sec(fouten)})),
        NULL);
}

enum result gate_calm(struct steward *s, gebruiker_id id, tijdstip now)
{
    return steward_write(s, gate_good, BIND(B("id", id), B("op", now)), NULL);
}

enum result gate_calm_counters(struct steward *s, gebruiker_id id)
{
    return steward_write(s, gate_counters, BIND(B("id", id)), NULL);
}

enum result gate_nobody(struct steward *s, tijdstip now)
{
    struct arena *a = arena_new();
    enum result ended =
        steward_write(s, gate_attempt, BIND(B("op", (const char *)arena_printf(a, "%lld", (long long)now.sec))), NULL);
    arena_free(a);
    return ended;
}

/* ---- sessions ---- */

enum result gate_session_new(struct steward *s, const struct request *r, gebruiker_id id, const char *stap,
                             char token[44])
{
    rnd_token(token);
    tijdstip end = {r->now.sec + (int64_t)r->site->config->session_total_min * 60};
    return steward_write(s, gate_session_insert,
                         BIND(B("kenmerk", kenmerk_of(token, r->arena)), B("id", id), B("stap", stap), B("op", r->now),
                              B("eind", end), B("adres", r->address),
                              B("apparaat", r->user_agent ? r->user_agent : "")),
                         NULL);
}

enum result gate_session_end(struct steward *s, const char *token)
{
    struct arena *a = arena_new();
    enum result ended = steward_write(s, gate_session_delete, BIND(B("kenmerk", kenmerk_of(token, a))), NULL);
    arena_free(a);
    return ended;
}

enum result gate_sessions_end_all(struct steward *s, gebruiker_id id, const char *but_token)
{
    struct arena *a = arena_new();
    struct blob but = but_token ? kenmerk_of(but_token, a) : (struct blob){NULL, 0};
    enum result ended = steward_write(s, gate_sessions_delete, BIND(B("id", id), B("kenmerk", but)), NULL);
    arena_free(a);
    return ended;
}

static enum soort soort_of(const char *soort)
{
    static const struct {
        const char *word;
        enum soort soort;
    } table[] = {{"opdrachtgever", SOORT_OG},
                 {"opdrachtnemer", SOORT_ON},
                 {"intermediair", SOORT_IM},
                 {"wsp", SOORT_AM},
                 {"coordinatiepunt", SOORT_CP}};
    for (size_t i = 0; i < 5; i++)
        if (strcmp(table[i].word, soort) == 0)
            return table[i].soort;
    return (enum soort)0;
}

enum result account_session_find(struct steward *gate, struct arena *a, const char *token, tijdstip now,
                                 const struct config *c, struct session_found *out)
{
    *out = (struct session_found){.state = 0};
    struct query q CLEAN =
        query(gate, a, gate_session_row,
              BIND(B("kenmerk", kenmerk_of(token, a)), B("nu", now), B("dag", tijdstip_to_datum(now))));
    enum result found = one_row(&q);
    if (found == NOT_FOUND)
        return OK;
    TRY(found);
    if (strcmp(row_text_or(&q, "staat", ""), "actief") != 0)
        return OK;
    int64_t idle_end = row_int(&q, "gezien_op") + (int64_t)c->session_idle_min * 60, end = row_int(&q, "eind_op");
    out->until = (tijdstip){idle_end < end ? idle_end : end};
    bool half = strcmp(row_text_or(&q, "stap", ""), "half") == 0;
    if (now.sec >= out->until.sec) {
        out->expired = true;
        out->expired_user = half ? (gebruiker_id){0} : row_id(&q, "id", gebruiker_id);
        return OK;
    }
    out->state = half                                                                                ? WHO_HALF
                 : row_int(&q, "geheimhouding") < GEHEIMHOUDING_VERSIE || row_bool(&q, "open_tekst") ? WHO_UNSIGNED
                                                                                                     : WHO_ALL;
    out->viewer = (struct viewer){
        .gebruiker = row_id(&q, "id", gebruiker_id),
        .organisatie = row_id(&q, "organisatie_id", organisatie_id),
        .regio = row_id(&q, "regio_id", regio_id),
        .soort = soort_of(row_text_or(&q, "soort", "")),
        .naam = row_text(&q, "naam"),
        .email = row_text(&q, "email"),
        .organisatie_naam = row_text(&q, "organisatie"),
        .regio_naam = row_text_or(&q, "regio", ""),
        .onderhoud = row_text(&q, "onderhoud"),
        .thema = row_text(&q, "thema_kenmerk"),
        .logo = row_text(&q, "logo_kenmerk"),
        .logo_alt = row_text(&q, "logo_alt"),
    };
    return OK;
}

enum result account_session_touch(struct steward *gate, const char *token, tijdstip now)
{
    struct arena *a = arena_new();
    enum result ended =
        steward_write(gate, gate_session_seen, BIND(B("kenmerk", kenmerk_of(token, a)), B("op", now)), NULL);
    arena_free(a);
    return ended;
}

/* ---- two-factor ---- */

enum result gate_totp_use(struct steward *s, gebruiker_id id, int64_t step, bool *first)
{
    int changed = 0;
    TRY(steward_write(s, gate_totp_step, BIND(B("id", id), B("stap", step)), &changed));
    *first = changed == 1;
    return OK;
}

static enum result totp_seal(struct seal *seal, struct arena *a, gebruiker_id id, struct blob secret, struct blob *out)
{
    return seal_bytes(seal, SEAL_SYSTEM, "gebruiker.totp", id.id, secret, a, out);
}

enum result gate_totp_propose(struct steward *s, struct seal *seal, struct arena *a, gebruiker_id id)
{
    uint8_t *secret = arena_alloc(a, TOTP_SECRET);
    struct blob sealed;
    rnd_bytes(secret, TOTP_SECRET);
    TRY(totp_seal(seal, a, id, (struct blob){secret, TOTP_SECRET}, &sealed));
    return steward_write(s, gate_totp_new, BIND(B("id", id), B("totp", sealed)), NULL);
}

enum result gate_totp_confirm(struct steward *s, gebruiker_id id, int64_t step)
{
    int changed = 0;
    TRY(steward_write(s, gate_totp_set, BIND(B("id", id), B("stap", step)), &changed));
    return changed == 1 ? OK : CONFLICT;
}

enum result gate_totp_open(struct seal *seal, struct arena *a, gebruiker_id id, struct blob sealed, struct blob *secret)
{
    return seal_open_bytes(seal, "gebruiker.totp", id.id, sealed, a, secret);
}

/* A browser is told apart by a cookie of its own, not by its name: whoever steals a password may well use the same
 * browser. */
enum result gate_device_seen(struct steward *s, struct seal *seal, gebruiker_id id, const char *device, tijdstip now,
                             bool *new_one, bool *any_before)
{
    uint8_t tag[32];
    seal_tag(seal, "apparaat", device, strlen(device), tag);
    struct blob kenmerk = {tag, sizeof(tag)};
    struct arena *a = arena_new();
    enum result ended;
    {
        struct query q CLEAN = query(s, a, gate_devices, BIND(B("id", id), B("kenmerk", kenmerk)));
        ended = one_row(&q);
        *any_before = ended == OK && row_int(&q, "n") > 0;
        *new_one = ended == OK && row_int(&q, "deze") == 0;
    }
    arena_free(a);
    TRY(ended);
    return steward_write(s, gate_device_insert, BIND(B("id", id), B("kenmerk", kenmerk), B("op", now)), NULL);
}

/* ---- links ---- */

enum result gate_link_new(struct steward *s, gebruiker_id id, const char *soort, tijdstip now, char token[44])
{
    uint8_t hash[32];
    rnd_token(token);
    token_hash(token, hash);
    int64_t life = strcmp(soort, "welkom") == 0 ? (int64_t)WELCOME_DAYS * 86400 : (int64_t)LINK_HOURS * 3600;
    return steward_write(s, gate_link_insert,
                         BIND(B("kenmerk", ((struct blob){hash, 32})), B("id", id), B("soort", soort), B("op", now),
                              B("verloopt", (tijdstip){now.sec + life})),
                         NULL);
}

enum result gate_links_since(struct steward *s, struct arena *a, gebruiker_id id, const char *soort, tijdstip since,
                             int *out)
{
    struct query q CLEAN = query(s, a, gate_link_count, BIND(B("id", id), B("soort", soort), B("sinds", since)));
    TRY(one_row(&q));
    *out = (int)row_int(&q, "n");
    return OK;
}

enum result gate_link_find(struct steward *s, struct arena *a, const char *token, struct gate_link *out)
{
    struct query q CLEAN = query(s, a, gate_link_row, BIND(B("kenmerk", kenmerk_of(token, a))));
    TRY(one_row(&q));
    *out = (struct gate_link){row_id(&q, "gebruiker_id", gebruiker_id), row_text(&q, "soort"),
                              row_tijdstip(&q, "verloopt_op"), row_tijdstip(&q, "gebruikt_op")};
    return OK;
}

enum result gate_link_use(struct steward *s, const char *token, tijdstip now)
{
    struct arena *a = arena_new();
    enum result ended = steward_write(s, gate_link_used, BIND(B("kenmerk", kenmerk_of(token, a)), B("op", now)), NULL);
    arena_free(a);
    return ended;
}

enum result gate_password_set(struct steward *s, gebruiker_id id, const char *hash)
{
    return steward_write(s, gate_password, BIND(B("id", id), B("hash", hash)), NULL);
}

/* ---- for commands and the demo ---- */

static enum result seed_secret(struct steward *s, struct seal *seal, struct arena *a, gebruiker_id id,
                               const char *base32)
{
    char *raw = NULL;
    size_t n = 0;
    if (oath_base32_decode(base32, strlen(base32), &raw, &n) != OATH_OK)
        return fail("a TOTP secret that is no base32");
    struct blob sealed;
    enum result ended = totp_seal(seal, a, id, (struct blob){raw, n}, &sealed);
    free(raw);
    TRY(ended);
    return steward_write(s, gate_totp_seed, BIND(B("id", id), B("totp", sealed)), NULL);
}

enum result account_add(struct steward *s, struct seal *seal, const struct config *c, struct arena *a,
                        const struct account_seed *who, tijdstip now, gebruiker_id *out, const char **link)
{
    char token[44], *key = arena_alloc(a, 255);
    *link = NULL;
    email_key(who->email, key, 255);
    TRY(steward_insert(s, gate_user_insert,
                       BIND(B("organisatie", who->organisatie), B("email", who->email), B("sleutel", key),
                            B("naam", who->naam), B("telefoon", who->telefoon ? who->telefoon : ""),
                            B("functie", who->functie ? who->functie : ""),
                            B("staat", who->hash ? "actief" : "uitgenodigd"), B("hash", who->hash), B("op", now)),
                       &out->id));
    TRY(steward_audit(s, (struct audit_line){.wat = "account.maken", .soort = "gebruiker", .rij = out->id}));
    if (who->totp_base32)
        TRY(seed_secret(s, seal, a, *out, who->totp_base32));
    if (who->hash)
        return OK;
    struct gate_user u;
    TRY(gate_user_by_id(s, a, *out, &u));
    TRY(gate_link_new(s, *out, "welkom", now, token));
    url to = url_welcome(token);
    *link = arena_printf(a, "%s%s", c->base_url, to.path);
    return mail_send_steward(
        s, c, a, MAIL_WELKOM, (struct mail_to){*out, u.email, u.naam, u.reply_to}, "gebruiker", out->id, to,
        (struct mail_view){.by = "de beheerder van de Social Return Monitor", .organisatie = u.organisatie_naam}, now);
}

enum result account_reset_2fa(struct steward *s, const struct config *c, struct arena *a, const char *email,
                              tijdstip now)
{
    struct gate_user u;
    TRY(gate_user_by_email(s, a, email, &u));
    TRY(steward_write(s, gate_totp_reset, BIND(B("id", u.id)), NULL));
    TRY(gate_sessions_end_all(s, u.id, NULL));
    TRY(steward_audit(s, (struct audit_line){.wat = "account.twee_factor_reset",
                                             .soort = "gebruiker",
                                             .rij = u.id.id,
                                             .regio = u.regio,
                                             .na = "door de beheerder van de server"}));
    return mail_send_steward(s, c, a, MAIL_TWEE_FACTOR_GERESET, (struct mail_to){u.id, u.email, u.naam, u.reply_to},
                             "gebruiker", u.id.id, url_forgotten(), (struct mail_view){.by = "de beheerder"}, now);
}
