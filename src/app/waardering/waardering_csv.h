/* app/waardering/waardering_csv.h: a bouwblokkenset as CSV (spec 3, "CSV format"): text in, set out, or every mistake
 * with its line. Pure. */
#ifndef APP_WAARDERING_CSV_H
#define APP_WAARDERING_CSV_H

#include "app/waardering/waardering_rules.h"
#include "core/result.h"
#include "core/text.h"

/* attributen: those that exist; a condition may only name one of them. INVALID with "regel 12: …" lines in problems
 * (all of them, at most 100). Everything in the arena. */
MUST enum result waardering_csv_read(struct arena *a, const char *csv, size_t n, size_t n_attributen,
                                     struct attribuut *attributen, struct text *problems, struct bouwblokkenset *out);

/* ---- and back: what is written reads to the same set ---- */
enum waardering_column {
    CSV_CODE,
    CSV_RUBRIEK,
    CSV_SOORT,
    CSV_EENHEID,
    CSV_TARIEF,
    CSV_PERIODE_MND,
    CSV_NAAR_UREN,
    CSV_CAP_MND,
    CSV_CAP_VELD,
    CSV_DAGMAX,
    CSV_OPBOUW,
    CSV_GROEP,
    CSV_LABEL,
    CSV_CONDITIES,
    CSV_COLUMNS
};
enum { CSV_SETTINGS = 11 };
extern const char *const waardering_csv_columns[CSV_COLUMNS], *const waardering_csv_settings[CSV_SETTINGS];
/* The cells of one block, and the values of the set's own lines, in the words of the file. In the arena. */
void waardering_csv_cells(struct arena *a, const struct bouwblok *b, const char *cells[CSV_COLUMNS]);
void waardering_csv_values(struct arena *a, const struct bouwblokkenset *s, const char *values[CSV_SETTINGS]);
/* A whole file of values and rows of cells; of a set. UTF-8, lines end in CRLF. In the arena. */
const char *waardering_csv_join(struct arena *a, const char *const values[CSV_SETTINGS], size_t n,
                                const char *const (*rows)[CSV_COLUMNS]);
const char *waardering_csv_write(struct arena *a, const struct bouwblokkenset *s);

#endif
