/* A path against a table with all kinds of segments. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "web/router.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum result page(struct request *r)
{
    (void)r;
    return OK;
}

static const struct route routes[] = {
    {.method = GET, .path = "/", .who = 1, .page = page},
    {.method = GET, .path = "/p", .who = 1, .page = page},
    {.method = POST, .path = "/p/nieuw", .who = 1, .page = page},
    {.method = GET, .path = "/p/:a", .who = 1, .page = page},
    {.method = GET, .path = "/p/:a/q/:b", .who = 1, .page = page},
    {.method = GET, .path = "/l/:token", .who = 1, .page = page},
    {.method = POST, .path = "/p/:a/q/:b/r/:c", .who = 1, .page = page},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct router *router;
    if (!router) {
        struct text problems;
        text_init(&problems, 1000);
        if (router_new(routes, sizeof routes / sizeof *routes, &problems, &router) != OK)
            abort();
        text_free(&problems);
    }
    char path[400];
    size_t n = size < sizeof path - 1 ? size : sizeof path - 1;
    memcpy(path, data, n);
    path[n] = '\0';
    for (int method = GET; method <= POST; method++) {
        struct route_match m;
        int status = router_find(router, (enum method)method, path, &m);
        assert((status == 200) == (m.route != NULL));
        assert((status == 405) == (m.allow != NULL));
        for (int i = 0; m.route && i < REQUEST_OBJECTS && m.object[i].name; i++)
            assert(m.object[i].id > 0);
    }
    return 0;
}
