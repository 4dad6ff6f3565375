#include "app/project/project_acts.h"

#include <string.h>

#include "app/labels.h"
#include "app/mails.h"
#include "app/urls.h"
#include "app/verantwoording/verantwoording.h"
#include "app/waardering/waardering.h"

static bool is_afspraak(const struct project_input *in, const char *what)
{
    return in->afspraak && strcmp(in->afspraak, what) == 0;
}

size_t perioden_typed(const datum *start, const datum *eind, const geld *bedrag,
                      struct periode_rij out[PROJECT_PERIODEN_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < PROJECT_PERIODEN_MAX; i++)
        if (!datum_is_none(start[i]) || !datum_is_none(eind[i]) || !geld_is_none(bedrag[i]))
            out[n++] = periode_van(start[i], eind[i], bedrag[i]);
    return n;
}

geld perioden_sum(size_t n, const struct periode_rij *p)
{
    geld sum = {0};
    for (size_t i = 0; i < n; i++)
        sum.cent += p[i].bedrag.cent;
    return sum;
}

void project_judge(struct request *r, struct project_input *in)
{
    bool dates = !datum_is_none(in->start) && !datum_is_none(in->eind);
    if (dates && in->eind.dag < in->start.dag)
        problem_add(&r->problems, "eind", "De einddatum moet op of na de startdatum liggen");
    if (dates && in->eind.dag - in->start.dag > 40 * 366)
        problem_add(&r->problems, "eind", "Een project duurt ten hoogste 40 jaar");
    if (is_afspraak(in, "inspanningsverplichting")) {
        if (!geld_is_none(in->verplichting))
            problem_add(&r->problems, "verplichting",
                        "Bij een inspanningsverplichting hoort geen bedrag. Laat dit veld leeg");
        return;
    }
    if (geld_is_none(in->verplichting) && !geld_is_none(in->opdrachtwaarde) && !bp_is_none(in->sr_bp))
        in->verplichting = omzet_verplichting(in->opdrachtwaarde, in->sr_bp);
    if (geld_is_none(in->verplichting) && in->afspraak)
        problem_add(&r->problems, "verplichting",
                    "Vul de SR verplichting in, of de opdrachtwaarde en het SR-percentage");
}

static enum result perioden_of_new(struct request *r, const struct project_input *in, size_t *n,
                                   struct periode_rij rows[PROJECT_PERIODEN_MAX])
{
    *n = perioden_typed(in->periode_start, in->periode_eind, in->periode_bedrag, rows);
    if (*n == 0) {
        struct periode_deel parts[PROJECT_PERIODEN_MAX];
        *n = periode_verdeel(in->start, datum_plus_days(in->eind, 1), in->verplichting, parts, PROJECT_PERIODEN_MAX);
        for (size_t i = 0; i < *n; i++)
            rows[i] = periode_van(parts[i].van, datum_plus_days(parts[i].tot, -1), parts[i].bedrag);
    }
    int nr;
    const char *why = perioden_oordeel(r->arena, *n, rows, in->start, in->eind, &nr);
    if (!why)
        return OK;
    problem_add(&r->problems, arena_printf(r->arena, "p_start.%d", nr), "%s", why);
    return INVALID;
}

static enum result linked_mail(struct request *r, project_id id, const char *project,
                               const struct contact_row_view *who)
{
    return mail_send(
        r->job, r->site->config, r->arena, MAIL_TOEGEVOEGD, (struct mail_to){who->id, who->email, who->naam, NULL},
        "project", id.id, url_project(id),
        (struct mail_view){.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam),
                           .project = project});
}

static int kind_of(const char *soort)
{
    static const struct {
        const char *soort;
        int kind;
    } names[] = {
        {"opdrachtgever", SOORT_OG}, {"opdrachtnemer", SOORT_ON}, {"intermediair", SOORT_IM}, {"wsp", SOORT_AM}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(soort, names[i].soort) == 0)
            return names[i].kind;
    return 0;
}

/* Who deputises for two contacts stands there twice. */
static bool is_again(const struct contact_row_view *rows, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (rows[k].id.id == rows[i].id.id)
            return true;
    return false;
}

