/* app/bouwblokken/blok_pages.c: editing a concept by form. What was typed becomes a row of the file and is judged by
 * the reader of the file: one set of rules. */
#include <string.h>

#include "app/bouwblokken/bouwblokken_store.h"
#include "app/urls.h"
#include "app/waardering/waardering.h"
#include "core/text.h"
#include "templates.h"

struct editing {
    struct set_row row;
    struct bouwblokkenset *set;
};

static enum result editing_read(struct request *r, struct editing *e)
{
    TRY(set_row_read(r->db, r->arena, request_id(r, "set", bouwblokkenset_id), &e->row));
    return set_whole_read(r->db, r->arena, e->row.id, &e->set);
}

static enum result form_page(struct request *r, struct editing *e, const char *title, const struct field *form,
                             const void *in, const char *button, struct set_form_view *v)
{
    v->page = layout_page(r, title);
    v->form = form_view_new(r->arena, form, &r->typed, in, &r->problems, 0);
    v->button = button;
    v->set = e->row.id;
    v->cancel.p = arena_strdup(r->arena, url_set(e->row.id).path);
    layout_form(v->page, v->form);
    layout_back(v->page, url_set(e->row.id), arena_printf(r->arena, "%s %s", e->row.naam, e->row.versie));
    return OK;
}

static void audit_set(struct request *r, const struct editing *e, const char *wat, const char *voor, const char *na)
{
    job_audit(r->job, (struct audit_line){.wat = wat,
                                          .soort = "bouwblokkenset",
                                          .rij = e->row.id.id,
                                          .regio = r->viewer->regio,
                                          .voor = voor,
                                          .na = na});
}

/* Two people on one concept: the second is told; what was typed stays on the page. */
static enum result meanwhile(struct request *r, enum result ended)
{
    if (ended != CONFLICT)
        return ended;
    problem_add(
        &r->problems, "",
        "Iemand anders heeft dit concept intussen gewijzigd. Uw invoer staat hieronder nog. Bekijk de set, open deze pagina opnieuw en voer uw wijziging dan in.");
    return INVALID;
}

/* ---- the set's own settings ---- */

enum result set_edit_page(struct request *r)
{
    struct editing e;
    struct set_form_view v = {.intro = NULL};
    TRY(editing_read(r, &e));
    struct set_input in = {.naam = e.set->naam,
                           .versie = e.set->versie,
                           .bron = e.set->bron,
                           .peil = e.set->peil,
                           .cap_basis = cap_basis_codes[e.set->cap_basis],
                           .doelgroep_peil = e.set->doelgroep_peil,
                           .van = e.row.van,
                           .fte = e.set->fte,
                           .min_uren = e.set->min_uren,
                           .aanloop_mnd = e.set->aanloop_mnd,
                           .onderbreking_mnd = e.set->onderbreking_mnd,
                           .binnen_project = e.set->binnen_project,
                           .bewerking = e.row.bewerking};
    TRY(form_page(r, &e, "Instellingen van de set", set_form, &in, "Opslaan", &v));
    struct html o = page_begin(r);
    bouwblokken_form(&o, &v);
    return OK;
}

enum result set_edit_post(struct request *r)
{
    const struct set_input *in = r->input;
    struct editing e;
    TRY(editing_read(r, &e));
    enum result ended = meanwhile(r, set_update(r->job, e.row.id, in));
    if (ended == INVALID && r->problems.n == 0)
        problem_add(&r->problems, "versie", "%s", job_problem(r->job));
    TRY(ended);
    audit_set(r, &e, "bouwblokken.wijzigen", NULL, "instellingen van de set");
    return reply_redirect_said(r, url_set(e.row.id), "De instellingen zijn opgeslagen.");
}

/* ---- a block ---- */

static void choices_set(struct form_view *f, struct arena *a, const char *name, const struct choice *list)
{
    size_t n = 0;
    while (list[n].value)
        n++;
    form_choices(f, a, name, list, n);
}

