#include "build/htmlc/compile.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "build/htmlc/expression.h"
#include "build/htmlc/place.h"

enum {
    DEPTH = 32,
    EXPRESSION_MAX = 2048,
    LITERAL_MAX = 1500
}; /* C compilers need not take string literals over 4095 */
enum block { IN_DEFINE, IN_IF, IN_EACH };

struct open_block {
    enum block what;
    int line;
    struct where before, after_branch;
    bool has_branch, has_else;
};

struct compiler {
    const char *file;
    const char *at, *end; /* next character; after the last */
    const char *line_start;
    int line;
    bool is_text; /* .txt: no HTML, text_line prints */
    struct where where;
    struct open_block open[DEPTH];
    int depth;
    int loops;
    char e[EXPRESSION_MAX]; /* the directive being read … */
    const char *e_begin;    /* … and where it stands in the file */
    struct buffer literal;
    struct compiled *out;
    jmp_buf stop;
};

/* ---- mistakes ---- */

static void refuse_at(struct compiler *c, const char *where, const char *format, va_list args)
{
    int line = c->line;
    const char *start = c->line_start;
    for (const char *p = c->at; p < where; p++)
        if (*p == '\n') {
            line++;
            start = p + 1;
        }
    char *to = c->out->error;
    size_t room = sizeof(c->out->error);
    int n = snprintf(to, room, "%s:%d:%td: ", c->file, line, where - start + 1);
    if (n > 0 && (size_t)n < room)
        vsnprintf(to + n, room - (size_t)n, format, args);
    longjmp(c->stop, 1);
}

static void refuse(struct compiler *c, const char *format, ...) __attribute__((format(printf, 2, 3), noreturn));
static void refuse(struct compiler *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    refuse_at(c, c->at, format, args);
    va_end(args);
    __builtin_unreachable();
}

/* p points into c->e. */
static void refuse_in(struct compiler *c, const char *p, const char *format, ...)
    __attribute__((format(printf, 3, 4), noreturn));
static void refuse_in(struct compiler *c, const char *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    refuse_at(c, c->e_begin + (p - c->e), format, args);
    va_end(args);
    __builtin_unreachable();
}

static void check(struct compiler *c, const char *e, enum expression kind, const char *position)
{
    const char *at, *why = expression_check(e, kind, &at);
    if (why)
        refuse_in(c, position + (at - e), "%s", why);
}

/* ---- literal text ---- */

static void literal_part(struct buffer *out, const char *p, size_t n)
{
    buffer_addf(out, "    html_lit(o, \"");
    for (size_t i = 0; i < n; i++) {
        unsigned char ch = (unsigned char)p[i];
        if (ch == '"' || ch == '\\')
            buffer_addf(out, "\\%c", ch);
        else if (ch == '\n')
            buffer_addf(out, "\\n");
        else if (ch < 0x20 || ch >= 0x7F || ch == '?')
            buffer_addf(out, "\\%03o", ch);
        else
            buffer_add(out, p + i, 1);
    }
    buffer_addf(out, "\", %zu);\n", n);
}

static void literal_flush(struct compiler *c)
{
    for (size_t i = 0; i < c->literal.n; i += LITERAL_MAX)
        literal_part(&c->out->code, c->literal.p + i, c->literal.n - i < LITERAL_MAX ? c->literal.n - i : LITERAL_MAX);
    c->literal.n = 0;
}

/* White space with a line end in it becomes one line end, other white space one space. */
static void white_add(struct compiler *c, char ch)
{
    bool again = c->literal.n > 0 && isspace((unsigned char)c->literal.p[c->literal.n - 1]);
    if (!again)
        buffer_add(&c->literal, ch == '\n' ? "\n" : " ", 1);
    else if (ch == '\n')
        c->literal.p[c->literal.n - 1] = '\n';
}

static void literal_char(struct compiler *c, char ch)
{
    if (c->is_text) {
        buffer_add(&c->literal, &ch, 1);
        return;
    }
    struct seen seen;
    enum place before = c->where.place;
    bool folds = (before == TEXT && !c->where.in_pre) || before == IN_TAG || before == AFTER_NAME || before == TAG_NAME;
    const char *why = where_step(&c->where, ch, &seen);
    if (why)
        refuse(c, "%s", why);
    if (folds && isspace((unsigned char)ch))
        white_add(c, ch);
    else
        buffer_add(&c->literal, &ch, 1);
    if (seen.method)
        buffer_addf(&c->out->links, "%s:%d %s %s\n", c->file, c->line, seen.method, seen.link);
    if (seen.post_form) {
        literal_flush(c);
        buffer_addf(&c->out->code, "    html_csrf(o);\n");
    }
}

/* ---- generated code ---- */

/* The next generated line is this template line. When it is long enough, what stands at p in the template gets the same
 * column, so that the C compiler's messages point at it. */
