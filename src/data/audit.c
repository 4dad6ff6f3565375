/* data/audit.c: each record's som = BLAKE2b(som of the record before | every column, length-prefixed). Removing or
 * changing one shows at the next. */
#include "data/audit.h"

#include <sodium.h>
#include <string.h>

#include "core/clock.h"
#include "data/audit_anker.h"
#include "data/conn.h"
#include "data/steward.h"

enum { SOM = AUDIT_SOM };

STEWARD_SQL(audit_regio, "SELECT regio_id FROM alle_project WHERE id = :id");
STEWARD_SQL(
    audit_gebruiker,
    "SELECT o.id, o.regio_id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = :id");
STEWARD_SQL(audit_last, "SELECT id, som FROM alle_audit ORDER BY id DESC LIMIT 1");
STEWARD_SQL(audit_insert,
            "INSERT INTO alle_audit (id, op, wie, organisatie, regio, wat, soort, rij, project, voor, na, som)"
            " VALUES (:id, :op, :wie, :organisatie, :regio, :wat, :soort, :rij, :project, :voor, :na, :som)");
STEWARD_SQL(
    audit_all,
    "SELECT id, op, wie, organisatie, regio, wat, soort, rij, project, voor, na, som FROM alle_audit ORDER BY id");

static void add_int(crypto_generichash_state *h, int64_t v)
{
    unsigned char b[9] = {'i'};
    for (int i = 0; i < 8; i++)
        b[1 + i] = (unsigned char)((uint64_t)v >> (8 * i));
    crypto_generichash_update(h, b, sizeof(b));
}

/* An id of 0 is NULL in the table: the same bytes for both. */
static void add_text(crypto_generichash_state *h, const char *s)
{
    if (!s) {
        crypto_generichash_update(h, (const unsigned char *)"n", 1);
        return;
    }
    add_int(h, (int64_t)strlen(s));
    crypto_generichash_update(h, (const unsigned char *)s, strlen(s));
}

struct record {
    int64_t id, op, wie, organisatie, regio, rij, project;
    const char *wat, *soort, *voor, *na;
};

static void record_som(const unsigned char before[SOM], const struct record *r, unsigned char out[SOM])
{
    crypto_generichash_state h;
    crypto_generichash_init(&h, NULL, 0, SOM);
    crypto_generichash_update(&h, before, SOM);
    const int64_t numbers[] = {r->id, r->op, r->wie, r->organisatie, r->regio, r->rij, r->project};
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        add_int(&h, numbers[i]);
    add_text(&h, r->wat);
    add_text(&h, r->soort);
    add_text(&h, r->voor);
    add_text(&h, r->na);
    crypto_generichash_final(&h, out, SOM);
}

enum result audit_newest(struct steward *s, struct arena *a, int64_t *id, unsigned char out[SOM])
{
    *id = 0;
    memset(out, 0, SOM);
    struct query q CLEAN = query(s, a, audit_last, BIND_NONE);
    if (!next_row(&q))
        return query_result(&q);
    *id = row_int(&q, "id");
    struct blob b = row_blob(&q, "som");
    if (b.n == SOM)
        memcpy(out, b.p, SOM);
    return OK;
}

/* A line about a project is of that project's regio, whoever wrote it. */
static enum result regio_find(struct steward *s, struct arena *a, project_id project, int64_t *regio)
{
    struct query q CLEAN = query(s, a, audit_regio, BIND(B("id", project)));
    if (next_row(&q))
        *regio = row_int(&q, "regio_id");
    return query_result(&q);
}

/* A line about a person's account is of the regio of the own organisatie (0 for who belongs to none): logging in, an
 * invitation. */
static enum result account_find(struct steward *s, struct arena *a, int64_t gebruiker, int64_t *organisatie,
                                int64_t *regio)
{
    struct query q CLEAN = query(s, a, audit_gebruiker, BIND(B("id", gebruiker)));
    if (next_row(&q)) {
        *organisatie = row_int(&q, "id");
        *regio = row_int(&q, "regio_id");
    }
    return query_result(&q);
}

