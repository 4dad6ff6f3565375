/* core/rnd.h: random tokens, hashes and constant-time comparison (libsodium). No other source of randomness in the
 * house. */
#ifndef CORE_RND_H
#define CORE_RND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void rnd_bytes(void *out, size_t n);
uint32_t rnd_below(uint32_t bound);
#define RND_TOKEN_TEXT 44                                  /* 32 bytes in base64url and a NUL */
void rnd_token(char out[RND_TOKEN_TEXT]);                  /* 256 random bits */
void token_hash(const char *token, uint8_t out[32]);       /* BLAKE2b: what is stored of a token */
void sha256(const void *p, size_t n, uint8_t out[32]);     /* where others compute it too: elsewhere BLAKE2b */
bool equal_secret(const void *a, const void *b, size_t n); /* constant time */

#endif
