/* build/htmlc/place.h: where in the HTML we are: decides which printer a value gets, and which values may not stand here at all. */
#ifndef HTMLC_PLACE_H
#define HTMLC_PLACE_H

#include <stdbool.h>
#include <stddef.h>

enum place { TEXT, RCDATA, RAWTEXT, COMMENT, TAG_OPEN, TAG_NAME, IN_TAG, ATTR_NAME, AFTER_NAME, BEFORE_VALUE, VALUE_DQ, VALUE_SQ };
enum attr_kind { PLAIN, ADDRESS, FORBIDDEN };

struct where {
    enum place place;
    char tag[32], attr[40], value[200];     /* of the tag and attribute being read; value as far as it is literal */
    size_t n_tag, n_attr, n_value;
    enum attr_kind kind;
    bool started;                           /* something of the address has been written */
    bool closing, is_post;
};

void where_start(struct where *w);
/* Steps over one literal character. Returns NULL, or why this HTML is refused. *form_opened: this '>' ends a <form method="post" …>. */
const char *where_step(struct where *w, char c, bool *form_opened);
/* A directive inside a tag ends the name before it: <option{{ if x }} selected{{ end }}>. */
void where_between(struct where *w);
bool where_same(const struct where *a, const struct where *b);
const char *where_name(const struct where *w);
/* Which function prints a value here; NULL with *why when none may. */
const char *where_printer(struct where *w, const char **why);

#endif
