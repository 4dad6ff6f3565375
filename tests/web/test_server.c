/* A request from socket to socket: routes, sessions, forms, rights, answers and their headers. */
#include "web/small_site.h"

#include <signal.h>
#include <sys/resource.h>

static const char *field(const char *csrf, int nr, const char *rest)
{
    static char out[3][3000];
    static int at;
    char *o = out[at++ % 3];
    snprintf(o, 3000, "_csrf=%s&_eenmalig=%s%s%s", csrf, once(nr), *rest ? "&" : "", rest);
    return o;
}

static const char *const always[][2] = {
    {"Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src "
                                "'self'; connect-src 'self'; form-action 'self'; "
                                "base-uri 'none'; frame-ancestors 'none'; object-src 'none'"},
    {"X-Frame-Options", "DENY"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Permissions-Policy", "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), "
                           "microphone=(), payment=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

static void has_headers(const struct got *g, const char *cache)
{
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        assert_string_equal(header_of(g, always[i][0]), always[i][1]);
    assert_string_equal(header_of(g, "Cache-Control"), cache);
    assert_null(strcasestr(g->head, "\r\nServer:"));
}

static void test_headers_everywhere(void **state)
{
    (void)state;
    const struct {
        char who;
        const char *path;
        int status;
    } gets[] = {
        {'A', "/", 200},
        {0, "/", 303},
        {0, "/inloggen", 200},
        {0, "/nergens", 404},
        {'A', "/dingen/7", 403},
        {'A', "/dingen/100", 404},
        {'A', "/stuk", 500},
        {'A', "/traag", 200},
        {0, "/gezond", 200},
        {0, "/.well-known/security.txt", 200},
        {0, "/upload", 405},
        {0, "/?a=%", 400},
        {0, "/static/0123456789abcdef0123456789abcdef/weg.css", 404},
    };
    for (size_t i = 0; i < sizeof gets / sizeof *gets; i++) {
        struct got *g = get_as(gets[i].who, gets[i].path, "");
        assert_int_equal(g->status, gets[i].status);
        has_headers(g, "no-store");
        assert_string_equal(header_of(g, "Strict-Transport-Security"), "");
    }
    has_headers(post_as(0, "/nergens", "a=1", ""), "no-store");
    has_headers(post_as('A', "/dingen/nieuw", "a=1", ""), "no-store");
    has_headers(raw("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n"), "no-store");
    has_headers(get_as(0, "/static/0123456789abcdef0123456789abcdef/app.css", ""),
                "public, max-age=31536000, immutable");
    struct got *g = get_as('A', "/overzicht.pdf", "");
    assert_string_equal(header_of(g, "Content-Security-Policy"),
                        "sandbox; default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'");
    assert_string_equal(header_of(g, "Content-Disposition"),
                        "attachment; filename=\"overzicht ____n.pdf\"; filename*=UTF-8''overzicht%20%C3%A9%C3%A9n.pdf");
    assert_string_equal(header_of(g, "Content-Type"), "application/pdf");
    snprintf(small.config.base_url, sizeof small.config.base_url, "https://monitor.example.nl");
    assert_string_equal(header_of(get_as('A', "/", ""), "Strict-Transport-Security"),
                        "max-age=31536000; includeSubDomains");
    snprintf(small.config.base_url, sizeof small.config.base_url, "http://127.0.0.1:%d", small.port);
}

static void test_methods(void **state)
{
    (void)state;
    struct got *g = get_as(0, "/upload", "");
    assert_int_equal(g->status, 405);
    assert_string_equal(header_of(g, "Allow"), "POST");
    g = post_as('A', "/", "a=1", "");
    assert_int_equal(g->status, 405);
    assert_string_equal(header_of(g, "Allow"), "GET, HEAD");
    g = raw("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n");
    assert_int_equal(g->status, 405);
    assert_string_equal(header_of(g, "Allow"), "GET, HEAD, POST");
    assert_int_equal(post_as(0, "/static/x/y", "a=1", "")->status, 405);
    char p[300];
    snprintf(p, sizeof p, "HEAD / HTTP/1.1\r\nHost: x\r\n%s\r\n", cookie('A'));
    g = raw(p);
    assert_int_equal(g->status, 200);
    assert_true(strtol(header_of(g, "Content-Length"), NULL, 10) > 10);
    assert_int_equal(g->n, 0);
}

static void test_static(void **state)
{
    (void)state;
    struct got *g = get_as(0, "/static/0123456789abcdef0123456789abcdef/app.css", "");
    assert_int_equal(g->status, 200);
    assert_string_equal(g->body, "body{}");
    assert_string_equal(header_of(g, "Content-Type"), "text/css; charset=utf-8");
    assert_string_equal(header_of(g, "ETag"), "\"0123456789abcdef0123456789abcdef\"");
    g = get_as(0, "/static/0123456789abcdef0123456789abcdef/app.css",
               "If-None-Match: \"0123456789abcdef0123456789abcdef\"\r\n");
    assert_int_equal(g->status, 304);
    assert_int_equal(g->n, 0);
    g = get_as(0, "/.well-known/security.txt", "");
    assert_non_null(strstr(g->body, "Contact: mailto:security@example.nl\n"));
    assert_non_null(strstr(g->body, "Expires: "));
    assert_string_equal(get_as(0, "/gezond", "")->body, "gezond\n");
}

static void test_who(void **state)
{
    (void)state;
    assert_non_null(strstr(get_as('A', "/", "")->body, "welkom 1"));
    assert_non_null(strstr(get_as('B', "/", "")->body, "welkom 2"));
    assert_string_equal(header_of(get_as(0, "/dingen/1?q=a%26b", ""), "Location"),
                        "/inloggen?verder=%2Fdingen%2F1%3Fq%3Da%2526b");
    assert_string_equal(header_of(get_as(0, "/", ""), "Location"), "/inloggen");
    assert_string_equal(header_of(get_as('Z', "/traag", ""), "Location"), "/inloggen?verder=%2Ftraag");
    assert_string_equal(header_of(get_as('H', "/", ""), "Location"), "/code");
    assert_int_equal(get_as('H', "/code", "")->status, 200);
    assert_string_equal(header_of(get_as('U', "/dingen/1", ""), "Location"), "/geheimhouding?verder=%2Fdingen%2F1");
    assert_int_equal(get_as('U', "/geheimhouding", "")->status, 200);
    assert_string_equal(header_of(get_as('A', "/code", ""), "Location"), "/");
    struct got *g = post_as('B', "/dingen/1/weg", field(csrf_as('B'), 1, ""), "");
    assert_int_equal(g->status, 403);
    assert_non_null(strstr(g->body, "niet voor uw soort account"));
}

static void test_may(void **state)
{
    (void)state;
    assert_int_equal(get_as('A', "/dingen/8", "")->status, 200);
    struct got *g = get_as('A', "/dingen/7", "");
    assert_int_equal(g->status, 403);
    assert_non_null(strstr(g->body, "Dat kan alleen de eigenaar."));
    assert_int_equal(get_as('A', "/dingen/100", "")->status, 404);
    assert_int_equal(post_as('A', "/dingen/7/weg", field(csrf_as('A'), 2, ""), "")->status, 403);
    assert_int_equal(post_as('A', "/dingen/100/weg", field(csrf_as('A'), 3, ""), "")->status, 404);
}

static void test_post_and_flash(void **state)
{
    (void)state;
    int before = dingen();
    struct got *g = post_as('A', "/dingen/nieuw", field(csrf_as('A'), 10, "naam=Park+%C3%A9"), "");
    assert_int_equal(g->status, 303);
    assert_string_equal(header_of(g, "Location"), "/dingen/1");
    assert_int_equal(dingen(), before + 1);
    char melding[900], headers[1000];
    snprintf(melding, sizeof melding, "%s", word_after(g->head, "__Host-sr-melding="));
    snprintf(headers, sizeof headers, "Cookie: __Host-sr-melding=%s\r\n", melding);
    g = get_as('A', "/", headers);
    assert_non_null(strstr(g->body, "flash=Gelukt: Park \xc3\xa9;"));
    assert_non_null(strstr(g->head, "__Host-sr-melding=;")); /* shown once */
    melding[10] = melding[10] == 'x' ? 'y' : 'x';
    snprintf(headers, sizeof headers, "Cookie: __Host-sr-melding=%s\r\n", melding);
    assert_non_null(strstr(get_as('A', "/", headers)->body, "flash=;"));
}

static void test_form_again(void **state)
{
    (void)state;
    int before = dingen();
    char csrf[60];
    snprintf(csrf, sizeof csrf, "%s", csrf_as('A'));
    struct got *g = post_as('A', "/dingen/nieuw", field(csrf, 20, "naam=+&hoe=x&geheim=wachtwoord"), "");
    assert_int_equal(g->status, 422);
    assert_non_null(strstr(g->body, "[naam:Vul de naam in]"));
    assert_non_null(strstr(g->body, "csrf="));
    g = post_as('A', "/dingen/nieuw", field(csrf, 21, "naam=Park&hoe=fout"), "");
    assert_int_equal(g->status, 422);
    assert_non_null(strstr(g->body, "[naam:Deze naam bestaat al]"));
    assert_non_null(strstr(g->body, "naam=Park;"));
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf, 22, "naam=Park&hoe=weer"), "")->status, 422);
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf, 23, "naam=Park&hoe=conflict"), "")->status, 409);
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf, 24, "naam=Park&vreemd=1"), "")->status, 400);
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf, 25, "naam=Park&naam=Park"), "")->status, 400);
    assert_int_equal(post_as('A', "/dingen/1/weg", field(csrf, 26, "naam=Park"), "")->status, 400);
    assert_int_equal(dingen(), before); /* nothing of all this was kept */
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf, 20, "naam=Park"), "")->status,
                     303); /* the refused form can be mended and sent */
}

