/* app/verantwoording/overig_pages.c: the pages of sociaal inkopen, activiteit / MVO and fonds: enter and change, with
 * the value before it is saved. */
#include <string.h>

#include "app/dossier/dossier.h"
#include "app/urls.h"
#include "app/verantwoording/inzet_life.h"
#include "app/verantwoording/overig.h"
#include "templates.h"

struct entry {
    struct project_head head;
    struct bouwblokkenset *set;
};

static enum result entry_read(struct request *r, struct entry *e)
{
    TRY(project_head_read(r->db, r->arena, request_id(r, "project", project_id), &e->head));
    return waardering_set_read(r->db, r->arena, e->head.set, &e->set);
}

/* "Lid Social Enterprise NL (50 % van het bedrag)": what a choice is worth. */
static const char *blok_words(struct arena *a, const struct bouwblok *b)
{
    char s[48];
    if (b->eenheid == PROCENT) {
        bp_to_text((basispunt){(int32_t)b->tarief}, s, sizeof(s));
        return arena_printf(a, "%s (%s van het bedrag)", b->label, s);
    }
    geld_to_text((geld){b->tarief}, s, sizeof(s));
    if (b->eenheid == PER_UUR)
        return arena_printf(a, "%s (%s per uur)", b->label, s);
    return b->eenheid == BEDRAG ? arena_printf(a, "%s (afgesproken bedrag)", b->label)
                                : arena_printf(a, "%s (%s)", b->label, s);
}

static void blok_select(struct request *r, struct form_view *f, const struct bouwblokkenset *set,
                        const struct overig_kind *kind)
{
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, set->n_blokken + 1);
    size_t n = 0;
    for (size_t i = 0; i < set->n_blokken; i++) {
        const struct bouwblok *b = &set->blokken[i];
        if (b->soort == BLOK_BASIS && (b->rubriek == kind->rubriek || b->rubriek == kind->other))
            choices[n++] =
                (struct choice){arena_printf(r->arena, "%lld", (long long)b->id.id), blok_words(r->arena, b), false};
    }
    form_choices(f, r->arena, "bouwblok", choices, n);
}

static void input_none(struct overig_input *in)
{
    *in = (struct overig_input){.datum = DATUM_GEEN, .tot = DATUM_GEEN, .bedrag = GELD_GEEN, .uren = UREN_GEEN};
}

static enum result show(struct request *r, const struct entry *e, const struct overig_kind *kind,
                        const struct field *form, const struct overig_input *values, const struct inzet_version *stored,
                        struct waarde_view *waarde, url back)
{
    struct overig_form_view v = {.page = layout_page(r, arena_printf(r->arena, "%s – %s", kind->title, e->head.naam)),
                                 .waarde = waarde,
                                 .nieuw = stored == NULL,
                                 .cancel = back,
                                 .form = form_view_new(r->arena, form, &r->typed, values, &r->problems, 0)};
    v.geen_blok = !overig_has_blocks(e->set, kind);
    blok_select(r, v.form, e->set, kind);
    v.n_vragen = vragen_make(r, e->set, typed_blok(r, stored ? stored->bouwblok : (bouwblok_id){0}),
                             stored ? stored->n_antwoorden : 0, stored ? stored->antwoorden : NULL, &v.vragen);
    v.page->heading = arena_printf(r->arena, "%s: %s", kind->title, e->head.naam);
    layout_form(v.page, v.form);
    layout_back(v.page, back, "Verantwoording");
    struct html o = page_begin(r);
    overig_form_page(&o, &v);
    return OK;
}

static enum result previewed(struct request *r)
{
    TRY(form_again(r));
    r->reply.status = 200;
    r->reply.title_error = NULL;
    return OK;
}

/* What the form of this kind does not ask was never typed: it is none, and not 0. */
static const struct overig_input *typed_input(struct request *r, const struct overig_kind *kind)
{
    struct overig_input *in = r->input;
    if (kind != &overig_activiteit) {
        in->tot = DATUM_GEEN;
        in->uren = UREN_GEEN;
    }
    return in;
}

static bool asks_preview(const struct overig_input *in)
{
    return in->actie && strcmp(in->actie, "voorbeeld") == 0;
}

enum result overig_check(struct request *r)
{
    struct blob *file = ARENA_NEW(r->arena, struct blob);
    r->slow_result = file;
    if (asks_preview(r->input))
        return OK;
    return document_judge(r, false, file);
}

static enum result new_page(struct request *r, const struct overig_kind *kind)
{
    struct entry e;
    struct overig_input none;
    TRY(entry_read(r, &e));
    input_none(&none);
    return show(r, &e, kind, kind->form, &none, NULL, NULL, url_project_part(e.head.id, "verantwoording"));
}

