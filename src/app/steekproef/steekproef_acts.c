#include "app/steekproef/steekproef_acts.h"

#include <string.h>

#include "app/labels.h"
#include "app/mails.h"
#include "app/steekproef/steekproef_store.h"
#include "app/urls.h"
#include "core/rnd.h"

enum { DEADLINE_MOST = 366 };

enum result steekproef_refused(struct request *r, enum result ended)
{
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    else if (ended == CONFLICT) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft dit intussen gewijzigd. Wat u typte is niet opgeslagen. Bekijk wat er nu staat en probeer het opnieuw.");
        return INVALID;
    }
    return ended;
}

static const char *day(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_strdup(a, s);
}

static const char *money(struct arena *a, geld g)
{
    char s[48];
    geld_to_text(g, s, sizeof(s));
    return arena_strdup(a, s);
}

/* "; opdrachtnemer: bouw" for what was filled in. */
static void part(struct request *r, const char **words, const char *label, const char *value)
{
    if (value && *value)
        *words = arena_printf(r->arena, "%s; %s: %s", *words, label, value);
}

static const char *filter_words(struct request *r, const struct steekproef_input *in)
{
    const char *words = r->viewer->soort == SOORT_CP
                            ? "lopende projecten van de regio"
                            : arena_printf(r->arena, "lopende projecten van %s", r->viewer->naam);
    part(r, &words, "soort", in->soort ? label_inzet_soort(in->soort) : NULL);
    part(r, &words, "doelgroep of bouwblok", in->blok);
    part(r, &words, "opdrachtnemer", in->opdrachtnemer);
    part(r, &words, "opdrachtgever", in->opdrachtgever);
    part(r, &words, "project", in->project);
    part(r, &words, "status", in->status ? label_status(in->status) : "ingediend of goedgekeurd");
    if (!datum_is_none(in->van) || !datum_is_none(in->tm))
        words = arena_printf(r->arena, "%s; liep%s%s%s%s", words, datum_is_none(in->van) ? "" : " vanaf ",
                             day(r->arena, in->van), datum_is_none(in->tm) ? "" : " t/m ", day(r->arena, in->tm));
    part(r, &words, "waarde vanaf", geld_is_none(in->minimum) ? NULL : money(r->arena, in->minimum));
    return words;
}

static void days_judge(struct request *r, const struct steekproef_input *in)
{
    if (in->deadline.dag <= r->today.dag)
        problem_add(&r->problems, "deadline", "De uiterste dag moet na vandaag liggen");
    else if (in->deadline.dag > r->today.dag + DEADLINE_MOST)
        problem_add(&r->problems, "deadline", "De uiterste dag mag hoogstens een jaar na vandaag liggen");
    if (!datum_is_none(in->van) && !datum_is_none(in->tm) && in->van.dag > in->tm.dag)
        problem_add(&r->problems, "tm", "De einddatum moet op of na de begindatum liggen");
}

enum result opzet_read(struct request *r, const struct steekproef_input *in, struct opzet *out)
{
    char sha[SHA256_TEKST];
    bool procent = strcmp(in->eenheid, "procent") == 0;
    *out = (struct opzet){.naar_waarde = strcmp(in->weging, "waarde") == 0, .filter = filter_words(r, in)};
    days_judge(r, in);
    if (r->problems.n > 0)
        return INVALID;
    enum result ended = populatie_read(r->db, r->arena, in, &out->n, &out->rows, &out->som);
    if (ended == TOO_LARGE) {
        problem_add(&r->problems, "", "Dit zijn meer dan %d keer inzet. Kies een smallere selectie.", POPULATIE_MOST);
        return INVALID;
    }
    TRY(ended);
    out->omvang = steekproef_omvang(procent, in->getal, out->n);
    if (out->n == 0)
        problem_add(&r->problems, "", "Er is geen inzet die hieraan voldoet. Kies een ruimere selectie.");
    else if (out->omvang == 0)
        problem_add(&r->problems, "getal",
                    procent ? "Dat kan niet: kies 1 tot 100 procent, en hoogstens %d keer inzet. Er is %zu keer inzet"
                            : "Dat kan niet: trek er hoogstens %d, en niet meer dan er zijn. Er is %zu keer inzet",
                    STEEKPROEF_MOST, out->n);
    if (r->problems.n > 0)
        return INVALID;
    out->gevraagd = procent ? arena_printf(r->arena, "%lld %%", (long long)in->getal)
                            : arena_printf(r->arena, "%lld", (long long)in->getal);
    for (size_t i = 0; i < out->n; i++)
        out->zonder += out->rows[i].cent == 0;
    out->populatie = populatie_text(r->arena, out->rows, out->n);
    sha256_text(out->populatie, strlen(out->populatie), sha);
    out->sha256 = arena_strdup(r->arena, sha);
    return OK;
}

