/* app/verantwoording/inzet_due.c: the due rule over overeenkomsten. Says that one ends and where to look; never whose
 * it is. */
#include "app/mails.h"
#include "app/urls.h"
#include "app/verantwoording/verantwoording.h"
#include "data/steward.h"

/* "overeenkomst loopt af: 30 days before" (spec 4). What ended early or was sent back is not told. */
STEWARD_SQL(
    due_overeenkomsten,
    "SELECT i.id, v.eind, p.id AS project_id, p.naam FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie"
    " JOIN alle_project p ON p.id = i.project_id WHERE i.soort = 'kandidaat' AND i.status <> 'teruggestuurd' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL"
    " AND v.uit_dienst IS NULL AND v.eind BETWEEN date(:van, '+30 days') AND date(:tm, '+30 days') AND v.eind >= :tm");

enum result overeenkomsten_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_overeenkomsten, BIND(B("van", van), B("tm", tm)));
    while (next_row(&q)) {
        datum eind = row_datum(&q, "eind");
        project_id id = row_id(&q, "project_id", project_id);
        inzet_id inzet = row_id(&q, "id", inzet_id);
        due_add(out, (struct due){.kind = MAIL_OVEREENKOMST_LOOPT_AF,
                                  .over = "inzet",
                                  .over_id = inzet.id,
                                  .dag = datum_plus_days(eind, -30),
                                  .project = id,
                                  .link = url_inzet(id, inzet),
                                  .view = {.project = row_text(&q, "naam"), .dag = eind}});
    }
    return query_result(&q);
}

STEWARD_SQL(
    due_te_beoordelen,
    "SELECT g.id, g.email, g.naam, count(DISTINCT i.id) AS n FROM alle_contact k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_project p ON p.id = k.project_id"
    " JOIN alle_inzet i ON i.project_id = p.id AND i.status = 'ingediend' WHERE (k.van IS NULL OR :dag BETWEEN k.van AND k.tm) AND g.organisatie_id IN (p.wsp_id, p.extra_wsp_id) AND g.staat = 'actief'"
    " AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL GROUP BY g.id ORDER BY g.id");

enum result te_beoordelen_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    (void)van; /* after an absence one is enough: what waits today */
    struct query q CLEAN = query(s, out->arena, due_te_beoordelen, BIND(B("dag", tm)));
    while (next_row(&q)) {
        struct mail_to to = {row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL};
        due_add(out, (struct due){.kind = MAIL_TE_BEOORDELEN,
                                  .over = "gebruiker",
                                  .over_id = to.user.id,
                                  .dag = tm,
                                  .to = to,
                                  .link = url_te_beoordelen(),
                                  .view = {.aantal = (int)row_int(&q, "n")}});
    }
    return query_result(&q);
}
