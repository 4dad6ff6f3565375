/* TLS in the server itself, on a dual-stack socket: which versions are spoken, and that pages say so. */
#include "web/small_site.h"

#include <fcntl.h>
#include <sys/wait.h>

static char folder[64], said[20000];

/* Runs a program with these arguments, feeds it `input`, keeps what it says; its exit code. */
static int run(const char *input, char *const argv[])
{
    int in[2], out[2], status;
    assert_int_equal(pipe(in), 0);
    assert_int_equal(pipe(out), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        dup2(out[1], 2);
        close(in[1]);
        close(out[0]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    assert_int_equal(write(in[1], input, strlen(input)), (ssize_t)strlen(input));
    size_t n = 0;
    for (ssize_t got; n < sizeof said - 1 && (got = read(out[0], said + n, sizeof said - 1 - n)) > 0;)
        n += (size_t)got;
    said[n] = '\0';
    close(in[1]);
    close(out[0]);
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* One request over TLS in this version; true when a page came back. */
static bool speaks(const char *version)
{
    char address[40];
    snprintf(address, sizeof address, "127.0.0.1:%d", small.port);
    run("GET /gezond HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        (char *[]){"timeout", "10", "openssl", "s_client", "-quiet", "-cipher", "ALL:@SECLEVEL=0", "-connect", address,
                   (char *)(uintptr_t)version, NULL});
    return strstr(said, "HTTP/1.1 200 OK") != NULL;
}

static void test_versions(void **state)
{
    (void)state;
    assert_true(speaks("-tls1_3"));
    assert_non_null(strstr(said, "Strict-Transport-Security: max-age=31536000; includeSubDomains"));
    assert_non_null(strstr(said, "gezond"));
    assert_true(speaks("-tls1_2"));
    assert_false(speaks("-tls1_1"));
    assert_false(speaks("-tls1"));
}

static void test_plain_is_no_answer(void **state)
{
    (void)state;
    assert_int_equal(get_as(0, "/gezond", "")->status, 0);
}

static void test_bad_files_are_said(void **state)
{
    (void)state;
    struct config c = small.config;
    struct site site = small.site;
    struct server *s = NULL;
    struct text problems;
    int port;
    text_init(&problems, 5000);
    site.config = &c;
    snprintf(c.tls_key, sizeof c.tls_key, "%s/geen.pem", folder);
    assert_int_equal(server_start(&site, &problems, &s, &port), FAILED);
    assert_non_null(strstr(text_c(&problems), "geen.pem: cannot be read"));
    snprintf(c.tls_key, sizeof c.tls_key, "%s", small.config.tls_key);
    snprintf(c.listen, sizeof c.listen, "127.0.0.1:%d", small.port);
    assert_int_equal(server_start(&site, &problems, &s, &port), FAILED);
    assert_non_null(strstr(text_c(&problems), "Is another server running there?"));
    snprintf(c.listen, sizeof c.listen, "localhost");
    assert_int_equal(server_start(&site, &problems, &s, &port), INVALID);
    text_free(&problems);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/srm-tls-XXXXXX");
    if (!mkdtemp(folder))
        return 1;

    char key[200], certificate[200];
    snprintf(key, sizeof key, "%s/key.pem", folder);
    snprintf(certificate, sizeof certificate, "%s/cert.pem", folder);
    if (run("", (char *[]){"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out",
                           certificate, "-days", "2", "-subj", "/CN=localhost", NULL}) != 0)
        return 1;
    small_open_tls(certificate, key, "[::]:0");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(small.config.tls_key);
    unlink(small.config.tls_certificate);
    small_close();
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_versions),
        cmocka_unit_test(test_plain_is_no_answer),
        cmocka_unit_test(test_bad_files_are_said),
    };
    return cmocka_run_group_tests_name("tls", tests, set_up, tear_down);
}
