/* core/money.c: amounts, hours, percentages and numbers as Dutch office people type and read them (libraries 1.3). */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/values.h"

#define NBSP "\xC2\xA0"
static const int64_t MOST_CENT = 1000000000000000; /* 10^15: far above any contract, far below overflow */

/* "1.234.567" of a number that is not negative. */
static void grouped(int64_t n, char *out, size_t room)
{
    char plain[24];
    int length = snprintf(plain, sizeof(plain), "%lld", (long long)n);
    size_t at = 0;
    for (int i = 0; i < length && at + 2 < room; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            out[at++] = '.';
        out[at++] = plain[i];
    }
    out[at] = '\0';
}

void geld_to_text(geld g, char *out, size_t n)
{
    out[0] = '\0';
    if (geld_is_none(g))
        return;
    char whole[40];
    int64_t c = g.cent < 0 ? -g.cent : g.cent;
    grouped(c / 100, whole, sizeof(whole));
    snprintf(out, n, "€" NBSP "%s%s,%02d", g.cent < 0 ? "-" : "", whole, (int)(c % 100));
}

void geld_to_input(geld g, char *out, size_t n)
{
    out[0] = '\0';
    if (geld_is_none(g))
        return;
    int64_t c = g.cent < 0 ? -g.cent : g.cent;
    snprintf(out, n, "%s%lld,%02d", g.cent < 0 ? "-" : "", (long long)(c / 100), (int)(c % 100));
}

/* Copies digits, dots, commas and minus; leaves out euro signs and white space. False when anything else stands there
 * or it is too long. */
static bool squeeze(const char *s, char *out, size_t room)
{
    size_t n = 0;
    for (; *s; s++) {
        if (strncmp(s, "€", 3) == 0) {
            s += 2;
            continue;
        }
        if (strncmp(s, NBSP, 2) == 0) {
            s += 1;
            continue;
        }
        if (strncmp(s, "\xE2\x80\xAF", 3) == 0) { /* narrow no-break space of spreadsheets */
            s += 2;
            continue;
        }
        if (*s == ' ' || *s == '\t')
            continue;
        if (!isdigit((unsigned char)*s) && !strchr(".,-", *s))
            return false;
        if (n + 1 >= room)
            return false;
        out[n++] = *s;
    }
    out[n] = '\0';
    return n > 0;
}

/* Digits in groups of three parted by `sep`: "1.234.567"; the first group has 1 to 3. */
static bool is_grouped(const char *s, size_t n, char sep)
{
    size_t run = 0, groups = 0;
    for (size_t i = 0; i <= n; i++) {
        if (i < n && isdigit((unsigned char)s[i])) {
            run++;
            continue;
        }
        if (i < n && s[i] != sep)
            return false;
        if (groups == 0 ? run < 1 || run > 3 : run != 3)
            return false;
        groups++;
        run = 0;
    }
    return true;
}

static bool all_digits(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isdigit((unsigned char)s[i]))
            return false;
    return n > 0;
}

static enum parse number(const char *s, size_t n, int64_t cents, geld *out)
{
    int64_t whole = 0;
    for (size_t i = 0; i < n; i++)
        if (isdigit((unsigned char)s[i])) {
            whole = whole * 10 + (s[i] - '0');
            if (whole > MOST_CENT)
                return PARSE_BAD;
        }
    if (whole * 100 + cents >= MOST_CENT)
        return PARSE_BAD;
    out->cent = whole * 100 + cents;
    return PARSE_OK;
}

/* Cents behind the decimal sign: "5" is 50, "56" is 56, "-" is none; -1 when it is none of these. */
static int64_t cents_of(const char *s)
{
    if (*s == '\0' || strcmp(s, "-") == 0 || strcmp(s, "--") == 0)
        return 0;
    size_t n = strlen(s);
    if (n > 2 || !all_digits(s, n))
        return -1;
    return n == 1 ? (s[0] - '0') * 10 : (s[0] - '0') * 10 + (s[1] - '0');
}

static enum parse parse_positive(const char *s, geld *out)
{
    const char *comma = strrchr(s, ','), *dot = strrchr(s, '.');
    if (comma && strchr(s, ',') != comma) /* two commas: 1,234,567 is English or a slip */
        return PARSE_BAD;
    if (comma) {
        size_t n = (size_t)(comma - s);
        if (dot && dot > comma)
            return PARSE_BAD;
        if (!dot && strlen(comma + 1) == 3 && all_digits(comma + 1, 3) && n >= 1 && n <= 3 && all_digits(s, n))
            return PARSE_AMBIGUOUS;
        int64_t cents = cents_of(comma + 1);
        if (cents < 0 || (!all_digits(s, n) && !is_grouped(s, n, '.')))
            return PARSE_BAD;
        return number(s, n, cents, out);
    }
    if (all_digits(s, strlen(s)) || is_grouped(s, strlen(s), '.'))
        return number(s, strlen(s), 0, out);
    if (dot && strchr(s, '.') == dot && dot[1] != '\0' && all_digits(s, (size_t)(dot - s)) && cents_of(dot + 1) >= 0)
        return number(s, (size_t)(dot - s), cents_of(dot + 1), out);
    return PARSE_BAD;
}

