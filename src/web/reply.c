/* web/reply.c: from what a handler said to what the socket gets: page, redirect, file or error, each with all the
 * headers of docs/beveiliging.md. The cookies of the web floor are written here and nowhere else. */
#include <ctype.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/log.h"
#include "data/seal.h"
#include "web/exchange.h"

enum { FLASH_MAX = 600, FILE_MAX = 64 * 1024 * 1024, PATH_MOST = 2000 };
static const char flash_purpose[] = "web.melding";

/* ---- what handlers call ---- */

struct html page_begin(struct request *r)
{
    text_free(&r->reply.body);
    text_init(&r->reply.body, HTML_PAGE_MAX);
    r->reply.content_type = NULL;
    return (struct html){.out = &r->reply.body, .csrf = session_csrf(exchange_of(r))};
}

bool path_is_local(const char *path)
{
    if (!path || path[0] != '/' || path[1] == '/' || strlen(path) > PATH_MOST)
        return false;
    for (const char *p = path; *p; p++) {
        if ((unsigned char)*p <= ' ' || (unsigned char)*p >= 0x7f || *p == '\\' || *p == '#')
            return false;
    }
    return true;
}

enum result reply_redirect_text(struct request *r, const char *path)
{
    if (!path_is_local(path))
        return fail("redirect to what is no address of ours");
    r->reply.status = 303;
    r->reply.location = arena_strdup(r->arena, path);
    return OK;
}

enum result reply_redirect(struct request *r, url to)
{
    return reply_redirect_text(r, to.path);
}

enum result reply_redirect_said(struct request *r, url to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    reply_flash(exchange_of(r), arena_vprintf(r->arena, format, args));
    va_end(args);
    return reply_redirect_text(r, to.path);
}

enum result reply_text(struct request *r, const char *content_type, const char *body, size_t n)
{
    if (n > FILE_MAX)
        return fail("a reply of %zu bytes is larger than its maximum", n);
    text_free(&r->reply.body);
    text_init(&r->reply.body, n + 1);
    text_add(&r->reply.body, body, n);
    r->reply.content_type = arena_strdup(r->arena, content_type);
    return OK;
}

enum result form_again(struct request *r)
{
    r->reply.status = 422;
    r->reply.title_error = "Fout: ";
    exchange_of(r)->page_ready = true;
    return OK;
}

int64_t request_object(const struct request *r, const char *name)
{
    for (size_t i = 0; i < REQUEST_OBJECTS && r->object[i].name; i++) {
        if (strcmp(r->object[i].name, name) == 0)
            return r->object[i].id;
    }
    log_error("the path %s has no :%s", r->route ? r->route->path : "", name);
    abort();
}

const char *request_query(const struct request *r, const char *name)
{
    const char *value = typed_value(&r->query, name);
    return value ? value : "";
}

bool typed_button(const struct request *r, const char *name)
{
    return typed_value(&r->typed, name) != NULL;
}

void request_cookie(struct request *r, const char *token)
{
    r->reply.set_cookie = token ? arena_printf(r->arena, "__Host-sr=%s; Path=/; Secure; HttpOnly; SameSite=Lax", token)
                                : "__Host-sr=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
}

/* ---- cookies of the web floor ---- */

void reply_cookie(struct exchange *x, const char *whole)
{
    if (x->n_cookies < COOKIES_MAX)
        x->cookies[x->n_cookies++] = whole;
}

void request_device_cookie(struct request *r, const char *token)
{
    reply_cookie(exchange_of(r),
                 arena_printf(r->arena,
                              "__Host-sr-apparaat=%s; Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax",
                              token));
}

/* The message of the next page travels sealed with the browser: nothing to store, nothing to forge, nothing to read. */
void reply_flash(struct exchange *x, const char *text)
{
    struct blob sealed;
    if (seal_text(x->r.seal, SEAL_SYSTEM, flash_purpose, 0, arena_printf(x->r.arena, "%.*s", FLASH_MAX, text),
                  x->r.arena, &sealed) != OK)
        return; /* logged there; a missing "Gelukt" stops nothing */
    reply_cookie(x,
                 arena_printf(x->r.arena, "__Host-sr-melding=%s; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=120",
                              base64url(x->r.arena, sealed.p, sealed.n)));
}

