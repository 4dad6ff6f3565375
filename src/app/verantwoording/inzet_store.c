#include "app/verantwoording/inzet_store.h"

#include <string.h>

#include "app/verantwoording/kandidaat_rules.h"
#include "core/clock.h"
#include "data/reader.h"

#define INZET_ROW                                                                                                                                                                                                                                                             \
    "SELECT i.id, i.project_id, i.kandidaat_id, i.soort, i.status, i.leeftijdsklasse, i.actueel_cent, i.prognose_cent, i.ingediend_cent, i.mag_inzet, i.mag_intrekken, i.mag_brief, i.gewist, i.geblokkeerd, i.ingetrokken_op IS NOT NULL AS ingetrokken, i.versie, i.reden," \
    " v.start, coalesce(v.uit_dienst, v.eind) AS eind, v.overeenkomst, b.label FROM inzet i JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN bouwblok b ON b.id = v.bouwblok_id"
SQL(inzet_of_project, INZET_ROW " WHERE i.project_id = :project ORDER BY i.id DESC LIMIT 1000");
SQL(inzet_one, INZET_ROW " WHERE i.id = :id AND i.project_id = :project");
SQL(inzet_sent_back, INZET_ROW
    " WHERE i.status = 'teruggestuurd' AND i.ingetrokken_op IS NULL AND i.mag_inzet ORDER BY i.id DESC LIMIT 50");
SQL(version_one,
    "SELECT id, bouwblok_id, start, eind, cap_eind, uit_dienst, uit_dienst_reden, overeenkomst, functie, onderaannemer, aandeel_bp, bedrag_cent, nummer, leverancier, uren, personen,"
    " toelichting, document_id FROM inzet_versie WHERE inzet_id = :id AND versie = :versie");
SQL(version_all,
    "SELECT v.versie, v.op, v.wie, v.reden, v.start, coalesce(v.uit_dienst, v.eind) AS eind, v.bedrag_cent, b.label, (SELECT u.uren FROM inzet_uren u WHERE u.versie_id = v.id ORDER BY u.vanaf DESC LIMIT 1) AS week"
    " FROM inzet_versie v JOIN bouwblok b ON b.id = v.bouwblok_id WHERE v.inzet_id = :id ORDER BY v.versie DESC LIMIT 50");
SQL(inzet_nieuwste, "SELECT project_id, versie FROM inzet WHERE id = :id");
SQL(kandidaat_eerste,
    "SELECT v.start FROM inzet i JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie WHERE i.kandidaat_id = :id ORDER BY i.id LIMIT 1");
SQL(factuur_zoeken,
    "SELECT 1 AS gevonden FROM inzet_versie v JOIN inzet i ON i.id = v.inzet_id AND i.versie = v.versie WHERE i.project_id = :project AND v.nummer = :nummer AND vouw(v.leverancier) = vouw(:leverancier)"
    " AND i.status <> 'teruggestuurd' AND i.id <> :but LIMIT 1");
SQL(intrekken, "UPDATE inzet SET ingetrokken_op = 1, reden = :reden WHERE id = :id AND versie = :versie RETURNING 1");
SQL(kandidaat_versie_nr, "SELECT versie FROM kandidaat WHERE id = :id");
SQL(kandidaat_sleutel, "SELECT sleutel FROM kandidaat WHERE id = :id");
SQL(kandidaat_wijzigen,
    "UPDATE kandidaat SET naam = :naam, initialen = :initialen, adres = :adres, postcode = :postcode, plaats = :plaats, geboortedatum = :geboren, zoek = :zoek, leeftijdsklasse = coalesce(:klasse, leeftijdsklasse),"
    " geinformeerd_op = :geinformeerd, toestemming_op = :toestemming WHERE id = :id AND versie = :versie RETURNING 1");
