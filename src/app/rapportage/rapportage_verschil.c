/* app/rapportage/rapportage_verschil.c: what made the difference between the ends of two days, per project: each line
 * adds up from the first amount to the last, to the cent. */
#include <stdlib.h>
#include <string.h>

#include "app/rapportage/rapportage.h"
#include "app/rapportage/rapportage_excel.h"
#include "app/rapportage/rapportage_store.h"
#include "app/rapportage/rapportage_view.h"
#include "app/urls.h"
#include "core/clock.h"
#include "templates.h"

static const struct {
    const char *key, *label;
    enum verschil delen[6];
    size_t n;
} maten[MATEN] = {
    [MAAT_ACTUEEL] = {"actueel",
                      "SR actueel",
                      {VERSCHIL_NIEUW, VERSCHIL_BEEINDIGD, VERSCHIL_GECORRIGEERD, VERSCHIL_BEOORDEELD, VERSCHIL_TIJD},
                      5},
    [MAAT_PROGNOSE] = {"prognose",
                       "SR prognose",
                       {VERSCHIL_NIEUW, VERSCHIL_BEEINDIGD, VERSCHIL_GECORRIGEERD, VERSCHIL_BEOORDEELD},
                       4},
    [MAAT_NETTO] = {"verplichting",
                    "SR verplichting",
                    {VERSCHIL_NIEUW, VERSCHIL_VASTGESTELD, VERSCHIL_VERLENGD, VERSCHIL_PSO, VERSCHIL_GECORRIGEERD},
                    5},
};
enum { GETOOND_MOST = 100 };
static const char *const woorden[VERSCHILLEN] = {"Nieuw",       "Beëindigd", "Gecorrigeerd", "Beoordeeld",
                                                 "Vastgesteld", "Verlengd",  "PSO-korting",  "Tijd verstreken"};

struct verschillen {
    struct arena *a;
    datum van, tm;
    size_t n_projecten, volgende, n;
    project_id *projecten;
    struct project_verschil *rows, totaal;
};

/* NULL, or what is wrong with the two days. */
static const char *days_read(struct request *r, datum *van, datum *tm)
{
    const char *why = peildatum_lees(r, "van", van), *then = peildatum_lees(r, "tm", tm);
    if (why || then)
        return why ? why : then;
    if (datum_is_none(*tm))
        *tm = r->today;
    if (datum_is_none(*van))
        return *request_query(r, "tm") || *request_query(r, "keuze")
                   ? "Vul de eerste datum in, bijvoorbeeld 31-12-2025."
                   : NULL;
    return van->dag < tm->dag ? NULL : "De tweede datum moet na de eerste liggen.";
}

static enum result begin(struct request *r, struct arena *a, datum van, datum tm, struct verschillen *v)
{
    *v = (struct verschillen){.a = a, .van = van, .tm = tm};
    TRY(rapport_projecten_ids(r->db, a, &v->n_projecten, &v->projecten));
    v->rows = ARENA_ARRAY(a, struct project_verschil, v->n_projecten + 1);
    return OK;
}

static void total_add(struct project_verschil *t, const struct project_verschil *p)
{
    for (int m = 0; m < MATEN; m++) {
        t->maat[m].van.cent += p->maat[m].van.cent;
        t->maat[m].tot.cent += p->maat[m].tot.cent;
        for (int d = 0; d < VERSCHILLEN; d++)
            t->maat[m].deel[d].cent += p->maat[m].deel[d].cent;
    }
}

static enum result step(struct request *r, struct verschillen *v, int64_t tot, bool *klaar)
{
    for (*klaar = true; v->volgende < v->n_projecten;) {
        if (tot && clock_micros() >= tot) {
            *klaar = false;
            return OK;
        }
        enum result there = project_verschil_read(r, v->a, v->projecten[v->volgende++], v->van, v->tm, &v->rows[v->n]);
        if (there == NOT_FOUND)
            continue; /* not yet on the later day either */
        TRY(there);
        total_add(&v->totaal, &v->rows[v->n++]);
    }
    return OK;
}

/* ---- the page ---- */

static struct rapport_cel money(struct arena *a, const char *label, geld g)
{
    char s[48];
    geld_to_text(g, s, sizeof(s));
    return (struct rapport_cel){arena_strdup(a, s), label, true};
}

/* Most parts are nothing: a dash reads easier. */
static struct rapport_cel part(struct arena *a, const char *label, geld g)
{
    return g.cent ? money(a, label, g) : (struct rapport_cel){"–", label, true};
}

