/* app/rapportage/rapportage_jaar.c: the regio by year: what was accounted in each calendar year, by doelgroep, sector,
 * opdrachtgever, plaats or kind. A year's amount is what actueel grew in it, so the years of a line add up to its
 * actueel, to the cent. */
#include <stdlib.h>
#include <string.h>

#include "app/labels.h"
#include "app/rapportage/rapportage.h"
#include "app/rapportage/rapportage_excel.h"
#include "app/rapportage/rapportage_store.h"
#include "app/rapportage/rapportage_view.h"
#include "core/clock.h"
#include "out/svg.h"
#include "templates.h"

enum { JAREN_MOST = 10, REGELS_MOST = 1000 };
_Static_assert(JAREN_MOST + 1 <= STAND_DAGEN_MOST, "days");

static const struct {
    const char *key, *label;
} keuzes[] = {{"doelgroep", "Doelgroep of bouwblok"}, {"soort", "Soort inzet"}, {"sector", "Sector"},
              {"opdrachtgever", "Opdrachtgever"},     {"plaats", "Plaats"},     {"opdrachtnemer", "Opdrachtnemer"}};
enum { KEUZES = sizeof(keuzes) / sizeof(keuzes[0]) };

struct regel {
    const char *label;
    int64_t aantal, jaar[JAREN_MOST], actueel, straks;
};
struct jaren {
    struct arena *a;
    size_t keuze, n_jaren, n_projecten, volgende, n_regels;
    int eerste; /* first column's year; what is older stands in it */
    datum dag, dagen[JAREN_MOST];
    project_id *projecten;
    struct regel *regels;
    struct regel totaal;
};

static int year_of(datum d)
{
    int year, month, day;
    datum_to_ymd(d, &year, &month, &day);
    return year;
}

static enum result jaren_begin(struct request *r, struct arena *a, datum peil, struct jaren *j)
{
    datum first;
    *j = (struct jaren){
        .a = a, .dag = datum_is_none(peil) ? r->today : peil, .regels = ARENA_ARRAY(a, struct regel, REGELS_MOST)};
    const char *typed = request_query(r, "keuze");
    for (size_t i = 0; i < KEUZES; i++)
        if (strcmp(keuzes[i].key, typed) == 0)
            j->keuze = i;
    TRY(rapport_eerste_dag(r->db, r->arena, &first));
    int last = year_of(j->dag), from = datum_is_none(first) ? last : year_of(first);
    j->eerste = from > last ? last : from < last - JAREN_MOST + 1 ? last - JAREN_MOST + 1 : from;
    for (int year = j->eerste; year <= last; year++) {
        datum next = datum_from_ymd(year + 1, 1, 1);
        j->dagen[j->n_jaren++] = next.dag < j->dag.dag ? next : j->dag;
    }
    return rapport_projecten_ids(r->db, a, &j->n_projecten, &j->projecten);
}

static const char *label_of(size_t keuze, const struct project_stand *p, const struct inzet_stand *i)
{
    const char *const words[KEUZES] = {
        i->blok, label_inzet_soort(i->soort), label_sector(p->sector), p->opdrachtgever, p->plaats, p->opdrachtnemer};
    return words[keuze];
}

/* The last line takes what has no room: more than a thousand different words. */
static struct regel *line_of(struct jaren *j, const char *label)
{
    for (size_t i = 0; i < j->n_regels; i++)
        if (strcmp(j->regels[i].label, label) == 0)
            return &j->regels[i];
    if (j->n_regels < REGELS_MOST) {
        j->regels[j->n_regels].label = j->n_regels + 1 == REGELS_MOST ? "overige" : arena_strdup(j->a, label);
        j->n_regels++;
    }
    return &j->regels[j->n_regels - 1];
}

static void entry_add(struct regel *l, const struct jaren *j, const struct inzet_stand *i)
{
    l->aantal += i->actueel.cent > 0 || i->prognose.cent > 0;
    for (size_t k = 0; k < j->n_jaren; k++)
        l->jaar[k] += i->op[k].cent - (k ? i->op[k - 1].cent : 0);
    l->actueel += i->actueel.cent;
    l->straks += i->prognose.cent - i->actueel.cent;
}

