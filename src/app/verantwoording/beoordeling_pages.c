/* app/verantwoording/beoordeling_pages.c: Te beoordelen: the accountmanager's list over projects; several at once go by
 * a page that lists each with its value. */
#include <string.h>

#include "app/labels.h"
#include "app/urls.h"
#include "app/verantwoording/beoordeling.h"
#include "app/verantwoording/verantwoording.h"
#include "templates.h"

enum result te_beoordelen_page(struct request *r)
{
    struct te_beoordelen_view v = {.page = layout_page(r, "Te beoordelen")};
    struct list_query q = list_query_read(r, beoordeling_columns, BEOORDELING_COLUMNS, "ingediend");
    int64_t total;
    TRY(beoordeling_list(r->db, r->arena, &q, &total, &v.totaal, &v.n_rows, &v.rows));
    for (size_t i = 0; i < v.n_rows; i++)
        v.rows[i].nr = (int64_t)i;
    v.list = list_view_new(r, beoordeling_columns, BEOORDELING_COLUMNS, &q, "/te-beoordelen", total);
    if (r->problems.n > 0) {
        v.problem = r->problems.list[0].text;
        v.page->has_errors = false;
    }
    struct html o = page_begin(r);
    beoordeling_list_page(&o, &v);
    return OK;
}

/* Those that were ticked and still wait. */
static enum result chosen_read(struct request *r, const struct beoordelen_input *in, bool ticked_only,
                               struct te_beoordelen_view *v)
{
    v->rows = ARENA_ARRAY(r->arena, struct beoordeling_row, BEOORDELEN_MOST);
    for (int i = 0; i < BEOORDELEN_MOST; i++) {
        if (in->inzet[i].id <= 0 || (ticked_only && !in->kies[i]))
            continue;
        struct beoordeling_row row;
        enum result found = beoordeling_read(r->db, r->arena, in->inzet[i], &row);
        if (found == NOT_FOUND || (found == OK && row.versie != in->versie[i])) {
            v->n_overgeslagen++;
            continue;
        }
        TRY(found);
        v->totaal.cent += row.waarde.cent;
        row.nr = (int64_t)v->n_rows;
        v->rows[v->n_rows++] = row;
    }
    return OK;
}

/* Asks once more, and says what will happen; nothing is stored here. */
enum result te_beoordelen_post(struct request *r)
{
    const struct beoordelen_input *in = r->input;
    struct te_beoordelen_view v = {.page = layout_page(r, "Inzet goedkeuren")};
    TRY(chosen_read(r, in, true, &v));
    if (v.n_rows == 0) {
        problem_add(&r->problems, "", "Vink eerst aan welke inzet u wilt goedkeuren.");
        return INVALID;
    }
    layout_back(v.page, url_te_beoordelen(), "Te beoordelen");
    struct html o = page_begin(r);
    beoordeling_confirm_page(&o, &v);
    TRY(form_again(r));
    r->reply.status = 200;
    r->reply.title_error = NULL;
    return OK;
}

static enum result one_judged(struct request *r, const struct beoordeling_row *row, const char *status,
                              const char *reden)
{
    char nummer[24];
    kandidaat_to_text(row->kandidaat, nummer, sizeof(nummer));
    bool approved = strcmp(status, "goedgekeurd") == 0;
    TRY(beoordeling_write(r->job, row->id, row->versie, status, reden));
    job_audit(r->job, (struct audit_line){.wat = approved ? "inzet.goedkeuren" : "inzet.terugsturen",
                                          .soort = "inzet",
                                          .rij = row->id.id,
                                          .project = row->project,
                                          .regio = r->viewer->regio,
                                          .na = approved ? arena_printf(r->arena, "%s, versie %lld",
                                                                        row->kandidaat.id ? nummer : row->blok,
                                                                        (long long)row->versie)
                                                         : reden});
    return OK;
}

/* The sums of one project, and one mail to its opdrachtnemer and who entered it. */
static enum result project_told(struct request *r, const struct beoordeling_row *first, int aantal, const char *what,
                                url link)
{
    struct project_head h;
    TRY(aantal == 1 ? project_sums_after_inzet(r, first->project, first->kandidaat)
                    : project_sums_after(r, first->project));
    TRY(project_head_read(r->db, r->arena, first->project, &h));
    return project_mail(r, &h, SOORT_ON, first->door, MAIL_INZET_BEOORDEELD, link,
                        (struct mail_view){.aantal = aantal, .what = what});
}

