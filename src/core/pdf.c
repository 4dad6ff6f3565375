/* core/pdf.c: the verdict over an uploaded PDF. First the bytes, then the objects (libqpdf, in a child), then the
 * pages. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <qpdf/qpdf-c.h>

#include "core/pdf.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum {
    MAX_OBJECTS = 20000,
    MAX_DEPTH = 100,
    MAX_WARNINGS = 10000,
    HTML_REACH = 1024,      /* browsers that sniff look about this far */
    ZIP_REACH = 65557 + 22, /* where readers of ZIP look for its last record */
    CPU_SECONDS = 5,
    WALL_SECONDS = 8,
    EXIT_BASE = 64, /* exit codes of ours, apart from those of a runtime that gives up by itself (0, 1, 127) */
};
static const rlim_t MEMORY_BYTES = (rlim_t)256 << 20;
static const rlim_t MEMORY_UNKNOWN = (rlim_t)1 << 30; /* taken as in use when the kernel does not tell */

/* ---- the bytes ---- */

static bool is_white(uint8_t c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/* Case-insensitive: HTML is. */
static bool holds(const uint8_t *p, size_t n, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= n; i++)
        if (strncasecmp((const char *)p + i, word, length) == 0)
            return true;
    return false;
}

/* Something other than white space after the last %%EOF. Without any %%EOF it is for libqpdf to say what is left. */
static bool has_tail(const uint8_t *p, size_t n)
{
    static const char mark[] = "%%EOF";
    const size_t length = sizeof(mark) - 1;
    for (size_t i = n >= length ? n - length + 1 : 0; i-- > 0;) {
        if (memcmp(p + i, mark, length) != 0)
            continue;
        for (size_t k = i + length; k < n; k++)
            if (!is_white(p[k]))
                return true;
        return false;
    }
    return false;
}

static enum pdf_verdict judge_bytes(const uint8_t *p, size_t n)
{
    if (n < 5 || memcmp(p, "%PDF-", 5) != 0)
        return PDF_NOT_PDF;
    if (n > PDF_MAX_BYTES)
        return PDF_TOO_LARGE;
    size_t head = n < HTML_REACH ? n : HTML_REACH, tail = n < ZIP_REACH ? n : ZIP_REACH;
    if (holds(p, head, "<script") || holds(p, head, "<html") || memmem(p + n - tail, tail, "PK\5\6", 4) ||
        has_tail(p, n))
        return PDF_POLYGLOT;
    return PDF_OK;
}

static int hex_digit(uint8_t c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Names that say enough by themselves, looked for in bytes: in parts of the file that the table of contents no longer
 * mentions, but that a reader which repairs differently may find. Only long names: short ones occur by chance. */
static enum pdf_verdict judge_hidden_names(const uint8_t *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (p[i] != '/')
            continue;
        char name[16];
        size_t length = 0, k = i + 1;
        while (k < n && length < sizeof(name) - 1 && !is_white(p[k]) && !strchr("()<>[]{}/%", p[k])) {
            bool escaped = p[k] == '#' && k + 2 < n && hex_digit(p[k + 1]) >= 0 && hex_digit(p[k + 2]) >= 0;
            name[length++] = (char)(escaped ? hex_digit(p[k + 1]) * 16 + hex_digit(p[k + 2]) : p[k]);
            k += escaped ? 3 : 1;
        }
        name[length] = '\0';
        if (strcmp(name, "JavaScript") == 0)
            return PDF_SCRIPT;
        if (strcmp(name, "EmbeddedFile") == 0 || strcmp(name, "EmbeddedFiles") == 0)
            return PDF_ATTACHMENT;
    }
    return PDF_OK;
}

/* ---- what libqpdf complains about ---- */

/* Damage that libqpdf repairs is no reason to refuse. Parts that it left out are: we have not seen them. */
static enum pdf_verdict judge_warnings(qpdf_data q)
{
    for (int i = 0; qpdf_more_warnings(q); i++) {
        const char *says = qpdf_get_error_message_detail(q, qpdf_next_warning(q));
        if (i > MAX_WARNINGS || strstr(says, "deeply nested") || strstr(says, "bad_alloc"))
            return PDF_COMPLEX;
        if (strstr(says, "giving up on reading object"))
            return PDF_DAMAGED;
    }
    return PDF_OK;
}

