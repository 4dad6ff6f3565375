/* web/exchange.h: one request with all the web floor itself keeps about it. Rooms see only its first member.
 * Private to web/. */
#ifndef WEB_EXCHANGE_H
#define WEB_EXCHANGE_H

#include "data/desk.h"
#include "web/body.h"
#include "web/head.h"
#include "web/request.h"
#include "web/route.h"
#include "web/router.h"

struct readers;
extern const struct viewer viewer_nobody;

enum { COOKIES_MAX = 4, HEADERS_MAX = 32, TOKEN_HASH = 32 };

enum lane { LANE_FAST, LANE_SLOW, LANE_DESK };

struct header {
    const char *name, *value;
};

struct exchange {
    struct request r; /* first: a request is the head of its exchange */
    struct head head;
    const char *target; /* as sent */
    const struct router *router;
    struct readers *readers; /* of the lane that runs now; NULL at the desk */
    struct body *body;
    const char *pattern; /* of the route, for the log: never the path */
    int64_t began_micros;

    /* how the walk goes */
    bool form_read;       /* typed and read into input */
    bool answered;        /* a step gave the answer itself: the walk ends well */
    bool page_ready;      /* the answer stands although nothing may be committed (form_again) */
    bool to_desk;         /* the slow lane has nothing to do for this one: the desk speaks */
    int refusal;          /* status a step wants instead of the one of its result; 0 = none */
    const char *sentence; /* for the error page */
    const char *allow;    /* with 405 */
    uint32_t incident;
    uint8_t once[TOKEN_HASH]; /* hash of _eenmalig */
    bool has_once;
    const struct viewer *scope; /* as whom the connection looks: NULL until the second step is done */
    bool touch;                 /* the session's idle time begins anew */
    const char *before;         /* pre-session token for the forms of public pages */

    /* the answer, whole: what the socket gets */
    const char *cookies[COOKIES_MAX];
    size_t n_cookies;
    const char *etag; /* of a static file */
    const void *out;  /* body; lives as long as the exchange */
    size_t out_n;
    struct header headers[HEADERS_MAX];
    size_t n_headers;
    bool close; /* the connection ends after this answer */

    /* lanes */
    struct desk_task task;
    enum result ended;     /* of the walk, and after the desk of its commit */
    struct exchange *next; /* in the slow queue */
    void *connection;      /* lanes.c and server.c */
    void *lanes;
    void *wire;
    int stage; /* server.c: how far the library has handed it over */
    bool counted, entered;
    uint64_t address_key;
    const char *peer;
};

static inline struct exchange *exchange_of(struct request *r)
{
    return (struct exchange *)(void *)r;
}

/* ---- walk.c ---- */
/* What a step refuses with: sets status and sentence, returns FORBIDDEN. */
enum result refuse(struct exchange *x, int status, const char *sentence);
enum lane walk_lane(const struct exchange *x); /* where the walk of this request begins */
/* head and route are read, the body is whole: fills query, typed, upload. OK, or a refusal. */
MUST enum result walk_begin(struct exchange *x);
MUST enum result walk_fast(struct exchange *x, struct readers *readers); /* GET */
/* The slow part of a POST; its desk part follows when OK. */
MUST enum result walk_slow(struct exchange *x, struct readers *readers);
MUST enum result walk_desk(struct exchange *x, struct desk_job *job); /* POST */
/* The walk ended with x->ended: when that is not well, writes the page that says so. After it the reply is whole. */
void walk_speak(struct exchange *x, struct readers *readers);

/* ---- session.c ---- */
enum result step_who(struct exchange *x);
enum result step_forged(struct exchange *x);
/* For the forms of this page; makes a pre-session token when there is no session. */
const char *session_csrf(struct exchange *x);

/* ---- draft.c, web_store.c ---- */
enum result step_draft(struct exchange *x); /* GET with ?concept= */
enum result draft_of_expired(struct exchange *x, gebruiker_id author, const char *path, concept_id *out);

/* ---- reply.c ---- */
void reply_reset(struct exchange *x); /* forgets what was answered so far, cookies included */
void reply_cookie(struct exchange *x, const char *whole);
void reply_flash(struct exchange *x, const char *text);
const char *reply_flash_read(struct exchange *x);                       /* NULL when there is none or it is not ours */
void reply_error(struct exchange *x, int status, const char *sentence); /* a whole error page */
void reply_finish(struct exchange *x);                                  /* headers and body as they go to the socket */
int status_of(enum result e);

/* ---- static.c ---- */
/* /static/…, /gezond and security.txt: true when the path is one of them and the answer is made. */
bool static_answer(struct exchange *x, const char *peer, struct readers *readers);

#endif
