/* web/session.c: who comes and whether the form is ours. A cookie with 256 random bits says who; its keyed tag is the
 * form's token, so nothing is stored for it. Public forms have a token of their own, tied to a cookie made for it. */
#include <string.h>

#include "core/clock.h"
#include "core/rnd.h"
#include "data/database.h"
#include "data/seal.h"
#include "web/exchange.h"
#include "web/router.h"
#include "web/web_store.h"

enum { FURTHER_MAX = 1500 };

const struct viewer viewer_nobody = {.naam = "", .email = "", .organisatie_naam = "", .regio_naam = ""};

/* ---- who ---- */

/* The viewer of the connection: nobody until the second step is done. */
static void look_as(struct exchange *x, const struct viewer *scope)
{
    x->scope = scope;
    if (x->r.job) {
        job_viewer(x->r.job, scope);
        x->r.db = job_reader(x->r.job);
    } else {
        x->r.db = readers_for(x->readers, scope);
    }
}

static enum result send_to(struct exchange *x, const char *to, const char *after)
{
    x->answered = true;
    const char *further =
        after && path_is_local(after) && strcmp(after, "/") != 0 ? percent_encode(x->r.arena, after) : NULL;
    if (!further || strlen(further) > FURTHER_MAX)
        return reply_redirect_text(&x->r, to);
    return reply_redirect_text(&x->r, arena_printf(x->r.arena, "%s?verder=%s", to, further));
}

/* The address to come back to after login: this page, or the page of this form. */
static const char *come_back(struct exchange *x)
{
    const struct request *r = &x->r;
    if (r->route->method == POST)
        return router_form_path(x->router, r, r->route->form_page);
    return *r->query_string ? arena_printf(r->arena, "%s?%s", r->path, r->query_string) : r->path;
}

/* Nobody at a page that wants somebody. What was typed in a session that has just ended is kept, if the form was really
 * that session's. */
static enum result nobody_comes(struct exchange *x, const struct session_found *found)
{
    struct request *r = &x->r;
    const char *back = come_back(x);
    bool keep = found->expired && found->expired_user.id > 0 && r->route->method == POST && r->route->form && back &&
                r->typed.n > 0;
    if (!keep)
        return send_to(x, r->site->login_path, back);
    if (!r->job) {
        x->to_desk = true;
        return OK;
    }
    concept_id draft;
    TRY(step_forged(x));
    TRY(draft_of_expired(x, found->expired_user, back, &draft));
    return send_to(x, r->site->login_path, arena_printf(r->arena, "%s?concept=%lld", back, (long long)draft.id));
}

static void in_session(struct exchange *x, const struct session_found *found)
{
    struct request *r = &x->r;
    struct viewer *v = ARENA_NEW(r->arena, struct viewer);
    *v = found->viewer;
    r->viewer = v;
    x->touch = true;
}

/* A session that is not yet whole may only go where its next step is. */
static enum result part_comes(struct exchange *x, const struct session_found *found)
{
    struct request *r = &x->r;
    int who = r->route->who;
    if (who & found->state) {
        in_session(x, found);
        look_as(x, found->state == WHO_UNSIGNED ? r->viewer : NULL);
        return OK;
    }
    if (who & WHO_PUBLIC)
        return OK;
    const char *step = found->state == WHO_HALF ? r->site->second_step_path : r->site->statement_path;
    return send_to(x, step, come_back(x));
}

static enum result all_of_him_comes(struct exchange *x, const struct session_found *found)
{
    struct request *r = &x->r;
    int who = r->route->who;
    in_session(x, found);
    look_as(x, r->viewer);
    if (who & (WHO_PUBLIC | (int)found->viewer.soort))
        return OK;
    if (!(who & WHO_ALL))
        return send_to(x, "/", NULL); /* a step of logging in, for who is in already */
    return refuse(x, 403, "Deze pagina is niet voor uw soort account.");
}

