#include "core/clock.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/log.h"

static _Atomic int64_t shift; /* seconds added to the wall clock; 0 in service */

enum result clock_init(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    time_t july = 1751364000; /* 1 July 2025, noon: summer time where the zone is known */
    struct tm tm;
    localtime_r(&july, &tm);
    if (strcmp(tm.tm_zone, "CEST") != 0)
        return fail("time zone Europe/Amsterdam is not installed (package tzdata)");
    return OK;
}

tijdstip clock_now(void)
{
    return (tijdstip){(int64_t)time(NULL) + atomic_load(&shift)};
}

datum clock_today(void)
{
    return tijdstip_to_datum(clock_now());
}

int64_t clock_micros(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

void clock_set(tijdstip t)
{
    atomic_store(&shift, t.sec - (int64_t)time(NULL));
}

void clock_reset(void)
{
    atomic_store(&shift, 0);
}
