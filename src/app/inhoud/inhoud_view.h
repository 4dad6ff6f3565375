/* app/inhoud/inhoud_view.h: what the pages of the room show. */
#ifndef INHOUD_VIEW_H
#define INHOUD_VIEW_H

#include "app/inhoud/inhoud.h"
#include "app/inhoud/inhoud_rules.h"
#include "app/layout.h"

/* A text as it is read today. */
struct inhoud_kop {
    inhoud_id id;
    inhoudversie_id versie_id;
    regio_id regio_id;
    const char *regio, *soort, *titel, *tekst, *rubriek, *begin;
    safe_html html;
    url href;
    int64_t nr;
    datum van, tm;
    tijdstip op;
    bool openbaar, vast, eigen;
    bool kop_regio, kop_rubriek; /* the first of its regio, of its rubriek: a heading comes before it */
};
struct beleid_versie {
    inhoudversie_id id;
    inhoud_id inhoud;
    int64_t nr;
    const char *titel, *tekst, *wijziging;
    datum van;
    tijdstip op;
    url href;
    bool geldt, komt;
};
struct contact_kaart {
    const char *regio, *naam, *email, *telefoon, *tijden, *website;
};

struct koppen_view {
    struct page *page;
    size_t n_rows;
    struct inhoud_kop *rows;
    bool regios; /* of more than one regio */
};
struct beleid_view {
    struct page *page;
    struct inhoud_kop *tekst;
    struct beleid_versie *versie; /* NULL = what is in force */
    safe_html html;
    size_t n_rows;
    struct beleid_versie *rows;
    struct tekst_verschil verschil;
    int64_t vorige;
};
struct nieuws_view {
    struct page *page;
    size_t n_rows;
    struct inhoud_kop *rows;
    size_t n_feeds;
    struct feed_link {
        const char *regio;
        url href;
    } * feeds;
    bool regios;
    int64_t pagina, paginas;
    url nieuwer, ouder;
};
struct tekst_lezen_view {
    struct page *page;
    struct inhoud_kop *tekst;
};
struct vragen_view {
    struct page *page;
    const char *gezocht;
    size_t n_rows;
    struct inhoud_kop *rows;
    bool regios, meer;
};
struct contact_kaarten_view {
    struct page *page;
    size_t n_rows;
    struct contact_kaart *rows;
};

/* ---- the coordinatiepunt ---- */
struct tekst_row {
    inhoud_id id;
    const char *soort, *staat, *titel, *wie;
    int64_t versie;
    datum van;
    tijdstip op;
    bool heeft_concept, heeft_gepubliceerd, mag_intrekken;
};
struct tekst_versie {
    inhoudversie_id id;
    inhoud_id inhoud;
    int64_t nr, voor, volgorde;
    const char *staat, *titel, *tekst, *rubriek, *wijziging, *wie, *voor_wie;
    datum van, tm;
    tijdstip op;
    bool openbaar, vast, geldt, is_concept;
};
struct teksten_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows;
    struct tekst_row *rows;
};
struct tekst_view {
    struct page *page;
    struct tekst_row *tekst;
    struct tekst_versie *versie; /* the one that is shown: the concept, else the newest */
    safe_html html;
    bool is_beleid, is_nieuws, is_vraag, toont_tm;
    struct tekst_verschil verschil;
    int64_t vorige; /* nr of the version it is held against; 0 = none */
    size_t n_rows;
    struct tekst_versie *rows;
    struct form_view *form; /* for its versie, and what went wrong */
};
struct tekst_edit_view {
    struct page *page;
    struct form_view *form;
    url terug;
    bool voorbeeld; /* html shows what was typed */
    safe_html html;
    const char *titel;
    bool botst; /* somebody saved in between: verschil is from what was saved to what was typed */
    const char *wie;
    tijdstip op;
    struct tekst_verschil verschil;
};
struct onderhoud_row {
    int64_t id, versie;
    const char *tekst, *wie;
    tijdstip van, tot, op;
};
struct onderhoud_view {
    struct page *page;
    struct onderhoud_row *nu;
    const char *stand;
    int64_t versie;
    struct form_view *form;
};

#endif
