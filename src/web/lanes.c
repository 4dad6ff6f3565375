#include "web/lanes.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "core/log.h"
#include "data/database.h"
#include "data/desk.h"

struct lanes {
    const struct site *site;
    pthread_key_t key; /* struct readers of each thread */
    pthread_mutex_t lock;
    pthread_cond_t more;
    struct exchange *first, **last;
    int waiting;
    bool refusing, stopping;
    pthread_t workers[SLOW_WORKERS];
    int n_workers;
    atomic_int away;
};

/* ---- readers ---- */

static void close_readers(void *p)
{
    readers_close(p);
}

struct readers *lanes_readers(struct lanes *l)
{
    struct readers *r = pthread_getspecific(l->key);
    if (r)
        return r;
    if (readers_open(l->site->base, &r) != OK)
        return NULL;
    if (pthread_setspecific(l->key, r) != 0) {
        readers_close(r);
        log_error("no room for the readers of a thread");
        return NULL;
    }
    return r;
}

/* ---- back to the socket ---- */

/* After the resume the exchange is the other thread's: nothing of it may be touched. */
static void come_back(struct lanes *l, struct exchange *x, enum result ended)
{
    x->ended = ended;
    MHD_resume_connection(x->connection);
    atomic_fetch_sub(&l->away, 1);
}

/* ---- desk ---- */

static struct exchange *exchange_of_task(struct desk_task *task)
{
    return (struct exchange *)(void *)((char *)task - offsetof(struct exchange, task));
}

static enum result at_desk(struct desk_task *task, struct desk_job *job)
{
    return walk_desk(exchange_of_task(task), job);
}

static void desk_done(struct desk_task *task, enum result ended)
{
    struct exchange *x = exchange_of_task(task);
    come_back(x->lanes, x, ended);
}

static void to_desk(struct lanes *l, struct exchange *x)
{
    x->task = (struct desk_task){.run = at_desk, .done = desk_done};
    enum result e = desk_submit(l->site->desk, &x->task);
    if (e != OK)
        come_back(l, x, e);
}

/* ---- slow workers ---- */

static struct exchange *next_slow(struct lanes *l)
{
    pthread_mutex_lock(&l->lock);
    while (!l->first && !l->stopping)
        pthread_cond_wait(&l->more, &l->lock);
    struct exchange *x = l->first;
    if (x) {
        l->first = x->next;
        if (!l->first)
            l->last = &l->first;
        l->waiting--;
    }
    pthread_mutex_unlock(&l->lock);
    return x;
}

static void work(struct lanes *l, struct exchange *x)
{
    struct readers *readers = lanes_readers(l);
    enum result e = readers ? walk_slow(x, readers) : FAILED;
    if (e == OK && x->to_desk)
        to_desk(l, x);
    else
        come_back(l, x, e);
}

static void *worker(void *p)
{
    struct lanes *l = p;
    for (struct exchange *x = next_slow(l); x; x = next_slow(l))
        work(l, x);
    return NULL;
}

static bool to_slow(struct lanes *l, struct exchange *x)
{
    bool room;
    pthread_mutex_lock(&l->lock);
    room = l->waiting < SLOW_QUEUE && !l->refusing;
    if (room) {
        x->next = NULL;
        *l->last = x;
        l->last = &x->next;
        l->waiting++;
        pthread_cond_signal(&l->more);
    }
    pthread_mutex_unlock(&l->lock);
    return room;
}

void lanes_send(struct lanes *l, struct exchange *x, enum lane lane)
{
    x->lanes = l;
    atomic_fetch_add(&l->away, 1);
    MHD_suspend_connection(x->connection);
    if (lane == LANE_DESK)
        to_desk(l, x);
    else if (!to_slow(l, x))
        come_back(l, x, BUSY);
}

int lanes_away(struct lanes *l)
{
    return atomic_load(&l->away);
}

/* ---- start and stop ---- */

enum result lanes_start(const struct site *site, struct lanes **out)
{
    struct lanes *l = calloc(1, sizeof *l);
    *out = NULL;
    if (!l)
        return fail("lanes: no memory");
    l->site = site;
    l->last = &l->first;
    pthread_mutex_init(&l->lock, NULL);
    pthread_cond_init(&l->more, NULL);
    if (pthread_key_create(&l->key, close_readers) != 0) {
        free(l);
        return fail("lanes: no thread key");
    }
    for (int i = 0; i < SLOW_WORKERS; i++) {
        if (pthread_create(&l->workers[i], NULL, worker, l) != 0) {
            lanes_stop(l);
            return fail("lanes: no thread");
        }
        l->n_workers++;
    }
    *out = l;
    return OK;
}

void lanes_refuse(struct lanes *l)
{
    pthread_mutex_lock(&l->lock);
    struct exchange *x = l->first;
    l->first = NULL;
    l->last = &l->first;
    l->waiting = 0;
    l->refusing = true;
    pthread_mutex_unlock(&l->lock);
    while (x) {
        struct exchange *next = x->next;
        come_back(l, x, BUSY);
        x = next;
    }
}

void lanes_stop(struct lanes *l)
{
    pthread_mutex_lock(&l->lock);
    l->stopping = true;
    pthread_cond_broadcast(&l->more);
    pthread_mutex_unlock(&l->lock);
    for (int i = 0; i < l->n_workers; i++)
        pthread_join(l->workers[i], NULL);
    pthread_key_delete(l->key);
    pthread_mutex_destroy(&l->lock);
    pthread_cond_destroy(&l->more);
    free(l);
}
