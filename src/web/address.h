/* web/address.h: who is at the other end: one form for each address, and what to believe of X-Forwarded-For. Pure.
 * Private to web/. */
#ifndef WEB_ADDRESS_H
#define WEB_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "core/arena.h"

/* "192.0.2.7", "2001:db8::1"; an IPv4 address mapped into IPv6 becomes IPv4. "" for what is neither. */
const char *address_of(const struct sockaddr *sa, struct arena *a);
/* The same for text; NULL when it is no address. Brackets and a port are taken off. */
const char *address_from_text(const char *text, struct arena *a);
/* The client: the peer itself, or, when the peer is the configured proxy, the right-most hop that is not that proxy. */
const char *address_of_client(const char *peer, const char *proxy, const char *forwarded_for, struct arena *a);
bool address_is_loopback(const char *address);
/* What limits count by: the whole IPv4 address, the first 64 bits of an IPv6 one. */
uint64_t address_key(const char *address);

#endif
