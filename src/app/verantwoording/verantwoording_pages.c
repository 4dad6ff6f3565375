/* app/verantwoording/verantwoording_pages.c: what was accounted, with its calculation: start page, list with sums and chart, one inzet. */
#include <string.h>

#include "app/labels.h"
#include "app/urls.h"
#include "app/verantwoording/inzet_acts.h"
#include "app/waardering/waardering_rules.h"
#include "out/svg.h"
#include "templates.h"

enum { POINTS = 12 };

enum result verantwoording_start_page(struct request *r)
{
    struct start_view v = {.page = layout_page(r, "Verantwoording")};
    TRY(start_read(r->db, r->arena, &v));
    struct html o = page_begin(r);
    verantwoording_start_view(&o, &v);
    return OK;
}

static enum result head_of(struct request *r, struct project_head **out)
{
    *out = ARENA_NEW(r->arena, struct project_head);
    return project_head_read(r->db, r->arena, request_id(r, "project", project_id), *out);
}

/* actueel at twelve moments, the obligation, and the straight line of expectation; the same figures stand in a table. */
static enum result chart_make(struct request *r, const struct project_head *h, struct verantwoording_view *v)
{
    datum days[POINTS + 1];
    geld counted[POINTS + 1];
    struct svg_point actueel[POINTS + 1], prognose[POINTS + 1], expected[2], obligation[2];
    size_t n_actueel = 0, n_prognose = 0;
    datum tot = datum_plus_days(h->eind, 1);
    for (int i = 0; i <= POINTS; i++)
        days[i] = (datum){h->start.dag + (int32_t)((int64_t)(tot.dag - h->start.dag) * i / POINTS)};
    TRY(project_curve(r, h->id, POINTS + 1, days, counted));
    v->punten = ARENA_ARRAY(r->arena, struct punt_row, POINTS + 1);
    for (int i = 0; i <= POINTS; i++) {
        v->punten[v->n_punten++] = (struct punt_row){days[i], counted[i], geld_is_none(h->netto) ? GELD_GEEN : verwacht(h->netto, h->start, tot, days[i])};
        if (days[i].dag <= r->today.dag)
            actueel[n_actueel++] = (struct svg_point){days[i], counted[i]};
        else
            prognose[n_prognose++] = (struct svg_point){days[i], counted[i]};
    }
    struct svg_line lines[4] = {{"actueel", "sr-line-actueel", actueel, n_actueel}, {"prognose", "sr-line-prognose", prognose, n_prognose}};
    size_t n = 2;
    if (!geld_is_none(h->netto)) {
        obligation[0] = (struct svg_point){h->start, h->netto};
        obligation[1] = (struct svg_point){tot, h->netto};
        expected[0] = (struct svg_point){h->start, {0}};
        expected[1] = (struct svg_point){tot, h->netto};
        lines[n++] = (struct svg_line){"verwacht", "sr-line-verwacht", expected, 2};
        lines[n++] = (struct svg_line){"verplichting", "sr-line-verplichting", obligation, 2};
    }
    v->chart = svg_chart(r->arena, "Verloop van de SR waarde", "Actueel, prognose, verplichting en de rechte lijn van de verwachting; dezelfde cijfers staan in de tabel hieronder.", lines, n, h->start, tot);
    return OK;
}

static void sums_make(struct request *r, struct verantwoording_view *v)
{
    v->soorten = ARENA_ARRAY(r->arena, struct som_row, 4);
    for (size_t i = 0; i < v->n_rows; i++) {
        const struct inzet_row *row = &v->rows[i];
        size_t k = 0;
        while (k < v->n_soorten && strcmp(v->soorten[k].soort, row->soort) != 0)
            k++;
        if (k == v->n_soorten)
            v->soorten[v->n_soorten++] = (struct som_row){row->soort, {0}, {0}};
        v->soorten[k].actueel.cent += row->actueel.cent;
        v->soorten[k].prognose.cent += row->prognose.cent;
        v->actueel.cent += row->actueel.cent;
        v->prognose.cent += row->prognose.cent;
        v->ingediend.cent += row->ingediend.cent;
    }
}

