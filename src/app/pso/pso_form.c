#include "app/labels.h"
#include "app/pso/pso.h"

/* clang-format off */
#define THE_CERTIFICATE \
    {FIELD_CHOICE, "trede", "PSO-trede", FIELD_REQUIRED, AT(struct pso_input, trede), .choices = choices_trede, .called = "de PSO-trede"}, \
    {FIELD_DATUM, "van", "Geldig van", FIELD_REQUIRED, AT(struct pso_input, van), .called = "de begindatum", .hint = "De eerste dag op het certificaat, bijvoorbeeld 01-03-2026."}, \
    {FIELD_DATUM, "tm", "Geldig tot en met", FIELD_REQUIRED, AT(struct pso_input, tm), .called = "de einddatum", .hint = "De laatste dag op het certificaat."}

const struct field pso_form[] = {
    THE_CERTIFICATE,
    FORM_END,
};
const struct field pso_edit_form[] = {
    THE_CERTIFICATE,
    {FIELD_TEXT, "reden", "Reden van de wijziging", FIELD_REQUIRED, AT(struct pso_input, reden), .called = "de reden", .hint = "Bijvoorbeeld: verkeerde datum ingevuld. Of: het certificaat is eerder beëindigd."},
    FORM_END,
};
const struct field pso_remove_form[] = {
    {FIELD_TEXT, "reden", "Reden", FIELD_REQUIRED, AT(struct pso_remove_input, reden), .called = "de reden", .hint = "Bijvoorbeeld: bij de verkeerde opdrachtnemer ingevuld."},
    FORM_END,
};
/* clang-format on */
