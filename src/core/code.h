/* core/code.h: codes that people read from paper and type: Crockford's base 32, without I, L, O and U, in groups of
 * four. Pure. */
#ifndef CORE_CODE_H
#define CORE_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

/* n letters from the first 5 n bits; `bits` has one byte more than these fill. out: n + 1 bytes. */
void code_letters(const uint8_t *bits, size_t n, char *out);
/* As somebody types it: small letters, dashes and spaces, O for 0, I and L for 1. false when it cannot be a code of n
 * letters. out: n + 1 bytes. */
bool code_typed(const char *typed, size_t n, char *out);
/* "ABCD-EFGH-JKMN-PQRS". In the arena. */
const char *code_shown(struct arena *a, const char *code);
/* A letter over the first n (at most 30): another one whenever one letter is wrong or two letters changed places. */
char code_check(const char *code, size_t n);

#endif
