#include "app/register/register_rules.h"

#include <stdlib.h>

static int compare(int64_t x, int64_t y)
{
    return (x > y) - (x < y);
}

/* Day, newest first; then who; then whom: so that one day of one reader stands together and the same person twice is
 * next to itself. */
static int by_day(const void *x, const void *y)
{
    const struct lezing *p = x, *q = y;
    int by = compare(tijdstip_to_datum(q->op).dag, tijdstip_to_datum(p->op).dag);
    if (by == 0)
        by = compare(p->wie, q->wie);
    return by != 0 ? by : compare(p->kandidaat, q->kandidaat);
}

size_t leessignalen_vind(struct lezing *rows, size_t n, int64_t grens, struct leesdag *out, size_t most)
{
    size_t found = 0;
    if (n > 0)
        qsort(rows, n, sizeof(*rows), by_day);
    for (size_t i = 0; i < n && found < most;) {
        struct leesdag d = {rows[i].wie, tijdstip_to_datum(rows[i].op), 0};
        int64_t last = 0;
        for (; i < n && rows[i].wie == d.wie && tijdstip_to_datum(rows[i].op).dag == d.dag.dag; i++) {
            d.personen += d.personen == 0 || rows[i].kandidaat != last;
            last = rows[i].kandidaat;
        }
        if (d.personen > grens)
            out[found++] = d;
    }
    return found;
}
