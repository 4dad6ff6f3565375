/* app/verantwoording/kandidaat_acts.c: correcting who a kandidaat is, for all its overeenkomsten: by the contractor
 * (inzet_life_pages.c) and by the coordinatiepunt in a request of the person. */
#include <string.h>

#include "app/project/project.h"
#include "app/verantwoording/inzet_acts.h"
#include "app/verantwoording/versie_gate.h"

static bool same(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

/* What this regio does not ask stays as it was: another regio may have asked it. */
static void keep_unasked(struct kandidaat_input *in, const struct wie_view *was, bool naw, bool toestemming)
{
    if (naw) {
        in->initialen = was->initialen;
    } else {
        in->naam = was->naam;
        in->adres = was->adres;
        in->postcode = was->postcode;
        in->plaats = was->plaats;
    }
    if (!toestemming)
        in->toestemming_op = was->toestemming;
}

/* "naam, geboortedatum": which fields, never what is in them. */
static const char *fields_changed(struct arena *a, const struct wie_view *was, const struct kandidaat_input *in)
{
    const struct {
        const char *name;
        bool changed;
    } list[] = {
        {"naam", !same(was->naam, in->naam)},
        {"initialen", !same(was->initialen, in->initialen)},
        {"adres", !same(was->adres, in->adres) || !same(was->postcode, in->postcode)},
        {"woonplaats", !same(was->plaats, in->plaats)},
        {"geboortedatum", was->geboren.dag != in->geboortedatum.dag},
        {"geïnformeerd op", was->geinformeerd.dag != in->geinformeerd_op.dag},
        {"toestemming op", was->toestemming.dag != in->toestemming_op.dag},
    };
    const char *words = "";
    for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
        if (list[i].changed)
            words = *words ? arena_printf(a, "%s, %s", words, list[i].name) : list[i].name;
    return words;
}

enum result kandidaat_corrigeren(struct request *r, kandidaat_id who, const struct project_head *h,
                                 struct kandidaat_input *in, struct kandidaat_gecorrigeerd *out)
{
    struct wie_view was;
    *out = (struct kandidaat_gecorrigeerd){.velden = ""};
    TRY(kandidaat_open(r->db, r->seal, r->arena, who, &was));
    keep_unasked(in, &was, strcmp(h->identiteit, "naw") == 0, h->toestemming);
    out->velden = fields_changed(r->arena, &was, in);
    in->start = DATUM_GEEN;
    if (was.geboren.dag != in->geboortedatum.dag)
        TRY(kandidaat_start(r->db, r->arena, who, &in->start)); /* the age class is of the start */
    enum result ended = kandidaat_update(r->job, r->seal, r->arena, who, in);
    if (ended == NOT_FOUND) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft deze gegevens intussen gewijzigd. Herlaad de pagina en voer uw wijziging opnieuw in.");
        return INVALID;
    }
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    if (ended == FORBIDDEN)
        problem_add(
            &r->problems, "",
            "De gegevens kunnen niet meer worden gewijzigd: alle projecten van deze kandidaat zijn afgerond. Het coördinatiepunt kan dat nog wel, in een verzoek van de betrokkene.");
    TRY(ended);
    if (!same(was.naam, in->naam) || was.geboren.dag != in->geboortedatum.dag)
        TRY(project_sums_of_person(r, who)); /* may be the same as another of the contractor now */
    return was.geboren.dag == in->geboortedatum.dag
               ? OK
               : leeftijd_volgt(r, who, in->geboortedatum, &out->n, &out->gevolgen);
}

enum result kandidaat_twijfel(struct request *r, inzet_id id, const char **out)
{
    int64_t versie;
    struct inzet_version v;
    struct bouwblokkenset *set;
    struct project_head h;
    project_id project;
    *out = "";
    TRY(inzet_newest(r->db, r->arena, id, &project, &versie));
    TRY(project_head_read(r->db, r->arena, project, &h));
    TRY(inzet_version_read(r->db, r->arena, id, versie, &v));
    TRY(waardering_set_read(r->db, r->arena, h.set, &set));
    const struct bouwblok *blok = blok_find(set, v.bouwblok);
    if (!blok)
        return OK;
    struct antwoord *given = ARENA_ARRAY(r->arena, struct antwoord, v.n_antwoorden + 1);
    for (size_t i = 0; i < v.n_antwoorden; i++)
        given[i] = (struct antwoord){v.antwoorden[i].name, v.antwoorden[i].value};
    struct oordeel *found = ARENA_ARRAY(r->arena, struct oordeel, blok->n_condities + 1);
    size_t n = condities_oordeel(r->arena, set, blok, v.n_antwoorden, given, found);
    for (size_t i = 0; i < n; i++)
        if (strcmp(found[i].attribuut, "leeftijd") == 0)
            *out = found[i].tekst;
    return OK;
}
