#include "build/htmlc/place.h"

#include <ctype.h>
#include <string.h>

void where_start(struct where *w)
{
    memset(w, 0, sizeof(*w));
    w->place = TEXT;
}

static void put(char *to, size_t room, size_t *n, char c)
{
    if (*n + 1 < room) {
        to[(*n)++] = (char)tolower((unsigned char)c);
        to[*n] = '\0';
    }
}

static enum attr_kind kind_of(const char *attr)
{
    static const char *const addresses[] = {"href", "src", "action", "formaction", "poster", "cite"};
    if (strncmp(attr, "on", 2) == 0 || strcmp(attr, "style") == 0 || strcmp(attr, "srcdoc") == 0 || strcmp(attr, "srcset") == 0)
        return FORBIDDEN;
    for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++)
        if (strcmp(attr, addresses[i]) == 0)
            return ADDRESS;
    return PLAIN;
}

static void value_begin(struct where *w, enum place quote)
{
    w->place = quote;
    w->kind = kind_of(w->attr);
    w->started = false;
    w->n_value = 0;
    w->value[0] = '\0';
}

static void value_end(struct where *w)
{
    if (strcmp(w->tag, "form") == 0 && strcmp(w->attr, "method") == 0 && strcmp(w->value, "post") == 0)
        w->is_post = true;
    w->place = IN_TAG;
}

static void tag_end(struct where *w, bool *form_opened)
{
    *form_opened = w->is_post && !w->closing;
    w->place = TEXT;
    if (!w->closing && (strcmp(w->tag, "script") == 0 || strcmp(w->tag, "style") == 0))
        w->place = RAWTEXT;
    if (!w->closing && (strcmp(w->tag, "textarea") == 0 || strcmp(w->tag, "title") == 0))
        w->place = RCDATA;
    w->n_value = 0;
    w->value[0] = '\0';
}

static void tag_begin(struct where *w)
{
    w->place = TAG_OPEN;
    w->n_tag = w->n_value = 0;
    w->tag[0] = w->value[0] = '\0';
    w->closing = w->is_post = false;
}

static const char *in_tag(struct where *w, char c, bool *form_opened)
{
    if (c == '>') {
        tag_end(w, form_opened);
    } else if (!isspace((unsigned char)c) && c != '/') {
        if (!isalpha((unsigned char)c))
            return "an attribute begins with a letter";
        w->place = ATTR_NAME;
        w->n_attr = 0;
        put(w->attr, sizeof(w->attr), &w->n_attr, c);
    }
    return NULL;
}

static const char *after_name(struct where *w, char c, bool *form_opened)
{
    if (c == '=') {
        w->place = BEFORE_VALUE;
        return NULL;
    }
    if (isspace((unsigned char)c)) {
        w->place = AFTER_NAME;
        return NULL;
    }
    w->place = IN_TAG;
    return in_tag(w, c, form_opened);
}

static const char *tag_name(struct where *w, char c, bool *form_opened)
{
    if (isspace((unsigned char)c) || c == '/') {
        w->place = IN_TAG;
        return NULL;
    }
    if (c == '>') {
        tag_end(w, form_opened);
        return NULL;
    }
    put(w->tag, sizeof(w->tag), &w->n_tag, c);
    return NULL;
}

static const char *tag_open(struct where *w, char c)
{
    if (c == '/' && !w->closing) {
        w->closing = true;
        return NULL;
    }
    if (c == '!') {
        w->place = COMMENT;         /* <!doctype …> too: ends at > */
        return NULL;
    }
    if (!isalpha((unsigned char)c))
        return "a < in text is written &lt;";
    w->place = TAG_NAME;
    put(w->tag, sizeof(w->tag), &w->n_tag, c);
    return NULL;
}

/* Inside script, style, textarea and title only their own end tag counts: its letters are gathered in value. */
static void raw_text(struct where *w, char c)
{
    char end[40] = "</";
    strncat(end, w->tag, sizeof(end) - 4);
    strncat(end, ">", 2);
    size_t n = strlen(end);
    if (c == '<')
        w->n_value = 0;
    put(w->value, sizeof(w->value), &w->n_value, c);
    if (w->n_value >= n && strcmp(w->value + w->n_value - n, end) == 0)
        w->place = TEXT;
}

static void in_value(struct where *w, char c, char quote)
{
    if (c == quote) {
        value_end(w);
        return;
    }
    w->started = true;
    put(w->value, sizeof(w->value), &w->n_value, c);
}

const char *where_step(struct where *w, char c, bool *form_opened)
{
    *form_opened = false;
    switch (w->place) {
    case TEXT:
        if (c == '<')
            tag_begin(w);
        return NULL;
    case RCDATA:
    case RAWTEXT:
        raw_text(w, c);
        return NULL;
    case COMMENT:
        if (c == '>')
            w->place = TEXT;
        return NULL;
    case TAG_OPEN:
        return tag_open(w, c);
    case TAG_NAME:
        return tag_name(w, c, form_opened);
    case IN_TAG:
        return in_tag(w, c, form_opened);
    case ATTR_NAME:
        if (isalnum((unsigned char)c) || c == '-' || c == '_' || c == ':') {
            put(w->attr, sizeof(w->attr), &w->n_attr, c);
            return NULL;
        }
        return after_name(w, c, form_opened);
    case AFTER_NAME:
        return after_name(w, c, form_opened);
    case BEFORE_VALUE:
        if (c == '"' || c == '\'')
            value_begin(w, c == '"' ? VALUE_DQ : VALUE_SQ);
        else if (!isspace((unsigned char)c))
            return "an attribute's value stands in quotes";
        return NULL;
    case VALUE_DQ:
        in_value(w, c, '"');
        return NULL;
    case VALUE_SQ:
        in_value(w, c, '\'');
        return NULL;
    }
    return NULL;
}

void where_between(struct where *w)
{
    if (w->place == TAG_NAME || w->place == ATTR_NAME || w->place == AFTER_NAME)
        w->place = IN_TAG;
}

bool where_same(const struct where *a, const struct where *b)
{
    if (a->place != b->place)
        return false;
    if (a->place == TEXT)
        return true;
    if (strcmp(a->tag, b->tag) != 0)
        return false;
    return a->place != VALUE_DQ && a->place != VALUE_SQ ? true : strcmp(a->attr, b->attr) == 0 && (a->kind != ADDRESS || a->started == b->started);
}

const char *where_name(const struct where *w)
{
    static const char *const names[] = {"text", "text of a textarea or title", "script or style", "a comment", "a tag", "a tag's name", "a tag", "an attribute's name", "a tag", "before a value",
                                        "a value", "a value"};
    return names[w->place];
}

const char *where_printer(struct where *w, const char **why)
{
    switch (w->place) {
    case TEXT:
    case RCDATA:
        return "html_text";
    case VALUE_DQ:
    case VALUE_SQ:
        if (w->kind == FORBIDDEN) {
            *why = "no value may be printed in this attribute";
            return NULL;
        }
        if (w->kind == PLAIN)
            return "html_attr";
        if (w->started && strcmp(w->value, "") != 0 && !strpbrk(w->value, "/?#")) {
            *why = "a value in an address stands after / ? or #";
            return NULL;
        }
        if (w->started)
            return "html_url_part";
        w->started = true;
        return "html_url";
    default:
        *why = "a value may stand between tags or inside quotes";
        return NULL;
    }
}
