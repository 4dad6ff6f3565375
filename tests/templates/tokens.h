/* tests/templates/tokens.h: a page's structure as a browser would find it: "<a href class>text tags …" without values
 * and texts. Lenient where browsers are, and written apart from the template compiler's own reading, so that the two
 * can disagree. */
#ifndef TESTS_TOKENS_H
#define TESTS_TOKENS_H

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "core/text.h"

struct token_reader {
    const char *p, *end;
    struct text *out;
    int bad_addresses; /* whole addresses that leave the house in a way a template may not */
    char tag[64];
    char attr[64];
};

static inline bool token_white(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

static inline bool token_at(const struct token_reader *t, const char *what)
{
    size_t n = strlen(what);
    return (size_t)(t->end - t->p) >= n && strncasecmp(t->p, what, n) == 0;
}

static inline void token_name(struct token_reader *t, char *to, size_t room, const char *stops)
{
    size_t n = 0;
    while (t->p < t->end && !token_white(*t->p) && !strchr(stops, *t->p)) {
        if (n + 1 < room)
            to[n++] = (char)tolower((unsigned char)*t->p);
        text_char(t->out, (char)tolower((unsigned char)*t->p++));
    }
    to[n] = '\0';
}

static inline void token_address(struct token_reader *t, const char *p, size_t n)
{
    static const char *const attrs[] = {"href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href"};
    char s[32] = "";
    memcpy(s, p, n < sizeof(s) - 1 ? n : sizeof(s) - 1);
    for (size_t i = 0; i < sizeof(attrs) / sizeof(attrs[0]); i++) {
        if (strcmp(t->attr, attrs[i]) != 0)
            continue;
        size_t word = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
        bool scheme = s[word] == ':' && strncmp(s, "https:", 6) != 0 && strncmp(s, "http:", 5) != 0 &&
                      strncmp(s, "mailto:", 7) != 0 && strncmp(s, "tel:", 4) != 0;
        if (scheme || (s[0] == '/' && (s[1] == '/' || s[1] == '\\')) || (s[0] && strchr("\\ \t\n\r", s[0])))
            t->bad_addresses++;
    }
}

static inline void token_value(struct token_reader *t)
{
    while (t->p < t->end && token_white(*t->p))
        t->p++;
    const char *begin = t->p;
    if (t->p < t->end && (*t->p == '"' || *t->p == '\'')) {
        char quote = *t->p++;
        begin = t->p;
        while (t->p < t->end && *t->p != quote)
            t->p++;
        token_address(t, begin, (size_t)(t->p - begin));
        t->p += t->p < t->end;
        return;
    }
    while (t->p < t->end && !token_white(*t->p) && *t->p != '>')
        t->p++;
    token_address(t, begin, (size_t)(t->p - begin));
}

/* Script, style, textarea and title: to their own end tag, whatever comes between. */
static inline void token_raw(struct token_reader *t)
{
    char close[68];
    snprintf(close, sizeof(close), "</%s", t->tag);
    while (t->p < t->end) {
        const char *after = t->p + strlen(close);
        if (token_at(t, close) && (after == t->end || token_white(*after) || *after == '/' || *after == '>'))
            return;
        t->p++;
    }
}

static inline void token_tag(struct token_reader *t)
{
    bool closing = t->p[1] == '/';
    t->p += closing ? 2 : 1;
    text_str(t->out, closing ? "</" : "<");
    token_name(t, t->tag, sizeof(t->tag), "/>");
    while (t->p < t->end && *t->p != '>') {
        if (token_white(*t->p) || *t->p == '/') {
            t->p++;
            continue;
        }
        text_char(t->out, ' ');
        if (*t->p == '=')
            text_char(t->out, *t->p++);
        token_name(t, t->attr, sizeof(t->attr), "/>=");
        while (t->p < t->end && token_white(*t->p))
            t->p++;
        if (t->p < t->end && *t->p == '=') {
            t->p++;
            token_value(t);
        }
    }
    t->p += t->p < t->end;
    text_str(t->out, ">\n");
    static const char *const raw[] = {"script", "style", "textarea", "title"};
    for (size_t i = 0; i < 4; i++)
        if (!closing && strcmp(t->tag, raw[i]) == 0)
            token_raw(t);
}

static inline void token_markup(struct token_reader *t)
{
    text_str(t->out, "<!>\n");
    if (!token_at(t, "<!--")) {
        while (t->p < t->end && *t->p != '>')
            t->p++;
        return;
    }
    t->p += 4;
    if (token_at(t, ">") || token_at(t, "->"))
        return;
    while (t->p < t->end && !token_at(t, "-->") && !token_at(t, "--!>"))
        t->p++;
}

/* Returns how many whole addresses were not ours; the structure is added to out. */
static inline int tokens_read(const char *p, size_t n, struct text *out)
{
    struct token_reader t = {.p = p, .end = p + n, .out = out};
    while (t.p < t.end) {
        bool more = *t.p == '<' && t.p + 1 < t.end;
        if (more && (t.p[1] == '!' || t.p[1] == '?'))
            token_markup(&t);
        else if (more && (isalpha((unsigned char)t.p[1]) ||
                          (t.p[1] == '/' && t.p + 2 < t.end && isalpha((unsigned char)t.p[2]))))
            token_tag(&t);
        else
            t.p++;
    }
    return t.bad_addresses;
}

#endif
