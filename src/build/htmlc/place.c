#include "build/htmlc/place.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define IS_ONE_OF(s, list) is_one_of(s, list, sizeof(list) / sizeof((list)[0]))

void where_start(struct where *w)
{
    memset(w, 0, sizeof(*w));
    w->place = TEXT;
}

static bool put(char *to, size_t room, size_t *n, char c)
{
    if (*n + 1 >= room)
        return false;
    to[(*n)++] = c;
    to[*n] = '\0';
    return true;
}

static void value_put(struct where *w, const char *s)
{
    while (*s)
        put(w->value, sizeof(w->value), &w->n_value, *s++);
}

static void value_clear(struct where *w)
{
    w->n_value = 0;
    w->value[0] = '\0';
}

static char lower(char c)
{
    return (char)tolower((unsigned char)c);
}

static bool is_one_of(const char *s, const char *const list[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(s, list[i]) == 0)
            return true;
    return false;
}

/* ---- attributes ---- */

static enum attr_kind kind_of(const struct where *w)
{
    static const char *const addresses[] = {"href",   "src",  "action", "formaction",
                                            "poster", "cite", "data",   "xlink:href"};
    static const char *const forbidden[] = {"srcset", "imagesrcset", "ping", "http-equiv", "method"};
    if (IS_ONE_OF(w->attr, forbidden) || (strcmp(w->tag, "meta") == 0 && strcmp(w->attr, "content") == 0))
        return FORBIDDEN;
    return IS_ONE_OF(w->attr, addresses) ? ADDRESS : PLAIN;
}

/* The name of an attribute is complete: some may not be there at all. Of two methods a browser takes the first, which
 * is easily misread. */
static const char *attr_named(struct where *w)
{
    if (strcmp(w->attr, "method") == 0) {
        if (w->has_method)
            return "method= is there twice";
        w->has_method = true;
    }
    if (strncmp(w->attr, "on", 2) == 0)
        return "no on…= in a template: scripts stand in static/";
    if (strcmp(w->attr, "style") == 0)
        return "no style= in a template: styles stand in static/";
    if (strcmp(w->attr, "srcdoc") == 0)
        return "no srcdoc= in a template";
    if (strcmp(w->attr, "formmethod") == 0)
        return "no formmethod= in a template: the token goes with the form's own method";
    return NULL;
}

static void value_begin(struct where *w, enum place quote)
{
    w->place = quote;
    w->kind = kind_of(w);
    w->address = ADDRESS_EMPTY;
    w->slashes = 0;
    value_clear(w);
}

static void value_end(struct where *w, struct seen *seen)
{
    w->place = IN_TAG;
    w->gap = false;
    if (strcmp(w->tag, "form") == 0 && strcmp(w->attr, "method") == 0)
        w->is_post = strcasecmp(w->value, "post") == 0;
    if (w->kind != ADDRESS || w->value[0] != '/')
        return;
    if (strcmp(w->attr, "action") == 0) {
        memcpy(w->action, w->value, sizeof(w->action));
        return;
    }
    seen->method = strcmp(w->attr, "formaction") == 0 ? "POST" : "GET";
    memcpy(seen->link, w->value, sizeof(seen->link));
}

static const char *scheme_ends(struct where *w)
{
    static const char *const open[] = {"https", "http"}, *const mail[] = {"mailto", "tel"};
    w->address = ADDRESS_SCHEME;
    if (IS_ONE_OF(w->value, open))
        return NULL;
    w->address = ADDRESS_PART;
    return IS_ONE_OF(w->value, mail) ? NULL : "an address begins with / ? # https: mailto: or tel:";
}