static const char *end_of(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_printf(a, "Eind %s", s);
}

static struct rapport_cel *cells(struct arena *a, const struct verschillen *v, const struct project_verschil *p,
                                 enum maat m, size_t *n)
{
    struct rapport_cel *c = ARENA_ARRAY(a, struct rapport_cel, maten[m].n + 2);
    *n = 0;
    c[(*n)++] = money(a, end_of(a, v->van), p->maat[m].van);
    for (size_t i = 0; i < maten[m].n; i++)
        c[(*n)++] = part(a, woorden[maten[m].delen[i]], p->maat[m].deel[maten[m].delen[i]]);
    c[(*n)++] = money(a, end_of(a, v->tm), p->maat[m].tot);
    return c;
}

/* The largest difference first: that is what the page is asked for. Equal ones keep their order. */
static int largest_first(const void *x, const void *y, void *with)
{
    const struct project_verschil *p = *(const struct project_verschil *const *)x,
                                  *q = *(const struct project_verschil *const *)y;
    enum maat m = *(const enum maat *)with;
    int64_t a = p->maat[m].tot.cent - p->maat[m].van.cent, b = q->maat[m].tot.cent - q->maat[m].van.cent;
    int64_t difference = (a < 0 ? -a : a) - (b < 0 ? -b : b);
    return difference ? (difference < 0) - (difference > 0) : (p > q) - (p < q);
}

static void page_fill(struct arena *a, const struct verschillen *d, enum maat m, struct tabel_view *v)
{
    v->totalen = cells(a, d, &d->totaal, m, &v->n_totalen);
    v->kop = ARENA_ARRAY(a, struct rapport_cel, v->n_totalen + 1);
    v->kop[v->n_kop++] = (struct rapport_cel){"Project", "", false};
    for (size_t i = 0; i < v->n_totalen; i++)
        v->kop[v->n_kop++] = (struct rapport_cel){v->totalen[i].label, "", true};
    const struct project_verschil **order = ARENA_ARRAY(a, const struct project_verschil *, d->n + 1);
    for (size_t i = 0; i < d->n; i++)
        order[i] = &d->rows[i];
    qsort_r(order, d->n, sizeof(*order), largest_first, &m);
    size_t shown = d->n > GETOOND_MOST ? GETOOND_MOST : d->n;
    v->rows = ARENA_ARRAY(a, struct rapport_rij, shown + 2);
    for (size_t i = 0; i < shown; i++) {
        struct rapport_rij *row = &v->rows[v->n_rows++];
        row->kop = order[i]->nieuw ? arena_printf(a, "%s (nieuw project)", order[i]->naam) : order[i]->naam;
        row->link = true;
        row->naar = url_project(order[i]->id);
        row->cellen = cells(a, d, order[i], m, &row->n_cellen);
    }
    if (shown == d->n)
        return;
    struct project_verschil rest = {0}; /* together in one line: the page stays one page, and it still adds up */
    for (size_t i = shown; i < d->n; i++)
        total_add(&rest, order[i]);
    struct rapport_rij *row = &v->rows[v->n_rows++];
    row->kop = arena_printf(a, "De andere %zu projecten samen; in het Excel-bestand staan zij apart", d->n - shown);
    row->cellen = cells(a, d, &rest, m, &row->n_cellen);
}

