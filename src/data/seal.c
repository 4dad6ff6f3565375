/* data/seal.c: libsodium's XChaCha20-Poly1305 under keys of their own, kept wrapped in the key store: a small SQLite
 * file in rollback mode with secure_delete, so that a destroyed key leaves no byte behind. One mutex: the store is
 * asked rarely. */
#include "data/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/log.h"
#include "data/conn.h"

enum {
    KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    VERSION = 1,
    HEAD = 1 + 8 + NONCE
};

struct seal {
    pthread_mutex_t mutex;
    sqlite3 *store;
    int lock;              /* shared by all who use the store; a rotation needs it alone */
    unsigned char *master; /* sodium_malloc: locked, guarded */
    unsigned char *system; /* the house's own key, unwrapped */
};

/* ---- sealing bytes under a key ---- */

static size_t associated(char *to, size_t room, const char *what, int64_t row, int64_t key)
{
    return (size_t)snprintf(to, room, "%s|%lld|%lld", what, (long long)row, (long long)key);
}

static struct blob seal_under(const unsigned char *key, int64_t id, const char *what, int64_t row, struct blob plain,
                              struct arena *a)
{
    char ad[160];
    size_t n_ad = associated(ad, sizeof(ad), what, row, id);
    unsigned char *out = arena_alloc(a, HEAD + plain.n + TAG);
    unsigned long long n;
    out[0] = VERSION;
    for (int i = 0; i < 8; i++)
        out[1 + i] = (unsigned char)((uint64_t)id >> (8 * i));
    randombytes_buf(out + 9, NONCE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + HEAD, &n, plain.p, plain.n, (const unsigned char *)ad, n_ad, NULL,
                                               out + 9, key);
    return (struct blob){out, HEAD + (size_t)n};
}

static bool open_under(const unsigned char *key, int64_t id, const char *what, int64_t row, struct blob sealed,
                       unsigned char *out, size_t *n)
{
    char ad[160];
    size_t n_ad = associated(ad, sizeof(ad), what, row, id);
    unsigned long long length = 0;
    const unsigned char *p = sealed.p;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out, &length, NULL, p + HEAD, sealed.n - HEAD,
                                                   (const unsigned char *)ad, n_ad, p + 9, key) != 0)
        return false;
    *n = (size_t)length;
    return true;
}

static int64_t key_id_of(struct blob sealed)
{
    const unsigned char *p = sealed.p;
    uint64_t id = 0;
    for (int i = 7; i >= 0; i--)
        id = id << 8 | p[1 + i];
    return (int64_t)id;
}

/* ---- the key store ---- */

static enum result store_fail(struct seal *s, int code, const char *what)
{
    (void)fail("key store: %s: %s", what, sqlite3_errmsg(s->store));
    int kind = code & 0xFF;
    return kind == SQLITE_FULL || kind == SQLITE_IOERR ? DISK_FULL : kind == SQLITE_BUSY ? BUSY : FAILED;
}

static enum result store_exec(struct seal *s, const char *text)
{
    int code = sqlite3_exec(s->store, text, NULL, NULL, NULL);
    return code == SQLITE_OK ? OK : store_fail(s, code, text);
}

/* id < 0: a new one. Wraps the key with the master key and stores it. */
static enum result key_put(struct seal *s, const unsigned char *master, int64_t id, const unsigned char key[KEY],
                           int64_t *out)
{
    struct arena *a = arena_new();
    sqlite3_stmt *q;
    struct blob wrapped = seal_under(master, 0, "sleutel", 0, (struct blob){key, KEY}, a);
    int code = sqlite3_prepare_v2(
        s->store,
        "INSERT INTO sleutel (id, verpakt) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET verpakt = excluded.verpakt",
        -1, &q, NULL);
    if (code == SQLITE_OK) {
        if (id >= 0)
            sqlite3_bind_int64(q, 1, id);
        sqlite3_bind_blob64(q, 2, wrapped.p, wrapped.n, SQLITE_STATIC);
        code = sqlite3_step(q);
    }
    sqlite3_finalize(q);
    arena_free(a);
    if (code != SQLITE_DONE)
        return store_fail(s, code, "new key");
    if (out)
        *out = id >= 0 ? id : sqlite3_last_insert_rowid(s->store);
    return OK;
}

