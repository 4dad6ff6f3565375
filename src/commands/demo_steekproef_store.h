/* commands/demo_steekproef_store.h: rows of the demo's steekproeven. Beside demo_store.h. */
#ifndef COMMANDS_DEMO_STEEKPROEF_STORE_H
#define COMMANDS_DEMO_STEEKPROEF_STORE_H

#include "app/steekproef/steekproef_rules.h"
#include "commands/demo_store.h"

struct demo_steekproef {
    regio_id regio;
    gebruiker_id door;
    const char *filter, *weging, *gevraagd, *populatie, *sha256, *zaad, *toelichting,
        *conclusie; /* conclusie "" = open */
    int64_t omvang, aantal, cent;
    datum deadline;
    tijdstip op, gesloten_op;
};
struct demo_item {
    inzet_id inzet;
    int64_t nr;
    const char *antwoord, *uitkomst, *opmerking, *vervolg;
    gebruiker_id door;
    tijdstip antwoord_op, beoordeeld_op;
}; /* NULL = not yet */

/* What may be drawn from: of the projects of this accountmanager with this opdrachtnemer, what 0 is left out; begun by
 * that day. */
MUST enum result demo_populatie(struct steward *s, struct arena *a, regio_id regio, gebruiker_id am, organisatie_id on,
                                datum dag, size_t *n, struct trekbaar **out, int64_t *som);
MUST enum result demo_steekproef_insert(struct steward *s, const struct demo_steekproef *d, steekproef_id *out);
MUST enum result demo_item_insert(struct steward *s, steekproef_id id, const struct demo_item *i,
                                  steekproef_item_id *out);
MUST enum result demo_gezien_insert(struct steward *s, steekproef_item_id id, const char *soort, datum dag,
                                    gebruiker_id door);
MUST enum result demo_bewijs_insert(struct steward *s, inzet_id id, const char *soort, datum dag, const char *sha256,
                                    tijdstip op);
/* One line in the history of each project with an item. */
MUST enum result demo_steekproef_audit(struct steward *s, struct arena *a, steekproef_id id, gebruiker_id door,
                                       regio_id regio);

#endif
