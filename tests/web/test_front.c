/* The pure parts of the front: head, bodies, router, addresses, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail

#include "web/address.h"
#include "web/body.h"
#include "web/head.h"
#include "web/limit.h"
#include "web/router.h"

/* ---- head ---- */

#define LINE(n, v)                                                                                                     \
    {                                                                                                                  \
        n, sizeof(n) - 1, v, sizeof(v) - 1                                                                             \
    }
#define GOOD LINE("Host", "localhost")
#define FORM LINE("Content-Type", "application/x-www-form-urlencoded")

static int head_of(const char *method, const char *target, const struct head_line *lines, size_t n)
{
    struct arena *a = arena_new();
    struct head h;
    const char *why;
    int status = head_read(a, method, target, lines, n, &h, &why);
    arena_free(a);
    return status;
}
#define HEAD(method, target, ...)                                                                                      \
    head_of(method, target, (const struct head_line[]){__VA_ARGS__},                                                   \
            sizeof((const struct head_line[]){__VA_ARGS__}) / sizeof(struct head_line))

static void test_head(void **state)
{
    (void)state;
    assert_int_equal(HEAD("GET", "/", GOOD), 0);
    assert_int_equal(HEAD("HEAD", "/a?b=c", GOOD), 0);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, LINE("Content-Length", "3")), 0);
    assert_int_equal(HEAD("POST", "/", GOOD, LINE("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
                          LINE("Content-Length", "3")),
                     0);
    assert_int_equal(
        HEAD("POST", "/", GOOD, LINE("Content-Type", "multipart/form-data; boundary=abc"), LINE("Content-Length", "3")),
        0);
    assert_int_equal(head_of("GET", "/", NULL, 0), 400);
    assert_int_equal(HEAD("GET", "/", GOOD, GOOD), 400);
    assert_int_equal(HEAD("GET", "/", GOOD, LINE("Transfer-Encoding", "chunked")), 400);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, LINE("Content-Length", "3"), LINE("transfer-encoding", "xchunked")),
                     400);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, LINE("Content-Length", "3"), LINE("Content-Length", "3")), 400);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, LINE("Content-Length", "+3")), 400);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, LINE("Content-Length", "")), 400);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, LINE("Content-Length ", "3")), 400);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM), 411);
    assert_int_equal(HEAD("POST", "/", GOOD, LINE("Content-Length", "3")), 415);
    assert_int_equal(HEAD("POST", "/", GOOD, LINE("Content-Type", "text/plain"), LINE("Content-Length", "3")), 415);
    assert_int_equal(HEAD("POST", "/", GOOD, FORM, FORM, LINE("Content-Length", "3")), 400);
    assert_int_equal(HEAD("POST", "/", GOOD, LINE("Content-Type", "multipart/form-data"), LINE("Content-Length", "3")),
                     400);
    assert_int_equal(
        HEAD("POST", "/", GOOD, LINE("Content-Type", "multipart/form-data; boundary=a"), LINE("Content-Length", "3")),
        400);
    assert_int_equal(HEAD("POST", "/", GOOD, LINE("Content-Type", "multipart/form-data; boundary=\"ab"),
                          LINE("Content-Length", "3")),
                     400);
    assert_int_equal(HEAD("GET", "/", GOOD, LINE("Content-Length", "3")), 400);
    assert_int_equal(HEAD("GET", "/", GOOD, LINE("Content-Length", "0")), 0);
    assert_int_equal(HEAD("GET", "/", GOOD, LINE("X F", "b")), 400);
    assert_int_equal(HEAD("GET", "/", GOOD, LINE("", "b")), 400);
    assert_int_equal(HEAD("GET", "/", GOOD, LINE("X", "a\0b")), 400);
    assert_int_equal(HEAD("TRACE", "/", GOOD), 405);
    assert_int_equal(HEAD("OPTIONS", "*", GOOD), 405);
    assert_int_equal(HEAD("G@T", "/", GOOD), 405);
    assert_int_equal(HEAD("get", "/", GOOD), 405);
    assert_int_equal(HEAD("GET", "http://evil/a", GOOD), 404);
    assert_int_equal(HEAD("GET", "/a\x80", GOOD), 400);
}

