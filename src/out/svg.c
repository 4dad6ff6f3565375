/* out/svg.c: sized by attributes and classes only: the CSP forbids style="". */
#include "out/svg.h"

#include <stdio.h>
#include <string.h>

enum { BAR_WIDTH = 1000, BAR_HEIGHT = 100, WIDTH = 800, HEIGHT = 320, LEFT = 90, RIGHT = 110, TOP = 20, BOTTOM = 40 };

static void escaped(struct text *t, const char *s)
{
    for (; *s; s++) {
        if (strchr("&<>\"'", *s))
            text_printf(t, "&#%d;", *s);
        else
            text_char(t, *s);
    }
}

static safe_html taken(struct text *t, struct arena *a)
{
    size_t n;
    char *p = text_take(t, a, &n);
    return (safe_html){p, n};
}

static int clipped(int bp)
{
    return bp < 0 ? 0 : bp > 10000 ? 10000 : bp;
}

safe_html svg_bar(struct arena *a, int actueel_bp, int prognose_bp, const char *title)
{
    struct text t;
    text_init(&t, 4000);
    text_printf(
        &t,
        "<svg class=\"sr-bar\" viewBox=\"0 0 %d %d\" width=\"260\" height=\"16\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"",
        BAR_WIDTH, BAR_HEIGHT);
    escaped(&t, title);
    text_printf(&t, "\"><rect class=\"sr-bar-ground\" width=\"%d\" height=\"%d\"/>", BAR_WIDTH, BAR_HEIGHT);
    text_printf(&t, "<rect class=\"sr-bar-prognose\" width=\"%d\" height=\"%d\"/>", clipped(prognose_bp) / 10,
                BAR_HEIGHT);
    text_printf(&t, "<rect class=\"sr-bar-actueel\" width=\"%d\" height=\"%d\"/>", clipped(actueel_bp) / 10,
                BAR_HEIGHT);
    text_printf(&t, "<rect class=\"sr-bar-frame\" width=\"%d\" height=\"%d\"/></svg>", BAR_WIDTH, BAR_HEIGHT);
    return taken(&t, a);
}

/* ---- a chart over time ---- */

struct scale {
    datum from, until;
    int64_t most;
};

static int x_of(const struct scale *s, datum d)
{
    int64_t days = s->until.dag - s->from.dag;
    return LEFT + (int)((int64_t)(WIDTH - LEFT - RIGHT) * (d.dag - s->from.dag) / (days > 0 ? days : 1));
}

static int y_of(const struct scale *s, geld g)
{
    int64_t shown = g.cent < 0 ? 0 : g.cent > s->most ? s->most : g.cent;
    /* in whole thousandths, so that no large amount overflows */
    return HEIGHT - BOTTOM - (int)((HEIGHT - TOP - BOTTOM) * (shown / (s->most / 1000)) / 1000);
}

/* The next of 1, 2, 5 × 10ⁿ euro that holds the amount in at most five steps. */
static int64_t step_for(int64_t cent)
{
    int64_t step = 100000;
    for (int i = 0; step * 5 < cent; i++)
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
}

static void axis(struct text *t, const struct scale *s, int64_t step)
{
    for (int64_t v = 0; v <= s->most; v += step) {
        char label[48];
        int y = y_of(s, (geld){v});
        snprintf(label, sizeof(label), "€ %lld.000", (long long)(v / 100000));
        text_printf(
            t,
            "<line class=\"sr-axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
            LEFT, y, WIDTH - RIGHT, y, LEFT - 8, y + 4, v == 0 ? "€ 0" : label);
    }
    char from[11], until[11];
    datum_to_text(s->from, from);
    datum_to_text(s->until, until);
    text_printf(t, "<text x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT,
                HEIGHT - 12, from, WIDTH - RIGHT, HEIGHT - 12, until);
}

