/* app/project/agenda_pages.c: the deadlines of a project as a calendar file: the same days on which the mails go
 * (project_due_rules.h), for who wants them in an agenda. */
#include <string.h>

#include "app/project/project_acts.h"
#include "app/project/project_due_rules.h"
#include "app/urls.h"
#include "out/ical.h"

enum { DAYS_MOST = 400 };
struct agenda {
    struct request *r;
    const struct project_head *h;
    size_t n;
    struct ical_day *days;
};

/* No days that have passed. */
static void day_add(struct agenda *g, datum d, const char *what, int64_t nr, const char *summary,
                    const char *description, url where)
{
    struct arena *a = g->r->arena;
    if (g->n == DAYS_MOST || d.dag < g->r->today.dag)
        return;
    g->days[g->n++] =
        (struct ical_day){.uid = arena_printf(a, "project-%lld-%s-%lld", (long long)g->h->id.id, what, (long long)nr),
                          .dag = d,
                          .summary = arena_printf(a, "%s – %s", summary, g->h->naam),
                          .description = description,
                          .url = arena_printf(a, "%s%s", g->r->site->config->base_url, where.path)};
}

static void reminders_add(struct agenda *g, const struct herinnering *h)
{
    url where = url_project_part(g->h->id, "verantwoording");
    datum d = g->h->start;
    for (int k = 1; k < DAYS_MOST; k++) {
        d = herinnering_volgende(h, g->h->start, g->h->eind, d, g->h->eind);
        if (datum_is_none(d))
            break;
        day_add(g, d, "herinnering", k, "Verantwoording bijwerken",
                "Vul nieuwe inzet in en controleer lopende overeenkomsten.", where);
    }
    for (int percent = 25; percent <= 75; percent += 25)
        day_add(g, meetmoment_dag(g->h->start, g->h->eind, percent), "meetmoment", percent,
                arena_printf(g->r->arena, "Meetmoment %d %%", percent), NULL, where);
}

static enum result periods_add(struct agenda *g)
{
    size_t n;
    struct periode_stored *p;
    TRY(perioden_read(g->r->db, g->r->arena, g->h->id, &n, &p));
    for (size_t i = 0; i < n; i++)
        if (geld_is_none(p[i].is.vastgesteld))
            day_add(g, datum_plus_days(p[i].is.eind, 1), "periode", p[i].id.id, "Bedrag van de periode vaststellen",
                    NULL, url_project_part(g->h->id, "perioden"));
    return OK;
}

static void end_add(struct agenda *g)
{
    const struct project_head *h = g->h;
    url where = url_project(h->id);
    if (h->verlengbaar)
        day_add(g, datum_plus_days(h->eind, -VERLENGEN_DAGEN), "verlengen", 1, "Verlengen is mogelijk vanaf vandaag",
                NULL, where);
    day_add(g, h->eind, "eind", 1, "Laatste dag van het project", NULL, where);
    day_add(g, datum_plus_days(h->eind, 1), "beoordelen", 1, "SR verantwoording beoordelen en project afronden", NULL,
            where);
}

static const char *domain_of(const char *base_url)
{
    const char *host = strstr(base_url, "://");
    return host ? host + 3 : base_url;
}

enum result agenda_page(struct request *r)
{
    struct project_head *h;
    struct herinnering reminder;
    TRY(project_head_of(r, &h));
    TRY(project_herinnering(r->db, r->arena, h->regio, &reminder));
    struct agenda g = {.r = r, .h = h, .days = ARENA_ARRAY(r->arena, struct ical_day, DAYS_MOST)};
    if (!h->afgerond) {
        reminders_add(&g, &reminder);
        TRY(periods_add(&g));
        end_add(&g);
    }
    struct text t;
    text_init(&t, 1 << 20);
    ical_write(&t, domain_of(r->site->config->base_url), h->naam, r->now, g.n, g.days);
    enum result ended = text_failed(&t) ? fail("a calendar is larger than its maximum")
                                        : reply_text(r, "text/calendar; charset=utf-8", text_c(&t), t.n);
    text_free(&t);
    r->reply.filename = arena_printf(r->arena, "project-%lld.ics", (long long)h->id.id);
    return ended;
}
