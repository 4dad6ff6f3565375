/* out/html.h: the run time of compiled templates: every way a value can get into a page.
 *
 * The template compiler (src/build/htmlc) chooses the printer by place; the type chooses its form by _Generic. There is
 * no word for raw output: safe_html is a type with few makers (svg, markdown, QR). Writers return nothing; the buffer
 * has a maximum and a sticky failure. */
#ifndef OUT_HTML_H
#define OUT_HTML_H

#include <stddef.h>
#include <stdint.h>

#include "core/text.h"
#include "core/values.h"

typedef struct safe_html {
    const char *p;
    size_t n;
} safe_html; /* markup made by out/svg, out/qr, out/markdown only */
typedef struct own_path {
    const char *p;
} own_path; /* a longer address of our own, with its query; made by app/layout and app/mails only */
typedef struct url {
    char path[200];
} url; /* an address of our own, made by app/urls.c only; by value */

struct html {
    struct text *out;
    const char *csrf; /* token for the forms of this page; NULL on pages without forms (mails) */
    int forms;        /* forms written so far: each gets a once-only id of its own */
};

#define HTML_PAGE_MAX ((size_t)4 << 20)

void html_lit(struct html *o, const char *p, size_t n); /* the template's own text */
void html_text_str(struct html *o, const char *s);      /* between tags: & < > escaped; NULL prints nothing */
void html_text_int(struct html *o, int64_t n);
void html_text_geld(struct html *o, geld g);         /* € 1.234,56 */
void html_text_datum(struct html *o, datum d);       /* 07-03-2026 */
void html_text_tijdstip(struct html *o, tijdstip t); /* 07-03-2026 14:05 */
void html_text_uren(struct html *o, uren u);
void html_text_bp(struct html *o, basispunt b);
void html_text_kandidaat(struct html *o, kandidaat_id k); /* K-000001 */
void html_text_safe(struct html *o, safe_html s);
void html_attr_str(struct html *o, const char *s); /* in a quoted attribute: & < > " ' escaped */
void html_attr_int(struct html *o, int64_t n);
void html_attr_datum(struct html *o, datum d); /* ISO, for <time datetime> and value= */
void html_attr_url(struct html *o, url u);
/* A whole address in href, src, action, formaction. Should one ever not be ours ("//…", "javascript:…"), "#" is
 * written. */
void html_url_url(struct html *o, url u);
void html_url_own(struct html *o, own_path u);
void html_url_part_str(struct html *o, const char *s); /* percent-encoded, in an address after / ? # = & */
void html_url_part_int(struct html *o, int64_t n);
/* After the > of each <form method="post">: hidden _csrf and _eenmalig fields. */
void html_csrf(struct html *o);
/* For .txt templates (mails): no escaping, line ends of values become spaces. */
void text_line_str(struct html *o, const char *s);
void text_line_own(struct html *o, own_path u);

/* What {{ each }} gives for a list: a pointer to the element when it is a struct, else the element itself (a pointer, a
 * text, a number). */
#define html_element(list, i) __builtin_choose_expr(__builtin_classify_type((list)[0]) == 12, &(list)[i], (list)[i])

#define html_text(o, x)                                                                                                \
    _Generic((x), const char *: html_text_str, char *: html_text_str, int: html_text_int, int64_t: html_text_int,               \
             uint32_t: html_text_int, size_t: html_text_size, geld: html_text_geld, datum: html_text_datum,                      \
             tijdstip: html_text_tijdstip, uren: html_text_uren, basispunt: html_text_bp, kandidaat_id: html_text_kandidaat,    \
             safe_html: html_text_safe)(o, x)
/* In textarea and title, where markup would be shown as it is: no safe_html. */
#define html_rcdata(o, x)                                                                                              \
    _Generic((x), const char *: html_text_str, char *: html_text_str, int: html_text_int, int64_t: html_text_int,               \
             uint32_t: html_text_int, size_t: html_text_size, geld: html_text_geld, datum: html_text_datum,                      \
             tijdstip: html_text_tijdstip, uren: html_text_uren, basispunt: html_text_bp, kandidaat_id: html_text_kandidaat)(o, x)
#define html_attr(o, x)                                                                                                \
    _Generic((x), const char *: html_attr_str, char *: html_attr_str, int: html_attr_int, int64_t: html_attr_int,               \
             uint32_t: html_attr_int, size_t: html_text_size, datum: html_attr_datum, url: html_attr_url,                        \
             project_id: html_attr_project, organisatie_id: html_attr_organisatie, gebruiker_id: html_attr_gebruiker,           \
             kandidaat_id: html_attr_kandidaat, inzet_id: html_attr_inzet)(o, x)
#define html_url_part(o, x)                                                                                            \
    _Generic((x), const char *: html_url_part_str, char *: html_url_part_str, int: html_url_part_int, int64_t: html_url_part_int)(o, x)

#define html_url(o, x) _Generic((x), url : html_url_url, own_path : html_url_own)(o, x)
#define text_line(o, x)                                                                                                \
    _Generic((x), const char *: text_line_str, char *: text_line_str, own_path: text_line_own, int: html_text_int,              \
             int64_t: html_text_int, datum: html_text_datum, tijdstip: html_text_tijdstip, geld: html_text_geld)(o, x)

static inline void html_text_size(struct html *o, size_t n)
{
    html_text_int(o, (int64_t)n);
}
static inline void html_attr_project(struct html *o, project_id v)
{
    html_attr_int(o, v.id);
}
static inline void html_attr_organisatie(struct html *o, organisatie_id v)
{
    html_attr_int(o, v.id);
}
static inline void html_attr_gebruiker(struct html *o, gebruiker_id v)
{
    html_attr_int(o, v.id);
}
static inline void html_attr_kandidaat(struct html *o, kandidaat_id v)
{
    html_attr_int(o, v.id);
}
static inline void html_attr_inzet(struct html *o, inzet_id v)
{
    html_attr_int(o, v.id);
}

#endif
