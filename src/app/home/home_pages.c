/* app/home/home_pages.c: the first page: what waits, then figures; and the public statements. */
#include "app/home/home.h"

#include "app/home/home_store.h"
#include "app/waardering/waardering_rules.h"
#include "out/svg.h"
#include "templates.h"

enum { NIEUWS_MOST = 3 };

enum result home_page(struct request *r)
{
    struct home_view v = {.page = layout_page(r, "Start"),
                          .naam = r->viewer->naam,
                          .mag_toevoegen = r->viewer->soort == SOORT_OG || r->viewer->soort == SOORT_CP,
                          .is_on = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM,
                          .werklijst = r->viewer->soort == SOORT_AM || r->viewer->soort == SOORT_CP};
    TRY(home_waits(r->db, r->arena, r->today, (int)r->viewer->soort, &v));
    TRY(home_behind(r->db, r->arena, r->today, &v));
    TRY(waarnemingen_nu(r->db, r->arena, r->viewer->gebruiker, r->today, &v.n_waarnemingen, &v.waarnemingen));
    TRY(home_figures(r->db, r->arena, &v));
    TRY(nieuws_newest(r->db, r->arena, NIEUWS_MOST, &v.n_nieuws, &v.nieuws));
    int actueel = percent_bp(v.actueel, v.netto), prognose = percent_bp(v.prognose, v.netto);
    if (actueel >= 0) {
        v.percent = arena_printf(r->arena, "SR actueel %d %%, SR prognose %d %% van de verplichting", actueel / 100,
                                 prognose / 100);
        v.bar = svg_bar(r->arena, actueel, prognose, v.percent);
    }
    struct html o = page_begin(r);
    home_view_page(&o, &v);
    return OK;
}

static enum result text_page(struct request *r, const char *title,
                             void (*show)(struct html *, const struct text_view *))
{
    struct text_view v = {.page = layout_page(r, title)};
    TRY(home_contacts(r->db, r->arena, &v));
    struct html o = page_begin(r);
    show(&o, &v);
    return OK;
}

enum result toegankelijkheid_page(struct request *r)
{
    return text_page(r, "Toegankelijkheidsverklaring", home_toegankelijkheid);
}

enum result privacy_page(struct request *r)
{
    return text_page(r, "Privacyverklaring", home_privacy);
}
