/* app/verantwoording/inlezen_samen.c: what the rows of a file are to each other and to what is known already: one
 * person or invoice twice, shares of one placement, more than a full week; and what all of it is worth. */
#include <stdlib.h>
#include <string.h>

#include "app/verantwoording/inlezen.h"
#include "app/verantwoording/kandidaat_rules.h"

struct sorted {
    const void *key;
    size_t n, at;
};

static int by_key(const void *x, const void *y)
{
    const struct sorted *p = x, *q = y;
    int order = p->n != q->n ? (p->n > q->n) - (p->n < q->n) : memcmp(p->key, q->key, p->n);
    return order ? order : (p->at > q->at) - (p->at < q->at);
}

static void twins_find(struct request *r, struct inlezing *x)
{
    struct sorted *all = ARENA_ARRAY(r->arena, struct sorted, x->n + 1);
    size_t n = 0;
    for (size_t i = 0; i < x->n; i++) {
        struct inlees_rij *rij = &x->rijen[i];
        const char *text = x->facturen && rij->in.factuur.nummer && rij->in.factuur.leverancier
                               ? arena_printf(r->arena, "%s;%s", text_fold(r->arena, rij->in.factuur.leverancier),
                                              text_fold(r->arena, rij->in.factuur.nummer))
                               : NULL;
        if (text)
            all[n++] = (struct sorted){text, strlen(text), i};
        else if (rij->zoek.p)
            all[n++] = (struct sorted){rij->zoek.p, rij->zoek.n, i};
    }
    qsort(all, n, sizeof(*all), by_key);
    for (size_t i = 1; i < n; i++) {
        struct inlees_rij *before = &x->rijen[all[i - 1].at], *rij = &x->rijen[all[i].at];
        if (all[i].n != all[i - 1].n || memcmp(all[i].key, all[i - 1].key, all[i].n) != 0)
            continue;
        rij->zelfde = before->zelfde;
        before->volgende = all[i].at;
        if (x->facturen)
            inlees_fout_add(
                x, rij->nr, "factuurnummer",
                arena_printf(r->arena, "Deze factuur van deze leverancier staat ook op regel %d.", before->nr));
    }
    for (size_t i = 0; i < x->n; i++)
        x->n_nieuw += !x->facturen && x->rijen[i].who.id == 0 && x->rijen[i].zelfde == i;
}

static struct plaatsing placement_of(const struct inlezing *x, const struct kandidaat_input *in)
{
    datum last = datum_is_none(in->eind) ? x->head.eind : in->eind;
    return (struct plaatsing){in->start, datum_plus_days(last, 1), in->week,
                              bp_is_none(in->aandeel) ? (basispunt){10000} : in->aandeel, in->start};
}

/* The person's other placements: those that are stored, and those of the other rows. out has room for PLAATSINGEN_MOST.
 */
static enum result others_of(struct request *r, const struct inlezing *x, size_t i, size_t *n, struct plaatsing *out)
{
    const struct inlees_rij *rij = &x->rijen[i];
    struct plaatsing *known;
    kandidaat_id who = rij->who;
    if (who.id == 0)
        TRY(inzet_zelfde(r, x->head.opdrachtnemer_id, rij->in.kandidaat.naam, rij->geboren, &who));
    TRY(inzet_plaatsingen(r, x->head.id, who, (inzet_id){0}, n, &known));
    if (*n > 0)
        memcpy(out, known, *n * sizeof(*out));
    for (size_t k = rij->zelfde; k != GEEN_RIJ && *n < PLAATSINGEN_MOST; k = x->rijen[k].volgende)
        if (k != i && x->rijen[k].goed)
            out[(*n)++] = placement_of(x, &x->rijen[k].in.kandidaat);
    return OK;
}

static void warn(struct inlezing *x, int nr, const char *tekst)
{
    if (x->n_let_op_getoond < INLEZEN_FOUTEN_GETOOND)
        x->let_op[x->n_let_op_getoond++] = (struct inlees_fout){nr, "", tekst};
    x->n_let_op++;
}

/* The form says this when it stores: "at most 100 % on any day"; and on the page of the overeenkomst, to who may know
 * of the other ones. */
static enum result placements_judge(struct request *r, struct inlezing *x, struct plaatsing *others)
{
    const char *let_op[WAARSCHUWINGEN_MOST];
    char day[11];
    datum over;
    for (size_t i = 0; i < x->n; i++) {
        struct inlees_rij *rij = &x->rijen[i];
        size_t n;
        if (!rij->goed)
            continue;
        struct plaatsing own = placement_of(x, &rij->in.kandidaat);
        TRY(others_of(r, x, i, &n, others));
        if (own.aandeel.bp < 10000 && !plaatsing_aandelen_passen(r->arena, 1, &own, n, others, &over)) {
            datum_to_text(over, day);
            inlees_fout_add(
                x, rij->nr, "aandeel",
                arena_printf(
                    r->arena,
                    "Met dit aandeel telt de plaatsing vanaf %s voor meer dan 100 %% mee. Verlaag dit aandeel of een ander.",
                    day));
        }
        size_t said = n > 0 ? plaatsing_waarschuwingen(r->arena, x->set->fte, 1, &own, n, others, let_op) : 0;
        for (size_t k = 0; k < said; k++)
            warn(x, rij->nr, let_op[k]);
    }
    return OK;
}

/* ---- what it is worth ---- */

static void som_add(struct inlezing *x, const struct bouwblok *b, geld waarde)
{
    size_t i = 0;
    while (i < x->n_sommen && strcmp(x->sommen[i].code, b->code) != 0)
        i++;
    if (i == x->n_sommen)
        x->sommen[x->n_sommen++] = (struct inlees_som){b->code, b->label, 0, {0}};
    x->sommen[i].aantal++;
    x->sommen[i].waarde.cent += waarde.cent;
    x->totaal.cent += waarde.cent;
}

static enum result values_find(struct request *r, struct inlezing *x, struct plaatsing *others)
{
    x->sommen = ARENA_ARRAY(r->arena, struct inlees_som, x->set->n_blokken + 1);
    for (size_t i = 0; i < x->n; i++) {
        const struct inlees_rij *rij = &x->rijen[i];
        const struct bouwblok *b = blok_find(x->set, rij->blok);
        const struct waarde_view *w;
        size_t n;
        if (x->facturen) {
            w = overig_preview(r, &x->head, x->set, &rij->in.factuur);
        } else {
            TRY(others_of(r, x, i, &n, others));
            w = inzet_preview_beside(r, &x->head, x->set, &rij->in.kandidaat, rij->geboren, rij->who, n, others);
        }
        if (b)
            som_add(x, b, w ? w->totaal : (geld){0});
    }
    return OK;
}

static int by_line(const void *p, const void *q)
{
    const struct inlees_fout *x = p, *y = q;
    return (x->nr > y->nr) - (x->nr < y->nr);
}

enum result inlezing_samen(struct request *r, struct inlezing *x)
{
    struct plaatsing *others = ARENA_ARRAY(r->arena, struct plaatsing, PLAATSINGEN_MOST + 1);
    x->let_op = ARENA_ARRAY(r->arena, struct inlees_fout, INLEZEN_FOUTEN_GETOOND);
    twins_find(r, x);
    if (!x->facturen)
        TRY(placements_judge(r, x, others));
    if (x->n_fouten == 0)
        return values_find(r, x, others);
    qsort(x->fouten, x->n_getoond, sizeof(*x->fouten), by_line);
    return OK;
}
