/* app/overdracht/overdracht_store.h: SQL of the room. Private to it. */
#ifndef OVERDRACHT_STORE_H
#define OVERDRACHT_STORE_H

#include "app/overdracht/overdracht.h"
#include "app/overdracht/overdracht_view.h"
#include "data/desk.h"

struct werk_van {
    gebruiker_id id;
    const char *naam, *email, *soort;
};
/* Whose work it is: NOT_FOUND for who is not the viewer's to hand over. */
MUST enum result werk_van_read(struct reader *db, struct arena *a, gebruiker_id id, struct werk_van *out);
MUST enum result werk_projecten(struct reader *db, struct arena *a, gebruiker_id van, size_t *n,
                                struct werk_project **out);
struct werk_collega {
    gebruiker_id id;
    const char *naam, *functie, *email;
};
MUST enum result werk_collegas(struct reader *db, struct arena *a, gebruiker_id van, size_t *n,
                               struct werk_collega **out);
/* Those of and by this person, the newest first. */
MUST enum result waarnemingen_read(struct reader *db, struct arena *a, gebruiker_id who, size_t *n,
                                   struct waarneming_row **out);
MUST enum result overdracht_insert(struct desk_job *job, gebruiker_id van, gebruiker_id naar, bool blokkeer);
MUST enum result waarneming_insert(struct desk_job *job, gebruiker_id van, const struct waarnemen_input *in,
                                   waarneming_id *out);
MUST enum result waarneming_end(struct desk_job *job, waarneming_id id);
struct waarneming_wie {
    gebruiker_id van, waarnemer;
};
MUST enum result waarneming_one(struct reader *db, struct arena *a, waarneming_id id, struct waarneming_wie *out);

#endif
