/* app/akkoord/akkoord_rules.h: the text a code stands for, and how a code is written. Pure. */
#ifndef AKKOORD_RULES_H
#define AKKOORD_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/values.h"

struct akkoord_cijfers {
    int64_t project, nr; /* nr: which statement of this project: after a reopening another one */
    const char *naam, *opdrachtgever, *opdrachtnemer, *kvk, *afspraak;
    datum start, eind, goedgekeurd, afgerond;
    const char *goedgekeurd_wie, *afgerond_wie; /* name and organisatie; never shown on the public page */
    geld bruto, korting, netto, actueel;        /* GELD_GEEN for an inspanningsverplichting */
    geld kandidaat, inkoop, activiteit, fonds;  /* actueel by kind: add up to actueel */
    int64_t kandidaten;                         /* how many persons */
    const char *oordeel,
        *maatregel; /* the final evaluation, where there is one; NULL in a text of before it existed (version 1) */
    geld tekort, maatregel_bedrag, afgewikkeld_bedrag;
    datum maatregel_dag, afgewikkeld;
};
enum { AKKOORD_CODE_LETTERS = 16, AKKOORD_CODE_SIZE = AKKOORD_CODE_LETTERS + 1 };

/* One name=value a line, fixed order: the same figures always give the same text. In the arena. */
const char *akkoord_text(struct arena *a, const struct akkoord_cijfers *c);
/* Back. false when it is not such a text. */
bool akkoord_parse(struct arena *a, const char *text, struct akkoord_cijfers *out);
/* The first 80 bits of a tag in Crockford's base 32 (no I, L, O, U). */
void akkoord_code(const uint8_t tag[32], char out[AKKOORD_CODE_SIZE]);
#endif
