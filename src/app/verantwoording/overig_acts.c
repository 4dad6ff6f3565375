#include "app/verantwoording/overig.h"

#include <string.h>

#include "app/dossier/dossier.h"
#include "data/sql.h"

const struct overig_kind overig_inkoop = {
    "inkoop", "Sociaal inkopen", "inkoop", inkoop_form, inkoop_wijzigen_form, RUBRIEK_INKOOP, RUBRIEK_INKOOP};
const struct overig_kind overig_activiteit = {"activiteit",    "Activiteit / MVO",       "activiteiten",
                                              activiteit_form, activiteit_wijzigen_form, RUBRIEK_ACTIVITEIT,
                                              RUBRIEK_MAATWERK};
const struct overig_kind overig_fonds = {"fonds",       "Social Return fonds", "fonds", fonds_form, fonds_wijzigen_form,
                                         RUBRIEK_FONDS, RUBRIEK_FONDS};

const char *overig_part(const char *soort)
{
    static const char *const kinds[][2] = {
        {"inkoop", "inkoop-wijzigen"}, {"activiteit", "activiteit-wijzigen"}, {"fonds", "fonds-wijzigen"}};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i][0], soort) == 0)
            return kinds[i][1];
    return NULL;
}

static bool fits(const struct bouwblok *b, const struct overig_kind *kind)
{
    return b->soort == BLOK_BASIS && (b->rubriek == kind->rubriek || b->rubriek == kind->other);
}

bool overig_has_blocks(const struct bouwblokkenset *set, const struct overig_kind *kind)
{
    for (size_t i = 0; i < set->n_blokken; i++)
        if (fits(&set->blokken[i], kind))
            return true;
    return false;
}

static struct answer *answers_of(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok,
                                 const struct overig_input *in, size_t *n)
{
    const struct attribuut **vragen;
    size_t n_vragen = blok_vragen(a, set, blok, &vragen);
    struct answer *list = ARENA_ARRAY(a, struct answer, n_vragen + 1);
    *n = 0;
    for (size_t i = 0; i < n_vragen; i++)
        for (size_t k = 0; k < in->antwoorden.n; k++)
            if (strcmp(in->antwoorden.list[k].name, vragen[i]->naam) == 0 && in->antwoorden.list[k].value[0])
                list[(*n)++] = (struct answer){vragen[i]->naam, in->antwoorden.list[k].value};
    return list;
}

static void judge_unit(struct request *r, const struct bouwblok *b, const struct overig_input *in)
{
    if (b->eenheid == PER_UUR && uren_is_none(in->uren))
        problem_add(&r->problems, "uren", "Vul de uren in: dit bouwblok telt per uur");
    if ((b->eenheid == PROCENT || b->eenheid == BEDRAG) && (geld_is_none(in->bedrag) || in->bedrag.cent <= 0))
        problem_add(&r->problems, "bedrag", "Vul het bedrag in: dit bouwblok telt naar het bedrag");
}

static void judge_dates(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                        const struct overig_input *in)
{
    char from[11], until[11];
    if (datum_is_none(in->datum))
        return;
    datum first = datum_plus_months(h->start, -set->aanloop_mnd);
    datum_to_text(first, from);
    datum_to_text(h->eind, until);
    if (in->datum.dag < first.dag || in->datum.dag > h->eind.dag)
        problem_add(&r->problems, "datum", "De datum moet in de looptijd van het project liggen: van %s t/m %s", from,
                    until);
    if (!datum_is_none(in->tot) && in->tot.dag < in->datum.dag)
        problem_add(&r->problems, "tot", "De laatste dag moet op of na de eerste liggen");
    if (!datum_is_none(in->tot) && in->tot.dag > h->eind.dag)
        problem_add(&r->problems, "tot", "De laatste dag moet in de looptijd van het project liggen: uiterlijk %s",
                    until);
}

enum result overig_judge(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                         const struct overig_kind *kind, const struct overig_input *in, inzet_id but)
{
    const struct bouwblok *b = blok_find(set, in->bouwblok);
    bool known = false;
    judge_dates(r, h, set, in);
    if (in->bouwblok.id > 0 && (!b || !fits(b, kind)))
        problem_add(&r->problems, "bouwblok", "Kies een bouwblok van de methodiek van dit project");
    if (b && fits(b, kind)) {
        size_t n;
        struct answer *answers = answers_of(r->arena, set, b, in, &n);
        judge_unit(r, b, in);
        answers_judge(r, set, b, n, answers);
    }
    if (in->nummer && in->leverancier)
        TRY(factuur_known(r->db, r->arena, h->id, in->leverancier, in->nummer, but, &known));
    if (known)
        problem_add(&r->problems, "nummer", "Deze factuur van deze leverancier staat al bij dit project");
    return OK;
}

