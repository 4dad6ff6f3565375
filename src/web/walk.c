/* web/walk.c: the whole life of a request. Head, route and body are read where the request arrived; then a lane runs
 * these steps in this order. A step that does not return OK ends the walk; walk_speak turns that into a page.
 *
 *   head → route → body → [lane] → who → forged → once → may → form → handle → reply
 *                  413             303   403      303    403    422
 *
 * GET runs where it arrived. A POST runs at the desk, inside a savepoint. A POST with a slow part runs the steps up to
 * form and then that part on a slow worker, and all of them again at the desk: what was true before the queue need not
 * be true after it. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/log.h"
#include "core/rnd.h"
#include "data/database.h"
#include "data/seal.h"
#include "web/exchange.h"
#include "web/web_store.h"

struct step {
    const char *name;
    enum result (*run)(struct exchange *x);
};

enum result refuse(struct exchange *x, int status, const char *sentence)
{
    x->refusal = status;
    x->sentence = sentence;
    return FORBIDDEN;
}

/* ---- before the lane ---- */

static bool query_is_right(struct request *r)
{
    if (!urlencoded_read(r->arena, r->query_string, strlen(r->query_string), false, &r->query) || r->query.n > 100)
        return false;
    for (size_t i = 0; i < r->query.n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (strcmp(r->query.list[i].name, r->query.list[k].name) == 0)
                return false;
        }
    }
    return true;
}

enum result walk_begin(struct exchange *x)
{
    struct request *r = &x->r;
    if (!query_is_right(r))
        return refuse(x, 400, "Dit adres klopt niet.");
    if (!x->body) {
        r->flash = reply_flash_read(x);
        return OK;
    }
    const char *sentence = NULL;
    int status = body_end(x->body, &r->typed, &r->upload, &sentence);
    return status ? refuse(x, status, sentence) : OK;
}

enum lane walk_lane(const struct exchange *x)
{
    const struct route *route = x->r.route;
    if (route->method == POST)
        return route->slow ? LANE_SLOW : LANE_DESK;
    return route->slow_get ? LANE_SLOW : LANE_FAST;
}

/* ---- the steps ---- */

/* The answer to a form that was handled before: where the first one was sent. */
static enum result answer_again(struct exchange *x, const struct once_row *row)
{
    if (row->gebruiker != x->r.viewer->gebruiker.id)
        return refuse(x, 403, "Dit formulier is al gebruikt.");
    if (!path_is_local(row->naar))
        return refuse(x, 409, "Dit formulier is al verwerkt. Er is niets dubbel opgeslagen.");
    x->answered = true;
    reply_flash(x, "Dit was al opgeslagen. Er is niets dubbel opgeslagen.");
    return reply_redirect_text(&x->r, row->naar);
}

static enum result step_once(struct exchange *x)
{
    struct request *r = &x->r;
    if (r->route->method != POST || r->route->no_once)
        return OK;
    const char *token = typed_value(&r->typed, "_eenmalig");
    if (!token || !is_token(token, strlen(token)))
        return refuse(x, 400, "Dit formulier is niet compleet. Open de pagina opnieuw.");
    token_hash(token, x->once);
    x->has_once = true;
    struct once_row row;
    enum result found = once_find(r->gate, r->arena, (struct blob){x->once, TOKEN_HASH}, &row);
    if (found == NOT_FOUND)
        return OK;
    TRY(found);
    return answer_again(x, &row);
}

static enum result step_may(struct exchange *x)
{
    struct request *r = &x->r;
    const struct may *may = &r->route->may;
    if (!may->stmt)
        return OK;
    struct query q CLEAN = query(r->db, r->arena, *may->stmt, BIND(B("id", request_object(r, may->object))));
    TRY(one_row(&q));
    if (row_bool(&q, "mag"))
        return OK;
    return refuse(x, 403, may->sentence ? may->sentence : "U mag dit niet doen.");
}

static enum result step_form(struct exchange *x)
{
    struct request *r = &x->r;
    if (r->route->method != POST || x->form_read)
        return OK;
    size_t room = r->route->input_size ? r->route->input_size : 1;
    r->input = arena_alloc(r->arena, room);
    r->problems = (struct problems){.arena = r->arena};
    enum result read = form_read(r->route->form, &r->typed, r->today, r->arena, r->input, &r->problems);
    if (read == FORBIDDEN)
        return refuse(x, 400, "Dit formulier hoort niet bij deze pagina. Open de pagina opnieuw.");
    x->form_read = true;
    return read == INVALID && r->route->form_partial ? OK : read;
}

/* A handled form is written down in its own transaction, so that a repeat finds it or finds nothing. */
static enum result remember_once(struct exchange *x)
{
    struct request *r = &x->r;
    if (!x->has_once || !r->job || x->page_ready || !job_wrote(r->job))
        return OK;
    const char *to = r->reply.location ? r->reply.location : "";
    return once_add(r->job, (struct blob){x->once, TOKEN_HASH}, r->viewer->gebruiker.id, to, r->now);
}

static enum result step_handle(struct exchange *x)
{
    struct request *r = &x->r;
    TRY(r->route->page(r));
    if (text_failed(&r->reply.body))
        return fail("%s: the page is larger than its maximum", x->pattern);
    return remember_once(x);
}

static enum result step_slow(struct exchange *x)
{
    if (x->r.problems.n > 0 && !x->r.route->form_partial)
        return INVALID;
    return x->r.route->slow(&x->r);
}

