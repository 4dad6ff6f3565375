/* app/dossier/dossier_view.h: what the pages of the room show. */
#ifndef DOSSIER_VIEW_H
#define DOSSIER_VIEW_H

#include "app/layout.h"
#include "app/project/project.h"

struct notitie_row {
    notitie_id id;
    project_id project;
    tijdstip op, gewijzigd_op;
    const char *wie, *organisatie, *tekst;
    bool mag_wijzigen;
};
struct notities_view {
    struct page *page;
    struct project_frame *frame;
    size_t n_rows;
    struct notitie_row *rows;
    struct form_view *form;
};
struct notitie_edit_view {
    struct page *page;
    struct form_view *form;
    project_id project;
};
struct document_row {
    document_id id;
    project_id project;
    tijdstip op, verwijderd_op;
    const char *naam, *grootte, *wie, *organisatie, *verwijderd_wie;
    bool mag_verwijderen;
};
struct documenten_view {
    struct page *page;
    struct project_frame *frame;
    size_t n_rows;
    struct document_row *rows;
    struct form_view *form;
};
struct document_remove_view {
    struct page *page;
    struct document_row *row;
};

#endif
