/* Behind a proxy: limits count by the forwarded address, and slow one address down without touching another. */
#include "web/small_site.h"

static int post_from(const char *address)
{
    char headers[200];
    snprintf(headers, sizeof headers, "X-Forwarded-For: %s\r\n", address);
    return post_as(0, "/openbaar", "a=1", headers)->status;
}

static void test_public_forms_are_slowed(void **state)
{
    (void)state;
    int refused = 0;
    for (int i = 0; i < 80; i++)
        refused += post_from("198.51.100.1") == 429;
    assert_in_range(refused, 15, 20);
    struct got *g = post_as(0, "/openbaar", "a=1", "X-Forwarded-For: 198.51.100.1\r\n");
    assert_int_equal(g->status, 429);
    assert_in_range(strtol(header_of(g, "Retry-After"), NULL, 10), 1, 3);
    assert_non_null(strstr(g->body, "Wacht even"));
    assert_int_equal(post_from("198.51.100.2"), 403);               /* another address: only its token is wrong */
    assert_int_equal(post_from("198.51.100.3, 198.51.100.1"), 429); /* what the client itself wrote is not believed */
    assert_int_equal(get_as('A', "/", "X-Forwarded-For: 198.51.100.1\r\n")->status, 200); /* pages go on */
    usleep(1200000);
    assert_int_equal(post_from("198.51.100.1"), 403);
}

static void test_at_once(void **state)
{
    (void)state;
    enum { N = 6 };
    int fds[N], refused = 0, served = 0;
    static struct got g;
    char p[300];
    snprintf(p, sizeof p, "GET /traag HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.7\r\n%s\r\n", cookie('A'));
    for (int i = 0; i < N; i++) {
        fds[i] = dial();
        send_all(fds[i], p, strlen(p));
    }
    usleep(50000);
    assert_int_equal(get_as('A', "/", "X-Forwarded-For: 198.51.100.8\r\n")->status, 200);
    for (int i = 0; i < N; i++) {
        receive(fds[i], false, &g);
        close(fds[i]);
        refused += g.status == 429;
        served += g.status == 200;
    }
    assert_int_equal(served, 3);
    assert_int_equal(refused, 3);
    assert_int_equal(get_as('A', "/", "X-Forwarded-For: 198.51.100.7\r\n")->status, 200);
}

static int set_up(void **state)
{
    (void)state;
    small_proxy = "127.0.0.1";
    small_per_address = 3;
    small_open(usual_deadlines, 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    small_close();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_public_forms_are_slowed),
        cmocka_unit_test(test_at_once),
    };
    return cmocka_run_group_tests_name("proxy", tests, set_up, tear_down);
}
