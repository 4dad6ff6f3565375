#include "app/zoek/zoek_store.h"

#include <string.h>

#include "app/labels.h"
#include "app/urls.h"
#include "core/text.h"

SQL(zoek_project,
    "SELECT id, naam, opdrachtnemer, start, eind, afgerond FROM project_lijst WHERE naam_sleutel LIKE :patroon ESCAPE '\\' OR vouw(projectgroep) LIKE :patroon ESCAPE '\\'"
    " ORDER BY afgerond, naam_sleutel, id LIMIT :most");
SQL(zoek_organisatie,
    "SELECT id, soort, naam, kvk, plaats FROM organisatie WHERE naam_sleutel LIKE :patroon ESCAPE '\\' OR kvk = :kvk ORDER BY naam_sleutel, id LIMIT :most");
SQL(zoek_inzet,
    "SELECT i.id, i.project_id, l.naam, b.label, v.start FROM inzet i JOIN inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN bouwblok b ON b.id = v.bouwblok_id"
    " JOIN project_lijst l ON l.id = i.project_id WHERE i.kandidaat_id = :kandidaat ORDER BY v.start DESC, i.id LIMIT :most");

SQL(zoek_inhoud,
    "SELECT id, soort, titel, regio FROM inhoud_lezen WHERE eigen AND (vouw(titel) LIKE :patroon ESCAPE '\\' OR vouw(tekst) LIKE :patroon ESCAPE '\\') ORDER BY soort, vouw(titel), id LIMIT :most");

enum { TITLE_IN_LINK = 50 /* bytes: percent-encoded it must fit an address */ };

static struct gevonden *next(struct gevonden_lijst *out)
{
    if (out->n == ZOEK_MOST) {
        out->meer = true;
        return NULL;
    }
    return &out->rows[out->n++];
}

static void lijst_new(struct arena *a, struct gevonden_lijst *out)
{
    *out = (struct gevonden_lijst){.rows = ARENA_ARRAY(a, struct gevonden, ZOEK_MOST)};
}

enum result zoek_projecten(struct reader *db, struct arena *a, const char *pattern, struct gevonden_lijst *out)
{
    lijst_new(a, out);
    struct query q CLEAN = query(db, a, zoek_project, BIND(B("patroon", pattern), B("most", ZOEK_MOST + 1)));
    while (next_row(&q)) {
        struct gevonden *g = next(out);
        if (!g)
            break;
        char van[11], tm[11];
        datum_to_text(row_datum(&q, "start"), van);
        datum_to_text(row_datum(&q, "eind"), tm);
        *g = (struct gevonden){url_project(row_id(&q, "id", project_id)), row_text(&q, "naam"),
                               arena_printf(a, "%s, %s t/m %s%s", row_text(&q, "opdrachtnemer"), van, tm,
                                            row_bool(&q, "afgerond") ? ", afgerond" : "")};
    }
    return query_result(&q);
}

/* Who has no page of an organisatie is led to the list of projects, filtered on it. */
static url organisatie_link(struct arena *a, bool cp, struct query *q)
{
    const char *soort = row_text(q, "soort");
    if (cp)
        return url_organisatie(row_id(q, "id", organisatie_id));
    const char *column = strcmp(soort, "opdrachtgever") == 0   ? "opdrachtgever"
                         : strcmp(soort, "opdrachtnemer") == 0 ? "opdrachtnemer"
                                                               : NULL;
    return column ? url_with(url_projects(), arena_printf(a, "%s=%s", column, percent_encode(a, row_text(q, "naam"))))
                  : url_projects();
}

enum result zoek_organisaties(struct reader *db, struct arena *a, const char *pattern, const char *kvk, bool cp,
                              struct gevonden_lijst *out)
{
    lijst_new(a, out);
    struct query q CLEAN =
        query(db, a, zoek_organisatie, BIND(B("patroon", pattern), B("kvk", kvk), B("most", ZOEK_MOST + 1)));
    while (next_row(&q)) {
        struct gevonden *g = next(out);
        if (!g)
            break;
        const char *nr = row_text(&q, "kvk");
        *g = (struct gevonden){
            organisatie_link(a, cp, &q), row_text(&q, "naam"),
            arena_printf(a, "%s%s%s", label_soort(row_text(&q, "soort")), nr && *nr ? ", KvK " : "", nr ? nr : "")};
    }
    return query_result(&q);
}

enum result zoek_kandidaat(struct reader *db, struct arena *a, kandidaat_id k, struct gevonden_lijst *out)
{
    lijst_new(a, out);
    struct query q CLEAN = query(db, a, zoek_inzet, BIND(B("kandidaat", k), B("most", ZOEK_MOST + 1)));
    while (next_row(&q)) {
        struct gevonden *g = next(out);
        if (!g)
            break;
        char van[11];
        datum_to_text(row_datum(&q, "start"), van);
        *g = (struct gevonden){url_inzet(row_id(&q, "project_id", project_id), row_id(&q, "id", inzet_id)),
                               row_text(&q, "label"), arena_printf(a, "%s, vanaf %s", row_text(&q, "naam"), van)};
    }
    return query_result(&q);
}

/* Where a text is read; a question has no page of its own. */
static url tekst_link(struct arena *a, inhoud_id id, const char *soort, const char *titel)
{
    return strcmp(soort, "beleid") == 0       ? url_beleid(id)
           : strcmp(soort, "nieuws") == 0     ? url_nieuws(id)
           : strcmp(soort, "informatie") == 0 ? url_informatie(id)
           : strlen(titel) < TITLE_IN_LINK ? url_with(url_vragen(), arena_printf(a, "q=%s", percent_encode(a, titel)))
                                           : url_vragen();
}

enum result zoek_teksten(struct reader *db, struct arena *a, const char *pattern, struct gevonden_lijst *out)
{
    lijst_new(a, out);
    struct query q CLEAN = query(db, a, zoek_inhoud, BIND(B("patroon", pattern), B("most", ZOEK_MOST + 1)));
    while (next_row(&q)) {
        struct gevonden *g = next(out);
        if (!g)
            break;
        const char *soort = row_text(&q, "soort"), *titel = row_text(&q, "titel");
        *g = (struct gevonden){tekst_link(a, row_id(&q, "id", inhoud_id), soort, titel), titel,
                               arena_printf(a, "%s, %s", label_inhoud(soort), row_text(&q, "regio"))};
    }
    return query_result(&q);
}
