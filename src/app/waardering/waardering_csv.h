/* app/waardering/waardering_csv.h: a bouwblokkenset as CSV (spec 3, "CSV format"): text in, set out, or every mistake with its line. Pure. */
#ifndef APP_WAARDERING_CSV_H
#define APP_WAARDERING_CSV_H

#include "app/waardering/waardering_rules.h"
#include "core/result.h"
#include "core/text.h"

/* attributen: those that exist; a condition may only name one of them. INVALID with "regel 12: …" lines in problems (all of them, at most 100). Everything in the arena. */
MUST enum result waardering_csv_read(struct arena *a, const char *csv, size_t n, size_t n_attributen, struct attribuut *attributen, struct text *problems, struct bouwblokkenset *out);

#endif