SQL(kandidaten_lijst,
    "SELECT k.id, k.naam, k.initialen, i.id AS inzet, i.project_id, i.status, p.naam AS project, v.start, coalesce(v.uit_dienst, v.eind) AS eind, b.label, i.prognose_cent + i.ingediend_cent AS waarde"
    " FROM kandidaat k JOIN inzet i ON i.kandidaat_id = k.id JOIN project p ON p.id = i.project_id JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN bouwblok b ON b.id = v.bouwblok_id"
    " ORDER BY k.id DESC, v.start DESC LIMIT 500");
SQL(version_uren, "SELECT vanaf, uren FROM inzet_uren WHERE versie_id = :id ORDER BY vanaf LIMIT 40");
SQL(version_antwoorden,
    "SELECT attribuut, waarde FROM inzet_antwoord WHERE versie_id = :id ORDER BY attribuut LIMIT 40");
SQL(kandidaat_row,
    "SELECT naam, initialen, adres, postcode, plaats, geboortedatum, geinformeerd_op, toestemming_op FROM kandidaat WHERE id = :id");
SQL(brief_nieuwste,
    "SELECT op, wie, verloopt_op, gebruikt_op, einde FROM brief WHERE kandidaat_id = :id ORDER BY id DESC LIMIT 1");
SQL(kandidaten_of,
    "SELECT id, naam, initialen, geboortedatum FROM kandidaat WHERE opdrachtnemer_id = :opdrachtnemer ORDER BY id DESC LIMIT 300");
SQL(kandidaat_maken,
    "INSERT INTO nieuw_kandidaat (project_id, sleutel, naam, initialen, adres, postcode, plaats, geboortedatum, zoek, leeftijdsklasse, geinformeerd_op, toestemming_op)"
    " VALUES (:project, :sleutel, :naam, :initialen, :adres, :postcode, :plaats, :geboren, :zoek, :klasse, :geinformeerd, :toestemming)");
SQL(inzet_maken, "INSERT INTO nieuw_inzet (project_id, soort, kandidaat_id) VALUES (:project, :soort, :kandidaat)");
SQL(versie_maken,
    "INSERT INTO nieuw_inzet_versie (inzet_id, versie, bouwblok_id, start, eind, uit_dienst, uit_dienst_reden, overeenkomst, functie, cap_eind, aandeel_bp, bedrag_cent, nummer, leverancier, uren,"
    " personen, onderaannemer, toelichting, document_id, reden)"
    " VALUES (:inzet, :versie, :blok, :start, :eind, :uit, :uit_reden, :overeenkomst, :functie, :cap, :aandeel, :bedrag, :nummer, :leverancier, :uren, :personen, :onderaannemer, :toelichting, :document,"
    " :reden)");
SQL(uren_maken, "INSERT INTO nieuw_inzet_uren (versie_id, vanaf, uren) VALUES (:versie, :vanaf, :uren)");
SQL(antwoord_maken,
    "INSERT INTO nieuw_inzet_antwoord (versie_id, attribuut, waarde) VALUES (:versie, :attribuut, :waarde)");
SQL(start_projects,
    "SELECT p.id, p.naam, l.opdrachtgever, p.signaal, p.eind, p.netto_cent, p.netto_cent = 0 AND p.korting_cent > 0 AS vrijgesteld, p.prognose_cent, p.mag_inzet FROM project p JOIN project_lijst l ON l.id = p.id"
    " WHERE p.afgerond_op IS NULL ORDER BY p.eind, p.id LIMIT 200");

enum { ROWS_MOST = 1000, PARTS_MOST = 40, KNOWN_MOST = 300, START_MOST = 200 };

