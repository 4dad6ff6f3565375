/* app/huisstijl/thema_kleur.c: the pairs of colours our sheet puts on each other, and the sizes it takes from a theme.
 * A pair below the contrast of WCAG 2.2 AA (1.4.3 for text, 1.4.11 for edges) and a size that would hide or crush the
 * pages are refused, by name. */
#include "app/huisstijl/thema_kleur.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/huisstijl/huisstijl.h"
#include "core/text.h"

enum kleur {
    TEKST,
    ZACHT,
    GROND,
    GROND2,
    RAND,
    ACTIE,
    ACTIE_ZWEEF,
    OP_ACTIE,
    ACCENT,
    GOED,
    GOED_GROND,
    FOUT,
    FOUT_GROND,
    OP_FOUT,
    OP_GOED,
    LET_OP,
    LET_OP_GROND,
    FOCUS,
    FOCUS_GROND,
    KOP,
    KLEUREN
};
/* clang-format off */
static const struct { const char *vraagt, *naam; } kleuren[KLEUREN] = {
    [TEKST]        = {"var(--basis-color-default-color-document, #1b2733)", "tekst"},
    [ZACHT]        = {"var(--basis-color-default-color-subtle, #4a5a6a)", "zachte tekst"},
    [GROND]        = {"var(--basis-color-default-bg-document, #ffffff)", "achtergrond"},
    [GROND2]       = {"var(--basis-color-default-bg-subtle, #f3f6f9)", "zachte achtergrond"},
    [RAND]         = {"var(--basis-color-default-border-default, #66788a)", "rand van een veld"},
    [ACTIE]        = {"var(--basis-color-action-1-color-default, #154273)", "knop en link"},
    [ACTIE_ZWEEF]  = {"var(--basis-color-action-1-color-hover, #0d2b4d)", "knop en link onder de muis"},
    [OP_ACTIE]     = {"var(--basis-color-action-1-bg-document, #ffffff)", "tekst op een knop"},
    [ACCENT]       = {"var(--basis-color-accent-1-bg-subtle, #e8f0f8)", "regel onder de muis"},
    [GOED]         = {"var(--basis-color-positive-color-default, #1c5f32)", "gelukt"},
    [GOED_GROND]   = {"var(--basis-color-positive-bg-subtle, #e7f4ea)", "achtergrond van gelukt"},
    [FOUT]         = {"var(--basis-color-negative-color-default, #a3171d)", "fout"},
    [FOUT_GROND]   = {"var(--basis-color-negative-bg-subtle, #fdecec)", "achtergrond van fout"},
    [OP_FOUT]      = {"var(--basis-color-negative-bg-document, #ffffff)", "tekst op een knop die iets weghaalt"},
    [OP_GOED]      = {"var(--basis-color-positive-bg-document, #ffffff)", "tekst op een schakelaar die aan staat"},
    [LET_OP]       = {"var(--basis-color-warning-color-default, #6b4a00)", "let op"},
    [LET_OP_GROND] = {"var(--basis-color-warning-bg-subtle, #fff4d6)", "achtergrond van let op"},
    [FOCUS]        = {"var(--basis-focus-outline-color, #000000)", "rand om wat de aandacht heeft"},
    [FOCUS_GROND]  = {"var(--basis-focus-background-color, #ffdd33)", "achtergrond van wat de aandacht heeft"},
    [KOP]          = {"var(--basis-heading-color, var(--basis-color-default-color-document, #1b2733))", "kop"},
};
static const struct { enum kleur voor, achter; int minst; } paren[] = {
    {TEKST, GROND, 450}, {TEKST, GROND2, 450}, {TEKST, ACCENT, 450}, {TEKST, FOUT_GROND, 450}, {KOP, GROND, 450}, {KOP, GROND2, 450}, {ZACHT, GROND, 450}, {ZACHT, GROND2, 450}, {ZACHT, ACCENT, 450},
    {ACTIE, GROND, 450}, {ACTIE, GROND2, 450}, {ACTIE, ACCENT, 450}, {ACTIE_ZWEEF, GROND, 450}, {ACTIE_ZWEEF, ACCENT, 450}, {OP_ACTIE, ACTIE, 450}, {OP_ACTIE, ACTIE_ZWEEF, 450},
    {GOED, GOED_GROND, 450}, {GOED, GROND, 450}, {FOUT, FOUT_GROND, 450}, {FOUT, GROND, 450}, {FOUT, ACCENT, 450}, {OP_FOUT, FOUT, 450}, {OP_GOED, GOED, 450}, {LET_OP, LET_OP_GROND, 450},
    {ZACHT, LET_OP_GROND, 450}, {TEKST, LET_OP_GROND, 450}, {RAND, GROND, 300}, {FOCUS, FOCUS_GROND, 300},
};
static const struct { const char *vraagt, *naam; int minst, meest; } maten[] = {       /* bounds in px, 1rem = 16px */
    {"var(--basis-text-font-size-md, 1rem)", "grootte van de tekst", 14, 24},
    {"var(--basis-border-radius-md, 6px)", "ronding", 0, 48},
    {"var(--basis-space-block-md, 1rem)", "ruimte", 4, 48},
    {"var(--basis-focus-outline-width, 3px)", "dikte van de rand om wat de aandacht heeft", 2, 8},
    {"var(--basis-pointer-target-min-block-size, 44px)", "hoogte van een knop", 24, 80},
    {"var(--basis-page-max-inline-size, 90rem)", "breedte van de pagina", 640, 3200},
};
static const char *const overig[] = {"var(--basis-color-default-border-subtle, #c9d3dd)", "var(--basis-text-font-family-default, system-ui", "var(--basis-heading-font-family, var(--sr-font))"};
/* clang-format on */
enum {
    PAREN = sizeof(paren) / sizeof(paren[0]),
    MATEN = sizeof(maten) / sizeof(maten[0]),
    OVERIG = sizeof(overig) / sizeof(overig[0]),
    DEEP = 12
};

