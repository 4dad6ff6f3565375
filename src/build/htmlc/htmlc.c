/* build/htmlc/htmlc.c: the template compiler: templates/….html → C functions with typed parameters. The language: docs/templates.md.
 *     htmlc OUT_FOLDER templates/a.html templates/mail/b.txt …
 * Writes OUT/templates/….c for each, OUT/templates.h with all prototypes, OUT/links.txt with every literal address. Reads only our own files, so it
 * stops at the first mistake with file:line:column; outputs are only touched when they change. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "build/htmlc/place.h"

struct buffer { char *p; size_t n, room; };
enum { DEPTH = 32 };
enum block { IN_DEFINE, IN_IF, IN_EACH };

struct open_block { enum block what; struct where before, after_branch; bool has_branch, has_else; };

struct compiler {
    const char *file;
    const char *at;                 /* next character */
    const char *line_start;
    int line;
    bool is_text;                   /* .txt: no HTML, text_line prints */
    struct where where;
    struct open_block open[DEPTH];
    int depth;
    int loops;
    struct buffer out, heads, uses, links, literal;
    bool space;                     /* white space with a line end is pending */
};

static void die(const struct compiler *c, const char *format, ...) __attribute__((format(printf, 2, 3), noreturn));
static void die(const struct compiler *c, const char *format, ...)
{
    va_list args;
    fprintf(stderr, "%s:%d:%d: ", c->file, c->line, (int)(c->at - c->line_start) + 1);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

static void add(struct buffer *b, const char *p, size_t n)
{
    if (b->n + n + 1 > b->room) {
        b->room = (b->n + n + 1) * 2;
        b->p = realloc(b->p, b->room);
        if (!b->p)
            exit(1);
    }
    memcpy(b->p + b->n, p, n);
    b->n += n;
    b->p[b->n] = '\0';
}

static void addf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void addf(struct buffer *b, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof(text)) {
        fputs("htmlc: an expression is too long\n", stderr);
        exit(1);
    }
    add(b, text, (size_t)n);
}

/* ---- literal text ---- */

static void literal_flush(struct compiler *c)
{
    if (c->literal.n == 0)
        return;
    addf(&c->out, "    html_lit(o, \"");
    for (size_t i = 0; i < c->literal.n; i++) {
        unsigned char ch = (unsigned char)c->literal.p[i];
        if (ch == '"' || ch == '\\')
            addf(&c->out, "\\%c", ch);
        else if (ch == '\n')
            addf(&c->out, "\\n");
        else if (ch < 0x20 || ch >= 0x7F || ch == '?')
            addf(&c->out, "\\%03o", ch);
        else
            add(&c->out, (const char *)&ch, 1);
    }
    addf(&c->out, "\", %zu);\n", c->literal.n);
    c->literal.n = 0;
}

static void line_directive(struct compiler *c)
{
    addf(&c->out, "#line %d \"%s\"\n", c->line, c->file);
}

static void link_note(struct compiler *c, const struct where *before)
{
    if (before->kind == ADDRESS && (before->place == VALUE_DQ || before->place == VALUE_SQ) && before->value[0] == '/')
        addf(&c->links, "%s:%d %s %s\n", c->file, c->line, before->attr, before->value);
}

static void literal_char(struct compiler *c, char ch)
{
    if (c->is_text) {
        add(&c->literal, &ch, 1);
        return;
    }
    struct where before = c->where;
    bool form;
    const char *why = where_step(&c->where, ch, &form);
    if (why)
        die(c, "%s", why);
    bool folds = (before.place == TEXT && strcmp(before.tag, "pre") != 0) || before.place == IN_TAG || before.place == AFTER_NAME || before.place == TAG_NAME;
    if (folds && isspace((unsigned char)ch)) {
        /* white space with a line end in it becomes one line end */
        bool after_space = c->literal.n > 0 && isspace((unsigned char)c->literal.p[c->literal.n - 1]);
        if (after_space && ch == '\n')
            c->literal.p[c->literal.n - 1] = '\n';
        else if (!after_space)
            add(&c->literal, &ch, 1);
        return;
    }
    add(&c->literal, &ch, 1);
    if ((before.place == VALUE_DQ || before.place == VALUE_SQ) && c->where.place == IN_TAG)
        link_note(c, &before);
    if (form) {
        literal_flush(c);
        addf(&c->out, "    html_csrf(o);\n");
    }
}

