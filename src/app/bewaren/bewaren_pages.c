/* app/bewaren/bewaren_pages.c: Beheer › Vernietigen: whose term ends, holding, proposing a list, deciding it, and its
 * record. */
#include <string.h>

#include "app/bewaren/bewaren.h"
#include "app/bewaren/bewaren_store.h"
#include "app/urls.h"
#include "templates.h"

enum { VOORUIT_DAGEN = 30 };

enum result bewaren_page(struct request *r)
{
    struct bewaren_view v = {.page = layout_page(r, "Vernietigen")};
    struct bewaarklasse k;
    TRY(klasse_read(r->db, r->arena, "kandidaat", &k));
    v.jaren = k.termijn;
    TRY(stukken_read(r->db, r->arena, r->today, datum_plus_days(r->today, VOORUIT_DAGEN), &v));
    TRY(bewaren_read(r->db, r->arena, r->today, datum_plus_days(r->today, VOORUIT_DAGEN), &v));
    TRY(lijsten_read(r->db, r->arena, &v));
    struct html o = page_begin(r);
    bewaren_list(&o, &v);
    return OK;
}

static enum result act_show(struct request *r, const char *title, const struct field *form, const char *what,
                            const char *button, url back, bool danger)
{
    struct bewaar_act_view v = {
        .page = layout_page(r, title), .what = what, .button = button, .cancel = {back.path}, .danger = danger};
    if (form) {
        v.form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0);
        layout_form(v.page, v.form);
    }
    layout_back(v.page, back, "Vernietigen");
    struct html o = page_begin(r);
    bewaren_act(&o, &v);
    return OK;
}

/* ---- holding ---- */

static const char *number_of(struct request *r)
{
    char nummer[24];
    kandidaat_to_text(request_id(r, "kandidaat", kandidaat_id), nummer, sizeof(nummer));
    return arena_strdup(r->arena, nummer);
}

enum result uitstel_page(struct request *r)
{
    return act_show(
        r, arena_printf(r->arena, "Vernietigen uitstellen: %s", number_of(r)), uitstel_form,
        "Zolang het uitstel loopt, komt deze persoon niet op een vernietigingslijst. De reden blijft te lezen.",
        "Uitstellen", url_vernietigen(), false);
}

enum result uitstel_post(struct request *r)
{
    const struct uitstel_input *in = r->input;
    kandidaat_id who = request_id(r, "kandidaat", kandidaat_id);
    char tot[11];
    TRY(uitstel_insert(r->job, who, in->tot, in->reden));
    datum_to_text(in->tot, tot);
    job_audit(r->job,
              (struct audit_line){.wat = "bewaren.uitstel",
                                  .soort = "kandidaat",
                                  .rij = who.id,
                                  .regio = r->viewer->regio,
                                  .na = arena_printf(r->arena, "%s, t/m %s: %s", number_of(r), tot, in->reden)});
    return reply_redirect_said(r, url_vernietigen(), "Het uitstel is vastgelegd.");
}

enum result project_uitstel_page(struct request *r)
{
    return act_show(
        r, "Vernietigen uitstellen", uitstel_form,
        "Zolang het uitstel loopt, komen de stukken en notities van dit project niet op een vernietigingslijst. De reden blijft te lezen.",
        "Uitstellen", url_vernietigen(), false);
}

enum result project_uitstel_post(struct request *r)
{
    const struct uitstel_input *in = r->input;
    project_id id = request_id(r, "project", project_id);
    char tot[11];
    TRY(project_uitstel_insert(r->job, id, in->tot, in->reden));
    datum_to_text(in->tot, tot);
    job_audit(r->job,
              (struct audit_line){.wat = "bewaren.uitstel",
                                  .soort = "project",
                                  .rij = id.id,
                                  .project = id,
                                  .regio = r->viewer->regio,
                                  .na = arena_printf(r->arena, "stukken en notities, t/m %s: %s", tot, in->reden)});
    return reply_redirect_said(r, url_vernietigen(), "Het uitstel is vastgelegd.");
}

/* ---- a list: proposed by one, decided by another ---- */

/* What is counted on a list of that kind. */
static const char *thing(const char *soort, int64_t n)
{
    if (strcmp(soort, "kandidaat") == 0)
        return n == 1 ? "persoon" : "personen";
    if (strcmp(soort, "verzoek") == 0)
        return n == 1 ? "dossier" : "dossiers";
    return n == 1 ? "project" : "projecten";
}

/* The kind the list is of, as typed (the button's address, or the form sent back): one of those that two decide about.
 */
static enum result kind_asked(struct request *r, struct bewaarklasse *k)
{
    const char *typed = typed_value(&r->typed, "soort"), *soort = typed ? typed : request_query(r, "soort");
    TRY(klasse_read(r->db, r->arena, *soort ? soort : "kandidaat", k));
    return strcmp(k->besluit, "twee") == 0 ? OK : NOT_FOUND;
}

static int64_t over_of(const struct bewaren_view *v, const char *soort)
{
    for (size_t i = 0; i < v->n_voorbij; i++)
        if (strcmp(v->te_doen[i].soort, soort) == 0)
            return v->te_doen[i].aantal;
    return strcmp(soort, "kandidaat") == 0 ? v->voorbij : 0;
}

