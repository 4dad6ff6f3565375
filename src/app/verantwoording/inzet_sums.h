/* app/verantwoording/inzet_sums.h: reading what an inzet is worth past the viewer's views: a person's cap counts over
 * projects the viewer may not see, and everybody must see the same amount. Answers never leave this file; callers show
 * lines and sums only. Private to the room. */
#ifndef INZET_SUMS_H
#define INZET_SUMS_H

#include "app/verantwoording/verantwoording.h"
#include "app/waardering/waardering.h"

/* The calculation of one version of an inzet (versie 0 = the newest), with bound `today` and without. NOT_FOUND when
 * there is none. */
struct inzet_rekening {
    struct waarde actueel, prognose;
    const struct bouwblok *blok;
    bool telt, wacht;
};
MUST enum result inzet_rekening_read(struct request *r, inzet_id id, int64_t versie, struct inzet_rekening *out);
/* Completes an entry that is typed (own 0) or corrected with what the person's other placements in the regio say, for a
 * preview. */
MUST enum result inzet_anderen(struct request *r, project_id project, kandidaat_id kandidaat, inzet_id own,
                               struct inzet_invoer *in);
/* The kandidaat a colleague entered of the same contractor, for a person typed anew; 0 = none. By name and birth date,
 * in the request's arena; also on projects the viewer may not see, so only for what the other placements make of the
 * value. */
MUST enum result inzet_zelfde(struct request *r, organisatie_id opdrachtnemer, const char *naam, datum geboren,
                              kandidaat_id *out);
/* The person's other placements in the regio of the project, in parts with their own hours. */
MUST enum result inzet_plaatsingen(struct request *r, project_id project, kandidaat_id kandidaat, inzet_id but,
                                   size_t *n, struct plaatsing **out);
/* The value that counts, at each of n days: for the chart. */
MUST enum result project_curve(struct request *r, project_id id, size_t n, const datum *days, geld *out);

#endif