static struct inzet_row row_read(struct query *q)
{
    return (struct inzet_row){.id = row_id(q, "id", inzet_id),
                              .project = row_id(q, "project_id", project_id),
                              .kandidaat = row_id(q, "kandidaat_id", kandidaat_id),
                              .soort = row_text(q, "soort"),
                              .doelgroep = row_text(q, "label"),
                              .overeenkomst = row_text(q, "overeenkomst"),
                              .klasse = row_text(q, "leeftijdsklasse"),
                              .status = row_bool(q, "ingetrokken") ? "ingetrokken" : row_text(q, "status"),
                              .mag_intrekken = row_bool(q, "mag_intrekken"),
                              .mag_brief = row_bool(q, "mag_brief"),
                              .gewist = row_bool(q, "gewist"),
                              .geblokkeerd = row_bool(q, "geblokkeerd"),
                              .start = row_datum(q, "start"),
                              .eind = row_datum(q, "eind"),
                              .actueel = row_geld(q, "actueel_cent"),
                              .prognose = row_geld(q, "prognose_cent"),
                              .ingediend = row_geld(q, "ingediend_cent")};
}

enum result inzet_list(struct reader *db, struct arena *a, project_id project, size_t *n, struct inzet_row **out)
{
    *out = ARENA_ARRAY(a, struct inzet_row, ROWS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, inzet_of_project, BIND(B("project", project)));
    while (*n < ROWS_MOST && next_row(&q))
        (*out)[(*n)++] = row_read(&q);
    return query_result(&q);
}

enum result inzet_row_read(struct reader *db, struct arena *a, project_id project, inzet_id id, struct inzet_row *out,
                           bool *mag_inzet, int64_t *versie, const char **reden)
{
    struct query q CLEAN = query(db, a, inzet_one, BIND(B("id", id), B("project", project)));
    TRY(one_row(&q));
    *out = row_read(&q);
    *mag_inzet = row_bool(&q, "mag_inzet");
    *versie = row_int(&q, "versie");
    *reden = row_text_or(&q, "reden", "");
    return OK;
}

void inzet_version_none(struct inzet_version *v)
{
    *v = (struct inzet_version){.start = DATUM_GEEN,
                                .eind = DATUM_GEEN,
                                .cap_eind = DATUM_GEEN,
                                .uit_dienst = DATUM_GEEN,
                                .aandeel = {10000},
                                .bedrag = GELD_GEEN,
                                .aantal = UREN_GEEN,
                                .functie = "",
                                .onderaannemer = "",
                                .leverancier = "",
                                .nummer = "",
                                .toelichting = ""};
}

static enum result version_parts(struct reader *db, struct arena *a, int64_t row, struct inzet_version *v)
{
    v->uren = ARENA_ARRAY(a, struct uren_row, PARTS_MOST);
    v->antwoorden = ARENA_ARRAY(a, struct answer, PARTS_MOST);
    struct query u CLEAN = query(db, a, version_uren, BIND(B("id", row)));
    while (v->n_uren < PARTS_MOST && next_row(&u))
        v->uren[v->n_uren++] = (struct uren_row){row_datum(&u, "vanaf"), row_uren(&u, "uren")};
    TRY(query_result(&u));
    struct query w CLEAN = query(db, a, version_antwoorden, BIND(B("id", row)));
    while (v->n_antwoorden < PARTS_MOST && next_row(&w))
        v->antwoorden[v->n_antwoorden++] = (struct answer){row_text(&w, "attribuut"), row_text(&w, "waarde")};
    return query_result(&w);
}

enum result inzet_version_read(struct reader *db, struct arena *a, inzet_id id, int64_t versie, struct inzet_version *v)
{
    struct query q CLEAN = query(db, a, version_one, BIND(B("id", id), B("versie", versie)));
    TRY(one_row(&q));
    int64_t row = row_int(&q, "id");
    inzet_version_none(v);
    v->bouwblok = row_id(&q, "bouwblok_id", bouwblok_id);
    v->start = row_datum(&q, "start");
    v->eind = row_datum(&q, "eind");
    v->cap_eind = row_datum(&q, "cap_eind");
    v->uit_dienst = row_datum(&q, "uit_dienst");
    v->uit_dienst_reden = row_text(&q, "uit_dienst_reden");
    v->overeenkomst = row_text(&q, "overeenkomst");
    v->functie = row_text_or(&q, "functie", "");
    v->onderaannemer = row_text_or(&q, "onderaannemer", "");
    v->leverancier = row_text_or(&q, "leverancier", "");
    v->nummer = row_text_or(&q, "nummer", "");
    v->toelichting = row_text_or(&q, "toelichting", "");
    v->aandeel = row_bp(&q, "aandeel_bp");
    v->bedrag = row_geld(&q, "bedrag_cent");
    v->aantal = row_uren(&q, "uren");
    v->personen = row_int(&q, "personen");
    v->document = row_id(&q, "document_id", document_id);
    return version_parts(db, a, row, v);
}
/* ---- who it is ---- */

