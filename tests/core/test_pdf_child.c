/* The child in which a PDF is looked at: files that try to cost too much, children that end badly, and a parent that
 * notices nothing of it. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/pdf.h"

#undef fail
#include <cmocka.h>

#include "core/pdf_file.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { BOMB = 100000000, LIMITED = false }; /* no limit on memory there */
#else
enum { BOMB = 1000000000, LIMITED = true };
#endif

/* ---- fork that can be told to fail, or to give a child that behaves badly ---- */

static enum { FORK_FINE, FORK_FAILS, CHILD_HANGS, CHILD_CRASHES, CHILD_EXITS_0, CHILD_EXITS_1, CHILD_ABORTS } fork_mode;

pid_t fork(void)
{
    pid_t (*next)(void);
    *(void **)&next = dlsym(RTLD_NEXT, "fork");
    if (fork_mode == FORK_FAILS) {
        errno = EAGAIN;
        return -1;
    }
    pid_t pid = next();
    if (pid != 0 || fork_mode == FORK_FINE)
        return pid;
    signal(SIGSEGV, SIG_DFL);
    signal(SIGABRT, SIG_DFL);
    if (fork_mode == CHILD_CRASHES)
        raise(SIGSEGV);
    if (fork_mode == CHILD_ABORTS)
        raise(SIGABRT);
    if (fork_mode == CHILD_HANGS)
        for (;;)
            pause();
    _exit(fork_mode == CHILD_EXITS_1);
}

static bool look_around; /* the child, at its end, says PDF_LATER when it is shut in */

static bool shut_in(void)
{
    static const struct {
        __rlimit_resource_t what;
        rlim_t most;
    } limits[] = {{RLIMIT_CPU, 5},    {RLIMIT_CORE, 0},  {RLIMIT_FSIZE, 0},
                  {RLIMIT_NOFILE, 0}, {RLIMIT_NPROC, 0}, {RLIMIT_DATA, (rlim_t)1 << 30}};
    for (size_t i = 0; i < (LIMITED ? sizeof(limits) / sizeof(limits[0]) : 2); i++) {
        struct rlimit l;
        if (getrlimit(limits[i].what, &l) != 0 || l.rlim_cur > limits[i].most)
            return false;
    }
    struct sigaction handler;
    if (sigaction(SIGSEGV, NULL, &handler) != 0 || handler.sa_handler != SIG_DFL)
        return false; /* the test framework has one, that would go on with the tests in the child */
    for (int fd = 0; LIMITED && fd < 256; fd++)
        if (fcntl(fd, F_GETFD) >= 0)
            return false;
    return !LIMITED || open("/dev/null", O_RDONLY) < 0;
}

void _exit(int code)
{
    syscall(SYS_exit_group, !look_around ? code : shut_in() ? 64 + (int)PDF_LATER : 1);
    abort();
}

/* ---- files that cost too much ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void expect_bomb(enum pdf_verdict want)
{
    assert_true(file.n <= PDF_MAX_BYTES);
    double start = now();
    enum pdf_verdict got = pdf_check(file.p, file.n);
    assert_true(now() - start < 9);
    if (LIMITED || want == PDF_OK)
        assert_int_equal(got, want);
    else
        assert_true(got == PDF_COMPLEX || got == PDF_DAMAGED || got == PDF_OK);
}

static void bombs(void **state)
{
    (void)state;
    size_t n;
    uint8_t *p = deflated("", BOMB, 1, &n);
    begin();
    pages("", "");
    stream("/Filter /FlateDecode", p, n); /* a picture, say: its contents are not unpacked here */
    end("");
    expect_bomb(PDF_OK);
    begin();
    pages("", "");
    stream("/Type /XRef /W [1 4 2] /Size 6 /Root 1 0 R /Filter /FlateDecode", p, n);
    printf_("startxref\n%zu\n%%%%EOF\n", file.at[5].a);
    expect_bomb(PDF_COMPLEX);
    free(p);
    in_object_stream("(a)", BOMB, 1);
    expect_bomb(PDF_COMPLEX);
    in_object_stream("(a)", BOMB, 2);
    assert_true(file.n < 50000);
    expect_bomb(PDF_COMPLEX);
}

/* ---- the child and its parent ---- */

static int open_files(void)
{
    int n = 0;
    for (int fd = 0; fd < 256; fd++)
        n += dup2(fd, fd) == fd;
    return n;
}

static void the_parent_stays_as_it_was(void **state)
{
    (void)state;
    struct rlimit before[RLIM_NLIMITS], after[RLIM_NLIMITS];
    int files = open_files();
    for (int i = 0; i < RLIM_NLIMITS; i++)
        getrlimit((__rlimit_resource_t)i, &before[i]);
    plain();
    assert_int_equal(pdf_check(file.p, file.n), PDF_OK);
    for (int i = 0; i < RLIM_NLIMITS; i++)
        getrlimit((__rlimit_resource_t)i, &after[i]);
    assert_memory_equal(before, after, sizeof(before));
    assert_int_equal(open_files(), files);
    assert_true(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

static void the_child_is_shut_in(void **state)
{
    (void)state;
    plain();
    look_around = true;
    enum pdf_verdict got = pdf_check(file.p, file.n);
    look_around = false;
    assert_int_equal(got, PDF_LATER);
}

static void a_child_that_goes_wrong(void **state)
{
    (void)state;
    static const struct {
        int mode;
        enum pdf_verdict want;
    } ends[] = {{FORK_FAILS, PDF_LATER},      {CHILD_CRASHES, PDF_DAMAGED}, {CHILD_ABORTS, PDF_COMPLEX},
                {CHILD_EXITS_0, PDF_DAMAGED}, {CHILD_EXITS_1, PDF_DAMAGED}, {CHILD_HANGS, PDF_COMPLEX}};
    plain();
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        double start = now();
        fork_mode = ends[i].mode;
        enum pdf_verdict got = pdf_check(file.p, file.n);
        fork_mode = FORK_FINE;
        assert_int_equal(got, ends[i].want);
        assert_true(now() - start < 9);
    }
    assert_true(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

static void *check_many(void *bad)
{
    for (int i = 0; i < 40; i++) {
        void *other = malloc((size_t)i * 5000 + 1);
        if (pdf_check(file.p, file.n) != PDF_SCRIPT)
            *(bool *)bad = true;
        free(other);
    }
    return NULL;
}

static void interrupted(int n)
{
    (void)n;
}

/* Together, and with signals that interrupt the waiting. Not under AddressSanitizer: the locks of its own allocator do
 * not survive a fork beside other threads. */
static void threads(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    return;
#endif
    pthread_t t[4];
    bool bad[4] = {false};
    struct sigaction alarm = {.sa_handler = interrupted}, old;
    struct timespec pause = {0, 2000000};
    in_object_stream("<< /JS (app.alert) >>", 0, 1);
    sigaction(SIGUSR1, &alarm, &old);
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&t[i], NULL, check_many, &bad[i]), 0);
    for (int i = 0; i < 100; i++) {
        nanosleep(&pause, NULL);
        pthread_kill(pthread_self(), SIGUSR1);
        kill(getpid(), SIGUSR1);
    }
    for (int i = 0; i < 4; i++) {
        pthread_join(t[i], NULL);
        assert_false(bad[i]);
    }
    sigaction(SIGUSR1, &old, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bombs), cmocka_unit_test(the_parent_stays_as_it_was),
                                       cmocka_unit_test(the_child_is_shut_in),
                                       cmocka_unit_test(a_child_that_goes_wrong), cmocka_unit_test(threads)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(file.p);
    return failed;
}
