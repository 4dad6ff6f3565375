#include "web/listen.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 512, PEM_MAX = 256 * 1024 };

struct place {
    char host[128], port[8];
};

static bool place_read(const char *where, struct place *out)
{
    const char *colon = strrchr(where, ':');
    if (!colon || strlen(colon + 1) < 1 || strlen(colon + 1) > 5 ||
        strspn(colon + 1, "0123456789") != strlen(colon + 1))
        return false;
    size_t n = (size_t)(colon - where);
    if (n >= 2 && where[0] == '[' && where[n - 1] == ']') {
        where++;
        n -= 2;
    }
    if (n >= sizeof out->host || strtol(colon + 1, NULL, 10) > 65535)
        return false;
    memcpy(out->host, where, n);
    out->host[n] = '\0';
    snprintf(out->port, sizeof out->port, "%s", colon + 1);
    if (n == 0)
        snprintf(out->host, sizeof out->host, "::");
    return true;
}

static int port_of(int fd)
{
    struct sockaddr_storage sa;
    socklen_t n = sizeof sa;
    if (getsockname(fd, (struct sockaddr *)&sa, &n) != 0)
        return 0;
    return ntohs(sa.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&sa)->sin6_port
                                          : ((struct sockaddr_in *)&sa)->sin_port);
}

static int open_one(const struct addrinfo *ai)
{
    int yes = 1, no = 0;
    int fd = socket(ai->ai_family, ai->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, ai->ai_protocol);
    if (fd < 0)
        return -1;
    bool fine = setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0;
    if (fine && ai->ai_family == AF_INET6)
        fine = setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no) == 0;
    if (fine && bind(fd, ai->ai_addr, ai->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

enum result listen_open(const char *where, struct text *problems, int *fd, int *port)
{
    struct place place;
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV}, *found = NULL;
    *fd = -1;
    if (!place_read(where, &place)) {
        text_printf(problems, "listen: '%s' is no HOST:PORT, for example 127.0.0.1:8080 or [::]:8443.\n", where);
        return INVALID;
    }
    int e = getaddrinfo(place.host, place.port, &hints, &found);
    if (e != 0) {
        text_printf(problems, "listen: %s is not understood: %s.\n", where, gai_strerror(e));
        return INVALID;
    }
    for (const struct addrinfo *ai = found; ai && *fd < 0; ai = ai->ai_next)
        *fd = open_one(ai);
    freeaddrinfo(found);
    if (*fd < 0) {
        text_printf(problems, "listen: cannot listen on %s: %s.%s\n", where, strerror(errno),
                    errno == EADDRINUSE ? " Is another server running there?" : "");
        return FAILED;
    }
    *port = port_of(*fd);
    return OK;
}

enum result secret_read(const char *file, struct text *problems, char **out)
{
    *out = NULL;
    FILE *f = fopen(file, "re");
    if (!f) {
        text_printf(problems, "%s: cannot be read: %s.\n", file, strerror(errno));
        return FAILED;
    }
    char *p = calloc(1, PEM_MAX + 1);
    size_t n = p ? fread(p, 1, PEM_MAX + 1, f) : 0;
    bool bad = !p || ferror(f) || n > PEM_MAX || n == 0;
    fclose(f);
    if (bad) {
        text_printf(problems, "%s: is empty, larger than 256 KiB, or cannot be read.\n", file);
        free(p);
        return FAILED;
    }
    p[n] = '\0';
    *out = p;
    return OK;
}

void secret_free(char *p)
{
    if (!p)
        return;
    explicit_bzero(p, strlen(p));
    free(p);
}
