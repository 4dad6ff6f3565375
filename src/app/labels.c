#include "app/labels.h"

#include <string.h>

/* clang-format off */
const struct choice choices_sector[] = {
    {"bouw", "Bouw en infra", false}, {"groen", "Groen en landschap", false}, {"schoonmaak", "Schoonmaak", false}, {"zorg", "Zorg en welzijn", false},
    {"vervoer", "Vervoer en logistiek", false}, {"ict", "ICT", false}, {"horeca", "Horeca en catering", false}, {"beveiliging", "Beveiliging", false},
    {"industrie", "Industrie en techniek", false}, {"onderwijs", "Onderwijs", false}, {"zakelijk", "Zakelijke dienstverlening", false}, {"overig", "Overig", false}, {NULL, NULL, false},
};
const struct choice choices_afspraak[] = {
    {"sr_verplichting", "SR verplichting", false}, {"raamovereenkomst", "Raamovereenkomst", false}, {"inspanningsverplichting", "Inspanningsverplichting", false}, {NULL, NULL, false},
};
const struct choice choices_overeenkomst[] = {
    {"werk", "Arbeidsovereenkomst", false}, {"leer-werk", "Leer-werkovereenkomst", false}, {"stage", "Stageovereenkomst", false},
    {"werkervaringsplek", "Werkervaringsplek", false}, {"detachering", "Detachering", false}, {NULL, NULL, false},
};
const struct choice choices_uit_dienst[] = {
    {"contract_niet_verlengd", "Contract niet verlengd", false}, {"ontslag_genomen", "Ontslag genomen", false}, {"ander_werk", "Ander werk gevonden", false}, {"overig", "Overig", false}, {NULL, NULL, false},
};
const struct choice choices_og_soort[] = {
    {"gemeente", "Gemeente", false}, {"provincie", "Provincie", false}, {"waterschap", "Waterschap", false}, {"onderwijs", "Onderwijs", false}, {"zorg", "Zorg", false}, {"overig", "Overig", false},
    {NULL, NULL, false},
};
const struct choice choices_organisatie_soort[] = {
    {"opdrachtgever", "Opdrachtgever", false}, {"wsp", "Werkgeversservicepunt", false}, {"intermediair", "SR-intermediair", false}, {"opdrachtnemer", "Opdrachtnemer", false},
    {"coordinatiepunt", "Coördinatiepunt", false}, {NULL, NULL, false},
};
const struct choice choices_trede[] = {
    {"aspirant", "PSO aspirant", false}, {"1", "PSO trede 1", false}, {"2", "PSO trede 2", false}, {"3", "PSO trede 3", false}, {"30+", "PSO 30+", false}, {NULL, NULL, false},
};
const struct choice choices_uitkomst[] = {{"akkoord", "Akkoord", false}, {"niet_akkoord", "Niet akkoord", false}, {"niet_getoond", "Niet getoond", false}, {NULL, NULL, false}};
const struct choice choices_vervolg[] = {
    {"", "Geldt niet, of nog niet bekend", false}, {"correctie_gevraagd", "Correctie gevraagd", false}, {"teruggestuurd", "Inzet teruggestuurd", false}, {"gecorrigeerd", "Inzet gecorrigeerd", false}, {"geen", "Geen vervolg", false}, {NULL, NULL, false},
};
static const struct choice signals[] = {{"voldaan", "voldaan", false}, {"op_koers", "op koers", false}, {"let_op", "let op", false}, {"loopt_achter", "loopt achter", false}, {NULL, NULL, false}};
static const struct choice statuses[] = {{"ingediend", "Ingediend", false}, {"goedgekeurd", "Goedgekeurd", false}, {"teruggestuurd", "Teruggestuurd", false}, {"ingetrokken", "Ingetrokken", false}, {NULL, NULL, false}};
static const struct choice oordelen[] = {{"niet_voldaan", "Niet voldaan", false}, {"inspanning", "Voldaan naar inspanning", false}, {"voldaan", "Alsnog voldaan", false}, {NULL, NULL, false}};
static const struct choice maatregelen[] = {{"hersteltermijn", "Hersteltermijn", false}, {"fonds", "Betaling in het Social Return fonds", false}, {"boete", "Boete of inhouding", false}, {"geen", "Geen maatregel", false}, {NULL, NULL, false}};
static const struct choice verzoeken[] = {{"inzage", "Inzage", false}, {"overdracht", "Een kopie om mee te nemen", false}, {"correctie", "Correctie", false}, {"bezwaar", "Bezwaar", false}, {"wissen", "Wissen", false}, {NULL, NULL, false}};
static const struct choice verzoek_daden[] = {{"zoeken", "Persoon gezocht", false}, {"toevoegen", "Persoon bij het verzoek gezet", false}, {"verbeteren", "Gegevens verbeterd", false}, {"brief", "Kandidatenbrief gemaakt", false}, {"bericht", "Bericht van de betrokkene gelezen", false}, {"inzage", "Alles bekeken wat is vastgelegd", false}, {"json", "Bestand gemaakt van alles wat is vastgelegd", false},
                                              {"blokkeren", "Gegevens afgeschermd", false}, {"deblokkeren", "Afscherming opgeheven", false}, {"wissen_adres", "Adres gewist", false}, {"wissen", "Persoonsgegevens gewist", false},
                                              {"verlengen", "Termijn verlengd", false}, {"sluiten", "Verzoek gesloten", false}, {NULL, NULL, false}};
