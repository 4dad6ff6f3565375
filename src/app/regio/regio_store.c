#include "app/regio/regio_store.h"

SQL(regio_rij,
    "SELECT cp_naam, cp_email, cp_telefoon, cp_tijden, cp_website, telt, identiteit, toestemming, herinnering, drempel_cent, standaard_bp, pso_hele_looptijd, bewaar_jaren, grondslag, privacytekst, verantwoordelijke, fg, lees_grens, versie"
    " FROM regio WHERE id = :id");
SQL(regio_wijzigen,
    "UPDATE regio SET cp_naam = :cp_naam, cp_email = :cp_email, cp_telefoon = :cp_telefoon, cp_tijden = :cp_tijden, cp_website = :cp_website, telt = :telt, identiteit = :identiteit,"
    " toestemming = :toestemming, herinnering = :herinnering, drempel_cent = :drempel, standaard_bp = :standaard, pso_hele_looptijd = :pso, bewaar_jaren = :jaren, grondslag = :grondslag,"
    " privacytekst = :privacy, verantwoordelijke = :verantwoordelijke, fg = :fg, lees_grens = :lees_grens WHERE id = :id AND versie = :versie AND mag_wijzigen RETURNING 1");
SQL(regio_lopend, "SELECT count(*) AS n FROM project WHERE afgerond_op IS NULL");
SQL(regio_wijzigingen, "SELECT op, wie, voor, na FROM regio_historie ORDER BY id DESC LIMIT 50");

enum { CHANGES_MOST = 50 };

static const char *or_empty(const char *s)
{
    return s ? s : "";
}

enum result regio_read(struct reader *db, struct arena *a, regio_id id, struct regio_input *out)
{
    struct query q CLEAN = query(db, a, regio_rij, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct regio_input){
        .cp_naam = row_text(&q, "cp_naam"),
        .cp_email = row_text(&q, "cp_email"),
        .cp_telefoon = row_text(&q, "cp_telefoon"),
        .cp_tijden = row_text(&q, "cp_tijden"),
        .cp_website = row_text(&q, "cp_website"),
        .telt = row_text(&q, "telt"),
        .identiteit = row_text(&q, "identiteit"),
        .toestemming = row_bool(&q, "toestemming"),
        .herinnering = row_text(&q, "herinnering"),
        .drempel = row_geld(&q, "drempel_cent"),
        .standaard = row_bp(&q, "standaard_bp"),
        .pso_hele_looptijd = row_bool(&q, "pso_hele_looptijd"),
        .bewaar_jaren = row_int(&q, "bewaar_jaren"),
        .grondslag = row_text(&q, "grondslag"),
        .privacytekst = row_text(&q, "privacytekst"),
        .verantwoordelijke = row_text(&q, "verantwoordelijke"),
        .fg = row_text(&q, "fg"),
        .lees_grens = row_int(&q, "lees_grens"),
        .versie = row_int(&q, "versie"),
    };
    return OK;
}

enum result regio_write(struct desk_job *job, regio_id id, const struct regio_input *in)
{
    enum result ended =
        job_write(job, regio_wijzigen,
                  BIND(B("cp_naam", or_empty(in->cp_naam)), B("cp_email", in->cp_email),
                       B("cp_telefoon", or_empty(in->cp_telefoon)), B("cp_tijden", or_empty(in->cp_tijden)),
                       B("cp_website", or_empty(in->cp_website)), B("telt", in->telt), B("identiteit", in->identiteit),
                       B("toestemming", in->toestemming), B("herinnering", in->herinnering), B("drempel", in->drempel),
                       B("standaard", in->standaard), B("pso", in->pso_hele_looptijd), B("jaren", in->bewaar_jaren),
                       B("grondslag", or_empty(in->grondslag)), B("privacy", or_empty(in->privacytekst)),
                       B("verantwoordelijke", or_empty(in->verantwoordelijke)), B("fg", or_empty(in->fg)),
                       B("lees_grens", in->lees_grens), B("id", id), B("versie", in->versie)));
    return ended == NOT_FOUND ? CONFLICT : ended;
}

enum result regio_active(struct reader *db, struct arena *a, int64_t *n)
{
    struct query q CLEAN = query(db, a, regio_lopend, BIND_NONE);
    TRY(one_row(&q));
    *n = row_int(&q, "n");
    return OK;
}

enum result regio_changes(struct reader *db, struct arena *a, size_t *n, struct regio_change **out)
{
    *out = ARENA_ARRAY(a, struct regio_change, CHANGES_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, regio_wijzigingen, BIND_NONE);
    while (*n < CHANGES_MOST && next_row(&q))
        (*out)[(*n)++] = (struct regio_change){row_tijdstip(&q, "op"), row_text_or(&q, "wie", ""),
                                               row_text_or(&q, "voor", ""), row_text_or(&q, "na", "")};
    return query_result(&q);
}
