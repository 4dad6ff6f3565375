/* app/register/verwerking_store.c: the register of processing: what the monitor does, and the regio's own words beside
 * it. */
#include "app/register/register_store.h"
#include "data/reader.h"

#define VERWERKING                                                                                                     \
    "SELECT id, soort, naam, doel, huis_grondslag, betrokkenen, gegevens, huis_ontvangers, maatregelen, grondslag, ontvangers, verwerkers, toelichting, termijnen, gewijzigd_op, wie, versie FROM verwerking"
SQL(verwerkingen, VERWERKING " ORDER BY volgorde");
SQL(verwerking_een, VERWERKING " WHERE id = :id");
SQL(verantwoordelijke_van,
    "SELECT naam, verantwoordelijke, fg, cp_naam, cp_email FROM regio WHERE mag_wijzigen LIMIT 1");
SQL(verwerking_eerder,
    "SELECT h.op, h.wie, v.naam, h.voor, h.na FROM verwerking_historie h JOIN verwerking v ON v.id = h.rij ORDER BY h.id DESC LIMIT 50");
SQL(verwerking_zetten,
    "UPDATE verwerking SET grondslag = :grondslag, ontvangers = :ontvangers, verwerkers = :verwerkers, toelichting = :toelichting WHERE id = :id AND versie = :versie RETURNING 1");

enum { VERWERKINGEN_MOST = 40, EERDER_MOST = 50 };

static struct verwerking_row row_of(struct query *q)
{
    return (struct verwerking_row){.id = row_int(q, "id"),
                                   .versie = row_int(q, "versie"),
                                   .soort = row_text(q, "soort"),
                                   .naam = row_text(q, "naam"),
                                   .doel = row_text(q, "doel"),
                                   .huis_grondslag = row_text(q, "huis_grondslag"),
                                   .betrokkenen = row_text(q, "betrokkenen"),
                                   .gegevens = row_text(q, "gegevens"),
                                   .huis_ontvangers = row_text(q, "huis_ontvangers"),
                                   .maatregelen = row_text(q, "maatregelen"),
                                   .grondslag = row_text(q, "grondslag"),
                                   .ontvangers = row_text(q, "ontvangers"),
                                   .verwerkers = row_text(q, "verwerkers"),
                                   .toelichting = row_text(q, "toelichting"),
                                   .termijnen = row_text_or(q, "termijnen", ""),
                                   .wie = row_text_or(q, "wie", ""),
                                   .gewijzigd_op = row_tijdstip(q, "gewijzigd_op")};
}

static enum result regio_said(struct reader *db, struct arena *a, struct verwerkingen_view *v)
{
    v->regio = ARENA_NEW(a, struct verantwoordelijk);
    struct query q CLEAN = query(db, a, verantwoordelijke_van, BIND_NONE);
    TRY(one_row(&q));
    *v->regio = (struct verantwoordelijk){row_text(&q, "naam"), row_text(&q, "verantwoordelijke"), row_text(&q, "fg"),
                                          row_text(&q, "cp_naam"), row_text(&q, "cp_email")};
    return OK;
}

static enum result changes_read(struct reader *db, struct arena *a, struct verwerkingen_view *v)
{
    v->changes = ARENA_ARRAY(a, struct verwerking_change, EERDER_MOST);
    struct query q CLEAN = query(db, a, verwerking_eerder, BIND_NONE);
    while (v->n_changes < EERDER_MOST && next_row(&q))
        v->changes[v->n_changes++] =
            (struct verwerking_change){row_tijdstip(&q, "op"), row_text_or(&q, "wie", ""), row_text(&q, "naam"),
                                       row_text_or(&q, "voor", ""), row_text_or(&q, "na", "")};
    return query_result(&q);
}

enum result verwerkingen_read(struct reader *db, struct arena *a, struct verwerkingen_view *v)
{
    TRY(regio_said(db, a, v));
    TRY(changes_read(db, a, v));
    v->rows = ARENA_ARRAY(a, struct verwerking_row, VERWERKINGEN_MOST);
    struct query q CLEAN = query(db, a, verwerkingen, BIND_NONE);
    while (v->n_rows < VERWERKINGEN_MOST && next_row(&q))
        v->rows[v->n_rows++] = row_of(&q);
    return query_result(&q);
}

enum result verwerking_read(struct reader *db, struct arena *a, int64_t id, struct verwerking_row *out)
{
    struct query q CLEAN = query(db, a, verwerking_een, BIND(B("id", id)));
    TRY(one_row(&q));
    *out = row_of(&q);
    return OK;
}

enum result verwerking_write(struct desk_job *job, int64_t id, const struct verwerking_input *in)
{
    return job_write(
        job, verwerking_zetten,
        BIND(B("grondslag", in->grondslag ? in->grondslag : ""), B("ontvangers", in->ontvangers ? in->ontvangers : ""),
             B("verwerkers", in->verwerkers ? in->verwerkers : ""),
             B("toelichting", in->toelichting ? in->toelichting : ""), B("id", id), B("versie", in->versie)));
}