enum result project_mail(struct request *r, const struct project_head *h, int kinds, gebruiker_id also,
                         enum mail_kind kind, url link, struct mail_view view)
{
    size_t n;
    struct contact_row_view *rows;
    view.project = h->naam;
    view.by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam);
    TRY(contacten_read(r->db, r->arena, h->id, &n, &rows));
    for (size_t i = 0; i < n; i++)
        if (!is_again(rows, i) && ((kinds & kind_of(rows[i].soort)) || rows[i].id.id == also.id) &&
            strcmp(rows[i].staat, "geblokkeerd") != 0)
            TRY(mail_send(r->job, r->site->config, r->arena, kind,
                          (struct mail_to){rows[i].id, rows[i].email, rows[i].naam, NULL}, "project", h->id.id, link,
                          view));
    return OK;
}

/* Everybody who is linked but the one who registers. */
static enum result all_linked_mail(struct request *r, project_id id, const char *project)
{
    size_t n;
    struct contact_row_view *rows;
    TRY(contacten_read(r->db, r->arena, id, &n, &rows));
    for (size_t i = 0; i < n; i++)
        if (rows[i].id.id != r->viewer->gebruiker.id)
            TRY(linked_mail(r, id, project, &rows[i]));
    return OK;
}

enum result act_refused(struct request *r, enum result ended)
{
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    return ended;
}

enum result project_register(struct request *r, struct project_input *in, project_id *out)
{
    struct periode_rij rows[PROJECT_PERIODEN_MAX];
    size_t n = 0;
    bouwblokkenset_id set;
    const char *set_naam, *set_versie;
    bool raam = is_afspraak(in, "raamovereenkomst");
    if (raam) {
        TRY(perioden_of_new(r, in, &n, rows));
        in->verplichting = perioden_sum(n, rows);
    }
    enum result found = waardering_set_for(r->db, r->arena, r->viewer->regio, in->start, &set, &set_naam, &set_versie);
    if (found == NOT_FOUND) {
        problem_add(&r->problems, "start",
                    "Er is geen bouwblokkenset die op deze startdatum geldt. Vraag het coördinatiepunt");
        return INVALID;
    }
    TRY(found);
    TRY(act_refused(r, project_insert(r->job, in, set, out)));
    for (size_t i = 0; i < n; i++)
        TRY(act_refused(r, periode_insert(r->job, *out, &rows[i])));
    enum result linked = koppeling_insert(r->job, *out, in->contact);
    if (linked == FORBIDDEN) {
        problem_add(&r->problems, "contact", "Kies een contactpersoon van deze opdrachtnemer");
        return INVALID;
    }
    TRY(linked);
    TRY(project_sums_after(r, *out));
    job_audit(r->job, (struct audit_line){.wat = "project.registreren",
                                          .soort = "project",
                                          .rij = out->id,
                                          .project = *out,
                                          .regio = r->viewer->regio,
                                          .na = in->naam});
    return all_linked_mail(r, *out, in->naam);
}

/* ---- changing ---- */

void act_word_change(struct text *voor, struct text *na, const char *label, const char *was, const char *is)
{
    if (strcmp(was ? was : "", is ? is : "") == 0)
        return;
    text_printf(voor, "%s%s: %s", voor->n ? "; " : "", label, was && *was ? was : "leeg");
    text_printf(na, "%s%s: %s", na->n ? "; " : "", label, is && *is ? is : "leeg");
}

const char *act_day(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_strdup(a, s);
}

const char *act_money(struct arena *a, geld g)
{
    char s[48];
    geld_to_text(g, s, sizeof(s));
    return arena_strdup(a, s);
}

