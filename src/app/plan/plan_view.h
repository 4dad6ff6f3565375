/* app/plan/plan_view.h: what the pages of the room show. */
#ifndef PLAN_VIEW_H
#define PLAN_VIEW_H

#include "app/layout.h"
#include "app/plan/plan_form.h"
#include "app/plan/plan_rules.h"
#include "app/project/project.h"

/* What is known of the project: filled, not typed. Of a submitted version as it was that day. */
struct plan_feiten {
    const char *contract, *opdrachtnemer, *kvk, *adres, *postcode, *plaats,
        *pso_trede; /* pso_trede NULL = no certificate in force */
    datum start, eind;
    bool verlengbaar;
    geld opdrachtwaarde;
    basispunt sr_bp;
    bool mag_plan, mag_plan_beoordelen;
};
struct plan_contact {
    gebruiker_id id;
    const char *naam, *functie, *email, *telefoon, *organisatie;
};
struct schatting_view { /* the estimate, against an obligation where there is one */
    size_t n_regels;
    struct plan_schat_regel *regels;
    geld totaal, verplichting;
    bool heeft_verplichting, genoeg;
    geld verschil; /* what is over, or still needed: never negative */
    const char *percent;
};
struct aantal_row {
    const char *label;
    int64_t aantal;
};
struct plan_show { /* one submitted version */
    plan_id id;
    project_id project;
    int64_t nr;
    const char *status, *status_label;
    struct plan_feiten *feiten;
    struct plan_contact *contact; /* NULL when none was chosen */
    const char *verlengingsopties, *werkzaamheden, *toelichting, *aanvullend, *pso;
    size_t n_soorten;
    const char **soorten;
    size_t n_doelgroepen;
    struct aantal_row *doelgroepen;
    tijdstip ingediend_op, beoordeeld_op;
    const char *ingediend_wie, *beoordeeld_wie, *opmerkingen, *prestatieafspraken;
    datum termijn;
    struct schatting_view *schatting;
};
struct plan_versie_row {
    plan_id id;
    project_id project;
    int64_t nr;
    const char *status_label, *ingediend_wie;
    tijdstip ingediend_op;
};
struct plan_page_view {
    struct page *page;
    struct project_frame *frame;
    struct plan_feiten *feiten;
    struct plan_show *plan; /* the newest submitted version; NULL when there is none */
    bool concept, is_on;    /* a concept of the viewer's side exists */
    tijdstip concept_op;
    const char *concept_wie;
    int64_t stand_nr; /* the version that planned beside realised is about */
    bool stand_akkoord;
    struct plan_stand *stand; /* NULL without a submitted version */
    size_t n_versies;
    struct plan_versie_row *versies;
};
struct plan_versie_view {
    struct page *page;
    struct project_frame *frame;
    struct plan_show *plan;
};
struct form_part {
    size_t n;
    struct field_view **fields;
};
struct plan_edit_view {
    struct page *page;
    struct form_view *form;
    struct form_part algemeen, soorten, doelgroepen, woorden;
    const struct project_head *head;
    struct plan_feiten *feiten;
    struct plan_contact *contact; /* the one chosen; NULL = none */
    const char *pso;              /* of a certificate in force, else "" */
    const char *opmerkingen;      /* of the accountmanager on the version before, when it must be adjusted; else NULL */
    const char *fte;
    struct schatting_view *schatting;
    project_id project;
};
struct plan_beoordelen_view {
    struct page *page;
    struct form_view *form;
    struct plan_show *plan;
    project_id project;
};
struct simulator_view {
    struct page *page;
    struct form_view *form;
    struct form_part algemeen;
    bool gekozen; /* a regio with a set is chosen: lines can be typed */
    const char *regio, *set_naam, *set_versie, *fte;
    datum start;
    struct schatting_view *schatting; /* NULL before anything was typed */
    own_path adres;                   /* this calculation, with nothing empty in it */
};

#endif
