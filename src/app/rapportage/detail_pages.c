/* app/rapportage/detail_pages.c: Detailoverzicht project: everything of one project in an Excel file, as its pages show
 * it to this viewer; kandidaten by their number only. */
#include <string.h>

#include "app/eindoordeel/eindoordeel.h"
#include "app/labels.h"
#include "app/rapportage/rapportage.h"
#include "app/rapportage/rapportage_excel.h"
#include "app/rapportage/rapportage_store.h"

static void line(struct werk *w, const char *label, const char *value)
{
    if (!value || !*value)
        return;
    xlsx_bold(w->x, label);
    xlsx_text(w->x, value);
    xlsx_row(w->x);
}

static void line_money(struct werk *w, const char *label, geld g)
{
    if (geld_is_none(g))
        return;
    xlsx_bold(w->x, label);
    xlsx_geld(w->x, g);
    xlsx_row(w->x);
}

static void line_day(struct werk *w, const char *label, datum d)
{
    xlsx_bold(w->x, label);
    xlsx_datum(w->x, d);
    xlsx_row(w->x);
}

static void line_signed(struct werk *w, const char *label, tijdstip op, const char *wie)
{
    char moment[24];
    tijdstip_to_text(op, moment, sizeof(moment));
    line(w, label,
         op.sec == 0 ? "nee"
                     : arena_printf(w->a, "ja, sinds %s uur%s%s", moment, wie ? ", door " : "", wie ? wie : ""));
}

static const char *percent(struct arena *a, basispunt b)
{
    char s[24] = "";
    if (!bp_is_none(b))
        bp_to_text(b, s, sizeof(s));
    return arena_strdup(a, s);
}

static void people_write(struct werk *w, const struct detail_project *d)
{
    line(w, "Projectnaam", d->naam);
    line(w, "Projectgroep", d->projectgroep);
    line(w, "Regio", d->regio);
    line(w, "Opdrachtgever", d->opdrachtgever);
    line(w, "WSP van opdrachtgever", d->wsp);
    line(w, "Extra WSP", d->extra_wsp);
    line(w, "Opdrachtnemer", d->opdrachtnemer);
    line(w, "KvK", d->kvk);
    line(w, "SR-intermediair", d->intermediair);
    line(w, "Plaats project", d->plaats);
    line_day(w, "Startdatum", d->start);
    line_day(w, "Einddatum", d->eind);
    line(w, "Sector", d->sector);
    line(w, "Methodiek", d->methodiek);
    line(w, "Contractafspraak", d->afspraak);
    line(w, "Mag verlengd worden", d->verlengbaar ? "ja" : "nee");
    line(w, "Toelichting", d->toelichting);
}

static enum result eindoordeel_write(struct request *r, struct werk *w, project_id id)
{
    struct eindoordeel e;
    enum result found = eindoordeel_newest(r->db, w->a, id, DATUM_GEEN, &e);
    if (found != OK)
        return found == NOT_FOUND ? OK : found;
    line(w, "Eindoordeel", label_oordeel(e.oordeel));
    line_money(w, "Tekort", e.tekort);
    line(w, "Reden van een ander tekort", e.tekort_reden);
    line(w, "Maatregel", label_maatregel(e.maatregel));
    line_money(w, "Bedrag van de maatregel", e.maatregel_bedrag);
    if (!datum_is_none(e.maatregel_dag))
        line_day(w, "Maatregel tot en met", e.maatregel_dag);
    if (!datum_is_none(e.afgewikkeld_dag))
        line_day(w, "Maatregel afgewikkeld op", e.afgewikkeld_dag);
    line_money(w, "Afgewikkeld bedrag", e.afgewikkeld_bedrag);
    line(w, "Toelichting bij het eindoordeel", e.toelichting);
    return OK;
}

static enum result project_sheet(struct request *r, struct werk *w, project_id id)
{
    static const struct xlsx_column kop[] = {{"Gegeven", XLSX_TEXT, 32, false}, {"Waarde", XLSX_TEXT, 60, false}};
    struct detail_project d;
    const char *code;
    TRY(detail_project_read(r->db, w->a, id, &d));
    TRY(rapport_code(r->db, w->a, id, &code));
    xlsx_sheet(w->x, "Project", kop, 2);
    people_write(w, &d);
    line_money(w, "Opdrachtwaarde", d.opdrachtwaarde);
    line(w, "SR-percentage", percent(w->a, d.sr_bp));
    line_money(w, "SR verplichting bruto", d.bruto);
    if (!geld_is_none(d.bruto))
        line_money(w, "PSO-korting", d.korting);
    line_money(w, "SR verplichting netto", d.netto);
    line_money(w, "SR actueel", d.actueel);
    line_money(w, "SR prognose", d.prognose);
    line_money(w, "Nog te beoordelen", d.ingediend);
    line(w, "Voortgang", d.voortgang);
    line_day(w, "Stand van", d.som_dag);
    TRY(eindoordeel_write(r, w, id));
    line_signed(w, "SR verantwoording goedgekeurd", d.goedgekeurd_op, d.goedgekeurd_wie);
    line_signed(w, "Project afgerond", d.afgerond_op, d.afgerond_wie);
    if (code) {
        line(w, "Akkoordverklaring Social Return, code",
             arena_printf(w->a, "%.4s-%.4s-%.4s-%.4s", code, code + 4, code + 8, code + 12));
        line(w, "Controleren op", arena_printf(w->a, "%s/akkoordverklaring", r->site->config->base_url));
    }
    return OK;
}