static void changes_say(struct arena *a, const struct project_head *h, const struct project_detail *d,
                        const struct project_input *in, struct audit_line *line)
{
    struct text voor, na;
    text_init(&voor, 20000);
    text_init(&na, 20000);
    act_word_change(&voor, &na, "projectnaam", h->naam, in->naam);
    act_word_change(&voor, &na, "projectgroep", d->projectgroep, in->projectgroep);
    act_word_change(&voor, &na, "plaats", d->plaats, in->plaats);
    act_word_change(&voor, &na, "startdatum", act_day(a, h->start), act_day(a, in->start));
    act_word_change(&voor, &na, "einddatum", act_day(a, h->eind), act_day(a, in->eind));
    act_word_change(&voor, &na, "sector", label_sector(d->sector), label_sector(in->sector));
    act_word_change(&voor, &na, "opdrachtwaarde", act_money(a, d->opdrachtwaarde), act_money(a, in->opdrachtwaarde));
    act_word_change(&voor, &na, "SR verplichting", act_money(a, d->verplichting), act_money(a, in->verplichting));
    act_word_change(&voor, &na, "mag verlengd worden", d->verlengbaar ? "ja" : "nee", in->verlengbaar ? "ja" : "nee");
    act_word_change(&voor, &na, "toelichting", d->toelichting, in->toelichting);
    line->voor = text_take(&voor, a, NULL);
    line->na = text_take(&na, a, NULL);
}

/* A raamovereenkomst's periods go on covering the project: the first follows a new start, the last a new end, as long
 * as they keep a day. */
static enum result perioden_follow(struct request *r, project_id id, struct project_input *in)
{
    size_t n;
    struct periode_stored *p;
    TRY(perioden_read(r->db, r->arena, id, &n, &p));
    if (n == 0)
        return OK;
    if (in->start.dag > p[0].is.eind.dag || in->eind.dag < p[n - 1].is.start.dag) {
        problem_add(&r->problems, in->start.dag > p[0].is.eind.dag ? "start" : "eind",
                    "Met deze datum vervalt een hele periode. Pas eerst de perioden aan");
        return INVALID;
    }
    geld sum = {0};
    for (size_t i = 0; i < n; i++) {
        struct periode_rij row = p[i].is;
        row.start = i == 0 ? in->start : row.start;
        row.eind = i + 1 == n ? in->eind : row.eind;
        sum.cent += row.bedrag.cent;
        if (!periode_gelijk(&row, &p[i].is))
            TRY(act_refused(r, periode_update(r->job, p[i].id, &row)));
    }
    in->verplichting = sum; /* of a raamovereenkomst it is the sum of its periods */
    return OK;
}

enum result project_change(struct request *r, project_id id, struct project_input *in)
{
    struct project_head h;
    struct project_detail d;
    struct audit_line line = {.wat = "project.wijzigen", .soort = "project", .rij = id.id, .project = id};
    TRY(project_head_read(r->db, r->arena, id, &h));
    TRY(project_detail_read(r->db, r->arena, id, &d));
    in->afspraak = h.afspraak;
    project_judge(r, in);
    if (r->problems.n > 0)
        return INVALID;
    if (strcmp(h.afspraak, "raamovereenkomst") == 0)
        TRY(perioden_follow(r, id, in));
    enum result ended = act_refused(r, project_update(r->job, id, in));
    if (ended == NOT_FOUND)
        return CONFLICT; /* it was there a moment ago: somebody saved in between */
    TRY(ended);
    TRY(project_sums_after(r, id));
    line.regio = h.regio;
    changes_say(r->arena, &h, &d, in, &line);
    job_audit(r->job, line);
    return OK;
}

/* ---- contacts ---- */

enum result contact_link(struct request *r, project_id id, gebruiker_id who)
{
    struct project_head h;
    size_t n;
    struct contact_row_view *rows;
    TRY(project_head_read(r->db, r->arena, id, &h));
    TRY(koppeling_insert(r->job, id, who));
    TRY(contacten_read(r->db, r->arena, id, &n, &rows));
    for (size_t i = 0; i < n; i++)
        if (rows[i].id.id == who.id) {
            job_audit(r->job,
                      (struct audit_line){.wat = "project.contact_toevoegen",
                                          .soort = "project",
                                          .rij = id.id,
                                          .project = id,
                                          .regio = h.regio,
                                          .na = arena_printf(r->arena, "%s (%s)", rows[i].naam, rows[i].organisatie)});
            return linked_mail(r, id, h.naam, &rows[i]);
        }
    return FORBIDDEN;
}
