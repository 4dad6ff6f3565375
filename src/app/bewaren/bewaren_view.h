/* app/bewaren/bewaren_view.h: what the pages of the room show. A person is a number. */
#ifndef BEWAREN_VIEW_H
#define BEWAREN_VIEW_H

#include "app/layout.h"

/* One kind of data and how long it is kept, as it holds in the regio. termijn -1 = no term of its own. termijn_words:
 * "5 jaar", "meteen", "–". */
struct bewaarklasse {
    const char *soort, *naam, *termijn_words, *standaard_words, *vanaf, *gevolg, *uitleg, *bron, *besluit;
    int64_t termijn, opgeruimd;
    bool bevestigen, regio_mag, eigen;
};
struct klassen_view {
    struct page *page;
    size_t n_rows;
    struct bewaarklasse *rows;
    struct form_view *form;
};

struct bewaar_row {
    kandidaat_id id;
    const char *opdrachtnemer, *uitstel_reden;
    datum afgerond, vervalt, uitstel_tot;
    bool voorbij, uitgesteld;
};
/* Papers or notes of a project, or a closed request. */
struct stuk_row {
    const char *soort, *naam, *uitstel_reden;
    project_id project;
    int64_t stuks;
    datum vanaf, vervalt, uitstel_tot;
    bool voorbij, uitgesteld;
};
/* A kind of which something's term is over and no list waits. */
struct stuk_voorbij {
    const char *soort, *naam;
    int64_t aantal;
};
struct lijst_row {
    vernietiging_id id;
    const char *soort, *grond, *wie, *besloten_wie, *reden;
    tijdstip op, besloten_op, klaar_op;
    int64_t aantal, gewist, overgeslagen, stuks;
    bool besloten, akkoord, klaar, mag_besluiten, mag_weigeren, personen;
};
struct lijst_regel {
    kandidaat_id id;
    datum vervalt;
    const char *uitkomst;
};
struct lijst_stuk {
    project_id project;
    const char *naam, *uitkomst;
    datum vervalt;
    int64_t stuks;
};
struct bewaren_view {
    struct page *page;
    size_t n_rows, n_lijsten, n_stukken, n_voorbij;
    struct bewaar_row *rows;
    struct lijst_row *lijsten;
    struct stuk_row *stukken;
    struct stuk_voorbij *te_doen;
    int64_t voorbij, aantal, stukken_aantal, jaren;
    bool open_lijst;
};
struct lijst_view {
    struct page *page;
    struct lijst_row *lijst;
    size_t n_rows, n_stukken;
    struct lijst_regel *rows;
    struct lijst_stuk *stukken;
    const char *wat;
};
struct bewaar_act_view {
    struct page *page;
    struct form_view *form;
    const char *what, *button;
    own_path cancel;
    bool danger;
};

#endif