static enum result key_get(struct seal *s, int64_t id, unsigned char key[KEY])
{
    sqlite3_stmt *q;
    enum result ended = NOT_FOUND;
    int code = sqlite3_prepare_v2(s->store, "SELECT verpakt FROM sleutel WHERE id = ?1", -1, &q, NULL);
    if (code != SQLITE_OK)
        return store_fail(s, code, "key");
    sqlite3_bind_int64(q, 1, id);
    code = sqlite3_step(q);
    if (code == SQLITE_ROW) {
        struct blob wrapped = {sqlite3_column_blob(q, 0), (size_t)sqlite3_column_bytes(q, 0)};
        size_t n = 0;
        bool good =
            wrapped.n == HEAD + KEY + TAG && open_under(s->master, 0, "sleutel", 0, wrapped, key, &n) && n == KEY;
        ended = good ? OK : fail("key store: key %lld does not open with this master key", (long long)id);
    } else if (code != SQLITE_DONE) {
        ended = store_fail(s, code, "key");
    }
    sqlite3_finalize(q);
    return ended;
}

static enum result key_copy(struct seal *s, int64_t id, unsigned char key[KEY])
{
    if (id == SEAL_SYSTEM) {
        memcpy(key, s->system, KEY);
        return OK;
    }
    pthread_mutex_lock(&s->mutex);
    enum result ended = key_get(s, id, key);
    pthread_mutex_unlock(&s->mutex);
    return ended;
}

/* ---- opening both files ---- */

static int64_t store_count(struct seal *s)
{
    sqlite3_stmt *q;
    int64_t n = -1;
    if (sqlite3_prepare_v2(s->store, "SELECT count(*) FROM sleutel", -1, &q, NULL) == SQLITE_OK &&
        sqlite3_step(q) == SQLITE_ROW)
        n = sqlite3_column_int64(q, 0);
    sqlite3_finalize(q);
    return n;
}

/* A process that runs on with the old master key would wrap new keys that nobody can open after a rotation. */
static enum result store_lock(struct seal *s, const char *file, short type)
{
    char path[640];
    struct flock l = {.l_type = type, .l_whence = SEEK_SET};
    if (s->lock < 0) {
        snprintf(path, sizeof(path), "%s.slot", file);
        s->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    }
    return s->lock >= 0 && fcntl(s->lock, F_OFD_SETLK, &l) == 0 ? OK : BUSY;
}

