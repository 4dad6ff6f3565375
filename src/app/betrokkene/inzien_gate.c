/* app/betrokkene/inzien_gate.c: what the code of a kandidatenbrief opens. Each statement is bound to one letter, one
 * person or what is that person's. */
#include "app/betrokkene/inzien_gate.h"

#include <string.h>

#include "app/betrokkene/brief_rules.h"
#include "app/betrokkene/vastgelegd.h"
#include "app/labels.h"
#include "app/mails.h"
#include "app/urls.h"
#include "core/rnd.h"
#include "data/seal.h"
#include "data/steward.h"
#include "web/route.h"

/* clang-format off */
STEWARD_SQL(inzien_pogingen, "SELECT coalesce(sum(fout), 0) AS fout FROM alle_brief_poging WHERE uur = :uur");
STEWARD_SQL(inzien_poging, "INSERT INTO alle_brief_poging (uur, fout) VALUES (:uur, 1) ON CONFLICT DO UPDATE SET fout = fout + 1");
STEWARD_SQL(inzien_code, "SELECT b.id, b.kandidaat_id, b.regio_id, b.op, b.fouten, k.geboortedatum FROM alle_brief b JOIN alle_kandidaat k ON k.id = b.kandidaat_id"
                         " WHERE b.code = :code AND b.verloopt_op > :nu AND (b.gebruikt_op IS NULL OR b.gebruikt_op > :nu - :open) AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL");
STEWARD_SQL(inzien_fout, "UPDATE alle_brief SET fouten = fouten + 1 WHERE id = :id AND fouten < :most");
STEWARD_SQL(inzien_slot, "UPDATE alle_brief SET code = NULL, vervolg = NULL, einde_op = :nu, einde = 'op_slot' WHERE id = :id AND fouten >= :most AND einde IS NULL");
STEWARD_SQL(inzien_gebruikt, "UPDATE alle_brief SET gebruikt_op = coalesce(gebruikt_op, :nu), vervolg = :vervolg WHERE id = :id");
STEWARD_SQL(inzien_tot, "SELECT gebruikt_op FROM alle_brief WHERE id = :id");
STEWARD_SQL(inzien_met, "SELECT b.id, b.kandidaat_id, b.regio_id, b.op, b.gebruikt_op FROM alle_brief b JOIN alle_kandidaat k ON k.id = b.kandidaat_id"
                        " WHERE b.vervolg = :vervolg AND b.gebruikt_op > :nu - :open AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL");
STEWARD_SQL(inzien_klaar, "UPDATE alle_brief SET code = NULL, vervolg = NULL, einde_op = :nu, einde = 'gebruikt' WHERE id = :id AND einde IS NULL");
STEWARD_SQL(inzien_persoon, "SELECT naam, initialen, adres, postcode, plaats, geboortedatum, geinformeerd_op, toestemming_op FROM alle_kandidaat WHERE id = :id AND gewist_op IS NULL AND geblokkeerd_op IS NULL");
STEWARD_SQL(inzien_wie, "SELECT k.leeftijdsklasse, o.naam, r.naam AS regio, r.grondslag, r.privacytekst, r.bewaar_jaren FROM alle_kandidaat k JOIN alle_organisatie o ON o.id = k.opdrachtnemer_id"
                        " JOIN alle_regio r ON r.id = (SELECT b.regio_id FROM alle_brief b WHERE b.kandidaat_id = k.id ORDER BY b.id DESC LIMIT 1) WHERE k.id = :id");
STEWARD_SQL(inzien_inzet, "SELECT i.id, p.naam, g.naam AS opdrachtgever, n.naam AS opdrachtnemer, i.status, i.prognose_cent FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id"
                          " JOIN alle_organisatie g ON g.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id WHERE i.kandidaat_id = :id ORDER BY i.id LIMIT 100");
STEWARD_SQL(inzien_versies, "SELECT v.id, v.versie, v.op, '' AS wie, v.overeenkomst, v.functie, v.toelichting, v.reden, v.start, v.eind, v.uit_dienst, b.label FROM alle_inzet_versie v"
                            " JOIN alle_bouwblok b ON b.id = v.bouwblok_id WHERE v.inzet_id = :id ORDER BY v.versie LIMIT 50");
