#include "out/html.h"

#include <string.h>

#include "core/rnd.h"

void html_lit(struct html *o, const char *p, size_t n)
{
    text_add(o->out, p, n);
}

static const char *reference(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&#34;";
    default:
        return "&#39;";
    }
}

/* Writes s with every character of `special` as a character reference. */
static void escaped(struct html *o, const char *s, const char *special)
{
    while (s && *s) {
        size_t n = strcspn(s, special);
        text_add(o->out, s, n);
        s += n;
        if (*s)
            text_str(o->out, reference(*s++));
    }
}

void html_text_str(struct html *o, const char *s)
{
    escaped(o, s, "&<>");
}

void html_text_int(struct html *o, int64_t n)
{
    text_int(o->out, n);
}

void html_text_geld(struct html *o, geld g)
{
    char s[48];
    geld_to_text(g, s, sizeof(s));
    html_text_str(o, s);
}

void html_text_datum(struct html *o, datum d)
{
    char s[11];
    datum_to_text(d, s);
    html_text_str(o, s);
}

void html_text_tijdstip(struct html *o, tijdstip t)
{
    char s[20];
    tijdstip_to_text(t, s, sizeof(s));
    html_text_str(o, s);
}

void html_text_uren(struct html *o, uren u)
{
    char s[20];
    uren_to_text(u, s, sizeof(s));
    html_text_str(o, s);
}

void html_text_bp(struct html *o, basispunt b)
{
    char s[24];
    bp_to_text(b, s, sizeof(s));
    html_text_str(o, s);
}

void html_text_kandidaat(struct html *o, kandidaat_id k)
{
    char s[24];
    kandidaat_to_text(k, s, sizeof(s));
    html_text_str(o, s);
}

void html_text_safe(struct html *o, safe_html s)
{
    text_add(o->out, s.p, s.n);
}

void html_attr_str(struct html *o, const char *s)
{
    escaped(o, s, "&<>\"'");
}

void html_attr_int(struct html *o, int64_t n)
{
    text_int(o->out, n);
}

void html_attr_datum(struct html *o, datum d)
{
    char s[11];
    datum_to_iso(d, s);
    text_str(o->out, s);
}

void html_attr_url(struct html *o, url u)
{
    html_attr_str(o, u.path);
}

/* The types say who made an address; this says it once more, for what a maker might get wrong: a path of this house or
 * a web address. */
static const char *safe_address(const char *p)
{
    if (!p)
        return "#";
    if (p[0] == '?' || p[0] == '#' || strncmp(p, "https://", 8) == 0 || strncmp(p, "http://", 7) == 0)
        return p;
    return p[0] == '/' && p[1] != '/' && p[1] != '\\' ? p : "#";
}

void html_url_url(struct html *o, url u)
{
    html_attr_str(o, safe_address(u.path));
}

void html_url_own(struct html *o, own_path u)
{
    html_attr_str(o, safe_address(u.p));
}

void html_url_part_str(struct html *o, const char *s)
{
    static const char digits[] = "0123456789ABCDEF";
    for (const unsigned char *p = (const unsigned char *)(s ? s : ""); *p; p++) {
        bool plain =
            (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("-._~", *p);
        const char code[3] = {'%', digits[*p >> 4], digits[*p & 15]};
        text_add(o->out, plain ? (const char *)p : code, plain ? 1 : 3);
    }
}

void html_url_part_int(struct html *o, int64_t n)
{
    text_int(o->out, n);
}

void html_csrf(struct html *o)
{
    char once[RND_TOKEN_TEXT];
    if (!o->csrf)
        return;
    rnd_token(once);
    o->forms++;
    text_str(o->out, "<input type=\"hidden\" name=\"_csrf\" value=\"");
    html_attr_str(o, o->csrf);
    text_str(o->out, "\"><input type=\"hidden\" name=\"_eenmalig\" value=\"");
    html_attr_str(o, once);
    text_str(o->out, "\">");
}

void text_line_str(struct html *o, const char *s)
{
    for (; s && *s; s++)
        text_char(o->out, *s == '\n' || *s == '\r' ? ' ' : *s);
}

void text_line_own(struct html *o, own_path u)
{
    text_line_str(o, u.p);
}
