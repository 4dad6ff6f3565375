#include "app/pso/pso_rules.h"

#include <string.h>

#include "app/labels.h"

int pso_hoogte(const char *trede)
{
    static const char *const order[] = {"aspirant", "1", "2", "3", "30+"};
    for (int i = 0; i < 5; i++)
        if (strcmp(order[i], trede) == 0)
            return i;
    return -1;
}

static const char *day(struct arena *a, datum d)
{
    char words[11];
    datum_to_text(d, words);
    return arena_strdup(a, words);
}

/* What a slip of the keyboard looks like. */
static const char *dates_oordeel(const struct pso_rij *c, datum today, const char **field)
{
    *field = "tm";
    if (c->tm.dag < c->van.dag)
        return "De einddatum moet op of na de begindatum liggen";
    if (c->tm.dag >= datum_plus_months(c->van, 12 * PSO_JAREN_MOST).dag)
        return "Dit certificaat zou langer dan 5 jaar gelden. Controleer de datums";
    *field = "van";
    if (c->van.dag < datum_from_ymd(2012, 1, 1).dag)
        return "De begindatum moet op of na 01-01-2012 liggen. Controleer het jaar";
    if (c->van.dag > datum_plus_months(today, 12).dag)
        return "De begindatum ligt meer dan een jaar vooruit. Controleer het jaar";
    return NULL;
}

static bool overlap(const struct pso_rij *x, const struct pso_rij *y)
{
    return x->van.dag <= y->tm.dag && y->van.dag <= x->tm.dag;
}

static bool replaces(const struct pso_rij *later, const struct pso_rij *earlier)
{
    return later->van.dag > earlier->van.dag && pso_hoogte(later->trede) > pso_hoogte(earlier->trede);
}

const char *pso_oordeel(struct arena *a, const struct pso_rij *nieuw, size_t n, const struct pso_rij *geldig,
                        datum today, const char **field)
{
    size_t others = 0;
    const char *why = dates_oordeel(nieuw, today, field);
    if (why)
        return why;
    for (size_t i = 0; i < n; i++) {
        const struct pso_rij *c = &geldig[i];
        if (c->id.id == nieuw->id.id)
            continue;
        others++;
        if (!overlap(nieuw, c) || replaces(nieuw, c) || replaces(c, nieuw))
            continue;
        *field = "van";
        return arena_printf(
            a,
            "Dit overlapt met %s van %s t/m %s. Overlappen mag alleen als het latere certificaat een hogere trede heeft. Controleer de datums, of wijzig eerst dat andere certificaat",
            label_trede(c->trede), day(a, c->van), day(a, c->tm));
    }
    *field = "";
    return others >= PSO_MOST
               ? "Er staan al zo veel certificaten van deze opdrachtnemer dat er geen bij past. Verwijder oude die nergens meer voor tellen."
               : NULL;
}

enum pso_stand pso_stand(const struct pso_rij *c, datum today)
{
    if (c->tm.dag < today.dag)
        return PSO_VERLOPEN;
    if (c->van.dag > today.dag)
        return PSO_NOG_NIET;
    return c->tm.dag - today.dag <= PSO_VERLOOPT_DAGEN ? PSO_LOOPT_AF : PSO_GELDIG;
}
