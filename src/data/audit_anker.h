/* data/audit_anker.h: the newest sum of the audit chain, kept outside the database once a day. The chain shows a
 * changed record; a cut at its end shows only against a sum noted earlier (design: "anchor the newest hash outside the
 * database"). One line each: "2026-11-23 00:00 record 1234 sum <64 hex digits>". */
#ifndef DATA_AUDIT_ANKER_H
#define DATA_AUDIT_ANKER_H

#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/result.h"
#include "core/text.h"
#include "core/values.h"

struct steward;

enum { AUDIT_SOM = 32 };
struct audit_anker {
    int64_t record;
    unsigned char som[AUDIT_SOM];
};
struct audit_ankers {
    size_t n;
    struct audit_anker *rows;
}; /* by record */

/* All anchors of the file, in the arena. A file that is not there has none; a line that is no anchor is FAILED, said in
 * `report` with its number. */
MUST enum result audit_ankers_read(const char *path, struct arena *a, struct text *report, struct audit_ankers *out);
/* Adds a line to the file and one to the log, unless the last line of the file says the same record. On disk before it
 * returns. */
MUST enum result audit_anker_write(struct steward *s, const char *path, tijdstip now);

#endif
