/* app/project/project.h: door of the room project: register, change, periods, contacts, history, the two lists.
 * Never values an inzet: that is waardering; never shows who a kandidaat is. */
#ifndef APP_PROJECT_H
#define APP_PROJECT_H

#include "app/mails.h"
#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct reader;

/* What other rooms need of a project. */
struct project_head {
    project_id id;
    const char *naam, *opdrachtgever, *opdrachtnemer, *regio_naam, *afspraak, *set_naam, *set_versie, *signaal,
        *identiteit, *telt, *grondslag, *privacytekst;
    regio_id regio;
    organisatie_id opdrachtnemer_id;
    bouwblokkenset_id set;
    datum start, eind;          /* eind: the last day */
    geld bruto, korting, netto; /* GELD_GEEN for an inspanningsverplichting */
    geld actueel, prognose, ingediend;
    datum som_dag;
    bool afgerond, goedgekeurd, verlengbaar, toestemming; /* toestemming: the regio asks for the date of consent */
    bool mag_wijzigen, mag_perioden, mag_contact, mag_inzet, mag_wie, mag_extra_wsp, mag_intermediair;
    bool mag_verlengen, mag_goedkeuren, mag_intrekken, mag_afronden, mag_heropenen, mag_notities, mag_notitie,
        mag_document;
    int64_t versie;
};
MUST enum result project_head_read(struct reader *db, struct arena *a, project_id id,
                                   struct project_head *out); /* NOT_FOUND */

/* The head of the project the address names (:project). NOT_FOUND when it may not be seen. */
MUST enum result project_head_of(struct request *r, struct project_head **out);
/* The page of one part of a project: the project's name as heading, the way back to its list. part "" =
 * Projectgegevens. */
struct page *project_layout(struct request *r, const struct project_head *h, const char *part);

/* A mail to every contact of the project whose organisatie is of these kinds (SOORT_…), and to `also` when it is
 * another contact; blocked accounts excepted. project and by are filled here. At the desk, in the act's transaction. */
MUST enum result project_mail(struct request *r, const struct project_head *h, int kinds, gebruiker_id also,
                              enum mail_kind kind, url link, struct mail_view view);

/* The frame of a project's pages: name, tabs, bar and sums. templates/project/project.html shows it. */
struct project_tab {
    const char *label;
    url href;
    bool current;
};
struct project_frame {
    const struct project_head *head;
    size_t n_tabs;
    struct project_tab *tabs;
    safe_html bar;
    const char *percent_actueel, *percent_prognose, *signaal_label;
};
struct project_frame *project_frame_new(struct request *r, const struct project_head *head, const char *tab);

enum { PROJECT_PERIODEN_MAX = 24 };
struct project_input { /* register and change */
    const char *naam, *projectgroep, *plaats, *sector, *afspraak, *toelichting;
    organisatie_id opdrachtgever; /* CP only: an OG's own is filled */
    organisatie_id opdrachtnemer, extra_wsp, intermediair;
    gebruiker_id contact;
    datum start, eind;
    geld opdrachtwaarde, verplichting;
    basispunt sr_bp;
    bool verlengbaar;
    const char *actie; /* which button */
    datum periode_start[PROJECT_PERIODEN_MAX], periode_eind[PROJECT_PERIODEN_MAX];
    geld periode_bedrag[PROJECT_PERIODEN_MAX];
    int64_t versie;
};
struct perioden_input {
    datum start[PROJECT_PERIODEN_MAX], eind[PROJECT_PERIODEN_MAX];
    geld bedrag[PROJECT_PERIODEN_MAX], vastgesteld[PROJECT_PERIODEN_MAX], omzet_verwacht[PROJECT_PERIODEN_MAX],
        omzet[PROJECT_PERIODEN_MAX];
    basispunt bp[PROJECT_PERIODEN_MAX];
    const char *actie;
    int64_t versie;
};
struct verlengen_input {
    datum tot;
    geld bedrag;
};
struct verlengen_controle_input { /* the project's form, opened with the new end: what is stored is decided here */
    const char *naam, *projectgroep, *plaats, *sector, *toelichting, *actie;
    datum tot;
    geld bedrag;
    bool verlengbaar;
    datum periode_start[PROJECT_PERIODEN_MAX], periode_eind[PROJECT_PERIODEN_MAX];
    geld periode_bedrag[PROJECT_PERIODEN_MAX];
    int64_t versie;
};
struct reden_input {
    const char *reden;
};
struct contact_add_input {
    gebruiker_id gebruiker;
};
struct contact_invite_input {
    organisatie_id organisatie;
    const char *naam, *email, *telefoon, *functie;
};
extern const struct field project_new_form[], project_edit_form[], perioden_form[], contact_add_form[],
    contact_invite_form[], verlengen_form[], verlengen_controle_form[], ontbreekt_form[], intrekken_form[],
    heropenen_form[];

enum result projects_page(struct request *r), projects_done_page(struct request *r);
enum result werklijst_page(struct request *r); /* AM, CP: projects with a shortfall */
enum result project_new_page(struct request *r), project_new_post(struct request *r);
enum result project_page(struct request *r); /* Projectgegevens */
enum result project_edit_page(struct request *r), project_edit_post(struct request *r);
enum result perioden_page(struct request *r), perioden_post(struct request *r);
enum result contacten_page(struct request *r), contact_add_post(struct request *r);
enum result contact_invite_page(struct request *r), contact_invite_post(struct request *r);
enum result contact_remove_page(struct request *r), contact_remove_post(struct request *r);
enum result verlengen_page(struct request *r), verlengen_post(struct request *r);
enum result verlengen_controle_page(struct request *r),
    verlengen_controle_post(struct request *r); /* nothing is changed before this */
enum result goedkeuren_post(struct request *r), ontbreekt_page(struct request *r),
    ontbreekt_post(struct request *r); /* AM */
enum result intrekken_page(struct request *r), intrekken_post(struct request *r);
enum result afronden_page(struct request *r), afronden_post(struct request *r);
enum result heropenen_page(struct request *r), heropenen_post(struct request *r); /* CP */
enum result agenda_page(struct request *r);                                       /* deadlines as .ics */
enum result historie_page(struct request *r);

/* Due rules of the sheet of mails (app/mails.c): what the days from van up to and including tm bring, in the state of
 * today = tm. */
MUST enum result project_due(struct steward *s, struct due_list *out, datum van, datum tm);
MUST enum result perioden_due(struct steward *s, struct due_list *out, datum van, datum tm);

#endif
