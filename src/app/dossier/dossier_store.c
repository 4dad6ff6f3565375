#include "app/dossier/dossier_store.h"

#include "data/reader.h"

SQL(notities,
    "SELECT id, project_id, op, gewijzigd_op, wie, organisatie, tekst, mag_wijzigen FROM notitie WHERE project_id = :id ORDER BY id DESC LIMIT 500");
SQL(notitie_een,
    "SELECT id, project_id, op, gewijzigd_op, wie, organisatie, tekst, mag_wijzigen FROM notitie WHERE id = :id");
SQL(notitie_maken, "INSERT INTO nieuw_notitie (project_id, tekst) VALUES (:project, :tekst)");
SQL(notitie_wijzigen, "UPDATE notitie SET tekst = :tekst WHERE id = :id RETURNING 1");
SQL(documenten,
    "SELECT id, project_id, op, verwijderd_op, naam, grootte, wie, organisatie, verwijderd_wie, mag_verwijderen FROM document WHERE project_id = :id ORDER BY id DESC LIMIT 500");
SQL(document_een,
    "SELECT id, project_id, op, verwijderd_op, naam, grootte, wie, organisatie, verwijderd_wie, mag_verwijderen FROM document WHERE id = :id");
SQL(document_bytes, "SELECT naam, inhoud FROM document_inhoud WHERE id = :id");
SQL(document_maken, "INSERT INTO nieuw_document (project_id, naam, inhoud) VALUES (:project, :naam, :inhoud)");
SQL(document_weg, "DELETE FROM document WHERE id = :id RETURNING 1");

enum { ROWS_MOST = 500 };

static struct notitie_row notitie_of(struct query *q)
{
    return (struct notitie_row){row_id(q, "id", notitie_id), row_id(q, "project_id", project_id),
                                row_tijdstip(q, "op"),       row_tijdstip(q, "gewijzigd_op"),
                                row_text(q, "wie"),          row_text(q, "organisatie"),
                                row_text(q, "tekst"),        row_bool(q, "mag_wijzigen")};
}

enum result notities_read(struct reader *db, struct arena *a, project_id project, size_t *n, struct notitie_row **out)
{
    *out = ARENA_ARRAY(a, struct notitie_row, ROWS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, notities, BIND(B("id", project)));
    while (*n < ROWS_MOST && next_row(&q))
        (*out)[(*n)++] = notitie_of(&q);
    return query_result(&q);
}

enum result notitie_read(struct reader *db, struct arena *a, notitie_id id, struct notitie_row *out)
{
    struct query q CLEAN = query(db, a, notitie_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = notitie_of(&q);
    return OK;
}

enum result notitie_insert(struct desk_job *job, project_id project, const char *tekst, notitie_id *out)
{
    return job_insert(job, notitie_maken, BIND(B("project", project), B("tekst", tekst)), &out->id);
}

enum result notitie_update(struct desk_job *job, notitie_id id, const char *tekst)
{
    return job_write(job, notitie_wijzigen, BIND(B("tekst", tekst), B("id", id)));
}

/* "412 kB": what a user compares with the maximum. */
static const char *size_words(struct arena *a, int64_t bytes)
{
    return arena_printf(a, "%lld kB", (long long)((bytes + 1023) / 1024));
}

static struct document_row document_of(struct query *q, struct arena *a)
{
    return (struct document_row){row_id(q, "id", document_id),
                                 row_id(q, "project_id", project_id),
                                 row_tijdstip(q, "op"),
                                 row_tijdstip(q, "verwijderd_op"),
                                 row_text(q, "naam"),
                                 size_words(a, row_int(q, "grootte")),
                                 row_text(q, "wie"),
                                 row_text(q, "organisatie"),
                                 row_text_or(q, "verwijderd_wie", ""),
                                 row_bool(q, "mag_verwijderen")};
}

enum result documenten_read(struct reader *db, struct arena *a, project_id project, size_t *n,
                            struct document_row **out)
{
    *out = ARENA_ARRAY(a, struct document_row, ROWS_MOST);
    *n = 0;
    struct query q CLEAN = query(db, a, documenten, BIND(B("id", project)));
    while (*n < ROWS_MOST && next_row(&q))
        (*out)[(*n)++] = document_of(&q, a);
    return query_result(&q);
}

enum result document_read(struct reader *db, struct arena *a, document_id id, struct document_row *out)
{
    struct query q CLEAN = query(db, a, document_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = document_of(&q, a);
    return OK;
}

enum result document_content(struct reader *db, struct arena *a, document_id id, const char **naam, struct blob *out)
{
    struct query q CLEAN = query(db, a, document_bytes, BIND(B("id", id)));
    TRY(one_row(&q));
    *naam = row_text(&q, "naam");
    *out = row_blob(&q, "inhoud");
    return OK;
}

enum result document_insert(struct desk_job *job, project_id project, const char *naam, struct blob inhoud,
                            document_id *out)
{
    return job_insert(job, document_maken, BIND(B("project", project), B("naam", naam), B("inhoud", inhoud)), &out->id);
}

enum result document_delete(struct desk_job *job, document_id id)
{
    return job_write(job, document_weg, BIND(B("id", id)));
}
