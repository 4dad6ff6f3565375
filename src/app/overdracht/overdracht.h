/* app/overdracht/overdracht.h: door of the room overdracht: a whole worklist handed over to a colleague, or done by one
 * between two dates. Everybody for the own work; the coordinatiepunt for the accounts of its regio, as far as the
 * regio's projects go. What a contact may see and do is scope.sql's (alle_contact). */
#ifndef APP_OVERDRACHT_H
#define APP_OVERDRACHT_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct reader;
struct form_view;

/* Moves every project the viewer may hand over from `van` to `naar`, with an audit line for each project and mails to
 * both, in the job's transaction; blokkeer (coordinatiepunt): and blocks the account of van in the same act. INVALID
 * with a problem at `field` when naar is no colleague who can log in, or van may not be blocked. *n = how many projects
 * moved. */
MUST enum result overdracht_doen(struct request *r, gebruiker_id van, gebruiker_id naar, bool blokkeer,
                                 const char *field, int64_t *n);
/* The colleagues to whom that work can go, as choices of a field of the form; *n = how many there are. */
MUST enum result overdracht_keuzes(struct request *r, gebruiker_id van, struct form_view *form, const char *field,
                                   size_t *n);

struct overdracht_stand {
    int64_t projecten, laatste; /* that the viewer can hand over; on how many of the running ones nobody else of the
                                   organisatie stands */
    int64_t kenmerk;            /* another number = another set of projects */
    const char *elders; /* "Fryslân (3 projecten)": where the last contact too, but of another regio; NULL = nowhere */
};
MUST enum result overdracht_stand(struct reader *db, struct arena *a, gebruiker_id van, struct overdracht_stand *out);

/* Today's deputising of the viewer, for the first page: "Kees Jansen", t/m. */
struct waarneming_nu {
    const char *naam;
    datum tm;
};
MUST enum result waarnemingen_nu(struct reader *db, struct arena *a, gebruiker_id waarnemer, datum today, size_t *n,
                                 struct waarneming_nu **out);

/* kenmerk: of the projects the list showed; another number now means that somebody should look again */
struct overdragen_input {
    gebruiker_id naar;
    int64_t kenmerk;
};
struct waarnemen_input {
    gebruiker_id naar;
    datum van, tm;
};
extern const struct field overdragen_form[], waarnemen_form[];

/* the own work: /mijn-gegevens/werk…; of an account: /beheer/accounts/:gebruiker/werk… (CP) */
enum result werk_page(struct request *r), overdragen_page(struct request *r), overdragen_post(struct request *r),
    waarnemen_page(struct request *r), waarnemen_post(struct request *r);
enum result waarneming_eind_post(struct request *r);

#endif
