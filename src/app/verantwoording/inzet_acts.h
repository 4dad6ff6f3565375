/* app/verantwoording/inzet_acts.h: from a filled form to a judged, valued and stored inzet. Private to the room. */
#ifndef INZET_ACTS_H
#define INZET_ACTS_H

#include "app/verantwoording/inzet_store.h"
#include "app/verantwoording/inzet_sums.h"

/* The answers that are stored: those typed for the block's questions, and the derived ones (leeftijd, plaatsing_mnd).
 * geboren may be none. */
struct answer *answers_whole(struct arena *a, const struct bouwblokkenset *set, const struct bouwblok *blok,
                             const struct kandidaat_input *in, datum geboren, size_t *n);
/* What the form cannot know by field: dates, hours, the block's demands. Adds problems; warnings in *warnings. */
void inzet_judge(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                 const struct kandidaat_input *in, bool new_person, datum geboren);
/* The questions of this block with what was typed, else what is stored. Returns how many. */
size_t vragen_make(struct request *r, const struct bouwblokkenset *set, bouwblok_id blok, size_t n_stored,
                   const struct answer *stored, struct vraag_view **out);
bouwblok_id typed_blok(const struct request *r,
                       bouwblok_id otherwise); /* the block chosen in the form, when one was typed */
/* The demands of the block against these answers; adds a problem at attr_… for each that is not met. */
void answers_judge(struct request *r, const struct bouwblokkenset *set, const struct bouwblok *blok, size_t n,
                   const struct answer *answers);
/* The value of what was typed, as the page shows it; NULL when it cannot be computed yet. */
struct waarde_view *inzet_preview(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                                  const struct kandidaat_input *in, datum geboren, kandidaat_id who, inzet_id but);
/* The same beside these other placements of the person: those that are not stored yet too. */
struct waarde_view *inzet_preview_beside(struct request *r, const struct project_head *h,
                                         const struct bouwblokkenset *set, const struct kandidaat_input *in,
                                         datum geboren, kandidaat_id who, size_t n_eerder,
                                         const struct plaatsing *eerder);
struct waarde_view *waarde_show(struct arena *a, const struct waarde *prognose, const struct waarde *actueel);
MUST enum result kandidaat_enter(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                                 const struct kandidaat_input *in, inzet_id *out);
/* The inzet of a person who is there, without sums and audit line: for who stores many (inlezen). */
MUST enum result kandidaat_store(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                                 const struct kandidaat_input *in, kandidaat_id who, datum geboren, inzet_id *out);
MUST enum result inzet_correct(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                               inzet_id id, kandidaat_id who, datum geboren, const struct kandidaat_input *in);

#endif
