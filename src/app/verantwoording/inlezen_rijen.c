/* app/verantwoording/inlezen_rijen.c: from a file to judged rows. A row becomes what a browser would have sent, so that the form's own rules judge it. */
#include <stdlib.h>
#include <string.h>

#include "app/labels.h"
#include "app/verantwoording/inlezen.h"
#include "app/verantwoording/kandidaat_rules.h"

/* Which field of the form a column fills. asked: 'n' naw, 'i' initialen, 't' toestemming, '*' always, '?' may be left out of the file. */
struct kolom { const char *naam, *veld, *voorbeeld; char asked; };
static const struct kolom kandidaat_kolommen[] = {
    {"naam", "naam", "Voorbeeld Kandidaat", 'n'}, {"initialen", "initialen", "V.K.", 'i'}, {"adres", "adres", "Voorbeeldstraat 1", '?'}, {"postcode", "postcode", "9999 ZZ", '?'},
    {"woonplaats", "plaats", "Voorbeeldstad", 'n'}, {"geboortedatum", "geboortedatum", "27-03-1985", '*'}, {"geinformeerd_op", "geinformeerd_op", "01-02-2026", '*'},
    {"toestemming_op", "toestemming_op", "01-02-2026", 't'}, {"doelgroep", "bouwblok", NULL, '*'}, {"overeenkomst", "overeenkomst", "werk", '*'}, {"functie", "functie", "Medewerker groen", '?'},
    {"start", "start", NULL, '*'}, {"eind", "eind", NULL, '?'}, {"uren_per_week", "week", "32", '*'}, {"einddatum_opleiding_of_lks", "cap_eind", "", '?'}, {"aandeel", "aandeel", "", '?'},
    {"onderaannemer", "onderaannemer", "", '?'},
};
static const struct kolom factuur_kolommen[] = {
    {"soort_inkoop", "bouwblok", NULL, '*'}, {"leverancier", "leverancier", "Voorbeeld Sociaal B.V.", '*'}, {"factuurnummer", "nummer", "2026-001", '*'}, {"factuurdatum", "datum", NULL, '*'},
    {"bedrag", "bedrag", "1.234,56", '*'}, {"toelichting", "toelichting", "", '?'}, {"onderaannemer", "onderaannemer", "", '?'},
};
enum { KANDIDAAT_KOLOMMEN = sizeof(kandidaat_kolommen) / sizeof(kandidaat_kolommen[0]), FACTUUR_KOLOMMEN = sizeof(factuur_kolommen) / sizeof(factuur_kolommen[0]) };

struct plaats { const struct kolom *kolom; const struct attribuut *attribuut; const char *naam, *veld; };      /* of one column of the file */
struct lezen {
    struct request *r;
    struct inlezing *out;
    size_t n_plaatsen, room;
    struct plaats plaatsen[INLEZEN_KOLOMMEN];
};

static void fout(struct lezen *l, int nr, const char *kolom, const char *tekst)
{
    if (l->out->n_getoond < INLEZEN_FOUTEN_GETOOND)
        l->out->fouten[l->out->n_getoond++] = (struct inlees_fout){nr, kolom, tekst};
    l->out->n_fouten++;
}

static bool fits(const struct bouwblok *b, bool facturen)
{
    return b->soort == BLOK_BASIS && (facturen ? b->rubriek == RUBRIEK_INKOOP : b->rubriek == RUBRIEK_ARBEID || b->rubriek == RUBRIEK_LEREN);
}

static bool asked(const struct kolom *k, const struct project_head *h)
{
    bool naw = strcmp(h->identiteit, "naw") == 0;
    switch (k->asked) {
    case 'n': return naw;
    case 'i': return !naw;
    case 't': return h->toestemming;
    case '?': return naw || (strcmp(k->naam, "adres") != 0 && strcmp(k->naam, "postcode") != 0);
    default: return true;
    }
}

static const struct kolom *kolommen(bool facturen, size_t *n)
{
    *n = facturen ? FACTUUR_KOLOMMEN : KANDIDAAT_KOLOMMEN;
    return facturen ? factuur_kolommen : kandidaat_kolommen;
}

/* The questions that any block of this kind asks, each once. Returns how many. */
static size_t vragen_van(struct arena *a, const struct bouwblokkenset *set, bool facturen, const struct attribuut ***out)
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

