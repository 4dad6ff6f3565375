/* app/hulpvraag/hulpvraag.h: door of the room hulpvraag: what became of the questions asked by Hulpvraag: the desk of
 * the coordinatiepunt (take, answer, note, close) and, for who asked, the own questions with their answers. Asking
 * itself is the room account's. Never holds data of kandidaten: a BSN in an answer is refused, the pages say so. */
#ifndef APP_HULPVRAAG_H
#define APP_HULPVRAAG_H

#include "web/request.h"
#include "web/route.h"

struct hulpvraag_regel_input {
    const char *tekst;
    int64_t versie;
};
struct hulpvraag_staat_input {
    const char *staat;
    int64_t versie;
};
extern const struct field hulpvraag_antwoord_form[], hulpvraag_notitie_form[], hulpvraag_reactie_form[],
    hulpvraag_staat_form[];

enum result hulpvragen_page(struct request *r); /* CP: the list */
enum result hulpvraag_one_page(struct request *r),
    hulpvraag_antwoord_post(struct request *r); /* CP: one, with the form for the answer */
enum result hulpvraag_notitie_page(struct request *r), hulpvraag_notitie_post(struct request *r);
enum result hulpvraag_staat_post(struct request *r); /* take, close, open again */
enum result mijn_hulpvragen_page(struct request *r);
enum result mijn_hulpvraag_page(struct request *r), mijn_hulpvraag_reactie_post(struct request *r);

#endif
