/* app/steekproef/steekproef_acts.h: what a draw is made of, and the draw itself. Private to the room. */
#ifndef STEEKPROEF_ACTS_H
#define STEEKPROEF_ACTS_H

#include "app/steekproef/steekproef_rules.h"
#include "app/steekproef/steekproef_view.h"

struct opzet { /* what the filter gives at this moment */
    size_t n, omvang;
    struct trekbaar *rows;
    int64_t som, zonder; /* zonder: how many have no value */
    const char *populatie, *sha256, *filter, *gevraagd;
    bool naar_waarde;
};
/* INVALID with problems when nothing can be drawn so. */
MUST enum result opzet_read(struct request *r, const struct steekproef_input *in, struct opzet *out);
/* At the desk: the seed is made here, after the list stands; stores, audits, mails. */
MUST enum result steekproef_draw(struct request *r, const struct steekproef_input *in, const struct opzet *o,
                                 steekproef_id *out);
/* The sentence of the last refusal as a problem of the form; ended otherwise. */
MUST enum result steekproef_refused(struct request *r, enum result ended);

#endif
