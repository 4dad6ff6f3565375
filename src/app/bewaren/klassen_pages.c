/* app/bewaren/klassen_pages.c: Beheer › Bewaartermijnen: what is kept how long, on what ground, and what the regio sets
 * itself. */
#include "app/bewaren/bewaren.h"
#include "app/bewaren/bewaren_store.h"
#include "app/urls.h"
#include "templates.h"

enum result bewaartermijnen_page(struct request *r)
{
    struct klassen_view v = {.page = layout_page(r, "Bewaartermijnen")};
    struct termijnen_input in;
    TRY(klassen_read(r->db, r->arena, &v.n_rows, &v.rows));
    TRY(termijnen_read(r->db, r->arena, &in));
    v.form = form_view_new(r->arena, termijnen_form, &r->typed, &in, &r->problems, 0);
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    bewaren_klassen(&o, &v);
    return OK;
}

static const char *words(struct arena *a, const struct termijnen_input *t)
{
    return arena_printf(a, "stukken %lld, notities %lld, dossiers %lld, hulpvragen %lld jaar", (long long)t->stukken,
                        (long long)t->notitie, (long long)t->verzoek, (long long)t->hulpvraag);
}

enum result bewaartermijnen_post(struct request *r)
{
    const struct termijnen_input *in = r->input;
    struct termijnen_input was;
    TRY(termijnen_read(r->db, r->arena, &was));
    if (was.versie != in->versie) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft de termijnen intussen gewijzigd. Herlaad de pagina en voer uw wijziging opnieuw in.");
        return INVALID;
    }
    if (was.stukken == in->stukken && was.notitie == in->notitie && was.verzoek == in->verzoek &&
        was.hulpvraag == in->hulpvraag)
        return reply_redirect_said(r, url_bewaartermijnen(), "Er is niets gewijzigd.");
    TRY(termijnen_write(r->job, in));
    job_audit(r->job, (struct audit_line){.wat = "bewaren.termijnen",
                                          .soort = "regio",
                                          .rij = r->viewer->regio.id,
                                          .regio = r->viewer->regio,
                                          .voor = words(r->arena, &was),
                                          .na = words(r->arena, in)});
    return reply_redirect_said(r, url_bewaartermijnen(), "De bewaartermijnen zijn opgeslagen.");
}
