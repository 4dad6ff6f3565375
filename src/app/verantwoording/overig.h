/* app/verantwoording/overig.h: inzet that is no person: sociaal inkopen, activiteit / MVO, fonds. One way in, three
 * forms. Private to the room. */
#ifndef OVERIG_H
#define OVERIG_H

#include "app/verantwoording/inzet_acts.h"

struct overig_kind {
    const char *soort;        /* as in the database */
    const char *title, *part; /* "Sociaal inkopen", "inkoop": part of the address */
    const struct field *form, *edit_form;
    enum rubriek rubriek, other; /* the blocks that may be chosen */
};
extern const struct overig_kind overig_inkoop, overig_activiteit, overig_fonds;
const char *overig_part(const char *soort); /* "inkoop-wijzigen"; NULL for a kandidaat */
bool overig_has_blocks(const struct bouwblokkenset *set, const struct overig_kind *kind);
/* What the form cannot know by field: what the unit of the block asks, dates within the project, an invoice that is
 * known. Adds problems. */
MUST enum result overig_judge(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                              const struct overig_kind *kind, const struct overig_input *in, inzet_id but);
/* The value of what was typed; NULL when it cannot be computed yet. */
struct waarde_view *overig_preview(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                                   const struct overig_input *in);
MUST enum result overig_enter(struct request *r, const struct project_head *h, const struct overig_kind *kind,
                              const struct bouwblokkenset *set, const struct overig_input *in, inzet_id *out);
/* Without a document, sums and audit line: for who stores many (inlezen). */
MUST enum result overig_store(struct request *r, const struct project_head *h, const struct overig_kind *kind,
                              const struct bouwblokkenset *set, const struct overig_input *in, inzet_id *out);
MUST enum result overig_change(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                               inzet_id id, const struct inzet_version *was, const struct overig_input *in);

#endif
