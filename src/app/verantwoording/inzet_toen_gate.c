/* app/verantwoording/inzet_toen_gate.c: a project as it stood at the end of a past day, and what made the difference
 * between two days. The same reader and the same calculation as the stored sums (inzet_sums.c), with statements that
 * leave out what had not happened yet. What was replaced stands in alle_…_was (migrations/0011_historie.sql); what
 * happened before that table existed is known by the moments the rows themselves carry. :m = the first moment that is
 * left out. */
#include <string.h>

#include "app/verantwoording/inzet_sums.h"
#include "app/verantwoording/inzet_sums_input.h"
#include "data/steward.h"

/* The row that held at :m, if it was replaced since; else the one that holds now. */
#define WAS(table, key, of)                                                                                            \
    "(SELECT x.id FROM " table " x WHERE x." key " = " of " AND x.tot >= :m ORDER BY x.tot, x.id LIMIT 1)"
#define P(column) "CASE WHEN w.id IS NULL THEN p." column " ELSE w." column " END"
#define R(column) "CASE WHEN rw.id IS NULL THEN r." column " ELSE rw." column " END"
/* an extension that came later had not moved the end yet */
#define EIND                                                                                                           \
    "CASE WHEN w.id IS NULL THEN coalesce((SELECT date(min(v.van), '-1 day') FROM alle_verlenging v WHERE v.project_id = p.id AND v.op >= :m), p.eind) ELSE w.eind END"
#define BEFORE(column) "nullif(" P(column) ", CASE WHEN " P(column) " >= :m THEN " P(column) " END)"
/* an organisatie that was merged away since is the one its projects went to */
#define PARTY(column) "coalesce((SELECT x.id FROM alle_organisatie x WHERE x.id = " P(column) "), p." column ")"
#define PROJECT_THEN                                                                                                   \
    " FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id LEFT JOIN alle_project_was w ON w.id = " WAS(         \
        "alle_project_was", "project_id", "p.id")
#define INZET_THEN(of)                                                                                                                                      \
    "(SELECT i.id, i.project_id, i.kandidaat_id, i.soort,"                                                                                                  \
    " CASE WHEN w.id IS NOT NULL THEN w.status WHEN i.beoordeeld_op >= :m THEN 'ingediend' ELSE i.status END AS status,"                                    \
    " CASE WHEN w.id IS NOT NULL THEN w.versie ELSE (SELECT max(x.versie) FROM alle_inzet_versie x WHERE x.inzet_id = i.id AND x.op < :m) END AS nieuwste," \
    " CASE WHEN w.id IS NOT NULL THEN w.geldend WHEN i.beoordeeld_op >= :m THEN NULL ELSE i.geldend END AS geldend"                                         \
    " FROM alle_inzet i LEFT JOIN alle_inzet_was w ON w.id = " WAS("alle_inzet_was", "inzet_id",                                                            \
                                                                   "i.id") " WHERE " of " AND i.ingevoerd_op < :m)"

STEWARD_SQL(
    toen_project,
    "SELECT p.id, p.regio_id, " P("set_id") " AS set_id, " P(
        "start") " AS start, " EIND
                 " AS eind, " P("afspraak") " AS afspraak, " P("verplichting_cent") " AS verplichting_cent, " BEFORE(
                     "afgerond_op") " AS afgerond_op,"
                                    " coalesce(" P("telt") ", " R("telt") ") AS telt, coalesce(" P("pso_hele_looptijd") ", " R(
                                        "pso_hele_looptijd") ") AS pso_hele_looptijd,"
                                                             " (SELECT sum(v.bedrag_cent) FROM alle_verlenging v WHERE v.project_id = p.id AND v.op < :m) AS verlengd" PROJECT_THEN
                                                             " LEFT JOIN alle_regio_was rw ON rw.id = " WAS(
                                                                 "alle_regio_was", "regio_id",
                                                                 "p.regio_id") " WHERE p.id = :id AND p.gemaakt_op < :m");
