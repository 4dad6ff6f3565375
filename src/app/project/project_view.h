/* app/project/project_view.h: what the pages of the room show. */
#ifndef PROJECT_VIEW_H
#define PROJECT_VIEW_H

#include "app/layout.h"
#include "app/project/project.h"

struct project_row {
    project_id id;
    const char *naam, *opdrachtnemer, *opdrachtgever, *afspraak, *signaal, *percent;
    datum start, eind;
    geld netto, actueel, prognose;
    safe_html bar;
};
struct project_list_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct project_row *rows;
    geld totaal_netto, totaal_actueel, totaal_prognose;
    bool afgerond, mag_toevoegen;
    datum som_dag;
};

struct periode_row { datum start, eind; geld geschat, vastgesteld; };
struct verlenging_row { datum van, tm; geld bedrag; };
struct project_detail {             /* beside the head */
    const char *projectgroep, *plaats, *sector, *toelichting, *wsp, *extra_wsp, *intermediair, *kvk;
    geld opdrachtwaarde, verplichting;
    basispunt sr_bp;
    bool verlengbaar;
    tijdstip goedgekeurd_op, afgerond_op;
    organisatie_id opdrachtgever_id, wsp_id, extra_wsp_id, intermediair_id;
};
struct project_page_view { struct page *page; struct project_frame *frame; struct project_detail *detail; size_t n_verlengingen; struct verlenging_row *verlengingen; };

struct change_row { const char *label, *now, *typed; };
struct project_form_view {
    struct page *page;
    struct form_view *form;
    const char *intro, *hint_bedrag, *methodiek;
    bool raam;                      /* show the button that divides the periods */
    const char *conflict;           /* who saved what in between */
    size_t n_changes;
    struct change_row *changes;
    own_path cancel;
};
struct perioden_view { struct page *page; struct project_frame *frame; size_t n_rows; struct periode_row *rows; geld totaal; struct form_view *form; };
struct contact_row_view { gebruiker_id id; project_id project; const char *naam, *organisatie, *soort, *functie, *telefoon, *email, *staat; bool mag_verwijderen; };
struct contacten_view { struct page *page; struct project_frame *frame; size_t n_rows; struct contact_row_view *rows; struct form_view *form; organisatie_id opdrachtnemer; bool mag_nieuw; };
struct contact_remove_view { struct page *page; const char *problem; const struct project_head *head; struct contact_row_view *who; };
struct historie_row { tijdstip op; const char *wie, *organisatie, *wat, *voor, *na; };
struct historie_view { struct page *page; struct project_frame *frame; size_t n_rows; struct historie_row *rows; };

#endif
