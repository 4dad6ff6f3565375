#include "app/labels.h"
#include "app/organisatie/organisatie.h"

/* clang-format off */
static const struct choice made_by_cp[] = {{"opdrachtgever", "Opdrachtgever", false}, {"wsp", "Werkgeversservicepunt", false}, {"intermediair", "SR-intermediair", false}, {NULL, NULL, false}};

const struct field opdrachtnemer_new_form[] = {
    {FIELD_TEXT, "naam", "Naam van de opdrachtnemer", FIELD_REQUIRED, AT(struct opdrachtnemer_new_input, naam), .called = "de naam van de opdrachtnemer", .fieldset = "Bedrijf"},
    {FIELD_KVK, "kvk", "KvK-nummer", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct opdrachtnemer_new_input, kvk), .hint = "8 cijfers, bijvoorbeeld 12345678.", .called = "het KvK-nummer"},
    {FIELD_TEXT, "adres", "Adres", 0, AT(struct opdrachtnemer_new_input, adres)},
    {FIELD_POSTCODE, "postcode", "Postcode", 0, AT(struct opdrachtnemer_new_input, postcode)},
    {FIELD_TEXT, "plaats", "Plaats", 0, AT(struct opdrachtnemer_new_input, plaats)},
    {FIELD_CHECK, "echt_nieuw", "Dit is echt een ander bedrijf dan de bedrijven die hierop lijken", 0, AT(struct opdrachtnemer_new_input, echt_nieuw)},
    {FIELD_TEXT, "contact_naam", "Naam contactpersoon", FIELD_REQUIRED, AT(struct opdrachtnemer_new_input, contact_naam), .fieldset = "Eerste contactpersoon"},
    {FIELD_EMAIL, "contact_email", "E-mailadres contactpersoon", FIELD_REQUIRED, AT(struct opdrachtnemer_new_input, contact_email)},
    {FIELD_PHONE, "contact_telefoon", "Telefoon contactpersoon", 0, AT(struct opdrachtnemer_new_input, contact_telefoon)},
    {FIELD_TEXT, "contact_functie", "Functie contactpersoon", 0, AT(struct opdrachtnemer_new_input, contact_functie)},
    {FIELD_HIDDEN, "concept", "Concept", FIELD_NO_BSN_CHECK, AT(struct opdrachtnemer_new_input, concept)},
    FORM_END,
};
const struct field contact_new_form[] = {
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct contact_new_input, naam)},
    {FIELD_EMAIL, "email", "E-mailadres", FIELD_REQUIRED, AT(struct contact_new_input, email)},
    {FIELD_PHONE, "telefoon", "Telefoon", 0, AT(struct contact_new_input, telefoon)},
    {FIELD_TEXT, "functie", "Functie", 0, AT(struct contact_new_input, functie)},
    {FIELD_HIDDEN, "concept", "Concept", FIELD_NO_BSN_CHECK, AT(struct contact_new_input, concept)},
    FORM_END,
};
const struct field organisatie_new_form[] = {
    {FIELD_CHOICE, "soort", "Soort organisatie", FIELD_REQUIRED, AT(struct organisatie_new_input, soort), .choices = made_by_cp},
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct organisatie_new_input, naam)},
    {FIELD_KVK, "kvk", "KvK-nummer", FIELD_NO_BSN_CHECK, AT(struct organisatie_new_input, kvk), .hint = "8 cijfers, bijvoorbeeld 12345678."},
    {FIELD_CHOICE, "og_soort", "Soort opdrachtgever", 0, AT(struct organisatie_new_input, og_soort), .choices = choices_og_soort, .hint = "Alleen bij een opdrachtgever."},
    {FIELD_ID, "wsp", "Werkgeversservicepunt van de opdrachtgever", 0, AT(struct organisatie_new_input, wsp), .hint = "Alleen bij een opdrachtgever."},
    {FIELD_TEXT, "adres", "Adres", 0, AT(struct organisatie_new_input, adres)},
    {FIELD_POSTCODE, "postcode", "Postcode", 0, AT(struct organisatie_new_input, postcode)},
    {FIELD_TEXT, "plaats", "Plaats", 0, AT(struct organisatie_new_input, plaats)},
    {FIELD_CHECK, "echt_nieuw", "Dit is echt een andere organisatie dan die hierop lijken", 0, AT(struct organisatie_new_input, echt_nieuw)},
    FORM_END,
};
const struct field organisatie_form[] = {
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct organisatie_input, naam)},
    {FIELD_TEXT, "adres", "Adres", 0, AT(struct organisatie_input, adres)},
    {FIELD_POSTCODE, "postcode", "Postcode", 0, AT(struct organisatie_input, postcode)},
    {FIELD_TEXT, "plaats", "Plaats", 0, AT(struct organisatie_input, plaats)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct organisatie_input, versie)},
    FORM_END,
};
/* clang-format on */
