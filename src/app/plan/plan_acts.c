#include "app/plan/plan_acts.h"

#include <string.h>

#include "app/urls.h"

enum { STEMPEL_PER_NR = 100000 };

enum result plan_stand_read(struct request *r, project_id project, struct plan_stand_van *s)
{
    *s = (struct plan_stand_van){.nr = 1};
    TRY(plan_rows(r->db, r->arena, project, &s->n, &s->rows));
    for (size_t i = 0; i < s->n; i++) {
        const struct plan_row *p = &s->rows[i];
        if (strcmp(p->status, "concept") == 0) {
            s->concept = p;
            continue;
        }
        if (!s->ingestuurd)
            s->ingestuurd = p;
        if (!s->akkoord && strcmp(p->status, "akkoord") == 0)
            s->akkoord = p;
    }
    s->nr = s->concept ? s->concept->nr : s->ingestuurd ? s->ingestuurd->nr + 1 : 1;
    s->stempel = s->nr * STEMPEL_PER_NR + (s->concept ? s->concept->versie : 0);
    return OK;
}

/* ---- writing ---- */

/* What a plan must say before it is sent. */
static void geheel_judge(struct request *r, const struct plan_input *in, size_t n_regels)
{
    if (in->contact.id == 0)
        problem_add(&r->problems, "contact", "Kies de contactpersoon social return");
    if (!in->vacatures && !in->leerwerkplekken && !in->begeleiding && !in->inkopen && !in->meerwaarde)
        problem_add(&r->problems, "vacatures", "Kies minstens één soort invulling");
    if (!in->werkzaamheden && (in->vacatures || in->leerwerkplekken || in->begeleiding))
        problem_add(&r->problems, "werkzaamheden", "Vul de soort werkzaamheden in");
    if (!in->toelichting && (in->inkopen || in->meerwaarde))
        problem_add(&r->problems, "toelichting",
                    "Vul de toelichting op sociaal inkopen en maatschappelijke meerwaarde in");
    if (n_regels == 0 && r->problems.n == 0)
        problem_add(&r->problems, "k_blok.0", "Vul minstens één regel met inzet in");
}

static enum result concept_of(struct request *r, const struct project_head *h, const struct plan_stand_van *s,
                              plan_id *out)
{
    if (s->concept) {
        *out = s->concept->id;
        return OK;
    }
    return plan_insert(r->job, h->id, s->nr, out);
}

static enum result refused(struct request *r, enum result ended)
{
    if (ended == INVALID)
        problem_add(&r->problems, "contact", "%s", job_problem(r->job));
    return ended;
}

enum result plan_bewaar(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                        const struct plan_input *in, bool indienen)
{
    struct plan_stand_van s;
    struct plan_regel regels[PLAN_REGELS];
    struct plan_kader k = {set, h->start, datum_plus_days(h->eind, 1)};
    plan_id id;
    TRY(plan_stand_read(r, h->id, &s));
    size_t n = plan_lijnen_lees(r, &in->lijnen, &k, indienen, regels);
    if (indienen)
        geheel_judge(r, in, n);
    if (in->versie != s.stempel)
        problem_add(
            &r->problems, "",
            "Intussen is dit plan opgeslagen%s%s. Wat u invulde staat hieronder. Open het plan in een ander venster en vergelijk. Slaat u hieronder opnieuw op, dan vervangt u wat er staat.",
            s.concept ? " door " : "", s.concept ? s.concept->gewijzigd_wie : "");
    if (r->problems.n > 0)
        return INVALID;
    TRY(concept_of(r, h, &s, &id));
    TRY(refused(r, plan_update(r->job, id, in)));
    TRY(plan_lijnen_replace(r->job, id, n, regels, in->doelgroep));
    const char *versie = arena_printf(r->arena, "versie %lld", (long long)s.nr);
    if (!indienen) {
        job_audit(r->job, (struct audit_line){.wat = "plan.opslaan",
                                              .soort = "plan",
                                              .rij = id.id,
                                              .project = h->id,
                                              .regio = h->regio,
                                              .na = versie});
        return OK;
    }
    TRY(plan_submit(r->job, id));
    job_audit(
        r->job,
        (struct audit_line){
            .wat = "plan.indienen", .soort = "plan", .rij = id.id, .project = h->id, .regio = h->regio, .na = versie});
    return project_mail(r, h, SOORT_AM, (gebruiker_id){0}, MAIL_PLAN_INGEDIEND, url_project_part(h->id, "plan"),
                        (struct mail_view){.dag = r->today});
}

/* ---- assessing ---- */

static void oordeel_judge(struct request *r, const struct plan_oordeel_input *in)
{
    bool akkoord = strcmp(in->oordeel, "akkoord") == 0;
    if (!akkoord && !in->opmerkingen)
        problem_add(&r->problems, "opmerkingen", "Vul in wat er moet worden aangepast");
    if (akkoord && !in->prestatieafspraken)
        problem_add(&r->problems, "prestatieafspraken", "Vul de prestatieafspraken in");
    if (akkoord && datum_is_none(in->termijn))
        problem_add(&r->problems, "termijn", "Vul de beoordelingstermijn in");
    if (akkoord && !datum_is_none(in->termijn) && in->termijn.dag < r->today.dag)
        problem_add(&r->problems, "termijn", "De beoordelingstermijn mag niet in het verleden liggen");
}

enum result plan_beoordeel(struct request *r, const struct project_head *h, const struct plan_oordeel_input *in)
{
    struct plan_stand_van s;
    TRY(plan_stand_read(r, h->id, &s));
    oordeel_judge(r, in);
    if (!s.ingestuurd || in->versie != s.ingestuurd->nr)
        problem_add(&r->problems, "", "Intussen is een nieuwe versie van het plan ingediend. Lees die eerst.");
    if (r->problems.n > 0)
        return INVALID;
    TRY(plan_assess(r->job, s.ingestuurd->id, in));
    job_audit(r->job, (struct audit_line){
                          .wat = "plan.beoordelen",
                          .soort = "plan",
                          .rij = s.ingestuurd->id.id,
                          .project = h->id,
                          .regio = h->regio,
                          .na = arena_printf(r->arena, "versie %lld: %s", (long long)s.ingestuurd->nr, in->oordeel)});
    return project_mail(r, h, SOORT_ON | SOORT_IM, (gebruiker_id){0}, MAIL_PLAN_BEOORDEELD,
                        url_project_part(h->id, "plan"), (struct mail_view){.dag = r->today});
}
