/* app/project/project_acts.h: the verbs of the room: rules, stores, audit and mails in one transaction. Private to it.
 */
#ifndef PROJECT_ACTS_H
#define PROJECT_ACTS_H

#include "app/mails.h"
#include "app/project/project_store.h"

/* Registers with periods, contact, sums and mails. INVALID with problems in r. in->opdrachtgever is filled. */
MUST enum result project_register(struct request *r, struct project_input *in, project_id *out);
/* Changes the data fields; periods of a raamovereenkomst follow new dates where they can. CONFLICT when somebody saved
 * in between. */
MUST enum result project_change(struct request *r, project_id id, struct project_input *in);
/* Saves the periods as one: they join up and cover the project. CONFLICT (said as a problem) when somebody saved since
 * `versie` was read. */
MUST enum result perioden_change(struct request *r, project_id id, int64_t versie, size_t n, struct periode_rij *rows);
/* Extends: new end, amount, of a raamovereenkomst its new periods. INVALID with problems. */
MUST enum result project_extend(struct request *r, const struct project_head *h,
                                const struct verlengen_controle_input *in);
MUST enum result contact_link(struct request *r, project_id id, gebruiker_id who);
/* Checks what a form cannot know by field; fills the obligation from value × percentage. Adds problems. */
void project_judge(struct request *r, struct project_input *in);
size_t perioden_typed(const datum *start, const datum *eind, const geld *bedrag,
                      struct periode_rij out[PROJECT_PERIODEN_MAX]);
/* Divides the amount over year periods from start to eind (t/m) into the typed rows p_start.N, p_eind.N, p_bedrag.N
 * (spec 1). Nothing when something is missing. */
void periods_fill(struct request *r, datum start, datum eind, geld amount);
geld perioden_sum(size_t n, const struct periode_rij *p);

/* ---- shared by the acts ---- */
enum result act_refused(struct request *r, enum result ended); /* what a trigger said becomes a problem of the form */
const char *act_day(struct arena *a, datum d);
const char *act_money(struct arena *a, geld g);
/* Adds "label: was" and "label: is" when they differ; NULL and "" are "leeg". */
void act_word_change(struct text *voor, struct text *na, const char *label, const char *was, const char *is);

#endif
