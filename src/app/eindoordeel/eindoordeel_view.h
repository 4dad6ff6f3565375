/* app/eindoordeel/eindoordeel_view.h: the page of the final evaluation. */
#ifndef EINDOORDEEL_VIEW_H
#define EINDOORDEEL_VIEW_H

#include "app/eindoordeel/eindoordeel.h"
#include "app/layout.h"
#include "app/project/project.h"

struct eindoordeel_view {
    struct page *page;
    struct project_frame *frame;
    geld tekort;             /* today */
    const char *waarom_niet; /* why the viewer cannot record one, or NULL */
    bool mag_afwikkelen;
    size_t n_rows, n_nieuwste; /* n_nieuwste: 1 where only the newest is shown */
    struct eindoordeel *rows;  /* the newest first */
    struct form_view *form;    /* NULL = read only */
};

#endif
