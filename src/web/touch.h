/* web/touch.h: "this session is in use": once a minute at most a small unlogged job of its own, nobody waits for it.
 * Private to web/. */
#ifndef WEB_TOUCH_H
#define WEB_TOUCH_H

#include "core/result.h"
#include "web/route.h"

struct touches;

MUST enum result touches_new(const struct site *site, struct touches **out);
void touches_free(struct touches *t); /* after the desk has run what was queued, or with a desk that still will */
void touch_session(struct touches *t, const char *token, tijdstip now);

#endif
