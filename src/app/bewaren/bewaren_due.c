/* app/bewaren/bewaren_due.c: the mail 30 days before a retention term ends: how many, never who. */
#include "app/bewaren/bewaren.h"
#include "app/urls.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(due_bewaren, "SELECT e.regio_id, e.vervalt, count(*) AS n FROM ("
                         " SELECT p.regio_id, i.kandidaat_id, max(date(p.afgerond_op, 'unixepoch', '+' || r.bewaar_jaren || ' years')) AS vervalt"
                         "   FROM alle_regio r JOIN alle_project p ON p.regio_id = r.id AND p.afgerond_op >= CAST(strftime('%s', :van, '-' || r.bewaar_jaren || ' years', '+28 days') AS INTEGER)"
                         "    AND p.afgerond_op < CAST(strftime('%s', :tm, '-' || r.bewaar_jaren || ' years', '+33 days') AS INTEGER)"
                         "   JOIN alle_inzet i ON i.project_id = p.id JOIN alle_kandidaat k ON k.id = i.kandidaat_id WHERE k.gewist_op IS NULL GROUP BY p.regio_id, i.kandidaat_id) e"
                         " WHERE e.vervalt BETWEEN date(:van, '+30 days') AND date(:tm, '+30 days')"
                         " AND NOT EXISTS (SELECT 1 FROM alle_inzet i2 JOIN alle_project p2 ON p2.id = i2.project_id JOIN alle_regio r2 ON r2.id = p2.regio_id WHERE i2.kandidaat_id = e.kandidaat_id"
                         "     AND (p2.afgerond_op IS NULL OR date(p2.afgerond_op, 'unixepoch', '+' || r2.bewaar_jaren || ' years') > e.vervalt))"
                         " GROUP BY e.regio_id, e.vervalt ORDER BY e.regio_id, e.vervalt");
STEWARD_SQL(coordinatoren, "SELECT g.id, g.email, g.naam FROM alle_organisatie o JOIN alle_gebruiker g ON g.organisatie_id = o.id WHERE o.regio_id = :regio AND o.soort = 'coordinatiepunt' AND g.staat = 'actief' ORDER BY g.id");
/* clang-format on */

static enum result told(struct steward *s, struct due_list *out, regio_id regio, datum vervalt, int n)
{
    struct query q CLEAN = query(s, out->arena, coordinatoren, BIND(B("regio", regio)));
    while (next_row(&q)) {
        struct mail_to to = {row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL};
        due_add(out, (struct due){.kind = MAIL_BEWAARTERMIJN, .over = "regio", .over_id = regio.id, .dag = datum_plus_days(vervalt, -30), .to = to, .link = url_vernietigen(), .view = {.aantal = n, .dag = vervalt}});
    }
    return query_result(&q);
}

enum result bewaren_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_bewaren, BIND(B("van", van), B("tm", tm)));
    while (next_row(&q))
        TRY(told(s, out, row_id(&q, "regio_id", regio_id), row_datum(&q, "vervalt"), (int)row_int(&q, "n")));
    return query_result(&q);
}