static void draw(struct text *t, const struct scale *s, const struct svg_line *l, int *label_y)
{
    if (l->n == 0)
        return;
    text_printf(t, "<path class=\"%s\" d=\"", l->klasse);
    for (size_t i = 0; i < l->n; i++)
        text_printf(t, "%c%d %d", i ? 'L' : 'M', x_of(s, l->points[i].dag), y_of(s, l->points[i].waarde));
    text_str(t, "\"/>");
    int y = y_of(s, l->points[l->n - 1].waarde) + 4;
    if (y < *label_y + 14 && y > *label_y - 14) /* two labels on one spot: the later one goes above */
        y = *label_y - 14;
    *label_y = y;
    text_printf(t, "<text x=\"%d\" y=\"%d\">", x_of(s, l->points[l->n - 1].dag) + 6, y);
    escaped(t, l->label);
    text_str(t, "</text>");
}

safe_html svg_chart(struct arena *a, const char *title, const char *description, const struct svg_line *lines, size_t n,
                    datum from, datum until)
{
    struct scale s = {from, until, 0};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < lines[i].n; k++)
            if (lines[i].points[k].waarde.cent > s.most)
                s.most = lines[i].points[k].waarde.cent;
    int64_t step = step_for(s.most);
    s.most = (s.most / step + 1) * step;
    struct text t;
    text_init(&t, 1 << 20);
    text_printf(&t, "<svg class=\"sr-chart\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\"><title>",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
    escaped(&t, title);
    text_str(&t, "</title><desc>");
    escaped(&t, description);
    text_str(&t, "</desc>");
    axis(&t, &s, step);
    int label_y = -100;
    for (size_t i = 0; i < n; i++)
        draw(&t, &s, &lines[i], &label_y);
    text_str(&t, "</svg>");
    return taken(&t, a);
}

/* ---- bars ---- */

enum { BARS_WIDTH = 640, BARS_LABEL = 210, BARS_VALUE = 140, BARS_ROW = 30, LABEL_MOST = 26 };

static void label_cut(struct text *t, const char *s)
{
    char cut[4 * LABEL_MOST + 8];
    size_t n = 0, letters = 0;
    for (; s[n] && letters <= LABEL_MOST && n + 4 < sizeof(cut) - 4; n++)
        letters += ((unsigned char)s[n] & 0xc0) != 0x80;
    if (letters > LABEL_MOST)
        n--;
    while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80) /* no half letter at the cut */
        n--;
    memcpy(cut, s, n);
    memcpy(cut + n, s[n] ? "…" : "", s[n] ? sizeof("…") : 1);
    escaped(t, cut);
}

static int bar_width(int64_t cent, int64_t most)
{
    int room = BARS_WIDTH - BARS_LABEL - BARS_VALUE;
    return cent <= 0 || most <= 0 ? 0 : (int)((double)room * (double)cent / (double)most);
}

safe_html svg_bars(struct arena *a, const char *title, const char *description, const struct svg_staaf *rows, size_t n)
{
    int64_t most = 0;
    for (size_t i = 0; i < n; i++) {
        most = rows[i].prognose.cent > most ? rows[i].prognose.cent : most;
        most = rows[i].actueel.cent > most ? rows[i].actueel.cent : most;
    }
    struct text t;
    text_init(&t, 1 << 20);
    text_printf(&t,
                "<svg class=\"sr-chart sr-bars\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\"><title>",
                BARS_WIDTH, (int)n * BARS_ROW + 8, BARS_WIDTH, (int)n * BARS_ROW + 8);
    escaped(&t, title);
    text_str(&t, "</title><desc>");
    escaped(&t, description);
    text_str(&t, "</desc>");
    for (size_t i = 0; i < n; i++) {
        char value[48];
        int y = (int)i * BARS_ROW + 6;
        geld_to_text(rows[i].actueel, value, sizeof(value));
        text_printf(&t, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", BARS_LABEL - 8, y + 14);
        label_cut(&t, rows[i].label);
        text_printf(&t, "</text><rect class=\"sr-bar-prognose\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"20\"/>",
                    BARS_LABEL, y, bar_width(rows[i].prognose.cent, most));
        text_printf(&t, "<rect class=\"sr-bar-actueel\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"20\"/>", BARS_LABEL, y,
                    bar_width(rows[i].actueel.cent, most));
        text_printf(&t, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", BARS_WIDTH - 2, y + 14, value);
    }
    text_str(&t, "</svg>");
    return taken(&t, a);
}
