/* app/info/info_view.h: what the handleidingen show beside their own words. */
#ifndef INFO_VIEW_H
#define INFO_VIEW_H

#include "app/layout.h"

struct handleiding_link {
    url href;
    const char *voor, *wat;
    bool eigen;
}; /* voor: for whom; wat: what it tells */
struct handleidingen_view {
    struct page *page;
    size_t n_rows;
    struct handleiding_link *rows;
};
struct handleiding_view {
    struct page *page;
};

#endif
