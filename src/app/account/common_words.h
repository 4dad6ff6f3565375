/* app/account/common_words.h: sorted list of words a password may not consist of. */
#ifndef ACCOUNT_COMMON_WORDS_H
#define ACCOUNT_COMMON_WORDS_H

#include <stddef.h>

extern const char *const common_words[];
extern const size_t n_common_words;

#endif
