#include "commands/regio_store.h"

#include <ctype.h>

#include "core/text.h"
#include "data/steward.h"

STEWARD_SQL(
    regio_insert,
    "INSERT INTO alle_regio (naam, slug, cp_naam, cp_email, cp_telefoon, cp_tijden, cp_website, identiteit, telt, toestemming)"
    " VALUES (:naam, :slug, :cp_naam, :cp_email, :cp_telefoon, :cp_tijden, :cp_website, :identiteit, :telt, :toestemming)");
STEWARD_SQL(
    organisatie_insert,
    "INSERT INTO alle_organisatie (soort, regio_id, wsp_id, naam, naam_sleutel, naam_kern, kvk, og_soort, adres, postcode, plaats, gemaakt_op)"
    " VALUES (:soort, :regio, :wsp, :naam, vouw(:naam), kern(:naam), :kvk, :og_soort, :adres, :postcode, :plaats, :op)");
STEWARD_SQL(regio_by_name, "SELECT id FROM alle_regio WHERE naam = :naam OR slug = :naam");
STEWARD_SQL(
    regio_cp_org,
    "SELECT id FROM alle_organisatie WHERE regio_id = :regio AND soort = 'coordinatiepunt' ORDER BY id LIMIT 1");
STEWARD_SQL(
    regio_rows,
    "SELECT r.id, r.naam, (SELECT s.naam || ' ' || s.versie || ' (' || s.geldig_van || ')' FROM alle_bouwblokkenset s"
    " WHERE s.regio_id = r.id AND s.status = 'gepubliceerd' ORDER BY s.geldig_van DESC LIMIT 1) AS bouwblokken FROM alle_regio r ORDER BY r.naam");

enum result organisatie_make(struct steward *s, const struct organisatie_seed *o, tijdstip now, organisatie_id *out)
{
    return steward_insert(s, organisatie_insert,
                          BIND(B("soort", o->soort), B("regio", o->regio), B("wsp", o->wsp), B("naam", o->naam),
                               B("kvk", o->kvk), B("og_soort", o->og_soort), B("adres", o->adres ? o->adres : ""),
                               B("postcode", o->postcode ? o->postcode : ""), B("plaats", o->plaats ? o->plaats : ""),
                               B("op", now)),
                          &out->id);
}

/* "Groningen & Noord-Drenthe" → "groningen-noord-drenthe" */
static const char *slug_of(struct arena *a, const char *naam)
{
    char *s = text_fold(a, naam), *to = s;
    for (const char *p = s; *p; p++) {
        if (isalnum((unsigned char)*p) && (unsigned char)*p < 128)
            *to++ = *p;
        else if (to > s && to[-1] != '-')
            *to++ = '-';
    }
    if (to > s && to[-1] == '-')
        to--;
    *to = '\0';
    return s;
}

enum result regio_make(struct steward *s, struct arena *a, const struct regio_new *n, tijdstip now, regio_id *out)
{
    TRY(steward_insert(s, regio_insert,
                       BIND(B("naam", n->naam), B("slug", slug_of(a, n->naam)), B("cp_naam", n->cp_naam),
                            B("cp_email", n->cp_email), B("cp_telefoon", n->cp_telefoon), B("cp_tijden", n->cp_tijden),
                            B("cp_website", n->cp_website), B("identiteit", n->identiteit), B("telt", n->telt),
                            B("toestemming", n->toestemming)),
                       &out->id));
    organisatie_id made;
    struct organisatie_seed cp = {.soort = "coordinatiepunt",
                                  .naam = arena_printf(a, "Coördinatiepunt Social Return %s", n->naam),
                                  .regio = *out};
    TRY(organisatie_make(s, &cp, now, &made));
    steward_audit(
        s, (struct audit_line){.wat = "regio.maken", .soort = "regio", .rij = out->id, .regio = *out, .na = n->naam});
    if (!n->wsp)
        return OK;
    struct organisatie_seed wsp = {.soort = "wsp", .naam = n->wsp, .regio = *out};
    return organisatie_make(s, &wsp, now, &made);
}

enum result regio_find(struct steward *s, struct arena *a, const char *naam_of_slug, regio_id *out)
{
    struct query q CLEAN = query(s, a, regio_by_name, BIND(B("naam", naam_of_slug)));
    TRY(one_row(&q));
    *out = row_id(&q, "id", regio_id);
    return OK;
}

enum result regio_cp(struct steward *s, struct arena *a, regio_id regio, organisatie_id *out)
{
    struct query q CLEAN = query(s, a, regio_cp_org, BIND(B("regio", regio)));
    TRY(one_row(&q));
    *out = row_id(&q, "id", organisatie_id);
    return OK;
}

enum result regio_all(struct steward *s, struct arena *a, size_t *n, struct regio_row **out)
{
    enum { MOST = 100 };
    *out = ARENA_ARRAY(a, struct regio_row, MOST);
    *n = 0;
    struct query q CLEAN = query(s, a, regio_rows, BIND_NONE);
    while (*n < MOST && next_row(&q)) {
        struct regio_row *r = &(*out)[(*n)++];
        *r = (struct regio_row){row_id(&q, "id", regio_id), row_text(&q, "naam"), row_text(&q, "bouwblokken")};
    }
    return query_result(&q);
}
