/* post/sender.c: takes what is due from the outbox, sends it, writes the receipt through the desk. Runs inside the
 * planner's thread, or once for a command. */
#include "post/sender.h"

#include <string.h>

#include "core/clock.h"
#include "core/log.h"
#include "data/desk.h"
#include "data/steward.h"
#include "post/outbox.h"
#include "post/smtp.h"

STEWARD_SQL(
    berichten_due,
    "SELECT id, aan, bericht, bericht_id, pogingen, vanaf_op FROM alle_bericht WHERE status = 'wacht' AND volgende_op <= :nu ORDER BY volgende_op, id LIMIT 20");
STEWARD_SQL(
    bericht_receipt,
    "UPDATE alle_bericht SET status = :status, pogingen = :pogingen, volgende_op = :volgende, antwoord = :antwoord, verzonden_op = :verzonden WHERE id = :id");

struct waiting {
    int64_t id, since;
    int attempts;
    const char *to;
    struct blob message;
};
struct receipt {
    struct desk_task task;
    const struct waiting *mail;
    const struct delivery *how;
    tijdstip now;
};

static enum result receipt_run(struct desk_task *task, struct desk_job *job)
{
    struct receipt *r = (struct receipt *)(void *)task;
    int attempts = r->mail->attempts + 1;
    int64_t again = r->how->sent ? 0 : r->how->permanent ? 0 : outbox_retry_sec(attempts, r->now.sec - r->mail->since);
    const char *status = r->how->sent ? "verzonden" : again == 0 ? "mislukt" : "wacht";
    job_unlogged(job, "verzending");
    return steward_write(job_steward(job), bericht_receipt,
                         BIND(B("status", status), B("pogingen", attempts),
                              B("volgende", (int64_t)(r->now.sec + again)), B("antwoord", (const char *)r->how->answer),
                              bind_nullable("verzonden", !r->how->sent, r->now.sec), B("id", r->mail->id)),
                         NULL);
}

static enum result due_read(struct steward *s, struct arena *a, tijdstip now, size_t *n, struct waiting *out)
{
    struct query q CLEAN = query(s, a, berichten_due, BIND(B("nu", now)));
    *n = 0;
    while (*n < 20 && next_row(&q))
        out[(*n)++] = (struct waiting){row_int(&q, "id"), row_int(&q, "vanaf_op"), (int)row_int(&q, "pogingen"),
                                       row_text(&q, "aan"), row_blob(&q, "bericht")};
    return query_result(&q);
}

enum result sender_pass(struct steward *s, struct desk *desk, const struct config *c, const _Atomic bool *stop,
                        int *sent, int *failed)
{
    struct arena *a = arena_new();
    struct waiting mails[20];
    size_t n;
    tijdstip now = clock_now();
    enum result ended = due_read(s, a, now, &n, mails);
    for (size_t i = 0; ended == OK && i < n && !atomic_load(stop); i++) {
        struct delivery how;
        if (strcmp(c->mail_method, "map") == 0)
            folder_send(c, arena_printf(a, "%06lld", (long long)mails[i].id), mails[i].message.p, mails[i].message.n,
                        &how);
        else
            smtp_send(c, mails[i].to, mails[i].message.p, mails[i].message.n, stop, &how);
        if (atomic_load(stop) && !how.sent)
            break;
        struct receipt r = {.task = {.run = receipt_run}, .mail = &mails[i], .how = &how, .now = now};
        ended = desk_run(desk, &r.task);
        *(how.sent ? sent : failed) += 1;
        if (!how.sent)
            log_warn("mail %lld was not sent: %s", (long long)mails[i].id, how.answer);
    }
    arena_free(a);
    return ended;
}
