#include "core/csv.h"

#include <csv.h>
#include <stdint.h>
#include <string.h>

#include "core/text.h"

/* Windows-1252 where it differs from Latin-1: 0x80 to 0x9F; 0 = no letter. */
static const uint16_t windows_1252[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
                                          0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

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

const char *csv_utf8(struct arena *a, const char *bytes, size_t *n, bool windows)
{
    if (*n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        *n -= 3;
    }
    if (utf8_is_clean_lines(bytes, *n))
        return bytes;
    if (!windows)
        return NULL;
    char *out = arena_alloc(a, *n * 3 + 1);
    size_t length = 0;
    for (size_t i = 0; i < *n; i++) {
        unsigned char c = (unsigned char)bytes[i];
        uint32_t letter = c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c;
        if (letter == 0)
            return NULL;
        length += put_utf8(out + length, letter);
    }
    *n = length;
    return utf8_is_clean_lines(out, length) ? out : NULL;
}

struct cutting {
    struct arena *a;
    size_t lines, cells;
    struct csv_bestand *out;
    int nr;
    int opened;     /* line of a quotation mark that is not closed yet; 0 = none */
};

static void on_cell(void *p, size_t n, void *user)
{
    struct cutting *c = user;
    struct csv_rij *row = &c->out->rows[c->out->n];
    if (row->n == 0) {
        row->nr = c->nr;    /* where the line begins: a cell in quotes may go on below */
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
}

enum csv_verdict csv_cut(struct arena *a, const char *text, size_t n, size_t lines, size_t cells, struct csv_bestand *out, int *where)
{
    struct csv_parser p;
    struct cutting c = {.a = a, .lines = lines, .cells = cells, .out = out, .nr = 1};
    *out = (struct csv_bestand){.rows = ARENA_ARRAY(a, struct csv_rij, lines + 1)};
    *where = 1;
    if (csv_init(&p, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI) != 0)
        return CSV_UNREADABLE;
    csv_set_delim(&p, ';');
    bool good = true;
    for (size_t at = 0; good && at < n && out->n < lines; c.nr++) {     /* a line at a time, so that each knows its number */
        const char *end = memchr(text + at, '\n', n - at);
        size_t length = end ? (size_t)(end - text) - at + 1 : n - at;
        good = csv_parse(&p, text + at, length, on_cell, on_line, &c) == length;
        at += length;
        c.opened = p.quoted ? c.opened > 0 ? c.opened : c.nr : 0;
        if (!good)
            break;
    }
    good = csv_fini(&p, on_cell, on_line, &c) == 0 && good;
    csv_free(&p);
    /* a quotation mark that is not closed swallows the lines below it: the line it stands on is the one to mend */
    *where = out->n == lines ? out->rows[lines - 1].nr : out->rows[out->n].n > 0 ? out->rows[out->n].nr : c.opened > 0 ? c.opened : c.nr;
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
