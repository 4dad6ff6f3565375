/* app/project/project_view.h: what the pages of the room show. */
#ifndef PROJECT_VIEW_H
#define PROJECT_VIEW_H

#include "app/eindoordeel/eindoordeel.h"
#include "app/layout.h"
#include "app/project/project.h"
#include "app/verantwoording/verantwoording.h"

struct project_row {
    project_id id;
    const char *naam, *opdrachtnemer, *opdrachtgever, *afspraak, *signaal, *percent;
    datum start, eind;
    geld netto, actueel, prognose;
    bool vrijgesteld; /* nothing is left of the obligation by a PSO certificate */
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

struct werklijst_row {
    project_id id;
    const char *naam, *opdrachtnemer, *signaal;
    datum start, eind;
    int64_t dagen; /* left, with today; 0 = over */
    geld netto, actueel, verwacht, tekort,
        maand; /* maand: the shortfall spread over the months of 30 days that are left, at least one */
};
struct werklijst_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct werklijst_row *rows;
    geld totaal_tekort, totaal_maand;
    datum dag;
};

struct periode_row {
    datum start, eind;
    geld geschat, vastgesteld;
    const char *omzet;
    bool wacht;
}; /* wacht: over, and not yet vastgesteld */
struct verlenging_row {
    datum van, tm;
    geld bedrag;
    tijdstip op;
};
struct ontbreekt_row {
    tijdstip op;
    const char *wie, *organisatie, *tekst;
};
struct project_detail { /* beside the head */
    const char *projectgroep, *plaats, *sector, *toelichting, *wsp, *extra_wsp, *intermediair, *kvk;
    geld opdrachtwaarde, verplichting;
    basispunt sr_bp;
    bool verlengbaar;
    tijdstip goedgekeurd_op, afgerond_op;
    const char *goedgekeurd_wie, *afgerond_wie; /* name and organisatie; NULL when not (yet) */
    organisatie_id opdrachtgever_id, wsp_id, extra_wsp_id, intermediair_id;
};
struct project_page_view {
    struct page *page;
    struct project_frame *frame;
    struct project_detail *detail;
    size_t n_verlengingen, n_ontbreekt;
    struct verlenging_row *verlengingen;
    struct ontbreekt_row *ontbreekt;
    struct korting_uitleg *pso;
    const char *pso_waarom;                            /* why there is no korting, or NULL */
    bool pso_link;                                     /* this viewer has a page of the certificates */
    const char *goedkeuren_eerst;                      /* what the accountmanager has to do before approving, or NULL */
    struct eindoordeel *eindoordeel;                   /* the newest, or NULL */
    const char *goedkeuren_wanneer, *afronden_wanneer; /* why a switch is not there (yet), for this viewer */
};
struct verlengen_view {
    struct page *page;
    const struct project_head *head;
    struct form_view *form;
    size_t n_contacten;
    struct contact_row_view *contacten;
    bool raam;
};
struct act_view { /* a page of one act: what happens, perhaps a reason, a button */
    struct page *page;
    const struct project_head *head;
    struct form_view *form; /* NULL = only the button */
    const char *what, *button;
    bool danger;
    size_t n_lines;
    const char **lines; /* what goes with it, or is still open */
};

struct change_row {
    const char *label, *now, *typed;
};
struct project_form_view {
    struct page *page;
    struct form_view *form;
    const char *intro, *hint_bedrag, *methodiek;
    bool raam;            /* show the button that divides the periods */
    const char *conflict; /* who saved what in between */
    size_t n_changes;
    struct change_row *changes;
    own_path cancel;
};
struct perioden_view {
    struct page *page;
    struct project_frame *frame;
    size_t n_rows;
    struct periode_row *rows;
    geld totaal;
    struct form_view *form;
};
struct contact_row_view {
    gebruiker_id id;
    project_id project;
    const char *naam, *organisatie, *soort, *functie, *telefoon, *email, *staat;
    const char *voor;
    datum voor_tm;
    bool mag_verwijderen;
}; /* voor: deputises for this contact, t/m voor_tm; NULL = a contact */
struct contacten_view {
    struct page *page;
    struct project_frame *frame;
    size_t n_rows;
    struct contact_row_view *rows;
    struct form_view *form;
    project_id id;
};
struct contact_remove_view {
    struct page *page;
    const char *problem;
    const struct project_head *head;
    struct contact_row_view *who;
};
struct historie_row {
    tijdstip op;
    const char *wie, *organisatie, *wat, *voor, *na;
};
struct historie_view {
    struct page *page;
    struct project_frame *frame;
    size_t n_rows;
    struct historie_row *rows;
};

#endif
