/* app/betrokkene/brief_rules.h: the code of a kandidatenbrief, and its bounds. Pure. */
#ifndef BRIEF_RULES_H
#define BRIEF_RULES_H

#include <stddef.h>
#include <stdint.h>

enum {
    BRIEF_CODE = 16,
    BRIEF_CODE_SIZE = BRIEF_CODE + 1, /* 15 letters of chance, 75 bits, and one that tells a typing error */
    BRIEF_DAGEN = 90,                 /* a code works so long */
    BRIEF_OPEN_MIN =
        30, /* once opened it may be opened again for so many minutes: a page that was lost, a printer that failed */
    BRIEF_FOUTEN_MOST = 5,     /* wrong birth dates, then it is locked */
    BRIEF_POGINGEN_MOST = 300, /* attempts in an hour that opened nothing, of everybody together */
};
enum brief_getypt { BRIEF_GOED, BRIEF_GEEN_CODE, BRIEF_TYPFOUT };

/* Of 12 random bytes. */
void brief_code(const uint8_t bits[12], char out[BRIEF_CODE_SIZE]);
/* What was typed over. BRIEF_TYPFOUT: as long as a code, but a letter is wrong or two changed places; this says nothing
 * of whether there is such a code. */
enum brief_getypt brief_code_typed(const char *typed, char out[BRIEF_CODE_SIZE]);

#endif
