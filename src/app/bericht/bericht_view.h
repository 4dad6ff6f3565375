/* app/bericht/bericht_view.h: what the page of the room shows. */
#ifndef BERICHT_VIEW_H
#define BERICHT_VIEW_H

#include "app/layout.h"

struct bericht_row {
    bericht_id id;
    tijdstip gemaakt_op, verzonden_op, volgende_op;
    const char *onderwerp, *aan, *status, *antwoord;
    int64_t pogingen;
    bool mag_opnieuw, verlopen /* the personal link in it */, wacht;
};
struct berichten_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct bericht_row *rows;
    int64_t mislukt;
};

#endif
