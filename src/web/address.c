#include "web/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

enum { HOPS_MAX = 20 };

static const char *v4_text(const struct in_addr *in, struct arena *a)
{
    char out[INET_ADDRSTRLEN];
    return arena_strdup(a, inet_ntop(AF_INET, in, out, sizeof out) ? out : "");
}

static const char *v6_text(const struct in6_addr *in, struct arena *a)
{
    char out[INET6_ADDRSTRLEN];
    if (IN6_IS_ADDR_V4MAPPED(in)) {
        struct in_addr v4;
        memcpy(&v4, in->s6_addr + 12, sizeof v4);
        return v4_text(&v4, a);
    }
    return arena_strdup(a, inet_ntop(AF_INET6, in, out, sizeof out) ? out : "");
}

const char *address_of(const struct sockaddr *sa, struct arena *a)
{
    if (sa && sa->sa_family == AF_INET)
        return v4_text(&((const struct sockaddr_in *)(const void *)sa)->sin_addr, a);
    if (sa && sa->sa_family == AF_INET6)
        return v6_text(&((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr, a);
    return "";
}

const char *address_from_text(const char *text, struct arena *a)
{
    char bare[64];
    text += strspn(text, " \t");
    size_t n = strcspn(text, " \t");
    if (text[0] == '[') {
        text++;
        n = strcspn(text, "]");
    } else if (memchr(text, '.', n) && memchr(text, ':', n) &&
               !memchr(text, ':', (size_t)((const char *)memchr(text, '.', n) - text))) {
        n = strcspn(text, ":"); /* 192.0.2.7:4711 */
    }
    if (n == 0 || n >= sizeof bare)
        return NULL;
    memcpy(bare, text, n);
    bare[n] = '\0';
    struct in_addr v4;
    struct in6_addr v6;
    if (inet_pton(AF_INET, bare, &v4) == 1)
        return v4_text(&v4, a);
    return inet_pton(AF_INET6, bare, &v6) == 1 ? v6_text(&v6, a) : NULL;
}

const char *address_of_client(const char *peer, const char *proxy, const char *forwarded_for, struct arena *a)
{
    const char *own = *proxy ? address_from_text(proxy, a) : NULL;
    if (!own || strcmp(peer, own) != 0 || !forwarded_for)
        return peer;
    const char *last = peer;
    char *list = arena_strdup(a, forwarded_for);
    for (int hops = 0; hops < HOPS_MAX; hops++) {
        char *comma = strrchr(list, ',');
        const char *hop = address_from_text(comma ? comma + 1 : list, a);
        if (!hop)
            return last; /* what is no address was written by who is not to be believed */
        last = hop;
        if (strcmp(hop, own) != 0 || !comma)
            return hop;
        *comma = '\0';
    }
    return last;
}

bool address_is_loopback(const char *address)
{
    return strncmp(address, "127.", 4) == 0 || strcmp(address, "::1") == 0;
}

uint64_t address_key(const char *address)
{
    struct in_addr v4;
    struct in6_addr v6;
    uint64_t key = 0;
    if (inet_pton(AF_INET, address, &v4) == 1)
        return UINT64_C(0xffff00000000) | v4.s_addr;
    if (inet_pton(AF_INET6, address, &v6) == 1)
        memcpy(&key, v6.s6_addr, sizeof key);
    return key;
}
