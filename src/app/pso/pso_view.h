/* app/pso/pso_view.h: what the pages of the room show. */
#ifndef PSO_VIEW_H
#define PSO_VIEW_H

#include "app/layout.h"

struct pso_houder {
    organisatie_id id;
    const char *naam, *kvk;
    bool mag_wijzigen;
};
struct pso_row {
    pso_id id;
    organisatie_id organisatie_id;
    const char *trede, *stand,
        *signaal; /* stand: "geldig", "verlopen" …; signaal: the code word of its colour, or NULL */
    datum van, tm;
    tijdstip op, vervallen_op;     /* vervallen_op 0 = counts */
    const char *wie, *organisatie; /* who put it there; "" when it came with the installation */
    const char *vervallen_wie, *vervallen_organisatie, *vervallen_reden;
    bool vervangen, mag_wijzigen; /* vervangen: a correction stands in its place */
};
struct pso_view {
    struct page *page;
    struct pso_houder *houder;
    size_t n_rows, n_vervallen;
    struct pso_row *rows, *vervallen;
    struct form_view *form;
    bool eigen;
};
struct pso_act_view {
    struct page *page;
    struct pso_houder *houder;
    struct pso_row *row;
    struct form_view *form;
};

#endif
