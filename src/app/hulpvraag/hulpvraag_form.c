#include "app/hulpvraag/hulpvraag.h"

/* clang-format off */
static const struct choice choices_staat[] = {{"in_behandeling", "In behandeling", false}, {"gesloten", "Gesloten", false}, {"open", "Open", false}, {NULL, NULL, false}};

const struct field hulpvraag_antwoord_form[] = {
    {FIELD_LINES, "tekst", "Uw antwoord", FIELD_REQUIRED, AT(struct hulpvraag_regel_input, tekst), .max = 4000, .called = "uw antwoord",
     .hint = "De vrager krijgt dit per mail en leest het bij Mijn hulpvragen. Noem geen namen of andere gegevens van kandidaten."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct hulpvraag_regel_input, versie)},
    FORM_END,
};
const struct field hulpvraag_notitie_form[] = {
    {FIELD_LINES, "tekst", "Interne notitie", FIELD_REQUIRED, AT(struct hulpvraag_regel_input, tekst), .max = 4000, .called = "de notitie",
     .hint = "Alleen uw coördinatiepunt leest dit; de vrager niet. Geen gegevens van kandidaten."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct hulpvraag_regel_input, versie)},
    FORM_END,
};
const struct field hulpvraag_reactie_form[] = {
    {FIELD_LINES, "tekst", "Uw reactie", FIELD_REQUIRED, AT(struct hulpvraag_regel_input, tekst), .max = 4000, .called = "uw reactie",
     .hint = "Bent u er nog niet uit? Uw vraag gaat dan weer open. Noem geen namen of andere gegevens van kandidaten."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct hulpvraag_regel_input, versie)},
    FORM_END,
};
const struct field hulpvraag_staat_form[] = {
    {FIELD_CHOICE, "staat", "Staat", FIELD_REQUIRED, AT(struct hulpvraag_staat_input, staat), .choices = choices_staat},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct hulpvraag_staat_input, versie)},
    FORM_END,
};
/* clang-format on */
