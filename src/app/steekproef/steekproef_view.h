/* app/steekproef/steekproef_view.h: what the pages of the room show. A kandidaat is a number. */
#ifndef STEEKPROEF_VIEW_H
#define STEEKPROEF_VIEW_H

#include "app/layout.h"
#include "app/steekproef/steekproef.h"

struct steekproef_row {
    steekproef_id id;
    const char *filter, *weging, *gevraagd, *wie, *gesloten_wie, *conclusie, *toelichting, *zaad, *sha256;
    int64_t omvang, populatie;
    geld populatie_waarde;
    datum deadline;
    tijdstip op, gesloten_op;
    bool gesloten, vervallen, mag_sluiten, te_laat; /* te_laat: open after its deadline */
    int64_t items, getoond, beoordeeld;             /* of those the viewer sees */
};
struct item_row {
    steekproef_item_id id;
    steekproef_id steekproef;
    inzet_id inzet;
    project_id project;
    regio_id regio;
    kandidaat_id kandidaat;
    int64_t nr, gezien, vooraf, versie, antwoord_versie;
    const char *soort, *blok, *overeenkomst, *naam, *opdrachtnemer, *status, *antwoord, *antwoord_wie, *uitkomst,
        *opmerking, *vervolg, *beoordeeld_wie; /* uitkomst, vervolg NULL = none yet */
    geld waarde;
    datum start, eind, deadline;
    tijdstip antwoord_op, beoordeeld_op, getrokken_op;
    bool mag_oordeel, mag_antwoord, gesloten, gecorrigeerd, teruggestuurd, open_vervolg;
};
struct gezien_row {
    gezien_id id;
    const char *wat, *sha256, *vergelijk, *wie;
    datum dag;
    tijdstip op, bewijs_op;
    bool vooraf, anders, ingetrokken, mag_intrekken;
};
struct bewijs_row {
    bewijs_id id;
    const char *wat, *sha256, *wie, *reden;
    datum dag;
    tijdstip op, ingetrokken_op;
    bool ingetrokken, mag_intrekken, vooraf;
};
struct gevraagd_row {
    const char *wat;
    bool gezien, vooraf;
}; /* vooraf: something of this kind was registered */

struct steekproeven_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct steekproef_row *rows;
    bool mag_trekken, is_on;
};
struct steekproef_new_view {
    struct page *page;
    struct form_view *form;
};
struct steekproef_preview_view {
    struct page *page;
    struct form_view *form;
    const char *filter, *gevraagd, *sha256, *problem;
    int64_t aantal, omvang, zonder;
    geld waarde;
    bool naar_waarde;
    datum deadline;
};
struct steekproef_view {
    struct page *page;
    struct steekproef_row *s;
    size_t n_rows;
    struct item_row *rows;
    geld waarde, akkoord; /* of the items the viewer sees */
    int64_t n_akkoord, n_niet, n_niet_getoond, n_open;
    const char *aandeel;            /* "62 % van de waarde"; NULL when nothing was judged */
    bool is_on, naar_waarde, alles; /* alles: the viewer sees all items */
};
struct item_view {
    struct page *page;
    struct steekproef_row *s;
    struct item_row *item;
    struct form_view *form; /* what was seen, or the answer; NULL */
    size_t n_gevraagd, n_gezien, n_bewijs;
    struct gevraagd_row *gevraagd;
    struct gezien_row *gezien;
    struct bewijs_row *bewijs;
    bool mag_terugsturen, is_on;
};
struct bewijs_view {
    struct page *page;
    struct form_view *form;
    project_id project;
    inzet_id inzet;
    const char *blok, *naam;
    size_t n_rows;
    struct bewijs_row *rows;
    bool mag;
};
struct steekproef_act_view {
    struct page *page;
    struct form_view *form;
    const char *what, *button;
    own_path cancel;
    bool danger;
};

#endif