STEWARD_SQL(inzien_uren, "SELECT vanaf, uren FROM alle_inzet_uren WHERE versie_id = :id ORDER BY vanaf LIMIT 40");
STEWARD_SQL(inzien_antwoorden, "SELECT t.vraag, a.waarde FROM alle_inzet_antwoord a JOIN alle_attribuut t ON t.naam = a.attribuut WHERE a.versie_id = :id ORDER BY a.attribuut LIMIT 40");
STEWARD_SQL(inzien_lezingen, "SELECT l.op, coalesce(o.naam, '') AS organisatie FROM alle_inzet i JOIN alle_audit l ON l.project = i.project_id AND l.wat = 'kandidaat.lezen' AND l.soort = 'inzet' AND l.rij = i.id"
                             " LEFT JOIN alle_organisatie o ON o.id = l.organisatie WHERE i.kandidaat_id = :id ORDER BY l.id LIMIT 500");
STEWARD_SQL(inzien_controles, "SELECT t.inzet_id, s.op, 'steekproef ' || t.steekproef_id AS wat, coalesce((SELECT group_concat(z.soort || ' op ' || z.dag, ', ') FROM alle_gezien z WHERE z.item_id = t.id AND z.ingetrokken_op IS NULL), '') AS gezien,"
                              " t.uitkomst, t.opmerking, t.antwoord, '' AS sha256 FROM alle_steekproef_item t JOIN alle_steekproef s ON s.id = t.steekproef_id JOIN alle_inzet i ON i.id = t.inzet_id WHERE i.kandidaat_id = :id"
                              " UNION ALL SELECT b.inzet_id, b.op, 'vooraf vastgelegd bewijs: ' || b.soort || ' van ' || b.dag, '', NULL, b.ingetrokken_reden, '', b.sha256 FROM alle_bewijs b JOIN alle_inzet i ON i.id = b.inzet_id WHERE i.kandidaat_id = :id"
                              " ORDER BY op LIMIT 500");
STEWARD_SQL(inzien_regios, "SELECT DISTINCT r.id, r.naam, r.cp_naam, r.cp_email, r.cp_telefoon, r.cp_tijden FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id"
                           " WHERE i.kandidaat_id = :id ORDER BY r.naam");
STEWARD_SQL(inzien_verzoek_maken, "INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, op, sleutel, bericht, bereikbaar) VALUES (:regio, :soort, :dag, :identiteit, :nu, :sleutel, :bericht, :bereikbaar)");
STEWARD_SQL(inzien_verzoek_wie, "INSERT INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op) VALUES (:id, :wie, :nu)");
STEWARD_SQL(inzien_coordinatoren, "SELECT g.id, g.email, g.naam FROM alle_organisatie o JOIN alle_gebruiker g ON g.organisatie_id = o.id WHERE o.regio_id = :regio AND o.soort = 'coordinatiepunt' AND g.staat = 'actief'"
                                  " ORDER BY g.id");
STEWARD_SQL(codes_voorbij, "UPDATE alle_brief SET code = NULL, vervolg = NULL, einde_op = :nu, einde = CASE WHEN gebruikt_op IS NULL THEN 'verlopen' ELSE 'gebruikt' END"
                           " WHERE code IS NOT NULL AND (verloopt_op <= :nu OR gebruikt_op <= :nu - :open)");
STEWARD_SQL(pogingen_voorbij, "DELETE FROM alle_brief_poging WHERE uur < :nu / 3600 - 720");
STEWARD_SQL(berichten_voorbij, "UPDATE alle_verzoek SET sleutel = NULL, bericht = NULL, bereikbaar = NULL WHERE sleutel IS NOT NULL AND gesloten_op < :nu - 31536000");
/* clang-format on */

enum { OPEN_SEC = BRIEF_OPEN_MIN * 60, REGIOS_MOST = 20 };

/* ---- opening ---- */

