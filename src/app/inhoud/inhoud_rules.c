#include "app/inhoud/inhoud_rules.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

struct lines {
    size_t n;
    const char **list;
};

static struct lines lines_of(struct arena *a, const char *text)
{
    size_t room = 1;
    for (const char *p = text; *p; p++)
        room += *p == '\n';
    struct lines out = {0, ARENA_ARRAY(a, const char *, room)};
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, "\n");
        out.list[out.n++] = arena_text(a, p, n);
        p += n + (p[n] == '\n');
    }
    return out;
}

/* table[i][j]: how many lines the rests from i and j have in common. */
static uint16_t *table_of(struct arena *a, const struct lines *x, const struct lines *y)
{
    size_t wide = y->n + 1;
    uint16_t *t = ARENA_ARRAY(a, uint16_t, (x->n + 1) * wide);
    for (size_t i = x->n; i > 0; i--)
        for (size_t j = y->n; j > 0; j--) {
            uint16_t *at = &t[(i - 1) * wide + j - 1];
            uint16_t down = t[i * wide + j - 1], right = t[(i - 1) * wide + j];
            *at = strcmp(x->list[i - 1], y->list[j - 1]) == 0 ? (uint16_t)(t[i * wide + j] + 1)
                  : down > right                              ? down
                                                              : right;
        }
    return t;
}

static void row_add(struct tekst_verschil *v, bool weg, bool bij, const char *tekst)
{
    v->rows[v->n++] = (struct tekst_verschil_regel){weg, bij, false, tekst};
}

static void middle_add(struct arena *a, struct tekst_verschil *v, const struct lines *x, const struct lines *y)
{
    const uint16_t *t = table_of(a, x, y);
    size_t wide = y->n + 1, i = 0, j = 0;
    while (i < x->n || j < y->n) {
        if (i < x->n && j < y->n && strcmp(x->list[i], y->list[j]) == 0) {
            row_add(v, false, false, x->list[i]);
            i++, j++;
        } else if (j == y->n || (i < x->n && t[(i + 1) * wide + j] >= t[i * wide + j + 1])) {
            row_add(v, true, false, x->list[i++]);
        } else {
            row_add(v, false, true, y->list[j++]);
        }
    }
}

static bool is_near(const struct tekst_verschil *v, size_t at)
{
    size_t from = at > VERSCHIL_ROND ? at - VERSCHIL_ROND : 0;
    for (size_t i = from; i < v->n && i <= at + VERSCHIL_ROND; i++)
        if (v->rows[i].weg || v->rows[i].bij)
            return true;
    return false;
}

/* Of what is the same only the lines around a difference stay. */
static void shorten(struct arena *a, struct tekst_verschil *v)
{
    struct tekst_verschil out = {.rows = ARENA_ARRAY(a, struct tekst_verschil_regel, v->n + 1)};
    for (size_t i = 0; i < v->n; i++) {
        if (is_near(v, i))
            out.rows[out.n++] = v->rows[i];
        else if (out.n == 0 || !out.rows[out.n - 1].gat)
            out.rows[out.n++] = (struct tekst_verschil_regel){.gat = true, .tekst = ""};
    }
    *v = out;
}

struct tekst_verschil verschil_maak(struct arena *a, const char *oud, const char *nieuw)
{
    struct lines x = lines_of(a, oud), y = lines_of(a, nieuw);
    size_t before = 0, after = 0;
    while (before < x.n && before < y.n && strcmp(x.list[before], y.list[before]) == 0)
        before++;
    while (after < x.n - before && after < y.n - before &&
           strcmp(x.list[x.n - 1 - after], y.list[y.n - 1 - after]) == 0)
        after++;
    struct tekst_verschil v = {.rows = ARENA_ARRAY(a, struct tekst_verschil_regel, x.n + y.n + 1),
                               .gelijk = before == x.n && before == y.n};
    struct lines mx = {x.n - before - after, x.list + before}, my = {y.n - before - after, y.list + before};
    if (v.gelijk)
        return v;
    if (mx.n > VERSCHIL_MOST || my.n > VERSCHIL_MOST) {
        v.te_groot = true;
        return v;
    }
    for (size_t i = 0; i < before; i++)
        row_add(&v, false, false, x.list[i]);
    middle_add(a, &v, &mx, &my);
    for (size_t i = x.n - after; i < x.n; i++)
        row_add(&v, false, false, x.list[i]);
    shorten(a, &v);
    return v;
}

bool tijd_lees(const char *typed, int *hour, int *minute)
{
    const char *p = typed;
    int digits = 0;
    for (*hour = 0; isdigit((unsigned char)*p) && digits < 3; p++, digits++)
        *hour = *hour * 10 + (*p - '0');
    if (digits < 1 || digits > 2 || *hour > 23)
        return false;
    *minute = 0;
    if (*p == ':' || *p == '.') {
        if (!isdigit((unsigned char)p[1]) || !isdigit((unsigned char)p[2]))
            return false;
        *minute = (p[1] - '0') * 10 + (p[2] - '0');
        p += 3;
    }
    while (*p == ' ')
        p++;
    return (*p == '\0' || strcmp(p, "uur") == 0) && *minute < 60;
}
