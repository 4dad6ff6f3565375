/* app/verantwoording/inlezen_rijen.c: from a file to judged rows. A row becomes what a browser would have sent, so that
 * the form's own rules judge it. */
#include <stdlib.h>
#include <string.h>

#include "app/labels.h"
#include "app/verantwoording/inlezen.h"
#include "app/verantwoording/kandidaat_rules.h"

/* Which field of the form a column fills; its example is of nobody. asked: 'n' naw, 'i' initialen, 't' toestemming, '*'
 * always, '?' may be left out of the file. */
struct kolom {
    const char *naam, *veld, *voorbeeld;
    char asked;
};
static const struct kolom kandidaat_kolommen[] = {
    {"naam", "naam", "Voorbeeld Kandidaat", 'n'},
    {"initialen", "initialen", "V.K.", 'i'},
    {"adres", "adres", "Voorbeeldstraat 1", '?'},
    {"postcode", "postcode", "9999 ZZ", '?'},
    {"woonplaats", "plaats", "Voorbeeldstad", 'n'},
    {"geboortedatum", "geboortedatum", "27-03-1985", '*'},
    {"geinformeerd_op", "geinformeerd_op", "01-02-2026", '*'},
    {"toestemming_op", "toestemming_op", "01-02-2026", 't'},
    {"doelgroep", "bouwblok", NULL, '*'},
    {"overeenkomst", "overeenkomst", "werk", '*'},
    {"functie", "functie", "Medewerker groen", '?'},
    {"start", "start", NULL, '*'},
    {"eind", "eind", NULL, '?'},
    {"uren_per_week", "week", "32", '*'},
    {"einddatum_opleiding_of_lks", "cap_eind", "", '?'},
    {"aandeel", "aandeel", "", '?'},
    {"onderaannemer", "onderaannemer", "", '?'},
};
static const struct kolom factuur_kolommen[] = {
    {"soort_inkoop", "bouwblok", NULL, '*'},      {"leverancier", "leverancier", "Voorbeeld Sociaal B.V.", '*'},
    {"factuurnummer", "nummer", "2026-001", '*'}, {"factuurdatum", "datum", NULL, '*'},
    {"bedrag", "bedrag", "1.234,56", '*'},        {"toelichting", "toelichting", "", '?'},
    {"onderaannemer", "onderaannemer", "", '?'},
};
enum {
    KANDIDAAT_KOLOMMEN = sizeof(kandidaat_kolommen) / sizeof(kandidaat_kolommen[0]),
    FACTUUR_KOLOMMEN = sizeof(factuur_kolommen) / sizeof(factuur_kolommen[0])
};

struct plaats {
    const struct attribuut *attribuut;
    const char *naam, *veld;
    bool vrij;
}; /* of one column of the file; vrij: free text */
enum { FOUTEN_VAN_RIJ = 80, CEL_MOST = 2000 };
struct lezen {
    struct request *r;
    struct inlezing *out;
    size_t n_plaatsen;
    struct plaats plaatsen[INLEZEN_KOLOMMEN];
    size_t n_gezegd;
    const char *gezegd[FOUTEN_VAN_RIJ]; /* columns of this row of which a mistake has been told */
    size_t n_vragen;
    const struct attribuut **vragen;
    const char **blok_woorden; /* code and label of each block of the set, folded */
};

void inlees_fout_add(struct inlezing *x, int nr, const char *kolom, const char *tekst)
{
    if (x->n_getoond < INLEZEN_FOUTEN_GETOOND)
        x->fouten[x->n_getoond++] = (struct inlees_fout){nr, kolom, tekst};
    x->n_fouten++;
}

/* One mistake a cell: the first one is the cause of the others. */
static void fout(struct lezen *l, int nr, const char *kolom, const char *tekst)
{
    for (size_t i = 0; i < l->n_gezegd; i++)
        if (strcmp(l->gezegd[i], kolom) == 0)
            return;
    if (l->n_gezegd < FOUTEN_VAN_RIJ)
        l->gezegd[l->n_gezegd++] = kolom;
    inlees_fout_add(l->out, nr, kolom, tekst);
}

/* What a cell says, in a message: cut, because a cell may be the whole file. */
static const char *said(struct arena *a, const char *cell)
{
    enum { MOST = 60 };
    size_t n = strnlen(cell, MOST + 1);
    if (n <= MOST)
        return cell;
    for (n = MOST; n > 0 && ((unsigned char)cell[n] & 0xC0) == 0x80; n--) {
    }
    return arena_printf(a, "%.*s…", (int)n, cell);
}

