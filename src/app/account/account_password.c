/* app/account/account_password.c: a password is refused when it is short, or when what is left of it after undoing the
 * usual decorations is a common word. */
#include "app/account/account_password.h"

#include <ctype.h>
#include <errno.h>
#include <liboath/oath.h>
#include <stdio.h>
#include <string.h>

#include "app/account/account_crypto.h"
#include "app/account/common_words.h"
#include "core/log.h"
#include "core/text.h"

static char undo_leet(char c)
{
    static const char from[] = "@4310$57!8", to[] = "aaeiosstib";
    const char *p = c ? strchr(from, c) : NULL;
    return p ? to[p - from] : c;
}

/* Lower case, without what is not a letter at both ends, and with leet undone if asked: "W3lkom2026!!" → "welkom". */
static char *core_of(struct arena *a, const char *password, bool leet)
{
    char *s = text_fold(a, password), *end = s + strlen(s);
    while (end > s && !isalpha((unsigned char)end[-1]) && (unsigned char)end[-1] < 0x80)
        *--end = '\0';
    while (*s && !isalpha((unsigned char)*s) && (unsigned char)*s < 0x80)
        s++;
    for (char *p = s; leet && *p; p++)
        *p = undo_leet(*p);
    return s;
}

static bool is_common(const char *word)
{
    size_t low = 0, high = n_common_words;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(word, common_words[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* The whole text is made of common or context words, at most `left` of them, with nothing but digits and signs between.
 */
static bool made_of_words(struct arena *a, const char *s, const char *const *context, int left)
{
    while (*s && !isalpha((unsigned char)*s) && (unsigned char)*s < 0x80)
        s++;
    if (*s == '\0')
        return true;
    if (left == 0)
        return false;
    size_t n = strlen(s);
    for (size_t k = n; k >= 3; k--) {
        char *word = arena_text(a, s, k);
        bool known = is_common(word);
        for (size_t i = 0; !known && context && context[i]; i++)
            known = strcmp(context[i], word) == 0;
        if (known && made_of_words(a, s + k, context, left - 1))
            return true;
    }
    return false;
}

/* "Kim Voorbeeldsen" and "kim@demogemeente.nl" are five words; those of four letters and more count. Folded,
 * NULL-terminated. */
static const char *const *context_words(struct arena *a, const char *const *context)
{
    enum { MOST = 40 };
    const char **words = ARENA_ARRAY(a, const char *, MOST + 1);
    size_t n = 0;
    for (size_t i = 0; context && context[i]; i++)
        for (const char *p = text_fold(a, context[i]); *p && n < MOST;) {
            size_t k = 0;
            while (isalpha((unsigned char)p[k]) || (unsigned char)p[k] >= 0x80)
                k++;
            if (k >= 4)
                words[n++] = arena_text(a, p, k);
            p += k + (k == 0);
        }
    return words;
}

/* "aaaaaaaaaaaa", "abcabcabcabc": a piece of at most four that repeats. */
static bool is_repeat(const char *s)
{
    size_t n = strlen(s);
    for (size_t k = 1; k <= 4 && k * 3 <= n; k++) {
        size_t i = k;
        while (i < n && s[i] == s[i - k])
            i++;
        if (i == n)
            return true;
    }
    return false;
}

static bool is_walk(const char *s)
{
    static const char *const rows[] = {
        "1234567890", "0987654321", "qwertyuiop",   "asdfghjkl",     "zxcvbnm", "abcdefghijklmnopqrstuvwxyz",
        "poiuytrewq", "lkjhgfdsa",  "qazwsxedcrfv", "1q2w3e4r5t6y7u"};
    size_t n = strlen(s), covered = 0;
    for (size_t i = 0; i < n;) {
        size_t best = 0;
        for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++)
            for (const char *at = rows[r]; *at; at++) {
                size_t k = 0;
                while (s[i + k] && at[k] == s[i + k])
                    k++;
                best = k > best ? k : best;
            }
        covered += best >= 4 ? best : 0;
        i += best >= 4 ? best : 1;
    }
    return covered * 4 >= n * 3;
}

/* Sorted lines of 64 hex digits (anything behind a colon is ignored): halved by position in the file. */
static bool is_breached(const char *password, const char *file)
{
    unsigned char sum[crypto_hash_sha256_BYTES];
    char wanted[2 * crypto_hash_sha256_BYTES + 1], line[128];
    bool found = false;
    FILE *f = file && file[0] ? fopen(file, "rb") : NULL;
    if (!f) {
        if (file && file[0])
            log_error("breach_list %s cannot be read: passwords are not compared with it", file);
        return false;
    }
    crypto_hash_sha256(sum, (const unsigned char *)password, strlen(password));
    sodium_bin2hex(wanted, sizeof(wanted), sum, sizeof(sum));
    fseek(f, 0, SEEK_END);
    long low = 0, high = ftell(f);
    while (!found && low < high) {
        long middle = low + (high - low) / 2;
        fseek(f, middle, SEEK_SET);
        if (middle > 0 && !fgets(line, sizeof(line), f))
            break;
        if (!fgets(line, sizeof(line), f)) {
            high = middle;
            continue;
        }
        int order = strncasecmp(wanted, line, 64);
        found = order == 0;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    fclose(f);
    return found;
}

const char *password_refused(struct arena *a, const char *password, const char *const *context, const char *breach_list)
{
    if (!password || utf8_length(password) < PASSWORD_LEAST)
        return "Kies een wachtwoord van 12 tekens of meer. Een zin van een paar woorden is goed te onthouden.";
    if (strlen(password) > PASSWORD_MOST)
        return "Kies een wachtwoord van ten hoogste 1.000 tekens.";
    char *folded = text_fold(a, password);
    if (is_repeat(folded) || is_walk(folded))
        return "Dit wachtwoord is makkelijk te raden: het herhaalt zich of volgt het toetsenbord. Kies een ander.";
    const char *const *own = context_words(a, context);
    /* "zomer2026herfst" is two words with digits between, "w3lkom" one with a digit in it */
    if (made_of_words(a, core_of(a, password, true), own, 2) || made_of_words(a, core_of(a, password, false), own, 2))
        return "Dit wachtwoord is makkelijk te raden: het bestaat uit een veelgebruikt woord of uit uw eigen gegevens. Kies een ander, bijvoorbeeld een paar losse woorden.";
    if (is_breached(password, breach_list))
        return "Dit wachtwoord staat in een lijst van gelekte wachtwoorden. Kies een ander.";
    return NULL;
}

enum result password_hash(const char *password, char out[128])
{
    memset(out, 0, 128);
    if (crypto_pwhash_str(out, password, strlen(password), ARGON_PASSES, ARGON_MEMORY) == 0)
        return OK;
    return BUSY; /* the only cause is memory */
}

enum result password_verify(const char *password, const char *hash, bool *good)
{
    /* a real argon2id string of a random password, so that an unknown account costs the same time */
    static const char dummy[] =
        "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$4F0i8mQdqjMpHMYRoCrWtFNpzDKYn3jU1tPxJ5QmUZE";
    errno = 0;
    bool fits = crypto_pwhash_str_verify(hash ? hash : dummy, password, strlen(password)) == 0;
    *good = fits && hash != NULL;
    return !fits && errno == ENOMEM ? BUSY : OK;
}

int64_t login_wait_sec(int failures)
{
    if (failures < FREE_FAILURES)
        return 0;
    int over = failures - FREE_FAILURES;
    return over >= 10 ? WAIT_MOST_SEC : (INT64_C(1) << over) < WAIT_MOST_SEC ? INT64_C(1) << over : WAIT_MOST_SEC;
}

bool totp_fits(const uint8_t *secret, size_t n, const char *code, tijdstip now, int64_t used, int64_t *step)
{
    char digits[16];
    size_t k = 0;
    for (const char *p = code; p && *p; p++) {
        if (*p == ' ')
            continue;
        if (!isdigit((unsigned char)*p) || k == 6)
            return false;
        digits[k++] = *p;
    }
    digits[k] = '\0';
    if (k != 6)
        return false;
    int position = 0;
    uint64_t counter = 0;
    int code_ok = oath_totp_validate3((const char *)secret, n, (time_t)now.sec, TOTP_STEP_SEC, 0, TOTP_WINDOW,
                                      &position, &counter, digits);
    *step = (int64_t)counter;
    return code_ok >= 0 && *step > used;
}
