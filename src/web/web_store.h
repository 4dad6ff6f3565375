/* web/web_store.h: the two tables of the web floor: forms already handled and forms kept as typed. Private to web/. */
#ifndef WEB_WEB_STORE_H
#define WEB_WEB_STORE_H

#include "core/arena.h"
#include "core/result.h"
#include "data/desk.h"
#include "data/sql.h"

struct steward;

/* The side of a job without a viewer. */
struct steward *store_gate(struct desk_job *job);

struct once_row {
    int64_t gebruiker;
    const char *naar;
};
/* NOT_FOUND when this form was not handled yet. */
MUST enum result once_find(struct steward *gate, struct arena *a, struct blob token, struct once_row *out);
MUST enum result once_add(struct desk_job *job, struct blob token, int64_t gebruiker, const char *naar, tijdstip now);

struct draft_row {
    const char *pad;
    struct blob velden;
    int64_t sleutel; /* it is sealed under */
};
MUST enum result draft_find(struct steward *gate, struct arena *a, concept_id id, int64_t gebruiker, tijdstip now,
                            struct draft_row *out);
MUST enum result draft_add(struct desk_job *job, int64_t gebruiker, struct blob sessie, const char *pad,
                           struct blob velden, int64_t sleutel, tijdstip now, tijdstip until, int64_t *id);
MUST enum result draft_change(struct desk_job *job, concept_id id, int64_t gebruiker, struct blob velden);
MUST enum result draft_delete(struct desk_job *job, concept_id id, int64_t gebruiker);
/* The database answers: for /gezond. */
MUST enum result store_is_alive(struct steward *gate, struct arena *a);

#endif
