/* planner/planner.c: wakes every two seconds by the monotonic clock (a clock that jumps cannot stop it), and then looks at the wall clock. */
#include "planner/planner.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "app/verantwoording/verantwoording.h"
#include "core/clock.h"
#include "core/log.h"
#include "data/desk.h"
#include "data/steward.h"
#include "post/sender.h"

enum { WAKE_SEC = 2, RETRY_SEC = 60, PORTION = 200 };

STEWARD_SQL(sweep_once, "DELETE FROM alle_eenmalig WHERE op < :nu - 604800");
STEWARD_SQL(sweep_drafts, "DELETE FROM alle_concept WHERE verloopt < :nu");
STEWARD_SQL(sweep_sessions, "DELETE FROM alle_sessie WHERE eind_op < :nu");
STEWARD_SQL(sweep_devices, "DELETE FROM alle_apparaat WHERE op < :nu - 34560000");   /* its cookie has gone before */
STEWARD_SQL(sweep_links, "DELETE FROM alle_link WHERE verloopt_op < :nu - 5184000");
STEWARD_SQL(optimize, "PRAGMA optimize");      /* once a day: SQLite looks whether its statistics still fit */

struct planner {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    _Atomic bool stop;
    struct steward *steward;
    struct desk *desk;
    const struct config *config;
    datum swept;                    /* day of the last sweep and refresh */
    int64_t not_before;             /* monotonic: when that failed, the next try */
};

struct portion { struct desk_task task; int done; datum today; };

static enum result portion_run(struct desk_task *task, struct desk_job *job)
{
    struct portion *p = (struct portion *)task;
    struct arena *a = arena_new();
    job_unlogged(job, "dagelijkse sommen");
    enum result ended = project_sums_refresh_due(job_steward(job), a, p->today, PORTION, &p->done);
    arena_free(a);
    return ended;
}

/* In portions, so that nobody's save waits behind a whole country. */
static enum result sums_refresh(struct planner *p, datum today)
{
    struct portion work = {.task = {.run = portion_run}, .today = today};
    do {
        work.done = 0;
        TRY(desk_run(p->desk, &work.task));
    } while (work.done > 0 && !atomic_load(&p->stop));
    return OK;
}

static enum result sweep_run(struct desk_task *task, struct desk_job *job)
{
    struct steward *s = job_steward(job);
    tijdstip now = clock_now();
    (void)task;
    job_unlogged(job, "opruimen");
    TRY(steward_write(s, sweep_once, BIND(B("nu", now)), NULL));
    TRY(steward_write(s, sweep_drafts, BIND(B("nu", now)), NULL));
    TRY(steward_write(s, sweep_sessions, BIND(B("nu", now)), NULL));
    TRY(steward_write(s, sweep_devices, BIND(B("nu", now)), NULL));
    TRY(steward_write(s, sweep_links, BIND(B("nu", now)), NULL));
    return steward_write(s, optimize, BIND_NONE, NULL);
}

static void day_begin(struct planner *p)
{
    datum today = clock_today();
    if (p->swept.dag == today.dag || clock_micros() < p->not_before)
        return;
    struct desk_task sweep = {.run = sweep_run};
    enum result ended = desk_run(p->desk, &sweep);
    if (ended == OK)
        ended = sums_refresh(p, today);
    if (ended == OK) {
        p->swept = today;
        return;
    }
    p->not_before = clock_micros() + (int64_t)RETRY_SEC * 1000000;
    log_error("the work of just after midnight did not come to its end (%s); tried again in a minute", result_name(ended));
}

static void wait_a_while(struct planner *p)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += WAKE_SEC;
    pthread_mutex_lock(&p->mutex);
    if (!atomic_load(&p->stop))
        pthread_cond_timedwait(&p->wake, &p->mutex, &until);
    pthread_mutex_unlock(&p->mutex);
}

static void *planner_thread(void *arg)
{
    struct planner *p = arg;
    while (!atomic_load(&p->stop)) {
        int sent = 0, failed = 0;
        day_begin(p);
        if (sender_pass(p->steward, p->desk, p->config, &p->stop, &sent, &failed) != OK)
            log_warn("the outbox was not sent; tried again");
        if (sent + failed < 20)
            wait_a_while(p);
    }
    return NULL;
}

enum result planner_start(struct database *base, struct desk *desk, const struct config *config, struct planner **out)
{
    pthread_condattr_t attributes;
    struct planner *p = calloc(1, sizeof(*p));
    *out = NULL;
    if (!p)
        return fail("planner: out of memory");
    p->desk = desk;
    p->config = config;
    p->swept = DATUM_GEEN;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&p->wake, &attributes);
    pthread_mutex_init(&p->mutex, NULL);
    enum result ended = steward_open(base, true, &p->steward);
    if (ended == OK && pthread_create(&p->thread, NULL, planner_thread, p) != 0)
        ended = fail("planner: no thread");
    if (ended != OK) {
        steward_close(p->steward);
        free(p);
        return ended;
    }
    *out = p;
    return OK;
}

void planner_stop(struct planner *p)
{
    if (!p)
        return;
    pthread_mutex_lock(&p->mutex);
    atomic_store(&p->stop, true);
    pthread_cond_signal(&p->wake);
    pthread_mutex_unlock(&p->mutex);
    pthread_join(p->thread, NULL);
    steward_close(p->steward);
    pthread_cond_destroy(&p->wake);
    pthread_mutex_destroy(&p->mutex);
    free(p);
}
