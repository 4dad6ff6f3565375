#include "out/ical.h"

#include <stdio.h>
#include <string.h>

enum { LINE_OCTETS = 75 };

/* One content line, folded: a continuation begins with a space, and no UTF-8 character is cut. */
static void line_add(struct text *out, const char *line)
{
    size_t n = strlen(line), at = 0, room = LINE_OCTETS;
    while (n - at > room) {
        size_t take = room;
        while (take > 1 && ((unsigned char)line[at + take] & 0xC0) == 0x80)
            take--;
        text_add(out, line + at, take);
        text_str(out, "\r\n ");
        at += take;
        room = LINE_OCTETS - 1;
    }
    text_add(out, line + at, n - at);
    text_str(out, "\r\n");
}

/* name:value with the value escaped as TEXT (RFC 5545 3.3.11). */
static void text_property(struct text *out, const char *name, const char *value)
{
    struct text t;
    text_init(&t, 1 << 16);
    text_printf(&t, "%s:", name);
    for (const char *p = value; *p; p++) {
        if (*p == '\n')
            text_str(&t, "\\n");
        else if (*p == '\r')
            continue;
        else {
            if (strchr("\\;,", *p))
                text_char(&t, '\\');
            text_char(&t, *p);
        }
    }
    line_add(out, text_c(&t));
    text_free(&t);
}

static void day_property(struct text *out, const char *name, datum d)
{
    int year, month, day;
    char line[64];
    datum_to_ymd(d, &year, &month, &day);
    snprintf(line, sizeof(line), "%s;VALUE=DATE:%04d%02d%02d", name, year, month, day);
    line_add(out, line);
}

static void event_add(struct text *out, const char *domain, const char *stamp, const struct ical_day *d)
{
    char line[300];
    line_add(out, "BEGIN:VEVENT");
    snprintf(line, sizeof(line), "UID:%s@%s", d->uid, domain);
    line_add(out, line);
    line_add(out, stamp);
    day_property(out, "DTSTART", d->dag);
    day_property(out, "DTEND", datum_plus_days(d->dag, 1));
    text_property(out, "SUMMARY", d->summary);
    if (d->description)
        text_property(out, "DESCRIPTION", d->description);
    if (d->url) {
        snprintf(line, sizeof(line), "URL:%s", d->url);
        line_add(out, line);
    }
    line_add(out, "TRANSP:TRANSPARENT");
    line_add(out, "END:VEVENT");
}

void ical_write(struct text *out, const char *domain, const char *name, tijdstip made, size_t n,
                const struct ical_day *days)
{
    char iso[21], stamp[40];
    tijdstip_to_iso(made, iso); /* 2026-03-07T13:05:00Z → 20260307T130500Z */
    snprintf(stamp, sizeof(stamp), "DTSTAMP:%.4s%.2s%.2sT%.2s%.2s%.2sZ", iso, iso + 5, iso + 8, iso + 11, iso + 14,
             iso + 17);
    line_add(out, "BEGIN:VCALENDAR");
    line_add(out, "VERSION:2.0");
    line_add(out, "PRODID:-//Social Return Monitor//NL");
    line_add(out, "CALSCALE:GREGORIAN");
    line_add(out, "METHOD:PUBLISH");
    text_property(out, "X-WR-CALNAME", name);
    for (size_t i = 0; i < n; i++)
        event_add(out, domain, stamp, &days[i]);
    line_add(out, "END:VCALENDAR");
}