static void block_choices(struct request *r, struct form_view *f, const struct bouwblokkenset *s)
{
    struct choice *attributes = ARENA_ARRAY(r->arena, struct choice, s->n_attributen + 1);
    for (size_t i = 0; i < s->n_attributen; i++)
        attributes[i] =
            (struct choice){s->attributen[i].naam,
                            arena_printf(r->arena, "%s: %s", s->attributen[i].naam, s->attributen[i].vraag), false};
    form_choices(f, r->arena, "attribuut", attributes, s->n_attributen);
    choices_set(f, r->arena, "periode_mnd", choices_periode);
    choices_set(f, r->arena, "cap_veld", choices_cap_veld);
    choices_set(f, r->arena, "opbouw", choices_opbouw);
}

static void block_open(struct arena *a, const struct bouwblok *b, struct blok_input *in)
{
    const char *cells[CSV_COLUMNS];
    waardering_csv_cells(a, b, cells);
    *in = (struct blok_input){.code = cells[CSV_CODE],
                              .label = cells[CSV_LABEL],
                              .rubriek = cells[CSV_RUBRIEK],
                              .soort = cells[CSV_SOORT],
                              .eenheid = cells[CSV_EENHEID],
                              .tarief = cells[CSV_TARIEF],
                              .periode_mnd = cells[CSV_PERIODE_MND],
                              .cap_mnd = cells[CSV_CAP_MND],
                              .cap_veld = cells[CSV_CAP_VELD],
                              .dagmax = cells[CSV_DAGMAX],
                              .opbouw = cells[CSV_OPBOUW],
                              .groep = cells[CSV_GROEP],
                              .naar_uren = b->naar_uren};
    for (size_t i = 0; i < b->n_condities && i < CONDITIE_RIJEN; i++) {
        in->attribuut[i] = b->condities[i].attribuut;
        in->operator[i] = operator_codes[b->condities[i].op];
        in->waarde[i] = b->condities[i].waarde;
        in->waarschuwing[i] = b->condities[i].waarschuwing;
    }
}

static const struct bouwblok *block_of(struct request *r, const struct editing *e)
{
    return blok_find(e->set, request_id(r, "blok", bouwblok_id));
}

static enum result block_page(struct request *r, bool new)
{
    struct editing e;
    struct blok_input in = {.code = NULL};
    struct set_form_view v = {.intro =
                                  "Wat hier staat bepaalt de waarde van inzet. Leeg laten wat niet van toepassing is."};
    TRY(editing_read(r, &e));
    const struct bouwblok *b = new ? NULL : block_of(r, &e);
    if (!new && !b)
        return NOT_FOUND;
    if (b)
        block_open(r->arena, b, &in);
    in.bewerking = e.row.bewerking;
    TRY(form_page(r, &e, new ? "Bouwblok toevoegen" : arena_printf(r->arena, "Bouwblok %s", b->code), blok_form, &in,
                  "Opslaan", &v));
    block_choices(r, v.form, e.set);
    if (b)
        v.blok = b->id;
    struct html o = page_begin(r);
    bouwblokken_form(&o, &v);
    return OK;
}

enum result blok_new_page(struct request *r)
{
    return block_page(r, true);
}

enum result blok_page(struct request *r)
{
    return block_page(r, false);
}

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

static bool condition_text(struct request *r, const struct blok_input *in, const char **out)
{
    *out = "";
    for (int i = 0; i < CONDITIE_RIJEN; i++) {
        if (!in->attribuut[i] && !in->operator[i] && !in->waarde[i])
            continue;
        if (!in->attribuut[i] || !in->operator[i] || !in->waarde[i] || strpbrk(in->waarde[i], "&?"))
            problem_add(
                &r->problems, "",
                "Voorwaarde %d is niet compleet: kies een kenmerk en een vergelijking en vul een waarde in, zonder & en ?.",
                i + 1);
        else
            *out = arena_printf(r->arena, "%s%s%s %s %s%s", *out, **out ? " & " : "", in->attribuut[i], in->operator[i],
                                in->waarde[i], in->waarschuwing[i] ? "?" : "");
    }
    return r->problems.n == 0;
}

