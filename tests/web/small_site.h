/* A tiny site on a real database and a client on real sockets, for the tests of the web floor. Sessions are letters: a
 * token of 43 times 'A' is user 1 (opdrachtgever), 'B' user 2 (opdrachtnemer), 'H' half logged in, 'U' without
 * statement, 'E' an ended session of user 1. */
#ifndef TESTS_WEB_SMALL_SITE_H
#define TESTS_WEB_SMALL_SITE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <sodium.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#undef fail

#include "core/clock.h"
#include "core/embedded.h"
#include "core/log.h"
#include "data/database.h"
#include "data/desk.h"
#include "data/seal.h"
#include "data/steward.h"
#include "web/lanes.h"
#include "web/server.h"

#define UNUSED __attribute__((unused))

/* ---- pages ---- */

STEWARD_SQL(
    test_ding_add,
    "INSERT INTO alle_instelling (naam, waarde) VALUES ('ding ' || (SELECT count(*) FROM alle_instelling), :naam)");
STEWARD_SQL(test_ding_count, "SELECT count(*) AS n FROM alle_instelling WHERE naam LIKE 'ding %'");
SQL(test_may_ding, "SELECT :id <> 7 AS mag WHERE :id < 100");

struct ding_input {
    const char *naam, *hoe, *geheim;
};
static const struct field ding_form[] = {
    {.type = FIELD_TEXT,
     .name = "naam",
     .label = "Naam",
     .flags = FIELD_REQUIRED,
     AT(struct ding_input, naam),
     .max = 50},
    {.type = FIELD_TEXT, .name = "hoe", .label = "Hoe", AT(struct ding_input, hoe)},
    {.type = FIELD_PASSWORD, .name = "geheim", .label = "Geheim", AT(struct ding_input, geheim)},
    FORM_END,
};

static atomic_int touched, slow_ran, slow_now;

static void write_form(struct request *r, struct html *o)
{
    for (size_t i = 0; i < r->problems.n; i++)
        text_printf(o->out, "[%s:%s]", r->problems.list[i].field, r->problems.list[i].text);
    const char *naam = typed_value(&r->typed, "naam"), *geheim = typed_value(&r->typed, "geheim");
    text_printf(o->out, "csrf=%s; naam=%s; geheim=%s; concept=%d;", o->csrf, naam ? naam : "", geheim ? geheim : "",
                r->from_draft);
}

static enum result home_page(struct request *r)
{
    struct html o = page_begin(r);
    text_printf(o.out, "welkom %d; flash=%s; van=%s; q=%s; csrf=%s;", (int)r->viewer->gebruiker.id,
                r->flash ? r->flash : "", r->address, request_query(r, "q"), o.csrf);
    return OK;
}

static enum result form_page(struct request *r)
{
    struct html o = page_begin(r);
    write_form(r, &o);
    return OK;
}

static enum result ding_page(struct request *r)
{
    struct html o = page_begin(r);
    text_printf(o.out, "ding %d", (int)request_object(r, "ding"));
    return OK;
}

static enum result add_ding(struct request *r, const char *naam)
{
    int changed;
    TRY(steward_write(job_steward(r->job), test_ding_add, BIND(B("naam", naam)), &changed));
    job_audit(r->job, (struct audit_line){.wat = "ding.maken", .soort = "ding", .rij = 1});
    return OK;
}

static url to(const char *path)
{
    url u = {""};
    snprintf(u.path, sizeof u.path, "%s", path);
    return u;
}

/* Writes first and then ends as the form says: what is not OK must leave nothing. */
static enum result ding_post(struct request *r)
{
    const struct ding_input *in = r->input;
    const char *how = in->hoe ? in->hoe : "";
    TRY(add_ding(r, in->naam));
    if (strcmp(how, "vol") == 0)
        return DISK_FULL;
    if (strcmp(how, "druk") == 0)
        return BUSY;
    if (strcmp(how, "stuk") == 0)
        return FAILED;
    if (strcmp(how, "conflict") == 0)
        return CONFLICT;
    if (strcmp(how, "fout") == 0) {
        problem_add(&r->problems, "naam", "Deze naam bestaat al");
        return INVALID;
    }
    if (strcmp(how, "weer") == 0) {
        TRY(form_page(r));
        return form_again(r);
    }
    if (strcmp(how, "pagina") == 0)
        return home_page(r);
    if (strcmp(how, "traag") == 0)
        usleep(700000);
    return reply_redirect_said(r, to("/dingen/1"), "Gelukt: %s", in->naam);
}

static enum result weg_post(struct request *r)
{
    TRY(add_ding(r, "weg"));
    return reply_redirect(r, to("/"));
}