/* the plus signs keep SQLite at the index of the search key */
SQL(kandidaat_zoeken, "SELECT id FROM kandidaat WHERE zoek = :zoek AND +opdrachtnemer_id = :on ORDER BY +id LIMIT 1");
SQL(inlezing_maken, "INSERT INTO nieuw_inlezing (project_id, soort, inhoud) VALUES (:project, :soort, :inhoud)");
SQL(inlezing_lezen, "SELECT id, soort, inhoud FROM inlezing WHERE project_id = :project ORDER BY id DESC LIMIT 1");
SQL(inlezing_weg, "DELETE FROM inlezing WHERE project_id = :project RETURNING 1");

enum result kandidaat_by_zoek(struct reader *db, struct arena *a, organisatie_id opdrachtnemer, struct blob zoek,
                              kandidaat_id *out)
{
    struct query q CLEAN = query(db, a, kandidaat_zoeken, BIND(B("zoek", zoek), B("on", opdrachtnemer)));
    TRY(one_row(&q));
    *out = row_id(&q, "id", kandidaat_id);
    return OK;
}

enum result inlezing_put(struct desk_job *job, project_id project, const char *soort, struct blob inhoud)
{
    return job_insert(job, inlezing_maken, BIND(B("project", project), B("soort", soort), B("inhoud", inhoud)), NULL);
}

enum result inlezing_get(struct reader *db, struct arena *a, project_id project, struct inlezing_row *out)
{
    struct query q CLEAN = query(db, a, inlezing_lezen, BIND(B("project", project)));
    TRY(one_row(&q));
    *out = (struct inlezing_row){row_text(&q, "soort"), row_blob(&q, "inhoud"), row_int(&q, "id")};
    return OK;
}

enum result inlezing_drop(struct desk_job *job, project_id project)
{
    return job_write(job, inlezing_weg, BIND(B("project", project)));
}

static enum result opened(struct query *q, struct seal *seal, const char *column, const char *what, const char **out)
{
    return seal_open_text(seal, what, 0, row_blob(q, column), q->arena, out);
}

enum result kandidaat_wie(struct query *q, struct seal *seal, struct wie_view *w)
{
    const char *geboren;
    TRY(opened(q, seal, "naam", "kandidaat.naam", &w->naam));
    TRY(opened(q, seal, "initialen", "kandidaat.initialen", &w->initialen));
    TRY(opened(q, seal, "adres", "kandidaat.adres", &w->adres));
    TRY(opened(q, seal, "postcode", "kandidaat.postcode", &w->postcode));
    TRY(opened(q, seal, "plaats", "kandidaat.plaats", &w->plaats));
    TRY(opened(q, seal, "geboortedatum", "kandidaat.geboortedatum", &geboren));
    w->geboren = datum_from_iso(geboren);
    w->geinformeerd = row_datum(q, "geinformeerd_op");
    w->toestemming = row_datum(q, "toestemming_op");
    return OK;
}

enum result kandidaat_open(struct reader *db, struct seal *seal, struct arena *a, kandidaat_id id, struct wie_view *w)
{
    struct query q CLEAN = query(db, a, kandidaat_row, BIND(B("id", id)));
    TRY(one_row(&q));
    return kandidaat_wie(&q, seal, w);
}

