/* app/waardering/waardering_condities.c: what a block demands, held against the answers. Attributes are data: nothing
 * here knows one by name. */
#include <stdlib.h>
#include <string.h>

#include "app/waardering/waardering_rules.h"

static const char *answer(size_t n, const struct antwoord *list, const char *naam)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].naam, naam) == 0 && list[i].waarde && list[i].waarde[0] != '\0')
            return list[i].waarde;
    return NULL;
}

const char *antwoord_van(const struct inzet_invoer *in, const char *naam)
{
    return answer(in->n_antwoorden, in->antwoorden, naam);
}

static bool number_of(const char *s, int64_t *out)
{
    char *end;
    *out = strtoll(s, &end, 10);
    return end != s && *end == '\0';
}

static bool in_list(const char *value, const char *list)
{
    size_t n = strlen(value);
    for (const char *p = list; *p;) {
        while (*p == ' ' || *p == ',')
            p++;
        size_t length = strcspn(p, ",");
        while (length > 0 && p[length - 1] == ' ')
            length--;
        if (length == n && strncmp(p, value, n) == 0)
            return true;
        p += strcspn(p, ",");
    }
    return false;
}

/* The choice "waarde=label" of an attribute, NULL when it is none. The label ends at the end of the line. */
static const char *choice_label(const struct attribuut *t, const char *value, size_t n)
{
    for (const char *p = t->keuzes; *p;) {
        size_t length = strcspn(p, "\n");
        if (length > n && strncmp(p, value, n) == 0 && p[n] == '=')
            return p + n + 1;
        p += length + (p[length] == '\n');
    }
    return NULL;
}

/* The values of a condition one by one: an `in` has more. Returns the next position. */
static const char *value_next(const struct conditie *c, const char *p, size_t *n)
{
    if (c->op != OP_IN) {
        *n = strlen(p);
        return p + *n;
    }
    *n = strcspn(p, ",");
    const char *next = p + *n + (p[*n] == ',');
    while (*n > 0 && p[*n - 1] == ' ')
        --*n;
    return next + strspn(next, " ");
}

bool conditie_keuzes_bestaan(const struct conditie *c, const struct attribuut *t)
{
    size_t n;
    for (const char *p = c->waarde; *p;) {
        const char *next = value_next(c, p, &n);
        if (!choice_label(t, p, n))
            return false;
        p = next;
    }
    return true;
}

static bool holds(const struct conditie *c, const char *value)
{
    int64_t x, y;
    if (c->op == OP_IN)
        return in_list(value, c->waarde);
    if (c->op == OP_GELIJK || c->op == OP_ONGELIJK)
        return (strcmp(value, c->waarde) == 0) == (c->op == OP_GELIJK);
    if (!number_of(value, &x) || !number_of(c->waarde, &y))
        return false;
    switch (c->op) {
    case OP_KLEINER:
        return x < y;
    case OP_HOOGSTENS:
        return x <= y;
    case OP_GROTER:
        return x > y;
    default:
        return x >= y;
    }
}

bool condities_voldaan(const struct bouwblok *blok, size_t n, const struct antwoord *antwoorden)
{
    for (size_t i = 0; i < blok->n_condities; i++) {
        const struct conditie *c = &blok->condities[i];
        const char *value = answer(n, antwoorden, c->attribuut);
        if (!c->waarschuwing && (!value || !holds(c, value)))
            return false;
    }
    return true;
}

static const struct attribuut *attribuut_find(const struct bouwblokkenset *set, const char *naam)
{
    for (size_t i = 0; i < set->n_attributen; i++)
        if (strcmp(set->attributen[i].naam, naam) == 0)
            return &set->attributen[i];
    return NULL;
}

/* As the user saw it: the label of a choice, else the value itself. */
static const char *shown(struct arena *a, const struct attribuut *t, const char *value, size_t n)
{
    const char *label = t ? choice_label(t, value, n) : NULL;
    return label ? arena_text(a, label, strcspn(label, "\n")) : arena_text(a, value, n);
}

/* "minstens 24", "Niveau 1 of Niveau 2". */
static const char *demand(struct arena *a, const struct conditie *c, const struct attribuut *t)
{
    static const char *const words[OPERATOREN] = {
        "", "iets anders dan ", "lager dan ", "hoogstens ", "hoger dan ", "minstens ", ""};
    const char *text = "";
    size_t n;
    for (const char *p = c->waarde; *p;) {
        const char *next = value_next(c, p, &n);
        text = arena_printf(a, "%s%s%s", text, *text == '\0' ? "" : *next ? ", " : " of ", shown(a, t, p, n));
        p = next;
    }
    return arena_printf(a, "%s%s", words[c->op], text);
}

size_t condities_oordeel(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok, size_t n,
                         const struct antwoord *antwoorden, struct oordeel *out)
{
    size_t found = 0;
    for (size_t i = 0; i < blok->n_condities; i++) {
        const struct conditie *c = &blok->condities[i];
        const char *value = answer(n, antwoorden, c->attribuut);
        const struct attribuut *t = attribuut_find(set, c->attribuut);
        const char *vraag = t ? t->vraag : c->attribuut;
        if (value && holds(c, value))
            continue;
        const char *tekst = value ? arena_printf(a, "Voor “%s” moet het antwoord %s zijn (%s). U vulde in: %s.",
                                                 blok->label, demand(a, c, t), vraag, shown(a, t, value, strlen(value)))
                                  : arena_printf(a, "Beantwoord de vraag: %s", vraag);
        out[found++] = (struct oordeel){c->attribuut, tekst, c->waarschuwing};
    }
    return found;
}

bool bonus_past(const struct bouwblok *bonus, const struct bouwblok *basis)
{
    return bonus->rubriek == basis->rubriek;
}

static size_t ask(const struct bouwblokkenset *set, const struct bouwblok *b, const struct attribuut **list, size_t n)
{
    for (size_t i = 0; i < b->n_condities; i++) {
        const struct attribuut *t = attribuut_find(set, b->condities[i].attribuut);
        size_t k = 0;
        while (k < n && list[k] != t)
            k++;
        if (t && !t->afgeleid && k == n)
            list[n++] = t;
    }
    return n;
}

size_t blok_vragen(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok,
                   const struct attribuut ***out)
{
    *out = (const struct attribuut **)arena_alloc_array(a, set->n_attributen + 1, sizeof(**out));
    size_t n = ask(set, blok, *out, 0);
    for (size_t i = 0; i < set->n_blokken; i++)
        if (set->blokken[i].soort == BLOK_BONUS && bonus_past(&set->blokken[i], blok))
            n = ask(set, &set->blokken[i], *out, n);
    return n;
}

const struct bouwblok *blok_find(const struct bouwblokkenset *set, bouwblok_id id)
{
    for (size_t i = 0; i < set->n_blokken; i++)
        if (set->blokken[i].id.id == id.id)
            return &set->blokken[i];
    return NULL;
}

const struct bouwblok *blok_find_code(const struct bouwblokkenset *set, const char *code)
{
    for (size_t i = 0; i < set->n_blokken; i++)
        if (strcmp(set->blokken[i].code, code) == 0)
            return &set->blokken[i];
    return NULL;
}
