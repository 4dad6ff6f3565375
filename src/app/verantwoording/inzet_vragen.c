/* app/verantwoording/inzet_vragen.c: the questions that the conditions of a bouwblok and of its bonuses ask, as fields
 * of a form. */
#include <string.h>

#include "app/verantwoording/inzet_acts.h"

static const char *problem_of(const struct request *r, const char *field)
{
    for (size_t i = 0; i < r->problems.n; i++)
        if (strcmp(r->problems.list[i].field, field) == 0)
            return r->problems.list[i].text;
    return NULL;
}

/* "waarde=label" a line. */
static void choices_cut(struct arena *a, const char *keuzes, const char *value, struct vraag_view *v)
{
    enum { MOST = 20 };
    v->choices = ARENA_ARRAY(a, struct vraag_choice, MOST + 1);
    v->choices[v->n_choices++] = (struct vraag_choice){"", "Maak een keuze", *value == '\0'};
    for (const char *p = keuzes; *p && v->n_choices < MOST;) {
        size_t n = strcspn(p, "\n"), k = strcspn(p, "=");
        if (k < n) {
            const char *code = arena_text(a, p, k);
            v->choices[v->n_choices++] =
                (struct vraag_choice){code, arena_text(a, p + k + 1, n - k - 1), strcmp(code, value) == 0};
        }
        p += n + (p[n] == '\n');
    }
}

static struct vraag_view vraag_make(struct request *r, const struct attribuut *t, const char *stored)
{
    struct vraag_view v = {
        .name = arena_printf(r->arena, "attr_%s", t->naam), .vraag = t->vraag, .hint = t->hint[0] ? t->hint : NULL};
    const char *typed = typed_value(&r->typed, v.name);
    v.value = typed ? typed : stored ? stored : "";
    v.error = problem_of(r, v.name);
    v.id = arena_printf(r->arena, "veld-%s", v.name);
    v.is_select = strcmp(t->type, "ja_nee") == 0 || strcmp(t->type, "keuze") == 0;
    if (v.is_select)
        choices_cut(r->arena, strcmp(t->type, "ja_nee") == 0 ? "ja=Ja\nnee=Nee" : t->keuzes, v.value, &v);
    return v;
}

size_t vragen_make(struct request *r, const struct bouwblokkenset *set, bouwblok_id blok, size_t n_stored,
                   const struct answer *stored, struct vraag_view **out)
{
    const struct bouwblok *b = blok_find(set, blok);
    const struct attribuut **list;
    if (!b)
        return 0;
    size_t n = blok_vragen(r->arena, set, b, &list);
    *out = ARENA_ARRAY(r->arena, struct vraag_view, n + 1);
    for (size_t i = 0; i < n; i++) {
        const char *value = NULL;
        for (size_t k = 0; k < n_stored; k++)
            if (strcmp(stored[k].name, list[i]->naam) == 0)
                value = stored[k].value;
        (*out)[i] = vraag_make(r, list[i], value);
    }
    return n;
}
