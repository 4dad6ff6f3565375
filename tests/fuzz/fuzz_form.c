/* Urlencoded bytes into a form with every kind of field; what was good is shown and read back as good. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "web/body.h"
#include "web/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct input {
    const char *t, *l, *e, *f, *k, *p, *w, *c, *s;
    datum d;
    geld g;
    uren u;
    basispunt b;
    int64_t n;
    project_id i;
    bool x;
    struct answers a;
    datum rd[5];
    geld rg[5];
};

static const struct choice choices[] = {{"1", "een", false}, {"2", "twee", false}, {NULL, NULL, false}};
static const struct field form[] = {
    {.type = FIELD_TEXT, .name = "t", .label = "Tekst", AT(struct input, t)},
    {.type = FIELD_LINES, .name = "l", .label = "Regels", AT(struct input, l)},
    {.type = FIELD_EMAIL, .name = "e", .label = "E-mailadres", AT(struct input, e)},
    {.type = FIELD_PHONE, .name = "f", .label = "Telefoon", AT(struct input, f)},
    {.type = FIELD_KVK, .name = "k", .label = "KvK-nummer", AT(struct input, k)},
    {.type = FIELD_POSTCODE, .name = "p", .label = "Postcode", AT(struct input, p)},
    {.type = FIELD_PASSWORD, .name = "w", .label = "Wachtwoord", AT(struct input, w)},
    {.type = FIELD_CODE, .name = "c", .label = "Code", AT(struct input, c)},
    {.type = FIELD_CHOICE, .name = "s", .label = "Soort", .choices = choices, AT(struct input, s)},
    {.type = FIELD_DATUM, .name = "d", .label = "Datum", AT(struct input, d)},
    {.type = FIELD_GELD, .name = "g", .label = "Bedrag", AT(struct input, g)},
    {.type = FIELD_UREN, .name = "u", .label = "Uren", AT(struct input, u)},
    {.type = FIELD_BP, .name = "b", .label = "Deel", AT(struct input, b)},
    {.type = FIELD_INT, .name = "n", .label = "Aantal", AT(struct input, n)},
    {.type = FIELD_ID, .name = "i", .label = "Project", AT(struct input, i)},
    {.type = FIELD_CHECK, .name = "x", .label = "Akkoord", AT(struct input, x)},
    {.type = FIELD_ANSWERS, .name = "a.", AT(struct input, a)},
    {.type = FIELD_DATUM, .name = "rd", .label = "Tot", .rows = "rij", AT_ROWS(struct input, rd, 5)},
    {.type = FIELD_GELD, .name = "rg", .label = "Bedrag", .rows = "rij", AT_ROWS(struct input, rg, 5)},
    FORM_END,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    struct typed_list typed;
    struct input in;
    struct problems problems = {.arena = a};
    memset(&in, 0, sizeof in);
    if (urlencoded_read(a, (const char *)data, size, true, &typed)) {
        enum result e = form_read(form, &typed, datum_from_ymd(2026, 6, 1), a, &in, &problems);
        struct form_view *v = form_view_new(a, form, &typed, &in, &problems, 0);
        assert(v->n_errors == problems.n);
        assert(e == OK || e == INVALID || e == FORBIDDEN);
        if (e == OK) {
            assert(geld_is_none(in.g) || in.g.cent >= 0);
            assert(datum_is_none(in.d) || in.d.dag >= datum_from_ymd(1900, 1, 1).dag);
            assert(uren_is_none(in.u) || in.u.honderdste <= 16800);
            assert(!in.t || strlen(in.t) <= 200);
            form_view_new(a, form, NULL, &in, NULL, 3);
        }
    }
    arena_free(a);
    return 0;
}
