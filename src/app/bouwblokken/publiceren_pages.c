/* app/bouwblokken/publiceren_pages.c: what running projects would be worth, publishing by a second coordinator,
 * withdrawing, herwaarderen. */
#include <string.h>

#include "app/bouwblokken/bouwblokken_gate.h"
#include "app/bouwblokken/bouwblokken_store.h"
#include "app/urls.h"
#include "templates.h"

enum { DOORREKENEN_MOST = 2000 };

static const char *day(struct arena *a, datum d)
{
    char text[11];
    datum_to_text(d, text);
    return arena_strdup(a, text);
}

static enum result row_of(struct request *r, struct set_row *out)
{
    return set_row_read(r->db, r->arena, request_id(r, "set", bouwblokkenset_id), out);
}

/* ---- doorrekenen ---- */

enum result doorrekenen_page(struct request *r)
{
    struct bouwblokkenset *s;
    struct doorrekenen_view v = {.n_inzet = 0};
    TRY(row_of(r, &v.set));
    TRY(set_whole_read(r->db, r->arena, v.set.id, &s));
    v.page = layout_page(r, arena_printf(r->arena, "Doorrekenen: %s %s", v.set.naam, v.set.versie));
    layout_back(v.page, url_set(v.set.id), arena_printf(r->arena, "%s %s", v.set.naam, v.set.versie));
    TRY(lopend(r->db, r->arena, DOORREKENEN_MOST, &v.n_rows, &v.rows));
    for (size_t i = 0; i < v.n_rows; i++) {
        TRY(doorrekenen(r, s, &v.rows[i], NULL));
        v.was.cent += v.rows[i].was.cent;
        v.is.cent += v.rows[i].is.cent;
    }
    struct html o = page_begin(r);
    bouwblokken_doorrekenen(&o, &v);
    return OK;
}

/* ---- publiceren, intrekken ---- */

static enum result act_page(struct request *r, const struct set_row *row, const char *title, const char *what,
                            const struct field *form, const void *in, const char *button, bool danger)
{
    struct set_form_view v = {.page = layout_page(r, title),
                              .form = form_view_new(r->arena, form, &r->typed, in, &r->problems, 0),
                              .intro = what,
                              .button = button,
                              .danger = danger,
                              .set = row->id};
    v.cancel.p = arena_strdup(r->arena, url_set(row->id).path);
    layout_form(v.page, v.form);
    layout_back(v.page, url_set(row->id), arena_printf(r->arena, "%s %s", row->naam, row->versie));
    struct html o = page_begin(r);
    bouwblokken_form(&o, &v);
    return OK;
}

enum result publiceren_page(struct request *r)
{
    struct set_row row;
    TRY(row_of(r, &row));
    struct bewerking_input in = {row.bewerking};
    return act_page(
        r, &row, "Set publiceren",
        arena_printf(
            r->arena,
            "Projecten die op of na %s beginnen, krijgen de set %s %s. Lopende projecten houden de set die zij hebben. Een gepubliceerde set kan niet meer worden gewijzigd; een wijziging is een nieuwe versie.",
            day(r->arena, row.van), row.naam, row.versie),
        bewerking_form, &in, "Ja, publiceer deze set", false);
}

static enum result status_set(struct request *r, const struct set_row *row, int64_t bewerking, const char *status,
                              const char *reden, const char *wat)
{
    enum result ended = set_status(r->job, row->id, bewerking, status, reden);
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = wat,
                                          .soort = "bouwblokkenset",
                                          .rij = row->id.id,
                                          .regio = r->viewer->regio,
                                          .voor = row->status,
                                          .na = *reden ? reden : status});
    return OK;
}

enum result publiceren_post(struct request *r)
{
    const struct bewerking_input *in = r->input;
    struct set_row row;
    TRY(row_of(r, &row));
    TRY(status_set(r, &row, in->bewerking, "gepubliceerd", "", "bouwblokken.publiceren"));
    return reply_redirect_said(r, url_set(row.id), "De set is gepubliceerd.");
}

enum result set_intrekken_page(struct request *r)
{
    struct set_row row;
    TRY(row_of(r, &row));
    struct intrekken_input in = {NULL, row.bewerking};
    return act_page(
        r, &row, "Set intrekken",
        "De set kan daarna niet meer worden gekozen. Er is geen project dat deze set heeft. De set die hiervoor gold, loopt weer door.",
        set_intrekken_form, &in, "Intrekken", true);
}

enum result set_intrekken_post(struct request *r)
{
    const struct intrekken_input *in = r->input;
    struct set_row row;
    TRY(row_of(r, &row));
    TRY(status_set(r, &row, in->bewerking, "ingetrokken", in->reden, "bouwblokken.intrekken"));
    return reply_redirect_said(r, url_sets(), "De set %s %s is ingetrokken.", row.naam, row.versie);
}

/* ---- herwaarderen ---- */

static const struct list_column columns[] = {
    {.key = "naam", .label = "Project", .no_sort = true},
    {.key = "opdrachtnemer", .label = "Opdrachtnemer", .no_filter = true, .no_sort = true},
    {.key = "methodiek", .label = "Set nu", .no_filter = true, .no_sort = true}};

