#include "app/bouwblokken/bouwblokken_store.h"

/* clang-format off */
static const struct choice choices_peil[] = {{"start", "Startdatum van het project", false}, {"gunning", "Datum van gunning", false}, {"publicatie", "Datum van publicatie", false}, {NULL, NULL, false}};
static const struct choice choices_cap_basis[] = {{"kalender", "Kalenderdagen vanaf de eerste dag", false}, {"geplaatst", "Dagen dat iemand geplaatst is", false}, {"fte", "Geplaatste dagen naar uren", false}, {NULL, NULL, false}};
static const struct choice choices_doelgroep_peil[] = {{"start", "Start van de plaatsing", false}, {"gunning", "Datum van gunning", false}, {NULL, NULL, false}};
static const struct choice choices_rubriek[] = {{"ARBEID", "Arbeid", false}, {"LEREN", "Leren", false}, {"INKOOP", "Sociaal inkopen", false}, {"ACTIVITEIT", "Activiteit / MVO", false},
                                                {"FONDS", "Social Return fonds", false}, {"MAATWERK", "Maatwerk", false}, {NULL, NULL, false}};
static const struct choice choices_soort[] = {{"BASIS", "Basis", false}, {"BONUS", "Bonus bij een basis", false}, {"KORTING", "Korting op de verplichting (PSO)", false}, {NULL, NULL, false}};
static const struct choice choices_eenheid[] = {{"PERIODE", "Per periode (jaar of maand)", false}, {"STUK", "Per stuk", false}, {"UUR", "Per uur", false}, {"PROCENT", "Percentage van een bedrag", false},
                                                {"BEDRAG", "Afgesproken bedrag", false}, {NULL, NULL, false}};
/* not obliged, so a select with an empty first choice: given by the page */
const struct choice choices_periode[] = {{"12", "Een jaar", false}, {"1", "Een maand", false}, {NULL, NULL, false}};
const struct choice choices_cap_veld[] = {{"OPLEIDING", "Tot het einde van de opleiding", false}, {"LKS", "Tot het einde van de loonkostensubsidie", false}, {NULL, NULL, false}};
const struct choice choices_opbouw[] = {{"LINEAIR", "Naar rato van de afgesproken tijd", false}, {"START", "Helemaal bij de start", false}, {"EINDE", "Helemaal bij het einde", false}, {NULL, NULL, false}};
static const struct choice choices_operator[] = {{"=", "is", false}, {"<>", "is niet", false}, {"<", "is minder dan", false}, {"<=", "is hoogstens", false}, {">", "is meer dan", false},
                                                 {">=", "is minstens", false}, {"in", "is een van", false}, {NULL, NULL, false}};
static const struct choice choices_type[] = {{"getal", "Een getal", false}, {"ja_nee", "Ja of nee", false}, {"keuze", "Een keuze", false}, {"tekst", "Tekst", false}, {NULL, NULL, false}};

