/* app/project/project_frame.c: the head of each page of a project: figures, bar, tabs. */
#include <string.h>

#include "app/labels.h"
#include "app/project/project.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "out/svg.h"

static const char *percent(struct arena *a, int bp)
{
    return bp < 0 ? "–" : arena_printf(a, "%d %%", bp / 100); /* rounded down (spec 3) */
}

struct project_frame *project_frame_new(struct request *r, const struct project_head *h, const char *tab)
{
    static const char *const parts[][2] = {{"", "Projectgegevens"},
                                           {"perioden", "Perioden"},
                                           {"plan", "Plan van aanpak"},
                                           {"verantwoording", "Verantwoording"},
                                           {"contactpersonen", "Contactpersonen"},
                                           {"notities", "Interne notities"},
                                           {"documenten", "Documenten"},
                                           {"historie", "Historie"}};
    enum { PARTS = sizeof(parts) / sizeof(parts[0]) };
    struct project_frame *f = ARENA_NEW(r->arena, struct project_frame);
    f->head = h;
    f->tabs = ARENA_ARRAY(r->arena, struct project_tab, PARTS);
    for (size_t i = 0; i < PARTS; i++) {
        if (strcmp(parts[i][0], "perioden") == 0 && strcmp(h->afspraak, "raamovereenkomst") != 0)
            continue;
        if (strcmp(parts[i][0], "notities") == 0 && !h->mag_notities)
            continue;
        f->tabs[f->n_tabs++] = (struct project_tab){
            parts[i][1], parts[i][0][0] ? url_project_part(h->id, parts[i][0]) : url_project(h->id),
            strcmp(tab, parts[i][0]) == 0};
    }
    int actueel = percent_bp(h->actueel, h->netto), prognose = percent_bp(h->prognose, h->netto);
    f->percent_actueel = percent(r->arena, actueel);
    f->percent_prognose = percent(r->arena, prognose);
    f->signaal_label = label_signaal(h->signaal);
    if (actueel >= 0)
        f->bar = svg_bar(r->arena, actueel, prognose,
                         arena_printf(r->arena, "SR actueel %s, SR prognose %s van de verplichting", f->percent_actueel,
                                      f->percent_prognose));
    return f;
}
