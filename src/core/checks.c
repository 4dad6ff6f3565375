/* core/checks.c: checked text: KvK number, postcode, e-mail address, and the eleven-test that keeps a BSN out. */
#include <ctype.h>
#include <string.h>

#include "core/values.h"

bool kvk_parse(const char *typed, char out[9])
{
    int n = 0;
    for (; typed && *typed; typed++) {
        if (*typed == ' ' || *typed == '.' || *typed == '-')
            continue;
        if (!isdigit((unsigned char)*typed) || n == 8)
            return false;
        out[n++] = *typed;
    }
    out[n < 8 ? 0 : 8] = '\0';
    return n == 8;
}

bool postcode_parse(const char *typed, char out[8])
{
    char s[8];
    int n = 0;
    for (; typed && *typed; typed++) {
        if (*typed == ' ' || *typed == '.' || *typed == '-')
            continue;
        if (n == 6)
            return false;
        s[n++] = (char)toupper((unsigned char)*typed);
    }
    if (n != 6 || s[0] < '1' || s[0] > '9' || !isdigit((unsigned char)s[1]) || !isdigit((unsigned char)s[2]) ||
        !isdigit((unsigned char)s[3]) || s[4] < 'A' || s[4] > 'Z' || s[5] < 'A' || s[5] > 'Z')
        return false;
    memcpy(out, s, 4);
    out[4] = ' ';
    memcpy(out + 5, s + 4, 2);
    out[7] = '\0';
    return true;
}

static bool is_local_char(char c)
{
    return isalnum((unsigned char)c) || (c && strchr("!#$%&'*+-/=?^_`{|}~.", c));
}

/* Labels of letters, digits and inner hyphens, with at least one dot; the last label has two or more letters. */
static bool is_host(const char *h, size_t n)
{
    size_t label = 0, dots = 0;
    for (size_t i = 0; i < n; i++) {
        if (h[i] == '.') {
            if (label == 0 || h[i - 1] == '-')
                return false;
            dots++;
            label = 0;
            continue;
        }
        if (!isalnum((unsigned char)h[i]) && !(h[i] == '-' && label > 0))
            return false;
        if (++label > 63)
            return false;
    }
    return dots > 0 && label >= 2 && h[n - 1] != '-' && !isdigit((unsigned char)h[n - 1]);
}

bool email_parse(const char *typed, char *out, size_t n)
{
    if (!typed)
        return false;
    while (*typed == ' ')
        typed++;
    size_t length = strlen(typed);
    while (length > 0 && typed[length - 1] == ' ')
        length--;
    const char *at = memchr(typed, '@', length);
    if (!at || length > 254 || length >= n)
        return false;
    size_t local = (size_t)(at - typed);
    if (local == 0 || local > 64 || typed[0] == '.' || typed[local - 1] == '.')
        return false;
    for (size_t i = 0; i < local; i++)
        if (!is_local_char(typed[i]) || (typed[i] == '.' && typed[i + 1] == '.'))
            return false;
    if (!is_host(at + 1, length - local - 1))
        return false;
    for (size_t i = 0; i < length; i++)
        out[i] = i > local ? (char)tolower((unsigned char)typed[i]) : typed[i];
    out[length] = '\0';
    return true;
}

void email_key(const char *email, char *out, size_t n)
{
    size_t i = 0;
    for (; email[i] && i + 1 < n; i++)
        out[i] = (char)tolower((unsigned char)email[i]);
    out[i] = '\0';
}

/* The eleven-test: 9·d1 + 8·d2 + … + 2·d8 − d9 is divisible by 11. */
static bool eleven_test(const int d[9])
{
    int sum = -d[8], any = d[8];
    for (int i = 0; i < 8; i++) {
        sum += (9 - i) * d[i];
        any |= d[i];
    }
    return any != 0 && sum % 11 == 0;
}

bool text_has_bsn(const char *s)
{
    int d[9], n = 0;
    bool longer = false;
    for (; s && *s; s++) {
        if (isdigit((unsigned char)*s)) {
            longer = n == 9;
            if (!longer)
                d[n++] = *s - '0';
            else
                while (isdigit((unsigned char)s[1])) /* ten digits or more are a telephone or account number */
                    s++;
            if (longer)
                n = 0;
            continue;
        }
        if (n == 9 && eleven_test(d))
            return true;
        bool joined = (*s == ' ' || *s == '.') && isdigit((unsigned char)s[1]) && n > 0 && n < 9;
        if (!joined)
            n = 0;
    }
    return n == 9 && eleven_test(d);
}
