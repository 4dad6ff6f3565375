/* web/form.c: from typed text to a filled struct. First the names are held against the table (what the page never sent is refused), then each
 * field is read by a function of its type; every problem is collected, none stops the reading. */
#include "web/form.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "web/form_words.h"

enum { PROBLEMS_MAX = 200, TEXT_MAX = 200, LINES_MAX = 2000, PASSWORD_MAX = 1024, NEW_PASSWORD_MIN = 12 };

/* One value under way: its field, its row (-1 = no row) and where problems go. */
struct reading {
    const struct field *field;
    int row;
    const char *name;
    struct arena *arena;
    struct problems *problems;
    datum today;
    bool refused;           /* the page never sent this */
};

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
    p->list[p->n++] = (struct problem){ .field = arena_strdup(p->arena, field), .text = text };
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

/* True when every name is declared and none comes twice. Sorted, so that a thousand fields cost no million comparisons. */
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

/* ---- single values ---- */

static const char *called(const struct reading *r) { return form_called(r->field, r->arena); }
static const char *Called(const struct reading *r) { return form_called_upper(r->field, r->arena); }
static const char *where(const struct reading *r) { return form_where(r->row, r->arena); }

#define wrong(r, ...) problem_add((r)->problems, (r)->name, __VA_ARGS__)

static void say_missing(struct reading *r)
{
    const struct field *f = r->field;
    if (f->type == FIELD_CHECK)
        wrong(r, "Vink ‘%s’ aan%s", f->label ? f->label : r->name, where(r));
    else if (f->type == FIELD_CHOICE || f->type == FIELD_ID)
        wrong(r, "Kies %s%s", called(r), where(r));
    else
        wrong(r, "Vul %s in%s", called(r), where(r));
}

static bool has_bsn(struct reading *r, const char *value)
{
    if (r->field->flags & FIELD_NO_BSN_CHECK || !text_has_bsn(value))
        return false;
    wrong(r, "Een burgerservicenummer mag hier niet staan.");
    return true;
}

static bool length_is_right(struct reading *r, const char *value, int64_t standard)
{
    const struct field *f = r->field;
    int64_t max = f->max ? f->max : standard;
    int64_t n = (int64_t)strlen(value);
    if (n > max) {
        wrong(r, "%s mag hoogstens %lld tekens lang zijn%s", Called(r), (long long)max, where(r));
        return false;
    }
    if (n < f->min) {
        wrong(r, "%s moet minstens %lld tekens lang zijn%s", Called(r), (long long)f->min, where(r));
        return false;
    }
    return true;
}

static const char *read_text(struct reading *r, const char *value)
{
    bool lines = r->field->type == FIELD_LINES;
    if (!length_is_right(r, value, lines ? LINES_MAX : TEXT_MAX))
        return NULL;
    if (!lines && strpbrk(value, "\n\t")) {
        wrong(r, "%s moet op één regel staan%s", Called(r), where(r));
        return NULL;
    }
    return has_bsn(r, value) ? NULL : value;
}

static const char *read_email(struct reading *r, const char *value)
{
    char out[256];
    if (!email_parse(value, out, sizeof out)) {
        wrong(r, "Vul %s in zoals naam@voorbeeld.nl%s", called(r), where(r));
        return NULL;
    }
    return has_bsn(r, value) ? NULL : arena_strdup(r->arena, out);
}

static const char *read_phone(struct reading *r, const char *value)
{
    size_t digits = 0, n = strlen(value);
    for (const char *p = value; *p; p++)
        digits += isdigit((unsigned char)*p) ? 1 : 0;
    bool shape = strspn(value, "0123456789 +-().") == n && (!strchr(value, '+') || (value[0] == '+' && !strchr(value + 1, '+')));
    if (!shape || digits < 8 || digits > 15 || n > 30) {
        wrong(r, "Vul %s in met 10 cijfers, bijvoorbeeld 050 123 45 67%s", called(r), where(r));
        return NULL;
    }
    return value;
}

