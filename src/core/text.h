/* core/text.h: a growing text with a maximum, and the checks on text from outside.
 *
 * Writers return nothing: too much or too little memory makes the buffer fail stickily, asked once with text_failed. */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct text {
    char *p; /* owned by malloc; NUL-terminated after text_str */
    size_t n, room, max;
    bool failed;
};

void text_init(struct text *t, size_t max);
void text_free(struct text *t);
void text_add(struct text *t, const char *p, size_t n);
void text_str(struct text *t, const char *s);
void text_char(struct text *t, char c);
void text_int(struct text *t, int64_t n);
void text_printf(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool text_failed(const struct text *t);
const char *text_c(struct text *t);                          /* NUL-terminated view; "" when failed */
char *text_take(struct text *t, struct arena *a, size_t *n); /* copy into the arena, then free */

/* ---- text from outside, checked once at the edge (architecture: "Text is checked once") ---- */
bool utf8_is_clean(const char *p, size_t n); /* valid UTF-8, no control characters; no U+FFFE/FFFF, no bidi overrides */
bool utf8_is_clean_lines(const char *p, size_t n); /* the same, but line ends and tab are fine */
bool utf8_is_valid(const char *p, size_t n);       /* well-formed, whatever the characters */
size_t utf8_keep_clean(char *p, size_t n); /* leaves out, in place, what utf8_is_clean_lines refuses; the new length */
size_t utf8_length(const char *s);         /* code points */
/* Trimmed of white space and invisible characters at both ends, line ends made \n; in the arena. */
char *text_trim(struct arena *a, const char *p, size_t n);
/* vouw(): NFKD, marks stripped, case folded, spaces run together: the key by which names are sorted and searched. */
char *text_fold(struct arena *a, const char *s);
/* The name of a company reduced to what makes it the same company: folded, punctuation out, B.V./N.V./V.O.F./stichting
 * out. */
char *text_company_key(struct arena *a, const char *name);
int text_distance(const char *a, const char *b, int most); /* Levenshtein in bytes, stops at most + 1 */

char *base64url(struct arena *a, const uint8_t *p, size_t n); /* without padding */
char *hex(struct arena *a, const uint8_t *p, size_t n);
char *percent_encode(struct arena *a, const char *s); /* RFC 3986 unreserved stay */

#endif
