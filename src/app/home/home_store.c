#include "app/home/home_store.h"

#include <stdlib.h>

#include "app/labels.h"
#include "app/project/project.h"
#include "app/regio/regio.h"
#include "app/register/register.h"
#include "app/urls.h"
#include "data/reader.h"
#include "data/viewer.h"

SQL(waits_periods,
    "SELECT p.id, p.naam, date(max(t.eind), '+1 day') AS sinds FROM periode t JOIN project p ON p.id = t.project_id WHERE t.vastgesteld_cent IS NULL AND t.eind < :dag AND p.mag_perioden"
    " GROUP BY p.id ORDER BY sinds DESC LIMIT 20");
SQL(waits_finish,
    "SELECT id, naam, date(goedgekeurd_op, 'unixepoch') AS sinds FROM project WHERE mag_afronden ORDER BY sinds DESC LIMIT 20");
SQL(waits_extend,
    "SELECT id, naam, date(eind, '-90 days') AS sinds FROM project WHERE mag_verlengen ORDER BY sinds DESC LIMIT 20");
SQL(waits_approve,
    "SELECT id, naam, date(eind, '+1 day') AS sinds FROM project WHERE mag_goedkeuren AND eind < :dag ORDER BY sinds DESC LIMIT 20");
SQL(waits_term,
    "SELECT count(*) AS n, max(vervalt) AS sinds FROM bewaren WHERE vervalt <= :dag AND coalesce(uitstel_tot, '') < :dag");
SQL(waits_papers,
    "SELECT count(*) AS n, max(vervalt) AS sinds FROM bewaren_stuk WHERE vervalt <= :dag AND coalesce(uitstel_tot, '') < :dag");
SQL(waits_list,
    "SELECT id, date(op, 'unixepoch') AS sinds FROM vernietiging WHERE mag_besluiten ORDER BY id DESC LIMIT 4");
SQL(waits_access,
    "SELECT open_id, volgende, volgende <= :dag AS te_laat FROM toegang_stand WHERE open_id IS NOT NULL OR volgende <= :dag");
SQL(waits_merge,
    "SELECT id, weg_naam, blijft_naam, date(op, 'unixepoch') AS sinds FROM samenvoeging WHERE mag_besluiten ORDER BY id DESC LIMIT 20");
SQL(waits_requests,
    "SELECT id, soort, ontvangen, verlengd_reden <> '' AS langer FROM verzoek WHERE gesloten_op IS NULL ORDER BY ontvangen, id LIMIT 20");
SQL(waits_measure,
    "SELECT p.id, p.naam, e.maatregel_dag AS sinds FROM eindoordeel e JOIN project p ON p.id = e.project_id WHERE e.nieuwste AND p.mag_eindoordeel AND e.maatregel_dag < :dag"
    " AND ((e.maatregel = 'hersteltermijn' AND p.goedgekeurd_op IS NULL) OR (e.maatregel_cent IS NOT NULL AND e.afgewikkeld_dag IS NULL)) ORDER BY sinds DESC LIMIT 20");
SQL(waits_missing,
    "SELECT p.id, p.naam, date(max(t.op), 'unixepoch') AS sinds FROM ontbreekt t JOIN project p ON p.id = t.project_id WHERE p.mag_inzet AND p.goedgekeurd_op IS NULL"
    " GROUP BY p.id ORDER BY sinds DESC LIMIT 20");
SQL(waits_sent_back,
    "SELECT i.id AS inzet, p.id, p.naam, coalesce(date(i.beoordeeld_op, 'unixepoch'), p.som_dag) AS sinds FROM inzet i JOIN project p ON p.id = i.project_id"
    " WHERE i.status = 'teruggestuurd' AND i.ingetrokken_op IS NULL AND p.mag_inzet ORDER BY sinds DESC LIMIT 20");
SQL(waits_assess,
    "SELECT count(*) AS n, date(max(ingevoerd_op), 'unixepoch') AS sinds FROM inzet WHERE mag_beoordelen");
SQL(waits_reminders,
    "SELECT p.id, p.naam, p.start, p.eind, r.herinnering FROM project p JOIN regio r ON r.id = p.regio_id WHERE p.mag_inzet AND p.goedgekeurd_op IS NULL AND p.start < :dag LIMIT 500");
SQL(waits_plan_assess,
    "SELECT p.id, p.naam, date(v.ingediend_op, 'unixepoch') AS sinds FROM plan v JOIN project p ON p.id = v.project_id WHERE v.status = 'ingediend' AND p.afgerond_op IS NULL ORDER BY sinds DESC LIMIT 20");
