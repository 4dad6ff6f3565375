#include "app/steekproef/steekproef_rules.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rnd.h"
#include "core/text.h"

static const char heading[] = "inzet;waarde_cent\n";
static const uint64_t SOM_MOST = (uint64_t)1 << 55; /* so that (rest << 8 | byte) fits below */

size_t steekproef_omvang(bool procent, int64_t getal, size_t populatie)
{
    if (getal < 1 || populatie == 0 || (procent && getal > 100) || getal > POPULATIE_MOST)
        return 0;
    size_t n = procent ? ((size_t)getal * populatie + 99) / 100 : (size_t)getal;
    return n <= populatie && n <= STEEKPROEF_MOST ? n : 0;
}

/* The whole hash of "zaad:j", read as one number with the first byte highest, modulo total. */
static uint64_t pointer(const char *zaad, size_t j, uint64_t total)
{
    char text[ZAAD_TEKST + 24];
    uint8_t hash[32];
    uint64_t rest = 0;
    int length = snprintf(text, sizeof(text), "%.64s:%zu", zaad, j);
    sha256(text, (size_t)length, hash);
    for (size_t i = 0; i < sizeof(hash); i++)
        rest = (rest << 8 | hash[i]) % total;
    return rest;
}

static bool weights_sum(bool waarde, const struct trekbaar *p, size_t n, uint64_t *som)
{
    *som = 0;
    for (size_t i = 0; i < n; i++) {
        if (p[i].cent < 0 || (uint64_t)p[i].cent >= SOM_MOST)
            return false;
        *som += waarde ? (uint64_t)p[i].cent : 1;
        if (*som >= SOM_MOST)
            return false;
    }
    return true;
}

bool steekproef_trek(const char *zaad, bool waarde, const struct trekbaar *p, size_t n, size_t k, size_t *out)
{
    uint64_t total;
    bool good = k <= n && k <= STEEKPROEF_MOST && weights_sum(waarde, p, n, &total);
    bool *gone = good ? calloc(n ? n : 1, sizeof(*gone)) : NULL;
    for (size_t j = 0; gone && j < k; j++) {
        if (total == 0) { /* only what weighs nothing is left */
            waarde = false;
            total = n - j;
        }
        uint64_t at = pointer(zaad, j + 1, total);
        size_t i = 0;
        for (;; i++) {
            uint64_t weight = gone[i] ? 0 : waarde ? (uint64_t)p[i].cent : 1;
            if (at < weight)
                break;
            at -= weight;
        }
        out[j] = i;
        gone[i] = true;
        total -= waarde ? (uint64_t)p[i].cent : 1;
    }
    good = gone != NULL;
    free(gone);
    return good;
}

const char *populatie_text(struct arena *a, const struct trekbaar *p, size_t n)
{
    struct text t;
    text_init(&t, 1 << 20);
    text_str(&t, heading);
    for (size_t i = 0; i < n; i++)
        text_printf(&t, "%" PRId64 ";%" PRId64 "\n", p[i].inzet, p[i].cent);
    return text_take(&t, a, NULL);
}

struct trekbaar *populatie_parse(struct arena *a, const char *text, size_t *n)
{
    *n = 0;
    if (strncmp(text, heading, sizeof(heading) - 1) != 0)
        return NULL;
    text += sizeof(heading) - 1;
    size_t lines = 0;
    for (const char *s = text; *s; s++)
        lines += *s == '\n';
    struct trekbaar *out = ARENA_ARRAY(a, struct trekbaar, lines + 1);
    for (; *n < lines; (*n)++) {
        char *end;
        out[*n].inzet = strtoll(text, &end, 10);
        if (*end != ';')
            return NULL;
        out[*n].cent = strtoll(end + 1, &end, 10);
        if (*end != '\n')
            return NULL;
        text = end + 1;
    }
    return *text ? NULL : out;
}

