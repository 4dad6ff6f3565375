/* web/body.c: urlencoded bodies are gathered up to the limit and read at the end; multipart is read while it comes,
 * because its file goes to disk. A failure is sticky: the rest of the body is counted and thrown away, so that the
 * answer finds a client that has finished sending. */
#include "web/body.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "core/log.h"
#include "core/text.h"
#include "data/sql.h"
#include "web/request.h"

enum { PART_HEAD_MAX = 4096, PART_FIELD_MAX = 64 * 1024 };
enum place { AT_START, IN_HEAD, IN_DATA, AFTER_DELIMITER, AT_END };

struct body {
    struct arena *arena;
    enum body_kind kind;
    struct body_limits limits;
    size_t seen;
    int status; /* sticky refusal */
    const char *sentence;
    struct text pending; /* urlencoded: all of it; multipart: what is not yet understood */
    /* multipart */
    char delimiter[80]; /* "\r\n--boundary" */
    size_t delimiter_n;
    enum place place;
    struct text value; /* of the field under way */
    const char *name;
    bool is_file, file_open;
    const char *filename;
    int fd;
    char *path;          /* "" for one in memory */
    struct text content; /* of an upload in memory */
    size_t written;
    struct typed *fields;
    size_t n_fields, room;
    struct upload upload;
};

static void refuse(struct body *b, int status, const char *sentence)
{
    if (b->status)
        return;
    b->status = status;
    b->sentence = sentence;
    text_free(&b->pending);
    text_init(&b->pending, 1);
}

static const char broken[] = "Het formulier is niet goed overgekomen. Ga terug en verstuur het opnieuw.";
static const char too_large[] = "Wat u verstuurt, is te groot.";
static const char no_file[] = "Het bestand kon niet worden ontvangen.";

static void body_close(void *p)
{
    struct body *b = p;
    text_free(&b->pending);
    text_free(&b->value);
    text_free(&b->content);
    if (b->fd >= 0)
        close(b->fd);
    if (b->path && *b->path)
        unlink(b->path);
}

struct body *body_new(struct arena *a, enum body_kind kind, const char *boundary, struct body_limits limits)
{
    struct body *b = ARENA_NEW(a, struct body);
    b->arena = a;
    b->kind = kind;
    b->limits = limits;
    b->fd = -1;
    b->upload = (struct upload){0};
    text_init(&b->pending, limits.total + 64);
    text_init(&b->value, PART_FIELD_MAX + 1);
    text_init(&b->content, limits.total + 1);
    arena_cleanup(a, body_close, b);
    if (kind == BODY_MULTIPART) {
        /* the first delimiter has no line end before it: pretend */
        text_str(&b->pending, "\r\n");
        const char *d = arena_printf(a, "\r\n--%s", boundary);
        b->delimiter_n = strlen(d) < sizeof b->delimiter ? strlen(d) : sizeof b->delimiter - 1;
        memcpy(b->delimiter, d, b->delimiter_n);
    }
    return b;
}

/* ---- urlencoded ---- */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* NULL when an escape is broken or gives a NUL. */
static char *decode(struct arena *a, const char *p, size_t n)
{
    char *out = arena_alloc(a, n + 1);
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        if (p[i] == '%') {
            int high = i + 1 < n ? hex_digit(p[i + 1]) : -1, low = i + 2 < n ? hex_digit(p[i + 2]) : -1;
            if (high < 0 || low < 0 || high + low == 0)
                return NULL;
            out[m++] = (char)(high * 16 + low);
            i += 2;
        } else if (p[i] == '\0') {
            return NULL;
        } else {
            out[m++] = p[i] == '+' ? ' ' : p[i];
        }
    }
    return out;
}

static bool name_is_fine(const char *name)
{
    size_t n = strlen(name);
    return n >= 1 && n <= BODY_NAME_MAX && utf8_is_clean(name, n);
}

