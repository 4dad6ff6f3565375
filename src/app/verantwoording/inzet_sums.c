/* app/verantwoording/inzet_sums.c: the stored sums. One reader of everything a project's value depends on, one
 * calculation, three users: refresh, check, explanation. */
#include "app/verantwoording/inzet_sums.h"

#include <stdlib.h>
#include <string.h>

#include "app/verantwoording/inzet_sums_input.h"
#include "data/steward.h"

STEWARD_SQL(
    sums_project,
    "SELECT p.id, p.regio_id, p.set_id, p.start, p.eind, p.afspraak, p.verplichting_cent, p.afgerond_op, coalesce(p.telt, r.telt) AS telt, coalesce(p.pso_hele_looptijd, r.pso_hele_looptijd) AS pso_hele_looptijd,"
    " (SELECT sum(v.bedrag_cent) FROM alle_verlenging v WHERE v.project_id = p.id) AS verlengd FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id WHERE p.id = :id");
STEWARD_SQL(sums_perioden, "SELECT geschat_cent, vastgesteld_cent FROM alle_periode WHERE project_id = :id");
/* of a project that is afgerond: what stood there when it was closed, with the opdrachtnemer it was closed with (that
 * one may have been merged into another since) */
STEWARD_SQL(
    sums_pso,
    "SELECT c.trede, c.van, c.tm FROM alle_project p JOIN alle_pso c ON c.organisatie_id = " SUMS_ON_CLOSED
    "p.opdrachtnemer_id) WHERE p.id = :id"
    " AND (p.afgerond_op IS NULL OR c.op <= p.afgerond_op) AND (c.vervallen_op IS NULL OR c.vervallen_op > p.afgerond_op) ORDER BY c.van, c.id");
STEWARD_SQL(
    sums_inzet,
    "SELECT i.id, i.status, i.versie AS nieuwste, i.geldend, i.kandidaat_id, v.id AS versie_id, v.versie, v.bouwblok_id, v.start, v.eind, v.uit_dienst, v.cap_eind, v.aandeel_bp, v.bedrag_cent,"
    " v.uren, v.personen FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie IN (i.versie, i.geldend) WHERE i.project_id = :id ORDER BY i.id, v.versie");
STEWARD_SQL(
    sums_uren,
    "SELECT u.versie_id, u.vanaf, u.uren FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie IN (i.versie, i.geldend)"
    " JOIN alle_inzet_uren u ON u.versie_id = v.id WHERE i.project_id = :id ORDER BY u.versie_id, u.vanaf");
STEWARD_SQL(
    sums_antwoorden,
    "SELECT w.versie_id, w.attribuut, w.waarde FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie IN (i.versie, i.geldend)"
    " JOIN alle_inzet_antwoord w ON w.versie_id = v.id WHERE i.project_id = :id ORDER BY w.versie_id");
STEWARD_SQL(
    sums_plaatsingen,
    "SELECT v.id AS versie_id, v.start, coalesce(v.uit_dienst, v.eind, p.eind) AS tm, coalesce(u.vanaf, v.start) AS vanaf, u.uren, v.aandeel_bp, i.id, v.eind, v.uit_dienst, b.code"
    " FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = coalesce(i.geldend, i.versie) JOIN alle_project p ON p.id = i.project_id"
    " JOIN alle_bouwblok b ON b.id = v.bouwblok_id LEFT JOIN alle_inzet_uren u ON u.versie_id = v.id"
    " WHERE i.kandidaat_id IN (SELECT :kandidaat UNION ALL SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = :kandidaat) AND i.id <> :inzet AND p.regio_id = :regio AND i.status <> 'teruggestuurd' ORDER BY v.start, v.id, u.vanaf LIMIT 256");
STEWARD_SQL(
    sums_project_write,
    "UPDATE alle_project SET bruto_cent = :bruto, korting_cent = :korting, netto_cent = :netto, actueel_cent = :actueel, prognose_cent = :prognose, ingediend_cent = :ingediend,"
    " signaal = :signaal, som_dag = :dag WHERE id = :id");