static enum result perioden_sheet(struct request *r, struct werk *w, project_id id)
{
    static const struct xlsx_column kop[] = {
        {"Wat", XLSX_TEXT, 14, false},         {"Van", XLSX_DATUM, 12, false},
        {"Tot en met", XLSX_DATUM, 12, false}, {"Geschat", XLSX_GELD, 16, true},
        {"Vastgesteld", XLSX_GELD, 16, true},  {"Verwachte omzet", XLSX_GELD, 16, false},
        {"Omzet", XLSX_GELD, 16, false},       {"SR-percentage", XLSX_TEXT, 14, false},
        {"Verlengd met", XLSX_GELD, 16, true}, {"Vastgelegd op", XLSX_MOMENT, 18, false}};
    struct detail_periode *p;
    struct detail_verlenging *v;
    size_t n, n_verlengd;
    int64_t sums[3] = {0};
    TRY(detail_perioden_read(r->db, w->a, id, &n, &p));
    TRY(detail_verlengingen_read(r->db, w->a, id, &n_verlengd, &v));
    xlsx_sheet(w->x, "Perioden", kop, sizeof(kop) / sizeof(kop[0]));
    for (size_t i = 0; i < n; i++) {
        xlsx_text(w->x, "Periode");
        xlsx_datum(w->x, p[i].start);
        xlsx_datum(w->x, p[i].eind);
        xlsx_geld(w->x, p[i].geschat);
        xlsx_geld(w->x, p[i].vastgesteld);
        xlsx_geld(w->x, p[i].omzet_verwacht);
        xlsx_geld(w->x, p[i].omzet);
        xlsx_text(w->x, percent(w->a, p[i].bp));
        xlsx_row(w->x);
        sums[0] += p[i].geschat.cent;
        sums[1] += geld_is_none(p[i].vastgesteld) ? 0 : p[i].vastgesteld.cent;
    }
    for (size_t i = 0; i < n_verlengd; i++) {
        xlsx_text(w->x, "Verlenging");
        xlsx_datum(w->x, v[i].van);
        xlsx_datum(w->x, v[i].tm);
        for (int skip = 0; skip < 5; skip++)
            xlsx_skip(w->x);
        xlsx_geld(w->x, v[i].bedrag);
        xlsx_moment(w->x, v[i].op);
        xlsx_row(w->x);
        sums[2] += v[i].bedrag.cent;
    }
    xlsx_table_end(w->x, "Totaal", sums);
    return OK;
}

/* ---- verantwoording, line by line ---- */

static const struct rapport_feit *fact_of(const struct rapport_feit *f, size_t n, inzet_id id)
{
    for (size_t i = 0; i < n; i++)
        if (f[i].inzet.id == id.id)
            return &f[i];
    return NULL;
}

static void regel_write(struct werk *w, const struct rapport_feit *f, const struct inzet_regels *x,
                        const struct waarde_regel *p, const struct waarde_regel *a, int64_t sums[3])
{
    char nummer[24] = "";
    if (f->kandidaat.id)
        kandidaat_to_text(f->kandidaat, nummer, sizeof(nummer));
    geld now = a ? a->bedrag : (geld){0}, whole = p ? p->bedrag : (geld){0};
    xlsx_text(w->x, f->soort);
    xlsx_text(w->x, *nummer ? nummer : f->nummer);
    xlsx_text(w->x, f->kandidaat.id ? f->klasse : f->leverancier);
    xlsx_text(w->x, f->status);
    xlsx_text(w->x, x->telt    ? (x->nieuwste ? "telt mee" : "telt mee tot de wijziging is beoordeeld")
                    : x->wacht ? "wacht op beoordeling"
                               : "telt niet mee");
    xlsx_text(w->x, p ? p->blok->label : f->blok);
    xlsx_datum(w->x, p ? p->van : DATUM_GEEN);
    xlsx_datum(w->x, p ? datum_plus_days(p->tot, -1) : DATUM_GEEN);
    xlsx_text(w->x, p ? p->berekening : "");
    xlsx_geld(w->x, x->telt ? now : GELD_GEEN);
    xlsx_geld(w->x, x->telt ? whole : GELD_GEEN);
    xlsx_geld(w->x, x->wacht ? whole : GELD_GEEN);
    xlsx_row(w->x);
    sums[0] += x->telt ? now.cent : 0;
    sums[1] += x->telt ? whole.cent : 0;
    sums[2] += x->wacht ? whole.cent : 0;
}

static const struct waarde_regel *same_block(const struct waarde *v, const struct bouwblok *blok)
{
    for (size_t i = 0; i < v->n_regels; i++)
        if (v->regels[i].blok == blok)
            return &v->regels[i];
    return NULL;
}