enum result step_who(struct exchange *x)
{
    struct request *r = &x->r;
    struct session_found found = {0};
    r->viewer = &viewer_nobody;
    r->session_token = NULL;
    r->gate = r->job ? store_gate(r->job) : readers_steward(x->readers);
    look_as(x, NULL);
    r->activation_token = x->head.activation;
    r->device_token = x->head.device;
    if (x->head.session)
        TRY(r->site->session_find(r->gate, r->arena, x->head.session, r->now, r->site->config, &found));
    if (found.state != 0) {
        r->session_token = x->head.session;
        r->session_until = found.until;
    }
    if (found.state == WHO_ALL)
        return all_of_him_comes(x, &found);
    if (found.state != 0)
        return part_comes(x, &found);
    return r->route->who & WHO_PUBLIC ? OK : nobody_comes(x, &found);
}

/* ---- forged ---- */

static char *csrf_of(struct exchange *x, const char *kind, const char *token)
{
    uint8_t tag[32];
    const char *text = arena_printf(x->r.arena, "%s|%s", kind, token);
    seal_tag(x->r.seal, "csrf", text, strlen(text), tag);
    return base64url(x->r.arena, tag, sizeof tag);
}

const char *session_csrf(struct exchange *x)
{
    if (x->r.session_token)
        return csrf_of(x, "sessie", x->r.session_token);
    if (!x->before)
        x->before = x->head.before;
    if (!x->before) {
        char *token = arena_alloc(x->r.arena, RND_TOKEN_TEXT);
        rnd_token(token);
        x->before = token;
        reply_cookie(x, arena_printf(x->r.arena, "__Host-sr-voor=%s; Path=/; Secure; HttpOnly; SameSite=Lax", token));
    }
    return csrf_of(x, "voor", x->before);
}

static bool token_fits(struct exchange *x, const char *sent)
{
    if (!sent || strlen(sent) != TOKEN_TEXT)
        return false;
    bool fits = false;
    if (x->head.session)
        fits |= equal_secret(sent, csrf_of(x, "sessie", x->head.session), TOKEN_TEXT);
    if (x->head.before && (x->r.route->who & WHO_PUBLIC))
        fits |= equal_secret(sent, csrf_of(x, "voor", x->head.before), TOKEN_TEXT);
    return fits;
}

/* A first try on this machine: whoever types localhost for 127.0.0.1, or another port with --listen, is at the right
 * place too. Only loopback names with the very port of this server. */
static bool is_own_loopback(const struct config *c, const char *origin)
{
    static const char *const hosts[] = {"http://127.0.0.1", "http://localhost", "http://[::1]"};
    const char *port = strrchr(c->listen, ':');
    for (size_t i = 0; c->plain_http && port && i < sizeof hosts / sizeof *hosts; i++) {
        size_t n = strlen(hosts[i]);
        if (strncmp(origin, hosts[i], n) == 0 && strcmp(origin + n, port) == 0)
            return true;
    }
    return false;
}

/* Browsers say where a POST comes from; who says nothing (curl, old browsers) still needs the token. */
static bool origin_fits(const struct exchange *x)
{
    const char *origin = x->head.origin, *site = x->head.fetch_site;
    const struct config *c = x->r.site->config;
    if (origin && strcmp(origin, c->base_url) != 0 && !is_own_loopback(c, origin))
        return false;
    return !site || strcmp(site, "same-origin") == 0;
}

enum result step_forged(struct exchange *x)
{
    if (x->r.route->method != POST)
        return OK;
    if (!origin_fits(x))
        return refuse(
            x, 403,
            "Dit formulier kwam niet van deze website. Open de pagina opnieuw en verstuur het formulier nog eens.");
    if (!token_fits(x, typed_value(&x->r.typed, "_csrf")))
        return refuse(x, 403, "Dit formulier is verlopen. Open de pagina opnieuw en verstuur het formulier nog eens.");
    return OK;
}
