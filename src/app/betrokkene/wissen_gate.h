/* app/betrokkene/wissen_gate.h: erasing who a kandidaat is (spec 5: "erasing one data key erases the person everywhere, old database backups included"). */
#ifndef WISSEN_GATE_H
#define WISSEN_GATE_H

#include "core/text.h"
#include "data/desk.h"

struct seal;
struct steward;

/* In this transaction: name, initials, address, birth date, search key, what the contractor wrote in words of its own about this person, and drafts and
 * files under way that may hold the person are emptied; the key is put on the list of keys to destroy. What stays is anonymous: the number, age class,
 * doelgroep, contract and value, so that sums and reports stay as they are. Done twice it is the same as once. NOT_FOUND when there is no such kandidaat.
 * The caller writes the audit line. */
MUST enum result kandidaat_wissen(struct desk_job *job, kandidaat_id kandidaat);
/* Only the address: what stays is sealed anew under another key and the old key is destroyed, so that no backup opens the address. naam, initialen, geboren: as opened. */
MUST enum result adres_wissen(struct desk_job *job, struct seal *seal, struct arena *a, kandidaat_id kandidaat, const char *naam, const char *initialen, datum geboren);
/* Of everybody who was erased: nothing sealed is left, and the key is gone or on the list. FAILED with a line in `report` for each who is not. */
MUST enum result gewist_check(struct steward *s, struct seal *seal, struct arena *a, struct text *report, int *n);

#endif