static enum pdf_verdict judge_error(qpdf_data q)
{
    qpdf_error e = qpdf_get_error(q);
    switch (e ? qpdf_get_error_code(q, e) : qpdf_e_damaged_pdf) {
    case qpdf_e_password:
    case qpdf_e_unsupported: /* a way of encrypting that it does not know */
        return PDF_ENCRYPTED;
    case qpdf_e_success:
    case qpdf_e_internal:
    case qpdf_e_system:
        return PDF_COMPLEX; /* out of memory arrives here */
    default:
        return judge_warnings(q) == PDF_COMPLEX ? PDF_COMPLEX : PDF_DAMAGED; /* or here, as a warning before */
    }
}

/* ---- the objects ---- */

struct word {
    const char *name;
    enum pdf_verdict verdict;
};

/* Keys that are refused in any dictionary. */
static const struct word bad_keys[] = {
    {"/JS", PDF_SCRIPT},
    {"/JavaScript", PDF_SCRIPT},
    {"/OnInstantiate", PDF_SCRIPT},
    {"/EmbeddedFiles", PDF_ATTACHMENT},
    {"/EF", PDF_ATTACHMENT},
    {"/RichMedia", PDF_MEDIA},
    {"/RichMediaContent", PDF_MEDIA},
    {"/RichMediaSettings", PDF_MEDIA},
    {"/XFA", PDF_XFA},
    {NULL, PDF_OK},
};
/* Kinds of action (the value of /S) that do more than move within the file or follow a link. */
static const struct word bad_actions[] = {
    {"/Launch", PDF_ACTION},
    {"/SubmitForm", PDF_ACTION},
    {"/ImportData", PDF_ACTION},
    {"/GoToR", PDF_ACTION},
    {"/GoToE", PDF_ACTION},
    {"/Rendition", PDF_MEDIA},
    {"/RichMediaExecute", PDF_MEDIA},
    {"/Movie", PDF_MEDIA},
    {"/Sound", PDF_MEDIA},
    {NULL, PDF_OK},
};
/* Kinds of object (the value of /Type or /Subtype). */
static const struct word bad_types[] = {
    {"/EmbeddedFile", PDF_ATTACHMENT},
    {"/FileAttachment", PDF_ATTACHMENT},
    {"/RichMedia", PDF_MEDIA},
    {"/Screen", PDF_MEDIA},
    {"/Movie", PDF_MEDIA},
    {"/Sound", PDF_MEDIA},
    {"/3D", PDF_MEDIA},
    {NULL, PDF_OK},
};

static enum pdf_verdict look_up(const struct word *words, const char *name)
{
    while (words->name && strcmp(words->name, name) != 0)
        words++;
    return words->verdict;
}

struct object_id {
    int id, generation;
};
struct item {
    qpdf_oh oh;
    int depth;
    bool acts; /* the value of /AA: any entry is an action that runs by itself */
};

/* One walk over all objects. Each is looked at once, by its number; a reference inside another is not followed, so that
 * circles cannot occur. */
struct walk {
    qpdf_data q;
    struct object_id *ids;
    size_t n_ids;
    struct item *stack;
    size_t n, room;
    enum pdf_verdict verdict; /* the first that is not OK; ends the walk */
    char word[40];            /* of the list of objects: what stands after the last quote */
    size_t n_word;
};

static void walk_refuse(struct walk *w, enum pdf_verdict v)
{
    if (w->verdict == PDF_OK)
        w->verdict = v;
}

static void walk_push(struct walk *w, qpdf_oh oh, int depth, bool acts)
{
    if (w->n == w->room) {
        size_t room = w->room ? 2 * w->room : 64;
        struct item *more = realloc(w->stack, room * sizeof(*more));
        if (!more) {
            walk_refuse(w, PDF_COMPLEX);
            return;
        }
        w->stack = more;
        w->room = room;
    }
    if (depth > MAX_DEPTH)
        walk_refuse(w, PDF_COMPLEX);
    w->stack[w->n++] = (struct item){oh, depth, acts};
}

/* On opening, a file may go to a page of its own; any other action would run without a click. */
static enum pdf_verdict judge_open_action(qpdf_data q, qpdf_oh value)
{
    if (qpdf_oh_is_stream(q, value))
        return PDF_ACTION;
    if (!qpdf_oh_is_dictionary(q, value))
        return PDF_OK; /* a destination: array, name or string */
    qpdf_oh kind = qpdf_oh_get_key(q, value, "/S");
    if (qpdf_oh_is_name_and_equals(q, kind, "/JavaScript"))
        return PDF_SCRIPT;
    return qpdf_oh_is_name_and_equals(q, kind, "/GoTo") && !qpdf_oh_has_key(q, value, "/Next") ? PDF_OK : PDF_ACTION;
}