/* "regel 14: tarief: vul een bedrag in" → at the field "tarief". */
static void problems_place(struct request *r, char *lines)
{
    for (char *line = lines; *line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        char *what = strstr(line, ": "), *field = what ? what + 2 : line, *colon = strstr(field, ": ");
        const char *name = colon ? arena_text(r->arena, field, (size_t)(colon - field)) : "";
        bool known = false;
        for (const struct field *f = blok_form; f->type != FIELD_END; f++)
            known = known || (f->repeat == 0 && strcmp(f->name, name) == 0);
        problem_add(&r->problems, known ? name : "", "%s", known ? colon + 2 : field);
        line = end ? end + 1 : line + strlen(line);
    }
}

/* The whole set with this block in it, as the reader of the file judges it. INVALID with problems at the fields. */
static enum result block_judge(struct request *r, const struct editing *e, const struct bouwblok *replaces,
                               const struct blok_input *in, struct bouwblok *out)
{
    const char *conditions, *values[CSV_SETTINGS];
    if (!condition_text(r, in, &conditions) || r->problems.n > 0)
        return INVALID;
    const char *row[CSV_COLUMNS] = {in->code,
                                    in->rubriek,
                                    in->soort,
                                    in->eenheid,
                                    or_empty(in->tarief),
                                    or_empty(in->periode_mnd),
                                    in->naar_uren ? "ja" : "nee",
                                    or_empty(in->cap_mnd),
                                    or_empty(in->cap_veld),
                                    or_empty(in->dagmax),
                                    or_empty(in->opbouw),
                                    or_empty(in->groep),
                                    in->label,
                                    conditions};
    const char *(*rows)[CSV_COLUMNS] = arena_alloc(r->arena, (e->set->n_blokken + 2) * sizeof(*rows));
    size_t n = 0, at = e->set->n_blokken;
    waardering_csv_values(r->arena, e->set, values);
    for (size_t i = 0; i < e->set->n_blokken; i++) {
        if (&e->set->blokken[i] == replaces)
            at = i;
        waardering_csv_cells(r->arena, &e->set->blokken[i], rows[n++]);
    }
    memcpy(rows[at], row, sizeof(row));
    n = at == n ? n + 1 : n;
    const char *csv = waardering_csv_join(r->arena, values, n, (const char *const(*)[CSV_COLUMNS])rows);
    struct bouwblokkenset judged;
    struct text problems;
    text_init(&problems, 1 << 17);
    enum result ended =
        waardering_csv_read(r->arena, csv, strlen(csv), e->set->n_attributen, e->set->attributen, &problems, &judged);
    if (ended == INVALID)
        problems_place(r, arena_strdup(r->arena, text_c(&problems)));
    text_free(&problems);
    TRY(ended);
    *out = judged.blokken[at];
    out->volgorde = replaces                ? replaces->volgorde
                    : e->set->n_blokken > 0 ? e->set->blokken[e->set->n_blokken - 1].volgorde + 1
                                            : 1;
    return OK;
}

static enum result block_post(struct request *r, bool new)
{
    const struct blok_input *in = r->input;
    struct editing e;
    struct bouwblok b;
    TRY(editing_read(r, &e));
    const struct bouwblok *was = new ? NULL : block_of(r, &e);
    if (!new && !was)
        return NOT_FOUND;
    if (r->problems.n > 0)
        return INVALID;
    TRY(block_judge(r, &e, was, in, &b));
    TRY(meanwhile(r, set_touch(r->job, e.row.id, in->bewerking)));
    if (was)
        TRY(blok_delete(r->job, was->id));
    TRY(blok_insert(r->job, e.row.id, &b));
    audit_set(r, &e, new ? "bouwblokken.blok_toevoegen" : "bouwblokken.blok_wijzigen",
              was ? arena_printf(r->arena, "%s: %s", was->code, blok_in_woorden(r->arena, was)) : NULL,
              arena_printf(r->arena, "%s: %s", b.code, blok_in_woorden(r->arena, &b)));
    return reply_redirect_said(r, url_set(e.row.id), "Bouwblok %s is opgeslagen.", b.code);
}

enum result blok_new_post(struct request *r)
{
    return block_post(r, true);
}

enum result blok_post(struct request *r)
{
    return block_post(r, false);
}

