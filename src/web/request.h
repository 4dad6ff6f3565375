/* web/request.h: what a handler gets and what it answers. The walk (web/walk.c) fills it step by step; a handler reads
 * left to right: form → act or query → view → template. Everything in it lives in the request's arena. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "core/arena.h"
#include "core/config.h"
#include "core/result.h"
#include "core/text.h"
#include "data/viewer.h"
#include "out/html.h"
#include "web/form.h"

struct blob;
struct reader;
struct readers;
struct steward;
struct desk_job;
struct seal;
struct route;
struct site;

enum { REQUEST_OBJECTS = 3 };

/* A file field, streamed to a temporary file, or kept in memory where the route says so (path ""); gone with the
 * request. path NULL = none was chosen. */
struct upload {
    const char *filename, *path, *bytes;
    size_t n;
};

struct request {
    struct arena *arena;
    const struct site *site;
    const struct route *route;
    const char *method, *path; /* as sent, checked */
    const char *query_string;  /* "" when none; without '?' */
    struct typed_list query;   /* decoded, checked; repeated names refused */
    struct typed_list typed;   /* POST fields as typed; or those of the draft named by ?concept= on a GET */
    bool from_draft;           /* typed comes from a draft: show it, and say "nog niet opgeslagen" */
    struct {
        const char *name;
        int64_t id;
    } object[REQUEST_OBJECTS];
    const char *token; /* for a :token segment of the path (43 characters), else NULL */
    void *input;       /* route->input_size bytes, filled by form_read; the handler runs only when it is valid,
                          or when the route says form_partial */
    struct problems problems;
    struct upload upload;

    const struct viewer *viewer;  /* never NULL; viewer->gebruiker.id == 0 for nobody */
    const char *session_token;    /* NULL without a session */
    const char *activation_token; /* of the link in a mail, kept in a cookie while somebody activates an account; NULL
                                     without */
    const char *device_token;     /* of this browser, since it first logged in here; NULL for one we do not know */
    tijdstip session_until;       /* when it ends if nothing happens */
    const char *flash;            /* message of the previous page ("Gelukt"), or NULL; shown once */
    const char *address;          /* of the client, normalised, behind the proxy too */
    const char *user_agent;       /* cut at 200 characters */
    datum today;
    tijdstip now;

    struct reader *db; /* what this viewer may read */
    struct steward
        *gate; /* reads without a viewer; only files named in layers.txt include data/steward.h and can use it */
    struct desk_job *job; /* POST at the desk; NULL on GET and on the slow lane */
    struct seal *seal;
    void *slow_result; /* what route->slow left for the handler */

    struct reply {
        int status;               /* 0 = 200 */
        struct text body;         /* of a page */
        const char *content_type; /* NULL = text/html */
        const char *location;     /* 303 */
        const char *filename;     /* Content-Disposition: attachment */
        const char *set_cookie;   /* whole Set-Cookie value */
        const char *title_error;  /* set by INVALID */
        bool cacheable;           /* for ever: only for addresses with a content hash */
        bool revalidate; /* the same for everybody: may be kept, and asked each time whether it is still this (ETag) */
        int retry_after;
        int refresh; /* seconds after which the browser asks this page again; 0 = never */
        bool clear_site_data;
    } reply;
};

/* The bytes of the file field, in the arena, with a 0 after them. FAILED when the temporary file cannot be read; the
 * caller has looked at upload.path and upload.n. */
MUST enum result upload_read(struct request *r, struct blob *out);

/* ---- answering ---- */
struct html page_begin(struct request *r);                  /* a template's `o`: writes into r->reply.body */
MUST enum result reply_redirect(struct request *r, url to); /* 303 */
MUST enum result reply_redirect_text(struct request *r,
                                     const char *path); /* a path of our own with query; must begin with one / */
MUST enum result reply_redirect_said(struct request *r, url to, const char *format, ...)
    __attribute__((format(printf, 3, 4))); /* with a flash message */
MUST enum result reply_text(struct request *r, const char *content_type, const char *body, size_t n);
/* Shows a form again with its problems: status 422, <title> begins with "Fout: ". Returns OK so that the page is sent;
 * nothing is committed: use as `return form_again(r)` after writing the page. A POST that must both show its form again
 * and keep what it wrote (a counted wrong attempt) sets r->reply.status = 422 itself and returns OK. A handler may also
 * just add problems and return INVALID: then route->form_page shows the form. */
MUST enum result form_again(struct request *r);

int64_t request_object(const struct request *r,
                       const char *name); /* :project of the path; asserts that the route has it */
#define request_id(r, name, type) ((type){request_object((r), (name))})
const char *request_query(const struct request *r, const char *name); /* "" when absent */
void request_device_cookie(struct request *r, const char *token); /* tells this browser apart from others, for a year */
void request_cookie(struct request *r, const char *token);        /* new session token; NULL = end the cookie */
/* Keeps what was typed for `path` (GET) so that the page can be filled again: for "Nieuwe … toevoegen" inside a form
 * and for an ended session. */
MUST enum result draft_keep(struct request *r, const char *path, concept_id *out);
MUST enum result draft_read(struct request *r, concept_id id, struct typed_list *out,
                            const char **path); /* only its author's */
MUST enum result draft_set(struct request *r, concept_id id, const char *field,
                           const char *value); /* one field of it: the new id */
MUST enum result draft_drop(struct request *r, concept_id id);
/* Replaces or adds one typed value, for a button that fills in and a page that opens a form already filled. value is
 * borrowed. */
void typed_put(struct request *r, const char *name, const char *value);
bool typed_button(const struct request *r, const char *name); /* which button was pressed */
/* True for an address of our own that a browser may be sent to (?verder=): one slash, visible ASCII, no backslash, at
 * most 2,000 bytes. */
bool path_is_local(const char *path);

#endif
