/* core/clock.h: the one clock. Tests and --datum can set it; nothing else in the house asks the time. */
#ifndef CORE_CLOCK_H
#define CORE_CLOCK_H

#include "core/result.h"
#include "core/values.h"

/* Sets TZ to Europe/Amsterdam, before any thread; FAILED (logged) when the zone is not installed: an unknown zone
 * silently becomes UTC. */
MUST enum result clock_init(void);
tijdstip clock_now(void);   /* wall clock, or the set clock */
datum clock_today(void);    /* civil date in Amsterdam */
int64_t clock_micros(void); /* monotonic, for durations only; never shifted */
/* Shifts the wall clock so that now is t; it runs on from there. For tests, demo data and --datum. Thread safe. */
void clock_set(tijdstip t);
void clock_reset(void);

#endif
