/* app/dossier/dossier.h: door of the room dossier: what is kept beside a project: interne notities (OG and WSP only)
 * and documents (PDF). Never holds data of kandidaten: the pages say so, and a BSN in a note is refused. */
#ifndef APP_DOSSIER_H
#define APP_DOSSIER_H

#include "web/request.h"
#include "web/route.h"

enum { DOCUMENT_MAX = 1048576 }; /* bytes, to the byte (spec 5) */

struct notitie_input {
    const char *tekst;
};
struct document_input {
    const char *naam;
};
extern const struct field notitie_form[], document_form[];

struct project_head;
struct blob;
/* For forms of other rooms with a file field "bestand": judges the upload of this request (slow lane). OK with *out in
 * the arena, p NULL when none was chosen (a problem when required); INVALID with the reason at the field. */
MUST enum result document_judge(struct request *r, bool required, struct blob *out);
/* Keeps it with the project, at the desk; with audit. naam NULL: the file's own. */
MUST enum result document_keep(struct request *r, const struct project_head *h, const char *naam,
                               const struct blob *bytes, document_id *out);

enum result notities_page(struct request *r), notitie_new_post(struct request *r);
enum result notitie_edit_page(struct request *r), notitie_edit_post(struct request *r); /* own, for 15 minutes */
enum result documenten_page(struct request *r);
enum result document_check(struct request *r); /* slow lane: is it a PDF we accept? */
enum result document_new_post(struct request *r);
enum result document_page(struct request *r); /* the download */
enum result document_remove_page(struct request *r), document_remove_post(struct request *r);

#endif