SQL(waits_plan_adjust,
    "SELECT p.id, p.naam, date(v.beoordeeld_op, 'unixepoch') AS sinds FROM plan v JOIN project p ON p.id = v.project_id WHERE v.status = 'aanpassen' AND p.mag_inzet"
    " AND NOT EXISTS (SELECT 1 FROM plan n WHERE n.project_id = p.id AND n.nr > v.nr AND n.status <> 'concept') ORDER BY sinds DESC LIMIT 20");
SQL(waits_mails,
    "SELECT count(*) AS n, date(max(gemaakt_op), 'unixepoch') AS sinds FROM bericht WHERE status = 'mislukt'");
SQL(waits_questions,
    "SELECT coalesce(sum(staat = 'open'), 0) AS open, coalesce(sum(staat = 'in_behandeling'), 0) AS mijn, date(max(CASE staat WHEN 'open' THEN gewijzigd_op END), 'unixepoch') AS open_sinds,"
    " date(max(CASE staat WHEN 'in_behandeling' THEN gewijzigd_op END), 'unixepoch') AS mijn_sinds FROM hulpvraag"
    " WHERE mag_behandelen AND staat IN ('open', 'in_behandeling') AND (staat = 'open' OR behandelaar_id = kijker())");
SQL(waits_show,
    "SELECT t.steekproef_id, t.deadline, date(t.getrokken_op, 'unixepoch') AS sinds, count(*) AS n FROM steekproef_item t WHERE t.mag_antwoord AND t.uitkomst IS NULL AND t.gezien = 0"
    " GROUP BY t.steekproef_id ORDER BY t.steekproef_id DESC LIMIT 20");
SQL(waits_correct,
    "SELECT t.steekproef_id, t.id, date(t.beoordeeld_op, 'unixepoch') AS sinds FROM steekproef_item t WHERE t.mag_antwoord AND t.uitkomst <> 'akkoord' AND NOT t.gecorrigeerd"
    " AND coalesce(t.vervolg, '') IN ('', 'correctie_gevraagd') ORDER BY t.id DESC LIMIT 20");
SQL(waits_judge,
    "SELECT t.steekproef_id, t.deadline AS sinds, count(*) AS n FROM steekproef_item t WHERE t.mag_oordeel AND t.uitkomst IS NULL AND t.deadline < :dag GROUP BY t.steekproef_id ORDER BY t.deadline DESC LIMIT 20");
SQL(waits_close,
    "SELECT s.id, s.deadline AS sinds FROM steekproef s WHERE s.mag_sluiten AND NOT EXISTS (SELECT 1 FROM steekproef_item t WHERE t.steekproef_id = s.id AND t.uitkomst IS NULL) ORDER BY s.id DESC LIMIT 20");
SQL(waits_behind,
    "SELECT id, naam, eind AS sinds FROM project WHERE afgerond_op IS NULL AND signaal = 'loopt_achter' AND eind >= :dag ORDER BY eind LIMIT 20");
SQL(figures,
    "SELECT count(*) AS n, coalesce(sum(signaal = 'loopt_achter'), 0) AS achter, coalesce(sum(signaal = 'let_op'), 0) AS let_op, coalesce(sum(netto_cent), 0) AS netto,"
    " coalesce(sum(CASE WHEN netto_cent IS NOT NULL THEN actueel_cent END), 0) AS actueel, coalesce(sum(CASE WHEN netto_cent IS NOT NULL THEN prognose_cent END), 0) AS prognose"
    " FROM project WHERE afgerond_op IS NULL");
SQL(contact_lines,
    "SELECT naam, cp_email, cp_telefoon, grondslag, privacytekst, verantwoordelijke, fg, bewaar_jaren, identiteit = 'initialen' AS initialen, toestemming FROM regio_contact ORDER BY naam");

enum { WAITS_MOST = 100, BEHIND_MOST = 20, REMINDER_DAYS = 30 };

static void wait_add(struct home_view *v, url href, const char *naam, const char *wat, datum sinds)
{
    if (v->n_rows < WAITS_MOST)
        v->rows[v->n_rows++] = (struct wait_row){href, naam, wat, sinds};
}

/* part: of the project, "" = the project itself */
static enum result waits_add(struct query *q, const char *part, const char *wat, struct home_view *v)
{
    while (next_row(q)) {
        project_id id = row_id(q, "id", project_id);
        wait_add(v, *part ? url_project_part(id, part) : url_project(id), row_text(q, "naam"), wat,
                 row_datum(q, "sinds"));
    }
    return query_result(q);
}

static const char *steekproef_name(struct arena *a, steekproef_id id)
{
    return arena_printf(a, "Steekproef %lld", (long long)id.id);
}

