/* app/info/info_pages.c: the handleidingen. The words stand in the templates; tests/browser/handleiding.mjs makes the
 * pictures and holds the words against the pages. */
#include "app/info/info.h"

#include "app/info/info_view.h"
#include "app/urls.h"
#include "templates.h"

static const struct {
    int wie;
    const char *rol, *voor, *wat;
} handleidingen[] = {
    {SOORT_OG, "opdrachtgever", "Opdrachtgever", "Een project registreren, volgen, verlengen en afronden."},
    {SOORT_ON | SOORT_IM, "opdrachtnemer", "Opdrachtnemer en SR-intermediair",
     "Een plan van aanpak maken en inzet verantwoorden."},
    {SOORT_AM, "accountmanager", "Accountmanager", "Inzet en plannen beoordelen en zien waar het tekortkomt."},
    {SOORT_CP, "coordinatiepunt", "Coördinatiepunt",
     "Accounts, organisaties, berichten en de instellingen van de regio beheren."},
};
enum { HANDLEIDINGEN = sizeof(handleidingen) / sizeof(handleidingen[0]) };

enum result handleidingen_page(struct request *r)
{
    struct handleidingen_view v = {.page = layout_page(r, "Handleidingen"),
                                   .rows = ARENA_ARRAY(r->arena, struct handleiding_link, HANDLEIDINGEN)};
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < HANDLEIDINGEN; i++) {
            bool eigen = ((int)r->viewer->soort & handleidingen[i].wie) != 0;
            if (eigen == (own == 1))
                v.rows[v.n_rows++] = (struct handleiding_link){url_handleiding(handleidingen[i].rol),
                                                               handleidingen[i].voor, handleidingen[i].wat, eigen};
        }
    struct html o = page_begin(r);
    info_list(&o, &v);
    return OK;
}

static enum result one(struct request *r, const char *title,
                       void (*show)(struct html *, const struct handleiding_view *))
{
    struct handleiding_view v = {.page = layout_page(r, title)};
    layout_back(v.page, url_handleidingen(), "Handleidingen");
    struct html o = page_begin(r);
    show(&o, &v);
    return OK;
}

enum result handleiding_og_page(struct request *r)
{
    return one(r, "Handleiding voor de opdrachtgever", info_opdrachtgever);
}

enum result handleiding_on_page(struct request *r)
{
    return one(r, "Handleiding voor de opdrachtnemer en de SR-intermediair", info_opdrachtnemer);
}

enum result handleiding_am_page(struct request *r)
{
    return one(r, "Handleiding voor de accountmanager", info_accountmanager);
}

enum result handleiding_cp_page(struct request *r)
{
    return one(r, "Handleiding voor het coördinatiepunt", info_coordinatiepunt);
}
