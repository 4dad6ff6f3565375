/* core/embedded.h: files carried in the binary: migrations, static files, demo tables. Made by src/build/embed.c. */
#ifndef CORE_EMBEDDED_H
#define CORE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *name;
    const unsigned char *p;
    size_t n;
    const char *hash; /* of the content, 32 hex digits: for addresses and ETags, no security */
    const char *type; /* content type */
};

extern const struct embedded_file embedded_migrations[], embedded_static[], embedded_demo[];
extern const size_t embedded_migrations_count, embedded_static_count, embedded_demo_count;

#endif