static enum result write_in(struct steward *s, struct arena *a, const struct audit_line *l, const struct viewer *v)
{
    unsigned char before[SOM], som[SOM];
    int64_t last;
    TRY(audit_newest(s, a, &last, before));
    struct record r = {.id = last + 1,
                       .op = clock_now().sec,
                       .wie = l->wie.id ? l->wie.id
                              : v       ? v->gebruiker.id
                                        : 0,
                       .organisatie = v ? v->organisatie.id : 0,
                       .regio = l->regio.id ? l->regio.id
                                : v         ? v->regio.id
                                            : 0,
                       .rij = l->rij,
                       .project = l->project.id,
                       .wat = l->wat,
                       .soort = l->soort,
                       .voor = l->voor,
                       .na = l->na};
    if (r.regio == 0 && r.project != 0)
        TRY(regio_find(s, a, l->project, &r.regio));
    int64_t own = 0, regio = 0;
    if (r.regio == 0 && strcmp(r.soort, "gebruiker") == 0) {
        TRY(account_find(s, a, r.rij, &own, &regio));
        r.regio = regio;
        if (r.organisatie == 0 && r.wie == r.rij) /* who logs in is no viewer yet */
            r.organisatie = own;
    }
    record_som(before, &r, som);
    return steward_write(s, audit_insert,
                         BIND(B("id", r.id), B("op", r.op), bind_nullable("wie", r.wie == 0, r.wie),
                              bind_nullable("organisatie", r.organisatie == 0, r.organisatie),
                              bind_nullable("regio", r.regio == 0, r.regio), B("wat", r.wat), B("soort", r.soort),
                              B("rij", r.rij), bind_nullable("project", r.project == 0, r.project), B("voor", r.voor),
                              B("na", r.na), B("som", ((struct blob){som, SOM}))),
                         NULL);
}

enum result audit_write(struct steward *s, const struct audit_line *line, const struct viewer *viewer)
{
    struct arena *a = arena_new();
    enum result ended = write_in(s, a, line, viewer);
    arena_free(a);
    return ended;
}

enum result steward_audit(struct steward *s, struct audit_line line)
{
    return audit_write(s, &line, NULL);
}

static bool record_fits(struct query *q, unsigned char before[SOM])
{
    unsigned char som[SOM];
    struct record r = {.id = row_int(q, "id"),
                       .op = row_int(q, "op"),
                       .wie = row_int(q, "wie"),
                       .organisatie = row_int(q, "organisatie"),
                       .regio = row_int(q, "regio"),
                       .rij = row_int(q, "rij"),
                       .project = row_int(q, "project"),
                       .wat = row_text(q, "wat"),
                       .soort = row_text(q, "soort"),
                       .voor = row_text(q, "voor"),
                       .na = row_text(q, "na")};
    record_som(before, &r, som);
    struct blob kept = row_blob(q, "som");
    memcpy(before, som, SOM);
    return kept.n == SOM && memcmp(kept.p, som, SOM) == 0;
}

/* The anchors of the records up to and including this one; *next: the first that is not looked at yet. */
static bool anchors_fit(const struct audit_ankers *ankers, size_t *next, int64_t id, const unsigned char som[SOM],
                        struct text *report)
{
    for (; ankers && *next < ankers->n && ankers->rows[*next].record <= id; (*next)++) {
        const struct audit_anker *k = &ankers->rows[*next];
        if (k->record == id && memcmp(k->som, som, SOM) == 0)
            continue;
        text_printf(report, "audit: record %lld is not the one that was anchored: the chain was written anew\n",
                    (long long)k->record);
        return false;
    }
    return true;
}

enum result audit_verify(struct steward *s, const struct audit_ankers *ankers, struct text *report)
{
    size_t next = 0;
    unsigned char before[SOM] = {0};
    int64_t n = 0;
    struct arena *a = arena_new();
    struct query q = query(s, a, audit_all, BIND_NONE);
    enum result ended = OK;
    while (ended == OK && next_row(&q)) {
        n++;
        if (!record_fits(&q, before)) {
            text_printf(report, "audit: record %lld does not fit the one before it\n", (long long)row_int(&q, "id"));
            ended = FAILED;
        } else if (!anchors_fit(ankers, &next, row_int(&q, "id"), before, report)) {
            ended = FAILED;
        }
        if (arena_used(a) > (size_t)8 << 20) { /* the chain may be long: its texts are not kept */
            arena_free(a);
            q.arena = a = arena_new();
        }
    }
    if (ended == OK)
        ended = query_result(&q);
    query_end(&q);
    arena_free(a);
    if (ended == OK && ankers && next < ankers->n) {
        text_printf(
            report,
            "audit: the chain ends at record %lld, but record %lld was anchored: the newest records are missing (or an older backup was put back)\n",
            (long long)n, (long long)ankers->rows[next].record);
        ended = FAILED;
    }
    char newest[2 * SOM + 1];
    sodium_bin2hex(newest, sizeof(newest), before, SOM);
    if (ended == OK)
        text_printf(report, "audit: %lld records, the chain is whole, newest sum %.16s; %zu anchors fit\n",
                    (long long)n, newest, ankers ? ankers->n : 0);
    return ended;
}
