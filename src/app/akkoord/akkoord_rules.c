#include "app/akkoord/akkoord_rules.h"

#include <string.h>

#include "core/code.h"
#include "core/text.h"

/* Names hold no line ends (FIELD_TEXT); one that does would be cut by akkoord_parse and so be seen. */
static void line(struct text *t, const char *name, const char *value)
{
    text_printf(t, "%s=%s\n", name, value ? value : "");
}

static void line_number(struct text *t, const char *name, int64_t n)
{
    text_printf(t, "%s=%lld\n", name, (long long)n);
}

/* Empty where there is no obligation. */
static void line_money(struct text *t, const char *name, geld g)
{
    if (geld_is_none(g))
        line(t, name, "");
    else
        line_number(t, name, g.cent);
}

static void line_date(struct text *t, const char *name, datum d)
{
    char iso[11] = "";
    if (!datum_is_none(d))
        datum_to_iso(d, iso);
    line(t, name, iso);
}

const char *akkoord_text(struct arena *a, const struct akkoord_cijfers *c)
{
    struct text t;
    text_init(&t, 1 << 14);
    line(&t, "versie", "2");
    line_number(&t, "project", c->project);
    line_number(&t, "nr", c->nr);
    line(&t, "naam", c->naam);
    line(&t, "opdrachtgever", c->opdrachtgever);
    line(&t, "opdrachtnemer", c->opdrachtnemer);
    line(&t, "kvk", c->kvk);
    line(&t, "afspraak", c->afspraak);
    line_date(&t, "start", c->start);
    line_date(&t, "eind", c->eind);
    line_money(&t, "bruto", c->bruto);
    line_money(&t, "korting", c->korting);
    line_money(&t, "netto", c->netto);
    line_money(&t, "actueel", c->actueel);
    line_money(&t, "kandidaat", c->kandidaat);
    line_money(&t, "inkoop", c->inkoop);
    line_money(&t, "activiteit", c->activiteit);
    line_money(&t, "fonds", c->fonds);
    line_number(&t, "kandidaten", c->kandidaten);
    line_date(&t, "goedgekeurd", c->goedgekeurd);
    line(&t, "goedgekeurd_wie", c->goedgekeurd_wie);
    line_date(&t, "afgerond", c->afgerond);
    line(&t, "afgerond_wie", c->afgerond_wie);
    line(&t, "oordeel", c->oordeel);
    line_money(&t, "tekort", c->tekort);
    line(&t, "maatregel", c->maatregel);
    line_money(&t, "maatregel_bedrag", c->maatregel_bedrag);
    line_date(&t, "maatregel_dag", c->maatregel_dag);
    line_date(&t, "afgewikkeld", c->afgewikkeld);
    line_money(&t, "afgewikkeld_bedrag", c->afgewikkeld_bedrag);
    return text_take(&t, a, NULL);
}

/* The next line, which must bear this name; NULL when it does not. */
static const char *next(struct arena *a, const char **at, const char *name)
{
    const char *end = strchr(*at, '\n');
    size_t n = strlen(name);
    if (!end || strncmp(*at, name, n) != 0 || (*at)[n] != '=')
        return NULL;
    const char *value = arena_printf(a, "%.*s", (int)(end - *at) - (int)n - 1, *at + n + 1);
    *at = end + 1;
    return value;
}

static bool next_number(struct arena *a, const char **at, const char *name, int64_t *out)
{
    const char *value = next(a, at, name);
    return value && int_parse(value, out);
}

static bool next_money(struct arena *a, const char **at, const char *name, geld *out)
{
    const char *value = next(a, at, name);
    *out = GELD_GEEN;
    return value && (*value == '\0' || int_parse(value, &out->cent));
}

static bool next_date(struct arena *a, const char **at, const char *name, datum *out)
{
    const char *value = next(a, at, name);
    *out = value && *value ? datum_from_iso(value) : DATUM_GEEN;
    return value != NULL;
}

static bool next_text(struct arena *a, const char **at, const char *name, const char **out)
{
    return (*out = next(a, at, name)) != NULL;
}

/* What version 2 adds. */
static bool evaluation_parse(struct arena *a, const char **text, struct akkoord_cijfers *c)
{
    return next_text(a, text, "oordeel", &c->oordeel) && next_money(a, text, "tekort", &c->tekort) &&
           next_text(a, text, "maatregel", &c->maatregel) &&
           next_money(a, text, "maatregel_bedrag", &c->maatregel_bedrag) &&
           next_date(a, text, "maatregel_dag", &c->maatregel_dag) &&
           next_date(a, text, "afgewikkeld", &c->afgewikkeld) &&
           next_money(a, text, "afgewikkeld_bedrag", &c->afgewikkeld_bedrag);
}

bool akkoord_parse(struct arena *a, const char *text, struct akkoord_cijfers *c)
{
    const char *versie;
    *c = (struct akkoord_cijfers){.tekort = GELD_GEEN,
                                  .maatregel_bedrag = GELD_GEEN,
                                  .afgewikkeld_bedrag = GELD_GEEN,
                                  .maatregel_dag = DATUM_GEEN,
                                  .afgewikkeld = DATUM_GEEN};
    return next_text(a, &text, "versie", &versie) && (strcmp(versie, "1") == 0 || strcmp(versie, "2") == 0) &&
           next_number(a, &text, "project", &c->project) && next_number(a, &text, "nr", &c->nr) &&
           next_text(a, &text, "naam", &c->naam) && next_text(a, &text, "opdrachtgever", &c->opdrachtgever) &&
           next_text(a, &text, "opdrachtnemer", &c->opdrachtnemer) && next_text(a, &text, "kvk", &c->kvk) &&
           next_text(a, &text, "afspraak", &c->afspraak) && next_date(a, &text, "start", &c->start) &&
           next_date(a, &text, "eind", &c->eind) && next_money(a, &text, "bruto", &c->bruto) &&
           next_money(a, &text, "korting", &c->korting) && next_money(a, &text, "netto", &c->netto) &&
           next_money(a, &text, "actueel", &c->actueel) && next_money(a, &text, "kandidaat", &c->kandidaat) &&
           next_money(a, &text, "inkoop", &c->inkoop) && next_money(a, &text, "activiteit", &c->activiteit) &&
           next_money(a, &text, "fonds", &c->fonds) && next_number(a, &text, "kandidaten", &c->kandidaten) &&
           next_date(a, &text, "goedgekeurd", &c->goedgekeurd) &&
           next_text(a, &text, "goedgekeurd_wie", &c->goedgekeurd_wie) &&
           next_date(a, &text, "afgerond", &c->afgerond) && next_text(a, &text, "afgerond_wie", &c->afgerond_wie) &&
           (*versie == '1' || evaluation_parse(a, &text, c)) && *text == '\0';
}

void akkoord_code(const uint8_t tag[32], char out[AKKOORD_CODE_SIZE])
{
    code_letters(tag, AKKOORD_CODE_LETTERS, out);
}
