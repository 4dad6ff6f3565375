#include "app/betrokkene/betrokkene_store.h"

#include "app/labels.h"
#include "app/betrokkene/vastgelegd.h"
#include "data/reader.h"
#include "data/seal.h"

#define VERZOEK                                                                                                        \
    "SELECT id, soort, ontvangen, identiteit, verlengd_reden, uitkomst, gesloten_op, op, wie, mag_wijzigen, zelf, bericht IS NOT NULL OR bereikbaar IS NOT NULL AS heeft_bericht FROM verzoek"
SQL(verzoeken, VERZOEK " ORDER BY gesloten_op IS NOT NULL, ontvangen, id LIMIT 200");
SQL(verzoek_een, VERZOEK " WHERE id = :id");
SQL(personen,
    "SELECT verzoek_id, kandidaat_id, opdrachtnemer, gewist_op, geblokkeerd_op, mag_wissen, mag_verbeteren, loopt, elders FROM verzoek_kandidaat WHERE verzoek_id = :id ORDER BY kandidaat_id LIMIT 100");
SQL(persoon_een,
    "SELECT verzoek_id, kandidaat_id, opdrachtnemer, gewist_op, geblokkeerd_op, mag_wissen, mag_verbeteren, loopt, elders FROM verzoek_kandidaat WHERE verzoek_id = :id AND kandidaat_id = :wie");
SQL(daden, "SELECT op, wie, wat, reden, kandidaat_id FROM verzoek_daad WHERE verzoek_id = :id ORDER BY id LIMIT 200");
SQL(op_zoek,
    "SELECT k.id, o.naam FROM kandidaat k JOIN organisatie o ON o.id = k.opdrachtnemer_id WHERE k.zoek = :zoek ORDER BY k.id LIMIT 50");
SQL(op_nummer, "SELECT k.id, o.naam FROM kandidaat k JOIN organisatie o ON o.id = k.opdrachtnemer_id WHERE k.id = :id");
SQL(verzoek_maken, "INSERT INTO nieuw_verzoek (soort, ontvangen, identiteit) VALUES (:soort, :ontvangen, :identiteit)");
SQL(persoon_maken, "INSERT INTO nieuw_verzoek_kandidaat (verzoek_id, kandidaat_id) VALUES (:id, :wie)");
SQL(daad_maken,
    "INSERT INTO nieuw_verzoek_daad (verzoek_id, kandidaat_id, wat, reden) VALUES (:id, :wie, :wat, :reden)");
SQL(verzoek_bericht_een, "SELECT bericht, bereikbaar FROM verzoek WHERE id = :id");
SQL(regio_vraagt, "SELECT id, identiteit FROM regio WHERE mag_wijzigen");
SQL(project_naam, "SELECT naam FROM project WHERE id = :id");
SQL(verlengd, "UPDATE verzoek SET verlengd_reden = :reden WHERE id = :id RETURNING 1");
SQL(gesloten, "UPDATE verzoek SET uitkomst = :uitkomst WHERE id = :id RETURNING 1");
SQL(geblokkeerd,
    "UPDATE verzoek_kandidaat SET geblokkeerd_op = :op WHERE verzoek_id = :id AND kandidaat_id = :wie RETURNING 1");
SQL(wie_een,
    "SELECT k.leeftijdsklasse, o.naam, r.naam AS regio, r.grondslag, r.privacytekst, r.bewaar_jaren FROM kandidaat k JOIN organisatie o ON o.id = k.opdrachtnemer_id JOIN regio r WHERE k.id = :id");
SQL(inzet_van,
    "SELECT i.id, p.naam, l.opdrachtgever, l.opdrachtnemer, i.status, i.prognose_cent FROM inzet i JOIN project p ON p.id = i.project_id JOIN project_lijst l ON l.id = p.id WHERE i.kandidaat_id = :id ORDER BY i.id LIMIT 100");
SQL(versies_van,
    "SELECT v.id, v.versie, v.op, v.wie, v.overeenkomst, v.functie, v.toelichting, v.reden, v.start, v.eind, v.uit_dienst, b.label FROM inzet_versie v JOIN bouwblok b ON b.id = v.bouwblok_id WHERE v.inzet_id = :id ORDER BY v.versie LIMIT 50");
SQL(uren_van, "SELECT vanaf, uren FROM inzet_uren WHERE versie_id = :id ORDER BY vanaf LIMIT 40");
SQL(antwoorden_van,
    "SELECT t.vraag, a.waarde FROM inzet_antwoord a JOIN attribuut t ON t.naam = a.attribuut WHERE a.versie_id = :id ORDER BY a.attribuut LIMIT 40");
