/* app/samenvoegen/samenvoegen_gate.c: carrying a merge out: what it touches lies in other regio's too, and each has its
 * own log. Nothing of them leaves this file but mails to whom they concern. */
#include "app/mails.h"
#include "app/samenvoegen/samenvoegen_store.h"
#include "app/urls.h"
#include "app/verantwoording/verantwoording.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(raakt_projecten, "SELECT p.id, p.regio_id, p.afgerond_op IS NULL AS loopt, p.opdrachtnemer_id IN (:blijft, :weg) AS on_kant, :weg IN (p.opdrachtgever_id, p.opdrachtnemer_id, coalesce(p.intermediair_id, 0), p.wsp_id, coalesce(p.extra_wsp_id, 0)) AS verhuist,"
                             " p.netto_cent, p.prognose_cent FROM alle_regio r JOIN alle_project p ON p.regio_id = r.id"
                             " WHERE :weg IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id) OR p.opdrachtnemer_id = :blijft ORDER BY p.id");
STEWARD_SQL(raakt_bedragen, "SELECT netto_cent, prognose_cent FROM alle_project WHERE id = :id");
STEWARD_SQL(raakt_mensen, "SELECT id, email, naam, organisatie_id = :weg AS verhuist FROM alle_gebruiker WHERE organisatie_id IN (:blijft, :weg) AND staat <> 'geblokkeerd' ORDER BY id");
STEWARD_SQL(raakt_naam, "SELECT naam FROM alle_organisatie WHERE id = :id");
STEWARD_SQL(coordinatoren_gevraagd, "SELECT g.id, g.email, g.naam FROM alle_samenvoeging s JOIN alle_regio r ON r.id <> s.regio_id JOIN alle_organisatie o ON o.regio_id = r.id AND o.soort = 'coordinatiepunt' JOIN alle_gebruiker g ON g.organisatie_id = o.id"
                                    " WHERE s.id = :id AND g.staat = 'actief' AND EXISTS (SELECT 1 FROM alle_werkregio w WHERE w.organisatie_id IN (s.blijft_id, s.weg_id) AND w.regio_id = r.id) ORDER BY g.id");
STEWARD_SQL(coordinatoren_vragend, "SELECT g.id, g.email, g.naam FROM alle_samenvoeging s JOIN alle_organisatie o ON o.regio_id = s.regio_id AND o.soort = 'coordinatiepunt' JOIN alle_gebruiker g ON g.organisatie_id = o.id"
                                   " WHERE s.id = :id AND g.staat = 'actief' ORDER BY g.id");
/* clang-format on */

struct raakt {
    project_id id;
    regio_id regio;
    bool loopt, on_kant, verhuist;
    geld netto, prognose;
};
struct raakt_list {
    size_t n, room;
    struct raakt *rows;
};

static enum result touched_read(struct steward *s, struct arena *a, const struct samenvoeging_row *sv,
                                struct raakt_list *l)
{
    struct query q CLEAN = query(s, a, raakt_projecten, BIND(B("blijft", sv->blijft.id), B("weg", sv->weg.id)));
    *l = (struct raakt_list){0};
    while (next_row(&q)) {
        if (l->n == l->room) {
            size_t room = l->room ? l->room * 2 : 64;
            struct raakt *more = ARENA_ARRAY(a, struct raakt, room);
            for (size_t i = 0; i < l->n; i++)
                more[i] = l->rows[i];
            l->rows = more;
            l->room = room;
        }
        l->rows[l->n++] =
            (struct raakt){row_id(&q, "id", project_id), row_id(&q, "regio_id", regio_id), row_bool(&q, "loopt"),
                           row_bool(&q, "on_kant"),      row_bool(&q, "verhuist"),         row_geld(&q, "netto_cent"),
                           row_geld(&q, "prognose_cent")};
    }
    return query_result(&q);
}

static const char *amounts(struct arena *a, geld netto, geld prognose)
{
    char n[48] = "geen", p[48];
    if (!geld_is_none(netto))
        geld_to_text(netto, n, sizeof(n));
    geld_to_text(prognose, p, sizeof(p));
    return arena_printf(a, "SR verplichting %s, SR prognose %s", n, p);
}

/* The sums of a running project anew: certificates and persons of the two count together now. Its Historie says what
 * that changed. */
static enum result sums_anew(struct request *r, const struct raakt *p)
{
    struct steward *s = job_steward(r->job);
    struct arena *one = arena_new(); /* a project's memory goes with it */
    enum result ended = project_sums_refresh(s, one, p->id, r->today);
    arena_free(one);
    TRY(ended);
    struct query q CLEAN = query(s, r->arena, raakt_bedragen, BIND(B("id", p->id)));
    TRY(one_row(&q));
    geld netto = row_geld(&q, "netto_cent"), prognose = row_geld(&q, "prognose_cent");
    if (netto.cent != p->netto.cent || prognose.cent != p->prognose.cent)
        job_audit(r->job, (struct audit_line){.wat = "project.samenvoegen_bedragen",
                                              .soort = "project",
                                              .rij = p->id.id,
                                              .project = p->id,
                                              .regio = p->regio,
                                              .voor = amounts(r->arena, p->netto, p->prognose),
                                              .na = amounts(r->arena, netto, prognose)});
    return OK;
}

