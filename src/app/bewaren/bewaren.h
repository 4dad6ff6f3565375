/* app/bewaren/bewaren.h: door of the room bewaren: what is kept how long (the retention classes, besluiten/0032) and
 * what goes when its term is over. Persons (spec 5: N years after the last project of a person was afgerond), papers
 * and notes of projects, closed requests: the coordinatiepunt is told 30 days ahead and may hold with a reason; one
 * coordinator proposes the list, another decides; then it goes and the record of it stays. What is short-lived by
 * nature goes every night, with a record of how many. */
#ifndef APP_BEWAREN_H
#define APP_BEWAREN_H

#include "app/mails.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct desk;
struct steward;

struct uitstel_input {
    datum tot;
    const char *reden;
};
struct weigeren_input {
    const char *reden;
};
struct lijst_input {
    const char *soort;
};
struct termijnen_input {
    int64_t stukken, notitie, verzoek, hulpvraag, versie;
};
extern const struct field uitstel_form[], weigeren_form[], lijst_form[], termijnen_form[];

enum result bewaren_page(struct request *r);
enum result uitstel_page(struct request *r), uitstel_post(struct request *r);
enum result project_uitstel_page(struct request *r), project_uitstel_post(struct request *r);
enum result bewaartermijnen_page(struct request *r), bewaartermijnen_post(struct request *r);
enum result vernietiging_new_page(struct request *r), vernietiging_new_post(struct request *r);
enum result vernietiging_page(struct request *r); /* one list: before the decision, and the record after it */
enum result vernietiging_akkoord_page(struct request *r), vernietiging_akkoord_post(struct request *r);
enum result vernietiging_weigeren_page(struct request *r), vernietiging_weigeren_post(struct request *r);

/* Lists that were decided, in portions so that nobody's save waits behind them; killed half-way it goes on where it
 * was. Cheap when there is none. */
MUST enum result vernietigingen_uitvoeren(struct steward *s, struct desk *desk);
/* Every night, at the desk: what the classes with besluit 'planner' say is over, with a record of how many. In
 * portions: *meer = call again. */
MUST enum result bewaren_opruimen(struct desk_job *job, tijdstip now, bool *meer);
/* Due rule of the sheet of mails: 30 days before a term ends, to each coordinator of the regio. */
MUST enum result bewaren_due(struct steward *s, struct due_list *out, datum van, datum tm);

#endif
