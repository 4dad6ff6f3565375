/* app/register/register_rules.h: what is unusual reading. Pure. */
#ifndef REGISTER_RULES_H
#define REGISTER_RULES_H

#include <stddef.h>
#include <stdint.h>

#include "core/values.h"

struct lezing {
    int64_t wie;
    tijdstip op;
    int64_t kandidaat;
};
struct leesdag {
    int64_t wie;
    datum dag;
    int64_t personen;
}; /* how many different persons that reader saw on that day in Amsterdam */

/* The days on which a reader saw more than `grens` different persons, the newest first, at most `most`. rows: in any
 * order; they are sorted in place. */
size_t leessignalen_vind(struct lezing *rows, size_t n, int64_t grens, struct leesdag *out, size_t most);

#endif