STEWARD_SQL(
    sums_inzet_write,
    "UPDATE alle_inzet SET actueel_cent = :actueel, prognose_cent = :prognose, ingediend_cent = :ingediend WHERE id = :id");
STEWARD_SQL(
    sums_due,
    "SELECT id FROM alle_project WHERE som_dag IS NULL OR (afgerond_op IS NULL AND som_dag <> :dag) LIMIT :most");
STEWARD_SQL(
    sums_all,
    "SELECT id, som_dag, actueel_cent, prognose_cent, ingediend_cent, korting_cent, netto_cent FROM alle_project ORDER BY id");

/* other running projects of the regio that share a person with this one: the person's cap counts over them all */
STEWARD_SQL(
    sums_buren,
    "SELECT DISTINCT j.project_id FROM alle_project p JOIN alle_inzet i ON i.project_id = p.id JOIN alle_inzet j ON j.kandidaat_id IN (SELECT i.kandidaat_id UNION SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = i.kandidaat_id) AND j.project_id <> p.id"
    " JOIN alle_project q ON q.id = j.project_id AND q.regio_id = p.regio_id AND q.afgerond_op IS NULL WHERE p.id = :id ORDER BY j.project_id LIMIT 500");
STEWARD_SQL(
    sums_buren_van,
    "SELECT DISTINCT j.project_id FROM alle_inzet j JOIN alle_project p ON p.id = :id JOIN alle_project q ON q.id = j.project_id AND q.regio_id = p.regio_id AND q.afgerond_op IS NULL"
    " WHERE j.kandidaat_id IN (SELECT :kandidaat UNION SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = :kandidaat) AND j.project_id <> :id ORDER BY j.project_id LIMIT 500");
STEWARD_SQL(sums_bedragen,
            "SELECT regio_id, actueel_cent, prognose_cent, ingediend_cent FROM alle_project WHERE id = :id");

enum { INZET_MOST = 20000 };

struct sums_bron sums_bron_nu(void)
{
    return (struct sums_bron){sums_project, sums_perioden,   sums_pso,         sums_inzet,
                              sums_uren,    sums_antwoorden, sums_plaatsingen, TIJDSTIP_GEEN};
}

/* A statement of a past moment has :m beside :id. */
static struct query of_project(struct steward *s, struct arena *a, struct steward_sql stmt, project_id id, tijdstip tot)
{
    return tot.sec ? query(s, a, stmt, BIND(B("id", id), B("m", tot))) : query(s, a, stmt, BIND(B("id", id)));
}

static datum day_after(datum d)
{
    return datum_is_none(d) ? d : datum_plus_days(d, 1);
}

static enum result project_row(struct steward *s, struct arena *a, project_id id, const struct sums_bron *bron,
                               struct project_sums_input *p)
{
    struct query q CLEAN = of_project(s, a, bron->project, id, bron->tot);
    TRY(one_row(&q));
    p->id = id;
    p->regio = row_id(&q, "regio_id", regio_id);
    p->afgerond = row_tijdstip(&q, "afgerond_op");
    p->start = row_datum(&q, "start");
    p->tot = day_after(row_datum(&q, "eind"));
    p->afspraak = row_text(&q, "afspraak");
    p->direct = strcmp(row_text_or(&q, "telt", ""), "direct") == 0;
    p->pso_hele = row_bool(&q, "pso_hele_looptijd");
    p->vast = row_geld(&q, "verplichting_cent");
    p->verlengd = row_geld(&q, "verlengd");
    return waardering_set_read_steward(s, a, row_id(&q, "set_id", bouwblokkenset_id), &p->set);
}

static enum result perioden_rows(struct steward *s, struct arena *a, const struct sums_bron *bron,
                                 struct project_sums_input *p)
{
    struct query q CLEAN = of_project(s, a, bron->perioden, p->id, bron->tot);
    while (p->n_perioden < PERIODE_MOST && next_row(&q))
        p->perioden[p->n_perioden++] =
            (struct periode_bedrag){row_geld(&q, "geschat_cent"), row_geld(&q, "vastgesteld_cent")};
    return query_result(&q);
}

