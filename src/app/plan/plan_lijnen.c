#include "app/plan/plan_lijnen.h"

#include <string.h>

static const char *const veld_namen[3][6] = {
    {"k_blok", "k_aantal", "k_mnd", "k_van", "k_blok", "k_uren"},
    {"i_blok", "i_blok", "i_blok", "i_blok", "i_bedrag", "i_bedrag"},
    {"a_blok", "a_blok", "a_blok", "a_blok", "a_bedrag", "a_uren"},
};

/* One typed row of a table. `leeg` when nothing stands in it. */
struct rij {
    const char *blok;
    struct plan_regel is;
    bool leeg;
};

static struct rij rij_lees(const struct plan_lijnen *in, enum plan_tafel t, int i)
{
    struct rij x = {.is = {.week = UREN_GEEN, .van = DATUM_GEEN, .bedrag = GELD_GEEN, .aantal = UREN_GEEN}};
    if (t == PLAN_TAFEL_KANDIDATEN) {
        x.blok = in->k_blok[i];
        x.is.personen = in->k_aantal[i];
        x.is.maanden = in->k_mnd[i];
        x.is.week = in->k_uren[i];
        x.is.van = in->k_van[i];
    } else if (t == PLAN_TAFEL_INKOPEN) {
        x.blok = in->i_blok[i];
        x.is.bedrag = in->i_bedrag[i];
    } else {
        x.blok = in->a_blok[i];
        x.is.bedrag = in->a_bedrag[i];
        x.is.aantal = in->a_uren[i];
    }
    const struct plan_regel *p = &x.is;
    x.leeg = !x.blok && p->personen == 0 && p->maanden == 0 && uren_is_none(p->week) && datum_is_none(p->van) &&
             geld_is_none(p->bedrag) && uren_is_none(p->aantal);
    return x;
}

static bool has_problem(const struct problems *p, const char *end, enum plan_tafel t)
{
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < 6; k++) {
            size_t n = strlen(veld_namen[t][k]);
            if (strncmp(p->list[i].field, veld_namen[t][k], n) == 0 && strcmp(p->list[i].field + n, end) == 0)
                return true;
        }
    return false;
}

/* Whether the row can be used; says why not. */
static bool rij_goed(struct request *r, const struct plan_kader *k, enum plan_tafel t, int i, struct rij *x,
                     bool geheel)
{
    enum plan_veld veld = PLAN_VELD_BLOK;
    const char *end = arena_printf(r->arena, ".%d", i);
    if (has_problem(&r->problems, end, t))
        return false;
    x->is.blok = x->blok ? blok_find_code(k->set, x->blok) : NULL;
    bool here = x->is.blok && x->is.blok->soort == BLOK_BASIS && plan_tafel_van(x->is.blok) == t;
    const char *why = !here    ? "Kies een bouwblok uit de lijst"
                      : geheel ? plan_regel_fout(r->arena, k, &x->is, &veld)
                               : NULL;
    if (why)
        problem_add(&r->problems, arena_printf(r->arena, "%s%s", veld_namen[t][veld], end), "%s (regel %d)", why,
                    i + 1);
    return !why;
}

size_t plan_lijnen_lees(struct request *r, const struct plan_lijnen *in, const struct plan_kader *k, bool geheel,
                        struct plan_regel out[PLAN_REGELS])
{
    static const int rows[] = {PLAN_KANDIDATEN, PLAN_INKOPEN, PLAN_ACTIVITEITEN};
    size_t n = 0;
    for (int t = 0; t < 3; t++)
        for (int i = 0; i < rows[t]; i++) {
            struct rij x = rij_lees(in, (enum plan_tafel)t, i);
            if (!x.leeg && rij_goed(r, k, (enum plan_tafel)t, i, &x, geheel))
                out[n++] = x.is;
        }
    return n;
}

void plan_lijnen_leeg(struct plan_lijnen *out)
{
    memset(out, 0, sizeof(*out));
    for (int i = 0; i < PLAN_KANDIDATEN; i++) {
        out->k_uren[i] = UREN_GEEN;
        out->k_van[i] = DATUM_GEEN;
    }
    for (int i = 0; i < PLAN_INKOPEN; i++)
        out->i_bedrag[i] = GELD_GEEN;
    for (int i = 0; i < PLAN_ACTIVITEITEN; i++) {
        out->a_uren[i] = UREN_GEEN;
        out->a_bedrag[i] = GELD_GEEN;
    }
}

void plan_lijnen_schrijf(struct plan_lijnen *out, size_t n, const struct plan_regel *regels)
{
    int k = 0, i = 0, j = 0;
    plan_lijnen_leeg(out);
    for (size_t x = 0; x < n; x++) {
        const struct plan_regel *r = &regels[x];
        enum plan_tafel t = plan_tafel_van(r->blok);
        if (t == PLAN_TAFEL_KANDIDATEN && k < PLAN_KANDIDATEN) {
            out->k_blok[k] = r->blok->code;
            out->k_aantal[k] = r->personen;
            out->k_mnd[k] = r->maanden;
            out->k_uren[k] = r->week;
            out->k_van[k++] = r->van;
        } else if (t == PLAN_TAFEL_INKOPEN && i < PLAN_INKOPEN) {
            out->i_blok[i] = r->blok->code;
            out->i_bedrag[i++] = r->bedrag;
        } else if (t == PLAN_TAFEL_ACTIVITEITEN && j < PLAN_ACTIVITEITEN) {
            out->a_blok[j] = r->blok->code;
            out->a_uren[j] = r->aantal;
            out->a_bedrag[j++] = r->bedrag;
        }
    }
}

void plan_lijnen_keuzes(struct arena *a, struct form_view *f, const struct bouwblokkenset *set)
{
    for (int t = 0; t < 3; t++) {
        struct choice *choices = ARENA_ARRAY(a, struct choice, set->n_blokken + 1);
        size_t n = 0;
        for (size_t i = 0; i < set->n_blokken; i++) {
            const struct bouwblok *b = &set->blokken[i];
            if (b->soort == BLOK_BASIS && plan_tafel_van(b) == (enum plan_tafel)t)
                choices[n++] = (struct choice){b->code, b->label, false};
        }
        form_choices(f, a, veld_namen[t][0], choices, n);
    }
}

struct schatting_view *schatting_maak(struct arena *a, const struct plan_schatting *s, geld netto)
{
    struct schatting_view *v = ARENA_NEW(a, struct schatting_view);
    int bp = percent_bp(s->totaal, netto);
    *v = (struct schatting_view){.n_regels = s->n_regels,
                                 .regels = s->regels,
                                 .totaal = s->totaal,
                                 .verplichting = netto,
                                 .heeft_verplichting = !geld_is_none(netto)};
    if (!v->heeft_verplichting)
        return v;
    v->genoeg = s->totaal.cent >= netto.cent;
    v->verschil.cent = v->genoeg ? s->totaal.cent - netto.cent : netto.cent - s->totaal.cent;
    v->percent = bp < 0 ? "" : arena_printf(a, "%d %%", bp / 100);
    return v;
}

struct form_part form_deel(const struct form_view *f, const char *first, const char *last)
{
    struct form_part p = {0, NULL};
    size_t i = 0;
    while (i < f->n && strcmp(f->fields[i]->name, first) != 0)
        i++;
    p.fields = f->fields + i;
    while (i < f->n) {
        p.n++;
        if (strcmp(f->fields[i++]->name, last) == 0)
            break;
    }
    return p;
}

const char *uren_woord(struct arena *a, uren u)
{
    char s[20];
    uren_to_text(u, s, sizeof(s));
    return arena_strdup(a, s);
}
