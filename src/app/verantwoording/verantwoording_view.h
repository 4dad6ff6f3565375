/* app/verantwoording/verantwoording_view.h: what the pages of the room show. */
#ifndef VERANTWOORDING_VIEW_H
#define VERANTWOORDING_VIEW_H

#include "app/layout.h"
#include "app/project/project.h"
#include "app/verantwoording/verantwoording.h"

struct regel_view { const char *code, *label, *berekening, *telt_tm; datum van, tm; geld bedrag; };
struct waarde_view { size_t n_regels; struct regel_view *regels; geld totaal, actueel; };
struct vraag_choice { const char *value, *label; bool chosen; };
struct vraag_view { const char *id, *name, *vraag, *hint, *value, *error; bool is_select; size_t n_choices; struct vraag_choice *choices; };

struct inzet_row {
    inzet_id id;
    project_id project;
    kandidaat_id kandidaat;
    const char *soort, *doelgroep, *overeenkomst, *klasse, *status, *naam;
    datum start, eind;
    geld actueel, prognose, ingediend;
};
struct som_row { const char *soort; geld actueel, prognose; };
struct punt_row { datum dag; geld actueel, verwacht; };
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
    bool toont_naam;
};
struct wie_view { const char *naam, *initialen, *adres, *postcode, *plaats; datum geboren, geinformeerd, toestemming; };
struct antwoord_row { const char *vraag, *waarde; };
struct uren_row { datum vanaf; uren week; };
struct inzet_view {
    struct page *page;
    struct project_frame *frame;
    struct inzet_row *inzet;
    const char *functie, *onderaannemer, *reden;
    struct waarde_view *waarde;
    bool telt, wacht, mag_corrigeren, mag_wie_vragen;
    struct wie_view *wie;           /* NULL when not shown */
    size_t n_antwoorden;
    struct antwoord_row *antwoorden;
    size_t n_uren;
    struct uren_row *uren;
    int64_t versies;
};
struct kandidaat_form_view {
    struct page *page;
    struct project_frame *frame;
    struct form_view *form;
    size_t n_vragen;
    struct vraag_view *vragen;
    struct waarde_view *waarde;     /* NULL before "Bereken waarde" */
    size_t n_waarschuwingen;
    const char **waarschuwingen;
    bool corrigeren;
    own_path cancel;
};
struct start_row { project_id id; const char *naam, *opdrachtgever, *signaal; datum eind; geld netto, prognose; bool mag_inzet, vrijgesteld; };
struct start_view { struct page *page; size_t n_rows; struct start_row *rows; size_t n_terug; struct inzet_row *terug; };

#endif
