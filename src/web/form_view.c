/* web/form_view.c: from the table of fields to what templates/form.html shows. Values come from what was typed, else
 * from a filled struct. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "web/form.h"
#include "web/form_words.h"

enum { RADIO_MOST = 5 };

struct viewing {
    struct arena *arena;
    const struct field *form;
    const struct typed_list *typed;
    const char *values;
    const struct problems *problems;
    int rows_shown;
};

/* ---- values as they are typed ---- */

static const char *number_text(struct arena *a, int64_t n)
{
    return arena_printf(a, "%lld", (long long)n);
}

static const char *percentage_text(struct arena *a, basispunt b)
{
    char out[16];
    bp_to_text(b, out, sizeof out);
    out[strspn(out, "0123456789,-")] = '\0'; /* the field's label says it is a percentage */
    return arena_strdup(a, out);
}

/* clang-format off */
static const char *text_of(const struct field *f, struct arena *a, const void *member)
{
    char out[64] = "";
    switch (f->type) {
    case FIELD_DATUM: { datum d; memcpy(&d, member, sizeof d); char iso[11]; datum_to_text(d, iso); return arena_strdup(a, iso); }
    case FIELD_GELD: { geld g; memcpy(&g, member, sizeof g); geld_to_input(g, out, sizeof out); return arena_strdup(a, out); }
    case FIELD_UREN: { uren u; memcpy(&u, member, sizeof u); uren_to_text(u, out, sizeof out); return uren_is_none(u) ? "" : arena_strdup(a, out); }
    case FIELD_BP: { basispunt b; memcpy(&b, member, sizeof b); return bp_is_none(b) ? "" : percentage_text(a, b); }
    case FIELD_INT: case FIELD_VERSIE: {
        int64_t n;
        memcpy(&n, member, sizeof n);
        return n == 0 && f->type == FIELD_INT && !(f->flags & FIELD_REQUIRED) ? "" : number_text(a, n); /* an absent number was read as 0 */
    }
    case FIELD_ID: {
        int64_t n;
        memcpy(&n, member, sizeof n);
        return n > 0 ? number_text(a, n) : n == FORM_NEW_ID ? FORM_NEW : "";
    }
    case FIELD_CHECK: { bool yes; memcpy(&yes, member, sizeof yes); return yes ? "ja" : ""; }
    case FIELD_PASSWORD: case FIELD_CODE: case FIELD_BUTTON: case FIELD_ANSWERS: case FIELD_END: return "";
    default: { const char *s; memcpy(&s, member, sizeof s); return s ? s : ""; }
    }
}
/* clang-format on */

/* Secrets are never shown again. */
static const char *value_of(const struct viewing *v, const struct field *f, int row)
{
    if (f->type == FIELD_PASSWORD || f->type == FIELD_CODE || f->type == FIELD_BUTTON)
        return "";
    bool typed = v->typed && v->typed->n > 0 && !(f->flags & FIELD_READONLY);
    if (typed) {
        const char *value = typed_value(v->typed, form_name(f, row, v->arena));
        return value ? value : "";
    }
    if (!v->values || !f->size)
        return "";
    return text_of(f, v->arena, v->values + f->offset + (row < 0 ? 0 : (size_t)row * f->size));
}

/* ---- one field ---- */

static const char *id_of(struct arena *a, const char *name)
{
    char *id = arena_printf(a, "veld-%s", name);
    for (char *p = id; *p; p++) {
        if (*p == '.')
            *p = '-';
    }
    return id;
}

static const char *error_of(const struct problems *problems, const char *name)
{
    for (size_t i = 0; problems && i < problems->n; i++) {
        if (strcmp(problems->list[i].field, name) == 0)
            return problems->list[i].text;
    }
    return NULL;
}

static const char *inputmode_of(enum field_type type)
{
    switch (type) {
    case FIELD_DATUM:
    case FIELD_INT:
    case FIELD_CODE:
    case FIELD_KVK:
        return "numeric";
    case FIELD_GELD:
    case FIELD_UREN:
    case FIELD_BP:
        return "decimal";
    case FIELD_EMAIL:
        return "email";
    case FIELD_PHONE:
        return "tel";
    default:
        return NULL;
    }
}

static const char *input_type_of(enum field_type type)
{
    switch (type) {
    case FIELD_PASSWORD:
        return "password";
    case FIELD_EMAIL:
        return "email";
    case FIELD_PHONE:
        return "tel";
    case FIELD_CHECK:
        return "checkbox";
    case FIELD_VERSIE:
    case FIELD_HIDDEN:
        return "hidden";
    case FIELD_BUTTON:
        return "submit";
    default:
        return "text";
    }
}

static const char *autocomplete_of(const struct field *f)
{
    if (f->autocomplete)
        return f->autocomplete;
    if (f->type == FIELD_PASSWORD)
        return f->flags & FIELD_NEW_PASSWORD ? "new-password" : "current-password";
    return f->type == FIELD_CODE ? "one-time-code" : NULL;
}

/* maxlength counts UTF-16 units, our limits bytes: for what the browser stops, ours is at most stricter. Passwords and
 * codes have none. */
