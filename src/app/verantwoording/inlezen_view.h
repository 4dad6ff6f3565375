/* app/verantwoording/inlezen_view.h: what the pages of inlezen show. */
#ifndef INLEZEN_VIEW_H
#define INLEZEN_VIEW_H

#include "app/layout.h"
#include "app/verantwoording/inlezen.h"

struct inlezen_view {
    struct page *page;
    struct form_view *form;
    project_id project;
    bool facturen;
    int64_t n_fouten, nr, aantal, nieuw, n_let_op;
    size_t n_rows, n_sommen, n_let_op_rows;
    struct inlees_fout *rows, *let_op;
    struct inlees_som *sommen;
    geld totaal;
};

#endif