enum result kandidaat_brief(struct reader *db, struct arena *a, kandidaat_id id, tijdstip now, struct brief_stand *out)
{
    *out = (struct brief_stand){.er = false};
    struct query q CLEAN = query(db, a, brief_nieuwste, BIND(B("id", id)));
    enum result found = one_row(&q);
    if (found != OK)
        return found == NOT_FOUND ? OK : found;
    *out = (struct brief_stand){.er = true,
                                .op = row_tijdstip(&q, "op"),
                                .verloopt = row_tijdstip(&q, "verloopt_op"),
                                .gebruikt = row_tijdstip(&q, "gebruikt_op"),
                                .wie = row_text(&q, "wie"),
                                .einde = row_text_or(&q, "einde", "")};
    out->werkt = !*out->einde && now.sec < out->verloopt.sec && (out->gebruikt.sec == 0);
    return OK;
}

enum result kandidaat_known(struct reader *db, struct seal *seal, struct arena *a, organisatie_id opdrachtnemer,
                            size_t *n, struct known **out)
{
    *out = ARENA_ARRAY(a, struct known, KNOWN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, kandidaten_of, BIND(B("opdrachtnemer", opdrachtnemer)));
    while (*n < KNOWN_MOST && next_row(&q)) {
        const char *naam, *initialen, *geboren;
        char nummer[24], dag[11];
        kandidaat_id id = row_id(&q, "id", kandidaat_id);
        enum result there = opened(&q, seal, "naam", "kandidaat.naam", &naam);
        if (there == NOT_FOUND) /* erased after the backup that was put back */
            continue;
        TRY(there);
        TRY(opened(&q, seal, "initialen", "kandidaat.initialen", &initialen));
        TRY(opened(&q, seal, "geboortedatum", "kandidaat.geboortedatum", &geboren));
        kandidaat_to_text(id, nummer, sizeof(nummer));
        datum_to_text(datum_from_iso(geboren), dag);
        (*out)[(*n)++] = (struct known){id, arena_printf(a, "%s (%s, %s)",
                                                         naam        ? naam
                                                         : initialen ? initialen
                                                                     : nummer,
                                                         nummer, dag)};
    }
    return query_result(&q);
}

enum result kandidaat_seal(struct seal *seal, struct arena *a, int64_t key, const struct kandidaat_input *in,
                           struct kandidaat_sealed *out)
{
    char iso[11];
    out->sleutel = key;
    datum_to_iso(in->geboortedatum, iso);
    TRY(seal_text(seal, key, "kandidaat.naam", 0, in->naam, a, &out->naam));
    TRY(seal_text(seal, key, "kandidaat.initialen", 0, in->initialen, a, &out->initialen));
    TRY(seal_text(seal, key, "kandidaat.adres", 0, in->adres, a, &out->adres));
    TRY(seal_text(seal, key, "kandidaat.postcode", 0, in->postcode, a, &out->postcode));
    TRY(seal_text(seal, key, "kandidaat.plaats", 0, in->plaats, a, &out->plaats));
    TRY(seal_text(seal, key, "kandidaat.geboortedatum", 0, datum_is_none(in->geboortedatum) ? NULL : iso, a,
                  &out->geboren));
    out->zoek = kandidaat_zoek(seal, a, in->naam ? in->naam : in->initialen, in->geboortedatum);
    return OK;
}

enum result kandidaat_insert(struct desk_job *job, project_id project, const struct kandidaat_input *in,
                             const struct kandidaat_sealed *s, kandidaat_id *out)
{
    return job_insert(job, kandidaat_maken,
                      BIND(B("project", project), B("sleutel", s->sleutel), B("naam", s->naam),
                           B("initialen", s->initialen), B("adres", s->adres), B("postcode", s->postcode),
                           B("plaats", s->plaats), B("geboren", s->geboren), B("zoek", s->zoek),
                           B("klasse", kandidaat_leeftijdsklasse(in->geboortedatum, in->start)),
                           B("geinformeerd", in->geinformeerd_op), B("toestemming", in->toestemming_op)),
                      &out->id);
}