static const char *maxlength_of(const struct field *f, struct arena *a)
{
    if (f->type != FIELD_TEXT && f->type != FIELD_LINES)
        return NULL;
    return number_text(a, f->max ? f->max : f->type == FIELD_LINES ? 2000 : 200);
}

static size_t choices_count(const struct choice *list)
{
    size_t n = 0;
    while (list && list[n].value)
        n++;
    return n;
}

static void set_choices(struct field_view *fv, struct arena *a, const struct choice *list, size_t n)
{
    bool empty_first = fv->is_select && (n == 0 || *list[0].value != '\0');
    fv->choices = ARENA_ARRAY(a, struct choice_view, n + 1);
    fv->n_choices = 0;
    if (empty_first)
        fv->choices[fv->n_choices++] =
            (struct choice_view){.value = "", .label = "Maak een keuze", .chosen = *fv->value == '\0'};
    for (size_t i = 0; i < n; i++) {
        fv->choices[fv->n_choices++] = (struct choice_view){
            .value = list[i].value,
            .label = list[i].label,
            .disabled = list[i].disabled,
            .chosen = strcmp(list[i].value, fv->value) == 0,
        };
    }
}

static const char *described_by(const struct field_view *fv, struct arena *a)
{
    if (fv->hint && fv->error)
        return arena_printf(a, "%s-hint %s-fout", fv->id, fv->id);
    if (fv->hint)
        return arena_printf(a, "%s-hint", fv->id);
    return fv->error ? arena_printf(a, "%s-fout", fv->id) : "";
}

static struct field_view *view_field(const struct viewing *v, const struct field *f, int row)
{
    struct arena *a = v->arena;
    struct field_view *fv = ARENA_NEW(a, struct field_view);
    size_t n = choices_count(f->choices);
    fv->name = form_name(f, row, a);
    fv->id = id_of(a, fv->name);
    fv->label = row < 0 || !f->label ? (f->label ? f->label : "") : arena_printf(a, "%s, regel %d", f->label, row + 1);
    fv->value = value_of(v, f, row);
    fv->hint = row <= 0 ? f->hint : NULL;
    fv->error = error_of(v->problems, fv->name);
    fv->autocomplete = autocomplete_of(f);
    fv->inputmode = inputmode_of(f->type);
    fv->input_type = input_type_of(f->type);
    fv->maxlength = maxlength_of(f, a);
    fv->fieldset = row < 0 ? f->fieldset : NULL;
    fv->required = (f->flags & FIELD_REQUIRED) != 0;
    fv->is_readonly = (f->flags & FIELD_READONLY) != 0;
    fv->is_check = f->type == FIELD_CHECK;
    fv->checked = fv->is_check && *fv->value != '\0';
    if (fv->is_check)
        fv->value = "ja";
    fv->is_lines = f->type == FIELD_LINES;
    fv->is_hidden = f->type == FIELD_HIDDEN || f->type == FIELD_VERSIE;
    fv->is_password = f->type == FIELD_PASSWORD;
    fv->is_button = f->type == FIELD_BUTTON;
    fv->is_file = f->type == FIELD_FILE;
    fv->accept = f->accept ? f->accept : "application/pdf,.pdf";
    fv->is_radio = f->type == FIELD_CHOICE && row < 0 && n > 0 && n <= RADIO_MOST;
    fv->is_select = (f->type == FIELD_CHOICE && !fv->is_radio) || f->type == FIELD_ID;
    if (fv->is_radio || fv->is_select)
        set_choices(fv, a, f->choices, n);
    fv->described_by = described_by(fv, a);
    return fv;
}

/* ---- tables of repeated fields ---- */

static bool same_table(const struct field *x, const struct field *y)
{
    return x->repeat > 0 && y->repeat > 0 && strcmp(x->rows ? x->rows : "", y->rows ? y->rows : "") == 0;
}

static bool row_has_value(const struct viewing *v, const struct field *of, int row)
{
    for (const struct field *f = v->form; f->type != FIELD_END; f++) {
        if (same_table(f, of) && row < f->repeat && *value_of(v, f, row))
            return true;
    }
    return false;
}

/* As many rows as are filled and one more to type in, or rows_shown; never more than the table has. */
static int rows_of(const struct viewing *v, const struct field *of)
{
    int filled = 0;
    for (int row = 0; row < of->repeat; row++) {
        if (row_has_value(v, of, row))
            filled = row + 1;
    }
    int wanted = v->rows_shown > 0 ? v->rows_shown : filled + 1;
    if (wanted < filled)
        wanted = filled;
    return wanted < of->repeat ? wanted : of->repeat;
}

