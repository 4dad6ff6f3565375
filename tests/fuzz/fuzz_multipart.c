/* The same multipart body whole and in pieces: both must say the same. First byte: size of the pieces. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "web/body.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int feed(struct arena *a, const char *p, size_t n, size_t piece, struct typed_list *out, struct upload *upload)
{
    const char *sentence;
    struct body *b = body_new(a, BODY_MULTIPART, "xyz", (struct body_limits){4000, "/tmp", n % 2 == 1});
    for (size_t at = 0; at < n; at += piece)
        body_feed(b, p + at, n - at < piece ? n - at : piece);
    return body_end(b, out, upload, &sentence);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const char *p = (const char *)data + 1;
    struct arena *a = arena_new();
    struct typed_list whole, pieces;
    struct upload one, other;
    int x = feed(a, p, size - 1, size, &whole, &one), y = feed(a, p, size - 1, (size_t)data[0] + 1, &pieces, &other);
    assert((x == 0) == (y == 0));
    assert(x == 0 || (whole.n == 0 && !one.path));
    if (x == 0) {
        assert(whole.n == pieces.n && one.n == other.n);
        for (size_t i = 0; i < whole.n; i++)
            assert(strcmp(whole.list[i].name, pieces.list[i].name) == 0 &&
                   strcmp(whole.list[i].value, pieces.list[i].value) == 0);
    }
    arena_free(a);
    return 0;
}
