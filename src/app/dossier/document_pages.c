/* app/dossier/document_pages.c: documents of a project. What comes in is judged by its content on the slow lane; what
 * goes out is a download the browser does not open here. */
#include <string.h>

#include "app/dossier/dossier.h"
#include "app/dossier/dossier_store.h"
#include "app/urls.h"
#include "core/pdf.h"
#include "templates.h"

enum result documenten_page(struct request *r)
{
    struct project_head *h;
    TRY(project_head_of(r, &h));
    struct documenten_view v = {.page = project_layout(r, h, "Documenten"),
                                .frame = project_frame_new(r, h, "documenten")};
    TRY(documenten_read(r->db, r->arena, h->id, &v.n_rows, &v.rows));
    if (h->mag_document) {
        v.form = form_view_new(r->arena, document_form, &r->typed, NULL, &r->problems, 0);
        layout_form(v.page, v.form);
    }
    struct html o = page_begin(r);
    dossier_documenten(&o, &v);
    return OK;
}

/* Refused, with name and size of what was sent; the file must be chosen again, the rest of the form is kept. */
static enum result refused(struct request *r, const char *why)
{
    problem_add(&r->problems, "bestand", "%s U koos %s (%zu bytes). Kies het bestand opnieuw.", why, r->upload.filename,
                r->upload.n);
    return INVALID;
}

enum result document_judge(struct request *r, bool required, struct blob *out)
{
    *out = (struct blob){NULL, 0};
    if (!r->upload.path && !required)
        return OK;
    if (!r->upload.path || r->upload.n == 0) {
        problem_add(&r->problems, "bestand",
                    r->upload.path ? "Dit bestand is leeg. Kies een ander bestand" : "Kies het document");
        return INVALID;
    }
    if (r->upload.n > DOCUMENT_MAX)
        return refused(r, "Het document is groter dan 1 MB (1.048.576 bytes).");
    TRY(upload_read(r, out));
    enum pdf_verdict verdict = pdf_check(out->p, out->n);
    return verdict == PDF_OK ? OK : refused(r, pdf_verdict_text(verdict));
}

enum result document_check(struct request *r)
{
    struct blob *file = ARENA_NEW(r->arena, struct blob);
    r->slow_result = file;
    return document_judge(r, true, file);
}

/* The name in the list ends in .pdf, whatever the file was called. */
static const char *list_name(struct request *r, const char *typed)
{
    const char *name = typed ? typed : r->upload.filename;
    size_t n = strlen(name);
    if (n >= 4 && strcasecmp(name + n - 4, ".pdf") == 0)
        return name;
    return arena_printf(r->arena, "%s.pdf", name);
}

enum result document_keep(struct request *r, const struct project_head *h, const char *naam, const struct blob *bytes,
                          document_id *out)
{
    const char *name = list_name(r, naam);
    TRY(document_insert(r->job, h->id, name, *bytes, out));
    job_audit(r->job, (struct audit_line){.wat = "document.toevoegen",
                                          .soort = "document",
                                          .rij = out->id,
                                          .project = h->id,
                                          .regio = h->regio,
                                          .na = name});
    return OK;
}

enum result document_new_post(struct request *r)
{
    const struct document_input *in = r->input;
    struct project_head *h;
    document_id made;
    TRY(project_head_of(r, &h));
    TRY(document_keep(r, h, in->naam, r->slow_result, &made));
    return reply_redirect_said(r, url_project_part(h->id, "documenten"), "Het document “%s” is toegevoegd.",
                               list_name(r, in->naam));
}

/* The document of the address, when it belongs to the project of the address. */
static enum result row_of(struct request *r, struct document_row *out)
{
    TRY(document_read(r->db, r->arena, request_id(r, "document", document_id), out));
    return out->project.id == request_object(r, "project") ? OK : NOT_FOUND;
}

enum result document_page(struct request *r)
{
    struct document_row row;
    const char *naam;
    struct blob bytes;
    TRY(row_of(r, &row));
    TRY(document_content(r->db, r->arena, row.id, &naam, &bytes));
    TRY(reply_text(r, "application/pdf", bytes.p, bytes.n));
    r->reply.filename = naam;
    return OK;
}

static enum result removable(struct request *r, struct document_row *out)
{
    TRY(row_of(r, out));
    if (out->verwijderd_op.sec != 0)
        return NOT_FOUND;
    if (out->mag_verwijderen)
        return OK;
    r->problems.arena = r->arena;
    problem_add(
        &r->problems, "",
        "Een document kan alleen worden verwijderd door de organisatie die het toevoegde, de opdrachtgever of het coördinatiepunt.");
    return FORBIDDEN;
}

enum result document_remove_page(struct request *r)
{
    struct document_row row;
    TRY(removable(r, &row));
    struct document_remove_view v = {.page = layout_page(r, "Document verwijderen"), .row = &row};
    layout_back(v.page, url_project_part(row.project, "documenten"), "Documenten");
    struct html o = page_begin(r);
    dossier_document_remove(&o, &v);
    return OK;
}

enum result document_remove_post(struct request *r)
{
    struct document_row row;
    TRY(removable(r, &row));
    TRY(document_delete(r->job, row.id));
    job_audit(r->job, (struct audit_line){.wat = "document.verwijderen",
                                          .soort = "document",
                                          .rij = row.id.id,
                                          .project = row.project,
                                          .voor = row.naam});
    return reply_redirect_said(r, url_project_part(row.project, "documenten"), "Het document “%s” is verwijderd.",
                               row.naam);
}
