/* web/limit.h: how much one address may ask: a token bucket for everything, a tighter one for the public forms (login
 * and the like), and behind a proxy the number of requests at once. It slows, it never locks out. Private to web/. */
#ifndef WEB_LIMIT_H
#define WEB_LIMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/config.h"
#include "core/result.h"

struct limits;

enum limit_kind { LIMIT_ALL, LIMIT_DOOR, LIMIT_KINDS };
struct limit_rate {
    int burst;
    int per_sec_times_10;
}; /* burst 0 = no limit */

MUST enum result limits_new(struct limit_rate all, struct limit_rate door, int at_once, struct limits **out);
void limits_free(struct limits *l);
/* The rates of this installation. On a loopback-only first try there is no general limit and a wide door: tests and
 * benches live there. */
MUST enum result limits_for(const struct config *c, struct limits **out);
/* 0 = go on; else seconds to wait. micros: monotonic. */
int limit_take(struct limits *l, uint64_t key, enum limit_kind kind, int64_t micros);
/* One more request of this address under way; false = too many at once (then limit_leave must not be called). */
bool limit_enter(struct limits *l, uint64_t key, int64_t micros);
void limit_leave(struct limits *l, uint64_t key);

#endif
