/* app/routes.h: the sheet of pages and what main hands to the web floor. */
#ifndef APP_ROUTES_H
#define APP_ROUTES_H

#include <stddef.h>

#include "web/route.h"

extern const struct route routes[];
extern const size_t n_routes;

#endif
