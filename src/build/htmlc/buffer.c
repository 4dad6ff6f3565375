#include "build/htmlc/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void room_for(struct buffer *b, size_t n)
{
    if (b->n + n + 1 <= b->room)
        return;
    b->room = (b->n + n + 1) * 2;
    b->p = realloc(b->p, b->room);
    if (!b->p) {
        fputs("htmlc: no memory\n", stderr);
        exit(1);
    }
}

void buffer_add(struct buffer *b, const char *p, size_t n)
{
    room_for(b, n);
    if (n > 0)
        memcpy(b->p + b->n, p, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void buffer_addf(struct buffer *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        return;
    room_for(b, (size_t)n);
    va_start(args, format);
    vsnprintf(b->p + b->n, (size_t)n + 1, format, args);
    va_end(args);
    b->n += (size_t)n;
}

const char *buffer_text(const struct buffer *b)
{
    return b->p ? b->p : "";
}

void buffer_free(struct buffer *b)
{
    free(b->p);
    *b = (struct buffer){.n = 0};
}
