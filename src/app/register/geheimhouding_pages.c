/* app/register/geheimhouding_pages.c: Beheer › Geheimhouding: the versions of the regio's own text, a new one with its
 * preview, and who accepted which version when. */
#include <string.h>

#include "app/register/register.h"
#include "app/register/register_store.h"
#include "app/urls.h"
#include "core/text.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "naam", .label = "Naam", .no_sort = true},
    {.key = "organisatie", .label = "Organisatie", .no_sort = true},
    {.key = "akkoord", .label = "Akkoord", .no_sort = true, .filter_hint = "ja of nee"},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

enum result geheimhouding_list_page(struct request *r)
{
    struct verklaringen_view v = {.page = layout_page(r, "Geheimhouding van de regio")};
    TRY(verklaringen_read(r->db, r->arena, r->today, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    register_teksten(&o, &v);
    return OK;
}

static enum result new_show(struct request *r, const char *voorbeeld, datum vanaf)
{
    struct verklaring_new_view v = {
        .page = layout_page(r, "Nieuwe tekst voor geheimhouding"), .voorbeeld = voorbeeld, .geldt_vanaf = vanaf};
    struct geheimhouding_input in = {.geldt_vanaf = datum_plus_days(r->today, 14)};
    struct verklaring_row *rows;
    size_t n;
    TRY(verklaring_volgende(r->db, r->arena, &in.nr));
    TRY(verklaringen_read(r->db, r->arena, r->today, &n, &rows));
    in.tekst = n > 0 ? rows[0].tekst : NULL; /* what is changed begins with what there is */
    v.form = form_view_new(r->arena, geheimhouding_form, &r->typed, &in, &r->problems, 0);
    layout_form(v.page, v.form);
    layout_back(v.page, url_geheimhoudingen(), "Geheimhouding van de regio");
    struct html o = page_begin(r);
    register_tekst_nieuw(&o, &v);
    return OK;
}

enum result geheimhouding_new_page(struct request *r)
{
    return new_show(r, NULL, DATUM_GEEN);
}

enum result geheimhouding_preview(struct request *r)
{
    const struct geheimhouding_input *in = r->input;
    return new_show(r, in->tekst, in->geldt_vanaf);
}

enum result geheimhouding_new_post(struct request *r)
{
    const struct geheimhouding_input *in = r->input;
    char vanaf[11];
    enum result ended = verklaring_insert(r->job, in);
    if (ended == CONFLICT) {
        problem_add(&r->problems, "",
                    "Iemand anders heeft intussen een versie vastgelegd. Herlaad de pagina en begin met die tekst.");
        return INVALID;
    }
    if (ended == INVALID)
        problem_add(&r->problems, "geldt_vanaf", "%s", job_problem(r->job));
    TRY(ended);
    datum_to_text(in->geldt_vanaf, vanaf);
    job_audit(r->job, (struct audit_line){
                          .wat = "geheimhouding.versie",
                          .soort = "regio",
                          .rij = r->viewer->regio.id,
                          .regio = r->viewer->regio,
                          .na = arena_printf(r->arena, "versie %lld, geldt vanaf %s", (long long)in->nr, vanaf)});
    return reply_redirect_said(r, url_geheimhoudingen(), "Versie %lld is vastgelegd en geldt vanaf %s.",
                               (long long)in->nr, vanaf);
}

/* "ja", "nee", or all. */
static int stand_asked(struct request *r)
{
    const char *typed = text_fold(r->arena, request_query(r, "akkoord"));
    return *typed == 'j' ? 1 : *typed == 'n' ? 2 : 0;
}

enum result geheimhouding_page(struct request *r)
{
    int64_t id = request_object(r, "geheimhouding"), total;
    struct verklaring_view v = {.page = NULL, .tekst = ARENA_NEW(r->arena, struct verklaring_row)};
    TRY(verklaring_read(r->db, r->arena, id, r->today, v.tekst));
    v.page = layout_page(r, arena_printf(r->arena, "Geheimhouding: versie %lld", (long long)v.tekst->nr));
    struct list_query q = list_query_read(r, columns, COLUMNS, "naam");
    struct akkoord_filter f = {.naam = list_like(r->arena, &q, "naam"),
                               .organisatie = list_like(r->arena, &q, "organisatie"),
                               .stand = stand_asked(r),
                               .per_page = q.per_page};
    TRY(akkoorden_count(r->db, r->arena, id, &f, &total));
    url here = url_geheimhouding(id);
    v.list = list_view_new(r, columns, COLUMNS, &q, arena_strdup(r->arena, here.path), total);
    f.page = v.list->page;
    TRY(akkoorden_read(r->db, r->arena, id, &f, &v.n_rows, &v.rows));
    layout_back(v.page, url_geheimhoudingen(), "Geheimhouding van de regio");
    struct html o = page_begin(r);
    register_tekst(&o, &v);
    return OK;
}