/* A link is fine, a script in the form of a link is not. */
static bool uri_is_script(const char *uri)
{
    static const char *const schemes[] = {"javascript:", "vbscript:", "data:"};
    while (*uri && (unsigned char)*uri <= ' ')
        uri++;
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
        if (strncasecmp(uri, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

/* key: "" for an item of an array. libqpdf has decoded all names (#61 is a) and looks through references for the type.
 */
static enum pdf_verdict judge_entry(qpdf_data q, const char *key, qpdf_oh value)
{
    enum pdf_verdict v = strcmp(key, "/OpenAction") == 0 ? judge_open_action(q, value) : look_up(bad_keys, key);
    if (v != PDF_OK)
        return v;
    if (strcmp(key, "/URI") == 0 && qpdf_oh_is_string(q, value) && uri_is_script(qpdf_oh_get_string_value(q, value)))
        return PDF_SCRIPT;
    if (!qpdf_oh_is_name(q, value))
        return PDF_OK;
    const char *name = qpdf_oh_get_name(q, value);
    if (strcmp(name, "/JavaScript") == 0)
        return PDF_SCRIPT;
    if (strcmp(key, "/S") == 0)
        return look_up(bad_actions, name);
    return strcmp(key, "/Type") == 0 || strcmp(key, "/Subtype") == 0 ? look_up(bad_types, name) : PDF_OK;
}

/* Takes over the handle: kept for the walk when something stands inside, else released. */
static void walk_value(struct walk *w, const char *key, qpdf_oh value, int depth)
{
    walk_refuse(w, judge_entry(w->q, key, value));
    bool acts = strcmp(key, "/AA") == 0 && qpdf_oh_is_dictionary(w->q, value);
    if (acts || (!qpdf_oh_is_indirect(w->q, value) && !qpdf_oh_is_scalar(w->q, value)))
        walk_push(w, value, depth, acts);
    else
        qpdf_oh_release(w->q, value);
}

static void walk_dictionary(struct walk *w, const struct item *it)
{
    qpdf_oh_begin_dict_key_iter(w->q, it->oh);
    while (w->verdict == PDF_OK && qpdf_oh_dict_more_keys(w->q)) {
        const char *key = qpdf_oh_dict_next_key(w->q);
        walk_value(w, key, qpdf_oh_get_key(w->q, it->oh, key), it->depth + 1);
        if (it->acts)
            walk_refuse(w, PDF_ACTION);
    }
}

static void walk_array(struct walk *w, const struct item *it)
{
    int n = qpdf_oh_get_array_n_items(w->q, it->oh);
    for (int i = 0; w->verdict == PDF_OK && i < n; i++)
        walk_value(w, "", qpdf_oh_get_array_item(w->q, it->oh, i), it->depth + 1);
}

/* A stream that holds objects must be readable as a whole: what libqpdf cannot unpack, another reader might. */
static void walk_stream(struct walk *w, const struct item *it)
{
    qpdf_oh dict = qpdf_oh_get_dict(w->q, it->oh);
    if (qpdf_oh_is_dictionary_of_type(w->q, dict, "/ObjStm", "")) {
        unsigned char *p = NULL;
        size_t n = 0;
        QPDF_BOOL whole = QPDF_FALSE;
        QPDF_ERROR_CODE e = qpdf_oh_get_stream_data(w->q, it->oh, qpdf_dl_generalized, &whole, &p, &n);
        if ((e & QPDF_ERRORS) || !whole)
            walk_refuse(w, judge_error(w->q));
        else
            walk_refuse(w, judge_hidden_names(p, n));
        free(p);
    }
    walk_push(w, dict, it->depth, false);
}

/* Walks the object and all that stands inside it. */
static void walk_object(struct walk *w, qpdf_oh top)
{
    walk_push(w, top, 0, false);
    while (w->n > 0) {
        struct item it = w->stack[--w->n];
        if (w->verdict != PDF_OK)
            return; /* the handles go with the whole */
        if (qpdf_oh_is_dictionary(w->q, it.oh))
            walk_dictionary(w, &it);
        else if (qpdf_oh_is_array(w->q, it.oh))
            walk_array(w, &it);
        else if (qpdf_oh_is_stream(w->q, it.oh))
            walk_stream(w, &it);
        qpdf_oh_release(w->q, it.oh);
    }
}

/* ---- which objects there are ---- */

static void list_word(struct walk *w)
{
    struct object_id o;
    char end;
    w->word[w->n_word < sizeof(w->word) ? w->n_word : 0] = '\0';
    if (sscanf(w->word, "obj:%9d %9d %c", &o.id, &o.generation, &end) == 3 && end == 'R') {
        if (w->n_ids < MAX_OBJECTS)
            w->ids[w->n_ids++] = o;
        else
            walk_refuse(w, PDF_COMPLEX);
    }
    w->n_word = 0;
}

/* The C interface of libqpdf can list all objects only by writing the file as JSON, in which each is a key "obj:5 0 R".
 * Between any two quotes we look for that. A text in the file that looks the same costs a look at an object for
 * nothing. */
static int list_piece(const char *data, size_t n, void *to)
{
    struct walk *w = to;
    for (size_t i = 0; i < n; i++) {
        if (data[i] == '"')
            list_word(w);
        else if (w->n_word < sizeof(w->word))
            w->word[w->n_word++] = data[i];
    }
    return w->verdict == PDF_OK ? 0 : 1;
}

static void list_objects(struct walk *w)
{
    w->ids = calloc(MAX_OBJECTS, sizeof(*w->ids));
    if (!w->ids)
        walk_refuse(w, PDF_COMPLEX);
    else if (qpdf_write_json(w->q, 2, list_piece, w, qpdf_dl_none, qpdf_sj_none, "", NULL) & QPDF_ERRORS)
        walk_refuse(w, judge_error(w->q));
}

/* ---- the file as libqpdf sees it ---- */

static enum pdf_verdict judge_objects(struct walk *w)
{
    if (qpdf_is_encrypted(w->q))
        return PDF_ENCRYPTED; /* opened with the empty password */
    list_objects(w);
    if (w->verdict == PDF_OK)
        walk_object(w, qpdf_get_trailer(w->q));
    for (size_t i = 0; i < w->n_ids && w->verdict == PDF_OK; i++)
        walk_object(w, qpdf_get_object_by_id(w->q, w->ids[i].id, w->ids[i].generation));
    walk_refuse(w, judge_warnings(w->q));
    int n_pages = w->verdict == PDF_OK ? qpdf_get_num_pages(w->q) : 0;
    if (w->verdict == PDF_OK && qpdf_has_error(w->q))
        return judge_error(w->q);
    walk_refuse(w, n_pages > 0 ? PDF_OK : PDF_DAMAGED);
    return w->verdict;
}

static enum pdf_verdict judge_file(const uint8_t *p, size_t n)
{
    enum pdf_verdict v;
    struct walk w = {.q = qpdf_init()};
    qpdf_silence_errors(w.q);
    qpdf_set_suppress_warnings(w.q, QPDF_TRUE);
    if (qpdf_read_memory(w.q, "upload", (const char *)p, n, "") & QPDF_ERRORS)
        v = judge_error(w.q);
    else
        v = judge_objects(&w);
    qpdf_get_error(w.q); /* one that nobody asked for would be written to stderr */
    free(w.stack);
    free(w.ids);
    qpdf_cleanup(&w.q);
    return v == PDF_OK ? judge_hidden_names(p, n) : v;
}

/* ---- the child ---- */

static bool limit(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(what, &now) != 0)
        return false;
    /* a second more before the hard limit of CPU time, so that the signal is SIGXCPU */
    rlim_t hard = what == RLIMIT_CPU ? most + 1 : most;
    if (hard > now.rlim_max)
        hard = now.rlim_max;
    return setrlimit(what, &(struct rlimit){most < hard ? most : hard, hard}) == 0;
}

/* What the process already holds counts for RLIMIT_DATA: the sixth number of statm, in pages. */
static rlim_t memory_in_use(void)
{
    char text[200];
    unsigned long pages = 0;
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t n = fd >= 0 ? read(fd, text, sizeof(text) - 1) : -1;
    if (fd >= 0)
        close(fd);
    text[n > 0 ? n : 0] = '\0';
    if (sscanf(text, "%*u %*u %*u %*u %*u %lu", &pages) != 1)
        return MEMORY_UNKNOWN;
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* After this the child can calculate and end, no more: no files or connections of the server, no new ones, no
 * processes. A sanitizer needs room and a place to speak. */
static bool shut_in(void)
{
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGXCPU, SIGXFSZ};
    for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++)
        signal(deadly[i], SIG_DFL); /* handlers of the parent have no business here */
    if (!limit(RLIMIT_CPU, CPU_SECONDS) || !limit(RLIMIT_CORE, 0))
        return false;
    if (SANITIZED)
        return true;
    if (!limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_DATA, memory_in_use() + MEMORY_BYTES))
        return false;
    close_range(0, ~0U, 0);
    return limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_NPROC, 0);
}