STEWARD_SQL(
    toen_project_woorden,
    "SELECT " P("naam") " AS naam, og.naam AS opdrachtgever, n.naam AS opdrachtnemer, " P("plaats") " AS plaats, " P(
        "sector") " AS sector, p.projectgroep, n.kvk,"
                  " s.naam || ' ' || s.versie AS methodiek, " BEFORE("goedgekeurd_op") " AS goedgekeurd_op, " BEFORE(
                      "afgerond_op") " AS afgerond_op,"
                                     " p.afgerond_op IS " BEFORE(
                                         "afgerond_op") " AS nog_zo, p.som_dag" PROJECT_THEN
                                                        " JOIN alle_organisatie og ON og.id = " PARTY("opdrachtgever_id") " JOIN alle_organisatie n ON n.id = " PARTY(
                                                            "opdrachtnemer_id") " JOIN alle_bouwblokkenset s ON s.id = " P("set_id") " WHERE p.id = :id AND p.gemaakt_op < :m");
STEWARD_SQL(
    toen_perioden,
    "SELECT t.start, t.geschat_cent, CASE WHEN t.vastgesteld_op >= :m THEN NULL ELSE t.vastgesteld_cent END AS vastgesteld_cent, t.id AS periode FROM alle_periode t"
    " WHERE t.project_id = :id AND coalesce(t.op, 0) < :m AND NOT EXISTS (SELECT 1 FROM alle_periode_was x WHERE x.periode_id = t.id AND x.tot >= :m)"
    " UNION ALL SELECT w.start, w.geschat_cent, w.vastgesteld_cent, w.periode_id FROM alle_periode_was w WHERE w.project_id = :id AND w.tot >= :m AND coalesce(w.op, 0) < :m"
    " AND w.id = " WAS("alle_periode_was", "periode_id", "w.periode_id") " ORDER BY 1");
STEWARD_SQL(
    toen_pso,
    "SELECT c.trede, c.van, c.tm FROM (SELECT p.id, " P("opdrachtnemer_id") " AS opdrachtnemer_id, " BEFORE(
        "afgerond_op") " AS afgerond_op" PROJECT_THEN " WHERE p.id = :id) p"
                       " JOIN alle_pso c ON c.organisatie_id = " SUMS_ON_CLOSED
                       "p.opdrachtnemer_id) WHERE c.op < :m AND (p.afgerond_op IS NULL OR c.op <= p.afgerond_op)"
                       " AND (c.vervallen_op IS NULL OR coalesce(c.vervallen_op > p.afgerond_op, c.vervallen_op >= :m)) ORDER BY c.van, c.id");
STEWARD_SQL(
    toen_inzet,
    "SELECT i.id, i.status, i.nieuwste, i.geldend, i.kandidaat_id, v.id AS versie_id, v.versie, v.bouwblok_id, v.start, v.eind, v.uit_dienst, v.cap_eind, v.aandeel_bp, v.bedrag_cent,"
    " v.uren, v.personen FROM " INZET_THEN(
        "i.project_id = :id") " i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie IN (i.nieuwste, i.geldend) ORDER BY i.id, v.versie");
STEWARD_SQL(
    toen_inzet_woorden,
    "SELECT i.id, i.kandidaat_id, i.soort, i.status, k.leeftijdsklasse, v.overeenkomst, v.start, coalesce(v.uit_dienst, v.eind) AS eind, v.uit_dienst, v.bedrag_cent, v.uren, v.nummer, v.leverancier,"
    " i.nieuwste, b.label, (SELECT u.uren FROM alle_inzet_uren u WHERE u.versie_id = v.id ORDER BY u.vanaf DESC LIMIT 1) AS week"
    " FROM " INZET_THEN(
        "i.project_id = :id") " i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.nieuwste JOIN alle_bouwblok b ON b.id = v.bouwblok_id"
                              " LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id ORDER BY i.id");
