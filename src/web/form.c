/* web/form.c: from typed text to a filled struct. First the names are held against the table (what the page never sent
 * is refused), then each field is read by a function of its type (form_value.c); every problem is collected, none stops
 * the reading. */
#include "web/form.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "web/form_value.h"
#include "web/form_words.h"

enum { PROBLEMS_MAX = 200 };

const char *typed_value(const struct typed_list *t, const char *name)
{
    for (size_t i = 0; i < t->n; i++) {
        if (strcmp(t->list[i].name, name) == 0)
            return t->list[i].value;
    }
    return NULL;
}

void problem_add(struct problems *p, const char *field, const char *format, ...)
{
    if (p->n >= PROBLEMS_MAX)
        return;
    assert(p->arena);
    if (p->n == p->room) {
        size_t room = p->room ? p->room * 2 : 8;
        struct problem *list = ARENA_ARRAY(p->arena, struct problem, room);
        if (p->n)
            memcpy(list, p->list, p->n * sizeof *list);
        p->list = list;
        p->room = room;
    }
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(p->arena, format, args);
    va_end(args);
    p->list[p->n++] = (struct problem){.field = arena_strdup(p->arena, field), .text = text};
}

/* ---- names ---- */

static bool is_house_field(const char *name)
{
    return strcmp(name, "_csrf") == 0 || strcmp(name, "_eenmalig") == 0;
}

/* The row in "name.12": 0 <= row < repeat, written without leading zeros; -1 when it is none. */
static int row_of(const char *name, const struct field *f)
{
    size_t n = strlen(f->name);
    if (strncmp(name, f->name, n) != 0 || name[n] != '.')
        return -1;
    const char *digits = name + n + 1;
    size_t len = strlen(digits);
    if (len < 1 || len > 4 || strspn(digits, "0123456789") != len || (digits[0] == '0' && len > 1))
        return -1;
    int row = (int)strtol(digits, NULL, 10);
    return row < f->repeat ? row : -1;
}

static bool field_has_name(const struct field *f, const char *name, struct arena *a)
{
    if (f->repeat > 0)
        return row_of(name, f) >= 0;
    if (f->type == FIELD_ANSWERS)
        return strncmp(name, f->name, strlen(f->name)) == 0 && strlen(name) > strlen(f->name);
    return strcmp(name, form_name(f, -1, a)) == 0;
}

static bool is_declared(const struct field *form, const char *name, struct arena *a)
{
    if (is_house_field(name))
        return true;
    for (const struct field *f = form; f && f->type != FIELD_END; f++) {
        if (field_has_name(f, name, a))
            return true;
    }
    return false;
}