static void test_not_saved(void **state)
{
    (void)state;
    int before = dingen();
    const struct {
        const char *how;
        int status;
        const char *said;
    } cases[] = {
        {"vol", 507, "Niet opgeslagen: er is geen ruimte meer"},
        {"druk", 503, "Niet opgeslagen: het is nu te druk"},
        {"stuk", 500, "Niet opgeslagen: er ging iets mis"},
    };
    for (size_t i = 0; i < 3; i++) {
        char rest[100];
        snprintf(rest, sizeof rest, "naam=Lang+verhaal&hoe=%s", cases[i].how);
        struct got *g = post_as('A', "/dingen/nieuw", field(csrf_as('A'), 30 + (int)i, rest), "");
        assert_int_equal(g->status, cases[i].status);
        assert_non_null(strstr(g->body, cases[i].said));
        assert_non_null(strstr(g->body, "naam=Lang verhaal;"));
        assert_null(strstr(g->head, "__Host-sr-melding"));
    }
    assert_int_equal(dingen(), before);
    struct got *g = get_as('A', "/stuk", "");
    assert_int_equal(g->status, 500);
    assert_non_null(strstr(g->body, "nummer=1"));
    assert_null(strstr(g->body, "half a page"));
}

/* The commit itself fails: the handler had long answered, and must be taken back. */
static void test_disk_gives_up(void **state)
{
    (void)state;
    struct rlimit all, none;
    char body[300];
    int before = dingen();
    snprintf(body, sizeof body, "%s", field(csrf_as('A'), 35, "naam=Lang+verhaal"));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &all), 0);
    signal(SIGXFSZ, SIG_IGN);
    none = all;
    none.rlim_cur = 0;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    struct got *g = post_as('A', "/dingen/nieuw", body, "");
    int status = g->status, pages = get_as('A', "/dingen/8", "")->status;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &all), 0);
    g = post_as('A', "/dingen/7/weg", field(csrf_as('A'), 36, ""), "");
    assert_int_equal(g->status, 403); /* the desk goes on */
    assert_true(status == 507 || status == 500);
    assert_int_equal(pages, 200);
    assert_int_equal(dingen(), before);
    g = post_as('A', "/dingen/nieuw", body, "");
    assert_int_equal(g->status, 303); /* the same form, sent again, is saved: it was never handled */
    assert_int_equal(dingen(), before + 1);
}

