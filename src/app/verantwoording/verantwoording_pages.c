/* app/verantwoording/verantwoording_pages.c: what was accounted, with its calculation: start page, list with sums and
 * chart, one inzet. */
#include <string.h>

#include "app/labels.h"
#include "app/urls.h"
#include "app/verantwoording/beoordeling.h"
#include "app/verantwoording/inzet_life.h"
#include "app/verantwoording/kandidaat_rules.h"
#include "app/verantwoording/overig.h"
#include "app/waardering/waardering_rules.h"
#include "out/svg.h"
#include "templates.h"

enum { POINTS = 12 };

/* The tiles of the first page lead here with what the user wants to account; the project is still to be chosen. */
static void start_choose(const struct request *r, struct start_view *v)
{
    static const struct {
        const char *soort, *part, *link;
    } kinds[] = {{"", "kandidaten/nieuw", "Kandidaat toevoegen"},
                 {"inkoop", "inkoop/nieuw", "Sociaal inkopen"},
                 {"activiteit", "activiteiten/nieuw", "Activiteit / MVO"},
                 {"fonds", "fonds/nieuw", "Social Return fonds"}};
    const char *soort = request_query(r, "soort");
    v->part = kinds[0].part;
    v->link = kinds[0].link;
    for (size_t i = 1; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i].soort, soort) == 0) {
            v->part = kinds[i].part;
            v->link = kinds[i].link;
        }
}

enum result verantwoording_start_page(struct request *r)
{
    struct start_view v = {.page = layout_page(r, "Verantwoording")};
    TRY(start_read(r->db, r->arena, &v));
    start_choose(r, &v);
    struct html o = page_begin(r);
    verantwoording_start_view(&o, &v);
    return OK;
}

static enum result head_of(struct request *r, struct project_head **out)
{
    *out = ARENA_NEW(r->arena, struct project_head);
    return project_head_read(r->db, r->arena, request_id(r, "project", project_id), *out);
}

/* actueel at twelve moments, the obligation, and the straight line of expectation; the same figures stand in a table.
 */
