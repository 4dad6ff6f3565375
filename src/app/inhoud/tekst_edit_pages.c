/* app/inhoud/tekst_edit_pages.c: writing a text: typed, looked at, kept as a concept. Publishing is another act
 * (tekst_pages.c). */
#include <stdlib.h>
#include <string.h>

#include "app/inhoud/inhoud_store.h"
#include "app/labels.h"
#include "app/urls.h"
#include "out/markdown.h"
#include "templates.h"

enum { VOOR_ALLEN = 31, ANSWER_MOST = 8000 };
static const char *const soorten[] = {"beleid", "nieuws", "informatie", "vraag"};

static const char *soort_known(const char *soort)
{
    for (size_t i = 0; soort && i < sizeof(soorten) / sizeof(soorten[0]); i++)
        if (strcmp(soorten[i], soort) == 0)
            return soorten[i];
    return NULL;
}

/* Of the fields of all kinds those of this one. */
static bool is_asked(const char *soort, const char *name)
{
    static const struct {
        const char *name, *soorten;
    } only[] = {{"van", "beleid nieuws"}, {"tm", "nieuws"},
                {"openbaar", "nieuws"},   {"vast", "nieuws"},
                {"rubriek", "vraag"},     {"voor_og", "vraag"},
                {"voor_on", "vraag"},     {"voor_im", "vraag"},
                {"voor_am", "vraag"},     {"volgorde", "beleid informatie vraag"}};
    for (size_t i = 0; i < sizeof(only) / sizeof(only[0]); i++)
        if (strcmp(only[i].name, name) == 0)
            return strstr(only[i].soorten, soort) != NULL;
    return true;
}

static void fields_choose(struct form_view *f, const char *soort)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++) {
        struct field_view *v = f->fields[i];
        bool asked = is_asked(soort, v->name);
        v->is_hidden |= !asked;
        if (asked || strcmp(v->name, "volgorde") == 0) /* which the form cannot do without */
            f->fields[n++] = v;
    }
    f->n = n;
    struct field_view *titel = form_field(f, "titel"), *tekst = form_field(f, "tekst");
    if (strcmp(soort, "vraag") == 0) {
        titel->label = "Vraag";
        tekst->label = "Antwoord";
    }
    if (strcmp(soort, "beleid") == 0)
        form_field(f, "van")->label = "Geldig vanaf";
    if (strcmp(soort, "nieuws") == 0)
        form_field(f, "van")->label = "Tonen vanaf";
}

static bool pressed(const struct inhoud_input *in, const char *what)
{
    return in && in->actie && strcmp(in->actie, what) == 0;
}

/* The form with what was typed, or else with start. */
static enum result edit_show(struct request *r, const char *title, const char *soort, const struct inhoud_input *start,
                             struct tekst_edit_view *v)
{
    v->page = layout_page(r, title);
    v->form = form_view_new(r->arena, inhoud_form, &r->typed, start, &r->problems, 0);
    form_field(v->form, "soort")->value = soort;
    form_field(v->form, "versie")->value = arena_printf(r->arena, "%lld", (long long)start->versie);
    fields_choose(v->form, soort);
    layout_form(v->page, v->form);
    layout_back(v->page, v->terug, "Terug zonder opslaan");
    struct html o = page_begin(r);
    inhoud_edit(&o, v);
    return OK;
}

static const struct inhoud_input empty = {.van = {INT32_MIN},
                                          .tm = {INT32_MIN},
                                          .voor_og = true,
                                          .voor_on = true,
                                          .voor_im = true,
                                          .voor_am = true,
                                          .volgorde = 100,
                                          .versie = 1};

static const char *title_new(const char *soort)
{
    return strcmp(soort, "beleid") == 0       ? "Beleid toevoegen"
           : strcmp(soort, "nieuws") == 0     ? "Nieuwsbericht toevoegen"
           : strcmp(soort, "informatie") == 0 ? "Algemene informatie toevoegen"
                                              : "Veelgestelde vraag toevoegen";
}

