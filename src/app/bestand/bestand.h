/* app/bestand/bestand.h: door of the room bestand: Excel files under way. A file is made on the slow lane, in turns of
 * a moment each: what is small comes at once, what is large is worked on each time its page is asked (which asks
 * itself), so that nobody's login waits behind it. It waits an hour for who asked it. */
#ifndef APP_BESTAND_H
#define APP_BESTAND_H

#include "out/xlsx.h"
#include "web/request.h"

struct werk {
    struct arena *a;             /* of the file, not of a request */
    struct xlsx *x;              /* made by excel_begin */
    const char *bestand, *titel; /* "projecten.xlsx" */
    const char *stap;            /* "projecten lezen" */
    int64_t gedaan, totaal;
    void *eigen; /* of who makes it */
    /* Goes on until the monotonic moment `tot`; *klaar when the last sheet is written. Each turn has another request,
     * so another connection. */
    enum result (*turn)(struct request *r, struct werk *w, int64_t tot, bool *klaar);
    int fd; /* the file, once it is there; -1 = not yet */
    size_t grootte;
    bool groot; /* known to be large: its page is shown at once */
};
/* Takes the work over and answers the request: with the file, or with the address of its page. */
MUST enum result excel_answer(struct request *r, struct werk *w);
/* What work begins with: an arena of its own. */
struct werk *werk_new(void);
void werk_free(struct werk *w);
MUST enum result excel_begin(struct request *r, struct werk *w);

/* Until when a page may compute, and what it does when that was not enough: the same as a file, made in turns. */
int64_t page_until(void);
MUST enum result as_file(struct request *r, const char *excel);

/* The sheet that says which filter, who and when. regels: name and value in turn, ends with NULL. */
void excel_over(struct request *r, struct werk *w, const char *const *regels);

enum result rapport_bestand_page(struct request *r);    /* a file that takes longer: how far it is; refreshes itself */
enum result rapport_bestand_ophalen(struct request *r); /* the file itself, for an hour and for who asked it only */

/* Files whose hour is over are let go; the planner calls it. */
void rapport_bestanden_opruimen(tijdstip now);

#endif