/* Evidence to show, and items that were not in order. */
static enum result waits_of_shown(struct reader *db, struct arena *a, struct home_view *v)
{
    struct query q CLEAN = query(db, a, waits_show, BIND_NONE);
    while (next_row(&q)) {
        char tot[11];
        steekproef_id id = row_id(&q, "steekproef_id", steekproef_id);
        datum_to_text(row_datum(&q, "deadline"), tot);
        wait_add(
            v, url_steekproef(id), steekproef_name(a, id),
            arena_printf(a, "laat bewijs zien van %lld keer inzet, uiterlijk %s", (long long)row_int(&q, "n"), tot),
            row_datum(&q, "sinds"));
    }
    TRY(query_result(&q));
    struct query c CLEAN = query(db, a, waits_correct, BIND_NONE);
    while (next_row(&c)) {
        steekproef_id id = row_id(&c, "steekproef_id", steekproef_id);
        wait_add(v, url_steekproef_item(id, row_id(&c, "id", steekproef_item_id)), steekproef_name(a, id),
                 "een item is niet akkoord: bekijk wat er moet gebeuren", row_datum(&c, "sinds"));
    }
    return query_result(&c);
}

/* After the deadline: to judge, and then to close. */
static enum result waits_of_judges(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query q CLEAN = query(db, a, waits_judge, BIND(B("dag", today)));
    while (next_row(&q)) {
        steekproef_id id = row_id(&q, "steekproef_id", steekproef_id);
        wait_add(v, url_steekproef(id), steekproef_name(a, id),
                 arena_printf(a, "is over de uiterste dag: nog %lld te beoordelen", (long long)row_int(&q, "n")),
                 row_datum(&q, "sinds"));
    }
    TRY(query_result(&q));
    struct query c CLEAN = query(db, a, waits_close, BIND_NONE);
    while (next_row(&c)) {
        steekproef_id id = row_id(&c, "id", steekproef_id);
        wait_add(v, url_steekproef(id), steekproef_name(a, id), "is helemaal beoordeeld en kan worden gesloten",
                 row_datum(&c, "sinds"));
    }
    return query_result(&c);
}

static enum result waits_of_og(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query q CLEAN = query(db, a, waits_periods, BIND(B("dag", today)));
    TRY(waits_add(&q, "perioden", "vul het vastgestelde bedrag van de afgelopen periode in", v));
    struct query e CLEAN = query(db, a, waits_finish, BIND_NONE);
    TRY(waits_add(&e, "afronden", "is goedgekeurd en kan worden afgerond", v));
    struct query x CLEAN = query(db, a, waits_extend, BIND_NONE);
    return waits_add(&x, "verlengen", "kan worden verlengd", v);
}

static enum result waits_of_am(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query e CLEAN = query(db, a, waits_approve, BIND(B("dag", today)));
    TRY(waits_add(&e, "", "is afgelopen: is de SR verplichting nagekomen?", v));
    struct query m CLEAN = query(db, a, waits_measure, BIND(B("dag", today)));
    TRY(waits_add(&m, "eindoordeel", "heeft een maatregel waarvan de termijn voorbij is", v));
    struct query v_plan CLEAN = query(db, a, waits_plan_assess, BIND_NONE);
    TRY(waits_add(&v_plan, "plan", "heeft een plan van aanpak dat wacht op uw oordeel", v));
    struct query w CLEAN = query(db, a, waits_assess, BIND_NONE);
    TRY(one_row(&w));
    if (row_int(&w, "n") > 0)
        wait_add(v, url_te_beoordelen(), arena_printf(a, "%lld keer inzet", (long long)row_int(&w, "n")),
                 "wacht op uw beoordeling", row_datum(&w, "sinds"));
    return OK;
}

static enum result waits_of_on(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query t CLEAN = query(db, a, waits_sent_back, BIND_NONE);
    while (next_row(&t))
        wait_add(v, url_inzet(row_id(&t, "id", project_id), row_id(&t, "inzet", inzet_id)), row_text(&t, "naam"),
                 "inzet is teruggestuurd: verbeter de inzet", row_datum(&t, "sinds"));
    TRY(query_result(&t));
    struct query m CLEAN = query(db, a, waits_missing, BIND_NONE);
    TRY(waits_add(&m, "", "volgens de accountmanager ontbreekt er nog iets", v));
    struct query v_plan CLEAN = query(db, a, waits_plan_adjust, BIND_NONE);
    TRY(waits_add(&v_plan, "plan", "de accountmanager vraagt u het plan van aanpak aan te passen", v));
    struct query h CLEAN = query(db, a, waits_reminders, BIND(B("dag", today)));
    while (next_row(&h)) {
        struct herinnering rule;
        datum d = DATUM_GEEN;
        if (herinnering_lees(row_text(&h, "herinnering"), &rule))
            d = herinnering_dag(&rule, row_datum(&h, "start"), row_datum(&h, "eind"),
                                datum_plus_days(today, -REMINDER_DAYS), today);
        if (!datum_is_none(d))
            wait_add(v, url_project_part(row_id(&h, "id", project_id), "verantwoording"), row_text(&h, "naam"),
                     "herinnering: is de verantwoording nog bij?", d);
    }
    return query_result(&h);
}

