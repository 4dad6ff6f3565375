/* app/project/project_acts.h: the verbs of the room: rules, stores, audit and mails in one transaction. Private to it. */
#ifndef PROJECT_ACTS_H
#define PROJECT_ACTS_H

#include "app/project/project_store.h"

/* Registers with periods, contact, sums and mails. INVALID with problems in r. in->opdrachtgever is filled. */
MUST enum result project_register(struct request *r, struct project_input *in, project_id *out);
/* Changes the data fields; periods of a raamovereenkomst follow new dates where they can. CONFLICT when somebody saved in between. */
MUST enum result project_change(struct request *r, project_id id, struct project_input *in);
MUST enum result perioden_change(struct request *r, project_id id, size_t n, const struct periode_rij *rows);
MUST enum result contact_link(struct request *r, project_id id, gebruiker_id who);
/* Checks what a form cannot know by field; fills the obligation from value × percentage. Adds problems. */
void project_judge(struct request *r, struct project_input *in);
size_t perioden_typed(const datum *start, const datum *eind, const geld *bedrag, struct periode_rij out[PROJECT_PERIODEN_MAX]);

#endif
