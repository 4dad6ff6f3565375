/* app/verantwoording/inzet_life_pages.c: verlengen, voortijdig uit dienst, uren wijzigen, and the person's general
 * data. One page, one question each. */
#include <stdlib.h>
#include <string.h>

#include "app/labels.h"
#include "app/urls.h"
#include "app/verantwoording/inzet_life.h"
#include "app/verantwoording/kandidaat_rules.h"
#include "templates.h"

static const char *day(struct arena *a, datum d)
{
    char s[11];
    datum_to_text(d, s);
    return arena_strdup(a, s);
}

static enum result life_page(struct request *r, const struct inzet_whole *w, const char *title,
                             const struct field *form, const void *values, const char *what)
{
    char nummer[24];
    kandidaat_to_text(w->row.kandidaat, nummer, sizeof(nummer));
    struct inzet_act_view v = {.page = layout_page(r, arena_printf(r->arena, "%s – %s", title, nummer)),
                               .form = form_view_new(r->arena, form, &r->typed, values, &r->problems, 0),
                               .project = w->head.id,
                               .inzet = w->id,
                               .what = what,
                               .button = "Opslaan"};
    layout_form(v.page, v.form);
    layout_back(v.page, url_inzet(w->head.id, w->id), arena_strdup(r->arena, nummer));
    struct html o = page_begin(r);
    inzet_act_page(&o, &v);
    return OK;
}

static enum result own_contract(struct request *r, struct inzet_whole *w)
{
    TRY(inzet_whole_read(r, w));
    return strcmp(w->row.soort, "kandidaat") == 0 ? OK : NOT_FOUND;
}

static enum result stored(struct request *r, const struct inzet_whole *w, int64_t versie, const char *wat,
                          const char *reden, const char *said)
{
    TRY(inzet_whole_store(r, w, versie, wat, reden));
    return reply_redirect_said(r, url_inzet(w->head.id, w->id), "%s", said);
}

/* ---- verlengen ---- */

enum result overeenkomst_verlengen_page(struct request *r)
{
    struct inzet_whole w;
    TRY(own_contract(r, &w));
    struct overeenkomst_verlengen_input in = {DATUM_GEEN, w.versie};
    return life_page(r, &w, "Overeenkomst verlengen", overeenkomst_verlengen_form, &in,
                     arena_printf(r->arena,
                                  "De overeenkomst loopt nu van %s t/m %s. Wat er eerst stond, blijft bewaard.",
                                  day(r->arena, w.version.start), day(r->arena, w.version.eind)));
}

/* The months a placement lasts are an answer that is derived: it follows the new end. */
static void months_follow(struct arena *a, struct inzet_version *v)
{
    for (size_t i = 0; i < v->n_antwoorden; i++)
        if (strcmp(v->antwoorden[i].name, "plaatsing_mnd") == 0)
            v->antwoorden[i].value =
                arena_printf(a, "%d", (int)(tijd_u(v->start, datum_plus_days(v->eind, 1), 1) / Q_MAAND));
}

enum result overeenkomst_verlengen_post(struct request *r)
{
    const struct overeenkomst_verlengen_input *in = r->input;
    struct inzet_whole w;
    TRY(own_contract(r, &w));
    if (datum_is_none(w.version.eind))
        problem_add(&r->problems, "eind", "Deze overeenkomst heeft geen einddatum. Verlengen is niet nodig");
    else if (!datum_is_none(in->eind) && in->eind.dag <= w.version.eind.dag)
        problem_add(&r->problems, "eind", "De nieuwe einddatum moet na %s liggen", day(r->arena, w.version.eind));
    if (!datum_is_none(w.version.uit_dienst))
        problem_add(&r->problems, "", "De kandidaat is al uit dienst. Voer een nieuwe overeenkomst in");
    if (r->problems.n > 0)
        return INVALID;
    w.version.eind = in->eind;
    months_follow(r->arena, &w.version);
    return stored(r, &w, in->versie, "inzet.verlengen",
                  arena_printf(r->arena, "verlengd t/m %s", day(r->arena, in->eind)), "De overeenkomst is verlengd.");
}

/* ---- voortijdig uit dienst ---- */

enum result uit_dienst_page(struct request *r)
{
    struct inzet_whole w;
    TRY(own_contract(r, &w));
    struct uit_dienst_input in = {w.version.uit_dienst, w.version.uit_dienst_reden, w.versie};
    return life_page(r, &w, "Voortijdig uit dienst", uit_dienst_form, &in,
                     "De overeenkomst telt mee tot en met de laatste werkdag. Wat er eerst stond, blijft bewaard.");
}

enum result uit_dienst_post(struct request *r)
{
    const struct uit_dienst_input *in = r->input;
    struct inzet_whole w;
    TRY(own_contract(r, &w));
    if (!datum_is_none(in->laatste) && in->laatste.dag < w.version.start.dag)
        problem_add(&r->problems, "laatste", "De laatste werkdag moet op of na de startdatum liggen: %s",
                    day(r->arena, w.version.start));
    if (!datum_is_none(in->laatste) && !datum_is_none(w.version.eind) && in->laatste.dag > w.version.eind.dag)
        problem_add(&r->problems, "laatste", "De overeenkomst eindigt al op %s", day(r->arena, w.version.eind));
    if (r->problems.n > 0)
        return INVALID;
    w.version.uit_dienst = in->laatste;
    w.version.uit_dienst_reden = in->reden;
    return stored(
        r, &w, in->versie, "inzet.uit_dienst",
        arena_printf(r->arena, "uit dienst op %s: %s", day(r->arena, in->laatste), label_uit_dienst(in->reden)),
        "Vastgelegd dat de kandidaat uit dienst is.");
}

