#include "app/verantwoording/inzet_acts.h"

#include <stdlib.h>
#include <string.h>

#include "app/verantwoording/inzet_life.h"
#include "app/verantwoording/kandidaat_rules.h"
#include "data/desk.h"

static const char *typed_answer(const struct kandidaat_input *in, const char *naam)
{
    for (size_t i = 0; i < in->antwoorden.n; i++)
        if (strcmp(in->antwoorden.list[i].name, naam) == 0)
            return in->antwoorden.list[i].value;
    return NULL;
}

static const char *number_text(struct arena *a, int n)
{
    return arena_printf(a, "%d", n);
}

struct answer *answers_whole(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok,
                             const struct kandidaat_input *in, datum geboren, size_t *n)
{
    const struct attribuut **vragen;
    size_t n_vragen = blok ? blok_vragen(a, set, blok, &vragen) : 0;
    struct answer *list = ARENA_ARRAY(a, struct answer, n_vragen + 3);
    *n = 0;
    for (size_t i = 0; i < n_vragen; i++) {
        const char *value = typed_answer(in, vragen[i]->naam);
        if (value && *value)
            list[(*n)++] = (struct answer){vragen[i]->naam, value};
    }
    if (!datum_is_none(geboren) && !datum_is_none(in->start))
        list[(*n)++] = (struct answer){"leeftijd", number_text(a, kandidaat_leeftijd(geboren, in->start))};
    if (!datum_is_none(in->start) && !datum_is_none(in->eind))
        list[(*n)++] = (struct answer){
            "plaatsing_mnd", number_text(a, (int)(tijd_u(in->start, datum_plus_days(in->eind, 1), 1) / Q_MAAND))};
    return list;
}

void kandidaat_person_judge(struct request *r, const struct project_head *h, const struct kandidaat_input *in)
{
    bool naw = strcmp(h->identiteit, "naw") == 0;
    if (naw && !in->naam)
        problem_add(&r->problems, "naam", "Vul de naam van de kandidaat in");
    if (!naw && !in->initialen)
        problem_add(&r->problems, "initialen", "Vul de initialen in");
    if (naw && !in->plaats)
        problem_add(&r->problems, "plaats", "Vul de woonplaats in");
    if (datum_is_none(in->geboortedatum))
        problem_add(&r->problems, "geboortedatum", "Vul de geboortedatum in");
    if (datum_is_none(in->geinformeerd_op))
        problem_add(
            &r->problems, "geinformeerd_op",
            "Vul in wanneer de kandidaat is geïnformeerd. Zonder die datum mogen de gegevens niet worden bewaard");
    if (h->toestemming && datum_is_none(in->toestemming_op))
        problem_add(&r->problems, "toestemming_op",
                    "Vul de datum van toestemming in: deze regio werkt met toestemming");
}

static void judge_dates(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                        const struct kandidaat_input *in, const struct bouwblok *blok)
{
    char limit[11];
    if (datum_is_none(in->start))
        return;
    if (!datum_is_none(in->eind) && in->eind.dag < in->start.dag)
        problem_add(&r->problems, "eind", "De einddatum moet op of na de startdatum liggen");
    datum first = datum_plus_months(h->start, -set->aanloop_mnd);
    datum_to_text(first, limit);
    if (in->start.dag < first.dag)
        problem_add(&r->problems, "start",
                    "De overeenkomst mag niet voor %s beginnen: dan telt zij op dit project niet mee", limit);
    datum_to_text(h->eind, limit);
    if (in->start.dag > h->eind.dag)
        problem_add(&r->problems, "start", "De overeenkomst moet beginnen voor het project eindigt, op %s", limit);
    datum before = in->start;
    for (int i = 0; i < INZET_UREN_MAX; i++) {
        if (datum_is_none(in->uren_vanaf[i]) && uren_is_none(in->uren_later[i]))
            continue;
        if (datum_is_none(in->uren_vanaf[i]) || uren_is_none(in->uren_later[i]))
            problem_add(&r->problems, arena_printf(r->arena, "uren_vanaf.%d", i),
                        "Vul bij andere uren zowel de datum als de uren in");
        else if (in->uren_vanaf[i].dag <= before.dag)
            problem_add(&r->problems, arena_printf(r->arena, "uren_vanaf.%d", i),
                        "Andere uren beginnen na de startdatum en in volgorde");
        before = datum_is_none(in->uren_vanaf[i]) ? before : in->uren_vanaf[i];
    }
    if (blok && blok->cap_veld != CAP_VELD_GEEN && blok->cap_mnd == 0 && datum_is_none(in->cap_eind))
        problem_add(&r->problems, "cap_eind",
                    "Vul de einddatum van de opleiding of loonkostensubsidie in: deze doelgroep telt tot die datum");
}

