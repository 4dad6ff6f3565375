/* core/arena.c: blocks of 16 KiB (larger for a large piece), bumped; unused space is poisoned under ASan so that a step
 * past a piece shows. A few free blocks are kept per thread: a request costs no malloc once its thread is warm. */
#include "core/arena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
enum { REDZONE = 16 };
#else
#define POISON(p, n)   ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
enum { REDZONE = 0 };
#endif

enum { BLOCK = 16 * 1024, ALIGN = 16, KEPT = 8 };

struct block {
    struct block *next;
    size_t room, used;
    _Alignas(ALIGN) unsigned char bytes[];
};
struct cleanup {
    struct cleanup *next;
    void (*fn)(void *);
    void *what;
};
struct arena {
    struct block *blocks;
    struct cleanup *cleanups;
    size_t used;
};

static _Thread_local struct block *kept; /* free blocks of this thread */
static _Thread_local int n_kept;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;
static pthread_key_t key; /* only for its destructor: the free blocks go with their thread */

static void drop_kept(void *list)
{
    (void)list;
    while (kept) {
        struct block *b = kept;
        kept = b->next;
        free(b);
    }
    n_kept = 0;
}

static void key_make(void)
{
    if (pthread_key_create(&key, drop_kept) != 0) {
        log_error("no thread key: stopping");
        abort();
    }
}

static void *must_alloc(size_t n)
{
    void *p = malloc(n);
    if (!p) {
        log_error("out of memory (%zu bytes): stopping", n);
        abort();
    }
    return p;
}

static struct block *block_new(size_t room)
{
    struct block *b = kept;
    if (room <= BLOCK && b) {
        kept = b->next;
        n_kept--;
    } else {
        room = room > BLOCK ? room : BLOCK;
        b = must_alloc(sizeof(*b) + room);
        b->room = room;
    }
    b->used = 0;
    POISON(b->bytes, b->room);
    return b;
}

static void block_free(struct block *b)
{
    UNPOISON(b->bytes, b->room);
    if (b->room == BLOCK && n_kept < KEPT) {
        b->next = kept;
        kept = b;
        n_kept++;
        pthread_once(&key_once, key_make);
        if (pthread_setspecific(key, b) == 0)
            return;
        drop_kept(NULL);
        return;
    }
    free(b);
}

struct arena *arena_new(void)
{
    struct arena *a = must_alloc(sizeof(*a));
    *a = (struct arena){.blocks = NULL};
    return a;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    for (struct cleanup *c = a->cleanups; c; c = c->next)
        c->fn(c->what);
    for (struct block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        block_free(b);
    }
    free(a);
}

void *arena_alloc(struct arena *a, size_t n)
{
    if (n > SIZE_MAX / 4) {
        log_error("an allocation of %zu bytes is a mistake: stopping", n);
        abort();
    }
    size_t whole = ((n ? n : 1) + REDZONE + ALIGN - 1) / ALIGN * ALIGN;
    struct block *b = a->blocks;
    if (!b || b->room - b->used < whole) {
        b = block_new(whole);
        /* a large piece goes behind the current block, whose rest stays in use */
        if (a->blocks && whole > BLOCK / 4) {
            b->next = a->blocks->next;
            a->blocks->next = b;
        } else {
            b->next = a->blocks;
            a->blocks = b;
        }
    }
    void *p = b->bytes + b->used;
    b->used += whole;
    a->used += n;
    UNPOISON(p, n);
    return memset(p, 0, n);
}

void *arena_alloc_array(struct arena *a, size_t count, size_t size)
{
    size_t n;
    if (__builtin_mul_overflow(count, size, &n))
        n = SIZE_MAX;
    return arena_alloc(a, n);
}

char *arena_text(struct arena *a, const char *p, size_t n)
{
    char *s = arena_alloc(a, n + 1);
    if (n > 0)
        memcpy(s, p, n);
    return s;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return s ? arena_text(a, s, strlen(s)) : NULL;
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *s = arena_alloc(a, n < 0 ? 1 : (size_t)n + 1);
    if (n > 0)
        vsnprintf(s, (size_t)n + 1, format, again);
    va_end(again);
    return s;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *s = arena_vprintf(a, format, args);
    va_end(args);
    return s;
}

void arena_cleanup(struct arena *a, void (*fn)(void *what), void *what)
{
    struct cleanup *c = ARENA_NEW(a, struct cleanup);
    *c = (struct cleanup){a->cleanups, fn, what};
    a->cleanups = c;
}

size_t arena_used(const struct arena *a)
{
    return a->used;
}