static enum result kandidaat_key(struct reader *db, struct arena *a, kandidaat_id id, int64_t *key)
{
    struct query q CLEAN = query(db, a, kandidaat_sleutel, BIND(B("id", id)));
    TRY(one_row(&q));
    *key = row_int(&q, "sleutel");
    return OK;
}

enum result kandidaat_update(struct desk_job *job, struct seal *seal, struct arena *a, kandidaat_id id,
                             const struct kandidaat_input *in)
{
    int64_t key;
    struct kandidaat_sealed s;
    TRY(kandidaat_key(job_reader(job), a, id, &key));
    TRY(kandidaat_seal(seal, a, key, in, &s));
    return job_write(
        job, kandidaat_wijzigen,
        BIND(B("naam", s.naam), B("initialen", s.initialen), B("adres", s.adres), B("postcode", s.postcode),
             B("plaats", s.plaats), B("geboren", s.geboren), B("zoek", s.zoek),
             B("klasse", datum_is_none(in->start) ? NULL : kandidaat_leeftijdsklasse(in->geboortedatum, in->start)),
             B("geinformeerd", in->geinformeerd_op), B("toestemming", in->toestemming_op), B("id", id),
             B("versie", in->versie)));
}

enum result inzet_withdraw(struct desk_job *job, inzet_id id, int64_t versie, const char *reden)
{
    return job_write(job, intrekken, BIND(B("id", id), B("versie", versie), B("reden", reden)));
}

enum result kandidaat_versie(struct reader *db, struct arena *a, kandidaat_id id, int64_t *versie)
{
    struct query q CLEAN = query(db, a, kandidaat_versie_nr, BIND(B("id", id)));
    TRY(one_row(&q));
    *versie = row_int(&q, "versie");
    return OK;
}

