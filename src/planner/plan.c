#include "planner/plan.h"

#include <string.h>

#include "data/steward.h"
#include "data/viewer.h"

STEWARD_SQL(plan_last, "SELECT waarde FROM alle_instelling WHERE naam = 'planner_tot'");
STEWARD_SQL(
    plan_last_write,
    "INSERT INTO alle_instelling (naam, waarde) VALUES ('planner_tot', :dag) ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde WHERE excluded.waarde > waarde");
/* only contacts whose organisatie is a party of the project: a link of another one counts for nothing (scope.sql) */
STEWARD_SQL(
    plan_contacts,
    "SELECT DISTINCT g.id, g.email, g.naam, o.soort FROM alle_contact k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id"
    " JOIN alle_project p ON p.id = k.project_id WHERE k.project_id = :project AND (k.van IS NULL OR :dag BETWEEN k.van AND k.tm) AND g.staat <> 'geblokkeerd'"
    " AND o.id IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id) ORDER BY g.id");

STEWARD_SQL(
    plan_contacts_on,
    "SELECT DISTINCT g.id, g.email, g.naam, 'opdrachtnemer' AS soort FROM alle_project p JOIN alle_contact k ON k.project_id = p.id AND (k.van IS NULL OR :dag BETWEEN k.van AND k.tm) JOIN alle_gebruiker g ON g.id = k.gebruiker_id"
    " WHERE p.opdrachtnemer_id = :on AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND :dag BETWEEN p.start AND p.eind"
    " AND g.organisatie_id = p.opdrachtnemer_id AND g.staat <> 'geblokkeerd' ORDER BY g.id");
STEWARD_SQL(
    plan_known,
    "SELECT EXISTS (SELECT 1 FROM alle_bericht WHERE soort = :soort AND over = :over AND over_id = :id AND aan = :aan AND dag = :dag)"
    " OR EXISTS (SELECT 1 FROM alle_gebruiker g WHERE g.id = :wie AND instr(',' || g.mail_uit || ',', ',' || :keuze || ',') > 0) AS bekend");

enum result plan_window(struct steward *s, struct arena *a, datum today, datum *van, bool *some)
{
    struct query q CLEAN = query(s, a, plan_last, BIND_NONE);
    enum result found = one_row(&q);
    *van = today;
    *some = true;
    if (found != OK)
        return found == NOT_FOUND ? OK : found;
    datum last = datum_from_iso(row_text(&q, "waarde"));
    if (datum_is_none(last))
        return fail("alle_instelling: planner_tot is no date");
    *van = datum_plus_days(last, 1);
    *some = van->dag <= today.dag;
    return OK;
}

static int kind_of(const char *soort)
{
    static const struct {
        const char *soort;
        int kind;
    } names[] = {
        {"opdrachtgever", SOORT_OG}, {"opdrachtnemer", SOORT_ON}, {"intermediair", SOORT_IM}, {"wsp", SOORT_AM}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(soort, names[i].soort) == 0)
            return names[i].kind;
    return 0;
}

enum result plan_receivers(struct steward *s, struct arena *a, const struct due *d, size_t *n,
                           struct plan_receiver **out)
{
    enum { MOST = 500 };
    *out = ARENA_ARRAY(a, struct plan_receiver, MOST);
    *n = 0;
    if (d->to.user.id != 0) {
        (*out)[(*n)++] = (struct plan_receiver){d->to.user, d->to.email, d->to.name};
        return OK;
    }
    bool one_project = d->opdrachtnemer.id == 0;
    struct query q CLEAN = one_project
                               ? query(s, a, plan_contacts, BIND(B("project", d->project), B("dag", d->dag)))
                               : query(s, a, plan_contacts_on, BIND(B("on", d->opdrachtnemer), B("dag", d->dag)));
    while (*n < MOST && next_row(&q))
        if (kind_of(row_text(&q, "soort")) & mail_kind_roles(d->kind))
            (*out)[(*n)++] =
                (struct plan_receiver){row_id(&q, "id", gebruiker_id), row_text(&q, "email"), row_text(&q, "naam")};
    return query_result(&q);
}

enum result plan_is_new(struct steward *s, struct arena *a, const struct due *d, const struct plan_receiver *to,
                        bool *is_new)
{
    struct query q CLEAN =
        query(s, a, plan_known,
              BIND(B("soort", mail_kind_name(d->kind)), B("over", d->over), B("id", d->over_id), B("aan", to->email),
                   B("dag", d->dag), B("wie", to->id), B("keuze", mail_kind_choice(d->kind))));
    TRY(one_row(&q));
    *is_new = !row_bool(&q, "bekend");
    return OK;
}

enum result plan_store(struct steward *s, const struct config *c, struct arena *a, const struct due *rows, size_t n,
                       tijdstip now)
{
    for (size_t i = 0; i < n; i++) {
        size_t n_to;
        struct plan_receiver *to;
        TRY(plan_receivers(s, a, &rows[i], &n_to, &to));
        for (size_t k = 0; k < n_to; k++)
            TRY(mail_send_due(s, c, a, &rows[i], (struct mail_to){to[k].id, to[k].email, to[k].naam, NULL}, now));
    }
    return OK;
}

enum result plan_done(struct steward *s, datum today)
{
    return steward_write(s, plan_last_write, BIND(B("dag", today)), NULL);
}
