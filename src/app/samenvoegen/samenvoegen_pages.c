/* app/samenvoegen/samenvoegen_pages.c: Beheer › Samenvoegen: look-alikes, comparing two, what moves, asking another
 * regio, and the record of it. */
#include <string.h>

#include "app/labels.h"
#include "app/organisatie/organisatie.h"
#include "app/samenvoegen/samenvoegen_store.h"
#include "app/urls.h"
#include "templates.h"

enum { DUBBEL_MOST = 50, LIJKEN_MOST = 10 };

enum result samenvoegingen_page(struct request *r)
{
    struct samenvoegingen_view v = {.page = layout_page(r, "Samenvoegen")};
    TRY(samenvoegingen_read(r->db, r->arena, &v.n_lijst, &v.lijst));
    TRY(dubbelen_read(r->db, r->arena, (organisatie_id){0}, DUBBEL_MOST, &v.n_rows, &v.rows, &v.meer));
    layout_back(v.page, url_organisaties(), "Organisaties");
    struct html o = page_begin(r);
    samenvoegen_lijst(&o, &v);
    return OK;
}

/* ---- with which, and what stays ---- */

static enum result others_fill(struct request *r, struct samenvoegen_view *v)
{
    size_t n, k = 0;
    struct organisatie_choice *rows;
    TRY(organisatie_choices(r->db, r->arena, v->soort, &n, &rows));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        if (rows[i].id.id != v->deze.id.id)
            choices[k++] = (struct choice){arena_printf(r->arena, "%lld", (long long)rows[i].id.id),
                                           arena_printf(r->arena, "%s%s%s%s%s", rows[i].naam,
                                                        rows[i].kvk ? ", KvK " : "", rows[i].kvk ? rows[i].kvk : "",
                                                        rows[i].plaats[0] ? ", " : "", rows[i].plaats),
                                           false};
    form_choices(v->form, r->arena, "met", choices, k);
    return OK;
}

enum result samenvoegen_page(struct request *r)
{
    struct samenvoegen_deze d;
    struct samenvoegen_input in = {.blijft = "deze", .naam = "deze", .adres = "deze"};
    bool meer;
    TRY(samenvoegen_deze_read(r->db, r->arena, request_id(r, "organisatie", organisatie_id), &d));
    if (!int_parse(request_query(r, "met"), &in.met.id))
        in.met.id = 0;
    struct samenvoegen_view v = {.page = layout_page(r, arena_printf(r->arena, "%s samenvoegen", d.kant.naam)),
                                 .form = form_view_new(r->arena, samenvoegen_form, &r->typed, &in, &r->problems, 0),
                                 .deze = d.kant,
                                 .soort = d.soort};
    TRY(others_fill(r, &v));
    TRY(dubbelen_read(r->db, r->arena, d.kant.id, LIJKEN_MOST, &v.n_lijken, &v.lijken, &meer));
    layout_form(v.page, v.form);
    layout_back(v.page, url_organisatie(d.kant.id), d.kant.naam);
    struct html o = page_begin(r);
    samenvoegen_kiezen(&o, &v);
    return OK;
}

enum result samenvoegen_post(struct request *r)
{
    const struct samenvoegen_input *in = r->input;
    organisatie_id deze = request_id(r, "organisatie", organisatie_id);
    bool blijft = strcmp(in->blijft, "deze") == 0;
    samenvoeging_id id;
    if (in->met.id == deze.id) {
        problem_add(&r->problems, "met", "Kies een andere organisatie");
        return INVALID;
    }
    enum result ended = samenvoeging_insert(r->job, blijft ? deze : in->met, blijft ? in->met : deze, in, &id);
    if (ended == INVALID)
        problem_add(&r->problems, "met", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "samenvoeging.maken",
                                          .soort = "samenvoeging",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = in->reden});
    return reply_redirect_said(r, url_samenvoeging(id), "Er is nog niets veranderd. Bekijk hieronder wat er overgaat.");
}

/* ---- one merge ---- */

static enum result one_view(struct request *r, const char *title, struct samenvoeging_view *v)
{
    samenvoeging_id id = request_id(r, "samenvoeging", samenvoeging_id);
    *v = (struct samenvoeging_view){.page = layout_page(r, title), .s = ARENA_NEW(r->arena, struct samenvoeging_row)};
    TRY(samenvoeging_read(r->db, r->arena, id, v->s));
    TRY(samenvoeging_inhoud(r->db, r->arena, id, v));
    layout_back(v->page, url_samenvoegingen(), "Samenvoegen");
    return OK;
}

enum result samenvoeging_page(struct request *r)
{
    struct samenvoeging_view v;
    TRY(one_view(r, "Organisaties samenvoegen", &v));
    struct html o = page_begin(r);
    samenvoegen_een(&o, &v);
    return OK;
}

