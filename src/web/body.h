/* web/body.h: what a POST carries: urlencoded or multipart, read in the pieces the socket gives, within the limits of
 * its route. Nothing of a broken or too large body is ever given out. Pure but for the one temporary file of an upload
 * (where the route does not keep that in memory).
 * Private to web/. */
#ifndef WEB_BODY_H
#define WEB_BODY_H

#include "core/arena.h"
#include "web/form.h"
#include "web/head.h"
#include "web/request.h"

enum { BODY_STANDARD = 64 * 1024, BODY_FIELDS_MAX = 1000, BODY_NAME_MAX = 64, BODY_DRAIN_MAX = 8 * 1024 * 1024 };

struct body_limits {
    size_t total;    /* bytes of the whole body */
    const char *tmp; /* folder for an upload; NULL = files are refused */
    bool in_memory;  /* the upload never touches a disk: it says who people are */
};

struct body;
/* Lives in the arena; an open temporary file is closed and removed with it. */
struct body *body_new(struct arena *a, enum body_kind kind, const char *boundary, struct body_limits limits);
void body_feed(struct body *b, const char *p, size_t n);
/* More has come than is worth draining: close the connection. */
bool body_is_flood(const struct body *b);
/* The body is whole. 0 with the fields in *out, or the status to refuse it with (400, 413, 500) and a Dutch sentence.
 */
int body_end(struct body *b, struct typed_list *out, struct upload *upload, const char **sentence);

/* "a=1&b=x+y": decoded and checked. strict: every piece has its '='. False when it is broken (bad %zz, control
 * characters, bad UTF-8, names over 64 bytes, more than 1,000 fields). */
bool urlencoded_read(struct arena *a, const char *p, size_t n, bool strict, struct typed_list *out);

#endif