static void child(const uint8_t *p, size_t n) __attribute__((noreturn));
static void child(const uint8_t *p, size_t n)
{
    enum pdf_verdict v = shut_in() ? judge_file(p, n) : PDF_LATER;
    _exit(EXIT_BASE + (int)v); /* no atexit handlers, no buffers written: those are the parent's */
}

static enum pdf_verdict judge_end(int status)
{
    if (WIFEXITED(status)) {
        int v = WEXITSTATUS(status) - EXIT_BASE;
        return v >= PDF_OK && v <= PDF_LATER ? (enum pdf_verdict)v : PDF_DAMAGED;
    }
    int by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return by == SIGXCPU || by == SIGKILL || by == SIGABRT ? PDF_COMPLEX : PDF_DAMAGED;
}

static double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Asks again and again, with pauses from 0.2 to 10 ms: needs no signal handler and no descriptor, of which a child of
 * another thread would hold a copy. Always takes the child's end, so that none stays behind. */
static enum pdf_verdict wait_for(pid_t pid)
{
    double until = seconds_now() + WALL_SECONDS;
    long pause = 200000;
    bool killed = false;
    for (;;) {
        int status;
        pid_t got = waitpid(pid, &status, killed ? 0 : WNOHANG);
        if (got == pid)
            return killed ? PDF_COMPLEX : judge_end(status);
        if (got < 0 && errno != EINTR)
            return PDF_LATER;
        if (got == 0 && seconds_now() > until) {
            kill(pid, SIGKILL);
            killed = true;
        } else if (got == 0) {
            nanosleep(&(struct timespec){0, pause}, NULL);
            pause = pause < 5000000 ? 2 * pause : 10000000;
        }
    }
}

