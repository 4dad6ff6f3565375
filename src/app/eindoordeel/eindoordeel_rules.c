#include "app/eindoordeel/eindoordeel_rules.h"

#include <string.h>

#include "core/text.h"

geld tekort_van(geld netto, geld actueel)
{
    return geld_is_none(netto) || actueel.cent >= netto.cent ? (geld){0} : (geld){netto.cent - actueel.cent};
}

static void judge_tekort(const struct eindoordeel_input *in, geld tekort, struct problems *p)
{
    char is[48];
    geld_to_text(tekort, is, sizeof(is));
    if (strcmp(in->oordeel, "voldaan") == 0) {
        if (tekort.cent > 0)
            problem_add(p, "oordeel", "Er is nog een tekort van %s: kies ‘Niet voldaan’ of ‘Voldaan naar inspanning’",
                        is);
        return;
    }
    if (tekort.cent == 0)
        problem_add(p, "oordeel", "De SR verplichting is gehaald: kies ‘Alsnog voldaan’");
    else if (geld_is_none(in->tekort))
        problem_add(p, "tekort", "Vul het tekort in. Berekend is %s", is);
    else if (in->tekort.cent != tekort.cent && !in->tekort_reden)
        problem_add(p, "tekort_reden", "U vult een ander tekort in dan berekend (%s). Zeg waarom", is);
}

static void judge_maatregel(const struct eindoordeel_input *in, datum today, struct problems *p)
{
    bool pays = strcmp(in->maatregel, "fonds") == 0 || strcmp(in->maatregel, "boete") == 0;
    if (strcmp(in->oordeel, "voldaan") == 0 && strcmp(in->maatregel, "geen") != 0)
        problem_add(p, "maatregel", "Is er alsnog voldaan, dan hoort daar geen maatregel bij");
    if (pays && (geld_is_none(in->bedrag) || in->bedrag.cent == 0))
        problem_add(p, "bedrag", "Vul in welk bedrag is afgesproken");
    if (!pays && !geld_is_none(in->bedrag))
        problem_add(p, "bedrag", "Een bedrag hoort bij een betaling in het fonds of een boete. Laat het leeg");
    if (strcmp(in->maatregel, "hersteltermijn") == 0 && datum_is_none(in->dag))
        problem_add(p, "dag", "Vul in tot en met welke dag de hersteltermijn loopt");
    if (strcmp(in->maatregel, "hersteltermijn") == 0 && !datum_is_none(in->dag) && in->dag.dag < today.dag)
        problem_add(p, "dag", "De hersteltermijn moet vandaag of later eindigen");
    if (strcmp(in->maatregel, "geen") == 0 && !datum_is_none(in->dag))
        problem_add(p, "dag", "Bij ‘Geen maatregel’ hoort geen datum. Laat hem leeg");
}

void eindoordeel_judge(const struct eindoordeel_input *in, geld netto, geld actueel, datum today, struct problems *p)
{
    if (in->oordeel)
        judge_tekort(in, tekort_van(netto, actueel), p);
    if (in->oordeel && in->maatregel)
        judge_maatregel(in, today, p);
}

const char *goedkeuren_wacht_op(struct arena *a, geld netto, geld actueel, const struct eindoordeel *newest,
                                datum today)
{
    bool met = tekort_van(netto, actueel).cent == 0, said_met = newest && strcmp(newest->oordeel, "voldaan") == 0;
    char day[11];
    if (!newest)
        return met ? NULL : "De SR verplichting is niet gehaald. Leg eerst het eindoordeel vast.";
    if (met)
        return said_met ? NULL : "De SR verplichting is alsnog gehaald. Leg dat eerst vast als eindoordeel.";
    if (said_met)
        return "De cijfers zijn veranderd: er is weer een tekort. Leg het eindoordeel opnieuw vast.";
    if (strcmp(newest->maatregel, "hersteltermijn") != 0 || newest->maatregel_dag.dag < today.dag)
        return NULL;
    datum_to_text(newest->maatregel_dag, day);
    return arena_printf(
        a, "De hersteltermijn loopt t/m %s. Daarna, of als de SR verplichting is gehaald, kunt u goedkeuren.", day);
}
