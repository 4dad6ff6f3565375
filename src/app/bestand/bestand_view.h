/* app/bestand/bestand_view.h: the page of a file under way. */
#ifndef BESTAND_VIEW_H
#define BESTAND_VIEW_H

#include "app/layout.h"

struct bestand_view {
    struct page *page;
    const char *bestand, *stap, *grootte, *tot;
    bool klaar;
    int64_t gedaan, totaal;
    own_path ophalen, opnieuw;
};

#endif
