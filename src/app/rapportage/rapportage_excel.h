/* app/rapportage/rapportage_excel.h: what the files of this room share. Private to the room. */
#ifndef RAPPORTAGE_EXCEL_H
#define RAPPORTAGE_EXCEL_H

#include "app/bestand/bestand.h"
#include "app/rapportage/rapportage_rules.h"

/* ?peildatum=; NULL when it was understood or empty, else what to say. */
const char *peildatum_lees(struct request *r, const char *naam, datum *out);
struct list_query rapport_vraag(struct request *r, const struct rapport *p, datum peil);

#endif