static enum result count_attempt(struct request *r)
{
    struct steward *s = job_steward(r->job);
    int64_t n;
    TRY(steward_write(s, inzien_poging, BIND(bind_int("uur", r->now.sec / 3600)), NULL));
    {
        struct query q CLEAN = query(s, r->arena, inzien_pogingen, BIND(bind_int("uur", r->now.sec / 3600)));
        TRY(one_row(&q));
        n = row_int(&q, "fout");
    }
    if (n == 10 || n == 100 || n == BRIEF_POGINGEN_MOST) /* aggregated: somebody is trying */
        job_audit(r->job,
                  (struct audit_line){.wat = "brief.pogingen",
                                      .soort = "brief",
                                      .rij = 0,
                                      .na = arena_printf(r->arena, "%lld mislukte pogingen in dit uur", (long long)n)});
    else
        job_unlogged(r->job, "mislukte poging");
    return OK;
}

static enum result wrong_date(struct request *r, const struct inzien *i)
{
    struct steward *s = job_steward(r->job);
    int locked = 0;
    char nummer[24];
    TRY(steward_write(s, inzien_fout, BIND(bind_int("id", i->brief), bind_i32("most", BRIEF_FOUTEN_MOST)), NULL));
    TRY(steward_write(s, inzien_slot,
                      BIND(bind_int("id", i->brief), bind_i32("most", BRIEF_FOUTEN_MOST), B("nu", r->now)), &locked));
    if (locked == 0)
        return OK;
    kandidaat_to_text(i->kandidaat, nummer, sizeof(nummer));
    job_audit(r->job, (struct audit_line){.wat = "brief.op_slot",
                                          .soort = "kandidaat",
                                          .rij = i->kandidaat.id,
                                          .regio = i->regio,
                                          .na = arena_strdup(r->arena, nummer)});
    return OK;
}

/* An unknown code costs what a known one costs: a sealed date is handled and the same rows are written (none changes).
 */
static enum result letter_find(struct request *r, const char *code, datum geboren, struct inzien *out, bool *good)
{
    uint8_t tag[32];
    const char *opened = NULL;
    struct blob none;
    *good = false;
    *out = (struct inzien){.brief = 0};
    brief_kenmerk(r->seal, code, tag);
    struct query q CLEAN =
        query(job_steward(r->job), r->arena, inzien_code,
              BIND(B("code", ((struct blob){tag, sizeof(tag)})), B("nu", r->now), bind_i32("open", OPEN_SEC)));
    enum result found = one_row(&q);
    if (found == NOT_FOUND)
        return seal_text(r->seal, SEAL_SYSTEM, "kandidaat.geboortedatum", 0, "2000-01-01", r->arena, &none);
    TRY(found);
    *out = (struct inzien){.brief = row_int(&q, "id"),
                           .kandidaat = row_id(&q, "kandidaat_id", kandidaat_id),
                           .regio = row_id(&q, "regio_id", regio_id),
                           .op = row_tijdstip(&q, "op")};
    enum result there =
        seal_open_text(r->seal, "kandidaat.geboortedatum", 0, row_blob(&q, "geboortedatum"), r->arena, &opened);
    if (there == NOT_FOUND) /* the key is gone: a backup of before an erasing was put back */
        return OK;
    TRY(there);
    *good = opened && datum_from_iso(opened).dag == geboren.dag && !datum_is_none(geboren);
    return OK;
}

static enum result opened_keep(struct request *r, struct inzien *out)
{
    struct steward *s = job_steward(r->job);
    uint8_t hash[32];
    char nummer[24];
    rnd_token(out->vervolg);
    token_hash(out->vervolg, hash);
    TRY(steward_write(
        s, inzien_gebruikt,
        BIND(bind_int("id", out->brief), B("nu", r->now), B("vervolg", ((struct blob){hash, sizeof(hash)}))), NULL));
    struct query q CLEAN = query(s, r->arena, inzien_tot, BIND(bind_int("id", out->brief)));
    TRY(one_row(&q));
    out->tot = (tijdstip){row_tijdstip(&q, "gebruikt_op").sec + OPEN_SEC};
    kandidaat_to_text(out->kandidaat, nummer, sizeof(nummer));
    job_audit(r->job, (struct audit_line){.wat = "brief.gebruikt",
                                          .soort = "kandidaat",
                                          .rij = out->kandidaat.id,
                                          .regio = out->regio,
                                          .na = arena_strdup(r->arena, nummer)});
    return OK;
}

