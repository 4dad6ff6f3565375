/* app/waardering/waardering_csv_write.c: a set in the words of its file: for the download, for editing by form (the
 * form's rows are judged by the reader of the file, so that there is one set of rules) and for the difference between
 * two versions. */
#include <string.h>

#include "app/waardering/waardering_csv.h"

const char *const waardering_csv_columns[CSV_COLUMNS] = {"code",        "rubriek",   "soort",   "eenheid",  "tarief",
                                                         "periode_mnd", "naar_uren", "cap_mnd", "cap_veld", "dagmax",
                                                         "opbouw",      "groep",     "label",   "condities"};
const char *const waardering_csv_settings[CSV_SETTINGS] = {
    "naam",        "versie",         "bron",      "fte_uren",         "min_uren",      "peil",
    "aanloop_mnd", "binnen_project", "cap_basis", "onderbreking_mnd", "doelgroep_peil"};

static const char *number(struct arena *a, int64_t n)
{
    return arena_printf(a, "%lld", (long long)n);
}

static const char *number_or_empty(struct arena *a, int64_t n)
{
    return n == 0 ? "" : number(a, n);
}

/* 40000,00: what geld_parse and bp_parse read, without the euro sign and points of a page. */
static const char *decimal(struct arena *a, int64_t hundredths)
{
    return arena_printf(a, "%lld,%02lld", (long long)(hundredths / 100), (long long)(hundredths % 100));
}

static const char *yes_no(bool b)
{
    return b ? "ja" : "nee";
}

static const char *conditions(struct arena *a, const struct bouwblok *b)
{
    const char *all = "";
    for (size_t i = 0; i < b->n_condities; i++) {
        const struct conditie *c = &b->condities[i];
        all = arena_printf(a, "%s%s%s %s %s%s", all, i ? " & " : "", c->attribuut, operator_codes[c->op], c->waarde,
                           c->waarschuwing ? "?" : "");
    }
    return all;
}

void waardering_csv_cells(struct arena *a, const struct bouwblok *b, const char *cells[CSV_COLUMNS])
{
    cells[CSV_CODE] = b->code;
    cells[CSV_RUBRIEK] = rubriek_codes[b->rubriek];
    cells[CSV_SOORT] = blok_soort_codes[b->soort];
    cells[CSV_EENHEID] = eenheid_codes[b->eenheid];
    cells[CSV_TARIEF] = b->eenheid == BEDRAG ? "" : decimal(a, b->tarief);
    cells[CSV_PERIODE_MND] = number_or_empty(a, b->periode_mnd);
    cells[CSV_NAAR_UREN] = yes_no(b->naar_uren);
    cells[CSV_CAP_MND] = number_or_empty(a, b->cap_mnd);
    cells[CSV_CAP_VELD] = cap_veld_codes[b->cap_veld];
    cells[CSV_DAGMAX] = geld_is_none(b->dagmax) ? "" : decimal(a, b->dagmax.cent);
    cells[CSV_OPBOUW] = opbouw_codes[b->opbouw];
    cells[CSV_GROEP] = b->groep;
    cells[CSV_LABEL] = b->label;
    cells[CSV_CONDITIES] = conditions(a, b);
}

static const char *hours(struct arena *a, uren u)
{
    char text[24];
    uren_to_text(u, text, sizeof(text));
    return arena_strdup(a, text);
}

void waardering_csv_values(struct arena *a, const struct bouwblokkenset *s, const char *values[CSV_SETTINGS])
{
    const char *all[CSV_SETTINGS] = {s->naam,
                                     s->versie,
                                     s->bron,
                                     hours(a, s->fte),
                                     hours(a, s->min_uren),
                                     s->peil,
                                     number(a, s->aanloop_mnd),
                                     yes_no(s->binnen_project),
                                     cap_basis_codes[s->cap_basis],
                                     number(a, s->onderbreking_mnd),
                                     s->doelgroep_peil};
    memcpy(values, all, sizeof(all));
}

static void cell_write(struct text *t, const char *s)
{
    if (!strpbrk(s, ";\"\r\n") && *s != ' ') {
        text_str(t, s);
        return;
    }
    text_char(t, '"');
    for (; *s; s++) {
        if (*s == '"')
            text_char(t, '"');
        text_char(t, *s);
    }
    text_char(t, '"');
}

static void row_write(struct text *t, size_t n, const char *const *cells)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            text_char(t, ';');
        cell_write(t, cells[i]);
    }
    text_str(t, "\r\n");
}

const char *waardering_csv_join(struct arena *a, const char *const values[CSV_SETTINGS], size_t n,
                                const char *const (*rows)[CSV_COLUMNS])
{
    struct text t;
    text_init(&t, 1 << 20);
    for (size_t i = 0; i < CSV_SETTINGS; i++) {
        const char *line[2] = {arena_printf(a, "#%s", waardering_csv_settings[i]), values[i]};
        row_write(&t, 2, line);
    }
    row_write(&t, CSV_COLUMNS, waardering_csv_columns);
    for (size_t i = 0; i < n; i++)
        row_write(&t, CSV_COLUMNS, rows[i]);
    return text_take(&t, a, NULL);
}

const char *waardering_csv_write(struct arena *a, const struct bouwblokkenset *s)
{
    const char *values[CSV_SETTINGS];
    const char *(*rows)[CSV_COLUMNS] = arena_alloc(a, (s->n_blokken + 1) * sizeof(*rows));
    waardering_csv_values(a, s, values);
    for (size_t i = 0; i < s->n_blokken; i++)
        waardering_csv_cells(a, &s->blokken[i], rows[i]);
    return waardering_csv_join(a, values, s->n_blokken, (const char *const(*)[CSV_COLUMNS])rows);
}
