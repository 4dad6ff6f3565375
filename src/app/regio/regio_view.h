/* app/regio/regio_view.h: the settings and what was changed before. */
#ifndef REGIO_VIEW_H
#define REGIO_VIEW_H

#include "app/layout.h"

struct regio_change {
    tijdstip op;
    const char *wie, *voor, *na;
};
struct regio_view {
    struct page *page;
    struct form_view *form;
    size_t n_rows;
    struct regio_change *rows;
};

#endif
