#include "app/register/register.h"
#include "web/form.h"

const struct field geheimhouding_form[] = {
    {FIELD_LINES, "tekst", "Tekst van de verklaring", FIELD_REQUIRED, AT(struct geheimhouding_input, tekst),
     .max = 10000, .called = "de tekst",
     .hint =
         "Een lege regel begint een nieuwe alinea. De algemene afspraken staan er al boven; schrijf alleen wat in uw regio erbij komt."},
    {FIELD_DATUM, "geldt_vanaf", "Geldt vanaf", FIELD_REQUIRED, AT(struct geheimhouding_input, geldt_vanaf),
     .called = "de dag waarop de tekst gaat gelden",
     .hint = "Vanaf die dag gaat iedere gebruiker van de regio één keer akkoord voordat hij verder kan."},
    {FIELD_VERSIE, "nr", "Versie", FIELD_REQUIRED, AT(struct geheimhouding_input, nr)},
    FORM_END,
};
const struct field leessignaal_form[] = {
    {FIELD_HIDDEN, "wie", "Wie", FIELD_REQUIRED, AT(struct leessignaal_input, wie), .max = 20},
    {FIELD_HIDDEN, "dag", "Dag", FIELD_REQUIRED, AT(struct leessignaal_input, dag), .max = 10},
    {FIELD_LINES, "oordeel", "Wat was er aan de hand?", FIELD_REQUIRED, AT(struct leessignaal_input, oordeel),
     .max = 500, .called = "wat u hebt gevonden",
     .hint = "Bijvoorbeeld: controle van een steekproef. Noem geen naam van een kandidaat."},
    FORM_END,
};
const struct field verwerking_form[] = {
    {FIELD_TEXT, "grondslag", "Grondslag in uw regio", 0, AT(struct verwerking_input, grondslag), .max = 500,
     .hint = "Leeg: de grondslag die de monitor noemt."},
    {FIELD_LINES, "ontvangers", "Andere ontvangers", 0, AT(struct verwerking_input, ontvangers), .max = 1000,
     .hint = "Wie de gegevens nog meer krijgt, buiten de monitor om."},
    {FIELD_LINES, "verwerkers", "Verwerkers", 0, AT(struct verwerking_input, verwerkers), .max = 1000,
     .hint = "Bijvoorbeeld de hostingpartij, met de datum van de verwerkersovereenkomst."},
    {FIELD_LINES, "toelichting", "Toelichting", 0, AT(struct verwerking_input, toelichting), .max = 2000,
     .hint = "Bijvoorbeeld een verwijzing naar de DPIA."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct verwerking_input, versie)},
    FORM_END,
};