static bool fits(const struct bouwblok *b, bool facturen)
{
    return b->soort == BLOK_BASIS &&
           (facturen ? b->rubriek == RUBRIEK_INKOOP : b->rubriek == RUBRIEK_ARBEID || b->rubriek == RUBRIEK_LEREN);
}

static bool asked(const struct kolom *k, const struct project_head *h)
{
    bool naw = strcmp(h->identiteit, "naw") == 0;
    switch (k->asked) {
    case 'n':
        return naw;
    case 'i':
        return !naw;
    case 't':
        return h->toestemming;
    case '?':
        return naw || (strcmp(k->naam, "adres") != 0 && strcmp(k->naam, "postcode") != 0);
    default:
        return true;
    }
}

static const struct kolom *kolommen(bool facturen, size_t *n)
{
    *n = facturen ? FACTUUR_KOLOMMEN : KANDIDAAT_KOLOMMEN;
    return facturen ? factuur_kolommen : kandidaat_kolommen;
}

/* The questions that any block of this kind asks, each once. Returns how many. */
static size_t vragen_van(struct arena *a, const struct bouwblokkenset *set, bool facturen,
                         const struct attribuut ***out)
{
    size_t n = 0;
    *out = ARENA_ARRAY(a, const struct attribuut *, set->n_attributen + 1);
    for (size_t b = 0; b < set->n_blokken; b++) {
        const struct attribuut **list;
        if (!fits(&set->blokken[b], facturen))
            continue;
        size_t n_list = blok_vragen(a, set, &set->blokken[b], &list);
        for (size_t i = 0; i < n_list; i++) {
            bool known = false;
            for (size_t k = 0; k < n; k++)
                known = known || (*out)[k] == list[i];
            if (!known)
                (*out)[n++] = list[i];
        }
    }
    return n;
}

/* ---- the header ---- */

static bool free_text(const struct field *form, const char *veld)
{
    for (; form->type != FIELD_END; form++)
        if (form->type == FIELD_TEXT && strcmp(form->name, veld) == 0)
            return true;
    return false;
}

static struct plaats plaats_of(struct lezen *l, const char *naam)
{
    size_t n;
    const struct kolom *list = kolommen(l->out->facturen, &n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].naam, naam) == 0 && asked(&list[i], &l->out->head))
            return (struct plaats){NULL, list[i].naam, list[i].veld,
                                   free_text(l->out->facturen ? inkoop_form : kandidaat_new_form, list[i].veld)};
    for (size_t i = 0; i < l->n_vragen; i++)
        if (strcmp(l->vragen[i]->naam, naam) == 0)
            return (struct plaats){l->vragen[i], l->vragen[i]->naam,
                                   arena_printf(l->r->arena, "attr_%s", l->vragen[i]->naam),
                                   strcmp(l->vragen[i]->type, "tekst") == 0};
    return (struct plaats){.naam = NULL};
}

static bool has_column(const struct lezen *l, const char *naam)
{
    for (size_t i = 0; i < l->n_plaatsen; i++)
        if (l->plaatsen[i].naam && strcmp(l->plaatsen[i].naam, naam) == 0)
            return true;
    return false;
}

static void header_read(struct lezen *l, const struct csv_rij *head)
{
    size_t n;
    const struct kolom *list = kolommen(l->out->facturen, &n);
    l->n_gezegd = 0;
    if (head->n > INLEZEN_KOLOMMEN) {
        fout(l, head->nr, "",
             arena_printf(l->r->arena, "Er staan meer dan %d kolommen in de eerste regel.", INLEZEN_KOLOMMEN));
        return;
    }
    for (size_t i = 0; i < head->n; i++) {
        const char *naam = strlen(head->cell[i]) > CEL_MOST ? "?" : text_fold(l->r->arena, head->cell[i]);
        struct plaats p = *naam ? plaats_of(l, naam) : (struct plaats){.naam = NULL};
        if (!p.naam)
            fout(l, head->nr, *naam ? said(l->r->arena, head->cell[i]) : arena_printf(l->r->arena, "kolom %zu", i + 1),
                 *naam ? "Deze kolom kennen wij niet. Gebruik de kolommen van het voorbeeld."
                       : "Deze kolom heeft geen naam.");
        else if (has_column(l, p.naam))
            fout(l, head->nr, p.naam, "Deze kolom staat er twee keer.");
        l->plaatsen[l->n_plaatsen++] = p;
    }
    for (size_t i = 0; i < n; i++)
        if (list[i].asked != '?' && asked(&list[i], &l->out->head) && !has_column(l, list[i].naam))
            fout(l, head->nr, list[i].naam, "Deze kolom ontbreekt.");
}

