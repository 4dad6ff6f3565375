/* web/listen.h: the listening socket and the PEM files, with a line for the operator when they cannot be had. Private
 * to web/server.c. */
#ifndef WEB_LISTEN_H
#define WEB_LISTEN_H

#include "core/result.h"
#include "core/text.h"

/* "127.0.0.1:8080", "[::]:8443" (both IPv6 and IPv4), ":8080" the same; port 0 takes a free one, the real one is in
 * *port. */
MUST enum result listen_open(const char *where, struct text *problems, int *fd, int *port);
/* A whole small file, NUL-terminated; the caller wipes and frees it with secret_free. */
MUST enum result secret_read(const char *file, struct text *problems, char **out);
void secret_free(char *take_secret);

#endif
