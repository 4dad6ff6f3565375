/* app/bewaren/bewaren.h: door of the room bewaren: persons whose retention term is over (spec 5: N years after the last project of a person was afgerond). The coordinatiepunt is told 30 days ahead and may
 * hold with a reason; one coordinator proposes the list, another decides; then who they are is erased and the record of it stays. */
#ifndef APP_BEWAREN_H
#define APP_BEWAREN_H

#include "app/mails.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct desk;
struct steward;

struct uitstel_input { datum tot; const char *reden; };
struct weigeren_input { const char *reden; };
extern const struct field uitstel_form[], weigeren_form[];

enum result bewaren_page(struct request *r);
enum result uitstel_page(struct request *r), uitstel_post(struct request *r);
enum result vernietiging_new_page(struct request *r), vernietiging_new_post(struct request *r);
enum result vernietiging_page(struct request *r);                                       /* one list: before the decision, and the record after it */
enum result vernietiging_akkoord_page(struct request *r), vernietiging_akkoord_post(struct request *r);
enum result vernietiging_weigeren_page(struct request *r), vernietiging_weigeren_post(struct request *r);

/* Lists that were decided, in portions so that nobody's save waits behind them; killed half-way it goes on where it was. Cheap when there is none. */
MUST enum result vernietigingen_uitvoeren(struct steward *s, struct desk *desk);
/* Due rule of the sheet of mails: 30 days before a term ends, to each coordinator of the regio. */
MUST enum result bewaren_due(struct steward *s, struct due_list *out, datum van, datum tm);

#endif
