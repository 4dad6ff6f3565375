/* app/rapportage/rapportage_pages.c: Projecten, Kandidaten and Kosten: a page of lines, what they add up to, and a
 * summary with its picture. */
#include <ctype.h>
#include <string.h>

#include "app/rapportage/rapportage.h"
#include "app/rapportage/rapportage_excel.h"
#include "app/rapportage/rapportage_store.h"
#include "app/rapportage/rapportage_view.h"
#include "app/urls.h"
#include "out/svg.h"
#include "templates.h"

const char *peildatum_lees(struct request *r, const char *naam, datum *out)
{
    const char *typed = request_query(r, naam);
    *out = DATUM_GEEN;
    if (!*typed)
        return NULL;
    if (!datum_parse(typed, out)) {
        *out = DATUM_GEEN;
        return "Deze datum begrijpen wij niet. Typ een datum als 27-03-2026.";
    }
    if (out->dag > r->today.dag) {
        *out = DATUM_GEEN;
        return "Een stand kan van vandaag of eerder zijn, niet van later.";
    }
    return NULL;
}

static const struct kolom *groep_gekozen(struct request *r, const struct rapport *p)
{
    const char *typed = request_query(r, "groep");
    for (size_t i = 0; p->groepen[i]; i++)
        if (strcmp(p->groepen[i], typed) == 0)
            return rapport_kolom(p, typed);
    return rapport_kolom(p, p->groepen[0]);
}

static const char *extra_of(struct request *r, const struct kolom *groep, datum peil)
{
    char day[11];
    datum_to_text(peil, day);
    return arena_printf(r->arena, "&groep=%s%s%s", groep->key, datum_is_none(peil) ? "" : "&peildatum=", day);
}

struct list_query rapport_vraag(struct request *r, const struct rapport *p, datum peil)
{
    struct list_column columns[KOLOMMEN_MOST];
    size_t n = rapport_lijst(p, columns);
    struct list_query q = list_query_read(r, columns, n, p->kolommen[0].key);
    q.extra = extra_of(r, groep_gekozen(r, p), peil);
    return q;
}

/* ---- the lines ---- */

static struct rapport_cel cell(struct arena *a, const struct kolom *k, const struct rapport_feit *f)
{
    return (struct rapport_cel){cel_tekst(a, k, f), k->label, k->soort == KOLOM_GELD || k->soort == KOLOM_UREN};
}

static const char *money(struct arena *a, int64_t cent)
{
    char s[48];
    geld_to_text((geld){cent}, s, sizeof(s));
    return arena_strdup(a, s);
}

static void rows_show(struct request *r, const struct rapport_tabel *t, struct rapport_view *v)
{
    const struct rapport *p = t->rapport;
    v->rows = ARENA_ARRAY(r->arena, struct rapport_rij, (size_t)v->list->per_page);
    for (int64_t i = v->list->first - 1; i >= 0 && i < v->list->last; i++) {
        const struct rapport_feit *f = &t->feiten[t->gekozen[i]];
        struct rapport_rij *row = &v->rows[v->n_rows++];
        row->naar = f->inzet.id ? url_inzet(f->project, f->inzet) : url_project(f->project);
        row->link = true;
        row->kop = cel_tekst(r->arena, &p->kolommen[0], f);
        row->cellen = ARENA_ARRAY(r->arena, struct rapport_cel, p->n_kolommen);
        for (size_t k = 1; k < p->n_kolommen; k++)
            if (!p->kolommen[k].alleen_excel)
                row->cellen[row->n_cellen++] = cell(r->arena, &p->kolommen[k], f);
    }
    v->totalen = ARENA_ARRAY(r->arena, struct rapport_cel, p->n_kolommen);
    for (size_t k = 1; k < p->n_kolommen; k++)
        if (!p->kolommen[k].alleen_excel)
            v->totalen[v->n_totalen++] = (struct rapport_cel){p->kolommen[k].som ? money(r->arena, t->som[k]) : "",
                                                              p->kolommen[k].label, p->kolommen[k].som};
}

/* ---- the summary ---- */

static struct rapport_cel *sums_show(struct arena *a, const struct rapport *p, const int64_t *som, size_t *n)
{
    struct rapport_cel *cellen = ARENA_ARRAY(a, struct rapport_cel, p->n_kolommen);
    *n = 0;
    for (size_t k = 0; k < p->n_kolommen; k++)
        if (p->kolommen[k].som && !p->kolommen[k].alleen_excel)
            cellen[(*n)++] = (struct rapport_cel){money(a, som[k]), p->kolommen[k].label, true};
    return cellen;
}

static const char *small(struct arena *a, const char *label)
{
    char *s = arena_strdup(a, label);
    if (strncmp(s, "SR ", 3) != 0)
        s[0] = (char)tolower((unsigned char)s[0]);
    return s;
}

