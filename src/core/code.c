#include "core/code.h"

#include <string.h>

#include "core/text.h"

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void code_letters(const uint8_t *bits, size_t n, char *out)
{
    for (size_t i = 0; i < n; i++) {
        size_t bit = i * 5;
        unsigned two = (unsigned)bits[bit / 8] << 8 | bits[bit / 8 + 1];
        out[i] = letters[two >> (11 - bit % 8) & 31];
    }
    out[n] = '\0';
}

static char letter_of(char c)
{
    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    return c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
}

bool code_typed(const char *typed, size_t most, char *out)
{
    size_t n = 0;
    for (; *typed; typed++) {
        if (*typed == '-' || *typed == ' ')
            continue;
        char c = letter_of(*typed);
        if (n == most || !strchr(letters, c))
            return false;
        out[n++] = c;
    }
    out[n] = '\0';
    return n == most;
}

const char *code_shown(struct arena *a, const char *code)
{
    struct text t;
    text_init(&t, 200);
    for (size_t i = 0; code[i]; i++) {
        if (i > 0 && i % 4 == 0)
            text_char(&t, '-');
        text_char(&t, code[i]);
    }
    return text_take(&t, a, NULL);
}

/* Sum of letter i times x to the power i + 1 in GF(32) by x^5 + x^2 + 1: x has order 31, so no two places of 30 have
 * the same factor. */
char code_check(const char *code, size_t n)
{
    unsigned sum = 0;
    for (size_t i = n; i-- > 0;) {
        sum ^= (unsigned)(strchr(letters, code[i]) - letters);
        sum = sum & 16 ? (sum << 1 ^ 37) & 31 : sum << 1;
    }
    return letters[sum];
}
