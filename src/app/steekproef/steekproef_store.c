#include "app/steekproef/steekproef_store.h"

#include <string.h>

#include "data/reader.h"

#define STEEKPROEF                                                                                                                                                                                  \
    "SELECT s.id, s.filter, s.weging, s.gevraagd, s.wie, s.gesloten_wie, s.conclusie, s.toelichting, s.zaad, s.populatie_sha256, s.omvang, s.populatie_aantal, s.populatie_cent, s.deadline, s.op," \
    " s.gesloten_op, s.vervallen, s.mag_sluiten, (SELECT count(*) FROM steekproef_item t WHERE t.steekproef_id = s.id) AS items,"                                                                   \
    " (SELECT count(*) FROM steekproef_item t WHERE t.steekproef_id = s.id AND (t.gezien > 0 OR t.uitkomst IS NOT NULL)) AS getoond,"                                                               \
    " (SELECT count(*) FROM steekproef_item t WHERE t.steekproef_id = s.id AND t.uitkomst IS NOT NULL) AS beoordeeld FROM steekproef s"
#define FILTERS                                                                                                        \
    " WHERE vouw('steekproef ' || s.id) LIKE :nummer ESCAPE '\\' AND vouw(s.filter) LIKE :filter ESCAPE '\\'"          \
    " AND CASE WHEN s.vervallen THEN 'ingetrokken' WHEN s.gesloten_op IS NOT NULL THEN 'gesloten' WHEN s.deadline < :dag THEN 'open na de deadline' ELSE 'open' END LIKE :stand ESCAPE '\\'"
SQL(steekproeven_tel, "SELECT count(*) AS n FROM steekproef s" FILTERS);
SQL(steekproef_een, STEEKPROEF " WHERE s.id = :id");
SQL(steekproef_lijst_van, "SELECT populatie FROM steekproef_populatie WHERE id = :id");
SQL(populatie_kiezen,
    "SELECT k.id, max(k.waarde_cent, 0) AS cent FROM steekproef_keuze k WHERE (:soort IS NULL OR k.soort = :soort) AND (:status IS NULL OR k.status = :status)"
    " AND vouw(k.blok) LIKE :blok ESCAPE '\\' AND k.opdrachtnemer_sleutel LIKE :opdrachtnemer ESCAPE '\\' AND k.opdrachtgever_sleutel LIKE :opdrachtgever ESCAPE '\\'"
    " AND k.naam_sleutel LIKE :project ESCAPE '\\' AND (:van IS NULL OR coalesce(k.eind, :van) >= :van) AND (:tm IS NULL OR k.start <= :tm)"
    " AND (:minimum IS NULL OR k.waarde_cent >= :minimum) ORDER BY k.id LIMIT :most");
#define ITEM                                                                                                                                                                                     \
    "SELECT t.id, t.steekproef_id, t.nr, t.inzet_id, t.project_id, t.regio_id, t.waarde_cent, t.antwoord, t.antwoord_op, t.antwoord_wie, t.antwoord_versie, t.uitkomst, t.opmerking, t.vervolg," \
    " t.beoordeeld_op, t.beoordeeld_wie, t.versie, t.gezien, t.vooraf, t.gecorrigeerd, t.teruggestuurd, t.getrokken_op, t.deadline, t.gesloten_op, t.mag_oordeel, t.mag_antwoord,"               \
    " i.soort, i.kandidaat_id, i.status, i.mag_beoordelen, v.overeenkomst, v.start, coalesce(v.uit_dienst, v.eind) AS eind, b.label, l.naam, l.opdrachtnemer"                                    \
    " FROM steekproef_item t JOIN inzet i ON i.id = t.inzet_id JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN bouwblok b ON b.id = v.bouwblok_id"                         \
    " JOIN project_lijst l ON l.id = t.project_id"
SQL(items_van, ITEM " WHERE t.steekproef_id = :id ORDER BY t.nr");
SQL(item_een, ITEM " WHERE t.id = :id");
SQL(gezien_van,
    "SELECT id, soort, dag, sha256, vergelijk, op, wie, bewijs_op, bewijs_vooraf, ingetrokken_op, mag_intrekken FROM gezien WHERE item_id = :id ORDER BY id LIMIT 200");
SQL(bewijs_van,
    "SELECT id, soort, dag, sha256, op, wie, ingetrokken_op, ingetrokken_reden, mag_intrekken FROM bewijs WHERE inzet_id = :id ORDER BY id LIMIT 200");