void answers_judge(struct request *r, const struct bouwblokkenset *set, const struct bouwblok *blok, size_t n,
                   const struct answer *answers)
{
    struct antwoord *given = ARENA_ARRAY(r->arena, struct antwoord, n + 1);
    for (size_t i = 0; i < n; i++)
        given[i] = (struct antwoord){answers[i].name, answers[i].value};
    struct oordeel *found = ARENA_ARRAY(r->arena, struct oordeel, blok->n_condities + 1);
    size_t n_found = condities_oordeel(r->arena, set, blok, n, given, found);
    for (size_t i = 0; i < n_found; i++)
        if (!found[i].waarschuwing)
            problem_add(&r->problems, arena_printf(r->arena, "attr_%s", found[i].attribuut), "%s", found[i].tekst);
}

void inzet_judge(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                 const struct kandidaat_input *in, bool new_person, datum geboren)
{
    const struct bouwblok *blok = blok_find(set, in->bouwblok);
    if (new_person)
        kandidaat_person_judge(r, h, in);
    judge_dates(r, h, set, in, blok);
    if (in->bouwblok.id > 0 &&
        (!blok || blok->soort != BLOK_BASIS || (blok->rubriek != RUBRIEK_ARBEID && blok->rubriek != RUBRIEK_LEREN)))
        problem_add(&r->problems, "bouwblok", "Kies een doelgroep van de methodiek van dit project");
    if (!blok)
        return;
    size_t n;
    struct answer *answers = answers_whole(r->arena, set, blok, in, geboren, &n);
    answers_judge(r, set, blok, n, answers);
}

struct waarde_view *waarde_show(struct arena *a, const struct waarde *prognose, const struct waarde *actueel)
{
    struct waarde_view *v = ARENA_NEW(a, struct waarde_view);
    v->regels = ARENA_ARRAY(a, struct regel_view, prognose->n_regels + 1);
    v->totaal = prognose->totaal;
    v->actueel = actueel->totaal;
    for (size_t i = 0; i < prognose->n_regels; i++) {
        const struct waarde_regel *l = &prognose->regels[i];
        v->regels[v->n_regels++] = (struct regel_view){
            l->blok->code, l->blok->label, l->berekening,
            l->telt_tm,    l->van,         l->tot.dag > l->van.dag ? datum_plus_days(l->tot, -1) : DATUM_GEEN,
            l->bedrag};
    }
    return v;
}

/* What was typed, as an entry to value; false while it says too little. */
static bool typed_entry(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                        const struct kandidaat_input *in, datum geboren, struct inzet_invoer *out)
{
    const struct bouwblok *blok = blok_find(set, in->bouwblok);
    size_t n, n_uren = 1;
    if (!blok || datum_is_none(in->start) || uren_is_none(in->week))
        return false;
    struct uren_deel *weken = ARENA_ARRAY(r->arena, struct uren_deel, INZET_UREN_MAX + 1);
    weken[0] = (struct uren_deel){in->start, in->week};
    for (int i = 0; i < INZET_UREN_MAX; i++)
        if (!datum_is_none(in->uren_vanaf[i]) && !uren_is_none(in->uren_later[i]))
            weken[n_uren++] = (struct uren_deel){in->uren_vanaf[i], in->uren_later[i]};
    struct answer *answers = answers_whole(r->arena, set, blok, in, geboren, &n);
    struct antwoord *given = ARENA_ARRAY(r->arena, struct antwoord, n + 1);
    for (size_t i = 0; i < n; i++)
        given[i] = (struct antwoord){answers[i].name, answers[i].value};
    *out = (struct inzet_invoer){.set = set,
                                 .blok = blok,
                                 .start = in->start,
                                 .tot = datum_is_none(in->eind) ? DATUM_GEEN : datum_plus_days(in->eind, 1),
                                 .uit_dienst_tot = DATUM_GEEN,
                                 .project_start = h->start,
                                 .project_tot = datum_plus_days(h->eind, 1),
                                 .n_uren = n_uren,
                                 .uren = weken,
                                 .cap_veld_tot =
                                     datum_is_none(in->cap_eind) ? DATUM_GEEN : datum_plus_days(in->cap_eind, 1),
                                 .bedrag = GELD_GEEN,
                                 .aantal = UREN_GEEN,
                                 .aandeel = in->aandeel,
                                 .n_antwoorden = n,
                                 .antwoorden = given,
                                 .goedgekeurd = true};
    return true;
}

