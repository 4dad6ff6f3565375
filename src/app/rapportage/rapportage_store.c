#include "app/rapportage/rapportage_store.h"

#include <string.h>

#include "app/eindoordeel/eindoordeel.h"
#include "app/labels.h"
#include "core/clock.h"

SQL(rapport_ids, "SELECT id FROM project ORDER BY id");
SQL(rapport_begin, "SELECT min(i.start) AS start FROM rapport_inzet i");
SQL(rapport_akkoord, "SELECT code FROM akkoord WHERE project_id = :id");
SQL(rapport_projecten_alle,
    "SELECT l.id, l.naam, l.opdrachtgever, l.opdrachtnemer, l.plaats, l.sector, l.start, l.eind, l.afspraak, l.afgerond, l.netto_cent, l.bruto_cent, l.korting_cent, l.actueel_cent, l.prognose_cent,"
    " l.ingediend_cent, l.signaal, e.oordeel, e.tekort_cent, e.maatregel, e.afgewikkeld_dag,"
    " l.projectgroep, l.kvk, l.set_naam || ' ' || l.set_versie AS methodiek FROM project_lijst l LEFT JOIN eindoordeel e ON e.project_id = l.id AND e.nieuwste ORDER BY l.id");
#define INZET_REGEL                                                                                                                                                                               \
    "SELECT i.id, i.project_id, i.soort, i.kandidaat_id, i.leeftijdsklasse, i.status, i.actueel_cent, i.prognose_cent, i.ingediend_cent, i.start, i.eind, i.overeenkomst, i.week, i.bedrag_cent," \
    " i.uren, i.nummer, i.leverancier, i.blok, i.project, i.opdrachtgever, i.opdrachtnemer, i.plaats, i.sector FROM rapport_inzet i"
SQL(rapport_inzet_kandidaat, INZET_REGEL " WHERE i.soort = 'kandidaat' ORDER BY i.id");
SQL(rapport_inzet_kosten, INZET_REGEL " WHERE i.soort <> 'kandidaat' ORDER BY i.id");
SQL(rapport_inzet_project, INZET_REGEL " WHERE i.project_id = :id ORDER BY i.id");

static struct rapport_feit *room_for_one(struct arena *a, struct rapport_tabel *t)
{
    if (t->n == t->ruimte) {
        size_t ruimte = t->ruimte ? t->ruimte * 2 : 256;
        struct rapport_feit *more = ARENA_ARRAY(a, struct rapport_feit, ruimte);
        if (t->n)
            memcpy(more, t->feiten, t->n * sizeof(*more));
        t->feiten = more;
        t->ruimte = ruimte;
    }
    return &t->feiten[t->n++];
}

static const struct rapport_feit nothing = {.start = {INT32_MIN},
                                            .eind = {INT32_MIN},
                                            .week = {-1},
                                            .uren = {-1},
                                            .bruto = {INT64_MIN},
                                            .korting = {INT64_MIN},
                                            .netto = {INT64_MIN},
                                            .bedrag = {INT64_MIN},
                                            .tekort = {INT64_MIN},
                                            .afgewikkeld = {INT32_MIN}};

static const char *staat(bool afgerond)
{
    return afgerond ? "afgerond" : "actief";
}

static void project_line(struct query *q, struct rapport_feit *f)
{
    *f = nothing;
    f->project = row_id(q, "id", project_id);
    f->naam = row_text(q, "naam");
    f->opdrachtgever = row_text(q, "opdrachtgever");
    f->opdrachtnemer = row_text(q, "opdrachtnemer");
    f->plaats = row_text(q, "plaats");
    f->sector = label_sector(row_text(q, "sector"));
    f->afspraak = label_afspraak(row_text(q, "afspraak"));
    f->voortgang = label_signaal(row_text(q, "signaal"));
    f->staat = staat(row_bool(q, "afgerond"));
    f->projectgroep = row_text(q, "projectgroep");
    f->kvk = row_text(q, "kvk");
    f->methodiek = row_text(q, "methodiek");
    f->start = row_datum(q, "start");
    f->eind = row_datum(q, "eind");
    f->netto = row_geld(q, "netto_cent");
    f->bruto = row_geld(q, "bruto_cent");
    f->korting = row_geld(q, "korting_cent");
    f->actueel = row_geld(q, "actueel_cent");
    f->prognose = row_geld(q, "prognose_cent");
    f->ingediend = row_geld(q, "ingediend_cent");
    f->oordeel = label_oordeel(row_text(q, "oordeel"));
    f->maatregel = label_maatregel(row_text(q, "maatregel"));
    f->tekort = row_geld(q, "tekort_cent");
    f->afgewikkeld = row_datum(q, "afgewikkeld_dag");
}