static void test_cookies(void **state)
{
    (void)state;
    static const char token[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO-_";
    struct arena *a = arena_new();
    struct head h;
    const char *why;
    char one[200], two[300];
    snprintf(one, sizeof one, "x=1; __Host-sr=%s; __Host-sr-melding=abc", token);
    snprintf(two, sizeof two, "__Host-sr=%s; __Host-sr=%s", token, token);
    struct head_line lines[] = {GOOD, {"Cookie", 6, one, strlen(one)}, {"Cookie", 6, one, strlen(one)}};
    assert_int_equal(head_read(a, "GET", "/", lines, 2, &h, &why), 0);
    assert_string_equal(h.session, token);
    assert_string_equal(h.flash, "abc");
    assert_null(h.before);
    assert_int_equal(head_read(a, "GET", "/", lines, 3, &h, &why), 0);
    assert_null(h.session); /* the same cookie in two headers: none */
    lines[1] = (struct head_line){"Cookie", 6, two, strlen(two)};
    assert_int_equal(head_read(a, "GET", "/", lines, 2, &h, &why), 0);
    assert_null(h.session);
    lines[1] = (struct head_line){"Cookie", 6, "__Host-sr=short", 15};
    assert_int_equal(head_read(a, "GET", "/", lines, 2, &h, &why), 0);
    assert_null(h.session);
    arena_free(a);
}

/* ---- bodies ---- */

struct body_case {
    enum body_kind kind;
    const char *boundary;
    size_t limit;
    const char *tmp;
    bool in_memory;
};

/* Feeds it in pieces of `piece` bytes; the status. */
static int feed(struct arena *a, struct body_case c, const char *p, size_t n, size_t piece, struct typed_list *out,
                struct upload *upload)
{
    const char *sentence;
    struct body *b = body_new(a, c.kind, c.boundary, (struct body_limits){c.limit, c.tmp, c.in_memory});
    for (size_t at = 0; at < n; at += piece)
        body_feed(b, p + at, n - at < piece ? n - at : piece);
    return body_end(b, out, upload, &sentence);
}

static int urlencoded(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct typed_list out;
    struct upload upload;
    int status = feed(a, (struct body_case){BODY_URLENCODED, "", 100, NULL, false}, p, n, 3, &out, &upload);
    assert_true(status == 0 || out.n == 0);
    arena_free(a);
    return status;
}
#define URL(s) urlencoded(s, sizeof(s) - 1)

static void test_urlencoded(void **state)
{
    (void)state;
    assert_int_equal(URL(""), 0);
    assert_int_equal(URL("a=1&b=x+y%26"), 0);
    assert_int_equal(URL("a=1&"), 0);
    assert_int_equal(URL("a=%C3%A9"), 0);
    assert_int_equal(URL("a=1\r\n"), 0);
    static const char *const bad[] = {"a",   "a=1&&b=2", "=1",    "a=%4",  "a=%zz", "a=%00",
                                      "a=%", "%00=1",    "a=%ff", "a=%07", "a=\xff"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(urlencoded(bad[i], strlen(bad[i])), 400);
    assert_int_equal(URL("a=b\0c"), 400);
    char big[103];
    memset(big, 'x', sizeof big);
    big[1] = '=';
    assert_int_equal(urlencoded(big, 100), 0); /* to the byte */
    assert_int_equal(urlencoded(big, 101), 413);
    char name[80] = "";
    memset(name, 'n', 65);
    strcpy(name + 65, "=1");
    assert_int_equal(urlencoded(name, 67), 400);
    assert_int_equal(urlencoded(name + 1, 66), 0);
    struct arena *a = arena_new();
    struct typed_list out;
    assert_true(urlencoded_read(a, "q=a+b&leeg&z=", 13, false, &out));
    assert_int_equal(out.n, 3);
    assert_string_equal(typed_value(&out, "q"), "a b");
    assert_string_equal(typed_value(&out, "leeg"), "");
    arena_free(a);
}

#define PART(name, value) "--xyz\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(file, value)                                                                                         \
    "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" file                                            \
    "\"\r\nContent-Type: application/pdf\r\n\r\n" value "\r\n"
#define LAST "--xyz--"

static int multipart(const char *p, size_t n, size_t piece, const char *tmp)
{
    struct arena *a = arena_new();
    struct typed_list out;
    struct upload upload;
    int status = feed(a, (struct body_case){BODY_MULTIPART, "xyz", 10000, tmp, false}, p, n, piece, &out, &upload);
    assert_true(status == 0 || (out.n == 0 && !upload.path));
    arena_free(a);
    return status;
}
#define MULTI(s) multipart(s, sizeof(s) - 1, 5, "/tmp")

static void test_multipart_pieces(void **state)
{
    (void)state;
    static const char whole[] = PART("a", "1") PART("leeg", "") PART("b", "x\r\n--xy y")
        FILE_PART("C:\\map\\over%22eenkomst.pdf", "%PDF\r\n-\0-xyz") LAST "\r\n";
    for (size_t piece = 1; piece < sizeof whole; piece++) {
        struct arena *a = arena_new();
        struct typed_list out;
        struct upload upload;
        assert_int_equal(feed(a, (struct body_case){BODY_MULTIPART, "xyz", 10000, "/tmp", false}, whole,
                              sizeof whole - 1, piece, &out, &upload),
                         0);
        assert_int_equal(out.n, 3);
        assert_string_equal(typed_value(&out, "a"), "1");
        assert_string_equal(typed_value(&out, "leeg"), "");
        assert_string_equal(typed_value(&out, "b"), "x\r\n--xy y");
        assert_string_equal(upload.filename, "over%22eenkomst.pdf");
        assert_int_equal(upload.n, 12);
        struct stat st;
        assert_int_equal(stat(upload.path, &st), 0);
        assert_int_equal(st.st_size, 12);
        assert_int_equal(st.st_mode & 0777, 0600);
        char path[200];
        snprintf(path, sizeof path, "%s", upload.path);
        arena_free(a);
        assert_int_equal(access(path, F_OK), -1); /* gone with its request */
    }
}

/* The same upload, never on a disk: also in pieces, refused when it is too large. */
static void test_multipart_in_memory(void **state)
{
    (void)state;
    static const char whole[] = PART("a", "1") FILE_PART("kandidaten.csv", "naam;\0\r\n--xy") LAST;
    for (size_t piece = 1; piece < sizeof whole; piece++) {
        struct arena *a = arena_new();
        struct request r = {.arena = a};
        struct typed_list out;
        struct blob bytes;
        struct body_case c = {BODY_MULTIPART, "xyz", 10000, "/nowhere", true};
        assert_int_equal(feed(a, c, whole, sizeof whole - 1, piece, &out, &r.upload), 0);
        assert_string_equal(r.upload.path, "");
        assert_int_equal(upload_read(&r, &bytes), OK);
        assert_int_equal(bytes.n, 12);
        assert_memory_equal(bytes.p, "naam;\0\r\n--xy", 13);
        c.limit = sizeof whole - 2;
        assert_int_equal(feed(a, c, whole, sizeof whole - 1, piece, &out, &r.upload), 413);
        assert_null(r.upload.path);
        arena_free(a);
    }
    static const char two[] = FILE_PART("a.csv", "1") FILE_PART("b.csv", "2") LAST;
    struct arena *a = arena_new();
    struct typed_list out;
    struct upload upload;
    assert_int_equal(feed(a, (struct body_case){BODY_MULTIPART, "xyz", 10000, "/nowhere", true}, two, sizeof two - 1, 9,
                          &out, &upload),
                     400);
    arena_free(a);
}

static void test_multipart_broken(void **state)
{
    (void)state;
    assert_int_equal(MULTI(PART("a", "1") LAST), 0);
    assert_int_equal(MULTI(LAST), 0);
    assert_int_equal(MULTI(PART("a", "1") FILE_PART("", "") LAST), 0);
    assert_int_equal(MULTI(""), 400);
    assert_int_equal(MULTI(PART("a", "1")), 400); /* no last boundary */
    assert_int_equal(MULTI(PART("a", "1") "--xyz-"), 400);
    assert_int_equal(MULTI(PART("a", "1") LAST "\r\njunk"), 400);
    assert_int_equal(MULTI("junk\r\n" PART("a", "1") LAST), 400);
    assert_int_equal(MULTI(PART("", "1") LAST), 400);
    assert_int_equal(MULTI(PART("a", "\xff") LAST), 400);
    assert_int_equal(MULTI(PART("a", "x\0y") LAST), 400);
    assert_int_equal(MULTI("--xyz\r\n\r\n\r\n1\r\n" LAST), 400);
    assert_int_equal(MULTI("--xyz\r\nContent-Type: text/plain\r\n\r\n1\r\n" LAST), 400);
    assert_int_equal(MULTI("--xyzq\r\n" LAST), 400);
    assert_int_equal(MULTI(FILE_PART("", "data without a name") LAST), 400);
    assert_int_equal(MULTI(FILE_PART("a.pdf", "1") FILE_PART("b.pdf", "2") LAST), 400);
    static const char file[] = FILE_PART("a.pdf", "1") LAST;
    assert_int_equal(multipart(file, sizeof file - 1, 7, NULL), 400);
    static char large[12000];
    memset(large, 'x', sizeof large);
    memcpy(large, PART("a", ""), sizeof(PART("a", "")) - 3);
    assert_int_equal(multipart(large, sizeof large, 999, NULL), 413);
}

static void test_many_fields(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static char p[20000];
    struct typed_list out;
    size_t n = 0;
    for (int i = 0; i < BODY_FIELDS_MAX; i++)
        n += (size_t)sprintf(p + n, "%sa%d=1", i ? "&" : "", i);
    assert_true(urlencoded_read(a, p, n, true, &out));
    n += (size_t)sprintf(p + n, "&b=1");
    assert_false(urlencoded_read(a, p, n, true, &out));
    arena_free(a);
}

/* ---- router ---- */

static enum result a_page(struct request *r)
{
    (void)r;
    return OK;
}
static enum result b_page(struct request *r)
{
    (void)r;
    return FAILED;
}
static const struct field no_form[] = {FORM_END};

#define G(p)                                                                                                           \
    {                                                                                                                  \
        .method = GET, .path = p, .who = WHO_ALL, .page = a_page                                                       \
    }
#define P(p)                                                                                                           \
    {                                                                                                                  \
        .method = POST, .path = p, .who = WHO_ALL, .page = b_page                                                      \
    }

static enum result table(const struct route *routes, size_t n, const char *said)
{
    struct router *r = NULL;
    struct text problems;
    text_init(&problems, 10000);
    enum result e = router_new(routes, n, &problems, &r);
    if (said)
        assert_non_null(strstr(text_c(&problems), said));
    text_free(&problems);
    router_free(r);
    return e;
}
#define TABLE(said, ...)                                                                                               \
    table((const struct route[]){__VA_ARGS__}, sizeof((const struct route[]){__VA_ARGS__}) / sizeof(struct route), said)

static void test_table_is_checked(void **state)
{
    (void)state;
    assert_int_equal(TABLE(NULL, G("/"), P("/"), G("/a/:b"), G("/a/nieuw"), G("/a/:token"), G("/a/:b/c"), P("/a/:c")),
                     OK);
    assert_int_equal(TABLE("match the same address", G("/a"), G("/a")), INVALID);
    assert_int_equal(TABLE("match the same address", G("/a/:b"), G("/a/:c")), INVALID);
    assert_int_equal(TABLE("match the same address", G("/a/:b"), G("/a/12")), INVALID);
    assert_int_equal(
        TABLE("match the same address", G("/a/:token"), G("/a/abcdefghijklmnopqrstuvwxyzabcdefghijklmno-_")), INVALID);
    assert_int_equal(TABLE("is no path", G("a")), INVALID);
    assert_int_equal(TABLE("is no path", G("/a/")), INVALID);
    assert_int_equal(TABLE("begins with a parameter", G("/:a")), INVALID);
    assert_int_equal(TABLE("must be encoded", G("/a b")), INVALID);
    assert_int_equal(TABLE("too many objects", G("/a/:a/:b/:c/:d")), INVALID);
    assert_int_equal(TABLE("web floor itself", G("/static/x")), INVALID);
    assert_int_equal(TABLE("has no page", {.method = GET, .path = "/a", .who = WHO_ALL}), INVALID);
    assert_int_equal(TABLE("is for nobody", {.method = GET, .path = "/a", .page = a_page}), INVALID);
    assert_int_equal(
        TABLE("a form without a struct", {.method = POST, .path = "/a", .who = 1, .page = a_page, .form = no_form}),
        INVALID);
    static const struct sql_entry entry = {"x", "y", "z", 1, 0};
    static const struct sql_entry *const place = &entry;
    static const struct sql stmt = {&place};
    assert_int_equal(TABLE("object that is not in its path",
                           {.method = GET, .path = "/a/:b", .who = 1, .page = a_page, .may = {&stmt, "c", NULL}}),
                     INVALID);
}

static void test_look_up(void **state)
{
    (void)state;
    static const struct route routes[] = {G("/"),
                                          G("/projecten"),
                                          G("/projecten/nieuw"),
                                          P("/projecten/nieuw"),
                                          G("/projecten/:project"),
                                          P("/projecten/:project/inzet/:inzet"),
                                          G("/link/:token"),
                                          G("/projecten.xlsx")};
    struct router *r = NULL;
    struct text problems;
    struct route_match m;
    text_init(&problems, 1000);
    assert_int_equal(router_new(routes, sizeof routes / sizeof *routes, &problems, &r), OK);
    assert_int_equal(router_find(r, GET, "/", &m), 200);
    assert_ptr_equal(m.route, &routes[0]);
    assert_int_equal(router_find(r, GET, "/projecten/nieuw", &m), 200);
    assert_ptr_equal(m.route, &routes[2]);
    assert_int_equal(router_find(r, GET, "/projecten/42", &m), 200);
    assert_string_equal(m.object[0].name, "project");
    assert_int_equal(m.object[0].id, 42);
    assert_int_equal(router_find(r, POST, "/projecten/1/inzet/999999999999999", &m), 200);
    assert_string_equal(m.object[1].name, "inzet");
    assert_int_equal(m.object[1].id, INT64_C(999999999999999));
    assert_int_equal(router_find(r, GET, "/link/abcdefghijklmnopqrstuvwxyzabcdefghijklmno-_", &m), 200);
    assert_memory_equal(m.token, "abcdefghijkl", 12);
    static const char *const unknown[] = {"/x",
                                          "/projecten/",
                                          "//",
                                          "/projecten/0",
                                          "/projecten/-1",
                                          "/projecten/042",
                                          "/projecten/4x",
                                          "/projecten/+4",
                                          "/projecten/1000000000000000",
                                          "/link/abc",
                                          "/projecten/%34",
                                          "/Projecten",
                                          "/projecten/1/2",
                                          "",
                                          "projecten"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_int_equal(router_find(r, GET, unknown[i], &m), 404);
    assert_int_equal(router_find(r, POST, "/projecten", &m), 405);
    assert_string_equal(m.allow, "GET, HEAD");
    assert_int_equal(router_find(r, GET, "/projecten/1/inzet/2", &m), 405);
    assert_string_equal(m.allow, "POST");
    text_free(&problems);
    router_free(r);
}

/* ---- addresses and limits ---- */

static void test_addresses(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(address_from_text(" ::ffff:127.0.0.1 ", a), "127.0.0.1");
    assert_string_equal(address_from_text("[2001:DB8::1]:443", a), "2001:db8::1");
    assert_string_equal(address_from_text("192.0.2.7:99", a), "192.0.2.7");
    assert_null(address_from_text("evil", a));
    assert_null(address_from_text("", a));
    assert_string_equal(address_of_client("192.0.2.1", "", "198.51.100.9", a),
                        "192.0.2.1"); /* no proxy: forged header is nothing */
    assert_string_equal(address_of_client("192.0.2.1", "192.0.2.2", "198.51.100.9", a),
                        "192.0.2.1"); /* not the proxy */
    assert_string_equal(address_of_client("192.0.2.2", "192.0.2.2", "1.1.1.1, 198.51.100.9", a), "198.51.100.9");
    assert_string_equal(address_of_client("192.0.2.2", "192.0.2.2", "198.51.100.9, 192.0.2.2", a), "198.51.100.9");
    assert_string_equal(address_of_client("192.0.2.2", "192.0.2.2", "198.51.100.9, x", a), "192.0.2.2");
    assert_string_equal(address_of_client("192.0.2.2", "192.0.2.2", NULL, a), "192.0.2.2");
    assert_true(address_key("2001:db8::1") == address_key("2001:db8::2"));
    assert_true(address_key("2001:db8:0:1::1") != address_key("2001:db8::1"));
    assert_true(address_key("192.0.2.1") != address_key("192.0.2.2"));
    arena_free(a);
}

static void test_limits(void **state)
{
    (void)state;
    struct limits *l;
    assert_int_equal(limits_new((struct limit_rate){0, 0}, (struct limit_rate){5, 10}, 2, &l), OK);
    for (int i = 0; i < 5; i++)
        assert_int_equal(limit_take(l, 1, LIMIT_DOOR, 1000), 0);
    assert_true(limit_take(l, 1, LIMIT_DOOR, 1000) > 0);
    assert_int_equal(limit_take(l, 2, LIMIT_DOOR, 1000), 0); /* who else comes is not held up */
    assert_int_equal(limit_take(l, 1, LIMIT_DOOR, 1000 + 1100000), 0);
    assert_true(limit_take(l, 1, LIMIT_DOOR, 1000 + 1100000) > 0);
    for (uint64_t k = 10; k < 100000; k++)
        assert_int_equal(limit_take(l, k, LIMIT_DOOR, 5000000), 0); /* memory is bounded, nobody is refused for it */
    assert_true(limit_enter(l, 7, 1) && limit_enter(l, 7, 1));
    assert_false(limit_enter(l, 7, 1));
    limit_leave(l, 7);
    assert_true(limit_enter(l, 7, 1));
    for (int i = 0; i < 1000; i++)
        assert_int_equal(limit_take(l, 1, LIMIT_ALL, 1), 0);
    limits_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_cookies),
        cmocka_unit_test(test_urlencoded),
        cmocka_unit_test(test_multipart_pieces),
        cmocka_unit_test(test_multipart_in_memory),
        cmocka_unit_test(test_multipart_broken),
        cmocka_unit_test(test_many_fields),
        cmocka_unit_test(test_table_is_checked),
        cmocka_unit_test(test_look_up),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests_name("front", tests, NULL, NULL);
}