static const struct step read_steps[] = {
    {"who", step_who}, {"may", step_may}, {"draft", step_draft}, {"handle", step_handle}, {NULL, NULL},
};
static const struct step slow_steps[] = {
    {"who", step_who},   {"forged", step_forged}, {"once", step_once}, {"may", step_may},
    {"form", step_form}, {"slow", step_slow},     {NULL, NULL},
};
static const struct step write_steps[] = {
    {"who", step_who},   {"forged", step_forged}, {"once", step_once}, {"may", step_may},
    {"form", step_form}, {"handle", step_handle}, {NULL, NULL},
};
/* up to a form that can be shown again: when the desk could not even be reached */
static const struct step form_steps[] = {
    {"who", step_who}, {"forged", step_forged}, {"may", step_may}, {"form", step_form}, {NULL, NULL},
};

/* What must hold between steps, whatever a room did: aborts in tests, costs nothing in service. */
static void check_between(const struct exchange *x, const struct step *done)
{
    (void)x, (void)done;
#ifdef SRM_PARANOID
    assert(x->r.viewer && "who has run: there is a viewer, if only nobody");
    assert((x->r.job != NULL) != (x->readers != NULL) && "a step runs at the desk or on a reader, never both");
    assert(x->r.db && x->r.gate);
    assert(x->r.reply.status == 0 || (x->r.reply.status >= 200 && x->r.reply.status <= 599));
#endif
}

static enum result run(struct exchange *x, const struct step *steps)
{
    (void)log_incident_take(); /* one left over by an earlier request of this thread is not this one's */
    enum result e = OK;
    for (const struct step *s = steps; s->name && e == OK && !x->answered && !x->to_desk; s++) {
        e = s->run(x);
        check_between(x, s);
    }
    uint32_t incident = log_incident_take();
    if (incident)
        x->incident = incident;
    return e;
}

/* ---- the lanes ---- */

enum result walk_fast(struct exchange *x, struct readers *readers)
{
    x->readers = readers;
    enum result e = run(x, read_steps);
    readers_clear(readers);
    return e;
}

enum result walk_slow(struct exchange *x, struct readers *readers)
{
    if (x->r.route->method == GET)
        return walk_fast(x, readers);
    x->readers = readers;
    enum result e = run(x, slow_steps);
    readers_clear(readers);
    x->to_desk |= e == OK && !x->answered;
    return e;
}

enum result walk_desk(struct exchange *x, struct desk_job *job)
{
    x->readers = NULL;
    x->to_desk = false;
    x->r.db = NULL;
    x->r.job = job;
    enum result e = run(x, write_steps);
    x->r.job = NULL;
    x->r.db = NULL;
    x->r.gate = NULL;
    if (e == OK && x->page_ready)
        return INVALID; /* a form shown again: the savepoint is undone, the page stands */
    return e;
}

/* ---- when it did not end well ---- */

static bool was_lost(enum result e)
{
    return e == DISK_FULL || e == BUSY || e == FAILED;
}

static void say_not_saved(struct exchange *x)
{
    struct problems *p = &x->r.problems;
    if (x->ended == DISK_FULL) {
        problem_add(p, "",
                    "Niet opgeslagen: er is geen ruimte meer op de server. Wat u invulde, staat hieronder. Probeer het "
                    "later opnieuw.");
    } else if (x->ended == BUSY) {
        problem_add(
            p, "",
            "Niet opgeslagen: het is nu te druk. Wat u invulde, staat hieronder. Probeer het over een minuut opnieuw.");
    } else {
        problem_add(p, "", "Niet opgeslagen: er ging iets mis%s. Wat u invulde, staat hieronder. Probeer het opnieuw.",
                    x->incident ? arena_printf(x->r.arena, " (nummer %08x)", (unsigned)x->incident) : "");
    }
}

/* The form with what was typed and what is wrong; false when there is no form to show. */
static bool show_form(struct exchange *x, int status)
{
    struct request *r = &x->r;
    if (r->route->method != POST || !r->route->form_page || x->refusal || (x->ended != INVALID && !was_lost(x->ended)))
        return false;
    if (!x->form_read) {
        enum result e = run(x, form_steps);
        if ((e != OK && e != INVALID) || x->answered || x->to_desk || !x->form_read)
            return false;
    }
    if (was_lost(x->ended))
        say_not_saved(x);
    r->db = readers_for(x->readers, x->scope);
    if (r->route->form_page(r) != OK || text_failed(&r->reply.body))
        return false;
    if (!r->reply.location)
        r->reply.status = status;
    return true;
}

static const char *sentence_of(const struct exchange *x)
{
    if (x->sentence)
        return x->sentence;
    for (size_t i = 0; i < x->r.problems.n; i++) {
        if (x->r.problems.list[i].field[0] == '\0')
            return x->r.problems.list[i].text;
    }
    return NULL;
}

void walk_speak(struct exchange *x, struct readers *readers)
{
    struct request *r = &x->r;
    if (x->ended == OK || x->page_ready)
        return;
    int status = x->refusal ? x->refusal : status_of(x->ended);
    int retry = r->reply.retry_after;
    reply_reset(x);
    x->answered = x->to_desk = false;
    r->job = NULL;
    r->reply.retry_after = retry ? retry : x->ended == BUSY ? 10 : 0;
    if (!readers) {
        reply_error(x, status, sentence_of(x));
        return;
    }
    x->readers = readers;
    r->gate = readers_steward(readers);
    r->db = readers_for(readers, x->scope);
    if (!r->route || !show_form(x, status)) {
        reply_reset(x);
        reply_error(x, status, sentence_of(x));
    }
    r->reply.retry_after = retry ? retry : x->ended == BUSY ? 10 : 0;
    readers_clear(readers);
}
