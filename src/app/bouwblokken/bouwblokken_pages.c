/* app/bouwblokken/bouwblokken_pages.c: the list of sets, one set with its difference, its file, and a new concept from
 * a file or from another set. */
#include <string.h>

#include "app/bouwblokken/bouwblokken_store.h"
#include "app/labels.h"
#include "app/urls.h"
#include "app/waardering/waardering.h"
#include "templates.h"

enum result sets_page(struct request *r)
{
    struct sets_view v = {.page = layout_page(r, "Bouwblokken")};
    TRY(set_rows_read(r->db, r->arena, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    bouwblokken_list(&o, &v);
    return OK;
}

/* ---- one set ---- */

static const char *setting_label(const char *key)
{
    static const struct {
        const char *key, *label;
    } labels[] = {{"naam", "Naam"},
                  {"versie", "Versie"},
                  {"bron", "Bron"},
                  {"fte_uren", "Uren van een volle week"},
                  {"min_uren", "Minste uren per week"},
                  {"peil", "Datum die de set kiest"},
                  {"aanloop_mnd", "Aanloop in maanden"},
                  {"binnen_project", "Alleen dagen binnen het project"},
                  {"cap_basis", "Duur van meetellen gemeten in"},
                  {"onderbreking_mnd", "Onderbreking in maanden"},
                  {"doelgroep_peil", "Doelgroep bepaald op"}};
    for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        if (strcmp(labels[i].key, key) == 0)
            return labels[i].label;
    return key;
}

static void set_show(struct request *r, const struct bouwblokkenset *s, struct set_view *v)
{
    const char *values[CSV_SETTINGS];
    waardering_csv_values(r->arena, s, values);
    v->instellingen = ARENA_ARRAY(r->arena, struct instelling_row, CSV_SETTINGS);
    for (int i = 0; i < CSV_SETTINGS; i++)
        v->instellingen[v->n_instellingen++] =
            (struct instelling_row){setting_label(waardering_csv_settings[i]), values[i]};
    v->blokken = ARENA_ARRAY(r->arena, struct blok_row, s->n_blokken + 1);
    for (size_t i = 0; i < s->n_blokken; i++) {
        const struct bouwblok *b = &s->blokken[i];
        v->blokken[v->n_blokken++] = (struct blok_row){b->id,
                                                       b->code,
                                                       b->label,
                                                       label_rubriek(rubriek_codes[b->rubriek]),
                                                       blok_soort_codes[b->soort],
                                                       blok_in_woorden(r->arena, b),
                                                       condities_in_woorden(r->arena, b)};
    }
}

static enum result difference_show(struct request *r, const struct bouwblokkenset *s, struct set_view *v)
{
    bouwblokkenset_id before;
    struct bouwblokkenset *was;
    enum result found = set_previous(r->db, r->arena, v->set.id, v->set.van, &before);
    if (found != OK)
        return found == NOT_FOUND ? OK : found;
    TRY(set_whole_read(r->db, r->arena, before, &was));
    v->vorige = arena_printf(r->arena, "%s %s", was->naam, was->versie);
    v->n_verschillen = set_verschillen(r->arena, was, s, &v->verschillen);
    for (size_t i = 0; i < v->n_verschillen; i++)
        if (!v->verschillen[i].code[0])
            v->verschillen[i].wat = setting_label(v->verschillen[i].wat);
    return OK;
}

enum result set_page(struct request *r)
{
    struct bouwblokkenset *s;
    struct set_view v = {.vorige = NULL};
    TRY(set_row_read(r->db, r->arena, request_id(r, "set", bouwblokkenset_id), &v.set));
    TRY(set_whole_read(r->db, r->arena, v.set.id, &s));
    v.page = layout_page(r, arena_printf(r->arena, "%s %s", v.set.naam, v.set.versie));
    layout_back(v.page, url_sets(), "Bouwblokken");
    set_show(r, s, &v);
    TRY(difference_show(r, s, &v));
    struct html o = page_begin(r);
    bouwblokken_set(&o, &v);
    return OK;
}

enum result set_csv_page(struct request *r)
{
    struct bouwblokkenset *s;
    TRY(set_whole_read(r->db, r->arena, request_id(r, "set", bouwblokkenset_id), &s));
    const char *csv = waardering_csv_write(r->arena, s);
    TRY(reply_text(r, "text/csv; charset=utf-8", csv, strlen(csv)));
    r->reply.filename = arena_printf(r->arena, "bouwblokken-%lld.csv", (long long)s->id.id);
    return OK;
}

/* ---- a new one ---- */

static const char **lines_of(struct arena *a, const char *text, size_t *n)
{
    enum { MOST = 120 };
    const char **lines = ARENA_ARRAY(a, const char *, MOST);
    *n = 0;
    while (*text && *n < MOST) {
        size_t length = strcspn(text, "\n");
        lines[(*n)++] = arena_printf(a, "%.*s", (int)length, text);
        text += length + (text[length] == '\n');
    }
    return lines;
}

enum result set_new_page(struct request *r)
{
    size_t n;
    struct set_row *rows;
    struct set_new_input in = {.van = DATUM_GEEN};
    struct set_form_view v = {
        .page = layout_page(r, "Nieuwe set"),
        .form = form_view_new(r->arena, set_new_form, &r->typed, &in, &r->problems, 0),
        .file = true,
        .button = "Verder",
        .intro =
            "Een nieuwe set is eerst een concept. U ziet het verschil met de vorige set en rekent door wat lopende projecten ermee waard zijn. Een collega van het coördinatiepunt publiceert hem.",
        .cancel = {url_sets().path}};
    TRY(set_rows_read(r->db, r->arena, &n, &rows));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){arena_printf(r->arena, "%lld", (long long)rows[i].id.id),
                                     arena_printf(r->arena, "%s %s", rows[i].naam, rows[i].versie), false};
    form_choices(v.form, r->arena, "kopie", choices, n);
    v.cancel.p = arena_strdup(r->arena, url_sets().path);
    const struct set_new_read *slow = r->slow_result;
    if (slow && slow->problems)
        v.problemen = lines_of(r->arena, slow->problems, &v.n_problemen);
    layout_form(v.page, v.form);
    layout_back(v.page, url_sets(), "Bouwblokken");
    struct html o = page_begin(r);
    bouwblokken_form(&o, &v);
    return OK;
}

/* On the slow lane: the file is read and judged whole; every mistake with its line. */
enum result set_new_check(struct request *r)
{
    struct set_new_read *out = ARENA_NEW(r->arena, struct set_new_read);
    struct blob bytes;
    struct attribuut *attributen;
    size_t n;
    *out = (struct set_new_read){.set = NULL};
    r->slow_result = out;
    if (!r->upload.path || r->upload.n == 0)
        return OK;
    if (r->upload.n > SET_BESTAND_MOST) {
        problem_add(&r->problems, "bestand",
                    "Dit bestand is te groot voor een set bouwblokken (%zu bytes). Kies het bestand opnieuw",
                    r->upload.n);
        return INVALID;
    }
    TRY(upload_read(r, &bytes));
    TRY(attributen_read(r->db, r->arena, &n, &attributen));
    out->set = ARENA_NEW(r->arena, struct bouwblokkenset);
    struct text problems;
    text_init(&problems, 1 << 17);
    enum result ended = waardering_csv_read(r->arena, bytes.p, bytes.n, n, attributen, &problems, out->set);
    if (ended == INVALID) {
        out->problems = arena_strdup(r->arena, text_c(&problems));
        problem_add(
            &r->problems, "bestand",
            "Er staan fouten in %s. Er is niets ingelezen. Verbeter de regels hieronder en kies het bestand opnieuw",
            r->upload.filename);
    }
    text_free(&problems);
    return ended;
}

static enum result copy_of(struct request *r, const struct set_new_input *in, struct bouwblokkenset **out)
{
    if (in->kopie.id <= 0) {
        problem_add(&r->problems, "bestand", "Kies een bestand, of kies hieronder een set om van uit te gaan");
        return INVALID;
    }
    if (!in->versie) {
        problem_add(&r->problems, "versie", "Geef de nieuwe set een eigen versie, bijvoorbeeld het jaar");
        return INVALID;
    }
    enum result found = set_whole_read(r->db, r->arena, in->kopie, out);
    if (found == NOT_FOUND) {
        problem_add(&r->problems, "kopie", "Deze set is er niet meer. Kies een andere");
        return INVALID;
    }
    TRY(found);
    (*out)->versie = in->versie;
    return OK;
}

enum result set_new_post(struct request *r)
{
    const struct set_new_input *in = r->input;
    const struct set_new_read *slow = r->slow_result;
    struct bouwblokkenset *s = slow ? slow->set : NULL;
    bouwblokkenset_id id;
    if (r->problems.n > 0)
        return INVALID;
    if (!s)
        TRY(copy_of(r, in, &s));
    enum result ended = set_insert(r->job, s, in->van, &id);
    if (ended == INVALID)
        problem_add(&r->problems, slow && slow->set ? "bestand" : "versie", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job, (struct audit_line){.wat = "bouwblokken.inlezen",
                                          .soort = "bouwblokkenset",
                                          .rij = id.id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "%s %s", s->naam, s->versie)});
    return reply_redirect_said(r, url_set(id), "Het concept is gemaakt: %zu bouwblokken.", s->n_blokken);
}
