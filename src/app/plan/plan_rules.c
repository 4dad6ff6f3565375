#include "app/plan/plan_rules.h"

#include <string.h>

enum plan_tafel plan_tafel_van(const struct bouwblok *b)
{
    if (b->eenheid == PER_PERIODE || b->eenheid == PER_STUK)
        return PLAN_TAFEL_KANDIDATEN;
    return b->rubriek == RUBRIEK_INKOOP && b->eenheid != PER_UUR ? PLAN_TAFEL_INKOPEN : PLAN_TAFEL_ACTIVITEITEN;
}

static datum start_of(const struct plan_kader *k, const struct plan_regel *r)
{
    return datum_is_none(r->van) ? k->start : r->van;
}

/* ---- the inzet a line stands for ---- */

/* A placement lasts the months of the line; hours and an agreed amount may be spread over the rest of the project (a
 * maximum a day needs its days); an invoice is of one day. */
static datum tot_of(const struct plan_kader *k, const struct plan_regel *r)
{
    if (r->maanden > 0)
        return datum_plus_months(start_of(k, r), (int32_t)r->maanden);
    return r->blok->eenheid == PROCENT ? DATUM_GEEN : k->tot;
}

static struct inzet_invoer inzet_of(const struct plan_kader *k, const struct plan_regel *r, struct uren_deel *week)
{
    struct inzet_invoer in = {.set = k->set,
                              .blok = r->blok,
                              .start = start_of(k, r),
                              .tot = tot_of(k, r),
                              .uit_dienst_tot = DATUM_GEEN,
                              .project_start = k->start,
                              .project_tot = k->tot,
                              .cap_veld_tot = DATUM_GEEN,
                              .bedrag = r->bedrag,
                              .aantal = r->aantal,
                              .aandeel = BP_GEEN,
                              .goedgekeurd = true};
    if (!uren_is_none(r->week)) {
        *week = (struct uren_deel){in.start, r->week};
        in.uren = week;
        in.n_uren = 1;
    }
    if (r->blok->cap_veld != CAP_VELD_GEEN && r->blok->cap_mnd == 0)
        in.cap_veld_tot = in.tot; /* the training is as long as the placement */
    return in;
}

/* ---- its words ---- */

static const char *hours(struct arena *a, uren u)
{
    char s[20];
    uren_to_text(u, s, sizeof(s));
    return arena_strdup(a, s);
}

static const char *inzet_words(struct arena *a, const struct plan_kader *k, const struct plan_regel *r, int64_t people)
{
    char money[48];
    if (plan_tafel_van(r->blok) == PLAN_TAFEL_KANDIDATEN) {
        const char *week = r->blok->naar_uren ? arena_printf(a, ", %s uur per week",
                                                             hours(a, uren_is_none(r->week) ? k->set->fte : r->week))
                                              : "";
        return arena_printf(a, "%lld %s%s, %lld %s", (long long)people, people == 1 ? "persoon" : "personen", week,
                            (long long)r->maanden, r->maanden == 1 ? "maand" : "maanden");
    }
    if (r->blok->eenheid == PER_UUR)
        return arena_printf(a, "%s uur", hours(a, r->aantal));
    geld_to_text(r->bedrag, money, sizeof(money));
    return arena_strdup(a, money);
}

/* ---- the estimate ---- */

static void regel_add(struct arena *a, const struct plan_kader *k, const struct plan_regel *r, struct plan_schatting *s)
{
    struct uren_deel week;
    struct inzet_invoer in = inzet_of(k, r, &week);
    struct waarde w = waarde_bereken(a, &in, GEEN_GRENS);
    int64_t people = plan_tafel_van(r->blok) == PLAN_TAFEL_KANDIDATEN && r->personen > 0 ? r->personen : 1;
    for (size_t i = 0; i < w.n_regels; i++) {
        const struct waarde_regel *l = &w.regels[i];
        struct plan_schat_regel *out = &s->regels[s->n_regels++];
        *out = (struct plan_schat_regel){.blok = l->blok,
                                         .label = l->blok->label,
                                         .code = l->blok->code,
                                         .inzet = inzet_words(a, k, r, people),
                                         .van = l->van,
                                         .tm = l->tot.dag > l->van.dag ? datum_plus_days(l->tot, -1) : DATUM_GEEN,
                                         .telt_tm = l->telt_tm,
                                         .bedrag = {people * l->bedrag.cent}};
        out->berekening =
            people == 1 ? l->berekening : arena_printf(a, "%lld × (%s)", (long long)people, l->berekening);
        s->totaal.cent += out->bedrag.cent;
    }
}