/* The discount of a step is a KORTING block whose conditions that step meets. */
static basispunt korting_of(const struct bouwblokkenset *set, const char *trede)
{
    const struct antwoord step = {"pso_trede", trede};
    for (size_t i = 0; i < set->n_blokken; i++)
        if (set->blokken[i].soort == BLOK_KORTING && set->blokken[i].n_condities > 0 &&
            condities_voldaan(&set->blokken[i], 1, &step))
            return (basispunt){(int32_t)set->blokken[i].tarief};
    return (basispunt){0};
}

static enum result certificaten_rows(struct steward *s, struct arena *a, const struct sums_bron *bron,
                                     struct project_sums_input *p)
{
    struct query q CLEAN = of_project(s, a, bron->pso, p->id, bron->tot);
    while (p->n_certificaten < CERTIFICATEN_MOST && next_row(&q)) {
        const char *trede = p->treden[p->n_certificaten] = row_text_or(&q, "trede", "");
        p->certificaten[p->n_certificaten++] =
            (struct certificaat){korting_of(p->set, trede), row_datum(&q, "van"), day_after(row_datum(&q, "tm"))};
    }
    return query_result(&q);
}

static void version_read(struct query *q, const struct project_sums_input *p, struct version_row *v)
{
    *v = (struct version_row){.inzet = row_id(q, "id", inzet_id),
                              .status = row_text(q, "status"),
                              .nieuwste = row_int(q, "nieuwste"),
                              .geldend = row_int(q, "geldend"),
                              .versie = row_int(q, "versie"),
                              .versie_id = row_int(q, "versie_id"),
                              .kandidaat = row_id(q, "kandidaat_id", kandidaat_id)};
    v->in = (struct inzet_invoer){.set = p->set,
                                  .blok = blok_find(p->set, row_id(q, "bouwblok_id", bouwblok_id)),
                                  .start = row_datum(q, "start"),
                                  .tot = day_after(row_datum(q, "eind")),
                                  .uit_dienst_tot = day_after(row_datum(q, "uit_dienst")),
                                  .project_start = p->start,
                                  .project_tot = p->tot,
                                  .cap_veld_tot = day_after(row_datum(q, "cap_eind")),
                                  .bedrag = row_geld(q, "bedrag_cent"),
                                  .aantal = row_uren(q, "uren"),
                                  .personen = (int)row_int(q, "personen"),
                                  .aandeel = row_bp(q, "aandeel_bp")};
    v->in.goedgekeurd = v->versie == v->geldend || strcmp(v->status, "goedgekeurd") == 0;
}

static int by_versie_id(const void *x, const void *y)
{
    const struct version_row *const *p = x, *const *q = y;
    return ((*p)->versie_id > (*q)->versie_id) - ((*p)->versie_id < (*q)->versie_id);
}

/* The rows in the order of their versie_id, which their parts come in. */
static struct version_row **versions_sorted(struct arena *a, struct project_sums_input *p)
{
    struct version_row **all = ARENA_ARRAY(a, struct version_row *, p->n_rows + 1);
    for (size_t i = 0; i < p->n_rows; i++)
        all[i] = &p->rows[i];
    qsort(all, p->n_rows, sizeof(*all), by_versie_id);
    return all;
}

/* The next one with this versie_id: *at only goes on. NULL when there is none. */
static struct version_row *version_next(struct version_row **all, size_t n, size_t *at, int64_t versie_id)
{
    while (*at < n && all[*at]->versie_id < versie_id)
        ++*at;
    return *at < n && all[*at]->versie_id == versie_id ? all[*at] : NULL;
}