/* ---- a full desk ---- */

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static atomic_int finished;

static enum result wait_at_gate(struct desk_task *task, struct desk_job *job)
{
    (void)task;
    job_viewer(job, NULL);
    pthread_mutex_lock(&gate);
    pthread_mutex_unlock(&gate);
    return OK;
}

static void count_finished(struct desk_task *task, enum result ended)
{
    (void)task, (void)ended;
    atomic_fetch_add(&finished, 1);
}

static void test_full_desk(void **state)
{
    (void)state;
    enum { N = 2000 };
    static struct desk_task tasks[N];
    char body[300];
    int before = dingen(), queued = 0;
    snprintf(body, sizeof body, "%s", field(csrf_as('A'), 37, "naam=Lang+verhaal&geheim=wachtwoord1"));
    pthread_mutex_lock(&gate);
    for (int round = 0; round < 3; round++, usleep(50000)) { /* the desk takes a first group before it waits */
        for (; queued < N; queued++) {
            tasks[queued] = (struct desk_task){.run = wait_at_gate, .done = count_finished};
            if (desk_submit(small.site.desk, &tasks[queued]) != OK)
                break;
        }
    }
    assert_in_range(queued, 1000, N - 1);
    struct got *g = post_as('A', "/dingen/nieuw", body, "");
    pthread_mutex_unlock(&gate);
    assert_int_equal(g->status, 503);
    assert_non_null(strstr(g->body, "Niet opgeslagen: het is nu te druk"));
    assert_non_null(strstr(g->body, "naam=Lang verhaal;"));
    assert_string_equal(header_of(g, "Retry-After"), "10");
    while (atomic_load(&finished) < queued)
        usleep(10000);
    assert_int_equal(dingen(), before);
    assert_int_equal(post_as('A', "/dingen/nieuw", body, "")->status, 303);
}

