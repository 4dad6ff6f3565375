/* app/betrokkene/verbeteren_gate.c: the contacts of a contractor on all projects of a person, also those the
 * coordinatiepunt does not see. */
#include "app/betrokkene/verbeteren_gate.h"

#include "app/mails.h"
#include "app/urls.h"
#include "data/steward.h"
#include "web/route.h"

STEWARD_SQL(
    verbeterd_aan,
    "SELECT g.id, g.email, g.naam, min(i.id) AS inzet, i.project_id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id"
    " JOIN alle_contact c ON c.project_id = p.id AND (c.van IS NULL OR :dag BETWEEN c.van AND c.tm) JOIN alle_gebruiker g ON g.id = c.gebruiker_id"
    " WHERE i.kandidaat_id = :id AND g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id) AND g.staat = 'actief' GROUP BY g.id ORDER BY g.id");

enum result verbeterd_mail(struct request *r, kandidaat_id who, const char *nummer)
{
    struct query q CLEAN = query(job_steward(r->job), r->arena, verbeterd_aan, BIND(B("id", who), B("dag", r->today)));
    while (next_row(&q)) {
        struct mail_to to = {row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL};
        TRY(mail_send(
            r->job, r->site->config, r->arena, MAIL_VERBETERD, to, "kandidaat", who.id,
            url_inzet(row_id(&q, "project_id", project_id), row_id(&q, "inzet", inzet_id)),
            (struct mail_view){.by = arena_printf(r->arena, "Het coördinatiepunt (%s)", r->viewer->organisatie_naam),
                               .what = arena_strdup(r->arena, nummer)}));
    }
    return query_result(&q);
}
