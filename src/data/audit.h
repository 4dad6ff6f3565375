/* data/audit.h: who did what to which row, when; each record carries the BLAKE2b hash of the one before it.
 * Never personal data of a kandidaat in clear: before and after say field names and values that are none. */
#ifndef DATA_AUDIT_H
#define DATA_AUDIT_H

#include <stdint.h>

#include "core/result.h"
#include "core/text.h"
#include "core/values.h"

struct steward;

struct audit_line {
    const char *wat;       /* verb: "project.wijzigen", "inzet.invoeren", "inloggen" */
    const char *soort;     /* of the row: "project", "inzet", "gebruiker" */
    int64_t rij;           /* its id */
    project_id project;    /* for Historie; 0 = none */
    regio_id regio;        /* 0 = none */
    gebruiker_id wie;      /* filled by the job; set it only where nobody is logged in yet (login, activation) */
    const char *voor, *na; /* Dutch, "einddatum: 31-12-2026"; lines joined by "; "; may be NULL */
};

struct arena;
struct audit_ankers;

/* The last record and its sum (32 bytes); 0 and zeros when there is none. */
MUST enum result audit_newest(struct steward *s, struct arena *a, int64_t *id, unsigned char som[32]);
/* Walks the chain and holds it against the anchors (NULL: none). OK, or FAILED with the first record that does not fit,
 * or is missing, said in `report`. */
MUST enum result audit_verify(struct steward *s, const struct audit_ankers *ankers, struct text *report);

#endif
