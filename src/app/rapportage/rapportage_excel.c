/* app/rapportage/rapportage_excel.c: a report as a file: exactly what is filtered, in the order asked, with the same
 * figures. */
#include "app/rapportage/rapportage_excel.h"

#include <string.h>

#include "app/rapportage/rapportage.h"
#include "app/rapportage/rapportage_store.h"
#include "core/clock.h"

enum { GROOT = 5000, REGELS_PER_KEER = 500 };

enum fase { LEZEN, SCHRIJVEN };
struct eigen {
    const struct rapport *rapport;
    struct rapport_lezer lezer;
    struct list_query vraag;
    enum fase fase;
    size_t regel;
};

/* The question outlives its request. */
static struct list_query question_copy(struct arena *a, const struct list_query *q)
{
    struct list_query c = *q;
    c.order.column = arena_strdup(a, q->order.column);
    c.filters = ARENA_ARRAY(a, struct typed, q->n_filters + 1);
    for (size_t i = 0; i < q->n_filters; i++)
        c.filters[i] = (struct typed){arena_strdup(a, q->filters[i].name), arena_strdup(a, q->filters[i].value)};
    c.raw = c.extra = NULL;
    return c;
}

static void heads_write(struct werk *w, const struct rapport *p)
{
    static const enum xlsx_kind kinds[] = {[KOLOM_TEKST] = XLSX_TEXT,
                                           [KOLOM_DATUM] = XLSX_DATUM,
                                           [KOLOM_GELD] = XLSX_GELD,
                                           [KOLOM_UREN] = XLSX_UREN,
                                           [KOLOM_KANDIDAAT] = XLSX_TEXT};
    struct xlsx_column columns[KOLOMMEN_MOST];
    for (size_t k = 0; k < p->n_kolommen; k++)
        columns[k] = (struct xlsx_column){p->kolommen[k].label, kinds[p->kolommen[k].soort], p->kolommen[k].breedte,
                                          p->kolommen[k].som};
    xlsx_sheet(w->x,
               p->soorten == NULL         ? "Projecten"
               : p == &rapport_kandidaten ? "Kandidaten"
                                          : "Kosten",
               columns, p->n_kolommen);
}

static void line_write(struct werk *w, const struct rapport *p, const struct rapport_feit *f)
{
    for (size_t i = 0; i < p->n_kolommen; i++) {
        const struct kolom *k = &p->kolommen[i];
        switch (k->soort) {
        case KOLOM_TEKST:
            xlsx_text(w->x, cel_woord(k, f));
            break;
        case KOLOM_DATUM:
            xlsx_datum(w->x, cel_datum(k, f));
            break;
        case KOLOM_GELD:
            xlsx_geld(w->x, cel_geld(k, f));
            break;
        case KOLOM_UREN:
            xlsx_uren(w->x, cel_uren(k, f));
            break;
        case KOLOM_KANDIDAAT: {
            char nummer[24];
            kandidaat_to_text(f->kandidaat, nummer, sizeof(nummer));
            xlsx_text(w->x, nummer);
            break;
        }
        }
    }
    xlsx_row(w->x);
}

/* "SR actueel ≥ 10000" as it was typed, with the column's label. */
static const char *filter_words(struct arena *a, const struct eigen *e)
{
    const char *all = "";
    for (size_t i = 0; i < e->vraag.n_filters; i++) {
        const struct kolom *k = rapport_kolom(e->rapport, e->vraag.filters[i].name);
        if (k)
            all = arena_printf(a, "%s%s%s: %s%s", all, *all ? "; " : "", k->label, e->vraag.filters[i].value,
                               filter_begrepen(k, e->vraag.filters[i].value) ? "" : " (niet begrepen, niet toegepast)");
    }
    return *all ? all : "geen: alle regels die u mag zien";
}

