#include "app/verantwoording/kandidaat_rules.h"

#include <string.h>

#include "core/text.h"
#include "data/seal.h"

int kandidaat_leeftijd(datum geboren, datum on)
{
    int years = 0;
    while (years < 150 && datum_plus_months(geboren, 12 * (years + 1)).dag <= on.dag)
        years++;
    return years;
}

const char *kandidaat_leeftijdsklasse(datum geboren, datum on)
{
    if (datum_is_none(geboren))
        return "onbekend";
    int years = kandidaat_leeftijd(geboren, on);
    return years < 27 ? "tot 27" : years < 50 ? "27-49" : years < 55 ? "50-54" : "55+";
}

struct blob kandidaat_zoek(struct seal *seal, struct arena *a, const char *naam, datum geboren)
{
    char iso[11];
    uint8_t *tag = arena_alloc(a, 32);
    datum_to_iso(geboren, iso);
    const char *text = arena_printf(a, "%s|%s", text_fold(a, naam ? naam : ""), iso);
    seal_tag(seal, "zoek", text, strlen(text), tag);
    return (struct blob){tag, 32};
}
