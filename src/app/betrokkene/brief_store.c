#include "app/betrokkene/brief_store.h"

#include <string.h>

/* clang-format off */
SQL(brief_gegevens, "SELECT l.opdrachtnemer, l.intermediair, r.id AS regio_id, r.naam, r.identiteit, r.bewaar_jaren, r.grondslag, r.privacytekst, r.fg, r.cp_naam, r.cp_email, r.cp_telefoon, r.cp_tijden"
                    " FROM inzet i JOIN project p ON p.id = i.project_id JOIN project_lijst l ON l.id = p.id JOIN regio r ON r.id = p.regio_id"
                    " WHERE i.kandidaat_id = :id AND (i.mag_brief OR (kijker_cp() IS NOT NULL AND NOT i.geblokkeerd AND NOT i.gewist)) ORDER BY i.id DESC LIMIT 1");
SQL(brief_van_inzet, "SELECT kandidaat_id FROM inzet WHERE id = :id AND project_id = :project AND mag_brief");
SQL(brief_keuze, "SELECT i.kandidaat_id, (SELECT max(b.op) FROM brief b WHERE b.kandidaat_id = i.kandidaat_id) AS op FROM inzet i WHERE i.mag_brief GROUP BY i.kandidaat_id ORDER BY op IS NOT NULL, i.kandidaat_id DESC LIMIT :most");
SQL(brief_maken, "INSERT INTO nieuw_brief (kandidaat_id, regio_id, code, verloopt_op) VALUES (:wie, :regio, :code, :verloopt)");
/* clang-format on */

enum result brief_read(struct reader *db, struct arena *a, kandidaat_id who, struct brief_letter *out)
{
    struct query q CLEAN = query(db, a, brief_gegevens, BIND(B("id", who)));
    TRY(one_row(&q));
    *out = (struct brief_letter){.id = who,
                                 .opdrachtnemer = row_text(&q, "opdrachtnemer"),
                                 .intermediair = row_text_or(&q, "intermediair", ""),
                                 .regio_id = row_id(&q, "regio_id", regio_id),
                                 .regio = row_text(&q, "naam"),
                                 .naw = strcmp(row_text(&q, "identiteit"), "naw") == 0,
                                 .bewaar_jaren = row_int(&q, "bewaar_jaren"),
                                 .grondslag = row_text(&q, "grondslag"),
                                 .privacytekst = row_text(&q, "privacytekst"),
                                 .fg = row_text(&q, "fg"),
                                 .cp_naam = row_text(&q, "cp_naam"),
                                 .cp_email = row_text(&q, "cp_email"),
                                 .cp_telefoon = row_text(&q, "cp_telefoon"),
                                 .cp_tijden = row_text(&q, "cp_tijden")};
    return OK;
}

enum result brief_kandidaat(struct reader *db, struct arena *a, project_id project, inzet_id inzet, kandidaat_id *out)
{
    struct query q CLEAN = query(db, a, brief_van_inzet, BIND(B("id", inzet), B("project", project)));
    TRY(one_row(&q));
    *out = row_id(&q, "kandidaat_id", kandidaat_id);
    return OK;
}

enum result brief_keuze_read(struct reader *db, struct arena *a, size_t most, size_t *n, struct brief_keuze_row **out,
                             bool *meer)
{
    *out = ARENA_ARRAY(a, struct brief_keuze_row, most);
    *n = 0;
    struct query q CLEAN = query(db, a, brief_keuze, BIND(bind_int("most", (int64_t)most + 1)));
    while (*n < most && next_row(&q)) {
        (*out)[*n] = (struct brief_keuze_row){.nr = (int)*n,
                                              .id = row_id(&q, "kandidaat_id", kandidaat_id),
                                              .er = !row_is_null(&q, "op"),
                                              .op = row_tijdstip(&q, "op")};
        ++*n;
    }
    *meer = *n == most && next_row(&q);
    return query_result(&q);
}

enum result brief_insert(struct desk_job *job, kandidaat_id who, regio_id regio, struct blob code, tijdstip verloopt,
                         int64_t *id)
{
    return job_insert(job, brief_maken,
                      BIND(B("wie", who), B("regio", regio), B("code", code), B("verloopt", verloopt)), id);
}
