/* app/huisstijl/logo_rules.c: is this file a logo that can do nothing but be a picture? A PNG by its signature, its
 * pieces and its size in pixels; an SVG by a list of the elements and attributes a drawing needs: whatever is not on it
 * is refused, as is every way to load, run or link. */
#include <stdio.h>
#include <string.h>

#include "app/huisstijl/huisstijl.h"
#include "core/text.h"

enum { DEPTH_MOST = 40, NAME_MOST = 40, USE_MOST = 12 };

struct svg {
    const char *p, *end, *waarom;
    char open[DEPTH_MOST][NAME_MOST];
    int depth, uses;
    bool seen, sized, named; /* the root; it has a viewBox or a width; it says it is SVG */
};

static bool refuse_svg(struct svg *s, const char *why)
{
    s->waarom = why;
    return false;
}

static bool listed(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

static const char *const elements[] = {"svg",  "g",        "path",           "rect",           "circle", "ellipse",
                                       "line", "polyline", "polygon",        "text",           "tspan",  "title",
                                       "desc", "defs",     "linearGradient", "radialGradient", "stop",   "clipPath",
                                       "mask", "use",      "symbol",         "style",          NULL};
static const char *const attributes[] = {"id",
                                         "class",
                                         "x",
                                         "y",
                                         "x1",
                                         "y1",
                                         "x2",
                                         "y2",
                                         "cx",
                                         "cy",
                                         "r",
                                         "rx",
                                         "ry",
                                         "fx",
                                         "fy",
                                         "dx",
                                         "dy",
                                         "width",
                                         "height",
                                         "d",
                                         "points",
                                         "transform",
                                         "viewBox",
                                         "version",
                                         "preserveAspectRatio",
                                         "fill",
                                         "fill-rule",
                                         "fill-opacity",
                                         "clip-rule",
                                         "clip-path",
                                         "clipPathUnits",
                                         "mask",
                                         "maskUnits",
                                         "maskContentUnits",
                                         "stroke",
                                         "stroke-width",
                                         "stroke-linecap",
                                         "stroke-linejoin",
                                         "stroke-miterlimit",
                                         "stroke-dasharray",
                                         "stroke-dashoffset",
                                         "stroke-opacity",
                                         "opacity",
                                         "color",
                                         "stop-color",
                                         "stop-opacity",
                                         "offset",
                                         "gradientUnits",
                                         "gradientTransform",
                                         "spreadMethod",
                                         "font-family",
                                         "font-size",
                                         "font-weight",
                                         "font-style",
                                         "text-anchor",
                                         "letter-spacing",
                                         "dominant-baseline",
                                         "textLength",
                                         "display",
                                         "visibility",
                                         "overflow",
                                         "paint-order",
                                         "role",
                                         "aria-label",
                                         "aria-hidden",
                                         "focusable",
                                         "data-name",
                                         "style",
                                         "type",
                                         "xml:space",
                                         "xml:lang",
                                         "lang",
                                         "xmlns",
                                         "xmlns:xlink",
                                         "href",
                                         "xlink:href",
                                         NULL};

/* Only the five entities every reader knows: no others can be declared, as there is no DOCTYPE. */
static bool entities_good(const char *p, size_t n)
{
    static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    for (size_t i = 0; i < n; i++) {
        bool good = p[i] != '&';
        for (size_t k = 0; !good && k < sizeof(known) / sizeof(known[0]); k++)
            good = n - i >= strlen(known[k]) && strncmp(p + i, known[k], strlen(known[k])) == 0;
        if (!good)
            return false;
    }
    return true;
}

/* Nothing that loads or runs, wherever a value is read as style: url() only of the drawing itself. */
static bool style_good(const char *p, size_t n)
{
    static const char *const banned[] = {"javascript", "expression", "behavior", "binding", "image(",
                                         "image-set",  "attr(",      "src(",     "data:",   "http"};
    for (size_t i = 0; i < n; i++) {
        if (strchr("@\\<&", p[i]))
            return false;
        for (size_t k = 0; k < sizeof(banned) / sizeof(banned[0]); k++)
            if (n - i >= strlen(banned[k]) && strncasecmp(p + i, banned[k], strlen(banned[k])) == 0)
                return false;
        if (n - i >= 4 && strncasecmp(p + i, "url(", 4) == 0) {
            size_t at = i + 4;
            while (at < n && strchr(" \"'", p[at]))
                at++;
            if (at >= n || p[at] != '#')
                return false;
        }
    }
    return true;
}

static bool is_word(const char *p, size_t n, const char *word)
{
    return n == strlen(word) && strncmp(p, word, n) == 0;
}

static bool attribute_good(struct svg *s, const char *name, const char *p, size_t n)
{
    bool is_root = s->depth == 0, is_link = strcmp(name, "href") == 0 || strcmp(name, "xlink:href") == 0,
         is_class = strcmp(name, "class") == 0 || strcmp(name, "id") == 0;
    if (strncasecmp(name, "on", 2) == 0)
        return refuse_svg(s, "Er staat een opdracht in (on…), die een browser zou uitvoeren");
    if (!listed(name, attributes))
        return refuse_svg(
            s,
            "Er staat een eigenschap in die een logo niet nodig heeft. Bewaar het logo als gewone of geoptimaliseerde SVG");
    if (memchr(p, '<', n) || !entities_good(p, n))
        return refuse_svg(s, "Er staat een verwijzing met & in die niet mag");
    if (is_link)
        return (n > 1 && p[0] == '#') || refuse_svg(s, "Er staat een verwijzing naar iets buiten het logo in");
    if (strcmp(name, "xmlns") == 0) {
        s->named |= is_root;
        return is_word(p, n, "http://www.w3.org/2000/svg") || refuse_svg(s, "Het is geen SVG");
    }
    if (strcmp(name, "xmlns:xlink") == 0)
        return is_word(p, n, "http://www.w3.org/1999/xlink") || refuse_svg(s, "Het is geen gewone SVG");
    if (strcmp(name, "viewBox") == 0 || strcmp(name, "width") == 0)
        s->sized |= is_root;
    bool is_text = strcmp(name, "aria-label") == 0 || strcmp(name, "data-name") == 0 || is_class;
    return is_text || style_good(p, n) ||
           refuse_svg(s, "Er staat opmaak in die iets van elders zou laden of uitvoeren");
}

static size_t word_at(const char *p, const char *end)
{
    size_t n = 0;
    while (p + n < end &&
           (strchr(":-_", p[n]) || (p[n] >= 'a' && p[n] <= 'z') || (p[n] >= 'A' && p[n] <= 'Z') ||
            (p[n] >= '0' && p[n] <= '9')) &&
           p[n])
        n++;
    return n;
}

static void skip_space(struct svg *s)
{
    while (s->p < s->end && strchr(" \t\r\n", *s->p))
        s->p++;
}

/* name="value" */
static bool one_attribute(struct svg *s)
{
    char name[NAME_MOST];
    size_t n = word_at(s->p, s->end);
    if (n == 0 || n >= NAME_MOST)
        return refuse_svg(s, "Het bestand is geen goede SVG");
    snprintf(name, sizeof(name), "%.*s", (int)n, s->p);
    s->p += n;
    skip_space(s);
    if (s->p >= s->end || *s->p++ != '=')
        return refuse_svg(s, "Het bestand is geen goede SVG");
    skip_space(s);
    char quote = s->p < s->end ? *s->p++ : 0;
    const char *close = quote == '"' || quote == '\'' ? memchr(s->p, quote, (size_t)(s->end - s->p)) : NULL;
    if (!close)
        return refuse_svg(s, "Het bestand is geen goede SVG");
    bool good = attribute_good(s, name, s->p, (size_t)(close - s->p));
    s->p = close + 1;
    return good;
}

/* After the name of an element: its attributes up to and including > or />. */
static bool rest_of_element(struct svg *s, const char *name)
{
    for (;;) {
        skip_space(s);
        if (s->p >= s->end)
            return refuse_svg(s, "Het bestand is afgebroken");
        if (*s->p == '>') {
            s->p++;
            if (s->depth >= DEPTH_MOST)
                return refuse_svg(s, "Het logo is te diep genest");
            snprintf(s->open[s->depth++], NAME_MOST, "%s", name);
            return true;
        }
        if (*s->p == '/' && s->p + 1 < s->end && s->p[1] == '>') {
            s->p += 2;
            return true;
        }
        if (!one_attribute(s))
            return false;
    }
}

static bool element(struct svg *s)
{
    char name[NAME_MOST];
    bool closes = s->p < s->end && *s->p == '/';
    s->p += closes;
    size_t n = word_at(s->p, s->end);
    if (n == 0 || n >= NAME_MOST)
        return refuse_svg(s, "Het bestand is geen goede SVG");
    snprintf(name, sizeof(name), "%.*s", (int)n, s->p);
    s->p += n;
    if (closes) {
        skip_space(s);
        if (s->depth == 0 || strcmp(s->open[--s->depth], name) != 0 || s->p >= s->end || *s->p++ != '>')
            return refuse_svg(s, "Het bestand is geen goede SVG");
        return true;
    }
    if (!listed(name, elements))
        return refuse_svg(
            s,
            strcmp(name, "script") == 0
                ? "Er staat een script in"
                : "Er staat iets in dat een logo niet nodig heeft, zoals een afbeelding, een animatie of een stuk van een andere pagina");
    if (strcmp(name, "use") == 0 && ++s->uses > USE_MOST)
        return refuse_svg(s, "Het logo herhaalt onderdelen te vaak");
    if (s->depth == 0 && (s->seen || strcmp(name, "svg") != 0))
        return refuse_svg(s, "Het bestand is geen SVG");
    s->seen = true;
    return rest_of_element(s, name);
}

static const char *find(const char *p, const char *end, const char *what)
{
    return memmem(p, (size_t)(end - p), what, strlen(what));
}

static bool all_white(const char *p, size_t n)
{
    while (n > 0 && strchr(" \t\r\n", *p) && *p)
        p++, n--;
    return n == 0;
}

static bool svg_good(struct svg *s)
{
    if (s->end - s->p > 5 && strncmp(s->p, "<?xml", 5) == 0) {
        const char *close = find(s->p, s->end, "?>");
        if (!close)
            return refuse_svg(s, "Het bestand is geen goede SVG");
        s->p = close + 2;
    }
    while (s->p < s->end) {
        const char *tag = memchr(s->p, '<', (size_t)(s->end - s->p));
        size_t n = (size_t)((tag ? tag : s->end) - s->p);
        bool in_style = s->depth > 0 && strcmp(s->open[s->depth - 1], "style") == 0;
        if (s->depth == 0 && !all_white(s->p, n))
            return refuse_svg(s, "Het bestand is geen goede SVG");
        if (in_style ? !style_good(s->p, n) : !entities_good(s->p, n))
            return refuse_svg(s, "Er staat opmaak of een verwijzing in die niet mag");
        if (!tag)
            break;
        s->p = tag + 1;
        if (s->end - tag >= 4 && strncmp(tag, "<!--", 4) == 0) {
            const char *close = find(tag + 4, s->end, "-->");
            if (!close)
                return refuse_svg(s, "Het bestand is afgebroken");
            s->p = close + 3;
        } else if (s->p < s->end && (*s->p == '!' || *s->p == '?')) {
            return refuse_svg(
                s,
                "Er staat een DOCTYPE, CDATA of andere opdracht in. Bewaar het logo als gewone of geoptimaliseerde SVG");
        } else if (!element(s)) {
            return false;
        }
    }
    if (!s->seen || s->depth != 0 || !s->named)
        return refuse_svg(s, "Het bestand is geen volledige SVG");
    return s->sized || refuse_svg(s, "De SVG zegt niet hoe groot hij is (viewBox)");
}

static uint32_t number_at(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Signature, IHDR first with its measures, pieces one after the other up to IEND, and nothing behind it. */
static bool png_good(const unsigned char *p, size_t n, const char **waarom)
{
    size_t at = 8;
    *waarom = "De PNG is beschadigd of is geen gewone PNG";
    if (n < 45 || number_at(p + 8) != 13 || memcmp(p + 12, "IHDR", 4) != 0)
        return false;
    uint32_t wide = number_at(p + 16), high = number_at(p + 20);
    if (wide < 1 || high < 1 || wide > LOGO_PIXELS || high > LOGO_PIXELS) {
        *waarom = "De PNG is te groot: hooguit 2000 bij 2000 beeldpunten";
        return false;
    }
    while (n - at >= 12) {
        size_t size = number_at(p + at);
        bool last = memcmp(p + at + 4, "IEND", 4) == 0;
        if (memcmp(p + at + 4, "acTL", 4) == 0) {
            *waarom = "De PNG beweegt. Kies een logo dat stilstaat";
            return false;
        }
        if (size > n - at - 12)
            return false;
        at += 12 + size;
        if (last)
            return at == n;
    }
    return false;
}

const char *logo_soort(const char *p, size_t n, const char **waarom)
{
    static const char bom[] = "\xef\xbb\xbf";
    if (n > LOGO_MOST) {
        *waarom = "Het logo is groter dan 100 KB";
        return NULL;
    }
    if (n >= 8 && memcmp(p, "\x89PNG\r\n\x1a\n", 8) == 0)
        return png_good((const unsigned char *)p, n, waarom) ? "image/png" : NULL;
    size_t skip = n >= 3 && memcmp(p, bom, 3) == 0 ? 3 : 0;
    if (!utf8_is_clean_lines(p + skip, n - skip) || !memchr(p, '<', n)) {
        *waarom = "Dit is geen PNG en geen SVG";
        return NULL;
    }
    struct svg s = {.p = p + skip, .end = p + n};
    if (svg_good(&s))
        return "image/svg+xml";
    *waarom = s.waarom;
    return NULL;
}
