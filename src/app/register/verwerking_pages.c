/* app/register/verwerking_pages.c: Beheer › Verwerkingsregister (AVG art. 30): to read, print and take along; the
 * regio's own part is edited here. */
#include <string.h>

#include "app/bestand/bestand.h"
#include "app/register/register.h"
#include "app/register/register_store.h"
#include "app/urls.h"
#include "templates.h"

enum result verwerkingsregister_page(struct request *r)
{
    struct verwerkingen_view v = {.page = layout_page(r, "Verwerkingsregister"), .vandaag = r->today};
    TRY(verwerkingen_read(r->db, r->arena, &v));
    struct html o = page_begin(r);
    register_verwerkingen(&o, &v);
    return OK;
}

enum result verwerking_page(struct request *r)
{
    struct verwerking_row row;
    TRY(verwerking_read(r->db, r->arena, request_object(r, "verwerking"), &row));
    struct verwerking_input in = {row.grondslag, row.ontvangers, row.verwerkers, row.toelichting, row.versie};
    struct verwerking_view v = {.page = layout_page(r, row.naam),
                                .v = &row,
                                .form = form_view_new(r->arena, verwerking_form, &r->typed, &in, &r->problems, 0)};
    layout_form(v.page, v.form);
    layout_back(v.page, url_verwerkingsregister(), "Verwerkingsregister");
    struct html o = page_begin(r);
    register_verwerking(&o, &v);
    return OK;
}

struct changes {
    struct arena *a;
    const char *voor, *na;
};

static void changed(struct changes *c, const char *what, const char *was, const char *is)
{
    is = is ? is : "";
    if (strcmp(was, is) == 0)
        return;
    c->voor = arena_printf(c->a, "%s%s%s: %s", c->voor, *c->voor ? "; " : "", what, *was ? was : "leeg");
    c->na = arena_printf(c->a, "%s%s%s: %s", c->na, *c->na ? "; " : "", what, *is ? is : "leeg");
}

enum result verwerking_post(struct request *r)
{
    const struct verwerking_input *in = r->input;
    int64_t id = request_object(r, "verwerking");
    struct verwerking_row was;
    struct changes c = {r->arena, "", ""};
    TRY(verwerking_read(r->db, r->arena, id, &was));
    if (was.versie != in->versie) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft dit intussen gewijzigd (%s). Herlaad de pagina en voer uw wijziging opnieuw in.",
            was.wie);
        return INVALID;
    }
    changed(&c, "grondslag", was.grondslag, in->grondslag);
    changed(&c, "ontvangers", was.ontvangers, in->ontvangers);
    changed(&c, "verwerkers", was.verwerkers, in->verwerkers);
    changed(&c, "toelichting", was.toelichting, in->toelichting);
    if (!*c.na)
        return reply_redirect_said(r, url_verwerkingsregister(), "Er is niets gewijzigd.");
    TRY(verwerking_write(r->job, id, in));
    job_audit(r->job, (struct audit_line){.wat = "verwerking.wijzigen",
                                          .soort = "verwerking",
                                          .rij = id,
                                          .regio = r->viewer->regio,
                                          .voor = c.voor,
                                          .na = c.na});
    return reply_redirect_said(r, url_verwerkingsregister(), "Het verwerkingsregister is bijgewerkt.");
}

/* ---- as a file ---- */

static const struct xlsx_column kolommen[] = {
    {"Verwerking", XLSX_TEXT, 30, false},  {"Doel", XLSX_TEXT, 50, false},      {"Grondslag", XLSX_TEXT, 40, false},
    {"Betrokkenen", XLSX_TEXT, 40, false}, {"Gegevens", XLSX_TEXT, 60, false},  {"Ontvangers", XLSX_TEXT, 50, false},
    {"Verwerkers", XLSX_TEXT, 30, false},  {"Termijnen", XLSX_TEXT, 60, false}, {"Beveiliging", XLSX_TEXT, 60, false},
    {"Toelichting", XLSX_TEXT, 40, false}};

static const char *both(struct arena *a, const char *house, const char *own)
{
    return *own ? arena_printf(a, "%s %s", house, own) : house;
}

static enum result register_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    struct verwerkingen_view v = {.page = NULL};
    (void)tot; /* a few rows: one turn */
    TRY(excel_begin(r, w));
    TRY(verwerkingen_read(r->db, w->a, &v));
    xlsx_sheet(w->x, "Verwerkingsregister", kolommen, sizeof(kolommen) / sizeof(kolommen[0]));
    for (size_t i = 0; i < v.n_rows; i++) {
        const struct verwerking_row *p = &v.rows[i];
        const char *cells[] = {p->naam,        p->doel,      *p->grondslag ? p->grondslag : p->huis_grondslag,
                               p->betrokkenen, p->gegevens,  both(w->a, p->huis_ontvangers, p->ontvangers),
                               p->verwerkers,  p->termijnen, p->maatregelen,
                               p->toelichting};
        for (size_t k = 0; k < sizeof(cells) / sizeof(cells[0]); k++)
            xlsx_text(w->x, cells[k]);
        xlsx_row(w->x);
    }
    xlsx_table_end(w->x, arena_printf(w->a, "Totaal van %zu verwerkingen", v.n_rows), NULL);
    const char *regels[] = {"Wat",
                            "Register van verwerkingen (AVG art. 30)",
                            "Regio",
                            v.regio->regio,
                            "Verwerkingsverantwoordelijke",
                            *v.regio->verantwoordelijke ? v.regio->verantwoordelijke : "nog niet ingevuld",
                            "Functionaris voor gegevensbescherming",
                            *v.regio->fg ? v.regio->fg : "nog niet ingevuld",
                            "Contact",
                            v.regio->cp_email,
                            NULL};
    excel_over(r, w, regels);
    *klaar = true;
    return OK;
}

enum result verwerkingsregister_excel(struct request *r)
{
    struct werk *w = werk_new();
    w->turn = register_turn;
    w->bestand = "verwerkingsregister.xlsx";
    w->titel = "Verwerkingsregister";
    w->totaal = 1;
    return excel_answer(r, w);
}
