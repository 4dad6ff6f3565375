/* out/svg.h: pictures in the page, sized by attributes only (the CSP forbids style). Everything lives in the arena
 * given. */
#ifndef OUT_SVG_H
#define OUT_SVG_H

#include "core/arena.h"
#include "core/values.h"
#include "out/html.h"

/* The bar of a project: dark green = actueel, light green = prognose, as shares of the obligation in basis points
 * (clipped at 10000). */
safe_html svg_bar(struct arena *a, int actueel_bp, int prognose_bp, const char *title);

struct svg_point {
    datum dag;
    geld waarde;
};
struct svg_line {
    const char *label;
    const char *klasse;
    const struct svg_point *points;
    size_t n;
};
/* A chart over time with direct labels and an axis in euro; klasse names a class of the style sheet (line style differs
 * besides colour). */
safe_html svg_chart(struct arena *a, const char *title, const char *description, const struct svg_line *lines, size_t n,
                    datum from, datum until);

/* Horizontal bars, one a group: dark = actueel, light = what is added by the prognose. Labels are cut; the page has
 * them whole in a table. */
struct svg_staaf {
    const char *label;
    geld actueel, prognose;
};
safe_html svg_bars(struct arena *a, const char *title, const char *description, const struct svg_staaf *rows, size_t n);

/* A QR code (libqrencode, level M), white ground, 4 quiet modules, 240 px, role=img with label. Empty when the text
 * does not fit. */
safe_html svg_qr(struct arena *a, const char *text, const char *label);

#endif
