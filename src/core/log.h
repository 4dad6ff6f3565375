/* core/log.h: one JSON line per event on stderr: UTC time, level, what. Control characters are escaped; never personal
 * data. An incident number is put in the line and shown to the user, so that a phone call finds the line. */
#ifndef CORE_LOG_H
#define CORE_LOG_H

#include <stdint.h>

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

void log_level_set(enum log_level lowest);
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define log_info(...)  log_line(LOG_INFO, __VA_ARGS__)
#define log_warn(...)  log_line(LOG_WARN, __VA_ARGS__)
#define log_error(...) log_line(LOG_ERROR, __VA_ARGS__)
/* One line per request: route pattern (never the path), status, duration. incident 0 = none. */
void log_request(const char *method, const char *pattern, int status, int64_t micros, uint32_t incident);
/* The incident number of this thread: set by the first fail_at of a request, taken (and cleared) by the reply. 0 =
 * none. */
uint32_t log_incident_take(void);

#endif