static void view_table(const struct viewing *v, const struct field *first, struct form_table *t)
{
    struct arena *a = v->arena;
    size_t heads = 0, at = 0;
    for (const struct field *f = first; f->type != FIELD_END; f++)
        heads += same_table(f, first);
    t->label = first->rows ? first->rows : "";
    t->heads = ARENA_ARRAY(a, const char *, heads);
    for (const struct field *f = first; f->type != FIELD_END; f++) {
        if (same_table(f, first))
            t->heads[at++] = f->label ? f->label : "";
    }
    t->n_heads = heads;
    t->n_rows = (size_t)rows_of(v, first);
    t->rows = ARENA_ARRAY(a, struct form_row, t->n_rows + 1);
    for (size_t i = 0; i < t->n_rows; i++) {
        struct form_row *row = &t->rows[i];
        row->nr = (int)i + 1;
        row->cells = ARENA_ARRAY(a, struct field_view *, heads);
        for (const struct field *f = first; f->type != FIELD_END; f++) {
            if (same_table(f, first))
                row->cells[row->n_cells++] = view_field(v, f, (int)i);
        }
    }
}

static bool opens_table(const struct field *form, const struct field *f)
{
    for (const struct field *before = form; before < f; before++) {
        if (same_table(before, f))
            return false;
    }
    return f->repeat > 0;
}

/* ---- the whole ---- */

/* Where the summary's line leads: the field, of radio buttons the first. */
static const char *link_of(const struct form_view *out, struct arena *a, const char *name)
{
    for (size_t i = 0; i < out->n; i++) {
        const struct field_view *f = out->fields[i];
        if (f->is_radio && strcmp(f->name, name) == 0)
            return arena_printf(a, "%s-%s", f->id, f->choices[0].value);
    }
    return id_of(a, name);
}

static void view_errors(struct form_view *out, const struct viewing *v)
{
    size_t n = v->problems ? v->problems->n : 0;
    out->errors = ARENA_ARRAY(v->arena, struct problem_view, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct problem *p = &v->problems->list[i];
        const char *link = *p->field ? link_of(out, v->arena, p->field) : NULL;
        out->errors[out->n_errors++] = (struct problem_view){.href_id = link, .text = p->text};
    }
}

struct form_view *form_view_new(struct arena *a, const struct field *form, const struct typed_list *typed,
                                const void *values, const struct problems *problems, int rows_shown)
{
    static const struct field nothing[] = {FORM_END};
    struct viewing v = {a, form ? form : nothing, typed, values, problems, rows_shown};
    struct form_view *out = ARENA_NEW(a, struct form_view);
    size_t n = 0;
    while (v.form[n].type != FIELD_END)
        n++;
    out->fields = ARENA_ARRAY(a, struct field_view *, n + 1);
    out->tables = ARENA_ARRAY(a, struct form_table, n + 1);
    for (const struct field *f = v.form; f->type != FIELD_END; f++) {
        if (f->type == FIELD_ANSWERS)
            continue; /* its questions are the room's: it shows them itself */
        out->has_required |=
            (f->flags & FIELD_REQUIRED) && f->type != FIELD_VERSIE && f->type != FIELD_HIDDEN; /* seen fields only */
        if (f->repeat <= 0)
            out->fields[out->n++] = view_field(&v, f, -1);
        else if (opens_table(v.form, f))
            view_table(&v, f, &out->tables[out->n_tables++]);
    }
    view_errors(out, &v);
    return out;
}

static struct field_view *find_field(struct form_view *v, const char *name)
{
    for (size_t i = 0; i < v->n; i++) {
        if (strcmp(v->fields[i]->name, name) == 0)
            return v->fields[i];
    }
    for (size_t t = 0; t < v->n_tables; t++) {
        for (size_t r = 0; r < v->tables[t].n_rows; r++) {
            for (size_t c = 0; c < v->tables[t].rows[r].n_cells; c++) {
                if (strcmp(v->tables[t].rows[r].cells[c]->name, name) == 0)
                    return v->tables[t].rows[r].cells[c];
            }
        }
    }
    return NULL;
}

struct field_view *form_field(struct form_view *v, const char *name)
{
    struct field_view *fv = find_field(v, name);
    assert(fv && "a field of this name is in the form");
    if (!fv)
        abort();
    return fv;
}

/* "soort" of a repeated field names the whole column. */
static bool names_cell(const struct field_view *fv, const char *name)
{
    size_t n = strlen(name);
    return strncmp(fv->name, name, n) == 0 && (fv->name[n] == '\0' || fv->name[n] == '.');
}

void form_choices(struct form_view *v, struct arena *a, const char *name, const struct choice *choices, size_t n)
{
    bool found = false;
    for (size_t i = 0; i < v->n; i++) {
        if (strcmp(v->fields[i]->name, name) == 0) {
            set_choices(v->fields[i], a, choices, n);
            found = true;
        }
    }
    for (size_t t = 0; t < v->n_tables; t++) {
        for (size_t r = 0; r < v->tables[t].n_rows; r++) {
            for (size_t c = 0; c < v->tables[t].rows[r].n_cells; c++) {
                if (names_cell(v->tables[t].rows[r].cells[c], name)) {
                    set_choices(v->tables[t].rows[r].cells[c], a, choices, n);
                    found = true;
                }
            }
        }
    }
    assert(found && "form_choices: a field of this name is in the form");
    (void)found; /* without assertions nothing more is to be said */
}

void form_readonly(struct form_view *v, struct arena *a, const char *name, const char *shown)
{
    struct field_view *fv = form_field(v, name);
    fv->is_readonly = true;
    fv->value = arena_strdup(a, shown ? shown : "");
}
