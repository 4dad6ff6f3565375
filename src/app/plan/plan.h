/* app/plan/plan.h: door of the room plan: the plan van aanpak of a project (write, submit, assess, planned beside
 * realised) and the public simulator. Holds no kandidaat; values nothing itself: plan_rules.h asks the room waardering.
 */
#ifndef APP_PLAN_H
#define APP_PLAN_H

#include "web/request.h"
#include "web/route.h"

enum {
    PLAN_KANDIDATEN = 12,
    PLAN_INKOPEN = 6,
    PLAN_ACTIVITEITEN = 6,
    PLAN_REGELS = PLAN_KANDIDATEN + PLAN_INKOPEN + PLAN_ACTIVITEITEN,
    PLAN_DOELGROEPEN = 12
};

struct plan_lijnen { /* intended inzet as typed: three tables; a block by its code */
    const char *k_blok[PLAN_KANDIDATEN], *i_blok[PLAN_INKOPEN], *a_blok[PLAN_ACTIVITEITEN];
    int64_t k_aantal[PLAN_KANDIDATEN], k_mnd[PLAN_KANDIDATEN];
    uren k_uren[PLAN_KANDIDATEN], a_uren[PLAN_ACTIVITEITEN];
    datum k_van[PLAN_KANDIDATEN];
    geld i_bedrag[PLAN_INKOPEN], a_bedrag[PLAN_ACTIVITEITEN];
};
struct plan_input {
    gebruiker_id contact;
    geld opdrachtwaarde;
    basispunt sr_bp;
    const char *verlengingsopties, *werkzaamheden, *toelichting, *pso_trede, *aanvullend, *actie;
    bool vacatures, leerwerkplekken, begeleiding, inkopen, meerwaarde;
    int64_t doelgroep[PLAN_DOELGROEPEN];
    struct plan_lijnen lijnen;
    int64_t versie;
};
struct plan_oordeel_input {
    const char *oordeel, *opmerkingen, *prestatieafspraken;
    datum termijn;
    int64_t versie;
};
struct simulator_input {
    const char *regio;
    datum van, tm;
    geld verplichting;
    struct plan_lijnen lijnen;
};
extern const struct field plan_form[], plan_oordeel_form[], simulator_form[];

enum result plan_page(struct request *r), plan_versie_page(struct request *r);
enum result plan_edit_page(struct request *r),
    plan_edit_post(struct request *r); /* buttons: bereken, opslaan, indienen */
enum result plan_beoordelen_page(struct request *r), plan_beoordelen_post(struct request *r); /* AM */
enum result simulator_page(struct request *r); /* public; everything in the address */

#endif