const struct field set_new_form[] = {
    {FIELD_DATUM, "van", "Geldig vanaf", FIELD_REQUIRED, AT(struct set_new_input, van), .called = "de ingangsdatum", .hint = "Projecten die op of na deze dag beginnen, krijgen deze set."},
    {FIELD_FILE, "bestand", "Bestand (CSV)", 0, .accept = ".csv,text/csv", .called = "het bestand", .hint = "Als u een set uit een bestand inleest. Een voorbeeld maakt u door een bestaande set te downloaden.", .fieldset = "Inlezen uit een bestand"},
    {FIELD_ID, "kopie", "Set om van uit te gaan", 0, AT(struct set_new_input, kopie), .fieldset = "Of een bestaande set overnemen", .hint = "U past hem daarna aan."},
    {FIELD_TEXT, "versie", "Versie van de nieuwe set", 0, AT(struct set_new_input, versie), .max = 60, .hint = "Bij het overnemen, bijvoorbeeld 2027."},
    FORM_END,
};
const struct field set_form[] = {
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct set_input, naam)},
    {FIELD_TEXT, "versie", "Versie", FIELD_REQUIRED, AT(struct set_input, versie), .max = 60, .called = "de versie"},
    {FIELD_TEXT, "bron", "Bron", 0, AT(struct set_input, bron), .hint = "Waar deze bedragen zijn vastgesteld."},
    {FIELD_DATUM, "van", "Geldig vanaf", FIELD_REQUIRED, AT(struct set_input, van), .called = "de ingangsdatum"},
    {FIELD_CHOICE, "peil", "Welke datum van het project kiest de set?", FIELD_REQUIRED, AT(struct set_input, peil), .choices = choices_peil},
    {FIELD_UREN, "fte_uren", "Uren van een volle week", FIELD_REQUIRED, AT(struct set_input, fte), .min = 100, .max = 16800, .called = "de uren van een volle week"},
    {FIELD_UREN, "min_uren", "Minste uren per week", FIELD_REQUIRED, AT(struct set_input, min_uren), .called = "de minste uren", .hint = "Daaronder telt niets. 0 is geen grens."},
    {FIELD_INT, "aanloop_mnd", "Aanloop in maanden", FIELD_REQUIRED, AT(struct set_input, aanloop_mnd), .max = 120, .called = "de aanloop", .hint = "Zo lang voor het project mag een plaatsing al zijn begonnen."},
    {FIELD_CHECK, "binnen_project", "Alleen dagen binnen de looptijd van het project tellen", 0, AT(struct set_input, binnen_project)},
    {FIELD_CHOICE, "cap_basis", "Waarin wordt de duur van meetellen gemeten?", FIELD_REQUIRED, AT(struct set_input, cap_basis), .choices = choices_cap_basis},
    {FIELD_INT, "onderbreking_mnd", "Onderbreking in maanden", FIELD_REQUIRED, AT(struct set_input, onderbreking_mnd), .max = 120, .called = "de onderbreking", .hint = "Een kortere onderbreking telt niet en begint de telling niet opnieuw."},
    {FIELD_CHOICE, "doelgroep_peil", "Wanneer wordt de doelgroep bepaald?", FIELD_REQUIRED, AT(struct set_input, doelgroep_peil), .choices = choices_doelgroep_peil},
    {FIELD_VERSIE, "bewerking", "Bewerking", FIELD_REQUIRED, AT(struct set_input, bewerking)},
    FORM_END,
};
const struct field blok_form[] = {
    {FIELD_TEXT, "code", "Code", FIELD_REQUIRED, AT(struct blok_input, code), .max = 40, .called = "de code", .hint = "Kort en uniek, bijvoorbeeld PW-LANG. Aan de code wordt het blok in een volgende versie herkend."},
    {FIELD_TEXT, "label", "Naam", FIELD_REQUIRED, AT(struct blok_input, label), .called = "de naam"},
    {FIELD_CHOICE, "rubriek", "Rubriek", FIELD_REQUIRED, AT(struct blok_input, rubriek), .choices = choices_rubriek, .called = "de rubriek"},
    {FIELD_CHOICE, "soort", "Soort", FIELD_REQUIRED, AT(struct blok_input, soort), .choices = choices_soort, .called = "de soort"},
    {FIELD_CHOICE, "eenheid", "Eenheid", FIELD_REQUIRED, AT(struct blok_input, eenheid), .choices = choices_eenheid, .called = "de eenheid", .fieldset = "Waarde"},
    {FIELD_TEXT, "tarief", "Tarief", 0, AT(struct blok_input, tarief), .max = 30, .hint = "Een bedrag, bijvoorbeeld 40.000,00, of een percentage, bijvoorbeeld 50. Leeg bij een afgesproken bedrag."},
    {FIELD_CHOICE, "periode_mnd", "Periode", 0, AT(struct blok_input, periode_mnd), .hint = "Alleen bij een bedrag per periode."},
    {FIELD_CHECK, "naar_uren", "Naar verhouding van de uren per week", 0, AT(struct blok_input, naar_uren)},
    {FIELD_CHOICE, "opbouw", "Opbouw", 0, AT(struct blok_input, opbouw), .hint = "Alleen bij een bedrag per stuk."},
    {FIELD_TEXT, "dagmax", "Hoogste bedrag per dag", 0, AT(struct blok_input, dagmax), .max = 30, .hint = "Alleen bij een bedrag per uur of een afgesproken bedrag."},
    {FIELD_TEXT, "cap_mnd", "Telt zoveel maanden mee", 0, AT(struct blok_input, cap_mnd), .max = 4, .hint = "Leeg is geen grens.", .fieldset = "Duur van meetellen"},
    {FIELD_CHOICE, "cap_veld", "Of tot een datum die bij de inzet wordt gevraagd", 0, AT(struct blok_input, cap_veld)},
    {FIELD_TEXT, "groep", "Groep", 0, AT(struct blok_input, groep), .max = 40, .hint = "Van blokken met dezelfde groep telt alleen de hoogste die past, bijvoorbeeld bij 50+ en 55+."},
    {FIELD_CHOICE, "attribuut", "Kenmerk", 0, AT_ROWS(struct blok_input, attribuut, CONDITIE_RIJEN), .rows = "Voorwaarden"},
    {FIELD_CHOICE, "operator", "Vergelijking", 0, AT_ROWS(struct blok_input, operator, CONDITIE_RIJEN), .rows = "Voorwaarden", .choices = choices_operator},
    {FIELD_TEXT, "waarde", "Waarde", 0, AT_ROWS(struct blok_input, waarde, CONDITIE_RIJEN), .rows = "Voorwaarden", .max = 100},
    {FIELD_CHECK, "waarschuwing", "Alleen waarschuwen", 0, AT_ROWS(struct blok_input, waarschuwing, CONDITIE_RIJEN), .rows = "Voorwaarden"},
    {FIELD_VERSIE, "bewerking", "Bewerking", FIELD_REQUIRED, AT(struct blok_input, bewerking)},
    FORM_END,
};
const struct field bewerking_form[] = {
    {FIELD_VERSIE, "bewerking", "Bewerking", FIELD_REQUIRED, AT(struct bewerking_input, bewerking)},
    FORM_END,
};
const struct field set_intrekken_form[] = {
    {FIELD_TEXT, "reden", "Waarom trekt u deze set in?", FIELD_REQUIRED, AT(struct intrekken_input, reden), .called = "waarom u deze set intrekt"},
    {FIELD_VERSIE, "bewerking", "Bewerking", FIELD_REQUIRED, AT(struct intrekken_input, bewerking)},
    FORM_END,
};
const struct field kenmerk_form[] = {
    {FIELD_TEXT, "naam", "Korte naam", FIELD_REQUIRED, AT(struct kenmerk_input, naam), .max = 40, .called = "de korte naam", .hint = "Kleine letters, cijfers en liggende streepjes, bijvoorbeeld werkzoekend_mnd."},
    {FIELD_CHOICE, "type", "Soort antwoord", FIELD_REQUIRED, AT(struct kenmerk_input, type), .choices = choices_type, .called = "de soort antwoord"},
    {FIELD_TEXT, "vraag", "Vraag aan de opdrachtnemer", FIELD_REQUIRED, AT(struct kenmerk_input, vraag), .called = "de vraag"},
    {FIELD_TEXT, "hint", "Uitleg bij de vraag", 0, AT(struct kenmerk_input, hint)},
    {FIELD_LINES, "keuzes", "Keuzes", 0, AT(struct kenmerk_input, keuzes), .max = 1000, .hint = "Alleen bij een keuze: op elke regel code=tekst, bijvoorbeeld vmbo=Vmbo-diploma."},
    FORM_END,
};
const struct field herwaarderen_form[] = {
    {FIELD_CHECK, "kies", "Kies", 0, AT_ROWS(struct herwaarderen_input, kies, HERWAARDEREN_MOST), .rows = "Projecten"},
    {FIELD_ID, "project", "Project", 0, AT_ROWS(struct herwaarderen_input, project, HERWAARDEREN_MOST), .rows = "Projecten"},
    {FIELD_TEXT, "reden", "Waarom herwaardeert u deze projecten?", 0, AT(struct herwaarderen_input, reden), .called = "waarom u deze projecten herwaardeert", .hint = "Staat in de historie van elk project."},
    FORM_END,
};
/* clang-format on */