SQL(lezingen_van,
    "SELECT l.op, l.organisatie FROM logboek l WHERE l.wat = 'kandidaat.lezen' AND l.soort = 'inzet' AND l.rij IN (SELECT i.id FROM inzet i WHERE i.kandidaat_id = :id) ORDER BY l.id LIMIT 500");
SQL(controles_van,
    "SELECT t.inzet_id, t.getrokken_op AS op, 'steekproef ' || t.steekproef_id AS wat, coalesce((SELECT group_concat(z.soort || ' op ' || z.dag, ', ') FROM gezien z WHERE z.item_id = t.id AND z.ingetrokken_op IS NULL), '') AS gezien,"
    " t.uitkomst, t.opmerking, t.antwoord, '' AS sha256 FROM steekproef_item t JOIN inzet i ON i.id = t.inzet_id WHERE i.kandidaat_id = :id"
    " UNION ALL SELECT b.inzet_id, b.op, 'vooraf vastgelegd bewijs: ' || b.soort || ' van ' || b.dag, '', NULL, b.ingetrokken_reden, '', b.sha256 FROM bewijs b JOIN inzet i ON i.id = b.inzet_id WHERE i.kandidaat_id = :id"
    " ORDER BY op LIMIT 500");

enum { VERZOEKEN_MOST = 200, PERSONEN_MOST = 100, DADEN_MOST = 200, TERMIJN_MND = 1, TERMIJN_LANG_MND = 3 };

static struct verzoek_row verzoek_of(struct query *q, datum today)
{
    struct verzoek_row v = {.id = row_id(q, "id", verzoek_id),
                            .soort = row_text(q, "soort"),
                            .identiteit = row_text(q, "identiteit"),
                            .verlengd_reden = row_text_or(q, "verlengd_reden", ""),
                            .uitkomst = row_text_or(q, "uitkomst", ""),
                            .wie = row_text(q, "wie"),
                            .ontvangen = row_datum(q, "ontvangen"),
                            .op = row_tijdstip(q, "op"),
                            .open = row_is_null(q, "gesloten_op"),
                            .mag_wijzigen = row_bool(q, "mag_wijzigen"),
                            .zelf = row_bool(q, "zelf"),
                            .heeft_bericht = row_bool(q, "heeft_bericht")};
    v.termijn = datum_plus_months(v.ontvangen, *v.verlengd_reden ? TERMIJN_LANG_MND : TERMIJN_MND);
    v.te_laat = v.open && v.termijn.dag < today.dag;
    if (!v.open)
        v.gesloten_op = row_tijdstip(q, "gesloten_op");
    return v;
}

enum result verzoeken_read(struct reader *db, struct arena *a, datum today, size_t *n, struct verzoek_row **out)
{
    *out = ARENA_ARRAY(a, struct verzoek_row, VERZOEKEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, verzoeken, BIND_NONE);
    while (*n < VERZOEKEN_MOST && next_row(&q))
        (*out)[(*n)++] = verzoek_of(&q, today);
    return query_result(&q);
}

