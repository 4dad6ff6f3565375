#include "app/toegang/toegang.h"
#include "web/form.h"

/* clang-format off */
static const struct choice oordelen[] = {{"blijft", "Blijft", false}, {"blokkeren", "Blokkeren", false}, {"alle_blijven", "Alle op deze pagina blijven", false}, {NULL, NULL, false}};
const struct field toegang_oordeel_form[] = {
    {FIELD_CHECK, "kies", "Kies", 0, AT_ROWS(struct toegang_oordeel_input, kies, TOEGANG_MOST), .rows = "Accounts"},
    {FIELD_ID, "account", "Account", 0, AT_ROWS(struct toegang_oordeel_input, account, TOEGANG_MOST), .rows = "Accounts"},
    {FIELD_CHOICE, "oordeel", "Oordeel", FIELD_REQUIRED, AT(struct toegang_oordeel_input, oordeel), .choices = oordelen},
    FORM_END,
};
const struct field toegang_sluiten_form[] = {
    {FIELD_LINES, "opmerking", "Opmerking", 0, AT(struct toegang_sluiten_input, opmerking), .max = 1000, .hint = "Bijvoorbeeld met wie u de lijst heeft besproken."},
    FORM_END,
};
/* clang-format on */
