/* app/verantwoording/verantwoording_view.h: what the pages of the room show. */
#ifndef VERANTWOORDING_VIEW_H
#define VERANTWOORDING_VIEW_H

#include "app/layout.h"
#include "app/project/project.h"
#include "app/verantwoording/verantwoording.h"

struct regel_view {
    const char *code, *label, *berekening, *telt_tm;
    datum van, tm;
    geld bedrag;
};
struct waarde_view {
    size_t n_regels;
    struct regel_view *regels;
    geld totaal, actueel;
};
struct vraag_choice {
    const char *value, *label;
    bool chosen;
};
struct vraag_view {
    const char *id, *name, *vraag, *hint, *value, *error;
    bool is_select;
    size_t n_choices;
    struct vraag_choice *choices;
};

struct uren_row {
    datum vanaf;
    uren week;
};
/* One version of an inzet, of any kind. What does not belong to its kind is GEEN, NULL or "". */
struct inzet_version {
    bouwblok_id bouwblok;
    datum start, eind, cap_eind, uit_dienst;
    const char *overeenkomst, *functie, *onderaannemer, *uit_dienst_reden, *leverancier, *nummer, *toelichting;
    basispunt aandeel; /* 10000 = all of it on this project */
    geld bedrag;
    uren aantal;
    int64_t personen;
    document_id document;
    size_t n_uren, n_antwoorden;
    struct uren_row *uren; /* the first stands on the start */
    struct answer *antwoorden;
};
struct inzet_row {
    inzet_id id;
    project_id project;
    kandidaat_id kandidaat;
    const char *soort, *doelgroep, *overeenkomst, *klasse, *status, *naam;
    datum start, eind;
    geld actueel, prognose, ingediend;
    bool mag_intrekken, mag_brief, gewist, geblokkeerd;
};
struct som_row {
    const char *soort;
    geld actueel, prognose;
};
struct punt_row {
    datum dag;
    geld actueel, verwacht;
};
struct verantwoording_view {
    struct page *page;
    struct project_frame *frame;
    size_t n_rows;
    struct inzet_row *rows;
    size_t n_soorten;
    struct som_row *soorten;
    geld actueel, prognose, ingediend;
    safe_html chart;
    size_t n_punten;
    struct punt_row *punten;
    bool toont_naam, mag_inkoop, mag_activiteit, mag_fonds;
    geld nodig;                               /* what the prognose is short of; 0 = nothing */
    const char *nodig_plaatsing, *nodig_uren; /* NULL when the methodiek has no such block */
};
struct antwoord_row {
    const char *vraag, *waarde;
};
struct inzet_view {
    struct page *page;
    struct project_frame *frame;
    struct inzet_row *inzet;
    const char *functie, *onderaannemer, *reden;
    struct waarde_view *waarde;
    bool telt, wacht, mag_corrigeren, mag_wie_vragen, gewist, geblokkeerd, mag_beoordelen;
    struct wie_view *wie;     /* NULL when not shown */
    struct brief_stand brief; /* of the kandidatenbrief, where who it is may be seen */
    size_t n_antwoorden;
    struct antwoord_row *antwoorden;
    size_t n_uren;
    struct uren_row *uren;
    int64_t versies;
    bool is_kandidaat, mag_wijzigen_wie, toont_bewijs; /* toont_bewijs: not for an OG */
    const char *part;                                  /* of the address of its change page; NULL for a kandidaat */
    const struct inzet_version *versie;                /* what it says now */
    const char *document_naam;
    size_t n_versies, n_waarschuwingen;
    struct versie_row *versie_rows;
    const char **waarschuwingen; /* for ON, IM and AM */
};
struct kandidaat_form_view {
    struct page *page;
    struct project_frame *frame;
    struct form_view *form;
    size_t n_vragen;
    struct vraag_view *vragen;
    struct waarde_view *waarde; /* NULL before "Bereken waarde" */
    size_t n_waarschuwingen;
    const char **waarschuwingen;
    bool corrigeren;
    const struct project_head *head; /* its regio says why the data may be kept */
    own_path cancel;
};
struct beoordeling_row {
    inzet_id id;
    project_id project;
    kandidaat_id kandidaat;
    gebruiker_id door;
    const char *soort, *naam, *opdrachtnemer, *blok;
    int64_t versie, nr;       /* nr: row of the form, from 0 */
    bool gewijzigd, document; /* gewijzigd: an approved one that was changed; was: what counts until then */
    tijdstip op;
    datum start, eind;
    geld waarde, was;
};
struct te_beoordelen_view {
    struct page *page;
    struct list_view *list;
    size_t n_rows, n_overgeslagen;
    struct beoordeling_row *rows;
    geld totaal;
    const char *problem;
};
struct inzet_act_view {
    struct page *page;
    struct form_view *form;
    project_id project;
    inzet_id inzet;
    const char *what, *button;
};
struct overig_form_view {
    struct page *page;
    struct form_view *form;
    size_t n_vragen;
    struct vraag_view *vragen;
    struct waarde_view *waarde; /* NULL before it was asked */
    bool nieuw, geen_blok;      /* geen_blok: the methodiek of this project has no such block */
    url cancel;
};
struct versie_row {
    int64_t versie;
    tijdstip op;
    const char *wie, *reden, *blok;
    datum start, eind;
    uren week;
    geld bedrag;
};
struct kandidaat_row {
    kandidaat_id id;
    inzet_id inzet;
    project_id project;
    const char *naam, *projectnaam, *doelgroep, *status;
    datum start, eind;
    geld waarde;
};
struct kandidaten_view {
    struct page *page;
    size_t n_rows;
    struct kandidaat_row *rows;
};
struct start_row {
    project_id id;
    const char *naam, *opdrachtgever, *signaal;
    datum eind;
    geld netto, prognose;
    bool mag_inzet, vrijgesteld;
};
struct start_view {
    struct page *page;
    const char *part, *link; /* what the user came for: "inkoop/nieuw", "Sociaal inkopen" */
    size_t n_rows;
    struct start_row *rows;
    size_t n_terug;
    struct inzet_row *terug;
};

#endif
