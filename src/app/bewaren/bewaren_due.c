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
#define TERMIJN "coalesce((SELECT t.termijn FROM alle_bewaartermijn t WHERE t.regio_id = r.id AND t.soort = k.soort), k.termijn)"
STEWARD_SQL(due_stukken, "SELECT e.regio_id, e.vervalt, count(*) AS n FROM ("
                         " SELECT r.id AS regio_id, date(p.afgerond_op, 'unixepoch', '+' || " TERMIJN " || ' years') AS vervalt FROM alle_bewaarklasse k CROSS JOIN alle_regio r CROSS JOIN alle_project p"
                         "  WHERE k.soort IN ('stukken', 'notitie') AND p.regio_id = r.id AND p.afgerond_op >= CAST(strftime('%s', :van, '-' || " TERMIJN " || ' years', '+28 days') AS INTEGER)"
                         "   AND p.afgerond_op < CAST(strftime('%s', :tm, '-' || " TERMIJN " || ' years', '+33 days') AS INTEGER)"
                         "   AND CASE k.soort WHEN 'notitie' THEN EXISTS (SELECT 1 FROM alle_notitie n WHERE n.project_id = p.id)"
                         "       ELSE EXISTS (SELECT 1 FROM alle_document d WHERE d.project_id = p.id AND (d.inhoud IS NOT NULL OR d.naam <> 'vernietigd'))"
                         "            OR EXISTS (SELECT 1 FROM alle_plan v WHERE v.project_id = p.id AND coalesce(v.contact_naam, v.contact_functie, v.contact_email, v.contact_telefoon) IS NOT NULL) END"
                         " UNION ALL SELECT r.id, date(v.gesloten_op, 'unixepoch', '+' || " TERMIJN " || ' years') FROM alle_bewaarklasse k CROSS JOIN alle_regio r CROSS JOIN alle_verzoek v"
                         "  WHERE k.soort = 'verzoek' AND v.regio_id = r.id AND v.gesloten_op IS NOT NULL AND v.vernietigd_op IS NULL) e"
                         " WHERE e.vervalt BETWEEN date(:van, '+30 days') AND date(:tm, '+30 days') GROUP BY e.regio_id, e.vervalt ORDER BY e.regio_id, e.vervalt");
STEWARD_SQL(coordinatoren, "SELECT g.id, g.email, g.naam FROM alle_organisatie o JOIN alle_gebruiker g ON g.organisatie_id = o.id WHERE o.regio_id = :regio AND o.soort = 'coordinatiepunt' AND g.staat = 'actief' ORDER BY g.id");
/* clang-format on */

static enum result told(struct steward *s, struct due_list *out, enum mail_kind kind, regio_id regio, datum vervalt,
                        int n)
{
    struct query q CLEAN = query(s, out->arena, coordinatoren, BIND(B("regio", regio)));
    while (next_row(&q)) {
        struct mail_to to = {row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL};
        due_add(out, (struct due){.kind = kind,
                                  .over = "regio",
                                  .over_id = regio.id,
                                  .dag = datum_plus_days(vervalt, -30),
                                  .to = to,
                                  .link = url_vernietigen(),
                                  .view = {.aantal = n, .dag = vervalt}});
    }
    return query_result(&q);
}

enum result bewaren_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    const struct {
        enum mail_kind kind;
        struct steward_sql stmt;
    } kinds[] = {{MAIL_BEWAARTERMIJN, due_bewaren}, {MAIL_BEWAARTERMIJN_STUKKEN, due_stukken}};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct query q CLEAN = query(s, out->arena, kinds[i].stmt, BIND(B("van", van), B("tm", tm)));
        while (next_row(&q))
            TRY(told(s, out, kinds[i].kind, row_id(&q, "regio_id", regio_id), row_datum(&q, "vervalt"),
                     (int)row_int(&q, "n")));
        TRY(query_result(&q));
    }
    return OK;
}
