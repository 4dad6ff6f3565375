/* web/server.c: the adapter to libmicrohttpd: it hands over what came in and sends what goes out; what is between
 * stands in walk.c.
 *
 * The library calls three times: with the request line (a new exchange), with the head and the body in pieces, and when
 * all is over. A request that goes to another lane is suspended in the second; after its return the library calls again
 * and the answer is queued, always on its own thread. */
#include "web/server.h"

#include <microhttpd.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/log.h"
#include "web/address.h"
#include "web/lanes.h"
#include "web/limit.h"
#include "web/listen.h"
#include "web/touch.h"

enum stage { STAGE_NEW, STAGE_BODY, STAGE_AWAY, STAGE_SENT };
enum { MEMORY_PER_CONNECTION = 64 * 1024, STOP_WAIT_MS = 10000 };

static const char tls_priorities[] = "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA:-CIPHER-ALL:+AES-256-GCM:+AES-"
                                     "128-GCM:+CHACHA20-POLY1305:%SERVER_PRECEDENCE";

struct server {
    const struct site *site;
    struct router *router;
    struct lanes *lanes;
    struct reaper *reaper;
    struct limits *limits;
    struct touches *touches;
    struct MHD_Daemon *daemon;
    int listen_fd;
    char *key, *certificate;
    atomic_int in_flight;
    atomic_bool stopping;
    struct text *problems; /* while starting: what the library says goes to the operator */
};

/* ---- a new request ---- */

static void free_reply(void *p)
{
    struct exchange *x = p;
    text_free(&x->r.reply.body);
}

static struct wire *wire_of(struct MHD_Connection *c)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

static void *on_request_line(void *cls, const char *target, struct MHD_Connection *c)
{
    struct server *s = cls;
    struct arena *a = arena_new();
    struct exchange *x = ARENA_NEW(a, struct exchange);
    x->r.viewer = &viewer_nobody; /* an error page may come before who has run */
    struct request *r = &x->r;
    r->arena = a;
    r->site = s->site;
    r->seal = s->site->seal;
    r->now = clock_now();
    r->today = clock_today();
    r->method = r->path = r->query_string = r->user_agent = r->address = "";
    x->router = s->router;
    x->target = arena_text(a, target, strnlen(target, TARGET_MAX + 1));
    x->began_micros = clock_micros();
    x->pattern = "-";
    x->connection = c;
    x->wire = wire_of(c);
    arena_cleanup(a, free_reply, x);
    return x;
}

struct collected {
    struct head_line lines[HEAD_LINES_MAX + 1];
    size_t n;
};

static enum MHD_Result collect(void *cls, enum MHD_ValueKind kind, const char *name, size_t name_n, const char *value,
                               size_t value_n)
{
    struct collected *c = cls;
    (void)kind;
    if (c->n > HEAD_LINES_MAX)
        return MHD_NO;
    c->lines[c->n++] = (struct head_line){name ? name : "", name ? name_n : 0, value ? value : "", value ? value_n : 0};
    return MHD_YES;
}

static void know_address(struct server *s, struct exchange *x)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    x->peer = address_of(info ? info->client_addr : NULL, x->r.arena);
    x->r.address = address_of_client(x->peer, s->site->config->proxy, x->head.forwarded_for, x->r.arena);
    x->address_key = address_key(x->r.address);
}

static void refuse_busy(struct exchange *x, int retry, const char *sentence)
{
    x->r.reply.retry_after = retry;
    x->ended = refuse(x, 429, sentence);
}

/* Too many at once or too fast. A public form has a tighter measure: behind it stand passwords and mails. */
static void hold_to_limits(struct server *s, struct exchange *x)
{
    bool door = x->r.route && (x->r.route->method == POST || x->r.route->door) && (x->r.route->who & WHO_PUBLIC);
    x->entered = limit_enter(s->limits, x->address_key, x->began_micros);
    if (!x->entered) {
        refuse_busy(x, 2, "Er komen te veel verzoeken tegelijk van uw adres. Probeer het zo opnieuw.");
        return;
    }
    int wait = limit_take(s->limits, x->address_key, LIMIT_ALL, x->began_micros);
    if (wait == 0 && door)
        wait = limit_take(s->limits, x->address_key, LIMIT_DOOR, x->began_micros);
    if (wait > 0)
        refuse_busy(x, wait, "Er komen te veel verzoeken van uw adres. Wacht even en probeer het opnieuw.");
}

