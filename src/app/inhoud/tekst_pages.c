/* app/inhoud/tekst_pages.c: Beheer › Teksten: the list, one text with its versions and what differs, publishing,
 * throwing a concept away, withdrawing. */
#include <string.h>

#include "app/inhoud/inhoud_store.h"
#include "app/labels.h"
#include "app/urls.h"
#include "core/text.h"
#include "out/markdown.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "titel", .label = "Titel"},
    {.key = "soort",
     .label = "Soort",
     .filter_hint = "beleid, nieuwsbericht, algemene informatie of veelgestelde vraag"},
    {.key = "staat", .label = "Staat", .filter_hint = "concept, gepubliceerd, gepland, verlopen of ingetrokken"},
    {.key = "op", .label = "Gewijzigd", .no_filter = true},
    {.key = "wie", .label = "Door"},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
static const char in_between[] =
    "Iemand anders heeft deze tekst intussen gewijzigd; het staat nu op deze pagina. Er is niets veranderd. Controleer het en probeer het opnieuw.";

enum result teksten_page(struct request *r)
{
    struct teksten_view v = {.page = layout_page(r, "Teksten")};
    struct list_query q = list_query_read(r, columns, COLUMNS, "-op");
    int64_t total;
    TRY(teksten_read(r->db, r->arena, &q, &total, &v.n_rows, &v.rows));
    v.list = list_view_new(r, columns, COLUMNS, &q, "/beheer/teksten", total);
    struct html o = page_begin(r);
    inhoud_teksten(&o, &v);
    return OK;
}

static const char *readers_text(struct arena *a, int64_t voor)
{
    static const struct {
        int soort;
        const char *wie;
    } each[] = {{SOORT_OG, "opdrachtgevers"},
                {SOORT_ON, "opdrachtnemers"},
                {SOORT_IM, "SR-intermediairs"},
                {SOORT_AM, "accountmanagers"}};
    struct text t;
    text_init(&t, 400);
    for (size_t i = 0; i < sizeof(each) / sizeof(each[0]); i++)
        if (voor & each[i].soort)
            text_printf(&t, "%s%s", t.n ? ", " : "", each[i].wie);
    return text_take(&t, a, NULL);
}

/* The text of the address with its versions; versie: the one asked, {0} = the newest, which is the concept when there
 * is one. */
static enum result text_view(struct request *r, inhoudversie_id versie, struct tekst_view *v)
{
    inhoud_id id = request_id(r, "inhoud", inhoud_id);
    v->tekst = ARENA_NEW(r->arena, struct tekst_row);
    TRY(tekst_read(r->db, r->arena, id, v->tekst));
    TRY(tekst_versies(r->db, r->arena, id, &v->n_rows, &v->rows));
    for (size_t i = 0; i < v->n_rows; i++) {
        v->rows[i].voor_wie = readers_text(r->arena, v->rows[i].voor);
        if (versie.id ? v->rows[i].id.id == versie.id : i == 0)
            v->versie = &v->rows[i];
    }
    if (!v->versie)
        return NOT_FOUND;
    v->is_beleid = strcmp(v->tekst->soort, "beleid") == 0;
    v->is_nieuws = strcmp(v->tekst->soort, "nieuws") == 0;
    v->is_vraag = strcmp(v->tekst->soort, "vraag") == 0;
    v->toont_tm = !datum_is_none(v->versie->tm);
    if (v->versie < v->rows + v->n_rows - 1) {
        v->vorige = v->versie[1].nr;
        v->verschil = verschil_maak(r->arena, v->versie[1].tekst, v->versie->tekst);
    }
    return OK;
}

static enum result show(struct request *r, const char *title, struct tekst_view *v,
                        void (*page)(struct html *, const struct tekst_view *))
{
    v->page = layout_page(r, title);
    if (page == inhoud_tekst)
        layout_back(v->page, url_teksten(), "Teksten");
    else
        layout_back(v->page, url_tekst(v->tekst->id), v->tekst->titel);
    v->html = markdown_html(r->arena, v->versie->tekst, 3, NULL);
    v->form = form_view_new(r->arena, inhoud_staat_form, &r->typed, NULL, &r->problems, 0);
    form_field(v->form, "versie")->value = arena_printf(r->arena, "%lld", (long long)v->tekst->versie);
    layout_form(v->page, v->form);
    struct html o = page_begin(r);
    page(&o, v);
    return OK;
}

enum result tekst_page(struct request *r)
{
    struct tekst_view v = {.page = NULL};
    TRY(text_view(r, (inhoudversie_id){0}, &v));
    TRY(show(r, v.tekst->titel, &v, inhoud_tekst));
    return OK;
}

enum result tekst_versie_page(struct request *r)
{
    struct tekst_view v = {.page = NULL};
    TRY(text_view(r, request_id(r, "inhoudversie", inhoudversie_id), &v));
    return show(r, arena_printf(r->arena, "%s, versie %lld", v.versie->titel, (long long)v.versie->nr), &v,
                inhoud_tekst_versie);
}

enum result tekst_weggooien_page(struct request *r)
{
    struct tekst_view v = {.page = NULL};
    TRY(text_view(r, (inhoudversie_id){0}, &v));
    return show(r, "Concept weggooien", &v, inhoud_tekst_weggooien);
}

enum result tekst_intrekken_page(struct request *r)
{
    struct tekst_view v = {.page = NULL};
    TRY(text_view(r, (inhoudversie_id){0}, &v));
    return show(r, "Tekst intrekken", &v, inhoud_tekst_intrekken);
}

static enum result staat_change(struct request *r, const char *staat, const char *wat)
{
    const struct inhoud_staat_input *in = r->input;
    inhoud_id id = request_id(r, "inhoud", inhoud_id);
    struct tekst_row row;
    TRY(tekst_read(r->db, r->arena, id, &row));
    enum result ended = tekst_staat_set(r->job, id, staat, in->versie);
    if (ended == CONFLICT) {
        problem_add(&r->problems, "", "%s", in_between);
        return INVALID;
    }
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = wat,
                                          .soort = "inhoud",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "%s: %s", label_inhoud(row.soort), row.titel)});
    return OK;
}

enum result tekst_publiceren_post(struct request *r)
{
    TRY(staat_change(r, "gepubliceerd", "inhoud.publiceren"));
    return reply_redirect_said(r, url_tekst(request_id(r, "inhoud", inhoud_id)),
                               "De tekst is gepubliceerd. De versie van hiervoor blijft bewaard.");
}

enum result tekst_weggooien_post(struct request *r)
{
    struct tekst_row row;
    inhoud_id id = request_id(r, "inhoud", inhoud_id);
    TRY(tekst_read(r->db, r->arena, id, &row));
    TRY(staat_change(r, "concept", "inhoud.weggooien"));
    return reply_redirect_said(r, row.heeft_gepubliceerd ? url_tekst(id) : url_teksten(), "Het concept is weggegooid.");
}

enum result tekst_intrekken_post(struct request *r)
{
    TRY(staat_change(r, "ingetrokken", "inhoud.intrekken"));
    return reply_redirect_said(r, url_tekst(request_id(r, "inhoud", inhoud_id)),
                               "De tekst is ingetrokken. Alleen uw coördinatiepunt ziet hem nog.");
}
