/* app/bouwblokken/bouwblokken_view.h: what the pages of the room show. */
#ifndef BOUWBLOKKEN_VIEW_H
#define BOUWBLOKKEN_VIEW_H

#include "app/bouwblokken/bouwblokken_rules.h"
#include "app/layout.h"

struct set_row {
    bouwblokkenset_id id;
    const char *naam, *versie, *status, *ingelezen_wie, *gewijzigd_wie, *gepubliceerd_wie, *ingetrokken_reden;
    datum van, tm;
    tijdstip ingelezen_op, gepubliceerd_op, ingetrokken_op;
    int64_t projecten, bewerking;
    bool mag_wijzigen, mag_publiceren, mag_intrekken, mag_herwaarderen;
};
struct sets_view {
    struct page *page;
    size_t n_rows;
    struct set_row *rows;
};

struct instelling_row {
    const char *wat, *waarde;
};
struct blok_row {
    bouwblok_id id;
    const char *code, *label, *rubriek, *soort, *waarde, *condities;
};
struct set_view {
    struct page *page;
    struct set_row set;
    size_t n_instellingen, n_blokken, n_verschillen;
    struct instelling_row *instellingen;
    struct blok_row *blokken;
    const char *vorige; /* name and version of the set it is compared with; NULL = there is none */
    struct set_verschil *verschillen;
};
/* A page of a form: what it is about, the lines of what is wrong with a file, a button. */
struct set_form_view {
    struct page *page;
    struct form_view *form;
    const char *intro, *button;
    bool file, danger;
    size_t n_problemen;
    const char **problemen;
    own_path cancel;
    bouwblok_id blok; /* of a block that can be removed */
    bouwblokkenset_id set;
};
struct kenmerk_row {
    const char *naam, *type, *vraag, *keuzes;
};
struct kenmerken_view {
    struct page *page;
    struct form_view *form;
    size_t n_rows;
    struct kenmerk_row *rows;
};

struct doorgerekend_row {
    project_id id;
    const char *naam, *opdrachtnemer, *methodiek, *waarom;
    int64_t nr;
    geld netto_was, netto_is, was, is, verschil;
};
struct doorgerekend_inzet {
    const char *project, *inzet, *code;
    geld was, is;
};
struct doorrekenen_view {
    struct page *page;
    struct set_row set;
    size_t n_rows, n_inzet, n_kan;
    struct doorgerekend_row *rows;
    struct doorgerekend_inzet *inzet;
    geld was, is;
    bool meer; /* there are more projects than are shown */
    struct list_view *list;
    struct form_view *form; /* of the confirmation: the reason */
    const char *problem;
};

#endif