static enum result project_add(struct request *r, struct jaren *j, project_id id)
{
    struct arena *tmp = arena_new();
    struct project_stand p;
    enum result there = project_stand_read(r, tmp, id, j->dag, true, j->n_jaren, j->dagen, &p);
    for (size_t i = 0; there == OK && i < p.n_inzet; i++)
        if (p.inzet[i].actueel.cent || p.inzet[i].prognose.cent) {
            entry_add(line_of(j, label_of(j->keuze, &p, &p.inzet[i])), j, &p.inzet[i]);
            entry_add(&j->totaal, j, &p.inzet[i]);
        }
    arena_free(tmp);
    return there == NOT_FOUND ? OK : there;
}

static enum result jaren_stap(struct request *r, struct jaren *j, int64_t tot, bool *klaar)
{
    for (*klaar = true; j->volgende < j->n_projecten;) {
        if (tot && clock_micros() >= tot) {
            *klaar = false;
            return OK;
        }
        TRY(project_add(r, j, j->projecten[j->volgende++]));
    }
    return OK;
}

static int by_actueel(const void *x, const void *y)
{
    const struct regel *p = x, *q = y;
    int c = (q->actueel > p->actueel) - (q->actueel < p->actueel);
    return c ? c : strcmp(p->label, q->label);
}

/* ---- the page ---- */

static struct rapport_cel money(struct arena *a, const char *label, int64_t cent)
{
    char s[48];
    geld_to_text((geld){cent}, s, sizeof(s));
    return (struct rapport_cel){arena_strdup(a, s), label, true};
}

static const char *year_label(struct arena *a, const struct jaren *j, size_t k)
{
    return arena_printf(a, "%d", j->eerste + (int)k);
}

static struct rapport_cel *cells(struct arena *a, const struct jaren *j, const struct regel *l, size_t *n)
{
    struct rapport_cel *c = ARENA_ARRAY(a, struct rapport_cel, j->n_jaren + 4);
    *n = 0;
    c[(*n)++] = (struct rapport_cel){arena_printf(a, "%lld", (long long)l->aantal), "Aantal inzet", true};
    for (size_t k = 0; k < j->n_jaren; k++)
        c[(*n)++] = money(a, year_label(a, j, k), l->jaar[k]);
    c[(*n)++] = money(a, "SR actueel", l->actueel);
    c[(*n)++] = money(a, "Nog te komen", l->straks);
    return c;
}

static void page_fill(struct arena *a, const struct jaren *j, struct tabel_view *v)
{
    struct svg_staaf staven[12];
    size_t shown = 0;
    v->totalen = cells(a, j, &j->totaal, &v->n_totalen);
    v->kop = ARENA_ARRAY(a, struct rapport_cel, v->n_totalen + 1);
    v->kop[v->n_kop++] = (struct rapport_cel){keuzes[j->keuze].label, "", false};
    for (size_t k = 0; k < v->n_totalen; k++)
        v->kop[v->n_kop++] = (struct rapport_cel){v->totalen[k].label, "", true};
    v->rows = ARENA_ARRAY(a, struct rapport_rij, j->n_regels + 1);
    for (size_t i = 0; i < j->n_regels; i++) {
        struct rapport_rij *row = &v->rows[v->n_rows++];
        row->kop = j->regels[i].label;
        row->cellen = cells(a, j, &j->regels[i], &row->n_cellen);
        if (shown < 12)
            staven[shown++] = (struct svg_staaf){
                j->regels[i].label, {j->regels[i].actueel}, {j->regels[i].actueel + j->regels[i].straks}};
    }
    if (shown > 0)
        v->grafiek = svg_bars(a, "SR actueel en SR prognose",
                              "Donker is SR actueel, licht wat er nog komt. De cijfers staan in de tabel eronder.",
                              staven, shown);
}