static void find_route(struct server *s, struct exchange *x)
{
    struct request *r = &x->r;
    struct route_match m;
    int status = router_find(s->router, x->head.is_post ? POST : GET, r->path, &m);
    x->allow = m.allow;
    r->route = m.route;
    if (status != 200) {
        x->ended = refuse(x, status, NULL);
        return;
    }
    x->pattern = r->route->path;
    r->token = m.token ? arena_text(r->arena, m.token, TOKEN_TEXT) : NULL;
    for (size_t i = 0; i < REQUEST_OBJECTS; i++) {
        r->object[i].name = m.object[i].name;
        r->object[i].id = m.object[i].id;
    }
}

static bool is_static(const struct exchange *x)
{
    return strncmp(x->head.path, "/static/", 8) == 0 || strncmp(x->head.path, "/.well-known/", 13) == 0 ||
           strcmp(x->head.path, "/gezond") == 0;
}

static void expect_body(struct server *s, struct exchange *x)
{
    const struct route *route = x->r.route;
    struct body_limits limits = {.total = route->body ? route->body : BODY_STANDARD,
                                 .tmp = route->body ? s->site->config->tmp : NULL,
                                 .in_memory = route->upload_in_memory};
    if (x->head.body == BODY_MULTIPART && !limits.tmp) {
        x->ended = refuse(x, 415, NULL);
        return;
    }
    x->body = body_new(x->r.arena, x->head.body, x->head.boundary, limits);
    if ((uint64_t)x->head.content_length > limits.total &&
        (x->head.expects_continue || x->head.content_length > BODY_DRAIN_MAX)) {
        x->close = true; /* it was told before it sent, or it sends more than is worth waiting for */
        x->ended = refuse(x, 413, "Wat u verstuurt, is te groot.");
    }
}

/* The head is whole: everything that can be refused without the body is decided here. */
static void take_head(struct server *s, struct exchange *x, const char *method)
{
    struct collected *c = ARENA_NEW(x->r.arena, struct collected);
    const char *why = "";
    MHD_get_connection_values_n(x->connection, MHD_HEADER_KIND, collect, c);
    int status = head_read(x->r.arena, method, x->target, c->lines, c->n, &x->head, &why);
    x->r.method = x->head.is_post ? "POST" : x->head.is_head ? "HEAD" : status == 405 ? "-" : "GET";
    x->r.path = x->head.path;
    x->r.query_string = x->head.query_string;
    x->r.user_agent = x->head.user_agent ? x->head.user_agent : "";
    know_address(s, x);
    if (status != 0) {
        log_line(LOG_DEBUG, "request refused: %s", why);
        x->close = true; /* where the next request begins is not to be trusted */
        x->allow = "GET, HEAD, POST";
        x->ended = refuse(x, status, NULL);
        return;
    }
    if (atomic_load(&s->stopping)) {
        x->close = true;
        x->ended = BUSY;
        return;
    }
    if (!is_static(x))
        find_route(s, x);
    if (x->ended == OK)
        hold_to_limits(s, x);
    if (x->ended == OK && x->r.route && x->head.is_post)
        expect_body(s, x);
}

/* ---- the answer ---- */

static enum MHD_Result send_plain(struct exchange *x)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    enum MHD_Result queued = response ? MHD_queue_response(x->connection, 503, response) : MHD_NO;
    if (response)
        MHD_destroy_response(response);
    return queued;
}

/* The body is the arena's: the library says "completed" before it lets go of it. */
static enum MHD_Result send_whole(struct server *s, struct exchange *x)
{
    x->close |= atomic_load(&s->stopping);
    reply_finish(x);
    x->stage = STAGE_SENT;
    reaper_state(s->reaper, x->wire, WIRE_SEND);
    if (x->touch && x->r.session_token && x->r.reply.status < 400)
        touch_session(s->touches, x->r.session_token, x->r.now);
    union {
        const void *in;
        void *out;
    } body = {.in = x->out};
    struct MHD_Response *response = MHD_create_response_from_buffer(x->out_n, body.out, MHD_RESPMEM_PERSISTENT);
    if (!response)
        return send_plain(x);
    for (size_t i = 0; i < x->n_headers; i++) {
        if (MHD_add_response_header(response, x->headers[i].name, x->headers[i].value) != MHD_YES)
            log_error("header %s was refused by the library", x->headers[i].name);
    }
    enum MHD_Result queued = MHD_queue_response(x->connection, (unsigned)x->r.reply.status, response);
    MHD_destroy_response(response);
    return queued;
}

static enum MHD_Result answer(struct server *s, struct exchange *x)
{
    struct readers *readers = lanes_readers(s->lanes);
    if (!readers && x->ended == OK && !x->page_ready)
        x->ended = FAILED;
    walk_speak(x, readers);
    return send_whole(s, x);
}

