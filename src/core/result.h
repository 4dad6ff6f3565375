/* core/result.h: how a function that can fail says so.
 *
 * The code travels, the story does not: whoever first knows what went wrong says it once with fail(); everyone above
 * only passes the code on. Out-parameters come last; predicates return bool. */
#ifndef CORE_RESULT_H
#define CORE_RESULT_H

enum result {
    OK,
    NOT_FOUND, /* is not there, or may not be seen: 404 */
    FORBIDDEN, /* may be seen but not done: 403 with who can */
    INVALID,   /* the user's input; messages stand in the request's problems: 422 */
    CONFLICT,  /* somebody else saved in between: 409 */
    BUSY,      /* a queue is full or the database stays locked: 503 */
    TOO_MUCH,  /* too many attempts: 429 */
    TOO_LARGE, /* 413 */
    DISK_FULL, /* nothing was saved: 507 */
    FAILED,    /* ours: 500 with a number that stands in the log */
};

#define MUST __attribute__((warn_unused_result))
#define TRY(e)                                                                                                         \
    do {                                                                                                               \
        enum result try_result_ = (e);                                                                                 \
        if (try_result_ != OK)                                                                                         \
            return try_result_;                                                                                        \
    } while (0)

/* Logs the story with file and line, returns FAILED. */
#define fail(...) fail_at(__FILE__, __LINE__, __VA_ARGS__)
enum result fail_at(const char *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));

const char *result_name(enum result r);

#endif