static enum result versions_rows(struct steward *s, struct arena *a, const struct sums_bron *bron,
                                 struct project_sums_input *p)
{
    size_t room = 64;
    p->rows = ARENA_ARRAY(a, struct version_row, room);
    struct query q CLEAN = of_project(s, a, bron->inzet, p->id, bron->tot);
    while (p->n_rows < INZET_MOST && next_row(&q)) {
        if (p->n_rows == room) {
            struct version_row *more = ARENA_ARRAY(a, struct version_row, room * 2);
            memcpy(more, p->rows, room * sizeof(*more));
            p->rows = more;
            room *= 2;
        }
        version_read(&q, p, &p->rows[p->n_rows++]);
    }
    TRY(query_result(&q));
    struct version_row **all = versions_sorted(a, p);
    size_t at = 0;
    struct query u CLEAN = of_project(s, a, bron->uren, p->id, bron->tot);
    while (next_row(&u)) {
        struct version_row *v = version_next(all, p->n_rows, &at, row_int(&u, "versie_id"));
        if (v && v->in.n_uren < UREN_MOST)
            v->uren[v->in.n_uren++] = (struct uren_deel){row_datum(&u, "vanaf"), row_uren(&u, "uren")};
    }
    TRY(query_result(&u));
    at = 0;
    struct query w CLEAN = of_project(s, a, bron->antwoorden, p->id, bron->tot);
    while (next_row(&w)) {
        struct version_row *v = version_next(all, p->n_rows, &at, row_int(&w, "versie_id"));
        if (v && v->in.n_antwoorden < ANTWOORD_MOST)
            v->antwoorden[v->in.n_antwoorden++] = (struct antwoord){row_text(&w, "attribuut"), row_text(&w, "waarde")};
    }
    return query_result(&w);
}

enum result sums_terms_read(struct steward *s, struct arena *a, project_id id, const struct sums_bron *bron,
                            struct project_sums_input *p)
{
    *p = (struct project_sums_input){.id = id};
    TRY(project_row(s, a, id, bron, p));
    TRY(perioden_rows(s, a, bron, p));
    return certificaten_rows(s, a, bron, p);
}

enum result sums_input_read(struct steward *s, struct arena *a, project_id id, const struct sums_bron *bron,
                            struct project_sums_input *p)
{
    TRY(sums_terms_read(s, a, id, bron, p));
    TRY(versions_rows(s, a, bron, p));
    /* what is closed stands still: the person's other placements as they were then */
    struct sums_bron closed = sums_bron_toen((tijdstip){p->afgerond.sec + 1});
    const struct sums_bron *others = p->afgerond.sec ? &closed : bron;
    for (size_t i = 0; i < p->n_rows; i++) {
        p->rows[i].in.uren = p->rows[i].uren;
        p->rows[i].in.antwoorden = p->rows[i].antwoorden;
        TRY(sums_others_fill(s, a, others, p->regio, p->rows[i].kandidaat, p->rows[i].inzet, &p->rows[i].in));
    }
    return OK;
}

enum result sums_input_nu(struct steward *s, struct arena *a, project_id id, struct project_sums_input *p)
{
    struct sums_bron now = sums_bron_nu();
    return sums_input_read(s, a, id, &now, p);
}

/* Does this version count, wait, or neither? The approved version of a corrected inzet counts until the newest is
 * judged (spec 3). */
enum telt sums_version_telt(const struct project_sums_input *p, const struct version_row *v)
{
    if (!v->in.blok)
        return TELT_NIET;
    if (v->geldend != 0 && v->versie == v->geldend)
        return TELT_MEE;
    if (v->geldend != 0)
        return strcmp(v->status, "ingediend") == 0 ? TELT_ALS_INGEDIEND : TELT_NIET;
    return inzet_telt(v->status, p->direct, v->in.blok);
}

void sums_entry(struct arena *a, const struct project_sums_input *p, size_t *i, datum today, struct sums *own)
{
    inzet_id id = p->rows[*i].inzet;
    *own = (struct sums){{0}, {0}, {0}};
    for (; *i < p->n_rows && p->rows[*i].inzet.id == id.id; ++*i) {
        enum telt telt = sums_version_telt(p, &p->rows[*i]);
        if (telt == TELT_ALS_INGEDIEND) { /* what it would be worth: a BEDRAG too */
            struct inzet_invoer as_if = p->rows[*i].in;
            as_if.goedgekeurd = true;
            own->ingediend.cent += waarde_bereken(a, &as_if, GEEN_GRENS).totaal.cent;
        } else if (telt == TELT_MEE) {
            own->prognose.cent += waarde_bereken(a, &p->rows[*i].in, GEEN_GRENS).totaal.cent;
            own->actueel.cent += waarde_bereken(a, &p->rows[*i].in, today).totaal.cent;
        }
    }
}

