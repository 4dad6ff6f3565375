/* data/viewer.h: who is looking. Filled once per request from the session; the SQL views ask it through kijker() and
 * friends. A role IS the kind of the user's organisatie (spec 1); there is no other. */
#ifndef DATA_VIEWER_H
#define DATA_VIEWER_H

#include <stdbool.h>

#include "core/values.h"

enum soort { SOORT_OG = 1, SOORT_ON = 2, SOORT_IM = 4, SOORT_AM = 8, SOORT_CP = 16 }; /* flags: routes combine them */

struct viewer {
    gebruiker_id gebruiker; /* 0 = nobody: every view is empty */
    organisatie_id organisatie;
    regio_id regio;   /* of the organisatie; 0 for ON and IM, who belong to no regio */
    enum soort soort; /* 0 for nobody */
    const char *naam; /* borrowed from the request's arena */
    const char *email;
    const char *organisatie_naam;
    const char *regio_naam; /* "" for ON and IM */
    const char *onderhoud;  /* what is announced now by the regios of the viewer; NULL = nothing */
    const char *thema, *logo,
        *logo_alt; /* of the published house style of the regio: hashes, and what the logo says; NULL = none */
};

#endif
