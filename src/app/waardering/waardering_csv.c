/* app/waardering/waardering_csv.c: libcsv cuts the cells; here they get their meaning. Lines "#key;value" set the set,
 * then a line of column names, then a block a line. */
#include "app/waardering/waardering_csv.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/csv.h"

enum { CELLS_MAX = 20, LINES_MAX = 2000, CONDITIONS_MAX = 20, PROBLEMS_MAX = 100 };
struct reading {
    struct arena *a;
    struct text *problems;
    int n_problems;
    struct csv_bestand file;
    int nr; /* the last line of the file */
    struct bouwblokkenset *set;
    int place[CSV_COLUMNS];
    bool keys_seen[16];
};

static void problem(struct reading *r, int nr, const char *format, ...) __attribute__((format(printf, 3, 4)));
static void problem(struct reading *r, int nr, const char *format, ...)
{
    va_list args;
    if (r->n_problems++ >= PROBLEMS_MAX)
        return;
    va_start(args, format);
    text_printf(r->problems, "regel %d: %s\n", nr, arena_vprintf(r->a, format, args));
    va_end(args);
}

/* Says where it stopped. */
static bool cut(struct reading *r, const char *csv, size_t n)
{
    struct csv_plek where;
    enum csv_verdict verdict = csv_cut(r->a, csv, n, LINES_MAX, CELLS_MAX, &r->file, &where);
    r->nr = where.regel;
    switch (verdict) {
    case CSV_GOOD:
        return true;
    case CSV_TOO_LONG:
        problem(r, r->nr, "er staan meer dan %d regels in het bestand", LINES_MAX - 1);
        return false;
    default:
        problem(r, r->nr, "de regel is niet te lezen; staat er een aanhalingsteken te veel?");
        return false;
    }
}

/* ---- numbers ---- */

static bool whole(const char *s, int64_t least, int64_t most, int *out)
{
    int64_t n;
    if (!int_parse(s, &n) || n < least || n > most)
        return false;
    *out = (int)n;
    return true;
}

static bool yes_no(const char *s, bool *out)
{
    *out = strcmp(s, "ja") == 0;
    return *out || strcmp(s, "nee") == 0;
}

/* ---- the set's own lines ---- */

static bool set_hours(const char *value, int least, uren *out)
{
    return uren_parse(value, out) && out->honderdste >= least && out->honderdste <= 16800;
}

static const char *set_key(struct reading *r, const char *key, const char *value)
{
    struct bouwblokkenset *s = r->set;
    int k = code_find(waardering_csv_settings, CSV_SETTINGS, key), basis;
    if (k < 0)
        return "deze instelling kennen wij niet";
    if (r->keys_seen[k])
        return "deze instelling staat er twee keer";
    r->keys_seen[k] = true;
    switch (k) {
    case 0:
        s->naam = value;
        return *value ? NULL : "vul een naam in";
    case 1:
        s->versie = value;
        return *value ? NULL : "vul een versie in";
    case 2:
        s->bron = value;
        return NULL;
    case 3:
        return set_hours(value, 100, &s->fte) ? NULL : "vul uren in van 1 tot 168, bijvoorbeeld 36";
    case 4:
        return set_hours(value, 0, &s->min_uren) ? NULL : "vul uren in van 0 tot 168";
    case 5:
        s->peil = value;
        return strcmp(value, "start") == 0 || strcmp(value, "gunning") == 0 || strcmp(value, "publicatie") == 0
                   ? NULL
                   : "moet start, gunning of publicatie zijn";
    case 6:
        return whole(value, 0, 120, &s->aanloop_mnd) ? NULL : "vul maanden in van 0 tot 120";
    case 7:
        return yes_no(value, &s->binnen_project) ? NULL : "moet ja of nee zijn";
    case 8:
        basis = code_find(cap_basis_codes, CAP_BASES, value);
        s->cap_basis = basis < 0 ? CAP_KALENDER : (enum cap_basis)basis;
        return basis < 0 ? "moet kalender, geplaatst of fte zijn" : NULL;
    case 9:
        return whole(value, 0, 120, &s->onderbreking_mnd) ? NULL : "vul maanden in van 0 tot 120";
    default:
        s->doelgroep_peil = value;
        return strcmp(value, "start") == 0 || strcmp(value, "gunning") == 0 ? NULL : "moet start of gunning zijn";
    }
}