STEWARD_SQL(
    toen_uren,
    "SELECT u.versie_id, u.vanaf, u.uren FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.op < :m JOIN alle_inzet_uren u ON u.versie_id = v.id"
    " WHERE i.project_id = :id ORDER BY u.versie_id, u.vanaf");
STEWARD_SQL(
    toen_antwoorden,
    "SELECT w.versie_id, w.attribuut, w.waarde FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.op < :m JOIN alle_inzet_antwoord w ON w.versie_id = v.id"
    " WHERE i.project_id = :id ORDER BY w.versie_id");
STEWARD_SQL(
    toen_plaatsingen,
    "SELECT v.id AS versie_id, v.start, coalesce(v.uit_dienst, v.eind, " EIND
    ") AS tm, coalesce(u.vanaf, v.start) AS vanaf, u.uren, v.aandeel_bp, i.id, v.eind, v.uit_dienst, b.code"
    " FROM " INZET_THEN(
        "i.kandidaat_id IN (SELECT :kandidaat UNION ALL SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = :kandidaat AND z.sinds < :m) AND i.id <> :inzet") " i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = coalesce(i.geldend, i.nieuwste)"
                                                                                                                                                                            " JOIN alle_project p ON p.id = i.project_id LEFT JOIN alle_project_was w ON w.id = " WAS(
                                                                                                                                                                                "alle_project_was",
                                                                                                                                                                                "project_id",
                                                                                                                                                                                "p.id") " JOIN alle_bouwblok b ON b.id = v.bouwblok_id LEFT JOIN alle_inzet_uren u ON u.versie_id = v.id WHERE p.regio_id = :regio AND i.status <> 'teruggestuurd' ORDER BY v.start, v.id, u.vanaf LIMIT 256");

struct sums_bron sums_bron_toen(tijdstip tot)
{
    return (struct sums_bron){toen_project, toen_perioden,   toen_pso,         toen_inzet,
                              toen_uren,    toen_antwoorden, toen_plaatsingen, tot};
}

static struct sums_bron as_of(datum dag)
{
    return sums_bron_toen(tijdstip_at(datum_plus_days(dag, 1), 0, 0));
}

/* The words of a project, and as of which day its actueel is: an afgerond project stands still. */
static enum result words_read(struct request *r, struct arena *a, project_id id, datum dag, struct project_stand *out)
{
    struct query q CLEAN =
        query(r->gate, a, toen_project_woorden, BIND(B("id", id), B("m", tijdstip_at(datum_plus_days(dag, 1), 0, 0))));
    TRY(one_row(&q));
    *out = (struct project_stand){.id = id,
                                  .naam = row_text(&q, "naam"),
                                  .opdrachtgever = row_text(&q, "opdrachtgever"),
                                  .opdrachtnemer = row_text(&q, "opdrachtnemer"),
                                  .plaats = row_text(&q, "plaats"),
                                  .sector = row_text(&q, "sector"),
                                  .projectgroep = row_text(&q, "projectgroep"),
                                  .kvk = row_text(&q, "kvk"),
                                  .methodiek = row_text(&q, "methodiek"),
                                  .dag = dag,
                                  .goedgekeurd = !row_is_null(&q, "goedgekeurd_op"),
                                  .afgerond = !row_is_null(&q, "afgerond_op")};
    if (out->afgerond) {
        datum closed =
            row_bool(&q, "nog_zo") ? row_datum(&q, "som_dag") : tijdstip_to_datum(row_tijdstip(&q, "afgerond_op"));
        if (!datum_is_none(closed) && closed.dag < dag.dag)
            out->dag = closed;
    }
    return OK;
}