static enum result public_post(struct request *r)
{
    request_cookie(r, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    return reply_redirect_text(r, "/");
}

static enum result slow_part(struct request *r)
{
    atomic_fetch_add(&slow_ran, 1);
    assert_null(r->job);
    r->slow_result = arena_strdup(r->arena, "klaar");
    usleep(20000);
    return OK;
}

static enum result slow_post(struct request *r)
{
    if (!r->slow_result || strcmp(r->slow_result, "klaar") != 0)
        return FAILED;
    return public_post(r);
}

static enum result slow_page(struct request *r)
{
    atomic_fetch_add(&slow_now, 1);
    usleep(*request_query(r, "q") ? 600000 : 150000);
    return reply_text(r, "text/plain; charset=utf-8", "traag", 5);
}

static enum result upload_post(struct request *r)
{
    job_unlogged(r->job, "test");
    struct html o = page_begin(r);
    text_printf(o.out, "bestand=%s; n=%zu;", r->upload.filename ? r->upload.filename : "geen", r->upload.n);
    return OK;
}

static enum result download_page(struct request *r)
{
    r->reply.filename = "overzicht \xc3\xa9\xc3\xa9n.pdf";
    return reply_text(r, "application/pdf", "%PDF", 4);
}

static enum result broken_page(struct request *r)
{
    struct html o = page_begin(r);
    text_str(o.out, "half a page");
    return fail("broken on purpose");
}

/* clang-format off */
#define FORM_OF(f) .form = f, .input_size = sizeof(struct ding_input)
static const struct route test_routes[] = {
    { .method = GET,  .path = "/",                  .who = WHO_ALL,     .page = home_page },
    { .method = GET,  .path = "/inloggen",          .who = WHO_PUBLIC,  .page = form_page },
    { .method = POST, .path = "/inloggen",          .who = WHO_PUBLIC,  .page = slow_post, FORM_OF(ding_form), .form_page = form_page, .slow = slow_part, .no_once = true },
    { .method = GET,  .path = "/openbaar",          .who = WHO_PUBLIC,  .page = form_page },
    { .method = POST, .path = "/openbaar",          .who = WHO_PUBLIC,  .page = weg_post },
    { .method = GET,  .path = "/code",              .who = WHO_HALF,    .page = home_page },
    { .method = GET,  .path = "/geheimhouding",     .who = WHO_UNSIGNED, .page = home_page },
    { .method = GET,  .path = "/dingen/nieuw",      .who = WHO_ALL,     .page = form_page },
    { .method = POST, .path = "/dingen/nieuw",      .who = WHO_ALL,     .page = ding_post, FORM_OF(ding_form), .form_page = form_page },
    { .method = GET,  .path = "/dingen/:ding",      .who = WHO_ALL,     .page = ding_page, .may = { &test_may_ding, "ding", "Dat kan alleen de eigenaar." } },
    { .method = POST, .path = "/dingen/:ding/weg",  .who = SOORT_OG,    .page = weg_post, .may = { &test_may_ding, "ding", "Dat kan alleen de eigenaar." } },
    { .method = POST, .path = "/upload",            .who = WHO_ALL,     .page = upload_post, .body = 1048576 + 1000, .no_once = true },
    { .method = GET,  .path = "/traag",             .who = WHO_ALL,     .page = slow_page, .slow_get = true },
    { .method = GET,  .path = "/overzicht.pdf",     .who = WHO_ALL,     .page = download_page },
    { .method = GET,  .path = "/stuk",              .who = WHO_ALL,     .page = broken_page },
};
/* clang-format on */

/* ---- what main hands over ---- */

static enum result find_session(struct steward *gate, struct arena *a, const char *token, tijdstip now,
                                const struct config *c, struct session_found *out)
{
    (void)gate, (void)a, (void)c;
    *out = (struct session_found){.until = {now.sec + 1800}};
    out->viewer = (struct viewer){.gebruiker = {1},
                                  .organisatie = {1},
                                  .soort = SOORT_OG,
                                  .naam = "A",
                                  .email = "a@example.nl",
                                  .organisatie_naam = "",
                                  .regio_naam = ""};
    switch (token[0]) {
    case 'A':
        out->state = WHO_ALL;
        break;
    case 'B':
        out->state = WHO_ALL;
        out->viewer.gebruiker.id = 2;
        out->viewer.soort = SOORT_ON;
        break;
    case 'H':
        out->state = WHO_HALF;
        break;
    case 'U':
        out->state = WHO_UNSIGNED;
        break;
    case 'E':
        out->expired = true;
        out->expired_user.id = 1;
        break;
    default:
        break;
    }
    return OK;
}

static enum result touch_it(struct steward *gate, const char *token, tijdstip now)
{
    (void)gate, (void)token, (void)now;
    atomic_fetch_add(&touched, 1);
    return OK;
}

static void error_it(struct request *r, int status, const char *sentence, uint32_t incident)
{
    struct html o = page_begin(r);
    text_printf(o.out, "FOUT %d; %s; nummer=%d;", status, sentence ? sentence : "", incident != 0);
}

static const struct embedded_file test_statics[] = {
    {"app.css", (const unsigned char *)"body{}", 6, "0123456789abcdef0123456789abcdef", "text/css; charset=utf-8"}};

struct small_site {
    char folder[64];
    struct config config;
    struct site site;
    struct server *server;
    int port;
};
static struct small_site small;
static const char *small_proxy; /* set before the site is opened */
static int small_per_address;

static void small_start(struct deadlines deadlines, int idle_sec, const char *certificate, const char *key,
                        const char *where)
{
    struct config *c = &small.config;
    struct text problems;
    text_init(&problems, 10000);
    log_level_set(getenv("TEST_LOG") ? LOG_DEBUG : LOG_ERROR + 1);
    assert_true(sodium_init() >= 0);
    assert_int_equal(clock_init(), OK);
    snprintf(small.folder, sizeof small.folder, "/tmp/srm-web-XXXXXX");
    assert_non_null(mkdtemp(small.folder));
    config_defaults(c);
    snprintf(c->listen, sizeof c->listen, "%s", where);
    snprintf(c->tls_certificate, sizeof c->tls_certificate, "%s", certificate);
    snprintf(c->tls_key, sizeof c->tls_key, "%s", key);
    snprintf(c->database, sizeof c->database, "%s/srm.db", small.folder);
    snprintf(c->key_store, sizeof c->key_store, "%s/keys.db", small.folder);
    snprintf(c->master_key, sizeof c->master_key, "%s/master.key", small.folder);
    snprintf(c->tmp, sizeof c->tmp, "%s", small.folder);
    snprintf(c->security_contact, sizeof c->security_contact, "mailto:security@example.nl");
    c->connections = 400;
    c->connections_per_address = small_per_address ? small_per_address : 400;
    c->plain_http = !small_proxy;
    snprintf(c->proxy, sizeof c->proxy, "%s", small_proxy ? small_proxy : "");
    small.site = (struct site){.routes = test_routes,
                               .n_routes = sizeof test_routes / sizeof *test_routes,
                               .config = c,
                               .session_find = find_session,
                               .session_touch = touch_it,
                               .error_page = error_it,
                               .login_path = "/inloggen",
                               .second_step_path = "/code",
                               .statement_path = "/geheimhouding",
                               .statics = test_statics,
                               .n_statics = 1};
    enum result e = database_open(c->database, true, true, &problems, &small.site.base);
    if (e == OK)
        e = database_migrate(small.site.base, &problems);
    if (e == OK)
        e = seal_open(c->key_store, c->master_key, &small.site.seal);
    if (e == OK)
        e = desk_start(small.site.base, &small.site.desk);
    if (e == OK)
        e = server_start_with(&small.site, deadlines, idle_sec, &problems, &small.server, &small.port);
    if (e != OK)
        fprintf(stderr, "small site: %s\n%s", result_name(e), text_c(&problems));
    assert_int_equal(e, OK);
    text_free(&problems);
    snprintf(c->base_url, sizeof c->base_url, "http://127.0.0.1:%d", small.port);
}

static UNUSED void small_open(struct deadlines deadlines, int idle_sec)
{
    small_start(deadlines, idle_sec, "", "", "127.0.0.1:0");
}

static const struct deadlines usual_deadlines UNUSED = {
    {[WIRE_HEAD] = 30, [WIRE_BODY] = 60, [WIRE_LANE] = 0, [WIRE_SEND] = 60}};

static UNUSED void small_open_tls(const char *certificate, const char *key, const char *where)
{
    small_start(usual_deadlines, 20, certificate, key, where);
}

static void small_close(void)
{
    if (small.server)
        server_stop(small.server);
    desk_stop(small.site.desk);
    seal_close(small.site.seal);
    database_close(small.site.base);
    char command[2][200];
    snprintf(command[0], sizeof command[0], "%s", small.folder);
    pid_t child = fork();
    if (child == 0) {
        execlp("rm", "rm", "-rf", command[0], (char *)NULL);
        _exit(1);
    }
    waitpid(child, NULL, 0);
    memset(&small, 0, sizeof small);
}

/* ---- client ---- */

struct got {
    int status;
    char head[16000];
    char body[70000];
    size_t n;
    bool closed;
};

static int dial(void)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in sa = {
        .sin_family = AF_INET, .sin_port = htons((uint16_t)small.port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    assert_true(fd >= 0);
    assert_int_equal(connect(fd, (struct sockaddr *)&sa, sizeof sa), 0);
    struct timeval t = {20, 0};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
    return fd;
}

static bool send_all(int fd, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t w = send(fd, p, n, MSG_NOSIGNAL);
        if (w <= 0)
            return false;
        p += w;
        n -= (size_t)w;
    }
    return true;
}

/* Reads one answer; keeps the connection. status 0 when it was closed without one. */
static void receive(int fd, bool head_only, struct got *g)
{
    static char buffer[100000];
    size_t n = 0, want = 0, head = 0;
    memset(g, 0, sizeof *g);
    while (n < sizeof buffer - 1 && (head == 0 || n < head + want)) {
        ssize_t got =
            recv(fd, buffer + n,
                 head ? (head + want - n < sizeof buffer - 1 - n ? head + want - n : sizeof buffer - 1 - n) : 1, 0);
        if (got <= 0) {
            g->closed = true;
            break;
        }
        n += (size_t)got;
        buffer[n] = '\0';
        if (head == 0 && n >= 4 && memcmp(buffer + n - 4, "\r\n\r\n", 4) == 0) {
            const char *length = strcasestr(buffer, "\r\nContent-Length:");
            head = n;
            want = length && !head_only ? strtoul(length + 17, NULL, 10) : 0;
            if (strncmp(buffer, "HTTP/1.1 100", 12) == 0) {
                n = head = 0;
                continue;
            }
            if (strncmp(buffer, "HTTP/1.1 304", 12) == 0)
                want = 0;
        }
    }
    if (head == 0)
        return;
    g->status = (int)strtol(buffer + 9, NULL, 10);
    memcpy(g->head, buffer, head < sizeof g->head - 1 ? head : sizeof g->head - 1);
    g->n = n - head;
    memcpy(g->body, buffer + head, g->n < sizeof g->body - 1 ? g->n : sizeof g->body - 1);
}

static struct got *raw_n(const char *p, size_t n)
{
    static struct got g;
    int fd = dial();
    send_all(fd, p, n);
    receive(fd, strncmp(p, "HEAD", 4) == 0, &g);
    close(fd);
    return &g;
}

static UNUSED struct got *raw(const char *p)
{
    return raw_n(p, strlen(p));
}

static const char *cookie(char who)
{
    static char out[100];
    char token[44] = "";
    memset(token, who, 43);
    snprintf(out, sizeof out, who ? "Cookie: __Host-sr=%s\r\n" : "%s", who ? token : "");
    return out;
}

static UNUSED struct got *get_as(char who, const char *path, const char *headers)
{
    char p[9000];
    snprintf(p, sizeof p, "GET %s HTTP/1.1\r\nHost: x\r\n%s%s\r\n", path, cookie(who), headers);
    return raw(p);
}

static UNUSED struct got *post_as(char who, const char *path, const char *body, const char *headers)
{
    char p[9000];
    snprintf(p, sizeof p,
             "POST %s HTTP/1.1\r\nHost: x\r\n%s%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
             "%zu\r\n\r\n%s",
             path, cookie(who), headers, strlen(body), body);
    return raw(p);
}

/* The word after "key=" up to ';' or the line's end. */
static const char *word_after(const char *where, const char *key)
{
    static char out[4][700];
    static int at;
    char *o = out[at++ % 4];
    const char *p = strstr(where, key);
    o[0] = '\0';
    if (p) {
        p += strlen(key);
        snprintf(o, 700, "%.*s", (int)strcspn(p, ";\r\n"), p);
    }
    return o;
}

static UNUSED const char *header_of(const struct got *g, const char *name)
{
    char key[80];
    static char out[3000];
    snprintf(key, sizeof key, "\r\n%s: ", name);
    const char *p = strcasestr(g->head, key);
    out[0] = '\0';
    if (p)
        snprintf(out, sizeof out, "%.*s", (int)strcspn(p + strlen(key), "\r\n"), p + strlen(key));
    return out;
}

static UNUSED const char *csrf_as(char who)
{
    return word_after(get_as(who, "/dingen/nieuw", "")->body, "csrf=");
}

static UNUSED int dingen(void)
{
    struct steward *s;
    struct arena *a = arena_new();
    assert_int_equal(steward_open(small.site.base, true, &s), OK);
    int n = -1;
    {
        struct query q CLEAN = query(s, a, test_ding_count, BIND_NONE);
        if (one_row(&q) == OK)
            n = (int)row_int(&q, "n");
    }
    steward_close(s);
    arena_free(a);
    return n;
}

static UNUSED const char *once(int nr)
{
    static char out[4][44];
    static int at;
    char *o = out[at++ % 4];
    snprintf(o, 44, "%043d", nr);
    return o;
}

#endif
