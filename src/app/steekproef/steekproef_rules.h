/* app/steekproef/steekproef_rules.h: the draw, the list it is drawn from and the list of evidence to show. Pure. What
 * the draw does is said on its page, so that anyone can redo it (besluiten/0028): whole numbers and SHA-256 only. */
#ifndef STEEKPROEF_RULES_H
#define STEEKPROEF_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "web/form.h"

enum { STEEKPROEF_MOST = 500, POPULATIE_MOST = 20000 };
#define ZAAD_TEKST   65 /* 64 hexadecimal digits and a NUL */
#define SHA256_TEKST 65

struct trekbaar {
    int64_t inzet, cent;
}; /* cent: what it weighs when drawn by value; never negative */

/* How many: a number, or a share in whole percents rounded up, at least 1; 0 when more is asked than there is, or than
 * STEEKPROEF_MOST. */
size_t steekproef_omvang(bool procent, int64_t getal, size_t populatie);
/* Draw j = 1..k: the number SHA-256(zaad:j) modulo the sum of the weights of what is left points into what is left, in
 * its order. Weights: cent, or 1 each when !waarde and when nothing that is left weighs anything. out: k indices, in
 * the order of drawing. False when k > n or the weights come to 2^55 or more. */
bool steekproef_trek(const char *zaad, bool waarde, const struct trekbaar *p, size_t n, size_t k, size_t *out);
/* The list as its file, and back. In the arena; NULL when it is not such a text. */
const char *populatie_text(struct arena *a, const struct trekbaar *p, size_t n);
struct trekbaar *populatie_parse(struct arena *a, const char *text, size_t *n);
/* SHA-256 in hexadecimal digits. */
void sha256_text(const void *p, size_t n, char out[SHA256_TEKST]);
/* As somebody pastes it: capitals, spaces, colons and dashes. False when it cannot be one. */
bool sha256_typed(const char *typed, char out[SHA256_TEKST]);

/* What is to be shown of an inzet, by its kind and (of a kandidaat) the kind of overeenkomst: code and what it is. Ends
 * with a NULL value; the last one is "anders". */
const struct choice *bewijs_gevraagd(const char *soort, const char *overeenkomst);
/* The words for one code, whatever the kind. */
const char *bewijs_label(const char *code);
bool bewijs_past(const char *soort, const char *overeenkomst, const char *code);

#endif