SQL(bewijs_van_inzet,
    "SELECT i.project_id, p.regio_id, i.soort, v.overeenkomst, b.label, i.mag_bewijs FROM inzet i JOIN project p ON p.id = i.project_id JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN bouwblok b ON b.id = v.bouwblok_id WHERE i.id = :id");
SQL(steekproef_maken,
    "INSERT INTO nieuw_steekproef (filter, weging, gevraagd, omvang, populatie, populatie_aantal, populatie_cent, populatie_sha256, zaad, deadline, toelichting)"
    " VALUES (:filter, :weging, :gevraagd, :omvang, :populatie, :aantal, :cent, :sha256, :zaad, :deadline, :toelichting)");
SQL(item_maken, "INSERT INTO nieuw_steekproef_item (steekproef_id, nr, inzet_id) VALUES (:id, :nr, :inzet)");
SQL(steekproef_einde,
    "UPDATE steekproef SET conclusie = :conclusie, vervallen = :vervallen WHERE id = :id RETURNING 1");
SQL(antwoord_geven,
    "UPDATE steekproef_item SET antwoord = :antwoord WHERE id = :id AND antwoord_versie = :versie RETURNING 1");
SQL(oordeel_geven,
    "UPDATE steekproef_item SET uitkomst = :uitkomst, opmerking = :opmerking, vervolg = :vervolg WHERE id = :id AND versie = :versie RETURNING 1");
SQL(gezien_maken, "INSERT INTO nieuw_gezien (item_id, soort, dag, sha256) VALUES (:id, :soort, :dag, :sha256)");
SQL(gezien_weg, "UPDATE gezien SET ingetrokken_op = 1 WHERE id = :id RETURNING 1");
SQL(bewijs_maken, "INSERT INTO nieuw_bewijs (inzet_id, soort, dag, sha256) VALUES (:id, :soort, :dag, :sha256)");
SQL(bewijs_weg, "UPDATE bewijs SET ingetrokken_reden = :reden WHERE id = :id RETURNING 1");
SQL(steekproef_contacten,
    "SELECT gebruiker_id, email, naam FROM koppeling WHERE project_id = :id AND organisatie_soort IN ('opdrachtnemer', 'intermediair') AND staat <> 'geblokkeerd' GROUP BY gebruiker_id");

enum { BEWIJS_MOST = 200, ONTVANGERS_MOST = 2000 };

enum result populatie_read(struct reader *db, struct arena *a, const struct steekproef_input *in, size_t *n,
                           struct trekbaar **out, int64_t *som)
{
    *out = ARENA_ARRAY(a, struct trekbaar, POPULATIE_MOST + 1);
    *n = 0;
    *som = 0;
    struct query q CLEAN =
        query(db, a, populatie_kiezen,
              BIND(B("soort", in->soort), B("status", in->status), B("blok", like_pattern(a, in->blok ? in->blok : "")),
                   B("opdrachtnemer", like_pattern(a, in->opdrachtnemer ? in->opdrachtnemer : "")),
                   B("opdrachtgever", like_pattern(a, in->opdrachtgever ? in->opdrachtgever : "")),
                   B("project", like_pattern(a, in->project ? in->project : "")), B("van", in->van), B("tm", in->tm),
                   B("minimum", in->minimum), B("most", POPULATIE_MOST + 1)));
    while (*n <= POPULATIE_MOST && next_row(&q)) {
        (*out)[*n] = (struct trekbaar){row_int(&q, "id"), row_int(&q, "cent")};
        *som += (*out)[(*n)++].cent;
    }
    TRY(query_result(&q));
    return *n > POPULATIE_MOST ? TOO_LARGE : OK;
}

static struct steekproef_row steekproef_of(struct query *q, datum today)
{
    struct steekproef_row s = {.id = row_id(q, "id", steekproef_id),
                               .filter = row_text(q, "filter"),
                               .weging = row_text(q, "weging"),
                               .gevraagd = row_text(q, "gevraagd"),
                               .wie = row_text(q, "wie"),
                               .gesloten_wie = row_text_or(q, "gesloten_wie", ""),
                               .conclusie = row_text(q, "conclusie"),
                               .toelichting = row_text(q, "toelichting"),
                               .zaad = row_text(q, "zaad"),
                               .sha256 = row_text(q, "populatie_sha256"),
                               .omvang = row_int(q, "omvang"),
                               .populatie = row_int(q, "populatie_aantal"),
                               .populatie_waarde = row_geld(q, "populatie_cent"),
                               .deadline = row_datum(q, "deadline"),
                               .op = row_tijdstip(q, "op"),
                               .gesloten_op = row_tijdstip(q, "gesloten_op"),
                               .gesloten = !row_is_null(q, "gesloten_op"),
                               .vervallen = row_bool(q, "vervallen"),
                               .mag_sluiten = row_bool(q, "mag_sluiten"),
                               .items = row_int(q, "items"),
                               .getoond = row_int(q, "getoond"),
                               .beoordeeld = row_int(q, "beoordeeld")};
    s.te_laat = !s.gesloten && s.deadline.dag < today.dag;
    return s;
}

