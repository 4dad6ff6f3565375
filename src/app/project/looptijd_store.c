/* app/project/looptijd_store.c: SQL of a project's time: periods, extensions, the two switches at its end, what the
 * accountmanager misses. */
#include "app/project/project_store.h"
#include "data/reader.h"

SQL(verlengingen, "SELECT van, tm, bedrag_cent, op FROM verlenging WHERE project_id = :id ORDER BY van LIMIT 50");
SQL(verlenging_maken,
    "INSERT INTO nieuw_verlenging (project_id, tm, bedrag_cent, naam, projectgroep, plaats, sector, toelichting, verlengbaar, versie)"
    " VALUES (:project, :tm, :bedrag, :naam, :groep, :plaats, :sector, :toelichting, :verlengbaar, :versie)");
SQL(perioden,
    "SELECT id, start, eind, geschat_cent, vastgesteld_cent, omzet_verwacht_cent, omzet_cent, bp FROM periode WHERE project_id = :id ORDER BY start LIMIT 100");
SQL(periode_maken,
    "INSERT INTO nieuw_periode (project_id, start, eind, geschat_cent, vastgesteld_cent, omzet_verwacht_cent, omzet_cent, bp)"
    " VALUES (:project, :start, :eind, :geschat, :vast, :verwacht, :omzet, :bp)");
SQL(periode_wijzigen,
    "UPDATE periode SET start = :start, eind = :eind, geschat_cent = :geschat, vastgesteld_cent = :vast, omzet_verwacht_cent = :verwacht, omzet_cent = :omzet, bp = :bp"
    " WHERE id = :id RETURNING 1");
SQL(periode_weg, "DELETE FROM periode WHERE id = :id RETURNING 1");
SQL(versie_verder, "UPDATE project SET versie = versie + 1 WHERE id = :id AND versie = :versie RETURNING 1");
SQL(goedkeuren, "UPDATE project SET goedgekeurd_op = nu() WHERE id = :id RETURNING 1");
SQL(goedkeuren_terug, "UPDATE project SET goedgekeurd_op = NULL WHERE id = :id RETURNING 1");
SQL(afronden, "UPDATE project SET afgerond_op = nu() WHERE id = :id RETURNING 1");
SQL(heropenen, "UPDATE project SET afgerond_op = NULL WHERE id = :id RETURNING 1");
SQL(ontbreekt_maken, "INSERT INTO nieuw_ontbreekt (project_id, tekst) VALUES (:id, :tekst)");
SQL(ontbreekt, "SELECT op, wie, organisatie, tekst FROM ontbreekt WHERE project_id = :id ORDER BY id DESC LIMIT 20");

enum { VERLENGING_MOST = 50, PERIODE_MOST = 100, ONTBREEKT_MOST = 20 };

enum result project_verlengingen(struct reader *db, struct arena *a, project_id id, size_t *n,
                                 struct verlenging_row **out)
{
    *out = ARENA_ARRAY(a, struct verlenging_row, VERLENGING_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, verlengingen, BIND(B("id", id)));
    while (*n < VERLENGING_MOST && next_row(&q))
        (*out)[(*n)++] = (struct verlenging_row){row_datum(&q, "van"), row_datum(&q, "tm"), row_geld(&q, "bedrag_cent"),
                                                 row_tijdstip(&q, "op")};
    return query_result(&q);
}

enum result verlenging_insert(struct desk_job *job, project_id id, const struct verlenging_new *v)
{
    return job_insert(job, verlenging_maken,
                      BIND(B("project", id), B("tm", v->tot), B("bedrag", v->bedrag), B("naam", v->naam),
                           B("groep", v->projectgroep ? v->projectgroep : ""), B("plaats", v->plaats),
                           B("sector", v->sector), B("toelichting", v->toelichting ? v->toelichting : ""),
                           B("verlengbaar", v->verlengbaar), B("versie", v->versie)),
                      NULL);
}

enum result perioden_read(struct reader *db, struct arena *a, project_id id, size_t *n, struct periode_stored **out)
{
    *out = ARENA_ARRAY(a, struct periode_stored, PERIODE_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, perioden, BIND(B("id", id)));
    while (*n < PERIODE_MOST && next_row(&q))
        (*out)[(*n)++] = (struct periode_stored){row_id(&q, "id", periode_id),
                                                 {.start = row_datum(&q, "start"),
                                                  .eind = row_datum(&q, "eind"),
                                                  .bedrag = row_geld(&q, "geschat_cent"),
                                                  .vastgesteld = row_geld(&q, "vastgesteld_cent"),
                                                  .omzet_verwacht = row_geld(&q, "omzet_verwacht_cent"),
                                                  .omzet = row_geld(&q, "omzet_cent"),
                                                  .bp = row_bp(&q, "bp")}};
    return query_result(&q);
}

enum result periode_insert(struct desk_job *job, project_id project, const struct periode_rij *p)
{
    return job_insert(job, periode_maken,
                      BIND(B("project", project), B("start", p->start), B("eind", p->eind), B("geschat", p->bedrag),
                           B("vast", p->vastgesteld), B("verwacht", p->omzet_verwacht), B("omzet", p->omzet),
                           B("bp", p->bp)),
                      NULL);
}

enum result periode_update(struct desk_job *job, periode_id id, const struct periode_rij *p)
{
    return job_write(job, periode_wijzigen,
                     BIND(B("start", p->start), B("eind", p->eind), B("geschat", p->bedrag), B("vast", p->vastgesteld),
                          B("verwacht", p->omzet_verwacht), B("omzet", p->omzet), B("bp", p->bp), B("id", id)));
}

enum result periode_delete(struct desk_job *job, periode_id id)
{
    return job_write(job, periode_weg, BIND(B("id", id)));
}

enum result project_versie_next(struct desk_job *job, project_id id, int64_t versie)
{
    return job_write(job, versie_verder, BIND(B("id", id), B("versie", versie)));
}

enum result project_goedgekeurd_set(struct desk_job *job, project_id id, bool on)
{
    return job_write(job, on ? goedkeuren : goedkeuren_terug, BIND(B("id", id)));
}

enum result project_afgerond_set(struct desk_job *job, project_id id, bool on)
{
    return job_write(job, on ? afronden : heropenen, BIND(B("id", id)));
}

enum result ontbreekt_insert(struct desk_job *job, project_id id, const char *tekst)
{
    return job_insert(job, ontbreekt_maken, BIND(B("id", id), B("tekst", tekst)), NULL);
}

enum result ontbreekt_read(struct reader *db, struct arena *a, project_id id, size_t *n, struct ontbreekt_row **out)
{
    *out = ARENA_ARRAY(a, struct ontbreekt_row, ONTBREEKT_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, ontbreekt, BIND(B("id", id)));
    while (*n < ONTBREEKT_MOST && next_row(&q))
        (*out)[(*n)++] = (struct ontbreekt_row){row_tijdstip(&q, "op"), row_text(&q, "wie"),
                                                row_text(&q, "organisatie"), row_text(&q, "tekst")};
    return query_result(&q);
}