static const char *read_kvk(struct reading *r, const char *value)
{
    char out[9];
    if (kvk_parse(value, out))
        return arena_strdup(r->arena, out);
    wrong(r, "Vul %s in met 8 cijfers%s", called(r), where(r));
    return NULL;
}

static const char *read_postcode(struct reading *r, const char *value)
{
    char out[8];
    if (postcode_parse(value, out))
        return arena_strdup(r->arena, out);
    wrong(r, "Vul %s in zoals 9712 AB%s", called(r), where(r));
    return NULL;
}

static const char *read_password(struct reading *r, const char *value)
{
    if (strlen(value) > PASSWORD_MAX) {
        wrong(r, "%s mag hoogstens %d tekens lang zijn", Called(r), (int)PASSWORD_MAX);
        return NULL;
    }
    if ((r->field->flags & FIELD_NEW_PASSWORD) && utf8_length(value) < NEW_PASSWORD_MIN) {
        wrong(r, "%s moet minstens %d tekens lang zijn", Called(r), (int)NEW_PASSWORD_MIN);
        return NULL;
    }
    return value;
}

static const char *read_code(struct reading *r, const char *value)
{
    char *out = arena_alloc(r->arena, strlen(value) + 1);
    size_t n = 0;
    for (const char *p = value; *p; p++) {
        if (*p != ' ')
            out[n++] = *p;
    }
    if (n == 6 && strspn(out, "0123456789") == 6)
        return out;
    wrong(r, "Vul de 6 cijfers van %s in", called(r));
    return NULL;
}

static const char *read_choice(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    bool found = !f->choices && strlen(value) <= TEXT_MAX;
    for (const struct choice *c = f->choices; c && c->value; c++)
        found |= !c->disabled && strcmp(c->value, value) == 0;
    if ((f->flags & FIELD_NEW_LAST) && strcmp(value, FORM_NEW) == 0)
        found = true;
    if (found)
        return value;
    wrong(r, "Kies %s uit de lijst%s", called(r), where(r));
    return NULL;
}

/* ---- numbers ---- */

static datum read_datum(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    datum d;
    if (strlen(value) > 60 || !datum_parse(value, &d)) {
        wrong(r, "Vul %s in als dag, maand en jaar, bijvoorbeeld 27-03-2026%s", called(r), where(r));
        return DATUM_GEEN;
    }
    if ((f->flags & FIELD_OLD_ENOUGH) && d.dag > r->today.dag) {
        wrong(r, "%s mag niet in de toekomst liggen%s", Called(r), where(r));
        return DATUM_GEEN;
    }
    int32_t min = f->min || f->max ? (int32_t)f->min : datum_from_ymd(1900, 1, 1).dag;
    int32_t max = f->min || f->max ? (int32_t)f->max : datum_from_ymd(2199, 12, 31).dag;
    if (d.dag >= min && d.dag <= max)
        return d;
    char from[11], until[11];
    datum_to_text((datum){ min }, from);
    datum_to_text((datum){ max }, until);
    wrong(r, "%s moet liggen van %s tot en met %s%s", Called(r), from, until, where(r));
    return DATUM_GEEN;
}

/* "1,234": 1234 or 1,23? Both readings are said back. */
static void say_ambiguous(struct reading *r, const char *value)
{
    char whole[32], cut[32];
    size_t n = 0, m = 0, decimals = 0;
    bool comma = false;
    for (const char *p = value; *p && n < sizeof whole - 1 && m < sizeof cut - 1; p++) {
        if (isdigit((unsigned char)*p)) {
            whole[n++] = *p;
            if (!comma || decimals++ < 2)
                cut[m++] = *p;
        } else if (*p == ',' && !comma) {
            comma = true;
            cut[m++] = ',';
        } else if (*p == '-' && n == 0) {
            whole[n++] = cut[m++] = '-';
        }
    }
    whole[n] = cut[m] = '\0';
    wrong(r, "Bedoelt u %s of %s?", whole, cut);
}

