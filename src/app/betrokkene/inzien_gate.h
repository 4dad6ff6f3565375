/* app/betrokkene/inzien_gate.h: the person itself, with the code of a kandidatenbrief and the birth date: sees the own
 * record, does one request. No viewer; reads nothing of anybody else. Private to the room. */
#ifndef INZIEN_GATE_H
#define INZIEN_GATE_H

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/brief_view.h"

/* A letter that was opened. vervolg: with it this page sends one request or ends the code. */
struct inzien {
    int64_t brief;
    kandidaat_id kandidaat;
    regio_id regio;
    tijdstip op, tot;
    char vervolg[44];
};
/* OK: the code is good and the birth date is this person's. NOT_FOUND: whatever else, and it was counted: an unknown,
 * used, void, locked or expired code, another birth date, a person that was shielded or erased. BUSY: too many attempts
 * of everybody together in this hour; nothing was looked up. At the desk; writes either way, and what it wrote must be
 * kept. */
MUST enum result inzien_openen(struct request *r, const char *code, datum geboren, struct inzien *out);
/* Everything of that person, and who may be asked: the coordinatiepunt of each regio concerned. */
MUST enum result inzien_read(struct request *r, const struct inzien *i, struct inzien_view *out);
/* The letter that was opened with this. NOT_FOUND when that is over. */
MUST enum result inzien_vervolg(struct request *r, const char *vervolg, struct inzien *out);
/* A request at the coordinatiepunt of each regio concerned, sealed, with its mails; the code ends. */
MUST enum result inzien_verzoek(struct request *r, const struct inzien *i, const struct inzien_verzoek_input *in,
                                struct inzien_view *out);
/* The code opens nothing any more. */
MUST enum result inzien_einde(struct request *r, const struct inzien *i);

#endif
