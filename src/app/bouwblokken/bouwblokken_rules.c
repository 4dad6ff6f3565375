#include "app/bouwblokken/bouwblokken_rules.h"

#include <string.h>

#include "app/waardering/waardering.h"

struct verschillen {
    struct arena *a;
    size_t n, room;
    struct set_verschil *rows;
};

static void add(struct verschillen *v, const char *code, const char *wat, const char *voor, const char *na)
{
    if (v->n == v->room) {
        size_t room = v->room ? v->room * 2 : 64;
        struct set_verschil *more = ARENA_ARRAY(v->a, struct set_verschil, room);
        if (v->n > 0)
            memcpy(more, v->rows, v->n * sizeof(*more));
        v->rows = more;
        v->room = room;
    }
    v->rows[v->n++] = (struct set_verschil){code, wat, voor, na};
}

static void settings(struct verschillen *v, const struct bouwblokkenset *was, const struct bouwblokkenset *is)
{
    const char *before[CSV_SETTINGS], *after[CSV_SETTINGS];
    waardering_csv_values(v->a, was, before);
    waardering_csv_values(v->a, is, after);
    for (int i = 0; i < CSV_SETTINGS; i++)
        if (strcmp(before[i], after[i]) != 0)
            add(v, "", waardering_csv_settings[i], before[i], after[i]);
}

static void block(struct verschillen *v, const struct bouwblok *was, const struct bouwblok *is)
{
    const char *before[CSV_COLUMNS], *after[CSV_COLUMNS];
    waardering_csv_cells(v->a, was, before);
    waardering_csv_cells(v->a, is, after);
    for (int c = 0; c < CSV_COLUMNS; c++)
        if (strcmp(before[c], after[c]) != 0)
            add(v, is->code, waardering_csv_columns[c], before[c], after[c]);
}

size_t set_verschillen(struct arena *a, const struct bouwblokkenset *was, const struct bouwblokkenset *is,
                       struct set_verschil **out)
{
    struct verschillen v = {.a = a};
    settings(&v, was, is);
    for (size_t i = 0; i < is->n_blokken; i++) {
        const struct bouwblok *b = &is->blokken[i], *before = blok_find_code(was, b->code);
        if (before)
            block(&v, before, b);
        else
            add(&v, b->code, b->label, "", blok_in_woorden(a, b));
    }
    for (size_t i = 0; i < was->n_blokken; i++)
        if (!blok_find_code(is, was->blokken[i].code))
            add(&v, was->blokken[i].code, was->blokken[i].label, blok_in_woorden(a, &was->blokken[i]), "");
    *out = v.rows;
    return v.n;
}

static const char *money(struct arena *a, int64_t cent)
{
    char text[48];
    geld_to_text((geld){cent}, text, sizeof(text));
    return arena_strdup(a, text);
}

static const char *rate(struct arena *a, const struct bouwblok *b)
{
    char percent[24];
    static const char *const opbouw[OPBOUWEN] = {"", " naar rato van de afgesproken tijd", " bij de start",
                                                 " bij het einde"};
    switch (b->eenheid) {
    case PER_PERIODE:
        return arena_printf(a, "%s per %s", money(a, b->tarief), b->periode_mnd == 12 ? "jaar" : "maand");
    case PER_STUK:
        return arena_printf(a, "%s per stuk%s", money(a, b->tarief), opbouw[b->opbouw]);
    case PER_UUR:
        return arena_printf(a, "%s per uur", money(a, b->tarief));
    case PROCENT:
        bp_to_text((basispunt){(int32_t)b->tarief}, percent, sizeof(percent));
        return arena_printf(a, "%s %s", percent,
                            b->soort == BLOK_KORTING ? "korting op de verplichting" : "van het bedrag");
    default:
        return "een afgesproken bedrag";
    }
}

const char *blok_in_woorden(struct arena *a, const struct bouwblok *b)
{
    const char *text = arena_printf(a, "%s%s%s", rate(a, b), b->soort == BLOK_BONUS ? " (bonus)" : "",
                                    b->naar_uren ? ", naar uren" : "");
    if (b->cap_mnd > 0)
        text = arena_printf(a, "%s, telt %d maanden mee", text, b->cap_mnd);
    if (b->cap_veld != CAP_VELD_GEEN)
        text = arena_printf(a, "%s, tot het einde van de %s", text,
                            b->cap_veld == CAP_VELD_OPLEIDING ? "opleiding" : "loonkostensubsidie");
    if (!geld_is_none(b->dagmax))
        text = arena_printf(a, "%s, hooguit %s per dag", text, money(a, b->dagmax.cent));
    return b->groep[0] ? arena_printf(a, "%s, groep %s: alleen de hoogste telt", text, b->groep) : text;
}

const char *condities_in_woorden(struct arena *a, const struct bouwblok *b)
{
    static const char *const words[OPERATOREN] = {"is",       "is niet",  "minder dan", "hoogstens",
                                                  "meer dan", "minstens", "een van"};
    const char *text = "";
    for (size_t i = 0; i < b->n_condities; i++) {
        const struct conditie *c = &b->condities[i];
        text = arena_printf(a, "%s%s%s %s %s%s", text, i ? "; " : "", c->attribuut, words[c->op], c->waarde,
                            c->waarschuwing ? " (waarschuwing)" : "");
    }
    return text;
}