const char *reply_flash_read(struct exchange *x)
{
    const char *sent = x->head.flash, *text = NULL;
    if (!sent)
        return NULL;
    size_t room = strlen(sent), n = 0;
    uint8_t *bytes = arena_alloc(x->r.arena, room);
    if (sodium_base642bin(bytes, room, sent, room, NULL, &n, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return NULL;
    if (seal_open_text(x->r.seal, flash_purpose, 0, (struct blob){bytes, n}, x->r.arena, &text) != OK)
        return NULL;
    return text;
}

void reply_reset(struct exchange *x)
{
    text_free(&x->r.reply.body);
    memset(&x->r.reply, 0, sizeof x->r.reply);
    x->n_cookies = 0;
    x->before = NULL; /* its cookie is gone with the others: made again if a page needs it */
}

/* ---- errors ---- */

int status_of(enum result e)
{
    switch (e) {
    case OK:
        return 200;
    case NOT_FOUND:
        return 404;
    case FORBIDDEN:
        return 403;
    case INVALID:
        return 422;
    case CONFLICT:
        return 409;
    case BUSY:
        return 503;
    case TOO_MUCH:
        return 429;
    case TOO_LARGE:
        return 413;
    case DISK_FULL:
        return 507;
    case FAILED:
        return 500;
    }
    return 500;
}

void reply_error(struct exchange *x, int status, const char *sentence)
{
    struct request *r = &x->r;
    r->site->error_page(r, status, sentence, status >= 500 ? x->incident : 0);
    r->reply.status = status;
    if (r->reply.body.n > 0 && !text_failed(&r->reply.body))
        return;
    /* the error page itself failed: the plainest words */
    text_free(&r->reply.body);
    text_init(&r->reply.body, 1000);
    text_printf(&r->reply.body, "Er ging iets mis (%d).\n", status);
    r->reply.content_type = "text/plain; charset=utf-8";
}

/* ---- headers ---- */

static void header(struct exchange *x, const char *name, const char *value)
{
    if (x->n_headers < HEADERS_MAX && !strpbrk(value, "\r\n"))
        x->headers[x->n_headers++] = (struct header){name, value};
}

static bool is_https(const struct config *c)
{
    return c->tls_certificate[0] || strncmp(c->base_url, "https://", 8) == 0;
}

static void security_headers(struct exchange *x)
{
    const struct config *c = x->r.site->config;
    header(x, "Content-Security-Policy",
           x->r.reply.filename
               ? "sandbox; default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
               : "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
                 "connect-src 'self'; "
                 "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'");
    header(x, "X-Frame-Options", "DENY");
    header(x, "X-Content-Type-Options", "nosniff");
    header(x, "Referrer-Policy", "same-origin");
    header(x, "Permissions-Policy",
           "accelerometer=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), microphone=(), "
           "payment=(), usb=()");
    header(x, "Cross-Origin-Opener-Policy", "same-origin");
    header(x, "Cross-Origin-Resource-Policy", "same-origin");
    if (is_https(c))
        header(x, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

static const char *disposition(struct exchange *x, const char *filename)
{
    char *plain = arena_strdup(x->r.arena, filename);
    for (char *p = plain; *p; p++) {
        if (!isalnum((unsigned char)*p) && !strchr("-_. ", *p))
            *p = '_';
    }
    return arena_printf(x->r.arena, "attachment; filename=\"%s\"; filename*=UTF-8''%s", plain,
                        percent_encode(x->r.arena, filename));
}

static void content_headers(struct exchange *x, int status)
{
    struct request *r = &x->r;
    bool fixed = r->reply.cacheable && status < 400;
    header(x, "Content-Type", r->reply.content_type ? r->reply.content_type : "text/html; charset=utf-8");
    header(x, "Cache-Control",
           fixed                                 ? "public, max-age=31536000, immutable"
           : r->reply.revalidate && status < 400 ? "no-cache"
                                                 : "no-store");
    if (x->etag)
        header(x, "ETag", x->etag);
    if (r->reply.filename)
        header(x, "Content-Disposition", disposition(x, r->reply.filename));
    if (r->reply.location)
        header(x, "Location", r->reply.location);
    if (status == 405 && x->allow)
        header(x, "Allow", x->allow);
    if (r->reply.retry_after > 0)
        header(x, "Retry-After", arena_printf(r->arena, "%d", r->reply.retry_after));
    if (r->reply.refresh > 0)
        header(x, "Refresh", arena_printf(r->arena, "%d", r->reply.refresh));
    if (r->reply.clear_site_data && is_https(r->site->config))
        header(x, "Clear-Site-Data", "\"cache\", \"storage\"");
}

static void cookie_headers(struct exchange *x, int status)
{
    if (x->r.reply.set_cookie)
        header(x, "Set-Cookie", x->r.reply.set_cookie);
    for (size_t i = 0; i < x->n_cookies; i++)
        header(x, "Set-Cookie", x->cookies[i]);
    bool shown = x->r.flash && status != 303 && !x->r.reply.content_type;
    if (shown && !x->head.is_head)
        header(x, "Set-Cookie", "__Host-sr-melding=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
}

/* An answer that many ask again and again: its tag follows from its bytes, and who has these gets no body. */
static void revalidate(struct exchange *x)
{
    struct request *r = &x->r;
    uint8_t hash[16];
    crypto_generichash(hash, sizeof(hash), (const uint8_t *)text_c(&r->reply.body), r->reply.body.n, NULL, 0);
    x->etag = arena_printf(r->arena, "\"%s\"", base64url(r->arena, hash, sizeof(hash)));
    if (!x->head.if_none_match || !strstr(x->head.if_none_match, x->etag))
        return;
    r->reply.status = 304;
    text_free(&r->reply.body);
    text_init(&r->reply.body, 1);
}

void reply_finish(struct exchange *x)
{
    struct request *r = &x->r;
    if (r->reply.status == 0)
        r->reply.status = 200;
    if (r->reply.location) { /* what was written before the handler chose to redirect is not sent */
        text_free(&r->reply.body);
        text_init(&r->reply.body, 1);
    }
    if (r->reply.revalidate && r->reply.status == 200)
        revalidate(x);
    if (!x->out) {
        x->out_n = r->reply.body.n;
        x->out = text_c(&r->reply.body);
    }
    x->n_headers = 0;
    content_headers(x, r->reply.status);
    cookie_headers(x, r->reply.status);
    security_headers(x);
    if (x->close)
        header(x, "Connection", "close");
}