static void line_begin(struct compiler *c, const char *p, const char *before)
{
    const char *in_file = c->e_begin + (p - c->e);
    long column = in_file - c->line_start, width = (long)strlen(before);
    for (const char *s = c->at; s < in_file; s++)
        if (*s == '\n')
            column = 0;
    literal_flush(c);
    buffer_addf(&c->out->code, "#line %d \"%s\"\n%*s%s", c->line, c->file, column > width ? (int)(column - width) : 4,
                "", before);
}

static bool starts_with(const char *s, const char *word, const char **rest)
{
    size_t n = strlen(word);
    if (strncmp(s, word, n) != 0 || (s[n] != '\0' && !isspace((unsigned char)s[n])))
        return false;
    s += n;
    while (isspace((unsigned char)*s))
        s++;
    *rest = s;
    return true;
}

/* "name(" … ")" at the end: the name's length, or 0. */
static size_t head_read(const char *s, size_t *n)
{
    size_t name = 0;
    while (is_word(s[name]))
        name++;
    *n = strlen(s);
    return name > 0 && !isdigit((unsigned char)s[0]) && s[name] == '(' && s[*n - 1] == ')' ? name : 0;
}

static struct open_block *open_push(struct compiler *c, enum block what)
{
    if (c->depth == DEPTH)
        refuse(c, "nested too deep");
    struct open_block *b = &c->open[c->depth++];
    *b = (struct open_block){.what = what, .line = c->line, .before = c->where};
    return b;
}

static void inside_define(struct compiler *c)
{
    if (c->depth == 0)
        refuse(c, "this stands inside a define");
}

/* ---- directives ---- */

static void directive_value(struct compiler *c)
{
    const char *why = NULL, *printer = "text_line";
    char before[40];
    inside_define(c);
    if (!c->is_text && !(printer = where_printer(&c->where, &why))) {
        bool in_attr = c->where.place == VALUE_DQ || c->where.place == VALUE_SQ;
        refuse(c, "%s (here: %s%s%s)", why, where_name(&c->where), in_attr ? " of " : "", in_attr ? c->where.attr : "");
    }
    check(c, c->e, VALUE, c->e);
    snprintf(before, sizeof(before), "%s(o, ", printer);
    line_begin(c, c->e, before);
    buffer_addf(&c->out->code, "%s);\n", c->e);
}

static void directive_use(struct compiler *c, const char *rest)
{
    char line[EXPRESSION_MAX + 16];
    size_t n = strlen(rest);
    if (c->depth != 0)
        refuse(c, "use stands before the first define");
    bool good = n > 4 && rest[0] == '"' && strcmp(rest + n - 3, ".h\"") == 0;
    for (size_t i = 1; good && i + 1 < n; i++)
        good = is_word(rest[i]) || rest[i] == '/' || rest[i] == '.' || rest[i] == '-';
    if (!good)
        refuse_in(c, rest, "use \"folder/header.h\"");
    snprintf(line, sizeof(line), "#include %s\n", rest);
    if (!strstr(buffer_text(&c->out->uses), line))
        buffer_addf(&c->out->uses, "%s", line);
}

static void directive_define(struct compiler *c, const char *rest)
{
    char head[EXPRESSION_MAX + 16];
    size_t n, name = head_read(rest, &n);
    if (c->depth != 0)
        refuse(c, "a define does not stand inside another");
    if (name == 0)
        refuse_in(c, rest, "define name(parameters)");
    for (const char *p = rest + name + 1; p < rest + n - 1; p++)
        if (!is_word(*p) && !strchr(" *,", *p))
            refuse_in(c, p, "define name(parameters)");
    snprintf(head, sizeof(head), "void %.*s(", (int)name, rest);
    if (strstr(buffer_text(&c->out->heads), head))
        refuse_in(c, rest, "%.*s is defined twice", (int)name, rest);
    bool none = rest[name + 1] == ')';
    buffer_addf(&c->out->heads, "void %.*s(struct html *o%s%s;\n", (int)name, rest, none ? "" : ", ", rest + name + 1);
    buffer_addf(&c->out->code, "#line %d \"%s\"\n", c->line, c->file);
    buffer_addf(&c->out->code, "void %.*s(struct html *o%s%s\n{\n    (void)o;\n", (int)name, rest, none ? "" : ", ",
                rest + name + 1);
    where_start(&c->where);
    open_push(c, IN_DEFINE);
}

/* The count beside a list: v->rows has v->n_rows. */
static void count_name(const char *list, char *out, size_t room)
{
    const char *last = list;
    for (const char *p = list; *p; p++)
        if (*p == '.' || (p > list && p[-1] == '-' && *p == '>'))
            last = p + 1;
    snprintf(out, room, "%.*sn_%s", (int)(last - list), list, last);
}

