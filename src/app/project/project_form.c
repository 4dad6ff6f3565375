#include "app/labels.h"
#include "app/project/project.h"

#define MILJARD INT64_C(100000000000)    /* cents: a billion euro */

/* clang-format off */
#define PROJECT_DATA                                                                                                                                              \
    {FIELD_TEXT, "naam", "Projectnaam", FIELD_REQUIRED, AT(struct project_input, naam), .called = "de projectnaam", .fieldset = "Project"},                       \
    {FIELD_TEXT, "projectgroep", "Projectgroep", 0, AT(struct project_input, projectgroep)}
#define PROJECT_PLACE                                                                                                                                             \
    {FIELD_TEXT, "plaats", "Plaats project", FIELD_REQUIRED, AT(struct project_input, plaats), .called = "de plaats van het project", .fieldset = "Plaats en looptijd"}, \
    {FIELD_DATUM, "start", "Startdatum", FIELD_REQUIRED, AT(struct project_input, start), .hint = "Bijvoorbeeld 27-03-2026.", .called = "de startdatum"},         \
    {FIELD_DATUM, "eind", "Einddatum", FIELD_REQUIRED, AT(struct project_input, eind), .hint = "De laatste dag, bijvoorbeeld 26-03-2028.", .called = "de einddatum"}, \
    {FIELD_CHOICE, "sector", "Sector", FIELD_REQUIRED, AT(struct project_input, sector), .choices = choices_sector, .called = "de sector"}
#define PROJECT_MONEY                                                                                                                                             \
    {FIELD_GELD, "opdrachtwaarde", "Opdrachtwaarde", 0, AT(struct project_input, opdrachtwaarde), .max = MILJARD},                                                \
    {FIELD_BP, "sr_bp", "SR-percentage", 0, AT(struct project_input, sr_bp), .max = 10000, .hint = "Bijvoorbeeld 5 %. Met de opdrachtwaarde berekent het de verplichting als u die leeg laat."}, \
    {FIELD_GELD, "verplichting", "SR verplichting of geschatte SR verplichting", 0, AT(struct project_input, verplichting), .max = MILJARD, .called = "de SR verplichting", \
     .hint = "Over de hele looptijd. Bij een inspanningsverplichting blijft dit leeg."},                                                                         \
    {FIELD_CHECK, "verlengbaar", "Dit project mag verlengd worden", 0, AT(struct project_input, verlengbaar)},                                                    \
    {FIELD_LINES, "toelichting", "Toelichting", 0, AT(struct project_input, toelichting), .hint = "Geen gegevens van kandidaten."}

const struct field project_new_form[] = {
    PROJECT_DATA,
    {FIELD_ID, "opdrachtgever", "Opdrachtgever", 0, AT(struct project_input, opdrachtgever)},
    {FIELD_ID, "opdrachtnemer", "Opdrachtnemer", FIELD_REQUIRED | FIELD_NEW_LAST, AT(struct project_input, opdrachtnemer), .called = "de opdrachtnemer", .fieldset = "Opdrachtnemer"},
    {FIELD_ID, "contact", "Contactpersoon opdrachtnemer", FIELD_REQUIRED | FIELD_NEW_LAST, AT(struct project_input, contact), .called = "de contactpersoon",
     .hint = "Kies eerst de opdrachtnemer en druk op ‘Toon contactpersonen’."},
    PROJECT_PLACE,
    {FIELD_CHOICE, "afspraak", "Contractafspraak", FIELD_REQUIRED, AT(struct project_input, afspraak), .choices = choices_afspraak, .called = "de contractafspraak", .fieldset = "Contractafspraak"},
    PROJECT_MONEY,
    {FIELD_DATUM, "p_start", "Startdatum", 0, AT_ROWS(struct project_input, periode_start, PROJECT_PERIODEN_MAX), .rows = "Perioden van de raamovereenkomst"},
    {FIELD_DATUM, "p_eind", "Einddatum", 0, AT_ROWS(struct project_input, periode_eind, PROJECT_PERIODEN_MAX), .rows = "Perioden van de raamovereenkomst"},
    {FIELD_GELD, "p_bedrag", "Geschatte SR verplichting", 0, AT_ROWS(struct project_input, periode_bedrag, PROJECT_PERIODEN_MAX), .max = MILJARD, .rows = "Perioden van de raamovereenkomst"},
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct project_input, actie)},
    FORM_END,
};
const struct field project_edit_form[] = {
    PROJECT_DATA,
    PROJECT_PLACE,
    PROJECT_MONEY,
    {FIELD_ID, "extra_wsp", "Extra werkgeversservicepunt", 0, AT(struct project_input, extra_wsp)},
    {FIELD_ID, "intermediair", "SR-intermediair", 0, AT(struct project_input, intermediair)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct project_input, versie)},
    FORM_END,
};
const struct field perioden_form[] = {
    {FIELD_DATUM, "p_start", "Startdatum", 0, AT_ROWS(struct perioden_input, start, PROJECT_PERIODEN_MAX), .rows = "Perioden"},
    {FIELD_DATUM, "p_eind", "Einddatum", 0, AT_ROWS(struct perioden_input, eind, PROJECT_PERIODEN_MAX), .rows = "Perioden"},
    {FIELD_GELD, "p_bedrag", "Geschatte SR verplichting", 0, AT_ROWS(struct perioden_input, bedrag, PROJECT_PERIODEN_MAX), .max = MILJARD, .rows = "Perioden"},
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct perioden_input, actie)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct perioden_input, versie)},
    FORM_END,
};
const struct field contact_add_form[] = {
    {FIELD_ID, "gebruiker", "Contactpersoon", FIELD_REQUIRED, AT(struct contact_add_input, gebruiker), .called = "de contactpersoon"},
    FORM_END,
};
/* clang-format on */