static void over_write(struct request *r, struct werk *w, const struct eigen *e)
{
    const struct rapport_tabel *t = &e->lezer.tabel;
    const struct kolom *by = rapport_kolom(e->rapport, e->vraag.order.column);
    char day[11];
    datum_to_text(datum_is_none(e->lezer.peil) ? r->today : e->lezer.peil, day);
    const char *regels[] = {
        "Rapport",
        e->rapport->titel,
        "Stand van",
        arena_printf(w->a, "%s%s", day,
                     datum_is_none(e->lezer.peil) ? "" : " (einde van die dag, opnieuw berekend uit de geschiedenis)"),
        "Filter",
        filter_words(w->a, e),
        "Volgorde",
        arena_printf(w->a, "%s, %s", by->label, e->vraag.order.descending ? "aflopend" : "oplopend"),
        "Aantal regels",
        arena_printf(w->a, "%zu", t->n_gekozen),
        "Privacy",
        "Kandidaten staan hier zonder naam, adres en geboortedatum.",
        NULL};
    excel_over(r, w, regels);
}

static void table_end(struct werk *w, const struct rapport_tabel *t)
{
    int64_t sums[KOLOMMEN_MOST];
    size_t n = 0;
    for (size_t k = 0; k < t->rapport->n_kolommen; k++)
        if (t->rapport->kolommen[k].som)
            sums[n++] = t->som[k];
    xlsx_table_end(w->x, arena_printf(w->a, "Totaal van %zu %s", t->n_gekozen, t->rapport->wat), sums);
}

static enum result read_on(struct request *r, struct werk *w, struct eigen *e, int64_t tot)
{
    bool klaar;
    w->stap = "gegevens lezen";
    TRY(rapport_lezer_stap(r, &e->lezer, tot, &klaar));
    w->gedaan = (int64_t)e->lezer.volgende;
    w->totaal = (int64_t)e->lezer.n_projecten;
    if (!klaar)
        return OK;
    rapport_kies(w->a, &e->lezer.tabel, &e->vraag);
    TRY(excel_begin(r, w));
    heads_write(w, e->rapport);
    e->fase = SCHRIJVEN;
    w->totaal = (int64_t)e->lezer.tabel.n_gekozen;
    w->groot = w->totaal > GROOT;
    return OK;
}

static enum result report_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    struct eigen *e = w->eigen;
    struct rapport_tabel *t = &e->lezer.tabel;
    if (e->fase == LEZEN) {
        TRY(read_on(r, w, e, tot));
        if (e->fase == LEZEN || w->groot) /* a large one is seen to be made: its page comes before its first line */
            return OK;
    }
    w->stap = "regels schrijven";
    while (e->regel < t->n_gekozen && (e->regel % REGELS_PER_KEER || e->regel == 0 || clock_micros() < tot))
        line_write(w, e->rapport, &t->feiten[t->gekozen[e->regel++]]);
    w->gedaan = (int64_t)e->regel;
    if (e->regel < t->n_gekozen)
        return OK;
    table_end(w, t);
    over_write(r, w, e);
    *klaar = true;
    return OK;
}

static enum result report_excel(struct request *r, const struct rapport *p, const char *bestand)
{
    datum peil;
    (void)peildatum_lees(r, "peildatum", &peil);
    struct list_query q = rapport_vraag(r, p, peil);
    struct werk *w = werk_new();
    struct eigen *e = ARENA_NEW(w->a, struct eigen);
    *e = (struct eigen){.rapport = p, .vraag = question_copy(w->a, &q)};
    w->eigen = e;
    w->turn = report_turn;
    w->bestand = bestand;
    w->titel = p->titel;
    enum result ended = rapport_lezer_begin(r, w->a, p, peil, &e->lezer);
    if (ended != OK) {
        werk_free(w);
        return ended;
    }
    return excel_answer(r, w);
}

enum result rapport_projecten_excel(struct request *r)
{
    return report_excel(r, &rapport_projecten, "projecten.xlsx");
}

enum result rapport_kandidaten_excel(struct request *r)
{
    return report_excel(r, &rapport_kandidaten, "kandidaten.xlsx");
}

enum result rapport_kosten_excel(struct request *r)
{
    return report_excel(r, &rapport_kosten, "kosten.xlsx");
}