enum result inzien_openen(struct request *r, const char *code, datum geboren, struct inzien *out)
{
    bool good;
    {
        struct query q CLEAN =
            query(job_steward(r->job), r->arena, inzien_pogingen, BIND(bind_int("uur", r->now.sec / 3600)));
        TRY(one_row(&q));
        if (row_int(&q, "fout") >= BRIEF_POGINGEN_MOST)
            return BUSY;
    }
    TRY(letter_find(r, code, geboren, out, &good));
    if (good)
        return opened_keep(r, out);
    TRY(wrong_date(r, out));
    TRY(count_attempt(r));
    return NOT_FOUND;
}

/* ---- reading ---- */

static struct query ask_own(const struct vastgelegd_bron *b, struct arena *a, enum vastgelegd_vraag what, int64_t id)
{
    const struct steward_sql stmts[VRAGEN] = {[VRAAG_WIE] = inzien_wie,
                                              [VRAAG_INZET] = inzien_inzet,
                                              [VRAAG_VERSIES] = inzien_versies,
                                              [VRAAG_UREN] = inzien_uren,
                                              [VRAAG_ANTWOORDEN] = inzien_antwoorden,
                                              [VRAAG_LEZINGEN] = inzien_lezingen,
                                              [VRAAG_CONTROLES] = inzien_controles};
    return query((struct steward *)b->db, a, stmts[what], BIND(B("id", id)));
}

static enum result contacts_read(struct request *r, kandidaat_id who, struct inzien_view *out)
{
    out->contacten = ARENA_ARRAY(r->arena, struct inzien_contact, REGIOS_MOST);
    struct query q CLEAN = query(job_steward(r->job), r->arena, inzien_regios, BIND(B("id", who)));
    while (out->n_contacten < REGIOS_MOST && next_row(&q))
        out->contacten[out->n_contacten++] =
            (struct inzien_contact){row_text(&q, "naam"), row_text(&q, "cp_naam"), row_text(&q, "cp_email"),
                                    row_text(&q, "cp_telefoon"), row_text(&q, "cp_tijden")};
    return query_result(&q);
}

enum result inzien_read(struct request *r, const struct inzien *i, struct inzien_view *out)
{
    out->v = ARENA_NEW(r->arena, struct vastgelegd);
    TRY(vastgelegd_fill(&(struct vastgelegd_bron){ask_own, job_steward(r->job)}, r->arena, i->kandidaat, out->v));
    out->v->zelf = true;
    TRY(contacts_read(r, i->kandidaat, out));
    struct query q CLEAN = query(job_steward(r->job), r->arena, inzien_persoon, BIND(B("id", i->kandidaat)));
    TRY(one_row(&q));
    return kandidaat_wie(&q, r->seal, &out->v->wie);
}

/* ---- one request, and the end ---- */

enum result inzien_vervolg(struct request *r, const char *vervolg, struct inzien *out)
{
    uint8_t hash[32];
    if (!vervolg || strlen(vervolg) != RND_TOKEN_TEXT - 1)
        return NOT_FOUND;
    token_hash(vervolg, hash);
    struct query q CLEAN =
        query(job_steward(r->job), r->arena, inzien_met,
              BIND(B("vervolg", ((struct blob){hash, sizeof(hash)})), B("nu", r->now), bind_i32("open", OPEN_SEC)));
    TRY(one_row(&q));
    *out = (struct inzien){.brief = row_int(&q, "id"),
                           .kandidaat = row_id(&q, "kandidaat_id", kandidaat_id),
                           .regio = row_id(&q, "regio_id", regio_id),
                           .op = row_tijdstip(&q, "op"),
                           .tot = {row_tijdstip(&q, "gebruikt_op").sec + OPEN_SEC}};
    return OK;
}

static enum result coordinators_tell(struct request *r, regio_id regio, verzoek_id id, const char *soort, datum termijn)
{
    struct query q CLEAN = query(job_steward(r->job), r->arena, inzien_coordinatoren, BIND(B("regio", regio)));
    while (next_row(&q))
        TRY(mail_send(
            r->job, r->site->config, r->arena, MAIL_BETROKKENE,
            (struct mail_to){row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL},
            "verzoek", id.id, url_verzoek(id), (struct mail_view){.what = label_verzoek(soort), .dag = termijn}));
    return query_result(&q);
}

