/* app/hulpvraag/hulpvraag_pages.c: Beheer › Hulpvragen: the list, one question, answering it, noting something, taking
 * and closing it. */
#include <string.h>

#include "app/hulpvraag/hulpvraag.h"
#include "app/hulpvraag/hulpvraag_store.h"
#include "app/mails.h"
#include "app/urls.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "op", .label = "Gesteld", .no_filter = true},
    {.key = "vraag", .label = "Vraag"},
    {.key = "wie", .label = "Wie"},
    {.key = "staat", .label = "Staat", .filter_hint = "open, in behandeling, beantwoord of gesloten"},
    {.key = "behandelaar", .label = "Behandelaar"},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };
static const char in_between[] =
    "Iemand anders heeft intussen iets met deze vraag gedaan; het staat nu op deze pagina. Wat u typte is niet verstuurd. Controleer het en probeer opnieuw.";

enum result hulpvragen_page(struct request *r)
{
    struct hulpvragen_view v = {.page = layout_page(r, "Hulpvragen")};
    struct list_query q = list_query_read(r, columns, COLUMNS, "-op");
    int64_t total;
    TRY(hulpvragen_read(r->db, r->arena, &q, &total, &v.n_rows, &v.rows));
    TRY(hulpvragen_waiting(r->db, r->arena, &v.open, &v.in_behandeling));
    v.list = list_view_new(r, columns, COLUMNS, &q, "/beheer/hulpvragen", total);
    struct html o = page_begin(r);
    hulpvraag_list_page(&o, &v);
    return OK;
}

/* The question of the address with all that was said; the form carries the newest versie, so that who was told of
 * another's act can send again. */
static enum result question_view(struct request *r, const char *title, bool notes, const struct field *form,
                                 struct hulpvraag_view *v)
{
    hulpvraag_id id = request_id(r, "hulpvraag", hulpvraag_id);
    v->page = layout_page(r, title);
    v->vraag = ARENA_NEW(r->arena, struct hulpvraag_row);
    TRY(hulpvraag_read(r->db, r->arena, id, v->vraag));
    TRY(hulpvraag_regels(r->db, r->arena, id, notes, &v->n_rows, &v->rows));
    if (path_is_local(v->vraag->pagina))
        v->pagina = (own_path){v->vraag->pagina};
    if (!form)
        return OK;
    v->form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0);
    form_field(v->form, "versie")->value = arena_printf(r->arena, "%lld", (long long)v->vraag->versie);
    layout_form(v->page, v->form);
    return OK;
}

enum result hulpvraag_one_page(struct request *r)
{
    struct hulpvraag_view v = {.page = NULL};
    TRY(question_view(r, "Hulpvraag", true, hulpvraag_antwoord_form, &v));
    bool is_closed = strcmp(v.vraag->staat, "gesloten") == 0, is_open = strcmp(v.vraag->staat, "open") == 0,
         is_taken = strcmp(v.vraag->staat, "in_behandeling") == 0;
    v.mag_oppakken = is_open;
    v.mag_teruggeven = is_taken;
    v.mag_sluiten = !is_closed;
    v.mag_heropenen = is_closed || strcmp(v.vraag->staat, "beantwoord") == 0;
    layout_back(v.page, url_hulpvragen(), "Hulpvragen");
    struct html o = page_begin(r);
    hulpvraag_one(&o, &v);
    return OK;
}

enum result hulpvraag_notitie_page(struct request *r)
{
    struct hulpvraag_view v = {.page = NULL};
    TRY(question_view(r, "Interne notitie", true, hulpvraag_notitie_form, &v));
    layout_back(v.page, url_hulpvraag_beheer(v.vraag->id), "Hulpvraag");
    struct html o = page_begin(r);
    hulpvraag_notitie(&o, &v);
    return OK;
}

/* Keeps what was said and its audit line; INVALID with the sentence when somebody came in between. */
static enum result line_keep(struct request *r, const char *soort, const char *wat, struct hulpvraag_row *vraag)
{
    TRY(hulpvraag_read(r->db, r->arena, request_id(r, "hulpvraag", hulpvraag_id), vraag));
    enum result ended = hulpvraag_regel_insert(r->job, vraag->id, soort, r->input);
    if (ended == CONFLICT) {
        problem_add(&r->problems, "", "%s", in_between);
        return INVALID;
    }
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){.wat = wat, .soort = "hulpvraag", .rij = vraag->id.id, .regio = r->viewer->regio});
    return OK;
}

