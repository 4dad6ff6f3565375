/* out/mime.c: the whole message is built here and stored: what is shown in Beheer is what was sent. */
#include "out/mime.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "core/rnd.h"
#include "core/text.h"

static bool is_ascii(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s >= 0x80)
            return false;
    return true;
}

static char *base64(struct arena *a, const char *s, size_t n)
{
    char *t = base64url(a, (const uint8_t *)s, n);
    size_t length = strlen(t);
    char *out = arena_alloc(a, length + 4);
    memcpy(out, t, length);
    for (char *p = out; *p; p++)
        *p = *p == '-' ? '+' : *p == '_' ? '/' : *p;
    while (length % 4)
        out[length++] = '=';
    return out;
}

/* What looks like an encoded word is encoded, or a mail program would decode it. */
static bool stands_as_it_is(const char *s)
{
    return is_ascii(s) && strlen(s) < 60 && !strstr(s, "=?");
}

/* RFC 2047: words of at most 39 bytes each, cut between characters: a line with "Subject: " before it stays under 76.
 */
static void header_text(struct arena *a, struct text *t, const char *s)
{
    if (stands_as_it_is(s)) {
        text_str(t, s);
        return;
    }
    for (bool first = true; *s; first = false) {
        size_t n = strlen(s) < 39 ? strlen(s) : 39;
        while (n > 0 && s[n] && ((unsigned char)s[n] & 0xC0) == 0x80)
            n--;
        text_printf(t, "%s=?UTF-8?B?%s?=", first ? "" : "\r\n ", base64(a, s, n));
        s += n;
    }
}

static void quoted_printable(struct text *t, const char *s)
{
    int column = 0;
    for (const unsigned char *p = (const unsigned char *)s; *p; p++) {
        bool end_of_line = *p == '\n';
        bool blank_at_end = (*p == ' ' || *p == '\t') && (p[1] == '\n' || p[1] == '\0');
        if (end_of_line) {
            text_str(t, "\r\n");
            column = 0;
            continue;
        }
        bool plain = ((*p >= 33 && *p <= 126 && *p != '=') || *p == ' ' || *p == '\t') && !blank_at_end &&
                     !(column == 0 && *p == '.');
        if (column + (plain ? 1 : 3) > 73) {
            text_str(t, "=\r\n");
            column = 0;
        }
        if (plain)
            text_char(t, (char)*p);
        else
            text_printf(t, "=%02X", *p);
        column += plain ? 1 : 3;
    }
    text_str(t, "\r\n");
}

static bool is_clean_header(const char *s)
{
    return s && utf8_is_clean(s, strlen(s));
}

static bool address_good(const char *s)
{
    char out[255];
    return s && is_ascii(s) && email_parse(s, out, sizeof(out)) &&
           strcasecmp(out, s) == 0; /* what it had to trim may not stand in a header */
}

static size_t line_length(const struct text *t)
{
    size_t n = 0;
    while (!t->failed && n < t->n && t->p[t->n - n - 1] != '\n')
        n++;
    return n;
}

/* "Jansen, Jan" must be quoted; anything else than letters is, to be sure. The address goes to a line of its own where
 * the name leaves no room. */
static void mailbox(struct arena *a, struct text *t, const char *header, const char *name, const char *address)
{
    text_printf(t, "%s: ", header);
    if (name && *name && stands_as_it_is(name)) {
        text_char(t, '"');
        for (const char *p = name; *p; p++) {
            if (*p == '"' || *p == '\\')
                text_char(t, '\\');
            text_char(t, *p);
        }
        text_char(t, '"');
    } else if (name && *name) {
        header_text(a, t, name);
    }
    if (name && *name)
        text_str(t, line_length(t) + strlen(address) + 3 > 76 ? "\r\n " : " ");
    text_printf(t, "<%s>\r\n", address);
}

static void date_header(struct text *t, tijdstip when)
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}, *const months[] = {
                                                                                             "Jan", "Feb", "Mar",
                                                                                             "Apr", "May", "Jun",
                                                                                             "Jul", "Aug", "Sep",
                                                                                             "Oct", "Nov", "Dec"};
    time_t s = (time_t)when.sec;
    struct tm tm;
    gmtime_r(&s, &tm);
    text_printf(t, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
                tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static void part(struct text *t, const char *boundary, const char *type, const char *body)
{
    text_printf(t, "--%s\r\nContent-Type: %s; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
                boundary, type);
    quoted_printable(t, body);
}

enum result mime_mail(struct arena *a, const struct mail_head *h, const char *text, const char *html,
                      const char **message, size_t *n)
{
    char boundary[RND_TOKEN_TEXT];
    if (!address_good(h->from) || !address_good(h->to) || (h->reply_to && !address_good(h->reply_to)) ||
        !is_clean_header(h->subject) || !is_clean_header(h->message_id) ||
        (h->to_name && !is_clean_header(h->to_name)) || (h->from_name && !is_clean_header(h->from_name)))
        return INVALID;
    rnd_token(boundary);
    struct text t;
    text_init(&t, 1 << 20);
    date_header(&t, h->date);
    mailbox(a, &t, "From", h->from_name, h->from);
    mailbox(a, &t, "To", h->to_name, h->to);
    if (h->reply_to)
        mailbox(a, &t, "Reply-To", NULL, h->reply_to);
    text_str(&t, "Subject: ");
    header_text(a, &t, h->subject);
    text_printf(
        &t,
        "\r\nMessage-ID: %s\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\nContent-Language: nl\r\nContent-Type: multipart/alternative;\r\n boundary=\"=_%s\"\r\n\r\n",
        h->message_id, boundary);
    char *mark = arena_printf(a, "=_%s", boundary);
    part(&t, mark, "text/plain", text);
    part(&t, mark, "text/html", html);
    text_printf(&t, "--%s--\r\n", mark);
    bool failed = text_failed(&t);
    *message = text_take(&t, a, n);
    return failed ? INVALID : OK;
}
