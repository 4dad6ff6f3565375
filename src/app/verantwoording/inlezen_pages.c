/* app/verantwoording/inlezen_pages.c: choose a file; what is wrong with it, or what it is worth; then store it. Between
 * the two the file is kept sealed. */
#include <string.h>

#include "app/urls.h"
#include "app/verantwoording/inlezen_view.h"
#include "templates.h"

static const char purpose[] = "inlezing.inhoud";

static enum result entry_read(struct request *r, struct inlezing *x)
{
    TRY(project_head_read(r->db, r->arena, request_id(r, "project", project_id), &x->head));
    return waardering_set_read(r->db, r->arena, x->head.set, &x->set);
}

static struct page *inlezen_layout(struct request *r, const struct project_head *h)
{
    struct page *p = layout_page(r, arena_printf(r->arena, "Inlezen – %s", h->naam));
    p->heading = arena_printf(r->arena, "Inlezen uit een bestand: %s", h->naam);
    layout_back(p, url_project_part(h->id, "verantwoording"), "Verantwoording");
    return p;
}

enum result inlezen_page(struct request *r)
{
    struct inlezing none = {.n = 0};
    const struct inlezing *x = r->slow_result;
    TRY(entry_read(r, &none));
    struct inlezen_view v = {.page = inlezen_layout(r, &none.head),
                             .form = form_view_new(r->arena, inlezen_form, &r->typed, NULL, &r->problems, 0),
                             .project = none.head.id,
                             .facturen = overig_has_blocks(none.set, &overig_inkoop)};
    if (x) {
        v.n_fouten = (int64_t)x->n_fouten;
        v.n_rows = x->n_getoond;
        v.rows = x->fouten;
    }
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    inlezen_form_page(&o, &v);
    return OK;
}

enum result inlezen_voorbeeld_page(struct request *r)
{
    struct inlezing x = {.facturen = strcmp(request_query(r, "soort"), "facturen") == 0};
    TRY(entry_read(r, &x));
    const char *csv = inlezing_voorbeeld(r, &x.head, x.set, x.facturen);
    TRY(reply_text(r, "text/csv; charset=utf-8", csv, strlen(csv)));
    r->reply.filename = x.facturen ? "voorbeeld-facturen.csv" : "voorbeeld-kandidaten.csv";
    return OK;
}

/* ---- checking ---- */

enum result inlezen_check(struct request *r)
{
    const struct inlezen_input *in = r->input;
    struct inlezing *x = ARENA_NEW(r->arena, struct inlezing);
    struct blob bytes;
    r->slow_result = x;
    if (!r->upload.path || r->upload.n == 0) {
        problem_add(&r->problems, "bestand",
                    r->upload.path ? "Dit bestand is leeg. Kies een ander bestand" : "Kies het bestand");
        return INVALID;
    }
    if (r->upload.n > INLEZEN_MAX) {
        problem_add(&r->problems, "bestand", "Dit bestand is groter dan 4 MB. Verdeel het over meer bestanden");
        return INVALID;
    }
    TRY(upload_read(r, &bytes));
    TRY(entry_read(r, x));
    x->facturen = strcmp(in->soort, "facturen") == 0;
    x->bytes = bytes.p;
    x->n_bytes = bytes.n;
    TRY(inlezing_lees(r, bytes.p, bytes.n, x));
    if (x->n_fouten == 0)
        return OK;
    problem_add(&r->problems, "bestand",
                "Er %s in het bestand. Er is niets ingelezen. Verbeter %s en kies het bestand opnieuw",
                x->n_fouten == 1 ? "staat een fout" : arena_printf(r->arena, "staan %zu fouten", x->n_fouten),
                x->n_fouten == 1 ? "haar" : "ze");
    return INVALID;
}

enum result inlezen_post(struct request *r)
{
    const struct inlezing *x = r->slow_result;
    struct blob sealed;
    TRY(seal_bytes_with(r->seal, r->session_token, purpose, x->head.id.id, (struct blob){x->bytes, x->n_bytes},
                        r->arena, &sealed));
    TRY(inlezing_put(r->job, x->head.id, x->facturen ? "facturen" : "kandidaten", sealed));
    job_unlogged(r->job, "inlezing");
    return reply_redirect(r, url_project_part(x->head.id, "inlezen/controle"));
}

/* ---- the check page, and storing ---- */

/* The file of before, judged anew: the project may have changed. NOT_FOUND when there is none (any more). */
static enum result again_read(struct request *r, struct inlezing *x, int64_t *nr)
{
    struct inlezing_row row;
    struct blob bytes;
    TRY(entry_read(r, x));
    TRY(inlezing_get(r->db, r->arena, x->head.id, &row));
    TRY(seal_open_bytes_with(r->seal, r->session_token, purpose, x->head.id.id, row.inhoud, r->arena, &bytes));
    x->facturen = strcmp(row.soort, "facturen") == 0;
    *nr = row.nr;
    return inlezing_lees(r, bytes.p, bytes.n, x);
}

enum result inlezen_controle_page(struct request *r)
{
    struct inlezing x = {.n = 0};
    int64_t nr;
    enum result found = again_read(r, &x, &nr);
    if (found == NOT_FOUND && x.head.id.id > 0)
        return reply_redirect(r, url_project_part(x.head.id, "inlezen"));
    TRY(found);
    struct inlezen_view v = {.page = inlezen_layout(r, &x.head),
                             .project = x.head.id,
                             .facturen = x.facturen,
                             .nr = nr,
                             .n_fouten = (int64_t)x.n_fouten,
                             .n_rows = x.n_getoond,
                             .rows = x.fouten,
                             .aantal = (int64_t)x.n,
                             .nieuw = (int64_t)x.n_nieuw,
                             .n_sommen = x.n_sommen,
                             .sommen = x.sommen,
                             .totaal = x.totaal,
                             .n_let_op = (int64_t)x.n_let_op,
                             .n_let_op_rows = x.n_let_op_getoond,
                             .let_op = x.let_op};
    struct html o = page_begin(r);
    inlezen_controle(&o, &v);
    return OK;
}

enum result inlezen_again(struct request *r)
{
    const struct inlezen_nr_input *in = r->input;
    struct inlezing *x = ARENA_NEW(r->arena, struct inlezing);
    int64_t nr;
    r->slow_result = x;
    enum result found = again_read(r, x, &nr);
    if ((found == NOT_FOUND && x->head.id.id > 0) || (found == OK && (nr != in->nr || x->n_fouten > 0))) {
        problem_add(&r->problems, "", "%s",
                    found == OK && x->n_fouten > 0
                        ? "Het project is intussen gewijzigd: het bestand past niet meer. Er is niets ingelezen."
                        : "Dit bestand is al ingelezen of vervallen. Kies het opnieuw.");
        return INVALID;
    }
    TRY(found);
    return inlezing_verzegel(r, x);
}

enum result inlezen_bevestig_post(struct request *r)
{
    const struct inlezing *x = r->slow_result;
    TRY(inlezing_drop(r->job, x->head.id));
    TRY(inlezing_bewaar(r, x));
    const char *what = x->facturen ? (x->n == 1 ? "factuur" : "facturen") : x->n == 1 ? "kandidaat" : "kandidaten";
    return reply_redirect_said(r, url_project_part(x->head.id, "verantwoording"), "%zu %s ingelezen.", x->n, what);
}
