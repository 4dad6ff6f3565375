/* app/dossier/dossier_store.h: SQL of the room. Private to it. */
#ifndef DOSSIER_STORE_H
#define DOSSIER_STORE_H

#include "app/dossier/dossier_view.h"
#include "data/desk.h"

MUST enum result notities_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                               struct notitie_row **out); /* newest first */
MUST enum result notitie_read(struct reader *db, struct arena *a, notitie_id id, struct notitie_row *out);
MUST enum result notitie_insert(struct desk_job *job, project_id project, const char *tekst, notitie_id *out);
MUST enum result notitie_update(struct desk_job *job, notitie_id id, const char *tekst);

MUST enum result documenten_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                                 struct document_row **out); /* newest first, removed ones too */
MUST enum result document_read(struct reader *db, struct arena *a, document_id id, struct document_row *out);
MUST enum result document_content(struct reader *db, struct arena *a, document_id id, const char **naam,
                                  struct blob *out); /* NOT_FOUND once removed */
MUST enum result document_insert(struct desk_job *job, project_id project, const char *naam, struct blob inhoud,
                                 document_id *out);
MUST enum result document_delete(struct desk_job *job, document_id id); /* the content goes, the row stays as a trace */

#endif
