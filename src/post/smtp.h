/* post/smtp.h: one message to one receiver: over SMTP with libcurl, or as a file in a folder. */
#ifndef POST_SMTP_H
#define POST_SMTP_H

#include <stdatomic.h>

#include "core/arena.h"
#include "core/config.h"

struct delivery {
    bool sent, permanent;
    char answer[300];
}; /* answer: the server's last line */
/* stop: set by another thread ends the transfer. */
void smtp_send(const struct config *c, const char *to, const void *message, size_t n, const _Atomic bool *stop,
               struct delivery *out);
void folder_send(const struct config *c, const char *name, const void *message, size_t n, struct delivery *out);

#endif
