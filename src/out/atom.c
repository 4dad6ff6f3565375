#include "out/atom.h"

#include <string.h>

static void escaped(struct text *out, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        switch (p[i]) {
        case '&':
            text_str(out, "&amp;");
            break;
        case '<':
            text_str(out, "&lt;");
            break;
        case '>':
            text_str(out, "&gt;");
            break;
        case '"':
            text_str(out, "&quot;");
            break;
        case '\'':
            text_str(out, "&#39;");
            break;
        case '\n':
        case '\t':
            text_char(out, p[i]);
            break;
        default:
            if ((unsigned char)p[i] < ' ')
                text_char(out, ' '); /* XML 1.0 knows no other control characters, not even as a number */
            else
                text_char(out, p[i]);
        }
    }
}

static void element(struct text *out, const char *name, const char *value)
{
    text_printf(out, "<%s>", name);
    escaped(out, value, strlen(value));
    text_printf(out, "</%s>\n", name);
}

static void link_add(struct text *out, const char *rel, const char *type, const char *href)
{
    text_printf(out, "<link rel=\"%s\" type=\"%s\" href=\"", rel, type);
    escaped(out, href, strlen(href));
    text_str(out, "\"/>\n");
}

static void moment(struct text *out, const char *name, tijdstip t)
{
    char iso[21];
    tijdstip_to_iso(t, iso);
    element(out, name, iso);
}

static void entry_add(struct text *out, const struct atom_entry *e)
{
    text_str(out, "<entry>\n");
    element(out, "id", e->id);
    element(out, "title", e->title);
    link_add(out, "alternate", "text/html", e->link);
    moment(out, "published", e->published);
    moment(out, "updated", e->updated);
    element(out, "summary", e->summary);
    if (e->content.p && out->n < ATOM_CONTENT_MOST) {
        text_str(out, "<content type=\"html\">");
        escaped(out, e->content.p, e->content.n);
        text_str(out, "</content>\n");
    }
    text_str(out, "</entry>\n");
}

void atom_write(struct text *out, const struct atom_feed *feed, size_t n, const struct atom_entry *entries)
{
    text_str(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">\n");
    element(out, "id", feed->id);
    element(out, "title", feed->title);
    link_add(out, "self", "application/atom+xml", feed->self);
    link_add(out, "alternate", "text/html", feed->alternate);
    moment(out, "updated", feed->updated);
    text_str(out, "<author>");
    element(out, "name", feed->author);
    text_str(out, "</author>\n");
    for (size_t i = 0; i < n; i++)
        entry_add(out, &entries[i]);
    text_str(out, "</feed>\n");
}
