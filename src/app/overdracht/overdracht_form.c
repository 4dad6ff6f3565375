#include "app/overdracht/overdracht.h"
#include "web/form.h"

/* clang-format off */
const struct field overdragen_form[] = {
    {FIELD_ID, "naar", "Collega die het werk overneemt", FIELD_REQUIRED, AT(struct overdragen_input, naar), .called = "de collega die het werk overneemt"},
    {FIELD_VERSIE, "kenmerk", "Kenmerk van de lijst", FIELD_REQUIRED, AT(struct overdragen_input, kenmerk)},
    FORM_END,
};
const struct field waarnemen_form[] = {
    {FIELD_ID, "naar", "Collega die waarneemt", FIELD_REQUIRED, AT(struct waarnemen_input, naar), .called = "de collega die waarneemt"},
    {FIELD_DATUM, "van", "Van", FIELD_REQUIRED, AT(struct waarnemen_input, van), .called = "de eerste dag"},
    {FIELD_DATUM, "tm", "Tot en met", FIELD_REQUIRED, AT(struct waarnemen_input, tm), .called = "de laatste dag", .hint = "Daarna stopt het vanzelf. Eerder stoppen kan altijd."},
    FORM_END,
};
/* clang-format on */
