/* app/toegang/toegang_view.h: what the pages of the room show. */
#ifndef TOEGANG_VIEW_H
#define TOEGANG_VIEW_H

#include "app/layout.h"

struct toegang_row {
    toegang_id id;
    const char *wie, *gesloten_wie, *opmerking;
    tijdstip op, gesloten_op;
    int64_t aantal, blijft, blokkeren, geblokkeerd, zonder, te_doen;
    bool gesloten, mag_wijzigen;
};
struct toegang_regel {
    gebruiker_id id;
    int64_t nr; /* of the row on the page */
    const char *naam, *email, *organisatie, *soort, *staat, *oordeel;
    tijdstip laatst_in;
    bool twee_factor, ooit, geblokkeerd, weg, zelf; /* geblokkeerd: now; weg: reaches the regio no more */
    int64_t projecten, waarnemingen,
        laatste; /* laatste: running projects on which nobody else of the organisatie stands */
};
struct toegangen_view {
    struct page *page;
    size_t n_rows;
    struct toegang_row *rows;
    bool open;
    datum volgende;
    bool te_laat;
};
struct toegang_view {
    struct page *page;
    struct list_view *list;
    struct toegang_row *t;
    own_path action;
    const char *problem;
    struct form_view *form;
    size_t n_rows;
    struct toegang_regel *rows;
    int64_t kan_niet;
};

#endif
