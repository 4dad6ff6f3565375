/* What no browser sends: the malformed corpus, limits to the byte, slow clients, stopping with requests under way. */
#include "web/small_site.h"

enum { HEAD_SEC = 3, BODY_SEC = 3, IDLE_SEC = 2 };
static const struct deadlines short_deadlines = {
    {[WIRE_HEAD] = HEAD_SEC, [WIRE_BODY] = BODY_SEC, [WIRE_LANE] = 0, [WIRE_SEND] = 5}};

static int64_t seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec;
}

/* ---- the corpus ---- */

#define H    "Host: x\r\n"
#define F    "Content-Type: application/x-www-form-urlencoded\r\n"
#define NEXT "GET /gezond HTTP/1.1\r\nHost: x\r\n\r\n"

/* One answer of one of these statuses and then the end: what stands behind it is never served. */
static void refused(const char *p, size_t n, const int *statuses)
{
    static struct got g, second;
    int fd = dial();
    send_all(fd, p, n);
    receive(fd, false, &g);
    bool known = false;
    for (const int *s = statuses; *s >= 0; s++)
        known |= *s == g.status;
    if (!known)
        fprintf(stderr, "status %d for: %.200s\n", g.status, p);
    assert_true(known);
    if (g.status != 0) {
        receive(fd, false, &second);
        if (second.status != 0)
            fprintf(stderr, "a second answer (%d) after: %.200s\n", second.status, p);
        assert_int_equal(second.status, 0);
    }
    close(fd);
}
#define REFUSED(s, ...) refused(s, sizeof(s) - 1, (const int[]){__VA_ARGS__, -1})

