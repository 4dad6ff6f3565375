/* The seal: what is sealed opens only in its own place, under a key that is still there, with the right master key. */
#include "small.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

struct keys {
    struct small small; /* for its folder */
    char store[120], master[120], master2[120];
    struct seal *seal;
    struct arena *a;
};

static int setup(void **state)
{
    struct keys *k = calloc(1, sizeof(*k));
    strcpy(k->small.folder, "/tmp/srm-seal-XXXXXX");
    assert_non_null(mkdtemp(k->small.folder));
    snprintf(k->store, sizeof(k->store), "%s/keys", k->small.folder);
    snprintf(k->master, sizeof(k->master), "%s/master", k->small.folder);
    snprintf(k->master2, sizeof(k->master2), "%s/master2", k->small.folder);
    k->a = arena_new();
    assert_int_equal(seal_open(k->store, k->master, &k->seal), OK);
    *state = k;
    return 0;
}

static int teardown(void **state)
{
    struct keys *k = *state;
    seal_close(k->seal);
    arena_free(k->a);
    small_remove(&k->small);
    free(k);
    return 0;
}

static void reopen(struct keys *k, const char *master)
{
    seal_close(k->seal);
    k->seal = NULL;
    assert_int_equal(seal_open(k->store, master, &k->seal), OK);
}

static struct blob sealed(struct keys *k, int64_t key, int64_t row, const char *plain)
{
    struct blob b;
    assert_int_equal(seal_text(k->seal, key, "kandidaat.naam", row, plain, k->a, &b), OK);
    return b;
}

static enum result opened(struct keys *k, const char *what, int64_t row, struct blob b, const char *expected)
{
    const char *plain = "?";
    enum result ended = seal_open_text(k->seal, what, row, b, k->a, &plain);
    if (ended == OK)
        assert_string_equal(plain, expected);
    else
        assert_null(plain);
    return ended;
}

static void test_round(void **state)
{
    struct keys *k = *state;
    int64_t key, other;
    const char *plain;
    assert_int_equal(seal_key_new(k->seal, &key), OK);
    assert_int_equal(seal_key_new(k->seal, &other), OK);
    assert_true(key > 0 && other > key);
    struct blob b = sealed(k, key, 7, "Fenna Voorbeeld"), again = sealed(k, key, 7, "Fenna Voorbeeld");
    assert_int_equal(b.n, again.n);
    assert_memory_not_equal(b.p, again.p, b.n); /* a nonce of its own each time */
    assert_null(memmem(b.p, b.n, "Fenna", 5));
    assert_int_equal(opened(k, "kandidaat.naam", 7, b, "Fenna Voorbeeld"), OK);
    assert_int_equal(opened(k, "kandidaat.naam", 7, sealed(k, key, 7, ""), ""), OK);
    assert_null(sealed(k, key, 7, NULL).p);
    assert_int_equal(seal_open_text(k->seal, "kandidaat.naam", 7, (struct blob){NULL, 0}, k->a, &plain), OK);
    assert_null(plain);
    assert_int_equal(opened(k, "kandidaat.naam", 1, sealed(k, SEAL_SYSTEM, 1, "totp"), "totp"), OK);
    reopen(k, k->master);
    assert_int_equal(opened(k, "kandidaat.naam", 7, b, "Fenna Voorbeeld"), OK);
    char big[100000];
    memset(big, 'x', sizeof(big));
    struct blob out, back;
    assert_int_equal(seal_bytes(k->seal, key, "a.b", 0, (struct blob){big, sizeof(big)}, k->a, &out), OK);
    assert_int_equal(seal_open_bytes(k->seal, "a.b", 0, out, k->a, &back), OK);
    assert_true(back.n == sizeof(big) && memcmp(back.p, big, back.n) == 0);
}

/* Keys by the thousand, each of its own, whole after opening again. */
static void test_many_keys(void **state)
{
    struct keys *k = *state;
    enum { MANY = 1000 };
    static int64_t keys[MANY];
    static struct blob all[MANY];
    assert_int_equal(seal_keys_new(k->seal, 0, keys), OK);
    assert_int_equal(seal_keys_new(k->seal, MANY, keys), OK);
    for (int i = 0; i < MANY; i++) {
        assert_true(keys[i] > (i ? keys[i - 1] : 0));
        all[i] = sealed(k, keys[i], i, "Fenna Voorbeeld");
    }
    reopen(k, k->master);
    for (int i = 0; i < MANY; i++)
        assert_int_equal(opened(k, "kandidaat.naam", i, all[i], "Fenna Voorbeeld"), OK);
    assert_int_equal(seal_key_destroy(k->seal, keys[500]), OK);
    assert_int_equal(opened(k, "kandidaat.naam", 500, all[500], NULL), NOT_FOUND);
    assert_int_equal(opened(k, "kandidaat.naam", 501, all[501], "Fenna Voorbeeld"), OK);
}

