#include "app/labels.h"
#include "app/verantwoording/verantwoording.h"

/* clang-format off */
#define WHO                                                                                                                                                       \
    {FIELD_TEXT, "naam", "Naam", 0, AT(struct kandidaat_input, naam), .called = "de naam van de kandidaat", .fieldset = "Kandidaat"},                              \
    {FIELD_TEXT, "initialen", "Initialen van voor- en achternaam", 0, AT(struct kandidaat_input, initialen), .max = 20, .hint = "Bijvoorbeeld A.B."},             \
    {FIELD_TEXT, "adres", "Adres", 0, AT(struct kandidaat_input, adres)},                                                                                         \
    {FIELD_POSTCODE, "postcode", "Postcode", 0, AT(struct kandidaat_input, postcode)},                                                                            \
    {FIELD_TEXT, "plaats", "Woonplaats", 0, AT(struct kandidaat_input, plaats)},                                                                                  \
    {FIELD_DATUM, "geboortedatum", "Geboortedatum", FIELD_OLD_ENOUGH, AT(struct kandidaat_input, geboortedatum), .hint = "Bijvoorbeeld 27-03-1985.", .called = "de geboortedatum"}
#define TOLD                                                                                                                                                      \
    {FIELD_DATUM, "geinformeerd_op", "Datum waarop de kandidaat is geïnformeerd", FIELD_OLD_ENOUGH, AT(struct kandidaat_input, geinformeerd_op),                  \
     .hint = "De kandidaat moet weten dat de gegevens hier staan en waarom.", .called = "de datum waarop de kandidaat is geïnformeerd"},                          \
    {FIELD_DATUM, "toestemming_op", "Datum van toestemming", FIELD_OLD_ENOUGH, AT(struct kandidaat_input, toestemming_op), .called = "de datum van toestemming"}
#define CONTRACT                                                                                                                                                  \
    {FIELD_ID, "bouwblok", "Doelgroep", FIELD_REQUIRED, AT(struct kandidaat_input, bouwblok), .called = "de doelgroep", .fieldset = "Overeenkomst"},               \
    {FIELD_CHOICE, "overeenkomst", "Soort overeenkomst", FIELD_REQUIRED, AT(struct kandidaat_input, overeenkomst), .choices = choices_overeenkomst, .called = "de soort overeenkomst"}, \
    {FIELD_TEXT, "functie", "Functie", 0, AT(struct kandidaat_input, functie)},                                                                                   \
    {FIELD_DATUM, "start", "Startdatum", FIELD_REQUIRED, AT(struct kandidaat_input, start), .called = "de startdatum"},                                           \
    {FIELD_DATUM, "eind", "Einddatum (t/m)", 0, AT(struct kandidaat_input, eind), .hint = "Leeg laten als de overeenkomst geen einddatum heeft.", .called = "de einddatum"}, \
    {FIELD_UREN, "week", "Uren per week", FIELD_REQUIRED, AT(struct kandidaat_input, week), .hint = "Gemiddeld, bijvoorbeeld 32,5.", .called = "de uren per week"}, \
    {FIELD_DATUM, "cap_eind", "Einddatum opleiding of loonkostensubsidie", 0, AT(struct kandidaat_input, cap_eind), .hint = "Alleen als de doelgroep daarom vraagt."}, \
    {FIELD_BP, "aandeel", "Aandeel voor dit project", 0, AT(struct kandidaat_input, aandeel), .max = 10000, .called = "het aandeel",                              \
     .hint = "Alleen als u deze plaatsing over meer projecten verdeelt, bijvoorbeeld 50 %. Leeg is alles."},                                                      \
    {FIELD_TEXT, "onderaannemer", "Onderaannemer", 0, AT(struct kandidaat_input, onderaannemer), .hint = "Alleen als de kandidaat bij een onderaannemer werkt."},  \
    {FIELD_DATUM, "uren_vanaf", "Vanaf", 0, AT_ROWS(struct kandidaat_input, uren_vanaf, INZET_UREN_MAX), .rows = "Andere uren vanaf een datum"},                   \
    {FIELD_UREN, "uren_later", "Uren per week", 0, AT_ROWS(struct kandidaat_input, uren_later, INZET_UREN_MAX), .rows = "Andere uren vanaf een datum"},            \
    {FIELD_ANSWERS, "attr_", "Antwoorden", 0, AT(struct kandidaat_input, antwoorden)},                                                                            \
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct kandidaat_input, actie)}

