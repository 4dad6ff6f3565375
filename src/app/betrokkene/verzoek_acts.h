/* app/betrokkene/verzoek_acts.h: what the pages of the room share. Private to the room. */
#ifndef VERZOEK_ACTS_H
#define VERZOEK_ACTS_H

#include "app/betrokkene/betrokkene_view.h"
#include "web/request.h"

/* The request of the address. NOT_FOUND when it is not of this regio. */
MUST enum result verzoek_of(struct request *r, struct verzoek_row **out);
/* What was done, in the dossier and in the audit log; who {0} = nobody in particular. */
MUST enum result daad(struct request *r, verzoek_id id, kandidaat_id who, const char *wat, const char *reden);
/* A page of one act: what happens, a form, a button. */
MUST enum result verzoek_act_page(struct request *r, const char *title, const struct field *form, const char *what,
                                  const char *button, bool danger);

#endif
