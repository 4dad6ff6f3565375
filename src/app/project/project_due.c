/* app/project/project_due.c: the due rules over all running projects. Reads base tables (it looks for nobody in
 * particular) and changes nothing. */
#include "app/labels.h"
#include "app/project/project.h"
#include "app/project/project_due_rules.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "data/steward.h"

STEWARD_SQL(
    due_projects,
    "SELECT p.id, p.naam, p.start, p.eind, p.verlengbaar, p.goedgekeurd_op, p.netto_cent, p.actueel_cent, p.prognose_cent, p.signaal, r.herinnering"
    " FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE p.afgerond_op IS NULL");
STEWARD_SQL(
    due_perioden,
    "SELECT t.id, t.start, t.eind, p.id AS project_id, p.naam FROM alle_periode t JOIN alle_project p ON p.id = t.project_id"
    " WHERE p.afgerond_op IS NULL AND t.vastgesteld_cent IS NULL AND t.eind < :tm AND t.eind >= date(:van, '-30 days')");

static url link_of(enum mail_kind kind, project_id id)
{
    bool accounts = kind == MAIL_HERINNERING || kind == MAIL_MEETMOMENT_25 || kind == MAIL_MEETMOMENT_50 ||
                    kind == MAIL_MEETMOMENT_75;
    if (kind == MAIL_VERLENGEN_MOGELIJK)
        return url_project_part(id, "verlengen");
    return accounts ? url_project_part(id, "verantwoording") : url_project(id);
}

static int percent_of(enum mail_kind kind)
{
    return kind == MAIL_MEETMOMENT_25 ? 25 : kind == MAIL_MEETMOMENT_50 ? 50 : kind == MAIL_MEETMOMENT_75 ? 75 : 0;
}

static void project_add(struct due_list *out, struct query *q, const struct project_feiten *f, const struct due_dag *d,
                        datum today)
{
    project_id id = row_id(q, "id", project_id);
    geld netto = row_geld(q, "netto_cent");
    struct mail_view view = {
        .project = row_text(q, "naam"),
        .dag = f->eind,
        .tot = f->eind,
        .netto = netto,
        .actueel = row_geld(q, "actueel_cent"),
        .prognose = row_geld(q, "prognose_cent"),
        .verwacht = geld_is_none(netto) ? GELD_GEEN : verwacht(netto, f->start, datum_plus_days(f->eind, 1), today),
        .signaal = label_signaal(row_text(q, "signaal")),
        .percent = percent_of(d->kind)};
    due_add(out, (struct due){.kind = d->kind,
                              .over = "project",
                              .over_id = id.id,
                              .dag = d->dag,
                              .project = id,
                              .link = link_of(d->kind, id),
                              .view = view});
}

enum result project_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_projects, BIND_NONE);
    while (next_row(&q)) {
        tijdstip approved = row_tijdstip(&q, "goedgekeurd_op");
        struct project_feiten f = {.start = row_datum(&q, "start"),
                                   .eind = row_datum(&q, "eind"),
                                   .verlengbaar = row_bool(&q, "verlengbaar"),
                                   .goedgekeurd = approved.sec ? tijdstip_to_datum(approved) : DATUM_GEEN};
        if (!herinnering_lees(row_text(&q, "herinnering"), &f.herinnering))
            return fail("the reminder of a regio is not understood: %s", row_text(&q, "herinnering"));
        struct due_dag days[PROJECT_DUE_MOST];
        size_t n = project_due_dagen(&f, van, tm, days);
        for (size_t i = 0; i < n; i++)
            project_add(out, &q, &f, &days[i], tm);
    }
    return query_result(&q);
}

/* Day after a periode ends; again every 14 days while vastgesteld is empty, 3 times. */
enum result perioden_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    struct query q CLEAN = query(s, out->arena, due_perioden, BIND(B("van", van), B("tm", tm)));
    while (next_row(&q)) {
        datum eind = row_datum(&q, "eind"), dag = due_driemaal(datum_plus_days(eind, 1), van, tm);
        project_id id = row_id(&q, "project_id", project_id);
        if (!datum_is_none(dag))
            due_add(out, (struct due){
                             .kind = MAIL_PERIODE_EINDE,
                             .over = "periode",
                             .over_id = row_int(&q, "id"),
                             .dag = dag,
                             .project = id,
                             .link = url_project_part(id, "perioden"),
                             .view = {.project = row_text(&q, "naam"), .dag = row_datum(&q, "start"), .tot = eind}});
    }
    return query_result(&q);
}
