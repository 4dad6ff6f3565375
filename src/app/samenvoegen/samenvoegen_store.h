/* app/samenvoegen/samenvoegen_store.h: SQL of the room, and carrying a merge out (samenvoegen_gate.c). Private to it.
 */
#ifndef SAMENVOEGEN_STORE_H
#define SAMENVOEGEN_STORE_H

#include "app/samenvoegen/samenvoegen.h"
#include "app/samenvoegen/samenvoegen_view.h"
#include "data/desk.h"

/* Pairs of one kind that look alike and that this coordinatiepunt may merge, at most `room`; with one.id > 0 only those
 * of that organisatie. *meer: there are more. */
MUST enum result dubbelen_read(struct reader *db, struct arena *a, organisatie_id one, size_t room, size_t *n,
                               struct dubbel_row **out, bool *meer);
MUST enum result samenvoegingen_read(struct reader *db, struct arena *a, size_t *n, struct samenvoeging_row **out);
MUST enum result samenvoeging_read(struct reader *db, struct arena *a, samenvoeging_id id,
                                   struct samenvoeging_row *out);
MUST enum result samenvoeging_inhoud(struct reader *db, struct arena *a, samenvoeging_id id,
                                     struct samenvoeging_view *v);
struct samenvoegen_deze {
    const char *soort;
    struct dubbel_kant kant;
};
MUST enum result samenvoegen_deze_read(struct reader *db, struct arena *a, organisatie_id id,
                                       struct samenvoegen_deze *out);
MUST enum result samenvoeging_insert(struct desk_job *job, organisatie_id blijft, organisatie_id weg,
                                     const struct samenvoegen_input *in, samenvoeging_id *out);
MUST enum result samenvoeging_staat_set(struct desk_job *job, samenvoeging_id id, const char *staat, const char *reden);
MUST enum result samenvoeging_akkoord_insert(struct desk_job *job, samenvoeging_id id);
/* How many of the other regio's have not agreed yet. */
MUST enum result samenvoeging_wacht_op(struct reader *db, struct arena *a, samenvoeging_id id, int64_t *n);

/* Carries it out: audit lines in the log of each regio, sums of what changed, a mail to each account; all in the job's
 * transaction. INVALID with a problem. */
MUST enum result samenvoeging_doen(struct request *r, const struct samenvoeging_row *s);
/* A mail to the coordinators of the other regio's that must agree, or (besloten) to those of the regio that asked. */
MUST enum result samenvoeging_vraag_mail(struct request *r, const struct samenvoeging_row *s);
MUST enum result samenvoeging_besluit_mail(struct request *r, const struct samenvoeging_row *s, const char *wat);

#endif
