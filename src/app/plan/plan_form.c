#include "app/plan/plan_form.h"

#include <string.h>

#define MILJARD INT64_C(100000000000) /* cents: a billion euro */

const struct choice plan_doelgroepen[PLAN_DOELGROEPEN + 1] = {
    {"pw_kort", "Participatiewet zonder arbeidsbeperking, korter dan 2 jaar", false},
    {"pw_lang", "Participatiewet zonder arbeidsbeperking, langer dan 2 jaar", false},
    {"pw_beperking", "Participatiewet met arbeidsbeperking (vastgesteld door UWV)", false},
    {"ww_kort", "WW korter dan 1 jaar (minimaal 3 maanden)", false},
    {"ww_lang", "WW langer dan 1 jaar", false},
    {"wia_wao", "WIA/WAO", false},
    {"wajong", "Wajong (oude regeling)", false},
    {"bbl", "BBL", false},
    {"bol", "BOL", false},
    {"vsv", "Voortijdig schoolverlaters tot 27 jaar", false},
    {"vso_stage", "Stage VSO/praktijkonderwijs", false},
    {"nug", "Niet-uitkeringsgerechtigden (NUG)", false},
    {NULL, NULL, false},
};
static const struct choice pso_treden[] = {
    {"", "Geen certificaat", false}, {"aspirant", "Aspirant", false}, {"1", "Trede 1", false}, {"2", "Trede 2", false},
    {"3", "Trede 3", false},         {"30+", "30+", false},           {NULL, NULL, false},
};
static const struct choice statussen[] = {
    {"concept", "Concept", false},
    {"ingediend", "Ingediend, wacht op beoordeling", false},
    {"aanpassen", "Aanpassen", false},
    {"akkoord", "Akkoord", false},
    {NULL, NULL, false},
};
static const struct choice oordelen[] = {
    {"akkoord", "Akkoord", false}, {"aanpassen", "Aanpassen", false}, {NULL, NULL, false}};

/* clang-format off */
#define KANDIDATEN "Kandidaten"
#define INKOPEN "Sociaal inkopen"
#define ACTIVITEITEN "Activiteiten en overige inzet"
#define LIJNEN(type)                                                                                                                                              \
    {FIELD_CHOICE, "k_blok", "Bouwblok", 0, AT_ROWS(type, lijnen.k_blok, PLAN_KANDIDATEN), .rows = KANDIDATEN, .called = "het bouwblok"},                         \
    {FIELD_INT, "k_aantal", "Aantal personen", 0, AT_ROWS(type, lijnen.k_aantal, PLAN_KANDIDATEN), .min = 1, .max = 9999, .rows = KANDIDATEN, .called = "het aantal personen"}, \
    {FIELD_UREN, "k_uren", "Uren per week", 0, AT_ROWS(type, lijnen.k_uren, PLAN_KANDIDATEN), .rows = KANDIDATEN, .called = "de uren per week"},                   \
    {FIELD_INT, "k_mnd", "Aantal maanden", 0, AT_ROWS(type, lijnen.k_mnd, PLAN_KANDIDATEN), .min = 1, .max = 480, .rows = KANDIDATEN, .called = "het aantal maanden"}, \
    {FIELD_DATUM, "k_van", "Vanaf", 0, AT_ROWS(type, lijnen.k_van, PLAN_KANDIDATEN), .rows = KANDIDATEN, .called = "de datum vanaf wanneer"},                      \
    {FIELD_CHOICE, "i_blok", "Bouwblok", 0, AT_ROWS(type, lijnen.i_blok, PLAN_INKOPEN), .rows = INKOPEN, .called = "het bouwblok"},                               \
    {FIELD_GELD, "i_bedrag", "Bedrag zonder btw", 0, AT_ROWS(type, lijnen.i_bedrag, PLAN_INKOPEN), .max = MILJARD, .rows = INKOPEN, .called = "het bedrag"},       \
    {FIELD_CHOICE, "a_blok", "Bouwblok", 0, AT_ROWS(type, lijnen.a_blok, PLAN_ACTIVITEITEN), .rows = ACTIVITEITEN, .called = "het bouwblok"},                     \
    {FIELD_UREN, "a_uren", "Aantal uren", 0, AT_ROWS(type, lijnen.a_uren, PLAN_ACTIVITEITEN), .max = 1000000, .rows = ACTIVITEITEN, .called = "het aantal uren"},  \
    {FIELD_GELD, "a_bedrag", "Bedrag zonder btw", 0, AT_ROWS(type, lijnen.a_bedrag, PLAN_ACTIVITEITEN), .max = MILJARD, .rows = ACTIVITEITEN, .called = "het bedrag"}
/* the labels are plan_doelgroepen, set by the page: one list of words */
#define DOELGROEP(i, code) {FIELD_INT, "dg_" code, "Aantal", 0, AT(struct plan_input, doelgroep[i]), .max = 9999, .called = "het aantal"}

