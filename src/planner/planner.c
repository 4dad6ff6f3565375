/* planner/planner.c: wakes every two seconds by the monotonic clock (a clock that jumps cannot stop it), and then looks
 * at the wall clock. */
#include "planner/planner.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "app/bestand/bestand.h"
#include "app/betrokkene/betrokkene.h"
#include "app/bewaren/bewaren.h"
#include "app/verantwoording/verantwoording.h"
#include "core/clock.h"
#include "core/log.h"
#include "data/audit_anker.h"
#include "data/desk.h"
#include "data/steward.h"
#include "planner/plan.h"
#include "planner/sleutels_gate.h"
#include "post/sender.h"

enum { WAKE_SEC = 2, RETRY_SEC = 60, PORTION = 200 };

STEWARD_SQL(optimize, "PRAGMA optimize"); /* once a day: SQLite looks whether its statistics still fit */

struct planner {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    _Atomic bool stop;
    struct steward *steward;
    struct desk *desk;
    struct seal *seal;
    const struct config *config;
    datum swept;        /* day of the last sweep and refresh */
    datum planned;      /* day whose mails this process has planned */
    int64_t not_before; /* monotonic: when that failed, the next try */
};

struct portion {
    struct desk_task task;
    int done;
    datum today;
};

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

struct sweep {
    struct desk_task task;
    bool more;
};

static enum result sweep_run(struct desk_task *task, struct desk_job *job)
{
    struct sweep *w = (struct sweep *)(void *)task;
    job_unlogged(job, "opruimen");
    TRY(bewaren_opruimen(job, clock_now(), &w->more));
    TRY(brieven_opruimen(job, clock_now()));
    return w->more ? OK : steward_write(job_steward(job), optimize, BIND_NONE, NULL);
}

/* In portions, so that nobody's save waits. */
static enum result sweep_all(struct planner *p)
{
    struct sweep work = {.task = {.run = sweep_run}};
    do {
        work.more = false;
        TRY(desk_run(p->desk, &work.task));
    } while (work.more && !atomic_load(&p->stop));
    return OK;
}

/* ---- the mails of the day ---- */

struct plan_task {
    struct desk_task task;
    const struct config *config;
    const struct due *rows;
    size_t n;
    datum done; /* DATUM_GEEN = more to come */
};

static enum result plan_run(struct desk_task *task, struct desk_job *job)
{
    struct plan_task *p = (struct plan_task *)(void *)task;
    struct arena *a = arena_new();
    job_unlogged(job, "planner");
    enum result ended = plan_store(job_steward(job), p->config, a, p->rows, p->n, clock_now());
    if (ended == OK && !datum_is_none(p->done))
        ended = plan_done(job_steward(job), p->done);
    arena_free(a);
    return ended;
}

/* The day is written down as planned with the last portion: who is killed before that starts again, and what was stored
 * already is not stored twice. */
static enum result plan_rows(struct planner *p, struct due_list *list, datum today)
{
    size_t done = 0;
    do {
        size_t n = list->n - done > PORTION ? PORTION : list->n - done;
        struct plan_task work = {.task = {.run = plan_run},
                                 .config = p->config,
                                 .rows = list->rows + done,
                                 .n = n,
                                 .done = done + n == list->n ? today : DATUM_GEEN};
        TRY(desk_run(p->desk, &work.task));
        done += n;
    } while (done < list->n);
    return OK;
}

static enum result plan_today(struct planner *p, datum today, bool any_gap)
{
    struct arena *a = arena_new();
    struct due_list list = {.arena = a};
    datum van;
    bool some;
    enum result ended = plan_window(p->steward, a, today, &van, &some);
    if (ended == OK && some && today.dag - van.dag >= PLAN_GAP_MOST && !any_gap) {
        log_error(
            "the mails of the last %d days were not planned: is the clock right? If it is, run: srmonitor planner --datum TODAY",
            (int)(today.dag - van.dag));
        some = false;
    }
    if (ended == OK && some)
        ended = mails_due(p->steward, &list, van, today);
    if (ended == OK && some)
        ended = plan_rows(p, &list, today);
    arena_free(a);
    return ended;
}

/* ---- the day ---- */

/* Of what was erased, and without anybody. */
static enum result keys_tidy(struct planner *p)
{
    int swept = 0;
    TRY(vernietigingen_uitvoeren(p->steward, p->desk));
    TRY(sleutels_vernietigen(p->steward, p->desk, p->seal));
    TRY(sleutels_vegen(p->steward, p->seal, &swept));
    if (swept > 0)
        log_info("%d keys without a person destroyed", swept);
    return OK;
}

static enum result night_work(struct planner *p, datum today)
{
    TRY(sweep_all(p));
    if (audit_anker_write(p->steward, p->config->audit_anchors, clock_now()) != OK)
        log_error("the newest sum of the audit chain could not be noted in %s",
                  p->config->audit_anchors); /* no reason to leave the rest of the night undone */
    TRY(keys_tidy(p));
    return sums_refresh(p, today);
}

static void try_later(struct planner *p, const char *what, enum result ended)
{
    p->not_before = clock_micros() + (int64_t)RETRY_SEC * 1000000;
    log_error("%s did not come to its end (%s); tried again in a minute", what, result_name(ended));
}

static void day_begin(struct planner *p)
{
    tijdstip now = clock_now();
    datum today = tijdstip_to_datum(now);
    if (clock_micros() < p->not_before)
        return;
    if (p->swept.dag != today.dag) {
        enum result ended = night_work(p, today);
        if (ended != OK) {
            try_later(p, "the work of just after midnight", ended);
            return;
        }
        p->swept = today;
    }
    if (p->planned.dag == today.dag || now.sec < tijdstip_at(today, PLAN_HOUR, 0).sec)
        return;
    enum result ended = plan_today(p, today, false);
    if (ended == OK)
        p->planned = today;
    else
        try_later(p, "planning the mails of today", ended);
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
        rapport_bestanden_opruimen(clock_now());
        if (vernietigingen_uitvoeren(p->steward, p->desk) != OK)
            log_error("a list of persons to destroy is not carried out yet; tried again");
        if (sleutels_vernietigen(p->steward, p->desk, p->seal) != OK)
            log_error("keys of who was erased are not destroyed yet; tried again");
        if (sender_pass(p->steward, p->desk, p->config, &p->stop, &sent, &failed) != OK)
            log_warn("the outbox was not sent; tried again");
        if (sent + failed < 20)
            wait_a_while(p);
    }
    return NULL;
}

enum result planner_start(struct database *base, struct desk *desk, struct seal *seal, const struct config *config,
                          struct planner **out)
{
    pthread_condattr_t attributes;
    struct planner *p = calloc(1, sizeof(*p));
    *out = NULL;
    if (!p)
        return fail("planner: out of memory");
    p->desk = desk;
    p->seal = seal;
    p->config = config;
    p->swept = p->planned = DATUM_GEEN;
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

enum result planner_once(struct database *base, struct desk *desk, struct seal *seal, const struct config *config,
                         datum today, int *sent, int *failed)
{
    struct planner p = {.desk = desk, .seal = seal, .config = config};
    int more, not_sent;
    *sent = *failed = 0;
    TRY(steward_open(base, true, &p.steward));
    enum result ended = night_work(&p, today);
    if (ended == OK)
        ended = plan_today(&p, today, true);
    do {
        more = not_sent = 0;
        if (ended == OK)
            ended = sender_pass(p.steward, desk, config, &p.stop, &more, &not_sent);
        *sent += more;
        *failed += not_sent;
    } while (ended == OK && more + not_sent > 0);
    steward_close(p.steward);
    return ended;
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
