#include "app/bewaren/bewaren.h"
#include "web/form.h"

const struct field uitstel_form[] = {
    {FIELD_DATUM, "tot", "Niet vernietigen tot en met", FIELD_REQUIRED, AT(struct uitstel_input, tot), .called = "tot en met welke dag er niet wordt vernietigd", .hint = "Een dag die voorbij is, heft een eerder uitstel op."},
    {FIELD_LINES, "reden", "Waarom?", FIELD_REQUIRED, AT(struct uitstel_input, reden), .max = 500, .called = "waarom de gegevens langer nodig zijn", .hint = "Bijvoorbeeld: er loopt een bezwaar. Noem geen naam."},
    FORM_END,
};
const struct field weigeren_form[] = {
    {FIELD_LINES, "reden", "Waarom gaat de lijst niet door?", FIELD_REQUIRED, AT(struct weigeren_input, reden), .max = 500, .called = "waarom de lijst niet doorgaat", .hint = "Noem geen naam."},
    FORM_END,
};