static struct waarde_view *entry_show(struct request *r, const struct inzet_invoer *invoer)
{
    struct waarde prognose = waarde_bereken(r->arena, invoer, GEEN_GRENS),
                  actueel = waarde_bereken(r->arena, invoer, r->today);
    return waarde_show(r->arena, &prognose, &actueel);
}

struct waarde_view *inzet_preview(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                                  const struct kandidaat_input *in, datum geboren, kandidaat_id who, inzet_id but)
{
    struct inzet_invoer invoer;
    if (!typed_entry(r, h, set, in, geboren, &invoer) || inzet_anderen(r, h->id, who, but, &invoer) != OK)
        return NULL;
    return entry_show(r, &invoer);
}

struct waarde_view *inzet_preview_beside(struct request *r, const struct project_head *h,
                                         const struct bouwblokkenset *set, const struct kandidaat_input *in,
                                         datum geboren, kandidaat_id who, size_t n_eerder,
                                         const struct plaatsing *eerder)
{
    struct inzet_invoer invoer;
    if (!typed_entry(r, h, set, in, geboren, &invoer))
        return NULL;
    if (!bp_is_none(in->aandeel) && in->aandeel.bp < 10000 &&
        inzet_anderen(r, h->id, who, (inzet_id){0}, &invoer) != OK) /* its other shares lie on other projects */
        return NULL;
    invoer.n_eerder = n_eerder;
    invoer.eerder = eerder;
    return entry_show(r, &invoer);
}

/* What was typed, as the version that is stored. */
static void version_of_input(struct arena *a, const struct kandidaat_input *in, size_t n, struct answer *answers,
                             struct inzet_version *v)
{
    inzet_version_none(v);
    v->bouwblok = in->bouwblok;
    v->start = in->start;
    v->eind = in->eind;
    v->cap_eind = in->cap_eind;
    v->overeenkomst = in->overeenkomst;
    v->functie = in->functie;
    v->onderaannemer = in->onderaannemer;
    v->aandeel = bp_is_none(in->aandeel) ? (basispunt){10000} : in->aandeel;
    v->uren = ARENA_ARRAY(a, struct uren_row, INZET_UREN_MAX + 1);
    v->uren[v->n_uren++] = (struct uren_row){in->start, in->week};
    for (int i = 0; i < INZET_UREN_MAX; i++)
        if (!datum_is_none(in->uren_vanaf[i]))
            v->uren[v->n_uren++] = (struct uren_row){in->uren_vanaf[i], in->uren_later[i]};
    v->n_antwoorden = n;
    v->antwoorden = answers;
}

/* "A placement may be divided over projects of the same contractor by percent, at most 100 % on any day" (spec 3). */
static enum result shares_judge(struct request *r, const struct project_head *h, const struct inzet_version *v,
                                kandidaat_id who, inzet_id but)
{
    struct naast_elkaar n;
    datum over;
    char day[11];
    if (v->aandeel.bp >= 10000)
        return OK;
    TRY(naast_elkaar_read(r, h, v, who, but, &n));
    if (plaatsing_aandelen_passen(r->arena, n.n_own, n.own, n.n_other, n.other, &over))
        return OK;
    datum_to_text(over, day);
    problem_add(
        &r->problems, "aandeel",
        "Met dit aandeel telt de plaatsing vanaf %s voor meer dan 100 %% mee. Verlaag dit aandeel of dat op het andere project",
        day);
    return INVALID;
}