enum result verzoek_read(struct reader *db, struct arena *a, datum today, verzoek_id id, struct verzoek_row *out)
{
    struct query q CLEAN = query(db, a, verzoek_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = verzoek_of(&q, today);
    return OK;
}

static struct persoon_row persoon_of(struct query *q)
{
    return (struct persoon_row){.id = row_id(q, "kandidaat_id", kandidaat_id),
                                .verzoek = row_id(q, "verzoek_id", verzoek_id),
                                .opdrachtnemer = row_text(q, "opdrachtnemer"),
                                .gewist = !row_is_null(q, "gewist_op"),
                                .geblokkeerd = !row_is_null(q, "geblokkeerd_op"),
                                .loopt = row_bool(q, "loopt"),
                                .elders = row_bool(q, "elders"),
                                .mag_wissen = row_bool(q, "mag_wissen"),
                                .mag_verbeteren = row_bool(q, "mag_verbeteren")};
}

enum result verzoek_personen(struct reader *db, struct arena *a, verzoek_id id, size_t *n, struct persoon_row **out)
{
    *out = ARENA_ARRAY(a, struct persoon_row, PERSONEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, personen, BIND(B("id", id)));
    while (*n < PERSONEN_MOST && next_row(&q))
        (*out)[(*n)++] = persoon_of(&q);
    return query_result(&q);
}

enum result verzoek_persoon_read(struct reader *db, struct arena *a, verzoek_id id, kandidaat_id who,
                                 struct persoon_row *out)
{
    struct query q CLEAN = query(db, a, persoon_een, BIND(B("id", id), B("wie", who)));
    TRY(one_row(&q));
    *out = persoon_of(&q);
    return OK;
}

enum result verzoek_daden(struct reader *db, struct arena *a, verzoek_id id, size_t *n, struct daad_row **out)
{
    *out = ARENA_ARRAY(a, struct daad_row, DADEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, daden, BIND(B("id", id)));
    while (*n < DADEN_MOST && next_row(&q))
        (*out)[(*n)++] = (struct daad_row){row_tijdstip(&q, "op"), row_text(&q, "wie"), row_text(&q, "wat"),
                                           row_text_or(&q, "reden", ""), row_id(&q, "kandidaat_id", kandidaat_id)};
    return query_result(&q);
}

enum result persoon_zoeken(struct reader *db, struct arena *a, struct blob zoek, kandidaat_id nummer, size_t *n,
                           struct persoon_row **out)
{
    *out = ARENA_ARRAY(a, struct persoon_row, PERSONEN_MOST);
    *n = 0;
    struct query q CLEAN =
        nummer.id > 0 ? query(db, a, op_nummer, BIND(B("id", nummer))) : query(db, a, op_zoek, BIND(B("zoek", zoek)));
    while (*n < PERSONEN_MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct persoon_row){.id = row_id(&q, "id", kandidaat_id), .opdrachtnemer = row_text(&q, "naam")};
    return query_result(&q);
}

enum result verzoek_insert(struct desk_job *job, const struct verzoek_input *in, verzoek_id *out)
{
    return job_insert(job, verzoek_maken,
                      BIND(B("soort", in->soort), B("ontvangen", in->ontvangen), B("identiteit", in->identiteit)),
                      &out->id);
}

enum result verzoek_persoon_insert(struct desk_job *job, verzoek_id id, kandidaat_id who)
{
    return job_insert(job, persoon_maken, BIND(B("id", id), B("wie", who)), NULL);
}

enum result verzoek_daad_insert(struct desk_job *job, verzoek_id id, kandidaat_id who, const char *wat,
                                const char *reden)
{
    return job_insert(job, daad_maken, BIND(B("id", id), B("wie", who), B("wat", wat), B("reden", reden)), NULL);
}

enum result verzoek_verlengd_set(struct desk_job *job, verzoek_id id, const char *reden)
{
    return job_write(job, verlengd, BIND(B("id", id), B("reden", reden)));
}

enum result verzoek_sluit(struct desk_job *job, verzoek_id id, const char *uitkomst)
{
    return job_write(job, gesloten, BIND(B("id", id), B("uitkomst", uitkomst)));
}

enum result verzoek_bericht_read(struct reader *db, struct seal *seal, struct arena *a, verzoek_id id,
                                 struct bericht_view *out)
{
    struct query q CLEAN = query(db, a, verzoek_bericht_een, BIND(B("id", id)));
    TRY(one_row(&q));
    TRY(seal_open_text(seal, "verzoek.bericht", 0, row_blob(&q, "bericht"), a, &out->bericht));
    return seal_open_text(seal, "verzoek.bereikbaar", 0, row_blob(&q, "bereikbaar"), a, &out->bereikbaar);
}

enum result regio_vraagt_read(struct reader *db, struct arena *a, struct project_head *out)
{
    struct query q CLEAN = query(db, a, regio_vraagt, BIND_NONE);
    TRY(one_row(&q));
    *out = (struct project_head){.regio = row_id(&q, "id", regio_id), .identiteit = row_text(&q, "identiteit")};
    return OK;
}

enum result project_naam_read(struct reader *db, struct arena *a, project_id id, const char **out)
{
    struct query q CLEAN = query(db, a, project_naam, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_text(&q, "naam");
    return OK;
}

enum result verzoek_blokkeer(struct desk_job *job, verzoek_id id, kandidaat_id who, bool on)
{
    return job_write(job, geblokkeerd, BIND(bind_nullable("op", !on, 1), B("id", id), B("wie", who)));
}

/* ---- all that is held, through the viewer's views ---- */

static struct query ask_views(const struct vastgelegd_bron *b, struct arena *a, enum vastgelegd_vraag what, int64_t id)
{
    const struct sql stmts[VRAGEN] = {[VRAAG_WIE] = wie_een,
                                      [VRAAG_INZET] = inzet_van,
                                      [VRAAG_VERSIES] = versies_van,
                                      [VRAAG_UREN] = uren_van,
                                      [VRAAG_ANTWOORDEN] = antwoorden_van,
                                      [VRAAG_LEZINGEN] = lezingen_van,
                                      [VRAAG_CONTROLES] = controles_van};
    return query((struct reader *)b->db, a, stmts[what], BIND(B("id", id)));
}

enum result vastgelegd_read(struct reader *db, struct arena *a, kandidaat_id who, struct vastgelegd *out)
{
    return vastgelegd_fill(&(struct vastgelegd_bron){ask_views, db}, a, who, out);
}
