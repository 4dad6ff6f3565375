/* build/htmlc/buffer.h: a growing text for the template compiler, which stands alone and so has its own. Never fails:
 * without memory it exits. */
#ifndef HTMLC_BUFFER_H
#define HTMLC_BUFFER_H

#include <stddef.h>

struct buffer {
    char *p; /* owned; NUL-terminated once something was added */
    size_t n, room;
};

void buffer_add(struct buffer *b, const char *p, size_t n);
void buffer_addf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *buffer_text(const struct buffer *b); /* "" when nothing was added */
void buffer_free(struct buffer *b);

#endif
