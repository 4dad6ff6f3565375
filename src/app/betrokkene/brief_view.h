/* app/betrokkene/brief_view.h: what the kandidatenbrief and the pages of its code show. */
#ifndef BRIEF_VIEW_H
#define BRIEF_VIEW_H

#include "app/betrokkene/betrokkene_view.h"

/* One letter. code: as it is typed, on the page that answers the POST and nowhere else. */
struct brief_letter {
    kandidaat_id id;
    struct wie_view wie;
    const char *aanhef, *code;
    const char *opdrachtnemer, *intermediair, *regio, *grondslag, *privacytekst, *fg, *cp_naam, *cp_email, *cp_telefoon,
        *cp_tijden;
    regio_id regio_id;
    int64_t bewaar_jaren;
    bool naw;
    datum tot; /* last day of the code */
};
struct brieven_view {
    struct page *page;
    size_t n;
    struct brief_letter *letters;
    const char *adres;
    safe_html qr;
    datum vandaag;
};
/* Before a letter is made. */
struct brief_vraag_view {
    struct page *page;
    url terug;
    const char *nummer;
    struct brief_stand stand;
};
/* Several at once. */
struct brief_keuze_row {
    int nr;
    kandidaat_id id;
    const char *naam;
    tijdstip op;
    bool er, gekozen;
};
struct brief_keuze_view {
    struct page *page;
    struct form_view *form;
    size_t n_rows;
    struct brief_keuze_row *rows;
    bool meer;
};

/* ---- for the person ---- */
struct inzien_contact {
    const char *regio, *naam, *email, *telefoon, *tijden;
};
struct inzien_view {
    struct page *page;
    struct form_view *form; /* of the code, or of the request */
    struct vastgelegd *v;
    const char *vervolg, *tot; /* what sends one request; "14:35": until when the page may be opened again */
    size_t n_contacten, n_verzoeken;
    struct inzien_contact *contacten;
    struct inzien_verzoek {
        verzoek_id id;
        const char *regio;
        datum termijn;
    } * verzoeken;
};

#endif
