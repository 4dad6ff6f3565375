#include "post/outbox.h"

#include <string.h>

#include "core/clock.h"
#include "core/rnd.h"
#include "data/steward.h"
#include "out/mime.h"

/* regio: of what it is about, else of the receiver (its organisatie, its projects, those of its organisatie), else of
 * who caused it (an opdrachtnemer just invited has no project yet): whose coordinatiepunt sees the mail under Beheer
 * and is its Reply-To. */
STEWARD_SQL(
    bericht_regio,
    "SELECT r.id, r.cp_email FROM alle_regio r WHERE r.id = coalesce("
    " CASE :over WHEN 'project' THEN (SELECT regio_id FROM alle_project WHERE id = :over_id)"
    " WHEN 'periode' THEN (SELECT p.regio_id FROM alle_periode t JOIN alle_project p ON p.id = t.project_id WHERE t.id = :over_id)"
    " WHEN 'inzet' THEN (SELECT p.regio_id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.id = :over_id)"
    " WHEN 'steekproef' THEN (SELECT s.regio_id FROM alle_steekproef s WHERE s.id = :over_id)"
    " WHEN 'hulpvraag' THEN (SELECT h.regio_id FROM alle_hulpvraag h WHERE h.id = :over_id) END,"
    " (SELECT o.regio_id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = :gebruiker),"
    " (SELECT p.regio_id FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = :gebruiker LIMIT 1),"
    " (SELECT p.regio_id FROM alle_gebruiker g JOIN alle_project p ON p.opdrachtnemer_id = g.organisatie_id WHERE g.id = :gebruiker ORDER BY p.id DESC LIMIT 1),"
    " kijker_regio())");
STEWARD_SQL(
    bericht_insert,
    "INSERT INTO alle_bericht (soort, over, over_id, dag, gebruiker_id, aan, onderwerp, bericht_id, bericht, volgende_op, gemaakt_op, vanaf_op, regio_id)"
    " SELECT :soort, :over, :over_id, :dag, :gebruiker, :aan, :onderwerp, :bericht_id, :bericht, :op, :op, :op, :regio"
    " WHERE NOT EXISTS (SELECT 1 FROM alle_gebruiker g WHERE g.id = :gebruiker AND instr(',' || g.mail_uit || ',', ',' || :keuze || ',') > 0) ON CONFLICT DO NOTHING");

static enum result regio_of(struct steward *s, struct arena *a, const struct mail_row *m, regio_id *id,
                            const char **email)
{
    struct query q CLEAN = query(
        s, a, bericht_regio, BIND(B("over", m->subject_kind), B("over_id", m->subject), B("gebruiker", m->to_user)));
    enum result found = one_row(&q);
    *id = found == OK ? row_id(&q, "id", regio_id) : (regio_id){0};
    *email = found == OK ? row_text(&q, "cp_email") : NULL;
    return found == NOT_FOUND ? OK : found;
}

enum result outbox_add_steward(struct steward *s, const struct config *c, struct arena *a, const struct mail_row *m,
                               tijdstip now)
{
    char token[RND_TOKEN_TEXT], reply_to[255]; /* a regio whose own address is wrong must not stop its people */
    const char *at = strchr(c->mail_from, '@'), *message;
    size_t n;
    regio_id regio;
    const char *regio_email;
    TRY(regio_of(s, a, m, &regio, &regio_email));
    const char *answer_to = m->reply_to ? m->reply_to : regio_email;
    rnd_token(token);
    const char *id = arena_printf(a, "<%s@%s>", token, at ? at + 1 : "localhost");
    struct mail_head head = {.from = c->mail_from,
                             .from_name = c->mail_from_name,
                             .to = m->to,
                             .to_name = m->to_name,
                             .reply_to =
                                 answer_to && email_parse(answer_to, reply_to, sizeof(reply_to)) ? reply_to : NULL,
                             .subject = m->subject_line,
                             .message_id = id,
                             .date = now};
    if (mime_mail(a, &head, m->text, m->html, &message, &n) != OK)
        return fail("a mail of kind %s could not be made: its address or headers are not right", m->kind);
    return steward_write(
        s, bericht_insert,
        BIND(B("soort", m->kind), B("over", m->subject_kind), B("over_id", m->subject), B("dag", m->due),
             B("gebruiker", m->to_user), B("aan", m->to), B("onderwerp", m->subject_line), B("bericht_id", id),
             B("bericht", ((struct blob){message, n})), B("op", now), B("regio", regio), B("keuze", m->choice)),
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
