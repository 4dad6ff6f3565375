/* commands/serve.c: composes the house and keeps it standing: the only place that knows all floors. Starts upwards,
 * stops downwards. */
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/akkoord/akkoord.h"
#include "app/layout.h"
#include "app/routes.h"
#include "commands/commands.h"
#include "commands/demo.h"
#include "core/embedded.h"
#include "core/log.h"
#include "data/database.h"
#include "data/desk.h"
#include "data/seal.h"
#include "planner/planner.h"
#include "post/outbox.h"
#include "web/server.h"

struct house { /* what one serving process owns */
    struct config config;
    struct database *base;
    struct seal *seal;
    struct desk *desk;
    struct planner *planner;
    struct site site;
    struct server *server;
    int port;
    bool clock_set; /* by --datum: a demo only */
};

/* systemd's readiness is one datagram; no library needed. */
static void notify_systemd(const char *state)
{
    const char *path = getenv("NOTIFY_SOCKET");
    if (!path || (path[0] != '/' && path[0] != '@'))
        return;
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    size_t n = strlen(path);
    if (n >= sizeof(to.sun_path))
        return;
    memcpy(to.sun_path, path, n);
    if (path[0] == '@')
        to.sun_path[0] = '\0';
    int s = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (s < 0)
        return;
    if (sendto(s, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&to,
               (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n)) < 0)
        log_warn("systemd was not told: %s", state);
    close(s);
}

static bool is_loopback(const char *listen)
{
    return strncmp(listen, "127.", 4) == 0 || strncmp(listen, "[::1]", 5) == 0 ||
           strncmp(listen, "localhost:", 10) == 0;
}

static bool may_listen(struct config *c, struct text *problems)
{
    bool tls = c->tls_certificate[0] != '\0';
    c->plain_http = !tls && c->proxy[0] == '\0';
    if (c->demo && !is_loopback(c->listen)) {
        text_printf(
            problems,
            "This is a demo database with known passwords: it is only served on loopback (127.0.0.1), not on %s.\n",
            c->listen);
        return false;
    }
    if (c->plain_http && !is_loopback(c->listen)) {
        text_printf(
            problems,
            "Without TLS or a proxy the server only listens on loopback, not on %s. Set tls_certificate and tls_key, or proxy.\n",
            c->listen);
        return false;
    }
    return true;
}

static bool house_open(struct house *h, struct text *problems)
{
    if (database_open(h->config.database, true, true, problems, &h->base) != OK)
        return false;
    if (database_is_current(h->base, problems) != OK) {
        if (!database_is_empty(h->base)) {
            text_str(problems, "Make a backup, then run: srmonitor migrate\n");
            return false;
        }
        text_free(problems);
        text_init(problems, 1 << 16);
        if (database_migrate(h->base, problems) != OK)
            return false;
    }
    h->config.demo = database_is_demo(h->base);
    if (h->clock_set && !h->config.demo) {
        text_str(problems, "--datum is for a demo only: in service the clock is the machine's.\n");
        return false;
    }
    if (!may_listen(&h->config, problems))
        return false;
    if (seal_open(h->config.key_store, h->config.master_key, &h->seal) != OK) {
        text_str(problems, "The key files cannot be used; the line above says why.\n");
        return false;
    }
    if (akkoord_fill(h->base, h->seal) != OK) {
        text_str(problems,
                 "The akkoordverklaringen of completed projects cannot be stored; the line above says why.\n");
        return false;
    }
    return desk_start(h->base, &h->desk) == OK;
}

static bool house_start(struct house *h, struct text *problems)
{
    if (!house_open(h, problems))
        return false;
    h->site = (struct site){
        .routes = routes,
        .n_routes = n_routes,
        .config = &h->config,
        .base = h->base,
        .desk = h->desk,
        .seal = h->seal,
        .session_find = account_session_find,
        .session_touch = account_session_touch,
        .error_page = layout_error,
        .login_path = "/inloggen",
        .second_step_path = "/inloggen/code",
        .statement_path = "/geheimhouding",
        .statics = embedded_static,
        .n_statics = embedded_static_count,
    };
    if (planner_start(h->base, h->desk, h->seal, &h->config, &h->planner) != OK)
        return false;
    return server_start(&h->site, problems, &h->server, &h->port) == OK;
}

static void house_stop(struct house *h)
{
    if (h->server)
        server_stop(h->server);
    if (h->planner)
        planner_stop(h->planner);
    if (h->desk)
        desk_stop(h->desk);
    if (h->seal)
        seal_close(h->seal);
    if (h->base)
        database_close(h->base);
}

static void say_where(const struct house *h)
{
    printf("Social Return Monitor " SRM_VERSION " serves %s\n", h->config.base_url);
    if (h->config.plain_http)
        puts("Without TLS: for a first try on this machine only.");
    if (h->config.demo)
        demo_print_accounts(&h->config);
    fflush(stdout);
}

static void wait_for_signal(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    int got;
    sigwait(&set, &got);
}

int command_serve(int argc, char **argv)
{
    struct house h = {.port = 0};
    if (!process_start() || !installation_config(argc, argv, &h.config))
        return 1;
    if (!clock_option(argc, argv, &h.clock_set))
        return 2;
    const char *listen = option(argc, argv, "--listen");
    if (listen && snprintf(h.config.listen, sizeof(h.config.listen), "%s", listen) >= (int)sizeof(h.config.listen)) {
        fputs("srmonitor serve: --listen HOST:PORT is too long\n", stderr);
        return 2;
    }
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, NULL); /* before any thread, so that only wait_for_signal sees them */
    signal(SIGPIPE, SIG_IGN);

    struct text problems;
    text_init(&problems, 1 << 16);
    bool good = house_start(&h, &problems);
    if (problems.n > 0)
        fputs(text_c(&problems), stderr);
    text_free(&problems);
    if (good) {
        say_where(&h);
        notify_systemd("READY=1");
        wait_for_signal();
        notify_systemd("STOPPING=1");
    } else {
        fputs("srmonitor: not started.\n", stderr);
    }
    house_stop(&h);
    curl_global_cleanup();
    return good ? 0 : 1;
}
