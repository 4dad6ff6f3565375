/* build/htmlc/compile.h: one template file → C functions with typed parameters. The language: docs/templates.md.
 *
 * Knows no files: text in, text out. Stops at the first mistake of a file. */
#ifndef HTMLC_COMPILE_H
#define HTMLC_COMPILE_H

#include <stdbool.h>

#include "build/htmlc/buffer.h"

struct compiled {
    struct buffer code;               /* of the last file */
    struct buffer heads, uses, links; /* of all files so far */
    char error[1024];                 /* file:line:column: message */
};

/* file is for messages and #line, and a name ending in .txt makes it a text template. False: see error; code is then of
 * no use. */
bool template_compile(const char *file, const char *text, size_t n, struct compiled *out);
void compiled_free(struct compiled *c);

#endif
