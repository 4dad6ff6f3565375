/* app/verantwoording/inzet_intrekken_pages.c: what was entered by mistake is withdrawn: it no longer counts and asks
 * nothing, and stays to be read. */
#include "app/labels.h"
#include "app/urls.h"
#include "app/verantwoording/inzet_life.h"
#include "app/verantwoording/verantwoording_view.h"
#include "templates.h"

enum result inzet_intrekken_page(struct request *r)
{
    struct inzet_whole w;
    TRY(inzet_whole_read(r, &w));
    struct terugsturen_input in = {.versie = w.versie};
    struct inzet_act_view v = {
        .page = layout_page(r, "Inzet intrekken"),
        .form = form_view_new(r->arena, inzet_intrekken_form, &r->typed, &in, &r->problems, 0),
        .project = w.head.id,
        .inzet = w.id,
        .what = arena_printf(
            r->arena,
            "%s. Hebt u deze inzet per ongeluk ingevoerd? Trek haar dan in. Zij telt niet meer mee en wordt niet beoordeeld. Zij blijft te lezen, met uw reden. "
            "Met Corrigeren of Wijzigen dient u haar weer in.",
            w.row.doelgroep),
        .button = "Intrekken"};
    layout_form(v.page, v.form);
    layout_back(v.page, url_inzet(w.head.id, w.id), "Inzet");
    struct html o = page_begin(r);
    inzet_act_page(&o, &v);
    return OK;
}

enum result inzet_intrekken_post(struct request *r)
{
    const struct terugsturen_input *in = r->input;
    struct inzet_whole w;
    TRY(inzet_whole_read(r, &w));
    if (r->problems.n > 0)
        return INVALID;
    enum result ended = inzet_withdraw(r->job, w.id, in->versie, in->reden);
    if (ended == NOT_FOUND)
        return CONFLICT;
    TRY(ended);
    TRY(project_sums_after_inzet(r, w.head.id, w.row.kandidaat));
    job_audit(r->job, (struct audit_line){.wat = "inzet.intrekken",
                                          .soort = "inzet",
                                          .rij = w.id.id,
                                          .project = w.head.id,
                                          .regio = w.head.regio,
                                          .na = in->reden});
    return reply_redirect_said(r, url_inzet(w.head.id, w.id), "De inzet is ingetrokken. Zij telt niet meer mee.");
}
