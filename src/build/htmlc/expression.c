#include "build/htmlc/expression.h"

#include <stddef.h>
#include <string.h>

struct reader {
    const char *p;
    const char *why; /* the first thing wrong, at p */
};

static const char no_sums[] = "no arithmetic or assignment in a template";
static const char no_calls[] = "only url_…() and label_…() may be called in a template";

static void condition(struct reader *r);
static void arguments(struct reader *r);

static void spaces(struct reader *r)
{
    while (isspace((unsigned char)*r->p))
        r->p++;
}

static bool accept(struct reader *r, const char *token)
{
    spaces(r);
    size_t n = strlen(token);
    if (r->why || strncmp(r->p, token, n) != 0)
        return false;
    r->p += n;
    return true;
}

static void wrong(struct reader *r, const char *why)
{
    if (!r->why)
        r->why = why;
}

static size_t name(struct reader *r)
{
    spaces(r);
    const char *begin = r->p;
    if (r->why || isdigit((unsigned char)*r->p) || !is_word(*r->p)) {
        wrong(r, *r->p && strchr("+-*/%=&|^~?:!<>", *r->p) ? no_sums : "a name is expected here");
        return 0;
    }
    while (is_word(*r->p))
        r->p++;
    return (size_t)(r->p - begin);
}

static bool number(struct reader *r)
{
    spaces(r);
    const char *p = r->p + (*r->p == '-');
    if (!isdigit((unsigned char)*p))
        return false;
    while (isdigit((unsigned char)*p))
        p++;
    if (is_word(*p) || *p == '.')
        return false;
    r->p = p;
    return true;
}

static void string(struct reader *r)
{
    while (*r->p && *r->p != '"' && *r->p != '\\' && *r->p != '\n')
        r->p++;
    if (*r->p == '"')
        r->p++;
    else
        wrong(r, "a \" is missing");
}

static void value(struct reader *r)
{
    spaces(r);
    const char *begin = r->p;
    size_t n = name(r);
    if (n > 0 && *r->p == '(') {
        if (strncmp(begin, "url_", 4) != 0 && strncmp(begin, "label_", 6) != 0) {
            r->p = begin;
            wrong(r, no_calls);
            return;
        }
        r->p++;
        if (!accept(r, ")")) {
            arguments(r);
            if (!accept(r, ")"))
                wrong(r, "a ) is missing");
        }
    }
    while (!r->why) {
        if (accept(r, "->") || accept(r, ".")) {
            name(r);
        } else if (accept(r, "[")) {
            if (!number(r))
                value(r);
            if (!accept(r, "]"))
                wrong(r, "a ] is missing");
        } else {
            break;
        }
    }
}

static void arguments(struct reader *r)
{
    do {
        if (accept(r, "\""))
            string(r);
        else if (!number(r)) {
            (void)accept(r, "&");
            value(r);
        }
    } while (accept(r, ","));
}

static void operand(struct reader *r)
{
    if (accept(r, "!")) {
        operand(r);
    } else if (accept(r, "(")) {
        condition(r);
        if (!accept(r, ")"))
            wrong(r, *r->p && strchr("+-*/%=&|^~?", *r->p) ? no_sums : "a ) is missing");
    } else if (!number(r)) {
        value(r);
    }
}

static void comparison(struct reader *r)
{
    static const char *const signs[] = {"==", "!=", "<=", ">=", "<", ">"};
    operand(r);
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (accept(r, signs[i])) {
            operand(r);
            return;
        }
}

/* As in C, && binds stronger; gcc asks for brackets when they are mixed, so a reader never has to know that. */
static void condition(struct reader *r)
{
    do
        comparison(r);
    while (accept(r, "&&") || accept(r, "||"));
}

const char *expression_check(const char *e, enum expression kind, const char **at)
{
    struct reader r = {.p = e};
    if (kind == CONDITION)
        condition(&r);
    else if (kind == ARGUMENTS)
        arguments(&r);
    else
        value(&r);
    spaces(&r);
    if (*r.p)
        wrong(&r, *r.p == '('                       ? no_calls
                  : strchr("+-*/%=&|^~?:!<>", *r.p) ? no_sums
                                                    : "the expression should end here");
    *at = r.p;
    return r.why;
}
