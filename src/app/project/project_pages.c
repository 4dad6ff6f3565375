/* app/project/project_pages.c: the lists, the detail, history. Registering and changing: project_edit_pages.c; time:
 * perioden_, looptijd_ and einde_pages.c; people: contact_pages.c. */
#include <string.h>

#include "app/eindoordeel/eindoordeel.h"
#include "app/labels.h"
#include "app/organisatie/organisatie.h"
#include "app/project/project_acts.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "out/svg.h"
#include "templates.h"

static enum result list_show(struct request *r, const char *title, const char *path, bool afgerond)
{
    struct project_list_view v = {.page = layout_page(r, title),
                                  .afgerond = afgerond,
                                  .mag_toevoegen =
                                      !afgerond && (r->viewer->soort == SOORT_OG || r->viewer->soort == SOORT_CP)};
    struct list_query q = list_query_read(r, project_columns, PROJECT_COLUMNS, "naam");
    int64_t total;
    TRY(project_list_read(r->db, r->arena, &q, &v, &total));
    v.list = list_view_new(r, project_columns, PROJECT_COLUMNS, &q, path, total);
    project_filters_unknown(r->arena, &q, v.list);
    for (size_t i = 0; i < v.n_rows; i++) {
        struct project_row *row = &v.rows[i];
        int actueel = percent_bp(row->actueel, row->netto), prognose = percent_bp(row->prognose, row->netto);
        row->percent = actueel < 0 ? "–" : arena_printf(r->arena, "%d %% / %d %%", actueel / 100, prognose / 100);
        if (actueel >= 0)
            row->bar = svg_bar(r->arena, actueel, prognose,
                               arena_printf(r->arena, "SR actueel %d %%, SR prognose %d %% van de verplichting",
                                            actueel / 100, prognose / 100));
    }
    struct html o = page_begin(r);
    project_list_page(&o, &v);
    return OK;
}

enum result projects_page(struct request *r)
{
    return list_show(r, "Projecten", "/projecten", false);
}

enum result projects_done_page(struct request *r)
{
    return list_show(r, "Afgeronde projecten", "/projecten/afgerond", true);
}

enum result project_head_of(struct request *r, struct project_head **out)
{
    *out = ARENA_NEW(r->arena, struct project_head);
    return project_head_read(r->db, r->arena, request_id(r, "project", project_id), *out);
}

struct page *project_layout(struct request *r, const struct project_head *h, const char *part)
{
    struct page *p = layout_page(r, *part ? arena_printf(r->arena, "%s – %s", part, h->naam) : h->naam);
    p->heading = h->naam;
    layout_back(p, h->afgerond ? url_projects_done() : url_projects(),
                h->afgerond ? "Afgeronde projecten" : "Projecten");
    return p;
}

/* Why a switch is not there for this viewer: whose it is, and from when. */
static void switches_say(struct request *r, const struct project_head *h, struct project_page_view *v)
{
    const char *last_day = act_day(r->arena, h->eind);
    bool over = r->today.dag >= h->eind.dag;
    v->goedkeuren_wanneer =
        over
            ? "De accountmanager zet deze switch aan."
            : arena_printf(r->arena, "De accountmanager kan deze switch aanzetten vanaf de laatste dag: %s.", last_day);
    v->afronden_wanneer =
        !h->goedgekeurd ? "Dit kan nadat de SR verantwoording is goedgekeurd."
        : over
            ? "De opdrachtgever zet deze switch aan."
            : arena_printf(r->arena, "De opdrachtgever kan deze switch aanzetten vanaf de laatste dag: %s.", last_day);
}

/* Nothing is said of what takes nothing off a project without an amount and without certificates. */
static const char *pso_waarom(const struct project_head *h, const struct korting_uitleg *u)
{
    if (geld_is_none(h->bruto))
        return "Dit project heeft geen SR verplichting in euro’s: een PSO-certificaat verlaagt hier niets.";
    if (u->n_certificaten == 0)
        return "De opdrachtnemer heeft geen PSO-certificaat dat in de looptijd van dit project valt.";
    if (u->hele_looptijd && u->n_regels == 0)
        return "In deze regio telt PSO alleen als er op elke dag van het project een geldig certificaat is. Dat is hier niet zo: er is geen korting.";
    return u->korting.cent == 0 ? "De methodiek van dit project geeft voor deze trede geen korting." : NULL;
}

static enum result pso_show(struct request *r, const struct project_head *h, struct project_page_view *v)
{
    v->pso = ARENA_NEW(r->arena, struct korting_uitleg);
    TRY(project_korting_uitleg(r, h->id, v->pso));
    v->pso_waarom = pso_waarom(h, v->pso);
    v->pso_link = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_CP;
    return OK;
}

static enum result eindoordeel_show_short(struct request *r, const struct project_head *h, struct project_page_view *v)
{
    struct eindoordeel *e = ARENA_NEW(r->arena, struct eindoordeel);
    enum result found = eindoordeel_newest(r->db, r->arena, h->id, DATUM_GEEN, e);
    if (found != OK && found != NOT_FOUND)
        return found;
    v->eindoordeel = found == OK ? e : NULL;
    if (h->mag_goedkeuren)
        TRY(eindoordeel_wacht(r, h->id, h->netto, h->actueel, &v->goedkeuren_eerst));
    return OK;
}

enum result project_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct project_page_view v = {.page = project_layout(r, h, ""),
                                  .frame = project_frame_new(r, h, ""),
                                  .detail = ARENA_NEW(r->arena, struct project_detail)};
    TRY(project_detail_read(r->db, r->arena, h->id, v.detail));
    TRY(project_verlengingen(r->db, r->arena, h->id, &v.n_verlengingen, &v.verlengingen));
    TRY(ontbreekt_read(r->db, r->arena, h->id, &v.n_ontbreekt, &v.ontbreekt));
    TRY(pso_show(r, h, &v));
    TRY(eindoordeel_show_short(r, h, &v));
    switches_say(r, h, &v);
    struct html o = page_begin(r);
    project_detail_page(&o, &v);
    return OK;
}

enum result historie_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct historie_view v = {.page = project_layout(r, h, "Historie"), .frame = project_frame_new(r, h, "historie")};
    TRY(historie_read(r->db, r->arena, h->id, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    project_historie_page(&o, &v);
    return OK;
}
