#include "app/verantwoording/verantwoording.h"

#define MILJARD INT64_C(100000000000) /* cents: a billion euro */

/* clang-format off */
#define LAST                                                                                                                                                      \
    {FIELD_TEXT, "onderaannemer", "Onderaannemer", 0, AT(struct overig_input, onderaannemer), .hint = "Alleen als een onderaannemer dit deed."},                   \
    {FIELD_FILE, "bestand", "Bewijs (PDF)", 0, .called = "het document", .hint = "Een PDF van hooguit 1 MB, zonder gegevens van kandidaten. Kiest u eerst ‘bereken waarde’, kies het bestand dan daarna."}, \
    {FIELD_ANSWERS, "attr_", "Antwoorden", 0, AT(struct overig_input, antwoorden)},                                                                               \
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct overig_input, actie)}
#define INKOOP                                                                                                                                                    \
    {FIELD_ID, "bouwblok", "Soort inkoop", FIELD_REQUIRED, AT(struct overig_input, bouwblok), .called = "de soort inkoop"},                                        \
    {FIELD_TEXT, "leverancier", "Leverancier", FIELD_REQUIRED, AT(struct overig_input, leverancier), .called = "de leverancier"},                                  \
    {FIELD_TEXT, "nummer", "Factuurnummer", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct overig_input, nummer), .max = 60, .called = "het factuurnummer"},       \
    {FIELD_DATUM, "datum", "Factuurdatum", FIELD_REQUIRED, AT(struct overig_input, datum), .called = "de factuurdatum"},                                          \
    {FIELD_GELD, "bedrag", "Bedrag zonder btw", FIELD_REQUIRED, AT(struct overig_input, bedrag), .min = 1, .max = MILJARD, .called = "het bedrag zonder btw"},     \
    {FIELD_TEXT, "toelichting", "Toelichting", 0, AT(struct overig_input, toelichting), .max = 500}
#define ACTIVITEIT                                                                                                                                                \
    {FIELD_ID, "bouwblok", "Soort activiteit", FIELD_REQUIRED, AT(struct overig_input, bouwblok), .called = "de soort activiteit"},                                \
    {FIELD_TEXT, "toelichting", "Wat is er gedaan?", FIELD_REQUIRED, AT(struct overig_input, toelichting), .max = 500, .called = "wat er gedaan is", .hint = "Bij een afgesproken bedrag ook waarom. Geen gegevens van kandidaten."}, \
    {FIELD_DATUM, "datum", "Datum", FIELD_REQUIRED, AT(struct overig_input, datum), .called = "de datum"},                                                        \
    {FIELD_DATUM, "tot", "Tot en met", 0, AT(struct overig_input, tot), .hint = "Alleen als het meer dan een dag duurde."},                                       \
    {FIELD_UREN, "uren", "Uren per medewerker", 0, AT(struct overig_input, uren), .max = 1000000, .called = "de uren", .hint = "Bij een waarde per uur."},        \
    {FIELD_INT, "personen", "Aantal medewerkers", 0, AT(struct overig_input, personen), .min = 1, .max = 10000, .hint = "Leeg is 1."},                            \
    {FIELD_GELD, "bedrag", "Bedrag zonder btw", 0, AT(struct overig_input, bedrag), .max = MILJARD, .called = "het bedrag", .hint = "Bij een factuur of een afgesproken bedrag."}
#define FONDS                                                                                                                                                     \
    {FIELD_ID, "bouwblok", "Soort storting", FIELD_REQUIRED, AT(struct overig_input, bouwblok), .called = "de soort storting"},                                    \
    {FIELD_DATUM, "datum", "Datum van betaling", FIELD_REQUIRED, AT(struct overig_input, datum), .called = "de datum van betaling"},                              \
    {FIELD_GELD, "bedrag", "Bedrag", FIELD_REQUIRED, AT(struct overig_input, bedrag), .min = 1, .max = MILJARD, .called = "het bedrag"},                           \
    {FIELD_TEXT, "toelichting", "Toelichting", 0, AT(struct overig_input, toelichting), .max = 500}
#define WHY                                                                                                                                                       \
    {FIELD_TEXT, "reden", "Waarom wijzigt u dit?", FIELD_REQUIRED, AT(struct overig_input, reden), .called = "waarom u dit wijzigt"},                              \
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct overig_input, versie)}

const struct field inkoop_form[] = {INKOOP, LAST, FORM_END};
const struct field activiteit_form[] = {ACTIVITEIT, LAST, FORM_END};
const struct field fonds_form[] = {FONDS, LAST, FORM_END};
const struct field inkoop_wijzigen_form[] = {INKOOP, LAST, WHY, FORM_END};
const struct field activiteit_wijzigen_form[] = {ACTIVITEIT, LAST, WHY, FORM_END};
const struct field fonds_wijzigen_form[] = {FONDS, LAST, WHY, FORM_END};
/* clang-format on */
