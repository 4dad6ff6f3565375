#include "commands/demo_store.h"

#include "data/steward.h"

STEWARD_SQL(demo_mark_insert, "INSERT INTO alle_instelling (naam, waarde) VALUES ('demo', '1')");
STEWARD_SQL(demo_gebruiker,
            "INSERT INTO alle_gebruiker (organisatie_id, email, email_sleutel, naam, naam_sleutel, functie, gemaakt_op)"
            " VALUES (:organisatie, :email, :sleutel, :naam, vouw(:naam), :functie, :op)");
STEWARD_SQL(demo_geheim,
            "UPDATE alle_gebruiker SET geheimhouding = :versie, geheimhouding_op = :op WHERE staat = 'actief'");
/* One text in force that everybody accepted (Drenthe). None that is to come: on its day every account of the demo would
 * be asked first. */
STEWARD_SQL(
    demo_teksten,
    "INSERT INTO alle_geheimhouding (regio_id, nr, tekst, geldt_vanaf, op, door) SELECT r.id, 1, 'Voor onze regio spreken wij ook af:' || char(10, 10) || 'Gegevens van kandidaten gaan nooit per gewone mail.'"
    " || char(10) || 'Print u een overzicht, dan gaat het na gebruik in de papierversnipperaar.', date(:dag, '-60 days'), :op,"
    " (SELECT min(g.id) FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.regio_id = r.id AND o.soort = 'coordinatiepunt') FROM alle_regio r WHERE r.slug = 'drenthe'");
STEWARD_SQL(
    demo_akkoorden,
    "INSERT INTO alle_geheimhouding_akkoord (geheimhouding_id, gebruiker_id, op) SELECT h.id, g.id, :op FROM alle_geheimhouding h, alle_gebruiker g WHERE h.geldt_vanaf <= :dag AND g.staat = 'actief'");
STEWARD_SQL(
    demo_avg,
    "UPDATE alle_regio SET verantwoordelijke = 'Coördinatiepunt Social Return ' || naam || char(10) || 'Voorbeeldplein 1', fg = 'fg@example.nl' WHERE slug <> 'drenthe'");
STEWARD_SQL(demo_regio,
            "UPDATE alle_regio SET identiteit = :identiteit, telt = :telt, toestemming = :toestemming WHERE id = :id");
STEWARD_SQL(demo_privacy, "UPDATE alle_regio SET grondslag = :grondslag, privacytekst = :tekst WHERE id = :id");
/* Letters of some days ago: of the first persons of one opdrachtnemer on running projects; half of them were used.
 * Nobody has the paper. */
STEWARD_SQL(
    demo_brieven_rijen,
    "INSERT INTO alle_brief (kandidaat_id, regio_id, code, op, door, verloopt_op, gebruikt_op, einde_op, einde)"
    " SELECT k.id, p.regio_id, CASE k.id % 2 WHEN 0 THEN randomblob(32) END, :op, min(i.ingevoerd_door), :op + 7776000, CASE k.id % 2 WHEN 1 THEN :op + 172800 END, CASE k.id % 2 WHEN 1 THEN :op + 172800 END,"
    " CASE k.id % 2 WHEN 1 THEN 'gebruikt' END FROM alle_kandidaat k JOIN alle_inzet i ON i.kandidaat_id = k.id JOIN alle_project p ON p.id = i.project_id JOIN alle_organisatie o ON o.id = k.opdrachtnemer_id"
    " WHERE o.kvk = '90000001' AND p.afgerond_op IS NULL AND i.ingevoerd_door IS NOT NULL GROUP BY k.id ORDER BY k.id LIMIT 6");
STEWARD_SQL(
    demo_verzoek_rij,
    "INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, op, door) SELECT :regio, 'correctie', :dag, 'Paspoort gezien aan de balie.', :op, min(g.id) FROM alle_gebruiker g"
    " JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.regio_id = :regio AND o.soort = 'coordinatiepunt'");
STEWARD_SQL(
    demo_verzoek_wie,
    "INSERT INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op, door) SELECT v.id, (SELECT min(b.kandidaat_id) FROM alle_brief b), v.op, v.door FROM alle_verzoek v WHERE v.id = :id");