static geld read_geld(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    geld g = GELD_GEEN;
    enum parse how = strlen(value) > 60 ? PARSE_BAD : geld_parse(value, &g);
    if (how == PARSE_AMBIGUOUS) {
        say_ambiguous(r, value);
        return GELD_GEEN;
    }
    if (how == PARSE_BAD) {
        wrong(r, "Vul %s in als bedrag in euro’s, bijvoorbeeld 1234,56%s", called(r), where(r));
        return GELD_GEEN;
    }
    bool own = f->min == 0 && f->max == 0;
    int64_t min = f->min, max = own ? INT64_C(999999999999999) : f->max;
    if (g.cent >= min && g.cent <= max)
        return g;
    char low[48], high[48];
    geld_to_text((geld){ min }, low, sizeof low);
    geld_to_text((geld){ max }, high, sizeof high);
    if (g.cent < min)
        wrong(r, "%s moet minstens %s zijn%s", Called(r), low, where(r));
    else
        wrong(r, "%s mag hoogstens %s zijn%s", Called(r), high, where(r));
    return GELD_GEEN;
}

static uren read_uren(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    bool own = f->min == 0 && f->max == 0;
    uren min = { (int32_t)f->min }, max = { own ? 16800 : (int32_t)f->max }, u;
    if (strlen(value) > 30 || !uren_parse(value, &u) || uren_is_none(u)) {
        wrong(r, "Vul %s in als uren, bijvoorbeeld 32,5%s", called(r), where(r));
        return UREN_GEEN;
    }
    if (u.honderdste >= min.honderdste && u.honderdste <= max.honderdste)
        return u;
    char low[16], high[16];
    uren_to_text(min, low, sizeof low);
    uren_to_text(max, high, sizeof high);
    wrong(r, "Vul %s in van %s tot en met %s uur%s", called(r), low, high, where(r));
    return UREN_GEEN;
}

static basispunt read_bp(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    bool own = f->min == 0 && f->max == 0;
    basispunt min = { (int32_t)f->min }, max = { own ? 10000 : (int32_t)f->max }, b;
    if (strlen(value) > 30 || !bp_parse(value, &b) || bp_is_none(b)) {
        wrong(r, "Vul %s in als percentage, bijvoorbeeld 5 of 2,5%s", called(r), where(r));
        return BP_GEEN;
    }
    if (b.bp >= min.bp && b.bp <= max.bp)
        return b;
    char low[16], high[16];
    bp_to_text(min, low, sizeof low);
    bp_to_text(max, high, sizeof high);
    wrong(r, "%s moet tussen %s en %s liggen%s", Called(r), low, high, where(r));
    return BP_GEEN;
}

static int64_t read_int(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    bool own = f->min == 0 && f->max == 0;
    int64_t min = f->min, max = own ? INT64_C(1000000000000) : f->max, n;
    if (strlen(value) > 30 || !int_parse(value, &n)) {
        wrong(r, "Vul %s in als heel getal%s", called(r), where(r));
        return 0;
    }
    if (n >= min && n <= max)
        return n;
    wrong(r, "%s moet tussen %lld en %lld liggen%s", Called(r), (long long)min, (long long)max, where(r));
    return 0;
}

/* Ids and versions come from our own page: digits without signs, spaces or leading zeros. */
static bool canonical_id(const char *value, int64_t *out)
{
    size_t n = strlen(value);
    if (n < 1 || n > 18 || strspn(value, "0123456789") != n || value[0] == '0')
        return false;
    *out = strtoll(value, NULL, 10);
    return true;
}

static int64_t read_id(struct reading *r, const char *value)
{
    int64_t id = 0;
    if ((r->field->flags & FIELD_NEW_LAST) && strcmp(value, FORM_NEW) == 0)
        return FORM_NEW_ID;
    if (!canonical_id(value, &id))
        wrong(r, "Kies %s uit de lijst%s", called(r), where(r));
    return id;
}

