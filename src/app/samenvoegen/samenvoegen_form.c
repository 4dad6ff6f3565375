#include "app/samenvoegen/samenvoegen.h"
#include "web/form.h"

/* clang-format off */
static const struct choice wie_blijft[] = {{"deze", "Deze organisatie", false}, {"andere", "De andere organisatie", false}, {NULL, NULL, false}};
static const struct choice van_wie[] = {{"deze", "Van deze organisatie", false}, {"andere", "Van de andere organisatie", false}, {NULL, NULL, false}};
const struct field samenvoegen_form[] = {
    {FIELD_ID, "met", "Andere organisatie", FIELD_REQUIRED, AT(struct samenvoegen_input, met), .called = "de andere organisatie"},
    {FIELD_CHOICE, "blijft", "Welke blijft bestaan?", FIELD_REQUIRED, AT(struct samenvoegen_input, blijft), .choices = wie_blijft, .called = "welke organisatie blijft bestaan", .hint = "Kies de organisatie met het juiste KvK-nummer: dat nummer blijft."},
    {FIELD_CHOICE, "naam", "Welke naam blijft?", FIELD_REQUIRED, AT(struct samenvoegen_input, naam), .choices = van_wie, .called = "welke naam blijft"},
    {FIELD_CHOICE, "adres", "Welk adres blijft?", FIELD_REQUIRED, AT(struct samenvoegen_input, adres), .choices = van_wie, .called = "welk adres blijft"},
    {FIELD_LINES, "reden", "Waarom is dit dezelfde organisatie?", FIELD_REQUIRED, AT(struct samenvoegen_input, reden), .max = 500, .called = "de reden", .hint = "Bijvoorbeeld: verkeerd KvK-nummer ingevuld. Een ander coördinatiepunt kan dit lezen."},
    FORM_END,
};
const struct field samenvoegen_weigeren_form[] = {
    {FIELD_LINES, "reden", "Waarom gaat u niet akkoord?", FIELD_REQUIRED, AT(struct samenvoegen_weigeren_input, reden), .max = 500, .called = "waarom u niet akkoord gaat"},
    FORM_END,
};
/* clang-format on */
