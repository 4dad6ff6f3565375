/* commands/regio_store.h: regio's as the operator makes them. */
#ifndef COMMANDS_REGIO_STORE_H
#define COMMANDS_REGIO_STORE_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"

struct steward;

struct regio_new {
    const char *naam, *cp_naam, *cp_email, *cp_telefoon, *cp_tijden, *cp_website, *identiteit, *telt;
    bool toestemming;
    const char *wsp; /* name of its werkgeversservicepunt; NULL = none yet */
};
struct regio_row {
    regio_id id;
    const char *naam, *set;
};

/* Makes the regio and its organisatie coordinatiepunt (and wsp). INVALID when the name is taken. */
MUST enum result regio_make(struct steward *s, struct arena *a, const struct regio_new *n, tijdstip now, regio_id *out);
MUST enum result regio_find(struct steward *s, struct arena *a, const char *naam_of_slug,
                            regio_id *out); /* NOT_FOUND */
MUST enum result regio_cp(struct steward *s, struct arena *a, regio_id regio, organisatie_id *out);
MUST enum result regio_all(struct steward *s, struct arena *a, size_t *n, struct regio_row **out);

struct organisatie_seed {
    const char *soort, *naam, *kvk, *og_soort, *adres, *postcode, *plaats;
    regio_id regio;
    organisatie_id wsp;
};
MUST enum result organisatie_make(struct steward *s, const struct organisatie_seed *o, tijdstip now,
                                  organisatie_id *out);

#endif
