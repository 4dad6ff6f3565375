#include "app/dossier/dossier.h"

/* clang-format off */
const struct field notitie_form[] = {
    {FIELD_LINES, "tekst", "Notitie", FIELD_REQUIRED, AT(struct notitie_input, tekst), .max = 4000, .called = "de notitie", .hint = "Alleen de opdrachtgever en de accountmanagers lezen dit. Geen gegevens van kandidaten."},
    FORM_END,
};
const struct field document_form[] = {
    {FIELD_FILE, "bestand", "Document", FIELD_REQUIRED, .called = "het document", .hint = "Een PDF van hooguit 1 MB."},
    {FIELD_TEXT, "naam", "Naam in de lijst", 0, AT(struct document_input, naam), .max = 150, .called = "de naam", .hint = "Leeg: de naam van het bestand."},
    FORM_END,
};
/* clang-format on */
