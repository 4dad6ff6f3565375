/* app/register/register_view.h: what the pages of the room show. */
#ifndef REGISTER_VIEW_H
#define REGISTER_VIEW_H

#include "app/layout.h"

struct verklaring_row {
    int64_t id, nr, akkoorden, open;
    const char *tekst, *wie;
    datum geldt_vanaf;
    tijdstip op;
    bool geldt, komt;
};
struct verklaringen_view {
    struct page *page;
    size_t n_rows;
    struct verklaring_row *rows;
};
struct verklaring_new_view {
    struct page *page;
    struct form_view *form;
    const char *voorbeeld;
    datum geldt_vanaf;
};
struct ondertekenaar_row {
    const char *naam, *organisatie, *staat;
    tijdstip op;
};
struct verklaring_view {
    struct page *page;
    struct verklaring_row *tekst;
    struct list_view *list;
    size_t n_rows;
    struct ondertekenaar_row *rows;
};

struct lees_row {
    int64_t nr;
    tijdstip op;
    kandidaat_id kandidaat;
    const char *wie, *organisatie, *wat, *naam;
    project_id project;
    verzoek_id verzoek;
};
struct signaal_row {
    int64_t wie_id, personen;
    datum dag;
    const char *dag_iso, *wie, *oordeel, *door;
    tijdstip op;
}; /* oordeel "": not judged yet */
struct leeslog_view {
    struct page *page;
    struct list_view *list;
    own_path excel;
    size_t n_rows, n_signalen, n_gezien;
    struct lees_row *rows;
    struct signaal_row *signalen, *gezien;
    int64_t grens;
};
struct signaal_view {
    struct page *page;
    struct form_view *form;
    struct signaal_row *signaal;
    int64_t grens;
    size_t n_rows;
    struct lees_row *rows;
};

struct verwerking_row {
    int64_t id, versie;
    const char *soort, *naam, *doel, *huis_grondslag, *betrokkenen, *gegevens, *huis_ontvangers, *maatregelen,
        *grondslag, *ontvangers, *verwerkers, *toelichting, *termijnen, *wie;
    tijdstip gewijzigd_op;
};
struct verwerking_change {
    tijdstip op;
    const char *wie, *wat, *voor, *na;
};
struct verantwoordelijk {
    const char *regio, *verantwoordelijke, *fg, *cp_naam, *cp_email;
};
struct verwerkingen_view {
    struct page *page;
    struct verantwoordelijk *regio;
    size_t n_rows, n_changes;
    struct verwerking_row *rows;
    struct verwerking_change *changes;
    datum vandaag;
};
struct verwerking_view {
    struct page *page;
    struct form_view *form;
    struct verwerking_row *v;
};

#endif
