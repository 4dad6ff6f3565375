#include "app/project/project_store.h"

#include <string.h>

#include "data/reader.h"

SQL(head_row,
    "SELECT p.id, p.naam, p.regio_id, p.opdrachtnemer_id, p.set_id, p.start, p.eind, p.afspraak, p.bruto_cent, p.korting_cent, p.netto_cent, p.actueel_cent, p.prognose_cent,"
    " p.ingediend_cent, p.signaal, p.som_dag, p.afgerond_op, p.mag_wijzigen, p.mag_perioden, p.mag_contact, p.mag_inzet, p.mag_wie, p.mag_extra_wsp, p.mag_intermediair, p.versie, p.goedgekeurd_op, p.verlengbaar,"
    " p.mag_verlengen, p.mag_goedkeuren, p.mag_intrekken, p.mag_afronden, p.mag_heropenen, p.mag_notities, p.mag_notitie, p.mag_document,"
    " l.opdrachtgever, l.opdrachtnemer, l.set_naam, l.set_versie, l.regio, r.identiteit, r.telt, r.toestemming, r.grondslag, r.privacytekst"
    " FROM project p JOIN project_lijst l ON l.id = p.id JOIN regio r ON r.id = p.regio_id WHERE p.id = :id");
SQL(detail_row,
    "SELECT p.projectgroep, p.plaats, p.sector, p.toelichting, p.opdrachtwaarde_cent, p.verplichting_cent, p.sr_bp, p.verlengbaar, p.goedgekeurd_op, p.afgerond_op, p.opdrachtgever_id, p.wsp_id,"
    " p.extra_wsp_id, p.intermediair_id, l.wsp, l.extra_wsp, l.intermediair, l.kvk,"
    " p.goedgekeurd_wie, p.afgerond_wie FROM project p JOIN project_lijst l ON l.id = p.id WHERE p.id = :id");
SQL(project_maken,
    "INSERT INTO nieuw_project (naam, projectgroep, opdrachtgever_id, opdrachtnemer_id, plaats, start, eind, sector, set_id, afspraak, opdrachtwaarde_cent, sr_bp, verplichting_cent, verlengbaar,"
    " toelichting) VALUES (:naam, :groep, :og, :on, :plaats, :start, :eind, :sector, :set, :afspraak, :waarde, :bp, :verplichting, :verlengbaar, :toelichting)");
SQL(project_wijzigen,
    "UPDATE project SET naam = :naam, projectgroep = :groep, plaats = :plaats, start = :start, eind = :eind, sector = :sector, opdrachtwaarde_cent = :waarde, sr_bp = :bp,"
    " verplichting_cent = :verplichting, verlengbaar = :verlengbaar, toelichting = :toelichting WHERE id = :id AND versie = :versie RETURNING 1");
SQL(project_wsp, "UPDATE project SET extra_wsp_id = :wsp WHERE id = :id AND versie = :versie RETURNING 1");
SQL(project_im, "UPDATE project SET intermediair_id = :im WHERE id = :id AND versie = :versie RETURNING 1");
SQL(koppeling_maken, "INSERT INTO nieuw_koppeling (project_id, gebruiker_id) VALUES (:project, :gebruiker)");
SQL(koppeling_weg, "DELETE FROM koppeling WHERE project_id = :project AND gebruiker_id = :gebruiker RETURNING 1");
SQL(contacten,
    "SELECT gebruiker_id, naam, organisatie, organisatie_soort, functie, telefoon, email, staat, mag_verwijderen, voor, voor_tm FROM koppeling WHERE project_id = :id"
    " ORDER BY CASE organisatie_soort WHEN 'opdrachtgever' THEN 1 WHEN 'opdrachtnemer' THEN 2 WHEN 'intermediair' THEN 3 ELSE 4 END, naam_sleutel, gebruiker_id LIMIT 500");
SQL(historie,
    "SELECT op, wie, organisatie, wat, voor, na FROM historie WHERE project_id = :id ORDER BY id DESC LIMIT 200");
SQL(parties,
    "SELECT o.id, o.naam, o.soort FROM project p JOIN organisatie o ON o.id IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id) WHERE p.id = :id");
SQL(own_org,
    "SELECT o.id, o.wsp_id, o.naam, w.naam AS wsp FROM keuze_organisatie o LEFT JOIN keuze_organisatie w ON w.id = o.wsp_id WHERE o.id = :id AND o.soort = 'opdrachtgever'");
SQL(regio_herinnering, "SELECT herinnering FROM regio WHERE id = :id");
SQL(regio_hint, "SELECT id, naam, drempel_cent, standaard_bp FROM regio WHERE id = :id");