enum result verantwoording_page(struct request *r)
{
    struct project_head *h;
    TRY(head_of(r, &h));
    struct verantwoording_view v = {.page = layout_page(r, arena_printf(r->arena, "Verantwoording – %s", h->naam)), .frame = project_frame_new(r, h, "verantwoording")};
    v.page->heading = h->naam;
    layout_back(v.page, url_projects(), "Projecten");
    TRY(inzet_list(r->db, r->arena, h->id, &v.n_rows, &v.rows));
    v.toont_naam = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM;
    for (size_t i = 0; v.toont_naam && i < v.n_rows; i++) {
        struct wie_view w;
        if (v.rows[i].kandidaat.id > 0 && kandidaat_open(r->db, r->seal, r->arena, v.rows[i].kandidaat, &w) == OK)
            v.rows[i].naam = w.naam ? w.naam : w.initialen;
    }
    sums_make(r, &v);
    if (v.n_rows > 0)
        TRY(chart_make(r, h, &v));
    struct html o = page_begin(r);
    verantwoording_list_view(&o, &v);
    return OK;
}

/* Questions instead of code words beside the answers. */
static enum result answers_show(struct request *r, const struct project_head *h, const struct inzet_version *version, struct inzet_view *v)
{
    struct bouwblokkenset *set;
    TRY(waardering_set_read(r->db, r->arena, h->set, &set));
    v->antwoorden = ARENA_ARRAY(r->arena, struct antwoord_row, version->n_antwoorden + 1);
    for (size_t i = 0; i < version->n_antwoorden; i++) {
        const char *vraag = version->antwoorden[i].name;
        for (size_t k = 0; k < set->n_attributen; k++)
            if (strcmp(set->attributen[k].naam, vraag) == 0) {
                vraag = set->attributen[k].vraag;
                break;
            }
        v->antwoorden[v->n_antwoorden++] = (struct antwoord_row){vraag, version->antwoorden[i].value};
    }
    return OK;
}

static enum result inzet_show(struct request *r, bool reveal)
{
    struct project_head *h;
    struct inzet_version version;
    struct inzet_rekening rekening;
    struct inzet_view v = {.inzet = ARENA_NEW(r->arena, struct inzet_row)};
    inzet_id id = request_id(r, "inzet", inzet_id);
    TRY(head_of(r, &h));
    TRY(inzet_row_read(r->db, r->arena, h->id, id, v.inzet, &v.mag_corrigeren, &v.versies, &v.reden));
    TRY(inzet_version_read(r->db, r->arena, id, v.versies, &version));
    TRY(inzet_rekening_read(r, id, 0, &rekening));
    char nummer[24];
    kandidaat_to_text(v.inzet->kandidaat, nummer, sizeof(nummer));
    v.page = layout_page(r, arena_printf(r->arena, "%s – %s", nummer, h->naam));
    v.page->heading = h->naam;
    v.frame = project_frame_new(r, h, "verantwoording");
    v.functie = version.functie;
    v.onderaannemer = version.onderaannemer;
    v.n_uren = version.n_uren;
    v.uren = version.uren;
    v.waarde = waarde_show(r->arena, &rekening.prognose, &rekening.actueel);
    v.telt = rekening.telt;
    v.wacht = rekening.wacht;
    TRY(answers_show(r, h, &version, &v));
    bool own = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM;
    v.mag_wie_vragen = !own && h->mag_wie && !reveal;
    if (own || reveal) {
        v.wie = ARENA_NEW(r->arena, struct wie_view);
        TRY(kandidaat_open(r->db, r->seal, r->arena, v.inzet->kandidaat, v.wie));
    }
    layout_back(v.page, url_project_part(h->id, "verantwoording"), "Verantwoording");
    struct html o = page_begin(r);
    inzet_detail_view(&o, &v);
    return OK;
}

enum result inzet_page(struct request *r)
{
    return inzet_show(r, false);
}

/* "Reading a person's identity by AM or CP is logged too" (spec 5): hence a button and not a page. */
enum result inzet_wie_post(struct request *r)
{
    project_id project = request_id(r, "project", project_id);
    TRY(inzet_show(r, true));
    job_audit(r->job, (struct audit_line){.wat = "kandidaat.lezen", .soort = "inzet", .rij = request_object(r, "inzet"), .project = project});
    return OK;
}
