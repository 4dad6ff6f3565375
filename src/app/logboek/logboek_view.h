/* app/logboek/logboek_view.h: one page of the log. */
#ifndef LOGBOEK_VIEW_H
#define LOGBOEK_VIEW_H

#include "app/layout.h"

struct logboek_row {
    int64_t nr;
    tijdstip op;
    const char *wie, *organisatie, *wat, *voor, *na, *naam;
    project_id project;
};
struct logboek_view {
    struct page *page;
    struct list_view *list;
    own_path excel;
    size_t n_rows;
    struct logboek_row *rows;
};

#endif