static kandidaat_id chosen_person(const struct kandidaat_input *in)
{
    int64_t id = 0;
    return in->kandidaat && int_parse(in->kandidaat, &id) ? (kandidaat_id){id} : (kandidaat_id){0};
}

enum result kandidaat_store(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                            const struct kandidaat_input *in, kandidaat_id who, datum geboren, inzet_id *out)
{
    size_t n;
    struct answer *answers = answers_whole(r->arena, set, blok_find(set, in->bouwblok), in, geboren, &n);
    struct inzet_version version;
    version_of_input(r->arena, in, n, answers, &version);
    TRY(shares_judge(r, h, &version, who, (inzet_id){0}));
    TRY(inzet_insert(r->job, h->id, "kandidaat", who, out));
    enum result ended = inzet_version_write(r->job, *out, 1, &version, "");
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    return ended;
}

enum result kandidaat_enter(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                            const struct kandidaat_input *in, inzet_id *out)
{
    kandidaat_id who = chosen_person(in);
    datum geboren = in->geboortedatum;
    char nummer[24];
    if (who.id > 0) {
        struct wie_view known;
        enum result found = kandidaat_open(r->db, r->seal, r->arena, who, &known);
        if (found == NOT_FOUND) {
            problem_add(&r->problems, "kandidaat", "Kies een kandidaat van uw organisatie");
            return INVALID;
        }
        TRY(found);
        geboren = known.geboren;
    } else {
        struct kandidaat_sealed s;
        int64_t key;
        /* key first, person after: a key without a person is harmless and swept up */
        TRY(seal_key_new(r->seal, &key));
        TRY(kandidaat_seal(r->seal, r->arena, key, in, &s));
        enum result made = kandidaat_insert(r->job, h->id, in, &s, &who);
        if (made == INVALID)
            problem_add(&r->problems, "", "%s", job_problem(r->job));
        TRY(made);
    }
    TRY(kandidaat_store(r, h, set, in, who, geboren, out));
    TRY(project_sums_after_inzet(r, h->id, who));
    kandidaat_to_text(who, nummer, sizeof(nummer));
    job_audit(r->job, (struct audit_line){.wat = "inzet.invoeren",
                                          .soort = "inzet",
                                          .rij = out->id,
                                          .project = h->id,
                                          .regio = h->regio,
                                          .na = arena_strdup(r->arena, nummer)});
    return OK;
}

enum result inzet_correct(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                          inzet_id id, kandidaat_id who, datum geboren, const struct kandidaat_input *in)
{
    size_t n;
    struct answer *answers = answers_whole(r->arena, set, blok_find(set, in->bouwblok), in, geboren, &n);
    struct inzet_version version, before;
    TRY(inzet_version_read(r->db, r->arena, id, in->versie, &before));
    version_of_input(r->arena, in, n, answers, &version);
    version.uit_dienst = before.uit_dienst; /* correcting what was agreed does not undo that it ended early */
    version.uit_dienst_reden = before.uit_dienst_reden;
    TRY(shares_judge(r, h, &version, who, id));
    enum result ended = inzet_version_write(r->job, id, in->versie + 1, &version, in->reden);
    if (ended == CONFLICT || ended == INVALID)
        problem_add(
            &r->problems, "", "%s",
            ended == CONFLICT
                ? "Iemand anders heeft deze inzet intussen gewijzigd. Uw invoer staat hieronder; vergelijk die met de nieuwe stand en sla opnieuw op."
                : job_problem(r->job));
    if (ended == CONFLICT)
        return INVALID;
    TRY(ended);
    TRY(project_sums_after_inzet(r, h->id, who));
    job_audit(r->job, (struct audit_line){.wat = "inzet.corrigeren",
                                          .soort = "inzet",
                                          .rij = id.id,
                                          .project = h->id,
                                          .regio = h->regio,
                                          .na = in->reden});
    return OK;
}
