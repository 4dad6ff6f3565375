/* app/betrokkene/betrokkene_view.h: what the pages of the room show. */
#ifndef BETROKKENE_VIEW_H
#define BETROKKENE_VIEW_H

#include "app/layout.h"
#include "app/verantwoording/verantwoording.h"

struct verzoek_row {
    verzoek_id id;
    const char *soort, *identiteit, *verlengd_reden, *uitkomst, *wie;
    datum ontvangen, termijn;
    tijdstip op, gesloten_op;
    bool open, te_laat, mag_wijzigen, zelf, heeft_bericht;
}; /* zelf: by the person, with the code of a letter */
struct persoon_row {
    kandidaat_id id;
    verzoek_id verzoek;
    const char *opdrachtnemer;
    bool gewist, geblokkeerd, loopt, elders, mag_wissen, mag_verbeteren;
}; /* elders: also inzet in another regio */
struct daad_row {
    tijdstip op;
    const char *wie, *wat, *reden;
    kandidaat_id kandidaat;
};
struct bericht_view {
    struct page *page;
    struct verzoek_row *verzoek;
    const char *bericht, *bereikbaar;
};
struct verzoeken_view {
    struct page *page;
    size_t n_rows;
    struct verzoek_row *rows;
};
struct verzoek_view {
    struct page *page;
    struct verzoek_row *verzoek;
    struct form_view *form;
    size_t n_rows, n_daden, n_gevonden;
    struct persoon_row *rows, *gevonden;
    struct daad_row *daden;
    const char *gezocht, *what, *button; /* gezocht: nobody was found, or NULL */
    bool danger;
};

/* All that is held of one person in this regio. */
struct vastgelegd_uren {
    datum vanaf;
    uren week;
};
struct vastgelegd_versie {
    int64_t nr;
    tijdstip op;
    const char *blok, *overeenkomst, *functie, *toelichting, *reden, *wie;
    datum start, eind, uit_dienst;
    size_t n_uren, n_antwoorden;
    struct vastgelegd_uren *uren;
    struct answer *antwoorden;
};
struct vastgelegd_inzet {
    inzet_id id;
    const char *project, *opdrachtgever, *opdrachtnemer, *status;
    geld prognose;
    size_t n_versies;
    struct vastgelegd_versie *versies;
};
struct vastgelegd_lezing {
    tijdstip op;
    const char *organisatie;
};
struct vastgelegd_controle {
    inzet_id inzet;
    tijdstip op;
    const char *wat, *gezien, *uitkomst, *opmerking, *antwoord, *sha256;
}; /* a steekproef, or evidence registered; "" = none */
struct vastgelegd {
    kandidaat_id id;
    struct wie_view wie;
    const char *opdrachtnemer, *klasse, *regio, *grondslag, *privacytekst;
    int64_t bewaar_jaren;
    bool zelf; /* shown to the person itself */
    size_t n_inzet, n_lezingen, n_controles;
    struct vastgelegd_inzet *inzet;
    struct vastgelegd_lezing *lezingen;
    struct vastgelegd_controle *controles;
};
/* Correcting one person of a request, and the same person at other contractors. */
struct verbeter_row {
    int nr;
    kandidaat_id id;
    const char *opdrachtnemer;
    int64_t versie;
    bool gekozen, gelijk;
}; /* gelijk: the same name and birth date */
struct gevolg_row {
    kandidaat_id id;
    const char *project, *doelgroep, *twijfel;
    int64_t was, is;
    geld waarde_was, waarde_is;
    bool vast, elders;
};
struct verbeter_view {
    struct page *page;
    verzoek_id verzoek;
    kandidaat_id id;
    bool elders;
    struct form_view *form;
    struct field_view *zeker;
    size_t n_rows, n_gevolgen;
    struct verbeter_row *rows;
    struct gevolg_row *gevolgen;
};
struct inzage_view {
    struct page *page;
    struct vastgelegd *v;
    verzoek_id verzoek;
    tijdstip op;
};

#endif
