/* app/huisstijl/thema_rules.c: reading a theme file. The file is cut into declarations at ; { and }, comments out; a
 * declaration that could do more than give a value is refused with its line. Names other than --basis-… are left out:
 * nothing of ours asks for them. */
#include <string.h>

#include "app/huisstijl/huisstijl.h"
#include "app/huisstijl/thema_kleur.h"
#include "core/text.h"

enum { NAME_MOST = 100, VALUE_MOST = 300, TOKENS_MOST = 3000 };

struct reading {
    struct arena *a;
    struct thema *out;
    struct thema_lijst lijst;
    struct text piece; /* what stands since the last ; { or } */
    int line, piece_line, depth, blocks;
};

static void problem(struct reading *s, const char *text)
{
    if (s->out->n_problems < THEMA_PROBLEMS)
        s->out->problems[s->out->n_problems++] = text;
}

static void problem_at(struct reading *s, const char *what)
{
    problem(s, arena_printf(s->a, "Regel %d: %s", s->piece_line, what));
}

static bool name_is_good(const char *p)
{
    size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    return p[n] == 0 && n > 0 && n <= NAME_MOST;
}

/* The word before a ( that may stand in a value: they compute, they load nothing. A ( without a word only inside one of
 * these. */
static bool function_is_good(const char *value, const char *at, int depth)
{
    static const char *const known[] = {"rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp", "var"};
    const char *from = at;
    while (from > value && (strchr("-_", from[-1]) || (from[-1] >= 'a' && from[-1] <= 'z') ||
                            (from[-1] >= 'A' && from[-1] <= 'Z') || (from[-1] >= '0' && from[-1] <= '9')))
        from--;
    size_t n = (size_t)(at - from);
    if (n == 0)
        return depth > 0;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strlen(known[i]) == n && strncmp(known[i], from, n) == 0)
            return true;
    return false;
}

/* Why this cannot be a value of a theme; NULL when it can. */
static const char *value_wrong(const char *v)
{
    int depth = 0;
    char quote = 0;
    if (!*v)
        return "na de dubbele punt staat niets";
    if (strlen(v) > VALUE_MOST)
        return "deze waarde is te lang";
    for (const char *p = v; *p; p++) {
        if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 #%.,()\"'/+*-_", *p))
            return "in deze waarde staat een teken dat niet mag; een thema geeft alleen kleuren, maten en lettertypen";
        if (*p == '"' || *p == '\'')
            quote = quote == 0 ? *p : quote == *p ? 0 : quote;
        else if (quote)
            continue;
        else if (*p == '(' && !function_is_good(v, p, depth))
            return "deze functie mag niet in een thema; url() en dergelijke zouden iets van elders laden";
        else if (*p == '(')
            depth++;
        else if (*p == ')' && depth-- == 0)
            return "er staat een haakje te veel";
    }
    return quote || depth ? "een haakje of aanhalingsteken is niet gesloten" : NULL;
}

static void declaration(struct reading *s, char *text)
{
    char *colon = strchr(text, ':');
    if (!colon) {
        problem_at(s, "dit is geen regel van de vorm --naam: waarde;");
        return;
    }
    const char *name = text_trim(s->a, text, (size_t)(colon - text)),
               *value = text_trim(s->a, colon + 1, strlen(colon + 1)), *wrong = value_wrong(value);
    if (!name_is_good(name))
        problem_at(s, "de naam voor de dubbele punt klopt niet");
    else if (wrong)
        problem_at(s, wrong);
    else if (strncmp(name, "--basis-", 8) != 0)
        s->out->overgeslagen++;
    else if (thema_zoek(&s->lijst, name))
        problem_at(s, "dit token staat er al; zet alleen het lichte thema in het bestand, ieder token één keer");
    else if (s->lijst.n >= TOKENS_MOST)
        problem_at(s, "er staan te veel tokens in dit bestand");
    else
        s->lijst.rows[s->lijst.n++] = (struct thema_token){name, value};
}

/* Ends the piece at ; { or }, or at the end of the file (0). */
static void piece_ends(struct reading *s, char end)
{
    char *text = text_trim(s->a, text_c(&s->piece), s->piece.n);
    s->piece.n = 0;
    if (strchr(text, '@'))
        problem_at(s, "@-regels, zoals @import en @media, mogen niet in een thema");
    else if (end == '{' && (s->depth > 0 || s->blocks > 0))
        problem_at(s, "hier begint een tweede blok; zet alle tokens in één blok");
    else if (end == '}' && s->depth == 0)
        problem_at(s, "deze accolade sluit niets");
    else if (end != '{' && *text)
        declaration(s, text);
    if (end == '{') {
        s->depth++;
        s->blocks++;
    }
    if (end == '}' && s->depth > 0)
        s->depth--;
}

static void scan(struct reading *s, const char *p, size_t n)
{
    bool comment = false;
    for (size_t i = 0; i < n && s->out->n_problems < THEMA_PROBLEMS; i++) {
        bool pair = i + 1 < n;
        s->line += p[i] == '\n';
        if (comment) {
            if (pair && p[i] == '*' && p[i + 1] == '/') {
                comment = false;
                i++;
            }
        } else if (pair && p[i] == '/' && p[i + 1] == '*') {
            comment = true;
            i++;
            text_char(&s->piece, ' ');
        } else if (p[i] == ';' || p[i] == '{' || p[i] == '}') {
            if (s->piece.n == 0)
                s->piece_line = s->line;
            piece_ends(s, p[i]);
        } else if (strchr(" \t\r\n", p[i])) {
            if (s->piece.n > 0 && s->piece.p[s->piece.n - 1] != ' ')
                text_char(&s->piece, ' ');
        } else {
            if (s->piece.n == 0)
                s->piece_line = s->line;
            text_char(&s->piece, p[i]);
        }
    }
    piece_ends(s, 0);
    if (comment || s->depth > 0)
        problem(s, comment ? "Een opmerking (/*) wordt nergens gesloten" : "Een accolade wordt nergens gesloten");
}

enum result thema_lees(struct arena *a, const char *p, size_t n, struct thema *out)
{
    struct reading s = {.a = a,
                        .out = out,
                        .line = 1,
                        .piece_line = 1,
                        .lijst = {.rows = ARENA_ARRAY(a, struct thema_token, TOKENS_MOST)}};
    *out = (struct thema){.problems = ARENA_ARRAY(a, const char *, THEMA_PROBLEMS)};
    if (n > THEMA_MOST || !utf8_is_clean_lines(p, n)) {
        problem(&s, n > THEMA_MOST ? "Het bestand is groter dan 256 KB"
                                   : "Dit is geen tekstbestand (UTF-8). Kies het CSS-bestand van het thema");
        return INVALID;
    }
    text_init(&s.piece, THEMA_MOST + 1);
    scan(&s, p, n);
    text_free(&s.piece);
    if (out->n_problems == 0 && s.lijst.n == 0)
        problem(&s, "In dit bestand staat geen enkel token dat met --basis- begint");
    if (out->n_problems == 0)
        out->n_problems = thema_meet(a, &s.lijst, out->problems, THEMA_PROBLEMS);
    struct text t;
    text_init(&t, 2 * THEMA_MOST);
    for (size_t i = 0; i < s.lijst.n; i++)
        text_printf(&t, "%s: %s;\n", s.lijst.rows[i].naam, s.lijst.rows[i].waarde);
    out->tokens = text_take(&t, a, NULL);
    out->n = (int)s.lijst.n;
    return out->n_problems == 0 ? OK : INVALID;
}
