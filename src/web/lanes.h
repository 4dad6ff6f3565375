/* web/lanes.h: where a request runs: on the thread it arrived on (fast), at the desk (all that writes), or on one of
 * two slow workers. The connection of a request that is elsewhere is suspended; lanes.c resumes it. Private to
 * web/server.c, lanes.c and main's tests. */
#ifndef WEB_LANES_H
#define WEB_LANES_H

#include "core/result.h"
#include "core/text.h"
#include "web/exchange.h"
#include "web/reaper.h"

struct lanes;
struct server;

enum { SLOW_WORKERS = 2, SLOW_QUEUE = 64 };

MUST enum result lanes_start(const struct site *site, struct lanes **out);
/* The read connections of the calling thread, opened at its first request and closed with the thread; NULL when they
 * cannot be opened (logged). */
struct readers *lanes_readers(struct lanes *l);
/* Suspends the connection of x and sends it there; when it comes back x->ended says how it went. */
void lanes_send(struct lanes *l, struct exchange *x, enum lane lane);
int lanes_away(struct lanes *l);    /* exchanges not yet back */
void lanes_refuse(struct lanes *l); /* what waits in the slow queue comes back BUSY, so does what follows */
void lanes_stop(struct lanes *l);   /* nothing may be away */

/* As server_start, with other deadlines: for tests of slow clients. */
MUST enum result server_start_with(const struct site *site, struct deadlines deadlines, int idle_sec,
                                   struct text *problems, struct server **out, int *port);

#endif