static enum result entries_words(struct request *r, struct arena *a, project_id id, datum dag,
                                 struct project_stand *out, size_t room)
{
    out->inzet = ARENA_ARRAY(a, struct inzet_stand, room + 1);
    struct query q CLEAN =
        query(r->gate, a, toen_inzet_woorden, BIND(B("id", id), B("m", tijdstip_at(datum_plus_days(dag, 1), 0, 0))));
    while (out->n_inzet < room && next_row(&q))
        out->inzet[out->n_inzet++] =
            (struct inzet_stand){.id = row_id(&q, "id", inzet_id),
                                 .kandidaat = row_id(&q, "kandidaat_id", kandidaat_id),
                                 .soort = row_text(&q, "soort"),
                                 .status = row_text(&q, "status"),
                                 .blok = row_text(&q, "label"),
                                 .klasse = row_text(&q, "leeftijdsklasse"),
                                 .overeenkomst = row_text(&q, "overeenkomst"),
                                 .leverancier = row_text_or(&q, "leverancier", ""),
                                 .nummer = row_text_or(&q, "nummer", ""),
                                 .start = row_datum(&q, "start"),
                                 .eind = row_datum(&q, "eind"),
                                 .week = row_is_null(&q, "week") ? UREN_GEEN : row_uren(&q, "week"),
                                 .uren = row_is_null(&q, "uren") ? UREN_GEEN : row_uren(&q, "uren"),
                                 .bedrag = row_geld(&q, "bedrag_cent")};
    return query_result(&q);
}

static struct inzet_stand *entry_find(struct project_stand *s, inzet_id id, size_t *from)
{
    while (*from < s->n_inzet && s->inzet[*from].id.id < id.id) /* both are in the order of their ids */
        ++*from;
    return *from < s->n_inzet && s->inzet[*from].id.id == id.id ? &s->inzet[*from] : NULL;
}

static void stand_sums(struct arena *tmp, const struct project_sums_input *p, size_t n_dagen, const datum *dagen,
                       struct project_stand *out)
{
    size_t found = 0;
    for (size_t i = 0; i < p->n_rows;) {
        struct sums own;
        size_t first = i;
        sums_entry(tmp, p, &i, out->dag, &own);
        out->actueel.cent += own.actueel.cent;
        out->prognose.cent += own.prognose.cent;
        out->ingediend.cent += own.ingediend.cent;
        struct inzet_stand *e = out->inzet ? entry_find(out, p->rows[first].inzet, &found) : NULL;
        if (!e)
            continue;
        e->actueel = own.actueel;
        e->prognose = own.prognose;
        e->ingediend = own.ingediend;
        for (size_t k = 0; k < n_dagen; k++) {
            struct sums on_day;
            size_t again = first;
            sums_entry(tmp, p, &again, dagen[k].dag < out->dag.dag ? dagen[k] : out->dag, &on_day);
            e->op[k] = on_day.actueel;
        }
    }
}

enum result project_stand_read(struct request *r, struct arena *a, project_id id, datum dag, bool inzet, size_t n_dagen,
                               const datum *dagen, struct project_stand *out)
{
    struct sums_bron then = as_of(dag);
    TRY(words_read(r, a, id, dag, out));
    struct arena *tmp = arena_new(); /* a project's input goes with it */
    struct project_sums_input *p = ARENA_NEW(tmp, struct project_sums_input);
    enum result ended = sums_input_read(r->gate, tmp, id, &then, p);
    if (ended == OK && inzet)
        ended = entries_words(r, a, id, dag, out, p->n_rows);
    if (ended == OK) {
        struct obligation o = sums_obligation(p);
        stand_sums(tmp, p, n_dagen, dagen, out);
        out->start = p->start;
        out->eind = datum_plus_days(p->tot, -1);
        out->afspraak = arena_strdup(a, p->afspraak);
        out->bruto = o.bruto;
        out->korting = o.korting;
        out->netto = o.netto;
        out->signaal = signaal_code(
            project_signaal(o.netto, out->actueel, out->prognose, verwacht(o.netto, p->start, p->tot, out->dag)));
    }
    arena_free(tmp);
    return ended;
}

/* ---- between two days ---- */

