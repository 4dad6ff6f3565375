/* app/samenvoegen/samenvoegen_view.h: what the pages of the room show. */
#ifndef SAMENVOEGEN_VIEW_H
#define SAMENVOEGEN_VIEW_H

#include "app/layout.h"

struct dubbel_kant {
    organisatie_id id;
    const char *naam, *kvk, *plaats;
};
struct dubbel_row {
    const char *soort;
    struct dubbel_kant een, ander;
    own_path href;
};
struct samenvoeging_row {
    samenvoeging_id id;
    const char *soort, *regio, *staat, *reden, *wie, *besloten_wie, *besloten_reden;
    struct kant {
        organisatie_id id;
        const char *naam, *kvk, *adres, *postcode, *plaats;
    } blijft, weg;
    bool naam_weg, adres_weg; /* taken from the one that goes */
    tijdstip op, besloten_op;
    int64_t accounts; /* that moved */
    bool eigen, vraagt, ander_wsp, mag_uitvoeren, mag_intrekken, mag_besluiten, open, klaar;
};
struct samenvoegingen_view {
    struct page *page;
    bool meer;
    size_t n_rows;
    struct dubbel_row *rows;
    size_t n_lijst;
    struct samenvoeging_row *lijst;
};

struct samenvoegen_view {
    struct page *page;
    struct form_view *form;
    struct dubbel_kant deze;
    const char *soort;
    size_t n_lijken;
    struct dubbel_row *lijken;
};

struct gaat_project {
    project_id id;
    const char *naam;
    datum eind;
    bool afgerond;
};
struct gaat_mens {
    const char *naam, *functie;
    bool dubbel;
};
struct gaat_pso {
    const char *trede;
    datum van, tm;
    bool verhuist, overlapt;
};
struct gaat_persoon {
    kandidaat_id id, ook;
};
struct ander_regio {
    const char *naam, *wie;
    tijdstip op;
    bool akkoord;
};
struct samenvoeging_view {
    struct page *page;
    struct samenvoeging_row *s;
    struct form_view *form; /* of refusing */
    bool elders;            /* projects of another regio too */
    int64_t projecten, mensen, kandidaten, personen, pso_verhuist;
    size_t n_rows;
    struct gaat_project *rows;
    size_t n_mensen;
    struct gaat_mens *mensen_rows;
    size_t n_pso;
    struct gaat_pso *pso;
    size_t n_personen;
    struct gaat_persoon *personen_rows;
    size_t n_regio;
    struct ander_regio *regio;
};

#endif
