#include "app/betrokkene/betrokkene.h"
#include "web/form.h"

/* clang-format off */
static const struct choice soorten[] = {{"inzage", "Inzage: wat is er vastgelegd?", false}, {"overdracht", "Een kopie om mee te nemen", false}, {"correctie", "Correctie", false}, {"bezwaar", "Bezwaar", false},
                                        {"wissen", "Wissen", false}, {NULL, NULL, false}};
static const struct choice wissen[] = {{"adres", "Alleen adres, postcode en woonplaats", false}, {"alles", "Alles waaraan de persoon te herkennen is", false}, {NULL, NULL, false}};
const struct field verzoek_form[] = {
    {FIELD_CHOICE, "soort", "Wat vraagt de betrokkene?", FIELD_REQUIRED, AT(struct verzoek_input, soort), .choices = soorten, .called = "wat de betrokkene vraagt"},
    {FIELD_DATUM, "ontvangen", "Ontvangen op", FIELD_REQUIRED | FIELD_OLD_ENOUGH, AT(struct verzoek_input, ontvangen), .called = "de dag waarop het verzoek is ontvangen", .hint = "Vanaf deze dag telt de termijn van een maand."},
    {FIELD_LINES, "identiteit", "Hoe hebt u vastgesteld wie het vraagt?", FIELD_REQUIRED, AT(struct verzoek_input, identiteit), .max = 500, .called = "hoe u vaststelde wie het vraagt",
     .hint = "Bijvoorbeeld: paspoort gezien aan de balie. Noem geen naam en geen nummer."},
    FORM_END,
};
const struct field verzoek_zoek_form[] = {
    {FIELD_TEXT, "naam", "Naam of initialen", 0, AT(struct verzoek_zoek_input, naam), .hint = "Precies zoals het is ingevoerd. Hoofdletters en accenten maken niet uit.", .autocomplete = "off"},
    {FIELD_DATUM, "geboren", "Geboortedatum", 0, AT(struct verzoek_zoek_input, geboren), .called = "de geboortedatum"},
    {FIELD_TEXT, "nummer", "Of het nummer van de kandidaat", 0, AT(struct verzoek_zoek_input, nummer), .hint = "Bijvoorbeeld K-000123.", .max = 20, .autocomplete = "off"},
    FORM_END,
};
const struct field verzoek_persoon_form[] = {{FIELD_ID, "kandidaat", "Kandidaat", FIELD_REQUIRED, AT(struct verzoek_persoon_input, kandidaat)}, FORM_END};
const struct field verzoek_verleng_form[] = {
    {FIELD_LINES, "reden", "Waarom is er meer tijd nodig?", FIELD_REQUIRED, AT(struct verzoek_reden_input, reden), .max = 500, .called = "waarom er meer tijd nodig is", .hint = "U moet dit ook aan de betrokkene schrijven. Noem geen naam."},
    FORM_END,
};
const struct field verzoek_sluit_form[] = {
    {FIELD_LINES, "reden", "Uitkomst", FIELD_REQUIRED, AT(struct verzoek_reden_input, reden), .max = 1000, .called = "de uitkomst", .hint = "Wat is gedaan of geweigerd, en waarom. Noem geen naam."},
    FORM_END,
};
const struct field verzoek_blokkeer_form[] = {
    {FIELD_LINES, "reden", "Waarom?", FIELD_REQUIRED, AT(struct verzoek_reden_input, reden), .max = 500, .called = "waarom u de gegevens afschermt", .hint = "Noem geen naam."},
    FORM_END,
};
const struct field verzoek_wissen_form[] = {
    {FIELD_CHOICE, "wat", "Wat wordt gewist?", FIELD_REQUIRED, AT(struct verzoek_wissen_input, wat), .choices = wissen, .called = "wat er wordt gewist"},
    {FIELD_LINES, "reden", "Waarom?", FIELD_REQUIRED, AT(struct verzoek_wissen_input, reden), .max = 500, .called = "waarom u wist", .hint = "Loopt er nog een project, zeg dan waarom bewaren niet meer nodig is. Noem geen naam."},
    {FIELD_CHECK, "zeker", "Ja, dit mag voorgoed weg", 0, AT(struct verzoek_wissen_input, zeker)},
    FORM_END,
};
static const struct choice vragen[] = {{"correctie", "Iets klopt niet: ik wil het laten verbeteren", false}, {"overdracht", "Ik wil een kopie van mijn gegevens", false}, {"bezwaar", "Ik heb er bezwaar tegen dat dit hier staat", false},
                                       {"wissen", "Ik wil dat mijn gegevens worden gewist", false}, {NULL, NULL, false}};
const struct field brieven_form[] = {
    {FIELD_CHECK, "kies", "Kies", 0, AT_ROWS(struct brieven_input, kies, BRIEVEN_MOST), .rows = "Kandidaten"},
    {FIELD_ID, "kandidaat", "Kandidaat", 0, AT_ROWS(struct brieven_input, kandidaat, BRIEVEN_MOST), .rows = "Kandidaten"},
    FORM_END,
};
const struct field inzien_form[] = {
    {FIELD_TEXT, "code", "Code", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct inzien_input, code), .max = 40, .called = "de code", .hint = "De code staat op de brief: vier groepjes van vier. Streepjes en hoofdletters maken niet uit.", .autocomplete = "off"},
    {FIELD_DATUM, "geboren", "Geboortedatum", FIELD_REQUIRED, AT(struct inzien_input, geboren), .called = "uw geboortedatum", .hint = "Bijvoorbeeld 27-03-1985.", .autocomplete = "off"},
    FORM_END,
};
const struct field inzien_verzoek_form[] = {
    {FIELD_HIDDEN, "vervolg", "Vervolg", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct inzien_verzoek_input, vervolg), .max = 43},
    {FIELD_CHOICE, "soort", "Wat wilt u?", FIELD_REQUIRED, AT(struct inzien_verzoek_input, soort), .choices = vragen, .called = "wat u wilt"},
    {FIELD_LINES, "bericht", "Uw bericht", FIELD_REQUIRED, AT(struct inzien_verzoek_input, bericht), .max = 2000, .called = "uw bericht", .hint = "Bijvoorbeeld: mijn geboortedatum klopt niet, het moet zijn … Vul nooit uw BSN in."},
    {FIELD_LINES, "bereikbaar", "Hoe kunnen wij u bereiken?", 0, AT(struct inzien_verzoek_input, bereikbaar), .max = 300, .hint = "Dit hoeft niet. Bijvoorbeeld uw telefoonnummer, e-mailadres of postadres. Alleen het coördinatiepunt ziet dit."},
    FORM_END,
};
const struct field inzien_klaar_form[] = {{FIELD_HIDDEN, "vervolg", "Vervolg", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct inzien_verzoek_input, vervolg), .max = 43}, FORM_END};
/* clang-format on */
