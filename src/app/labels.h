/* app/labels.h: the Dutch words for what the database says in code words. The only functions beside url_… that a
 * template may call. */
#ifndef APP_LABELS_H
#define APP_LABELS_H

#include "web/form.h"

const char *label_afspraak(const char *afspraak);
const char *label_signaal(const char *signaal); /* "loopt achter"; "" for none */
const char *label_soort(const char *soort);     /* of an organisatie */
const char *label_samenvoeging(const char *v);  /* staat of a merge that is over */
const char *label_verzoek(const char *soort);   /* of a betrokkene */
const char *label_verzoek_daad(const char *wat);
const char *label_oordeel(const char *oordeel); /* of the final evaluation */
const char *label_maatregel(const char *maatregel);
const char *label_status(const char *status); /* of an inzet */
const char *label_staat(const char *staat);   /* of an account */
const char *label_overeenkomst(const char *overeenkomst);
const char *label_sector(const char *sector);
const char *label_rubriek(const char *rubriek);
const char *label_trede(const char *trede);   /* "PSO trede 2" */
const char *label_set_status(const char *v);  /* concept, gepubliceerd, ingetrokken */
const char *label_inzet_soort(const char *v); /* kandidaat, sociaal inkopen, … */
const char *label_uit_dienst(const char *v);
const char *label_bericht(const char *v);             /* of a mail in the outbox: "verzonden" */
const char *label_hulpvraag(const char *staat);       /* "in behandeling" */
const char *label_hulpvraag_regel(const char *soort); /* antwoord, reactie, interne notitie */
const char *label_uitkomst(const char *uitkomst);     /* of an item of a steekproef */
const char *label_vervolg(const char *vervolg);
const char *label_klasse(const char *soort), *label_gevolg(const char *gevolg),
    *label_besluit(const char *besluit);     /* of the retention classes */
const char *label_inhoud(const char *soort); /* "Nieuwsbericht" */
const char *label_inhoud_staat(const char *staat);
const char *label_wat(const char *wat); /* of an audit line: "project.wijzigen" → "Projectgegevens gewijzigd" */

/* fixed lists for forms; end with a NULL value */
extern const struct choice choices_sector[], choices_afspraak[], choices_overeenkomst[], choices_og_soort[],
    choices_organisatie_soort[], choices_trede[], choices_uit_dienst[], choices_uitkomst[], choices_vervolg[];

#endif
