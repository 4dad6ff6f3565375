#include "app/labels.h"
#include "app/project/project.h"

#define MILJARD INT64_C(100000000000) /* cents: a billion euro */

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
    {FIELD_GELD, "p_bedrag", "Geschat", 0, AT_ROWS(struct perioden_input, bedrag, PROJECT_PERIODEN_MAX), .max = MILJARD, .rows = "Perioden", .called = "het geschatte bedrag"},
    {FIELD_GELD, "p_vast", "Vastgesteld", 0, AT_ROWS(struct perioden_input, vastgesteld, PROJECT_PERIODEN_MAX), .max = MILJARD, .rows = "Perioden", .called = "het vastgestelde bedrag"},
    {FIELD_GELD, "p_verwacht", "Verwachte omzet", 0, AT_ROWS(struct perioden_input, omzet_verwacht, PROJECT_PERIODEN_MAX), .max = 100 * MILJARD, .rows = "Perioden", .called = "de verwachte omzet"},
    {FIELD_GELD, "p_omzet", "Omzet", 0, AT_ROWS(struct perioden_input, omzet, PROJECT_PERIODEN_MAX), .max = 100 * MILJARD, .rows = "Perioden", .called = "de omzet"},
    {FIELD_BP, "p_bp", "Percentage", 0, AT_ROWS(struct perioden_input, bp, PROJECT_PERIODEN_MAX), .max = 10000, .rows = "Perioden", .called = "het percentage"},
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct perioden_input, actie)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct perioden_input, versie)},
    FORM_END,
};
const struct field verlengen_form[] = {
    {FIELD_DATUM, "tot", "Verlengen tot en met", FIELD_REQUIRED, AT(struct verlengen_input, tot), .hint = "De nieuwe laatste dag, bijvoorbeeld 31-12-2028.", .called = "de nieuwe einddatum"},
    {FIELD_GELD, "bedrag", "Verlengen met bedrag", 0, AT(struct verlengen_input, bedrag), .max = MILJARD, .called = "het bedrag", .hint = "Met dit bedrag wordt de SR verplichting hoger. Mag 0 zijn."},
    FORM_END,
};
const struct field verlengen_controle_form[] = {
    {FIELD_DATUM, "tot", "Einddatum", FIELD_REQUIRED, AT(struct verlengen_controle_input, tot), .called = "de nieuwe einddatum", .fieldset = "Verlenging"},
    {FIELD_GELD, "bedrag", "Verlengen met bedrag", 0, AT(struct verlengen_controle_input, bedrag), .max = MILJARD, .called = "het bedrag"},
    {FIELD_CHECK, "verlengbaar", "Dit project mag daarna nog eens verlengd worden", 0, AT(struct verlengen_controle_input, verlengbaar)},
    {FIELD_TEXT, "naam", "Projectnaam", FIELD_REQUIRED, AT(struct verlengen_controle_input, naam), .called = "de projectnaam", .fieldset = "Projectgegevens"},
    {FIELD_TEXT, "projectgroep", "Projectgroep", 0, AT(struct verlengen_controle_input, projectgroep)},
    {FIELD_TEXT, "plaats", "Plaats project", FIELD_REQUIRED, AT(struct verlengen_controle_input, plaats), .called = "de plaats van het project"},
    {FIELD_CHOICE, "sector", "Sector", FIELD_REQUIRED, AT(struct verlengen_controle_input, sector), .choices = choices_sector, .called = "de sector"},
    {FIELD_LINES, "toelichting", "Toelichting", 0, AT(struct verlengen_controle_input, toelichting), .hint = "Geen gegevens van kandidaten."},
    {FIELD_DATUM, "p_start", "Startdatum", 0, AT_ROWS(struct verlengen_controle_input, periode_start, PROJECT_PERIODEN_MAX), .rows = "Nieuwe perioden"},
    {FIELD_DATUM, "p_eind", "Einddatum", 0, AT_ROWS(struct verlengen_controle_input, periode_eind, PROJECT_PERIODEN_MAX), .rows = "Nieuwe perioden"},
    {FIELD_GELD, "p_bedrag", "Geschatte SR verplichting", 0, AT_ROWS(struct verlengen_controle_input, periode_bedrag, PROJECT_PERIODEN_MAX), .max = MILJARD, .rows = "Nieuwe perioden"},
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct verlengen_controle_input, actie)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct verlengen_controle_input, versie)},
    FORM_END,
};
const struct field ontbreekt_form[] = {
    {FIELD_LINES, "reden", "Wat ontbreekt er?", FIELD_REQUIRED, AT(struct reden_input, reden), .called = "wat er ontbreekt", .hint = "Noem een kandidaat alleen bij het nummer, bijvoorbeeld K-000123."},
    FORM_END,
};
const struct field intrekken_form[] = {
    {FIELD_LINES, "reden", "Waarom trekt u de goedkeuring in?", FIELD_REQUIRED, AT(struct reden_input, reden), .called = "waarom u de goedkeuring intrekt", .hint = "Geen gegevens van kandidaten. Dit staat in de historie."},
    FORM_END,
};
const struct field heropenen_form[] = {
    {FIELD_LINES, "reden", "Waarom moet het project weer open?", FIELD_REQUIRED, AT(struct reden_input, reden), .called = "waarom het project weer open moet", .hint = "Geen gegevens van kandidaten. Dit staat in de historie."},
    FORM_END,
};
const struct field contact_invite_form[] = {
    {FIELD_ID, "organisatie", "Organisatie", FIELD_REQUIRED, AT(struct contact_invite_input, organisatie), .called = "de organisatie"},
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct contact_invite_input, naam), .called = "de naam"},
    {FIELD_EMAIL, "email", "E-mailadres", FIELD_REQUIRED, AT(struct contact_invite_input, email), .called = "het e-mailadres"},
    {FIELD_PHONE, "telefoon", "Telefoon", 0, AT(struct contact_invite_input, telefoon)},
    {FIELD_TEXT, "functie", "Functie", 0, AT(struct contact_invite_input, functie)},
    FORM_END,
};
const struct field contact_add_form[] = {
    {FIELD_ID, "gebruiker", "Contactpersoon", FIELD_REQUIRED, AT(struct contact_add_input, gebruiker), .called = "de contactpersoon"},
    FORM_END,
};
/* clang-format on */
