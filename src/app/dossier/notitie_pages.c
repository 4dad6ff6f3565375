/* app/dossier/notitie_pages.c: interne notities of OG and WSP; the author can mend a note for fifteen minutes. */
#include "app/dossier/dossier.h"
#include "app/dossier/dossier_store.h"
#include "app/urls.h"
#include "templates.h"

enum result notities_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct notities_view v = {.page = project_layout(r, h, "Interne notities"),
                              .frame = project_frame_new(r, h, "notities")};
    TRY(notities_read(r->db, r->arena, h->id, &v.n_rows, &v.rows));
    if (h->mag_notitie) {
        v.form = form_view_new(r->arena, notitie_form, &r->typed, NULL, &r->problems, 0);
        layout_form(v.page, v.form);
    }
    struct html o = page_begin(r);
    dossier_notities(&o, &v);
    return OK;
}

enum result notitie_new_post(struct request *r)
{
    const struct notitie_input *in = r->input;
    struct project_head *h;
    notitie_id made;
    TRY(project_head_of(r, &h));
    TRY(notitie_insert(r->job, h->id, in->tekst, &made));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "notitie.maken", .soort = "notitie", .rij = made.id, .project = h->id, .regio = h->regio});
    return reply_redirect_said(r, url_project_part(h->id, "notities"),
                               "De notitie is opgeslagen. U kunt haar nog 15 minuten wijzigen.");
}

/* The note of the address, when it belongs to the project of the address. FORBIDDEN, with why, when it is not the
 * viewer's or too old. */
static enum result own_note(struct request *r, struct notitie_row *out)
{
    TRY(notitie_read(r->db, r->arena, request_id(r, "notitie", notitie_id), out));
    if (out->project.id != request_object(r, "project"))
        return NOT_FOUND;
    if (out->mag_wijzigen)
        return OK;
    r->problems.arena = r->arena;
    problem_add(&r->problems, "", "Alleen wie een notitie schreef, kan haar wijzigen, 15 minuten lang.");
    return FORBIDDEN;
}

enum result notitie_edit_page(struct request *r)
{
    struct notitie_row note;
    TRY(own_note(r, &note));
    struct notitie_input in = {note.tekst};
    struct notitie_edit_view v = {.page = layout_page(r, "Notitie wijzigen"),
                                  .form = form_view_new(r->arena, notitie_form, &r->typed, &in, &r->problems, 0),
                                  .project = note.project};
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_part(note.project, "notities"), "Interne notities");
    struct html o = page_begin(r);
    dossier_notitie_edit(&o, &v);
    return OK;
}

enum result notitie_edit_post(struct request *r)
{
    const struct notitie_input *in = r->input;
    struct notitie_row note;
    TRY(own_note(r, &note)); /* whose it is comes before what was typed */
    if (r->problems.n > 0)
        return INVALID;
    TRY(notitie_update(r->job, note.id, in->tekst));
    job_audit(r->job, (struct audit_line){
                          .wat = "notitie.wijzigen", .soort = "notitie", .rij = note.id.id, .project = note.project});
    return reply_redirect_said(r, url_project_part(note.project, "notities"), "De notitie is gewijzigd.");
}