enum result herwaarderen_page(struct request *r)
{
    struct doorrekenen_view v = {.n_inzet = 0};
    TRY(row_of(r, &v.set));
    v.page = layout_page(r, arena_printf(r->arena, "Herwaarderen naar %s %s", v.set.naam, v.set.versie));
    layout_back(v.page, url_set(v.set.id), arena_printf(r->arena, "%s %s", v.set.naam, v.set.versie));
    struct list_query q = list_query_read(r, columns, 3, "naam");
    TRY(herwaardeerbaar(r->db, r->arena, v.set.id, list_like(r->arena, &q, "naam"), HERWAARDEREN_MOST, &v.n_rows,
                        &v.rows));
    v.meer = v.n_rows == HERWAARDEREN_MOST;
    v.list = list_view_new(r, columns, 3, &q, arena_strdup(r->arena, url_set_part(v.set.id, "herwaarderen").path),
                           (int64_t)v.n_rows);
    if (r->problems.n > 0)
        v.problem = r->problems.list[0].text;
    struct html o = page_begin(r);
    bouwblokken_herwaarderen(&o, &v);
    return OK;
}

/* The chosen projects with what changes for each; of each inzet a line. */
static enum result chosen_read(struct request *r, const struct herwaarderen_input *in, bool ticked_only,
                               struct doorrekenen_view *v)
{
    struct bouwblokkenset *s;
    size_t room = 0;
    struct project_anders *x = ARENA_ARRAY(r->arena, struct project_anders, HERWAARDEREN_MOST);
    TRY(row_of(r, &v->set));
    TRY(set_whole_read(r->db, r->arena, v->set.id, &s));
    v->rows = ARENA_ARRAY(r->arena, struct doorgerekend_row, HERWAARDEREN_MOST);
    for (int i = 0; i < HERWAARDEREN_MOST; i++) {
        if (in->project[i].id <= 0 || (ticked_only && !in->kies[i]))
            continue;
        struct doorgerekend_row *row = &v->rows[v->n_rows];
        enum result found = herwaardeerbaar_een(r->db, r->arena, v->set.id, in->project[i], row);
        if (found == NOT_FOUND)
            continue; /* meanwhile completed, approved or already on this set */
        TRY(found);
        row->nr = (int64_t)v->n_rows;
        TRY(doorrekenen(r, s, row, &x[v->n_rows]));
        room += x[v->n_rows].n;
        v->n_kan += row->waarom == NULL;
        v->n_rows++;
    }
    v->inzet = ARENA_ARRAY(r->arena, struct doorgerekend_inzet, room + 1);
    for (size_t i = 0; i < v->n_rows; i++)
        for (size_t k = 0; k < x[i].n; k++)
            if (x[i].inzet[k].was.cent != x[i].inzet[k].is.cent)
                v->inzet[v->n_inzet++] = (struct doorgerekend_inzet){
                    v->rows[i].naam, x[i].inzet[k].nummer, x[i].inzet[k].code, x[i].inzet[k].was, x[i].inzet[k].is};
    return OK;
}

static enum result preview_show(struct request *r, struct doorrekenen_view *v)
{
    v->page = layout_page(r, arena_printf(r->arena, "Herwaarderen naar %s %s", v->set.naam, v->set.versie));
    v->form = form_view_new(r->arena, herwaarderen_form, &r->typed, NULL, &r->problems, 0);
    layout_back(v->page, url_set_part(v->set.id, "herwaarderen"), "Herwaarderen");
    for (size_t i = 0; i < v->n_rows; i++) {
        v->was.cent += v->rows[i].was.cent;
        v->is.cent += v->rows[i].is.cent;
    }
    if (r->problems.n > 0)
        v->problem = r->problems.list[0].text;
    struct html o = page_begin(r);
    bouwblokken_herwaarderen_controle(&o, v);
    return OK;
}

enum result herwaarderen_preview(struct request *r)
{
    struct doorrekenen_view v = {.n_inzet = 0};
    TRY(chosen_read(r, r->input, true, &v));
    if (v.n_rows == 0) {
        problem_add(&r->problems, "", "Vink eerst aan welke projecten u wilt herwaarderen.");
        return INVALID;
    }
    return preview_show(r, &v);
}

enum result herwaarderen_post(struct request *r)
{
    const struct herwaarderen_input *in = r->input;
    struct doorrekenen_view v = {.n_inzet = 0};
    size_t done = 0;
    TRY(chosen_read(r, in, false, &v));
    if (!in->reden || v.n_kan == 0) {
        problem_add(&r->problems, "reden",
                    in->reden ? "Geen van deze projecten kan worden herwaardeerd"
                              : "Vul in waarom u deze projecten herwaardeert");
        TRY(preview_show(r, &v));
        return form_again(r);
    }
    for (size_t i = 0; i < v.n_rows; i++) {
        const struct doorgerekend_row *row = &v.rows[i];
        if (row->waarom)
            continue;
        char was[48], is[48];
        geld_to_text(row->was, was, sizeof(was));
        geld_to_text(row->is, is, sizeof(is));
        TRY(project_herwaarderen(
            r, row->id, v.set.id,
            arena_printf(r->arena, "Herwaardering naar %s %s: %s", v.set.naam, v.set.versie, in->reden)));
        job_audit(r->job, (struct audit_line){.wat = "project.herwaarderen",
                                              .soort = "project",
                                              .rij = row->id.id,
                                              .project = row->id,
                                              .regio = r->viewer->regio,
                                              .voor = arena_printf(r->arena, "%s; SR prognose %s", row->methodiek, was),
                                              .na = arena_printf(r->arena, "%s %s; SR prognose %s (%s)", v.set.naam,
                                                                 v.set.versie, is, in->reden)});
        done++;
    }
    return reply_redirect_said(r, url_set(v.set.id), "%zu projecten herwaardeerd.%s", done,
                               done < v.n_rows ? " De andere konden niet; daar is niets gewijzigd." : "");
}