static int64_t read_versie(struct reading *r, const char *value)
{
    int64_t versie = 0;
    if (!canonical_id(value, &versie))
        r->refused = true;
    return versie;
}

/* ---- a field into its member ---- */

static void put(void *member, size_t room, const void *value, size_t n)
{
    assert(room == n);
    memcpy(member, value, n < room ? n : room);
}
#define PUT(value) put(member, f->size, &(value), sizeof(value))

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
    case FIELD_TEXT: case FIELD_LINES: text = read_text(r, value); break;
    case FIELD_EMAIL: text = read_email(r, value); break;
    case FIELD_PHONE: text = read_phone(r, value); break;
    case FIELD_KVK: text = read_kvk(r, value); break;
    case FIELD_POSTCODE: text = read_postcode(r, value); break;
    case FIELD_PASSWORD: text = read_password(r, value); break;
    case FIELD_CODE: text = read_code(r, value); break;
    case FIELD_CHOICE: text = read_choice(r, value); break;
    case FIELD_HIDDEN: text = length_is_right(r, value, TEXT_MAX) ? value : NULL; break;
    default: break;
    }
    if (f->size)                    /* a button needs no member */
        PUT(text);
}

static void put_value(struct reading *r, const char *value, void *member)
{
    const struct field *f = r->field;
    switch (f->type) {
    case FIELD_DATUM: { datum d = read_datum(r, value); PUT(d); break; }
    case FIELD_GELD: { geld g = read_geld(r, value); PUT(g); break; }
    case FIELD_UREN: { uren u = read_uren(r, value); PUT(u); break; }
    case FIELD_BP: { basispunt b = read_bp(r, value); PUT(b); break; }
    case FIELD_INT: { int64_t n = read_int(r, value); PUT(n); break; }
    case FIELD_ID: { int64_t n = read_id(r, value); PUT(n); break; }
    case FIELD_VERSIE: { int64_t n = read_versie(r, value); PUT(n); break; }
    case FIELD_CHECK: { bool yes = true; PUT(yes); break; }
    default: put_text(r, value, member); break;
    }
}

/* Passwords are exact bytes; all else loses the white space around it. */
static const char *trimmed(const struct field *f, const char *value, struct arena *a)
{
    if (!value || f->type == FIELD_PASSWORD || (f->flags & FIELD_KEEP_SPACES))
        return value ? value : "";
    return text_trim(a, value, strlen(value));
}

/* ---- rows ---- */

/* Number of rows of the table this field stands in: up to the last one with anything in it. */
static int rows_filled(const struct field *form, const struct field *of, const struct typed_list *typed, struct arena *a)
{
    int filled = 0;
    for (const struct field *f = form; f->type != FIELD_END; f++) {
        if (f->repeat <= 0 || (f->flags & FIELD_READONLY) || strcmp(f->rows ? f->rows : "", of->rows ? of->rows : "") != 0)
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
        say_missing(r);
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
    struct answers answers = { 0 };
    struct answer *list = ARENA_ARRAY(r->arena, struct answer, typed->n + 1);
    for (size_t i = 0; i < typed->n; i++) {
        if (!field_has_name(f, typed->list[i].name, r->arena))
            continue;
        const char *value = trimmed(f, typed->list[i].value, r->arena);
        r->name = typed->list[i].name;
        if (!length_is_right(r, value, TEXT_MAX) || has_bsn(r, value))
            continue;
        list[answers.n++] = (struct answer){ .name = typed->list[i].name + prefix, .value = value };
    }
    answers.list = list;
    PUT(answers);
}

enum result form_read(const struct field *form, const struct typed_list *typed, datum today, struct arena *a, void *out, struct problems *problems)
{
    static const struct field nothing[] = { FORM_END };
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
        struct reading r = { .field = f, .row = -1, .name = form_name(f, -1, a), .arena = a, .problems = problems, .today = today };
        char none[16] = { 0 };
        void *member = f->size ? (void *)((char *)out + f->offset) : none;
        if (f->flags & FIELD_READONLY)
            put_none(f, member);
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
