#include "web/form_value.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "web/form_words.h"

enum { LINES_MAX = 2000, PASSWORD_MAX = 1024, NEW_PASSWORD_MIN = 12 };

/* ---- single values ---- */

static const char *called(const struct reading *r)
{
    return form_called(r->field, r->arena);
}
static const char *Called(const struct reading *r)
{
    return form_called_upper(r->field, r->arena);
}
static const char *where(const struct reading *r)
{
    return form_where(r->row, r->arena);
}

#define wrong(r, ...) problem_add((r)->problems, (r)->name, __VA_ARGS__)

void value_say_missing(struct reading *r)
{
    const struct field *f = r->field;
    if (f->type == FIELD_CHECK)
        wrong(r, "Vink ‘%s’ aan%s", f->label ? f->label : r->name, where(r));
    else if (f->type == FIELD_CHOICE || f->type == FIELD_ID)
        wrong(r, "Kies %s%s", called(r), where(r));
    else
        wrong(r, "Vul %s in%s", called(r), where(r));
}

bool value_has_bsn(struct reading *r, const char *value)
{
    if (r->field->flags & FIELD_NO_BSN_CHECK || !text_has_bsn(value))
        return false;
    wrong(r, "Een burgerservicenummer mag hier niet staan.");
    return true;
}

bool value_length_is_right(struct reading *r, const char *value, int64_t standard)
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

const char *value_text(struct reading *r, const char *value)
{
    bool lines = r->field->type == FIELD_LINES;
    if (!value_length_is_right(r, value, lines ? LINES_MAX : TEXT_MAX))
        return NULL;
    if (!lines && strpbrk(value, "\n\t")) {
        wrong(r, "%s moet op één regel staan%s", Called(r), where(r));
        return NULL;
    }
    return value_has_bsn(r, value) ? NULL : value;
}

const char *value_email(struct reading *r, const char *value)
{
    char out[256];
    if (!email_parse(value, out, sizeof out)) {
        wrong(r, "Vul %s in zoals naam@voorbeeld.nl%s", called(r), where(r));
        return NULL;
    }
    return value_has_bsn(r, value) ? NULL : arena_strdup(r->arena, out);
}

const char *value_phone(struct reading *r, const char *value)
{
    size_t digits = 0, n = strlen(value);
    for (const char *p = value; *p; p++)
        digits += isdigit((unsigned char)*p) ? 1 : 0;
    bool shape =
        strspn(value, "0123456789 +-().") == n && (!strchr(value, '+') || (value[0] == '+' && !strchr(value + 1, '+')));
    if (!shape || digits < 8 || digits > 15 || n > 30) {
        wrong(r, "Vul %s in met 10 cijfers, bijvoorbeeld 050 123 45 67%s", called(r), where(r));
        return NULL;
    }
    return value;
}

const char *value_kvk(struct reading *r, const char *value)
{
    char out[9];
    if (kvk_parse(value, out))
        return arena_strdup(r->arena, out);
    wrong(r, "Vul %s in met 8 cijfers%s", called(r), where(r));
    return NULL;
}

const char *value_postcode(struct reading *r, const char *value)
{
    char out[8];
    if (postcode_parse(value, out))
        return arena_strdup(r->arena, out);
    wrong(r, "Vul %s in zoals 9712 AB%s", called(r), where(r));
    return NULL;
}

const char *value_password(struct reading *r, const char *value)
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

const char *value_code(struct reading *r, const char *value)
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

const char *value_choice(struct reading *r, const char *value)
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

datum value_datum(struct reading *r, const char *value)
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
    datum_to_text((datum){min}, from);
    datum_to_text((datum){max}, until);
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

geld value_geld(struct reading *r, const char *value)
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
    geld_to_text((geld){min}, low, sizeof low);
    geld_to_text((geld){max}, high, sizeof high);
    if (g.cent < min)
        wrong(r, "%s moet minstens %s zijn%s", Called(r), low, where(r));
    else
        wrong(r, "%s mag hoogstens %s zijn%s", Called(r), high, where(r));
    return GELD_GEEN;
}

uren value_uren(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    bool own = f->min == 0 && f->max == 0;
    uren min = {(int32_t)f->min}, max = {own ? 16800 : (int32_t)f->max}, u;
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

basispunt value_bp(struct reading *r, const char *value)
{
    const struct field *f = r->field;
    bool own = f->min == 0 && f->max == 0;
    basispunt min = {(int32_t)f->min}, max = {own ? 10000 : (int32_t)f->max}, b;
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

int64_t value_int(struct reading *r, const char *value)
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

int64_t value_id(struct reading *r, const char *value)
{
    int64_t id = 0;
    if ((r->field->flags & FIELD_NEW_LAST) && strcmp(value, FORM_NEW) == 0)
        return FORM_NEW_ID;
    if (!canonical_id(value, &id))
        wrong(r, "Kies %s uit de lijst%s", called(r), where(r));
    return id;
}

int64_t value_versie(struct reading *r, const char *value)
{
    int64_t versie = 0;
    if (!canonical_id(value, &versie))
        r->refused = true;
    return versie;
}