static enum result new_show(struct request *r, struct tekst_edit_view *v)
{
    const char *typed = typed_value(&r->typed, "soort"),
               *soort = soort_known(typed ? typed : request_query(r, "soort"));
    if (!soort)
        return r->typed.n > 0 ? NOT_FOUND : reply_redirect(r, url_teksten());
    struct inhoud_input start = empty;
    start.van = r->today;
    v->terug = url_teksten();
    return edit_show(r, title_new(soort), soort, &start, v);
}

enum result tekst_new_page(struct request *r)
{
    struct tekst_edit_view v = {.page = NULL};
    return new_show(r, &v);
}

/* ---- the rules of a text before it is kept ---- */

static const char *typed_or_nothing(const struct request *r, const char *name)
{
    const char *typed = typed_value(&r->typed, name);
    return typed ? typed : "";
}

static void dates_judge(struct request *r, const char *soort, struct inhoud_input *in)
{
    if (!is_asked(soort, "van"))
        in->van = r->today;
    else if (datum_is_none(in->van) && !*typed_or_nothing(r, "van"))
        problem_add(&r->problems, "van", "Vul de dag in vanaf wanneer dit geldt, bijvoorbeeld 01-01-2027");
    if (!is_asked(soort, "tm"))
        in->tm = DATUM_GEEN;
    else if (!datum_is_none(in->tm) && !datum_is_none(in->van) && in->tm.dag < in->van.dag)
        problem_add(&r->problems, "tm",
                    "De laatste dag ligt voor de eerste. Vul een latere dag in of laat het veld leeg");
}

/* What is of no meaning for this kind gets its standard value; the problems are in r. The kinds of organisatie as bits.
 */
static int judge(struct request *r, const char *soort, struct inhoud_input *in)
{
    bool is_vraag = strcmp(soort, "vraag") == 0;
    in->soort = soort;
    dates_judge(r, soort, in);
    if (!is_asked(soort, "openbaar"))
        in->openbaar = in->vast = false;
    if (!is_vraag)
        in->rubriek = NULL;
    int voor = !is_vraag ? VOOR_ALLEN
                         : (in->voor_og ? SOORT_OG : 0) | (in->voor_on ? SOORT_ON : 0) | (in->voor_im ? SOORT_IM : 0) |
                               (in->voor_am ? SOORT_AM : 0);
    if (voor == 0)
        problem_add(&r->problems, "voor_og", "Kies voor wie deze vraag is");
    const char *why = in->tekst ? markdown_problem(in->tekst) : NULL;
    if (why)
        problem_add(&r->problems, "tekst", "%s", why);
    if (is_vraag && in->tekst && strlen(in->tekst) > ANSWER_MOST)
        problem_add(&r->problems, "tekst",
                    "Het antwoord is te lang voor een vraag. Schrijf er algemene informatie over en verwijs daarnaar");
    return voor;
}

/* The page again with what was typed and how it will look; nothing was wrong and nothing is kept. */
static enum result previewed(struct request *r, struct inhoud_input *in, struct tekst_edit_view *v)
{
    v->voorbeeld = true;
    v->titel = in->titel ? in->titel : "";
    v->html = markdown_html(r->arena, in->tekst ? in->tekst : "", 4, NULL);
    r->problems.n = 0;
    return OK;
}

static enum result shown_as_preview(struct request *r)
{
    TRY(form_again(r));
    r->reply.status = 200;
    r->reply.title_error = NULL;
    return OK;
}

enum result tekst_new_post(struct request *r)
{
    struct inhoud_input *in = r->input;
    const char *soort = soort_known(in->soort);
    if (!soort)
        return NOT_FOUND;
    if (pressed(in, "voorbeeld")) {
        struct tekst_edit_view v = {.page = NULL};
        TRY(previewed(r, in, &v));
        TRY(new_show(r, &v));
        return shown_as_preview(r);
    }
    int voor = judge(r, soort, in);
    if (r->problems.n > 0)
        return INVALID;
    inhoud_id id;
    TRY(tekst_insert(r->job, in, voor, &id));
    job_audit(r->job, (struct audit_line){.wat = "inhoud.concept",
                                          .soort = "inhoud",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "%s: %s", label_inhoud(soort), in->titel)});
    return reply_redirect_said(r, url_tekst(id),
                               "Het concept is opgeslagen. Zo gaat het eruitzien; nog niemand anders ziet het.");
}