static void log_act(struct request *r, samenvoeging_id id, const char *wat, const char *na)
{
    job_audit(r->job, (struct audit_line){
                          .wat = wat, .soort = "samenvoeging", .rij = id.id, .regio = r->viewer->regio, .na = na});
}

static enum result said(struct request *r, enum result ended)
{
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    return ended;
}

enum result samenvoeging_uitvoeren_post(struct request *r)
{
    struct samenvoeging_row s;
    int64_t wacht;
    samenvoeging_id id = request_id(r, "samenvoeging", samenvoeging_id);
    TRY(samenvoeging_read(r->db, r->arena, id, &s));
    TRY(samenvoeging_wacht_op(r->db, r->arena, id, &wacht));
    if (wacht > 0) {
        TRY(said(r, samenvoeging_staat_set(r->job, id, "wacht", "")));
        log_act(r, id, "samenvoeging.vragen", NULL);
        TRY(samenvoeging_vraag_mail(r, &s));
        return reply_redirect_said(
            r, url_samenvoeging(id),
            "Het akkoord is gevraagd. Er verandert niets tot alle coördinatiepunten akkoord zijn.");
    }
    TRY(samenvoeging_doen(r, &s));
    return reply_redirect_said(r, url_samenvoeging(id),
                               "De organisaties zijn samengevoegd. Iedereen die het aangaat, krijgt een mail.");
}

enum result samenvoeging_intrekken_post(struct request *r)
{
    samenvoeging_id id = request_id(r, "samenvoeging", samenvoeging_id);
    TRY(said(r, samenvoeging_staat_set(r->job, id, "ingetrokken", "")));
    log_act(r, id, "samenvoeging.intrekken", NULL);
    return reply_redirect_said(r, url_samenvoegingen(), "Ingetrokken. Er is niets veranderd.");
}

enum result samenvoeging_verschillend_post(struct request *r)
{
    samenvoeging_id id = request_id(r, "samenvoeging", samenvoeging_id);
    TRY(said(r, samenvoeging_staat_set(r->job, id, "verschillend", "")));
    log_act(r, id, "samenvoeging.verschillend", NULL);
    return reply_redirect_said(r, url_samenvoegingen(),
                               "Vastgelegd: dit zijn twee organisaties. Ze staan niet meer bij mogelijk dubbel.");
}

/* ---- another regio ---- */

enum result samenvoeging_akkoord_page(struct request *r)
{
    struct samenvoeging_view v;
    TRY(one_view(r, "Akkoord met samenvoegen", &v));
    struct html o = page_begin(r);
    samenvoegen_akkoord(&o, &v);
    return OK;
}

enum result samenvoeging_akkoord_post(struct request *r)
{
    struct samenvoeging_row s;
    int64_t wacht;
    samenvoeging_id id = request_id(r, "samenvoeging", samenvoeging_id);
    TRY(samenvoeging_read(r->db, r->arena, id, &s));
    TRY(said(r, samenvoeging_akkoord_insert(r->job, id)));
    log_act(r, id, "samenvoeging.akkoord", NULL);
    TRY(samenvoeging_wacht_op(job_reader(r->job), r->arena, id, &wacht));
    if (wacht > 0)
        return reply_redirect_said(r, url_samenvoeging(id),
                                   "Uw akkoord is vastgelegd. Er wacht nog een ander coördinatiepunt.");
    TRY(samenvoeging_doen(r, &s));
    TRY(samenvoeging_besluit_mail(r, &s, "De organisaties zijn samengevoegd."));
    return reply_redirect_said(r, url_samenvoeging(id),
                               "De organisaties zijn samengevoegd. Iedereen die het aangaat, krijgt een mail.");
}

enum result samenvoeging_weigeren_page(struct request *r)
{
    struct samenvoeging_view v;
    TRY(one_view(r, "Niet akkoord met samenvoegen", &v));
    v.form = form_view_new(r->arena, samenvoegen_weigeren_form, &r->typed, NULL, &r->problems, 0);
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    samenvoegen_weigeren(&o, &v);
    return OK;
}

enum result samenvoeging_weigeren_post(struct request *r)
{
    const struct samenvoegen_weigeren_input *in = r->input;
    struct samenvoeging_row s;
    samenvoeging_id id = request_id(r, "samenvoeging", samenvoeging_id);
    TRY(samenvoeging_read(r->db, r->arena, id, &s));
    TRY(said(r, samenvoeging_staat_set(r->job, id, "geweigerd", in->reden)));
    log_act(r, id, "samenvoeging.weigeren", in->reden);
    TRY(samenvoeging_besluit_mail(r, &s,
                                  arena_printf(r->arena, "Er wordt niet samengevoegd. De reden: %s", in->reden)));
    return reply_redirect_said(r, url_samenvoeging(id), "Vastgelegd. Er is niets veranderd.");
}
