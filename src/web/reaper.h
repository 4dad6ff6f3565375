/* web/reaper.h: ends connections past their deadline. libmicrohttpd's own time-out is idle time: a drip of one byte a
 * second would live for ever. It only shuts sockets down; who owns them closes them. Private to web/. */
#ifndef WEB_REAPER_H
#define WEB_REAPER_H

#include "core/result.h"

struct reaper;
struct wire; /* one connection */

enum wire_state { WIRE_HEAD, WIRE_BODY, WIRE_LANE, WIRE_SEND, WIRE_STATES };

/* Seconds allowed in each state; 0 = no deadline. */
struct deadlines {
    int seconds[WIRE_STATES];
};

MUST enum result reaper_start(struct deadlines deadlines, struct reaper **out);
void reaper_stop(struct reaper *r);                           /* all wires must be gone */
struct wire *reaper_add(struct reaper *r, int fd);            /* in WIRE_HEAD */
void reaper_remove(struct reaper *r, struct wire *take_wire); /* before the fd is closed */
void reaper_state(struct reaper *r, struct wire *w, enum wire_state state);
int reaper_count(struct reaper *r);
void reaper_end_all(struct reaper *r); /* shuts every wire down */

#endif
