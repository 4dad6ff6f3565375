#include "core/rnd.h"

#include <sodium.h>
#include <string.h>

void rnd_bytes(void *out, size_t n)
{
    randombytes_buf(out, n);
}

uint32_t rnd_below(uint32_t bound)
{
    return randombytes_uniform(bound);
}

void rnd_token(char out[RND_TOKEN_TEXT])
{
    uint8_t raw[32];
    randombytes_buf(raw, sizeof(raw));
    sodium_bin2base64(out, RND_TOKEN_TEXT, raw, sizeof(raw), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(raw, sizeof(raw));
}

void token_hash(const char *token, uint8_t out[32])
{
    crypto_generichash(out, 32, (const unsigned char *)token, strlen(token), NULL, 0);
}

void sha256(const void *p, size_t n, uint8_t out[32])
{
    crypto_hash_sha256(out, p, n);
}

bool equal_secret(const void *a, const void *b, size_t n)
{
    return sodium_memcmp(a, b, n) == 0;
}
