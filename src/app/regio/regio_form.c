#include "app/regio/regio.h"

/* clang-format off */
static const struct choice choices_telt[] = {{"direct", "Meteen na het indienen", false}, {"na_goedkeuring", "Pas na goedkeuring door de accountmanager", false}, {NULL, NULL, false}};
static const struct choice choices_identiteit[] = {{"naw", "Naam, adres en geboortedatum", false}, {"initialen", "Alleen initialen en geboortedatum", false}, {NULL, NULL, false}};
static const struct choice choices_herinnering[] = {
    {"maanden", "Om de zoveel maanden, vanaf de start van het project", false}, {"procent", "Als een deel van de looptijd voorbij is", false}, {"jaarlijks", "Elk jaar op een vaste dag", false}, {NULL, NULL, false}};

const struct field regio_form[] = {
    {FIELD_TEXT, "cp_naam", "Naam van het coördinatiepunt", 0, AT(struct regio_input, cp_naam), .fieldset = "Contactgegevens", .hint = "Deze gegevens staan onder Hulp nodig? op de inlogpagina."},
    {FIELD_EMAIL, "cp_email", "E-mailadres", FIELD_REQUIRED, AT(struct regio_input, cp_email), .called = "het e-mailadres", .hint = "Antwoorden op mails van de monitor komen hier aan."},
    {FIELD_PHONE, "cp_telefoon", "Telefoon", 0, AT(struct regio_input, cp_telefoon)},
    {FIELD_TEXT, "cp_tijden", "Bereikbaar", 0, AT(struct regio_input, cp_tijden), .hint = "Bijvoorbeeld maandag t/m donderdag van 9 tot 17 uur."},
    {FIELD_TEXT, "cp_website", "Website", 0, AT(struct regio_input, cp_website), .hint = "Begint met https://"},
    {FIELD_CHOICE, "telt", "Wanneer telt ingediende inzet mee?", FIELD_REQUIRED, AT(struct regio_input, telt), .choices = choices_telt, .fieldset = "Waardering"},
    {FIELD_CHECK, "pso_hele_looptijd", "PSO-korting alleen als er de hele looptijd een geldig certificaat is", 0, AT(struct regio_input, pso_hele_looptijd)},
    {FIELD_GELD, "drempel", "Drempelbedrag", FIELD_REQUIRED, AT(struct regio_input, drempel), .max = INT64_C(100000000000), .called = "het drempelbedrag", .hint = "Vanaf deze opdrachtwaarde vraagt de regio social return. Staat als hulp bij het registreren."},
    {FIELD_BP, "standaard", "Standaardpercentage", FIELD_REQUIRED, AT(struct regio_input, standaard), .called = "het standaardpercentage"},
    {FIELD_CHOICE, "herinnering", "Wanneer krijgt de opdrachtnemer een herinnering?", FIELD_REQUIRED, AT(struct regio_input, herinnering), .choices = choices_herinnering, .fieldset = "Herinnering verantwoording"},
    {FIELD_INT, "herinnering_mnd", "Aantal maanden", 0, AT(struct regio_input, herinnering_mnd), .min = 1, .max = HERINNERING_MAANDEN_MOST, .called = "het aantal maanden", .hint = "Bij ‘om de zoveel maanden’, bijvoorbeeld 3."},
    {FIELD_TEXT, "herinnering_procent", "Percentages van de looptijd", 0, AT(struct regio_input, herinnering_procent), .max = 60, .hint = "Bij ‘als een deel voorbij is’, bijvoorbeeld 25, 50, 75."},
    {FIELD_TEXT, "herinnering_dag", "Dag van het jaar", 0, AT(struct regio_input, herinnering_dag), .max = 5, .hint = "Bij ‘elk jaar op een vaste dag’: dag-maand, bijvoorbeeld 1-12."},
    {FIELD_CHOICE, "identiteit", "Wat wordt van een kandidaat vastgelegd?", FIELD_REQUIRED, AT(struct regio_input, identiteit), .choices = choices_identiteit, .fieldset = "Privacy",
     .hint = "Een wijziging geldt voor nieuwe kandidaten. Wat er al is vastgelegd blijft staan."},
    {FIELD_CHECK, "toestemming", "Vraag de datum waarop de kandidaat toestemming gaf", 0, AT(struct regio_input, toestemming)},
    {FIELD_TEXT, "grondslag", "Grondslag", 0, AT(struct regio_input, grondslag), .hint = "Op welke grond de gegevens worden verwerkt (artikel 6 AVG)."},
    {FIELD_LINES, "privacytekst", "Uitleg over privacy", 0, AT(struct regio_input, privacytekst), .hint = "Staat bij het invoeren van een kandidaat en op de pagina Privacy."},
    {FIELD_LINES, "verantwoordelijke", "Verwerkingsverantwoordelijke", 0, AT(struct regio_input, verantwoordelijke), .max = 500, .hint = "Naam en adres van de organisatie(s) die hiervoor verantwoordelijk zijn. Staat op de pagina Privacy en in het verwerkingsregister."},
    {FIELD_LINES, "fg", "Functionaris voor gegevensbescherming", 0, AT(struct regio_input, fg), .max = 500, .hint = "Hoe een betrokkene de functionaris bereikt: een e-mailadres of telefoonnummer van de functie."},
    {FIELD_INT, "lees_grens", "Signaal in het leeslog bij meer dan zoveel personen op één dag", FIELD_REQUIRED, AT(struct regio_input, lees_grens), .min = 1, .max = 1000, .called = "het aantal personen", .hint = "Bekijkt één gebruiker op één dag meer personen, dan staat dat op uw startpagina."},
    {FIELD_INT, "bewaar_jaren", "Bewaartermijn in jaren", FIELD_REQUIRED, AT(struct regio_input, bewaar_jaren), .min = 1, .max = 20, .called = "de bewaartermijn", .hint = "Na het afronden van een project."},
    {FIELD_CHECK, "bevestigd", "Ja, reken de lopende projecten opnieuw door", 0, AT(struct regio_input, bevestigd)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct regio_input, versie)},
    FORM_END,
};
/* clang-format on */
