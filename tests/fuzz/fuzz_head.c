/* Head: the input is read as "method\ntarget\nname\nvalue\n…"; whatever it is, what comes out as good keeps its
 * promises. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "web/head.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *line(struct arena *a, const char **p, const char *end, size_t *n)
{
    const char *stop = *p < end ? memchr(*p, '\n', (size_t)(end - *p)) : NULL;
    if (!stop)
        stop = end;
    *n = (size_t)(stop - *p);
    char *s = arena_text(a, *p, *n);
    *p = stop < end ? stop + 1 : end;
    return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    const char *p = (const char *)data, *end = p + size, *why = NULL;
    size_t n, count = 0;
    const char *method = line(a, &p, end, &n), *target = line(a, &p, end, &n);
    struct head_line lines[HEAD_LINES_MAX + 2];
    while (p < end && count < HEAD_LINES_MAX + 2) {
        lines[count].name = line(a, &p, end, &lines[count].name_n);
        lines[count].value = line(a, &p, end, &lines[count].value_n);
        count++;
    }
    struct head h;
    int status = head_read(a, method, target, lines, count, &h, &why);
    assert(status == 0 || (status >= 400 && status < 500));
    if (status == 0) {
        assert(h.path[0] == '/' && !strchr(h.path, '?'));
        assert(h.is_post || h.content_length == 0);
        assert(!h.is_post || h.body != BODY_NONE);
        assert(h.body != BODY_MULTIPART || (strlen(h.boundary) >= 2 && strlen(h.boundary) <= 70));
        assert(!h.session || is_token(h.session, strlen(h.session)));
    }
    arena_free(a);
    return 0;
}
