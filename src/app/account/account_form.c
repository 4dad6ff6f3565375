#include "app/account/account.h"

/* clang-format off */
const struct field login_form[] = {
    {FIELD_EMAIL, "email", "E-mailadres", FIELD_REQUIRED, AT(struct login_input, email), .autocomplete = "username"},
    {FIELD_PASSWORD, "wachtwoord", "Wachtwoord", FIELD_REQUIRED, AT(struct login_input, wachtwoord), .max = 1000, .autocomplete = "current-password"},
    {FIELD_HIDDEN, "verder", "Verder", 0, AT(struct login_input, verder), .max = 2000},
    FORM_END,
};
const struct field code_form[] = {
    {FIELD_CODE, "code", "Code uit uw app", FIELD_REQUIRED, AT(struct code_input, code), .hint = "De code van zes cijfers verandert elke 30 seconden.", .autocomplete = "one-time-code"},
    {FIELD_HIDDEN, "verder", "Verder", 0, AT(struct code_input, verder), .max = 2000},
    FORM_END,
};
const struct field forgotten_form[] = {
    {FIELD_EMAIL, "email", "E-mailadres", FIELD_REQUIRED, AT(struct forgotten_input, email), .autocomplete = "email"},
    FORM_END,
};
const struct field password_set_form[] = {
    {FIELD_PASSWORD, "wachtwoord", "Nieuw wachtwoord", FIELD_NEW_PASSWORD, AT(struct password_set_input, wachtwoord), .max = 4000, .autocomplete = "new-password",
     .hint = "12 tekens of meer. Een zin van een paar losse woorden is sterk en goed te onthouden. Plakken mag."},
    {FIELD_CHECK, "ongewijzigd", "Wachtwoord ongewijzigd laten", 0, AT(struct password_set_input, ongewijzigd)},
    FORM_END,
};
const struct field hulpvraag_form[] = {
    {FIELD_LINES, "vraag", "Uw vraag", FIELD_REQUIRED, AT(struct help_input, vraag), .max = 4000, .hint = "Noem geen namen of andere gegevens van kandidaten."},
    {FIELD_HIDDEN, "pagina", "Pagina", 0, AT(struct help_input, pagina), .max = 500},
    FORM_END,
};
const struct field profile_form[] = {
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct profile_input, naam), .autocomplete = "name"},
    {FIELD_PHONE, "telefoon", "Telefoon", 0, AT(struct profile_input, telefoon), .autocomplete = "tel"},
    {FIELD_TEXT, "functie", "Functie", 0, AT(struct profile_input, functie), .autocomplete = "organization-title"},
    {FIELD_CHECK, "mail_inlog", "Mail mij als ik inlog met een nieuw apparaat", 0, AT(struct profile_input, mail_inlog), .fieldset = "Mails",
     .hint = "Mails die bij het proces of bij de beveiliging van uw account horen, krijgt u altijd."},
    {FIELD_CHECK, "mail_meetmoment", "Mail mij op de meetmomenten van mijn projecten (25, 50 en 75 % van de looptijd)", 0, AT(struct profile_input, mail_meetmoment)},
    {FIELD_CHECK, "mail_te_beoordelen", "Mail mij dagelijks als er inzet wacht op mijn beoordeling", 0, AT(struct profile_input, mail_te_beoordelen)},
    {FIELD_CHECK, "mail_overeenkomst", "Mail mij als een overeenkomst over 30 dagen afloopt", 0, AT(struct profile_input, mail_overeenkomst)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct profile_input, versie)},
    FORM_END,
};
const struct field password_change_form[] = {
    {FIELD_PASSWORD, "huidig", "Huidig wachtwoord", FIELD_REQUIRED, AT(struct password_change_input, huidig), .max = 1000, .autocomplete = "current-password"},
    {FIELD_CODE, "code", "Code uit uw app", FIELD_REQUIRED, AT(struct password_change_input, code), .autocomplete = "one-time-code"},
    {FIELD_PASSWORD, "nieuw", "Nieuw wachtwoord", FIELD_REQUIRED | FIELD_NEW_PASSWORD, AT(struct password_change_input, nieuw), .max = 4000, .autocomplete = "new-password", .hint = "12 tekens of meer."},
    FORM_END,
};
const struct field colleague_form[] = {
    {FIELD_TEXT, "naam", "Naam", FIELD_REQUIRED, AT(struct colleague_input, naam)},
    {FIELD_EMAIL, "email", "E-mailadres", FIELD_REQUIRED, AT(struct colleague_input, email)},
    {FIELD_PHONE, "telefoon", "Telefoon", 0, AT(struct colleague_input, telefoon)},
    {FIELD_TEXT, "functie", "Functie", 0, AT(struct colleague_input, functie)},
    FORM_END,
};
static const struct choice choices_vastgesteld[] = {
    {"teruggebeld", "Ik heb teruggebeld op het nummer dat bij ons bekend is", false}, {"gezien", "Ik heb de persoon zelf gezien, ook via beeldbellen", false},
    {"collega", "Een collega die ik ken, heeft het bevestigd", false}, {NULL, NULL, false},
};
const struct field blokkeren_form[] = {
    {FIELD_TEXT, "reden", "Reden", FIELD_REQUIRED, AT(struct blokkeren_input, reden), .called = "de reden", .hint = "Bijvoorbeeld: uit dienst. De gebruiker ziet dit niet."},
    {FIELD_ID, "opvolger", "Draag het werk over aan", 0, AT(struct blokkeren_input, opvolger), .hint = "Deze collega wordt contactpersoon van alle projecten. Leeg laten kan alleen als ieder project een andere contactpersoon heeft."},
    FORM_END,
};
const struct field verplaatsen_form[] = {
    {FIELD_ID, "organisatie", "Nieuwe organisatie", FIELD_REQUIRED, AT(struct verplaatsen_input, organisatie), .called = "de nieuwe organisatie"},
    {FIELD_TEXT, "reden", "Reden", FIELD_REQUIRED, AT(struct verplaatsen_input, reden), .called = "de reden", .hint = "Bijvoorbeeld: andere werkgever. De gebruiker ziet dit niet."},
    FORM_END,
};
const struct field reset_2fa_form[] = {
    {FIELD_CHOICE, "vastgesteld", "Hoe hebt u vastgesteld wie erom vraagt?", FIELD_REQUIRED, AT(struct reset_2fa_input, vastgesteld), .choices = choices_vastgesteld, .called = "hoe u hebt vastgesteld wie erom vraagt",
     .hint = "Een mail of een telefoontje van een onbekend nummer is niet genoeg. Uw antwoord staat in het logboek."},
    {FIELD_TEXT, "toelichting", "Toelichting", 0, AT(struct reset_2fa_input, toelichting)},
    FORM_END,
};
const struct field session_end_form[] = {
    {FIELD_TEXT, "sessie", "Sessie", FIELD_REQUIRED | FIELD_NO_BSN_CHECK, AT(struct session_end_input, sessie)},
    FORM_END,
};
/* clang-format on */
const struct field statement_form[] = {
    {FIELD_HIDDEN, "gezien", "Gezien", 0, AT(struct statement_input, gezien), .max = 400},
    FORM_END,
};
