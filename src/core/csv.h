/* core/csv.h: a file of cells as people save it from a spreadsheet: UTF-8 (with or without BOM) or Windows-1252, cells
 * between `;`, quotes as in RFC 4180. libcsv cuts. */
#ifndef CORE_CSV_H
#define CORE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct csv_rij {
    int nr;
    size_t n;
    const char **cell;
}; /* nr: the line it begins on, from 1; cells trimmed */
struct csv_bestand {
    size_t n;
    struct csv_rij *rows;
};
enum csv_verdict { CSV_GOOD, CSV_NOT_TEXT, CSV_UNREADABLE, CSV_TOO_LONG };
struct csv_plek {
    int regel, kolom;
}; /* where something is wrong, from 1; kolom 0 = not known */
/* The bytes as clean UTF-8 without BOM, or NULL when they are neither UTF-8 nor (where `windows` allows it)
 * Windows-1252 text: a NUL, a control character, stood in *where. UTF-8 with a character that may not be there is never
 * taken for Windows-1252. *n is changed. */
const char *csv_utf8(struct arena *a, const char *bytes, size_t *n, bool windows, struct csv_plek *where);
/* Cuts UTF-8 into rows of at most `cells` cells (what stands behind is left out: ask one more than you know) and at
 * most `lines` rows. *where: the cell in which reading stopped; of a quotation mark that is not closed: where it
 * stands. */
enum csv_verdict csv_cut(struct arena *a, const char *text, size_t n, size_t lines, size_t cells,
                         struct csv_bestand *out, struct csv_plek *where);
bool csv_rij_leeg(const struct csv_rij *r); /* spreadsheets leave lines of separators alone */

#endif
