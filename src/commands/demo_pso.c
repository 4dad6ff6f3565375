/* commands/demo_pso.c: PSO certificates of the demo: running, nearly over, renewed, replaced by a higher step,
 * exempting; one regio asks them during the whole contract. */
#include "commands/demo_make.h"
#include "data/steward.h"

/* Days beside today. The first three opdrachtnemers have the teams that log in; van and tm of the same step in a row
 * are a renewal. */
static const struct {
    int on;
    const char *trede;
    int van, tm;
} table[] = {
    {0, "1", -900, -201},   {0, "2", -200, 75},  /* on@: the mail of 60 days comes in two weeks */
    {1, "30+", -1000, 420},                      /* on.fryslan@: exempt */
    {2, "2", -1500, 300},   {2, "3", -150, 500}, /* on.drenthe@: a regio of the whole contract */
    {3, "3", -400, 330},    {4, "aspirant", -100, 265},
    {6, "1", -700, 150},    {6, "3", -60, 670}, /* a higher step replaces */
    {9, "2", -300, 110},    {9, "2", 111, 840}, /* renewed in time: no mail */
    {12, "30+", -200, 320}, {15, "1", -620, -30},
    {18, "2", -40, 690},    {21, "3", -900, 90},
};

enum result demo_pso(struct demo *d)
{
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        datum van = datum_plus_days(d->today, table[i].van);
        datum told = van.dag < d->today.dag ? van : datum_plus_days(d->today, -10);
        TRY(demo_pso_insert(d->s, d->on[table[i].on].id, table[i].trede, van, datum_plus_days(d->today, table[i].tm),
                            d->on[table[i].on].contact[0], tijdstip_at(told, 10, 0)));
    }
    return demo_pso_whole(d->s, d->regio[DEMO_REGIOS - 1].id);
}
