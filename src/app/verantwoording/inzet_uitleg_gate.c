/* app/verantwoording/inzet_uitleg_gate.c: the calculation shown on pages: line by line of an inzet, its course over
 * time, the discount of certificates. It reads what the sums are made of, also of projects and persons the viewer does
 * not see, so that a page and a stored sum never differ; the page asks the right first. */
#include "app/verantwoording/inzet_sums.h"
#include "app/verantwoording/inzet_sums_input.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(sums_inzet_project, "SELECT project_id FROM alle_inzet WHERE id = :id");
/* clang-format on */

enum result inzet_rekening_read(struct request *r, inzet_id id, int64_t versie, struct inzet_rekening *out)
{
    struct project_sums_input *p = ARENA_NEW(r->arena, struct project_sums_input);
    project_id project;
    {
        struct query q CLEAN = query(r->gate, r->arena, sums_inzet_project, BIND(B("id", id)));
        TRY(one_row(&q));
        project = row_id(&q, "project_id", project_id);
    }
    TRY(sums_input_nu(r->gate, r->arena, project, p));
    const struct version_row *found = NULL;
    for (size_t i = 0; i < p->n_rows; i++)
        if (p->rows[i].inzet.id == id.id && (versie == 0 || p->rows[i].versie == versie))
            found = &p->rows[i];
    if (!found || !found->in.blok)
        return NOT_FOUND;
    enum telt telt = sums_version_telt(p, found);
    *out = (struct inzet_rekening){waarde_bereken(r->arena, &found->in, r->today),
                                   waarde_bereken(r->arena, &found->in, GEEN_GRENS), found->in.blok, telt == TELT_MEE,
                                   telt == TELT_ALS_INGEDIEND};
    return OK;
}

enum result project_curve(struct request *r, project_id id, size_t n, const datum *days, geld *out)
{
    struct project_sums_input *p = ARENA_NEW(r->arena, struct project_sums_input);
    TRY(sums_input_nu(r->gate, r->arena, id, p));
    for (size_t k = 0; k < n; k++) {
        struct arena *one = arena_new(); /* only the sum of a day is kept, not its lines */
        out[k].cent = 0;
        for (size_t i = 0; i < p->n_rows; i++)
            if (sums_version_telt(p, &p->rows[i]) == TELT_MEE)
                out[k].cent += waarde_bereken(one, &p->rows[i].in, days[k]).totaal.cent;
        arena_free(one);
    }
    return OK;
}

static const char *money_words(struct arena *a, geld g)
{
    char words[48];
    geld_to_text(g, words, sizeof(words));
    return arena_strdup(a, words);
}

/* "€ 10.000,00 × 10 % × 182/366 dagen" */
static const char *discount_words(struct arena *a, geld bruto, const struct korting_regel *l, int32_t days)
{
    char percent[24];
    bp_to_text(l->korting, percent, sizeof(percent));
    return arena_printf(a, "%s × %s × %d/%d dagen", money_words(a, bruto), percent, l->tot.dag - l->van.dag, days);
}

static void discount_lines(struct arena *a, const struct project_sums_input *p, geld bruto, struct korting_uitleg *out)
{
    struct korting_regel lines[KORTING_REGELS_MOST];
    size_t n = verplichting_korting_regels(bruto, p->start, p->tot, p->n_certificaten, p->certificaten, p->pso_hele,
                                           lines, KORTING_REGELS_MOST);
    out->regels = ARENA_ARRAY(a, struct korting_uitleg_regel, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct certificaat *c = &p->certificaten[lines[i].certificaat];
        out->regels[out->n_regels++] =
            (struct korting_uitleg_regel){p->treden[lines[i].certificaat],
                                          c->van,
                                          datum_plus_days(c->tot, -1),
                                          lines[i].van,
                                          datum_plus_days(lines[i].tot, -1),
                                          lines[i].korting,
                                          discount_words(a, bruto, &lines[i], p->tot.dag - p->start.dag),
                                          lines[i].bedrag};
        out->korting.cent += lines[i].bedrag.cent;
    }
}

enum result project_korting_uitleg(struct request *r, project_id id, struct korting_uitleg *out)
{
    struct project_sums_input *p = ARENA_NEW(r->arena, struct project_sums_input);
    struct sums_bron now = sums_bron_nu();
    TRY(sums_terms_read(r->gate, r->arena, id, &now, p));
    *out = (struct korting_uitleg){.hele_looptijd = p->pso_hele,
                                   .certificaten =
                                       ARENA_ARRAY(r->arena, struct korting_certificaat, p->n_certificaten + 1)};
    for (size_t i = 0; i < p->n_certificaten; i++) {
        const struct certificaat *c = &p->certificaten[i];
        if (c->van.dag < p->tot.dag && c->tot.dag > p->start.dag)
            out->certificaten[out->n_certificaten++] =
                (struct korting_certificaat){p->treden[i], c->van, datum_plus_days(c->tot, -1), c->korting};
    }
    discount_lines(r->arena, p, sums_obligation(p).bruto, out);
    return OK;
}

enum result project_regels_read(struct request *r, project_id id, size_t *n, struct inzet_regels **out)
{
    struct project_sums_input *p = ARENA_NEW(r->arena, struct project_sums_input);
    TRY(sums_input_nu(r->gate, r->arena, id, p));
    *out = ARENA_ARRAY(r->arena, struct inzet_regels, p->n_rows + 1);
    *n = 0;
    for (size_t i = p->n_rows; i-- > 0;) {
        const struct version_row *v = &p->rows[i];
        if (!v->in.blok)
            continue;
        enum telt telt = sums_version_telt(p, v);
        struct inzet_invoer in = v->in;
        in.goedgekeurd |= telt == TELT_ALS_INGEDIEND; /* what it would be worth */
        (*out)[(*n)++] = (struct inzet_regels){v->inzet,
                                               v->versie,
                                               v->versie == v->nieuwste,
                                               telt == TELT_MEE,
                                               telt == TELT_ALS_INGEDIEND,
                                               waarde_bereken(r->arena, &in, r->today),
                                               waarde_bereken(r->arena, &in, GEEN_GRENS)};
    }
    return OK;
}