/* The request is whole. What needs no other lane is answered here. */
static enum MHD_Result take_whole(struct server *s, struct exchange *x)
{
    struct readers *readers = lanes_readers(s->lanes);
    reaper_state(s->reaper, x->wire, WIRE_LANE);
    if (x->ended == OK && is_static(x)) {
        if (!static_answer(x, x->peer, readers))
            x->ended = x->refusal ? FORBIDDEN : NOT_FOUND;
        return answer(s, x);
    }
    if (x->ended == OK)
        x->ended = walk_begin(x);
    if (x->ended != OK)
        return answer(s, x);
    enum lane lane = walk_lane(x);
    if (lane == LANE_FAST) {
        x->ended = readers ? walk_fast(x, readers) : FAILED;
        return answer(s, x);
    }
    x->stage = STAGE_AWAY;
    lanes_send(s->lanes, x, lane);
    return MHD_YES;
}

static enum MHD_Result take_body(struct server *s, struct exchange *x, const char *p, size_t *n)
{
    if (*n == 0)
        return take_whole(s, x);
    if (!x->body) /* refused already: drained, within the cap */
        x->body = body_new(x->r.arena, BODY_URLENCODED, "", (struct body_limits){0});
    body_feed(x->body, p, *n);
    *n = 0;
    return body_is_flood(x->body) ? MHD_NO : MHD_YES;
}

static enum MHD_Result on_request(void *cls, struct MHD_Connection *c, const char *path, const char *method,
                                  const char *version, const char *data, size_t *n, void **con_cls)
{
    struct server *s = cls;
    struct exchange *x = *con_cls;
    (void)c, (void)path, (void)version;
    if (!x)
        return MHD_NO;
    switch ((enum stage)x->stage) {
    case STAGE_NEW:
        x->counted = true;
        atomic_fetch_add(&s->in_flight, 1);
        reaper_state(s->reaper, x->wire, WIRE_BODY);
        take_head(s, x, method);
        x->stage = STAGE_BODY;
        return x->ended != OK && x->close ? answer(s, x) : MHD_YES;
    case STAGE_BODY:
        return take_body(s, x, data, n);
    case STAGE_AWAY:
        return answer(s, x);
    case STAGE_SENT:
        *n = 0;
        return MHD_YES;
    }
    return MHD_NO;
}

static void on_completed(void *cls, struct MHD_Connection *c, void **con_cls, enum MHD_RequestTerminationCode code)
{
    struct server *s = cls;
    struct exchange *x = *con_cls;
    (void)c;
    *con_cls = NULL;
    if (!x)
        return;
    int status = x->stage != STAGE_SENT ? 400 : x->r.reply.status;
    if (code == MHD_REQUEST_TERMINATED_TIMEOUT_REACHED && x->stage != STAGE_SENT)
        status = 408;
    log_request(*x->r.method ? x->r.method : "-", x->pattern, status, clock_micros() - x->began_micros, x->incident);
    if (x->entered)
        limit_leave(s->limits, x->address_key);
    if (x->counted)
        atomic_fetch_sub(&s->in_flight, 1);
    reaper_state(s->reaper, x->wire, WIRE_HEAD);
    arena_free(x->r.arena);
}

static void on_connection(void *cls, struct MHD_Connection *c, void **socket_context,
                          enum MHD_ConnectionNotificationCode code)
{
    struct server *s = cls;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        reaper_remove(s->reaper, *socket_context);
        *socket_context = NULL;
        return;
    }
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD);
    *socket_context = info ? reaper_add(s->reaper, info->connect_fd) : NULL;
}

/* Paths and queries are decoded by us, strictly, or not at all. */
static size_t leave_escaped(void *cls, struct MHD_Connection *c, char *s)
{
    (void)cls, (void)c;
    return strlen(s);
}

