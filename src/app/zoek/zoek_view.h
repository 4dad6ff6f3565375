/* app/zoek/zoek_view.h: what was found, in four groups. */
#ifndef ZOEK_VIEW_H
#define ZOEK_VIEW_H

#include "app/layout.h"

struct gevonden {
    url href;
    const char *naam, *bij;
}; /* bij: what tells it from others of that name */
struct gevonden_lijst {
    size_t n;
    struct gevonden *rows;
    bool meer;
}; /* meer: there are more than these */
struct zoek_view {
    struct page *page;
    const char *gezocht; /* as typed; "" = nothing asked yet */
    bool te_kort;        /* fewer than two letters */
    struct gevonden_lijst projecten, organisaties, inzet, teksten;
};

#endif
