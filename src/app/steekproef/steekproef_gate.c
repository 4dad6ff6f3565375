/* app/steekproef/steekproef_gate.c: every draw again, for `srmonitor check`: over all regios, so past the views. Reads
 * only. */
#include <string.h>

#include "app/steekproef/steekproef.h"
#include "app/steekproef/steekproef_rules.h"
#include "data/steward.h"

STEWARD_SQL(
    check_steekproeven,
    "SELECT id, weging, omvang, populatie, populatie_aantal, populatie_sha256, zaad FROM alle_steekproef ORDER BY id");
STEWARD_SQL(check_items, "SELECT inzet_id FROM alle_steekproef_item WHERE steekproef_id = :id ORDER BY nr");

/* What differs; NULL when nothing does. */
static enum result one_check(struct steward *s, struct arena *a, struct query *q, const char **differs)
{
    char sha[SHA256_TEKST];
    size_t n, drawn[STEEKPROEF_MOST], omvang = (size_t)row_int(q, "omvang"), k = 0;
    const char *text = row_text(q, "populatie");
    struct trekbaar *rows = populatie_parse(a, text, &n);
    sha256_text(text, strlen(text), sha);
    *differs = NULL;
    if (!rows || (int64_t)n != row_int(q, "populatie_aantal") || strcmp(sha, row_text(q, "populatie_sha256")) != 0) {
        *differs = "its list is not the one it was drawn from";
        return OK;
    }
    if (!steekproef_trek(row_text(q, "zaad"), strcmp(row_text(q, "weging"), "waarde") == 0, rows, n, omvang, drawn)) {
        *differs = "it cannot be drawn again";
        return OK;
    }
    struct query t CLEAN = query(s, a, check_items, BIND(B("id", row_int(q, "id"))));
    while (next_row(&t))
        if (k >= omvang || rows[drawn[k++]].inzet != row_int(&t, "inzet_id"))
            *differs = "its items are not what its seed draws";
    if (k != omvang)
        *differs = "its items are not what its seed draws";
    return query_result(&t);
}

enum result steekproeven_check(struct steward *s, struct arena *a, struct text *report, int *trekkingen)
{
    bool good = true;
    *trekkingen = 0;
    struct query q CLEAN = query(s, a, check_steekproeven, BIND_NONE);
    while (next_row(&q)) {
        const char *differs;
        struct arena *own = arena_new();
        enum result ended = one_check(s, own, &q, &differs);
        if (ended == OK && differs) {
            text_printf(report, "steekproef %lld: %s\n", (long long)row_int(&q, "id"), differs);
            good = false;
        }
        arena_free(own);
        TRY(ended);
        ++*trekkingen;
    }
    TRY(query_result(&q));
    return good ? OK : FAILED;
}
