/* out/xlsx.h: a table of typed cells as an Excel file (libxlsxwriter, in its mode of constant memory: rows are written
 * as they come and never looked at again).
 *
 * A text is always written as text, never as a formula, a link or a number, whatever it begins with. Dates and amounts
 * are real ones with a Dutch format. The file has no name: it is made in a folder of ours, unlinked at once, and lives
 * as long as its descriptor. */
#ifndef OUT_XLSX_H
#define OUT_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "core/result.h"
#include "core/values.h"

struct xlsx;

enum xlsx_kind { XLSX_TEXT, XLSX_DATUM, XLSX_MOMENT, XLSX_GELD, XLSX_UREN, XLSX_GETAL };
struct xlsx_column {
    const char *label;
    enum xlsx_kind kind;
    int width;
    bool total;
}; /* width in characters; total: summed under the table */

/* folder: where the file lives while it is made (the data folder). Free with xlsx_free, also after xlsx_close. */
MUST enum result xlsx_new(const char *folder, tijdstip made, const char *title, const char *author, struct xlsx **out);
void xlsx_free(struct xlsx *x);
/* A new sheet with its heads: bold, frozen, with widths. What follows is written to it. name: at most 31 characters,
 * none of []:*?/\ */
void xlsx_sheet(struct xlsx *x, const char *name, const struct xlsx_column *columns, size_t n);
/* The next cell of the row; what is none (NULL, …_GEEN) stays empty. After the last one xlsx_row begins the next row.
 */
void xlsx_text(struct xlsx *x, const char *s);
void xlsx_datum(struct xlsx *x, datum d);
void xlsx_moment(struct xlsx *x, tijdstip t); /* in Amsterdam, to the minute */
void xlsx_geld(struct xlsx *x, geld g);
void xlsx_uren(struct xlsx *x, uren u);
void xlsx_getal(struct xlsx *x, int64_t n);
void xlsx_skip(struct xlsx *x);
void xlsx_bold(struct xlsx *x, const char *s);
void xlsx_row(struct xlsx *x);
/* After the last row of a table: the filter over its heads and a row of totals (SUBTOTAL over what the filter leaves,
 * with its value). sums: in cents, of the columns with total, in their order. */
void xlsx_table_end(struct xlsx *x, const char *label, const int64_t *sums);
/* Writes the file out. *fd: open for reading at 0, without a name; *size its length. Any earlier trouble is told here,
 * once. */
MUST enum result xlsx_close(struct xlsx *x, int *fd, size_t *size);

#endif
