/* app/bestand/bestand_pages.c: files under way and files that wait for who asked them: at most WERK_MOST at once, one
 * hour, in memory and as files without a name: with the process they are gone. */
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "app/bestand/bestand.h"
#include "app/bestand/bestand_view.h"
#include "core/clock.h"
#include "core/rnd.h"
#include "templates.h"

enum {
    WERK_MOST = 24,
    VAN_EEN_MOST = 3,
    GELDIG_SEC = 3600,
    BEURT_MICROS = 400000,
    EERSTE_MICROS = 1500000,
    PAGINA_MICROS = 3500000
};

struct plaats {
    struct werk *werk;
    char token[RND_TOKEN_TEXT];
    gebruiker_id van;
    tijdstip gemaakt;
    bool bezig;
};
static pthread_mutex_t slot = PTHREAD_MUTEX_INITIALIZER;
static struct plaats plaatsen[WERK_MOST];

struct werk *werk_new(void)
{
    struct arena *a = arena_new();
    struct werk *w = ARENA_NEW(a, struct werk);
    w->a = a;
    w->fd = -1;
    return w;
}

void werk_free(struct werk *w)
{
    if (!w)
        return;
    xlsx_free(w->x);
    if (w->fd >= 0)
        close(w->fd);
    arena_free(w->a);
}

enum result excel_begin(struct request *r, struct werk *w)
{
    return xlsx_new(r->site->config->tmp, r->now, w->titel,
                    arena_printf(w->a, "%s (%s)", r->viewer->naam, r->viewer->organisatie_naam), &w->x);
}

void excel_over(struct request *r, struct werk *w, const char *const *regels)
{
    static const struct xlsx_column kop[] = {{"Over dit bestand", XLSX_TEXT, 26, false}, {"", XLSX_TEXT, 90, false}};
    char now[24];
    tijdstip_to_text(r->now, now, sizeof(now));
    xlsx_sheet(w->x, "Over dit bestand", kop, 2);
    for (; regels[0]; regels += 2) {
        xlsx_text(w->x, regels[0]);
        xlsx_text(w->x, regels[1]);
        xlsx_row(w->x);
    }
    xlsx_text(w->x, "Gemaakt op");
    xlsx_text(w->x, arena_printf(w->a, "%s uur", now));
    xlsx_row(w->x);
    xlsx_text(w->x, "Gemaakt door");
    xlsx_text(w->x, arena_printf(w->a, "%s, %s", r->viewer->naam, r->viewer->organisatie_naam));
    xlsx_row(w->x);
}

/* One turn; when the last sheet is there the file is written out. */
static enum result turn(struct request *r, struct werk *w, int64_t micros)
{
    bool klaar = false;
    TRY(w->turn(r, w, clock_micros() + micros, &klaar));
    if (!klaar)
        return OK;
    enum result ended = xlsx_close(w->x, &w->fd, &w->grootte);
    xlsx_free(w->x);
    w->x = NULL;
    return ended;
}

