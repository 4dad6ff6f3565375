/* app/huisstijl/huisstijl_view.h: what the pages of the room show. */
#ifndef HUISSTIJL_VIEW_H
#define HUISSTIJL_VIEW_H

#include "app/huisstijl/huisstijl.h"
#include "app/layout.h"

struct huisstijl_row {
    huisstijl_id id;
    const char *bestand, *thema, *thema_kenmerk, *logo_soort, *logo_kenmerk, *logo_alt,
        *wie; /* thema, logo_…: NULL = none of its own */
    int64_t tokens;
    tijdstip op;
};
struct huisstijl_stand {
    url logo;
    const struct huisstijl_row *row;
};
struct huisstijl_view {
    struct page *page;
    struct huisstijl_stand *nu, *concept; /* published, and what is made ready; NULL = none */
    int64_t basis;                        /* one more than the newest row that was seen; 1 = there was none */
    struct form_view *form;
    size_t n_problems;
    const char **problems; /* of the file that was chosen */
};

#endif
