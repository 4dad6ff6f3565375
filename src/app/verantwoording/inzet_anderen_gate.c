/* app/verantwoording/inzet_anderen_gate.c: what a person's other placements mean for one: what they used of the
 * duration that counts, and the other shares of the same placement. They may lie on projects the viewer may not see:
 * nothing of them leaves but the amount. */
#include <string.h>

#include "app/verantwoording/inzet_sums.h"
#include "app/verantwoording/inzet_sums_input.h"
#include "app/verantwoording/kandidaat_rules.h"
#include "app/verantwoording/verantwoording.h"
#include "data/steward.h"

static datum day_after(datum d)
{
    return datum_is_none(d) ? d : datum_plus_days(d, 1);
}

/* The person's other placements in parts with their own hours; those that are a share of one stand in delen too. */
struct anderen {
    size_t n, n_delen;
    struct plaatsing *list;
    struct plaatsing_deel *delen;
};

/* The part before ends where this one begins. */
static void part_ends(struct plaatsing *part, datum vanaf)
{
    part->tot = vanaf.dag < part->tot.dag ? vanaf : part->tot;
}

static enum result placements(struct steward *s, struct arena *a, const struct sums_bron *bron, regio_id regio,
                              kandidaat_id kandidaat, inzet_id but, struct anderen *out)
{
    struct plaatsing found[PLAATSINGEN_MOST];
    struct plaatsing_deel delen[DELEN_MOST];
    size_t n = 0, n_delen = 0, first[DELEN_MOST];
    int64_t before = 0;
    struct query q CLEAN =
        bron->tot.sec
            ? query(s, a, bron->plaatsingen,
                    BIND(B("kandidaat", kandidaat), bind_int("inzet", but.id), B("regio", regio), B("m", bron->tot)))
            : query(s, a, bron->plaatsingen,
                    BIND(B("kandidaat", kandidaat), bind_int("inzet", but.id), B("regio", regio)));
    for (; n < PLAATSINGEN_MOST && next_row(&q); before = row_int(&q, "versie_id")) {
        struct plaatsing part = {row_datum(&q, "vanaf"), day_after(row_datum(&q, "tm")), row_uren(&q, "uren"),
                                 row_bp(&q, "aandeel_bp"), row_datum(&q, "start")};
        bool again = row_int(&q, "versie_id") == before, share = part.aandeel.bp < 10000;
        if (again)
            part_ends(&found[n - 1], part.van);
        if (share && again && n_delen > 0 && first[n_delen - 1] + delen[n_delen - 1].n_weken == n) {
            delen[n_delen - 1].n_weken++;
        } else if (share && !again && n_delen < DELEN_MOST) {
            first[n_delen] = n;
            delen[n_delen++] = (struct plaatsing_deel){row_id(&q, "id", inzet_id),
                                                       row_text(&q, "code"),
                                                       part.begin,
                                                       day_after(row_datum(&q, "eind")),
                                                       day_after(row_datum(&q, "uit_dienst")),
                                                       part.aandeel,
                                                       1,
                                                       NULL};
        }
        found[n++] = part;
    }
    *out = (struct anderen){n, n_delen, ARENA_ARRAY(a, struct plaatsing, n + 1),
                            ARENA_ARRAY(a, struct plaatsing_deel, n_delen + 1)};
    memcpy(out->list, found, n * sizeof(*found));
    memcpy(out->delen, delen, n_delen * sizeof(*delen));
    for (size_t i = 0; i < n_delen; i++)
        out->delen[i].weken = &out->list[first[i]];
    return query_result(&q);
}

enum result sums_others_fill(struct steward *s, struct arena *a, const struct sums_bron *bron, regio_id regio,
                             kandidaat_id kandidaat, inzet_id own, struct inzet_invoer *in)
{
    struct anderen o;
    struct plaatsing weken[UREN_MOST + 1] = {{.van = in->start, .week = UREN_GEEN}};
    if (kandidaat.id == 0)
        return OK;
    TRY(placements(s, a, bron, regio, kandidaat, own, &o));
    in->n_eerder = o.n;
    in->eerder = o.list;
    for (size_t i = 0; i < in->n_uren && i < UREN_MOST; i++)
        weken[i] = (struct plaatsing){.van = in->uren[i].vanaf, .week = in->uren[i].week};
    struct plaatsing_deel mine = {own,         in->blok ? in->blok->code : "", in->start, in->tot, in->uit_dienst_tot,
                                  in->aandeel, in->n_uren ? in->n_uren : 1,    weken};
    in->n_delen = plaatsing_delen(a, &mine, o.n_delen, o.delen, &in->delen, &in->deel);
    return OK;
}

STEWARD_SQL(sums_project_regio, "SELECT regio_id FROM alle_project WHERE id = :id");

static enum result regio_of(struct request *r, project_id project, regio_id *out)
{
    struct query q CLEAN = query(r->gate, r->arena, sums_project_regio, BIND(B("id", project)));
    TRY(one_row(&q));
    *out = row_id(&q, "regio_id", regio_id);
    return OK;
}

/* the plus sign keeps SQLite at the index of the search key */
STEWARD_SQL(
    sums_zelfde,
    "SELECT id FROM alle_kandidaat WHERE zoek = :zoek AND +opdrachtnemer_id = :on AND naam IS NOT NULL AND gewist_op IS NULL ORDER BY +id LIMIT 1");

enum result inzet_zelfde(struct request *r, organisatie_id opdrachtnemer, const char *naam, datum geboren,
                         kandidaat_id *out)
{
    *out = (kandidaat_id){0};
    if (!naam || !naam[0] || datum_is_none(geboren))
        return OK;
    struct query q CLEAN =
        query(r->gate, r->arena, sums_zelfde,
              BIND(B("zoek", kandidaat_zoek(r->seal, r->arena, naam, geboren)), B("on", opdrachtnemer)));
    enum result found = one_row(&q);
    if (found != OK)
        return found == NOT_FOUND ? OK : found;
    *out = row_id(&q, "id", kandidaat_id);
    return OK;
}

enum result inzet_plaatsingen(struct request *r, project_id project, kandidaat_id kandidaat, inzet_id but, size_t *n,
                              struct plaatsing **out)
{
    struct anderen o = {.n = 0};
    struct sums_bron now = sums_bron_nu();
    regio_id regio;
    if (kandidaat.id != 0) {
        TRY(regio_of(r, project, &regio));
        TRY(placements(r->gate, r->arena, &now, regio, kandidaat, but, &o));
    }
    *n = o.n;
    *out = o.list;
    return OK;
}

enum result inzet_anderen(struct request *r, project_id project, kandidaat_id kandidaat, inzet_id own,
                          struct inzet_invoer *in)
{
    struct sums_bron now = sums_bron_nu();
    regio_id regio;
    TRY(regio_of(r, project, &regio));
    return sums_others_fill(r->gate, r->arena, &now, regio, kandidaat, own, in);
}
