/* app/overdracht/overdracht_view.h: what the pages of the room show. */
#ifndef OVERDRACHT_VIEW_H
#define OVERDRACHT_VIEW_H

#include "app/layout.h"
#include "app/overdracht/overdracht.h"

struct werk_project {
    project_id id;
    const char *naam, *opdrachtgever, *opdrachtnemer;
    datum eind;
    bool afgerond, laatste;
};
struct waarneming_row {
    waarneming_id id;
    const char *naam, *waarnemer, *wie, *regio, *staat;
    datum van, tm;
    tijdstip op;
    bool mag_beeindigen;
};
struct werk_view {
    struct page *page;
    const char *van; /* name of whose work it is */
    bool zelf;       /* the viewer's own */
    size_t n_rows;
    struct werk_project *rows;
    size_t n_waarnemingen;
    struct waarneming_row *waarnemingen;
    size_t n_collegas;
    int64_t laatste;
    struct form_view *form; /* NULL = only to read */
    url overdragen, waarnemen, terug;
};

#endif
