/* app/verantwoording/leeftijd_gate.c: a corrected birth date changes the age at the start. Uses the steward: the same
 * person may have an overeenkomst on a project that who corrects does not see, and a coordinatiepunt writes no inzet
 * otherwise. */
#include "app/verantwoording/inzet_sums.h"
#include "app/verantwoording/kandidaat_rules.h"
#include "app/verantwoording/versie_gate.h"
#include "data/steward.h"

/* clang-format off */
STEWARD_SQL(leeftijd_inzet, "SELECT i.id, i.project_id, i.versie, i.status, p.set_id, p.regio_id, v.start, b.label, CAST(w.waarde AS INTEGER) AS leeftijd, p.afgerond_op IS NOT NULL OR p.goedgekeurd_op IS NOT NULL AS vast"
                            " FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_bouwblok b ON b.id = v.bouwblok_id"
                            " JOIN alle_inzet_antwoord w ON w.versie_id = v.id AND w.attribuut = 'leeftijd' WHERE i.kandidaat_id = :id AND i.ingetrokken_op IS NULL ORDER BY i.id LIMIT 200");
STEWARD_SQL(leeftijd_zetten, "UPDATE alle_inzet_antwoord SET waarde = :leeftijd WHERE versie_id = :versie AND attribuut = 'leeftijd'");
/* Sent back stays sent back: what the accountmanager asks is not answered by this. */
STEWARD_SQL(leeftijd_geldt, "UPDATE alle_inzet SET versie = :versie, reden = CASE status WHEN 'teruggestuurd' THEN reden ELSE '' END, status = CASE status WHEN 'teruggestuurd' THEN status ELSE 'ingediend' END"
                            " WHERE id = :id");
/* clang-format on */

enum { INZET_MOST = 200 };
struct aged {
    struct kandidaat_gevolg g;
    int64_t versie;
    bouwblokkenset_id set;
    regio_id regio;
};

static enum result changed_read(struct request *r, kandidaat_id who, datum geboren, size_t *n, struct aged **out)
{
    struct query q CLEAN = query(job_steward(r->job), r->arena, leeftijd_inzet, BIND(B("id", who)));
    *out = ARENA_ARRAY(r->arena, struct aged, INZET_MOST);
    *n = 0;
    while (*n < INZET_MOST && next_row(&q)) {
        struct kandidaat_gevolg g = {.inzet = row_id(&q, "id", inzet_id),
                                     .project = row_id(&q, "project_id", project_id),
                                     .doelgroep = row_text(&q, "label"),
                                     .was = row_int(&q, "leeftijd"),
                                     .is = kandidaat_leeftijd(geboren, row_datum(&q, "start")),
                                     .vast = row_bool(&q, "vast")};
        if (g.was != g.is)
            (*out)[(*n)++] = (struct aged){g, row_int(&q, "versie"), row_id(&q, "set_id", bouwblokkenset_id),
                                           row_id(&q, "regio_id", regio_id)};
    }
    return query_result(&q);
}

static enum result worth(struct request *r, inzet_id id, geld *out)
{
    struct inzet_rekening w;
    enum result found = inzet_rekening_read(r, id, 0, &w);
    *out = found == OK ? w.prognose.totaal : (geld){0};
    return found == NOT_FOUND ? OK : found;
}

static enum result age_set(struct request *r, struct aged *a)
{
    static const char reden[] = "Geboortedatum gecorrigeerd";
    struct steward *s = job_steward(r->job);
    int64_t row;
    TRY(inzet_version_copy(r, a->set, reden, a->g.inzet, a->versie, a->versie + 1, &row));
    TRY(steward_write(
        s, leeftijd_zetten,
        BIND(B("versie", row), B("leeftijd", (const char *)arena_printf(r->arena, "%lld", (long long)a->g.is))), NULL));
    TRY(steward_write(s, leeftijd_geldt, BIND(B("versie", a->versie + 1), B("id", a->g.inzet)), NULL));
    job_audit(r->job, (struct audit_line){.wat = "inzet.corrigeren",
                                          .soort = "inzet",
                                          .rij = a->g.inzet.id,
                                          .project = a->g.project,
                                          .regio = a->regio,
                                          .na = reden});
    return OK;
}

enum result leeftijd_volgt(struct request *r, kandidaat_id who, datum geboren, size_t *n, struct kandidaat_gevolg **out)
{
    struct aged *list;
    TRY(changed_read(r, who, geboren, n, &list));
    *out = ARENA_ARRAY(r->arena, struct kandidaat_gevolg, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        TRY(worth(r, list[i].g.inzet, &list[i].g.waarde_was));
        if (!list[i].g.vast)
            TRY(age_set(r, &list[i]));
    }
    for (size_t i = 0; i < *n; i++) {
        struct kandidaat_gevolg *g = &list[i].g;
        if (!g->vast)
            TRY(project_sums_after_inzet(r, g->project, who));
        TRY(worth(r, g->inzet, &g->waarde_is));
        (*out)[i] = *g;
    }
    return OK;
}