struct side {
    struct project_stand words;
    struct project_sums_input *in;
    struct obligation o;
};

static enum result side_read(struct request *r, struct arena *a, project_id id, datum dag, struct side *s)
{
    struct sums_bron then = as_of(dag);
    TRY(words_read(r, a, id, dag, &s->words));
    s->in = ARENA_NEW(a, struct project_sums_input);
    TRY(sums_input_read(r->gate, a, id, &then, s->in));
    s->o = sums_obligation(s->in);
    return OK;
}

static const struct version_row *newest_of(const struct project_sums_input *p, size_t first, size_t end)
{
    const struct version_row *v = &p->rows[first];
    for (size_t i = first; i < end; i++)
        if (p->rows[i].versie == p->rows[i].nieuwste)
            v = &p->rows[i];
    return v;
}

/* Why an entry that was there on both days is worth something else, time apart. */
static enum verschil reason(const struct version_row *was, const struct version_row *is)
{
    if (was->versie == is->versie)
        return strcmp(was->status, is->status) == 0 && was->geldend == is->geldend ? VERSCHIL_GECORRIGEERD
                                                                                   : VERSCHIL_BEOORDEELD;
    return datum_is_none(was->in.uit_dienst_tot) && !datum_is_none(is->in.uit_dienst_tot) ? VERSCHIL_BEEINDIGD
                                                                                          : VERSCHIL_GECORRIGEERD;
}

static void part_add(struct project_verschil *out, enum maat m, enum verschil v, int64_t cent)
{
    out->maat[m].deel[v].cent += cent;
}

/* One entry: what it was, the same valued on the later day (time passed), and what it is then (why). */
static void entry_explain(struct arena *a, const struct side *x, size_t *i, const struct side *y, size_t *k,
                          struct project_verschil *out)
{
    struct sums was = {{0}, {0}, {0}}, later = was, is = was;
    bool has_was = x->in && *i < x->in->n_rows, has_is = *k < y->in->n_rows;
    if (has_was && has_is && x->in->rows[*i].inzet.id != y->in->rows[*k].inzet.id) {
        has_was = x->in->rows[*i].inzet.id < y->in->rows[*k].inzet.id;
        has_is = !has_was;
    }
    const struct version_row *old = NULL, *new = NULL;
    if (has_was) {
        size_t first = *i, again = *i;
        sums_entry(a, x->in, i, x->words.dag, &was);
        sums_entry(a, x->in, &again, y->words.dag, &later);
        old = newest_of(x->in, first, *i);
    }
    if (has_is) {
        size_t first = *k;
        sums_entry(a, y->in, k, y->words.dag, &is);
        new = newest_of(y->in, first, *k);
    }
    enum verschil why = !old ? VERSCHIL_NIEUW : !new ? VERSCHIL_GECORRIGEERD : reason(old, new);
    part_add(out, MAAT_ACTUEEL, VERSCHIL_TIJD, later.actueel.cent - was.actueel.cent);
    part_add(out, MAAT_ACTUEEL, why, is.actueel.cent - later.actueel.cent);
    part_add(out, MAAT_PROGNOSE, why, is.prognose.cent - was.prognose.cent);
    out->maat[MAAT_ACTUEEL].van.cent += was.actueel.cent;
    out->maat[MAAT_ACTUEEL].tot.cent += is.actueel.cent;
    out->maat[MAAT_PROGNOSE].van.cent += was.prognose.cent;
    out->maat[MAAT_PROGNOSE].tot.cent += is.prognose.cent;
}

STEWARD_SQL(
    toen_verlengd_perioden,
    "SELECT coalesce(sum(coalesce(t.vastgesteld_cent, t.geschat_cent)), 0) AS cent FROM alle_periode t WHERE t.project_id = :id AND t.start >= :tot AND t.op >= :m");

static int64_t cents(geld g)
{
    return geld_is_none(g) ? 0 : g.cent;
}

