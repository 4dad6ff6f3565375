#include "app/betrokkene/brief_rules.h"

#include "core/code.h"

void brief_code(const uint8_t bits[12], char out[BRIEF_CODE_SIZE])
{
    code_letters(bits, BRIEF_CODE - 1, out);
    out[BRIEF_CODE - 1] = code_check(out, BRIEF_CODE - 1);
    out[BRIEF_CODE] = '\0';
}

enum brief_getypt brief_code_typed(const char *typed, char out[BRIEF_CODE_SIZE])
{
    if (!code_typed(typed, BRIEF_CODE, out))
        return BRIEF_GEEN_CODE;
    return code_check(out, BRIEF_CODE - 1) == out[BRIEF_CODE - 1] ? BRIEF_GOED : BRIEF_TYPFOUT;
}
