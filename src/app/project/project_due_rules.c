#include "app/project/project_due_rules.h"

#include "app/project/project_rules.h"

enum { AGAIN_DAYS = 14, TIMES = 3, ENDS_DAYS = 30 };

static bool within(datum d, datum van, datum tm)
{
    return d.dag >= van.dag && d.dag <= tm.dag;
}

datum due_driemaal(datum first, datum van, datum tm)
{
    for (int i = TIMES - 1; i >= 0; i--) {
        datum d = datum_plus_days(first, i * AGAIN_DAYS);
        if (within(d, van, tm))
            return d;
    }
    return DATUM_GEEN;
}

static void add(struct due_dag *out, size_t *n, enum mail_kind kind, datum d)
{
    if (!datum_is_none(d))
        out[(*n)++] = (struct due_dag){kind, d};
}

static void running(const struct project_feiten *f, datum van, datum tm, struct due_dag *out, size_t *n)
{
    static const struct {
        enum mail_kind kind;
        int percent;
    } moments[] = {{MAIL_MEETMOMENT_25, 25}, {MAIL_MEETMOMENT_50, 50}, {MAIL_MEETMOMENT_75, 75}};
    add(out, n, MAIL_HERINNERING, herinnering_dag(&f->herinnering, f->start, f->eind, van, tm));
    for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++) {
        datum d = meetmoment_dag(f->start, f->eind, moments[i].percent);
        if (within(d, van, tm))
            add(out, n, moments[i].kind, d);
    }
    datum extend = datum_plus_days(f->eind, -VERLENGEN_DAGEN), ends = datum_plus_days(f->eind, -ENDS_DAYS);
    bool over = tm.dag > f->eind.dag; /* after a long absence: what has ended does not "end in 30 days" */
    if (f->verlengbaar && !over && within(extend, van, tm))
        add(out, n, MAIL_VERLENGEN_MOGELIJK, extend);
    if (!over && within(ends, van, tm))
        add(out, n, MAIL_LOOPT_AF, ends);
}

size_t project_due_dagen(const struct project_feiten *f, datum van, datum tm, struct due_dag out[PROJECT_DUE_MOST])
{
    size_t n = 0;
    if (datum_is_none(f->goedgekeurd)) {
        running(f, van, tm, out, &n);
        add(out, &n, MAIL_SIGNAAL_BEOORDELING, due_driemaal(datum_plus_days(f->eind, 1), van, tm));
    } else { /* the first one was sent with the approval itself */
        datum again = due_driemaal(f->goedgekeurd, van, tm);
        if (!datum_is_none(again) && again.dag > f->goedgekeurd.dag)
            add(out, &n, MAIL_SIGNAAL_AFRONDEN, again);
    }
    return n;
}