/* Returns the index of the line with the column names. */
static size_t settings_read(struct reading *r)
{
    size_t i = 0;
    for (; i < r->file.n &&
           (r->file.rows[i].n == 0 || r->file.rows[i].cell[0][0] == '#' || r->file.rows[i].cell[0][0] == '\0');
         i++) {
        const struct csv_rij *l = &r->file.rows[i];
        if (l->n == 0 || l->cell[0][0] == '\0')
            continue;
        const char *why = set_key(r, l->cell[0] + 1, l->n > 1 ? l->cell[1] : "");
        if (why)
            problem(r, l->nr, "%s: %s", l->cell[0] + 1, why);
    }
    static const struct {
        int key;
        const char *name;
    } needed[] = {{0, "naam"}, {1, "versie"}, {3, "fte_uren"}, {5, "peil"}, {7, "binnen_project"}, {8, "cap_basis"}};
    for (size_t k = 0; k < sizeof(needed) / sizeof(needed[0]); k++)
        if (!r->keys_seen[needed[k].key])
            problem(r, 1, "de instelling #%s ontbreekt", needed[k].name);
    return i;
}

static bool columns_read(struct reading *r, const struct csv_rij *l)
{
    for (int c = 0; c < CSV_COLUMNS; c++)
        r->place[c] = -1;
    for (size_t i = 0; i < l->n; i++) {
        int c = code_find(waardering_csv_columns, CSV_COLUMNS, l->cell[i]);
        if (c < 0)
            problem(r, l->nr, "de kolom “%s” kennen wij niet", l->cell[i]);
        else if (r->place[c] >= 0)
            problem(r, l->nr, "de kolom “%s” staat er twee keer", l->cell[i]);
        else
            r->place[c] = (int)i;
    }
    for (int c = 0; c < CSV_COLUMNS; c++)
        if (r->place[c] < 0)
            problem(r, l->nr, "de kolom “%s” ontbreekt", waardering_csv_columns[c]);
    return r->n_problems == 0;
}

/* ---- a block ---- */

static const char *cell(const struct reading *r, const struct csv_rij *l, enum waardering_column c)
{
    int at = r->place[c];
    return at >= 0 && (size_t)at < l->n ? l->cell[at] : "";
}

static int code_cell(struct reading *r, const struct csv_rij *l, enum waardering_column c, const char *const *codes,
                     int n)
{
    int k = code_find(codes, n, cell(r, l, c));
    if (k < 0)
        problem(r, l->nr, "%s: “%s” kennen wij niet", waardering_csv_columns[c], cell(r, l, c));
    return k < 0 ? 0 : k;
}

static void tarief_cell(struct reading *r, const struct csv_rij *l, struct bouwblok *b)
{
    const char *s = cell(r, l, CSV_TARIEF);
    geld g;
    basispunt bp;
    if (b->eenheid == BEDRAG) {
        if (*s)
            problem(r, l->nr, "tarief: een bedrag op maat heeft geen tarief");
    } else if (b->eenheid == PROCENT) {
        if (!bp_parse(s, &bp) || bp.bp > 10000)
            problem(r, l->nr, "tarief: vul een percentage in van 0 tot 100");
        b->tarief = bp.bp;
    } else {
        if (geld_parse(s, &g) != PARSE_OK || g.cent < 0 || g.cent > TARIEF_MOST)
            problem(r, l->nr, "tarief: vul een bedrag in van 0 tot 10.000.000, bijvoorbeeld 40000,00");
        b->tarief = g.cent;
    }
}

