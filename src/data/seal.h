/* data/seal.h: everything that is encrypted, hashed with a key or signed.
 *
 * Each kandidaat has a data key of its own; these keys live wrapped by the master key in the key store, a second small
 * SQLite file. Destroying one key erases the person everywhere, old backups of the database included. Format of sealed
 * bytes: version (1) | key id (8, little endian) | nonce (24) | XChaCha20-Poly1305 ciphertext; associated data
 * "what|key id". One struct seal per process; its calls are thread safe. */
#ifndef DATA_SEAL_H
#define DATA_SEAL_H

#include "core/arena.h"
#include "core/result.h"
#include "data/sql.h"

struct seal;

/* Opens both files. The master key is made (0600) only when it is missing and the key store holds no key; missing with
 * keys present, or readable by others, is FAILED with a line that says what to do. */
MUST enum result seal_open(const char *key_store, const char *master_key, struct seal **out);
void seal_close(struct seal *s);
#define SEAL_SYSTEM 0 /* key id of the house's own key: TOTP secrets, drafts */
/* On disk before it returns; a key without a person is swept up later. */
MUST enum result seal_key_new(struct seal *s, int64_t *key);
/* n of them in one go: one write to disk. */
MUST enum result seal_keys_new(struct seal *s, size_t n, int64_t *keys);
MUST enum result seal_key_destroy(struct seal *s, int64_t key);
/* what: "kandidaat.naam", "gebruiker.totp": table and column; row: its id where it is known before, else 0. plain NULL
 * seals to NULL. */
MUST enum result seal_text(struct seal *s, int64_t key, const char *what, int64_t row, const char *plain,
                           struct arena *a, struct blob *out);
MUST enum result seal_bytes(struct seal *s, int64_t key, const char *what, int64_t row, struct blob plain,
                            struct arena *a, struct blob *out);
/* NOT_FOUND when the key is destroyed; FAILED when the bytes do not belong here. A NULL blob opens to NULL. */
MUST enum result seal_open_text(struct seal *s, const char *what, int64_t row, struct blob sealed, struct arena *a,
                                const char **plain);
MUST enum result seal_open_bytes(struct seal *s, const char *what, int64_t row, struct blob sealed, struct arena *a,
                                 struct blob *plain);
/* Bytes that open only with a secret the house itself does not keep, a session's token: neither another session of the
 * same user nor a backup opens them. NOT_FOUND when the secret is another or the bytes do not belong here. */
MUST enum result seal_bytes_with(struct seal *s, const char *secret, const char *what, int64_t row, struct blob plain,
                                 struct arena *a, struct blob *out);
MUST enum result seal_open_bytes_with(struct seal *s, const char *secret, const char *what, int64_t row,
                                      struct blob sealed, struct arena *a, struct blob *plain);
/* Keyed BLAKE2b with a sub-key per purpose (at most 8 letters: "zoek", "csrf", "akkoord"). */
void seal_tag(struct seal *s, const char *purpose, const void *p, size_t n, uint8_t out[32]);
/* Whether a key is there. */
MUST enum result seal_key_exists(struct seal *s, int64_t key, bool *exists);
/* Destroys the keys up to and including `until` that are not in the sorted list. */
MUST enum result seal_sweep(struct seal *s, const int64_t *used, size_t n, int64_t until, int *swept);
MUST enum result seal_backup(struct seal *s, const char *file); /* a consistent copy of the key store */
/* Wraps all keys with a new master key, written to a new file. Only while no other process has the key store open. */
MUST enum result seal_rotate_master(struct seal *s, const char *master_key);

#endif
