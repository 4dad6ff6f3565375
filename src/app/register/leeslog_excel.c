/* app/register/leeslog_excel.c: what the page of the reading log filters, all of it, as a file. Read in slices by
 * number. */
#include "app/bestand/bestand.h"
#include "app/labels.h"
#include "app/register/leeslog_filter.h"
#include "app/register/register.h"
#include "core/clock.h"

enum { SLICE = 500, GROOT = 5000 };
struct eigen {
    struct lees_filter f;
    const char *woorden;
    int64_t voor;
}; /* voor: the number of the last line written */

static const struct xlsx_column kolommen[] = {
    {"Nummer", XLSX_GETAL, 10, false}, {"Wanneer", XLSX_MOMENT, 17, false},   {"Kandidaat", XLSX_TEXT, 12, false},
    {"Wie las", XLSX_TEXT, 28, false}, {"Organisatie", XLSX_TEXT, 32, false}, {"Waar en waarom", XLSX_TEXT, 40, false},
    {"Project", XLSX_TEXT, 36, false}, {"Verzoek", XLSX_GETAL, 10, false}};

static void line_write(struct werk *w, const struct lees_row *row)
{
    char nummer[24];
    kandidaat_to_text(row->kandidaat, nummer, sizeof(nummer));
    xlsx_getal(w->x, row->nr);
    xlsx_moment(w->x, row->op);
    xlsx_text(w->x, row->kandidaat.id > 0 ? nummer : "");
    xlsx_text(w->x, row->wie);
    xlsx_text(w->x, row->organisatie);
    xlsx_text(w->x, label_wat(row->wat));
    xlsx_text(w->x, row->naam);
    if (row->verzoek.id > 0)
        xlsx_getal(w->x, row->verzoek.id);
    else
        xlsx_skip(w->x);
    xlsx_row(w->x);
}

static enum result slice_write(struct request *r, struct werk *w, struct eigen *e, bool *more)
{
    size_t n;
    struct lees_row *rows;
    struct arena *a = arena_new();
    enum result ended = leeslog_read_before(r->db, a, &e->f, e->voor, SLICE, &n, &rows);
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
        xlsx_sheet(w->x, "Leeslog", kolommen, sizeof(kolommen) / sizeof(kolommen[0]));
    }
    w->stap = "regels schrijven";
    do
        TRY(slice_write(r, w, e, &more));
    while (more && clock_micros() < tot);
    if (more)
        return OK;
    xlsx_table_end(w->x, arena_printf(w->a, "Totaal van %lld regels", (long long)w->gedaan), NULL);
    const char *regels[] = {
        "Wat",     "Leeslog van de regio: wie van welke kandidaat zag wie het is, de nieuwste regel eerst",
        "Regio",   arena_strdup(w->a, r->viewer->regio_naam),
        "Filter",  e->woorden,
        "Privacy", "Kandidaten staan hier met hun nummer.",
        NULL};
    excel_over(r, w, regels);
    *klaar = true;
    return OK;
}

enum result leeslog_excel(struct request *r)
{
    struct werk *w = werk_new();
    struct eigen *e = ARENA_NEW(w->a, struct eigen);
    const char *not_read;
    *e = (struct eigen){.voor = INT64_MAX};
    leeslog_filter_read(r, w->a, &e->f, &e->woorden, &not_read);
    w->eigen = e;
    w->turn = log_turn;
    w->bestand = "leeslog.xlsx";
    w->titel = "Leeslog";
    enum result ended = leeslog_count(r->db, r->arena, &e->f, &w->totaal);
    if (ended != OK) {
        werk_free(w);
        return ended;
    }
    w->groot = w->totaal > GROOT;
    return excel_answer(r, w);
}