struct rgb {
    double r, g, b;
};

const char *thema_vraagt(size_t nr)
{
    if (nr < KLEUREN)
        return kleuren[nr].vraagt;
    nr -= KLEUREN;
    if (nr < MATEN)
        return maten[nr].vraagt;
    nr -= MATEN;
    return nr < OVERIG ? overig[nr] : NULL;
}

const char *thema_zoek(const struct thema_lijst *l, const char *naam)
{
    for (size_t i = 0; i < l->n; i++)
        if (strcmp(l->rows[i].naam, naam) == 0)
            return l->rows[i].waarde;
    return NULL;
}

/* "var(--x, y)" becomes what the theme says of --x, else y; again, until no var stands there. NULL when it does not end
 * or says nothing. */
static const char *resolved(struct arena *a, const struct thema_lijst *l, const char *v)
{
    for (int i = 0; v && i < DEEP; i++) {
        if (strncmp(v, "var(", 4) != 0)
            return v;
        size_t n = strlen(v), name = strcspn(v + 4, ",)");
        if (v[n - 1] != ')')
            return NULL;
        const char *given = thema_zoek(l, text_trim(a, v + 4, name));
        size_t rest = 4 + name + 1;
        v = given ? given : v[4 + name] == ',' && rest < n ? text_trim(a, v + rest, n - 1 - rest) : NULL;
    }
    return NULL;
}

static bool hex_colour(const char *v, struct rgb *out)
{
    size_t n = strspn(v + 1, "0123456789abcdefABCDEF");
    if (v[1 + n] || (n != 3 && n != 6))
        return false;
    unsigned long x = strtoul(v + 1, NULL, 16);
    if (n == 6)
        *out = (struct rgb){(double)(x >> 16 & 255), (double)(x >> 8 & 255), (double)(x & 255)};
    else
        *out = (struct rgb){(double)((x >> 8 & 15) * 17), (double)((x >> 4 & 15) * 17), (double)((x & 15) * 17)};
    return true;
}

/* Exactly three numbers between brackets, with , or spaces between; sign %: the last two are percentages. */
static bool three_numbers(const char *v, double *out, bool percent)
{
    for (int i = 0; i < 3; i++) {
        char *end;
        v += strspn(v, " ,");
        out[i] = strtod(v, &end);
        if (end == v || !isfinite(out[i]))
            return false;
        v = end;
        if (percent && i > 0 && *v++ != '%')
            return false;
    }
    v += strspn(v, " ");
    return strcmp(v, ")") == 0;
}

static double hue_part(double p, double q, double t)
{
    t -= floor(t);
    return t < 1.0 / 6 ? p + (q - p) * 6 * t : t < 0.5 ? q : t < 2.0 / 3 ? p + (q - p) * (2.0 / 3 - t) * 6 : p;
}