/* Follows the literal part of an address; c comes after w->value. */
static const char *address_step(struct where *w, char c)
{
    if (c == '&' && w->address != ADDRESS_PART && w->address != ADDRESS_OWN)
        return "no & in an address before its first / or ?";
    switch (w->address) {
    case ADDRESS_EMPTY:
        w->address = c == '/' ? ADDRESS_SLASH : c == '?' || c == '#' ? ADDRESS_PART : ADDRESS_WORD;
        return w->address == ADDRESS_WORD && !isalnum((unsigned char)c)
                   ? "an address begins with / ? # https: mailto: or tel:"
                   : NULL;
    case ADDRESS_SLASH:
        w->address = ADDRESS_PART;
        return c == '/' || c == '\\' ? "an address of another house begins with https:" : NULL;
    case ADDRESS_WORD:
        if (c == ':')
            return scheme_ends(w);
        if (!isalnum((unsigned char)c) && !strchr("+.-_", c))
            w->address = ADDRESS_PART;
        return NULL;
    case ADDRESS_SCHEME:
        if (c != '/')
            return "after https: comes //";
        if (++w->slashes == 2)
            w->address = ADDRESS_HOST;
        return NULL;
    case ADDRESS_HOST:
        if (c == '/' || c == '?' || c == '#')
            w->address = ADDRESS_PART;
        return NULL;
    case ADDRESS_OWN:
        w->address = ADDRESS_PART;
        return c == '?' || c == '&' || c == '#' ? NULL : "after a whole address comes ? & or #";
    case ADDRESS_PART:
        return NULL;
    }
    return NULL;
}

static const char *in_value(struct where *w, char c, char quote, struct seen *seen)
{
    if (c == quote) {
        value_end(w, seen);
        return NULL;
    }
    if (w->kind == ADDRESS && (isspace((unsigned char)c) || iscntrl((unsigned char)c)))
        return "no white space in an address";
    const char *why = w->kind == ADDRESS ? address_step(w, c) : NULL;
    if (!put(w->value, sizeof(w->value), &w->n_value, c) && w->kind == ADDRESS)
        return "this address is too long";
    return why;
}

/* ---- tags ---- */

static void tag_begin(struct where *w)
{
    w->place = TAG_OPEN;
    w->n_tag = 0;
    w->tag[0] = w->action[0] = '\0';
    w->closing = w->is_post = w->has_method = w->gap = false;
    value_clear(w);
}

static void tag_end(struct where *w, struct seen *seen)
{
    static const char *const raw[] = {"script", "style"}, *const rc[] = {"textarea", "title"};
    if (w->action[0]) {
        seen->method = w->is_post ? "POST" : "GET";
        memcpy(seen->link, w->action, sizeof(seen->link));
        w->action[0] = '\0';
    }
    seen->post_form = w->is_post && !w->closing;
    w->place = w->closing ? TEXT : IS_ONE_OF(w->tag, raw) ? RAWTEXT : IS_ONE_OF(w->tag, rc) ? RCDATA : TEXT;
    if (strcmp(w->tag, "pre") == 0)
        w->in_pre = !w->closing;
    value_clear(w);
}

static const char *in_tag(struct where *w, char c, struct seen *seen)
{
    if (c == '>') {
        tag_end(w, seen);
    } else if (isspace((unsigned char)c)) {
        w->gap = true;
    } else if (c != '/') {
        if (!isalpha((unsigned char)c))
            return "an attribute begins with a letter";
        if (!w->gap)
            return "white space stands before an attribute";
        w->place = ATTR_NAME;
        w->n_attr = 0;
        put(w->attr, sizeof(w->attr), &w->n_attr, lower(c));
    }
    return NULL;
}

static const char *after_name(struct where *w, char c, struct seen *seen)
{
    if (c == '=') {
        w->place = BEFORE_VALUE;
        return NULL;
    }
    if (isspace((unsigned char)c)) {
        w->place = AFTER_NAME;
        w->gap = true;
        return NULL;
    }
    w->place = IN_TAG;
    return in_tag(w, c, seen);
}

static const char *attr_name(struct where *w, char c, struct seen *seen)
{
    if (isalnum((unsigned char)c) || c == '-' || c == '_' || c == ':')
        return put(w->attr, sizeof(w->attr), &w->n_attr, lower(c)) ? NULL : "this attribute's name is too long";
    const char *why = attr_named(w);
    w->gap = false;
    return why ? why : after_name(w, c, seen);
}

