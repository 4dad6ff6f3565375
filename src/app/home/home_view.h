/* app/home/home_view.h: what the first page shows. */
#ifndef HOME_VIEW_H
#define HOME_VIEW_H

#include "app/inhoud/inhoud.h"
#include "app/layout.h"
#include "app/overdracht/overdracht.h"

struct wait_row {
    url href;
    const char *naam, *wat;
    datum sinds;
};
struct home_view {
    struct page *page;
    const char *naam;
    size_t n_rows, n_achter;
    struct wait_row *rows;        /* what waits, newest first; each leads to the very thing */
    struct wait_row *achter_rows; /* projects that are behind, the nearest end first */
    int64_t projecten, achter, let_op;
    geld netto, actueel, prognose;
    safe_html bar;
    const char *percent;
    bool mag_toevoegen, is_on, werklijst;
    size_t n_nieuws;
    struct nieuws_kop *nieuws;
    size_t n_waarnemingen;
    struct waarneming_nu *waarnemingen; /* for whom the viewer deputises today */
};
struct contact_view {
    const char *regio, *email, *telefoon, *grondslag, *privacytekst, *verantwoordelijke, *fg;
    int64_t bewaar_jaren;
    bool initialen, toestemming;
};
struct text_view {
    struct page *page;
    size_t n_rows;
    struct contact_view *rows;
};

#endif