static void test_double_submit(void **state)
{
    (void)state;
    int before = dingen();
    char body[300];
    snprintf(body, sizeof body, "%s", field(csrf_as('A'), 40, "naam=Eenmaal"));
    struct got *g = post_as('A', "/dingen/nieuw", body, "");
    assert_int_equal(g->status, 303);
    for (int i = 0; i < 3; i++) {
        g = post_as('A', "/dingen/nieuw", body, "");
        assert_int_equal(g->status, 303);
        assert_string_equal(header_of(g, "Location"), "/dingen/1");
    }
    assert_int_equal(dingen(), before + 1);
    /* two at the same moment */
    char request[2][1000];
    int fd[2];
    snprintf(body, sizeof body, "%s", field(csrf_as('A'), 41, "naam=Tegelijk"));
    for (int i = 0; i < 2; i++) {
        snprintf(request[i], sizeof request[i],
                 "POST /dingen/nieuw HTTP/1.1\r\nHost: x\r\n%sContent-Type: "
                 "application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
                 cookie('A'), strlen(body), body);
        fd[i] = dial();
    }
    for (int i = 0; i < 2; i++)
        send_all(fd[i], request[i], strlen(request[i]));
    for (int i = 0; i < 2; i++) {
        static struct got answer;
        receive(fd[i], false, &answer);
        close(fd[i]);
        assert_int_equal(answer.status, 303);
    }
    assert_int_equal(dingen(), before + 2);
    /* another's token is no way in; a form that answered with a page says so */
    assert_int_equal(post_as('B', "/dingen/nieuw", field(csrf_as('B'), 41, "naam=Tegelijk"), "")->status, 403);
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf_as('A'), 42, "naam=Een&hoe=pagina"), "")->status, 200);
    assert_int_equal(post_as('A', "/dingen/nieuw", field(csrf_as('A'), 42, "naam=Een&hoe=pagina"), "")->status, 409);
    assert_int_equal(post_as('A', "/dingen/nieuw", "naam=Zonder", "")->status, 403);
    char none[200];
    snprintf(none, sizeof none, "_csrf=%s&naam=Zonder", csrf_as('A'));
    assert_int_equal(post_as('A', "/dingen/nieuw", none, "")->status, 400);
    assert_int_equal(dingen(), before + 3);
}

