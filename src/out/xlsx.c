#include "out/xlsx.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <fcntl.h>
#include <xlsxwriter.h>

#include "core/text.h"

enum { COLUMNS_MOST = 64, TEXT_MOST = 32000 }; /* Excel takes 32,767 characters a cell: in bytes we stay below */

struct xlsx {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *head, *bold, *datum, *moment, *geld, *uren, *getal, *total, *total_geld, *total_getal;
    int fd;
    char path[40], folder[600];
    struct xlsx_column columns[COLUMNS_MOST];
    size_t n_columns;
    lxw_row_t row;
    lxw_col_t col;
    lxw_error failed;
};

/* The first trouble is kept and told by xlsx_close. */
static void seen(struct xlsx *x, lxw_error e)
{
    if (x->failed == LXW_NO_ERROR)
        x->failed = e;
}

/* A file that never had another name than its descriptor's. */
static int nameless(const char *folder)
{
    char path[700];
    snprintf(path, sizeof(path), "%s/excel-XXXXXX", folder);
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

static lxw_format *format(struct xlsx *x, const char *number, bool bold)
{
    lxw_format *f = workbook_add_format(x->book);
    if (number)
        format_set_num_format(f, number);
    if (bold)
        format_set_bold(f);
    return f;
}

#define EURO "[$\xe2\x82\xac-413] #,##0.00;[Red]-[$\xe2\x82\xac-413] #,##0.00"

static void formats(struct xlsx *x)
{
    x->head = format(x, NULL, true);
    format_set_text_wrap(x->head);
    format_set_align(x->head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(x->head, LXW_BORDER_THIN);
    x->bold = format(x, NULL, true);
    x->datum = format(x, "dd-mm-yyyy", false);
    x->moment = format(x, "dd-mm-yyyy hh:mm", false);
    x->geld = format(x, EURO, false);
    x->uren = format(x, "#,##0.##", false);
    x->getal = format(x, "#,##0", false);
    x->total = format(x, NULL, true);
    x->total_geld = format(x, EURO, true);
    x->total_getal = format(x, "#,##0", true);
    format_set_top(x->total, LXW_BORDER_THIN);
    format_set_top(x->total_geld, LXW_BORDER_THIN);
    format_set_top(x->total_getal, LXW_BORDER_THIN);
}

enum result xlsx_new(const char *folder, tijdstip made, const char *title, const char *author, struct xlsx **out)
{
    struct xlsx *x = calloc(1, sizeof(*x));
    *out = NULL;
    if (!x)
        return fail("excel: no memory");
    x->fd = nameless(folder);
    if (x->fd < 0) {
        int why = errno;
        free(x);
        return why == ENOSPC ? DISK_FULL : fail("excel: no file in %s: %s", folder, strerror(why));
    }
    snprintf(x->path, sizeof(x->path), "/proc/self/fd/%d", x->fd);
    snprintf(x->folder, sizeof(x->folder), "%s", folder);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = x->folder};
    x->book = workbook_new_opt(x->path, &options);
    if (!x->book) {
        xlsx_free(x);
        return fail("excel: no workbook");
    }
    lxw_doc_properties properties = {.title = (char *)title, .author = (char *)author, .created = (time_t)made.sec};
    seen(x, workbook_set_properties(x->book, &properties));
    formats(x);
    *out = x;
    return OK;
}

void xlsx_free(struct xlsx *x)
{
    if (!x)
        return;
    if (x->book)
        lxw_workbook_free(x->book);
    if (x->fd >= 0)
        close(x->fd);
    free(x);
}

void xlsx_sheet(struct xlsx *x, const char *name, const struct xlsx_column *columns, size_t n)
{
    x->sheet = workbook_add_worksheet(x->book, name);
    x->row = 0;
    x->col = 0;
    x->n_columns = n < COLUMNS_MOST ? n : COLUMNS_MOST;
    if (!x->sheet) {
        seen(x, LXW_ERROR_PARAMETER_VALIDATION);
        return;
    }
    for (size_t i = 0; i < x->n_columns; i++) {
        x->columns[i] = columns[i];
        seen(x, worksheet_set_column(x->sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL));
        seen(x, worksheet_write_string(x->sheet, 0, (lxw_col_t)i, columns[i].label, x->head));
    }
    worksheet_freeze_panes(x->sheet, 1, 0);
    worksheet_set_landscape(x->sheet);
    worksheet_fit_to_pages(x->sheet, 1, 0);
    seen(x, worksheet_repeat_rows(x->sheet, 0, 0));
    x->row = 1;
}

static bool hex4(const char *p)
{
    for (int i = 0; i < 4; i++)
        if (!strchr("0123456789abcdefABCDEF", p[i]) || !p[i])
            return false;
    return true;
}

/* Excel reads _x0041_ inside a text as the letter A: the underscore itself is written in that way. */
static void plain(struct text *t, const char *s)
{
    for (const char *p = s; *p && t->n < TEXT_MOST; p++) {
        if (p[0] == '_' && p[1] == 'x' && hex4(p + 2) && p[6] == '_')
            text_str(t, "_x005F_");
        else
            text_char(t, *p);
    }
    while (t->n > 0 && t->n >= TEXT_MOST &&
           ((unsigned char)t->p[t->n - 1] & 0xc0) == 0x80) /* no half letter at the cut */
        t->n--;
    if (t->n >= TEXT_MOST - 3 && t->n > 0 && (unsigned char)t->p[t->n - 1] >= 0xc0)
        t->n--;
}

static void write_text(struct xlsx *x, const char *s, lxw_format *f)
{
    if (x->sheet && s && *s) {
        struct text t;
        text_init(&t, TEXT_MOST + 64);
        plain(&t, s);
        seen(x, worksheet_write_string(x->sheet, x->row, x->col, text_c(&t), f));
        text_free(&t);
    }
    x->col++;
}

void xlsx_text(struct xlsx *x, const char *s)
{
    write_text(x, s, NULL);
}

void xlsx_bold(struct xlsx *x, const char *s)
{
    write_text(x, s, x->bold);
}

static void number(struct xlsx *x, bool none, double v, lxw_format *f)
{
    if (x->sheet && !none)
        seen(x, worksheet_write_number(x->sheet, x->row, x->col, v, f));
    x->col++;
}

void xlsx_datum(struct xlsx *x, datum d)
{
    number(x, datum_is_none(d), (double)d.dag + 25569, x->datum); /* Excel counts from 30-12-1899 */
}

void xlsx_moment(struct xlsx *x, tijdstip t)
{
    char hm[6];
    tijdstip_to_hm(t, hm);
    int minutes = ((hm[0] - '0') * 10 + hm[1] - '0') * 60 + (hm[3] - '0') * 10 + hm[4] - '0';
    number(x, t.sec == 0, (double)tijdstip_to_datum(t).dag + 25569 + (double)minutes / 1440, x->moment);
}

void xlsx_geld(struct xlsx *x, geld g)
{
    number(x, geld_is_none(g), (double)g.cent / 100, x->geld); /* exact in 15 digits, which is what Excel keeps */
}

void xlsx_uren(struct xlsx *x, uren u)
{
    number(x, uren_is_none(u), (double)u.honderdste / 100, x->uren);
}

void xlsx_getal(struct xlsx *x, int64_t n)
{
    number(x, false, (double)n, x->getal);
}

void xlsx_skip(struct xlsx *x)
{
    x->col++;
}

void xlsx_row(struct xlsx *x)
{
    x->row++;
    x->col = 0;
}

void xlsx_table_end(struct xlsx *x, const char *label, const int64_t *sums)
{
    if (!x->sheet || x->n_columns == 0)
        return;
    lxw_row_t last = x->row > 1 ? x->row - 1 : 1;
    seen(x, worksheet_autofilter(x->sheet, 0, 0, last, (lxw_col_t)(x->n_columns - 1)));
    if (x->row == 1)
        x->row = 2; /* an empty table keeps one row for its filter */
    seen(x, worksheet_write_string(x->sheet, x->row, 0, label, x->total));
    for (size_t i = 1, k = 0; i < x->n_columns; i++) {
        bool money = x->columns[i].kind == XLSX_GELD;
        if (!x->columns[i].total) {
            seen(x, worksheet_write_blank(x->sheet, x->row, (lxw_col_t)i, x->total));
            continue;
        }
        char column[LXW_MAX_COL_NAME_LENGTH], formula[80];
        lxw_col_to_name(column, (lxw_col_t)i, 0);
        snprintf(formula, sizeof(formula), "=SUBTOTAL(109,%s2:%s%u)", column, column, (unsigned)last + 1);
        double value = money ? (double)sums[k] / 100 : (double)sums[k];
        seen(x, worksheet_write_formula_num(x->sheet, x->row, (lxw_col_t)i, formula,
                                            money ? x->total_geld : x->total_getal, value));
        k++;
    }
    xlsx_row(x);
}

enum result xlsx_close(struct xlsx *x, int *fd, size_t *size)
{
    lxw_error first = x->failed, e = workbook_close(x->book);
    struct stat st;
    x->book = NULL;
    *fd = -1;
    if (e == LXW_ERROR_CREATING_TMPFILE || e == LXW_ERROR_ZIP_FILE_OPERATION || e == LXW_ERROR_ZIP_FILE_ADD)
        return errno == ENOSPC ? DISK_FULL : fail("excel: %s", lxw_strerror(e));
    if (first != LXW_NO_ERROR || e != LXW_NO_ERROR)
        return fail("excel: %s", lxw_strerror(first != LXW_NO_ERROR ? first : e));
    if (fstat(x->fd, &st) != 0 || st.st_size == 0)
        return fail("excel: the file is empty");
    *fd = x->fd;
    *size = (size_t)st.st_size;
    x->fd = -1;
    return OK;
}