static bool colour(const char *v, struct rgb *out)
{
    double x[3];
    if (*v == '#')
        return hex_colour(v, out);
    if (strcmp(v, "white") == 0 || strcmp(v, "black") == 0) {
        double c = *v == 'w' ? 255 : 0;
        *out = (struct rgb){c, c, c};
        return true;
    }
    if (strncmp(v, "rgb(", 4) == 0 && three_numbers(v + 4, x, false) && x[0] >= 0 && x[0] <= 255 && x[1] >= 0 &&
        x[1] <= 255 && x[2] >= 0 && x[2] <= 255) {
        *out = (struct rgb){x[0], x[1], x[2]};
        return true;
    }
    if (strncmp(v, "hsl(", 4) == 0 && three_numbers(v + 4, x, true) && x[1] >= 0 && x[1] <= 100 && x[2] >= 0 &&
        x[2] <= 100) {
        double h = x[0] / 360, s = x[1] / 100, l = x[2] / 100, q = l < 0.5 ? l * (1 + s) : l + s - l * s, p = 2 * l - q;
        *out =
            (struct rgb){255 * hue_part(p, q, h + 1.0 / 3), 255 * hue_part(p, q, h), 255 * hue_part(p, q, h - 1.0 / 3)};
        return true;
    }
    return false;
}

static double linear(double c)
{
    c /= 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

static int contrast(struct rgb a, struct rgb b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return (int)floor(100 * (x > y ? x / y : y / x));
}

int thema_contrast(struct arena *a, const char *voor, const char *achter)
{
    struct rgb x, y;
    struct thema_lijst none = {.n = 0};
    const char *v = resolved(a, &none, voor), *w = resolved(a, &none, achter);
    return v && w && colour(v, &x) && colour(w, &y) ? contrast(x, y) : 0;
}

/* In px; negative when it is no plain length. */
static double length_px(const char *v)
{
    char *end;
    double n = strtod(v, &end);
    if (end == v || !isfinite(n) || n < 0)
        return -1;
    return strcmp(end, "px") == 0 ? n : strcmp(end, "rem") == 0 ? 16 * n : n == 0 && !*end ? 0 : -1;
}

/* The name of the token a "var(--x, …)" asks for. */
static const char *token_of(struct arena *a, const char *vraagt)
{
    return arena_printf(a, "%.*s", (int)strcspn(vraagt + 4, ",)"), vraagt + 4);
}

size_t thema_meet(struct arena *a, const struct thema_lijst *l, const char **problems, size_t most)
{
    struct rgb found[KLEUREN];
    bool known[KLEUREN];
    size_t n = 0;
    for (size_t i = 0; i < KLEUREN; i++) {
        const char *v = resolved(a, l, kleuren[i].vraagt);
        known[i] = v && colour(v, &found[i]);
        if (!known[i] && n < most)
            problems[n++] = arena_printf(
                a, "%s (%s): deze kleur kunnen wij niet nameten. Schrijf haar als #rrggbb, zonder doorzichtigheid",
                token_of(a, kleuren[i].vraagt), kleuren[i].naam);
    }
    for (size_t i = 0; i < PAREN; i++) {
        int c = known[paren[i].voor] && known[paren[i].achter] ? contrast(found[paren[i].voor], found[paren[i].achter])
                                                               : 2100;
        if (c < paren[i].minst && n < most)
            problems[n++] =
                arena_printf(a, "Te weinig contrast tussen %s (%s) en %s (%s): %d,%02d op 1, en %d,%d op 1 is nodig",
                             kleuren[paren[i].voor].naam, token_of(a, kleuren[paren[i].voor].vraagt),
                             kleuren[paren[i].achter].naam, token_of(a, kleuren[paren[i].achter].vraagt), c / 100,
                             c % 100, paren[i].minst / 100, paren[i].minst % 100 / 10);
    }
    for (size_t i = 0; i < MATEN; i++) {
        const char *v = resolved(a, l, maten[i].vraagt);
        double px = v ? length_px(v) : -1;
        if ((px < maten[i].minst || px > maten[i].meest) && n < most)
            problems[n++] = arena_printf(a, "%s (%s): schrijf deze maat in px of rem, van %d tot en met %d px",
                                         token_of(a, maten[i].vraagt), maten[i].naam, maten[i].minst, maten[i].meest);
    }
    return n;
}
