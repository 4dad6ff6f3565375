/* app/pso/pso.h: door of the room pso: the PSO certificates of an opdrachtnemer: added, corrected, removed, each with
 * its trace; the stored obligation of every active project follows in the same transaction. What a certificate takes
 * off stands in the room verantwoording (sums) and is computed by waardering_rules.h. */
#ifndef APP_PSO_H
#define APP_PSO_H

#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct steward;
struct due_list;

struct pso_input {
    const char *trede;
    datum van, tm;
    const char *reden;
}; /* reden: of a correction */
struct pso_remove_input {
    const char *reden;
};
extern const struct field pso_form[], pso_edit_form[], pso_remove_form[];

enum result pso_page(struct request *r),
    pso_new_post(struct request *r); /* ON its own; CP of an opdrachtnemer with a project in its regio */
enum result pso_edit_page(struct request *r), pso_edit_post(struct request *r);
enum result pso_remove_page(struct request *r), pso_remove_post(struct request *r);

/* Due rule of the sheet of mails: certificates whose last day is 60 days away and that nothing of at least that step
 * follows. */
MUST enum result pso_due(struct steward *s, struct due_list *out, datum van, datum tm);

#endif