/* ---- a row ---- */

static bool same_word(struct arena *a, const char *x, const char *y)
{
    return strcmp(text_fold(a, x), text_fold(a, y)) == 0;
}

static void blok_woorden_make(struct lezen *l)
{
    const struct bouwblokkenset *set = l->out->set;
    l->blok_woorden = ARENA_ARRAY(l->r->arena, const char *, 2 * set->n_blokken + 1);
    for (size_t i = 0; i < set->n_blokken; i++) {
        l->blok_woorden[2 * i] = text_fold(l->r->arena, set->blokken[i].code);
        l->blok_woorden[2 * i + 1] = text_fold(l->r->arena, set->blokken[i].label);
    }
}

/* A code or its label: what the form would have sent. NULL when it is neither. */
static const char *blok_value(struct lezen *l, const char *cell)
{
    const struct bouwblokkenset *set = l->out->set;
    const char *word = text_fold(l->r->arena, cell);
    for (size_t i = 0; i < set->n_blokken; i++)
        if (fits(&set->blokken[i], l->out->facturen) &&
            (strcmp(l->blok_woorden[2 * i], word) == 0 || strcmp(l->blok_woorden[2 * i + 1], word) == 0))
            return arena_printf(l->r->arena, "%lld", (long long)set->blokken[i].id.id);
    return NULL;
}

static const char *choice_value(struct arena *a, const char *cell)
{
    for (const struct choice *c = choices_overeenkomst; c->value; c++)
        if (same_word(a, c->value, cell) || same_word(a, c->label, cell))
            return c->value;
    return cell;
}

/* "waarde=label" a line */
static const char *answer_value(struct arena *a, const struct attribuut *t, const char *cell)
{
    if (strcmp(t->type, "ja_nee") == 0)
        return text_fold(a, cell);
    for (const char *p = t->keuzes; *p;) {
        size_t n = strcspn(p, "\n"), code = strcspn(p, "=\n");
        const char *value = arena_text(a, p, code),
                   *label = code < n ? arena_text(a, p + code + 1, n - code - 1) : value;
        if (same_word(a, value, cell) || same_word(a, label, cell))
            return value;
        p += n + (p[n] == '\n');
    }
    return cell;
}

static const char *kolom_of(const struct lezen *l, const char *veld)
{
    for (size_t i = 0; i < l->n_plaatsen; i++)
        if (l->plaatsen[i].veld && strcmp(l->plaatsen[i].veld, veld) == 0)
            return l->plaatsen[i].naam;
    return strncmp(veld, "attr_", 5) == 0 ? veld + 5 : veld;
}

/* What a spreadsheet would run is no name and no amount; what is longer than any field is not looked at further. */
static bool cell_is_fine(struct lezen *l, int nr, const struct plaats *p, const char *cell)
{
    bool formula = strchr("=+@", cell[0]) || (p->vrij && cell[0] == '-' && cell[1] != ' ' && cell[1] != '\0');
    if (strlen(cell) > CEL_MOST)
        fout(l, nr, p->naam, "Deze cel is te lang.");
    else if (formula)
        fout(l, nr, p->naam,
             arena_printf(l->r->arena, "Deze cel begint met “%c”, zoals een formule. Vul de waarde zelf in.", cell[0]));
    else
        return true;
    return false;
}

static size_t typed_make(struct lezen *l, const struct csv_rij *row, struct typed *list)
{
    struct arena *a = l->r->arena;
    size_t n = 0;
    for (size_t i = 0; i < l->n_plaatsen && i < row->n; i++) {
        const struct plaats *p = &l->plaatsen[i];
        const char *cell = row->cell[i], *value = cell;
        if (!*cell || !p->naam || !cell_is_fine(l, row->nr, p, cell))
            continue;
        if (p->attribuut)
            value = answer_value(a, p->attribuut, cell);
        else if (strcmp(p->veld, "bouwblok") == 0)
            value = blok_value(l, cell);
        else if (strcmp(p->veld, "overeenkomst") == 0)
            value = choice_value(a, cell);
        if (!value)
            fout(l, row->nr, p->naam,
                 arena_printf(
                     a, "“%s” staat niet in de methodiek van dit project. Gebruik de code of de naam van het bouwblok.",
                     said(a, cell)));
        else
            list[n++] = (struct typed){p->veld, value};
    }
    return n;
}