/* Every POST of the table, with each thing that can be wrong about where it comes from. */
static void test_forged(void **state)
{
    (void)state;
    char own[80], origin[200], voor[60], voor_csrf[60], voor_cookie[200];
    int before = dingen(), nr = 100;
    snprintf(own, sizeof own, "http://127.0.0.1:%d", small.port);
    struct got *g = get_as(0, "/openbaar", "");
    snprintf(voor, sizeof voor, "%s", word_after(g->head, "__Host-sr-voor="));
    snprintf(voor_csrf, sizeof voor_csrf, "%s", word_after(g->body, "csrf="));
    snprintf(voor_cookie, sizeof voor_cookie, "Cookie: __Host-sr-voor=%s\r\n", voor);
    assert_int_equal(strlen(voor), 43);
    for (size_t i = 0; i < sizeof test_routes / sizeof *test_routes; i++) {
        const struct route *route = &test_routes[i];
        if (route->method != POST)
            continue;
        bool open = route->who & WHO_PUBLIC;
        const char *path = strstr(route->path, ":ding") ? "/dingen/1/weg" : route->path,
                   *rest = route->form ? "naam=x" : "";
        char csrf[60];
        snprintf(csrf, sizeof csrf, "%s", open ? voor_csrf : csrf_as('A'));
        const struct {
            const char *csrf, *headers;
            bool fine;
        } cases[] = {
            {"", "", false},
            {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "", false},
            {csrf, "Origin: null\r\n", false},
            {csrf, "Origin: http://evil.example\r\n", false},
            {csrf, "Origin: https://127.0.0.1\r\n", false},
            {csrf, "Sec-Fetch-Site: cross-site\r\n", false},
            {csrf, "Sec-Fetch-Site: same-site\r\n", false},
            {csrf, "Sec-Fetch-Site: none\r\n", false},
            {csrf, origin, true},
            {csrf, "Sec-Fetch-Site: same-origin\r\n", true},
        };
        snprintf(origin, sizeof origin, "Origin: %s\r\nSec-Fetch-Site: same-origin\r\n", own);
        for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
            char headers[600];
            snprintf(headers, sizeof headers, "%s%s", cases[k].headers, open ? voor_cookie : "");
            g = post_as(open ? 0 : 'A', path, field(cases[k].csrf, nr++, rest), headers);
            if (cases[k].fine)
                assert_true(g->status == 303 || g->status == 200);
            else
                assert_int_equal(g->status, 403);
            if (!cases[k].fine)
                assert_int_equal(dingen(), before);
            before = dingen();
        }
        if (!open) { /* a token of another's session, and that of a public form */
            assert_int_equal(post_as('A', path, field(csrf_as('B'), nr++, rest), "")->status, 403);
            assert_int_equal(post_as('A', path, field(voor_csrf, nr++, rest), voor_cookie)->status, 403);
        }
    }
    assert_int_equal(dingen(), before);
}