static uren hours(struct query *q, const char *column)
{
    return row_is_null(q, column) ? UREN_GEEN : row_uren(q, column);
}

static void inzet_line(struct query *q, struct rapport_feit *f)
{
    *f = nothing;
    f->project = row_id(q, "project_id", project_id);
    f->inzet = row_id(q, "id", inzet_id);
    f->kandidaat = row_id(q, "kandidaat_id", kandidaat_id);
    f->naam = row_text(q, "project");
    f->opdrachtgever = row_text(q, "opdrachtgever");
    f->opdrachtnemer = row_text(q, "opdrachtnemer");
    f->plaats = row_text(q, "plaats");
    f->sector = label_sector(row_text(q, "sector"));
    f->soort = label_inzet_soort(row_text(q, "soort"));
    f->blok = row_text(q, "blok");
    f->klasse = row_text(q, "leeftijdsklasse");
    f->overeenkomst = label_overeenkomst(row_text(q, "overeenkomst"));
    f->status = label_status(row_text(q, "status"));
    f->leverancier = row_text(q, "leverancier");
    f->nummer = row_text(q, "nummer");
    f->start = row_datum(q, "start");
    f->eind = row_datum(q, "eind");
    f->week = hours(q, "week");
    f->uren = hours(q, "uren");
    f->bedrag = row_geld(q, "bedrag_cent");
    f->actueel = row_geld(q, "actueel_cent");
    f->prognose = row_geld(q, "prognose_cent");
    f->ingediend = row_geld(q, "ingediend_cent");
}

static enum result now_read(struct request *r, struct rapport_lezer *l)
{
    const struct rapport *p = l->tabel.rapport;
    bool projects = !p->soorten;
    struct sql stmt = projects                                  ? rapport_projecten_alle
                      : strcmp(p->soorten[0], "kandidaat") == 0 ? rapport_inzet_kandidaat
                                                                : rapport_inzet_kosten;
    struct query q CLEAN = query(r->db, l->a, stmt, BIND_NONE);
    while (next_row(&q)) {
        if (projects)
            project_line(&q, room_for_one(l->a, &l->tabel));
        else
            inzet_line(&q, room_for_one(l->a, &l->tabel));
    }
    return query_result(&q);
}

/* ---- a past day ---- */

static bool is_asked(const struct rapport *p, const char *soort)
{
    for (const char *const *s = p->soorten; *s; s++)
        if (strcmp(*s, soort) == 0)
            return true;
    return false;
}

static struct rapport_feit project_then(const struct project_stand *s)
{
    struct rapport_feit f = nothing;
    f.project = s->id;
    f.naam = s->naam;
    f.opdrachtgever = s->opdrachtgever;
    f.opdrachtnemer = s->opdrachtnemer;
    f.plaats = s->plaats;
    f.sector = label_sector(s->sector);
    f.afspraak = label_afspraak(s->afspraak);
    f.voortgang = label_signaal(s->signaal);
    f.staat = staat(s->afgerond);
    f.projectgroep = s->projectgroep;
    f.kvk = s->kvk;
    f.methodiek = s->methodiek;
    f.start = s->start;
    f.eind = s->eind;
    f.netto = s->netto;
    f.bruto = s->bruto;
    f.korting = s->korting;
    f.actueel = s->actueel;
    f.prognose = s->prognose;
    f.ingediend = s->ingediend;
    return f;
}

static struct rapport_feit inzet_then(const struct project_stand *s, const struct inzet_stand *i)
{
    struct rapport_feit f = project_then(s);
    f.inzet = i->id;
    f.kandidaat = i->kandidaat;
    f.soort = label_inzet_soort(i->soort);
    f.blok = i->blok;
    f.klasse = i->klasse;
    f.overeenkomst = label_overeenkomst(i->overeenkomst);
    f.status = label_status(i->status);
    f.leverancier = i->leverancier;
    f.nummer = i->nummer;
    f.start = i->start;
    f.eind = i->eind;
    f.week = i->week;
    f.uren = i->uren;
    f.bedrag = i->bedrag;
    f.actueel = i->actueel;
    f.prognose = i->prognose;
    f.ingediend = i->ingediend;
    return f;
}

