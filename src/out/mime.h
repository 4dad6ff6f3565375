/* out/mime.h: a mail as bytes: headers encoded (RFC 2047), text and HTML as multipart/alternative, quoted-printable.
 * The outbox row IS the message. */
#ifndef OUT_MIME_H
#define OUT_MIME_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"

struct mail_head {
    const char *from, *from_name, *to, *to_name,
        *reply_to; /* addresses checked by email_parse; names may hold any clean text */
    const char *subject;
    const char *message_id; /* "<…@host>", fixed at creation */
    tijdstip date;
};
/* INVALID when an address or header holds what may not be there (CR, LF, non-ASCII in an address). Ends lines with
 * CRLF, none over 998 bytes. */
MUST enum result mime_mail(struct arena *a, const struct mail_head *head, const char *text, const char *html,
                           const char **message, size_t *n);

#endif