bool urlencoded_read(struct arena *a, const char *p, size_t n, bool strict, struct typed_list *out)
{
    size_t count = 1, at = 0;
    for (size_t i = 0; i < n; i++)
        count += p[i] == '&';
    *out = (struct typed_list){0};
    if (count > BODY_FIELDS_MAX)
        return false;
    struct typed *list = ARENA_ARRAY(a, struct typed, count);
    for (const char *end = p + n; p < end;) {
        const char *stop = memchr(p, '&', (size_t)(end - p));
        if (!stop)
            stop = end;
        const char *eq = memchr(p, '=', (size_t)(stop - p));
        if (stop > p) {
            if (!eq && strict)
                return false;
            const char *name = decode(a, p, (size_t)((eq ? eq : stop) - p));
            const char *value = eq ? decode(a, eq + 1, (size_t)(stop - eq - 1)) : "";
            if (!name || !value || !name_is_fine(name) || !utf8_is_clean_lines(value, strlen(value)))
                return false;
            list[at++] = (struct typed){name, value};
        } else if (strict) {
            return false;
        }
        p = stop + 1;
    }
    *out = (struct typed_list){at, list};
    return true;
}

/* ---- multipart: parts ---- */

static void add_field(struct body *b, const char *name, const char *value)
{
    if (b->n_fields >= BODY_FIELDS_MAX) {
        refuse(b, 400, "Het formulier heeft te veel velden.");
        return;
    }
    if (b->n_fields == b->room) {
        size_t room = b->room ? b->room * 2 : 16;
        struct typed *list = ARENA_ARRAY(b->arena, struct typed, room);
        if (b->n_fields)
            memcpy(list, b->fields, b->n_fields * sizeof *list);
        b->fields = list;
        b->room = room;
    }
    b->fields[b->n_fields++] = (struct typed){name, value};
}

/* A parameter of Content-Disposition: name="…". Browsers write quotes inside as %22; those stay as they are, it is only
 * a label. */
static char *parameter(struct arena *a, const char *line, const char *key)
{
    size_t n = strlen(key);
    for (const char *p = strchr(line, ';'); p;) {
        p++;
        p += strspn(p, " \t");
        const char *value = p + n + 2;
        if (strncasecmp(p, key, n) == 0 && p[n] == '=' && p[n + 1] == '"') {
            const char *stop = strchr(value, '"');
            return stop ? arena_text(a, value, (size_t)(stop - value)) : NULL;
        }
        const char *quote = strchr(p, '"'), *next = strchr(p, ';');
        if (quote && next && quote < next) { /* a semicolon inside quotes separates nothing */
            quote = strchr(quote + 1, '"');
            next = quote ? strchr(quote, ';') : NULL;
        }
        p = next;
    }
    return NULL;
}

static const char *base_name(const char *filename)
{
    const char *base = filename;
    for (const char *p = filename; *p; p++) {
        if (*p == '/' || *p == '\\')
            base = p + 1;
    }
    return base;
}

static void open_file(struct body *b)
{
    if (!b->limits.tmp || b->path) {
        refuse(b, 400,
               b->path ? "U kunt één bestand tegelijk versturen." : "Op deze pagina kunt u geen bestand versturen.");
        return;
    }
    if (b->limits.in_memory) {
        b->path = arena_strdup(b->arena, "");
        b->file_open = true;
        return;
    }
    b->path = arena_printf(b->arena, "%s/upload-XXXXXX", b->limits.tmp);
    b->fd = mkostemp(b->path, O_CLOEXEC); /* mode 0600 by itself */
    if (b->fd < 0) {
        b->path = NULL;
        refuse(b, 500, no_file);
    }
    b->file_open = b->fd >= 0;
}

