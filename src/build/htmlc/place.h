/* build/htmlc/place.h: where in the HTML we are: decides which printer a value gets, and which values may not stand
 * here at all.
 *
 * Reads the template's own text character by character, as a browser would, but stricter: what two browsers could read
 * differently is refused. */
#ifndef HTMLC_PLACE_H
#define HTMLC_PLACE_H

#include <stdbool.h>
#include <stddef.h>

enum place {
    TEXT,
    RCDATA,  /* in textarea or title: text, but no tags */
    RAWTEXT, /* in script or style */
    MARKUP,  /* <!doctype …> */
    COMMENT,
    TAG_OPEN,
    TAG_NAME,
    IN_TAG,
    ATTR_NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    VALUE_DQ,
    VALUE_SQ
};
enum attr_kind { PLAIN, ADDRESS, FORBIDDEN };
/* How far an address has come. A value may be printed in ADDRESS_PART, where percent-encoding keeps it in its part, or
 * be the whole (EMPTY). */
enum address {
    ADDRESS_EMPTY,
    ADDRESS_SLASH,  /* only "/": a second one would make it another house's */
    ADDRESS_WORD,   /* letters: a relative path, or a scheme when a : comes */
    ADDRESS_SCHEME, /* https: */
    ADDRESS_HOST,   /* https://exam */
    ADDRESS_PART,
    ADDRESS_OWN /* an address of our own was printed */
};

struct where {
    enum place place;
    char tag[32], attr[40];
    char value[200];  /* of the attribute as far as it is literal; {} for a value, * for an if; in RCDATA the end tag */
    char action[200]; /* of the form being read: written down when its method is known */
    size_t n_tag, n_attr, n_value;
    enum attr_kind kind;
    enum address address;
    int slashes, dashes;
    bool closing, is_post, has_method;
    bool gap; /* white space stands before the next attribute */
    bool in_pre;
};

struct seen {
    bool post_form;     /* this '>' ends a <form method="post" …> */
    const char *method; /* a literal address of our own ended here: how it is asked for; else NULL */
    char link[200];
};

void where_start(struct where *w);
/* Steps over one literal character. Returns NULL, or why this HTML is refused. */
const char *where_step(struct where *w, char c, struct seen *seen);
/* A directive ends the name before it: <option{{ if x }} selected{{ end }}>. NULL, or why it may not. */
const char *where_between(struct where *w);
/* Since `before` this address may have got more, or not: said in the list of links. */
void where_varies(struct where *w, const struct where *before);
/* Two branches meet: NULL when they ended in the same place, or why not. */
const char *where_join(struct where *w, const struct where *other);
const char *where_name(const struct where *w);
/* Which function prints a value here; NULL with *why when none may. */
const char *where_printer(struct where *w, const char **why);

#endif