static struct plaats plaats_of(struct lezen *l, const char *naam)
{
    size_t n, n_vragen;
    const struct kolom *list = kolommen(l->out->facturen, &n);
    const struct attribuut **vragen;
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].naam, naam) == 0 && asked(&list[i], &l->out->head))
            return (struct plaats){&list[i], NULL, list[i].naam, list[i].veld};
    n_vragen = vragen_van(l->r->arena, l->out->set, l->out->facturen, &vragen);
    for (size_t i = 0; i < n_vragen; i++)
        if (strcmp(vragen[i]->naam, naam) == 0)
            return (struct plaats){NULL, vragen[i], vragen[i]->naam, arena_printf(l->r->arena, "attr_%s", vragen[i]->naam)};
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
    for (size_t i = 0; i < head->n; i++) {
        const char *naam = text_fold(l->r->arena, head->cell[i]);
        struct plaats p = *naam ? plaats_of(l, naam) : (struct plaats){.naam = NULL};
        if (!p.naam)
            fout(l, head->nr, head->cell[i], *naam ? "Deze kolom kennen wij niet. Gebruik de kolommen van het voorbeeld." : "Deze kolom heeft geen naam.");
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

/* A code or its label: what the form would have sent. The text itself when it is neither: the form says what is wrong with it. */
static const char *blok_value(struct lezen *l, const char *cell)
{
    const struct bouwblokkenset *set = l->out->set;
    for (size_t i = 0; i < set->n_blokken; i++)
        if (fits(&set->blokken[i], l->out->facturen) && (same_word(l->r->arena, set->blokken[i].code, cell) || same_word(l->r->arena, set->blokken[i].label, cell)))
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
        const char *value = arena_text(a, p, code), *label = code < n ? arena_text(a, p + code + 1, n - code - 1) : value;
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

static size_t typed_make(struct lezen *l, const struct csv_rij *row, struct typed *list)
{
    struct arena *a = l->r->arena;
    size_t n = 0;
    for (size_t i = 0; i < l->n_plaatsen && i < row->n; i++) {
        const struct plaats *p = &l->plaatsen[i];
        const char *cell = row->cell[i], *value = cell;
        if (!*cell || !p->naam)
            continue;
        if (p->attribuut)
            value = answer_value(a, p->attribuut, cell);
        else if (strcmp(p->veld, "bouwblok") == 0)
            value = blok_value(l, cell);
        else if (strcmp(p->veld, "overeenkomst") == 0)
            value = choice_value(a, cell);
        if (!value)
            fout(l, row->nr, p->naam, arena_printf(a, "“%s” staat niet in de methodiek van dit project. Gebruik de code of de naam van het bouwblok.", cell));
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

static enum result row_read(struct lezen *l, const struct csv_rij *row)
{
    struct inlees_rij *rij = &l->out->rijen[l->out->n];
    struct typed *list = ARENA_ARRAY(l->r->arena, struct typed, INLEZEN_KOLOMMEN);
    struct request own = *l->r;
    size_t before = l->out->n_fouten;
    own.problems = (struct problems){.arena = l->r->arena};
    own.typed = (struct typed_list){typed_make(l, row, list), list};
    *rij = (struct inlees_rij){.nr = row->nr, .zelfde = l->out->n, .geboren = DATUM_GEEN};
    if (row->n > l->n_plaatsen)
        fout(l, row->nr, "", "Deze rij heeft meer kolommen dan de eerste regel. Staat er een puntkomma te veel?");
    enum result ended = form_read(l->out->facturen ? inkoop_form : kandidaat_new_form, &own.typed, l->r->today, l->r->arena, &rij->in, &own.problems);
    if (ended != OK && ended != INVALID)
        return ended;
    if (own.problems.n == 0 && l->out->n_fouten == before)
        TRY(rules_judge(l, &own, rij));
    for (size_t i = 0; i < own.problems.n; i++)
        fout(l, row->nr, kolom_of(l, own.problems.list[i].field), own.problems.list[i].text);
    l->out->n++;
    return OK;
}

/* ---- the same person or invoice twice in one file ---- */

struct sorted { const void *key; size_t n, at; };

static int by_key(const void *x, const void *y)
{
    const struct sorted *p = x, *q = y;
    int order = p->n != q->n ? (p->n > q->n) - (p->n < q->n) : memcmp(p->key, q->key, p->n);
    return order ? order : (p->at > q->at) - (p->at < q->at);
}

static void twins_find(struct lezen *l)
{
    struct inlezing *x = l->out;
    struct sorted *all = ARENA_ARRAY(l->r->arena, struct sorted, x->n + 1);
    size_t n = 0;
    for (size_t i = 0; i < x->n; i++) {
        struct inlees_rij *rij = &x->rijen[i];
        const char *text = x->facturen && rij->in.factuur.nummer && rij->in.factuur.leverancier
                               ? arena_printf(l->r->arena, "%s;%s", text_fold(l->r->arena, rij->in.factuur.leverancier), text_fold(l->r->arena, rij->in.factuur.nummer)) : NULL;
        if (text)
            all[n++] = (struct sorted){text, strlen(text), i};
        else if (rij->zoek.p)
            all[n++] = (struct sorted){rij->zoek.p, rij->zoek.n, i};
    }
    qsort(all, n, sizeof(*all), by_key);
    for (size_t i = 1; i < n; i++) {
        struct inlees_rij *first = &x->rijen[all[i - 1].at], *rij = &x->rijen[all[i].at];
        if (all[i].n != all[i - 1].n || memcmp(all[i].key, all[i - 1].key, all[i].n) != 0)
            continue;
        rij->zelfde = first->zelfde;
        if (x->facturen)
            fout(l, rij->nr, "factuurnummer", arena_printf(l->r->arena, "Deze factuur van deze leverancier staat ook op regel %d.", first->nr));
    }
    for (size_t i = 0; i < x->n; i++)
        x->n_nieuw += !x->facturen && x->rijen[i].who.id == 0 && x->rijen[i].zelfde == i;
}

/* ---- what it is worth ---- */

static void som_add(struct inlezing *x, const struct bouwblok *b, geld waarde)
{
    size_t i = 0;
    while (i < x->n_sommen && strcmp(x->sommen[i].blok, b->label) != 0)
        i++;
    if (i == x->n_sommen)
        x->sommen[x->n_sommen++] = (struct inlees_som){b->label, 0, {0}};
    x->sommen[i].aantal++;
    x->sommen[i].waarde.cent += waarde.cent;
    x->totaal.cent += waarde.cent;
}

static void values_find(struct request *r, struct inlezing *x)
{
    x->sommen = ARENA_ARRAY(r->arena, struct inlees_som, x->set->n_blokken + 1);
    for (size_t i = 0; i < x->n; i++) {
        struct inlees_rij *rij = &x->rijen[i];
        const struct bouwblok *b = blok_find(x->set, rij->blok);
        const struct waarde_view *w = x->facturen ? overig_preview(r, &x->head, x->set, &rij->in.factuur)
                                                  : inzet_preview(r, &x->head, x->set, &rij->in.kandidaat, rij->geboren, rij->who, (inzet_id){0});
        rij->waarde = w ? w->totaal : (geld){0};
        if (b)
            som_add(x, b, rij->waarde);
    }
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
    twins_find(l);
    return OK;
}

enum result inlezing_lees(struct request *r, const char *bytes, size_t n, struct inlezing *out)
{
    struct lezen l = {.r = r, .out = out};
    struct csv_bestand file;
    int where;
    out->fouten = ARENA_ARRAY(r->arena, struct inlees_fout, INLEZEN_FOUTEN_GETOOND);
    const char *text = csv_utf8(r->arena, bytes, &n, true);
    if (!text) {
        fout(&l, 1, "", "Dit is geen tekstbestand. Sla het in uw rekenprogramma op als CSV.");
        return OK;
    }
    switch (csv_cut(r->arena, text, n, INLEZEN_RIJEN + 2, INLEZEN_KOLOMMEN, &file, &where)) {
    case CSV_GOOD:
        break;
    case CSV_TOO_LONG:
        fout(&l, where, "", "Er staan meer dan 5.000 rijen in het bestand. Verdeel het over meer bestanden.");
        return OK;
    default:
        fout(&l, where, "", "Deze regel is niet te lezen. Staat er een aanhalingsteken te veel?");
        return OK;
    }
    out->rijen = ARENA_ARRAY(r->arena, struct inlees_rij, file.n + 1);
    TRY(rows_read(&l, &file));
    if (out->n_fouten == 0)
        values_find(r, out);
    return OK;
}

/* ---- the example ---- */

static const char *example_of(struct arena *a, const struct kolom *k, const struct project_head *h, const struct bouwblokkenset *set, bool facturen)
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

const char *inlezing_voorbeeld(struct request *r, const struct project_head *h, const struct bouwblokkenset *set, bool facturen)
{
    size_t n;
    const struct kolom *list = kolommen(facturen, &n);
    const struct attribuut **vragen;
    const char *head = "", *row = "";
    for (size_t i = 0; i < n; i++)
        if (asked(&list[i], h)) {
            head = arena_printf(r->arena, "%s%s%s", head, *head ? ";" : "", list[i].naam);
            row = arena_printf(r->arena, "%s%s%s", row, i && *row ? ";" : "", example_of(r->arena, &list[i], h, set, facturen));
        }
    size_t n_vragen = vragen_van(r->arena, set, facturen, &vragen);
    for (size_t i = 0; i < n_vragen; i++) {
        head = arena_printf(r->arena, "%s;%s", head, vragen[i]->naam);
        row = arena_printf(r->arena, "%s;", row);
    }
    return arena_printf(r->arena, "\xEF\xBB\xBF%s\r\n%s\r\n", head, row);
}