static const char *tag_name(struct where *w, char c, struct seen *seen)
{
    if (isspace((unsigned char)c) || c == '/' || c == '>') {
        w->place = IN_TAG;
        return in_tag(w, c, seen);
    }
    if (!isalnum((unsigned char)c) && c != '-')
        return "a tag's name is letters, digits and -";
    return put(w->tag, sizeof(w->tag), &w->n_tag, lower(c)) ? NULL : "this tag's name is too long";
}

static const char *tag_open(struct where *w, char c)
{
    if (c == '/' && !w->closing) {
        w->closing = true;
        return NULL;
    }
    if (c == '!' && !w->closing) {
        w->place = MARKUP;
        return NULL;
    }
    if (!isalpha((unsigned char)c))
        return "a < in text is written &lt;";
    w->place = TAG_NAME;
    put(w->tag, sizeof(w->tag), &w->n_tag, lower(c));
    return NULL;
}

/* ---- what is neither tag nor text ---- */

/* Browsers end a comment at more places than --> (at <!--> and --!>): so no other > may be in one. */
static const char *markup(struct where *w, char c)
{
    if (w->place == MARKUP) {
        value_put(w, (const char[]){c, '\0'});
        if (strcmp(w->value, "--") == 0) {
            w->place = COMMENT;
            w->dashes = 0;
        } else if (c == '>') {
            w->place = TEXT;
        }
        return NULL;
    }
    if (c == '>') {
        w->place = TEXT;
        return w->dashes < 2 ? "in a comment only its end --> has a >" : NULL;
    }
    w->dashes = c == '-' ? w->dashes + 1 : 0;
    return NULL;
}

/* In script, style, textarea and title only their own end tag counts: its letters are gathered in value. */
static const char *raw_text(struct where *w, char c, struct seen *seen)
{
    static const char refused[] = "no scripts or styles in a template: they stand in static/";
    size_t n = strlen(w->tag);
    if (w->n_value == n + 2 && (isspace((unsigned char)c) || c == '/' || c == '>')) {
        w->closing = true;
        w->is_post = false;
        w->place = IN_TAG;
        return in_tag(w, c, seen);
    }
    if (c == '<')
        value_clear(w);
    char wanted = w->n_value == 0 ? '<' : w->n_value == 1 ? '/' : w->n_value < n + 2 ? w->tag[w->n_value - 2] : '\0';
    if (lower(c) == wanted) {
        put(w->value, sizeof(w->value), &w->n_value, c);
        return NULL;
    }
    bool white = w->n_value == 0 && isspace((unsigned char)c);
    value_clear(w);
    return w->place == RAWTEXT && !white ? refused : NULL;
}

const char *where_step(struct where *w, char c, struct seen *seen)
{
    *seen = (struct seen){.method = NULL};
    switch (w->place) {
    case TEXT:
        if (c == '<')
            tag_begin(w);
        return NULL;
    case RCDATA:
    case RAWTEXT:
        return raw_text(w, c, seen);
    case MARKUP:
    case COMMENT:
        return markup(w, c);
    case TAG_OPEN:
        return tag_open(w, c);
    case TAG_NAME:
        return tag_name(w, c, seen);
    case IN_TAG:
        return in_tag(w, c, seen);
    case ATTR_NAME:
        return attr_name(w, c, seen);
    case AFTER_NAME:
        return after_name(w, c, seen);
    case BEFORE_VALUE:
        if (c == '"' || c == '\'')
            value_begin(w, c == '"' ? VALUE_DQ : VALUE_SQ);
        else if (!isspace((unsigned char)c))
            return "an attribute's value stands in quotes";
        return NULL;
    case VALUE_DQ:
        return in_value(w, c, '"', seen);
    case VALUE_SQ:
        return in_value(w, c, '\'', seen);
    }
    return NULL;
}

/* ---- directives and values ---- */

