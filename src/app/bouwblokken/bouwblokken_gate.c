/* app/bouwblokken/bouwblokken_gate.c: reads past the viewer's views: a person's cap counts over projects of the regio.
 * The only file of this room that uses the steward. */
#include "app/bouwblokken/bouwblokken_gate.h"

#include "data/steward.h"

enum result doorrekenen(struct request *r, const struct bouwblokkenset *set, struct doorgerekend_row *row,
                        struct project_anders *inzet)
{
    struct project_anders x;
    struct steward *s = r->job ? job_steward(r->job) : r->gate;
    struct arena *one =
        inzet ? r->arena : arena_new(); /* a project's memory goes with it, unless its lines are shown */
    enum result ended = project_anders_read(s, one, row->id, set, &x);
    if (ended == OK) {
        row->netto_was = x.netto_was;
        row->netto_is = x.netto_is;
        row->was = x.was;
        row->is = x.is;
        row->verschil.cent = x.is.cent - x.was.cent;
        row->waarom = x.waarom ? arena_strdup(r->arena, x.waarom) : NULL;
    }
    if (inzet)
        *inzet = x;
    else
        arena_free(one);
    return ended;
}
