/* app/verantwoording/inzet_life.h: what happens to an overeenkomst after it was entered: each act is a new version, and
 * what stood there stays. Private to the room. */
#ifndef INZET_LIFE_H
#define INZET_LIFE_H

#include "app/verantwoording/inzet_acts.h"

/* An overeenkomst with everything its acts need. */
struct inzet_whole {
    struct project_head head;
    struct inzet_row row;
    struct inzet_version version;
    int64_t versie;
    inzet_id id;
    bool may;
    const char *reden;
};
/* The one of the address. NOT_FOUND when it may not be seen. */
MUST enum result inzet_whole_read(struct request *r, struct inzet_whole *out);
/* Stores the changed version, refreshes the sums, writes the audit line. INVALID with a problem when somebody saved in
 * between. */
MUST enum result inzet_whole_store(struct request *r, const struct inzet_whole *w, int64_t typed_versie,
                                   const char *wat, const char *reden);
/* This placement and the person's others, for warnings and shares. fte of the set. */
struct naast_elkaar {
    size_t n_own, n_other;
    struct plaatsing *own, *other;
};
MUST enum result naast_elkaar_read(struct request *r, const struct project_head *h, const struct inzet_version *v,
                                   kandidaat_id who, inzet_id but, struct naast_elkaar *out);

#endif