enum result blok_remove_page(struct request *r)
{
    struct editing e;
    TRY(editing_read(r, &e));
    const struct bouwblok *b = block_of(r, &e);
    if (!b)
        return NOT_FOUND;
    struct bewerking_input in = {e.row.bewerking};
    struct set_form_view v = {
        .intro = arena_printf(
            r->arena, "%s: %s. Het blok verdwijnt uit dit concept. Sets die al zijn gepubliceerd veranderen niet.",
            b->label, blok_in_woorden(r->arena, b)),
        .danger = true};
    TRY(form_page(r, &e, arena_printf(r->arena, "Bouwblok %s verwijderen", b->code), bewerking_form, &in,
                  "Ja, verwijder dit blok", &v));
    struct html o = page_begin(r);
    bouwblokken_form(&o, &v);
    return OK;
}

enum result blok_remove_post(struct request *r)
{
    const struct bewerking_input *in = r->input;
    struct editing e;
    TRY(editing_read(r, &e));
    const struct bouwblok *b = block_of(r, &e);
    if (!b)
        return NOT_FOUND;
    if (r->problems.n > 0)
        return INVALID;
    TRY(meanwhile(r, set_touch(r->job, e.row.id, in->bewerking)));
    TRY(blok_delete(r->job, b->id));
    audit_set(r, &e, "bouwblokken.blok_verwijderen",
              arena_printf(r->arena, "%s: %s", b->code, blok_in_woorden(r->arena, b)), NULL);
    return reply_redirect_said(r, url_set(e.row.id), "Bouwblok %s is verwijderd.", b->code);
}

/* ---- kenmerken: what a condition may ask ---- */

enum result kenmerken_page(struct request *r)
{
    struct attribuut *list;
    struct kenmerken_view v = {.page = layout_page(r, "Kenmerken"),
                               .form = form_view_new(r->arena, kenmerk_form, &r->typed, NULL, &r->problems, 0)};
    TRY(attributen_read(r->db, r->arena, &v.n_rows, &list));
    v.rows = ARENA_ARRAY(r->arena, struct kenmerk_row, v.n_rows + 1);
    for (size_t i = 0; i < v.n_rows; i++)
        v.rows[i] = (struct kenmerk_row){list[i].naam, list[i].afgeleid ? "wordt berekend" : list[i].type,
                                         list[i].vraag, list[i].keuzes};
    layout_form(v.page, v.form);
    layout_back(v.page, url_sets(), "Bouwblokken");
    struct html o = page_begin(r);
    bouwblokken_kenmerken(&o, &v);
    return OK;
}

/* Each line "code=text". */
static bool choices_good(const char *lines)
{
    for (; lines && *lines;) {
        size_t n = strcspn(lines, "\n"), code = strcspn(lines, "=\n");
        if (code == 0 || code >= n || code + 1 == n)
            return false;
        lines += n + (lines[n] == '\n');
    }
    return true;
}

enum result kenmerken_post(struct request *r)
{
    const struct kenmerk_input *in = r->input;
    bool choice = strcmp(in->type, "keuze") == 0;
    if (strspn(in->naam, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(in->naam) || in->naam[0] < 'a')
        problem_add(&r->problems, "naam",
                    "Gebruik alleen kleine letters, cijfers en liggende streepjes, en begin met een letter");
    if (choice && (!in->keuzes || !choices_good(in->keuzes)))
        problem_add(&r->problems, "keuzes",
                    "Vul op elke regel een keuze in als code=tekst, bijvoorbeeld vmbo=Vmbo-diploma");
    if (!choice && in->keuzes)
        problem_add(&r->problems, "keuzes", "Keuzes horen alleen bij de soort ‘een keuze’");
    if (r->problems.n > 0)
        return INVALID;
    enum result ended = attribuut_insert(r->job, in);
    if (ended == INVALID)
        problem_add(&r->problems, "naam", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "bouwblokken.kenmerk",
                                          .soort = "attribuut",
                                          .rij = r->viewer->regio.id,
                                          .regio = r->viewer->regio,
                                          .na = in->naam});
    return reply_redirect_said(r, url_kenmerken(), "Het kenmerk %s is toegevoegd.", in->naam);
}
