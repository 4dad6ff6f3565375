/* app/inhoud/inhoud_store.h: SQL of the room. Private to it. */
#ifndef INHOUD_STORE_H
#define INHOUD_STORE_H

#include "app/inhoud/inhoud_view.h"
#include "data/desk.h"

enum { KOPPEN_MOST = 200, FEED_MOST = 20, NIEUWS_PAGINA = 10 };

/* ---- reading ---- */
/* All of one kind of the viewer's regios, by regio, rubriek and place. gezocht: "" = all. */
MUST enum result koppen_read(struct reader *db, struct arena *a, const char *soort, const char *gezocht, size_t *n,
                             struct inhoud_kop **out);
/* NOT_FOUND too when it is of another kind. */
MUST enum result kop_read(struct reader *db, struct arena *a, const char *soort, inhoud_id id, struct inhoud_kop *out);
/* News, pinned and newest first. openbaar: the public part of every regio; else all of the viewer's. */
MUST enum result nieuws_read(struct reader *db, struct arena *a, bool openbaar, int64_t first, int64_t *total,
                             size_t *n, struct inhoud_kop **out);
MUST enum result
nieuws_feed(struct reader *db, struct arena *a, regio_id regio, size_t *n,
            struct inhoud_kop **out); /* the public part of this regio, the newest first, pinned or not */
MUST enum result nieuws_feeds(struct reader *db, struct arena *a, bool openbaar, size_t *n,
                              struct feed_link **out); /* of the viewer's regios, or of all */
MUST enum result regio_naam(struct reader *db, struct arena *a, regio_id regio, const char **out);
MUST enum result beleid_versies(struct reader *db, struct arena *a, inhoud_id id, size_t *n,
                                struct beleid_versie **out); /* the newest first */
MUST enum result contact_kaarten(struct reader *db, struct arena *a, size_t *n, struct contact_kaart **out);

/* ---- the coordinatiepunt ---- */
MUST enum result teksten_read(struct reader *db, struct arena *a, const struct list_query *q, int64_t *total, size_t *n,
                              struct tekst_row **out);
MUST enum result tekst_read(struct reader *db, struct arena *a, inhoud_id id, struct tekst_row *out);
MUST enum result tekst_versies(struct reader *db, struct arena *a, inhoud_id id, size_t *n,
                               struct tekst_versie **out); /* the newest first */
/* voor: kinds of organisatie that read it, as bits. */
MUST enum result tekst_insert(struct desk_job *job, const struct inhoud_input *in, int voor, inhoud_id *out);
MUST enum result tekst_concept_insert(struct desk_job *job, inhoud_id id, const struct inhoud_input *in,
                                      int voor); /* CONFLICT when somebody came in between */
MUST enum result tekst_staat_set(struct desk_job *job, inhoud_id id, const char *staat,
                                 int64_t versie); /* CONFLICT too */

MUST enum result onderhoud_read(struct reader *db, struct arena *a, struct onderhoud_row *out);
MUST enum result onderhoud_keep(struct desk_job *job, const char *tekst, tijdstip van, tijdstip tot, int64_t versie,
                                int64_t *out); /* versie: 0 = there was none; CONFLICT */
MUST enum result onderhoud_delete(struct desk_job *job, int64_t id,
                                  int64_t versie); /* NOT_FOUND when it is not that one any more */

#endif