/* A first try on loopback may be called by another name; an installation may not. */
static void test_origin_of_a_first_try(void **state)
{
    (void)state;
    char origin[100], listen[128];
    snprintf(listen, sizeof listen, "%s", small.config.listen);
    snprintf(small.config.listen, sizeof small.config.listen, "127.0.0.1:%d", small.port);
    snprintf(origin, sizeof origin, "Origin: http://localhost:%d\r\n", small.port);
    assert_int_equal(post_as('A', "/dingen/1/weg", field(csrf_as('A'), 500, ""), origin)->status, 303);
    assert_int_equal(
        post_as('A', "/dingen/1/weg", field(csrf_as('A'), 501, ""), "Origin: http://localhost:1\r\n")->status, 403);
    snprintf(origin, sizeof origin, "Origin: http://localhost:%d.evil.example\r\n", small.port);
    assert_int_equal(post_as('A', "/dingen/1/weg", field(csrf_as('A'), 502, ""), origin)->status, 403);
    snprintf(origin, sizeof origin, "Origin: http://localhost:%d\r\n", small.port);
    small.config.plain_http = false;
    assert_int_equal(post_as('A', "/dingen/1/weg", field(csrf_as('A'), 503, ""), origin)->status, 403);
    small.config.plain_http = true;
    snprintf(small.config.listen, sizeof small.config.listen, "%s", listen);
}

static void test_login_cookie(void **state)
{
    (void)state;
    char voor_cookie[200], csrf[60];
    int ran = atomic_load(&slow_ran);
    struct got *g = get_as(0, "/inloggen", "");
    snprintf(csrf, sizeof csrf, "%s", word_after(g->body, "csrf="));
    snprintf(voor_cookie, sizeof voor_cookie, "Cookie: __Host-sr-voor=%s\r\n", word_after(g->head, "__Host-sr-voor="));
    g = post_as(0, "/inloggen", field(csrf, 200, "naam=x&geheim=y"), voor_cookie);
    assert_int_equal(g->status, 303);
    assert_string_equal(
        header_of(g, "Set-Cookie"),
        "__Host-sr=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; Path=/; Secure; HttpOnly; SameSite=Lax");
    assert_int_equal(atomic_load(&slow_ran), ran + 1);
    g = post_as(0, "/inloggen", field(csrf, 201, "naam=&geheim=y"), voor_cookie);
    assert_int_equal(g->status, 422);
    assert_int_equal(atomic_load(&slow_ran), ran + 1); /* nothing slow is done for a form that is not right */
    assert_int_equal(post_as(0, "/inloggen", field("x", 202, "naam=x"), voor_cookie)->status, 403);
    assert_int_equal(atomic_load(&slow_ran), ran + 1);
}

/* A session ended while a long form was filled in: nothing of it is lost, but the password. */
static void test_expired_session(void **state)
{
    (void)state;
    int before = dingen();
    /* the page was made when this session still lived: its token is tied to the cookie */
    uint8_t tag[32];
    char token[44] = "", text[60], where[200], path[300];
    memset(token, 'E', 43);
    snprintf(text, sizeof text, "sessie|%s", token);
    seal_tag(small.site.seal, "csrf", text, strlen(text), tag);
    struct arena *a = arena_new();
    char csrf[60];
    snprintf(csrf, sizeof csrf, "%s", base64url(a, tag, sizeof tag));
    arena_free(a);
    struct got *g = post_as('E', "/dingen/nieuw", field(csrf, 300, "naam=Heel+lang+getypt&geheim=wachtwoord1"), "");
    assert_int_equal(g->status, 303);
    snprintf(where, sizeof where, "%s", header_of(g, "Location"));
    assert_int_equal(strncmp(where, "/inloggen?verder=%2Fdingen%2Fnieuw%3Fconcept%3D", 47), 0);
    assert_int_equal(dingen(), before);
    snprintf(path, sizeof path, "/dingen/nieuw?concept=%s", where + 47);
    g = get_as('A', path, "");
    assert_non_null(strstr(g->body, "naam=Heel lang getypt;"));
    assert_non_null(strstr(g->body, "geheim=;"));
    assert_non_null(strstr(g->body, "concept=1;"));
    assert_non_null(strstr(get_as('B', path, "")->body, "naam=; geheim=; concept=0;")); /* another's draft is nothing */
    snprintf(path, sizeof path, "/inloggen?concept=%s", where + 47);
    assert_non_null(strstr(get_as('A', path, "")->body, "concept=0;")); /* nor is one of another page */
    tijdstip now = clock_now();
    clock_set((tijdstip){now.sec + 16 * 60});
    snprintf(path, sizeof path, "/dingen/nieuw?concept=%s", where + 47);
    assert_non_null(strstr(get_as('A', path, "")->body, "concept=0;")); /* after fifteen minutes it is gone */
    clock_reset();
    /* a forged form of an ended session is not kept */
    assert_int_equal(post_as('E', "/dingen/nieuw", field("x", 301, "naam=Vals"), "")->status, 403);
    /* nobody at all is sent to log in, and comes back to the form */
    assert_string_equal(header_of(post_as(0, "/dingen/nieuw", field("x", 302, "naam=Vals"), ""), "Location"),
                        "/inloggen?verder=%2Fdingen%2Fnieuw");
}

