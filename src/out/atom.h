/* out/atom.h: a feed (Atom 1.0, RFC 4287). Every text is escaped; the content of an entry is markup, escaped once more
 * as type="html" asks. */
#ifndef OUT_ATOM_H
#define OUT_ATOM_H

#include "core/text.h"
#include "core/values.h"
#include "out/html.h"

struct atom_entry {
    const char *id; /* the same for the same thing each time: its address */
    const char *title, *link;
    const char *summary; /* plain text */
    safe_html content;   /* p NULL = none; left out of what comes after ATOM_CONTENT_MOST bytes of feed */
    tijdstip published, updated;
};
struct atom_feed {
    const char *id, *title, *self, *alternate, *author;
    tijdstip updated;
};
enum { ATOM_CONTENT_MOST = 512 * 1024 };

/* The whole document. out: its maximum must hold ATOM_CONTENT_MOST, one content and the rest of the entries. */
void atom_write(struct text *out, const struct atom_feed *feed, size_t n, const struct atom_entry *entries);

#endif
