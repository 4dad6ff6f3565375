/* app/rapportage/rapportage_view.h: what the pages of the room show. */
#ifndef RAPPORTAGE_VIEW_H
#define RAPPORTAGE_VIEW_H

#include "app/layout.h"
#include "core/values.h"

struct rapport_cel {
    const char *tekst, *label;
    bool getal;
};
struct rapport_rij {
    const char *kop;
    url naar;
    bool link;
    size_t n_cellen;
    struct rapport_cel *cellen;
}; /* kop heads the row; it may lead somewhere */
struct groep_keuze {
    const char *key, *label;
    bool gekozen;
};
struct groep_rij {
    const char *label, *aantal;
    size_t n_cellen;
    struct rapport_cel *cellen;
};
struct rapport_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct rapport_rij *rows;
    size_t n_totalen;
    struct rapport_cel *totalen;                     /* under every column but the first */
    const char *wat, *peildatum, *peil_fout, *stand; /* stand: "Stand van 31-12-2025." or that of today */
    bool toen;                                       /* as on a past day */
    size_t n_groepen;
    struct groep_keuze *groepen;
    const char *groep; /* its label, in small letters */
    size_t n_kop;
    const char **kop; /* heads of the table of groups */
    size_t n_samen;
    struct groep_rij *samen;
    size_t n_samen_totaal;
    struct rapport_cel *samen_totaal;
    const char *samen_aantal;
    safe_html grafiek;
    own_path excel;
    bool is_cp;
};
/* A table with heads, rows and totals; the view by year and the difference between two days. */
struct tabel_view {
    struct page *page;
    const char *titel, *uitleg;
    own_path actie;              /* of the form */
    const char *peil;            /* day as typed; NULL = not asked here */
    const char *van, *tm, *fout; /* of the form: days as typed; what is wrong */
    size_t n_keuzes;
    struct groep_keuze *keuzes;
    const char *keuze_naam, *keuze_label;
    size_t n_kop;
    struct rapport_cel *kop;
    size_t n_rows;
    struct rapport_rij *rows;
    size_t n_totalen;
    struct rapport_cel *totalen;
    const char *totaal_label, *leeg;
    safe_html grafiek;
    own_path excel;
    bool is_cp;
    bool toon; /* false: only the form */
};

#endif