static void head_rights(struct query *q, struct project_head *h)
{
    h->mag_wijzigen = row_bool(q, "mag_wijzigen");
    h->mag_perioden = row_bool(q, "mag_perioden");
    h->mag_contact = row_bool(q, "mag_contact");
    h->mag_inzet = row_bool(q, "mag_inzet");
    h->mag_wie = row_bool(q, "mag_wie");
    h->mag_extra_wsp = row_bool(q, "mag_extra_wsp");
    h->mag_intermediair = row_bool(q, "mag_intermediair");
    h->mag_verlengen = row_bool(q, "mag_verlengen");
    h->mag_goedkeuren = row_bool(q, "mag_goedkeuren");
    h->mag_intrekken = row_bool(q, "mag_intrekken");
    h->mag_afronden = row_bool(q, "mag_afronden");
    h->mag_heropenen = row_bool(q, "mag_heropenen");
    h->mag_notities = row_bool(q, "mag_notities");
    h->mag_notitie = row_bool(q, "mag_notitie");
    h->mag_document = row_bool(q, "mag_document");
    h->versie = row_int(q, "versie");
}

enum result project_head_read(struct reader *db, struct arena *a, project_id id, struct project_head *h)
{
    struct query q CLEAN = query(db, a, head_row, BIND(B("id", id)));
    TRY(one_row(&q));
    *h = (struct project_head){
        .id = id,
        .naam = row_text(&q, "naam"),
        .opdrachtgever = row_text(&q, "opdrachtgever"),
        .opdrachtnemer = row_text(&q, "opdrachtnemer"),
        .regio_naam = row_text(&q, "regio"),
        .afspraak = row_text(&q, "afspraak"),
        .set_naam = row_text(&q, "set_naam"),
        .set_versie = row_text(&q, "set_versie"),
        .signaal = row_text(&q, "signaal"),
        .identiteit = row_text(&q, "identiteit"),
        .telt = row_text(&q, "telt"),
        .grondslag = row_text(&q, "grondslag"),
        .privacytekst = row_text(&q, "privacytekst"),
        .toestemming = row_bool(&q, "toestemming"),
        .regio = row_id(&q, "regio_id", regio_id),
        .opdrachtnemer_id = row_id(&q, "opdrachtnemer_id", organisatie_id),
        .set = row_id(&q, "set_id", bouwblokkenset_id),
        .start = row_datum(&q, "start"),
        .eind = row_datum(&q, "eind"),
        .bruto = row_geld(&q, "bruto_cent"),
        .korting = row_geld(&q, "korting_cent"),
        .netto = row_geld(&q, "netto_cent"),
        .actueel = row_geld(&q, "actueel_cent"),
        .prognose = row_geld(&q, "prognose_cent"),
        .ingediend = row_geld(&q, "ingediend_cent"),
        .som_dag = row_datum(&q, "som_dag"),
        .afgerond = !row_is_null(&q, "afgerond_op"),
        .goedgekeurd = !row_is_null(&q, "goedgekeurd_op"),
        .verlengbaar = row_bool(&q, "verlengbaar"),
    };
    head_rights(&q, h);
    return OK;
}

