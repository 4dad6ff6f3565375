#include "core/log.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "core/result.h"
#include "core/rnd.h"

static _Atomic int lowest = LOG_INFO;
static _Thread_local uint32_t incident; /* of the request this thread works on */

void log_level_set(enum log_level level)
{
    atomic_store(&lowest, (int)level);
}

/* JSON string: quotes, backslash and every control character escaped, so that no text can make a line of its own. */
static size_t escape(char *to, size_t room, const char *s)
{
    size_t n = 0;
    for (const unsigned char *p = (const unsigned char *)s; *p && n + 7 < room; p++) {
        if (*p == '"' || *p == '\\') {
            to[n++] = '\\';
            to[n++] = (char)*p;
        } else if (*p < 0x20 || *p == 0x7F) {
            n += (size_t)snprintf(to + n, room - n, "\\u%04x", *p);
        } else {
            to[n++] = (char)*p;
        }
    }
    to[n] = '\0';
    return n;
}

/* The log tells real time: the set clock of a test is no evidence of when something happened. */
static void stamp(char out[32])
{
    struct timespec now;
    struct tm tm;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &tm);
    strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static void put(const char *line, size_t n)
{
    if (write(STDERR_FILENO, line, n) < 0)
        return; /* nowhere left to say it */
}

void log_line(enum log_level level, const char *format, ...)
{
    static const char *const names[] = {"debug", "info", "warn", "error"};
    if ((int)level < atomic_load(&lowest))
        return;
    char text[1024], safe[2048], when[32], line[2400];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    escape(safe, sizeof(safe), text);
    stamp(when);
    int n = snprintf(line, sizeof(line), "{\"t\":\"%s\",\"level\":\"%s\",\"msg\":\"%s\"}\n", when, names[level], safe);
    if (n > 0)
        put(line, (size_t)n < sizeof(line) ? (size_t)n : sizeof(line) - 1);
}

void log_request(const char *method, const char *pattern, int status, int64_t micros, uint32_t number)
{
    if (LOG_INFO < atomic_load(&lowest))
        return;
    char when[32], line[512];
    stamp(when);
    int n = snprintf(line, sizeof(line),
                     "{\"t\":\"%s\",\"level\":\"info\",\"method\":\"%s\",\"route\":\"%s\",\"status\":%d,\"us\":%" PRId64
                     ",\"incident\":%" PRIu32 "}\n",
                     when, method, pattern, status, micros, number);
    if (n > 0)
        put(line, (size_t)n < sizeof(line) ? (size_t)n : sizeof(line) - 1);
}

uint32_t log_incident_take(void)
{
    uint32_t taken = incident;
    incident = 0;
    return taken;
}

enum result fail_at(const char *file, int line, const char *format, ...)
{
    char text[900];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    if (incident == 0)
        incident = 100000 + rnd_below(900000);
    log_line(LOG_ERROR, "incident %" PRIu32 " %s:%d: %s", incident, file, line, text);
    return FAILED;
}

const char *result_name(enum result r)
{
    static const char *const names[] = {"ok",   "not found",         "forbidden", "invalid",   "conflict",
                                        "busy", "too many attempts", "too large", "disk full", "failed"};
    return (unsigned)r < sizeof(names) / sizeof(names[0]) ? names[r] : "unknown";
}
