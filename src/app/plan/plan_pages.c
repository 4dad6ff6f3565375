/* app/plan/plan_pages.c: reading the plan van aanpak: the newest version, those before, and what was planned beside
 * what is realised. */
#include <string.h>

#include "app/labels.h"
#include "app/plan/plan_acts.h"
#include "app/plan/plan_show.h"
#include "app/urls.h"
#include "app/waardering/waardering.h"
#include "templates.h"

static void soorten_make(struct arena *a, const struct plan_input *in, struct plan_show *v)
{
    const struct {
        bool on;
        const char *label;
    } all[] = {{in->vacatures, "Vacatures of banen"},
               {in->leerwerkplekken, "Leerwerkplekken (BOL/BBL)"},
               {in->begeleiding, "Opleiding, begeleiding, stage"},
               {in->inkopen, "Sociaal inkopen"},
               {in->meerwaarde, "Maatschappelijke meerwaarde"}};
    v->soorten = ARENA_ARRAY(a, const char *, sizeof(all) / sizeof(all[0]));
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        if (all[i].on)
            v->soorten[v->n_soorten++] = all[i].label;
}

/* The estimate of a submitted version: with the dates and the set of the day it was sent, so that it never changes. */
static enum result version_estimate(struct request *r, const struct plan_row *p, struct bouwblokkenset **set,
                                    struct plan_schatting *out)
{
    size_t n;
    struct plan_regel *regels;
    TRY(waardering_set_read(r->db, r->arena, p->set, set));
    TRY(plan_regels_read(r->db, r->arena, p->id, *set, &n, &regels));
    struct plan_kader k = {*set, p->feiten.start, datum_plus_days(p->feiten.eind, 1)};
    *out = plan_schat(r->arena, &k, n, regels);
    return OK;
}

enum result plan_show_make(struct request *r, const struct plan_row *p, struct plan_show **out)
{
    struct bouwblokkenset *set;
    struct plan_schatting s;
    int64_t aantallen[PLAN_DOELGROEPEN];
    struct plan_show *v = *out = ARENA_NEW(r->arena, struct plan_show);
    *v = (struct plan_show){.id = p->id,
                            .project = p->project,
                            .nr = p->nr,
                            .status = p->status,
                            .status_label = plan_status_woord(p->status),
                            .feiten = ARENA_NEW(r->arena, struct plan_feiten),
                            .verlengingsopties = p->in.verlengingsopties,
                            .werkzaamheden = p->in.werkzaamheden,
                            .toelichting = p->in.toelichting,
                            .aanvullend = p->in.aanvullend,
                            .pso = plan_pso_woord(p->feiten.pso_trede),
                            .ingediend_op = p->ingediend_op,
                            .beoordeeld_op = p->beoordeeld_op,
                            .ingediend_wie = p->ingediend_wie,
                            .beoordeeld_wie = p->beoordeeld_wie,
                            .opmerkingen = p->opmerkingen,
                            .prestatieafspraken = p->prestatieafspraken,
                            .termijn = p->termijn};
    *v->feiten = p->feiten;
    if (p->contact.naam) {
        v->contact = ARENA_NEW(r->arena, struct plan_contact);
        *v->contact = p->contact;
    }
    soorten_make(r->arena, &p->in, v);
    TRY(plan_doelgroepen_read(r->db, r->arena, p->id, aantallen));
    v->doelgroepen = ARENA_ARRAY(r->arena, struct aantal_row, PLAN_DOELGROEPEN);
    for (size_t i = 0; i < PLAN_DOELGROEPEN; i++)
        if (aantallen[i] > 0)
            v->doelgroepen[v->n_doelgroepen++] = (struct aantal_row){plan_doelgroepen[i].label, aantallen[i]};
    TRY(version_estimate(r, p, &set, &s));
    v->schatting = schatting_maak(r->arena, &s, p->netto);
    return OK;
}

/* Beside what is realised stands the version that was agreed, else the newest. */
static enum result stand_make(struct request *r, const struct plan_row *p, struct plan_page_view *v)
{
    struct bouwblokkenset *set;
    struct plan_schatting s;
    size_t n;
    struct plan_realisatie *gedaan;
    TRY(version_estimate(r, p, &set, &s));
    TRY(plan_realisatie_read(r->db, r->arena, p->project, &n, &gedaan));
    v->stand = ARENA_NEW(r->arena, struct plan_stand);
    *v->stand = plan_vergelijk(r->arena, set, &s, n, gedaan, label_rubriek);
    v->stand_nr = p->nr;
    v->stand_akkoord = strcmp(p->status, "akkoord") == 0;
    return OK;
}

static void versies_make(struct request *r, const struct plan_stand_van *s, struct plan_page_view *v)
{
    v->versies = ARENA_ARRAY(r->arena, struct plan_versie_row, s->n + 1);
    for (size_t i = 0; i < s->n; i++) {
        const struct plan_row *p = &s->rows[i];
        if (p != s->concept)
            v->versies[v->n_versies++] = (struct plan_versie_row){
                p->id, p->project, p->nr, plan_status_woord(p->status), p->ingediend_wie, p->ingediend_op};
    }
}

enum result plan_page(struct request *r)
{
    struct project_head *h;
    struct plan_stand_van s;
    TRY(project_head_of(r, &h));
    struct plan_page_view v = {.page = project_layout(r, h, "Plan van aanpak"),
                               .frame = project_frame_new(r, h, "plan"),
                               .feiten = ARENA_NEW(r->arena, struct plan_feiten),
                               .is_on = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM};
    TRY(plan_feiten_read(r->db, r->arena, h->id, v.feiten));
    TRY(plan_stand_read(r, h->id, &s));
    if (s.concept) {
        v.concept = true;
        v.concept_op = s.concept->gewijzigd_op;
        v.concept_wie = s.concept->gewijzigd_wie;
    }
    if (s.ingestuurd) {
        TRY(plan_show_make(r, s.ingestuurd, &v.plan));
        TRY(stand_make(r, s.akkoord ? s.akkoord : s.ingestuurd, &v));
    }
    versies_make(r, &s, &v);
    struct html o = page_begin(r);
    plan_view(&o, &v);
    return OK;
}

enum result plan_versie_page(struct request *r)
{
    struct project_head *h;
    struct plan_row row;
    TRY(project_head_of(r, &h));
    TRY(plan_row_read(r->db, r->arena, request_id(r, "plan", plan_id), &row));
    if (row.project.id != h->id.id || strcmp(row.status, "concept") == 0)
        return NOT_FOUND;
    struct plan_versie_view v = {
        .page = project_layout(r, h, arena_printf(r->arena, "Plan van aanpak, versie %lld", (long long)row.nr)),
        .frame = project_frame_new(r, h, "plan")};
    TRY(plan_show_make(r, &row, &v.plan));
    layout_back(v.page, url_project_part(h->id, "plan"), "Plan van aanpak");
    struct html o = page_begin(r);
    plan_versie_view(&o, &v);
    return OK;
}