static enum result inzet_sheet(struct request *r, struct werk *w, project_id id)
{
    static const struct xlsx_column kop[] = {{"Soort", XLSX_TEXT, 18, false},
                                             {"Kandidaat of factuur", XLSX_TEXT, 18, false},
                                             {"Leeftijd of leverancier", XLSX_TEXT, 24, false},
                                             {"Status", XLSX_TEXT, 14, false},
                                             {"Telt", XLSX_TEXT, 20, false},
                                             {"Bouwblok", XLSX_TEXT, 36, false},
                                             {"Telt van", XLSX_DATUM, 12, false},
                                             {"Telt tot en met", XLSX_DATUM, 12, false},
                                             {"Berekening", XLSX_TEXT, 60, false},
                                             {"SR actueel", XLSX_GELD, 16, true},
                                             {"SR prognose", XLSX_GELD, 16, true},
                                             {"Nog te beoordelen", XLSX_GELD, 16, true}};
    struct rapport_feit *feiten;
    struct inzet_regels *regels;
    size_t n_feiten, n;
    int64_t sums[3] = {0};
    TRY(detail_inzet_read(r->db, w->a, id, &n_feiten, &feiten));
    TRY(project_regels_read(r, id, &n, &regels));
    xlsx_sheet(w->x, "Verantwoording", kop, sizeof(kop) / sizeof(kop[0]));
    for (size_t i = 0; i < n; i++) {
        const struct rapport_feit *f = fact_of(feiten, n_feiten, regels[i].inzet);
        if (!f)
            continue;
        if (regels[i].prognose.n_regels == 0)
            regel_write(w, f, &regels[i], NULL, NULL, sums);
        for (size_t k = 0; k < regels[i].prognose.n_regels; k++) {
            const struct waarde_regel *p = &regels[i].prognose.regels[k];
            regel_write(w, f, &regels[i], p, same_block(&regels[i].actueel, p->blok), sums);
        }
    }
    xlsx_table_end(w->x, "Totaal", sums);
    return OK;
}

static enum result contacten_sheet(struct request *r, struct werk *w, project_id id)
{
    static const struct xlsx_column kop[] = {{"Naam", XLSX_TEXT, 28, false},     {"Organisatie", XLSX_TEXT, 32, false},
                                             {"Soort", XLSX_TEXT, 22, false},    {"Functie", XLSX_TEXT, 24, false},
                                             {"Telefoon", XLSX_TEXT, 16, false}, {"E-mailadres", XLSX_TEXT, 34, false}};
    struct detail_contact *c;
    size_t n;
    TRY(detail_contacten_read(r->db, w->a, id, &n, &c));
    xlsx_sheet(w->x, "Contactpersonen", kop, sizeof(kop) / sizeof(kop[0]));
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {c[i].naam, c[i].organisatie, c[i].soort, c[i].functie, c[i].telefoon, c[i].email};
        for (size_t k = 0; k < 6; k++)
            xlsx_text(w->x, cells[k]);
        xlsx_row(w->x);
    }
    return OK;
}

static enum result historie_sheet(struct request *r, struct werk *w, project_id id)
{
    static const struct xlsx_column kop[] = {{"Wanneer", XLSX_MOMENT, 18, false},   {"Wie", XLSX_TEXT, 26, false},
                                             {"Organisatie", XLSX_TEXT, 30, false}, {"Wat", XLSX_TEXT, 34, false},
                                             {"Was", XLSX_TEXT, 50, false},         {"Werd", XLSX_TEXT, 50, false}};
    struct detail_historie *h;
    size_t n;
    TRY(detail_historie_read(r->db, w->a, id, &n, &h));
    xlsx_sheet(w->x, "Historie", kop, sizeof(kop) / sizeof(kop[0]));
    for (size_t i = 0; i < n; i++) {
        const char *const cells[] = {h[i].wie, h[i].organisatie, h[i].wat, h[i].voor, h[i].na};
        xlsx_moment(w->x, h[i].op);
        for (size_t k = 0; k < 5; k++)
            xlsx_text(w->x, cells[k]);
        xlsx_row(w->x);
    }
    return OK;
}

static enum result detail_turn(struct request *r, struct werk *w, int64_t tot, bool *klaar)
{
    project_id id = request_id(r, "project", project_id);
    (void)tot;
    TRY(excel_begin(r, w));
    TRY(project_sheet(r, w, id));
    TRY(perioden_sheet(r, w, id));
    TRY(inzet_sheet(r, w, id));
    TRY(contacten_sheet(r, w, id));
    TRY(historie_sheet(r, w, id));
    const char *regels[] = {"Rapport", "Detailoverzicht project", "Privacy",
                            "Kandidaten staan hier zonder naam, adres en geboortedatum.", NULL};
    excel_over(r, w, regels);
    *klaar = true;
    return OK;
}

/* One project is never so large that it takes more than one turn. */
enum result detailoverzicht_page(struct request *r)
{
    struct werk *w = werk_new();
    w->turn = detail_turn;
    w->bestand = "detailoverzicht-project.xlsx";
    w->titel = "Detailoverzicht project";
    return excel_answer(r, w);
}
