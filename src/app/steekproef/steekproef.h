/* app/steekproef/steekproef.h: door of the room steekproef: a sample of inzet of which the contractor shows the
 * evidence. Drawn from a published seed by CP or AM, answered by ON and IM, ticked and judged by AM and CP, closed with
 * a conclusion. Evidence itself never comes here: only that it was seen, and by its SHA-256 that it is what was
 * registered beforehand (besluiten/0028). */
#ifndef APP_STEEKPROEF_H
#define APP_STEEKPROEF_H

#include "app/mails.h"
#include "core/text.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct steward;

struct steekproef_input {
    const char *soort, *blok, *opdrachtnemer, *opdrachtgever, *project, *status;
    datum van, tm;
    geld minimum;
    int64_t getal;
    const char *eenheid, *weging, *toelichting;
    datum deadline;
    const char *lijst; /* SHA-256 of the list that was shown: drawn from that one or not at all */
    const char *actie; /* "terug": the form again, as it was filled in */
};
struct conclusie_input {
    const char *conclusie;
};
struct gezien_input {
    const char *soort, *sha256;
    datum dag;
};
struct oordeel_input {
    const char *uitkomst, *opmerking, *vervolg;
    int64_t versie;
};
struct antwoord_input {
    const char *antwoord;
    int64_t versie;
};
struct bewijs_input {
    const char *soort, *sha256;
    datum dag;
};
struct bewijs_intrekken_input {
    const char *reden;
};
extern const struct field steekproef_form[], steekproef_sluiten_form[], steekproef_intrekken_form[], gezien_form[],
    gezien_intrekken_form[], oordeel_form[], antwoord_form[], bewijs_form[], bewijs_intrekken_form[];

enum result steekproeven_page(struct request *r);
enum result steekproef_new_page(struct request *r),
    steekproef_preview(struct request *r); /* what it would be drawn from; nothing is stored */
enum result steekproef_draw_post(struct request *r);
enum result steekproef_page(struct request *r), steekproef_populatie_page(struct request *r),
    steekproef_excel(struct request *r);
enum result steekproef_sluiten_page(struct request *r), steekproef_sluiten_post(struct request *r);
enum result steekproef_intrekken_page(struct request *r), steekproef_intrekken_post(struct request *r);
enum result steekproef_item_page(struct request *r), gezien_post(struct request *r), antwoord_post(struct request *r);
enum result gezien_intrekken_page(struct request *r), gezien_intrekken_post(struct request *r);
enum result oordeel_page(struct request *r), oordeel_post(struct request *r);
enum result bewijs_page(struct request *r),
    bewijs_post(struct request *r); /* evidence of an inzet, registered beforehand */
enum result bewijs_intrekken_page(struct request *r), bewijs_intrekken_post(struct request *r);

/* Due rule of the sheet of mails: 7 days before the deadline, to who has items of which nothing was seen yet. */
MUST enum result steekproef_due(struct steward *s, struct due_list *out, datum van, datum tm);
/* For `check`: every draw again, from its seed and its list; each difference in `report`. FAILED when there is one. */
MUST enum result steekproeven_check(struct steward *s, struct arena *a, struct text *report, int *trekkingen);

#endif