/* What newly determined amounts changed: of the periods that stood there on both days. Both lists are in the order of
 * their start. */
static int64_t determined(const struct project_sums_input *x, const struct project_sums_input *y)
{
    int64_t sum = 0;
    size_t both = x->n_perioden < y->n_perioden ? x->n_perioden : y->n_perioden;
    for (size_t i = 0; i < both; i++) {
        const struct periode_bedrag *was = &x->perioden[i], *is = &y->perioden[i];
        if (was->vastgesteld.cent != is->vastgesteld.cent)
            sum += (geld_is_none(is->vastgesteld) ? was->geschat.cent : is->vastgesteld.cent) -
                   (geld_is_none(was->vastgesteld) ? was->geschat.cent : was->vastgesteld.cent);
    }
    return sum;
}

static enum result obligation_explain(struct request *r, struct arena *a, const struct side *x, const struct side *y,
                                      datum van, struct project_verschil *out)
{
    int64_t vast = 0, verlengd = 0, bruto = cents(y->o.bruto) - cents(x->o.bruto);
    if (strcmp(x->in->afspraak, "raamovereenkomst") == 0 && strcmp(y->in->afspraak, "raamovereenkomst") == 0) {
        vast = determined(x->in, y->in);
        if (y->in->tot.dag > x->in->tot.dag) {
            struct query q CLEAN = query(
                r->gate, a, toen_verlengd_perioden,
                BIND(B("id", y->words.id), B("tot", x->in->tot), B("m", tijdstip_at(datum_plus_days(van, 1), 0, 0))));
            TRY(one_row(&q));
            verlengd = row_int(&q, "cent");
        }
    } else {
        verlengd = cents(y->in->verlengd) - cents(x->in->verlengd);
    }
    part_add(out, MAAT_NETTO, VERSCHIL_VASTGESTELD, vast);
    part_add(out, MAAT_NETTO, VERSCHIL_VERLENGD, verlengd);
    part_add(out, MAAT_NETTO, VERSCHIL_PSO, x->o.korting.cent - y->o.korting.cent);
    part_add(out, MAAT_NETTO, VERSCHIL_GECORRIGEERD, bruto - vast - verlengd);
    out->maat[MAAT_NETTO].van.cent = cents(x->o.netto);
    out->maat[MAAT_NETTO].tot.cent = cents(y->o.netto);
    return OK;
}

static enum result verschil_read(struct request *r, struct arena *a, project_id id, datum van, datum tm,
                                 struct project_verschil *out)
{
    struct side x = {.in = NULL}, y = {.in = NULL};
    TRY(side_read(r, a, id, tm, &y));
    enum result there = side_read(r, a, id, van, &x);
    if (there != OK && there != NOT_FOUND)
        return there;
    out->nieuw = there == NOT_FOUND;
    if (out->nieuw) {
        x.in = NULL;
        out->maat[MAAT_NETTO].tot.cent = cents(y.o.netto);
        part_add(out, MAAT_NETTO, VERSCHIL_NIEUW, cents(y.o.netto));
    } else {
        TRY(obligation_explain(r, a, &x, &y, van, out));
    }
    for (size_t i = 0, k = 0; (x.in && i < x.in->n_rows) || k < y.in->n_rows;)
        entry_explain(a, &x, &i, &y, &k, out);
    out->naam = y.words.naam;
    out->opdrachtnemer = y.words.opdrachtnemer;
    return OK;
}

enum result project_verschil_read(struct request *r, struct arena *a, project_id id, datum van, datum tm,
                                  struct project_verschil *out)
{
    struct arena *tmp = arena_new();
    *out = (struct project_verschil){.id = id};
    enum result ended = verschil_read(r, tmp, id, van, tm, out);
    if (ended == OK) {
        out->naam = arena_strdup(a, out->naam);
        out->opdrachtnemer = arena_strdup(a, out->opdrachtnemer);
    }
    arena_free(tmp);
    return ended;
}
