/* web/router.h: from method and path to a line of the sheet, with its typed segments. Pure. Private to web/ and main.
 */
#ifndef WEB_ROUTER_H
#define WEB_ROUTER_H

#include "core/result.h"
#include "core/text.h"
#include "web/route.h"

struct router;

/* Checks the whole table. INVALID with a line per mistake: duplicate or shadowed lines, a path that is none, an object
 * that is not in the path. */
MUST enum result router_new(const struct route *routes, size_t n, struct text *problems, struct router **out);
void router_free(struct router *r);

struct route_match {
    const struct route *route; /* NULL: no such path, or not with this method */
    const char *allow;         /* the methods this path has ("GET, HEAD"), NULL when there is no such path */
    struct {
        const char *name;
        int64_t id;
    } object[REQUEST_OBJECTS];
    const char *token; /* points into path */
};
/* 200, 404 or 405. Nothing is decoded: our paths need no escapes, so an escaped one is nobody's. */
int router_find(const struct router *r, enum method method, const char *path, struct route_match *out);
/* The address where this form is shown: the GET line whose page is `page`, filled with the objects of the request; NULL
 * when there is none. */
const char *router_form_path(const struct router *r, const struct request *q, enum result (*page)(struct request *));

#endif
