/* app/huisstijl/huisstijl_pages.c: Beheer › Huisstijl: a concept is put together (theme, logo), looked at, and
 * published; serving both by their hash. */
#include <string.h>

#include <sodium.h>

#include "app/huisstijl/huisstijl_store.h"
#include "app/urls.h"
#include "core/text.h"
#include "templates.h"

static const char in_between[] =
    "Iemand anders heeft de huisstijl intussen gewijzigd; hoe zij er nu uitziet staat op de pagina Huisstijl. Er is niets veranderd. Probeer het opnieuw.";

/* What is published and what is made ready, each NULL when there is none; basis = one more than the newest that was
 * seen. */
static enum result stand_read(struct request *r, struct huisstijl_view *v)
{
    v->basis = 1;
    struct {
        const char *staat;
        struct huisstijl_stand **out;
    } both[] = {{"gepubliceerd", &v->nu}, {"concept", &v->concept}};
    for (size_t i = 0; i < 2; i++) {
        struct huisstijl_row *row = ARENA_NEW(r->arena, struct huisstijl_row);
        enum result found = huisstijl_read(r->db, r->arena, both[i].staat, row);
        if (found == NOT_FOUND)
            continue;
        TRY(found);
        *both[i].out = ARENA_NEW(r->arena, struct huisstijl_stand);
        **both[i].out = (struct huisstijl_stand){.row = row};
        if (row->logo_kenmerk)
            (*both[i].out)->logo = url_huisstijl_logo(row->logo_kenmerk);
        if (row->id.id >= v->basis)
            v->basis = row->id.id + 1;
    }
    return OK;
}

static enum result show(struct request *r, const char *title, const struct field *form, const void *values,
                        void (*page)(struct html *, const struct huisstijl_view *))
{
    struct huisstijl_view v = {.page = layout_page(r, title)};
    TRY(stand_read(r, &v));
    if (form) {
        v.form = form_view_new(r->arena, form, &r->typed, values, &r->problems, 0);
        form_field(v.form, "versie")->value = arena_printf(r->arena, "%lld", (long long)v.basis);
        layout_form(v.page, v.form);
        layout_back(v.page, url_huisstijl(), "Huisstijl");
    }
    const struct thema *read = form == huisstijl_thema_form && r->problems.n > 0 ? r->slow_result : NULL;
    if (read) {
        v.n_problems = read->n_problems;
        v.problems = read->problems;
    }
    struct html o = page_begin(r);
    page(&o, &v);
    return OK;
}

enum result huisstijl_page(struct request *r)
{
    return show(r, "Huisstijl", r->problems.n > 0 ? huisstijl_basis_form : NULL, NULL,
                huisstijl_overzicht); /* after a button here that came too late */
}

enum result huisstijl_thema_page(struct request *r)
{
    return show(r, "Thema kiezen", huisstijl_thema_form, NULL, huisstijl_thema);
}

enum result huisstijl_logo_page(struct request *r)
{
    return show(r, "Logo kiezen", huisstijl_logo_form, NULL, huisstijl_logo);
}

/* ---- on the slow lane: the file is read and judged whole ---- */

static enum result chosen(struct request *r, size_t most, const char *what, struct blob *out)
{
    if (!r->upload.path || r->upload.n == 0)
        problem_add(&r->problems, "bestand", "%s",
                    r->upload.path ? "Dit bestand is leeg. Kies een ander bestand" : what);
    else if (r->upload.n > most)
        problem_add(&r->problems, "bestand", "%s is te groot: %zu bytes, en %zu mag. Kies een ander bestand",
                    r->upload.filename, r->upload.n, most);
    else
        return upload_read(r, out);
    return INVALID;
}

enum result huisstijl_thema_check(struct request *r)
{
    struct blob bytes;
    TRY(chosen(r, THEMA_MOST, "Kies het themabestand", &bytes));
    struct thema *t = ARENA_NEW(r->arena, struct thema);
    enum result ended = thema_lees(r->arena, bytes.p, bytes.n, t);
    r->slow_result = t;
    if (ended == INVALID)
        problem_add(
            &r->problems, "bestand",
            "%s kan zo niet als thema. Wat er niet goed is, staat onder het formulier. Verbeter het en kies het bestand opnieuw",
            r->upload.filename);
    return ended;
}

struct logo_read {
    struct blob bytes;
    const char *soort;
};