static enum result file_send(struct request *r, const struct werk *w)
{
    char *all = arena_alloc(r->arena, w->grootte + 1);
    for (size_t n = 0; n < w->grootte;) {
        ssize_t got = pread(w->fd, all + n, w->grootte - n, (off_t)n);
        if (got <= 0)
            return fail("excel: the file cannot be read");
        n += (size_t)got;
    }
    r->reply.filename = arena_strdup(r->arena, w->bestand);
    return reply_text(r, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", all, w->grootte);
}

int64_t page_until(void)
{
    return clock_micros() + PAGINA_MICROS;
}

enum result as_file(struct request *r, const char *excel)
{
    const char *to = arena_printf(r->arena, "%s%s%s", excel, *r->query_string ? "?" : "", r->query_string);
    return path_is_local(to) ? reply_redirect_text(r, to) : BUSY;
}

/* ---- the places ---- */

static struct werk *take_out(struct plaats *p)
{
    struct werk *w = p->werk;
    *p = (struct plaats){.werk = NULL};
    return w;
}

void rapport_bestanden_opruimen(tijdstip now)
{
    struct werk *old[WERK_MOST];
    size_t n = 0;
    pthread_mutex_lock(&slot);
    for (size_t i = 0; i < WERK_MOST; i++)
        if (plaatsen[i].werk && !plaatsen[i].bezig &&
            (plaatsen[i].gemaakt.sec + GELDIG_SEC <= now.sec || plaatsen[i].gemaakt.sec > now.sec + GELDIG_SEC))
            old[n++] = take_out(&plaatsen[i]);
    pthread_mutex_unlock(&slot);
    for (size_t i = 0; i < n; i++)
        werk_free(old[i]);
}

/* A place for one more: of the same person the oldest goes when there are several. NULL: the house is full. */
static struct plaats *place_find(gebruiker_id van, struct werk **gone)
{
    struct plaats *free = NULL, *oldest = NULL;
    int own = 0;
    *gone = NULL;
    for (size_t i = 0; i < WERK_MOST; i++) {
        struct plaats *p = &plaatsen[i];
        if (!p->werk)
            free = free ? free : p;
        else if (p->van.id == van.id && !p->bezig) {
            own++;
            oldest = !oldest || p->gemaakt.sec < oldest->gemaakt.sec ? p : oldest;
        }
    }
    if (own >= VAN_EEN_MOST && oldest) {
        *gone = take_out(oldest);
        return oldest;
    }
    return free;
}

static enum result keep(struct request *r, struct werk *w, char token[RND_TOKEN_TEXT])
{
    struct werk *gone;
    rapport_bestanden_opruimen(r->now);
    rnd_token(token);
    pthread_mutex_lock(&slot);
    struct plaats *p = place_find(r->viewer->gebruiker, &gone);
    if (p) {
        *p = (struct plaats){.werk = w, .van = r->viewer->gebruiker, .gemaakt = r->now};
        memcpy(p->token, token, RND_TOKEN_TEXT);
    }
    pthread_mutex_unlock(&slot);
    werk_free(gone);
    return p ? OK : BUSY;
}

enum result excel_answer(struct request *r, struct werk *w)
{
    char token[RND_TOKEN_TEXT];
    enum result ended = turn(r, w, w->groot ? 1 : EERSTE_MICROS);
    if (ended == OK && w->fd >= 0) {
        ended = file_send(r, w);
        werk_free(w);
        return ended;
    }
    if (ended == OK)
        ended = keep(r, w, token);
    if (ended != OK) {
        werk_free(w);
        return ended;
    }
    return reply_redirect_text(r, arena_printf(r->arena, "/rapportage/bestand/%s", token));
}

/* The one of the address, for who asked it, not in the hands of another request (unless `look`). NULL: there is none.
 */
static struct plaats *mine(const struct request *r)
{
    for (size_t i = 0; i < WERK_MOST; i++)
        if (plaatsen[i].werk && plaatsen[i].van.id == r->viewer->gebruiker.id &&
            equal_secret(plaatsen[i].token, r->token, RND_TOKEN_TEXT - 1))
            return &plaatsen[i];
    return NULL;
}

/* *w NULL: it is being worked on. */
static enum result borrow(struct request *r, struct werk **w, tijdstip *gemaakt)
{
    rapport_bestanden_opruimen(r->now);
    pthread_mutex_lock(&slot);
    struct plaats *p = mine(r);
    *w = p && !p->bezig ? p->werk : NULL;
    if (p)
        *gemaakt = p->gemaakt;
    if (*w)
        p->bezig = true;
    pthread_mutex_unlock(&slot);
    return p ? OK : NOT_FOUND;
}

static void give_back(struct request *r, struct werk *w, bool drop)
{
    pthread_mutex_lock(&slot);
    struct plaats *p = mine(r);
    p->bezig = false;
    if (drop)
        take_out(p);
    pthread_mutex_unlock(&slot);
    if (drop)
        werk_free(w);
}

static const char *size_words(struct arena *a, size_t n)
{
    return n < 1024 * 1024 ? arena_printf(a, "%zu kB", n / 1024 + 1)
                           : arena_printf(a, "%zu,%zu MB", n / (1024 * 1024), n % (1024 * 1024) * 10 / (1024 * 1024));
}

static void page_show(struct request *r, const struct werk *w, tijdstip gemaakt)
{
    struct bestand_view v = {.page = layout_page(r, w && w->fd >= 0 ? "Uw bestand is klaar" : "Wij maken uw bestand"),
                             .bestand = "uw bestand",
                             .stap = "bezig",
                             .totaal = 1};
    char until[6];
    tijdstip_to_hm((tijdstip){gemaakt.sec + GELDIG_SEC}, until);
    v.tot = arena_strdup(r->arena, until);
    v.ophalen = (own_path){arena_printf(r->arena, "/rapportage/bestand/%s/ophalen", r->token)};
    v.opnieuw = (own_path){arena_printf(r->arena, "/rapportage/bestand/%s", r->token)};
    if (w) {
        v.bestand = w->bestand;
        v.stap = w->stap ? w->stap : "bezig";
        v.gedaan = w->gedaan;
        v.totaal = w->totaal > 0 ? w->totaal : 1;
        v.klaar = w->fd >= 0;
        v.grootte = size_words(r->arena, w->grootte);
    }
    if (!v.klaar)
        r->reply.refresh = 1;
    struct html o = page_begin(r);
    bestand_pagina(&o, &v);
}

enum result rapport_bestand_page(struct request *r)
{
    struct werk *w;
    tijdstip gemaakt;
    enum result ended = borrow(r, &w, &gemaakt);
    if (ended == NOT_FOUND)
        return NOT_FOUND;
    if (w && w->fd < 0)
        ended = turn(r, w, BEURT_MICROS);
    if (ended == OK)
        page_show(r, w, gemaakt);
    if (w)
        give_back(r, w, ended != OK);
    return ended;
}

enum result rapport_bestand_ophalen(struct request *r)
{
    struct werk *w;
    tijdstip gemaakt;
    TRY(borrow(r, &w, &gemaakt));
    if (!w)
        return NOT_FOUND;
    enum result ended = w->fd >= 0 ? file_send(r, w) : NOT_FOUND;
    give_back(r, w, false);
    return ended;
}
