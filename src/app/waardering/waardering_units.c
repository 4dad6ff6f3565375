/* app/waardering/waardering_units.c: time as exact fractions, and division without overflow.
 *
 * P(s, e, p) = n + rest / length of the running period, kept as u = n·Q + rest·(Q / length) with Q a multiple of every
 * possible length, so that no part is ever rounded: 365 and 366 divide 133590; 28, 29, 30 and 31 divide 377580.
 *
 * Bounds: dates are 1900..2199, so at most 300 years; fte and hours at most 168 h = 16800. u <= 3600·377580 < 1.4·10^9;
 * Σ u·h < 2.3·10^13. deel_half_up splits off the whole part first: with D = Q·fte <= 377580·16800 < 6.4·10^9 and tarief
 * <= TARIEF_MOST = 10^9, tarief·(teller mod D) + D/2 < 6.4·10^18 < 9.2·10^18; the whole part teller/D is at most 3600,
 * times 10^9. Amounts: cents <= GELD_MOST = 10^13 with noemer 10000: whole part 10^9, times 10000 bp. An obligation by
 * turnover: cents below 10^15 (geld_parse): 10^11 times 10000. Hours of an activity: teller <= 2·UREN_SAMEN_MOST,
 * noemer 200: 10^6, times 10^9. */
#include <string.h>

#include "app/waardering/waardering_rules.h"

const char *const rubriek_codes[RUBRIEKEN] = {"ARBEID", "LEREN", "INKOOP", "ACTIVITEIT", "FONDS", "MAATWERK"};
const char *const blok_soort_codes[BLOK_SOORTEN] = {"BASIS", "BONUS", "KORTING"};
const char *const eenheid_codes[EENHEDEN] = {"PERIODE", "STUK", "UUR", "PROCENT", "BEDRAG"};
const char *const cap_veld_codes[CAP_VELDEN] = {"", "OPLEIDING", "LKS"};
const char *const opbouw_codes[OPBOUWEN] = {"", "LINEAIR", "START", "EINDE"};
const char *const cap_basis_codes[CAP_BASES] = {"kalender", "geplaatst", "fte"};
const char *const operator_codes[OPERATOREN] = {"=", "<>", "<", "<=", ">", ">=", "in"};

int code_find(const char *const *codes, int n, const char *code)
{
    for (int i = 0; i < n; i++)
        if (strcmp(codes[i], code) == 0)
            return i;
    return -1;
}

int64_t tijd_u(datum s, datum x, int p)
{
    if (x.dag <= s.dag)
        return 0;
    int64_t q = p == 12 ? Q_JAAR : Q_MAAND;
    /* an estimate that is never too high, then up to the greatest n with A(s, p·n) <= x */
    int n = (int)((x.dag - s.dag) / (p == 12 ? 366 : 31));
    while (datum_plus_months(s, p * (n + 1)).dag <= x.dag)
        n++;
    while (n > 0 && datum_plus_months(s, p * n).dag > x.dag)
        n--;
    datum begin = datum_plus_months(s, p * n), end = datum_plus_months(s, p * (n + 1));
    /* also where A() slides to the first of the next month a month has 28 to 31 days and a year 365 or 366: a property
     * test walks them all */
    int64_t rest = x.dag - begin.dag, length = end.dag - begin.dag;
    return n * q + rest * q / length;
}

int64_t deel_half_up(int64_t tarief, int64_t teller, int64_t noemer)
{
    int64_t whole = teller / noemer, rest = teller % noemer;
    return tarief * whole + (tarief * rest + noemer / 2) / noemer;
}