enum result vernietiging_new_page(struct request *r)
{
    struct bewaren_view v = {.page = NULL};
    struct bewaarklasse k;
    TRY(kind_asked(r, &k));
    TRY(bewaren_read(r->db, r->arena, r->today, r->today, &v));
    TRY(stukken_read(r->db, r->arena, r->today, r->today, &v));
    struct lijst_input in = {k.soort};
    int64_t n = over_of(&v, k.soort);
    const char *what = arena_printf(
        r->arena,
        "%s. Op de lijst komt wat vandaag voorbij de bewaartermijn is en waarvoor geen uitstel loopt: %lld %s. Een andere coördinator van uw regio besluit. Er wordt nu nog niets gewist.",
        k.naam, (long long)n, thing(k.soort, n));
    struct bewaar_act_view act = {.page = layout_page(r, "Vernietigingslijst voorstellen"),
                                  .what = what,
                                  .button = "Lijst voorstellen",
                                  .cancel = {url_vernietigen().path},
                                  .form = form_view_new(r->arena, lijst_form, NULL, &in, &r->problems, 0)};
    layout_form(act.page, act.form);
    layout_back(act.page, url_vernietigen(), "Vernietigen");
    struct html o = page_begin(r);
    bewaren_act(&o, &act);
    return OK;
}

enum result vernietiging_new_post(struct request *r)
{
    vernietiging_id id;
    struct bewaarklasse k;
    TRY(kind_asked(r, &k));
    const char *grond =
        arena_printf(r->arena, "Bewaartermijn van %s, geteld vanaf %s. %s", k.termijn_words, k.vanaf, k.bron);
    enum result ended = lijst_insert(r->job, k.soort, grond, &id);
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "vernietiging.voorstellen",
                                          .soort = "vernietiging",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = k.naam});
    return reply_redirect_said(r, url_vernietiging(id), "De lijst is voorgesteld. Een andere coördinator besluit.");
}

enum result vernietiging_page(struct request *r)
{
    struct lijst_view v = {.page = layout_page(r, "Vernietigingslijst"),
                           .lijst = ARENA_NEW(r->arena, struct lijst_row)};
    vernietiging_id id = request_id(r, "vernietiging", vernietiging_id);
    TRY(lijst_read(r->db, r->arena, id, v.lijst));
    struct bewaarklasse k;
    TRY(lijst_regels(r->db, r->arena, id, &v.n_rows, &v.rows));
    TRY(lijst_stukken(r->db, r->arena, id, &v.n_stukken, &v.stukken));
    TRY(klasse_read(r->db, r->arena, v.lijst->soort, &k));
    v.wat = k.naam;
    if (v.lijst->klaar)
        v.page->heading = "Verklaring van vernietiging";
    layout_back(v.page, url_vernietigen(), "Vernietigen");
    struct html o = page_begin(r);
    bewaren_lijst_een(&o, &v);
    return OK;
}

enum result vernietiging_akkoord_page(struct request *r)
{
    struct lijst_row l;
    vernietiging_id id = request_id(r, "vernietiging", vernietiging_id);
    TRY(lijst_read(r->db, r->arena, id, &l));
    struct bewaarklasse k;
    TRY(klasse_read(r->db, r->arena, l.soort, &k));
    return act_show(
        r, "Vernietigen", NULL,
        l.personen
            ? arena_printf(
                  r->arena,
                  "Van %lld personen worden naam, initialen, adres en geboortedatum voorgoed onleesbaar, ook in reservekopieën. Wat blijft zijn hun nummer, doelgroep, overeenkomst en waarde: de cijfers veranderen niet.",
                  (long long)l.aantal)
            : arena_printf(
                  r->arena,
                  "%s, van %lld %s. %s Dit kan niet ongedaan worden gemaakt. De cijfers van de rapportages veranderen niet.",
                  k.naam, (long long)l.aantal, thing(l.soort, l.aantal), k.uitleg),
        "Ja, vernietigen", url_vernietiging(id), true);
}

static enum result decide(struct request *r, bool akkoord, const char *reden, const char *wat, const char *said)
{
    vernietiging_id id = request_id(r, "vernietiging", vernietiging_id);
    TRY(lijst_besluit(r->job, id, akkoord, reden));
    job_audit(r->job, (struct audit_line){
                          .wat = wat, .soort = "vernietiging", .rij = id.id, .regio = r->viewer->regio, .na = reden});
    return reply_redirect_said(r, url_vernietiging(id), "%s", said);
}

enum result vernietiging_akkoord_post(struct request *r)
{
    return decide(
        r, true, "", "vernietiging.akkoord",
        "Het besluit is vastgelegd. De gegevens worden nu vernietigd; vernieuw deze pagina om de verklaring te zien.");
}

enum result vernietiging_weigeren_page(struct request *r)
{
    return act_show(
        r, "Lijst weigeren", weigeren_form,
        "Er wordt niets vernietigd. Wie het betreft, komt op een volgende lijst, tenzij u voor die persoon uitstel vastlegt.",
        "Lijst weigeren", url_vernietiging(request_id(r, "vernietiging", vernietiging_id)), false);
}

enum result vernietiging_weigeren_post(struct request *r)
{
    const struct weigeren_input *in = r->input;
    return decide(r, false, in->reden, "vernietiging.weigeren", "De lijst gaat niet door.");
}