static void test_corpus(void **state)
{
    (void)state;
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" NEXT,
            400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Transfer-Encoding: xchunked\r\n\r\n" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 3\r\nContent-Length: 40\r\n\r\na=1" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 3\r\nContent-Length: 3\r\n\r\na=1" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length : 3\r\n\r\na=1" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 3x\r\n\r\na=1" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length: -3\r\n\r\na=1" NEXT, 400);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 99999999999999999999999\r\n\r\na=1" NEXT, 400, 413);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H F "\r\n" NEXT, 411);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H "Content-Length: 3\r\n\r\na=1" NEXT, 415);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" NEXT, 415);
    REFUSED("POST /openbaar HTTP/1.1\r\n" H
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n\r\n--" NEXT,
            400);
    REFUSED("GET / HTTP/1.1\r\n" H H "\r\n" NEXT, 400);
    REFUSED("GET / HTTP/1.1\r\n\r\n" NEXT, 400);
    REFUSED("GET / HTTP/1.1\r\n" H "X-F: a\r\n  b: c\r\nbad name: 1\r\n\r\n" NEXT, 400);
    REFUSED("GET / HTTP/1.1\r\n" H "Content-Length: 5\r\n\r\nhallo" NEXT, 400);
    REFUSED("TRACE / HTTP/1.1\r\n" H "\r\n" NEXT, 405);
    REFUSED("OPTIONS * HTTP/1.1\r\n" H "\r\n" NEXT, 405);
    REFUSED("G@T / HTTP/1.1\r\n" H "\r\n" NEXT, 405);
    REFUSED("CONNECT x:443 HTTP/1.1\r\n" H "\r\n" NEXT, 405);
    REFUSED("GET http://evil/ HTTP/1.1\r\n" H "\r\n" NEXT, 404);
    REFUSED("GET / HTTP/2.0\r\n" H "\r\n" NEXT, 505);
    REFUSED("GET / HTTP/9.9\r\n" H "\r\n" NEXT, 505, 400);
    REFUSED("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, 405, 400);
    REFUSED("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 0, 400, 405, 505);
    REFUSED("GET /a\0b HTTP/1.1\r\n" H "\r\n", 0, 400, 404, 405);
}

/* Refused with a page, but the connection is in order and goes on. */
static void test_bad_but_in_order(void **state)
{
    (void)state;
    static struct got g;
    const struct {
        const char *p;
        int status;
    } cases[] = {
        {"GET /a%00b HTTP/1.1\r\n" H "\r\n", 404},
        {"GET /dingen/%31 HTTP/1.1\r\n" H "\r\n", 404},
        {"GET /../etc/passwd HTTP/1.1\r\n" H "\r\n", 404},
        {"GET //inloggen HTTP/1.1\r\n" H "\r\n", 404},
        {"GET /inloggen?q=ab%00cd HTTP/1.1\r\n" H "\r\n", 400},
        {"GET /inloggen?q=%zz HTTP/1.1\r\n" H "\r\n", 400},
        {"GET /inloggen?q=%ff HTTP/1.1\r\n" H "\r\n", 400},
        {"GET /inloggen?q=1&q=2 HTTP/1.1\r\n" H "\r\n", 400},
        {"POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 4\r\n\r\na=%4", 400},
        {"POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 5\r\n\r\na=%00", 400},
        {"POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 7\r\n\r\na=1&bcd", 400},
        {"POST /openbaar HTTP/1.1\r\n" H
         "Content-Type: multipart/form-data; boundary=xyz\r\nContent-Length: 7\r\n\r\n--xyz--",
         415},
        {"POST /nergens HTTP/1.1\r\n" H F "Content-Length: 3\r\n\r\na=1", 404},
        {"GET /inloggen HTTP/1.1\r\nHost: evil.example\r\n\r\n", 200},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int fd = dial();
        assert_true(send_all(fd, cases[i].p, strlen(cases[i].p)));
        receive(fd, false, &g);
        assert_int_equal(g.status, cases[i].status);
        assert_null(strstr(g.body, "evil"));
        assert_true(send_all(fd, NEXT, sizeof NEXT - 1));
        receive(fd, false, &g);
        assert_int_equal(g.status, 200);
        close(fd);
    }
}

static void test_repeated_cookie(void **state)
{
    (void)state;
    char twice[300];
    snprintf(twice, sizeof twice, "%s", cookie('A'));
    assert_int_equal(get_as('A', "/", twice)->status, 303); /* who of the two it is, is not guessed */
}

static void test_large_heads(void **state)
{
    (void)state;
    static char p[120000];
    size_t n = (size_t)sprintf(p, "GET / HTTP/1.1\r\n" H "X: ");
    memset(p + n, 'x', 100000);
    strcpy(p + n + 100000, "\r\n\r\n");
    assert_int_equal(raw(p)->status, 431);
    n = (size_t)sprintf(p, "GET /");
    memset(p + n, 'x', 9000);
    strcpy(p + n + 9000, " HTTP/1.1\r\n" H "\r\n");
    assert_int_equal(raw(p)->status, 414);
    n = (size_t)sprintf(p, "GET / HTTP/1.1\r\n" H);
    for (int i = 0; i < 120; i++)
        n += (size_t)sprintf(p + n, "X-%d: y\r\n", i);
    strcpy(p + n, "\r\n");
    assert_int_equal(raw(p)->status, 400);
}

/* ---- limits ---- */

static int body_of(size_t n, const char *headers)
{
    static char p[10 << 20];
    size_t at = (size_t)sprintf(p, "POST /dingen/nieuw HTTP/1.1\r\n" H F "%s%sContent-Length: %zu\r\n\r\n", cookie('A'),
                                headers, n);
    memset(p + at, 'x', n);
    p[at + 1] = '=';
    return raw_n(p, at + n)->status;
}

static void test_body_to_the_byte(void **state)
{
    (void)state;
    assert_int_equal(body_of(BODY_STANDARD, ""), 403); /* taken, and refused for its token */
    assert_int_equal(body_of(BODY_STANDARD + 1, ""), 413);
    for (int i = 0; i < 20; i++)
        assert_int_equal(body_of(1 << 20, ""), 413); /* drained: every client gets to read the answer */
    assert_int_equal(body_of(7 << 20, ""), 413);
    int fd = dial();
    static struct got g;
    char p[400];
    snprintf(p, sizeof p,
             "POST /dingen/nieuw HTTP/1.1\r\n" H F "%sExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n",
             cookie('A'));
    send_all(fd, p, strlen(p));
    receive(fd, false, &g);
    assert_int_equal(g.status, 413); /* told before it sends */
    close(fd);
    snprintf(p, sizeof p, "POST /dingen/nieuw HTTP/1.1\r\n" H F "%sContent-Length: 900000000\r\n\r\n", cookie('A'));
    assert_int_equal(raw(p)->status, 413); /* not worth draining */
}

static void test_upload_to_the_byte(void **state)
{
    (void)state;
    static char p[3 << 20];
    for (int more = 0; more < 2; more++) {
        char first[700], last[] = "\r\n--grens--\r\n", csrf[60];
        snprintf(csrf, sizeof csrf, "%s", csrf_as('A'));
        size_t f =
            (size_t)snprintf(first, sizeof first,
                             "--grens\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                             "--grens\r\nContent-Disposition: form-data; name=\"f\"; filename=\"stuk.pdf\"\r\n\r\n",
                             csrf);
        size_t whole = 1048576 + 1000 + (size_t)more, file = whole - f - strlen(last);
        size_t at =
            (size_t)sprintf(p,
                            "POST /upload HTTP/1.1\r\n" H
                            "Content-Type: multipart/form-data; boundary=grens\r\n%sContent-Length: %zu\r\n\r\n%s",
                            cookie('A'), whole, first);
        memset(p + at, '%', file);
        memcpy(p + at + file, last, strlen(last));
        struct got *g = raw_n(p, at + file + strlen(last));
        char said[60];
        snprintf(said, sizeof said, "bestand=stuk.pdf; n=%zu;", file);
        assert_int_equal(g->status, more ? 413 : 200);
        if (!more)
            assert_non_null(strstr(g->body, said));
    }
    char command[200];
    snprintf(command, sizeof command, "%s/upload-", small.folder);
    assert_int_equal(access(command, F_OK), -1);
}

/* ---- slow and gone ---- */

static int open_slow(const char *start)
{
    int fd = dial();
    assert_true(send_all(fd, start, strlen(start)));
    return fd;
}

static void test_slow_connections(void **state)
{
    (void)state;
    enum { N = 100 };
    int fds[N];
    static struct got g;
    for (int i = 0; i < N; i++)
        fds[i] = open_slow(i % 2 ? "GET / HTTP/1.1\r\nHo"
                                 : "POST /openbaar HTTP/1.1\r\n" H F "Content-Length: 1000\r\n\r\na=");
    int64_t start = seconds();
    int served = 0, drips = 0, last = 0;
    /* all drip a byte each half second, never idle long enough for the library's own time-out; pages answer all the
     * while */
    while (seconds() - start < HEAD_SEC + 3) {
        last = 0;
        for (int i = 0; i < N; i++)
            last += send(fds[i], "x", 1, MSG_NOSIGNAL) == 1;
        drips += last;
        for (int i = 0; i < 10; i++) {
            assert_int_equal(get_as('A', "/", "")->status, 200);
            served++;
        }
        usleep(400000);
    }
    assert_true(served >= 50 && drips > N);
    assert_int_equal(last, 0);    /* dripping on did not help */
    for (int i = 0; i < N; i++) { /* ended by the deadline, with or without an answer */
        receive(fds[i], false, &g);
        assert_true(g.status == 0 || g.status >= 400);
        close(fds[i]);
    }
}

static void test_idle_is_ended(void **state)
{
    (void)state;
    char c;
    int fd = dial();
    int64_t start = seconds();
    assert_true(recv(fd, &c, 1, 0) <= 0);
    assert_in_range(seconds() - start, 0, HEAD_SEC + 3);
    close(fd);
}

static void test_client_leaves(void **state)
{
    (void)state;
    char p[600], body[200];
    for (int i = 0; i < 20; i++) {
        snprintf(body, sizeof body, "_csrf=%s&_eenmalig=%s&naam=Weg&hoe=traag", csrf_as('A'), once(5000 + i));
        snprintf(p, sizeof p, "POST /dingen/nieuw HTTP/1.1\r\n" H F "%sContent-Length: %zu\r\n\r\n%s", cookie('A'),
                 strlen(body) + (size_t)(i % 2), body);
        if (i > 3 && i % 2 == 0)
            continue; /* four that are at the desk when their client goes, eight half sent */
        close(open_slow(p));
    }
    close(open_slow("GET /traag HTTP/1.1\r\n" H "\r\n"));
    snprintf(p, sizeof p, "GET /traag HTTP/1.1\r\n" H "%s\r\n", cookie('A'));
    close(open_slow(p));
    assert_int_equal(get_as('A', "/", "")->status, 200);
}

/* More slow requests than workers and queue can hold: the rest is told to come back, pages answer. */
static void test_slow_lane_is_bounded(void **state)
{
    (void)state;
    enum { N = SLOW_WORKERS + SLOW_QUEUE + 20 };
    int fds[N], busy = 0;
    static struct got g;
    char p[300];
    snprintf(p, sizeof p, "GET /traag HTTP/1.1\r\n" H "%s\r\n", cookie('A'));
    for (int i = 0; i < N; i++)
        fds[i] = open_slow(p);
    usleep(300000);
    assert_int_equal(get_as('A', "/", "")->status, 200);
    for (int i = 0; i < N; i++) {
        struct pollfd ready = {fds[i], POLLIN, 0};
        if (poll(&ready, 1, 0) == 1) {
            receive(fds[i], false, &g);
            if (g.status == 503) {
                busy++;
                assert_string_equal(header_of(&g, "Retry-After"), "10");
            }
        }
        close(fds[i]);
    }
    assert_true(busy >= 10);
    while (get_as('A', "/traag", "")->status != 200) /* the queue is worked off, though nobody waits for it any more */
        usleep(200000);
}

/* ---- stopping ---- */

struct late {
    int fd;
    struct got got;
};

static void *read_late(void *p)
{
    struct late *l = p;
    static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
    struct pollfd ready = {l->fd, POLLIN, 0};
    poll(&ready, 1, 15000);
    pthread_mutex_lock(&one); /* receive has one buffer */
    receive(l->fd, false, &l->got);
    pthread_mutex_unlock(&one);
    return NULL;
}

/* The server stops while one request is at the desk, one on the slow lane and one idle: who was served is told so,
 * nothing aborts. */
static void test_stop_under_way(void **state)
{
    (void)state;
    static struct late late[2];
    pthread_t threads[2];
    char body[300], p[800];
    int before = dingen();
    snprintf(body, sizeof body, "_csrf=%s&_eenmalig=%s&naam=Laatste&hoe=traag", csrf_as('A'), once(9000));
    snprintf(p, sizeof p, "POST /dingen/nieuw HTTP/1.1\r\n" H F "%sContent-Length: %zu\r\n\r\n%s", cookie('A'),
             strlen(body), body);
    late[0].fd = open_slow(p);
    snprintf(p, sizeof p, "GET /traag?q=1 HTTP/1.1\r\n" H "%s\r\n", cookie('A'));
    late[1].fd = open_slow(p);
    int idle = dial();
    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, read_late, &late[i]);
    usleep(200000);
    int64_t start = seconds();
    server_stop(small.server);
    small.server = NULL;
    assert_in_range(seconds() - start, 0, 5);
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], NULL);
        close(late[i].fd);
    }
    assert_int_equal(late[0].got.status, 303);
    assert_int_equal(late[1].got.status, 200);
    assert_string_equal(header_of(&late[0].got, "Connection"), "close");
    close(idle);
    assert_int_equal(dingen(), before + 1);
}

static int set_up(void **state)
{
    (void)state;
    small_open(short_deadlines, IDLE_SEC);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    small_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_corpus),           cmocka_unit_test(test_bad_but_in_order),
        cmocka_unit_test(test_repeated_cookie),  cmocka_unit_test(test_large_heads),
        cmocka_unit_test(test_body_to_the_byte), cmocka_unit_test(test_upload_to_the_byte),
        cmocka_unit_test(test_slow_connections), cmocka_unit_test(test_idle_is_ended),
        cmocka_unit_test(test_client_leaves),    cmocka_unit_test(test_slow_lane_is_bounded),
        cmocka_unit_test(test_stop_under_way),
    };
    return cmocka_run_group_tests_name("hostile", tests, set_up, tear_down);
}
