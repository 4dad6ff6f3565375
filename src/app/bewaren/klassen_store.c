/* app/bewaren/klassen_store.c: the retention classes, and the terms a regio sets itself. */
#include <string.h>

#include "app/bewaren/bewaren_store.h"
#include "data/reader.h"

#define KLASSE                                                                                                         \
    "SELECT soort, naam, termijn, standaard, eenheid, vanaf, gevolg, uitleg, bron, bevestigen, besluit, regio_min IS NOT NULL AS regio_mag, opgeruimd FROM bewaarklasse"
SQL(klassen, KLASSE " ORDER BY volgorde");
SQL(klasse, KLASSE " WHERE soort = :soort");
SQL(termijnen, "SELECT stukken, notitie, verzoek, hulpvraag, versie FROM bewaartermijn");
SQL(termijnen_zetten,
    "UPDATE bewaartermijn SET stukken = :stukken, notitie = :notitie, verzoek = :verzoek, hulpvraag = :hulpvraag WHERE versie = :versie RETURNING 1");

enum { KLASSEN_MOST = 60 };

static const char *term_words(struct arena *a, int64_t n, const char *unit)
{
    static const struct {
        const char *unit, *one, *more;
    } words[] = {
        {"years", "jaar", "jaar"}, {"months", "maand", "maanden"}, {"days", "dag", "dagen"}, {"hours", "uur", "uur"}};
    if (n == 0)
        return "meteen";
    for (size_t i = 0; unit && i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(unit, words[i].unit) == 0)
            return arena_printf(a, "%lld %s", (long long)n, n == 1 ? words[i].one : words[i].more);
    return "–";
}

static struct bewaarklasse klasse_of(struct query *q, struct arena *a)
{
    struct bewaarklasse k = {.soort = row_text(q, "soort"),
                             .naam = row_text(q, "naam"),
                             .vanaf = row_text(q, "vanaf"),
                             .gevolg = row_text(q, "gevolg"),
                             .uitleg = row_text(q, "uitleg"),
                             .bron = row_text(q, "bron"),
                             .besluit = row_text(q, "besluit"),
                             .termijn = row_is_null(q, "termijn") ? -1 : row_int(q, "termijn"),
                             .opgeruimd = row_int(q, "opgeruimd"),
                             .bevestigen = row_bool(q, "bevestigen"),
                             .regio_mag = row_bool(q, "regio_mag")};
    const char *unit = row_text(q, "eenheid");
    k.termijn_words = term_words(a, k.termijn, unit);
    k.standaard_words = term_words(a, row_int(q, "standaard"), unit);
    k.eigen = k.termijn >= 0 && k.termijn != row_int(q, "standaard");
    return k;
}

enum result klassen_read(struct reader *db, struct arena *a, size_t *n, struct bewaarklasse **out)
{
    *out = ARENA_ARRAY(a, struct bewaarklasse, KLASSEN_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, klassen, BIND_NONE);
    while (*n < KLASSEN_MOST && next_row(&q))
        (*out)[(*n)++] = klasse_of(&q, a);
    return query_result(&q);
}

enum result klasse_read(struct reader *db, struct arena *a, const char *soort, struct bewaarklasse *out)
{
    struct query q CLEAN = query(db, a, klasse, BIND(B("soort", soort)));
    TRY(one_row(&q));
    *out = klasse_of(&q, a);
    return OK;
}

enum result termijnen_read(struct reader *db, struct arena *a, struct termijnen_input *out)
{
    struct query q CLEAN = query(db, a, termijnen, BIND_NONE);
    TRY(one_row(&q));
    *out = (struct termijnen_input){row_int(&q, "stukken"), row_int(&q, "notitie"), row_int(&q, "verzoek"),
                                    row_int(&q, "hulpvraag"), row_int(&q, "versie")};
    return OK;
}

enum result termijnen_write(struct desk_job *job, const struct termijnen_input *in)
{
    return job_write(job, termijnen_zetten,
                     BIND(B("stukken", in->stukken), B("notitie", in->notitie), B("verzoek", in->verzoek),
                          B("hulpvraag", in->hulpvraag), B("versie", in->versie)));
}