/* ---- an existing text ---- */

static void input_from(const struct tekst_versie *v, struct inhoud_input *in)
{
    *in = (struct inhoud_input){.titel = v->titel,
                                .tekst = v->tekst,
                                .rubriek = v->rubriek,
                                .wijziging = v->is_concept ? v->wijziging : "",
                                .van = v->van,
                                .tm = v->tm,
                                .openbaar = v->openbaar,
                                .vast = v->vast,
                                .voor_og = (v->voor & SOORT_OG) != 0,
                                .voor_on = (v->voor & SOORT_ON) != 0,
                                .voor_im = (v->voor & SOORT_IM) != 0,
                                .voor_am = (v->voor & SOORT_AM) != 0,
                                .volgorde = v->volgorde};
}

/* What the form begins with: the version asked by ?versie=, to put back; else the newest. NOT_FOUND when it is no
 * version of this text. */
static enum result begin_read(struct request *r, struct tekst_row *row, struct tekst_versie **newest,
                              struct inhoud_input *start)
{
    inhoud_id id = request_id(r, "inhoud", inhoud_id);
    size_t n;
    struct tekst_versie *rows;
    TRY(tekst_read(r->db, r->arena, id, row));
    TRY(tekst_versies(r->db, r->arena, id, &n, &rows));
    if (n == 0)
        return NOT_FOUND;
    int64_t asked;
    const struct tekst_versie *from = &rows[0];
    if (int_parse(request_query(r, "versie"), &asked)) {
        from = NULL;
        for (size_t i = 0; i < n; i++)
            if (rows[i].nr == asked)
                from = &rows[i];
        if (!from)
            return NOT_FOUND;
    }
    *newest = &rows[0];
    input_from(from, start);
    if (from != &rows[0])
        start->wijziging = arena_printf(r->arena, "Versie %lld teruggezet", (long long)from->nr);
    start->versie = row->versie;
    return OK;
}

/* The form carries the newest versie, so that who was told of another's change can save again. */
static enum result existing_show(struct request *r, struct tekst_edit_view *v)
{
    struct tekst_row row;
    struct tekst_versie *newest;
    struct inhoud_input start;
    TRY(begin_read(r, &row, &newest, &start));
    v->terug = url_tekst(row.id);
    const struct inhoud_input *in = r->input;
    if (r->typed.n > 0 && in && !r->from_draft && in->versie != row.versie) {
        v->botst = true;
        v->wie = newest->wie;
        v->op = newest->op;
        v->verschil = verschil_maak(r->arena, newest->tekst, in->tekst ? in->tekst : "");
    }
    return edit_show(r, "Tekst wijzigen", row.soort, &start, v);
}

enum result tekst_edit_page(struct request *r)
{
    struct tekst_edit_view v = {.page = NULL};
    return existing_show(r, &v);
}

enum result tekst_edit_post(struct request *r)
{
    struct inhoud_input *in = r->input;
    inhoud_id id = request_id(r, "inhoud", inhoud_id);
    struct tekst_row row;
    TRY(tekst_read(r->db, r->arena, id, &row));
    if (pressed(in, "voorbeeld")) {
        struct tekst_edit_view v = {.page = NULL};
        TRY(previewed(r, in, &v));
        TRY(existing_show(r, &v));
        return shown_as_preview(r);
    }
    int voor = judge(r, row.soort, in);
    if (r->problems.n > 0)
        return INVALID;
    enum result ended = tekst_concept_insert(r->job, id, in, voor);
    if (ended == CONFLICT) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft deze tekst intussen gewijzigd. Wat u typte staat hieronder en is nog niet opgeslagen. Bekijk het verschil en sla het dan opnieuw op.");
        return INVALID;
    }
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "inhoud.concept",
                                          .soort = "inhoud",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "%s: %s", label_inhoud(row.soort), in->titel)});
    return reply_redirect_said(r, url_tekst(id),
                               "Het concept is opgeslagen. Zo gaat het eruitzien; nog niemand anders ziet het.");
}
