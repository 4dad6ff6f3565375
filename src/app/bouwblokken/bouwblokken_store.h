/* app/bouwblokken/bouwblokken_store.h: SQL of the room. Private to it. */
#ifndef BOUWBLOKKEN_STORE_H
#define BOUWBLOKKEN_STORE_H

#include "app/bouwblokken/bouwblokken.h"
#include "app/bouwblokken/bouwblokken_view.h"
#include "data/desk.h"
#include "data/reader.h"

extern const struct choice choices_periode[], choices_cap_veld[], choices_opbouw[];

/* What set_new_check left: the set of the file, or its mistakes, a line each; both NULL without a file. */
struct set_new_read {
    struct bouwblokkenset *set;
    const char *problems;
};

MUST enum result set_rows_read(struct reader *db, struct arena *a, size_t *n, struct set_row **out);
MUST enum result set_row_read(struct reader *db, struct arena *a, bouwblokkenset_id id, struct set_row *out);
/* Whole, also a concept. */
MUST enum result set_whole_read(struct reader *db, struct arena *a, bouwblokkenset_id id, struct bouwblokkenset **out);
/* The published set of the regio that was in force before this one begins. NOT_FOUND when there is none. */
MUST enum result set_previous(struct reader *db, struct arena *a, bouwblokkenset_id id, datum van,
                              bouwblokkenset_id *out);
MUST enum result attributen_read(struct reader *db, struct arena *a, size_t *n, struct attribuut **out);

/* INVALID with job_problem() when name and version exist. */
MUST enum result set_insert(struct desk_job *job, const struct bouwblokkenset *s, datum van, bouwblokkenset_id *out);
MUST enum result set_update(struct desk_job *job, bouwblokkenset_id id,
                            const struct set_input *in); /* CONFLICT when changed meanwhile */
MUST enum result set_touch(struct desk_job *job, bouwblokkenset_id id, int64_t bewerking); /* CONFLICT likewise */
MUST enum result set_status(struct desk_job *job, bouwblokkenset_id id, int64_t bewerking, const char *status,
                            const char *reden);
MUST enum result blok_insert(struct desk_job *job, bouwblokkenset_id set, const struct bouwblok *b);
MUST enum result blok_delete(struct desk_job *job, bouwblok_id id);
MUST enum result attribuut_insert(struct desk_job *job, const struct kenmerk_input *in);

/* Active projects of the regio on another set. */
MUST enum result herwaardeerbaar(struct reader *db, struct arena *a, bouwblokkenset_id set, const char *naam,
                                 size_t most, size_t *n, struct doorgerekend_row **out);
/* All active ones. */
MUST enum result lopend(struct reader *db, struct arena *a, size_t most, size_t *n, struct doorgerekend_row **out);
/* One of them, when it is still so. */
MUST enum result herwaardeerbaar_een(struct reader *db, struct arena *a, bouwblokkenset_id set, project_id id,
                                     struct doorgerekend_row *out);

#endif
