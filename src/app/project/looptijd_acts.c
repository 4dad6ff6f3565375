/* app/project/looptijd_acts.c: extending a project. Nothing is changed before this act; then all of it or nothing. */
#include <string.h>

#include "app/labels.h"
#include "app/project/project_acts.h"
#include "app/verantwoording/verantwoording.h"

static bool is_afspraak(const struct project_head *h, const char *what)
{
    return strcmp(h->afspraak, what) == 0;
}

static void extension_judge(struct request *r, const struct project_head *h, const struct verlengen_controle_input *in)
{
    const char *why = verlengen_oordeel(r->arena, h->verlengbaar, h->goedgekeurd, h->eind, r->today);
    if (why)
        problem_add(&r->problems, "", "%s", why);
    if (in->tot.dag <= h->eind.dag)
        problem_add(&r->problems, "tot", "De nieuwe einddatum moet na %s liggen", act_day(r->arena, h->eind));
    else if (in->tot.dag - h->start.dag > 40 * 366)
        problem_add(&r->problems, "tot", "Een project duurt ten hoogste 40 jaar");
    bool inspanning = is_afspraak(h, "inspanningsverplichting");
    if (inspanning && !geld_is_none(in->bedrag))
        problem_add(&r->problems, "bedrag", "Bij een inspanningsverplichting hoort geen bedrag. Laat dit veld leeg");
    if (!inspanning && geld_is_none(in->bedrag))
        problem_add(&r->problems, "bedrag",
                    "Vul in met welk bedrag de SR verplichting hoger wordt. Is dat niets, vul dan 0 in");
}

/* The new periods join up with the last day of before. */
static enum result new_periods(struct request *r, const struct project_head *h,
                               const struct verlengen_controle_input *in, size_t *n,
                               struct periode_rij rows[PROJECT_PERIODEN_MAX])
{
    int nr;
    *n = perioden_typed(in->periode_start, in->periode_eind, in->periode_bedrag, rows);
    const char *why = perioden_oordeel(r->arena, *n, rows, datum_plus_days(h->eind, 1), in->tot, &nr);
    if (why) {
        problem_add(&r->problems, arena_printf(r->arena, "p_start.%d", nr), "%s", why);
        return INVALID;
    }
    if (perioden_sum(*n, rows).cent == in->bedrag.cent)
        return OK;
    problem_add(&r->problems, "bedrag", "De nieuwe perioden zijn samen %s; hier staat %s. Maak ze gelijk",
                act_money(r->arena, perioden_sum(*n, rows)), act_money(r->arena, in->bedrag));
    return INVALID;
}

static struct audit_line extension_line(struct arena *a, const struct project_head *h, const struct project_detail *d,
                                        const struct verlengen_controle_input *in)
{
    struct audit_line line = {
        .wat = "project.verlengen", .soort = "project", .rij = h->id.id, .project = h->id, .regio = h->regio};
    struct text voor, na;
    text_init(&voor, 20000);
    text_init(&na, 20000);
    act_word_change(&voor, &na, "einddatum", act_day(a, h->eind), act_day(a, in->tot));
    if (!geld_is_none(in->bedrag))
        text_printf(&na, "; verlengd met %s", act_money(a, in->bedrag));
    act_word_change(&voor, &na, "projectnaam", h->naam, in->naam);
    act_word_change(&voor, &na, "projectgroep", d->projectgroep, in->projectgroep);
    act_word_change(&voor, &na, "plaats", d->plaats, in->plaats);
    act_word_change(&voor, &na, "sector", label_sector(d->sector), label_sector(in->sector));
    act_word_change(&voor, &na, "mag verlengd worden", d->verlengbaar ? "ja" : "nee", in->verlengbaar ? "ja" : "nee");
    act_word_change(&voor, &na, "toelichting", d->toelichting, in->toelichting);
    line.voor = text_take(&voor, a, NULL);
    line.na = text_take(&na, a, NULL);
    return line;
}

enum result project_extend(struct request *r, const struct project_head *h, const struct verlengen_controle_input *in)
{
    struct periode_rij rows[PROJECT_PERIODEN_MAX];
    struct project_detail d;
    size_t n = 0;
    TRY(project_detail_read(r->db, r->arena, h->id, &d));
    extension_judge(r, h, in);
    if (r->problems.n > 0)
        return INVALID;
    if (is_afspraak(h, "raamovereenkomst"))
        TRY(new_periods(r, h, in, &n, rows));
    struct verlenging_new v = {in->tot,         geld_is_none(in->bedrag) ? (geld){0} : in->bedrag,
                               in->naam,        in->projectgroep,
                               in->plaats,      in->sector,
                               in->toelichting, in->verlengbaar,
                               in->versie};
    enum result ended = act_refused(r, verlenging_insert(r->job, h->id, &v));
    if (ended == CONFLICT) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft dit project intussen gewijzigd. Begin opnieuw bij ‘Verleng project’, dan ziet u de nieuwe gegevens.");
        return INVALID;
    }
    TRY(ended);
    for (size_t i = 0; i < n; i++)
        TRY(act_refused(r, periode_insert(r->job, h->id, &rows[i])));
    TRY(project_sums_after(r, h->id));
    job_audit(r->job, extension_line(r->arena, h, &d, in));
    return OK;
}