void sha256_text(const void *p, size_t n, char out[SHA256_TEKST])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t hash[32];
    sha256(p, n, hash);
    for (size_t i = 0; i < sizeof(hash); i++) {
        out[2 * i] = digits[hash[i] >> 4];
        out[2 * i + 1] = digits[hash[i] & 15];
    }
    out[SHA256_TEKST - 1] = '\0';
}

bool sha256_typed(const char *typed, char out[SHA256_TEKST])
{
    size_t n = 0;
    for (const char *s = typed ? typed : ""; *s; s++) {
        char c = *s >= 'A' && *s <= 'F' ? (char)(*s - 'A' + 'a') : *s;
        if (strchr(" :-", c))
            continue;
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) || n == SHA256_TEKST - 1)
            return false;
        out[n++] = c;
    }
    out[n] = '\0';
    return n == SHA256_TEKST - 1;
}

/* ---- what is to be shown ---- */

/* clang-format off */
#define OVEREENKOMST {"overeenkomst", "Ondertekende overeenkomst", false}
#define UREN         {"uren", "Loonstrook of urenoverzicht", false}
#define DOELGROEP    {"doelgroep", "Bewijs van de doelgroep bij de start (uitkering, SW, school)", false}
#define INLENEN      {"inlenen", "Opgave van het SW-bedrijf, detacheringsbureau of uitzendbureau", false}
#define AANWEZIG     {"aanwezig", "Overzicht van aanwezigheid en begeleiding", false}
#define FACTUUR      {"factuur", "Factuur, zonder btw", false}
#define BETALING     {"betaling", "Bewijs van betaling", false}
#define ERKENNING    {"erkenning", "Bewijs dat de leverancier is erkend", false}
#define VERSLAG      {"verslag", "Verslag, programma of foto’s van de activiteit", false}
#define URENSTAAT    {"urenstaat", "Urenstaat van de medewerkers", false}
#define ANDERS       {"anders", "Ander bewijs", false}
#define END          {NULL, NULL, false}
static const struct choice of_werk[] = {OVEREENKOMST, UREN, DOELGROEP, ANDERS, END};
static const struct choice of_inlenen[] = {OVEREENKOMST, INLENEN, UREN, DOELGROEP, ANDERS, END};
static const struct choice of_leren[] = {OVEREENKOMST, AANWEZIG, DOELGROEP, ANDERS, END};
static const struct choice of_inkoop[] = {FACTUUR, BETALING, ERKENNING, ANDERS, END};
static const struct choice of_activiteit[] = {VERSLAG, URENSTAAT, ANDERS, END};
static const struct choice of_fonds[] = {BETALING, ANDERS, END};
static const struct choice all[] = {OVEREENKOMST, UREN, DOELGROEP, INLENEN, AANWEZIG, FACTUUR, BETALING, ERKENNING, VERSLAG, URENSTAAT, ANDERS, END};
/* clang-format on */

const struct choice *bewijs_gevraagd(const char *soort, const char *overeenkomst)
{
    if (strcmp(soort, "inkoop") == 0)
        return of_inkoop;
    if (strcmp(soort, "activiteit") == 0)
        return of_activiteit;
    if (strcmp(soort, "fonds") == 0)
        return of_fonds;
    if (overeenkomst && strcmp(overeenkomst, "detachering") == 0)
        return of_inlenen;
    if (overeenkomst && (strcmp(overeenkomst, "stage") == 0 || strcmp(overeenkomst, "werkervaringsplek") == 0))
        return of_leren;
    return of_werk;
}

const char *bewijs_label(const char *code)
{
    for (const struct choice *c = all; c->value; c++)
        if (strcmp(c->value, code) == 0)
            return c->label;
    return code;
}

bool bewijs_past(const char *soort, const char *overeenkomst, const char *code)
{
    for (const struct choice *c = bewijs_gevraagd(soort, overeenkomst); c->value; c++)
        if (strcmp(c->value, code) == 0)
            return true;
    return false;
}
