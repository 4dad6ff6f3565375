/* web/route.h: a page declared once: from this table come routing, rights, limits, lanes, docs/routes.md, the audit
 * name and tests/walk. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "core/config.h"
#include "data/sql.h"
#include "data/viewer.h"
#include "web/form.h"
#include "web/request.h"

enum method { GET = 1, POST = 2 };

/* who: kinds of organisatie (enum soort), or one of these */
enum {
    WHO_PUBLIC = 32,    /* without a session; a session is looked up if there is a cookie */
    WHO_HALF = 64,      /* logged in with the password only: the second step */
    WHO_UNSIGNED = 128, /* logged in, but the confidentiality statement of today is not yet accepted */
    WHO_ALL = SOORT_OG | SOORT_ON | SOORT_IM | SOORT_AM | SOORT_CP,
};

struct may { /* one registered statement: SELECT <right> AS mag FROM <view> WHERE id = :id. No row → 404, 0 → 403 */
    const struct sql *stmt; /* NULL = nothing asked */
    const char *object;     /* name of the path segment, "project" */
    const char *sentence;   /* "Dat kan alleen de opdrachtgever." */
};

struct route {
    enum method method;
    const char
        *path; /* "/projecten/:project/perioden"; :token is 43 characters of base64url, all others canonical ids > 0 */
    int who;
    struct may may;
    enum result (*page)(struct request *r);
    const struct field *form; /* POST: fields; NULL = only buttons (_csrf and _eenmalig) */
    size_t input_size;
    size_t body;           /* largest body in bytes; 0 = 64 KiB */
    bool upload_in_memory; /* a file that says who people are: never on a disk, not for a moment */
    bool form_partial;     /* the handler also runs when the form has problems (preview, "toevoegen…"): it looks at
                              r->problems itself */
    enum result (*form_page)(
        struct request *r); /* POST: the GET handler that shows the form again with r->typed and r->problems */
    enum result (*slow)(struct request *r); /* runs first on the slow lane: hashing, PDF check; leaves r->slow_result.
                                               Reads r->gate, writes nothing */
    bool slow_get;                          /* a GET that runs whole on the slow lane */
    bool door;    /* a public GET that is asked no oftener than the public forms: who guesses codes waits */
    bool no_once; /* repeating it is harmless (preview, login): no once-only check */
};

/* What the house hands to the web floor: the only inversion. Filled by main. */
struct session_found {
    struct viewer viewer;
    int state; /* one of 0 = none, WHO_HALF, WHO_UNSIGNED, WHO_ALL = full */
    tijdstip until;
    bool expired;
    gebruiker_id expired_user;
};
struct site {
    const struct route *routes;
    size_t n_routes;
    const struct config *config;
    struct database *base;
    struct desk *desk;
    struct seal *seal;
    /* session by its token; reads only. Room account. */
    enum result (*session_find)(struct steward *gate, struct arena *a, const char *token, tijdstip now,
                                const struct config *c, struct session_found *out);
    /* a page was asked with this session: idle time starts anew (at most once a minute, in a desk job of its own) */
    enum result (*session_touch)(struct steward *gate, const char *token, tijdstip now);
    /* error page for 400..507: writes a whole page; incident 0 = none; sentence may be NULL */
    void (*error_page)(struct request *r, int status, const char *sentence, uint32_t incident);
    /* the page shown when a session has to be (re)started: redirect target, e.g. "/inloggen" */
    const char *login_path, *second_step_path, *statement_path;
    const struct embedded_file *statics;
    size_t n_statics;
};

#endif