static enum result inzet_write(struct steward *s, inzet_id id, const struct sums *x)
{
    return steward_write(
        s, sums_inzet_write,
        BIND(B("id", id), B("actueel", x->actueel), B("prognose", x->prognose), B("ingediend", x->ingediend)), NULL);
}

/* Values every entry; writes each when `write`. Rows of one inzet stand together. */
static enum result entries_sum(struct steward *s, struct arena *a, const struct project_sums_input *p, datum today,
                               bool write, struct sums *total)
{
    *total = (struct sums){{0}, {0}, {0}};
    for (size_t i = 0; i < p->n_rows;) {
        struct sums own;
        inzet_id id = p->rows[i].inzet;
        sums_entry(a, p, &i, today, &own);
        total->actueel.cent += own.actueel.cent;
        total->prognose.cent += own.prognose.cent;
        total->ingediend.cent += own.ingediend.cent;
        if (write)
            TRY(inzet_write(s, id, &own));
    }
    return OK;
}

struct obligation sums_obligation(const struct project_sums_input *p)
{
    struct obligation o;
    o.bruto = verplichting_bruto(p->afspraak, p->vast, p->n_perioden, p->perioden, p->verlengd);
    o.korting = verplichting_korting(o.bruto, p->start, p->tot, p->n_certificaten, p->certificaten, p->pso_hele);
    o.netto = geld_is_none(o.bruto) ? GELD_GEEN : (geld){o.bruto.cent - o.korting.cent};
    return o;
}

enum result project_sums_refresh(struct steward *s, struct arena *a, project_id id, datum today)
{
    struct project_sums_input *p = ARENA_NEW(a, struct project_sums_input);
    struct sums x;
    TRY(sums_input_nu(s, a, id, p));
    TRY(entries_sum(s, a, p, today, true, &x));
    struct obligation o = sums_obligation(p);
    const char *signaal =
        signaal_code(project_signaal(o.netto, x.actueel, x.prognose, verwacht(o.netto, p->start, p->tot, today)));
    return steward_write(s, sums_project_write,
                         BIND(B("id", id), B("bruto", o.bruto), B("korting", o.korting), B("netto", o.netto),
                              B("actueel", x.actueel), B("prognose", x.prognose), B("ingediend", x.ingediend),
                              B("signaal", signaal), B("dag", today)),
                         NULL);
}

static enum result amounts_read(struct steward *s, struct arena *a, project_id id, regio_id *regio, struct sums *out)
{
    struct query q CLEAN = query(s, a, sums_bedragen, BIND(B("id", id)));
    TRY(one_row(&q));
    *regio = row_id(&q, "regio_id", regio_id);
    *out = (struct sums){row_geld(&q, "actueel_cent"), row_geld(&q, "prognose_cent"), row_geld(&q, "ingediend_cent")};
    return OK;
}

/* A project that shares a person: when its figures change, its Historie says why. */
static enum result neighbour_refresh(struct request *r, project_id id)
{
    struct steward *s = job_steward(r->job);
    struct sums was, is;
    regio_id regio;
    char before[48], after[48];
    TRY(amounts_read(s, r->arena, id, &regio, &was));
    struct arena *one = arena_new(); /* a project's memory goes with it */
    enum result ended = project_sums_refresh(s, one, id, r->today);
    arena_free(one);
    TRY(ended);
    TRY(amounts_read(s, r->arena, id, &regio, &is));
    if (was.actueel.cent == is.actueel.cent && was.prognose.cent == is.prognose.cent)
        return OK;
    geld_to_text(was.prognose, before, sizeof(before));
    geld_to_text(is.prognose, after, sizeof(after));
    job_audit(r->job, (struct audit_line){.wat = "project.duur",
                                          .soort = "project",
                                          .rij = id.id,
                                          .project = id,
                                          .regio = regio,
                                          .voor = arena_printf(r->arena, "SR prognose %s", before),
                                          .na = arena_printf(r->arena, "SR prognose %s", after)});
    return OK;
}

