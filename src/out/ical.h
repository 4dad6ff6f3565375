/* out/ical.h: a calendar file (RFC 5545) of whole days. Lines are folded at 75 octets, text is escaped, line ends are
 * CRLF. */
#ifndef OUT_ICAL_H
#define OUT_ICAL_H

#include "core/arena.h"
#include "core/text.h"
#include "core/values.h"

struct ical_day {
    const char *uid; /* without the domain; the same for the same thing each time, so that a calendar replaces and does
                        not double */
    datum dag;
    const char *summary, *description, *url; /* description and url may be NULL */
};
/* domain: for the UIDs, from base_url. made: the moment of making (DTSTAMP). */
void ical_write(struct text *out, const char *domain, const char *name, tijdstip made, size_t n,
                const struct ical_day *days);

#endif