static void numbers_read(struct reading *r, const struct csv_rij *l, struct bouwblok *b)
{
    const char *periode = cell(r, l, CSV_PERIODE_MND), *cap = cell(r, l, CSV_CAP_MND), *dagmax = cell(r, l, CSV_DAGMAX);
    b->dagmax = GELD_GEEN;
    if (b->eenheid == PER_PERIODE && strcmp(periode, "12") != 0 && strcmp(periode, "1") != 0)
        problem(r, l->nr, "periode_mnd: moet 12 (per jaar) of 1 (per maand) zijn");
    if (b->eenheid != PER_PERIODE && *periode)
        problem(r, l->nr, "periode_mnd: hoort alleen bij eenheid PERIODE");
    b->periode_mnd = b->eenheid != PER_PERIODE ? 0 : strcmp(periode, "12") == 0 ? 12 : 1;
    if (!yes_no(cell(r, l, CSV_NAAR_UREN), &b->naar_uren))
        problem(r, l->nr, "naar_uren: moet ja of nee zijn");
    if (*cap && !whole(cap, 1, 600, &b->cap_mnd))
        problem(r, l->nr, "cap_mnd: vul maanden in van 1 tot 600, of laat leeg");
    if (*dagmax && (geld_parse(dagmax, &b->dagmax) != PARSE_OK || b->dagmax.cent <= 0 || b->dagmax.cent > TARIEF_MOST))
        problem(r, l->nr, "dagmax: vul een bedrag in, of laat leeg");
    if (!geld_is_none(b->dagmax) && b->eenheid != PER_UUR && b->eenheid != BEDRAG)
        problem(r, l->nr, "dagmax: hoort alleen bij eenheid UUR of BEDRAG");
    if ((b->eenheid == PER_STUK) != (b->opbouw != OPBOUW_GEEN))
        problem(r, l->nr, "opbouw: LINEAIR, START of EINDE hoort bij eenheid STUK, en alleen daarbij");
    if (b->naar_uren && b->eenheid != PER_PERIODE)
        problem(r, l->nr, "naar_uren: ja hoort alleen bij eenheid PERIODE");
    if ((b->cap_mnd > 0 || b->cap_veld != CAP_VELD_GEEN) && b->eenheid != PER_PERIODE && b->eenheid != PER_STUK)
        problem(r, l->nr, "cap_mnd en cap_veld horen alleen bij eenheid PERIODE of STUK");
    if (b->soort == BLOK_KORTING && b->eenheid != PROCENT)
        problem(r, l->nr, "eenheid: een KORTING is een PROCENT");
}

static const struct attribuut *attribute_find(const struct bouwblokkenset *s, const char *naam)
{
    for (size_t i = 0; i < s->n_attributen; i++)
        if (strcmp(s->attributen[i].naam, naam) == 0)
            return &s->attributen[i];
    return NULL;
}

/* A value that no answer can be would make a block that nobody ever gets. */
static void value_check(struct reading *r, const struct csv_rij *l, const struct conditie *c, const struct attribuut *t)
{
    int64_t n;
    bool ordered = c->op != OP_GELIJK && c->op != OP_ONGELIJK && c->op != OP_IN;
    if ((ordered || (strcmp(t->type, "getal") == 0 && c->op != OP_IN)) && !int_parse(c->waarde, &n))
        problem(r, l->nr, "condities: bij “%s %s” hoort een getal, niet “%s”", c->attribuut, operator_codes[c->op],
                c->waarde);
    if (strcmp(t->type, "ja_nee") == 0 && strcmp(c->waarde, "ja") != 0 && strcmp(c->waarde, "nee") != 0)
        problem(r, l->nr, "condities: bij “%s” hoort ja of nee, niet “%s”", c->attribuut, c->waarde);
    if (strcmp(t->type, "keuze") == 0 && !ordered && t->keuzes[0] != '\0' && !conditie_keuzes_bestaan(c, t))
        problem(r, l->nr, "condities: “%s” is geen keuze van “%s”", c->waarde, c->attribuut);
}

/* "leeftijd >= 50"; a trailing "?" makes it a warning. */
static void condition_read(struct reading *r, const struct csv_rij *l, char *s, struct bouwblok *b)
{
    size_t n = strcspn(s, " <>="), gap = strspn(s + n, " ");
    const char *op = s + n + gap;
    size_t n_op = strncmp(op, "in ", 3) == 0 ? 2 : strspn(op, "<>=");
    const char *value = op + n_op + strspn(op + n_op, " ");
    struct conditie *c = &b->condities[b->n_condities];
    int k = code_find(operator_codes, OPERATOREN, arena_text(r->a, op, n_op));
    c->attribuut = arena_text(r->a, s, n);
    c->waarde = text_trim(r->a, value, strlen(value));
    size_t length = strlen(c->waarde);
    if (length > 1 && c->waarde[length - 1] == '?') {
        c->waarschuwing = true;
        c->waarde = text_trim(r->a, c->waarde, length - 1);
    }
    if (k < 0 || n == 0 || c->waarde[0] == '\0') {
        problem(r, l->nr, "condities: “%s” begrijpen wij niet; bijvoorbeeld leeftijd >= 50", s);
        return;
    }
    c->op = (enum operator_)k;
    const struct attribuut *t = attribute_find(r->set, c->attribuut);
    if (t)
        value_check(r, l, c, t);
    else
        problem(r, l->nr, "condities: het kenmerk “%s” kennen wij niet", c->attribuut);
    b->n_condities++;
}