static int name_order(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* True when every name is declared and none comes twice. Sorted, so that a thousand fields cost no million comparisons.
 */
static bool names_are_right(const struct field *form, const struct typed_list *typed, struct arena *a)
{
    const char **names = ARENA_ARRAY(a, const char *, typed->n + 1);
    for (size_t i = 0; i < typed->n; i++) {
        names[i] = typed->list[i].name;
        if (!is_declared(form, names[i], a))
            return false;
    }
    qsort(names, typed->n, sizeof *names, name_order);
    for (size_t i = 1; i < typed->n; i++) {
        if (strcmp(names[i - 1], names[i]) == 0)
            return false;
    }
    return true;
}

/* ---- a field into its member ---- */

static void put(void *member, size_t room, const void *value, size_t n)
{
    assert(room == n);
    memcpy(member, value, n < room ? n : room);
}
#define PUT(value) put(member, f->size, &(value), sizeof(value))

/* clang-format off */
/* What an absent value is. The struct was zeroed: texts are NULL, numbers 0, checks false. */
static void put_none(const struct field *f, void *member)
{
    switch (f->type) {
    case FIELD_DATUM: PUT(DATUM_GEEN); break;
    case FIELD_GELD: PUT(GELD_GEEN); break;
    case FIELD_UREN: PUT(UREN_GEEN); break;
    case FIELD_BP: PUT(BP_GEEN); break;
    default: break;
    }
}

static void put_text(struct reading *r, const char *value, void *member)
{
    const struct field *f = r->field;
    const char *text = value;
    switch (f->type) {
    case FIELD_TEXT: case FIELD_LINES: text = value_text(r, value); break;
    case FIELD_EMAIL: text = value_email(r, value); break;
    case FIELD_PHONE: text = value_phone(r, value); break;
    case FIELD_KVK: text = value_kvk(r, value); break;
    case FIELD_POSTCODE: text = value_postcode(r, value); break;
    case FIELD_PASSWORD: text = value_password(r, value); break;
    case FIELD_CODE: text = value_code(r, value); break;
    case FIELD_CHOICE: text = value_choice(r, value); break;
    case FIELD_HIDDEN: text = value_length_is_right(r, value, TEXT_MAX) ? value : NULL; break;
    default: break;
    }
    if (f->size)                    /* a button needs no member */
        PUT(text);
}

static void put_value(struct reading *r, const char *value, void *member)
{
    const struct field *f = r->field;
    switch (f->type) {
    case FIELD_DATUM: { datum d = value_datum(r, value); PUT(d); break; }
    case FIELD_GELD: { geld g = value_geld(r, value); PUT(g); break; }
    case FIELD_UREN: { uren u = value_uren(r, value); PUT(u); break; }
    case FIELD_BP: { basispunt b = value_bp(r, value); PUT(b); break; }
    case FIELD_INT: { int64_t n = value_int(r, value); PUT(n); break; }
    case FIELD_ID: { int64_t n = value_id(r, value); PUT(n); break; }
    case FIELD_VERSIE: { int64_t n = value_versie(r, value); PUT(n); break; }
    case FIELD_CHECK: { bool yes = true; PUT(yes); break; }
    default: put_text(r, value, member); break;
    }
}
/* clang-format on */

/* Passwords are exact bytes; all else loses the white space around it. */
static const char *trimmed(const struct field *f, const char *value, struct arena *a)
{
    if (!value || f->type == FIELD_PASSWORD || (f->flags & FIELD_KEEP_SPACES))
        return value ? value : "";
    return text_trim(a, value, strlen(value));
}

/* ---- rows ---- */

/* Number of rows of the table this field stands in: up to the last one with anything in it. */
static int rows_filled(const struct field *form, const struct field *of, const struct typed_list *typed,
                       struct arena *a)
{
    int filled = 0;
    for (const struct field *f = form; f->type != FIELD_END; f++) {
        if (f->repeat <= 0 || (f->flags & FIELD_READONLY) ||
            strcmp(f->rows ? f->rows : "", of->rows ? of->rows : "") != 0)
            continue;
        for (size_t i = 0; i < typed->n; i++) {
            int row = row_of(typed->list[i].name, f);
            if (row >= filled && *trimmed(f, typed->list[i].value, a))
                filled = row + 1;
        }
    }
    return filled;
}

static void read_one(struct reading *r, const struct typed_list *typed, void *member)
{
    const char *value = trimmed(r->field, typed_value(typed, r->name), r->arena);
    if (*value) {
        put_none(r->field, member);
        put_value(r, value, member);
        return;
    }
    put_none(r->field, member);
    if (r->field->type == FIELD_VERSIE)
        r->refused = true;
    else if (r->field->flags & FIELD_REQUIRED)
        value_say_missing(r);
}

static void read_rows(struct reading *r, const struct field *form, const struct typed_list *typed, char *out)
{
    const struct field *f = r->field;
    int filled = rows_filled(form, f, typed, r->arena);
    for (int row = 0; row < f->repeat; row++) {
        void *member = out + f->offset + (size_t)row * f->size;
        if (row >= filled) {
            put_none(f, member);
            continue;
        }
        r->row = row;
        r->name = form_name(f, row, r->arena);
        read_one(r, typed, member);
    }
}

static void read_answers(struct reading *r, const struct typed_list *typed, void *member)
{
    const struct field *f = r->field;
    size_t prefix = strlen(f->name);
    struct answers answers = {0};
    struct answer *list = ARENA_ARRAY(r->arena, struct answer, typed->n + 1);
    for (size_t i = 0; i < typed->n; i++) {
        if (!field_has_name(f, typed->list[i].name, r->arena))
            continue;
        const char *value = trimmed(f, typed->list[i].value, r->arena);
        r->name = typed->list[i].name;
        if (!value_length_is_right(r, value, TEXT_MAX) || value_has_bsn(r, value))
            continue;
        list[answers.n++] = (struct answer){.name = typed->list[i].name + prefix, .value = value};
    }
    answers.list = list;
    PUT(answers);
}

enum result form_read(const struct field *form, const struct typed_list *typed, datum today, struct arena *a, void *out,
                      struct problems *problems)
{
    static const struct field nothing[] = {FORM_END};
    if (!form)
        form = nothing;
    if (!problems->arena)
        problems->arena = a;
    if (!names_are_right(form, typed, a))
        return FORBIDDEN;
    size_t before = problems->n;
    bool refused = false;
    for (const struct field *f = form; f->type != FIELD_END; f++) {
        if (f->size)
            memset((char *)out + f->offset, 0, f->size * (size_t)(f->repeat > 0 ? f->repeat : 1));
    }
    for (const struct field *f = form; f->type != FIELD_END; f++) {
        struct reading r = {
            .field = f, .row = -1, .name = form_name(f, -1, a), .arena = a, .problems = problems, .today = today};
        char none[16] = {0};
        void *member = f->size ? (void *)((char *)out + f->offset) : none;
        if (f->flags & FIELD_READONLY)
            put_none(f, member);
        else if (f->type == FIELD_FILE)
            continue; /* the file is the request's upload: the room judges it */
        else if (f->repeat > 0)
            read_rows(&r, form, typed, out);
        else if (f->type == FIELD_ANSWERS)
            read_answers(&r, typed, member);
        else
            read_one(&r, typed, member);
        refused |= r.refused;
    }
    return refused ? FORBIDDEN : problems->n > before ? INVALID : OK;
}
