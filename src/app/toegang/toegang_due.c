/* app/toegang/toegang_due.c: the mail that asks for the yearly review. */
#include "app/toegang/toegang.h"
#include "app/urls.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(due_toegang, "SELECT b.regio_id, date(b.dag, '+' || j.n || ' years') AS dag, b.gesloten FROM"
                         " (SELECT r.id AS regio_id, coalesce((SELECT date(max(t.gesloten_op), 'unixepoch') FROM alle_toegang t WHERE t.regio_id = r.id),"
                         "    (SELECT date(min(g.gemaakt_op), 'unixepoch') FROM alle_organisatie o JOIN alle_gebruiker g ON g.organisatie_id = o.id WHERE o.regio_id = r.id AND o.soort = 'coordinatiepunt')) AS dag,"
                         "    (SELECT date(max(t.gesloten_op), 'unixepoch') FROM alle_toegang t WHERE t.regio_id = r.id) AS gesloten"
                         "    FROM alle_regio r WHERE NOT EXISTS (SELECT 1 FROM alle_toegang t WHERE t.regio_id = r.id AND t.gesloten_op IS NULL)) b"
                         " JOIN (SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5) j"
                         " WHERE date(b.dag, '+' || j.n || ' years') BETWEEN :van AND :tm ORDER BY b.regio_id, j.n DESC");
STEWARD_SQL(due_toegang_wie, "SELECT g.id, g.email, g.naam FROM alle_organisatie o JOIN alle_gebruiker g ON g.organisatie_id = o.id WHERE o.regio_id = :regio AND o.soort = 'coordinatiepunt' AND g.staat = 'actief' ORDER BY g.id");
/* clang-format on */

static enum result told(struct steward *s, struct due_list *out, regio_id regio, datum dag, datum gesloten)
{
    struct query q CLEAN = query(s, out->arena, due_toegang_wie, BIND(B("regio", regio)));
    while (next_row(&q)) {
        struct mail_to to = {row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL};
        due_add(out, (struct due){.kind = MAIL_TOEGANG,
                                  .over = "regio",
                                  .over_id = regio.id,
                                  .dag = dag,
                                  .to = to,
                                  .link = url_toegangen(),
                                  .view = {.dag = gesloten, .aantal = datum_is_none(gesloten) ? 0 : 1}});
    }
    return query_result(&q);
}

enum result toegang_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_toegang, BIND(B("van", van), B("tm", tm)));
    while (next_row(&q))
        TRY(told(s, out, row_id(&q, "regio_id", regio_id), row_datum(&q, "dag"), row_datum(&q, "gesloten")));
    return query_result(&q);
}
