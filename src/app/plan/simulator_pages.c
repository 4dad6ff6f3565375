/* app/plan/simulator_pages.c: what would this inzet be worth in this regio? Public, nothing is stored: the whole
 * calculation stands in the address. */
#include <string.h>

#include "app/plan/plan_lijnen.h"
#include "app/plan/plan_store.h"
#include "app/urls.h"
#include "app/waardering/waardering.h"
#include "templates.h"

static bool is_field(const char *name)
{
    for (const struct field *f = simulator_form; f->type != FIELD_END; f++) {
        size_t n = strlen(f->name);
        if (strncmp(name, f->name, n) == 0 &&
            (f->repeat > 0 ? name[n] == '.' && (int)strspn(name + n + 1, "0123456789") == (int)strlen(name + n + 1)
                           : name[n] == '\0'))
            return true;
    }
    return false;
}

/* What others hang behind an address they share is not ours. Empty values too: an address that says less is the same
 * calculation. */
static struct typed_list own_fields(struct request *r)
{
    struct typed *list = ARENA_ARRAY(r->arena, struct typed, r->query.n + 2);
    size_t n = 0;
    for (size_t i = 0; i < r->query.n; i++)
        if (is_field(r->query.list[i].name) && r->query.list[i].value[0])
            list[n++] = r->query.list[i];
    return (struct typed_list){n, list};
}

static own_path address_of(struct request *r, const struct typed_list *typed)
{
    struct text t;
    text_init(&t, 1 << 16);
    text_str(&t, url_simulator().path);
    for (size_t i = 0; i < typed->n; i++)
        text_printf(&t, "%c%s=%s", i ? '&' : '?', typed->list[i].name, percent_encode(r->arena, typed->list[i].value));
    return (own_path){text_take(&t, r->arena, NULL)};
}

static const struct simulator_regio *regio_of(const char *slug, size_t n, const struct simulator_regio *list)
{
    for (size_t i = 0; slug && i < n; i++)
        if (strcmp(list[i].slug, slug) == 0)
            return &list[i];
    return NULL;
}

/* The set of that regio and day; none is a problem of the start date. */
static enum result set_of(struct request *r, const struct simulator_regio *regio, const struct simulator_input *in,
                          struct simulator_view *v, struct bouwblokkenset **out)
{
    bouwblokkenset_id id;
    *out = NULL;
    if (!regio) {
        if (in->regio)
            problem_add(&r->problems, "regio", "Kies de regio uit de lijst");
        return OK;
    }
    if (datum_is_none(in->van))
        return OK;
    enum result found = waardering_set_for(r->db, r->arena, regio->id, in->van, &id, &v->set_naam, &v->set_versie);
    if (found == NOT_FOUND) {
        problem_add(&r->problems, "van",
                    "In deze regio gelden op deze dag nog geen bouwblokken. Kies een andere datum");
        return OK;
    }
    TRY(found);
    v->gekozen = true;
    v->regio = regio->naam;
    v->start = in->van;
    return waardering_set_read(r->db, r->arena, id, out);
}

/* Without an end date nothing is cut off: forty years is longer than any line. */
static struct schatting_view *estimate(struct request *r, const struct simulator_input *in,
                                       const struct bouwblokkenset *set)
{
    enum { LONG_MONTHS = 480 };
    struct plan_regel regels[PLAN_REGELS];
    struct plan_kader k = {
        set, in->van, datum_is_none(in->tm) ? datum_plus_months(in->van, LONG_MONTHS) : datum_plus_days(in->tm, 1)};
    if (!datum_is_none(in->tm) && in->tm.dag < in->van.dag) {
        problem_add(&r->problems, "tm", "De einddatum moet op of na de startdatum liggen");
        return NULL;
    }
    size_t n = plan_lijnen_lees(r, &in->lijnen, &k, true, regels);
    if (n == 0)
        return NULL;
    struct plan_schatting s = plan_schat(r->arena, &k, n, regels);
    return schatting_maak(r->arena, &s, in->verplichting);
}

static void form_make(struct request *r, struct simulator_view *v, const struct typed_list *typed,
                      const struct simulator_input *in, const struct bouwblokkenset *set, size_t n,
                      const struct simulator_regio *regios)
{
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){regios[i].slug, regios[i].naam, false};
    v->form = form_view_new(r->arena, simulator_form, typed, in, &r->problems, 0);
    form_choices(v->form, r->arena, "regio", choices, n);
    v->algemeen = form_deel(v->form, "regio", "verplichting");
    if (set) {
        plan_lijnen_keuzes(r->arena, v->form, set);
        v->fte = uren_woord(r->arena, set->fte);
    }
    layout_form(v->page, v->form);
}

enum result simulator_page(struct request *r)
{
    struct simulator_view v = {.page = layout_page(r, "Simulator")};
    struct simulator_input in = {.van = r->today, .tm = DATUM_GEEN, .verplichting = GELD_GEEN};
    struct typed_list typed = own_fields(r);
    struct bouwblokkenset *set = NULL;
    size_t n;
    struct simulator_regio *regios;
    plan_lijnen_leeg(&in.lijnen);
    TRY(simulator_regios(r->db, r->arena, &n, &regios));
    r->problems.arena = r->arena;
    if (typed.n > 0) {
        enum result read = form_read(simulator_form, &typed, r->today, r->arena, &in, &r->problems);
        if (read == FORBIDDEN)
            return NOT_FOUND; /* a row that no page of ours has */
        TRY(set_of(r, regio_of(in.regio, n, regios), &in, &v, &set));
        if (set)
            v.schatting = estimate(r, &in, set);
    }
    if (v.schatting && r->problems.n == 0)
        v.adres = address_of(r, &typed);
    form_make(r, &v, &typed, &in, set, n, regios);
    struct html o = page_begin(r);
    simulator_view(&o, &v);
    return OK;
}
