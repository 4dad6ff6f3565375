/* app/account/account_password.h: which passwords are refused and why; hashing. The rules are pure; hashing is slow and
 * stands on the slow lane. */
#ifndef ACCOUNT_PASSWORD_H
#define ACCOUNT_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"

/* NULL when the password may be used, else a Dutch sentence. context: words it may not be built of (name, address,
 * organisatie, regio), NULL-terminated. breach_list: path of a sorted file of SHA-256 hashes in hex, or "".
 * (libraries 2.4; ASVS 6.2) */
const char *password_refused(struct arena *a, const char *password, const char *const *context,
                             const char *breach_list);
MUST enum result password_hash(const char *password, char out[128]); /* BUSY when memory is short */
/* hash NULL = no such account: costs the same time and is never good. BUSY when memory is short (not a wrong password).
 */
MUST enum result password_verify(const char *password, const char *hash, bool *good);
/* How long to wait after the n-th failure in a row, in seconds: 0 up to five, then 1, 2, 4 … 900. Pure. */
int64_t login_wait_sec(int failures);
/* ±1 step; *step is the absolute step when it fits. used: the last step used; a used one never again. */
bool totp_fits(const uint8_t *secret, size_t n, const char *code, tijdstip now, int64_t used, int64_t *step);

#endif
