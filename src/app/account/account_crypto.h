/* app/account/account_crypto.h: the constants of logging in, in one place (docs/beveiliging.md, "Cryptografie"). */
#ifndef ACCOUNT_CRYPTO_H
#define ACCOUNT_CRYPTO_H

#include <sodium.h>

enum {
    ARGON_PASSES = 3,
    TOTP_STEP_SEC = 30,
    TOTP_WINDOW = 1,
    TOTP_SECRET = 20,
    PASSWORD_LEAST = 12,
    PASSWORD_MOST = 1000,
    LINK_HOURS = 24,
    WELCOME_DAYS = 14,
    FREE_FAILURES = 5,
    WAIT_MOST_SEC = 900,
    LINKS_AN_HOUR = 5
};
#define ARGON_MEMORY ((size_t)64 << 20)

#endif
