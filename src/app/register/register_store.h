/* app/register/register_store.h: SQL of the room. Private to it. */
#ifndef REGISTER_STORE_H
#define REGISTER_STORE_H

#include "app/register/register.h"
#include "app/register/register_rules.h"
#include "app/register/register_view.h"
#include "data/desk.h"

/* ---- confidentiality (geheimhouding_store.c) ---- */
MUST enum result verklaringen_read(struct reader *db, struct arena *a, datum today, size_t *n,
                                   struct verklaring_row **out);
MUST enum result verklaring_read(struct reader *db, struct arena *a, int64_t id, datum today,
                                 struct verklaring_row *out);
MUST enum result verklaring_volgende(struct reader *db, struct arena *a, int64_t *nr);
/* naam, organisatie: patterns of list_like. stand: 0 all, 1 accepted, 2 not yet. */
struct akkoord_filter {
    const char *naam, *organisatie;
    int stand;
    int64_t per_page, page;
};
MUST enum result akkoorden_count(struct reader *db, struct arena *a, int64_t tekst, const struct akkoord_filter *f,
                                 int64_t *total);
MUST enum result akkoorden_read(struct reader *db, struct arena *a, int64_t tekst, const struct akkoord_filter *f,
                                size_t *n, struct ondertekenaar_row **out);
/* CONFLICT: somebody added a version; INVALID: a day before today. */
MUST enum result verklaring_insert(struct desk_job *job, const struct geheimhouding_input *in);

/* ---- reading log (leeslog_store.c) ---- */
struct lees_filter {
    tijdstip van, tot;
    const char *wie, *organisatie, *waarom;
    int64_t kandidaat, wie_id, per_page, page;
}; /* kandidaat, wie_id 0: all */
MUST enum result leeslog_count(struct reader *db, struct arena *a, const struct lees_filter *f, int64_t *total);
MUST enum result leeslog_read(struct reader *db, struct arena *a, const struct lees_filter *f, size_t *n,
                              struct lees_row **out);
MUST enum result leeslog_read_before(struct reader *db, struct arena *a, const struct lees_filter *f, int64_t voor,
                                     int most, size_t *n, struct lees_row **out);
/* Signals of the last 90 days: not judged, and judged. grens: the regio's limit. */
MUST enum result signalen_read(struct reader *db, struct arena *a, datum today, struct leeslog_view *v);
MUST enum result signaal_insert(struct desk_job *job, gebruiker_id wie, datum dag, int64_t personen,
                                const char *oordeel);

/* ---- register of processing (verwerking_store.c) ---- */
MUST enum result verwerkingen_read(struct reader *db, struct arena *a, struct verwerkingen_view *v);
MUST enum result verwerking_read(struct reader *db, struct arena *a, int64_t id, struct verwerking_row *out);
/* NOT_FOUND: saved in between. */
MUST enum result verwerking_write(struct desk_job *job, int64_t id, const struct verwerking_input *in);

#endif
