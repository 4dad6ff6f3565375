#include "app/bericht/bericht_store.h"

#include <string.h>

#include "data/reader.h"

#define FILTERS                                                                                                        \
    " WHERE (:status = '' OR status = :status) AND lower(aan) LIKE :aan ESCAPE '\\' AND vouw(onderwerp) LIKE :onderwerp ESCAPE '\\'"
SQL(bericht_tel, "SELECT count(*) AS n, coalesce(sum(status = 'mislukt'), 0) AS mislukt FROM bericht" FILTERS);
SQL(bericht_lijst,
    "SELECT id, gemaakt_op, verzonden_op, volgende_op, onderwerp, aan, status, antwoord, pogingen, verlopen, mag_opnieuw FROM bericht" FILTERS
    " ORDER BY id DESC LIMIT :most OFFSET :van");
SQL(bericht_opnieuw, "UPDATE bericht SET status = 'wacht' WHERE id = :id RETURNING 1");

enum result berichten_count(struct reader *db, struct arena *a, const struct bericht_filter *f, int64_t *total,
                            int64_t *mislukt)
{
    struct query q CLEAN =
        query(db, a, bericht_tel, BIND(B("status", f->status), B("aan", f->aan), B("onderwerp", f->onderwerp)));
    TRY(one_row(&q));
    *total = row_int(&q, "n");
    *mislukt = row_int(&q, "mislukt");
    return OK;
}

enum result berichten_read(struct reader *db, struct arena *a, const struct bericht_filter *f, size_t *n,
                           struct bericht_row **out)
{
    *out = ARENA_ARRAY(a, struct bericht_row, (size_t)f->per_page);
    *n = 0;
    struct query q CLEAN = query(db, a, bericht_lijst,
                                 BIND(B("status", f->status), B("aan", f->aan), B("onderwerp", f->onderwerp),
                                      B("most", f->per_page), B("van", (f->page - 1) * f->per_page)));
    while (*n < (size_t)f->per_page && next_row(&q)) {
        const char *status = row_text(&q, "status");
        (*out)[(*n)++] = (struct bericht_row){row_id(&q, "id", bericht_id),
                                              row_tijdstip(&q, "gemaakt_op"),
                                              row_tijdstip(&q, "verzonden_op"),
                                              row_tijdstip(&q, "volgende_op"),
                                              row_text(&q, "onderwerp"),
                                              row_text(&q, "aan"),
                                              status,
                                              row_text(&q, "antwoord"),
                                              row_int(&q, "pogingen"),
                                              row_bool(&q, "mag_opnieuw"),
                                              row_bool(&q, "verlopen"),
                                              strcmp(status, "wacht") == 0};
    }
    return query_result(&q);
}

enum result bericht_again(struct desk_job *job, bericht_id id)
{
    return job_write(job, bericht_opnieuw, BIND(B("id", id)));
}