static void conditions_read(struct reading *r, const struct csv_rij *l, struct bouwblok *b)
{
    char *all = arena_strdup(r->a, cell(r, l, CSV_CONDITIES));
    b->condities = ARENA_ARRAY(r->a, struct conditie, CONDITIONS_MAX);
    for (char *s = all; *s;) {
        char *amp = strchr(s, '&');
        if (amp)
            *amp = '\0';
        if (b->n_condities == CONDITIONS_MAX) {
            problem(r, l->nr, "condities: meer dan %d", CONDITIONS_MAX);
            return;
        }
        condition_read(r, l, text_trim(r->a, s, strlen(s)), b);
        s = amp ? amp + 1 : s + strlen(s);
    }
}

/* "The highest" of a group is the highest tarief: that needs one unit. */
static void group_check(struct reading *r, const struct csv_rij *l, const struct bouwblok *b)
{
    if (b->groep[0] == '\0')
        return;
    for (size_t i = 0; i < r->set->n_blokken; i++) {
        const struct bouwblok *o = &r->set->blokken[i];
        if (strcmp(o->groep, b->groep) != 0)
            continue;
        if (o->eenheid != b->eenheid || o->periode_mnd != b->periode_mnd)
            problem(r, l->nr, "groep: de blokken van “%s” moeten dezelfde eenheid en periode hebben", b->groep);
        return;
    }
}

static void block_read(struct reading *r, const struct csv_rij *l)
{
    struct bouwblok *b = &r->set->blokken[r->set->n_blokken];
    *b = (struct bouwblok){.code = cell(r, l, CSV_CODE),
                           .label = cell(r, l, CSV_LABEL),
                           .toelichting = "",
                           .groep = cell(r, l, CSV_GROEP),
                           .volgorde = (int)r->set->n_blokken + 1};
    if (b->code[0] == '\0' || b->label[0] == '\0')
        problem(r, l->nr, "code en label mogen niet leeg zijn");
    if (blok_find_code(r->set, b->code))
        problem(r, l->nr, "de code “%s” staat er twee keer", b->code);
    b->rubriek = (enum rubriek)code_cell(r, l, CSV_RUBRIEK, rubriek_codes, RUBRIEKEN);
    b->soort = (enum blok_soort)code_cell(r, l, CSV_SOORT, blok_soort_codes, BLOK_SOORTEN);
    b->eenheid = (enum eenheid)code_cell(r, l, CSV_EENHEID, eenheid_codes, EENHEDEN);
    b->cap_veld = (enum cap_veld)code_cell(r, l, CSV_CAP_VELD, cap_veld_codes, CAP_VELDEN);
    b->opbouw = (enum opbouw)code_cell(r, l, CSV_OPBOUW, opbouw_codes, OPBOUWEN);
    if (l->n != CSV_COLUMNS)
        problem(r, l->nr, "er staan %zu kolommen, het horen er %d te zijn", l->n, CSV_COLUMNS);
    tarief_cell(r, l, b);
    numbers_read(r, l, b);
    conditions_read(r, l, b);
    group_check(r, l, b);
    r->set->n_blokken++;
}

enum result waardering_csv_read(struct arena *a, const char *csv, size_t n, size_t n_attributen,
                                struct attribuut *attributen, struct text *problems, struct bouwblokkenset *out)
{
    struct reading r = {.a = a, .problems = problems, .set = out};
    *out = (struct bouwblokkenset){.naam = "",
                                   .versie = "",
                                   .bron = "",
                                   .peil = "start",
                                   .doelgroep_peil = "start",
                                   .n_attributen = n_attributen,
                                   .attributen = attributen};
    struct csv_plek where;
    csv = csv_utf8(a, csv, &n, false, &where);
    if (!csv) {
        problem(&r, where.regel, "het bestand is geen UTF-8; sla het op als CSV UTF-8");
        return INVALID;
    }
    if (!cut(&r, csv, n))
        return INVALID;
    size_t at = settings_read(&r);
    out->blokken = ARENA_ARRAY(a, struct bouwblok, r.file.n + 1);
    if (at >= r.file.n)
        problem(&r, r.nr, "er staan geen bouwblokken in het bestand");
    else if (columns_read(&r, &r.file.rows[at]))
        for (size_t i = at + 1; i < r.file.n; i++)
            if (!csv_rij_leeg(&r.file.rows[i]))
                block_read(&r, &r.file.rows[i]);
    if (r.n_problems == 0 && out->n_blokken == 0)
        problem(&r, r.nr, "er staan geen bouwblokken in het bestand");
    return r.n_problems == 0 ? OK : INVALID;
}
