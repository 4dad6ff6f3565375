/* app/bouwblokken/bouwblokken.h: door of the room bouwblokken: Beheer › Bouwblokken: concepts by file and by form, the
 * difference with the version before, what running projects would be worth, publishing by a second coordinator,
 * withdrawing, and herwaarderen of named projects. What a set means is the room waardering's. */
#ifndef APP_BOUWBLOKKEN_H
#define APP_BOUWBLOKKEN_H

#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

enum { CONDITIE_RIJEN = 12, HERWAARDEREN_MOST = 100, SET_BESTAND_MOST = 262144 };
struct set_new_input {
    datum van;
    bouwblokkenset_id kopie;
    const char *versie;
};
struct set_input {
    const char *naam, *versie, *bron, *peil, *cap_basis, *doelgroep_peil;
    datum van;
    uren fte, min_uren;
    int64_t aanloop_mnd, onderbreking_mnd;
    bool binnen_project;
    int64_t bewerking;
};
struct blok_input {
    const char *code, *label, *rubriek, *soort, *eenheid, *tarief, *periode_mnd, *cap_mnd, *cap_veld, *dagmax, *opbouw,
        *groep;
    bool naar_uren;
    const char *attribuut[CONDITIE_RIJEN], *operator[CONDITIE_RIJEN], *waarde[CONDITIE_RIJEN];
    bool waarschuwing[CONDITIE_RIJEN];
    int64_t bewerking;
};
struct bewerking_input {
    int64_t bewerking;
};
struct intrekken_input {
    const char *reden;
    int64_t bewerking;
};
struct kenmerk_input {
    const char *naam, *type, *vraag, *hint, *keuzes;
};
struct herwaarderen_input {
    bool kies[HERWAARDEREN_MOST];
    project_id project[HERWAARDEREN_MOST];
    const char *reden;
};
extern const struct field set_new_form[], set_form[], blok_form[], bewerking_form[], set_intrekken_form[],
    kenmerk_form[], herwaarderen_form[];

enum result sets_page(struct request *r);
enum result set_new_page(struct request *r), set_new_check(struct request *r), set_new_post(struct request *r);
enum result set_page(struct request *r), set_csv_page(struct request *r);
enum result set_edit_page(struct request *r), set_edit_post(struct request *r);
enum result blok_new_page(struct request *r), blok_new_post(struct request *r);
enum result blok_page(struct request *r), blok_post(struct request *r);
enum result blok_remove_page(struct request *r), blok_remove_post(struct request *r);
enum result kenmerken_page(struct request *r), kenmerken_post(struct request *r);
enum result doorrekenen_page(struct request *r); /* slow lane */
enum result publiceren_page(struct request *r), publiceren_post(struct request *r);
enum result set_intrekken_page(struct request *r), set_intrekken_post(struct request *r);
enum result herwaarderen_page(struct request *r), herwaarderen_preview(struct request *r),
    herwaarderen_post(struct request *r);

#endif
