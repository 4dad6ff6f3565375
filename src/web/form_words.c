#include "web/form_words.h"

#include <ctype.h>
#include <string.h>

/* Nouns that take "het"; a compound takes the article of its last part, so endings are enough. All others take "de". */
static const char *const het_words[] = {
    "bedrag",  "adres",     "nummer",   "woord",      "percentage", "project",   "jaar",     "aantal",
    "bericht", "onderwerp", "contract", "begin",      "einde",      "account",   "document", "bestand",
    "blok",    "gebied",    "kenmerk",  "type",       "doel",       "land",      "geslacht", "verband",
    "bureau",  "bedrijf",   "antwoord", "voorstel",   "plan",       "tarief",    "loon",     "salaris",
    "moment",  "niveau",    "team",     "huisnummer", "geheim",     "onderdeel", "uur",
};

static bool ends_with(const char *word, size_t n, const char *ending)
{
    size_t m = strlen(ending);
    if (n < m)
        return false;
    for (size_t i = 0; i < m; i++) {
        if (tolower((unsigned char)word[n - m + i]) != ending[i])
            return false;
    }
    return true;
}

/* The first word of a label is its noun: "Naam van het project", "Aantal uren per week". */
static const char *article(const char *label)
{
    size_t n = strcspn(label, " (,");
    for (size_t i = 0; i < sizeof het_words / sizeof *het_words; i++) {
        if (ends_with(label, n, het_words[i]))
            return "het";
    }
    return "de";
}

/* "Startdatum" may begin with a small letter, "KvK-nummer" and "SR-percentage" may not. */
static bool may_be_small(const char *label)
{
    for (const char *p = label + 1; *p && *p != ' '; p++) {
        if (isupper((unsigned char)*p))
            return false;
    }
    return isupper((unsigned char)label[0]);
}

const char *form_called(const struct field *f, struct arena *a)
{
    if (f->called)
        return f->called;
    if (f->type == FIELD_ANSWERS && !f->label)
        return "het antwoord";
    const char *label = f->label && *f->label ? f->label : form_name(f, -1, a);
    char *small = arena_strdup(a, label);
    if (may_be_small(small))
        small[0] = (char)tolower((unsigned char)small[0]);
    return arena_printf(a, "%s %s", article(label), small);
}

const char *form_called_upper(const struct field *f, struct arena *a)
{
    char *s = arena_strdup(a, form_called(f, a));
    s[0] = (char)toupper((unsigned char)s[0]);
    return s;
}

const char *form_where(int row, struct arena *a)
{
    return row < 0 ? "" : arena_printf(a, " op regel %d", row + 1);
}

const char *form_name(const struct field *f, int row, struct arena *a)
{
    const char *name = f->name ? f->name : f->type == FIELD_VERSIE ? "versie" : "";
    return row < 0 ? name : arena_printf(a, "%s.%d", name, row);
}