/* "r in v->rows", "r in v->rows of v->n". A * before the list is an older spelling for lists of pointers: they are
 * recognised. */
static void directive_each(struct compiler *c, const char *rest)
{
    char list[EXPRESSION_MAX], count[EXPRESSION_MAX + 8];
    size_t n = 0;
    const char *after;
    inside_define(c);
    while (is_word(rest[n]))
        n++;
    const char *in = rest + n;
    while (isspace((unsigned char)*in))
        in++;
    if (n == 0 || isdigit((unsigned char)rest[0]) || !starts_with(in, "in", &after))
        refuse_in(c, rest, "each name in list");
    after += *after == '*';
    const char *of = strstr(after, " of ");
    snprintf(list, sizeof(list), "%.*s", of ? (int)(of - after) : (int)strlen(after), after);
    check(c, list, VALUE, after);
    if (of) {
        snprintf(count, sizeof(count), "%s", of + 4);
        check(c, count, VALUE, of + 4);
    } else {
        count_name(list, count, sizeof(count));
    }
    struct buffer *code = &c->out->code;
    int i = c->loops++;
    line_begin(c, c->e, "");
    buffer_addf(code, "for (size_t i%d_ = 0; i%d_ < (size_t)(%s); i%d_++) {\n", i, i, count, i);
    line_begin(c, c->e, "");
    buffer_addf(code, "__typeof__(html_element(%s, 0)) %.*s = html_element(%s, i%d_);\n", list, (int)n, rest, list, i);
    open_push(c, IN_EACH);
}

static void directive_if(struct compiler *c, const char *rest)
{
    inside_define(c);
    check(c, rest, CONDITION, rest);
    line_begin(c, rest, "if (");
    buffer_addf(&c->out->code, "%s) {\n", rest);
    open_push(c, IN_IF);
}

/* A branch ends here: it must have come where the earlier ones came. */
static void branch_end(struct compiler *c, struct open_block *b)
{
    const char *why = b->has_branch && !c->is_text ? where_join(&c->where, &b->after_branch) : NULL;
    if (why)
        refuse(c, "%s", why);
    b->after_branch = c->where;
    b->has_branch = true;
}

static void directive_else(struct compiler *c, const char *rest)
{
    struct open_block *b = c->depth > 0 ? &c->open[c->depth - 1] : NULL;
    const char *condition = NULL;
    if (!b || b->what != IN_IF || b->has_else)
        refuse(c, "else without if");
    if (*rest && !starts_with(rest, "if", &condition))
        refuse_in(c, rest, "else, or else if condition");
    branch_end(c, b);
    b->has_else = !condition;
    c->where = b->before;
    if (condition) {
        check(c, condition, CONDITION, condition);
        line_begin(c, condition, "} else if (");
        buffer_addf(&c->out->code, "%s) {\n", condition);
    } else {
        literal_flush(c);
        buffer_addf(&c->out->code, "    } else {\n");
    }
}

static void directive_end(struct compiler *c)
{
    if (c->depth == 0)
        refuse(c, "end without define, if or each");
    struct open_block *b = &c->open[c->depth - 1];
    literal_flush(c);
    if (b->what == IN_DEFINE) {
        if (!c->is_text && c->where.place != TEXT)
            refuse(c, "a template ends between tags (here: %s)", where_name(&c->where));
        buffer_addf(&c->out->code, "}\n\n");
    } else if (b->what == IN_EACH) {
        if (!c->is_text && where_join(&c->where, &b->before))
            refuse(c, "an each ends in another place than it began");
        buffer_addf(&c->out->code, "    }\n");
    } else {
        branch_end(c, b);
        if (!b->has_else && !c->is_text) {
            const char *why = where_join(&c->where, &b->before);
            if (why)
                refuse(c, "%s", why);
        }
        buffer_addf(&c->out->code, "    }\n");
    }
    c->depth--;
    if (b->what != IN_DEFINE)
        where_varies(&c->where, &b->before);
}

static void directive_call(struct compiler *c, const char *rest)
{
    char inner[EXPRESSION_MAX];
    size_t n, name = head_read(rest, &n);
    inside_define(c);
    if (name == 0)
        refuse_in(c, rest, "call name(arguments)");
    if (!c->is_text && c->where.place != TEXT)
        refuse(c, "a call stands between tags (here: %s)", where_name(&c->where));
    snprintf(inner, sizeof(inner), "%.*s", (int)(n - name - 2), rest + name + 1);
    if (inner[0])
        check(c, inner, ARGUMENTS, rest + name + 1);
    line_begin(c, rest, "");
    buffer_addf(&c->out->code, "%.*s(o%s%s);\n", (int)name, rest, inner[0] ? ", " : "", inner);
}

