/* web/web_store.c: SQL of the web floor. It has no viewer: a form kept for an ended session belongs to somebody who is
 * nobody at that moment; the author stands in every WHERE. Old rows are swept where new ones are written, so nothing
 * grows. */
#include "web/web_store.h"

#include "data/steward.h"

struct steward *store_gate(struct desk_job *job)
{
    return job_steward(job);
}

enum { ONCE_KEPT_SEC = 7 * 24 * 3600 };

STEWARD_SQL(once_by_token, "SELECT gebruiker, naar FROM alle_eenmalig WHERE token = :token");

enum result once_find(struct steward *gate, struct arena *a, struct blob token, struct once_row *out)
{
    struct query q CLEAN = query(gate, a, once_by_token, BIND(B("token", token)));
    TRY(one_row(&q));
    *out = (struct once_row){.gebruiker = row_int(&q, "gebruiker"), .naar = row_text_or(&q, "naar", "")};
    return OK;
}

STEWARD_SQL(once_insert,
            "INSERT INTO alle_eenmalig (token, gebruiker, naar, op) VALUES (:token, :gebruiker, :naar, :op)");
STEWARD_SQL(once_sweep, "DELETE FROM alle_eenmalig WHERE op < :op");

enum result once_add(struct desk_job *job, struct blob token, int64_t gebruiker, const char *naar, tijdstip now)
{
    struct steward *s = job_steward(job);
    int changed = 0;
    TRY(steward_write(s, once_sweep, BIND(B("op", now.sec - ONCE_KEPT_SEC)), &changed));
    return steward_write(s, once_insert,
                         BIND(B("token", token), B("gebruiker", gebruiker), B("naar", naar), B("op", now.sec)),
                         &changed);
}

STEWARD_SQL(
    draft_by_id,
    "SELECT pad, velden, coalesce(sleutel, 0) AS sleutel FROM alle_concept WHERE id = :id AND gebruiker = :gebruiker AND verloopt > :nu");

enum result draft_find(struct steward *gate, struct arena *a, concept_id id, int64_t gebruiker, tijdstip now,
                       struct draft_row *out)
{
    struct query q CLEAN = query(gate, a, draft_by_id, BIND(B("id", id), B("gebruiker", gebruiker), B("nu", now.sec)));
    TRY(one_row(&q));
    *out = (struct draft_row){
        .pad = row_text(&q, "pad"), .velden = row_blob(&q, "velden"), .sleutel = row_int(&q, "sleutel")};
    return OK;
}

STEWARD_SQL(draft_insert, "INSERT INTO alle_concept (gebruiker, sessie, pad, velden, sleutel, op, verloopt)"
                          " VALUES (:gebruiker, :sessie, :pad, :velden, :sleutel, :op, :verloopt)");
STEWARD_SQL(draft_sweep, "DELETE FROM alle_concept WHERE verloopt < :nu");

enum result draft_add(struct desk_job *job, int64_t gebruiker, struct blob sessie, const char *pad, struct blob velden,
                      int64_t sleutel, tijdstip now, tijdstip until, int64_t *id)
{
    struct steward *s = job_steward(job);
    TRY(steward_write(s, draft_sweep, BIND(B("nu", now.sec)), NULL));
    return steward_insert(s, draft_insert,
                          BIND(B("gebruiker", gebruiker), B("sessie", sessie), B("pad", pad), B("velden", velden),
                               B("sleutel", sleutel), B("op", now.sec), B("verloopt", until.sec)),
                          id);
}

STEWARD_SQL(draft_update, "UPDATE alle_concept SET velden = :velden WHERE id = :id AND gebruiker = :gebruiker");

enum result draft_change(struct desk_job *job, concept_id id, int64_t gebruiker, struct blob velden)
{
    int changed = 0;
    TRY(steward_write(job_steward(job), draft_update, BIND(B("velden", velden), B("id", id), B("gebruiker", gebruiker)),
                      &changed));
    return changed == 1 ? OK : NOT_FOUND;
}

STEWARD_SQL(draft_remove, "DELETE FROM alle_concept WHERE id = :id AND gebruiker = :gebruiker");

enum result draft_delete(struct desk_job *job, concept_id id, int64_t gebruiker)
{
    int changed = 0;
    TRY(steward_write(job_steward(job), draft_remove, BIND(B("id", id), B("gebruiker", gebruiker)), &changed));
    return changed == 1 ? OK : NOT_FOUND;
}

STEWARD_SQL(store_alive, "SELECT count(*) AS n FROM alle_instelling");

enum result store_is_alive(struct steward *gate, struct arena *a)
{
    struct query q CLEAN = query(gate, a, store_alive, BIND_NONE);
    return one_row(&q);
}