static enum result chart_make(struct request *r, const struct project_head *h, struct verantwoording_view *v)
{
    datum days[POINTS + 1];
    geld counted[POINTS + 1];
    struct svg_point actueel[POINTS + 2], prognose[POINTS + 2], expected[2], obligation[2];
    size_t n_actueel = 0, n_prognose = 0;
    datum tot = datum_plus_days(h->eind, 1);
    for (int i = 0; i <= POINTS; i++)
        days[i] = (datum){h->start.dag + (int32_t)((int64_t)(tot.dag - h->start.dag) * i / POINTS)};
    TRY(project_curve(r, h->id, POINTS + 1, days, counted));
    v->punten = ARENA_ARRAY(r->arena, struct punt_row, POINTS + 1);
    for (int i = 0; i <= POINTS; i++) {
        v->punten[v->n_punten++] = (struct punt_row){
            days[i], counted[i], geld_is_none(h->netto) ? GELD_GEEN : verwacht(h->netto, h->start, tot, days[i])};
        bool next = days[i].dag > h->som_dag.dag;
        if (next && n_prognose == 0 && i > 0) { /* where today lies the one goes over into the other */
            actueel[n_actueel++] = (struct svg_point){h->som_dag, h->actueel};
            prognose[n_prognose++] = (struct svg_point){h->som_dag, h->actueel};
        }
        if (!next)
            actueel[n_actueel++] = (struct svg_point){days[i], counted[i]};
        else
            prognose[n_prognose++] = (struct svg_point){days[i], counted[i]};
    }
    struct svg_line lines[4] = {{"actueel", "sr-line-actueel", actueel, n_actueel},
                                {"prognose", "sr-line-prognose", prognose, n_prognose}};
    size_t n = 2;
    if (!geld_is_none(h->netto)) {
        obligation[0] = (struct svg_point){h->start, h->netto};
        obligation[1] = (struct svg_point){tot, h->netto};
        expected[0] = (struct svg_point){h->start, {0}};
        expected[1] = (struct svg_point){tot, h->netto};
        lines[n++] = (struct svg_line){"verwacht", "sr-line-verwacht", expected, 2};
        lines[n++] = (struct svg_line){"verplichting", "sr-line-verplichting", obligation, 2};
    }
    v->chart = svg_chart(
        r->arena, "Verloop van de SR waarde",
        "Actueel, prognose, verplichting en de rechte lijn van de verwachting; dezelfde cijfers staan in de tabel hieronder.",
        lines, n, h->start, tot);
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

/* "Nog nodig": the gap as placements of the block that is worth most in a year full time, and as hours of an activity
 * (spec 3). Also which kinds the methodiek knows. */
static enum result needed_show(struct request *r, const struct project_head *h, struct verantwoording_view *v)
{
    struct bouwblokkenset *set;
    const struct bouwblok *placement = NULL, *activity = NULL;
    TRY(waardering_set_read(r->db, r->arena, h->set, &set));
    v->mag_inkoop = h->mag_inzet && overig_has_blocks(set, &overig_inkoop);
    v->mag_activiteit = h->mag_inzet && overig_has_blocks(set, &overig_activiteit);
    v->mag_fonds = h->mag_inzet && overig_has_blocks(set, &overig_fonds);
    if (geld_is_none(h->netto) || h->prognose.cent >= h->netto.cent)
        return OK;
    for (size_t i = 0; i < set->n_blokken; i++) {
        const struct bouwblok *b = &set->blokken[i];
        if (b->soort == BLOK_BASIS && b->rubriek == RUBRIEK_ARBEID && b->eenheid == PER_PERIODE &&
            b->periode_mnd == 12 && (!placement || b->tarief > placement->tarief))
            placement = b;
        if (b->soort == BLOK_BASIS && b->eenheid == PER_UUR && !activity)
            activity = b;
    }
    struct nog_nodig need = project_nog_nodig(h->netto, h->prognose, placement ? (geld){placement->tarief} : GELD_GEEN,
                                              activity ? (geld){activity->tarief} : GELD_GEEN);
    char hours[24];
    v->nodig = need.tekort;
    uren_to_text((uren){need.uren_honderdste > INT32_MAX ? INT32_MAX : (int32_t)need.uren_honderdste}, hours,
                 sizeof(hours));
    if (placement)
        v->nodig_plaatsing = arena_printf(r->arena, "%lld,%02lld plaatsing van een jaar, een volle week (%s)",
                                          (long long)(need.plaatsingen_bp / 10000),
                                          (long long)(need.plaatsingen_bp % 10000 / 100), placement->label);
    if (activity)
        v->nodig_uren = arena_printf(r->arena, "%s uur (%s)", hours, activity->label);
    return OK;
}

enum result verantwoording_page(struct request *r)
{
    struct project_head *h;
    TRY(head_of(r, &h));
    struct verantwoording_view v = {.page = layout_page(r, arena_printf(r->arena, "Verantwoording – %s", h->naam)),
                                    .frame = project_frame_new(r, h, "verantwoording")};
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
    TRY(needed_show(r, h, &v));
    if (v.n_rows > 0)
        TRY(chart_make(r, h, &v));
    struct html o = page_begin(r);
    verantwoording_list_view(&o, &v);
    return OK;
}

/* Questions instead of code words beside the answers. */
static enum result answers_show(struct request *r, const struct project_head *h, const struct inzet_version *version,
                                struct inzet_view *v)
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

/* Warnings about a person's other placements: for who may know of them (spec 1: ON and AM). */
static enum result warnings_show(struct request *r, const struct project_head *h, const struct inzet_whole *w,
                                 struct inzet_view *v)
{
    struct bouwblokkenset *set;
    struct naast_elkaar n;
    if (r->viewer->soort == SOORT_OG || w->row.kandidaat.id == 0)
        return OK;
    TRY(waardering_set_read(r->db, r->arena, h->set, &set));
    TRY(naast_elkaar_read(r, h, &w->version, w->row.kandidaat, w->id, &n));
    v->waarschuwingen = ARENA_ARRAY(r->arena, const char *, WAARSCHUWINGEN_MOST);
    v->n_waarschuwingen =
        plaatsing_waarschuwingen(r->arena, set->fte, n.n_own, n.own, n.n_other, n.other, v->waarschuwingen);
    return OK;
}

static enum result who_show(struct request *r, const struct project_head *h, bool reveal, struct inzet_view *v)
{
    bool own = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM;
    if (!v->is_kandidaat)
        return OK;
    v->gewist = v->inzet->gewist && h->mag_wie;
    v->geblokkeerd = v->inzet->geblokkeerd && h->mag_wie && !v->gewist && r->viewer->soort != SOORT_CP;
    v->mag_wie_vragen = !own && h->mag_wie && !reveal && !v->gewist && !v->geblokkeerd;
    v->toont_bewijs = r->viewer->soort != SOORT_OG;
    v->mag_wijzigen_wie = own && v->mag_corrigeren && !v->inzet->geblokkeerd;
    if ((!own && !reveal) || v->gewist || v->geblokkeerd)
        return OK;
    struct wie_view *wie = ARENA_NEW(r->arena, struct wie_view);
    enum result found = kandidaat_open(r->db, r->seal, r->arena, v->inzet->kandidaat, wie);
    v->wie = found == OK ? wie : NULL;
    TRY(kandidaat_brief(r->db, r->arena, v->inzet->kandidaat, r->now, &v->brief));
    v->gewist = found == NOT_FOUND; /* the key is gone: a backup of before the erasing was put back */
    return found == NOT_FOUND ? OK : found;
}

static enum result inzet_show(struct request *r, bool reveal)
{
    struct inzet_whole *w = ARENA_NEW(r->arena, struct inzet_whole);
    struct inzet_rekening rekening;
    struct beoordeling_row waits;
    TRY(inzet_whole_read(r, w));
    TRY(inzet_rekening_read(r, w->id, w->versie, &rekening));
    const struct project_head *h = &w->head;
    struct inzet_view v = {.inzet = &w->row,
                           .mag_corrigeren = w->may,
                           .versies = w->versie,
                           .reden = w->reden,
                           .versie = &w->version,
                           .functie = w->version.functie,
                           .onderaannemer = w->version.onderaannemer,
                           .n_uren = w->version.n_uren,
                           .uren = w->version.uren,
                           .waarde = waarde_show(r->arena, &rekening.prognose, &rekening.actueel),
                           .telt = rekening.telt,
                           .wacht = rekening.wacht,
                           .is_kandidaat = w->row.kandidaat.id > 0,
                           .part = overig_part(w->row.soort)};
    char nummer[24];
    kandidaat_to_text(w->row.kandidaat, nummer, sizeof(nummer));
    v.page = layout_page(
        r, arena_printf(r->arena, "%s – %s", v.is_kandidaat ? nummer : label_inzet_soort(w->row.soort), h->naam));
    v.page->heading = h->naam;
    v.frame = project_frame_new(r, h, "verantwoording");
    enum result found = beoordeling_read(r->db, r->arena, w->id, &waits);
    v.mag_beoordelen = found == OK;
    if (found != OK && found != NOT_FOUND)
        return found;
    TRY(answers_show(r, h, &w->version, &v));
    TRY(inzet_versions(r->db, r->arena, w->id, &v.n_versies, &v.versie_rows));
    TRY(warnings_show(r, h, w, &v));
    TRY(who_show(r, h, reveal, &v));
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
    job_audit(r->job,
              (struct audit_line){
                  .wat = "kandidaat.lezen", .soort = "inzet", .rij = request_object(r, "inzet"), .project = project});
    return OK;
}
