/* tests/core/pdf_file.h: small PDFs made by hand, piece by piece, with a table at the end; good ones and others. For
 * test programs, after cmocka.h. */
#ifndef TESTS_CORE_PDF_FILE_H
#define TESTS_CORE_PDF_FILE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

enum { ROOM = 4 << 20, MOST = 25000 };
struct pdf {
    uint8_t *p;
    size_t n;
    int objects; /* the last number given */
    struct {
        int type;
        size_t a;
        int b;
    } at[MOST];
};
static struct pdf file;

static inline void put(const void *p, size_t n)
{
    assert_true(file.n + n < ROOM);
    memcpy(file.p + file.n, p, n);
    file.n += n;
}

static inline void puts_(const char *s)
{
    put(s, strlen(s));
}

static inline void printf_(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline void printf_(const char *format, ...)
{
    char s[500];
    va_list ap;
    va_start(ap, format);
    vsnprintf(s, sizeof(s), format, ap);
    va_end(ap);
    puts_(s);
}

static inline void begin(void)
{
    if (!file.p)
        file.p = malloc(ROOM);
    file.n = 0;
    file.objects = 0;
    puts_("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

static inline int number(void)
{
    assert_true(++file.objects < MOST);
    file.at[file.objects].type = 1;
    file.at[file.objects].a = file.n;
    file.at[file.objects].b = 0;
    printf_("%d 0 obj\n", file.objects);
    return file.objects;
}

static inline int object(const char *body)
{
    int o = number();
    puts_(body);
    puts_("\nendobj\n");
    return o;
}

static inline int stream(const char *dict, const void *p, size_t n)
{
    int o = number();
    printf_("<< /Length %zu %s >>\nstream\n", n, dict);
    put(p, n);
    puts_("\nendstream\nendobj\n");
    return o;
}

static inline void end(const char *trailer)
{
    size_t xref = file.n;
    printf_("xref\n0 %d\n0000000000 65535 f \n", file.objects + 1);
    for (int i = 1; i <= file.objects; i++)
        printf_("%010zu 00000 n \n", file.at[i].a);
    printf_("trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%zu\n%%%%EOF\n", file.objects + 1, trailer, xref);
}

static inline void put_number(uint8_t *p, size_t v, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--, v >>= 8)
        p[i] = (uint8_t)v;
}

/* As PDF 1.5 does it: the table in a stream, so that objects may stand inside streams. */
static inline void end_stream(void)
{
    static uint8_t table[MOST * 7];
    char dict[200];
    size_t xref = file.n;
    int size = file.objects + 2;
    memset(table, 0, sizeof(table));
    for (int i = 1; i <= file.objects; i++) {
        table[i * 7] = (uint8_t)file.at[i].type;
        put_number(table + i * 7 + 1, file.at[i].a, 4);
        put_number(table + i * 7 + 5, (size_t)file.at[i].b, 2);
    }
    table[(size - 1) * 7] = 1;
    put_number(table + (size - 1) * 7 + 1, xref, 4);
    snprintf(dict, sizeof(dict), "/Type /XRef /W [1 4 2] /Size %d /Root 1 0 R", size);
    stream(dict, table, (size_t)size * 7);
    printf_("startxref\n%zu\n%%%%EOF\n", xref);
}

static inline void pages(const char *catalog, const char *page)
{
    char s[1000];
    snprintf(s, sizeof(s), "<< /Type /Catalog /Pages 2 0 R %s >>", catalog);
    object(s);
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    snprintf(s, sizeof(s), "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>", page);
    object(s);
    stream("", "0 0 10 10 re f", 14);
}

static inline void plain(void)
{
    begin();
    pages("", "");
    end("");
}

/* ---- objects inside a stream ---- */

/* zeros: so many bytes of nothing after the start, deflated `times` times over. The caller frees. */
static inline uint8_t *deflated(const char *start, size_t zeros, int times, size_t *n)
{
    static const uint8_t nothing[1 << 16];
    uint8_t *out = malloc(ROOM);
    z_stream z;
    memset(&z, 0, sizeof(z));
    assert_int_equal(deflateInit(&z, 9), Z_OK);
    z.next_out = out;
    z.avail_out = ROOM;
    z.next_in = (Bytef *)(uintptr_t)start;
    z.avail_in = (uInt)strlen(start);
    assert_int_equal(deflate(&z, Z_NO_FLUSH), Z_OK);
    for (size_t left = zeros; left > 0; left -= z.avail_in) {
        z.next_in = (Bytef *)(uintptr_t)nothing;
        z.avail_in = left < sizeof(nothing) ? (uInt)left : (uInt)sizeof(nothing);
        left -= z.avail_in;
        assert_int_equal(deflate(&z, Z_NO_FLUSH), Z_OK);
    }
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    *n = z.total_out;
    deflateEnd(&z);
    if (times > 1) {
        uLongf room = ROOM;
        uint8_t *again = malloc(ROOM);
        assert_int_equal(compress2(again, &room, out, *n, 9), Z_OK);
        free(out);
        out = again;
        *n = room;
    }
    return out;
}

/* Object 6 stands in the object stream 5. */
static const char *type = "/ObjStm";

static inline void in_object_stream(const char *body, size_t zeros, int times)
{
    size_t n;
    char dict[200], start[500];
    snprintf(start, sizeof(start), "6 0 %s\n", body);
    uint8_t *p = deflated(start, zeros, times, &n);
    begin();
    pages("", "");
    snprintf(dict, sizeof(dict), "/Type %s /N 1 /First 4 /Filter %s", type,
             times > 1 ? "[/FlateDecode /FlateDecode]" : "/FlateDecode");
    int o = stream(dict, p, n);
    free(p);
    file.objects++;
    file.at[file.objects].type = 2;
    file.at[file.objects].a = (size_t)o;
    file.at[file.objects].b = 0;
    end_stream();
}

#endif
