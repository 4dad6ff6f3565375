/* app/akkoord/akkoord_view.h: what the statement and the check page show. */
#ifndef AKKOORD_VIEW_H
#define AKKOORD_VIEW_H

#include "app/akkoord/akkoord_rules.h"
#include "app/layout.h"

struct akkoord_view {
    struct page *page;
    struct akkoord_cijfers cijfers;
    const char *code, *percent,
        *oordeel;                /* code: as shown, NULL = no statement yet; oordeel: whether the obligation was met */
    const char *controle;        /* address of the check page, as text */
    bool vrijgesteld, evaluatie; /* evaluatie: there was a final evaluation */
    safe_html qr;
};
enum akkoord_found { AKKOORD_ASKED, AKKOORD_UNKNOWN, AKKOORD_GENUINE, AKKOORD_ENDED };
struct akkoord_check_view {
    struct page *page;
    const char *typed;
    enum akkoord_found found;
    struct akkoord_view *of;
    datum vervallen;
};

#endif