static enum result person_find(struct lezen *l, struct inlees_rij *rij, const struct kandidaat_input *in)
{
    bool naw = strcmp(l->out->head.identiteit, "naw") == 0;
    const char *who = naw ? in->naam : in->initialen;
    rij->geboren = in->geboortedatum;
    if (!who || datum_is_none(in->geboortedatum))
        return OK;
    rij->zoek = kandidaat_zoek(l->r->seal, l->r->arena, who, in->geboortedatum);
    enum result found = kandidaat_by_zoek(l->r->db, l->r->arena, l->out->head.opdrachtnemer_id, rij->zoek, &rij->who);
    return found == NOT_FOUND ? OK : found;
}

/* What the room's rules say of this row, with a request of its own for the problems. */
static enum result rules_judge(struct lezen *l, struct request *row, struct inlees_rij *rij)
{
    if (l->out->facturen) {
        struct overig_input *in = &rij->in.factuur;
        in->tot = DATUM_GEEN;
        in->uren = UREN_GEEN;
        rij->blok = in->bouwblok;
        return overig_judge(row, &l->out->head, l->out->set, &overig_inkoop, in, (inzet_id){0});
    }
    struct kandidaat_input *in = &rij->in.kandidaat;
    rij->blok = in->bouwblok;
    TRY(person_find(l, rij, in));
    inzet_judge(row, &l->out->head, l->out->set, in, true, rij->geboren);
    return OK;
}

static void row_width(struct lezen *l, const struct csv_rij *row)
{
    struct arena *a = l->r->arena;
    if (row->n > l->n_plaatsen)
        fout(l, row->nr, arena_printf(a, "kolom %zu", l->n_plaatsen + 1),
             "Deze rij heeft meer kolommen dan de eerste regel. Staat er een puntkomma te veel?");
    if (row->n < l->n_plaatsen)
        fout(l, row->nr, l->plaatsen[row->n].naam,
             arena_printf(a, "Deze rij heeft %zu van de %zu kolommen. Ontbreekt er een puntkomma?", row->n,
                          l->n_plaatsen));
}

/* The example that was downloaded is nobody: left standing it would become a kandidaat or an invoice. */
static void example_left(struct lezen *l, const struct inlees_rij *rij)
{
    const char *is = l->out->facturen         ? rij->in.factuur.leverancier
                     : rij->in.kandidaat.naam ? rij->in.kandidaat.naam
                                              : rij->in.kandidaat.initialen;
    const char *kolom = l->out->facturen ? "leverancier" : rij->in.kandidaat.naam ? "naam" : "initialen";
    size_t n;
    const struct kolom *list = kolommen(l->out->facturen, &n);
    bool second = l->out->facturen ? rij->in.factuur.nummer && strcmp(rij->in.factuur.nummer, "2026-001") == 0
                                   : !datum_is_none(rij->in.kandidaat.geboortedatum) &&
                                         rij->in.kandidaat.geboortedatum.dag == datum_from_ymd(1985, 3, 27).dag;
    for (size_t i = 0; i < n && is && second; i++)
        if (strcmp(list[i].naam, kolom) == 0 && strcmp(list[i].voorbeeld, is) == 0)
            fout(l, rij->nr, kolom, "Dit is de voorbeeldrij. Verwijder deze regel.");
}

static enum result row_read(struct lezen *l, const struct csv_rij *row)
{
    struct inlees_rij *rij = &l->out->rijen[l->out->n];
    struct typed *list = ARENA_ARRAY(l->r->arena, struct typed, INLEZEN_KOLOMMEN);
    struct request own = *l->r;
    size_t before = l->out->n_fouten;
    l->n_gezegd = 0;
    row_width(l, row);
    own.problems = (struct problems){.arena = l->r->arena};
    own.typed = (struct typed_list){typed_make(l, row, list), list};
    *rij = (struct inlees_rij){.nr = row->nr, .zelfde = l->out->n, .volgende = GEEN_RIJ, .geboren = DATUM_GEEN};
    enum result ended = form_read(l->out->facturen ? inkoop_form : kandidaat_new_form, &own.typed, l->r->today,
                                  l->r->arena, &rij->in, &own.problems);
    if (ended != OK && ended != INVALID)
        return ended;
    TRY(rules_judge(l, &own, rij));
    example_left(l, rij);
    for (size_t i = 0; i < own.problems.n; i++)
        fout(l, row->nr, kolom_of(l, own.problems.list[i].field), own.problems.list[i].text);
    rij->goed = l->out->n_fouten == before;
    l->out->n++;
    return OK;
}