enum result inzet_insert(struct desk_job *job, project_id project, const char *soort, kandidaat_id kandidaat,
                         inzet_id *out)
{
    return job_insert(job, inzet_maken, BIND(B("project", project), B("soort", soort), B("kandidaat", kandidaat)),
                      &out->id);
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

static enum result version_row_write(struct desk_job *job, inzet_id id, int64_t versie, const struct inzet_version *v,
                                     const char *reden, int64_t *row)
{
    return job_insert(job, versie_maken,
                      BIND(B("inzet", id), B("versie", versie), B("blok", v->bouwblok), B("start", v->start),
                           B("eind", v->eind), B("uit", v->uit_dienst), B("uit_reden", v->uit_dienst_reden),
                           B("overeenkomst", v->overeenkomst), B("functie", or_empty(v->functie)),
                           B("cap", v->cap_eind), B("aandeel", v->aandeel), B("bedrag", v->bedrag),
                           B("nummer", or_empty(v->nummer)), B("leverancier", or_empty(v->leverancier)),
                           B("uren", v->aantal), bind_nullable("personen", v->personen == 0, v->personen),
                           B("onderaannemer", or_empty(v->onderaannemer)), B("toelichting", or_empty(v->toelichting)),
                           B("document", v->document), B("reden", or_empty(reden))),
                      row);
}

enum result inzet_version_write(struct desk_job *job, inzet_id id, int64_t versie, const struct inzet_version *v,
                                const char *reden)
{
    int64_t row;
    TRY(version_row_write(job, id, versie, v, reden, &row));
    for (size_t i = 0; i < v->n_uren; i++)
        TRY(job_insert(job, uren_maken,
                       BIND(B("versie", row), B("vanaf", v->uren[i].vanaf), B("uren", v->uren[i].week)), NULL));
    for (size_t i = 0; i < v->n_antwoorden; i++)
        if (v->antwoorden[i].value && v->antwoorden[i].value[0])
            TRY(job_insert(
                job, antwoord_maken,
                BIND(B("versie", row), B("attribuut", v->antwoorden[i].name), B("waarde", v->antwoorden[i].value)),
                NULL));
    return OK;
}

enum result inzet_versions(struct reader *db, struct arena *a, inzet_id id, size_t *n, struct versie_row **out)
{
    enum { MOST = 50 };
    *out = ARENA_ARRAY(a, struct versie_row, MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, version_all, BIND(B("id", id)));
    while (*n < MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct versie_row){row_int(&q, "versie"), row_tijdstip(&q, "op"), row_text_or(&q, "wie", ""),
                                row_text(&q, "reden"), row_text(&q, "label"),  row_datum(&q, "start"),
                                row_datum(&q, "eind"), row_uren(&q, "week"),   row_geld(&q, "bedrag_cent")};
    return query_result(&q);
}

enum result inzet_newest(struct reader *db, struct arena *a, inzet_id id, project_id *project, int64_t *versie)
{
    struct query q CLEAN = query(db, a, inzet_nieuwste, BIND(B("id", id)));
    TRY(one_row(&q));
    *project = row_id(&q, "project_id", project_id);
    *versie = row_int(&q, "versie");
    return OK;
}

enum result kandidaat_start(struct reader *db, struct arena *a, kandidaat_id id, datum *out)
{
    struct query q CLEAN = query(db, a, kandidaat_eerste, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_datum(&q, "start");
    return OK;
}

enum result factuur_known(struct reader *db, struct arena *a, project_id project, const char *leverancier,
                          const char *nummer, inzet_id but, bool *known)
{
    struct query q CLEAN =
        query(db, a, factuur_zoeken,
              BIND(B("project", project), B("nummer", nummer), B("leverancier", leverancier), bind_int("but", but.id)));
    enum result found = one_row(&q);
    *known = found == OK;
    return found == NOT_FOUND ? OK : found;
}

enum result kandidaten_read(struct reader *db, struct seal *seal, struct arena *a, size_t *n,
                            struct kandidaat_row **out)
{
    enum { MOST = 500 };
    *out = ARENA_ARRAY(a, struct kandidaat_row, MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, kandidaten_lijst, BIND_NONE);
    while (*n < MOST && next_row(&q)) {
        const char *naam, *initialen;
        enum result there = opened(&q, seal, "naam", "kandidaat.naam", &naam);
        if (there == NOT_FOUND)
            continue;
        TRY(there);
        TRY(opened(&q, seal, "initialen", "kandidaat.initialen", &initialen));
        (*out)[(*n)++] = (struct kandidaat_row){
            row_id(&q, "id", kandidaat_id), row_id(&q, "inzet", inzet_id), row_id(&q, "project_id", project_id),
            naam ? naam : initialen,        row_text(&q, "project"),       row_text(&q, "label"),
            row_text(&q, "status"),         row_datum(&q, "start"),        row_datum(&q, "eind"),
            row_geld(&q, "waarde")};
    }
    return query_result(&q);
}

enum result start_read(struct reader *db, struct arena *a, struct start_view *v)
{
    v->rows = ARENA_ARRAY(a, struct start_row, START_MOST);
    v->terug = ARENA_ARRAY(a, struct inzet_row, 50);
    struct query q CLEAN = query(db, a, start_projects, BIND_NONE);
    while (v->n_rows < START_MOST && next_row(&q))
        v->rows[v->n_rows++] =
            (struct start_row){row_id(&q, "id", project_id),  row_text(&q, "naam"),      row_text(&q, "opdrachtgever"),
                               row_text(&q, "signaal"),       row_datum(&q, "eind"),     row_geld(&q, "netto_cent"),
                               row_geld(&q, "prognose_cent"), row_bool(&q, "mag_inzet"), row_bool(&q, "vrijgesteld")};
    TRY(query_result(&q));
    struct query t CLEAN = query(db, a, inzet_sent_back, BIND_NONE);
    while (v->n_terug < 50 && next_row(&t))
        v->terug[v->n_terug++] = row_read(&t);
    return query_result(&t);
}