enum result project_detail_read(struct reader *db, struct arena *a, project_id id, struct project_detail *d)
{
    struct query q CLEAN = query(db, a, detail_row, BIND(B("id", id)));
    TRY(one_row(&q));
    *d = (struct project_detail){
        .projectgroep = row_text(&q, "projectgroep"),
        .plaats = row_text(&q, "plaats"),
        .sector = row_text(&q, "sector"),
        .toelichting = row_text(&q, "toelichting"),
        .wsp = row_text(&q, "wsp"),
        .extra_wsp = row_text(&q, "extra_wsp"),
        .intermediair = row_text(&q, "intermediair"),
        .kvk = row_text(&q, "kvk"),
        .opdrachtwaarde = row_geld(&q, "opdrachtwaarde_cent"),
        .verplichting = row_geld(&q, "verplichting_cent"),
        .sr_bp = row_bp(&q, "sr_bp"),
        .verlengbaar = row_bool(&q, "verlengbaar"),
        .goedgekeurd_op = row_tijdstip(&q, "goedgekeurd_op"),
        .afgerond_op = row_tijdstip(&q, "afgerond_op"),
        .goedgekeurd_wie = row_text(&q, "goedgekeurd_wie"),
        .afgerond_wie = row_text(&q, "afgerond_wie"),
        .opdrachtgever_id = row_id(&q, "opdrachtgever_id", organisatie_id),
        .wsp_id = row_id(&q, "wsp_id", organisatie_id),
        .extra_wsp_id = row_id(&q, "extra_wsp_id", organisatie_id),
        .intermediair_id = row_id(&q, "intermediair_id", organisatie_id),
    };
    return OK;
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

enum result project_insert(struct desk_job *job, const struct project_input *in, bouwblokkenset_id set, project_id *out)
{
    return job_insert(job, project_maken,
                      BIND(B("naam", in->naam), B("groep", or_empty(in->projectgroep)), B("og", in->opdrachtgever),
                           B("on", in->opdrachtnemer), B("plaats", in->plaats), B("start", in->start),
                           B("eind", in->eind), B("sector", in->sector), B("set", set), B("afspraak", in->afspraak),
                           B("waarde", in->opdrachtwaarde), B("bp", in->sr_bp), B("verplichting", in->verplichting),
                           B("verlengbaar", in->verlengbaar), B("toelichting", or_empty(in->toelichting))),
                      &out->id);
}

enum result project_update(struct desk_job *job, project_id id, const struct project_input *in)
{
    return job_write(job, project_wijzigen,
                     BIND(B("naam", in->naam), B("groep", or_empty(in->projectgroep)), B("plaats", in->plaats),
                          B("start", in->start), B("eind", in->eind), B("sector", in->sector),
                          B("waarde", in->opdrachtwaarde), B("bp", in->sr_bp), B("verplichting", in->verplichting),
                          B("verlengbaar", in->verlengbaar), B("toelichting", or_empty(in->toelichting)), B("id", id),
                          B("versie", in->versie)));
}

enum result project_update_extra_wsp(struct desk_job *job, project_id id, int64_t versie, organisatie_id wsp)
{
    return job_write(job, project_wsp, BIND(B("wsp", wsp), B("id", id), B("versie", versie)));
}

enum result project_update_intermediair(struct desk_job *job, project_id id, int64_t versie, organisatie_id im)
{
    return job_write(job, project_im, BIND(B("im", im), B("id", id), B("versie", versie)));
}

enum result koppeling_insert(struct desk_job *job, project_id project, gebruiker_id who)
{
    return job_insert(job, koppeling_maken, BIND(B("project", project), B("gebruiker", who)), NULL);
}

enum result koppeling_delete(struct desk_job *job, project_id project, gebruiker_id who)
{
    return job_write(job, koppeling_weg, BIND(B("project", project), B("gebruiker", who)));
}

enum result contacten_read(struct reader *db, struct arena *a, project_id id, size_t *n, struct contact_row_view **out)
{
    *out = ARENA_ARRAY(a, struct contact_row_view, 500);
    *n = 0;
    struct query q CLEAN = query(db, a, contacten, BIND(B("id", id)));
    while (*n < 500 && next_row(&q))
        (*out)[(*n)++] = (struct contact_row_view){row_id(&q, "gebruiker_id", gebruiker_id),
                                                   id,
                                                   row_text(&q, "naam"),
                                                   row_text(&q, "organisatie"),
                                                   row_text(&q, "organisatie_soort"),
                                                   row_text(&q, "functie"),
                                                   row_text(&q, "telefoon"),
                                                   row_text(&q, "email"),
                                                   row_text(&q, "staat"),
                                                   row_text_or(&q, "voor", NULL),
                                                   row_datum(&q, "voor_tm"),
                                                   row_bool(&q, "mag_verwijderen")};
    return query_result(&q);
}

enum result historie_read(struct reader *db, struct arena *a, project_id id, size_t *n, struct historie_row **out)
{
    *out = ARENA_ARRAY(a, struct historie_row, 200);
    *n = 0;
    struct query q CLEAN = query(db, a, historie, BIND(B("id", id)));
    while (*n < 200 && next_row(&q))
        (*out)[(*n)++] = (struct historie_row){
            row_tijdstip(&q, "op"), row_text_or(&q, "wie", "systeem"), row_text_or(&q, "organisatie", ""),
            row_text(&q, "wat"),    row_text_or(&q, "voor", ""),       row_text_or(&q, "na", "")};
    return query_result(&q);
}

enum result project_parties(struct reader *db, struct arena *a, project_id id, size_t *n, struct party_row **out)
{
    enum { MOST = 5 };
    *out = ARENA_ARRAY(a, struct party_row, MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, parties, BIND(B("id", id)));
    while (*n < MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct party_row){row_id(&q, "id", organisatie_id), row_text(&q, "naam"), row_text(&q, "soort")};
    return query_result(&q);
}

enum result project_own_org(struct reader *db, struct arena *a, organisatie_id id, struct own_org *out)
{
    struct query q CLEAN = query(db, a, own_org, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct own_org){row_id(&q, "id", organisatie_id), row_id(&q, "wsp_id", organisatie_id),
                            row_text(&q, "naam"), row_text_or(&q, "wsp", "")};
    return OK;
}

enum result project_herinnering(struct reader *db, struct arena *a, regio_id id, struct herinnering *out)
{
    struct query q CLEAN = query(db, a, regio_herinnering, BIND(B("id", id)));
    TRY(one_row(&q));
    return herinnering_lees(row_text(&q, "herinnering"), out) ? OK : FAILED;
}

enum result project_regio_hint(struct reader *db, struct arena *a, regio_id id, struct regio_hint *out)
{
    struct query q CLEAN = query(db, a, regio_hint, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct regio_hint){row_id(&q, "id", regio_id), row_text(&q, "naam"), row_geld(&q, "drempel_cent"),
                               row_bp(&q, "standaard_bp")};
    return OK;
}