/* Persons whose retention term is over, and a list of them that waits for this coordinator. */
static enum result waits_to_destroy(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query t CLEAN = query(db, a, waits_term, BIND(B("dag", today)));
    TRY(one_row(&t));
    if (row_int(&t, "n") > 0)
        wait_add(v, url_vernietigen(), arena_printf(a, "%lld keer", (long long)row_int(&t, "n")),
                 "is de bewaartermijn van een kandidaat voorbij", row_datum(&t, "sinds"));
    struct query p CLEAN = query(db, a, waits_papers, BIND(B("dag", today)));
    TRY(one_row(&p));
    if (row_int(&p, "n") > 0)
        wait_add(v, url_vernietigen(), arena_printf(a, "%lld keer", (long long)row_int(&p, "n")),
                 "is de bewaartermijn van stukken, notities of een dossier voorbij", row_datum(&p, "sinds"));
    struct query l CLEAN = query(db, a, waits_list, BIND_NONE);
    while (next_row(&l))
        wait_add(v, url_vernietiging(row_id(&l, "id", vernietiging_id)), "Een vernietigingslijst",
                 "wacht op uw besluit", row_datum(&l, "sinds"));
    return query_result(&l);
}

/* Organisaties that another coordinatiepunt wants to merge, one of which has projects here. */
static enum result waits_to_merge(struct reader *db, struct arena *a, struct home_view *v)
{
    struct query m CLEAN = query(db, a, waits_merge, BIND_NONE);
    while (next_row(&m))
        wait_add(v, url_samenvoeging(row_id(&m, "id", samenvoeging_id)),
                 arena_printf(a, "%s en %s", row_text(&m, "weg_naam"), row_text(&m, "blijft_naam")),
                 "samenvoegen: geef akkoord of weiger", row_datum(&m, "sinds"));
    return query_result(&m);
}

/* Requests of persons whose data it is: each has a term (app/betrokkene). */
static enum result waits_requests_of(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query q CLEAN = query(db, a, waits_requests, BIND_NONE);
    while (next_row(&q)) {
        char day[11];
        datum ontvangen = row_datum(&q, "ontvangen"),
              termijn = datum_plus_months(ontvangen, row_bool(&q, "langer") ? 3 : 1);
        datum_to_text(termijn, day);
        wait_add(v, url_verzoek(row_id(&q, "id", verzoek_id)),
                 arena_printf(a, "Verzoek van een betrokkene: %s", label_verzoek(row_text(&q, "soort"))),
                 arena_printf(a, "%s %s",
                              termijn.dag < today.dag ? "had beantwoord moeten zijn op" : "beantwoorden voor", day),
                 ontvangen);
    }
    return query_result(&q);
}

/* The yearly review of who has access: due, or begun and not closed. */
static enum result waits_to_review(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    struct query t CLEAN = query(db, a, waits_access, BIND(B("dag", today)));
    while (next_row(&t)) {
        bool open = !row_is_null(&t, "open_id");
        wait_add(v, open ? url_toegang(row_id(&t, "open_id", toegang_id)) : url_toegangen(), "Wie heeft toegang",
                 open ? "de controle is begonnen en nog niet gesloten"
                      : "kijk na wie toegang heeft: dat is langer dan een jaar geleden",
                 row_bool(&t, "te_laat") ? row_datum(&t, "volgende") : today);
    }
    return query_result(&t);
}