const struct field plan_form[] = {
    {FIELD_ID, "contact", "Contactpersoon social return", 0, AT(struct plan_input, contact), .called = "de contactpersoon",
     .hint = "Een contactpersoon van dit project. Naam, functie, e-mailadres en telefoon komen uit zijn of haar eigen gegevens."},
    {FIELD_GELD, "opdrachtwaarde", "Opdrachtwaarde (raming)", 0, AT(struct plan_input, opdrachtwaarde), .max = MILJARD, .called = "de opdrachtwaarde"},
    {FIELD_BP, "sr_bp", "SR-percentage", 0, AT(struct plan_input, sr_bp), .max = 10000, .called = "het SR-percentage"},
    {FIELD_TEXT, "verlengingsopties", "Verlengingsopties", 0, AT(struct plan_input, verlengingsopties), .hint = "Bijvoorbeeld: twee keer 1 jaar.", .called = "de verlengingsopties"},
    {FIELD_CHOICE, "pso_trede", "PSO-trede", 0, AT(struct plan_input, pso_trede), .choices = pso_treden, .hint = "Alleen als u een PSO-certificaat heeft.", .called = "de PSO-trede"},
    {FIELD_CHECK, "vacatures", "Vacatures of banen", 0, AT(struct plan_input, vacatures)},
    {FIELD_CHECK, "leerwerkplekken", "Leerwerkplekken (BOL/BBL)", 0, AT(struct plan_input, leerwerkplekken)},
    {FIELD_CHECK, "begeleiding", "Opleiding, begeleiding, stage", 0, AT(struct plan_input, begeleiding)},
    {FIELD_CHECK, "inkopen", "Sociaal inkopen", 0, AT(struct plan_input, inkopen)},
    {FIELD_CHECK, "meerwaarde", "Maatschappelijke meerwaarde", 0, AT(struct plan_input, meerwaarde)},
    DOELGROEP(0, "pw_kort"), DOELGROEP(1, "pw_lang"), DOELGROEP(2, "pw_beperking"), DOELGROEP(3, "ww_kort"), DOELGROEP(4, "ww_lang"), DOELGROEP(5, "wia_wao"),
    DOELGROEP(6, "wajong"), DOELGROEP(7, "bbl"), DOELGROEP(8, "bol"), DOELGROEP(9, "vsv"), DOELGROEP(10, "vso_stage"), DOELGROEP(11, "nug"),
    {FIELD_LINES, "werkzaamheden", "Soort werkzaamheden", 0, AT(struct plan_input, werkzaamheden), .max = 4000, .hint = "Welk werk gaan de kandidaten doen? Geen namen of andere gegevens van kandidaten.", .called = "de soort werkzaamheden"},
    {FIELD_LINES, "toelichting", "Toelichting op sociaal inkopen en maatschappelijke meerwaarde", 0, AT(struct plan_input, toelichting), .max = 4000, .called = "de toelichting"},
    {FIELD_LINES, "aanvullend", "Aanvullende informatie", 0, AT(struct plan_input, aanvullend), .max = 4000, .called = "de aanvullende informatie"},
    LIJNEN(struct plan_input),
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct plan_input, actie)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct plan_input, versie)},
    FORM_END,
};
const struct field plan_oordeel_form[] = {
    {FIELD_CHOICE, "oordeel", "Wat is uw oordeel?", FIELD_REQUIRED, AT(struct plan_oordeel_input, oordeel), .choices = oordelen, .called = "uw oordeel"},
    {FIELD_LINES, "opmerkingen", "Opmerkingen", 0, AT(struct plan_oordeel_input, opmerkingen), .max = 4000, .hint = "Bij aanpassen: wat moet er anders? Geen gegevens van kandidaten.", .called = "de opmerkingen"},
    {FIELD_LINES, "prestatieafspraken", "Prestatieafspraken", 0, AT(struct plan_oordeel_input, prestatieafspraken), .max = 4000, .hint = "Bij akkoord: wat levert de opdrachtnemer wanneer?", .called = "de prestatieafspraken"},
    {FIELD_DATUM, "termijn", "Beoordelingstermijn", 0, AT(struct plan_oordeel_input, termijn), .hint = "Bij akkoord: de dag waarop u beoordeelt of de afspraken zijn nagekomen, bijvoorbeeld 27-03-2027.", .called = "de beoordelingstermijn"},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct plan_oordeel_input, versie)},
    FORM_END,
};
const struct field simulator_form[] = {
    {FIELD_CHOICE, "regio", "Regio", FIELD_REQUIRED, AT(struct simulator_input, regio), .called = "de regio"},
    {FIELD_DATUM, "van", "Startdatum van de opdracht", FIELD_REQUIRED, AT(struct simulator_input, van), .called = "de startdatum", .hint = "De bouwblokken die op deze dag gelden, worden gebruikt."},
    {FIELD_DATUM, "tm", "Einddatum van de opdracht", 0, AT(struct simulator_input, tm), .called = "de einddatum", .hint = "Alleen als u die weet: inzet na de einddatum telt niet mee."},
    {FIELD_GELD, "verplichting", "SR verplichting", 0, AT(struct simulator_input, verplichting), .max = MILJARD, .called = "de SR verplichting", .hint = "Alleen als u die weet: dan ziet u wat u nog nodig heeft."},
    LIJNEN(struct simulator_input),
    FORM_END,
};
/* clang-format on */

static const char *word_of(const struct choice *list, const char *value)
{
    for (; value && list->value; list++)
        if (strcmp(list->value, value) == 0)
            return list->label;
    return "";
}

const char *plan_status_woord(const char *status)
{
    return word_of(statussen, status);
}

const char *plan_pso_woord(const char *trede)
{
    return word_of(pso_treden, trede);
}