static void version_of(struct arena *a, const struct bouwblokkenset *set, const struct overig_input *in,
                       struct inzet_version *v)
{
    const struct bouwblok *b = blok_find(set, in->bouwblok);
    inzet_version_none(v);
    v->bouwblok = in->bouwblok;
    v->start = in->datum;
    v->eind = datum_is_none(in->tot) ? in->datum : in->tot;
    v->leverancier = in->leverancier;
    v->nummer = in->nummer;
    v->bedrag = in->bedrag;
    v->aantal = in->uren;
    v->personen = in->personen;
    v->onderaannemer = in->onderaannemer;
    v->toelichting = in->toelichting;
    if (b)
        v->antwoorden = answers_of(a, set, b, in, &v->n_antwoorden);
}

struct waarde_view *overig_preview(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                                   const struct overig_input *in)
{
    const struct bouwblok *b = blok_find(set, in->bouwblok);
    struct inzet_version v;
    if (!b || datum_is_none(in->datum))
        return NULL;
    version_of(r->arena, set, in, &v);
    struct antwoord *given = ARENA_ARRAY(r->arena, struct antwoord, v.n_antwoorden + 1);
    for (size_t i = 0; i < v.n_antwoorden; i++)
        given[i] = (struct antwoord){v.antwoorden[i].name, v.antwoorden[i].value};
    struct inzet_invoer invoer = {.set = set,
                                  .blok = b,
                                  .start = v.start,
                                  .tot = datum_plus_days(v.eind, 1),
                                  .uit_dienst_tot = DATUM_GEEN,
                                  .project_start = h->start,
                                  .project_tot = datum_plus_days(h->eind, 1),
                                  .cap_veld_tot = DATUM_GEEN,
                                  .bedrag = v.bedrag,
                                  .aantal = v.aantal,
                                  .personen = (int)v.personen,
                                  .n_antwoorden = v.n_antwoorden,
                                  .antwoorden = given,
                                  .aandeel = BP_GEEN,
                                  .goedgekeurd = true};
    struct waarde prognose = waarde_bereken(r->arena, &invoer, GEEN_GRENS),
                  actueel = waarde_bereken(r->arena, &invoer, r->today);
    return waarde_show(r->arena, &prognose, &actueel);
}

static enum result proof_keep(struct request *r, const struct project_head *h, struct inzet_version *v)
{
    const struct blob *file = r->slow_result;
    return file && file->p ? document_keep(r, h, NULL, file, &v->document) : OK;
}

static enum result version_put(struct request *r, inzet_id id, int64_t versie, const struct inzet_version *v,
                               const char *reden)
{
    enum result ended = inzet_version_write(r->job, id, versie, v, reden);
    if (ended == CONFLICT || ended == INVALID)
        problem_add(&r->problems, "", "%s",
                    ended == CONFLICT
                        ? "Iemand anders heeft deze inzet intussen gewijzigd. Vergelijk uw invoer met de nieuwe stand."
                        : job_problem(r->job));
    return ended == CONFLICT ? INVALID : ended;
}

enum result overig_store(struct request *r, const struct project_head *h, const struct overig_kind *kind,
                         const struct bouwblokkenset *set, const struct overig_input *in, inzet_id *out)
{
    struct inzet_version v;
    version_of(r->arena, set, in, &v);
    TRY(inzet_insert(r->job, h->id, kind->soort, (kandidaat_id){0}, out));
    return version_put(r, *out, 1, &v, "");
}

enum result overig_enter(struct request *r, const struct project_head *h, const struct overig_kind *kind,
                         const struct bouwblokkenset *set, const struct overig_input *in, inzet_id *out)
{
    struct inzet_version v;
    version_of(r->arena, set, in, &v);
    TRY(proof_keep(r, h, &v));
    TRY(inzet_insert(r->job, h->id, kind->soort, (kandidaat_id){0}, out));
    TRY(version_put(r, *out, 1, &v, ""));
    TRY(project_sums_after_inzet(r, h->id, (kandidaat_id){0}));
    job_audit(r->job, (struct audit_line){.wat = "inzet.invoeren",
                                          .soort = "inzet",
                                          .rij = out->id,
                                          .project = h->id,
                                          .regio = h->regio,
                                          .na = kind->title});
    return OK;
}

enum result overig_change(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                          inzet_id id, const struct inzet_version *was, const struct overig_input *in)
{
    struct inzet_version v;
    version_of(r->arena, set, in, &v);
    v.document = was->document; /* stays, unless another one is given */
    TRY(proof_keep(r, h, &v));
    TRY(version_put(r, id, in->versie + 1, &v, in->reden));
    TRY(project_sums_after_inzet(r, h->id, (kandidaat_id){0}));
    job_audit(r->job, (struct audit_line){.wat = "inzet.corrigeren",
                                          .soort = "inzet",
                                          .rij = id.id,
                                          .project = h->id,
                                          .regio = h->regio,
                                          .na = in->reden});
    return OK;
}