enum pdf_verdict pdf_check_here(const void *bytes, size_t n)
{
    enum pdf_verdict v = judge_bytes(bytes, n);
    return v == PDF_OK ? judge_file(bytes, n) : v;
}

enum pdf_verdict pdf_check(const void *bytes, size_t n)
{
    enum pdf_verdict v = judge_bytes(bytes, n);
    if (v != PDF_OK)
        return v;
    pid_t pid = fork();
    if (pid == 0)
        child(bytes, n);
    return pid > 0 ? wait_for(pid) : PDF_LATER;
}

const char *pdf_verdict_text(enum pdf_verdict v)
{
    switch (v) {
    case PDF_OK:
        return "Dit PDF-bestand is in orde.";
    case PDF_NOT_PDF:
        return "Dit bestand is geen PDF. Sla het op als PDF en probeer het opnieuw.";
    case PDF_TOO_LARGE:
        return "Dit PDF-bestand is groter dan 1 MB. Maak het kleiner en probeer het opnieuw.";
    case PDF_POLYGLOT:
        return "In dit PDF-bestand staan ook andere gegevens, of het is niet compleet. Maak de PDF opnieuw en probeer het nog een keer.";
    case PDF_DAMAGED:
        return "Dit PDF-bestand is beschadigd. Maak de PDF opnieuw en probeer het nog een keer.";
    case PDF_ENCRYPTED:
        return "Dit PDF-bestand is versleuteld. Sla het op zonder wachtwoord en probeer het opnieuw.";
    case PDF_SCRIPT:
        return "In dit PDF-bestand zit een script. Druk het bestand af naar een nieuwe PDF en probeer het opnieuw.";
    case PDF_ACTION:
        return "Dit PDF-bestand opent of verstuurt zelf iets. Druk het bestand af naar een nieuwe PDF en probeer het opnieuw.";
    case PDF_ATTACHMENT:
        return "In dit PDF-bestand zit een bijlage. Sla het op zonder bijlage en probeer het opnieuw.";
    case PDF_MEDIA:
        return "In dit PDF-bestand zit beeld of geluid dat kan worden afgespeeld. Druk het bestand af naar een nieuwe PDF en probeer het opnieuw.";
    case PDF_XFA:
        return "In dit PDF-bestand zit een invulformulier (XFA). Druk het bestand af naar een nieuwe PDF en probeer het opnieuw.";
    case PDF_COMPLEX:
        return "Dit PDF-bestand is te ingewikkeld om te controleren. Druk het bestand af naar een nieuwe PDF en probeer het opnieuw.";
    case PDF_LATER:
        break;
    }
    return "Dit PDF-bestand kan nu niet worden gecontroleerd. Probeer het over een paar minuten opnieuw.";
}