static void directive(struct compiler *c)
{
    const char *rest, *why = c->is_text || c->depth == 0 ? NULL : where_between(&c->where);
    if (why)
        refuse(c, "%s", why);
    if (starts_with(c->e, "use", &rest))
        directive_use(c, rest);
    else if (starts_with(c->e, "define", &rest))
        directive_define(c, rest);
    else if (starts_with(c->e, "if", &rest))
        directive_if(c, rest);
    else if (starts_with(c->e, "else", &rest))
        directive_else(c, rest);
    else if (starts_with(c->e, "each", &rest))
        directive_each(c, rest);
    else if (starts_with(c->e, "call", &rest))
        directive_call(c, rest);
    else if (strcmp(c->e, "end") == 0)
        directive_end(c);
    else
        directive_value(c);
}

/* ---- a whole file ---- */

/* In a .txt line ends count: a directive that stands alone on its line leaves no empty line. A value alone on its line
 * is a line. */
static bool is_statement(const char *e)
{
    static const char *const words[] = {"use", "define", "if", "else", "each", "call", "end"};
    const char *rest;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (starts_with(e, words[i], &rest))
            return true;
    return false;
}

static void advance(struct compiler *c, const char *to)
{
    for (; c->at < to; c->at++)
        if (*c->at == '\n') {
            c->line++;
            c->line_start = c->at + 1;
        }
}

static const char *find(const struct compiler *c, const char *p, const char *what)
{
    size_t n = strlen(what);
    return p < c->end ? memmem(p, (size_t)(c->end - p), what, n) : NULL;
}

static void read_directive(struct compiler *c)
{
    const char *p = c->at + 2;
    bool comment = p < c->end && *p == '#', alone;
    const char *stop = comment ? find(c, p + 1, "#}}") : find(c, p, "}}");
    const char *next = comment ? NULL : find(c, p, "{{");
    if (!stop || (next && next < stop))
        refuse(c, comment ? "{{# without #}}" : "{{ without }}");
    const char *after = stop + (comment ? 3 : 2);
    alone = c->is_text && (after == c->end || *after == '\n');
    for (const char *s = c->line_start; alone && s < c->at; s++)
        alone = *s == ' ';
    while (p < stop && isspace((unsigned char)*p))
        p++;
    size_t n = (size_t)(stop - p);
    while (n > 0 && isspace((unsigned char)p[n - 1]))
        n--;
    if (!comment) {
        if (n == 0 || n >= sizeof(c->e))
            refuse(c, n == 0 ? "{{ }} is empty" : "this is too long");
        memcpy(c->e, p, n);
        c->e[n] = '\0';
        c->e_begin = p;
        alone = alone && is_statement(c->e);
        while (alone && c->literal.n > 0 && c->literal.p[c->literal.n - 1] == ' ')
            c->literal.n--;
        directive(c);
    }
    advance(c, after + (alone && after < c->end));
}

static void compile(struct compiler *c)
{
    for (const char *p = c->at; p < c->end; p++)
        if (((unsigned char)*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7F) {
            advance(c, p); /* what isspace and a browser call white space differs in them */
            refuse(c, "a control character");
        }
    if (strpbrk(c->file, "\"\\\n"))
        refuse(c, "this file name cannot stand in a #line");
    while (c->at < c->end) {
        if (c->end - c->at >= 2 && c->at[0] == '{' && c->at[1] == '{') {
            read_directive(c);
            continue;
        }
        if (c->depth > 0)
            literal_char(c, *c->at);
        else if (!isspace((unsigned char)*c->at))
            refuse(c, "text stands inside a define");
        advance(c, c->at + 1);
    }
    if (c->depth > 0)
        refuse(c, "the %s of line %d has no end",
               (const char *const[]){"define", "if", "each"}[c->open[c->depth - 1].what], c->open[c->depth - 1].line);
}

/* Apart from its caller, so that no local of it is changed between setjmp and the jump back. */
static bool compile_or_stop(struct compiler *c)
{
    if (setjmp(c->stop) != 0)
        return false;
    compile(c);
    return true;
}

bool template_compile(const char *file, const char *text, size_t n, struct compiled *out)
{
    struct compiler c = {.file = file, .at = text, .end = text + n, .line_start = text, .line = 1, .out = out};
    size_t length = strlen(file);
    c.is_text = length > 4 && strcmp(file + length - 4, ".txt") == 0;
    out->error[0] = '\0';
    buffer_free(&out->code);
    buffer_addf(&out->code, "/* generated from %s by htmlc */\n#include \"templates.h\"\n\n", file);
    bool good = compile_or_stop(&c);
    buffer_free(&c.literal);
    return good;
}

void compiled_free(struct compiled *c)
{
    buffer_free(&c->code);
    buffer_free(&c->heads);
    buffer_free(&c->uses);
    buffer_free(&c->links);
}
