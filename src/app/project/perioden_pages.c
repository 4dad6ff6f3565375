/* app/project/perioden_pages.c: the page Perioden: estimated and determined amounts, or turnover × percentage. */
#include "app/labels.h"
#include "app/project/project_acts.h"
#include "app/urls.h"
#include "templates.h"

static void rows_into(struct perioden_input *in, size_t n, const struct periode_stored *stored)
{
    struct periode_rij none = periode_van(DATUM_GEEN, DATUM_GEEN, GELD_GEEN);
    for (size_t i = 0; i < PROJECT_PERIODEN_MAX; i++) {
        const struct periode_rij *p = i < n ? &stored[i].is : &none;
        in->start[i] = p->start;
        in->eind[i] = p->eind;
        in->bedrag[i] = p->bedrag;
        in->vastgesteld[i] = p->vastgesteld;
        in->omzet_verwacht[i] = p->omzet_verwacht;
        in->omzet[i] = p->omzet;
        in->bp[i] = p->bp;
    }
}

/* "€ 1.500.000,00 × 5 %": how an amount came about. */
static const char *turnover_words(struct arena *a, const struct periode_rij *p)
{
    char percent[24];
    if (bp_is_none(p->bp))
        return "";
    bp_to_text(p->bp, percent, sizeof(percent));
    if (geld_is_none(p->omzet))
        return arena_printf(a, "verwachte omzet %s × %s", act_money(a, p->omzet_verwacht), percent);
    return arena_printf(a, "omzet %s × %s", act_money(a, p->omzet), percent);
}

enum result perioden_page(struct request *r)
{
    struct project_head *h;
    size_t n;
    struct periode_stored *stored;
    TRY(project_head_of(r, &h));
    TRY(perioden_read(r->db, r->arena, h->id, &n, &stored));
    struct perioden_view v = {.page = project_layout(r, h, "Perioden"),
                              .frame = project_frame_new(r, h, "perioden"),
                              .rows = ARENA_ARRAY(r->arena, struct periode_row, n + 1),
                              .n_rows = n,
                              .totaal = h->bruto};
    struct perioden_input *in = ARENA_NEW(r->arena, struct perioden_input);
    in->versie = h->versie;
    rows_into(in, n, stored);
    for (size_t i = 0; i < n; i++) {
        const struct periode_rij *p = &stored[i].is;
        v.rows[i] = (struct periode_row){p->start,
                                         p->eind,
                                         p->bedrag,
                                         p->vastgesteld,
                                         turnover_words(r->arena, p),
                                         geld_is_none(p->vastgesteld) && p->eind.dag < r->today.dag};
    }
    if (h->mag_perioden) {
        v.form = form_view_new(r->arena, perioden_form, &r->typed, in, &r->problems, (int)n + 1);
        layout_form(v.page, v.form);
    }
    struct html o = page_begin(r);
    project_perioden_page(&o, &v);
    return OK;
}

static bool row_is_empty(const struct perioden_input *in, size_t i)
{
    return datum_is_none(in->start[i]) && datum_is_none(in->eind[i]) && geld_is_none(in->bedrag[i]) &&
           geld_is_none(in->vastgesteld[i]) && geld_is_none(in->omzet_verwacht[i]) && geld_is_none(in->omzet[i]) &&
           bp_is_none(in->bp[i]);
}

enum result perioden_post(struct request *r)
{
    const struct perioden_input *in = r->input;
    project_id id = request_id(r, "project", project_id);
    struct periode_rij rows[PROJECT_PERIODEN_MAX];
    size_t n = 0;
    if (r->problems.n > 0)
        return INVALID;
    for (size_t i = 0; i < PROJECT_PERIODEN_MAX; i++)
        if (!row_is_empty(in, i))
            rows[n++] = (struct periode_rij){in->start[i],          in->eind[i],  in->bedrag[i], in->vastgesteld[i],
                                             in->omzet_verwacht[i], in->omzet[i], in->bp[i]};
    TRY(perioden_change(r, id, in->versie, n, rows));
    return reply_redirect_said(r, url_project_part(id, "perioden"), "De perioden zijn opgeslagen.");
}
