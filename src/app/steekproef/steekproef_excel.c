/* app/steekproef/steekproef_excel.c: one steekproef as a file: its items with the result. Free texts stay on the page:
 * what somebody typed has no place in a file that goes round. */
#include <string.h>

#include "app/bestand/bestand.h"
#include "app/labels.h"
#include "app/steekproef/steekproef.h"
#include "app/steekproef/steekproef_store.h"

static const struct xlsx_column kolommen[] = {{"Item", XLSX_GETAL, 8, false},
                                              {"Inzetnummer", XLSX_GETAL, 12, false},
                                              {"Inzet", XLSX_TEXT, 20, false},
                                              {"Doelgroep of bouwblok", XLSX_TEXT, 34, false},
                                              {"Project", XLSX_TEXT, 36, false},
                                              {"Opdrachtnemer", XLSX_TEXT, 30, false},
                                              {"Waarde", XLSX_GELD, 14, true},
                                              {"Bewijsstukken gezien", XLSX_GETAL, 12, false},
                                              {"Vooraf vastgelegd", XLSX_GETAL, 12, false},
                                              {"Uitkomst", XLSX_TEXT, 16, false},
                                              {"Vervolg", XLSX_TEXT, 26, false},
                                              {"Beoordeeld", XLSX_MOMENT, 17, false},
                                              {"Door", XLSX_TEXT, 34, false}};

static void line_write(struct werk *w, const struct item_row *t)
{
    char nummer[24];
    kandidaat_to_text(t->kandidaat, nummer, sizeof(nummer));
    xlsx_getal(w->x, t->nr);
    xlsx_getal(w->x, t->inzet.id);
    xlsx_text(w->x, t->kandidaat.id ? nummer : label_inzet_soort(t->soort));
    xlsx_text(w->x, t->blok);
    xlsx_text(w->x, t->naam);
    xlsx_text(w->x, t->opdrachtnemer);
    xlsx_geld(w->x, t->waarde);
    xlsx_getal(w->x, t->gezien);
    xlsx_getal(w->x, t->vooraf);
    xlsx_text(w->x, t->uitkomst ? label_uitkomst(t->uitkomst) : "nog te beoordelen");
    xlsx_text(w->x, t->vervolg ? label_vervolg(t->vervolg) : NULL);
    xlsx_moment(w->x, t->beoordeeld_op);
    xlsx_text(w->x, t->beoordeeld_wie);
    xlsx_row(w->x);
}

static enum result items_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    const steekproef_id *id = w->eigen;
    struct steekproef_row s;
    struct item_row *rows;
    size_t n;
    char dag[11];
    int64_t som = 0;
    (void)tot; /* at most 500 rows: one turn */
    TRY(steekproef_read(r->db, w->a, *id, r->today, &s));
    TRY(items_read(r->db, w->a, *id, &n, &rows));
    TRY(excel_begin(r, w));
    xlsx_sheet(w->x, "Items", kolommen, sizeof(kolommen) / sizeof(kolommen[0]));
    for (size_t i = 0; i < n; i++) {
        line_write(w, &rows[i]);
        som += rows[i].waarde.cent;
    }
    xlsx_table_end(w->x, arena_printf(w->a, "Totaal van %zu items", n), &som);
    datum_to_text(s.deadline, dag);
    const char *regels[] = {"Wat",
                            arena_printf(w->a, "Steekproef %lld", (long long)s.id.id),
                            "Getrokken uit",
                            s.filter,
                            "Hoeveel",
                            arena_printf(w->a, "%s van %lld keer inzet", s.gevraagd, (long long)s.populatie),
                            "Kans",
                            strcmp(s.weging, "waarde") == 0 ? "naar waarde" : "gelijk",
                            "Zaad",
                            s.zaad,
                            "SHA-256 van de lijst",
                            s.sha256,
                            "Bewijs tonen uiterlijk",
                            arena_strdup(w->a, dag),
                            "Conclusie",
                            s.conclusie,
                            "Privacy",
                            "Kandidaten staan hier met hun nummer.",
                            NULL};
    excel_over(r, w, regels);
    *klaar = true;
    return OK;
}

enum result steekproef_excel(struct request *r)
{
    struct werk *w = werk_new();
    steekproef_id *id = ARENA_NEW(w->a, steekproef_id);
    *id = request_id(r, "steekproef", steekproef_id);
    w->eigen = id;
    w->turn = items_turn;
    w->bestand = arena_printf(w->a, "steekproef-%lld.xlsx", (long long)id->id);
    w->titel = "Steekproef";
    return excel_answer(r, w);
}