/* ---- the file ---- */

static enum result rows_read(struct lezen *l, const struct csv_bestand *file)
{
    size_t at = 0;
    while (at < file->n && csv_rij_leeg(&file->rows[at]))
        at++;
    if (at == file->n) {
        fout(l, 1, "", "Het bestand is leeg.");
        return OK;
    }
    header_read(l, &file->rows[at]);
    if (l->out->n_fouten > 0)
        return OK;
    for (size_t i = at + 1; i < file->n; i++)
        if (!csv_rij_leeg(&file->rows[i]))
            TRY(row_read(l, &file->rows[i]));
    if (l->out->n == 0)
        fout(l, 1, "", "Er staan geen rijen onder de eerste regel.");
    return inlezing_samen(l->r, l->out);
}

static const char *kolom_naam(struct arena *a, const struct csv_bestand *file, int kolom)
{
    if (kolom <= 0)
        return "";
    if (file && file->n > 0 && (size_t)kolom <= file->rows[0].n && file->rows[0].nr > 0 &&
        strlen(file->rows[0].cell[kolom - 1]) <= CEL_MOST)
        return said(a, file->rows[0].cell[kolom - 1]);
    return arena_printf(a, "kolom %d", kolom);
}

enum result inlezing_lees(struct request *r, const char *bytes, size_t n, struct inlezing *out)
{
    struct lezen l = {.r = r, .out = out};
    struct csv_bestand file;
    struct csv_plek where;
    out->fouten = ARENA_ARRAY(r->arena, struct inlees_fout, INLEZEN_FOUTEN_GETOOND);
    const char *text = csv_utf8(r->arena, bytes, &n, true, &where);
    if (!text) {
        fout(&l, where.regel, kolom_naam(r->arena, NULL, where.kolom),
             "Hier staat een teken dat niet in een tekstbestand hoort. Sla het in uw rekenprogramma op als CSV.");
        return OK;
    }
    switch (csv_cut(r->arena, text, n, INLEZEN_RIJEN + 2, INLEZEN_KOLOMMEN + 1, &file, &where)) {
    case CSV_GOOD:
        break;
    case CSV_TOO_LONG:
        fout(&l, where.regel, "", "Er staan meer dan 5.000 rijen in het bestand. Verdeel het over meer bestanden.");
        return OK;
    default:
        fout(&l, where.regel, kolom_naam(r->arena, &file, where.kolom),
             "Deze regel is niet te lezen. Staat er een aanhalingsteken te veel?");
        return OK;
    }
    out->rijen = ARENA_ARRAY(r->arena, struct inlees_rij, file.n + 1);
    l.n_vragen = vragen_van(r->arena, out->set, out->facturen, &l.vragen);
    blok_woorden_make(&l);
    return rows_read(&l, &file);
}

/* ---- the example ---- */

static const char *example_of(struct arena *a, const struct kolom *k, const struct project_head *h,
                              const struct bouwblokkenset *set, bool facturen)
{
    char start[11], eind[11];
    datum_to_text(h->start, start);
    datum_to_text(h->eind, eind);
    if (k->voorbeeld)
        return k->voorbeeld;
    if (strcmp(k->veld, "bouwblok") != 0)
        return arena_strdup(a, strcmp(k->veld, "eind") == 0 ? eind : start);
    for (size_t i = 0; i < set->n_blokken; i++)
        if (fits(&set->blokken[i], facturen))
            return set->blokken[i].code;
    return "";
}

const char *inlezing_voorbeeld(struct request *r, const struct project_head *h, const struct bouwblokkenset *set,
                               bool facturen)
{
    size_t n;
    const struct kolom *list = kolommen(facturen, &n);
    const struct attribuut **vragen;
    const char *head = "", *row = "";
    for (size_t i = 0; i < n; i++)
        if (asked(&list[i], h)) {
            head = arena_printf(r->arena, "%s%s%s", head, *head ? ";" : "", list[i].naam);
            row = arena_printf(r->arena, "%s%s%s", row, i && *row ? ";" : "",
                               example_of(r->arena, &list[i], h, set, facturen));
        }
    size_t n_vragen = vragen_van(r->arena, set, facturen, &vragen);
    for (size_t i = 0; i < n_vragen; i++) {
        head = arena_printf(r->arena, "%s;%s", head, vragen[i]->naam);
        row = arena_printf(r->arena, "%s;", row);
    }
    return arena_printf(r->arena, "\xEF\xBB\xBF%s\r\n%s\r\n", head, row);
}