enum result rapport_jaar_page(struct request *r)
{
    struct tabel_view v = {
        .page = layout_page(r, "Rapportage: de regio per jaar"),
        .is_cp = true,
        .titel = "Verantwoorde waarde per kalenderjaar",
        .totaal_label = "Totaal",
        .keuze_naam = "keuze",
        .keuze_label = "Verdelen naar",
        .toon = true,
        .uitleg =
            "Per jaar staat hier hoeveel SR actueel in dat jaar erbij kwam. De jaren samen zijn SR actueel; wat na deze dag nog komt volgens de prognose staat apart.",
        .actie = {"/rapportage/jaar"},
        .leeg = "Er is nog geen inzet verantwoord.",
        .peil = request_query(r, "peildatum")};
    struct jaren j;
    datum peil;
    bool klaar;
    v.fout = peildatum_lees(r, "peildatum", &peil);
    TRY(jaren_begin(r, r->arena, peil, &j));
    TRY(jaren_stap(r, &j, page_until(), &klaar));
    if (!klaar)
        return as_file(r, "/rapportage/jaar/excel");
    qsort(j.regels, j.n_regels, sizeof(*j.regels), by_actueel);
    page_fill(r->arena, &j, &v);
    v.keuzes = ARENA_ARRAY(r->arena, struct groep_keuze, KEUZES);
    for (size_t i = 0; i < KEUZES; i++)
        v.keuzes[v.n_keuzes++] = (struct groep_keuze){keuzes[i].key, keuzes[i].label, i == j.keuze};
    v.excel = (own_path){arena_printf(r->arena, "/rapportage/jaar/excel?%s", r->query_string)};
    struct html o = page_begin(r);
    tabel_pagina(&o, &v);
    return OK;
}

/* ---- the file ---- */

static void sheet_write(struct request *r, struct werk *w, const struct jaren *j)
{
    struct xlsx_column columns[JAREN_MOST + 4];
    int64_t sums[JAREN_MOST + 3];
    char day[11];
    size_t n = 0, k;
    columns[n++] = (struct xlsx_column){keuzes[j->keuze].label, XLSX_TEXT, 36, false};
    columns[n++] = (struct xlsx_column){"Aantal inzet", XLSX_GETAL, 12, true};
    for (k = 0; k < j->n_jaren; k++)
        columns[n++] = (struct xlsx_column){year_label(w->a, j, k), XLSX_GELD, 16, true};
    columns[n++] = (struct xlsx_column){"SR actueel", XLSX_GELD, 16, true};
    columns[n++] = (struct xlsx_column){"Nog te komen", XLSX_GELD, 16, true};
    xlsx_sheet(w->x, "Per jaar", columns, n);
    for (size_t i = 0; i < j->n_regels; i++) {
        const struct regel *l = &j->regels[i];
        xlsx_text(w->x, l->label);
        xlsx_getal(w->x, l->aantal);
        for (k = 0; k < j->n_jaren; k++)
            xlsx_geld(w->x, (geld){l->jaar[k]});
        xlsx_geld(w->x, (geld){l->actueel});
        xlsx_geld(w->x, (geld){l->straks});
        xlsx_row(w->x);
    }
    sums[0] = j->totaal.aantal;
    memcpy(&sums[1], j->totaal.jaar, j->n_jaren * sizeof(*sums));
    sums[1 + j->n_jaren] = j->totaal.actueel;
    sums[2 + j->n_jaren] = j->totaal.straks;
    xlsx_table_end(w->x, "Totaal", sums);
    datum_to_text(j->dag, day);
    const char *regels[] = {"Rapport",
                            "De regio per jaar",
                            "Stand van",
                            arena_strdup(w->a, day),
                            "Verdeeld naar",
                            keuzes[j->keuze].label,
                            "Oudste jaar",
                            "Wat ouder is dan het eerste jaar, staat in het eerste jaar.",
                            NULL};
    excel_over(r, w, regels);
}

static enum result jaar_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    struct jaren *j = w->eigen;
    w->stap = "projecten berekenen";
    TRY(jaren_stap(r, j, tot, klaar));
    w->gedaan = (int64_t)j->volgende;
    w->totaal = (int64_t)j->n_projecten;
    if (!*klaar)
        return OK;
    qsort(j->regels, j->n_regels, sizeof(*j->regels), by_actueel);
    TRY(excel_begin(r, w));
    sheet_write(r, w, j);
    return OK;
}

enum result rapport_jaar_excel(struct request *r)
{
    struct werk *w = werk_new();
    struct jaren *j = w->eigen = ARENA_NEW(w->a, struct jaren);
    datum peil;
    (void)peildatum_lees(r, "peildatum", &peil);
    w->turn = jaar_turn;
    w->bestand = "per-jaar.xlsx";
    w->titel = "Rapportage per jaar";
    enum result ended = jaren_begin(r, w->a, peil, j);
    if (ended != OK) {
        werk_free(w);
        return ended;
    }
    return excel_answer(r, w);
}