const char *where_between(struct where *w)
{
    const char *why = NULL;
    bool in_value = w->place == VALUE_DQ || w->place == VALUE_SQ;
    if (w->place == MARKUP || w->place == TAG_OPEN)
        return "no directive may stand here";
    if (in_value && w->kind == FORBIDDEN)
        return "no value may be printed in this attribute";
    if ((w->place == RCDATA || w->place == RAWTEXT) && w->n_value > 0)
        return "an end tag is written in one piece";
    if (w->place == ATTR_NAME)
        why = attr_named(w);
    if (w->place == TAG_NAME || w->place == ATTR_NAME)
        w->gap = false;
    if (w->place == TAG_NAME || w->place == ATTR_NAME || w->place == AFTER_NAME)
        w->place = IN_TAG;
    return why;
}

void where_varies(struct where *w, const struct where *before)
{
    if ((w->place != VALUE_DQ && w->place != VALUE_SQ) || w->kind != ADDRESS)
        return;
    memcpy(w->value, before->value, sizeof(w->value));
    w->n_value = before->n_value;
    value_put(w, "*");
}

/* Where both branches came beyond the house, what follows must be right for either: as after a whole address. */
static bool address_join(struct where *w, const struct where *other)
{
    static const bool beyond[] = {[ADDRESS_SLASH] = true, [ADDRESS_PART] = true, [ADDRESS_OWN] = true};
    if (w->address == other->address)
        return w->slashes == other->slashes && (w->address != ADDRESS_WORD || strcmp(w->value, other->value) == 0);
    if (!beyond[w->address] || !beyond[other->address])
        return false;
    w->address = ADDRESS_OWN;
    return true;
}

const char *where_join(struct where *w, const struct where *other)
{
    static const char differ[] = "the branches of an if end in different places";
    if (w->place != other->place)
        return differ;
    if (w->place == TEXT)
        return w->in_pre == other->in_pre ? NULL : differ;
    if (strcmp(w->tag, other->tag) != 0 || w->closing != other->closing || w->in_pre != other->in_pre)
        return differ;
    if (w->is_post != other->is_post || w->has_method != other->has_method)
        return "the method of a form does not depend on a condition";
    bool in_value = w->place == VALUE_DQ || w->place == VALUE_SQ;
    if ((in_value || w->place == BEFORE_VALUE) && strcmp(w->attr, other->attr) != 0)
        return differ;
    if (in_value && w->kind == ADDRESS && !address_join(w, other))
        return differ;
    if (w->dashes > other->dashes)
        w->dashes = other->dashes;
    w->gap = w->gap && other->gap;
    return NULL;
}

const char *where_name(const struct where *w)
{
    static const char *const names[] = {"text",
                                        "text of a textarea or title",
                                        "script or style",
                                        "a doctype",
                                        "a comment",
                                        "a tag",
                                        "a tag's name",
                                        "a tag",
                                        "an attribute's name",
                                        "a tag",
                                        "before a value",
                                        "a value",
                                        "a value"};
    return names[w->place];
}

static const char *address_printer(struct where *w, const char **why)
{
    value_put(w, "{}");
    switch (w->address) {
    case ADDRESS_EMPTY:
        w->address = ADDRESS_OWN;
        return "html_url";
    case ADDRESS_PART:
        return "html_url_part";
    case ADDRESS_OWN:
        *why = "between a whole address and a value comes ? & or #";
        return NULL;
    case ADDRESS_SLASH:
        *why = "a value does not stand right after the first / of an address";
        return NULL;
    default:
        *why = "a value in an address stands after / ? or #";
        return NULL;
    }
}

const char *where_printer(struct where *w, const char **why)
{
    switch (w->place) {
    case TEXT:
        return "html_text";
    case RCDATA:
        return "html_rcdata";
    case VALUE_DQ:
    case VALUE_SQ:
        if (w->kind == FORBIDDEN) {
            *why = "no value may be printed in this attribute";
            return NULL;
        }
        return w->kind == PLAIN ? "html_attr" : address_printer(w, why);
    default:
        *why = "a value may stand between tags or inside quotes";
        return NULL;
    }
}