static enum result oordeel_then(struct request *r, const struct rapport_lezer *l, project_id id, struct rapport_feit *f)
{
    struct eindoordeel e;
    enum result found = eindoordeel_newest(r->db, l->a, id, l->peil, &e);
    if (found == OK) {
        f->oordeel = label_oordeel(e.oordeel);
        f->maatregel = label_maatregel(e.maatregel);
        f->tekort = e.tekort;
        f->afgewikkeld = e.afgewikkeld_dag;
    }
    return found == NOT_FOUND ? OK : found;
}

static enum result one_then(struct request *r, struct rapport_lezer *l, project_id id)
{
    struct project_stand s;
    const struct rapport *p = l->tabel.rapport;
    enum result there = project_stand_read(r, l->a, id, l->peil, p->soorten != NULL, 0, NULL, &s);
    if (there == NOT_FOUND)
        return OK; /* it did not exist yet */
    TRY(there);
    if (!p->soorten) {
        struct rapport_feit *f = room_for_one(l->a, &l->tabel);
        *f = project_then(&s);
        return oordeel_then(r, l, id, f);
    }
    for (size_t i = 0; i < s.n_inzet; i++)
        if (is_asked(p, s.inzet[i].soort))
            *room_for_one(l->a, &l->tabel) = inzet_then(&s, &s.inzet[i]);
    return OK;
}

enum result rapport_projecten_ids(struct reader *db, struct arena *a, size_t *n, project_id **out)
{
    size_t room = 1024;
    *out = ARENA_ARRAY(a, project_id, room);
    *n = 0;
    struct query q CLEAN = query(db, a, rapport_ids, BIND_NONE);
    while (next_row(&q)) {
        if (*n == room) {
            project_id *more = ARENA_ARRAY(a, project_id, room * 2);
            memcpy(more, *out, room * sizeof(*more));
            *out = more;
            room *= 2;
        }
        (*out)[(*n)++] = row_id(&q, "id", project_id);
    }
    return query_result(&q);
}

enum result rapport_lezer_begin(struct request *r, struct arena *a, const struct rapport *p, datum peil,
                                struct rapport_lezer *out)
{
    *out = (struct rapport_lezer){.a = a, .peil = peil, .tabel = {.rapport = p}};
    return datum_is_none(peil) ? OK : rapport_projecten_ids(r->db, a, &out->n_projecten, &out->projecten);
}

enum result rapport_lezer_stap(struct request *r, struct rapport_lezer *l, int64_t tot, bool *klaar)
{
    *klaar = true;
    if (datum_is_none(l->peil))
        return now_read(r, l);
    while (l->volgende < l->n_projecten) {
        if (tot && clock_micros() >= tot) {
            *klaar = false;
            return OK;
        }
        TRY(one_then(r, l, l->projecten[l->volgende++]));
    }
    return OK;
}

enum result rapport_eerste_dag(struct reader *db, struct arena *a, datum *out)
{
    struct query q CLEAN = query(db, a, rapport_begin, BIND_NONE);
    TRY(one_row(&q));
    *out = row_datum(&q, "start");
    return OK;
}

enum result rapport_code(struct reader *db, struct arena *a, project_id id, const char **code)
{
    struct query q CLEAN = query(db, a, rapport_akkoord, BIND(B("id", id)));
    enum result found = one_row(&q);
    *code = found == OK ? row_text(&q, "code") : NULL;
    return found == NOT_FOUND ? OK : found;
}

enum result detail_inzet_read(struct reader *db, struct arena *a, project_id id, size_t *n, struct rapport_feit **out)
{
    struct rapport_tabel t = {.n = 0};
    struct query q CLEAN = query(db, a, rapport_inzet_project, BIND(B("id", id)));
    while (next_row(&q))
        inzet_line(&q, room_for_one(a, &t));
    *n = t.n;
    *out = t.feiten;
    return query_result(&q);
}