STEWARD_SQL(
    demo_project_row,
    "INSERT INTO alle_project (regio_id, naam, naam_sleutel, projectgroep, opdrachtgever_id, wsp_id, extra_wsp_id, opdrachtnemer_id, intermediair_id, plaats, start, eind, sector, set_id,"
    " afspraak, opdrachtwaarde_cent, sr_bp, verplichting_cent, verlengbaar, goedgekeurd_op, goedgekeurd_door, afgerond_op, afgerond_door, gemaakt_op, gemaakt_door)"
    " VALUES (:regio, :naam, vouw(:naam), :groep, :og, :wsp, :extra, :on, :im, :plaats, :start, :eind, :sector, :set, :afspraak, :waarde, :bp, :verplichting, :verlengbaar,"
    " :goedgekeurd, :goedkeurder, :afgerond, :afronder, :op, :maker)");
STEWARD_SQL(
    demo_periode,
    "INSERT INTO alle_periode (project_id, start, eind, geschat_cent, vastgesteld_cent, vastgesteld_op) VALUES (:project, :start, :eind, :geschat, :vastgesteld, :op)");
STEWARD_SQL(
    demo_koppeling,
    "INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (:project, :gebruiker, :op) ON CONFLICT DO NOTHING");
STEWARD_SQL(
    demo_kandidaat_row,
    "INSERT INTO alle_kandidaat (opdrachtnemer_id, sleutel, naam, initialen, adres, postcode, plaats, geboortedatum, zoek, leeftijdsklasse, geinformeerd_op, toestemming_op, gemaakt_op, gemaakt_door)"
    " VALUES (:on, :sleutel, :naam, :initialen, :adres, :postcode, :plaats, :geboren, :zoek, :klasse, :geinformeerd, :toestemming, :op, :door)");
STEWARD_SQL(
    demo_inzet_row,
    "INSERT INTO alle_inzet (project_id, soort, kandidaat_id, status, versie, geldend, ingevoerd_op, ingevoerd_door, beoordeeld_op, reden)"
    " VALUES (:project, 'kandidaat', :kandidaat, :status, 1, CASE WHEN :status = 'goedgekeurd' THEN 1 END, :op, :door, CASE WHEN :status <> 'ingediend' THEN min(:op + 86400, nu()) END, :reden)");
STEWARD_SQL(
    demo_kosten_row,
    "INSERT INTO alle_inzet (project_id, soort, status, versie, geldend, ingevoerd_op, ingevoerd_door, beoordeeld_op)"
    " VALUES (:project, :soort, :status, 1, CASE WHEN :status = 'goedgekeurd' THEN 1 END, :op, :door, CASE WHEN :status <> 'ingediend' THEN min(:op + 86400, nu()) END)");
STEWARD_SQL(
    demo_kosten_versie,
    "INSERT INTO alle_inzet_versie (inzet_id, versie, bouwblok_id, start, bedrag_cent, nummer, leverancier, uren, toelichting, op, door)"
    " VALUES (:inzet, 1, :blok, :dag, :bedrag, :nummer, :leverancier, :uren, :toelichting, :op, :door)");
STEWARD_SQL(
    demo_versie_row,
    "INSERT INTO alle_inzet_versie (inzet_id, versie, bouwblok_id, start, eind, overeenkomst, functie, cap_eind, op, door)"
    " VALUES (:inzet, 1, :blok, :start, :eind, :overeenkomst, :functie, :cap_eind, :op, :door)");
STEWARD_SQL(demo_uren_row, "INSERT INTO alle_inzet_uren (versie_id, vanaf, uren) VALUES (:versie, :vanaf, :uren)");
STEWARD_SQL(demo_antwoord_row,
            "INSERT INTO alle_inzet_antwoord (versie_id, attribuut, waarde) VALUES (:versie, :attribuut, :waarde)");
STEWARD_SQL(
    demo_pso_row,
    "INSERT INTO alle_pso (organisatie_id, trede, van, tm, op, door) VALUES (:organisatie, :trede, :van, :tm, :op, :door)");