struct plan_schatting plan_schat(struct arena *a, const struct plan_kader *k, size_t n, const struct plan_regel *regels)
{
    struct plan_schatting s = {.regels = ARENA_ARRAY(a, struct plan_schat_regel, n * (k->set->n_blokken + 1) + 1)};
    for (size_t i = 0; i < n; i++)
        regel_add(a, k, &regels[i], &s);
    return s;
}

/* ---- what is missing ---- */

static const char *day(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_strdup(a, s);
}

static const char *kandidaten_fout(struct arena *a, const struct plan_kader *k, const struct plan_regel *r,
                                   enum plan_veld *veld)
{
    datum first = datum_plus_months(k->start, -k->set->aanloop_mnd);
    *veld = PLAN_VELD_PERSONEN;
    if (r->personen <= 0)
        return "Vul het aantal personen in";
    *veld = PLAN_VELD_MAANDEN;
    if (r->maanden <= 0)
        return "Vul het aantal maanden in";
    *veld = PLAN_VELD_VAN;
    if (!datum_is_none(r->van) && (r->van.dag < first.dag || r->van.dag >= k->tot.dag))
        return arena_printf(a, "De datum vanaf wanneer moet liggen van %s tot en met %s", day(a, first),
                            day(a, datum_plus_days(k->tot, -1)));
    return NULL;
}

const char *plan_regel_fout(struct arena *a, const struct plan_kader *k, const struct plan_regel *r,
                            enum plan_veld *veld)
{
    *veld = PLAN_VELD_BLOK;
    if (!r->blok || r->blok->soort != BLOK_BASIS)
        return "Kies een bouwblok uit de lijst";
    if (plan_tafel_van(r->blok) == PLAN_TAFEL_KANDIDATEN)
        return kandidaten_fout(a, k, r, veld);
    if (r->blok->eenheid == PER_UUR) {
        *veld = PLAN_VELD_AANTAL;
        return uren_is_none(r->aantal)   ? "Vul het aantal uren in: dit bouwblok telt per uur"
               : geld_is_none(r->bedrag) ? NULL
                                         : "Vul bij dit bouwblok alleen uren in, geen bedrag";
    }
    *veld = PLAN_VELD_BEDRAG;
    return geld_is_none(r->bedrag)   ? "Vul het bedrag in"
           : uren_is_none(r->aantal) ? NULL
                                     : "Vul bij dit bouwblok alleen een bedrag in, geen uren";
}

/* ---- planned beside realised ---- */

static struct plan_stand_regel block_row(const struct bouwblok *b, const struct plan_schatting *s, size_t n,
                                         const struct plan_realisatie *gedaan, bool *used)
{
    struct plan_stand_regel r = {.label = b->label};
    *used = false;
    for (size_t i = 0; s && i < s->n_regels; i++)
        if (s->regels[i].blok->id.id == b->id.id) {
            r.gepland.cent += s->regels[i].bedrag.cent;
            *used = true;
        }
    for (size_t i = 0; i < n; i++)
        if (strcmp(gedaan[i].code, b->code) == 0) {
            r.actueel.cent += gedaan[i].actueel.cent;
            r.prognose.cent += gedaan[i].prognose.cent;
            *used = true;
        }
    r.verschil.cent = r.prognose.cent - r.gepland.cent;
    return r;
}

static void stand_sum(struct plan_stand_regel *to, const struct plan_stand_regel *r)
{
    to->gepland.cent += r->gepland.cent;
    to->actueel.cent += r->actueel.cent;
    to->prognose.cent += r->prognose.cent;
    to->verschil.cent += r->verschil.cent;
}

struct plan_stand plan_vergelijk(struct arena *a, const struct bouwblokkenset *set, const struct plan_schatting *s,
                                 size_t n, const struct plan_realisatie *gedaan,
                                 const char *(*rubriek_label)(const char *))
{
    struct plan_stand out = {.regels = ARENA_ARRAY(a, struct plan_stand_regel, set->n_blokken + RUBRIEKEN + 1),
                             .totaal = {.label = "Totaal"}};
    for (int k = 0; k < RUBRIEKEN; k++) {
        struct plan_stand_regel *head = &out.regels[out.n_regels];
        size_t at = out.n_regels + 1;
        *head = (struct plan_stand_regel){.label = rubriek_label(rubriek_codes[k]), .kop = true};
        for (size_t i = 0; i < set->n_blokken; i++) {
            bool used;
            struct plan_stand_regel row = block_row(&set->blokken[i], s, n, gedaan, &used);
            if ((int)set->blokken[i].rubriek != k || !used)
                continue;
            out.regels[at++] = row;
            stand_sum(head, &row);
        }
        if (at == out.n_regels + 1)
            continue; /* nothing of this rubriek: no head either */
        stand_sum(&out.totaal, head);
        out.n_regels = at;
    }
    return out;
}
