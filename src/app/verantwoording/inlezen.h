/* app/verantwoording/inlezen.h: kandidaten with their overeenkomsten, or invoices, from a CSV file: every row judged as
 * the form judges it, all or nothing. Private to the room; the pages are in its door. */
#ifndef INLEZEN_H
#define INLEZEN_H

#include "app/verantwoording/overig.h"
#include "core/csv.h"

enum { INLEZEN_RIJEN = 5000, INLEZEN_KOLOMMEN = 60, INLEZEN_FOUTEN_GETOOND = 500 };
#define GEEN_RIJ SIZE_MAX

struct inlees_rij {
    int nr; /* line of the file */
    union {
        struct kandidaat_input kandidaat;
        struct overig_input factuur;
    } in;
    kandidaat_id who; /* known already, or 0 */
    size_t zelfde; /* the first row of this file with the same person, who is then made once; its own index = it is the
                      first */
    size_t volgende; /* the next row with the same person, or GEEN_RIJ */
    bool goed;       /* no mistake found in it by itself */
    struct blob zoek;
    struct kandidaat_sealed *wie; /* of a person who is made */
    datum geboren;
    bouwblok_id blok;
};
struct inlees_fout {
    int nr;
    const char *kolom, *tekst;
};
struct inlees_som {
    const char *code, *blok;
    int64_t aantal;
    geld waarde;
};
struct inlezing {
    struct project_head head;
    struct bouwblokkenset *set;
    bool facturen;
    size_t n, n_fouten, n_getoond, n_sommen, n_let_op, n_let_op_getoond, n_nieuw; /* n_nieuw: persons that are made */
    struct inlees_rij *rijen;
    struct inlees_fout *fouten, *let_op; /* let_op: warnings, which stop nothing */
    struct inlees_som *sommen;
    geld totaal;
    const char *bytes; /* of an upload: kept until it is confirmed */
    size_t n_bytes;
};

/* Reads and judges the whole file. Mistakes go to fouten with line and column; OK also then. On the slow lane (reads,
 * and the search key of each person). */
MUST enum result inlezing_lees(struct request *r, const char *bytes, size_t n, struct inlezing *out);
/* For inlezing_lees: a mistake, counted also when it is not shown any more; and the rows together: doubles, shares,
 * warnings, values. */
void inlees_fout_add(struct inlezing *x, int nr, const char *kolom, const char *tekst);
MUST enum result inlezing_samen(struct request *r, struct inlezing *x);
/* The header line and a fictitious example, for this project's regio and methodiek. In the arena. */
const char *inlezing_voorbeeld(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                               bool facturen);
/* Makes the keys of the new persons in one write and seals who they are: before the desk, so that nobody waits for it.
 */
MUST enum result inlezing_verzegel(struct request *r, struct inlezing *x);
/* Stores every row, in the order of the file, in this job; one refresh of the sums. INVALID with a problem that names
 * the line. */
MUST enum result inlezing_bewaar(struct request *r, const struct inlezing *x);

#endif