enum result steekproeven_count(struct reader *db, struct arena *a, const struct list_query *q, datum today,
                               int64_t *total)
{
    struct query c CLEAN = query(db, a, steekproeven_tel,
                                 BIND(B("nummer", list_like(a, q, "nummer")), B("filter", list_like(a, q, "filter")),
                                      B("stand", list_like(a, q, "stand")), B("dag", today)));
    TRY(one_row(&c));
    *total = row_int(&c, "n");
    return OK;
}

enum result steekproeven_read(struct reader *db, struct arena *a, const struct list_query *q, datum today, int page,
                              size_t *n, struct steekproef_row **out)
{
    static const struct {
        const char *key, *expression;
    } orders[] = {{"nummer", "s.id"},
                  {"filter", "vouw(s.filter)"},
                  {"deadline", "s.deadline"},
                  {"stand", "s.gesloten_op IS NOT NULL, s.deadline"}};
    const char *order = orders[0].expression;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
        if (strcmp(orders[i].key, q->order.column) == 0)
            order = orders[i].expression;
    const char *text = arena_printf(a, STEEKPROEF FILTERS " ORDER BY %s %s, s.id DESC LIMIT :most OFFSET :van", order,
                                    q->order.descending ? "DESC" : "ASC");
    *out = ARENA_ARRAY(a, struct steekproef_row, (size_t)q->per_page);
    *n = 0;
    struct query rows CLEAN =
        query_composed(db, a, text,
                       BIND(B("nummer", list_like(a, q, "nummer")), B("filter", list_like(a, q, "filter")),
                            B("stand", list_like(a, q, "stand")), B("dag", today), B("most", q->per_page),
                            B("van", (page - 1) * q->per_page)));
    while (*n < (size_t)q->per_page && next_row(&rows))
        (*out)[(*n)++] = steekproef_of(&rows, today);
    return query_result(&rows);
}

