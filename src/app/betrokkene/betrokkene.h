/* app/betrokkene/betrokkene.h: door of the room betrokkene: requests of the person whose data it is (spec 5): a dossier
 * with its term, finding the person, all that is held as a document and as JSON, blocking, erasing in part or whole.
 * For the coordinatiepunt of the regio. Every act stands in the dossier and in the audit log, without a name. */
#ifndef APP_BETROKKENE_H
#define APP_BETROKKENE_H

#include "core/values.h"
#include "data/desk.h"
#include "web/request.h"
#include "web/route.h"

struct verzoek_input {
    const char *soort, *identiteit;
    datum ontvangen;
};
struct verzoek_zoek_input {
    const char *naam, *nummer;
    datum geboren;
};
struct verzoek_persoon_input {
    kandidaat_id kandidaat;
};
struct verzoek_reden_input {
    const char *reden;
};
struct verzoek_wissen_input {
    const char *wat, *reden;
    bool zeker;
};
/* ---- the kandidatenbrief and what its code opens ---- */
enum { BRIEVEN_MOST = 100 };
struct brieven_input {
    bool kies[BRIEVEN_MOST];
    kandidaat_id kandidaat[BRIEVEN_MOST];
};
struct inzien_input {
    const char *code;
    datum geboren;
};
struct inzien_verzoek_input {
    const char *vervolg, *soort, *bericht, *bereikbaar;
};
extern const struct field brieven_form[], inzien_form[], inzien_verzoek_form[], inzien_klaar_form[];
enum result brief_page(struct request *r), brief_post(struct request *r);     /* ON, IM: from the page of an inzet */
enum result brieven_page(struct request *r), brieven_post(struct request *r); /* ON, IM: several at once */
enum result verzoek_brief_page(struct request *r), verzoek_brief_post(struct request *r); /* CP: in a request */
enum result inzien_page(struct request *r),
    inzien_post(struct request *r); /* public: code and birth date; the record */
enum result inzien_verzoek_page(struct request *r),
    inzien_verzoek_post(struct request *r);          /* public: one request from that page */
enum result inzien_klaar_post(struct request *r);    /* public: the code ends */
enum result verzoek_bericht_post(struct request *r); /* CP: what the person wrote */
/* Each night: codes that are over lose their hash, attempts of more than a month ago their count, and what a person
 * wrote goes a year after the answer. */
MUST enum result brieven_opruimen(struct desk_job *job, tijdstip now);
struct seal;
/* What is stored of a code. */
void brief_kenmerk(struct seal *seal, const char *code, uint8_t out[32]);

extern const struct field verzoek_form[], verzoek_zoek_form[], verzoek_persoon_form[], verzoek_verleng_form[],
    verzoek_sluit_form[], verzoek_wissen_form[], verzoek_blokkeer_form[];

enum result verzoeken_page(struct request *r);
enum result verzoek_new_page(struct request *r), verzoek_new_post(struct request *r);
enum result verzoek_page(struct request *r), verzoek_zoeken_post(struct request *r),
    verzoek_persoon_post(struct request *r);
enum result verzoek_verleng_page(struct request *r), verzoek_verleng_post(struct request *r);
enum result verzoek_sluit_page(struct request *r), verzoek_sluit_post(struct request *r);
enum result verzoek_inzage_post(struct request *r),
    verzoek_json_post(struct request *r); /* all that is held of one person */
enum result verzoek_blokkeer_page(struct request *r), verzoek_blokkeer_post(struct request *r),
    verzoek_deblokkeer_post(struct request *r);
/* Correcting, in a request that asks for it: the form (by a button, for what is read is logged), the same again with
 * its problems, storing. */
enum result verzoek_gegevens_post(struct request *r), verzoek_verbeter_page(struct request *r),
    verzoek_verbeter_post(struct request *r);
enum result verzoek_wissen_page(struct request *r), verzoek_wissen_post(struct request *r);

/* In this transaction: name, initials, address, birth date, search key, what the contractor wrote in words of its own
 * about this person, and drafts and files under way that may hold the person are emptied; the key is put on the list of
 * keys to destroy. What stays is anonymous: the number, age class, doelgroep, contract and value, so that sums and
 * reports stay as they are. Done twice it is the same as once. NOT_FOUND when there is no such kandidaat. The caller
 * writes the audit line. */
MUST enum result kandidaat_wissen(struct desk_job *job, kandidaat_id kandidaat);

#endif
