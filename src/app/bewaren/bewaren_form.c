#include "app/bewaren/bewaren.h"
#include "web/form.h"

const struct field uitstel_form[] = {
    {FIELD_DATUM, "tot", "Niet vernietigen tot en met", FIELD_REQUIRED, AT(struct uitstel_input, tot),
     .called = "tot en met welke dag er niet wordt vernietigd",
     .hint = "Een dag die voorbij is, heft een eerder uitstel op."},
    {FIELD_LINES, "reden", "Waarom?", FIELD_REQUIRED, AT(struct uitstel_input, reden), .max = 500,
     .called = "waarom de gegevens langer nodig zijn", .hint = "Bijvoorbeeld: er loopt een bezwaar. Noem geen naam."},
    FORM_END,
};
const struct field weigeren_form[] = {
    {FIELD_LINES, "reden", "Waarom gaat de lijst niet door?", FIELD_REQUIRED, AT(struct weigeren_input, reden),
     .max = 500, .called = "waarom de lijst niet doorgaat", .hint = "Noem geen naam."},
    FORM_END,
};
/* Which kind the list is of: chosen by the button that leads to the page. */
const struct field lijst_form[] = {
    {FIELD_HIDDEN, "soort", "Soort", FIELD_REQUIRED, AT(struct lijst_input, soort), .max = 20},
    FORM_END,
};
const struct field termijnen_form[] = {
    {FIELD_INT, "stukken", "Stukken van een project, in jaren", FIELD_REQUIRED, AT(struct termijnen_input, stukken),
     .min = 1, .max = 20, .called = "de termijn van stukken",
     .hint = "Na het afronden van het project. De selectielijst noemt 7 jaar."},
    {FIELD_INT, "notitie", "Interne notities, in jaren", FIELD_REQUIRED, AT(struct termijnen_input, notitie), .min = 1,
     .max = 20, .called = "de termijn van notities",
     .hint = "Na het afronden van het project. De selectielijst noemt 5 jaar."},
    {FIELD_INT, "verzoek", "Dossiers van betrokkenen, in jaren", FIELD_REQUIRED, AT(struct termijnen_input, verzoek),
     .min = 1, .max = 20, .called = "de termijn van dossiers",
     .hint = "Na het sluiten. De selectielijst noemt 5 jaar."},
    {FIELD_INT, "hulpvraag", "Hulpvragen, in jaren", FIELD_REQUIRED, AT(struct termijnen_input, hulpvraag), .min = 1,
     .max = 10, .called = "de termijn van hulpvragen",
     .hint = "Na de laatste wijziging van een beantwoorde of gesloten vraag."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct termijnen_input, versie)},
    FORM_END,
};
