/* app/hulpvraag/hulpvraag_view.h: what the pages of the room show. */
#ifndef HULPVRAAG_VIEW_H
#define HULPVRAAG_VIEW_H

#include "app/layout.h"

struct hulpvraag_row {
    hulpvraag_id id;
    gebruiker_id gebruiker;
    const char *regio, *cp_email, *wie, *email, *organisatie, *soort, *pagina, *vraag, *staat, *behandelaar;
    tijdstip op, gewijzigd_op;
    int64_t versie;
    bool mag_behandelen, mag_reageren;
};
struct hulpvraag_regel {
    const char *soort, *tekst, *wie, *organisatie;
    tijdstip op;
    bool is_notitie;
};
struct hulpvragen_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct hulpvraag_row *rows;
    int64_t open, in_behandeling;
};
struct mijn_hulpvragen_view {
    struct page *page;
    size_t n_rows;
    struct hulpvraag_row *rows;
};
struct hulpvraag_view {
    struct page *page;
    struct hulpvraag_row *vraag;
    size_t n_rows;
    struct hulpvraag_regel *rows; /* what was said afterwards, the oldest first */
    struct form_view *form;       /* the answer, the reaction or the note; NULL = none is possible now */
    own_path pagina;              /* where it was asked, when that is a page of ours; else NULL */
    bool mag_oppakken, mag_teruggeven, mag_sluiten, mag_heropenen;
};

#endif