static void on_log(void *cls, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
static void on_log(void *cls, const char *format, va_list args)
{
    struct server *s = cls;
    char line[300];
    vsnprintf(line, sizeof line, format, args);
    line[strcspn(line, "\r\n")] = '\0';
    if (s->problems)
        text_printf(s->problems, "server: %s\n", line);
    log_line(LOG_DEBUG, "microhttpd: %s", line);
}

/* ---- start and stop ---- */

static unsigned thread_count(const struct config *c)
{
    long cores = c->threads > 0 ? c->threads : sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 2 ? 2 : cores > 64 ? 64 : (unsigned)cores;
}

static enum result daemon_start(struct server *s, int idle_sec)
{
    const struct config *c = s->site->config;
    unsigned flags =
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG | (s->key ? MHD_USE_TLS : 0);
    unsigned threads = thread_count(c);
    unsigned connections = c->connections < (int)threads * 2 ? threads * 2 : (unsigned)c->connections;
    struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_KEY, 0, s->key},
        {MHD_OPTION_HTTPS_MEM_CERT, 0, s->certificate},
        {MHD_OPTION_HTTPS_PRIORITIES, 0, (void *)(uintptr_t)tls_priorities},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
    s->daemon = MHD_start_daemon(
        flags, 0, NULL, NULL, on_request, s, MHD_OPTION_EXTERNAL_LOGGER, on_log, s, MHD_OPTION_LISTEN_SOCKET,
        s->listen_fd, MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, c->proxy[0] ? 0u : (unsigned)c->connections_per_address,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY_PER_CONNECTION, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)idle_sec, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, on_request_line, s,
        MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, NULL, MHD_OPTION_NOTIFY_COMPLETED, on_completed, s,
        MHD_OPTION_NOTIFY_CONNECTION, on_connection, s, MHD_OPTION_ARRAY, s->key ? tls : none, MHD_OPTION_END);
    return s->daemon ? OK : fail("the server could not start on %s", c->listen);
}

static enum result read_tls(struct server *s, struct text *problems)
{
    const struct config *c = s->site->config;
    if (!c->tls_certificate[0])
        return OK;
    TRY(secret_read(c->tls_certificate, problems, &s->certificate));
    return secret_read(c->tls_key, problems, &s->key);
}

static enum result start_all(struct server *s, struct deadlines deadlines, int idle_sec, struct text *problems,
                             int *port)
{
    TRY(router_new(s->site->routes, s->site->n_routes, problems, &s->router));
    TRY(read_tls(s, problems));
    TRY(listen_open(s->site->config->listen, problems, &s->listen_fd, port));
    TRY(limits_for(s->site->config, &s->limits));
    TRY(touches_new(s->site, &s->touches));
    TRY(reaper_start(deadlines, &s->reaper));
    TRY(lanes_start(s->site, &s->lanes));
    s->problems = problems;
    enum result e = daemon_start(s, idle_sec);
    s->problems = NULL;
    return e;
}

static void free_all(struct server *s)
{
    if (s->lanes)
        lanes_stop(s->lanes);
    if (s->reaper)
        reaper_stop(s->reaper);
    if (s->listen_fd >= 0)
        close(s->listen_fd);
    touches_free(s->touches);
    limits_free(s->limits);
    router_free(s->router);
    secret_free(s->key);
    secret_free(s->certificate);
    free(s);
}

enum result server_start_with(const struct site *site, struct deadlines deadlines, int idle_sec, struct text *problems,
                              struct server **out, int *port)
{
    *out = NULL;
    struct server *s = calloc(1, sizeof *s);
    if (!s)
        return fail("server: no memory");
    s->site = site;
    s->listen_fd = -1;
    signal(SIGPIPE, SIG_IGN); /* a reader that went away is a result of write(), not the end of the process */
    enum result e = start_all(s, deadlines, idle_sec, problems, port);
    if (e != OK) {
        free_all(s);
        return e;
    }
    *out = s;
    return OK;
}

enum result server_start(const struct site *site, struct text *problems, struct server **out, int *port)
{
    struct deadlines usual = {{[WIRE_HEAD] = 30, [WIRE_BODY] = 60, [WIRE_LANE] = 0, [WIRE_SEND] = 300}};
    return server_start_with(site, usual, 20, problems, out, port);
}

static void wait_ms(long ms)
{
    struct timespec t = {0, ms * 1000000L};
    nanosleep(&t, NULL);
}

/* A daemon stopped with a suspended connection aborts the process; so nothing may be away, however long that takes.
 * What merely still sends or receives gets ten seconds. */
void server_stop(struct server *s)
{
    atomic_store(&s->stopping, true);
    MHD_quiesce_daemon(s->daemon);
    lanes_refuse(s->lanes);
    for (int waited = 0; lanes_away(s->lanes) > 0 || (atomic_load(&s->in_flight) > 0 && waited < STOP_WAIT_MS);
         waited += 10) {
        wait_ms(10);
        if (waited == STOP_WAIT_MS)
            log_warn("stopping waits for %d requests at the desk", lanes_away(s->lanes));
    }
    reaper_end_all(s->reaper);
    MHD_stop_daemon(s->daemon);
    free_all(s);
}
