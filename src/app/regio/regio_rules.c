/* app/regio/regio_rules.c: when contractors are reminded. Pure. */
#include <stdlib.h>
#include <string.h>

#include "app/regio/regio.h"
#include "core/text.h"

enum { TIMES_MOST = 1000 };

static bool number(const char **at, int least, int most, int *out)
{
    char *end;
    if (**at < '0' || **at > '9')
        return false;
    long n = strtol(*at, &end, 10);
    *at = end;
    *out = (int)n;
    return n >= least && n <= most;
}

static int ascending(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}

bool herinnering_procenten(const char *typed, struct herinnering *out)
{
    out->soort = HERINNERING_PROCENT;
    out->n = 0;
    while (*typed) {
        if (strchr(" ,;%", *typed)) {
            typed++;
        } else if (strncmp(typed, "en ", 3) == 0) {
            typed += 3;
        } else {
            if (out->n == HERINNERING_PROCENTEN || !number(&typed, 1, 99, &out->procent[out->n]))
                return false;
            out->n++;
        }
    }
    qsort(out->procent, (size_t)out->n, sizeof(out->procent[0]), ascending);
    int kept = 0;
    for (int i = 0; i < out->n; i++)
        if (kept == 0 || out->procent[kept - 1] != out->procent[i])
            out->procent[kept++] = out->procent[i];
    out->n = kept;
    return kept > 0;
}

bool herinnering_dag_lees(const char *typed, struct herinnering *out)
{
    out->soort = HERINNERING_JAARLIJKS;
    return number(&typed, 1, 31, &out->dag) && *typed++ == '-' && number(&typed, 1, 12, &out->maand) &&
           *typed == '\0' && !datum_is_none(datum_from_ymd(2024, out->maand, out->dag));
}

bool herinnering_lees(const char *stored, struct herinnering *out)
{
    *out = (struct herinnering){.soort = HERINNERING_MAANDEN};
    if (strncmp(stored, "maanden ", 8) == 0) {
        stored += 8;
        return number(&stored, 1, HERINNERING_MAANDEN_MOST, &out->maanden) && *stored == '\0';
    }
    if (strncmp(stored, "procent ", 8) == 0)
        return herinnering_procenten(stored + 8, out);
    if (strncmp(stored, "jaarlijks ", 10) != 0)
        return false;
    out->soort = HERINNERING_JAARLIJKS;
    stored += 10;
    return number(&stored, 1, 12, &out->maand) && *stored++ == '-' && number(&stored, 1, 31, &out->dag) &&
           *stored == '\0';
}

const char *herinnering_words(struct arena *a, const struct herinnering *h)
{
    if (h->soort == HERINNERING_MAANDEN)
        return arena_printf(a, "maanden %d", h->maanden);
    if (h->soort == HERINNERING_JAARLIJKS)
        return arena_printf(a, "jaarlijks %02d-%02d", h->maand, h->dag);
    struct text t;
    text_init(&t, 200);
    text_str(&t, "procent ");
    for (int i = 0; i < h->n; i++)
        text_printf(&t, "%s%d", i ? "," : "", h->procent[i]);
    return text_take(&t, a, NULL);
}

const char *herinnering_uitleg(struct arena *a, const struct herinnering *h)
{
    if (h->soort == HERINNERING_MAANDEN)
        return h->maanden == 1 ? "elke maand" : arena_printf(a, "om de %d maanden", h->maanden);
    if (h->soort == HERINNERING_JAARLIJKS)
        return arena_printf(a, "elk jaar op %d-%d", h->dag, h->maand);
    struct text t;
    text_init(&t, 200);
    text_str(&t, "na ");
    for (int i = 0; i < h->n; i++)
        text_printf(&t, "%s%d", i == 0 ? "" : i == h->n - 1 ? " en " : ", ", h->procent[i]);
    text_str(&t, " % van de looptijd");
    return text_take(&t, a, NULL);
}

datum meetmoment_dag(datum start, datum eind, int percent)
{
    int32_t days = eind.dag - start.dag + 1;
    return datum_plus_days(start, (days * percent + 99) / 100);
}

/* The k-th reminder, k from 1; DATUM_GEEN after the last. Ascending in k. */
static datum nth(const struct herinnering *h, datum start, datum eind, int k)
{
    if (h->soort == HERINNERING_MAANDEN)
        return datum_plus_months(start, h->maanden * k);
    if (h->soort == HERINNERING_PROCENT)
        return k <= h->n ? meetmoment_dag(start, eind, h->procent[k - 1]) : DATUM_GEEN;
    int year, month, day;
    datum_to_ymd(start, &year, &month, &day);
    if (h->maand > month || (h->maand == month && h->dag > day))
        year--; /* this year's is still to come */
    datum d = datum_from_ymd(year + k, h->maand, h->dag);
    return datum_is_none(d) ? datum_from_ymd(year + k, 3, 1) : d;
}

datum herinnering_volgende(const struct herinnering *h, datum start, datum eind, datum na, datum tm)
{
    for (int k = 1; k < TIMES_MOST; k++) {
        datum d = nth(h, start, eind, k);
        if (datum_is_none(d) || d.dag > tm.dag)
            break;
        if (d.dag > na.dag && d.dag > start.dag)
            return d;
    }
    return DATUM_GEEN;
}

datum herinnering_dag(const struct herinnering *h, datum start, datum eind, datum van, datum tm)
{
    datum newest = DATUM_GEEN;
    for (datum d = herinnering_volgende(h, start, eind, datum_plus_days(van, -1), tm); !datum_is_none(d);
         d = herinnering_volgende(h, start, eind, d, tm))
        newest = d;
    return newest;
}