static bool seen_before(const struct te_beoordelen_view *v, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (v->rows[k].project.id == v->rows[i].project.id)
            return true;
    return false;
}

enum result te_beoordelen_goedkeuren_post(struct request *r)
{
    const struct beoordelen_input *in = r->input;
    struct te_beoordelen_view v = {.page = NULL};
    TRY(chosen_read(r, in, false, &v));
    for (size_t i = 0; i < v.n_rows; i++)
        TRY(one_judged(r, &v.rows[i], "goedgekeurd", ""));
    for (size_t i = 0; i < v.n_rows; i++) {
        int aantal = 0;
        if (seen_before(&v, i))
            continue;
        for (size_t k = i; k < v.n_rows; k++)
            aantal += v.rows[k].project.id == v.rows[i].project.id;
        TRY(project_told(r, &v.rows[i], aantal, "goedgekeurd",
                         aantal == 1 ? url_inzet(v.rows[i].project, v.rows[i].id)
                                     : url_project_part(v.rows[i].project, "verantwoording")));
    }
    if (v.n_rows == 0) {
        problem_add(&r->problems, "", "Er is niets goedgekeurd: wat u koos is intussen gewijzigd of beoordeeld.");
        return INVALID;
    }
    return reply_redirect_said(
        r, url_te_beoordelen(),
        v.n_overgeslagen ? "%zu keer goedgekeurd. %zu keer overgeslagen: die inzet is intussen gewijzigd of beoordeeld."
                         : "%zu keer goedgekeurd.",
        v.n_rows, v.n_overgeslagen);
}

/* ---- one, from its own page ---- */

static enum result own_row(struct request *r, struct beoordeling_row *out)
{
    TRY(beoordeling_read(r->db, r->arena, request_id(r, "inzet", inzet_id), out));
    return out->project.id == request_object(r, "project") ? OK : NOT_FOUND;
}

enum result inzet_goedkeuren_post(struct request *r)
{
    const struct versie_input *in = r->input;
    struct beoordeling_row row;
    TRY(own_row(r, &row));
    if (row.versie != in->versie)
        return CONFLICT;
    TRY(one_judged(r, &row, "goedgekeurd", ""));
    TRY(project_told(r, &row, 1, "goedgekeurd", url_inzet(row.project, row.id)));
    return reply_redirect_said(r, url_inzet(row.project, row.id),
                               "De inzet is goedgekeurd. De opdrachtnemer krijgt een mail.");
}

enum result inzet_terugsturen_page(struct request *r)
{
    struct beoordeling_row row;
    TRY(own_row(r, &row));
    struct terugsturen_input in = {.versie = row.versie};
    struct inzet_act_view v = {
        .page = layout_page(r, "Inzet terugsturen"),
        .form = form_view_new(r->arena, terugsturen_form, &r->typed, &in, &r->problems, 0),
        .project = row.project,
        .inzet = row.id,
        .what = arena_printf(
            r->arena,
            "%s, project %s. De opdrachtnemer krijgt een mail, leest wat u hier invult en kan de inzet verbeteren.",
            row.blok, row.naam),
        .button = "Terugsturen"};
    layout_form(v.page, v.form);
    layout_back(v.page, url_inzet(row.project, row.id), "Inzet");
    struct html o = page_begin(r);
    inzet_act_page(&o, &v);
    return OK;
}

enum result inzet_terugsturen_post(struct request *r)
{
    const struct terugsturen_input *in = r->input;
    struct beoordeling_row row;
    TRY(own_row(r, &row));
    if (r->problems.n > 0)
        return INVALID;
    if (row.versie != in->versie)
        return CONFLICT;
    TRY(one_judged(r, &row, "teruggestuurd", in->reden));
    TRY(project_told(r, &row, 1, "teruggestuurd", url_inzet(row.project, row.id)));
    return reply_redirect_said(r, url_te_beoordelen(), "De inzet is teruggestuurd. De opdrachtnemer krijgt een mail.");
}
