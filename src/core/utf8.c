/* core/utf8.c: text from outside: is it clean, how long, trimmed, folded. Tables are libutf8proc's. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/arena.h"
#include "core/text.h"

static bool is_hidden(utf8proc_int32_t c)
{
    return (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069); /* bidi overrides: a text could show otherwise than it is */
}

static bool is_clean(const char *p, size_t n, bool lines)
{
    for (size_t i = 0; i < n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)p + i, (utf8proc_ssize_t)(n - i), &c);
        if (step <= 0)
            return false;
        bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        if (control && !(lines && (c == '\n' || c == '\r' || c == '\t')))
            return false;
        if ((c & 0xFFFE) == 0xFFFE || is_hidden(c))
            return false;
        i += (size_t)step;
    }
    return true;
}

bool utf8_is_valid(const char *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)p + i, (utf8proc_ssize_t)(n - i), &c);
        if (step <= 0)
            return false;
        i += (size_t)step;
    }
    return true;
}

bool utf8_is_clean(const char *p, size_t n)
{
    return is_clean(p, n, false);
}

bool utf8_is_clean_lines(const char *p, size_t n)
{
    return is_clean(p, n, true);
}

size_t utf8_keep_clean(char *p, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)p + i, (utf8proc_ssize_t)(n - i), &c);
        size_t long_ = step > 0 ? (size_t)step : 1;
        if (is_clean(p + i, long_, true)) {
            memmove(p + kept, p + i, long_);
            kept += long_;
        }
        i += long_;
    }
    return kept;
}

size_t utf8_length(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

/* Bytes of the white space or invisible character that p begins with; 0 when it is neither. */
static size_t blank_at(const char *p, size_t n)
{
    if (n >= 1 && strchr(" \t\r\n", *p) && *p)
        return 1;
    if (n >= 2 && (memcmp(p, "\xC2\xA0", 2) == 0 || memcmp(p, "\xC2\xAD", 2) == 0))
        return 2;
    if (n >= 3 && (memcmp(p, "\xEF\xBB\xBF", 3) == 0 ||
                   (memcmp(p, "\xE2\x80", 2) == 0 && ((unsigned char)p[2] <= 0x8F || (unsigned char)p[2] == 0xAF)) ||
                   memcmp(p, "\xE2\x81\xA0", 3) == 0 || memcmp(p, "\xE3\x80\x80", 3) == 0))
        return 3;
    return 0;
}

static size_t blank_before(const char *p, size_t n)
{
    for (size_t k = 1; k <= 3 && k <= n; k++)
        if (blank_at(p + n - k, k) == k)
            return k;
    return 0;
}

char *text_trim(struct arena *a, const char *p, size_t n)
{
    for (size_t k; n > 0 && (k = blank_at(p, n)) > 0;) {
        p += k;
        n -= k;
    }
    for (size_t k; n > 0 && (k = blank_before(p, n)) > 0;)
        n -= k;
    char *s = arena_text(a, p, n), *to = s;
    for (size_t i = 0; i < n; i++) {
        if (p[i] == '\r' && i + 1 < n && p[i + 1] == '\n')
            continue;
        *to++ = p[i] == '\r' ? '\n' : p[i];
    }
    *to = '\0';
    return s;
}

char *text_fold(struct arena *a, const char *s)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s, 0, &folded,
                                      UTF8PROC_NULLTERM | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                          UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    if (n < 0)
        return arena_text(a, "", 0);
    char *out = arena_alloc(a, (size_t)n + 1), *to = out;
    for (const char *p = (const char *)folded; *p; p++) {
        if (strchr(" \t\r\n", *p)) {
            if (to > out && to[-1] != ' ')
                *to++ = ' ';
        } else {
            *to++ = *p;
        }
    }
    if (to > out && to[-1] == ' ')
        to--;
    *to = '\0';
    free(folded);
    return out;
}

static bool is_legal_form(const char *w, size_t n)
{
    static const char *const forms[] = {"bv", "nv", "vof", "cv", "stichting", "cooperatie", "maatschap", "ua"};
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        if (strlen(forms[i]) == n && memcmp(forms[i], w, n) == 0)
            return true;
    return false;
}

char *text_company_key(struct arena *a, const char *name)
{
    char *folded = text_fold(a, name), *out = arena_alloc(a, strlen(folded) + 1), *to = out;
    for (const char *p = folded; *p;) {
        char word[64];
        size_t n = 0;
        /* dots belong to the word, so that "b.v." is "bv"; other punctuation parts words */
        for (; *p && (((unsigned char)*p >= 0x80) || (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') ||
                      *p == '.' || *p == '\'');
             p++)
            if (*p != '.' && *p != '\'' && n < sizeof(word))
                word[n++] = *p;
        if (n > 0 && !is_legal_form(word, n)) {
            memcpy(to, word, n);
            to += n;
        }
        if (*p)
            p++;
    }
    *to = '\0';
    return *out ? out : folded; /* "Stichting B.V.": better something than nothing */
}

int text_distance(const char *x, const char *y, int most)
{
    enum { LONGEST = 256 };
    size_t nx = strlen(x), ny = strlen(y);
    if (nx > LONGEST || ny > LONGEST)
        return strcmp(x, y) == 0 ? 0 : most + 1;
    int row[LONGEST + 1];
    for (size_t j = 0; j <= ny; j++)
        row[j] = (int)j;
    for (size_t i = 1; i <= nx; i++) {
        int diagonal = row[0], best = row[0] = (int)i;
        for (size_t j = 1; j <= ny; j++) {
            int change = diagonal + (x[i - 1] != y[j - 1]);
            diagonal = row[j];
            int shift = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < shift ? change : shift;
            best = row[j] < best ? row[j] : best;
        }
        if (best > most)
            return most + 1;
    }
    return row[ny] > most ? most + 1 : row[ny];
}
