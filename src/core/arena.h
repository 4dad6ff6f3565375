/* core/arena.h: the memory of one request (or one job).
 *
 * Everything a page needs lives in its arena and goes at once. An allocation never fails visibly: inputs are bounded,
 * so the arena is; should malloc fail all the same, the process logs and aborts (kill -9 is a tested road). Zeroed
 * memory. */
#ifndef CORE_ARENA_H
#define CORE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);                /* caller frees with arena_free */
void arena_free(struct arena *a);             /* runs the cleanups, last registered first; NULL is fine */
void *arena_alloc(struct arena *a, size_t n); /* zeroed, aligned for any type */
void *arena_alloc_array(struct arena *a, size_t count, size_t size); /* multiplication checked */
char *arena_text(struct arena *a, const char *p, size_t n);          /* a copy of n bytes, NUL-terminated */
char *arena_strdup(struct arena *a, const char *s);                  /* NULL gives NULL */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
/* Calls fn(what) when the arena goes. For wiping secrets and closing what is not memory. */
void arena_cleanup(struct arena *a, void (*fn)(void *what), void *what);
size_t arena_used(const struct arena *a); /* bytes handed out so far */

#define ARENA_NEW(a, type)      ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc_array((a), (n), sizeof(type)))

#endif
