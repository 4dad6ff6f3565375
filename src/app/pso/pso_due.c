/* app/pso/pso_due.c: the due rule over PSO certificates. */
#include "app/labels.h"
#include "app/mails.h"
#include "app/pso/pso.h"
#include "app/pso/pso_rules.h"
#include "app/urls.h"
#include "data/steward.h"

/* 60 days before the last day. Not when a certificate of at least the same step goes on (instr: the order of the
 * steps), nor when it is over by now. */
STEWARD_SQL(
    due_pso,
    "SELECT c.id, c.organisatie_id, c.trede, c.tm, o.naam FROM alle_pso c JOIN alle_organisatie o ON o.id = c.organisatie_id"
    " WHERE c.vervallen_op IS NULL AND c.tm BETWEEN date(:van, '+60 days') AND date(:tm, '+60 days') AND c.tm >= :tm"
    " AND NOT EXISTS (SELECT 1 FROM alle_pso n WHERE n.organisatie_id = c.organisatie_id AND n.vervallen_op IS NULL AND n.id <> c.id"
    " AND n.van <= date(c.tm, '+1 day') AND n.tm > c.tm AND instr('aspirant,1,2,3,30+', n.trede) >= instr('aspirant,1,2,3,30+', c.trede))");

enum result pso_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_pso, BIND(B("van", van), B("tm", tm)));
    while (next_row(&q)) {
        datum last = row_datum(&q, "tm");
        organisatie_id id = row_id(&q, "organisatie_id", organisatie_id);
        due_add(out, (struct due){.kind = MAIL_PSO_VERLOOPT,
                                  .over = "pso",
                                  .over_id = row_int(&q, "id"),
                                  .dag = datum_plus_days(last, -PSO_VERLOOPT_DAGEN),
                                  .opdrachtnemer = id,
                                  .link = url_pso(id),
                                  .view = {.organisatie = row_text(&q, "naam"),
                                           .trede = label_trede(row_text(&q, "trede")),
                                           .dag = last}});
    }
    return query_result(&q);
}
