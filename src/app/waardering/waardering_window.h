/* app/waardering/waardering_window.h: the days on which an entry counts. Private to the room; pure. */
#ifndef WAARDERING_WINDOW_H
#define WAARDERING_WINDOW_H

#include "app/waardering/waardering_rules.h"

datum datum_earliest(datum a, datum b); /* DATUM_GEEN is no bound */
datum datum_latest(datum a, datum b);

/* [van, tot): equal when nothing counts. telt_tot: end of counting by the cap, DATUM_GEEN without one. */
struct venster {
    datum van, tot, telt_tot;
};
struct venster venster_van(const struct inzet_invoer *in, const struct bouwblok *blok, datum T);
/* The agreed end: of an open-ended contract the day it ended, else the project's end. */
datum contract_tot(const struct inzet_invoer *in);

#endif