static const struct choice states[] = {{"uitgenodigd", "Uitgenodigd", false}, {"actief", "Actief", false}, {"geblokkeerd", "Geblokkeerd", false}, {NULL, NULL, false}};
static const struct choice rubrieken[] = {
    {"ARBEID", "Arbeid", false}, {"LEREN", "Leren", false}, {"INKOOP", "Sociaal inkopen", false}, {"ACTIVITEIT", "Activiteit / MVO", false}, {"FONDS", "Social Return fonds", false}, {"MAATWERK", "Maatwerk", false},
    {NULL, NULL, false},
};
static const struct choice inzet_soorten[] = {{"kandidaat", "Kandidaat", false}, {"inkoop", "Sociaal inkopen", false}, {"activiteit", "Activiteit / MVO", false}, {"fonds", "Social Return fonds", false}, {NULL, NULL, false}};
static const struct choice set_states[] = {{"concept", "Concept", false}, {"gepubliceerd", "Gepubliceerd", false}, {"ingetrokken", "Ingetrokken", false}, {NULL, NULL, false}};
static const struct choice mail_states[] = {{"wacht", "wacht op verzenden", false}, {"verzonden", "verzonden", false}, {"mislukt", "niet aangekomen", false}, {NULL, NULL, false}};
static const struct choice question_states[] = {{"open", "open", false}, {"in_behandeling", "in behandeling", false}, {"beantwoord", "beantwoord", false}, {"gesloten", "gesloten", false}, {NULL, NULL, false}};
static const struct choice question_lines[] = {{"antwoord", "antwoord", false}, {"reactie", "reactie", false}, {"notitie", "interne notitie", false}, {NULL, NULL, false}};
static const struct choice klassen[] = {{"stukken", "Stukken", false}, {"notitie", "Interne notities", false}, {"verzoek", "Dossier van een betrokkene", false}, {"kandidaat", "Personen", false}, {NULL, NULL, false}};
static const struct choice gevolgen[] = {{"vernietigd", "vernietigd", false}, {"anoniem", "anoniem gemaakt", false}, {"blijft", "blijft", false}, {NULL, NULL, false}};
static const struct choice besluiten[] = {{"twee", "twee coördinatoren: de een stelt voor, de ander besluit", false}, {"planner", "de monitor, elke nacht", false}, {"geen", "–", false}, {NULL, NULL, false}};
static const struct choice texts[] = {{"beleid", "Beleid", false}, {"nieuws", "Nieuwsbericht", false}, {"informatie", "Algemene informatie", false}, {"vraag", "Veelgestelde vraag", false}, {NULL, NULL, false}};
static const struct choice text_states[] = {{"concept", "Concept", false}, {"gepubliceerd", "Gepubliceerd", false}, {"gepland", "Gepland", false}, {"verlopen", "Verlopen", false}, {"ingetrokken", "Ingetrokken", false}, {NULL, NULL, false}};
static const struct choice verbs[] = {
    {"project.registreren", "Project geregistreerd", false}, {"project.wijzigen", "Projectgegevens gewijzigd", false}, {"project.perioden", "Perioden gewijzigd", false},
    {"project.contact_toevoegen", "Contactpersoon toegevoegd", false}, {"project.contact_verwijderen", "Contactpersoon verwijderd", false}, {"inzet.invoeren", "Inzet ingevoerd", false},
    {"inzet.inlezen", "Inzet ingelezen uit een bestand", false}, {"inzet.corrigeren", "Inzet gecorrigeerd", false}, {"kandidaat.lezen", "Gegevens van een kandidaat bekeken", false}, {"project.extra_wsp", "Extra werkgeversservicepunt gewijzigd", false},
    {"project.intermediair", "SR-intermediair gewijzigd", false}, {"project.verlengen", "Project verlengd", false}, {"project.goedkeuren", "SR verantwoording goedgekeurd", false},
    {"project.intrekken", "Goedkeuring ingetrokken", false}, {"bewaren.uitstel", "Vernietigen uitgesteld", false}, {"bewaren.termijnen", "Bewaartermijnen gewijzigd", false}, {"geheimhouding.versie", "Tekst voor geheimhouding vastgelegd", false}, {"leeslog.beoordelen", "Signaal in het leeslog beoordeeld", false},
    {"verwerking.wijzigen", "Verwerkingsregister gewijzigd", false}, {"account.anoniem", "Account anoniem gemaakt", false}, {"vernietiging.voorstellen", "Vernietigingslijst voorgesteld", false}, {"vernietiging.akkoord", "Vernietiging besloten", false},
    {"vernietiging.weigeren", "Vernietigingslijst geweigerd", false}, {"vernietiging.uitgevoerd", "Persoonsgegevens vernietigd", false}, {"verzoek.vastleggen", "Verzoek van een betrokkene vastgelegd", false}, {"verzoek.zoeken", "Betrokkene gezocht", false}, {"verzoek.toevoegen", "Persoon bij een verzoek gezet", false},
    {"verzoek.inzage", "Gegevens van een betrokkene bekeken", false}, {"verzoek.json", "Gegevens van een betrokkene uitgevoerd", false}, {"verzoek.blokkeren", "Gegevens van een betrokkene afgeschermd", false},
    {"verzoek.deblokkeren", "Afscherming van een betrokkene opgeheven", false}, {"verzoek.wissen", "Persoonsgegevens gewist", false}, {"verzoek.wissen_adres", "Adres van een betrokkene gewist", false},
    {"verzoek.verlengen", "Termijn van een verzoek verlengd", false}, {"verzoek.sluiten", "Verzoek van een betrokkene gesloten", false}, {"verzoek.verbeteren", "Gegevens van een betrokkene verbeterd", false},
    {"verzoek.bericht", "Bericht van een betrokkene gelezen", false}, {"verzoek.brief", "Kandidatenbrief gemaakt", false}, {"verzoek.met_code", "Verzoek ontvangen met de code van een kandidatenbrief", false},
    {"brief.maken", "Kandidatenbrief gemaakt", false}, {"brief.klaar", "Code van een kandidatenbrief beëindigd door de kandidaat", false}, {"brief.gebruikt", "Code van een kandidatenbrief gebruikt", false}, {"brief.op_slot", "Code van een kandidatenbrief op slot na vijf foute geboortedatums", false},
    {"brief.pogingen", "Pogingen met een code van een kandidatenbrief", false}, {"project.eindoordeel", "Eindoordeel vastgelegd", false}, {"project.afwikkelen", "Maatregel afgewikkeld", false}, {"project.ontbreekt", "Accountmanager: er ontbreekt iets", false}, {"project.afronden", "Project afgerond", false},
    {"project.heropenen", "Project heropend", false}, {"notitie.maken", "Interne notitie toegevoegd", false}, {"notitie.wijzigen", "Interne notitie gewijzigd", false},
    {"document.toevoegen", "Document toegevoegd", false}, {"document.verwijderen", "Document verwijderd", false},
    {"pso.toevoegen", "PSO-certificaat toegevoegd", false}, {"pso.wijzigen", "PSO-certificaat gewijzigd", false}, {"pso.verwijderen", "PSO-certificaat verwijderd", false},
    {"project.pso", "SR verplichting gewijzigd door een PSO-certificaat", false}, {"project.herwaarderen", "Project herwaardeerd: andere set bouwblokken", false}, {"project.duur", "Bedragen gewijzigd: een kandidaat telt ook op een ander project, en de duur van meetellen en de aandelen gelden samen", false}, {"project.regio", "Bedragen gewijzigd door een instelling van de regio", false},
    {"plan.opslaan", "Concept van het plan van aanpak opgeslagen", false}, {"plan.indienen", "Plan van aanpak ingediend", false}, {"plan.beoordelen", "Plan van aanpak beoordeeld", false},
    {"inzet.goedkeuren", "Inzet goedgekeurd", false}, {"inzet.terugsturen", "Inzet teruggestuurd", false}, {"inzet.intrekken", "Inzet ingetrokken", false}, {"inzet.verlengen", "Overeenkomst verlengd", false},
    {"inzet.uit_dienst", "Voortijdig uit dienst", false}, {"inzet.uren", "Uren gewijzigd", false}, {"kandidaat.wijzigen", "Gegevens van een kandidaat gewijzigd", false},     {"account.uitnodigen", "Account uitgenodigd", false}, {"account.welkom_opnieuw", "Welkomstmail opnieuw verstuurd", false}, {"account.twee_factor_reset", "Twee-factor gereset", false},
    {"account.blokkeren", "Account geblokkeerd", false}, {"account.overdragen", "Werk van een account overgedragen", false}, {"account.waarnemen", "Waarneming vastgelegd", false}, {"account.waarnemen_eind", "Waarneming beëindigd", false},
    {"account.verplaatsen", "Account verplaatst naar een andere organisatie", false}, {"project.overdragen", "Contactpersoon heeft het werk overgedragen", false}, {"account.deblokkeren", "Account niet meer geblokkeerd", false}, {"account.sessies_beeindigen", "Sessies van een account beëindigd", false},
    {"organisatie.samenvoegen", "Organisatie samengevoegd met een andere", false}, {"project.samenvoegen", "Organisatie samengevoegd: het project ging over", false}, {"project.samenvoegen_bedragen", "Bedragen gewijzigd door het samenvoegen van organisaties", false},
    {"toegang.beginnen", "Controle van de toegang begonnen", false}, {"toegang.oordeel", "Oordeel over de toegang van een account", false}, {"toegang.sluiten", "Controle van de toegang gesloten", false},
    {"inloggen.vertraagd", "Verkeerde pogingen: inloggen is vertraagd", false},
    {"samenvoeging.maken", "Samenvoegen van organisaties voorbereid", false}, {"samenvoeging.vragen", "Akkoord met samenvoegen gevraagd", false}, {"samenvoeging.akkoord", "Akkoord met samenvoegen", false},
    {"samenvoeging.weigeren", "Samenvoegen geweigerd", false}, {"samenvoeging.intrekken", "Samenvoegen ingetrokken", false}, {"samenvoeging.verschillend", "Organisaties zijn verschillend", false},
    {"organisatie.maken", "Organisatie toegevoegd", false}, {"organisatie.wijzigen", "Organisatie gewijzigd", false}, {"regio.wijzigen", "Regio-instellingen gewijzigd", false},
    {"bouwblokken.inlezen", "Set bouwblokken gemaakt", false}, {"bouwblokken.wijzigen", "Set bouwblokken gewijzigd", false}, {"bouwblokken.blok_toevoegen", "Bouwblok toegevoegd", false},
    {"bouwblokken.blok_wijzigen", "Bouwblok gewijzigd", false}, {"bouwblokken.blok_verwijderen", "Bouwblok verwijderd", false}, {"bouwblokken.publiceren", "Set bouwblokken gepubliceerd", false},
    {"bouwblokken.intrekken", "Set bouwblokken ingetrokken", false}, {"bouwblokken.kenmerk", "Kenmerk toegevoegd", false}, {"bericht.opnieuw", "Mail opnieuw verzonden", false}, {"hulpvraag", "Hulpvraag gesteld", false},
    {"account.gegevens", "Eigen gegevens gewijzigd", false}, {"account.link_gevraagd", "Persoonlijke link gevraagd", false}, {"account.maken", "Account gemaakt", false}, {"account.twee_factor", "Twee-factor ingesteld", false},
    {"account.wachtwoord", "Wachtwoord gewijzigd", false}, {"geheimhouding.akkoord", "Akkoord met geheimhouding", false}, {"inloggen", "Ingelogd", false}, {"inloggen.wachtwoord", "Wachtwoord goed, code nog niet", false},
    {"regio.maken", "Regio gemaakt", false}, {"sessie.beeindigd", "Sessie beëindigd", false}, {"sessie.andere_beeindigd", "Andere sessies beëindigd", false}, {"uitloggen", "Uitgelogd", false},
    {"hulpvraag.oppakken", "Hulpvraag in behandeling genomen", false}, {"hulpvraag.antwoord", "Hulpvraag beantwoord", false}, {"hulpvraag.notitie", "Notitie bij een hulpvraag", false},
    {"hulpvraag.sluiten", "Hulpvraag gesloten", false}, {"hulpvraag.heropenen", "Hulpvraag weer open", false}, {"hulpvraag.reactie", "Gereageerd op het antwoord op een hulpvraag", false},
    {"huisstijl.concept", "Concept van de huisstijl gewijzigd", false}, {"huisstijl.publiceren", "Huisstijl gepubliceerd", false}, {"huisstijl.standaard", "Terug naar de standaard huisstijl", false},
    {"huisstijl.weggooien", "Concept van de huisstijl weggegooid", false},
    {"steekproef.trekken", "Steekproef getrokken", false}, {"steekproef.getrokken", "Getrokken in een steekproef", false}, {"steekproef.gezien", "Steekproef: bewijs gezien", false},
    {"steekproef.gezien_intrekken", "Steekproef: toch niet gezien", false}, {"steekproef.oordeel", "Steekproef: uitkomst van een item", false}, {"steekproef.antwoord", "Steekproef: antwoord van de opdrachtnemer", false},
    {"steekproef.sluiten", "Steekproef gesloten", false}, {"steekproef.intrekken", "Steekproef ingetrokken", false}, {"bewijs.vastleggen", "Bewijs vooraf vastgelegd", false}, {"bewijs.intrekken", "Vastgelegd bewijs ingetrokken", false},
    {"inhoud.concept", "Concept van een tekst opgeslagen", false}, {"inhoud.publiceren", "Tekst gepubliceerd", false}, {"inhoud.weggooien", "Concept van een tekst weggegooid", false},
    {"inhoud.intrekken", "Tekst ingetrokken", false}, {"onderhoud.wijzigen", "Onderhoudsmelding gewijzigd", false}, {"onderhoud.weghalen", "Onderhoudsmelding weggehaald", false},
    {NULL, NULL, false},
};
/* clang-format on */