enum result huisstijl_logo_check(struct request *r)
{
    struct logo_read *l = ARENA_NEW(r->arena, struct logo_read);
    const char *waarom = "";
    *l = (struct logo_read){.soort = NULL};
    TRY(chosen(r, LOGO_MOST, "Kies het logo", &l->bytes));
    r->slow_result = l;
    l->soort = logo_soort(l->bytes.p, l->bytes.n, &waarom);
    if (l->soort)
        return OK;
    problem_add(&r->problems, "bestand", "%s kan zo niet als logo. %s. Kies het bestand opnieuw", r->upload.filename,
                waarom);
    return INVALID;
}

/* ---- the concept ---- */

/* 43 letters that follow from the content: its address. */
static const char *kenmerk_of(struct arena *a, const void *p, size_t n)
{
    uint8_t hash[32];
    crypto_generichash(hash, sizeof(hash), p, n, NULL, 0);
    return base64url(a, hash, sizeof(hash));
}

/* What a change begins from: the concept, else what is published, else nothing; with its logo. */
static enum result begin_from(struct request *r, struct huisstijl_row *row, struct blob *logo)
{
    *row = (struct huisstijl_row){.bestand = "", .logo_alt = ""};
    *logo = (struct blob){NULL, 0};
    enum result found = huisstijl_read(r->db, r->arena, "concept", row);
    if (found == NOT_FOUND)
        found = huisstijl_read(r->db, r->arena, "gepubliceerd", row);
    if (found == NOT_FOUND)
        return OK;
    TRY(found);
    return huisstijl_logo_read(r->db, r->arena, row->id, logo);
}

static enum result concept_keep(struct request *r, const struct huisstijl_row *row, struct blob logo, const char *what)
{
    const struct huisstijl_input *in = r->input;
    huisstijl_id id;
    enum result ended = huisstijl_insert(r->job, in->basis, row, logo, &id);
    if (ended == CONFLICT) {
        problem_add(&r->problems, "", "%s", in_between);
        return INVALID;
    }
    TRY(ended);
    job_audit(
        r->job,
        (struct audit_line){
            .wat = "huisstijl.concept", .soort = "huisstijl", .rij = id.id, .regio = r->viewer->regio, .na = what});
    return OK;
}

enum result huisstijl_thema_post(struct request *r)
{
    const struct thema *t = r->slow_result;
    struct huisstijl_row row;
    struct blob logo;
    TRY(begin_from(r, &row, &logo));
    row.bestand = r->upload.filename;
    row.thema = t->tokens;
    row.thema_kenmerk = kenmerk_of(r->arena, t->tokens, strlen(t->tokens));
    TRY(concept_keep(r, &row, logo, arena_printf(r->arena, "thema %s: %d tokens", row.bestand, t->n)));
    return reply_redirect_said(
        r, url_huisstijl_part("voorbeeld"),
        "Het thema is gelezen: %d tokens overgenomen, %d andere regels overgeslagen. Zo gaat het eruitzien; het is nog niet gepubliceerd.",
        t->n, t->overgeslagen);
}

enum result huisstijl_logo_post(struct request *r)
{
    const struct huisstijl_input *in = r->input;
    const struct logo_read *l = r->slow_result;
    struct huisstijl_row row;
    struct blob before;
    TRY(begin_from(r, &row, &before));
    row.logo_soort = l->soort;
    row.logo_kenmerk = kenmerk_of(r->arena, l->bytes.p, l->bytes.n);
    row.logo_alt = in->logo_alt;
    TRY(concept_keep(r, &row, l->bytes, "logo"));
    return reply_redirect_said(r, url_huisstijl_part("voorbeeld"),
                               "Het logo is gelezen. Zo gaat het eruitzien; het is nog niet gepubliceerd.");
}

enum result huisstijl_thema_weg_post(struct request *r)
{
    struct huisstijl_row row;
    struct blob logo;
    TRY(begin_from(r, &row, &logo));
    row.bestand = "";
    row.thema = row.thema_kenmerk = NULL;
    TRY(concept_keep(r, &row, logo, "zonder thema"));
    return reply_redirect_said(r, url_huisstijl(),
                               "Het concept heeft geen eigen thema meer. Het is nog niet gepubliceerd.");
}

