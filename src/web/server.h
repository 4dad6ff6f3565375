/* web/server.h: the listening side: libmicrohttpd, lanes, deadlines. Only server.c and lanes.c know MHD. */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "core/result.h"
#include "core/text.h"
#include "web/route.h"

struct server;

/* Checks the route table (duplicate or shadowed lines: INVALID, said in problems), opens the port and serves. port: the
 * real one (for :0). */
MUST enum result server_start(const struct site *site, struct text *problems, struct server **out, int *port);
/* Order: refuse new → quiesce → wait for lanes and suspended connections (10 s) → stop → close. */
void server_stop(struct server *s);

#endif