static void summary_show(struct request *r, const struct rapport_tabel *t, const struct kolom *by,
                         struct rapport_view *v)
{
    const struct rapport *p = t->rapport;
    struct groep groepen[GROEPEN_MOST + 1];
    struct svg_staaf staven[GROEPEN_MOST + 1];
    size_t actueel = (size_t)(rapport_kolom(p, "actueel") - p->kolommen),
           prognose = (size_t)(rapport_kolom(p, "prognose") - p->kolommen);
    size_t n = rapport_groepeer(r->arena, t, by, groepen);
    v->groep = by->soort == KOLOM_DATUM ? "startjaar" : small(r->arena, by->label);
    v->samen = ARENA_ARRAY(r->arena, struct groep_rij, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct groep_rij *row = &v->samen[v->n_samen++];
        *row = (struct groep_rij){.label = groepen[i].label,
                                  .aantal = arena_printf(r->arena, "%lld", (long long)groepen[i].aantal)};
        row->cellen = sums_show(r->arena, p, groepen[i].som, &row->n_cellen);
        staven[i] = (struct svg_staaf){groepen[i].label, {groepen[i].som[actueel]}, {groepen[i].som[prognose]}};
    }
    v->samen_totaal = sums_show(r->arena, p, t->som, &v->n_samen_totaal);
    v->samen_aantal = arena_printf(r->arena, "%zu", t->n_gekozen);
    v->kop = ARENA_ARRAY(r->arena, const char *, p->n_kolommen);
    for (size_t i = 0; i < v->n_samen_totaal; i++)
        v->kop[v->n_kop++] = v->samen_totaal[i].label;
    if (n > 0)
        v->grafiek = svg_bars(
            r->arena, arena_printf(r->arena, "SR actueel en SR prognose per %s", v->groep),
            "Donker is SR actueel, licht wat er bij komt volgens de prognose. De cijfers staan in de tabel ernaast.",
            staven, n);
}

static void choices_show(struct request *r, const struct rapport *p, const struct kolom *by, struct rapport_view *v)
{
    v->groepen = ARENA_ARRAY(r->arena, struct groep_keuze, KOLOMMEN_MOST);
    for (size_t i = 0; p->groepen[i]; i++) {
        const struct kolom *k = rapport_kolom(p, p->groepen[i]);
        v->groepen[v->n_groepen++] =
            (struct groep_keuze){k->key, k->soort == KOLOM_DATUM ? "Startjaar" : k->label, k == by};
    }
}

static enum result report_page(struct request *r, const struct rapport *p)
{
    struct rapport_view v = {.page = layout_page(r, p->titel),
                             .wat = p->wat,
                             .peildatum = request_query(r, "peildatum"),
                             .is_cp = r->viewer->soort == SOORT_CP};
    struct list_column columns[KOLOMMEN_MOST];
    struct rapport_lezer l;
    datum peil;
    bool klaar;
    char day[11];
    size_t n = rapport_lijst(p, columns);
    v.peil_fout = peildatum_lees(r, "peildatum", &peil);
    struct list_query q = rapport_vraag(r, p, peil);
    TRY(rapport_lezer_begin(r, r->arena, p, peil, &l));
    TRY(rapport_lezer_stap(r, &l, page_until(), &klaar));
    if (!klaar)
        return as_file(r, p->excel);
    rapport_kies(r->arena, &l.tabel, &q);
    v.list = list_view_new(r, columns, n, &q, p->pad, (int64_t)l.tabel.n_gekozen);
    for (size_t i = 0; i < q.n_filters; i++) {
        const struct kolom *k = rapport_kolom(p, q.filters[i].name);
        if (k && !filter_begrepen(k, q.filters[i].value))
            list_view_unknown(v.list, r->arena, k->label, q.filters[i].value);
    }
    const struct kolom *by = groep_gekozen(r, p);
    rows_show(r, &l.tabel, &v);
    summary_show(r, &l.tabel, by, &v);
    choices_show(r, p, by, &v);
    v.toen = !datum_is_none(peil);
    datum_to_text(v.toen ? peil : r->today, day);
    v.stand = arena_strdup(r->arena, day);
    v.excel = (own_path){*r->query_string ? arena_printf(r->arena, "%s?%s", p->excel, r->query_string) : p->excel};
    struct html o = page_begin(r);
    rapport_pagina(&o, &v);
    return OK;
}

enum result rapport_projecten_page(struct request *r)
{
    return report_page(r, &rapport_projecten);
}

enum result rapport_kandidaten_page(struct request *r)
{
    return report_page(r, &rapport_kandidaten);
}

enum result rapport_kosten_page(struct request *r)
{
    return report_page(r, &rapport_kosten);
}
