/* app/akkoord/akkoord.h: door of the room akkoord: the akkoordverklaring Social Return of a completed project, its
 * verification code and the public page that checks it. The code is a keyed hash over a copy of the figures as they
 * were when the project was afgerond: a changed figure no longer verifies. */
#ifndef APP_AKKOORD_H
#define APP_AKKOORD_H

#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct database;
struct seal;
struct steward;

enum result akkoord_page(struct request *r); /* of a project the viewer sees; says so as long as it is not afgerond */
enum result akkoord_check_page(struct request *r); /* public: ?code= */

/* At the desk, in the act's transaction: makes the statement of a project that was just afgerond, or ends it when it is
 * reopened. */
MUST enum result akkoord_make(struct request *r, project_id id);
MUST enum result akkoord_end(struct request *r, project_id id);
/* Statements of projects that were afgerond before there were any (a demo, an older database). At start, in one
 * transaction. */
MUST enum result akkoord_fill(struct database *base, struct seal *seal);

#endif