/* The project, then those that q names. */
static enum result refresh_with(struct request *r, project_id id, struct query *q)
{
    enum { MOST = 500 };
    project_id *others = ARENA_ARRAY(r->arena, project_id, MOST);
    size_t n = 0;
    while (n < MOST && next_row(q))
        others[n++] = row_id(q, "project_id", project_id);
    TRY(query_result(q));
    TRY(project_sums_refresh(job_steward(r->job), r->arena, id, r->today));
    for (size_t i = 0; i < n; i++)
        TRY(neighbour_refresh(r, others[i]));
    return OK;
}

enum result project_sums_after(struct request *r, project_id id)
{
    struct query q CLEAN = query(job_steward(r->job), r->arena, sums_buren, BIND(B("id", id)));
    return refresh_with(r, id, &q);
}

enum result project_sums_after_inzet(struct request *r, project_id id, kandidaat_id kandidaat)
{
    if (kandidaat.id == 0)
        return project_sums_refresh(job_steward(r->job), r->arena, id, r->today);
    struct query q CLEAN =
        query(job_steward(r->job), r->arena, sums_buren_van, BIND(B("id", id), B("kandidaat", kandidaat)));
    return refresh_with(r, id, &q);
}

STEWARD_SQL(
    sums_van_persoon,
    "SELECT DISTINCT j.project_id FROM alle_inzet j JOIN alle_project q ON q.id = j.project_id AND q.afgerond_op IS NULL"
    " WHERE j.kandidaat_id IN (SELECT :id UNION SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = :id)"
    " AND EXISTS (SELECT 1 FROM alle_zelfde_persoon z WHERE z.kandidaat_id = :id AND z.sinds >= :nu) ORDER BY j.project_id LIMIT 500");

enum result project_sums_of_person(struct request *r, kandidaat_id who)
{
    enum { MOST = 500 };
    project_id *list = ARENA_ARRAY(r->arena, project_id, MOST);
    size_t n = 0;
    {
        struct query q CLEAN =
            query(job_steward(r->job), r->arena, sums_van_persoon, BIND(B("id", who), B("nu", r->now)));
        while (n < MOST && next_row(&q))
            list[n++] = row_id(&q, "project_id", project_id);
        TRY(query_result(&q));
    }
    for (size_t i = 0; i < n; i++)
        TRY(neighbour_refresh(r, list[i]));
    return OK;
}

enum result project_sums_refresh_due(struct steward *s, struct arena *a, datum today, int most, int *done)
{
    int64_t *ids = ARENA_ARRAY(a, int64_t, (size_t)most + 1);
    *done = 0;
    {
        struct query q CLEAN = query(s, a, sums_due, BIND(B("dag", today), B("most", most)));
        while (*done < most && next_row(&q))
            ids[(*done)++] = row_int(&q, "id");
        TRY(query_result(&q));
    }
    for (int i = 0; i < *done; i++) {
        struct arena *one = arena_new(); /* a project's memory goes with it */
        enum result ended = project_sums_refresh(s, one, (project_id){ids[i]}, today);
        arena_free(one);
        TRY(ended);
    }
    return OK;
}

static enum result one_check(struct steward *s, struct query *row, struct text *report)
{
    struct arena *a = arena_new();
    struct project_sums_input *p = ARENA_NEW(a, struct project_sums_input);
    struct sums x;
    project_id id = row_id(row, "id", project_id);
    enum result ended = sums_input_nu(s, a, id, p);
    if (ended == OK)
        ended = entries_sum(s, a, p, row_datum(row, "som_dag"), false, &x);
    if (ended == OK) {
        struct obligation o = sums_obligation(p);
        bool same =
            x.actueel.cent == row_int(row, "actueel_cent") && x.prognose.cent == row_int(row, "prognose_cent") &&
            x.ingediend.cent == row_int(row, "ingediend_cent") && o.korting.cent == row_int(row, "korting_cent") &&
            (geld_is_none(o.netto) ? row_is_null(row, "netto_cent") : o.netto.cent == row_int(row, "netto_cent"));
        if (!same) {
            text_printf(
                report,
                "sums: project %lld: stored actueel %lld prognose %lld, recomputed %lld and %lld cents; waiting %lld, recomputed %lld; korting %lld, recomputed %lld\n",
                (long long)id.id, (long long)row_int(row, "actueel_cent"), (long long)row_int(row, "prognose_cent"),
                (long long)x.actueel.cent, (long long)x.prognose.cent, (long long)row_int(row, "ingediend_cent"),
                (long long)x.ingediend.cent, (long long)row_int(row, "korting_cent"), (long long)o.korting.cent);
            ended = CONFLICT;
        }
    }
    arena_free(a);
    return ended;
}

