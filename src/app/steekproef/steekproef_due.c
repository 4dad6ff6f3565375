/* app/steekproef/steekproef_due.c: the due rule of the steekproef: 7 days before its deadline, while it is open, to the
 * contacts of who accounts for items of which nothing was seen yet. */
#include "app/steekproef/steekproef.h"
#include "app/urls.h"
#include "data/steward.h"

/* Not on the day it was drawn or before: that mail has just gone. */
STEWARD_SQL(
    due_steekproef,
    "SELECT s.id, s.deadline, g.id AS gebruiker_id, g.email, g.naam, count(DISTINCT t.id) AS n FROM alle_steekproef s JOIN alle_steekproef_item t ON t.steekproef_id = s.id"
    " JOIN alle_inzet i ON i.id = t.inzet_id JOIN alle_project p ON p.id = i.project_id JOIN alle_contact k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id"
    " WHERE s.gesloten_op IS NULL AND s.deadline BETWEEN date(:van, '+7 days') AND date(:tm, '+7 days') AND s.deadline >= :tm AND s.op < CAST(strftime('%s', s.deadline, '-7 days') AS INTEGER)"
    " AND t.uitkomst IS NULL AND NOT EXISTS (SELECT 1 FROM alle_gezien z WHERE z.item_id = t.id AND z.ingetrokken_op IS NULL)"
    " AND (k.van IS NULL OR :tm BETWEEN k.van AND k.tm) AND g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id) AND g.staat <> 'geblokkeerd'"
    " GROUP BY s.id, g.id ORDER BY s.id, g.id");

enum result steekproef_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_steekproef, BIND(B("van", van), B("tm", tm)));
    while (next_row(&q)) {
        steekproef_id id = row_id(&q, "id", steekproef_id);
        datum deadline = row_datum(&q, "deadline");
        struct mail_to to = {row_id(&q, "gebruiker_id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"),
                             NULL};
        due_add(out, (struct due){.kind = MAIL_STEEKPROEF_HERINNERING,
                                  .over = "steekproef",
                                  .over_id = id.id,
                                  .dag = datum_plus_days(deadline, -7),
                                  .to = to,
                                  .link = url_steekproef(id),
                                  .view = {.aantal = (int)row_int(&q, "n"), .dag = deadline}});
    }
    return query_result(&q);
}
