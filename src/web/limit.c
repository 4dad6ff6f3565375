/* web/limit.c: a fixed table of buckets, eight places per address; the longest idle one gives way. So memory is bounded
 * whoever comes, and an address that was pushed out merely starts with a full bucket. */
#include "web/limit.h"

#include <pthread.h>
#include <stdlib.h>

enum { BUCKETS = 8192, PROBES = 8 };

struct bucket {
    uint64_t key;
    int64_t micros;
    double left[LIMIT_KINDS];
    int at_once;
    bool used;
};

struct limits {
    pthread_mutex_t lock;
    struct limit_rate rate[LIMIT_KINDS];
    int at_once;
    struct bucket buckets[BUCKETS];
};

enum result limits_new(struct limit_rate all, struct limit_rate door, int at_once, struct limits **out)
{
    struct limits *l = calloc(1, sizeof *l);
    *out = l;
    if (!l)
        return fail("limits: no memory");
    pthread_mutex_init(&l->lock, NULL);
    l->rate[LIMIT_ALL] = all;
    l->rate[LIMIT_DOOR] = door;
    l->at_once = at_once;
    return OK;
}

void limits_free(struct limits *l)
{
    if (!l)
        return;
    pthread_mutex_destroy(&l->lock);
    free(l);
}

enum result limits_for(const struct config *c, struct limits **out)
{
    int at_once = c->proxy[0] ? c->connections_per_address : 0;
    if (c->plain_http)
        return limits_new((struct limit_rate){0, 0}, (struct limit_rate){600, 200}, at_once, out);
    return limits_new((struct limit_rate){1000, 1000}, (struct limit_rate){60, 10}, at_once, out);
}

static uint64_t mix(uint64_t x)
{
    x ^= x >> 33;
    x *= UINT64_C(0xff51afd7ed558ccd);
    x ^= x >> 33;
    return x;
}

static struct bucket *bucket_of(struct limits *l, uint64_t key, int64_t micros)
{
    uint64_t at = mix(key);
    struct bucket *oldest = NULL;
    for (int i = 0; i < PROBES; i++) {
        struct bucket *b = &l->buckets[(at + (uint64_t)i) % BUCKETS];
        if (b->used && b->key == key)
            return b;
        bool better = !oldest || (oldest->used && (!b->used || b->micros < oldest->micros));
        if (b->at_once == 0 && better)
            oldest = b;
    }
    if (!oldest)
        oldest = &l->buckets[at % BUCKETS]; /* all eight have requests under way: shared for once */
    if (oldest->at_once == 0)
        *oldest = (struct bucket){
            .key = key, .micros = micros, .used = true, .left = {l->rate[LIMIT_ALL].burst, l->rate[LIMIT_DOOR].burst}};
    return oldest;
}

static void refill(const struct limits *l, struct bucket *b, int64_t micros)
{
    double seconds = (double)(micros - b->micros) / 1e6;
    if (seconds <= 0)
        return;
    for (int k = 0; k < LIMIT_KINDS; k++) {
        b->left[k] += seconds * l->rate[k].per_sec_times_10 / 10.0;
        if (b->left[k] > l->rate[k].burst)
            b->left[k] = l->rate[k].burst;
    }
    b->micros = micros;
}

int limit_take(struct limits *l, uint64_t key, enum limit_kind kind, int64_t micros)
{
    if (l->rate[kind].burst == 0)
        return 0;
    int wait = 0;
    pthread_mutex_lock(&l->lock);
    struct bucket *b = bucket_of(l, key, micros);
    refill(l, b, micros);
    if (b->left[kind] >= 1)
        b->left[kind] -= 1;
    else
        wait = 1 + (int)((1 - b->left[kind]) * 10.0 / l->rate[kind].per_sec_times_10);
    pthread_mutex_unlock(&l->lock);
    return wait;
}

bool limit_enter(struct limits *l, uint64_t key, int64_t micros)
{
    if (l->at_once == 0)
        return true;
    pthread_mutex_lock(&l->lock);
    struct bucket *b = bucket_of(l, key, micros);
    bool fine = b->at_once < l->at_once;
    b->at_once += fine;
    pthread_mutex_unlock(&l->lock);
    return fine;
}

void limit_leave(struct limits *l, uint64_t key)
{
    if (l->at_once == 0)
        return;
    pthread_mutex_lock(&l->lock);
    uint64_t at = mix(key);
    struct bucket *found = &l->buckets[at % BUCKETS];
    for (int i = 0; i < PROBES; i++) {
        struct bucket *b = &l->buckets[(at + (uint64_t)i) % BUCKETS];
        if (b->used && b->key == key)
            found = b;
    }
    if (found->at_once > 0)
        found->at_once--;
    pthread_mutex_unlock(&l->lock);
}
