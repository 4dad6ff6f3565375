#include "app/labels.h"
#include "app/steekproef/steekproef.h"
#include "web/form.h"

/* clang-format off */
static const struct choice soorten[] = {{"", "Alle soorten", false}, {"kandidaat", "Kandidaten", false}, {"inkoop", "Sociaal inkopen", false}, {"activiteit", "Activiteiten / MVO", false}, {"fonds", "Social Return fonds", false}, {NULL, NULL, false}};
static const struct choice standen[] = {{"", "Ingediend en goedgekeurd", false}, {"goedgekeurd", "Alleen goedgekeurd", false}, {"ingediend", "Alleen ingediend, nog niet beoordeeld", false}, {NULL, NULL, false}};
static const struct choice eenheden[] = {{"aantal", "aantal", false}, {"procent", "procent, naar boven afgerond", false}, {NULL, NULL, false}};
static const struct choice wegingen[] = {{"gelijk", "Elke inzet dezelfde kans", false}, {"waarde", "Kans naar waarde: meer waarde, meer kans", false}, {NULL, NULL, false}};

const struct field steekproef_form[] = {
    {FIELD_CHOICE, "soort", "Soort inzet", 0, AT(struct steekproef_input, soort), .choices = soorten, .fieldset = "Waaruit wordt getrokken"},
    {FIELD_TEXT, "blok", "Doelgroep of bouwblok", 0, AT(struct steekproef_input, blok), .max = 100, .hint = "Een deel van de naam, bijvoorbeeld WW. Leeg: alle."},
    {FIELD_TEXT, "opdrachtnemer", "Opdrachtnemer", 0, AT(struct steekproef_input, opdrachtnemer), .max = 100, .hint = "Een deel van de naam. Leeg: alle."},
    {FIELD_TEXT, "opdrachtgever", "Opdrachtgever", 0, AT(struct steekproef_input, opdrachtgever), .max = 100, .hint = "Een deel van de naam. Leeg: alle."},
    {FIELD_TEXT, "project", "Project", 0, AT(struct steekproef_input, project), .max = 100, .hint = "Een deel van de naam. Leeg: alle lopende projecten."},
    {FIELD_CHOICE, "status", "Status", 0, AT(struct steekproef_input, status), .choices = standen, .hint = "Teruggestuurde en ingetrokken inzet doet niet mee."},
    {FIELD_DATUM, "van", "Inzet die liep vanaf", 0, AT(struct steekproef_input, van)},
    {FIELD_DATUM, "tm", "Inzet die liep tot en met", 0, AT(struct steekproef_input, tm), .hint = "Vandaag: inzet die nog moet beginnen doet niet mee."},
    {FIELD_GELD, "minimum", "Waarde vanaf", 0, AT(struct steekproef_input, minimum), .hint = "De waarde als de inzet is goedgekeurd en uitgelopen. Leeg: elke waarde."},
    {FIELD_INT, "getal", "Hoeveel", FIELD_REQUIRED, AT(struct steekproef_input, getal), .min = 1, .max = 500, .fieldset = "Hoe wordt getrokken", .called = "hoeveel er wordt getrokken"},
    {FIELD_CHOICE, "eenheid", "Dat is een", FIELD_REQUIRED, AT(struct steekproef_input, eenheid), .choices = eenheden, .called = "of dat een aantal of een percentage is"},
    {FIELD_CHOICE, "weging", "Kans", FIELD_REQUIRED, AT(struct steekproef_input, weging), .choices = wegingen, .called = "hoe de kans wordt bepaald"},
    {FIELD_DATUM, "deadline", "Bewijs tonen uiterlijk", FIELD_REQUIRED, AT(struct steekproef_input, deadline), .fieldset = "Wat de opdrachtnemers lezen", .called = "tot wanneer bewijs kan worden getoond"},
    {FIELD_LINES, "toelichting", "Toelichting", 0, AT(struct steekproef_input, toelichting), .max = 1000, .hint = "Bijvoorbeeld: wij komen langs, of: laat het zien in een videogesprek. Noem geen kandidaten."},
    {FIELD_HIDDEN, "lijst", "Lijst", 0, AT(struct steekproef_input, lijst)},
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct steekproef_input, actie)},
    FORM_END,
};
const struct field steekproef_sluiten_form[] = {
    {FIELD_LINES, "conclusie", "Conclusie", FIELD_REQUIRED, AT(struct conclusie_input, conclusie), .max = 2000, .called = "de conclusie", .hint = "Ook de opdrachtnemers lezen dit. Noem geen kandidaten."},
    FORM_END,
};
const struct field steekproef_intrekken_form[] = {
    {FIELD_LINES, "conclusie", "Waarom trekt u deze steekproef in?", FIELD_REQUIRED, AT(struct conclusie_input, conclusie), .max = 500, .called = "waarom u deze steekproef intrekt", .hint = "De reden blijft bij de steekproef staan."},
    FORM_END,
};
#define SHA_HINT "De SHA-256 is een vingerafdruk van 64 tekens; het bestand zelf gaat niet mee. Windows: certutil -hashfile bestand SHA256. Mac en Linux: shasum -a 256 bestand."
const struct field gezien_form[] = {
    {FIELD_CHOICE, "soort", "Wat hebt u gezien?", FIELD_REQUIRED, AT(struct gezien_input, soort), .called = "wat u hebt gezien"},
    {FIELD_DATUM, "dag", "Gezien op", FIELD_REQUIRED | FIELD_OLD_ENOUGH, AT(struct gezien_input, dag), .called = "de dag waarop u het hebt gezien"},
    {FIELD_TEXT, "sha256", "SHA-256 van het getoonde bestand", FIELD_NO_BSN_CHECK, AT(struct gezien_input, sha256), .called = "de SHA-256", .hint = "Leeg als u papier zag of niet wilt vergelijken met wat vooraf is vastgelegd. " SHA_HINT},
    FORM_END,
};
const struct field gezien_intrekken_form[] = {FORM_END};     /* shows why not */
const struct field oordeel_form[] = {
    {FIELD_CHOICE, "uitkomst", "Uitkomst", FIELD_REQUIRED, AT(struct oordeel_input, uitkomst), .choices = choices_uitkomst},
    {FIELD_LINES, "opmerking", "Opmerking", 0, AT(struct oordeel_input, opmerking), .max = 1000, .hint = "Verplicht als het niet akkoord is. De opdrachtnemer leest dit. Noem geen namen of andere gegevens van kandidaten."},
    {FIELD_CHOICE, "vervolg", "Vervolg", 0, AT(struct oordeel_input, vervolg), .choices = choices_vervolg, .hint = "Alleen als het niet akkoord is. Weet u het nog niet? Vul het dan later in, in elk geval vóór het sluiten."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct oordeel_input, versie)},
    FORM_END,
};
const struct field antwoord_form[] = {
    {FIELD_LINES, "antwoord", "Hoe en waar kan het bewijs worden gezien?", FIELD_REQUIRED, AT(struct antwoord_input, antwoord), .max = 1000, .called = "hoe en waar het bewijs kan worden gezien",
     .hint = "Bijvoorbeeld: op kantoor, op dinsdag, vraag naar de afdeling personeelszaken. Noem geen namen of andere gegevens van kandidaten; stuur geen bewijs mee."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct antwoord_input, versie)},
    FORM_END,
};
const struct field bewijs_form[] = {
    {FIELD_CHOICE, "soort", "Soort bewijs", FIELD_REQUIRED, AT(struct bewijs_input, soort), .called = "het soort bewijs"},
    {FIELD_DATUM, "dag", "Datum van het document", FIELD_REQUIRED | FIELD_OLD_ENOUGH, AT(struct bewijs_input, dag), .called = "de datum van het document"},
    {FIELD_TEXT, "sha256", "SHA-256 van het bestand", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct bewijs_input, sha256), .called = "de SHA-256", .hint = SHA_HINT},
    FORM_END,
};
const struct field bewijs_intrekken_form[] = {
    {FIELD_TEXT, "reden", "Waarom trekt u dit in?", FIELD_REQUIRED, AT(struct bewijs_intrekken_input, reden), .max = 200, .called = "waarom u dit intrekt", .hint = "Bijvoorbeeld: verkeerd bestand. Noem geen namen."},
    FORM_END,
};
/* clang-format on */
