/* app/logboek/logboek_excel.c: what the page of the log filters, all of it, as a file. Read in slices by number: a line
 * that comes while it is made is not in it. */
#include "app/bestand/bestand.h"
#include "app/labels.h"
#include "app/logboek/logboek.h"
#include "app/logboek/logboek_filter.h"
#include "core/clock.h"

enum { SLICE = 500, GROOT = 5000 };

struct eigen {
    struct logboek_filter f;
    const char *woorden;
    int64_t voor;
}; /* voor: the number of the last line written */

static const struct xlsx_column kolommen[] = {{"Nummer", XLSX_GETAL, 10, false}, {"Wanneer", XLSX_MOMENT, 17, false},
                                              {"Wie", XLSX_TEXT, 26, false},     {"Organisatie", XLSX_TEXT, 30, false},
                                              {"Wat", XLSX_TEXT, 34, false},     {"Project", XLSX_TEXT, 36, false},
                                              {"Eerst", XLSX_TEXT, 40, false},   {"Werd", XLSX_TEXT, 60, false}};

static void line_write(struct werk *w, const struct logboek_row *row)
{
    xlsx_getal(w->x, row->nr);
    xlsx_moment(w->x, row->op);
    xlsx_text(w->x, row->wie);
    xlsx_text(w->x, row->organisatie);
    xlsx_text(w->x, label_wat(row->wat));
    xlsx_text(w->x, row->naam);
    xlsx_text(w->x, row->voor);
    xlsx_text(w->x, row->na);
    xlsx_row(w->x);
}

static enum result slice_write(struct request *r, struct werk *w, struct eigen *e, bool *more)
{
    size_t n;
    struct logboek_row *rows;
    struct arena *a = arena_new();
    enum result ended = logboek_read_before(r->db, a, &e->f, e->voor, SLICE, &n, &rows);
    for (size_t i = 0; ended == OK && i < n; i++)
        line_write(w, &rows[i]);
    if (ended == OK && n > 0)
        e->voor = rows[n - 1].nr;
    if (ended == OK)
        w->gedaan += (int64_t)n;
    *more = ended == OK && n == SLICE;
    arena_free(a);
    return ended;
}

static enum result log_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    struct eigen *e = w->eigen;
    bool more = true;
    if (!w->x) {
        TRY(excel_begin(r, w));
        xlsx_sheet(w->x, "Logboek", kolommen, sizeof(kolommen) / sizeof(kolommen[0]));
    }
    w->stap = "regels schrijven";
    do
        TRY(slice_write(r, w, e, &more));
    while (more && clock_micros() < tot);
    if (more)
        return OK;
    xlsx_table_end(w->x, arena_printf(w->a, "Totaal van %lld regels", (long long)w->gedaan), NULL);
    const char *regels[] = {"Wat",
                            "Logboek van de regio: wie wat wanneer deed, de nieuwste regel eerst",
                            "Regio",
                            arena_strdup(w->a, r->viewer->regio_naam),
                            "Filter",
                            e->woorden,
                            "Aantal regels",
                            arena_printf(w->a, "%lld", (long long)w->gedaan),
                            "Privacy",
                            "Kandidaten staan hier zonder naam, adres en geboortedatum.",
                            NULL};
    excel_over(r, w, regels);
    *klaar = true;
    return OK;
}

enum result logboek_excel(struct request *r)
{
    struct werk *w = werk_new();
    struct eigen *e = ARENA_NEW(w->a, struct eigen);
    *e = (struct eigen){.voor = INT64_MAX};
    logboek_filter_read(r, w->a, &e->f, &e->woorden);
    w->eigen = e;
    w->turn = log_turn;
    w->bestand = "logboek.xlsx";
    w->titel = "Logboek";
    enum result ended = logboek_count(r->db, r->arena, &e->f, &w->totaal);
    if (ended != OK) {
        werk_free(w);
        return ended;
    }
    w->groot = w->totaal > GROOT;
    return excel_answer(r, w);
}
