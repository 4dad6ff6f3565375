/* web/form_words.h: how messages name a field: its label with the Dutch article, in small letters where that is right.
 * Private to web/form*.c; never decides whether a value is good. */
#ifndef WEB_FORM_WORDS_H
#define WEB_FORM_WORDS_H

#include "core/arena.h"
#include "web/form.h"

/* "de startdatum", "het bedrag": field->called, or the label with its article. row >= 0 adds nothing: rows are named by
 * form_where. */
const char *form_called(const struct field *f, struct arena *a);
/* The same at the beginning of a sentence: "De startdatum". */
const char *form_called_upper(const struct field *f, struct arena *a);
/* "" or " op regel 2". */
const char *form_where(int row, struct arena *a);
/* Name in the HTML: field->name, "name.3" for a row, "versie" for a FIELD_VERSIE without a name. */
const char *form_name(const struct field *f, int row, struct arena *a);

#endif