static enum result waits_of_cp(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    TRY(waits_to_destroy(db, a, today, v));
    TRY(waits_to_merge(db, a, v));
    TRY(waits_requests_of(db, a, today, v));
    TRY(waits_to_review(db, a, today, v));
    int64_t signalen;
    datum sinds;
    TRY(leessignalen_open(db, a, today, &signalen, &sinds));
    if (signalen > 0)
        wait_add(v, url_leeslog(), arena_printf(a, "%lld keer", (long long)signalen),
                 "bekeek iemand op één dag opvallend veel personen", sinds);
    struct query m CLEAN = query(db, a, waits_mails, BIND_NONE);
    TRY(one_row(&m));
    if (row_int(&m, "n") > 0)
        wait_add(v, url_with(url_berichten(), "status=mislukt"),
                 arena_printf(a, "%lld mails", (long long)row_int(&m, "n")), "kwamen niet aan", row_datum(&m, "sinds"));
    struct query h CLEAN = query(db, a, waits_questions, BIND_NONE);
    TRY(one_row(&h));
    int64_t open = row_int(&h, "open"), mine = row_int(&h, "mijn");
    if (open > 0)
        wait_add(v, url_with(url_hulpvragen(), "staat=open"),
                 arena_printf(a, "%lld %s", (long long)open, open == 1 ? "hulpvraag" : "hulpvragen"),
                 open == 1 ? "wacht op antwoord" : "wachten op antwoord", row_datum(&h, "open_sinds"));
    if (mine > 0)
        wait_add(v, url_with(url_hulpvragen(), "staat=in%20behandeling"),
                 arena_printf(a, "%lld %s", (long long)mine, mine == 1 ? "hulpvraag" : "hulpvragen"),
                 "hebt u in behandeling", row_datum(&h, "mijn_sinds"));
    return OK;
}

static int newest_first(const void *x, const void *y)
{
    const struct wait_row *p = x, *q = y;
    return (q->sinds.dag > p->sinds.dag) - (q->sinds.dag < p->sinds.dag);
}

enum result home_waits(struct reader *db, struct arena *a, datum today, int soort, struct home_view *v)
{
    v->rows = ARENA_ARRAY(a, struct wait_row, WAITS_MOST);
    if (soort == SOORT_OG || soort == SOORT_CP)
        TRY(waits_of_og(db, a, today, v));
    if (soort == SOORT_AM)
        TRY(waits_of_am(db, a, today, v));
    if (soort == SOORT_ON || soort == SOORT_IM)
        TRY(waits_of_on(db, a, today, v));
    if (soort == SOORT_CP)
        TRY(waits_of_cp(db, a, today, v));
    if (soort == SOORT_ON || soort == SOORT_IM)
        TRY(waits_of_shown(db, a, v));
    if (soort == SOORT_AM || soort == SOORT_CP)
        TRY(waits_of_judges(db, a, today, v));
    qsort(v->rows, v->n_rows, sizeof(*v->rows), newest_first);
    return OK;
}

enum result home_behind(struct reader *db, struct arena *a, datum today, struct home_view *v)
{
    v->achter_rows = ARENA_ARRAY(a, struct wait_row, BEHIND_MOST);
    struct query b CLEAN = query(db, a, waits_behind, BIND(B("dag", today)));
    while (v->n_achter < BEHIND_MOST && next_row(&b))
        v->achter_rows[v->n_achter++] =
            (struct wait_row){url_project_part(row_id(&b, "id", project_id), "verantwoording"), row_text(&b, "naam"),
                              "", row_datum(&b, "sinds")};
    return query_result(&b);
}

enum result home_figures(struct reader *db, struct arena *a, struct home_view *v)
{
    struct query q CLEAN = query(db, a, figures, BIND_NONE);
    TRY(one_row(&q));
    v->projecten = row_int(&q, "n");
    v->achter = row_int(&q, "achter");
    v->let_op = row_int(&q, "let_op");
    v->netto = row_geld(&q, "netto");
    v->actueel = row_geld(&q, "actueel");
    v->prognose = row_geld(&q, "prognose");
    return OK;
}

enum result home_contacts(struct reader *db, struct arena *a, struct text_view *v)
{
    v->rows = ARENA_ARRAY(a, struct contact_view, WAITS_MOST);
    struct query q CLEAN = query(db, a, contact_lines, BIND_NONE);
    while (v->n_rows < WAITS_MOST && next_row(&q))
        v->rows[v->n_rows++] = (struct contact_view){.regio = row_text(&q, "naam"),
                                                     .email = row_text(&q, "cp_email"),
                                                     .telefoon = row_text(&q, "cp_telefoon"),
                                                     .grondslag = row_text(&q, "grondslag"),
                                                     .privacytekst = row_text(&q, "privacytekst"),
                                                     .verantwoordelijke = row_text(&q, "verantwoordelijke"),
                                                     .fg = row_text(&q, "fg"),
                                                     .bewaar_jaren = row_int(&q, "bewaar_jaren"),
                                                     .initialen = row_bool(&q, "initialen"),
                                                     .toestemming = row_bool(&q, "toestemming")};
    return query_result(&q);
}
