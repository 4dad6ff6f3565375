#include "web/touch.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/log.h"
#include "core/rnd.h"
#include "data/desk.h"
#include "web/head.h"
#include "web/web_store.h"

enum { PLACES = 4096, EVERY_SEC = 60 };

/* Where two sessions share a place, one of them is touched more often than needed: harmless. */
struct place {
    uint64_t key;
    int64_t sec;
};
struct touches {
    pthread_mutex_t lock;
    const struct site *site;
    struct place places[PLACES];
};

struct touch {
    struct desk_task task;
    const struct site *site;
    tijdstip now;
    char token[TOKEN_TEXT + 1];
};

static enum result touch_run(struct desk_task *task, struct desk_job *job)
{
    struct touch *t = (struct touch *)(void *)task;
    job_viewer(job, NULL);
    job_unlogged(job, "sessie gezien");
    enum result e = t->site->session_touch(store_gate(job), t->token, t->now);
    return e == NOT_FOUND ? OK : e; /* ended in between */
}

static void touch_done(struct desk_task *task, enum result ended)
{
    struct touch *t = (struct touch *)(void *)task;
    if (ended != OK)
        log_warn("a session was not touched: %s", result_name(ended));
    explicit_bzero(t->token, sizeof t->token);
    free(t);
}

enum result touches_new(const struct site *site, struct touches **out)
{
    struct touches *t = calloc(1, sizeof *t);
    *out = t;
    if (!t)
        return fail("touches: no memory");
    t->site = site;
    pthread_mutex_init(&t->lock, NULL);
    return OK;
}

void touches_free(struct touches *t)
{
    if (!t)
        return;
    pthread_mutex_destroy(&t->lock);
    free(t);
}

static bool is_due(struct touches *t, const char *token, tijdstip now)
{
    uint8_t hash[32];
    uint64_t key;
    token_hash(token, hash);
    memcpy(&key, hash, sizeof key);
    pthread_mutex_lock(&t->lock);
    struct place *p = &t->places[key % PLACES];
    bool due = p->key != key || now.sec >= p->sec + EVERY_SEC || now.sec < p->sec; /* clocks can be set back */
    if (due)
        *p = (struct place){key, now.sec};
    pthread_mutex_unlock(&t->lock);
    return due;
}

void touch_session(struct touches *t, const char *token, tijdstip now)
{
    if (!t->site->session_touch || !is_due(t, token, now))
        return;
    struct touch *task = calloc(1, sizeof *task);
    if (!task)
        return;
    task->task.run = touch_run;
    task->task.done = touch_done;
    task->site = t->site;
    task->now = now;
    memcpy(task->token, token, TOKEN_TEXT);
    if (desk_submit(t->site->desk, &task->task) != OK)
        free(task); /* a full desk has better things to do; the next page tries again */
}