STEWARD_SQL(demo_pso_regio, "UPDATE alle_regio SET pso_hele_looptijd = 1 WHERE id = :id");
STEWARD_SQL(demo_inhoud_row, "INSERT INTO alle_inhoud (regio_id, soort) VALUES (:regio, :soort)");
STEWARD_SQL(
    demo_tekst_row,
    "INSERT INTO alle_inhoud_versie (inhoud_id, nr, staat, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging, op, door)"
    " SELECT (SELECT max(id) FROM alle_inhoud), :nr, 'gepubliceerd', :titel, :tekst, :van, :tm, :openbaar, :vast, :voor, :rubriek, :volgorde, :wijziging, :op, min(g.id)"
    " FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.regio_id = :regio AND o.soort = 'coordinatiepunt'");

enum result demo_mark(struct steward *s)
{
    return steward_write(s, demo_mark_insert, BIND_NONE, NULL);
}

enum result demo_user_insert(struct steward *s, struct arena *a, const struct demo_user *u, tijdstip now,
                             gebruiker_id *out)
{
    char *key = arena_alloc(a, 255);
    email_key(u->email, key, 255);
    return steward_insert(s, demo_gebruiker,
                          BIND(B("organisatie", u->organisatie), B("email", u->email), B("sleutel", key),
                               B("naam", u->naam), B("functie", u->functie), B("op", now)),
                          &out->id);
}

enum result demo_user_sign(struct steward *s, int versie, tijdstip now)
{
    TRY(steward_write(s, demo_teksten, BIND(B("dag", tijdstip_to_datum(now)), B("op", now)), NULL));
    TRY(steward_write(s, demo_akkoorden, BIND(B("dag", tijdstip_to_datum(now)), B("op", now)), NULL));
    TRY(steward_write(s, demo_avg, BIND_NONE, NULL));
    return steward_write(s, demo_geheim, BIND(B("versie", versie), B("op", now)), NULL);
}

enum result demo_regio_settings(struct steward *s, regio_id regio, const char *identiteit, const char *telt,
                                bool toestemming)
{
    return steward_write(
        s, demo_regio,
        BIND(B("id", regio), B("identiteit", identiteit), B("telt", telt), B("toestemming", toestemming)), NULL);
}

static struct bind moment(const char *name, tijdstip t)
{
    return bind_nullable(name, t.sec == 0, t.sec);
}

enum result demo_project_insert(struct steward *s, const struct demo_project *p, project_id *out)
{
    return steward_insert(
        s, demo_project_row,
        BIND(B("regio", p->regio), B("naam", p->naam), B("groep", p->projectgroep), B("og", p->opdrachtgever),
             B("wsp", p->wsp), B("extra", p->extra_wsp), B("on", p->opdrachtnemer), B("im", p->intermediair),
             B("plaats", p->plaats), B("start", p->start), B("eind", p->eind), B("sector", p->sector), B("set", p->set),
             B("afspraak", p->afspraak), B("waarde", p->waarde), B("bp", p->bp), B("verplichting", p->verplichting),
             B("verlengbaar", p->verlengbaar), moment("goedgekeurd", p->goedgekeurd_op),
             B("goedkeurder", p->goedkeurder), moment("afgerond", p->afgerond_op),
             bind_nullable("afronder", p->afgerond_op.sec == 0, p->maker.id), B("op", p->gemaakt_op),
             B("maker", p->maker)),
        &out->id);
}

enum result demo_periode_insert(struct steward *s, project_id project, datum start, datum eind, geld geschat,
                                geld vastgesteld, tijdstip op)
{
    return steward_write(s, demo_periode,
                         BIND(B("project", project), B("start", start), B("eind", eind), B("geschat", geschat),
                              B("vastgesteld", vastgesteld), bind_nullable("op", geld_is_none(vastgesteld), op.sec)),
                         NULL);
}

enum result demo_link(struct steward *s, project_id project, gebruiker_id user, tijdstip op)
{
    return steward_write(s, demo_koppeling, BIND(B("project", project), B("gebruiker", user), B("op", op)), NULL);
}

enum result demo_kandidaat_insert(struct steward *s, const struct demo_kandidaat *k, kandidaat_id *out)
{
    return steward_insert(s, demo_kandidaat_row,
                          BIND(B("on", k->opdrachtnemer), B("sleutel", k->sleutel), B("naam", k->naam),
                               B("initialen", k->initialen), B("adres", k->adres), B("postcode", k->postcode),
                               B("plaats", k->plaats), B("geboren", k->geboortedatum), B("zoek", k->zoek),
                               B("klasse", k->klasse), B("geinformeerd", k->geinformeerd),
                               B("toestemming", k->toestemming), B("op", k->op), B("door", k->door)),
                          &out->id);
}

