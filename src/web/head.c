#include "web/head.h"

#include <string.h>
#include <strings.h>

#include "core/text.h"

struct front {
    struct arena *arena;
    struct head *out;
    const char *why;
    int lengths, hosts, types;
    const char *type;
};

static bool is_tchar(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c && strchr("!#$%&'*+-.^_`|~", c));
}

static bool name_is(const struct head_line *l, const char *name)
{
    return l->name_n == strlen(name) && strncasecmp(l->name, name, l->name_n) == 0;
}

bool is_token(const char *s, size_t n)
{
    if (n != TOKEN_TEXT)
        return false;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_'))
            return false;
    }
    return true;
}

static int refuse(struct front *f, int status, const char *why)
{
    f->why = why;
    return status;
}

/* ---- request line ---- */

static int read_method(struct front *f, const char *method)
{
    f->out->is_post = strcmp(method, "POST") == 0;
    f->out->is_head = strcmp(method, "HEAD") == 0;
    if (f->out->is_post || f->out->is_head || strcmp(method, "GET") == 0)
        return 0;
    return refuse(f, 405, "method");
}

/* "/path?query": visible ASCII only, an absolute form or an asterisk is not ours. */
static int read_target(struct front *f, const char *target)
{
    size_t n = strlen(target);
    if (n > TARGET_MAX)
        return refuse(f, 414, "target too long");
    if (target[0] != '/')
        return refuse(f, 404, "target is not a path");
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)target[i] <= ' ' || (unsigned char)target[i] >= 0x7f || target[i] == '#')
            return refuse(f, 400, "target with a character that must be encoded");
    }
    const char *mark = strchr(target, '?');
    f->out->path = mark ? arena_text(f->arena, target, (size_t)(mark - target)) : arena_strdup(f->arena, target);
    f->out->query_string = mark ? arena_strdup(f->arena, mark + 1) : "";
    return 0;
}

/* ---- cookies ---- */

/* A cookie that comes twice is treated as none: who sent the second is unknown. "" marks it as spoilt until the end. */
static void take_cookie(struct front *f, const char **slot, const char *value, size_t n)
{
    *slot = *slot ? "" : arena_text(f->arena, value, n);
}

static void read_cookies(struct front *f, const struct head_line *l)
{
    static const char session[] = "__Host-sr", before[] = "__Host-sr-voor", flash[] = "__Host-sr-melding",
                      activation[] = "__Host-sr-activeer", device[] = "__Host-sr-apparaat";
    const char *p = l->value, *end = l->value + l->value_n;
    while (p < end) {
        const char *stop = memchr(p, ';', (size_t)(end - p));
        if (!stop)
            stop = end;
        while (p < stop && *p == ' ')
            p++;
        const char *eq = memchr(p, '=', (size_t)(stop - p));
        if (eq) {
            size_t n = (size_t)(eq - p), m = (size_t)(stop - eq - 1);
            if (n == sizeof session - 1 && memcmp(p, session, n) == 0)
                take_cookie(f, &f->out->session, eq + 1, m);
            else if (n == sizeof before - 1 && memcmp(p, before, n) == 0)
                take_cookie(f, &f->out->before, eq + 1, m);
            else if (n == sizeof flash - 1 && memcmp(p, flash, n) == 0)
                take_cookie(f, &f->out->flash, eq + 1, m);
            else if (n == sizeof activation - 1 && memcmp(p, activation, n) == 0)
                take_cookie(f, &f->out->activation, eq + 1, m);
            else if (n == sizeof device - 1 && memcmp(p, device, n) == 0)
                take_cookie(f, &f->out->device, eq + 1, m);
        }
        p = stop + 1;
    }
}

static void settle_cookies(struct head *h)
{
    if (h->session && !is_token(h->session, strlen(h->session)))
        h->session = NULL;
    if (h->before && !is_token(h->before, strlen(h->before)))
        h->before = NULL;
    if (h->activation && !is_token(h->activation, strlen(h->activation)))
        h->activation = NULL;
    if (h->device && !is_token(h->device, strlen(h->device)))
        h->device = NULL;
    if (h->flash && (!*h->flash || strlen(h->flash) > 2000))
        h->flash = NULL;
}

/* ---- headers ---- */

static int read_length(struct front *f, const struct head_line *l)
{
    if (++f->lengths > 1)
        return refuse(f, 400, "two Content-Length");
    if (l->value_n < 1 || l->value_n > 12)
        return refuse(f, 400, "Content-Length");
    int64_t n = 0;
    for (size_t i = 0; i < l->value_n; i++) {
        if (l->value[i] < '0' || l->value[i] > '9')
            return refuse(f, 400, "Content-Length");
        n = n * 10 + (l->value[i] - '0');
    }
    f->out->content_length = n;
    return 0;
}

static const char *keep(struct front *f, const struct head_line *l, size_t most)
{
    return arena_text(f->arena, l->value, l->value_n < most ? l->value_n : most);
}

