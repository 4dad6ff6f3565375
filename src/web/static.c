/* web/static.c: what the web floor answers itself: the files of the binary under their content hash, the health of the
 * server, security.txt. */
#include <string.h>

#include "core/config.h"
#include "core/embedded.h"
#include "data/database.h"
#include "web/address.h"
#include "web/exchange.h"
#include "web/web_store.h"

enum { SECURITY_TXT_DAYS = 180 };

static const struct embedded_file *find(const struct site *site, const char *path, const char **hash)
{
    for (size_t i = 0; i < site->n_statics; i++) {
        const struct embedded_file *f = &site->statics[i];
        size_t n = strlen(f->hash);
        if (strncmp(path, f->hash, n) == 0 && path[n] == '/' && strcmp(path + n + 1, f->name) == 0) {
            *hash = f->hash;
            return f;
        }
    }
    return NULL;
}

static bool file_answer(struct exchange *x)
{
    struct request *r = &x->r;
    const char *hash = NULL;
    const struct embedded_file *f = find(r->site, r->path + strlen("/static/"), &hash);
    if (!f)
        return false;
    const char *tag = arena_printf(r->arena, "\"%s\"", hash);
    x->pattern = "/static/";
    r->reply.cacheable = true;
    r->reply.content_type = f->type;
    x->etag = tag;
    if (x->head.if_none_match && strstr(x->head.if_none_match, tag)) {
        r->reply.status = 304;
        return true;
    }
    x->out = f->p;
    x->out_n = f->n;
    return true;
}

/* For the watch of the operator: loopback and the proxy only, and nothing but yes or no. */
static bool health_answer(struct exchange *x, const char *peer, struct readers *readers)
{
    struct request *r = &x->r;
    const char *proxy = r->site->config->proxy[0] ? address_from_text(r->site->config->proxy, r->arena) : NULL;
    if (!address_is_loopback(peer) && !(proxy && strcmp(proxy, peer) == 0))
        return false;
    bool well = readers && store_is_alive(readers_steward(readers), r->arena) == OK;
    if (readers)
        readers_clear(readers);
    x->pattern = "/gezond";
    r->reply.status = well ? 200 : 503;
    return reply_text(r, "text/plain; charset=utf-8", well ? "gezond\n" : "niet gezond\n",
                      strlen(well ? "gezond\n" : "niet gezond\n")) == OK;
}

static bool security_answer(struct exchange *x)
{
    struct request *r = &x->r;
    const struct config *c = r->site->config;
    if (!c->security_contact[0])
        return false;
    char until[21];
    tijdstip_to_iso((tijdstip){r->now.sec + (int64_t)SECURITY_TXT_DAYS * 24 * 3600}, until);
    const char *text = arena_printf(
        r->arena, "Contact: %s\nExpires: %s\nPreferred-Languages: nl, en\nCanonical: %s/.well-known/security.txt\n",
        c->security_contact, until, c->base_url);
    x->pattern = "/.well-known/security.txt";
    return reply_text(r, "text/plain; charset=utf-8", text, strlen(text)) == OK;
}

bool static_answer(struct exchange *x, const char *peer, struct readers *readers)
{
    if (x->head.is_post) {
        x->allow = "GET, HEAD";
        (void)refuse(x, 405, NULL); /* the caller reads the refusal from the exchange */
        return false;
    }
    if (strncmp(x->r.path, "/static/", 8) == 0)
        return file_answer(x);
    if (strcmp(x->r.path, "/gezond") == 0)
        return health_answer(x, peer, readers);
    return strcmp(x->r.path, "/.well-known/security.txt") == 0 && security_answer(x);
}