/* head: the header lines of a part, each ended by CRLF, NUL-terminated. */
static void begin_part(struct body *b, char *head)
{
    const char *disposition = NULL;
    char *rest = NULL;
    for (char *line = strtok_r(head, "\r\n", &rest); line; line = strtok_r(NULL, "\r\n", &rest)) {
        if (strncasecmp(line, "Content-Disposition:", 20) == 0) {
            if (disposition)
                refuse(b, 400, broken);
            disposition = line;
        }
    }
    const char *kind = disposition ? disposition + 20 + strspn(disposition + 20, " \t") : "";
    b->name = disposition ? parameter(b->arena, disposition, "name") : NULL;
    b->filename = disposition ? parameter(b->arena, disposition, "filename") : NULL;
    b->is_file = b->filename != NULL;
    if (strncasecmp(kind, "form-data", 9) != 0 || !b->name || !name_is_fine(b->name)) {
        refuse(b, 400, broken);
        return;
    }
    text_free(&b->value);
    text_init(&b->value, PART_FIELD_MAX + 1);
    b->written = 0;
    if (b->is_file && *b->filename)
        open_file(b);
}

static void part_data(struct body *b, const char *p, size_t n)
{
    if (b->status || n == 0)
        return;
    if (!b->is_file) {
        text_add(&b->value, p, n);
        if (text_failed(&b->value) || b->value.n > PART_FIELD_MAX)
            refuse(b, 413, too_large);
        return;
    }
    if (!b->file_open) {
        refuse(b, 400, broken); /* bytes in a file part without a file */
        return;
    }
    b->written += n;
    if (b->limits.in_memory) {
        text_add(&b->content, p, n);
        if (text_failed(&b->content))
            refuse(b, 413, too_large);
        return;
    }
    for (size_t done = 0; done < n;) {
        ssize_t w = write(b->fd, p + done, n - done);
        if (w < 0 && errno == EINTR)
            continue;
        if (w <= 0) {
            refuse(b, errno == ENOSPC || errno == EDQUOT ? 507 : 500, no_file);
            return;
        }
        done += (size_t)w;
    }
}

static void end_part(struct body *b)
{
    if (b->status)
        return;
    if (!b->is_file) {
        const char *value = text_c(&b->value);
        size_t n = b->value.n;
        if (strlen(value) != n || !utf8_is_clean_lines(value, n))
            refuse(b, 400, broken);
        else
            add_field(b, b->name, arena_text(b->arena, value, n));
        return;
    }
    if (!b->file_open)
        return; /* an empty file input */
    if (b->fd >= 0 && close(b->fd) != 0)
        refuse(b, 500, no_file);
    b->fd = -1;
    b->file_open = false;
    const char *label = base_name(b->filename);
    size_t n = strlen(label);
    bool fine = n >= 1 && n <= 200 && utf8_is_clean(label, n);
    b->upload = (struct upload){.filename = fine ? label : "bestand",
                                .path = b->path,
                                .bytes = b->limits.in_memory ? text_c(&b->content) : NULL,
                                .n = b->written};
}

/* ---- multipart: the stream ---- */

/* Each step eats from pending and returns how much; 0 = more is needed. */
static size_t step_data(struct body *b, const char *p, size_t n)
{
    const char *hit = memmem(p, n, b->delimiter, b->delimiter_n);
    if (hit) {
        if (b->place == IN_DATA) {
            part_data(b, p, (size_t)(hit - p));
            end_part(b);
        } else if (hit != p) {
            refuse(b, 400, broken); /* something before the first boundary */
        }
        b->place = AFTER_DELIMITER;
        return (size_t)(hit - p) + b->delimiter_n;
    }
    size_t keep = b->delimiter_n - 1;
    if (n <= keep)
        return 0;
    if (b->place == AT_START)
        refuse(b, 400, broken);
    part_data(b, p, n - keep);
    return n - keep;
}