enum result huisstijl_logo_weg_post(struct request *r)
{
    struct huisstijl_row row;
    struct blob logo;
    TRY(begin_from(r, &row, &logo));
    row.logo_soort = row.logo_kenmerk = NULL;
    row.logo_alt = "";
    TRY(concept_keep(r, &row, (struct blob){NULL, 0}, "zonder logo"));
    return reply_redirect_said(r, url_huisstijl(), "Het concept heeft geen logo meer. Het is nog niet gepubliceerd.");
}

/* ---- looking, publishing, going back ---- */

enum result huisstijl_voorbeeld_page(struct request *r)
{
    struct huisstijl_view v = {.page = layout_page(r, "Voorbeeld van de huisstijl")};
    TRY(stand_read(r, &v));
    const struct huisstijl_row *row = v.concept ? v.concept->row : v.nu ? v.nu->row : NULL;
    layout_huisstijl(v.page, row ? row->thema_kenmerk : NULL, row ? row->logo_kenmerk : NULL,
                     row ? row->logo_alt : NULL);
    layout_back(v.page, url_huisstijl(), "Huisstijl");
    struct html o = page_begin(r);
    huisstijl_voorbeeld(&o, &v);
    return OK;
}

/* The row in this state, when it is the one that was seen; else INVALID with the sentence. */
static enum result seen_row(struct request *r, const char *staat, struct huisstijl_row *out)
{
    const struct huisstijl_input *in = r->input;
    struct huisstijl_view v = {.page = NULL};
    TRY(stand_read(r, &v));
    const struct huisstijl_stand *s = strcmp(staat, "concept") == 0 ? v.concept : v.nu;
    if (!s || v.basis != in->basis) {
        problem_add(&r->problems, "", "%s", in_between);
        return INVALID;
    }
    *out = *s->row;
    return OK;
}

enum result huisstijl_publiceren_post(struct request *r)
{
    struct huisstijl_row row;
    TRY(seen_row(r, "concept", &row));
    TRY(huisstijl_publish(r->job, row.id));
    job_audit(r->job,
              (struct audit_line){.wat = "huisstijl.publiceren",
                                  .soort = "huisstijl",
                                  .rij = row.id.id,
                                  .regio = r->viewer->regio,
                                  .na = arena_printf(r->arena, "%s; %s", row.thema ? row.bestand : "geen eigen thema",
                                                     row.logo_kenmerk ? row.logo_alt : "geen logo")});
    return reply_redirect_said(
        r, url_huisstijl(), "De huisstijl is gepubliceerd. Iedereen van uw regio ziet haar vanaf de volgende pagina.");
}

enum result huisstijl_weggooien_page(struct request *r)
{
    return show(r, "Concept weggooien", huisstijl_basis_form, NULL, huisstijl_weggooien);
}

enum result huisstijl_weggooien_post(struct request *r)
{
    struct huisstijl_row row;
    TRY(seen_row(r, "concept", &row));
    TRY(huisstijl_delete(r->job, row.id));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "huisstijl.weggooien", .soort = "huisstijl", .rij = row.id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_huisstijl(), "Het concept is weggegooid.");
}

enum result huisstijl_standaard_page(struct request *r)
{
    return show(r, "Terug naar de standaard", huisstijl_basis_form, NULL, huisstijl_standaard);
}

enum result huisstijl_standaard_post(struct request *r)
{
    struct huisstijl_row row;
    TRY(seen_row(r, "gepubliceerd", &row));
    TRY(huisstijl_delete(r->job, row.id));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "huisstijl.standaard", .soort = "huisstijl", .rij = row.id.id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_huisstijl(), "Uw regio heeft weer de standaard huisstijl.");
}

/* ---- what the browser fetches: the address follows from the content, so it never changes ---- */

enum result huisstijl_blad(struct request *r)
{
    const char *tokens;
    TRY(huisstijl_thema_find(r->db, r->arena, r->token, &tokens));
    const char *sheet = arena_printf(r->arena, ":root {\n%s}\n", tokens);
    r->reply.cacheable = true;
    return reply_text(r, "text/css; charset=utf-8", sheet, strlen(sheet));
}

/* As a download under a sandbox: in an <img> that makes no difference, opened by itself it does nothing. */
enum result huisstijl_beeld(struct request *r)
{
    const char *soort;
    struct blob bytes;
    TRY(huisstijl_logo_find(r->db, r->arena, r->token, &soort, &bytes));
    r->reply.cacheable = true;
    r->reply.filename = strcmp(soort, "image/png") == 0 ? "logo.png" : "logo.svg";
    return reply_text(r, soort, bytes.p, bytes.n);
}
