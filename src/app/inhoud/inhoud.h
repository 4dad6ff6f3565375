/* app/inhoud/inhoud.h: door of the room inhoud: what a coordinatiepunt tells the people of its regio: beleid, nieuws
 * (also as a public feed), algemene informatie, veelgestelde vragen, and the line about maintenance. Writing, looking,
 * publishing, withdrawing; every published version stays. Never changes a version that was published. */
#ifndef APP_INHOUD_H
#define APP_INHOUD_H

#include "web/request.h"
#include "web/route.h"

struct inhoud_input {
    const char *soort, *titel, *tekst, *rubriek, *wijziging, *actie;
    datum van, tm;
    bool openbaar, vast, voor_og, voor_on, voor_im, voor_am;
    int64_t volgorde, versie;
};
struct inhoud_staat_input {
    int64_t versie;
};
struct onderhoud_input {
    const char *tekst, *van_tijd, *tot_tijd;
    datum van, tot;
    int64_t versie;
};
extern const struct field inhoud_form[], inhoud_staat_form[], onderhoud_form[];
enum { INHOUD_BODY = 256 * 1024 };

/* ---- reading ---- */
enum result beleid_page(struct request *r), beleid_one_page(struct request *r), beleid_versie_page(struct request *r);
enum result nieuws_page(struct request *r), nieuws_one_page(struct request *r),
    nieuws_atom(struct request *r); /* also without a session */
enum result informatie_page(struct request *r), informatie_one_page(struct request *r),
    contactgegevens_page(struct request *r), vragen_page(struct request *r);

/* The newest news for the first page: of the viewer's regios, what is pinned first. */
struct nieuws_kop {
    inhoud_id id;
    const char *titel, *regio;
    datum van;
};
MUST enum result nieuws_newest(struct reader *db, struct arena *a, size_t most, size_t *n, struct nieuws_kop **out);

/* ---- the coordinatiepunt ---- */
enum result teksten_page(struct request *r), tekst_page(struct request *r);
enum result tekst_new_page(struct request *r), tekst_new_post(struct request *r), tekst_edit_page(struct request *r),
    tekst_edit_post(struct request *r);
enum result tekst_versie_page(struct request *r), tekst_publiceren_post(struct request *r);
enum result tekst_weggooien_page(struct request *r), tekst_weggooien_post(struct request *r),
    tekst_intrekken_page(struct request *r), tekst_intrekken_post(struct request *r);
enum result onderhoud_page(struct request *r), onderhoud_post(struct request *r), onderhoud_weg_page(struct request *r),
    onderhoud_weg_post(struct request *r);

#endif