enum result demo_inzet_insert(struct steward *s, const struct demo_inzet *i, int64_t *versie_id)
{
    int64_t inzet;
    TRY(steward_insert(s, demo_inzet_row,
                       BIND(B("project", i->project), B("kandidaat", i->kandidaat), B("status", i->status),
                            B("reden", i->reden), B("op", i->op), B("door", i->door)),
                       &inzet));
    TRY(steward_insert(s, demo_versie_row,
                       BIND(B("inzet", inzet), B("blok", i->bouwblok), B("start", i->start), B("eind", i->eind),
                            B("overeenkomst", i->overeenkomst), B("functie", i->functie), B("cap_eind", i->cap_eind),
                            B("op", i->op), B("door", i->door)),
                       versie_id));
    TRY(steward_write(s, demo_uren_row, BIND(B("versie", *versie_id), B("vanaf", i->start), B("uren", i->week)), NULL));
    if (datum_is_none(i->later_vanaf))
        return OK;
    return steward_write(s, demo_uren_row,
                         BIND(B("versie", *versie_id), B("vanaf", i->later_vanaf), B("uren", i->later)), NULL);
}

enum result demo_kosten_insert(struct steward *s, const struct demo_kosten *k, int64_t *versie_id)
{
    int64_t inzet;
    TRY(steward_insert(s, demo_kosten_row,
                       BIND(B("project", k->project), B("soort", k->soort), B("status", k->status), B("op", k->op),
                            B("door", k->door)),
                       &inzet));
    return steward_insert(s, demo_kosten_versie,
                          BIND(B("inzet", inzet), B("blok", k->bouwblok), B("dag", k->dag), B("bedrag", k->bedrag),
                               B("nummer", k->nummer), B("leverancier", k->leverancier), B("uren", k->uren),
                               B("toelichting", k->toelichting), B("op", k->op), B("door", k->door)),
                          versie_id);
}

enum result demo_answer(struct steward *s, int64_t versie_id, const char *attribuut, const char *waarde)
{
    return steward_write(s, demo_antwoord_row,
                         BIND(B("versie", versie_id), B("attribuut", attribuut), B("waarde", waarde)), NULL);
}

enum result demo_pso_insert(struct steward *s, organisatie_id organisatie, const char *trede, datum van, datum tm,
                            gebruiker_id door, tijdstip op)
{
    return steward_write(s, demo_pso_row,
                         BIND(B("organisatie", organisatie), B("trede", trede), B("van", van), B("tm", tm), B("op", op),
                              B("door", door)),
                         NULL);
}

enum result demo_pso_whole(struct steward *s, regio_id regio)
{
    return steward_write(s, demo_pso_regio, BIND(B("id", regio)), NULL);
}

enum result demo_inhoud_insert(struct steward *s, regio_id regio, const char *soort)
{
    return steward_write(s, demo_inhoud_row, BIND(B("regio", regio), B("soort", soort)), NULL);
}

enum result demo_tekst_insert(struct steward *s, regio_id regio, const struct demo_tekst *t)
{
    return steward_write(s, demo_tekst_row,
                         BIND(B("regio", regio), B("nr", t->nr), B("titel", t->titel), B("tekst", t->tekst),
                              B("van", t->van), B("tm", t->tm), B("openbaar", t->openbaar), B("vast", t->vast),
                              B("voor", t->voor), B("rubriek", t->rubriek), B("volgorde", t->volgorde),
                              B("wijziging", t->wijziging), B("op", t->op)),
                         NULL);
}

enum result demo_regio_privacy(struct steward *s, regio_id regio, const char *grondslag, const char *tekst)
{
    return steward_write(s, demo_privacy, BIND(B("grondslag", grondslag), B("tekst", tekst), B("id", regio)), NULL);
}

enum result demo_personen_insert(struct steward *s, regio_id regio, datum ontvangen, tijdstip op)
{
    verzoek_id id;
    TRY(steward_write(s, demo_brieven_rijen, BIND(B("op", op)), NULL));
    TRY(steward_insert(s, demo_verzoek_rij, BIND(B("regio", regio), B("dag", ontvangen), B("op", op)), &id.id));
    return steward_write(s, demo_verzoek_wie, BIND(B("id", id)), NULL);
}