enum result rapport_verschil_page(struct request *r)
{
    struct tabel_view v = {
        .page = layout_page(r, "Rapportage: verschil tussen twee datums"),
        .is_cp = r->viewer->soort == SOORT_CP,
        .totaal_label = "Totaal",
        .keuze_naam = "keuze",
        .keuze_label = "Van welk bedrag",
        .actie = {"/rapportage/verschil"},
        .uitleg =
            "Kies twee datums. Per project ziet u hoe het bedrag van de eerste naar de tweede datum kwam: nieuwe inzet, voortijdig beëindigde, gecorrigeerde en beoordeelde inzet, vastgestelde perioden, verlengingen, PSO-korting en het verstrijken van de tijd. Het grootste verschil staat bovenaan.",
        .leeg = "Er waren op de tweede datum nog geen projecten die u mag zien."};
    struct verschillen d;
    datum van, tm;
    bool klaar;
    enum maat m = MAAT_ACTUEEL;
    char day[11];
    v.fout = days_read(r, &van, &tm);
    v.van = request_query(r, "van");
    datum_to_text(tm, day);
    v.tm = *request_query(r, "tm") ? request_query(r, "tm") : arena_strdup(r->arena, day);
    v.keuzes = ARENA_ARRAY(r->arena, struct groep_keuze, MATEN);
    for (int i = 0; i < MATEN; i++) {
        m = strcmp(request_query(r, "keuze"), maten[i].key) == 0 ? (enum maat)i : m;
        v.keuzes[v.n_keuzes++] = (struct groep_keuze){maten[i].key, maten[i].label, false};
    }
    v.keuzes[m].gekozen = true;
    v.toon = !v.fout && !datum_is_none(van);
    if (v.toon) {
        TRY(begin(r, r->arena, van, tm, &d));
        TRY(step(r, &d, page_until(), &klaar));
        if (!klaar)
            return as_file(r, "/rapportage/verschil/excel");
        page_fill(r->arena, &d, m, &v);
        v.titel = arena_printf(r->arena, "%s: van %s naar %s", maten[m].label, v.totalen[0].label,
                               v.totalen[v.n_totalen - 1].label);
        v.excel = (own_path){arena_printf(r->arena, "/rapportage/verschil/excel?%s", r->query_string)};
    }
    struct html o = page_begin(r);
    tabel_pagina(&o, &v);
    return OK;
}

/* ---- the file: a sheet for each amount ---- */

static void sheet_write(struct werk *w, const struct verschillen *v, enum maat m)
{
    struct xlsx_column columns[10];
    int64_t sums[10];
    size_t n = 0, k = 0;
    columns[n++] = (struct xlsx_column){"Project", XLSX_TEXT, 36, false};
    columns[n++] = (struct xlsx_column){"Opdrachtnemer", XLSX_TEXT, 28, false};
    columns[n++] = (struct xlsx_column){end_of(w->a, v->van), XLSX_GELD, 18, true};
    sums[k++] = v->totaal.maat[m].van.cent;
    for (size_t i = 0; i < maten[m].n; i++) {
        columns[n++] = (struct xlsx_column){woorden[maten[m].delen[i]], XLSX_GELD, 16, true};
        sums[k++] = v->totaal.maat[m].deel[maten[m].delen[i]].cent;
    }
    columns[n++] = (struct xlsx_column){end_of(w->a, v->tm), XLSX_GELD, 18, true};
    sums[k++] = v->totaal.maat[m].tot.cent;
    xlsx_sheet(w->x, maten[m].label, columns, n);
    for (size_t i = 0; i < v->n; i++) {
        const struct project_verschil *p = &v->rows[i];
        xlsx_text(w->x, p->naam);
        xlsx_text(w->x, p->opdrachtnemer);
        xlsx_geld(w->x, p->maat[m].van);
        for (size_t d = 0; d < maten[m].n; d++)
            xlsx_geld(w->x, p->maat[m].deel[maten[m].delen[d]]);
        xlsx_geld(w->x, p->maat[m].tot);
        xlsx_row(w->x);
    }
    xlsx_table_end(w->x, "Totaal", sums);
}

static enum result verschil_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    struct verschillen *v = w->eigen;
    w->stap = "projecten berekenen";
    TRY(step(r, v, tot, klaar));
    w->gedaan = (int64_t)v->volgende;
    w->totaal = (int64_t)v->n_projecten;
    if (!*klaar)
        return OK;
    TRY(excel_begin(r, w));
    for (int m = 0; m < MATEN; m++)
        sheet_write(w, v, (enum maat)m);
    const char *regels[] = {"Rapport",    "Verschil tussen twee datums", "Van",       end_of(w->a, v->van),
                            "Tot en met", end_of(w->a, v->tm),           "Projecten", "alle die u vandaag mag zien",
                            NULL};
    excel_over(r, w, regels);
    return OK;
}

enum result rapport_verschil_excel(struct request *r)
{
    datum van, tm;
    if (days_read(r, &van, &tm) || datum_is_none(van))
        return reply_redirect_text(r, "/rapportage/verschil");
    struct werk *w = werk_new();
    struct verschillen *v = w->eigen = ARENA_NEW(w->a, struct verschillen);
    w->turn = verschil_turn;
    w->bestand = "verschil.xlsx";
    w->titel = "Verschil tussen twee datums";
    enum result ended = begin(r, w->a, van, tm, v);
    if (ended != OK) {
        werk_free(w);
        return ended;
    }
    return excel_answer(r, w);
}