enum result project_sums_check(struct steward *s, struct arena *a, struct text *report, int *projects)
{
    bool good = true;
    struct query q CLEAN = query(s, a, sums_all, BIND_NONE);
    while (next_row(&q)) {
        ++*projects;
        enum result ended = one_check(s, &q, report);
        if (ended != OK && ended != CONFLICT)
            return ended;
        good = good && ended == OK;
    }
    TRY(query_result(&q));
    return good ? OK : FAILED;
}

/* ---- by another set ---- */

/* A block of another unit asks for what was not given. */
static const char *cannot(struct arena *a, const struct version_row *v, const struct bouwblok *b)
{
    const struct bouwblok *was = v->in.blok;
    bool timed = (was->eenheid == PER_PERIODE || was->eenheid == PER_STUK) &&
                 (b && (b->eenheid == PER_PERIODE || b->eenheid == PER_STUK));
    if (!b)
        return arena_printf(a, "bouwblok %s staat niet in deze set", was->code);
    if (b->eenheid != was->eenheid && !timed)
        return arena_printf(a, "bouwblok %s heeft in deze set een andere eenheid", was->code);
    if (b->cap_veld != CAP_VELD_GEEN && b->cap_mnd == 0 && datum_is_none(v->in.cap_veld_tot))
        return arena_printf(a, "bouwblok %s vraagt in deze set een einddatum die niet is ingevuld", was->code);
    return NULL;
}

static const char *inzet_number(struct arena *a, const struct version_row *v)
{
    char number[24];
    if (v->kandidaat.id == 0)
        return arena_printf(a, "inzet %lld", (long long)v->inzet.id);
    kandidaat_to_text(v->kandidaat, number, sizeof(number));
    return arena_strdup(a, number);
}

enum result project_anders_read(struct steward *s, struct arena *a, project_id id, const struct bouwblokkenset *set,
                                struct project_anders *out)
{
    struct project_sums_input *p = ARENA_NEW(a, struct project_sums_input);
    TRY(sums_input_nu(s, a, id, p));
    *out = (struct project_anders){.netto_was = sums_obligation(p).netto,
                                   .inzet = ARENA_ARRAY(a, struct inzet_anders, p->n_rows + 1)};
    for (size_t i = 0; i < p->n_rows; i++) {
        struct version_row *v = &p->rows[i];
        if (!v->in.blok)
            continue;
        const struct bouwblok *b = blok_find_code(set, v->in.blok->code);
        const char *why = cannot(a, v, b);
        if (why && !out->waarom)
            out->waarom = arena_printf(a, "%s: %s", inzet_number(a, v), why);
        if (sums_version_telt(p, v) != TELT_MEE)
            continue;
        struct inzet_invoer in = v->in;
        in.set = set;
        in.blok = b;
        geld was = waarde_bereken(a, &v->in, GEEN_GRENS).totaal,
             is = b ? waarde_bereken(a, &in, GEEN_GRENS).totaal : (geld){0};
        out->inzet[out->n++] = (struct inzet_anders){v->inzet, inzet_number(a, v), v->in.blok->code, was, is};
        out->was.cent += was.cent;
        out->is.cent += is.cent;
    }
    for (size_t i = 0; i < p->n_certificaten; i++)
        p->certificaten[i].korting = korting_of(set, p->treden[i]);
    out->netto_is = sums_obligation(p).netto;
    return OK;
}