/* One line in the history of each project that has items. */
static void projects_audit(struct request *r, steekproef_id id, datum deadline, size_t n, const struct item_row *items)
{
    for (size_t i = 0; i < n; i++) {
        int aantal = 0;
        bool again = false;
        for (size_t k = 0; k < n; k++) {
            aantal += items[k].project.id == items[i].project.id;
            again |= k < i && items[k].project.id == items[i].project.id;
        }
        if (!again)
            job_audit(r->job,
                      (struct audit_line){
                          .wat = "steekproef.getrokken",
                          .soort = "steekproef",
                          .rij = id.id,
                          .project = items[i].project,
                          .regio = r->viewer->regio,
                          .na = arena_printf(r->arena, "steekproef %lld: %d keer inzet, bewijs tonen uiterlijk %s",
                                             (long long)id.id, aantal, day(r->arena, deadline))});
    }
}

static enum result told(struct request *r, steekproef_id id, datum deadline, size_t n_items,
                        const struct item_row *items)
{
    size_t n;
    struct ontvanger *to;
    TRY(ontvangers_read(r->db, r->arena, n_items, items, &n, &to));
    for (size_t i = 0; i < n; i++)
        TRY(mail_send(
            r->job, r->site->config, r->arena, MAIL_STEEKPROEF,
            (struct mail_to){to[i].id, to[i].email, to[i].naam, NULL}, "steekproef", id.id, url_steekproef(id),
            (struct mail_view){.aantal = (int)to[i].items,
                               .dag = deadline,
                               .by = arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam)}));
    return OK;
}

enum result steekproef_draw(struct request *r, const struct steekproef_input *in, const struct opzet *o,
                            steekproef_id *out)
{
    uint8_t raw[32];
    size_t drawn[STEEKPROEF_MOST], n;
    struct item_row *items;
    rnd_bytes(raw, sizeof(raw));
    const char *zaad = hex(r->arena, raw, sizeof(raw));
    if (!steekproef_trek(zaad, o->naar_waarde, o->rows, o->n, o->omvang, drawn))
        return fail("steekproef: %zu of %zu could not be drawn", o->omvang, o->n);
    struct steekproef_nieuw made = {.filter = o->filter,
                                    .weging = in->weging,
                                    .gevraagd = o->gevraagd,
                                    .populatie = o->populatie,
                                    .sha256 = o->sha256,
                                    .zaad = zaad,
                                    .toelichting = in->toelichting ? in->toelichting : "",
                                    .omvang = (int64_t)o->omvang,
                                    .aantal = (int64_t)o->n,
                                    .cent = o->som,
                                    .deadline = in->deadline};
    TRY(steekproef_refused(r, steekproef_insert(r->job, &made, out)));
    for (size_t i = 0; i < o->omvang; i++)
        TRY(item_insert(r->job, *out, (int64_t)i + 1, (inzet_id){o->rows[drawn[i]].inzet}));
    job_audit(r->job, (struct audit_line){
                          .wat = "steekproef.trekken",
                          .soort = "steekproef",
                          .rij = out->id,
                          .regio = r->viewer->regio,
                          .na = arena_printf(
                              r->arena, "%s; %s van %zu keer inzet, %s; zaad %s; SHA-256 van de lijst %s", o->filter,
                              o->gevraagd, o->n, o->naar_waarde ? "naar waarde" : "gelijke kans", zaad, o->sha256)});
    TRY(items_read(r->db, r->arena, *out, &n, &items));
    if (n != o->omvang)
        return fail("steekproef %lld: %zu items of %zu can be seen", (long long)out->id, n, o->omvang);
    projects_audit(r, *out, in->deadline, n, items);
    return told(r, *out, in->deadline, n, items);
}