enum parse geld_parse(const char *typed, geld *out)
{
    char s[40];
    *out = GELD_GEEN;
    if (!typed || !squeeze(typed, s, sizeof(s)))
        return PARSE_BAD;
    bool negative = s[0] == '-';
    enum parse p = parse_positive(s + negative, out);
    if (p == PARSE_OK && negative)
        out->cent = -out->cent;
    if (p != PARSE_OK)
        *out = GELD_GEEN;
    return p;
}

/* "32,50" → "32,5", "36,00" → "36" */
static void hundredths_to_text(int32_t h, char *out, size_t n)
{
    if (h % 100 == 0)
        snprintf(out, n, "%d", h / 100);
    else if (h % 10 == 0)
        snprintf(out, n, "%d,%d", h / 100, h % 100 / 10);
    else
        snprintf(out, n, "%d,%02d", h / 100, h % 100);
}

void uren_to_text(uren u, char *out, size_t n)
{
    out[0] = '\0';
    if (!uren_is_none(u))
        hundredths_to_text(u.honderdste, out, n);
}

static bool hundredths_parse(const char *s, int32_t most, int32_t *out)
{
    int64_t whole = 0, part = 0;
    int places = 0;
    if (!isdigit((unsigned char)*s))
        return false;
    for (; isdigit((unsigned char)*s); s++)
        if ((whole = whole * 10 + (*s - '0')) > most)
            return false;
    if (*s == ',' || *s == '.') {
        for (s++; isdigit((unsigned char)*s) && places < 3; s++, places++)
            part = part * 10 + (*s - '0');
        if (places == 0 || places > 2)
            return false;
        if (places == 1)
            part *= 10;
    }
    if (*s != '\0' || whole * 100 + part > most)
        return false;
    *out = (int32_t)(whole * 100 + part);
    return true;
}

/* Without surrounding blanks and with those inside left out. */
static bool tidy(const char *typed, char *out, size_t room)
{
    size_t n = 0;
    for (const char *p = typed; *p; p++) {
        if (*p == ' ' || *p == '\t')
            continue;
        if (strncmp(p, NBSP, 2) == 0) {
            p++;
            continue;
        }
        if (n + 1 >= room)
            return false;
        out[n++] = *p;
    }
    out[n] = '\0';
    return n > 0;
}

bool uren_parse(const char *typed, uren *out)
{
    char s[24];
    *out = UREN_GEEN;
    if (!typed || !tidy(typed, s, sizeof(s)))
        return false;
    char *colon = strchr(s, ':');
    int32_t h;
    if (!colon) {
        if (!hundredths_parse(s, 1000000, &h))
            return false;
        *out = (uren){h};
        return true;
    }
    *colon = '\0';
    if (!hundredths_parse(s, 1000000, &h) || h % 100 != 0 || strlen(colon + 1) != 2 || !all_digits(colon + 1, 2))
        return false;
    int minutes = (colon[1] - '0') * 10 + (colon[2] - '0');
    if (minutes > 59)
        return false;
    *out = (uren){h + (minutes * 100 + 30) / 60};
    return true;
}

void bp_to_text(basispunt b, char *out, size_t n)
{
    out[0] = '\0';
    if (bp_is_none(b))
        return;
    char number_text[20];
    hundredths_to_text(b.bp, number_text, sizeof(number_text));
    snprintf(out, n, "%s" NBSP "%%", number_text);
}

bool bp_parse(const char *typed, basispunt *out)
{
    char s[24];
    *out = BP_GEEN;
    if (!typed || !tidy(typed, s, sizeof(s)))
        return false;
    size_t n = strlen(s);
    if (s[n - 1] == '%')
        s[n - 1] = '\0';
    int32_t bp;
    if (!hundredths_parse(s, 100000, &bp))
        return false;
    *out = (basispunt){bp};
    return true;
}

bool int_parse(const char *typed, int64_t *out)
{
    char s[32];
    *out = 0;
    if (!typed || !tidy(typed, s, sizeof(s)))
        return false;
    size_t n = strlen(s);
    if (n > 18 || (!all_digits(s, n) && !is_grouped(s, n, '.')))
        return false;
    for (const char *p = s; *p; p++)
        if (*p != '.')
            *out = *out * 10 + (*p - '0');
    return true;
}

void kandidaat_to_text(kandidaat_id k, char *out, size_t n)
{
    out[0] = '\0';
    if (k.id > 0)
        snprintf(out, n, "K-%06lld", (long long)k.id);
}
