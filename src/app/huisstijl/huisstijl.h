/* app/huisstijl/huisstijl.h: door of the room huisstijl: the theme (a file of --basis-… tokens) and the logo of a
 * regio: read, judged, looked at, published, served by their hash. What is stored is what was understood: a file can
 * load nothing, hide nothing and make nothing unreadable. */
#ifndef APP_HUISSTIJL_H
#define APP_HUISSTIJL_H

#include "core/arena.h"
#include "core/result.h"
#include "web/request.h"
#include "web/route.h"

enum { THEMA_MOST = 262144, LOGO_MOST = 102400, LOGO_PIXELS = 2000 };

/* ---- rules (pure) ---- */
struct thema {
    const char *tokens;  /* "--basis-x: y;" a line: what is kept and served */
    int n, overgeslagen; /* kept; left out because nothing of ours asks for it */
    size_t n_problems;
    const char **problems; /* at most THEMA_PROBLEMS, in the order of the file; none = OK */
};
enum { THEMA_PROBLEMS = 25 };
/* Reads a theme file: declarations in one block or none; only --basis-… names are kept. INVALID with the problems, each
 * with its line or with the two colours that cannot be told apart. */
MUST enum result thema_lees(struct arena *a, const char *p, size_t n, struct thema *out);
/* What the sheet of the house asks for: "var(--basis-…, fallback)"; NULL past the last. For the test that holds
 * static/srm.css against it. */
const char *thema_vraagt(size_t nr);
/* 0 when a value is no colour we can measure; else the contrast of two colours times 100 (WCAG 2.2), 2100 for black on
 * white. */
int thema_contrast(struct arena *a, const char *voor, const char *achter);

/* "image/png" or "image/svg+xml" when this is a logo that is safe to show; else NULL and *waarom says why not. */
const char *logo_soort(const char *p, size_t n, const char **waarom);

/* ---- pages ---- */
struct huisstijl_input {
    int64_t basis;
    const char *logo_alt;
};
extern const struct field huisstijl_thema_form[], huisstijl_logo_form[], huisstijl_basis_form[];

enum result huisstijl_page(struct request *r);
enum result huisstijl_thema_page(struct request *r), huisstijl_thema_check(struct request *r),
    huisstijl_thema_post(struct request *r);
enum result huisstijl_logo_page(struct request *r), huisstijl_logo_check(struct request *r),
    huisstijl_logo_post(struct request *r);
enum result huisstijl_voorbeeld_page(struct request *r);
enum result huisstijl_publiceren_post(struct request *r);
enum result huisstijl_weggooien_page(struct request *r), huisstijl_weggooien_post(struct request *r); /* the concept */
enum result huisstijl_standaard_page(struct request *r),
    huisstijl_standaard_post(struct request *r); /* what is published: back to ours */
enum result huisstijl_logo_weg_post(struct request *r),
    huisstijl_thema_weg_post(struct request *r); /* out of the concept */
enum result huisstijl_blad(struct request *r),
    huisstijl_beeld(struct request *r); /* public: theme and logo by their hash */

#endif