static enum result store_open(struct seal *s, const char *file)
{
    int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail("key store %s: %s", file, strerror(errno));
    close(fd);
    if (sqlite3_open_v2(file, &s->store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return fail("key store %s: %s", file, s->store ? sqlite3_errmsg(s->store) : "out of memory");
    sqlite3_busy_timeout(s->store, 5000);
    if (store_lock(s, file, F_RDLCK) != OK)
        return fail("key store %s: its keys are being wrapped anew; wait until that is done", file);
    return store_exec(
        s, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-200;"
           " CREATE TABLE IF NOT EXISTS sleutel (id INTEGER PRIMARY KEY AUTOINCREMENT, verpakt BLOB NOT NULL) STRICT");
}

/* The name of a new file is on disk only when its folder is. */
static bool folder_sync(const char *file)
{
    char folder[600];
    const char *slash = strrchr(file, '/');
    if (snprintf(folder, sizeof(folder), "%.*s", slash ? (int)(slash - file) + 1 : 1, slash ? file : ".") >=
        (int)sizeof(folder))
        return false;
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

static enum result master_make(const char *file, unsigned char key[KEY])
{
    randombytes_buf(key, KEY);
    int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail("master key %s: %s", file, strerror(errno));
    bool good = write(fd, key, KEY) == KEY && fsync(fd) == 0;
    close(fd);
    return good && folder_sync(file) ? OK : fail("master key %s: %s", file, strerror(errno));
}

static enum result master_read(const char *file, int64_t keys, unsigned char key[KEY])
{
    struct stat st;
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT && keys == 0)
        return master_make(file, key);
    if (fd < 0 && errno == ENOENT)
        return fail("master key %s is missing while the key store holds %lld keys: put the file back from its safe "
                    "place; without it nobody's data can be opened",
                    file, (long long)keys);
    if (fd < 0)
        return fail("master key %s: %s", file, strerror(errno));
    enum result ended = OK;
    if (fstat(fd, &st) != 0 || (st.st_mode & 077) != 0)
        ended = fail("master key %s can be read by others: chmod 600 it, and consider srmonitor key rotate", file);
    else if (st.st_size != KEY || read(fd, key, KEY) != KEY)
        ended = fail("master key %s is not a key of %d bytes", file, KEY);
    close(fd);
    return ended;
}

static enum result system_key(struct seal *s)
{
    enum result ended = key_get(s, SEAL_SYSTEM, s->system);
    if (ended != NOT_FOUND)
        return ended;
    randombytes_buf(s->system, KEY);
    return key_put(s, s->master, SEAL_SYSTEM, s->system, NULL);
}

enum result seal_open(const char *key_store, const char *master_key, struct seal **out)
{
    struct seal *s = calloc(1, sizeof(*s));
    *out = NULL;
    if (!s)
        return fail("seal: out of memory");
    pthread_mutex_init(&s->mutex, NULL);
    s->lock = -1;
    s->master = sodium_malloc(KEY);
    s->system = sodium_malloc(KEY);
    enum result ended = s->master && s->system ? store_open(s, key_store) : fail("seal: out of memory");
    if (ended == OK)
        ended = master_read(master_key, store_count(s), s->master);
    if (ended == OK)
        ended = system_key(s);
    if (ended != OK) {
        seal_close(s);
        return ended;
    }
    *out = s;
    return OK;
}

void seal_close(struct seal *s)
{
    if (!s)
        return;
    sqlite3_close(s->store);
    if (s->lock >= 0)
        close(s->lock);
    sodium_free(s->master);
    sodium_free(s->system);
    pthread_mutex_destroy(&s->mutex);
    free(s);
}

/* ---- keys ---- */

enum result seal_key_new(struct seal *s, int64_t *key)
{
    unsigned char fresh[KEY];
    randombytes_buf(fresh, KEY);
    pthread_mutex_lock(&s->mutex);
    enum result ended = key_put(s, s->master, -1, fresh, key);
    pthread_mutex_unlock(&s->mutex);
    sodium_memzero(fresh, KEY);
    return ended;
}

enum result seal_keys_new(struct seal *s, size_t n, int64_t *keys)
{
    unsigned char fresh[KEY];
    pthread_mutex_lock(&s->mutex);
    enum result ended = store_exec(s, "BEGIN IMMEDIATE");
    for (size_t i = 0; ended == OK && i < n; i++) {
        randombytes_buf(fresh, KEY);
        ended = key_put(s, s->master, -1, fresh, &keys[i]);
    }
    if (ended == OK)
        ended = store_exec(s, "COMMIT");
    if (ended != OK && !sqlite3_get_autocommit(s->store))
        (void)store_exec(s, "ROLLBACK");
    pthread_mutex_unlock(&s->mutex);
    sodium_memzero(fresh, KEY);
    return ended;
}

static enum result key_delete(struct seal *s, int64_t key)
{
    char text[80];
    snprintf(text, sizeof(text), "DELETE FROM sleutel WHERE id = %lld AND id > 0", (long long)key);
    return store_exec(s, text);
}

enum result seal_key_destroy(struct seal *s, int64_t key)
{
    pthread_mutex_lock(&s->mutex);
    enum result ended = key_delete(s, key);
    if (ended == OK && sqlite3_changes(s->store) == 0)
        ended = NOT_FOUND;
    pthread_mutex_unlock(&s->mutex);
    return ended;
}

enum result seal_key_exists(struct seal *s, int64_t key, bool *exists)
{
    unsigned char bytes[KEY];
    pthread_mutex_lock(&s->mutex);
    enum result found = key_get(s, key, bytes);
    pthread_mutex_unlock(&s->mutex);
    sodium_memzero(bytes, KEY);
    *exists = found == OK;
    return found == NOT_FOUND ? OK : found;
}

static bool is_used(const int64_t *used, size_t n, int64_t key)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (used[mid] == key)
            return true;
        if (used[mid] < key)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

/* Calls with every key's id; stops at the first that does not end OK. */
static enum result each_key(struct seal *s, enum result (*fn)(struct seal *, int64_t, void *), void *with)
{
    sqlite3_stmt *q;
    enum result ended = OK;
    int64_t last = -1;
    int code = sqlite3_prepare_v2(s->store, "SELECT id FROM sleutel WHERE id > ?1 ORDER BY id LIMIT 1", -1, &q, NULL);
    while (code == SQLITE_OK && ended == OK) {
        sqlite3_bind_int64(q, 1, last);
        if (sqlite3_step(q) != SQLITE_ROW)
            break;
        last = sqlite3_column_int64(q, 0);
        sqlite3_reset(q);
        ended = fn(s, last, with);
    }
    sqlite3_finalize(q);
    return code == SQLITE_OK ? ended : store_fail(s, code, "keys");
}

struct sweep {
    const int64_t *used;
    size_t n;
    int64_t until;
    int swept;
};

static enum result sweep_one(struct seal *s, int64_t id, void *with)
{
    struct sweep *w = with;
    if (id == SEAL_SYSTEM || id > w->until || is_used(w->used, w->n, id))
        return OK;
    w->swept++;
    return key_delete(s, id);
}

enum result seal_sweep(struct seal *s, const int64_t *used, size_t n, int64_t until, int *swept)
{
    struct sweep w = {used, n, until, 0};
    pthread_mutex_lock(&s->mutex);
    enum result ended = each_key(s, sweep_one, &w);
    pthread_mutex_unlock(&s->mutex);
    *swept = w.swept;
    return ended;
}

static enum result rewrap_one(struct seal *s, int64_t id, void *fresh)
{
    unsigned char key[KEY];
    TRY(key_get(s, id, key));
    enum result ended = key_put(s, fresh, id, key, NULL);
    sodium_memzero(key, KEY);
    return ended;
}

static enum result rewrap_all(struct seal *s, unsigned char *fresh)
{
    TRY(store_exec(s, "BEGIN IMMEDIATE"));
    enum result ended = each_key(s, rewrap_one, fresh);
    if (ended == OK)
        ended = store_exec(s, "COMMIT");
    if (!sqlite3_get_autocommit(s->store) && store_exec(s, "ROLLBACK") != OK)
        log_error("key store: no rollback");
    return ended;
}

static enum result rotate_alone(struct seal *s, const char *file)
{
    unsigned char fresh[KEY];
    TRY(master_make(file, fresh));
    enum result ended = rewrap_all(s, fresh);
    if (ended == OK)
        memcpy(s->master, fresh, KEY);
    else
        unlink(file); /* it opens nothing */
    sodium_memzero(fresh, KEY);
    return ended;
}

enum result seal_rotate_master(struct seal *s, const char *file)
{
    pthread_mutex_lock(&s->mutex);
    enum result ended = store_lock(s, NULL, F_WRLCK);
    if (ended == OK)
        ended = rotate_alone(s, file);
    else
        ended = fail("the key store is in use: stop the server first");
    if (store_lock(s, NULL, F_RDLCK) != OK)
        log_error("key store: no lock");
    pthread_mutex_unlock(&s->mutex);
    return ended;
}

enum result seal_backup(struct seal *s, const char *file)
{
    struct text problems;
    text_init(&problems, 4000);
    pthread_mutex_lock(&s->mutex);
    enum result ended = sqlite_backup(s->store, file, &problems);
    pthread_mutex_unlock(&s->mutex);
    if (ended != OK)
        log_error("key store backup: %s", text_c(&problems));
    text_free(&problems);
    return ended;
}

/* ---- sealing and opening ---- */

enum result seal_bytes(struct seal *s, int64_t key, const char *what, int64_t row, struct blob plain, struct arena *a,
                       struct blob *out)
{
    unsigned char k[KEY];
    *out = (struct blob){NULL, 0};
    if (!plain.p)
        return OK;
    TRY(key_copy(s, key, k));
    *out = seal_under(k, key, what, row, plain, a);
    sodium_memzero(k, KEY);
    return OK;
}

enum result seal_text(struct seal *s, int64_t key, const char *what, int64_t row, const char *plain, struct arena *a,
                      struct blob *out)
{
    return seal_bytes(s, key, what, row, (struct blob){plain, plain ? strlen(plain) : 0}, a, out);
}

enum result seal_open_bytes(struct seal *s, const char *what, int64_t row, struct blob sealed, struct arena *a,
                            struct blob *plain)
{
    unsigned char k[KEY];
    *plain = (struct blob){NULL, 0};
    if (!sealed.p)
        return OK;
    if (sealed.n < HEAD + TAG || *(const unsigned char *)sealed.p != VERSION)
        return fail("sealed bytes of %s have a wrong form", what);
    int64_t key = key_id_of(sealed);
    TRY(key_copy(s, key, k));
    unsigned char *out = arena_alloc(a, sealed.n);
    size_t n = 0;
    bool good = open_under(k, key, what, row, sealed, out, &n);
    sodium_memzero(k, KEY);
    if (!good)
        return fail("sealed bytes of %s do not belong to row %lld", what, (long long)row);
    out[n] = 0;
    *plain = (struct blob){out, n};
    return OK;
}

enum result seal_open_text(struct seal *s, const char *what, int64_t row, struct blob sealed, struct arena *a,
                           const char **plain)
{
    struct blob b;
    *plain = NULL;
    TRY(seal_open_bytes(s, what, row, sealed, a, &b));
    *plain = b.p;
    return OK;
}

void seal_tag(struct seal *s, const char *purpose, const void *p, size_t n, uint8_t out[32])
{
    unsigned char sub[32];
    char context[crypto_kdf_CONTEXTBYTES] = {0};
    memcpy(context, purpose, strnlen(purpose, sizeof(context)));
    crypto_kdf_derive_from_key(sub, sizeof(sub), 1, context, s->system);
    crypto_generichash(out, 32, p, n, sub, sizeof(sub));
    sodium_memzero(sub, sizeof(sub));
}

/* ---- with a secret of somebody else ---- */

enum result seal_bytes_with(struct seal *s, const char *secret, const char *what, int64_t row, struct blob plain,
                            struct arena *a, struct blob *out)
{
    unsigned char k[KEY];
    seal_tag(s, "geheim", secret, strlen(secret), k);
    *out = seal_under(k, SEAL_SYSTEM, what, row, plain, a);
    sodium_memzero(k, KEY);
    return OK;
}

enum result seal_open_bytes_with(struct seal *s, const char *secret, const char *what, int64_t row, struct blob sealed,
                                 struct arena *a, struct blob *plain)
{
    unsigned char k[KEY];
    *plain = (struct blob){NULL, 0};
    if (!sealed.p || sealed.n < HEAD + TAG || *(const unsigned char *)sealed.p != VERSION)
        return NOT_FOUND;
    seal_tag(s, "geheim", secret, strlen(secret), k);
    unsigned char *out = arena_alloc(a, sealed.n);
    size_t n = 0;
    bool good = open_under(k, SEAL_SYSTEM, what, row, sealed, out, &n);
    sodium_memzero(k, KEY);
    if (!good)
        return NOT_FOUND;
    out[n] = 0;
    *plain = (struct blob){out, n};
    return OK;
}