enum result steekproef_read(struct reader *db, struct arena *a, steekproef_id id, datum today,
                            struct steekproef_row *out)
{
    struct query q CLEAN = query(db, a, steekproef_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = steekproef_of(&q, today);
    return OK;
}

enum result steekproef_populatie_read(struct reader *db, struct arena *a, steekproef_id id, const char **out)
{
    struct query q CLEAN = query(db, a, steekproef_lijst_van, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_text(&q, "populatie");
    return OK;
}

static struct item_row item_of(struct query *q)
{
    struct item_row t = {.id = row_id(q, "id", steekproef_item_id),
                         .steekproef = row_id(q, "steekproef_id", steekproef_id),
                         .inzet = row_id(q, "inzet_id", inzet_id),
                         .project = row_id(q, "project_id", project_id),
                         .regio = row_id(q, "regio_id", regio_id),
                         .kandidaat = row_id(q, "kandidaat_id", kandidaat_id),
                         .nr = row_int(q, "nr"),
                         .gezien = row_int(q, "gezien"),
                         .vooraf = row_int(q, "vooraf"),
                         .versie = row_int(q, "versie"),
                         .antwoord_versie = row_int(q, "antwoord_versie"),
                         .soort = row_text(q, "soort"),
                         .blok = row_text(q, "label"),
                         .overeenkomst = row_text(q, "overeenkomst"),
                         .naam = row_text(q, "naam"),
                         .opdrachtnemer = row_text(q, "opdrachtnemer"),
                         .status = row_text(q, "status"),
                         .antwoord = row_text(q, "antwoord"),
                         .antwoord_wie = row_text_or(q, "antwoord_wie", ""),
                         .uitkomst = row_text(q, "uitkomst"),
                         .opmerking = row_text(q, "opmerking"),
                         .vervolg = row_text(q, "vervolg"),
                         .beoordeeld_wie = row_text_or(q, "beoordeeld_wie", ""),
                         .waarde = row_geld(q, "waarde_cent"),
                         .start = row_datum(q, "start"),
                         .eind = row_datum(q, "eind"),
                         .deadline = row_datum(q, "deadline"),
                         .antwoord_op = row_tijdstip(q, "antwoord_op"),
                         .beoordeeld_op = row_tijdstip(q, "beoordeeld_op"),
                         .getrokken_op = row_tijdstip(q, "getrokken_op"),
                         .mag_oordeel = row_bool(q, "mag_oordeel"),
                         .mag_antwoord = row_bool(q, "mag_antwoord"),
                         .gesloten = !row_is_null(q, "gesloten_op"),
                         .gecorrigeerd = row_bool(q, "gecorrigeerd"),
                         .teruggestuurd = row_bool(q, "teruggestuurd")};
    t.open_vervolg = t.uitkomst && strcmp(t.uitkomst, "akkoord") != 0 && !t.vervolg;
    return t;
}

enum result items_read(struct reader *db, struct arena *a, steekproef_id id, size_t *n, struct item_row **out)
{
    *out = ARENA_ARRAY(a, struct item_row, STEEKPROEF_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, items_van, BIND(B("id", id)));
    while (*n < STEEKPROEF_MOST && next_row(&q))
        (*out)[(*n)++] = item_of(&q);
    return query_result(&q);
}

enum result item_read(struct reader *db, struct arena *a, steekproef_item_id id, struct item_row *out,
                      bool *mag_terugsturen)
{
    struct query q CLEAN = query(db, a, item_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = item_of(&q);
    *mag_terugsturen = row_bool(&q, "mag_beoordelen");
    return OK;
}

enum result gezien_read(struct reader *db, struct arena *a, steekproef_item_id id, size_t *n, struct gezien_row **out,
                        const char ***codes)
{
    *out = ARENA_ARRAY(a, struct gezien_row, BEWIJS_MOST);
    *codes = ARENA_ARRAY(a, const char *, BEWIJS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, gezien_van, BIND(B("id", id)));
    while (*n < BEWIJS_MOST && next_row(&q)) {
        (*codes)[*n] = row_text(&q, "soort");
        (*out)[*n] = (struct gezien_row){.id = row_id(&q, "id", gezien_id),
                                         .wat = bewijs_label((*codes)[*n]),
                                         .sha256 = row_text_or(&q, "sha256", ""),
                                         .vergelijk = row_text_or(&q, "vergelijk", ""),
                                         .wie = row_text(&q, "wie"),
                                         .dag = row_datum(&q, "dag"),
                                         .op = row_tijdstip(&q, "op"),
                                         .bewijs_op = row_tijdstip(&q, "bewijs_op"),
                                         .vooraf = row_bool(&q, "bewijs_vooraf"),
                                         .ingetrokken = !row_is_null(&q, "ingetrokken_op"),
                                         .mag_intrekken = row_bool(&q, "mag_intrekken")};
        (*out)[*n].anders = strcmp((*out)[*n].vergelijk, "anders") == 0;
        ++*n;
    }
    return query_result(&q);
}

enum result bewijzen_read(struct reader *db, struct arena *a, inzet_id id, tijdstip getrokken, size_t *n,
                          struct bewijs_row **out, const char ***codes)
{
    *out = ARENA_ARRAY(a, struct bewijs_row, BEWIJS_MOST);
    *codes = ARENA_ARRAY(a, const char *, BEWIJS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, bewijs_van, BIND(B("id", id)));
    while (*n < BEWIJS_MOST && next_row(&q)) {
        (*codes)[*n] = row_text(&q, "soort");
        (*out)[*n] = (struct bewijs_row){.id = row_id(&q, "id", bewijs_id),
                                         .wat = bewijs_label((*codes)[*n]),
                                         .sha256 = row_text(&q, "sha256"),
                                         .wie = row_text(&q, "wie"),
                                         .reden = row_text(&q, "ingetrokken_reden"),
                                         .dag = row_datum(&q, "dag"),
                                         .op = row_tijdstip(&q, "op"),
                                         .ingetrokken_op = row_tijdstip(&q, "ingetrokken_op"),
                                         .ingetrokken = !row_is_null(&q, "ingetrokken_op"),
                                         .mag_intrekken = row_bool(&q, "mag_intrekken")};
        (*out)[*n].vooraf = (*out)[*n].op.sec < getrokken.sec;
        ++*n;
    }
    return query_result(&q);
}

enum result bewijs_inzet_read(struct reader *db, struct arena *a, inzet_id id, struct bewijs_inzet *out)
{
    struct query q CLEAN = query(db, a, bewijs_van_inzet, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = (struct bewijs_inzet){row_id(&q, "project_id", project_id),
                                 row_id(&q, "regio_id", regio_id),
                                 row_text(&q, "soort"),
                                 row_text(&q, "overeenkomst"),
                                 row_text(&q, "label"),
                                 row_bool(&q, "mag_bewijs")};
    return OK;
}

/* ---- writing ---- */

enum result steekproef_insert(struct desk_job *job, const struct steekproef_nieuw *n, steekproef_id *out)
{
    return job_insert(job, steekproef_maken,
                      BIND(B("filter", n->filter), B("weging", n->weging), B("gevraagd", n->gevraagd),
                           B("omvang", n->omvang), B("populatie", n->populatie), B("aantal", n->aantal),
                           B("cent", n->cent), B("sha256", n->sha256), B("zaad", n->zaad), B("deadline", n->deadline),
                           B("toelichting", n->toelichting)),
                      &out->id);
}

enum result item_insert(struct desk_job *job, steekproef_id id, int64_t nr, inzet_id inzet)
{
    return job_insert(job, item_maken, BIND(B("id", id), B("nr", nr), B("inzet", inzet)), NULL);
}

enum result steekproef_close(struct desk_job *job, steekproef_id id, bool vervallen, const char *conclusie)
{
    return job_write(job, steekproef_einde,
                     BIND(B("conclusie", conclusie), B("vervallen", vervallen ? 1 : 0), B("id", id)));
}

/* The row is there (the sheet asked): another versie means somebody else was first. */
static enum result first(enum result ended)
{
    return ended == NOT_FOUND ? CONFLICT : ended;
}

enum result antwoord_write(struct desk_job *job, steekproef_item_id id, int64_t versie, const char *antwoord)
{
    return first(job_write(job, antwoord_geven, BIND(B("antwoord", antwoord), B("id", id), B("versie", versie))));
}

enum result oordeel_write(struct desk_job *job, steekproef_item_id id, const struct oordeel_input *in)
{
    return first(job_write(job, oordeel_geven,
                           BIND(B("uitkomst", in->uitkomst), B("opmerking", in->opmerking), B("vervolg", in->vervolg),
                                B("id", id), B("versie", in->versie))));
}

enum result gezien_insert(struct desk_job *job, steekproef_item_id id, const struct gezien_input *in,
                          const char *sha256, gezien_id *out)
{
    return job_insert(job, gezien_maken,
                      BIND(B("id", id), B("soort", in->soort), B("dag", in->dag), B("sha256", sha256)), &out->id);
}

enum result gezien_withdraw(struct desk_job *job, gezien_id id)
{
    return job_write(job, gezien_weg, BIND(B("id", id)));
}

enum result bewijs_insert(struct desk_job *job, inzet_id id, const struct bewijs_input *in, const char *sha256,
                          bewijs_id *out)
{
    return job_insert(job, bewijs_maken,
                      BIND(B("id", id), B("soort", in->soort), B("dag", in->dag), B("sha256", sha256)), &out->id);
}

enum result bewijs_withdraw(struct desk_job *job, bewijs_id id, const char *reden)
{
    return job_write(job, bewijs_weg, BIND(B("reden", reden), B("id", id)));
}

/* The contacts of one project, each with `items` more. */
static enum result contacts_add(struct reader *db, struct arena *a, project_id project, int64_t items, size_t *n,
                                struct ontvanger *out)
{
    struct query q CLEAN = query(db, a, steekproef_contacten, BIND(B("id", project)));
    while (*n < ONTVANGERS_MOST && next_row(&q)) {
        gebruiker_id id = row_id(&q, "gebruiker_id", gebruiker_id);
        size_t i = 0;
        while (i < *n && out[i].id.id != id.id)
            i++;
        if (i == *n)
            out[(*n)++] = (struct ontvanger){id, row_text(&q, "email"), row_text(&q, "naam"), 0};
        out[i].items += items;
    }
    return query_result(&q);
}

enum result ontvangers_read(struct reader *db, struct arena *a, size_t n_items, const struct item_row *items, size_t *n,
                            struct ontvanger **out)
{
    *out = ARENA_ARRAY(a, struct ontvanger, ONTVANGERS_MOST);
    *n = 0;
    for (size_t i = 0; i < n_items; i++) {
        int64_t here = 0;
        bool again = false;
        for (size_t k = 0; k < n_items; k++) {
            here += items[k].project.id == items[i].project.id;
            again |= k < i && items[k].project.id == items[i].project.id;
        }
        if (!again)
            TRY(contacts_add(db, a, items[i].project, here, n, *out));
    }
    return OK;
}