static void test_touch(void **state)
{
    (void)state;
    int before = atomic_load(&touched);
    for (int i = 0; i < 5; i++)
        assert_int_equal(get_as('B', "/", "")->status, 200);
    tijdstip now = clock_now();
    clock_set((tijdstip){now.sec + 61});
    for (int i = 0; i < 5; i++)
        assert_int_equal(get_as('B', "/", "")->status, 200);
    clock_reset();
    for (int i = 0; i < 50 && atomic_load(&touched) < before + 1; i++)
        usleep(10000);
    assert_in_range(atomic_load(&touched) - before, 1, 2);
}

static void test_keep_alive(void **state)
{
    (void)state;
    int fd = dial();
    char p[400];
    static struct got g;
    for (int i = 0; i < 5; i++) {
        snprintf(p, sizeof p, "GET / HTTP/1.1\r\nHost: x\r\n%s\r\n", cookie('A'));
        assert_true(send_all(fd, p, strlen(p)));
        receive(fd, false, &g);
        assert_int_equal(g.status, 200);
    }
    char body[200];
    snprintf(body, sizeof body, "%s", field(csrf_as('A'), 400, ""));
    snprintf(p, sizeof p,
             "POST /dingen/1/weg HTTP/1.1\r\nHost: x\r\n%sContent-Type: "
             "application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
             cookie('A'), strlen(body), body);
    assert_true(send_all(fd, p, strlen(p)));
    receive(fd, false, &g);
    assert_int_equal(g.status, 303);
    close(fd);
}

static void test_behind_a_proxy(void **state)
{
    (void)state;
    assert_non_null(strstr(get_as('A', "/", "X-Forwarded-For: 198.51.100.9\r\n")->body, "van=127.0.0.1;"));
    snprintf(small.config.proxy, sizeof small.config.proxy, "127.0.0.1");
    assert_non_null(strstr(get_as('A', "/", "X-Forwarded-For: 1.1.1.1, 198.51.100.9\r\n")->body, "van=198.51.100.9;"));
    small.config.proxy[0] = '\0';
}

static int set_up(void **state)
{
    (void)state;
    small_open(usual_deadlines, 20);
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
        cmocka_unit_test(test_headers_everywhere),
        cmocka_unit_test(test_methods),
        cmocka_unit_test(test_static),
        cmocka_unit_test(test_who),
        cmocka_unit_test(test_may),
        cmocka_unit_test(test_post_and_flash),
        cmocka_unit_test(test_form_again),
        cmocka_unit_test(test_not_saved),
        cmocka_unit_test(test_disk_gives_up),
        cmocka_unit_test(test_full_desk),
        cmocka_unit_test(test_double_submit),
        cmocka_unit_test(test_forged),
        cmocka_unit_test(test_origin_of_a_first_try),
        cmocka_unit_test(test_login_cookie),
        cmocka_unit_test(test_expired_session),
        cmocka_unit_test(test_touch),
        cmocka_unit_test(test_keep_alive),
        cmocka_unit_test(test_behind_a_proxy),
    };
    return cmocka_run_group_tests_name("server", tests, set_up, tear_down);
}