enum result hulpvraag_antwoord_post(struct request *r)
{
    const struct hulpvraag_regel_input *in = r->input;
    struct hulpvraag_row vraag;
    TRY(line_keep(r, "antwoord", "hulpvraag.antwoord", &vraag));
    TRY(mail_send(
        r->job, r->site->config, r->arena, MAIL_HULPVRAAG_ANTWOORD,
        (struct mail_to){vraag.gebruiker, vraag.email, vraag.wie, vraag.cp_email}, "hulpvraag", vraag.id.id,
        url_mijn_hulpvraag(vraag.id),
        (struct mail_view){.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam),
                           .what = in->tekst}));
    return reply_redirect_said(r, url_hulpvraag_beheer(vraag.id), "Uw antwoord is verstuurd naar %s.", vraag.wie);
}

enum result hulpvraag_notitie_post(struct request *r)
{
    struct hulpvraag_row vraag;
    TRY(line_keep(r, "notitie", "hulpvraag.notitie", &vraag));
    return reply_redirect_said(r, url_hulpvraag_beheer(vraag.id), "De notitie is opgeslagen.");
}

enum result hulpvraag_staat_post(struct request *r)
{
    static const struct {
        const char *staat, *wat, *said;
    } acts[] = {
        {"in_behandeling", "hulpvraag.oppakken", "U hebt deze vraag in behandeling."},
        {"gesloten", "hulpvraag.sluiten", "De vraag is gesloten. De vrager ziet dat bij Mijn hulpvragen."},
        {"open", "hulpvraag.heropenen", "De vraag staat weer open."},
    };
    const struct hulpvraag_staat_input *in = r->input;
    hulpvraag_id id = request_id(r, "hulpvraag", hulpvraag_id);
    enum result ended = hulpvraag_staat_set(r->job, id, in->staat, in->versie);
    if (ended == CONFLICT) {
        problem_add(&r->problems, "", "%s", in_between);
        return INVALID;
    }
    TRY(ended);
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
        if (strcmp(acts[i].staat, in->staat) == 0) {
            job_audit(r->job, (struct audit_line){
                                  .wat = acts[i].wat, .soort = "hulpvraag", .rij = id.id, .regio = r->viewer->regio});
            return reply_redirect_said(r, url_hulpvraag_beheer(id), "%s", acts[i].said);
        }
    return INVALID;
}

/* ---- who asked ---- */

enum result mijn_hulpvragen_page(struct request *r)
{
    struct mijn_hulpvragen_view v = {.page = layout_page(r, "Mijn hulpvragen")};
    TRY(hulpvragen_own(r->db, r->arena, r->viewer->gebruiker, &v.n_rows, &v.rows));
    layout_back(v.page, url_profile(), "Mijn gegevens");
    struct html o = page_begin(r);
    hulpvraag_own_list(&o, &v);
    return OK;
}

enum result mijn_hulpvraag_page(struct request *r)
{
    struct hulpvraag_view v = {.page = NULL};
    TRY(question_view(r, "Mijn hulpvraag", false, hulpvraag_reactie_form, &v));
    layout_back(v.page, url_mijn_hulpvragen(), "Mijn hulpvragen");
    struct html o = page_begin(r);
    hulpvraag_own(&o, &v);
    return OK;
}

enum result mijn_hulpvraag_reactie_post(struct request *r)
{
    const struct hulpvraag_regel_input *in = r->input;
    struct hulpvraag_row vraag;
    TRY(line_keep(r, "reactie", "hulpvraag.reactie", &vraag));
    if (vraag.cp_email && vraag.cp_email[0])
        TRY(mail_send(r->job, r->site->config, r->arena, MAIL_HULPVRAAG_REACTIE,
                      (struct mail_to){{0}, vraag.cp_email, vraag.regio, r->viewer->email}, "hulpvraag", vraag.id.id,
                      url_hulpvraag_beheer(vraag.id),
                      (struct mail_view){.by = arena_printf(r->arena, "%s (%s), %s", r->viewer->naam,
                                                            r->viewer->organisatie_naam, r->viewer->email),
                                         .what = in->tekst}));
    return reply_redirect_said(r, url_mijn_hulpvraag(vraag.id), "Uw reactie is verstuurd naar het coördinatiepunt.");
}
