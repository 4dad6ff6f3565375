/* core/dates.c: civil dates as day numbers (pure integers), moments in Amsterdam. Days from civil and back: H.
 * Hinnant's era arithmetic. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/values.h"

static const char *const months[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                     "juli",    "augustus", "september", "oktober", "november", "december"};

static int32_t days_from_civil(int y, int m, int d)
{
    y -= m <= 2;
    int era = (y >= 0 ? y : y - 399) / 400;
    int yoe = y - era * 400;
    int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

static int month_days(int y, int m)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return m == 2 && leap ? 29 : days[m - 1];
}

datum datum_from_ymd(int y, int m, int d)
{
    if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1 || d > month_days(y, m))
        return DATUM_GEEN;
    return (datum){days_from_civil(y, m, d)};
}

void datum_to_ymd(datum x, int *year, int *month, int *day)
{
    int z = x.dag + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *day = doy - (153 * mp + 2) / 5 + 1;
    *month = mp + (mp < 10 ? 3 : -9);
    *year = yoe + era * 400 + (*month <= 2);
}

static bool digits(const char *s, int n, int *out)
{
    *out = 0;
    for (int i = 0; i < n; i++) {
        if (!isdigit((unsigned char)s[i]))
            return false;
        *out = *out * 10 + (s[i] - '0');
    }
    return true;
}

datum datum_from_iso(const char *iso)
{
    int y, m, d;
    if (!iso || strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-' || !digits(iso, 4, &y) || !digits(iso + 5, 2, &m) ||
        !digits(iso + 8, 2, &d))
        return DATUM_GEEN;
    return datum_from_ymd(y, m, d);
}

/* Two digits at a time: snprintf cannot see that a date fits in eleven bytes. */
static char *put2(char *to, int n)
{
    *to++ = (char)('0' + n / 10 % 10);
    *to++ = (char)('0' + n % 10);
    return to;
}

void datum_to_iso(datum x, char out[11])
{
    int y, m, d;
    out[0] = '\0';
    if (datum_is_none(x))
        return;
    datum_to_ymd(x, &y, &m, &d);
    char *to = put2(put2(out, y / 100), y % 100);
    *to++ = '-';
    to = put2(to, m);
    *to++ = '-';
    *put2(to, d) = '\0';
}

void datum_to_text(datum x, char out[11])
{
    int y, m, d;
    out[0] = '\0';
    if (datum_is_none(x))
        return;
    datum_to_ymd(x, &y, &m, &d);
    char *to = put2(out, d);
    *to++ = '-';
    to = put2(to, m);
    *to++ = '-';
    *put2(put2(to, y / 100), y % 100) = '\0';
}

void datum_to_long(datum x, char *out, size_t n)
{
    int y, m, d;
    if (n > 0)
        out[0] = '\0';
    if (datum_is_none(x))
        return;
    datum_to_ymd(x, &y, &m, &d);
    snprintf(out, n, "%d %s %d", d, months[m - 1], y);
}

/* Month by name or its abbreviation ("mrt" is the odd one); 0 when it is none. */
static int month_from_word(const char *w, size_t n)
{
    if (n == 3 && strncasecmp(w, "mrt", 3) == 0)
        return 3;
    for (int i = 0; i < 12; i++)
        if (n >= 3 && n <= strlen(months[i]) && strncasecmp(w, months[i], n) == 0 &&
            (n == 3 || n == strlen(months[i]) || (n == 4 && i == 8)))
            return i + 1;
    return 0;
}

struct part {
    int value, length;
    bool word;
};

/* Cuts "7 mrt. 2026" in at most four parts; false when something else stands in it. */
static bool cut(const char *s, struct part parts[4], int *n)
{
    for (*n = 0; *s;) {
        if (strchr(" -/.\t", *s)) {
            s++;
            continue;
        }
        if ((unsigned char)*s == 0xC2 && (unsigned char)s[1] == 0xA0) { /* pasted no-break space */
            s += 2;
            continue;
        }
        if (*n == 4)
            return false;
        struct part *p = &parts[(*n)++];
        *p = (struct part){.value = 0};
        if (isdigit((unsigned char)*s)) {
            for (; isdigit((unsigned char)*s) && p->length < 9; s++, p->length++)
                p->value = p->value * 10 + (*s - '0');
        } else if (isalpha((unsigned char)*s)) {
            const char *w = s;
            while (isalpha((unsigned char)*s))
                s++;
            p->word = true;
            p->length = (int)(s - w);
            p->value = month_from_word(w, (size_t)p->length);
            if (p->value == 0)
                return false;
        } else {
            return false;
        }
    }
    return true;
}

static int full_year(struct part p)
{
    if (p.length == 4)
        return p.value;
    return p.length == 2 && p.value < 80 ? 2000 + p.value : 0;
}

bool datum_parse(const char *typed, datum *out)
{
    struct part p[4];
    int n;
    *out = DATUM_GEEN;
    if (!typed || !cut(typed, p, &n))
        return false;
    if (n == 1 && !p[0].word && p[0].length == 8) /* 07032026 */
        *out = datum_from_ymd(p[0].value % 10000, p[0].value / 10000 % 100, p[0].value / 1000000);
    else if (n == 3 && !p[0].word && !p[1].word && !p[2].word && p[0].length == 4 && p[1].length <= 2 &&
             p[2].length <= 2)
        *out = datum_from_ymd(p[0].value, p[1].value, p[2].value);
    else if (n == 3 && !p[0].word && !p[2].word && p[0].length <= 2 && (p[1].word || p[1].length <= 2))
        *out = datum_from_ymd(full_year(p[2]), p[1].value, p[0].value);
    return !datum_is_none(*out);
}

datum datum_plus_months(datum s, int32_t k)
{
    int y, m, d;
    datum_to_ymd(s, &y, &m, &d);
    int64_t month = (int64_t)y * 12 + (m - 1) + k;
    int ny = (int)(month >= 0 ? month / 12 : (month - 11) / 12), nm = (int)(month - (int64_t)ny * 12) + 1;
    if (d > month_days(ny, nm)) { /* that day does not exist: the first of the next month */
        d = 1;
        nm++;
        if (nm > 12) {
            nm = 1;
            ny++;
        }
    }
    return (datum){days_from_civil(ny, nm, d)};
}

/* ---- moments ---- */

static struct tm local(tijdstip t)
{
    time_t s = (time_t)t.sec;
    struct tm tm;
    localtime_r(&s, &tm);
    return tm;
}

datum tijdstip_to_datum(tijdstip t)
{
    struct tm tm = local(t);
    return (datum){days_from_civil(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday)};
}

void tijdstip_to_text(tijdstip t, char *out, size_t n)
{
    out[0] = '\0';
    if (t.sec == 0)
        return;
    struct tm tm = local(t);
    strftime(out, n, "%d-%m-%Y %H:%M", &tm);
}

void tijdstip_to_hm(tijdstip t, char out[6])
{
    struct tm tm = local(t);
    char *to = put2(out, tm.tm_hour);
    *to++ = ':';
    *put2(to, tm.tm_min) = '\0';
}

void tijdstip_to_iso(tijdstip t, char out[21])
{
    time_t s = (time_t)t.sec;
    struct tm tm;
    gmtime_r(&s, &tm);
    strftime(out, 21, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

tijdstip tijdstip_at(datum d, int hour, int minute)
{
    int y, m, day;
    datum_to_ymd(d, &y, &m, &day);
    struct tm tm = {
        .tm_year = y - 1900, .tm_mon = m - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_isdst = -1};
    return (tijdstip){(int64_t)mktime(&tm)};
}
