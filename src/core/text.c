#include "core/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"

void text_init(struct text *t, size_t max)
{
    *t = (struct text){.max = max};
}

void text_free(struct text *t)
{
    free(t->p);
    *t = (struct text){.max = t->max};
}

static bool text_room(struct text *t, size_t more)
{
    if (t->failed)
        return false;
    if (more > t->max || t->n > t->max - more) {
        t->failed = true;
        return false;
    }
    if (t->n + more + 1 <= t->room)
        return true;
    size_t room = t->room ? t->room : 256;
    while (room < t->n + more + 1)
        room *= 2;
    char *p = realloc(t->p, room);
    if (!p) {
        t->failed = true;
        return false;
    }
    t->p = p;
    t->room = room;
    return true;
}

void text_add(struct text *t, const char *p, size_t n)
{
    if (n == 0 || !text_room(t, n))
        return;
    memcpy(t->p + t->n, p, n);
    t->n += n;
    t->p[t->n] = '\0';
}

void text_str(struct text *t, const char *s)
{
    if (s)
        text_add(t, s, strlen(s));
}

void text_char(struct text *t, char c)
{
    text_add(t, &c, 1);
}

void text_int(struct text *t, int64_t n)
{
    text_printf(t, "%lld", (long long)n);
}

void text_printf(struct text *t, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0 && text_room(t, (size_t)n)) {
        vsnprintf(t->p + t->n, (size_t)n + 1, format, again);
        t->n += (size_t)n;
    }
    va_end(again);
    va_end(args);
}

bool text_failed(const struct text *t)
{
    return t->failed;
}

const char *text_c(struct text *t)
{
    return t->failed || !t->p ? "" : t->p;
}

char *text_take(struct text *t, struct arena *a, size_t *n)
{
    char *s = arena_text(a, t->p, t->failed ? 0 : t->n);
    if (n)
        *n = t->failed ? 0 : t->n;
    text_free(t);
    return s;
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

char *base64url(struct arena *a, const uint8_t *p, size_t n)
{
    char *s = arena_alloc(a, (n * 4 + 2) / 3 + 1), *to = s;
    for (size_t i = 0; i < n; i += 3) {
        uint32_t v = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0) | (i + 2 < n ? p[i + 2] : 0);
        *to++ = alphabet[v >> 18];
        *to++ = alphabet[v >> 12 & 63];
        if (i + 1 < n)
            *to++ = alphabet[v >> 6 & 63];
        if (i + 2 < n)
            *to++ = alphabet[v & 63];
    }
    return s;
}

char *hex(struct arena *a, const uint8_t *p, size_t n)
{
    static const char digits[] = "0123456789abcdef";
    char *s = arena_alloc(a, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        s[2 * i] = digits[p[i] >> 4];
        s[2 * i + 1] = digits[p[i] & 15];
    }
    return s;
}

char *percent_encode(struct arena *a, const char *from)
{
    static const char digits[] = "0123456789ABCDEF";
    char *s = arena_alloc(a, 3 * strlen(from) + 1), *to = s;
    for (const unsigned char *p = (const unsigned char *)from; *p; p++) {
        bool plain =
            (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("-._~", *p);
        if (plain) {
            *to++ = (char)*p;
            continue;
        }
        *to++ = '%';
        *to++ = digits[*p >> 4];
        *to++ = digits[*p & 15];
    }
    return s;
}