static size_t step_delimiter(struct body *b, const char *p, size_t n)
{
    if (n < 2)
        return 0;
    if (memcmp(p, "--", 2) == 0)
        b->place = AT_END;
    else if (memcmp(p, "\r\n", 2) == 0)
        b->place = IN_HEAD;
    else
        refuse(b, 400, broken);
    return 2;
}

static size_t step_head(struct body *b, const char *p, size_t n)
{
    const char *stop = memmem(p, n, "\r\n\r\n", 4);
    if (!stop) {
        if (n > PART_HEAD_MAX)
            refuse(b, 400, broken);
        return 0;
    }
    size_t len = (size_t)(stop - p);
    if (len > PART_HEAD_MAX || memchr(p, '\0', len)) {
        refuse(b, 400, broken);
        return 0;
    }
    begin_part(b, arena_text(b->arena, p, len));
    /* the data may be empty: then the delimiter begins with the very line end that closed the head */
    b->place = IN_DATA;
    return len + 2 + 2;
}

static size_t step_end(struct body *b, const char *p, size_t n)
{
    size_t n_end = n < 2 ? n : 2;
    if (n > 2 || memcmp(p, "\r\n", n_end) != 0)
        refuse(b, 400, broken); /* junk after the last boundary */
    return 0;
}

static void multipart_run(struct body *b)
{
    size_t at = 0, ate = 1;
    const char *p = b->pending.p;
    size_t n = b->pending.n;
    while (ate > 0 && b->status == 0 && at < n) {
        switch (b->place) {
        case AT_START:
        case IN_DATA:
            ate = step_data(b, p + at, n - at);
            break;
        case AFTER_DELIMITER:
            ate = step_delimiter(b, p + at, n - at);
            break;
        case IN_HEAD:
            ate = step_head(b, p + at, n - at);
            break;
        default:
            ate = step_end(b, p + at, n - at);
            break;
        }
        at += ate;
    }
    if (b->status == 0 && at > 0) {
        memmove(b->pending.p, b->pending.p + at, n - at);
        b->pending.n = n - at;
    }
}

/* ---- the whole ---- */

void body_feed(struct body *b, const char *p, size_t n)
{
    b->seen += n;
    if (b->seen > b->limits.total)
        refuse(b, 413, too_large);
    if (b->status)
        return;
    text_add(&b->pending, p, n);
    if (text_failed(&b->pending))
        refuse(b, 413, too_large);
    else if (b->kind == BODY_MULTIPART)
        multipart_run(b);
}

bool body_is_flood(const struct body *b)
{
    return b->seen > BODY_DRAIN_MAX && b->seen > b->limits.total;
}

int body_end(struct body *b, struct typed_list *out, struct upload *upload, const char **sentence)
{
    *out = (struct typed_list){0};
    *upload = (struct upload){0};
    if (b->status == 0 && b->kind == BODY_MULTIPART) {
        if (b->place != AT_END)
            refuse(b, 400, broken);
        *out = (struct typed_list){b->n_fields, b->fields};
    } else if (b->status == 0 && !urlencoded_read(b->arena, text_c(&b->pending), b->pending.n, true, out)) {
        refuse(b, 400, broken);
    }
    *sentence = b->sentence;
    if (b->status) {
        *out = (struct typed_list){0};
        return b->status;
    }
    *upload = b->upload;
    return 0;
}

enum result upload_read(struct request *r, struct blob *out)
{
    if (r->upload.bytes) {
        *out = (struct blob){r->upload.bytes, r->upload.n};
        return OK;
    }
    char *bytes = arena_alloc(r->arena, r->upload.n + 1);
    FILE *f = fopen(r->upload.path, "rbe");
    if (!f)
        return fail("an upload cannot be opened again");
    size_t n = fread(bytes, 1, r->upload.n, f);
    bytes[r->upload.n] = '\0';
    fclose(f);
    if (n != r->upload.n)
        return fail("an upload of %zu bytes gave %zu", r->upload.n, n);
    *out = (struct blob){bytes, n};
    return OK;
}
