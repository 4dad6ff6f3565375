#include "web/reaper.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#include "core/clock.h"
#include "core/log.h"

enum { LOOK_EVERY_MS = 500 };

struct wire {
    struct wire *next, **at;
    int fd;
    enum wire_state state;
    int64_t until_micros;
    bool ended;
};

struct reaper {
    pthread_mutex_t lock; /* under it a wire's fd is open: the "closed" notice comes before the close */
    pthread_cond_t wake;
    pthread_t thread;
    bool stopping;
    struct deadlines deadlines;
    struct wire *first;
    int count;
};

static void end_late(struct reaper *r)
{
    int64_t now = clock_micros();
    for (struct wire *w = r->first; w; w = w->next) {
        if (w->until_micros && now > w->until_micros && !w->ended) {
            w->ended = true;
            shutdown(w->fd, SHUT_RDWR);
        }
    }
}

static void *reap(void *p)
{
    struct reaper *r = p;
    pthread_mutex_lock(&r->lock);
    while (!r->stopping) {
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += LOOK_EVERY_MS * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000L;
        until.tv_nsec %= 1000000000L;
        pthread_cond_timedwait(&r->wake, &r->lock, &until);
        end_late(r);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

enum result reaper_start(struct deadlines deadlines, struct reaper **out)
{
    struct reaper *r = calloc(1, sizeof *r);
    *out = NULL;
    if (!r)
        return fail("reaper: no memory");
    r->deadlines = deadlines;
    pthread_mutex_init(&r->lock, NULL);
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&r->wake, &attr);
    pthread_condattr_destroy(&attr);
    if (pthread_create(&r->thread, NULL, reap, r) != 0) {
        free(r);
        return fail("reaper: no thread");
    }
    *out = r;
    return OK;
}

void reaper_stop(struct reaper *r)
{
    pthread_mutex_lock(&r->lock);
    r->stopping = true;
    pthread_cond_signal(&r->wake);
    pthread_mutex_unlock(&r->lock);
    pthread_join(r->thread, NULL);
    while (r->first) {
        struct wire *w = r->first;
        r->first = w->next;
        free(w);
    }
    pthread_mutex_destroy(&r->lock);
    pthread_cond_destroy(&r->wake);
    free(r);
}

static void set_state(struct reaper *r, struct wire *w, enum wire_state state)
{
    int seconds = r->deadlines.seconds[state];
    w->state = state;
    w->until_micros = seconds ? clock_micros() + (int64_t)seconds * 1000000 : 0;
}

struct wire *reaper_add(struct reaper *r, int fd)
{
    struct wire *w = calloc(1, sizeof *w);
    if (!w)
        return NULL;
    w->fd = fd;
    pthread_mutex_lock(&r->lock);
    set_state(r, w, WIRE_HEAD);
    w->next = r->first;
    w->at = &r->first;
    if (r->first)
        r->first->at = &w->next;
    r->first = w;
    r->count++;
    pthread_mutex_unlock(&r->lock);
    return w;
}

void reaper_remove(struct reaper *r, struct wire *w)
{
    if (!w)
        return;
    pthread_mutex_lock(&r->lock);
    *w->at = w->next;
    if (w->next)
        w->next->at = w->at;
    r->count--;
    pthread_mutex_unlock(&r->lock);
    free(w);
}

void reaper_state(struct reaper *r, struct wire *w, enum wire_state state)
{
    if (!w)
        return;
    pthread_mutex_lock(&r->lock);
    set_state(r, w, state);
    pthread_mutex_unlock(&r->lock);
}

int reaper_count(struct reaper *r)
{
    pthread_mutex_lock(&r->lock);
    int n = r->count;
    pthread_mutex_unlock(&r->lock);
    return n;
}

void reaper_end_all(struct reaper *r)
{
    pthread_mutex_lock(&r->lock);
    for (struct wire *w = r->first; w; w = w->next)
        shutdown(w->fd, SHUT_RDWR);
    pthread_mutex_unlock(&r->lock);
}
