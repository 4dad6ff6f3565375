/* web/head.h: the strict front: request line and headers as the library hands them over, checked before anything else
 * looks at them. libmicrohttpd 0.9.75 lets through what later versions refuse; this refuses it. Pure: no socket, no
 * clock, no database. Private to web/. */
#ifndef WEB_HEAD_H
#define WEB_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

enum { TOKEN_TEXT = 43, HEAD_LINES_MAX = 100, TARGET_MAX = 8000 };

enum body_kind { BODY_NONE, BODY_URLENCODED, BODY_MULTIPART };

struct head_line {
    const char *name;
    size_t name_n;
    const char *value;
    size_t value_n;
};

struct head {
    bool is_post, is_head; /* neither: GET */
    const char *path, *query_string;
    int64_t content_length; /* 0 without a body */
    enum body_kind body;
    const char *boundary;
    bool expects_continue;
    const char *origin, *fetch_site, *user_agent, *forwarded_for, *if_none_match; /* NULL when absent */
    const char *session, *before, *flash, *activation,
        *device; /* cookies __Host-sr, …-voor, …-melding, …-activeer, …-apparaat; NULL when absent or sent twice */
};

/* 0 when the head is good, else the status to refuse it with (400, 405, 411, 414, 415) and why, in *why (English, for
 * the log). After a refusal the connection is closed: where the next request would begin is not to be trusted. */
int head_read(struct arena *a, const char *method, const char *target, const struct head_line *lines, size_t n,
              struct head *out, const char **why);

/* The value of a cookie when it is there exactly once and is a token of 43 characters base64url, else NULL. header: one
 * Cookie line. */
bool is_token(const char *s, size_t n);

#endif