/* ---- andere uren ---- */

enum result uren_page(struct request *r)
{
    struct inzet_whole w;
    TRY(own_contract(r, &w));
    struct uren_input in = {DATUM_GEEN, UREN_GEEN, w.versie};
    return life_page(r, &w, "Uren wijzigen", uren_form, &in,
                     "Voor de dagen ervoor verandert er niets. Een fout in de uren verbetert u met Corrigeren.");
}

enum result uren_post(struct request *r)
{
    const struct uren_input *in = r->input;
    struct inzet_whole w;
    char week[24];
    TRY(own_contract(r, &w));
    size_t n = w.version.n_uren;
    datum last = n > 0 ? w.version.uren[n - 1].vanaf : w.version.start;
    if (!datum_is_none(in->vanaf) && in->vanaf.dag <= last.dag)
        problem_add(&r->problems, "vanaf", "De andere uren moeten na %s beginnen: daar begonnen de uren die nu gelden",
                    day(r->arena, last));
    if (!datum_is_none(in->vanaf) && !datum_is_none(w.version.eind) && in->vanaf.dag > w.version.eind.dag)
        problem_add(&r->problems, "vanaf", "De overeenkomst eindigt op %s", day(r->arena, w.version.eind));
    if (n > INZET_UREN_MAX)
        problem_add(&r->problems, "", "De uren zijn al %d keer gewijzigd. Voer een nieuwe overeenkomst in",
                    INZET_UREN_MAX);
    if (r->problems.n > 0)
        return INVALID;
    struct uren_row *rows = ARENA_ARRAY(r->arena, struct uren_row, n + 1);
    if (n > 0)
        memcpy(rows, w.version.uren, n * sizeof(*rows));
    rows[n] = (struct uren_row){in->vanaf, in->week};
    w.version.uren = rows;
    w.version.n_uren = n + 1;
    uren_to_text(in->week, week, sizeof(week));
    return stored(r, &w, in->versie, "inzet.uren",
                  arena_printf(r->arena, "%s uur per week vanaf %s", week, day(r->arena, in->vanaf)),
                  "De uren zijn gewijzigd.");
}

/* ---- general data of the person ---- */

enum result kandidaat_data_page(struct request *r)
{
    struct inzet_whole w;
    struct wie_view wie;
    int64_t versie;
    TRY(own_contract(r, &w));
    TRY(kandidaat_open(r->db, r->seal, r->arena, w.row.kandidaat, &wie));
    TRY(kandidaat_versie(r->db, r->arena, w.row.kandidaat, &versie));
    struct kandidaat_input in = {.naam = wie.naam,
                                 .initialen = wie.initialen,
                                 .adres = wie.adres,
                                 .postcode = wie.postcode,
                                 .plaats = wie.plaats,
                                 .geboortedatum = wie.geboren,
                                 .geinformeerd_op = wie.geinformeerd,
                                 .toestemming_op = wie.toestemming,
                                 .versie = versie};
    struct inzet_act_view v = {.page = layout_page(r, "Gegevens van de kandidaat"),
                               .form = form_view_new(r->arena, kandidaat_data_form, &r->typed, &in, &r->problems, 0),
                               .project = w.head.id,
                               .inzet = w.id,
                               .what = "Deze gegevens gelden voor alle overeenkomsten van deze kandidaat.",
                               .button = "Opslaan"};
    kandidaat_identity_fields(v.form, &w.head);
    layout_form(v.page, v.form);
    layout_back(v.page, url_inzet(w.head.id, w.id), "Inzet");
    struct html o = page_begin(r);
    inzet_act_page(&o, &v);
    return OK;
}

enum result kandidaat_data_post(struct request *r)
{
    struct kandidaat_input *in = r->input;
    struct inzet_whole w;
    struct kandidaat_gecorrigeerd done;
    TRY(own_contract(r, &w));
    kandidaat_person_judge(r, &w.head, in);
    if (r->problems.n > 0)
        return INVALID;
    TRY(kandidaat_corrigeren(r, w.row.kandidaat, &w.head, in, &done));
    char nummer[24];
    kandidaat_to_text(w.row.kandidaat, nummer, sizeof(nummer));
    job_audit(r->job, (struct audit_line){.wat = "kandidaat.wijzigen",
                                          .soort = "kandidaat",
                                          .rij = w.row.kandidaat.id,
                                          .project = w.head.id,
                                          .regio = w.head.regio,
                                          .na = *done.velden ? arena_printf(r->arena, "%s: %s", nummer, done.velden)
                                                             : arena_strdup(r->arena, nummer)});
    return reply_redirect_said(r, url_inzet(w.head.id, w.id), "De gegevens van de kandidaat zijn opgeslagen.");
}

enum result kandidaten_page(struct request *r)
{
    struct kandidaten_view v = {.page = layout_page(r, "Kandidaten")};
    TRY(kandidaten_read(r->db, r->seal, r->arena, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    kandidaten_list_page(&o, &v);
    return OK;
}
