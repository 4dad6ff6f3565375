#include "post/outbox.h"

#include <string.h>

#include "core/clock.h"
#include "core/rnd.h"
#include "data/steward.h"
#include "out/mime.h"

STEWARD_SQL(bericht_insert, "INSERT INTO alle_bericht (soort, over, over_id, dag, gebruiker_id, aan, onderwerp, bericht_id, bericht, volgende_op, gemaakt_op)"
                            " VALUES (:soort, :over, :over_id, :dag, :gebruiker, :aan, :onderwerp, :bericht_id, :bericht, :op, :op) ON CONFLICT DO NOTHING");

enum result outbox_add_steward(struct steward *s, const struct config *c, struct arena *a, const struct mail_row *m, tijdstip now)
{
    char token[RND_TOKEN_TEXT], reply_to[255];      /* a regio whose own address is wrong must not stop its people */
    const char *at = strchr(c->mail_from, '@'), *message;
    size_t n;
    rnd_token(token);
    const char *id = arena_printf(a, "<%s@%s>", token, at ? at + 1 : "localhost");
    struct mail_head head = {.from = c->mail_from, .from_name = c->mail_from_name, .to = m->to, .to_name = m->to_name, .reply_to = m->reply_to && email_parse(m->reply_to, reply_to, sizeof(reply_to)) ? reply_to : NULL,
                             .subject = m->subject_line, .message_id = id, .date = now};
    if (mime_mail(a, &head, m->text, m->html, &message, &n) != OK)
        return fail("a mail of kind %s could not be made: its address or headers are not right", m->kind);
    return steward_write(s, bericht_insert,
                         BIND(B("soort", m->kind), B("over", m->subject_kind), B("over_id", m->subject), B("dag", m->due), B("gebruiker", m->to_user), B("aan", m->to), B("onderwerp", m->subject_line),
                              B("bericht_id", id), B("bericht", ((struct blob){message, n})), B("op", now)),
                         NULL);
}

struct steward *outbox_steward(struct desk_job *job)
{
    return job_steward(job);
}

enum result outbox_add(struct desk_job *job, const struct config *c, struct arena *a, const struct mail_row *m)
{
    return outbox_add_steward(job_steward(job), c, a, m, clock_now());
}

int64_t outbox_retry_sec(int failures, int64_t age_sec)
{
    static const int64_t first[] = {60, 300, 900, 3600};
    if (age_sec >= 3 * 86400)
        return 0;
    return failures >= 1 && failures <= 4 ? first[failures - 1] : 4 * 3600;
}
