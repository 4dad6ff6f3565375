#include <string.h>

#include "app/organisatie/organisatie.h"
#include "core/text.h"

/* Same KvK; same core of the name; or one or two letters apart, of which short names allow fewer (spec 1, "Before an
 * opdrachtnemer is added"). */
bool organisatie_is_lookalike(const char *kvk_a, const char *kern_a, const char *kvk_b, const char *kern_b)
{
    if (kvk_a && kvk_b && strcmp(kvk_a, kvk_b) == 0)
        return true;
    if (strcmp(kern_a, kern_b) == 0)
        return true;
    size_t n = strlen(kern_a);
    int most = n >= 8 ? 2 : n >= 5 ? 1 : 0;
    return most > 0 && text_distance(kern_a, kern_b, most) <= most;
}
