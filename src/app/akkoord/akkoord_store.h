/* app/akkoord/akkoord_store.h: SQL of the room, and its gate. Private to it. */
#ifndef AKKOORD_STORE_H
#define AKKOORD_STORE_H

#include "app/akkoord/akkoord_rules.h"
#include "data/desk.h"
#include "data/reader.h"

/* The statement in force of a project the viewer sees. NOT_FOUND when there is none. */
struct akkoord_row {
    const char *code, *cijfers;
};
MUST enum result akkoord_read(struct reader *db, struct arena *a, project_id id, struct akkoord_row *out);

/* akkoord_gate.c: by its code, without a viewer, and only when the code still is that of the stored figures; else
 * NOT_FOUND. */
struct akkoord_checked {
    struct akkoord_cijfers cijfers;
    datum vervallen;
};
struct request;
MUST enum result akkoord_check(struct request *r, const char *code, struct akkoord_checked *out);

#endif
