/* app/organisatie/organisatie.h: door of the room organisatie: the five kinds, new ones with the look-alike check.
 * Never links anybody to a project: that is the room project. */
#ifndef APP_ORGANISATIE_H
#define APP_ORGANISATIE_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct reader;

struct organisatie_choice {
    organisatie_id id;
    const char *naam, *kvk, *plaats;
};
/* What this viewer may choose of that kind ("opdrachtnemer", "intermediair", "wsp", "opdrachtgever"), by name. */
MUST enum result organisatie_choices(struct reader *db, struct arena *a, const char *soort, size_t *n,
                                     struct organisatie_choice **out);
/* To which of that kind a coordinatiepunt may move an account. */
MUST enum result verplaats_choices(struct reader *db, struct arena *a, const char *soort, size_t *n,
                                   struct organisatie_choice **out);
struct gebruiker_choice {
    gebruiker_id id;
    const char *naam, *functie;
};
MUST enum result gebruiker_choices(struct reader *db, struct arena *a, organisatie_id organisatie, size_t *n,
                                   struct gebruiker_choice **out);

/* Look-alikes (pure): same KvK; same name but for case, punctuation, legal form; one or two letters (spec 1). */
bool organisatie_is_lookalike(const char *kvk_a, const char *kern_a, const char *kvk_b, const char *kern_b);

struct opdrachtnemer_new_input {
    const char *naam, *kvk, *adres, *postcode, *plaats, *contact_naam, *contact_email, *contact_telefoon,
        *contact_functie;
    bool echt_nieuw;
    const char *concept;
};
struct contact_new_input {
    const char *naam, *email, *telefoon, *functie, *concept;
};
struct organisatie_new_input {
    const char *soort, *naam, *kvk, *og_soort, *adres, *postcode, *plaats;
    organisatie_id wsp;
    bool echt_nieuw;
};
struct organisatie_input {
    const char *naam, *adres, *postcode, *plaats;
    int64_t versie;
};
extern const struct field opdrachtnemer_new_form[], contact_new_form[], organisatie_new_form[], organisatie_form[];

enum result opdrachtnemer_new_page(struct request *r), opdrachtnemer_new_post(struct request *r);
enum result contact_new_page(struct request *r), contact_new_post(struct request *r);
enum result organisaties_page(struct request *r); /* CP */
enum result organisatie_new_page(struct request *r),
    organisatie_new_post(struct request *r);                                          /* CP: OG, wsp, intermediair */
enum result organisatie_page(struct request *r), organisatie_post(struct request *r); /* CP */

#endif
