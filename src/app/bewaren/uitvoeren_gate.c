/* app/bewaren/uitvoeren_gate.c: carries out what two coordinators decided, in portions. */
#include <stdio.h>
#include <string.h>

#include "app/bewaren/bewaren_store.h"
#include "app/betrokkene/betrokkene.h"
#include "core/clock.h"
#include "core/log.h"
#include "data/desk.h"
#include "data/steward.h"

enum { PORTION = 50 };

/* clang-format off */
STEWARD_SQL(bezig, "SELECT v.id, v.regio_id, v.soort FROM alle_vernietiging v WHERE v.akkoord = 1 AND v.klaar_op IS NULL ORDER BY v.id LIMIT 1");
/* kan: not held by now, nothing runs again, and nothing ran again meanwhile: then the term began anew */
STEWARD_SQL(te_doen, "SELECT t.kandidaat_id, NOT EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.kandidaat_id = t.kandidaat_id AND p.afgerond_op IS NULL)"
                     " AND coalesce((SELECT u.tot FROM alle_bewaar_uitstel u WHERE u.kandidaat_id = t.kandidaat_id ORDER BY u.id DESC LIMIT 1), '') < :dag"
                     " AND coalesce((SELECT max(date(p.afgerond_op, 'unixepoch', '+' || r.bewaar_jaren || ' years')) FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id"
                     " WHERE i.kandidaat_id = t.kandidaat_id), '') <= :dag AS kan"
                     " FROM alle_vernietiging_regel t WHERE t.vernietiging_id = :id AND t.uitkomst IS NULL ORDER BY t.kandidaat_id LIMIT 50");
STEWARD_SQL(gedaan, "UPDATE alle_vernietiging_regel SET uitkomst = :uitkomst WHERE vernietiging_id = :id AND kandidaat_id = :wie");
/* kan: not held by now, the project not open again, and the term of today over: who was open again and closed has a later one */
STEWARD_SQL(stukken_te_doen, "SELECT t.rij, NOT EXISTS (SELECT 1 FROM alle_project p WHERE p.id = t.project_id AND p.afgerond_op IS NULL)"
                             " AND coalesce((SELECT u.tot FROM alle_project_uitstel u WHERE u.project_id = t.project_id ORDER BY u.id DESC LIMIT 1), '') < :dag"
                             " AND (SELECT date(coalesce(p.afgerond_op, q.gesloten_op), 'unixepoch', '+' || coalesce(x.termijn, k.termijn) || ' years') FROM alle_vernietiging v JOIN alle_bewaarklasse k ON k.soort = v.soort"
                             " LEFT JOIN alle_bewaartermijn x ON x.regio_id = v.regio_id AND x.soort = v.soort LEFT JOIN alle_project p ON p.id = t.project_id LEFT JOIN alle_verzoek q ON q.id = t.verzoek_id"
                             " WHERE v.id = t.vernietiging_id) <= :dag AS kan"
                             " FROM alle_vernietiging_stuk t WHERE t.vernietiging_id = :id AND t.uitkomst IS NULL ORDER BY t.rij LIMIT 10");
STEWARD_SQL(stuk_gedaan, "UPDATE alle_vernietiging_stuk SET uitkomst = :uitkomst, stuks = :stuks WHERE vernietiging_id = :id AND rij = :rij");
STEWARD_SQL(klaar, "UPDATE alle_vernietiging SET klaar_op = :nu WHERE id = :id");
/* clang-format on */

struct portion {
    struct desk_task task;
    int64_t id;
    regio_id regio;
    char soort[20];
    size_t done;
};

static enum result one_done(struct desk_job *job, int64_t list, kandidaat_id who, bool can)
{
    if (can)
        TRY(kandidaat_wissen(job, who));
    return steward_write(job_steward(job), gedaan,
                         BIND(B("uitkomst", can ? "gewist" : "overgeslagen"), B("id", list), B("wie", who)), NULL);
}

static enum result persons_done(struct desk_job *job, struct arena *a, struct portion *p)
{
    struct {
        kandidaat_id who;
        bool can;
    } rows[PORTION];
    {
        struct query q CLEAN = query(job_steward(job), a, te_doen, BIND(B("id", p->id), B("dag", clock_today())));
        while (p->done < PORTION && next_row(&q)) {
            rows[p->done].who = row_id(&q, "kandidaat_id", kandidaat_id);
            rows[p->done++].can = row_bool(&q, "kan");
        }
        TRY(query_result(&q));
    }
    for (size_t i = 0; i < p->done; i++)
        TRY(one_done(job, p->id, rows[i].who, rows[i].can));
    return OK;
}

static enum result papers_done(struct desk_job *job, struct arena *a, struct portion *p)
{
    struct {
        int64_t rij;
        bool can;
    } rows[PORTION];
    {
        struct query q CLEAN =
            query(job_steward(job), a, stukken_te_doen, BIND(B("id", p->id), B("dag", clock_today())));
        while (p->done < PORTION && next_row(&q)) {
            rows[p->done].rij = row_int(&q, "rij");
            rows[p->done++].can = row_bool(&q, "kan");
        }
        TRY(query_result(&q));
    }
    for (size_t i = 0; i < p->done; i++) {
        int64_t stuks = 0;
        if (rows[i].can)
            TRY(stuk_vernietigen(job, p->soort, rows[i].rij, &stuks));
        TRY(steward_write(job_steward(job), stuk_gedaan,
                          BIND(B("uitkomst", rows[i].can ? "gewist" : "overgeslagen"), B("stuks", stuks),
                               B("id", p->id), B("rij", rows[i].rij)),
                          NULL));
    }
    return OK;
}

static enum result rows_done(struct desk_job *job, struct arena *a, struct portion *p)
{
    p->done = 0;
    TRY(strcmp(p->soort, "kandidaat") == 0 ? persons_done(job, a, p) : papers_done(job, a, p));
    if (p->done > 0)
        return OK;
    TRY(steward_write(job_steward(job), klaar, BIND(B("id", p->id), B("nu", clock_now())), NULL));
    return steward_audit(job_steward(job), (struct audit_line){.wat = "vernietiging.uitgevoerd",
                                                               .soort = "vernietiging",
                                                               .rij = p->id,
                                                               .regio = p->regio});
}

static enum result portion_run(struct desk_task *task, struct desk_job *job)
{
    struct portion *p = (struct portion *)(void *)task;
    struct arena *a = arena_new();
    job_unlogged(job, "vernietiging");
    enum result ended = rows_done(job, a, p);
    arena_free(a);
    return ended;
}

static enum result next_list(struct steward *s, struct portion *p)
{
    struct arena *a = arena_new();
    struct query q = query(s, a, bezig, BIND_NONE);
    enum result found = one_row(&q);
    if (found == OK) {
        p->id = row_int(&q, "id");
        p->regio = row_id(&q, "regio_id", regio_id);
        snprintf(p->soort, sizeof(p->soort), "%s", row_text(&q, "soort"));
    }
    query_end(&q);
    arena_free(a);
    return found;
}

enum result vernietigingen_uitvoeren(struct steward *s, struct desk *desk)
{
    for (;;) {
        struct portion p = {.task = {.run = portion_run}};
        enum result found = next_list(s, &p);
        if (found == NOT_FOUND)
            return OK;
        TRY(found);
        do
            TRY(desk_run(desk, &p.task));
        while (p.done > 0);
        log_info("a list of what is past its retention term was carried out");
    }
}
