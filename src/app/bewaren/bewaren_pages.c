/* app/bewaren/bewaren_pages.c: Beheer › Vernietigen: whose term ends, holding, proposing a list, deciding it, and its record. */
#include "app/bewaren/bewaren.h"
#include "app/bewaren/bewaren_store.h"
#include "app/urls.h"
#include "templates.h"

enum { VOORUIT_DAGEN = 30 };

enum result bewaren_page(struct request *r)
{
    struct bewaren_view v = {.page = layout_page(r, "Vernietigen")};
    TRY(bewaar_jaren(r->db, r->arena, &v.jaren));
    TRY(bewaren_read(r->db, r->arena, r->today, datum_plus_days(r->today, VOORUIT_DAGEN), &v));
    TRY(lijsten_read(r->db, r->arena, &v));
    struct html o = page_begin(r);
    bewaren_list(&o, &v);
    return OK;
}

static enum result act_show(struct request *r, const char *title, const struct field *form, const char *what, const char *button, url back, bool danger)
{
    struct bewaar_act_view v = {.page = layout_page(r, title), .what = what, .button = button, .cancel = {back.path}, .danger = danger};
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
    return act_show(r, arena_printf(r->arena, "Vernietigen uitstellen: %s", number_of(r)), uitstel_form, "Zolang het uitstel loopt, komt deze persoon niet op een vernietigingslijst. De reden blijft te lezen.", "Uitstellen",
                    url_vernietigen(), false);
}

enum result uitstel_post(struct request *r)
{
    const struct uitstel_input *in = r->input;
    kandidaat_id who = request_id(r, "kandidaat", kandidaat_id);
    char tot[11];
    TRY(uitstel_insert(r->job, who, in->tot, in->reden));
    datum_to_text(in->tot, tot);
    job_audit(r->job, (struct audit_line){.wat = "bewaren.uitstel", .soort = "kandidaat", .rij = who.id, .regio = r->viewer->regio, .na = arena_printf(r->arena, "%s, t/m %s: %s", number_of(r), tot, in->reden)});
    return reply_redirect_said(r, url_vernietigen(), "Het uitstel is vastgelegd.");
}

/* ---- a list: proposed by one, decided by another ---- */

enum result vernietiging_new_page(struct request *r)
{
    struct bewaren_view v = {.page = NULL};
    TRY(bewaren_read(r->db, r->arena, r->today, r->today, &v));
    return act_show(r, "Vernietigingslijst voorstellen", NULL,
                    arena_printf(r->arena, "Op de lijst komen de %lld personen van wie de bewaartermijn vandaag voorbij is en voor wie geen uitstel loopt. Een andere coördinator van uw regio besluit. Er wordt nu nog niets gewist.",
                                 (long long)v.voorbij),
                    "Lijst voorstellen", url_vernietigen(), false);
}

enum result vernietiging_new_post(struct request *r)
{
    vernietiging_id id;
    int64_t jaren;
    TRY(bewaar_jaren(r->db, r->arena, &jaren));
    const char *grond = arena_printf(r->arena, "Bewaartermijn van %lld jaar na het afronden van het laatste project van de persoon (instelling van de regio; Selectielijst gemeenten 2020, resultaat 12.1)", (long long)jaren);
    enum result ended = lijst_insert(r->job, grond, &id);
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "vernietiging.voorstellen", .soort = "vernietiging", .rij = id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_vernietiging(id), "De lijst is voorgesteld. Een andere coördinator besluit.");
}

enum result vernietiging_page(struct request *r)
{
    struct lijst_view v = {.page = layout_page(r, "Vernietigingslijst"), .lijst = ARENA_NEW(r->arena, struct lijst_row)};
    vernietiging_id id = request_id(r, "vernietiging", vernietiging_id);
    TRY(lijst_read(r->db, r->arena, id, v.lijst));
    TRY(lijst_regels(r->db, r->arena, id, &v.n_rows, &v.rows));
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
    return act_show(r, "Vernietigen", NULL,
                    arena_printf(r->arena, "Van %lld personen worden naam, initialen, adres en geboortedatum voorgoed onleesbaar, ook in reservekopieën. Wat blijft zijn hun nummer, doelgroep, overeenkomst en waarde: de cijfers veranderen niet.",
                                 (long long)l.aantal),
                    "Ja, vernietigen", url_vernietiging(id), true);
}

static enum result decide(struct request *r, bool akkoord, const char *reden, const char *wat, const char *said)
{
    vernietiging_id id = request_id(r, "vernietiging", vernietiging_id);
    TRY(lijst_besluit(r->job, id, akkoord, reden));
    job_audit(r->job, (struct audit_line){.wat = wat, .soort = "vernietiging", .rij = id.id, .regio = r->viewer->regio, .na = reden});
    return reply_redirect_said(r, url_vernietiging(id), "%s", said);
}

enum result vernietiging_akkoord_post(struct request *r)
{
    return decide(r, true, "", "vernietiging.akkoord", "Het besluit is vastgelegd. De gegevens worden nu vernietigd; vernieuw deze pagina om de verklaring te zien.");
}

enum result vernietiging_weigeren_page(struct request *r)
{
    return act_show(r, "Lijst weigeren", weigeren_form, "Er wordt niets vernietigd. Wie het betreft, komt op een volgende lijst, tenzij u voor die persoon uitstel vastlegt.", "Lijst weigeren",
                    url_vernietiging(request_id(r, "vernietiging", vernietiging_id)), false);
}

enum result vernietiging_weigeren_post(struct request *r)
{
    const struct weigeren_input *in = r->input;
    return decide(r, false, in->reden, "vernietiging.weigeren", "De lijst gaat niet door.");
}