/* What is sealed with a session's token opens with that token only, in its own place only, not with the house's key
 * alone. */
static void test_with_secret(void **state)
{
    struct keys *k = *state;
    struct blob out, back, cut;
    assert_int_equal(seal_bytes_with(k->seal, "token-een", "a.b", 7, (struct blob){"Fenna", 5}, k->a, &out), OK);
    assert_null(memmem(out.p, out.n, "Fenna", 5));
    assert_int_equal(seal_open_bytes_with(k->seal, "token-een", "a.b", 7, out, k->a, &back), OK);
    assert_true(back.n == 5 && memcmp(back.p, "Fenna", 6) == 0);
    assert_int_equal(seal_open_bytes_with(k->seal, "token-twee", "a.b", 7, out, k->a, &back), NOT_FOUND);
    assert_null(back.p);
    assert_int_equal(seal_open_bytes_with(k->seal, "", "a.b", 7, out, k->a, &back), NOT_FOUND);
    assert_int_equal(seal_open_bytes_with(k->seal, "token-een", "a.b", 8, out, k->a, &back), NOT_FOUND);
    assert_int_equal(seal_open_bytes_with(k->seal, "token-een", "a.c", 7, out, k->a, &back), NOT_FOUND);
    cut = (struct blob){out.p, out.n - 1};
    assert_int_equal(seal_open_bytes_with(k->seal, "token-een", "a.b", 7, cut, k->a, &back), NOT_FOUND);
    assert_int_equal(seal_open_bytes(k->seal, "a.b", 7, out, k->a, &back), FAILED);
    reopen(k, k->master);
    assert_int_equal(seal_open_bytes_with(k->seal, "token-een", "a.b", 7, out, k->a, &back), OK);
}

static void test_wrong_place(void **state)
{
    struct keys *k = *state;
    int64_t key, other;
    assert_int_equal(seal_key_new(k->seal, &key), OK);
    assert_int_equal(seal_key_new(k->seal, &other), OK);
    struct blob b = sealed(k, key, 7, "Fenna Voorbeeld");
    assert_int_equal(opened(k, "kandidaat.naam", 8, b, ""), FAILED);  /* another row */
    assert_int_equal(opened(k, "kandidaat.adres", 7, b, ""), FAILED); /* another column */
    for (size_t i = 0; i < b.n; i++) {
        struct blob changed = {arena_text(k->a, b.p, b.n), b.n};
        ((unsigned char *)(uintptr_t)changed.p)[i] ^= 1;
        assert_int_not_equal(opened(k, "kandidaat.naam", 7, changed, ""), OK);
    }
    struct blob moved = {arena_text(k->a, b.p, b.n), b.n};
    ((unsigned char *)(uintptr_t)moved.p)[1] = (unsigned char)other; /* said to be another person's */
    assert_int_equal(opened(k, "kandidaat.naam", 7, moved, ""), FAILED);
    for (size_t n = 0; n < b.n; n++)
        assert_int_equal(opened(k, "kandidaat.naam", 7, (struct blob){b.p, n}, ""), FAILED);
}

