#include "app/huisstijl/huisstijl.h"

/* clang-format off */
const struct field huisstijl_thema_form[] = {
    {FIELD_FILE, "bestand", "Themabestand", FIELD_REQUIRED, .called = "het themabestand", .accept = "text/css,.css", .hint = "Een CSS-bestand met tokens die met --basis- beginnen, hooguit 256 KB."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct huisstijl_input, basis)},
    FORM_END,
};
const struct field huisstijl_logo_form[] = {
    {FIELD_FILE, "bestand", "Logo", FIELD_REQUIRED, .called = "het logo", .accept = "image/svg+xml,image/png,.svg,.png", .hint = "Een SVG of PNG van hooguit 100 KB. Het logo staat op een witte of lichte achtergrond."},
    {FIELD_TEXT, "logo_alt", "Tekst voor wie het logo niet ziet", FIELD_REQUIRED, AT(struct huisstijl_input, logo_alt), .max = 100, .called = "de tekst voor wie het logo niet ziet", .hint = "De naam die in het logo staat, bijvoorbeeld Arbeidsmarktregio Voorbeeld."},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct huisstijl_input, basis)},
    FORM_END,
};
const struct field huisstijl_basis_form[] = {
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct huisstijl_input, basis)},
    FORM_END,
};
/* clang-format on */
