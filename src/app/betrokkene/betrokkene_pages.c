/* app/betrokkene/betrokkene_pages.c: Beheer › Betrokkenen: the requests, one request, finding whom it is about, its
 * term and its end. */
#include <string.h>

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/betrokkene_store.h"
#include "app/betrokkene/verzoek_acts.h"
#include "app/labels.h"
#include "app/urls.h"
#include "templates.h"

enum result verzoeken_page(struct request *r)
{
    struct verzoeken_view v = {.page = layout_page(r, "Betrokkenen")};
    TRY(verzoeken_read(r->db, r->arena, r->today, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    verzoek_list(&o, &v);
    return OK;
}

enum result verzoek_new_page(struct request *r)
{
    struct verzoek_input in = {.ontvangen = r->today};
    struct verzoek_view v = {.page = layout_page(r, "Nieuw verzoek van een betrokkene"),
                             .form = form_view_new(r->arena, verzoek_form, &r->typed, &in, &r->problems, 0),
                             .what = "Leg het verzoek eerst vast. Daarna zoekt u om wie het gaat.",
                             .button = "Vastleggen"};
    layout_form(v.page, v.form);
    layout_back(v.page, url_verzoeken(), "Betrokkenen");
    struct html o = page_begin(r);
    verzoek_act(&o, &v);
    return OK;
}

enum result verzoek_new_post(struct request *r)
{
    const struct verzoek_input *in = r->input;
    verzoek_id id;
    TRY(verzoek_insert(r->job, in, &id));
    job_audit(r->job, (struct audit_line){.wat = "verzoek.vastleggen",
                                          .soort = "verzoek",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = label_verzoek(in->soort)});
    return reply_redirect_said(r, url_verzoek(id), "Het verzoek is vastgelegd.");
}

/* ---- one request ---- */

enum result verzoek_of(struct request *r, struct verzoek_row **out)
{
    *out = ARENA_NEW(r->arena, struct verzoek_row);
    return verzoek_read(r->db, r->arena, r->today, request_id(r, "verzoek", verzoek_id), *out);
}

static enum result verzoek_whole(struct request *r, struct verzoek_view *v)
{
    TRY(verzoek_of(r, &v->verzoek));
    v->page = layout_page(
        r, arena_printf(r->arena, "Verzoek %lld: %s", (long long)v->verzoek->id.id, label_verzoek(v->verzoek->soort)));
    TRY(verzoek_personen(r->db, r->arena, v->verzoek->id, &v->n_rows, &v->rows));
    TRY(verzoek_daden(r->db, r->arena, v->verzoek->id, &v->n_daden, &v->daden));
    layout_back(v->page, url_verzoeken(), "Betrokkenen");
    if (v->verzoek->mag_wijzigen) {
        v->form = form_view_new(r->arena, verzoek_zoek_form, &r->typed, NULL, &r->problems, 0);
        layout_form(v->page, v->form);
    }
    return OK;
}

enum result verzoek_page(struct request *r)
{
    struct verzoek_view v = {.page = NULL};
    TRY(verzoek_whole(r, &v));
    struct html o = page_begin(r);
    verzoek_one(&o, &v);
    return OK;
}

enum result daad(struct request *r, verzoek_id id, kandidaat_id who, const char *wat, const char *reden)
{
    char nummer[24] = "";
    if (who.id > 0)
        kandidaat_to_text(who, nummer, sizeof(nummer));
    TRY(verzoek_daad_insert(r->job, id, who, wat, reden));
    job_audit(r->job, (struct audit_line){.wat = arena_printf(r->arena, "verzoek.%s", wat),
                                          .soort = "verzoek",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = arena_strdup(r->arena, nummer)});
    return OK;
}

/* "K-000123", "k 123" or "123". */
static bool number_read(const char *typed, kandidaat_id *out)
{
    while (*typed == ' ' || *typed == 'K' || *typed == 'k' || *typed == '-')
        typed++;
    return int_parse(typed, &out->id) && out->id > 0;
}

/* The name is in the body, never in an address; what is kept of it is that somebody searched. */
enum result verzoek_zoeken_post(struct request *r)
{
    const struct verzoek_zoek_input *in = r->input;
    struct verzoek_view v = {.page = NULL};
    kandidaat_id nummer = {0};
    struct blob zoek = {0};
    if (in->nummer && !number_read(in->nummer, &nummer))
        problem_add(&r->problems, "nummer", "Dit is geen nummer van een kandidaat. Bijvoorbeeld K-000123");
    if (!in->nummer && (!in->naam || datum_is_none(in->geboren)))
        problem_add(&r->problems, in->naam ? "geboren" : "naam", "Vul de naam en de geboortedatum in, of het nummer");
    if (r->problems.n > 0)
        return INVALID;
    if (!in->nummer)
        zoek = kandidaat_zoek(r->seal, r->arena, in->naam, in->geboren);
    TRY(verzoek_whole(r, &v));
    TRY(persoon_zoeken(r->db, r->arena, zoek, nummer, &v.n_gevonden, &v.gevonden));
    for (size_t i = 0; i < v.n_gevonden; i++)
        v.gevonden[i].verzoek = v.verzoek->id;
    v.gezocht =
        v.n_gevonden == 0 ? "Niemand gevonden op projecten van deze regio. Probeer het ook met de initialen." : NULL;
    TRY(daad(r, v.verzoek->id, (kandidaat_id){0}, "zoeken", ""));
    struct html o = page_begin(r);
    verzoek_one(&o, &v);
    return OK;
}

enum result verzoek_persoon_post(struct request *r)
{
    const struct verzoek_persoon_input *in = r->input;
    verzoek_id id = request_id(r, "verzoek", verzoek_id);
    TRY(verzoek_persoon_insert(r->job, id, in->kandidaat));
    TRY(daad(r, id, in->kandidaat, "toevoegen", ""));
    return reply_redirect_said(r, url_verzoek(id), "De persoon staat bij dit verzoek.");
}

/* It may say who it is: hence a button and not a page, and a line in the dossier. */
enum result verzoek_bericht_post(struct request *r)
{
    struct bericht_view v = {.page = NULL};
    TRY(verzoek_of(r, &v.verzoek));
    v.page = layout_page(r, arena_printf(r->arena, "Bericht bij verzoek %lld", (long long)v.verzoek->id.id));
    TRY(verzoek_bericht_read(r->db, r->seal, r->arena, v.verzoek->id, &v));
    layout_back(v.page, url_verzoek(v.verzoek->id), "Verzoek");
    if (v.verzoek->mag_wijzigen)
        TRY(verzoek_daad_insert(r->job, v.verzoek->id, (kandidaat_id){0}, "bericht", ""));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "verzoek.bericht", .soort = "verzoek", .rij = v.verzoek->id.id, .regio = r->viewer->regio});
    struct html o = page_begin(r);
    verzoek_bericht(&o, &v);
    return OK;
}

