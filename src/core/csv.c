#include "core/csv.h"

#include <csv.h>
#include <stdint.h>
#include <string.h>

#include "core/text.h"

/* Windows-1252 where it differs from Latin-1: 0x80 to 0x9F; 0 = no letter. */
static const uint16_t windows_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
}

static uint32_t windows_letter(unsigned char c)
{
    if (c < 0x20 && c != '\n' && c != '\r' && c != '\t')
        return 0;
    return c == 0x7F ? 0 : c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c;
}

static bool windows_is_clean(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (windows_letter((unsigned char)p[i]) == 0)
            return false;
    return true;
}

/* The first cell that is no text. Quotation marks are not looked at: after a cell that holds a semicolon the column is
 * one too many. */
static struct csv_plek bad_place(const char *p, size_t n, bool windows)
{
    struct csv_plek at = {1, 1};
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && p[end] != ';' && p[end] != '\n')
            end++;
        if (windows ? !windows_is_clean(p + i, end - i) : !utf8_is_clean_lines(p + i, end - i))
            return at;
        at = end < n && p[end] == '\n' ? (struct csv_plek){at.regel + 1, 1} : (struct csv_plek){at.regel, at.kolom + 1};
        i = end + 1;
    }
    return (struct csv_plek){1, 0};
}

const char *csv_utf8(struct arena *a, const char *bytes, size_t *n, bool windows, struct csv_plek *where)
{
    bool marked = *n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    if (marked) {
        bytes += 3;
        *n -= 3;
    }
    *where = (struct csv_plek){0, 0};
    if (utf8_is_clean_lines(bytes, *n))
        return bytes;
    windows = windows && !marked && !utf8_is_valid(bytes, *n);
    *where = bad_place(bytes, *n, windows);
    if (!windows || !windows_is_clean(bytes, *n))
        return NULL;
    char *out = arena_alloc(a, *n * 3 + 1);
    size_t length = 0;
    for (size_t i = 0; i < *n; i++) {
        length += put_utf8(out + length, windows_letter((unsigned char)bytes[i]));
    }
    *n = length;
    return out;
}

struct cutting {
    struct arena *a;
    size_t lines, cells;
    struct csv_bestand *out;
    int nr;
    int start;              /* the line on which the row under way begins: a cell in quotes may go on below */
    struct csv_plek opened; /* the quotation mark that is not closed yet; regel 0 = none */
};

static void on_cell(void *p, size_t n, void *user)
{
    struct cutting *c = user;
    struct csv_rij *row = &c->out->rows[c->out->n];
    if (row->n == 0) {
        row->nr = c->start;
        row->cell = ARENA_ARRAY(c->a, const char *, c->cells);
    }
    if (row->n < c->cells)
        row->cell[row->n++] = text_trim(c->a, p ? p : "", n);
}

static void on_line(int end, void *user)
{
    struct cutting *c = user;
    (void)end;
    if (c->out->n < c->lines)
        c->out->n++;
    c->start = c->nr;
}

enum csv_verdict csv_cut(struct arena *a, const char *text, size_t n, size_t lines, size_t cells,
                         struct csv_bestand *out, struct csv_plek *where)
{
    struct csv_parser p;
    struct cutting c = {.a = a, .lines = lines, .cells = cells, .out = out, .nr = 1};
    *out = (struct csv_bestand){.rows = ARENA_ARRAY(a, struct csv_rij, lines + 1)};
    *where = (struct csv_plek){1, 0};
    if (csv_init(&p, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI) != 0)
        return CSV_UNREADABLE;
    csv_set_delim(&p, ';');
    bool good = true;
    for (size_t at = 0; good && at < n && out->n < lines;
         c.nr++) { /* a line at a time, so that each knows its number */
        const char *end = memchr(text + at, '\n', n - at);
        if (!p.quoted && out->rows[out->n].n == 0)
            c.start = c.nr;
        size_t length = end ? (size_t)(end - text) - at + 1 : n - at;
        good = csv_parse(&p, text + at, length, on_cell, on_line, &c) == length;
        at += length;
        if (!p.quoted)
            c.opened.regel = 0;
        else if (c.opened.regel == 0)
            c.opened = (struct csv_plek){c.nr, (int)out->rows[out->n].n + 1};
        if (!good)
            break;
    }
    *where = c.opened.regel > 0 ? c.opened : (struct csv_plek){c.nr, (int)out->rows[out->n].n + 1};
    good = csv_fini(&p, on_cell, on_line, &c) == 0 && good;
    csv_free(&p);
    /* a quotation mark that is not closed swallows the lines below it: the line it stands on is the one to mend */
    if (out->n == lines)
        *where = (struct csv_plek){out->rows[lines - 1].nr, 0};
    if (!good)
        return CSV_UNREADABLE;
    return out->n < lines ? CSV_GOOD : CSV_TOO_LONG;
}

bool csv_rij_leeg(const struct csv_rij *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->cell[i][0] != '\0')
            return false;
    return true;
}
