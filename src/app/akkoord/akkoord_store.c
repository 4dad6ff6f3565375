#include "app/akkoord/akkoord_store.h"

SQL(akkoord_een, "SELECT code, cijfers FROM akkoord WHERE project_id = :id");

enum result akkoord_read(struct reader *db, struct arena *a, project_id id, struct akkoord_row *out)
{
    struct query q CLEAN = query(db, a, akkoord_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct akkoord_row){row_text(&q, "code"), row_text(&q, "cijfers")};
    return OK;
}
