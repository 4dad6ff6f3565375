#include "app/eindoordeel/eindoordeel.h"
#include "web/form.h"

/* clang-format off */
static const struct choice oordelen[] = {{"niet_voldaan", "Niet voldaan", false}, {"inspanning", "Voldaan naar inspanning", false}, {"voldaan", "Alsnog voldaan", false}, {NULL, NULL, false}};
static const struct choice maatregelen[] = {{"hersteltermijn", "Hersteltermijn: meer tijd om alsnog te voldoen", false}, {"fonds", "Betaling in het Social Return fonds", false}, {"boete", "Boete of inhouding", false},
                                            {"geen", "Geen maatregel", false}, {NULL, NULL, false}};
const struct field eindoordeel_form[] = {
    {FIELD_CHOICE, "oordeel", "Eindoordeel", FIELD_REQUIRED, AT(struct eindoordeel_input, oordeel), .choices = oordelen, .called = "het eindoordeel"},
    {FIELD_GELD, "tekort", "Tekort", 0, AT(struct eindoordeel_input, tekort), .max = INT64_C(100000000000), .called = "het tekort", .hint = "Wat berekend is, staat er al. Bij ‘Alsnog voldaan’ telt dit veld niet."},
    {FIELD_LINES, "tekort_reden", "Waarom is het een ander tekort dan berekend?", 0, AT(struct eindoordeel_input, tekort_reden), .max = 500, .hint = "Alleen als u een ander bedrag invult."},
    {FIELD_CHOICE, "maatregel", "Afgesproken maatregel", FIELD_REQUIRED, AT(struct eindoordeel_input, maatregel), .choices = maatregelen, .called = "de maatregel"},
    {FIELD_GELD, "bedrag", "Bedrag van de maatregel", 0, AT(struct eindoordeel_input, bedrag), .max = INT64_C(100000000000), .called = "het bedrag", .hint = "Bij een betaling in het fonds of een boete."},
    {FIELD_DATUM, "dag", "Tot en met, of te betalen voor", 0, AT(struct eindoordeel_input, dag), .called = "de datum", .hint = "Bij een hersteltermijn verplicht. Bijvoorbeeld 31-12-2026."},
    {FIELD_LINES, "toelichting", "Toelichting", FIELD_REQUIRED, AT(struct eindoordeel_input, toelichting), .max = 2000, .called = "de toelichting", .hint = "Wat is afgesproken en waarom. De opdrachtgever en de opdrachtnemer lezen dit. Noem geen namen."},
    {FIELD_VERSIE, "nr", "Nummer", FIELD_REQUIRED, AT(struct eindoordeel_input, nr)},
    FORM_END,
};
const struct field afwikkelen_form[] = {
    {FIELD_DATUM, "dag", "Afgewikkeld op", FIELD_REQUIRED | FIELD_OLD_ENOUGH, AT(struct afwikkelen_input, dag), .called = "de dag waarop de maatregel is afgewikkeld"},
    {FIELD_GELD, "bedrag", "Betaald bedrag", FIELD_REQUIRED, AT(struct afwikkelen_input, bedrag), .max = INT64_C(100000000000), .called = "het betaalde bedrag"},
    {FIELD_TEXT, "kenmerk", "Kenmerk", 0, AT(struct afwikkelen_input, kenmerk), .hint = "Bijvoorbeeld het nummer van de factuur of het besluit."},
    {FIELD_VERSIE, "nr", "Nummer", FIELD_REQUIRED, AT(struct afwikkelen_input, nr)},
    FORM_END,
};
/* clang-format on */
