/* app/organisatie/organisatie_view.h: what the pages of the room show. */
#ifndef ORGANISATIE_VIEW_H
#define ORGANISATIE_VIEW_H

#include "app/layout.h"

struct lookalike {
    organisatie_id id;
    const char *naam, *kvk, *plaats;
    bool same_kvk;
    own_path choose;
};
struct organisatie_form_view {
    struct page *page;
    struct form_view *form;
    const char *intro, *button;
    organisatie_id pso, samenvoegen, met;
    const char *met_naam;
    tijdstip met_op;
    size_t n_lookalikes;
    struct lookalike *lookalikes;
};
struct organisatie_row {
    organisatie_id id;
    const char *soort, *naam, *kvk, *plaats;
};
struct organisaties_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct organisatie_row *rows;
};

#endif