const struct field kandidaat_new_form[] = {
    {FIELD_CHOICE, "kandidaat", "Kandidaat die u al kent", 0, AT(struct kandidaat_input, kandidaat), .hint = "Kies een kandidaat van uw organisatie, of laat leeg voor een nieuwe."},
    WHO,
    TOLD,
    CONTRACT,
    FORM_END,
};
const struct field inzet_correct_form[] = {
    CONTRACT,
    {FIELD_TEXT, "reden", "Waarom corrigeert u?", FIELD_REQUIRED, AT(struct kandidaat_input, reden), .called = "de reden"},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct kandidaat_input, versie)},
    FORM_END,
};
const struct field beoordelen_form[] = {
    {FIELD_CHECK, "kies", "Kies", 0, AT_ROWS(struct beoordelen_input, kies, BEOORDELEN_MOST), .rows = "Inzet"},
    {FIELD_ID, "inzet", "Inzet", 0, AT_ROWS(struct beoordelen_input, inzet, BEOORDELEN_MOST), .rows = "Inzet"},
    {FIELD_INT, "v", "Versie", 0, AT_ROWS(struct beoordelen_input, versie, BEOORDELEN_MOST), .rows = "Inzet"},
    FORM_END,
};
const struct field terugsturen_form[] = {
    {FIELD_LINES, "reden", "Waarom stuurt u de inzet terug?", FIELD_REQUIRED, AT(struct terugsturen_input, reden), .max = 1000, .called = "waarom u de inzet terugstuurt", .hint = "De opdrachtnemer leest dit. Noem geen namen."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct terugsturen_input, versie)},
    FORM_END,
};
const struct field inzet_intrekken_form[] = {
    {FIELD_LINES, "reden", "Waarom trekt u de inzet in?", FIELD_REQUIRED, AT(struct terugsturen_input, reden), .max = 1000, .called = "waarom u de inzet intrekt", .hint = "De accountmanager kan dit lezen. Noem geen namen."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct terugsturen_input, versie)},
    FORM_END,
};
const struct field overeenkomst_verlengen_form[] = {
    {FIELD_DATUM, "eind", "Verlengd tot en met", FIELD_REQUIRED, AT(struct overeenkomst_verlengen_input, eind), .called = "de nieuwe einddatum"},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct overeenkomst_verlengen_input, versie)},
    FORM_END,
};
const struct field uit_dienst_form[] = {
    {FIELD_DATUM, "laatste", "Laatste werkdag", FIELD_REQUIRED, AT(struct uit_dienst_input, laatste), .called = "de laatste werkdag"},
    {FIELD_CHOICE, "reden", "Reden", FIELD_REQUIRED, AT(struct uit_dienst_input, reden), .choices = choices_uit_dienst, .called = "de reden"},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct uit_dienst_input, versie)},
    FORM_END,
};
const struct field uren_form[] = {
    {FIELD_DATUM, "vanaf", "Andere uren vanaf", FIELD_REQUIRED, AT(struct uren_input, vanaf), .called = "de datum"},
    {FIELD_UREN, "week", "Uren per week", FIELD_REQUIRED, AT(struct uren_input, week), .hint = "Gemiddeld, bijvoorbeeld 24 of 32,5.", .called = "de uren per week"},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct uren_input, versie)},
    FORM_END,
};
const struct field kandidaat_verbeter_form[] = {
    WHO,
    {FIELD_CHECK, "ook", "Ook verbeteren", 0, AT_ROWS(struct kandidaat_verbeter_input, ook, VERBETER_MOST), .rows = "Dezelfde persoon"},
    {FIELD_ID, "ook_id", "Kandidaat", 0, AT_ROWS(struct kandidaat_verbeter_input, ook_id, VERBETER_MOST), .rows = "Dezelfde persoon"},
    {FIELD_INT, "ook_versie", "Versie", 0, AT_ROWS(struct kandidaat_verbeter_input, ook_versie, VERBETER_MOST), .rows = "Dezelfde persoon"},
    {FIELD_LINES, "reden", "Waaruit blijkt dat dit klopt?", FIELD_REQUIRED, AT(struct kandidaat_verbeter_input, reden), .max = 500, .called = "waaruit blijkt dat dit klopt", .fieldset = "Verzoek",
     .hint = "Bijvoorbeeld: paspoort gezien. Noem geen naam en geen nummer."},
    {FIELD_CHECK, "zeker", "Ja, dit mag zo", 0, AT(struct kandidaat_verbeter_input, zeker)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct kandidaat_input, versie)},
    FORM_END,
};
const struct field kandidaat_data_form[] = {
    WHO,
    TOLD,
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct kandidaat_input, versie)},
    FORM_END,
};
const struct field versie_form[] = {
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct versie_input, versie)},
    FORM_END,
};
static const struct choice inlezen_soorten[] = {{"kandidaten", "Kandidaten met hun overeenkomst", false}, {"facturen", "Facturen van sociale inkoop", false}, {NULL, NULL, false}};
const struct field inlezen_form[] = {
    {FIELD_CHOICE, "soort", "Wat leest u in?", FIELD_REQUIRED, AT(struct inlezen_input, soort), .choices = inlezen_soorten, .called = "wat u inleest"},
    {FIELD_FILE, "bestand", "Bestand (CSV)", FIELD_REQUIRED, .accept = ".csv,text/csv", .called = "het bestand", .hint = "Ten hoogste 5.000 rijen en 4 MB."},
    FORM_END,
};
const struct field inlezen_nr_form[] = {
    {FIELD_VERSIE, "nr", "Bestand", FIELD_REQUIRED, AT(struct inlezen_nr_input, nr)},
    FORM_END,
};
/* clang-format on */