/* Key first, request after: a key without a request is harmless and swept up. Each regio has its own, so that each can
 * let it go by itself. */
static enum result request_make(struct request *r, const struct inzien *i, const struct inzien_verzoek_input *in,
                                regio_id regio, verzoek_id *out)
{
    struct steward *s = job_steward(r->job);
    int64_t key;
    struct blob bericht, bereikbaar;
    char dag[11], nummer[24];
    datum_to_text(tijdstip_to_datum(i->op), dag);
    kandidaat_to_text(i->kandidaat, nummer, sizeof(nummer));
    TRY(seal_key_new(r->seal, &key));
    TRY(seal_text(r->seal, key, "verzoek.bericht", 0, in->bericht, r->arena, &bericht));
    TRY(seal_text(r->seal, key, "verzoek.bereikbaar", 0, in->bereikbaar, r->arena, &bereikbaar));
    TRY(steward_insert(
        s, inzien_verzoek_maken,
        BIND(B("regio", regio), B("soort", in->soort), B("dag", r->today),
             B("identiteit", (const char *)arena_printf(
                                 r->arena, "Met de code van de kandidatenbrief van %s en de geboortedatum.", dag)),
             B("nu", r->now), B("sleutel", key), B("bericht", bericht), B("bereikbaar", bereikbaar)),
        &out->id));
    TRY(steward_write(s, inzien_verzoek_wie, BIND(B("id", *out), B("wie", i->kandidaat), B("nu", r->now)), NULL));
    job_audit(r->job, (struct audit_line){.wat = "verzoek.met_code",
                                          .soort = "verzoek",
                                          .rij = out->id,
                                          .regio = regio,
                                          .na = arena_printf(r->arena, "%s, %s", label_verzoek(in->soort), nummer)});
    return OK;
}

enum result inzien_verzoek(struct request *r, const struct inzien *i, const struct inzien_verzoek_input *in,
                           struct inzien_view *out)
{
    datum termijn = datum_plus_months(r->today, 1);
    out->verzoeken = ARENA_ARRAY(r->arena, struct inzien_verzoek, REGIOS_MOST);
    {
        struct query q CLEAN = query(job_steward(r->job), r->arena, inzien_regios, BIND(B("id", i->kandidaat)));
        while (out->n_verzoeken < REGIOS_MOST && next_row(&q)) {
            struct inzien_verzoek v = {.regio = row_text(&q, "naam"), .termijn = termijn};
            regio_id regio = row_id(&q, "id", regio_id);
            TRY(request_make(r, i, in, regio, &v.id));
            TRY(coordinators_tell(r, regio, v.id, in->soort, termijn));
            out->verzoeken[out->n_verzoeken++] = v;
        }
        TRY(query_result(&q));
    }
    TRY(contacts_read(r, i->kandidaat, out));
    return inzien_einde(r, i);
}

enum result inzien_einde(struct request *r, const struct inzien *i)
{
    int ended = 0;
    char nummer[24];
    TRY(steward_write(job_steward(r->job), inzien_klaar, BIND(bind_int("id", i->brief), B("nu", r->now)), &ended));
    kandidaat_to_text(i->kandidaat, nummer, sizeof(nummer));
    job_audit(r->job, (struct audit_line){.wat = "brief.klaar",
                                          .soort = "kandidaat",
                                          .rij = i->kandidaat.id,
                                          .regio = i->regio,
                                          .na = arena_strdup(r->arena, nummer)});
    return ended == 1 ? OK : NOT_FOUND;
}

enum result brieven_opruimen(struct desk_job *job, tijdstip now)
{
    struct steward *s = job_steward(job);
    TRY(steward_write(s, codes_voorbij, BIND(B("nu", now), bind_i32("open", OPEN_SEC)), NULL));
    TRY(steward_write(s, pogingen_voorbij, BIND(B("nu", now)), NULL));
    return steward_write(s, berichten_voorbij, BIND(B("nu", now)), NULL);
}