/* ---- expressions ---- */

static bool is_word(char ch)
{
    return isalnum((unsigned char)ch) || ch == '_';
}

/* Field access and calls of url_… and label_… only; in a condition comparisons too. */
static void expression_check(struct compiler *c, const char *e, bool condition)
{
    int calls = 0;
    for (const char *p = e; *p; p++) {
        if (is_word(*p)) {
            const char *w = p;
            while (is_word(*p))
                p++;
            if (*p == '(' && strncmp(w, "url_", 4) != 0 && strncmp(w, "label_", 6) != 0)
                die(c, "only url_…() and label_…() may be called in a template");
            if (*p == '(')
                calls++;
            if (*p == '\0')
                break;
        }
        if (p[0] == '-' && p[1] == '>') {
            p++;
            continue;
        }
        if (strchr(".,()[] \"&", *p) && !(*p == '&' && !condition && p[1] == '&'))
            continue;
        if (*p == '"' || (condition && strchr("!&|=<>", *p) && !(*p == '=' && p[1] != '=' && (p == e || !strchr("=!<>", p[-1])))))
            continue;
        if (*p == '/' && memchr(e, '"', (size_t)(p - e)))
            continue;
        die(c, "no arithmetic or assignment in a template: %s", e);
    }
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

static struct open_block *open_push(struct compiler *c, enum block what)
{
    if (c->depth == DEPTH)
        die(c, "nested too deep");
    struct open_block *b = &c->open[c->depth++];
    *b = (struct open_block){.what = what, .before = c->where};
    return b;
}

static void print_value(struct compiler *c, const char *e)
{
    const char *why = NULL, *printer = c->is_text ? "text_line" : where_printer(&c->where, &why);
    if (c->depth == 0)
        die(c, "a value stands inside a define");
    if (!printer)
        die(c, "%s (here: %s%s%s)", why, where_name(&c->where), c->where.place >= VALUE_DQ ? " of " : "", c->where.place >= VALUE_DQ ? c->where.attr : "");
    expression_check(c, e, false);
    literal_flush(c);
    line_directive(c);
    addf(&c->out, "    %s(o, %s);\n", printer, e);
}

static void directive_define(struct compiler *c, const char *rest)
{
    const char *paren = strchr(rest, '(');
    size_t n = strlen(rest);
    if (c->depth != 0)
        die(c, "define stands inside another");
    if (!paren || rest[n - 1] != ')')
        die(c, "define name(parameters)");
    for (const char *p = rest; p < paren; p++)
        if (!is_word(*p))
            die(c, "define name(parameters)");
    const char *separator = paren[1] == ')' ? "" : ", ";
    addf(&c->heads, "void %.*s(struct html *o%s%s;\n", (int)(paren - rest), rest, separator, paren + 1);
    line_directive(c);
    addf(&c->out, "void %.*s(struct html *o%s%s\n{\n", (int)(paren - rest), rest, separator, paren + 1);
    where_start(&c->where);
    open_push(c, IN_DEFINE);
    c->literal.n = 0;
}

/* "r in v->rows" · "f in *v->fields" (elements are pointers) · "… of v->n" names the count; else it is the member with n_ before it. */
static void directive_each(struct compiler *c, const char *rest)
{
    char name[64] = "", list[300] = "", count[620] = "";
    size_t n = 0;
    while (is_word(rest[n]) && n + 1 < sizeof(name)) {
        name[n] = rest[n];
        n++;
    }
    const char *after;
    while (isspace((unsigned char)rest[n]))
        n++;
    if (name[0] == '\0' || !starts_with(rest + n, "in", &after))
        die(c, "each name in list");
    bool pointers = *after == '*';
    after += pointers;
    const char *of = strstr(after, " of ");
    snprintf(list, sizeof(list), "%.*s", of ? (int)(of - after) : (int)strlen(after), after);
    if (of) {
        snprintf(count, sizeof(count), "%s", of + 4);
    } else {
        const char *last = list;
        for (const char *p = list; *p; p++)
            if (*p == '.' || (p > list && p[-1] == '-' && *p == '>'))
                last = p + 1;
        snprintf(count, sizeof(count), "%.*sn_%s", (int)(last - list), list, last);
    }
    expression_check(c, list, false);
    expression_check(c, count, false);
    literal_flush(c);
    line_directive(c);
    int i = c->loops++;
    addf(&c->out, "    for (size_t i%d_ = 0; i%d_ < (size_t)(%s); i%d_++) {\n", i, i, count, i);
    if (pointers)
        addf(&c->out, "    __typeof__((%s)[0]) %s = (%s)[i%d_];\n", list, name, list, i);
    else
        addf(&c->out, "    __typeof__(&(%s)[0]) %s = &(%s)[i%d_];\n", list, name, list, i);
    open_push(c, IN_EACH);
}

static void directive_if(struct compiler *c, const char *rest)
{
    expression_check(c, rest, true);
    literal_flush(c);
    line_directive(c);
    addf(&c->out, "    if (%s) {\n", rest);
    open_push(c, IN_IF);
}

static void directive_else(struct compiler *c, const char *rest)
{
    struct open_block *b = c->depth > 0 ? &c->open[c->depth - 1] : NULL;
    const char *condition = NULL;
    if (!b || b->what != IN_IF || b->has_else)
        die(c, "else without if");
    if (*rest && !starts_with(rest, "if", &condition))
        die(c, "else, or else if condition");
    if (b->has_branch && !c->is_text && !where_same(&b->after_branch, &c->where))
        die(c, "the branches of an if end in different places");
    literal_flush(c);
    b->after_branch = c->where;
    b->has_branch = true;
    b->has_else = !condition;
    c->where = b->before;
    if (condition) {
        expression_check(c, condition, true);
        addf(&c->out, "    } else if (%s) {\n", condition);
    } else {
        addf(&c->out, "    } else {\n");
    }
}

static void directive_end(struct compiler *c)
{
    if (c->depth == 0)
        die(c, "end without define, if or each");
    struct open_block *b = &c->open[--c->depth];
    literal_flush(c);
    if (b->what == IN_DEFINE) {
        if (!c->is_text && c->where.place != TEXT)
            die(c, "a template ends between tags (here: %s)", where_name(&c->where));
        addf(&c->out, "}\n\n");
        return;
    }
    bool same = (!b->has_branch || where_same(&b->after_branch, &c->where)) && (b->has_else || where_same(&b->before, &c->where));
    if (!c->is_text && !same)
        die(c, b->what == IN_IF ? "the branches of an if end in different places" : "an each ends where it began");
    addf(&c->out, "    }\n");
}

static void directive_call(struct compiler *c, const char *rest)
{
    const char *paren = strchr(rest, '(');
    if (!paren || rest[strlen(rest) - 1] != ')')
        die(c, "call name(arguments)");
    if (!c->is_text && c->where.place != TEXT)
        die(c, "call stands between tags");
    literal_flush(c);
    line_directive(c);
    addf(&c->out, "    %.*s(o%s%s;\n", (int)(paren - rest), rest, paren[1] == ')' ? "" : ", ", paren + 1);
}

static void directive(struct compiler *c, char *e)
{
    const char *rest;
    where_between(&c->where);
    if (starts_with(e, "use", &rest))
        addf(&c->uses, "#include %s\n", rest);
    else if (starts_with(e, "define", &rest))
        directive_define(c, rest);
    else if (starts_with(e, "if", &rest))
        directive_if(c, rest);
    else if (starts_with(e, "else", &rest))
        directive_else(c, rest);
    else if (starts_with(e, "each", &rest))
        directive_each(c, rest);
    else if (starts_with(e, "call", &rest))
        directive_call(c, rest);
    else if (strcmp(e, "end") == 0)
        directive_end(c);
    else
        print_value(c, e);
}

/* ---- a whole file ---- */

static void newline(struct compiler *c)
{
    c->line++;
    c->line_start = c->at + 1;
}

/* In a .txt a directive that stands alone on its line leaves no empty line. */
static void swallow_line_end(struct compiler *c, const char *begin, const char *e)
{
    bool alone = begin == c->line_start || strspn(c->line_start, " ") == (size_t)(begin - c->line_start);
    const char *rest;
    bool statement = starts_with(e, "if", &rest) || starts_with(e, "else", &rest) || starts_with(e, "each", &rest) || strcmp(e, "end") == 0 || starts_with(e, "define", &rest) ||
                     starts_with(e, "use", &rest) || *e == '#';
    if (c->is_text && alone && statement && *c->at == '\n') {
        newline(c);
        c->at++;
    }
}

static void read_directive(struct compiler *c)
{
    char e[2048];
    const char *begin = c->at, *p = c->at + 2;
    const char *end = strstr(p, *p == '#' ? "#}}" : "}}");
    if (!end)
        die(c, "{{ without }}");
    while (isspace((unsigned char)*p))
        p++;
    size_t n = (size_t)(end - p);
    while (n > 0 && isspace((unsigned char)p[n - 1]))
        n--;
    if (n == 0 || n >= sizeof(e))
        die(c, "{{ }} is empty or too long");
    memcpy(e, p, n);
    e[n] = '\0';
    if (*e != '#')
        directive(c, e);
    for (; c->at < end; c->at++)
        if (*c->at == '\n')
            newline(c);
    c->at = end + (*e == '#' ? 3 : 2);
    swallow_line_end(c, begin, e);
}

static void compile(struct compiler *c)
{
    while (*c->at) {
        if (strncmp(c->at, "{{", 2) == 0) {
            read_directive(c);
            continue;
        }
        if (c->depth == 0 && !isspace((unsigned char)*c->at))
            die(c, "text stands inside a define");
        if (c->depth > 0)
            literal_char(c, *c->at);
        if (*c->at == '\n')
            newline(c);
        c->at++;
    }
    if (c->depth > 0)
        die(c, "a define, if or each has no end");
}

static char *file_read(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    struct buffer b = {.n = 0};
    char part[8192];
    for (size_t n; (n = fread(part, 1, sizeof(part), f)) > 0;)
        add(&b, part, n);
    fclose(f);
    if (!b.p)
        add(&b, "", 0);
    return b.p;
}

static void folders_make(const char *path)
{
    char part[1024];
    snprintf(part, sizeof(part), "%s", path);
    for (char *p = part + 1; *p; p++)
        if (*p == '/') {
            *p = '\0';
            mkdir(part, 0777);
            *p = '/';
        }
}

static void file_write(const char *path, const struct buffer *b)
{
    char *was = file_read(path);
    if (was && b->p && strcmp(was, b->p) == 0) {
        free(was);
        return;
    }
    free(was);
    folders_make(path);
    FILE *f = fopen(path, "w");
    if (!f || (b->n > 0 && fwrite(b->p, 1, b->n, f) != b->n) || fclose(f) != 0) {
        fprintf(stderr, "htmlc: %s cannot be written\n", path);
        exit(1);
    }
}

static bool ends_with(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

static void one_file(const char *folder, const char *file, struct buffer *heads, struct buffer *uses, struct buffer *links)
{
    char path[1024];
    struct compiler c = {.file = file, .line = 1, .is_text = ends_with(file, ".txt")};
    char *text = file_read(file);
    if (!text) {
        fprintf(stderr, "htmlc: %s cannot be read\n", file);
        exit(1);
    }
    c.at = c.line_start = text;
    compile(&c);
    struct buffer whole = {.n = 0};
    addf(&whole, "/* generated from %s by htmlc */\n#include \"templates.h\"\n\n", file);
    if (c.out.p)
        add(&whole, c.out.p, c.out.n);
    snprintf(path, sizeof(path), "%s/%s.c", folder, file);
    file_write(path, &whole);
    if (c.heads.p)
        add(heads, c.heads.p, c.heads.n);
    if (c.uses.p)
        add(uses, c.uses.p, c.uses.n);
    if (c.links.p)
        add(links, c.links.p, c.links.n);
    free(text);
}

int main(int argc, char **argv)
{
    struct buffer heads = {.n = 0}, uses = {.n = 0}, links = {.n = 0}, whole = {.n = 0};
    char path[1024];
    if (argc < 2) {
        fputs("htmlc OUT_FOLDER TEMPLATE…\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++)
        one_file(argv[1], argv[i], &heads, &uses, &links);
    addf(&whole, "/* generated by htmlc: every template of the house */\n#ifndef TEMPLATES_H\n#define TEMPLATES_H\n\n#include \"out/html.h\"\n");
    add(&whole, uses.p ? uses.p : "", uses.n);
    add(&whole, "\n", 1);
    add(&whole, heads.p ? heads.p : "", heads.n);
    addf(&whole, "\n#endif\n");
    snprintf(path, sizeof(path), "%s/templates.h", argv[1]);
    file_write(path, &whole);
    add(&links, "", 0);
    snprintf(path, sizeof(path), "%s/links.txt", argv[1]);
    file_write(path, &links);
    return 0;
}