/* The wrapped key as it lies in the store. */
static struct blob wrapped(struct keys *k, int64_t key)
{
    sqlite3 *db;
    sqlite3_stmt *q;
    assert_int_equal(sqlite3_open(k->store, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT verpakt FROM sleutel WHERE id = ?1", -1, &q, NULL), SQLITE_OK);
    sqlite3_bind_int64(q, 1, key);
    assert_int_equal(sqlite3_step(q), SQLITE_ROW);
    struct blob b = {.n = (size_t)sqlite3_column_bytes(q, 0)};
    b.p = arena_text(k->a, sqlite3_column_blob(q, 0), b.n);
    sqlite3_finalize(q);
    sqlite3_close(db);
    return b;
}

static bool in_store(struct keys *k, struct blob what)
{
    static unsigned char all[1 << 20];
    int fd = open(k->store, O_RDONLY | O_CLOEXEC);
    ssize_t n = read(fd, all, sizeof(all));
    close(fd);
    return n > 0 && memmem(all, (size_t)n, what.p, what.n) != NULL;
}

static void test_destroyed(void **state)
{
    struct keys *k = *state;
    int64_t key, other, later;
    assert_int_equal(seal_key_new(k->seal, &key), OK);
    assert_int_equal(seal_key_new(k->seal, &other), OK);
    struct blob mine = sealed(k, key, 7, "Fenna"), theirs = sealed(k, other, 8, "Sjoerd"), kept = wrapped(k, other);
    assert_true(in_store(k, kept));
    assert_int_equal(seal_key_destroy(k->seal, other), OK);
    assert_int_equal(opened(k, "kandidaat.naam", 8, theirs, ""), NOT_FOUND);
    assert_int_equal(opened(k, "kandidaat.naam", 7, mine, "Fenna"), OK);
    assert_false(in_store(k, kept)); /* not even in a free page */
    assert_int_equal(seal_key_destroy(k->seal, other), NOT_FOUND);
    assert_int_equal(seal_key_destroy(k->seal, SEAL_SYSTEM), NOT_FOUND);
    assert_int_equal(seal_key_new(k->seal, &later), OK);
    assert_true(later > other); /* a number is never used again */
    struct blob b;
    assert_int_equal(seal_text(k->seal, other, "kandidaat.naam", 8, "x", k->a, &b), NOT_FOUND);
    assert_int_equal(opened(k, "kandidaat.naam", 1, sealed(k, SEAL_SYSTEM, 1, "s"), "s"), OK);
}

static void test_sweep(void **state)
{
    struct keys *k = *state;
    int64_t keys[5];
    int swept;
    for (int i = 0; i < 5; i++)
        assert_int_equal(seal_key_new(k->seal, &keys[i]), OK);
    struct blob second = sealed(k, keys[1], 7, "Fenna"), third = sealed(k, keys[2], 7, "Sjoerd");
    const int64_t used[] = {keys[0], keys[1], keys[4], keys[4] + 9};
    assert_int_equal(seal_sweep(k->seal, used, 4, INT64_MAX, &swept), OK);
    assert_int_equal(swept, 2);
    assert_int_equal(opened(k, "kandidaat.naam", 7, second, "Fenna"), OK);
    assert_int_equal(opened(k, "kandidaat.naam", 7, third, ""), NOT_FOUND);
    assert_int_equal(seal_sweep(k->seal, used, 4, INT64_MAX, &swept), OK);
    assert_int_equal(swept, 0);
    reopen(k, k->master); /* the system's own key has stayed */
}

/* ---- the master key ---- */

static enum result try_open(struct keys *k, const char *master)
{
    struct seal *s;
    enum result ended = seal_open(k->store, master, &s);
    seal_close(s);
    return ended;
}

static void test_master(void **state)
{
    struct keys *k = *state;
    struct stat st;
    assert_true(stat(k->master, &st) == 0 && (st.st_mode & 0777) == 0600 && st.st_size == 32);
    assert_true(stat(k->store, &st) == 0 && (st.st_mode & 0777) == 0600);
    assert_int_equal(try_open(k, k->master), OK);
    assert_int_equal(chmod(k->master, 0644), 0);
    assert_int_equal(try_open(k, k->master), FAILED);
    assert_int_equal(chmod(k->master, 0620), 0);
    assert_int_equal(try_open(k, k->master), FAILED);
    assert_int_equal(chmod(k->master, 0600), 0);
    assert_int_equal(try_open(k, k->master), OK);
    assert_int_equal(try_open(k, k->master2), FAILED); /* missing while keys exist */
    assert_int_not_equal(access(k->master2, F_OK), 0); /* and none is made */
    char other[32] = "not the key of this key store";
    int fd = open(k->master2, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_int_equal(write(fd, other, 31), 31);
    assert_int_equal(try_open(k, k->master2), FAILED); /* too short */
    assert_int_equal(write(fd, other, 1), 1);
    close(fd);
    assert_int_equal(try_open(k, k->master2), FAILED); /* another one */
}

static void test_rotate(void **state)
{
    struct keys *k = *state;
    struct seal *server;
    int64_t key, later;
    uint8_t before[32], after[32];
    assert_int_equal(seal_key_new(k->seal, &key), OK);
    struct blob b = sealed(k, key, 7, "Fenna"), house = sealed(k, SEAL_SYSTEM, 1, "totp");
    seal_tag(k->seal, "zoek", "x", 1, before);
    assert_int_equal(seal_open(k->store, k->master, &server), OK);
    assert_int_equal(seal_rotate_master(k->seal, k->master2), FAILED); /* a server runs on the old one */
    assert_int_not_equal(access(k->master2, F_OK), 0);
    seal_close(server);
    assert_int_equal(seal_rotate_master(k->seal, k->master), FAILED); /* never over a file that is there */
    assert_int_equal(opened(k, "kandidaat.naam", 7, b, "Fenna"), OK);
    assert_int_equal(seal_rotate_master(k->seal, k->master2), OK);
    assert_int_equal(seal_key_new(k->seal, &later), OK); /* the open one knows the new key */
    struct blob c = sealed(k, later, 8, "Sjoerd");
    assert_int_equal(try_open(k, k->master), FAILED);
    reopen(k, k->master2);
    assert_int_equal(opened(k, "kandidaat.naam", 7, b, "Fenna"), OK);
    assert_int_equal(opened(k, "kandidaat.naam", 8, c, "Sjoerd"), OK);
    assert_int_equal(opened(k, "kandidaat.naam", 1, house, "totp"), OK);
    seal_tag(k->seal, "zoek", "x", 1, after);
    assert_memory_equal(before, after, 32);
}

static void test_backup(void **state)
{
    struct keys *k = *state;
    char copy[140];
    int64_t key;
    struct seal *restored;
    const char *plain;
    snprintf(copy, sizeof(copy), "%s/keys.kopie", k->small.folder);
    assert_int_equal(seal_key_new(k->seal, &key), OK);
    struct blob b = sealed(k, key, 7, "Fenna");
    assert_int_equal(seal_backup(k->seal, copy), OK);
    assert_int_equal(seal_open(copy, k->master, &restored), OK);
    assert_int_equal(seal_open_text(restored, "kandidaat.naam", 7, b, k->a, &plain), OK);
    assert_string_equal(plain, "Fenna");
    seal_close(restored);
    assert_int_equal(seal_backup(k->seal, "/nonexistent/kopie"), FAILED);
}

static void test_tags(void **state)
{
    struct keys *k = *state;
    uint8_t a[32], b[32];
    seal_tag(k->seal, "zoek", "fenna", 5, a);
    seal_tag(k->seal, "zoek", "fenna", 5, b);
    assert_memory_equal(a, b, 32);
    seal_tag(k->seal, "csrf", "fenna", 5, b);
    assert_memory_not_equal(a, b, 32);
    seal_tag(k->seal, "zoek", "fenno", 5, b);
    assert_memory_not_equal(a, b, 32);
    reopen(k, k->master);
    seal_tag(k->seal, "zoek", "fenna", 5, b);
    assert_memory_equal(a, b, 32);
}

/* ---- many threads, a full disk ---- */

static void *seal_thread(void *arg)
{
    struct keys *k = arg;
    struct arena *a = arena_new();
    intptr_t good = 0;
    for (int i = 0; i < 20; i++) {
        int64_t key;
        struct blob b;
        const char *plain;
        if (seal_key_new(k->seal, &key) == OK && seal_text(k->seal, key, "a.b", i, "Fenna", a, &b) == OK &&
            seal_open_text(k->seal, "a.b", i, b, a, &plain) == OK && strcmp(plain, "Fenna") == 0)
            good++;
    }
    arena_free(a);
    return (void *)good;
}

static void test_threads(void **state)
{
    struct keys *k = *state;
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, seal_thread, k), 0);
    for (int i = 0; i < 4; i++) {
        void *good;
        pthread_join(threads[i], &good);
        assert_int_equal((intptr_t)good, 20);
    }
}

static int keys_on_full_disk(struct keys *k)
{
    int64_t key;
    enum result ended = OK;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){20000, RLIM_INFINITY});
    for (int i = 0; i < 500 && ended == OK; i++)
        ended = seal_key_new(k->seal, &key);
    if (ended != DISK_FULL)
        return 10;
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    return seal_key_new(k->seal, &key) == OK ? 0 : 11;
}

static void test_disk_full(void **state)
{
    struct keys *k = *state;
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(keys_on_full_disk(k));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static int tests(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest list[] = {T(test_round),   T(test_wrong_place), T(test_destroyed), T(test_sweep),
                                      T(test_master),  T(test_rotate),      T(test_backup),    T(test_tags),
                                      T(test_threads), T(test_disk_full),   T(test_many_keys), T(test_with_secret)};
    return cmocka_run_group_tests_name("seal", list, NULL, NULL);
}

int main(void)
{
    return small_main(tests);
}
