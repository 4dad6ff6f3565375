/* app/betrokkene/wissen_gate.h: erasing who a kandidaat is (spec 5: "erasing one data key erases the person everywhere,
 * old database backups included"). */
#ifndef WISSEN_GATE_H
#define WISSEN_GATE_H

#include "app/betrokkene/betrokkene.h"
#include "core/text.h"
#include "data/desk.h"

struct seal;
struct steward;

/* Only the address: what stays is sealed anew under another key and the old key is destroyed, so that no backup opens
 * the address. naam, initialen, geboren: as opened. */
MUST enum result adres_wissen(struct desk_job *job, struct seal *seal, struct arena *a, kandidaat_id kandidaat,
                              const char *naam, const char *initialen, datum geboren);
/* Of everybody who was erased: nothing sealed is left, and the key is gone or on the list. FAILED with a line in
 * `report` for each who is not. */
MUST enum result gewist_check(struct steward *s, struct seal *seal, struct arena *a, struct text *report, int *n);

#endif
