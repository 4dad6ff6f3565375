#include "planner/sleutels_gate.h"

#include "core/log.h"
#include "data/desk.h"
#include "data/seal.h"
#include "data/steward.h"

enum { PORTION = 200 };

STEWARD_SQL(weg_lijst, "SELECT sleutel FROM alle_sleutel_weg ORDER BY sleutel LIMIT 200");
STEWARD_SQL(weg_klaar, "DELETE FROM alle_sleutel_weg WHERE sleutel = :sleutel");
STEWARD_SQL(
    vegen_tot,
    "SELECT coalesce(max(sleutel), 0) AS tot FROM alle_kandidaat WHERE gemaakt_op < (SELECT max(gemaakt_op) FROM alle_kandidaat) - 86400");
STEWARD_SQL(
    in_gebruik,
    "SELECT sleutel FROM alle_kandidaat WHERE gewist_op IS NULL UNION SELECT sleutel FROM alle_concept WHERE sleutel IS NOT NULL"
    " UNION SELECT sleutel FROM alle_verzoek WHERE sleutel IS NOT NULL ORDER BY sleutel");

struct klaar {
    struct desk_task task;
    const int64_t *keys;
    size_t n;
};

static enum result klaar_run(struct desk_task *task, struct desk_job *job)
{
    struct klaar *k = (struct klaar *)(void *)task;
    job_unlogged(job, "sleutels vernietigd");
    for (size_t i = 0; i < k->n; i++)
        TRY(steward_write(job_steward(job), weg_klaar, BIND(B("sleutel", k->keys[i])), NULL));
    return OK;
}

static enum result portion(struct steward *s, struct arena *a, struct desk *desk, struct seal *seal, size_t *n)
{
    int64_t *keys = ARENA_ARRAY(a, int64_t, PORTION);
    *n = 0;
    {
        struct query q CLEAN = query(s, a, weg_lijst, BIND_NONE);
        while (*n < PORTION && next_row(&q))
            keys[(*n)++] = row_int(&q, "sleutel");
        TRY(query_result(&q));
    }
    if (*n == 0)
        return OK;
    for (size_t i = 0; i < *n; i++) {
        enum result gone = seal_key_destroy(seal, keys[i]);
        if (gone != OK && gone != NOT_FOUND)
            return gone;
    }
    struct klaar done = {.task = {.run = klaar_run}, .keys = keys, .n = *n};
    TRY(desk_run(desk, &done.task));
    log_info("%zu keys destroyed", *n);
    return OK;
}

enum result sleutels_vernietigen(struct steward *s, struct desk *desk, struct seal *seal)
{
    size_t n;
    enum result ended;
    do {
        struct arena *a = arena_new();
        ended = portion(s, a, desk, seal, &n);
        arena_free(a);
    } while (ended == OK && n == PORTION);
    return ended;
}

static enum result used_read(struct steward *s, struct arena *a, size_t *n, int64_t **out)
{
    size_t room = 1024;
    int64_t *list = ARENA_ARRAY(a, int64_t, room);
    *n = 0;
    struct query q CLEAN = query(s, a, in_gebruik, BIND_NONE);
    while (next_row(&q)) {
        if (*n == room) {
            int64_t *more = ARENA_ARRAY(a, int64_t, room * 2);
            for (size_t i = 0; i < room; i++)
                more[i] = list[i];
            list = more;
            room *= 2;
        }
        list[(*n)++] = row_int(&q, "sleutel");
    }
    *out = list;
    return query_result(&q);
}

static enum result sweep(struct steward *s, struct arena *a, struct seal *seal, int *swept)
{
    size_t n;
    int64_t *used, until;
    {
        struct query q CLEAN = query(s, a, vegen_tot, BIND_NONE);
        TRY(one_row(&q));
        until = row_int(&q, "tot");
    }
    TRY(used_read(s, a, &n, &used));
    return seal_sweep(seal, used, n, until, swept);
}

enum result sleutels_vegen(struct steward *s, struct seal *seal, int *swept)
{
    struct arena *a = arena_new();
    enum result ended = sweep(s, a, seal, swept);
    arena_free(a);
    return ended;
}
