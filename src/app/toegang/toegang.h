/* app/toegang/toegang.h: door of the room toegang: the yearly review "wie heeft toegang" of a regio: every account that
 * reaches it gets a verdict, and the review stays as a record (besluit 0030). Blocking itself is the room account's. */
#ifndef APP_TOEGANG_H
#define APP_TOEGANG_H

#include "app/mails.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct steward;

enum { TOEGANG_MOST = 100 };
struct toegang_oordeel_input {
    bool kies[TOEGANG_MOST];
    gebruiker_id account[TOEGANG_MOST];
    const char *oordeel;
};
struct toegang_sluiten_input {
    const char *opmerking;
};
extern const struct field toegang_oordeel_form[], toegang_sluiten_form[];

enum result toegangen_page(struct request *r), toegang_new_post(struct request *r);
enum result toegang_page(struct request *r), toegang_oordeel_post(struct request *r);
enum result toegang_blokkeren_page(struct request *r),
    toegang_blokkeren_post(struct request *r); /* whom the verdict says to block, asked once more */
enum result toegang_sluiten_page(struct request *r), toegang_sluiten_post(struct request *r);

/* Due rule of the sheet of mails: a year (and each year) after the last review was closed, or the regio's first account
 * was made, while none is open: to each coordinator. */
MUST enum result toegang_due(struct steward *s, struct due_list *out, datum van, datum tm);

#endif