/* Only a printable piece of it is kept: it is shown in "Mijn sessies". */
static const char *keep_agent(struct front *f, const struct head_line *l)
{
    char *s = arena_text(f->arena, l->value, l->value_n < 200 ? l->value_n : 200);
    for (char *p = s; *p; p++) {
        if ((unsigned char)*p < ' ' || (unsigned char)*p >= 0x7f)
            *p = '?';
    }
    return s;
}

static int read_line(struct front *f, const struct head_line *l)
{
    struct head *h = f->out;
    if (l->name_n == 0)
        return refuse(f, 400, "header without a name");
    for (size_t i = 0; i < l->name_n; i++) {
        if (!is_tchar((unsigned char)l->name[i]))
            return refuse(f, 400, "header name");
    }
    if (memchr(l->value, '\0', l->value_n) || memchr(l->value, '\n', l->value_n) || memchr(l->value, '\r', l->value_n))
        return refuse(f, 400, "control character in a header");
    if (name_is(l, "Transfer-Encoding"))
        return refuse(f, 400, "Transfer-Encoding");
    if (name_is(l, "Content-Length"))
        return read_length(f, l);
    if (name_is(l, "Host") && ++f->hosts > 1)
        return refuse(f, 400, "two Host");
    if (name_is(l, "Content-Type")) {
        f->type = keep(f, l, 300);
        if (++f->types > 1)
            return refuse(f, 400, "two Content-Type");
    } else if (name_is(l, "Cookie")) {
        read_cookies(f, l);
    } else if (name_is(l, "Origin")) {
        h->origin = h->origin ? "twice" : keep(f, l, 300);
    } else if (name_is(l, "Sec-Fetch-Site")) {
        h->fetch_site = h->fetch_site ? "twice" : keep(f, l, 40);
    } else if (name_is(l, "User-Agent")) {
        h->user_agent = keep_agent(f, l);
    } else if (name_is(l, "X-Forwarded-For")) {
        h->forwarded_for =
            h->forwarded_for ? arena_printf(f->arena, "%s, %s", h->forwarded_for, keep(f, l, 1000)) : keep(f, l, 1000);
    } else if (name_is(l, "If-None-Match")) {
        h->if_none_match = keep(f, l, 300);
    } else if (name_is(l, "Expect")) {
        h->expects_continue = true;
    }
    return 0;
}

/* ---- body kind ---- */

static bool boundary_is_fine(const char *b, size_t n)
{
    static const char allowed[] = "'()+_,-./:=? ";
    if (n < 2 || n > 70 || b[n - 1] == ' ')
        return false;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)b[i];
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || strchr(allowed, c)))
            return false;
    }
    return true;
}

static int read_boundary(struct front *f, const char *params)
{
    const char *p = strcasestr(params, "boundary=");
    if (!p)
        return refuse(f, 400, "multipart without boundary");
    p += strlen("boundary=");
    size_t n;
    if (*p == '"') {
        p++;
        n = strcspn(p, "\"");
        if (p[n] != '"')
            return refuse(f, 400, "boundary");
    } else {
        n = strcspn(p, "; \t");
    }
    if (!boundary_is_fine(p, n))
        return refuse(f, 400, "boundary");
    f->out->boundary = arena_text(f->arena, p, n);
    return 0;
}

static int read_type(struct front *f)
{
    static const char urlencoded[] = "application/x-www-form-urlencoded", multipart[] = "multipart/form-data";
    const char *t = f->type ? f->type : "";
    size_t n = strcspn(t, "; \t");
    if (n == sizeof urlencoded - 1 && strncasecmp(t, urlencoded, n) == 0)
        f->out->body = BODY_URLENCODED;
    else if (n == sizeof multipart - 1 && strncasecmp(t, multipart, n) == 0)
        f->out->body = BODY_MULTIPART;
    else
        return refuse(f, 415, "content type");
    return f->out->body == BODY_MULTIPART ? read_boundary(f, t + n) : 0;
}

static int check_body(struct front *f)
{
    if (!f->out->is_post)
        return f->out->content_length > 0 ? refuse(f, 400, "body on a GET") : 0;
    if (f->lengths == 0)
        return refuse(f, 411, "POST without Content-Length");
    return read_type(f);
}

static int read_all(struct front *f, const char *method, const char *target, const struct head_line *lines, size_t n)
{
    int status = 0;
    if (n > HEAD_LINES_MAX)
        return refuse(f, 400, "too many headers");
    for (size_t i = 0; i < n && status == 0; i++)
        status = read_line(f, &lines[i]);
    settle_cookies(f->out);
    if (status == 0 && f->hosts == 0)
        status = refuse(f, 400, "no Host");
    if (status == 0)
        status = read_method(f, method);
    if (status == 0)
        status = read_target(f, target);
    return status == 0 ? check_body(f) : status;
}

int head_read(struct arena *a, const char *method, const char *target, const struct head_line *lines, size_t n,
              struct head *out, const char **why)
{
    *out = (struct head){.path = "", .query_string = ""};
    struct front f = {.arena = a, .out = out, .why = ""};
    int status = read_all(&f, method, target, lines, n);
    *why = f.why;
    return status;
}