/* The code word itself where no word is known: never nothing. */
static const char *word_for(const struct choice *list, const char *value)
{
    if (!value)
        return "";
    for (; list->value; list++)
        if (strcmp(list->value, value) == 0)
            return list->label;
    return value;
}

const char *label_afspraak(const char *v)
{
    return word_for(choices_afspraak, v);
}
const char *label_signaal(const char *v)
{
    return word_for(signals, v);
}
const char *label_soort(const char *v)
{
    return word_for(choices_organisatie_soort, v);
}
static const struct choice merges[] = {{"uitgevoerd", "samengevoegd", false},
                                       {"geweigerd", "niet akkoord: er is niets veranderd", false},
                                       {"ingetrokken", "ingetrokken", false},
                                       {"verschillend", "twee verschillende organisaties", false},
                                       {NULL, NULL, false}};
const char *label_samenvoeging(const char *v)
{
    return word_for(merges, v);
}
const char *label_verzoek(const char *v)
{
    return word_for(verzoeken, v);
}
const char *label_verzoek_daad(const char *v)
{
    return word_for(verzoek_daden, v);
}
const char *label_oordeel(const char *v)
{
    return word_for(oordelen, v);
}
const char *label_maatregel(const char *v)
{
    return word_for(maatregelen, v);
}
const char *label_status(const char *v)
{
    return word_for(statuses, v);
}
const char *label_staat(const char *v)
{
    return word_for(states, v);
}
const char *label_overeenkomst(const char *v)
{
    return word_for(choices_overeenkomst, v);
}
const char *label_sector(const char *v)
{
    return word_for(choices_sector, v);
}
const char *label_rubriek(const char *v)
{
    return word_for(rubrieken, v);
}
const char *label_inzet_soort(const char *v)
{
    return word_for(inzet_soorten, v);
}
const char *label_uit_dienst(const char *v)
{
    return word_for(choices_uit_dienst, v);
}
const char *label_set_status(const char *v)
{
    return word_for(set_states, v);
}
const char *label_bericht(const char *v)
{
    return word_for(mail_states, v);
}
const char *label_trede(const char *v)
{
    return word_for(choices_trede, v);
}
const char *label_hulpvraag(const char *v)
{
    return word_for(question_states, v);
}
const char *label_hulpvraag_regel(const char *v)
{
    return word_for(question_lines, v);
}
const char *label_uitkomst(const char *v)
{
    return word_for(choices_uitkomst, v);
}
const char *label_vervolg(const char *v)
{
    return word_for(choices_vervolg, v);
}
const char *label_klasse(const char *v)
{
    return word_for(klassen, v);
}
const char *label_gevolg(const char *v)
{
    return word_for(gevolgen, v);
}
const char *label_besluit(const char *v)
{
    return word_for(besluiten, v);
}
const char *label_inhoud(const char *v)
{
    return word_for(texts, v);
}
const char *label_inhoud_staat(const char *v)
{
    return word_for(text_states, v);
}
const char *label_wat(const char *v)
{
    return word_for(verbs, v);
}