static enum result new_post(struct request *r, const struct overig_kind *kind)
{
    const struct overig_input *in = typed_input(r, kind);
    struct entry e;
    inzet_id made;
    TRY(entry_read(r, &e));
    if (asks_preview(in)) {
        struct waarde_view *waarde = overig_preview(r, &e.head, e.set, in);
        struct overig_input none;
        r->problems.n = 0;
        input_none(&none);
        TRY(show(r, &e, kind, kind->form, &none, NULL, waarde, url_project_part(e.head.id, "verantwoording")));
        return previewed(r);
    }
    TRY(overig_judge(r, &e.head, e.set, kind, in, (inzet_id){0}));
    if (r->problems.n > 0)
        return INVALID;
    TRY(overig_enter(r, &e.head, kind, e.set, in, &made));
    bool again = in->actie && strcmp(in->actie, "opslaan_nog") == 0;
    return reply_redirect_said(r,
                               again ? url_project_part(e.head.id, arena_printf(r->arena, "%s/nieuw", kind->part))
                                     : url_inzet(e.head.id, made),
                               "%s: opgeslagen.", kind->title);
}

/* ---- changing ---- */

static enum result whole_of(struct request *r, const struct overig_kind *kind, struct inzet_whole *w, struct entry *e)
{
    TRY(inzet_whole_read(r, w));
    if (strcmp(w->row.soort, kind->soort) != 0)
        return NOT_FOUND;
    return entry_read(r, e);
}

static enum result edit_show(struct request *r, const struct overig_kind *kind, const struct inzet_whole *w,
                             const struct entry *e, struct waarde_view *waarde)
{
    const struct inzet_version *v = &w->version;
    struct overig_input in = {.bouwblok = v->bouwblok,
                              .leverancier = v->leverancier,
                              .nummer = v->nummer,
                              .onderaannemer = v->onderaannemer,
                              .toelichting = v->toelichting,
                              .datum = v->start,
                              .tot = v->eind.dag == v->start.dag ? DATUM_GEEN : v->eind,
                              .bedrag = v->bedrag,
                              .uren = v->aantal,
                              .personen = v->personen,
                              .versie = w->versie};
    return show(r, e, kind, kind->edit_form, &in, v, waarde, url_inzet(w->head.id, w->id));
}

static enum result edit_page(struct request *r, const struct overig_kind *kind)
{
    struct inzet_whole w;
    struct entry e;
    TRY(whole_of(r, kind, &w, &e));
    return edit_show(r, kind, &w, &e, NULL);
}

static enum result edit_post(struct request *r, const struct overig_kind *kind)
{
    const struct overig_input *in = typed_input(r, kind);
    struct inzet_whole w;
    struct entry e;
    TRY(whole_of(r, kind, &w, &e));
    if (asks_preview(in)) {
        r->problems.n = 0;
        TRY(edit_show(r, kind, &w, &e, overig_preview(r, &e.head, e.set, in)));
        return previewed(r);
    }
    TRY(overig_judge(r, &e.head, e.set, kind, in, w.id));
    if (r->problems.n > 0)
        return INVALID;
    TRY(overig_change(r, &e.head, e.set, w.id, &w.version, in));
    return reply_redirect_said(r, url_inzet(e.head.id, w.id),
                               "De wijziging is opgeslagen. Wat er eerst stond, blijft bewaard.");
}

enum result inkoop_new_page(struct request *r)
{
    return new_page(r, &overig_inkoop);
}
enum result activiteit_new_page(struct request *r)
{
    return new_page(r, &overig_activiteit);
}
enum result fonds_new_page(struct request *r)
{
    return new_page(r, &overig_fonds);
}
enum result inkoop_new_post(struct request *r)
{
    return new_post(r, &overig_inkoop);
}
enum result activiteit_new_post(struct request *r)
{
    return new_post(r, &overig_activiteit);
}
enum result fonds_new_post(struct request *r)
{
    return new_post(r, &overig_fonds);
}
enum result inkoop_edit_page(struct request *r)
{
    return edit_page(r, &overig_inkoop);
}
enum result activiteit_edit_page(struct request *r)
{
    return edit_page(r, &overig_activiteit);
}
enum result fonds_edit_page(struct request *r)
{
    return edit_page(r, &overig_fonds);
}
enum result inkoop_edit_post(struct request *r)
{
    return edit_post(r, &overig_inkoop);
}
enum result activiteit_edit_post(struct request *r)
{
    return edit_post(r, &overig_activiteit);
}
enum result fonds_edit_post(struct request *r)
{
    return edit_post(r, &overig_fonds);
}
