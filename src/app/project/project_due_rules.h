/* app/project/project_due_rules.h: which mails the days of a project bring (spec 4, the table). Pure: the same facts
 * and days give the same answer, so who runs it twice gets the same rows and who was away gets what was missed, once.
 */
#ifndef PROJECT_DUE_RULES_H
#define PROJECT_DUE_RULES_H

#include <stddef.h>

#include "app/mails.h"
#include "app/project/project.h"
#include "app/regio/regio.h"
#include "core/values.h"

struct project_feiten { /* of a project that is not afgerond */
    datum start, eind;  /* eind: the last day */
    bool verlengbaar;
    datum goedgekeurd;              /* DATUM_GEEN = not yet */
    struct herinnering herinnering; /* of the regio */
};
struct due_dag {
    enum mail_kind kind;
    datum dag;
};
enum { PROJECT_DUE_MOST = 12 };
/* What is due from van up to and including tm. Of a mail that comes again and again only the newest within these days.
 * Returns how many. */
size_t project_due_dagen(const struct project_feiten *f, datum van, datum tm, struct due_dag out[PROJECT_DUE_MOST]);
/* first, again after 14 days, three times in all: the newest within van..tm, or DATUM_GEEN. */
datum due_driemaal(datum first, datum van, datum tm);

#endif