static enum result name_now(struct steward *s, struct arena *a, organisatie_id id, const char **out)
{
    struct query q CLEAN = query(s, a, raakt_naam, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_text(&q, "naam");
    return OK;
}

struct mens {
    struct mail_to to;
    bool verhuist;
};

static enum result people_read(struct steward *s, struct arena *a, const struct samenvoeging_row *sv, size_t *n,
                               struct mens **out)
{
    enum { MOST = 2000 };
    *out = ARENA_ARRAY(a, struct mens, MOST);
    *n = 0;
    struct query q CLEAN = query(s, a, raakt_mensen, BIND(B("blijft", sv->blijft.id), B("weg", sv->weg.id)));
    while (*n < MOST && next_row(&q))
        (*out)[(*n)++] =
            (struct mens){{row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam"), NULL},
                          row_bool(&q, "verhuist")};
    return query_result(&q);
}

static const char *by_of(struct request *r)
{
    return arena_printf(r->arena, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam);
}

enum result samenvoeging_doen(struct request *r, const struct samenvoeging_row *sv)
{
    struct steward *s = job_steward(r->job);
    struct raakt_list l;
    struct mens *mensen;
    size_t n;
    const char *naam;
    TRY(touched_read(s, r->arena, sv, &l));
    TRY(people_read(s, r->arena, sv, &n, &mensen));
    enum result ended = samenvoeging_staat_set(r->job, sv->id, "uitgevoerd", "");
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    TRY(name_now(s, r->arena, sv->blijft.id, &naam));
    job_audit(r->job, (struct audit_line){.wat = "organisatie.samenvoegen",
                                          .soort = "organisatie",
                                          .rij = sv->weg.id.id,
                                          .regio = r->viewer->regio,
                                          .voor = arena_printf(r->arena, "%s %s", sv->weg.naam, sv->weg.kvk),
                                          .na = arena_printf(r->arena, "%s %s", naam, sv->blijft.kvk)});
    for (size_t i = 0; i < l.n; i++) {
        if (l.rows[i].verhuist)
            job_audit(r->job, (struct audit_line){.wat = "project.samenvoegen",
                                                  .soort = "project",
                                                  .rij = l.rows[i].id.id,
                                                  .project = l.rows[i].id,
                                                  .regio = l.rows[i].regio,
                                                  .voor = sv->weg.naam,
                                                  .na = naam});
        if (l.rows[i].loopt && l.rows[i].on_kant)
            TRY(sums_anew(r, &l.rows[i]));
    }
    for (size_t i = 0; i < n; i++)
        TRY(mail_send(r->job, r->site->config, r->arena, MAIL_SAMENGEVOEGD, mensen[i].to, "gebruiker",
                      mensen[i].to.user.id, mensen[i].verhuist ? url_login() : url_projects(),
                      (struct mail_view){.by = by_of(r),
                                         .what = arena_printf(r->arena, "%s en %s", sv->blijft.naam, sv->weg.naam),
                                         .organisatie = naam,
                                         .aantal = mensen[i].verhuist ? 1 : 0}));
    return OK;
}

static enum result coordinators_told(struct request *r, struct query *q, enum mail_kind kind,
                                     const struct samenvoeging_row *sv, const char *wat)
{
    enum { MOST = 200 };
    struct mail_to *to = ARENA_ARRAY(r->arena, struct mail_to, MOST);
    size_t n = 0;
    while (n < MOST && next_row(q))
        to[n++] = (struct mail_to){row_id(q, "id", gebruiker_id), row_text(q, "email"), row_text(q, "naam"), NULL};
    TRY(query_result(q));
    for (size_t i = 0; i < n; i++)
        TRY(mail_send(
            r->job, r->site->config, r->arena, kind, to[i], "samenvoeging", sv->id.id, url_samenvoeging(sv->id),
            (struct mail_view){.by = by_of(r),
                               .organisatie = arena_printf(r->arena, "%s en %s", sv->blijft.naam, sv->weg.naam),
                               .what = wat}));
    return OK;
}

enum result samenvoeging_vraag_mail(struct request *r, const struct samenvoeging_row *s)
{
    struct query q CLEAN = query(job_steward(r->job), r->arena, coordinatoren_gevraagd, BIND(B("id", s->id)));
    return coordinators_told(r, &q, MAIL_SAMENVOEGEN_GEVRAAGD, s, NULL);
}

enum result samenvoeging_besluit_mail(struct request *r, const struct samenvoeging_row *s, const char *wat)
{
    struct query q CLEAN = query(job_steward(r->job), r->arena, coordinatoren_vragend, BIND(B("id", s->id)));
    return coordinators_told(r, &q, MAIL_SAMENVOEGEN_BESLOTEN, s, wat);
}