/* ---- term and end ---- */

enum result verzoek_act_page(struct request *r, const char *title, const struct field *form, const char *what,
                             const char *button, bool danger)
{
    struct verzoek_view v = {.page = layout_page(r, title),
                             .form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0),
                             .what = what,
                             .button = button,
                             .danger = danger};
    TRY(verzoek_of(r, &v.verzoek));
    layout_form(v.page, v.form);
    layout_back(v.page, url_verzoek(v.verzoek->id), "Verzoek");
    struct html o = page_begin(r);
    verzoek_act(&o, &v);
    return OK;
}

enum result verzoek_verleng_page(struct request *r)
{
    return verzoek_act_page(
        r, "Termijn verlengen", verzoek_verleng_form,
        "Een verzoek moet binnen een maand zijn beantwoord. Is het ingewikkeld, dan mag dat één keer twee maanden later.",
        "Termijn verlengen", false);
}

enum result verzoek_verleng_post(struct request *r)
{
    const struct verzoek_reden_input *in = r->input;
    verzoek_id id = request_id(r, "verzoek", verzoek_id);
    TRY(verzoek_verlengd_set(r->job, id, in->reden));
    TRY(daad(r, id, (kandidaat_id){0}, "verlengen", in->reden));
    return reply_redirect_said(r, url_verzoek(id),
                               "De termijn is met twee maanden verlengd. Schrijf dat ook aan de betrokkene.");
}

enum result verzoek_sluit_page(struct request *r)
{
    return verzoek_act_page(r, "Verzoek sluiten", verzoek_sluit_form,
                            "Na het sluiten kan er niets meer bij dit verzoek. Het blijft te lezen.", "Verzoek sluiten",
                            false);
}

enum result verzoek_sluit_post(struct request *r)
{
    const struct verzoek_reden_input *in = r->input;
    verzoek_id id = request_id(r, "verzoek", verzoek_id);
    TRY(daad(r, id, (kandidaat_id){0}, "sluiten", ""));
    TRY(verzoek_sluit(r->job, id, in->reden));
    return reply_redirect_said(r, url_verzoek(id), "Het verzoek is gesloten.");
}
